"""The seats at the table: a row a player, the free one below them, and people of other evenings."""

import math
from dataclasses import dataclass

from quizgame.domain.intents import AddPlayer, EditPlayer, RemovePlayer
from quizgame.domain.tableviews import PlayerRow
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Colour, Style, mix
from quizgame.ui.widgets.badges import badge
from quizgame.ui.widgets.basic import pips, pips_width, tier_ink
from quizgame.ui.widgets.choices import chip_height

SEEN = "is at"
ADD, KNOWN = "Add a player", "Others who play here"
NAME_SIZES = range(21, 15, -1)
LEAST_NAME = 0.4
"""The share of a row's words that a name may claim before anything stands beside it."""
LIGHTER = 0.1
"""How much lighter the name of a tier is set than its pips."""
CORNER_DASH = (27, 63)
"""The degrees that the dash in the middle of a round corner runs over."""


@dataclass(frozen=True, slots=True)
class Seats:
    """How the rows of a table are set: all alike, so that they line up.

    `room` is how wide the words of a row may be. `worded` when "is at" stands before the
    tier. What else is to be said stands at the right, `said` pixels wide with the team before it,
    or below where `said` is 0. A row stands between its `least` height and its `best`.
    """

    width: int
    room: int
    worded: bool
    said: int
    least: int
    best: int


def seats(page: Page, rows: tuple[PlayerRow, ...], width: int) -> Seats:
    """Return how the rows are set in a width."""
    room = width - _lead(page) - _tail(page)
    worded = all(_seen_width(page, row, worded=True) <= room for row in rows)

    said = max((_said_width(page, row) for row in rows), default=0)
    names = max([round(room * LEAST_NAME), *(_seen_width(page, r, worded=worded) for r in rows)])
    if names + page.u(24) + max((_team_width(page, row) for row in rows), default=0) + said > room:
        said = 0
    words = _name_height(page) + _line(page) * (1 if said or not rows else 2)
    best = max(page.u(72), words + page.u(22))
    return Seats(width, room, worded, said, max(page.u(48), words + page.u(4)), best)


