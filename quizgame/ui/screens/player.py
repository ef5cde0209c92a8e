"""One player: the name, how far they have seen, and how they take part."""

from quizgame.domain.intents import Back, RemovePlayer
from quizgame.domain.tableviews import PlayerView
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
from quizgame.ui.widgets.choices import choice_row, choice_row_height
from quizgame.ui.widgets.typewriter import (
    Line,
    field,
    field_height,
    in_room,
    keys,
    keys_height,
)

REMOVE, DONE = "Remove", "Done"
KEPT = ("back", "back, all kept")
"""The hint that going back undoes nothing."""


def compose(page: Page, view: PlayerView) -> None:
    """Lay out the page of a player."""
    backdrop(page)
    y = heading(page, "Who is this?")
    bottom = foot(page) - page.u(22)
    room = bottom - button_height(page) - page.u(20) - y
    wide = page.width - 2 * page.margin
    tall = page.settled(room, lambda: _height(page, view, wide))
    with page.scrolled((page.margin, y, wide, room), tall) as top:
        at = _name(page, view, page.margin, top + page.gap(8), wide)
        for place, choice in enumerate(view.choices):
            height = choice_row_height(page, choice, wide, ladder=not place)
            at += page.gap(12)
            choice_row(page, (page.margin, at, wide, height), choice, ladder=not place)
            at += height
        box = (page.margin + page.u(24), at + page.gap(16), wide - page.u(48))
        at = page.paragraph(box, view.hint, page.style("regular", 17), page.theme.ink.dim)
        # Last, so that nothing moves away from a hand that takes the mouse.
        keys(page, _line(view), (page.margin, at + page.gap(16), wide), in_room(page))
    _foot(page, view, bottom)
    _hints(page, view)
    # Whatever is typed brings the focus back here.
    page.first = FIELD


def _height(page: Page, view: PlayerView, wide: int) -> int:
    heights = [
        choice_row_height(page, choice, wide, ladder=not place) + page.gap(12)
        for place, choice in enumerate(view.choices)
    ]
    style = page.style("regular", 17)
    hint = (
        page.gap(16) + page.paragraph_height(view.hint, style, wide - page.u(48))
        if view.hint
        else 0
    )
    name = page.gap(8) + _name_height(page) + page.gap(10)
    below = keys_height(page)
    return name + sum(heights) + hint + (page.gap(16) + below if below else 0)


def _name_height(page: Page) -> int:
    return max(page.u(88), field_height(page))


def _name(page: Page, view: PlayerView, x: int, y: int, wide: int) -> int:
    """Draw the badge and the field beside it; give the y below them."""
    disc, tall = _name_height(page), field_height(page)
    badge(page, view.badge, x, y, disc)
    left = x + disc + page.u(24)
    box = (left, y + (disc - tall) // 2, x + wide - left, tall)
    field(page, _line(view), box, in_room(page))
    return y + disc + page.gap(10)


def _line(view: PlayerView) -> Line:
    return Line(view.name, Back(), view.usual, name=True)


def _foot(page: Page, view: PlayerView, bottom: int) -> None:
    tall, right = button_height(page), page.width - page.margin
    y = bottom - tall
    # First, so that the way down from the rows leads here, and not to what takes somebody away.
    wide = max(page.u(160), button_width(page, DONE))
    button(page, "done", (right - wide, y, wide, tall), DONE, Back(), primary=True)
    if view.can_remove:
        wide = button_width(page, REMOVE)
        button(page, "remove", (page.margin, y, wide, tall), REMOVE, RemovePlayer(view.player))


def _hints(page: Page, view: PlayerView) -> None:
    focus = page.setting.focus
    if focus in {"", FIELD}:
        hints(page, ("type", "type a name"), ("choose", "go on"), ("open", "done"), KEPT)
    elif focus.startswith("set-"):
        hints(page, ("choose", "choose"), ("change", "change"), KEPT)
    else:
        words = {"remove": "remove this player", "done": "done"}
        way = "browse" if view.can_remove and focus in words else "choose"
        hints(page, (way, "choose"), ("open", words.get(focus, "press")), KEPT)
