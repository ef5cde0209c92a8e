"""A round at its end: the score on the marquee, how it went, and what to do next."""

from quizgame.domain.intents import Go, Intent
from quizgame.domain.views import ResultsView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.widgets.basic import (
    backdrop,
    button_row,
    foot,
    heading,
    hints,
    pips,
    row_height,
    tier_ink,
)
from quizgame.ui.widgets.ticket import mark_colour

BUTTONS: list[tuple[str, str, Intent]] = [
    ("watch-point", "I have watched more", Go("watch-point")),
    ("review", "Look over the answers", Go("review")),
    ("again", "Play again", Go("again")),
]


def compose(page: Page, view: ResultsView) -> None:
    """Lay out the results."""
    backdrop(page)
    y = heading(page, "That’s a wrap", aside=view.pack_title, back=True)
    actions = row_height(page, [label for _, label, _ in BUTTONS])
    bottom = foot(page) - page.u(16)
    room = bottom - actions - page.u(20) - y
    facts = _facts(view)
    small, strong = page.style("regular", 18), page.style("semibold", 20)
    fact_h = page.measure.line_height(small) + page.measure.line_height(strong) + page.u(14)
    side_by_side = page.width - 2 * page.margin > page.u(760) * page.roomy
    if side_by_side:
        panel_w = max(page.u(412), round((page.width - 2 * page.margin) * 0.36))
        panel_h = min(room, page.u(72) + len(facts) * fact_h)
        left_w = page.width - 2 * page.margin - panel_w - page.u(40)
        _marquee(page, view, (page.margin, y, left_w, room))
        panel = (page.width - page.margin - panel_w, y + (room - panel_h) // 2, panel_w, panel_h)
        _panel(page, facts, view, panel)
    else:
        score_h = page.measure.line_height(page.heading_style(96)) + page.u(70)
        content = score_h + page.u(60) + len(facts) * fact_h
        box = (page.margin, y, page.width - 2 * page.margin - page.u(24), room)
        with page.scrolled(box, content) as top:
            _marquee(page, view, (box[0], top, box[2], score_h))
            _panel(page, facts, view, (box[0], top + score_h, box[2], content - score_h))
    button_row(page, page.width - page.margin, bottom - actions, BUTTONS)
    page.first = "again"
    page.shortcuts["L"] = Go("review")
    does = dict.fromkeys(("back",), "title") | {key: label.lower() for key, label, _ in BUTTONS}
    pressed = does.get(page.setting.focus, "play again")
    more = (("scroll", "scroll"),) if page.view_port else ()
    hints(page, ("open", pressed), ("L", "look over the answers"), *more, ("back", "title"))


def _facts(view: ResultsView) -> list[tuple[str, str]]:
    facts = [("Right", f"{view.right} of {view.asked}")]
    if view.half:
        facts.append(("Nearly right", str(view.half)))
    row = f"{view.best_streak} right answer" + ("" if view.best_streak == 1 else "s")
    facts.append(("Longest row", row))
    if view.quickest is not None:
        facts.append(("Quickest right answer", f"{view.quickest:.1f} s"))
    return facts


def _marquee(page: Page, view: ResultsView, box: ops.Rect) -> None:
    x, y, w, h = box
    style = page.heading_style(150)
    score = f"{view.score:,}"
    while page.measure.width(score, style) > w or page.measure.line_height(style) > h - page.u(120):
        if style.px <= page.u(40):
            break
        style = type(style)(style.face, style.px - 4)
    line = page.measure.line_height(style)
    label = page.style("regular", 20)
    total = line + page.u(124) + page.measure.line_height(label)
    y += max(0, (h - total) // 2)
    lamps = min(w, page.u(600))
    left = x + (w - lamps) // 2
    count = 17
    page.add(ops.Lamps((left, y, lamps, page.u(28)), count))
    y += page.u(36)
    page.words(x + w // 2, y, score, style, page.theme.ink.amber, align=0.5)
    y += line + page.u(14)
    page.add(ops.Lamps((left, y, lamps, page.u(28)), count))
    y += page.u(44)
    _dots(page, view.marks, (left, y, lamps, page.u(18)))


def _dots(page: Page, marks: tuple[str, ...], box: ops.Rect) -> None:
    """Draw a mark a card, with its sign, as many as fit in the line."""
    x, y, w, size = box
    gap = page.u(8)
    fit = min(len(marks), (w + gap) // (size + gap))
    left = x + (w - fit * (size + gap) + gap) // 2
    signs = {"right": "check", "half": "half", "wrong": "cross", "timeout": "cross"}
    for place, mark in enumerate(marks[:fit]):
        sign = signs.get(mark, "skip")
        spot = (left + place * (size + gap), y, size, size)
        page.add(ops.Symbol(sign, spot, mark_colour(page, mark)))


def _panel(page: Page, facts: list[tuple[str, str]], view: ResultsView, box: ops.Rect) -> None:
    x, y, w, _ = box
    page.add(ops.Panel(box, page.u(18), fill=page.theme.room.row))
    small, strong = page.style("regular", 18), page.style("semibold", 20)
    pad = page.u(28)
    at = y + page.u(22)
    colour = tier_ink(page, view.tier)
    line = page.measure.line_height(small)
    size = page.u(11)
    taken = pips(page, x + pad, at + (line - size) // 2, view.tier, colour, size)
    page.words(
        x + pad + taken + page.u(12), at, view.tier.label, page.style("semibold", 17), colour
    )
    at += line + page.u(12)
    for name, words in facts:
        at = page.paragraph((x + pad, at, w - 2 * pad), name, small, page.theme.ink.dim)
        at = page.paragraph((x + pad, at, w - 2 * pad), words, strong, page.theme.ink.text)
        at += page.u(12)