def player_row(page: Page, row: PlayerRow, look: Seats, box: tuple[int, int, int]) -> None:
    """Draw a player's row in (x, y, height): pressed, it opens their page; its cross takes them."""
    x, y, h = box
    w, size, number = look.width, _cross_size(page), row.player
    page.add(ops.Panel((x, y, w, h), page.u(14), fill=page.theme.room.panel))
    open_rect = (x, y, w - size - page.u(20), h)
    focused = page.target(Target(f"player-{number}", open_rect, EditPlayer(number)))
    disc = min(_disc(page), h - page.u(8))
    badge(page, row.who.badge, x + page.u(22), y + (h - disc) // 2, disc)
    _words(page, row, look, (x + _lead(page), y, h))
    cross = (x + w - size - page.u(12), y + (h - size) // 2, size, size)
    sign = page.sign(15)
    inset = (size - sign) // 2
    spot = (cross[0] + inset, cross[1] + inset, sign, sign)
    page.add(ops.Symbol("cross", spot, page.theme.ink.dim))
    if page.target(Target(f"remove-{number}", cross, RemovePlayer(number))):
        # Its ring stays within the row.
        air = page.u(7)
        inner = (cross[0] + air, cross[1] + air, size - 2 * air, size - 2 * air)
        page.ring(inner, page.u(8))
    if focused:
        page.ring((x, y, w, h), page.u(14))


def _words(page: Page, row: PlayerRow, look: Seats, box: tuple[int, int, int]) -> None:
    x, y, h = box
    line, beside = _line(page), bool(look.said)
    total = _name_height(page) + line * (1 if beside else 2)
    top = y + (h - total) // 2
    aside = _team_width(page, row) + look.said + page.u(24) if beside else 0
    style = fitting(page, row.who.name, look.room - aside)
    lift = (_name_height(page) - page.measure.line_height(style)) // 2
    name = page.shortened(row.who.name, style, look.room - aside)
    page.words(x, top + lift, name, style, page.theme.ink.text)
    below = top + _name_height(page)
    _seen(page, row, look, (x, below))
    if beside:
        left = x + look.room - look.said
        _said(page, row, left, y + h // 2)
        _team(page, row, left - _team_width(page, row), y + h // 2)
    else:
        _team(page, row, x, below + line + line // 2)
        _said(page, row, x + _team_width(page, row), below + line + line // 2)


def fitting(page: Page, name: str, room: int) -> Style:
    """Return the largest style in which a name fits, or else the smallest."""
    styles = [page.style("extrabold", size) for size in NAME_SIZES]
    return next((each for each in styles if page.measure.width(name, each) <= room), styles[-1])


def _name_height(page: Page) -> int:
    return page.measure.line_height(page.style("extrabold", NAME_SIZES[0]))


def _disc(page: Page) -> int:
    return round(page.u(40) * min(1.4, page.roomy))


def _lead(page: Page) -> int:
    return page.u(22) + _disc(page) + page.u(20)


def _cross_size(page: Page) -> int:
    return round(page.u(44) * min(1.3, page.roomy))


def _tail(page: Page) -> int:
    return _cross_size(page) + page.u(12) + page.u(16)


def _line(page: Page) -> int:
    return page.measure.line_height(page.style("regular", 16))


# -- how far they have seen, and what else there is to say ---------------------------------------


def _seen_width(page: Page, row: PlayerRow, *, worded: bool) -> int:
    lead = page.measure.width(SEEN, page.style("regular", 16)) + page.u(12) if worded else 0
    label = page.measure.width(row.seen.label, page.style("semibold", 16))
    return lead + pips_width(page, row.seen, page.sign(10)) + page.u(10) + label


def _seen(page: Page, row: PlayerRow, look: Seats, spot: tuple[int, int]) -> None:
    x, y = spot
    style, strong, pip = page.style("regular", 16), page.style("semibold", 16), page.sign(10)
    colour, right = tier_ink(page, row.seen), x + look.room
    if look.worded:
        x += page.words(x, y, SEEN, style, page.theme.ink.dim) + page.u(12)
    x += pips(page, x, y + (_line(page) - pip) // 2, row.seen, colour, pip) + page.u(10)
    # On the rows the darkest of the tiers is a little too dark to read.
    light = mix(colour, page.theme.ink.text, LIGHTER)
    page.words(x, y, page.shortened(row.seen.label, strong, right - x), strong, light)


def _told(row: PlayerRow) -> str:
    kept = "keeps progress" if row.kept else "guest"
    return kept if row.plays else f"looks on · {kept}"


def _said_width(page: Page, row: PlayerRow) -> int:
    return page.measure.width(_told(row), page.style("regular", 16))


def _said(page: Page, row: PlayerRow, x: int, middle: int) -> None:
    """Say whether they play and what is kept."""
    top = middle - _line(page) // 2
    page.words(x, top, _told(row), page.style("regular", 16), page.theme.ink.dim)


def _team_width(page: Page, row: PlayerRow) -> int:
    if not row.team:
        return 0
    return page.measure.width(f"Team {row.team}", page.style("semibold", 15)) + page.u(34)


def _team(page: Page, row: PlayerRow, x: int, middle: int) -> None:
    """Draw a player's team on a small chip."""
    if not row.team:
        return
    style, wide = page.style("semibold", 15), _team_width(page, row) - page.u(16)
    line = page.measure.line_height(style)
    edge = (x, middle - line // 2 - page.u(1), wide, line + page.u(2))
    page.add(ops.Panel(edge, page.u(8), edge=page.theme.room.track, edge_width=max(1, page.u(2))))
    words, top = f"Team {row.team}", middle - line // 2
    page.words(x + wide // 2, top, words, style, page.theme.ink.text, align=0.5)


# -- seats that are free -------------------------------------------------------------------------


def free_seat(page: Page, rect: ops.Rect) -> None:
    """Draw the seat that is free, to be pressed."""
    focused = page.target(Target("add", rect, AddPlayer()))
    x, y, _, h = rect
    dashes(page, rect, page.u(14), page.theme.room.track)
    style, plus, dim = page.style("regular", 19), page.style("semibold", 24), page.theme.ink.dim
    middle = y + h // 2
    lift = middle - page.measure.line_height(plus) // 2
    page.words(x + page.u(22) + _disc(page) // 2, lift, "+", plus, dim, align=0.5)
    page.words(x + _lead(page), middle - page.measure.line_height(style) // 2, ADD, style, dim)
    if focused:
        page.ring(rect, page.u(14))


def dashes(page: Page, rect: ops.Rect, radius: int, colour: Colour) -> None:
    """Draw a dashed edge, its corners round."""
    x, y, w, h = rect
    thick, dash = max(1, page.u(2)), page.u(7)
    for length, across in ((w, True), (h, False)):
        run = length - 2 * radius
        count = max(1, round(run / page.u(12)))
        for number in range(count):
            at = radius + round(run * (number + 0.5) / count) - dash // 2
            for far in (0, (h if across else w) - thick):
                spot = (x + at, y + far, dash, thick) if across else (x + far, y + at, thick, dash)
                page.add(ops.Panel(spot, thick // 2, fill=colour))
    for degrees in range(CORNER_DASH[0], CORNER_DASH[1] + 1, 6):
        reach = radius - thick / 2
        inset = round(radius - thick / 2 - reach * math.cos(math.radians(degrees)))
        drop = round(radius - thick / 2 - reach * math.sin(math.radians(degrees)))
        for left in (x + inset, x + w - thick - inset):
            for top in (y + drop, y + h - thick - drop):
                page.add(ops.Panel((left, top, thick, thick), thick // 2, fill=colour))


def known_height(page: Page, known: tuple[tuple[int, str], ...], width: int) -> int:
    """Return how high the people of other evenings stand in a width."""
    lines = len(_pills(page, known, width))
    if not lines:
        return 0
    return _line(page) + page.u(6) + lines * (chip_height(page) + page.u(10)) - page.u(10)


def place_known(page: Page, known: tuple[tuple[int, str], ...], box: tuple[int, int, int]) -> None:
    """Draw the people of other evenings in (x, y, width), each to be seated by a press."""
    x, y, width = box
    page.words(x, y, KNOWN, page.style("regular", 16), page.theme.ink.dim)
    y += _line(page) + page.u(6)
    tall, style = chip_height(page), page.style("semibold", 16)
    top = (tall - page.measure.line_height(style)) // 2
    for line in _pills(page, known, width):
        left = x
        for person, label, wide in line:
            rect = (left, y, wide, tall)
            focused = page.target(Target(f"known-{person}", rect, AddPlayer(person)))
            edge = max(1, page.u(2))
            page.add(ops.Panel(rect, tall // 2, edge=page.theme.room.track, edge_width=edge))
            page.words(left + wide // 2, y + top, label, style, page.theme.ink.text, align=0.5)
            if focused:
                page.ring(rect, tall // 2)
            left += wide + page.u(10)
        y += tall + page.u(10)


def _pills(
    page: Page, known: tuple[tuple[int, str], ...], width: int
) -> list[list[tuple[int, str, int]]]:
    """Return lines of (number, words, width) for the people of other evenings."""
    style, pad, gap = page.style("semibold", 16), page.u(36), page.u(10)
    lines: list[list[tuple[int, str, int]]] = []
    used = 0
    for person, name in known:
        label = page.shortened(f"+ {name}", style, width - pad)
        wide = page.measure.width(label, style) + pad
        if not lines or used + wide > width:
            lines.append([])
            used = 0
        lines[-1].append((person, label, wide))
        used += wide + gap
    return lines
