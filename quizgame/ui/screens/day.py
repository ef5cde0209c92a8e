"""How the day's cards of a pack went, and the marks to copy, which give nothing away."""

from quizgame.domain.intents import Back, CopyResult, Go, Intent
from quizgame.domain.peopleviews import DayView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.widgets.basic import (
    backdrop,
    button_row,
    foot,
    heading,
    hints,
    pips,
    pips_width,
    row_height,
    tier_ink,
)
from quizgame.ui.widgets.tally import SIGNS
from quizgame.ui.widgets.ticket import mark_colour

AGAIN = "Other cards come tomorrow."
COPY, COPIED, LOOK = "Copy the marks", "Copied", "Look over the answers"
TOLD = "What is copied holds the pack, how far you are, the day and the marks: no word of a card."


def compose(page: Page, view: DayView) -> None:
    """Lay out how it went."""
    backdrop(page)
    y = heading(page, "Today’s cards", aside=view.pack_title, back=True)
    buttons = _buttons(view)
    actions = row_height(page, [label for _, label, _ in buttons])
    bottom = foot(page) - page.u(30)
    wide = page.width - 2 * page.margin
    box = (page.margin, y, wide, bottom - actions - page.u(20) - y)
    high = _height(page, view, wide)
    with page.scrolled(box, high) as top:
        _went(page, view, (page.margin, top + max(0, (box[3] - high) * 2 // 5), wide))
    button_row(page, page.width - page.margin, bottom - actions, buttons)
    page.first = "copy"
    does = {"copy": "copy the marks", "review": "look over the answers", "done": "go back"}
    pressed = does.get(page.setting.focus, "copy the marks")
    looking = (("L", "look over the answers"),) if view.just_played else ()
    if view.just_played:
        page.shortcuts["L"] = Go("review")
    hints(page, ("open", pressed), *looking, ("back", "back"))


def _buttons(view: DayView) -> list[tuple[str, str, Intent]]:
    buttons: list[tuple[str, str, Intent]] = [("done", "Done", Back())]
    if view.just_played:
        buttons.append(("review", LOOK, Go("review")))
    buttons.append(("copy", COPIED if view.copied else COPY, CopyResult()))
    return buttons


def _mark_size(page: Page, view: DayView, wide: int) -> int:
    count = max(1, len(view.marks))
    return min(page.sign(64), (wide - page.u(20) * (count - 1)) // count)


def _height(page: Page, view: DayView, wide: int) -> int:
    tier, score = page.style("semibold", 20), page.heading_style(56)
    small = page.style("regular", 18)
    high = page.measure.line_height(tier) + page.u(24) + _mark_size(page, view, wide)
    high += page.u(24) + page.measure.line_height(score) + page.u(12)
    for words in (AGAIN, TOLD):
        high += page.paragraph_height(words, small, _narrow(page, wide)) + page.u(8)
    return high


def _narrow(page: Page, wide: int) -> int:
    return min(wide, round(page.u(640) * page.roomy))


def _went(page: Page, view: DayView, box: tuple[int, int, int]) -> None:
    x, y, wide = box
    middle = x + wide // 2
    tier, colour, pip = page.style("semibold", 20), tier_ink(page, view.tier), page.sign(12)
    label = f"{view.tier.label} · {view.day}"
    line = page.measure.line_height(tier)
    dots = pips_width(page, view.tier, pip) + page.u(12)
    left = middle - (dots + page.measure.width(label, tier)) // 2
    pips(page, left, y + (line - pip) // 2, view.tier, colour, pip)
    page.words(left + dots, y, label, tier, colour)
    y += line + page.u(24)
    size = _mark_size(page, view, wide)
    pitch = size + page.u(20)
    at = middle - (len(view.marks) * pitch - page.u(20)) // 2
    for mark in view.marks:
        page.add(ops.Panel((at, y, size, size), page.u(14), fill=page.theme.room.panel))
        inset = size // 5
        spot = (at + inset, y + inset, size - 2 * inset, size - 2 * inset)
        page.add(ops.Symbol(SIGNS.get(mark, "skip"), spot, mark_colour(page, mark)))
        at += pitch
    y += size + page.u(24)
    score = page.heading_style(56)
    words = f"{view.right} of {len(view.marks)} right".upper()
    page.words(middle, y, words, score, page.theme.ink.amber, align=0.5)
    y += page.measure.line_height(score) + page.u(12)
    narrow, small = _narrow(page, wide), page.style("regular", 18)
    for words, ink in ((AGAIN, page.theme.ink.text), (TOLD, page.theme.ink.dim)):
        y = page.paragraph((middle - narrow // 2, y, narrow), words, small, ink, align=0.5)
        y += page.u(8)
