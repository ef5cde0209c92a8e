"""A rehearsal at its end, or one that had nothing to ask: how it went, and what comes next."""

from quizgame.domain.intents import Back, Go, Intent
from quizgame.domain.rehearsalviews import RehearsedView
from quizgame.ui.page import Page
from quizgame.ui.widgets.basic import backdrop, button_row, foot, heading, hints, row_height
from quizgame.ui.widgets.tally import tally, tally_height

NOTHING = "Nothing is due"
ENOUGH = "That is all for today."
FIRST = "Play a round first: the cards you answer come back here before you forget them."


def compose(page: Page, view: RehearsedView) -> None:
    """Lay out how it went."""
    backdrop(page)
    y = heading(page, "Rehearsal")
    buttons = _buttons(view)
    actions = row_height(page, [label for _, label, _ in buttons])
    bottom = foot(page) - page.u(30)
    wide = page.width - 2 * page.margin
    room = bottom - actions - page.u(20) - y
    high = _height(page, view, wide)
    with page.scrolled((page.margin, y, wide, room), high) as top:
        _went(page, view, (page.margin, top + max(0, (room - high) * 2 // 5), wide))
    button_row(page, page.width - page.margin, bottom - actions, buttons)
    page.first = buttons[-1][0]
    does = {"more": "rehearse on", "done": "done", "back": "back"}
    hints(page, ("open", does.get(page.setting.focus or page.first, "done")), ("back", "back"))


def _buttons(view: RehearsedView) -> list[tuple[str, str, Intent]]:
    if view.due:
        more = "Rehearse 1 more" if view.due == 1 else f"Rehearse {view.due:,} more"
        return [("done", "Done", Back()), ("more", more, Go("rehearsal"))]
    return [("done", "Done", Back())]


def _words(view: RehearsedView) -> str:
    """Return what comes next, in a sentence or two."""
    if not view.following:
        return FIRST if not view.marks else ENOUGH
    cards = "1 card comes" if view.count == 1 else f"{view.count:,} cards come"
    said = f"{cards} back {view.following}."
    return said if view.due else f"{ENOUGH} {said}"


def _title(view: RehearsedView) -> str:
    if not view.marks:
        return NOTHING
    return f"{view.right} of {len(view.marks)} came to mind"


def _inner(page: Page, wide: int) -> int:
    return min(wide, round(page.u(680) * page.roomy))


def _height(page: Page, view: RehearsedView, wide: int) -> int:
    inner = _inner(page, wide)
    high = page.paragraph_height(_title(view).upper(), page.heading_style(64), wide) + page.u(24)
    if view.marks:
        high += tally_height(page, view.marks, inner) + page.u(28)
    return high + page.paragraph_height(_words(view), page.style("regular", 20), inner)


def _went(page: Page, view: RehearsedView, box: tuple[int, int, int]) -> None:
    x, y, wide = box
    inner = _inner(page, wide)
    left = x + (wide - inner) // 2
    title, ink = page.heading_style(64), page.theme.ink
    y = page.paragraph((x, y, wide), _title(view).upper(), title, ink.amber, align=0.5)
    y += page.u(24)
    if view.marks:
        tally(page, view.marks, left, y, inner)
        y += tally_height(page, view.marks, inner) + page.u(28)
    words = page.style("regular", 20)
    page.paragraph((left, y, inner), _words(view), words, ink.text, align=0.5)
