"""One person: the name, a file of all that is kept of them, and taking them away."""

from quizgame.domain.intents import Back, ExportPerson, Intent, RemovePerson
from quizgame.domain.peopleviews import PersonView
from quizgame.ui.page import Page
from quizgame.ui.scene import FIELD
from quizgame.ui.widgets.badges import badge
from quizgame.ui.widgets.basic import (
    backdrop,
    button,
    button_height,
    button_width,
    foot,
    heading,
    hints,
)
from quizgame.ui.widgets.typewriter import Line, field, field_height, in_room, keys, keys_height

KEEPS = "back, name kept"
"""What the hints say that going back does, once there is a name."""
DONE, REMOVE, EXPORT = "Done", "Remove", "Save to a file"
TOLD = (
    "A file holds all that is kept of a person: to take to another machine, or to keep. "
    "It tells how far its owner has come in every story, so choose well whom you give it to."
)


def compose(page: Page, view: PersonView) -> None:
    """Lay out the page of a person."""
    backdrop(page)
    y = heading(page, "Who is this?" if view.can_keep else "Somebody new")
    bottom = foot(page) - page.u(22)
    wide, tall = page.width - 2 * page.margin, button_height(page)
    room = bottom - tall - page.u(20) - y
    line, disc = Line(view.name, Back(), view.usual, name=True), max(page.u(88), field_height(page))
    told = page.style("regular", 17)
    words = TOLD if view.can_keep else ""
    high = page.u(8) + disc + page.u(20) + page.paragraph_height(words, told, wide)
    high += page.u(20) + keys_height(page)
    with page.scrolled((page.margin, y, wide, room), high) as top:
        at = top + page.u(8)
        badge(page, view.badge, page.margin, at, disc)
        left = page.margin + disc + page.u(24)
        box = (left, at + (disc - field_height(page)) // 2, page.width - page.margin - left)
        field(page, line, (*box, field_height(page)), in_room(page))
        at += disc + page.u(20)
        at = page.paragraph((page.margin, at, wide), words, told, page.theme.ink.dim)
        keys(page, line, (page.margin, at + page.u(20), wide), in_room(page))
    right = page.width - page.margin
    done = max(page.u(160), button_width(page, DONE))
    button(page, "done", (right - done, bottom - tall, done, tall), DONE, Back(), primary=True)
    if view.can_keep:
        _further(page, view, bottom - tall, right - done - page.u(16))
    page.first = FIELD
    _hints(page, view)


def _further(page: Page, view: PersonView, y: int, right: int) -> None:
    tall, x, size = button_height(page), page.margin, 20.0
    entries: tuple[tuple[str, str, Intent], ...] = (
        ("remove", REMOVE, RemovePerson(view.person)),
        ("export", EXPORT, ExportPerson(view.person)),
    )

    def needed() -> int:
        return sum(button_width(page, label, size) + page.u(16) for _, label, _ in entries)

    while needed() > right - x and size > 12:  # noqa: PLR2004 (the smallest letters)
        size -= 1
    for key, label, intent in entries:
        wide = button_width(page, label, size)
        button(page, key, (x, y, wide, tall), label, intent, size=size)
        x += wide + page.u(16)


def _hints(page: Page, view: PersonView) -> None:
    focus, leave = page.setting.focus, ("back", KEEPS if view.name else "back")
    if focus in {"", FIELD}:
        hints(page, ("type", "type a name"), ("choose", "go on"), ("open", "done"), leave)
        return
    words = {"remove": "remove this person", "export": "write the file", "done": "done"}
    way = "browse" if view.can_keep and focus in words else "choose"
    hints(page, (way, "choose"), ("open", words.get(focus, "press")), leave)
