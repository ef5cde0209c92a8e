"""Rows to take one of; letters typed narrow them, or are taken as they are."""

from quizgame.domain.intents import Decide, Intent, Leaf, Mend, Take, Undo
from quizgame.domain.reviewviews import ListRow, ListView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import FIELD, Target
from quizgame.ui.theme import Style
from quizgame.ui.widgets.basic import (
    backdrop,
    foot,
    heading,
    hints,
    pips,
    pips_width,
    tier_ink,
)
from quizgame.ui.widgets.typewriter import Line, field, field_height, in_room

SIGNS = {"confirmed": "check", "rejected": "cross", "proposed": "hourglass"}
NOTHING = "Nothing fits what is typed."
MOST_LEAD = 3
KEYS: dict[str, Intent] = {
    "K": Decide("confirmed"),
    "X": Decide("rejected"),
    "U": Undo(),
    "J": Leaf(1),
    "H": Leaf(-1),
    "N": Mend("note"),
}
"""What decides on a page that is about one thing, as on that of a fact."""


def compose(page: Page, view: ListView) -> None:
    """Lay out the field, if words can be typed, and the rows."""
    backdrop(page)
    y = heading(page, view.title)
    wide = page.width - 2 * page.margin
    typing = view.typed is not None
    y = _lead(page, view, y, wide)
    if typing:
        y = _field(page, view, y, wide)
    if view.fault or (typing and not view.rows):
        ink = page.theme.ink.bad if view.fault else page.theme.ink.dim
        y = page.paragraph((page.margin, y, wide), view.fault or NOTHING, _plain(page), ink)
        y += page.u(14)
    bottom, gap = foot(page) - page.u(16), page.u(8)
    heights = [_height(page, row, wide) for row in view.rows]
    content = page.u(8) + sum(heights) + gap * max(0, len(heights) - 1)
    with page.scrolled((page.margin, y, wide, bottom - y), content) as top:
        at = top + page.u(8)
        for number, (row, tall) in enumerate(zip(view.rows, heights, strict=True)):
            # Enter takes the first row from the field, so it is shown as what is meant.
            meant = typing and not number and page.setting.focus in {"", FIELD}
            _row(page, number, row, (page.margin, at, wide, tall), meant=meant)
            at += tall + gap
    page.first = FIELD if typing and not view.at else f"row-{view.at}"
    ways = [("type", "type")] if typing else []
    if view.decides:
        page.shortcuts |= KEYS
        ways = [("K", "keep"), ("X", "reject"), ("U", "undo"), ("J H", "next"), ("N", "note")]
    hints(page, *ways, ("choose", "choose"), ("open", "take it"), ("back", "back"))


def _plain(page: Page) -> Style:
    return page.style("regular", 18)


def _strong(page: Page) -> Style:
    return page.style("semibold", 18)


def _lead(page: Page, view: ListView, y: int, wide: int) -> int:
    if not view.lead:
        return y
    style = _plain(page)
    most = 1 if page.large and view.typed is not None else MOST_LEAD
    for line in page.lines(view.lead, style, wide, most=most):
        page.words(page.margin, y, line, style, page.theme.ink.dim)
        y += page.measure.line_height(style)
    return y + page.u(14)


def _field(page: Page, view: ListView, y: int, wide: int) -> int:
    done: Intent | None = Take(0) if view.rows else None
    tall = field_height(page)
    line = Line(view.typed or "", done, view.usual, size=22)
    field(page, line, (page.margin, y, wide, tall), in_room(page))
    return y + tall + page.u(16)


def _aside_room(page: Page, row: ListRow, wide: int) -> int:
    """Return how much of a row's width its end takes."""
    if row.tag:
        label = 0 if page.large else page.u(8) + _label_width(page, row)
        return pips_width(page, row.tag, page.sign(11)) + label + page.u(24)
    if row.aside:
        return min(wide // 3, page.measure.width(row.aside, _small(page))) + page.u(24)
    return 0


def _small(page: Page) -> Style:
    return page.style("regular", 16)


def _label_width(page: Page, row: ListRow) -> int:
    return page.measure.width(row.tag.label, _small(page)) if row.tag else 0


def _words_room(page: Page, row: ListRow, wide: int) -> int:
    sign = page.sign(20) + page.u(14) if row.state else 0
    return wide - 2 * page.u(22) - sign - _aside_room(page, row, wide)


def _height(page: Page, row: ListRow, wide: int) -> int:
    words = page.paragraph_height(row.text, _strong(page), _words_room(page, row, wide))
    return max(page.u(48), words + page.u(20))


def _row(page: Page, number: int, row: ListRow, rect: ops.Rect, *, meant: bool) -> None:
    focused = page.target(Target(f"row-{number}", rect, Take(number)))
    x, y, wide, tall = rect
    room, ink = page.theme.room, page.theme.ink
    page.add(ops.Panel(rect, page.u(14), fill=room.panel if meant else room.row))
    left = x + page.u(22)
    if row.state:
        side = page.sign(20)
        colour = {"confirmed": page.theme.tiers[0], "rejected": ink.bad}.get(row.state, ink.dim)
        spot = (left, y + (tall - side) // 2, side, side)
        page.add(ops.Symbol(SIGNS[row.state], spot, colour))
        left += side + page.u(14)
    inner = _words_room(page, row, wide)
    high = page.paragraph_height(row.text, _strong(page), inner)
    colour = ink.dim if row.state == "rejected" else ink.text
    page.paragraph((left, y + (tall - high) // 2, inner), row.text, _strong(page), colour)
    _end(page, row, rect)
    if focused:
        page.ring(rect, page.u(14))


def _end(page: Page, row: ListRow, rect: ops.Rect) -> None:
    """Draw the tier at the end of a row, or what stands dim there."""
    x, y, wide, tall = rect
    right, style = x + wide - page.u(22), _small(page)
    top = y + (tall - page.measure.line_height(style)) // 2
    if row.tag:
        colour, size = tier_ink(page, row.tag), page.sign(11)
        if not page.large:
            right -= page.words(right, top, row.tag.label, style, colour, align=1.0) + page.u(8)
        left = right - pips_width(page, row.tag, size)
        pips(page, left, y + (tall - size) // 2, row.tag, colour, size)
    elif row.aside:
        aside = page.shortened(row.aside, style, wide // 3)
        page.words(right, top, aside, style, page.theme.ink.dim, align=1.0)
