"""What each side has won: shape, name and score, in one line or a tidy block of two."""

from dataclasses import dataclass

from quizgame.domain.tags import Standing
from quizgame.ui.page import Page
from quizgame.ui.theme import Colour, Style
from quizgame.ui.widgets.badges import badge_colour, mark

MOST_LINES = 2
GAPS = (52, 40, 28)
"""Between two sides, in design pixels: wide before narrow."""
NAME = 150
"""What a name takes at most, in design pixels, where not all stand whole in one line."""
LEAST_NAME = 2.5
"""Where a name gets less room than this many times its height, the shapes alone must do."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Names as they are shown, the width of each column, and what lies between."""

    names: tuple[str, ...]
    columns: tuple[int, ...]
    gap: int


def standings_height(page: Page, rows: tuple[Standing, ...], width: int) -> int:
    """Return how high the standings stand in a width."""
    return _lines(len(rows), _plan(page, rows, width)) * _line_height(page) if rows else 0


def standings(
    page: Page,
    rows: tuple[Standing, ...],
    box: tuple[int, int, int],
    *,
    align: float = 0.5,
    pale: bool = False,
) -> int:
    """Draw the standings in (x, y, width) to the left, middle (0.5) or right; give the y below.

    In the room each shape has its player's colour; on velvet, where it would be lost, it is `pale`.
    """
    if not rows:
        return box[1]
    x, y, width = box
    plan = _plan(page, rows, width)
    wide = sum(plan.columns) + plan.gap * (len(plan.columns) - 1)
    lefts = [x + round(align * (width - wide))]
    for column in plan.columns[:-1]:
        lefts.append(lefts[-1] + column + plan.gap)
    for place, (row, name) in enumerate(zip(rows, plan.names, strict=True)):
        line, column = divmod(place, len(plan.columns))
        colour = page.theme.ink.text if pale else badge_colour(page, row.who.badge)
        _side(page, row, name, (lefts[column], y + line * _line_height(page)), colour)
    return y + _lines(len(rows), plan) * _line_height(page)


def _side(page: Page, row: Standing, name: str, spot: tuple[int, int], colour: Colour) -> None:
    x, y = spot
    plain, strong, ink = _plain(page), _strong(page), page.theme.ink.text
    size = _size(page)
    top = y + (_line_height(page) - page.measure.line_height(plain)) // 2
    middle = top + page.measure.line_height(plain) // 2
    mark(page, row.who.badge, (x, middle - size // 2, size, size), colour)
    x += size + _air(page)
    if name:
        x += page.words(x, top, name, plain, ink) + _air(page)
    page.words(x, top, _score(row), strong, ink)


def _plan(page: Page, rows: tuple[Standing, ...], width: int) -> _Plan:
    """Return as few lines as it takes with names whole or of some length, or else the most."""
    whole = tuple(row.who.name for row in rows)
    room = round(page.u(NAME) * page.roomy)
    cut = tuple(page.shortened(name, _plain(page), room) for name in whole)
    for lines, names in ((1, whole), (1, cut), (MOST_LINES, cut)):
        count = -(-len(rows) // lines)
        for gap in map(page.u, GAPS):
            columns = _columns(page, rows, names, count)
            if sum(columns) + gap * (count - 1) <= width:
                return _Plan(names, columns, gap)
    count, gap = -(-len(rows) // MOST_LINES), page.u(GAPS[-1])
    room = (width - gap * (count - 1)) // count
    names = _shortened(page, rows, room)
    return _Plan(names, _columns(page, rows, names, count), gap)


def _shortened(page: Page, rows: tuple[Standing, ...], width: int) -> tuple[str, ...]:
    """Return the names cut to what is left of a width, or none at all where that says nothing."""
    style = _plain(page)
    rooms = [width - _width(page, row, "") - _air(page) for row in rows]
    if min(rooms) < LEAST_NAME * style.px:
        return ("",) * len(rows)
    pairs = zip(rows, rooms, strict=True)
    return tuple(page.shortened(row.who.name, style, room) for row, room in pairs)


def _columns(
    page: Page, rows: tuple[Standing, ...], names: tuple[str, ...], count: int
) -> tuple[int, ...]:
    """Return how wide each column is: as wide as what stands in it."""
    widths = [_width(page, row, name) for row, name in zip(rows, names, strict=True)]
    return tuple(max(widths[column::count]) for column in range(count))


def _width(page: Page, row: Standing, name: str) -> int:
    wide = _size(page) + _air(page) + page.measure.width(_score(row), _strong(page))
    return wide + (page.measure.width(name, _plain(page)) + _air(page) if name else 0)


def _score(row: Standing) -> str:
    return f"{row.score:,}".replace("-", "−")


def _lines(count: int, plan: _Plan) -> int:
    return -(-count // len(plan.columns))


def _plain(page: Page) -> Style:
    return page.style("regular", 18)


def _strong(page: Page) -> Style:
    return page.style("extrabold", 18)


def _air(page: Page) -> int:
    return page.sign(7)


def _size(page: Page) -> int:
    return page.sign(16)


def _line_height(page: Page) -> int:
    return page.measure.line_height(_plain(page)) + page.u(2)
