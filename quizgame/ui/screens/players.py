"""Who is playing, and how: a row a player, the two ways to play, the rules of the evening."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from quizgame.domain.intents import Back, Change, Go, Intent, Start
from quizgame.domain.tableviews import PlayerRow, PlayersView, Way
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.widgets.basic import (
    backdrop,
    button,
    button_height,
    button_width,
    foot,
    heading,
    hints,
)
from quizgame.ui.widgets.choices import chip_height, flow, flow_height, flow_width, place_flow
from quizgame.ui.widgets.seats import (
    Seats,
    free_seat,
    known_height,
    place_known,
    player_row,
    seats,
)

HOW = "How will you play?"
HOLD = "Who joins plays from the next round on."
GAP = 10
"""Design pixels between rows."""
MOST_TOLD = 0.3
"""The share of the page below its heading that what is told may take beside the button."""
DOES = {
    "player": "change this player",
    "remove": "take this player away",
    "add": "add",
    "known": "add",
    "set": "switch on or off",
    "start": "begin",
    "continue": "go on",
    "back": "back",
}
"""What the hints say that Enter does on each kind of target."""
RULES = {
    "set-table_stakes": "say how sure you are, to win or lose more by it",
    "set-table_bets": "the others bet whether it will be right",
    "set-table_steals": "the next in turn gets a shot at a miss",
}
"""What the switches among the rules of the evening are for."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the page is set: the width of its columns, and how high what stays at the foot is.

    `band` when the rules of the evening stand beside the button; `beside` when what is told does.
    In one column, `right` is 0.
    """

    left: int
    right: int
    look: Seats
    band: bool
    beside: bool
    foot: int


@dataclass(frozen=True, slots=True)
class _Block:
    """A piece of a column: the gap above it in design pixels, its height, and what draws it."""

    gap: float
    tall: int
    draw: Callable[[int, int], None]


def compose(page: Page, view: PlayersView) -> None:
    """Lay out the players and the ways to play."""
    backdrop(page)
    y = heading(page, "Who is playing?", aside=view.pack_title)
    bottom = foot(page) - page.u(22)
    plan = _plan(page, view, bottom - y)
    room = bottom - plan.foot - y
    tall = page.settled(room, lambda: _height(page, view, plan, plan.look.least))
    seated = max(1, len(view.rows) + view.can_add)
    spare = room - tall if tall <= room else room
    row = min(plan.look.best, plan.look.least + spare // seated)
    box = (page.margin, y, page.width - 2 * page.margin, room)
    tall = _height(page, view, plan, row)
    # Some of the room that is left stands above.
    air = max(0, min(page.u(24), (room - tall) // 2))
    with page.scrolled(box, tall) as top:
        columns = _columns(page, view, plan, row)
        below = max(_place(page, blocks, x, top + air) for blocks, x in columns)
        _place(page, _below(page, view, plan), page.margin, below)
    _foot(page, view, plan, bottom)
    hints(page, ("choose", "choose"), ("open", _pressed(page)), ("back", "back"))


def _pressed(page: Page) -> str:
    focus = page.setting.focus or page.first
    return RULES.get(focus) or DOES.get(focus.partition("-")[0], "choose")


def _plan(page: Page, view: PlayersView, room: int) -> _Plan:
    wide = page.width - 2 * page.margin
    two = bool(view.ways) and not page.large
    right = round(wide * 0.32) if two else 0
    left = wide - right - page.u(40) if two else wide
    label, _ = _start(view)
    free = wide - button_width(page, label) - page.u(32)
    band = two and flow_width(page, view.choices) <= free
    told = _told_height(page, view, free)
    beside = not two and told <= room * MOST_TOLD
    tall = button_height(page)
    if band:
        tall = max(tall, flow_height(page, [list(view.choices)]) + (tall - chip_height(page)) // 2)
    if beside:
        tall = max(tall, told)
    return _Plan(left, right, seats(page, view.rows, left), band, beside, tall + page.u(20))


# -- what may scroll -----------------------------------------------------------------------------


def _height(page: Page, view: PlayersView, plan: _Plan, row: int) -> int:
    columns = [_tall(page, blocks) for blocks, _ in _columns(page, view, plan, row)]
    return max(columns) + _tall(page, _below(page, view, plan))


def _tall(page: Page, blocks: list[_Block]) -> int:
    return sum(page.gap(block.gap) + block.tall for block in blocks)


def _place(page: Page, blocks: list[_Block], x: int, y: int) -> int:
    """Draw blocks below each other; give the y below them."""
    for block in blocks:
        y += page.gap(block.gap)
        block.draw(x, y)
        y += block.tall
    return y


def _columns(
    page: Page, view: PlayersView, plan: _Plan, row: int
) -> list[tuple[list[_Block], int]]:
    """Return the columns with the x each stands at."""
    left = (_seated(page, view, plan, row), page.margin)
    if not plan.right:
        return [left]
    right = [_ways(page, view, plan.right, GAP), *_told(page, view, plan.right)]
    return [left, (right, page.width - page.margin - plan.right)]


def _below(page: Page, view: PlayersView, plan: _Plan) -> list[_Block]:
    """Return what stands below the columns."""
    blocks = []
    if view.ways and not plan.right:
        blocks.append(_ways(page, view, plan.left, 24))
    if view.choices and not plan.band:
        wide = page.width - 2 * page.margin
        lines = flow(page, view.choices, wide)
        draw = partial(place_flow, page, lines)
        blocks.append(_Block(24, flow_height(page, lines), draw))
    if not plan.right and not plan.beside:
        blocks += _told(page, view, plan.left)
    return blocks


def _seated(page: Page, view: PlayersView, plan: _Plan, tall: int) -> list[_Block]:
    """Return the rows of the players, the free seat and those who could be seated."""
    blocks, wide = [], plan.left
    if view.under_way:
        style, ink = page.style("regular", 19), page.theme.ink.dim
        height = page.paragraph_height(HOLD, style, wide)

        def lead(x: int, y: int) -> None:
            page.paragraph((x, y, wide), HOLD, style, ink)

        blocks.append(_Block(0, height, lead))
    if view.unfinished:
        blocks.append(_unfinished(page, view, wide))

    def drawn(row: PlayerRow) -> Callable[[int, int], None]:
        return lambda x, y: player_row(page, row, plan.look, (x, y, tall))

    blocks += [_Block(GAP, tall, drawn(row)) for row in view.rows]
    if view.can_add:
        blocks.append(_Block(GAP, tall, lambda x, y: free_seat(page, (x, y, wide, tall))))
    if view.can_add and view.known:
        blocks.append(
            _Block(
                18,
                known_height(page, view.known, wide),
                lambda x, y: place_known(page, view.known, (x, y, wide)),
            )
        )
    return blocks


def _unfinished(page: Page, view: PlayersView, wide: int) -> _Block:
    """Return the way back into a game that has not been ended."""
    tall = button_height(page)

    def draw(x: int, y: int) -> None:
        rect = (x, y, wide, tall)
        go_on = Go("continue-table")
        button(page, "continue", rect, "Go on with the last game", go_on, aside=view.unfinished)

    return _Block(0, tall, draw)


def _told_height(page: Page, view: PlayersView, wide: int) -> int:
    style = page.style("regular", 16)
    heights = [page.paragraph_height(sentence, style, wide) for sentence in view.told]
    return sum(heights) + page.u(8) * max(0, len(heights) - 1)


def _told(page: Page, view: PlayersView, wide: int) -> list[_Block]:
    """Return what is to be known before starting; why it is not possible yet stands out."""
    tall = _told_height(page, view, wide)
    return [_Block(18, tall, lambda x, y: _tell(page, view, (x, y, wide)))] if tall else []


def _tell(page: Page, view: PlayersView, box: tuple[int, int, int]) -> None:
    x, y, wide = box
    ink = page.theme.ink
    for sentence in view.told:
        colour = ink.dim if view.can_start else ink.amber
        y = page.paragraph((x, y, wide), sentence, page.style("regular", 16), colour) + page.u(8)


# -- the ways to play ----------------------------------------------------------------------------


def _ways(page: Page, view: PlayersView, wide: int, gap: float) -> _Block:
    """Return the panel with the ways to play."""
    style, pad = page.heading_style(30), page.u(24)
    inner = wide - 2 * pad
    head = page.measure.line_height(style) + page.u(14)
    heights = [_way_height(page, way, inner) for way in view.ways]
    tall = 2 * pad + head + sum(heights) + page.u(12) * (len(heights) - 1)

    def draw(x: int, y: int) -> None:
        page.add(ops.Panel((x, y, wide, tall), page.u(18), fill=page.theme.room.row))
        page.words(x + pad, y + pad, HOW.upper(), style, page.theme.ink.text)
        at = y + pad + head
        for way, height in zip(view.ways, heights, strict=True):
            _way(page, way, (x + pad, at, inner, height), here=way.value == view.way)
            at += height + page.u(12)

    return _Block(gap, tall, draw)


def _way_height(page: Page, way: Way, wide: int) -> int:
    means = page.paragraph_height(way.means, page.style("regular", 16), wide - page.u(36))
    label = page.measure.line_height(page.style("extrabold", 18))
    return 2 * page.u(16) + label + page.u(4) + means


def _way(page: Page, way: Way, rect: ops.Rect, *, here: bool) -> None:
    room, ink, style = page.theme.room, page.theme.ink, page.style("extrabold", 18)
    focused = page.target(Target(f"way-{way.value}", rect, Change("table_way", way.value)))
    x, y, w, _ = rect
    edge = max(2, page.u(2)) if here else 0
    page.add(ops.Panel(rect, page.u(14), fill=room.panel, edge=room.amber, edge_width=edge))
    pad, top, line = page.u(18), y + page.u(16), page.measure.line_height(style)
    page.words(x + pad, top, way.label, style, ink.text)
    if here:
        size = page.sign(18)
        spot = (x + w - pad - size, top + (line - size) // 2, size, size)
        page.add(ops.Symbol("check", spot, ink.amber))
    box = (x + pad, top + line + page.u(4), w - 2 * pad)
    page.paragraph(box, way.means, page.style("regular", 16), ink.dim)
    if focused:
        page.ring(rect, page.u(14))


# -- what stays in sight -------------------------------------------------------------------------


def _start(view: PlayersView) -> tuple[str, Intent | None]:
    """Return what the button says and asks for."""
    if view.under_way:
        return "Back to the game", Back()
    return "Raise the curtain", Start() if view.can_start else None


def _foot(page: Page, view: PlayersView, plan: _Plan, bottom: int) -> None:
    """Draw the button, and beside it the rules of the evening or what is told."""
    label, intent = _start(view)
    wide, tall = button_width(page, label), button_height(page)
    right = page.width - page.margin
    middle = bottom - tall // 2
    if plan.band:
        lines = [list(view.choices)]
        y = middle + chip_height(page) // 2 - flow_height(page, lines)
        place_flow(page, lines, page.margin, y)
    if plan.beside:
        free = right - wide - page.u(32) - page.margin
        told = _told_height(page, view, free)
        y = bottom - (told + max(told, tall)) // 2
        _tell(page, view, (page.margin, y, free))
    button(page, "start", (right - wide, bottom - tall, wide, tall), label, intent, primary=True)
