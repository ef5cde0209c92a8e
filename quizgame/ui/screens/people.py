"""Who is playing? Everybody here, a guest, somebody new, and who can be brought back."""

from quizgame.domain.intents import (
    AddPerson,
    Back,
    BringPerson,
    Browse,
    PlayAs,
    ShowPerson,
)
from quizgame.domain.peopleviews import PeopleView, PersonRow
from quizgame.domain.players import GUEST
from quizgame.ui.page import Page
from quizgame.ui.widgets.bars import GAP, Bar, bar_height, bars_height, draw_bar, place_bars
from quizgame.ui.widgets.basic import backdrop, foot, heading, hints, icon_button

LEAD = "Each has their own watch points, progress, and settings of sight and hearing."
GUEST_LEAD = "A guest is playing. Nothing a guest does is kept."
REMOVED = "Removed"
DOES = {
    "edit": "name and more",
    "add": "somebody new",
    "bring": "look for a file",
    "gone": "bring back",
}
"""What the hints say that Enter does; on all other rows it is to play as somebody."""


def compose(page: Page, view: PeopleView) -> None:
    """Lay out everybody."""
    backdrop(page)
    y = heading(page, "Who is playing?")
    wide = page.width - 2 * page.margin
    lead = page.style("regular", 18)
    words = GUEST_LEAD if view.guest else LEAD
    y = page.paragraph((page.margin, y, wide), words, lead, page.theme.ink.dim) + page.u(16)
    x = page.margin
    bottom = foot(page) - page.u(16)
    rows, others, gone = [_bar(row) for row in view.rows], _others(view), _gone(view)
    told = page.u(20) + page.measure.line_height(lead) + page.u(8) if gone else 0
    gap = page.u(GAP)
    tall = page.u(8) + bars_height(page, rows) + gap + bars_height(page, others)
    tall += told + bars_height(page, gone)
    with page.scrolled((x, y, wide, bottom - y), tall) as top:
        at = top + page.u(8)
        for row, bar in zip(view.rows, rows, strict=True):
            at = _person(page, row, bar, (x, at, wide), can_edit=not view.guest)
        at = place_bars(page, others, (x, at, wide))
        if gone:
            page.words(x, at + page.u(20) - gap, REMOVED, lead, page.theme.ink.dim)
            place_bars(page, gone, (x, at + told - gap, wide))
    plays = next((row for row in view.rows if row.plays), None)
    page.first = f"person-{plays.person}" if plays else "guest"
    focus = (page.setting.focus or page.first).partition("-")[0]
    back = "go on" if view.first else "back"
    hints(page, ("choose", "choose"), ("open", DOES.get(focus, "play")), ("back", back))


def _bar(row: PersonRow) -> Bar:
    mark = "check" if row.plays else ""
    return Bar(f"person-{row.person}", row.name, PlayAs(row.person), badge=row.badge, mark=mark)


def _person(
    page: Page, row: PersonRow, bar: Bar, box: tuple[int, int, int], *, can_edit: bool
) -> int:
    """Draw a person with what changes them beside; give the y below and a gap."""
    x, y, wide = box
    tall = bar_height(page, bar)
    side = min(tall, page.u(60)) if can_edit else 0
    room = wide - side - page.u(10) if side else wide
    draw_bar(page, bar, (x, y, room, tall))
    if side:
        rect = (x + wide - side, y + (tall - side) // 2, side, side)
        icon_button(page, f"edit-{row.person}", rect, "pen", ShowPerson(row.person))
    return y + tall + page.u(GAP)


def _others(view: PeopleView) -> list[Bar]:
    guest = Bar(
        "guest",
        "Play as a guest",
        Back() if view.guest else PlayAs(GUEST),
        "person",
        aside="leaves no trace",
        quiet=True,
        mark="check" if view.guest else "",
    )
    if view.guest:
        return [guest]
    bars = [Bar("add", "Somebody new", AddPerson(), "plus"), guest]
    if view.can_keep:
        bars.append(Bar("bring", "Bring somebody in from a file", Browse(), "folder", quiet=True))
    return bars


def _gone(view: PeopleView) -> list[Bar]:
    return [
        Bar(
            f"gone-{row.file}",
            f"Bring {row.name} back",
            BringPerson(row.file),
            "again",
            aside=row.day,
            quiet=True,
        )
        for row in view.gone
    ]
