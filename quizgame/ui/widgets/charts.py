"""Charts: bars with their shares, the weeks day by day, and numbers on tiles."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.theme import Colour, Style, mix

BROADEST = 0.36
"""The share of a width that the names beside bars may take; broader ones stand above them."""
DAYS = "MTWTFSS"
SHADES = (0.0, 0.3, 0.58, 1.0)
"""How much of the amber a day takes on, by how full it was."""
FEWER, MORE = "Fewer", "More"


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its name, its colour, its share in per cent, None where there is nothing to share.

    `of` is how many it is a share of, where that is to be told.
    """

    name: str
    colour: Colour
    share: int | None
    of: int | None = None


@dataclass(frozen=True, slots=True)
class _Set:
    """How bars are set in a width: pixels for names and shares, the height of each and a gap."""

    name: int
    share: int
    beside: bool
    each: int
    gap: int


# -- bars ------------------------------------------------------------------------------------------


def bars_height(page: Page, bars: Sequence[Bar], width: int) -> int:
    """Return how high the bars stand in a width."""
    found = _set(page, bars, width)
    return len(bars) * (found.each + found.gap) - found.gap if bars else 0


def draw_bars(page: Page, bars: Sequence[Bar], box: tuple[int, int, int]) -> int:
    """Draw the bars in (x, y, width), one below the other; give the y below."""
    x, y, width = box
    found = _set(page, bars, width)
    for bar in bars:
        _bar(page, bar, found, (x, y, width, found.each))
        y += found.each + found.gap
    return y - found.gap if bars else y


def _name_style(page: Page) -> Style:
    return page.style("semibold", 16)


def _share_style(page: Page) -> Style:
    return page.style("extrabold", 18)


def _share_words(bar: Bar) -> str:
    if bar.share is None:
        return "no cards"
    return f"{bar.share}%" if bar.of is None else f"{bar.share}% of {bar.of:,}"


def _set(page: Page, bars: Sequence[Bar], width: int) -> _Set:
    measure, name, share = page.measure, _name_style(page), _share_style(page)
    names = max((measure.width(bar.name, name) for bar in bars), default=0)
    shares = max([measure.width("100%", share), *(_share_width(page, bar) for bar in bars)])
    beside = names <= width * BROADEST
    line, names_line = measure.line_height(share), measure.line_height(name)
    each = line if beside else line + names_line
    return _Set(names, shares, beside, each, page.gap(14 if beside else 10))


def _share_width(page: Page, bar: Bar) -> int:
    style = _share_style(page) if bar.share is not None else _name_style(page)
    return page.measure.width(_share_words(bar), style)


def _bar(page: Page, bar: Bar, found: _Set, box: ops.Rect) -> None:
    x, y, width, tall = box
    measure, name, right = page.measure, _name_style(page), x + width
    line = measure.line_height(_share_style(page))
    low = y + tall - line
    top = low + (line - measure.line_height(name)) // 2 if found.beside else y
    page.words(x, top, page.shortened(bar.name, name, width), name, bar.colour)
    left = x + found.name + page.u(24) if found.beside else x
    thick = page.sign(14)
    track = (left, low + (line - thick) // 2, right - found.share - page.u(18) - left, thick)
    page.add(ops.Panel(track, thick // 2, fill=page.theme.room.panel))
    if bar.share:
        # The least there is must still be seen as something.
        lit = max(thick, track[2] * bar.share // 100)
        page.add(ops.Panel((*track[:2], lit, thick), thick // 2, fill=bar.colour))
    style, ink = (_share_style(page), page.theme.ink.text)
    if bar.share is None:
        style, ink = name, page.theme.ink.dim
    rise = low + (line - measure.line_height(style)) // 2
    page.words(track[0] + track[2] + page.u(18), rise, _share_words(bar), style, ink)


# -- weeks -----------------------------------------------------------------------------------------


def weeks_height(page: Page, told: str, width: int) -> int:
    """Return how high the weeks stand in a width, with what is `told` below them."""
    return len(DAYS) * _pitch(page) + page.gap(10) + _below_height(page, told, width)


def draw_weeks(
    page: Page,
    weeks: Sequence[Sequence[int | None]],
    told: str,
    box: tuple[int, int, int],
) -> None:
    """Draw a column a week and a row a day in (x, y, width); what is still ahead is left out."""
    x, y, width = box
    style, pitch, gap = _small(page), _pitch(page), page.u(8)
    slot = max(page.measure.width(day, style) for day in DAYS)
    left = x + slot + page.u(12)
    room = x + width - left
    edges = [left + (room + gap) * place // len(weeks) for place in range(len(weeks) + 1)]
    for row, day in enumerate(DAYS):
        top = y + row * pitch
        rise = top + (pitch - gap - page.measure.line_height(style)) // 2
        page.words(x + slot // 2, rise, day, style, page.theme.ink.dim, align=0.5)
        for column, week in enumerate(weeks):
            cell = (edges[column], top, edges[column + 1] - gap - edges[column], pitch - gap)
            full = week[row]
            if full is not None:
                _cell(page, full, cell)
    _below(page, told, (x, y + len(DAYS) * pitch + page.gap(10), width))


def _cell(page: Page, full: int, box: ops.Rect) -> None:
    room = page.theme.room
    colour = mix(room.panel, room.amber, SHADES[full])
    page.add(ops.Panel(box, page.u(5), fill=colour))


def _pitch(page: Page) -> int:
    return max(page.gap(30), page.measure.line_height(_small(page)))


def _small(page: Page) -> Style:
    return page.style("regular", 15)


def _legend_width(page: Page) -> int:
    words = sum(page.measure.width(words, _small(page)) for words in (FEWER, MORE))
    return words + len(SHADES) * page.sign(18) + (len(SHADES) + 1) * page.u(6)


def _in_one_line(page: Page, told: str, width: int) -> bool:
    taken = page.measure.width(told, page.style("semibold", 16))
    return taken + page.u(24) + _legend_width(page) <= width


def _below_height(page: Page, told: str, width: int) -> int:
    strong = page.style("semibold", 16)
    if not told or _in_one_line(page, told, width):
        return page.measure.line_height(strong)
    lines = page.paragraph_height(told, strong, width)
    return lines + page.gap(6) + page.measure.line_height(strong)


def _below(page: Page, told: str, box: tuple[int, int, int]) -> None:
    """Set what is told below the weeks, and at the right, or below it, what the shades mean."""
    x, y, width = box
    strong, small = page.style("semibold", 16), _small(page)
    line = page.measure.line_height(strong)
    below = page.paragraph((x, y, width), told, strong, page.theme.ink.text) if told else y
    left, top = x + width - _legend_width(page), y
    if told and not _in_one_line(page, told, width):
        left, top = x, below + page.gap(6)
    rise = top + (line - page.measure.line_height(small)) // 2
    left += page.words(left, rise, FEWER, small, page.theme.ink.dim) + page.u(6)
    side = page.sign(18)
    for full in range(len(SHADES)):
        _cell(page, full, (left, top + (line - side) // 2, side, side))
        left += side + page.u(6)
    page.words(left, rise, MORE, small, page.theme.ink.dim)


# -- tiles -----------------------------------------------------------------------------------------

Tile = tuple[str, str]
"""A number as it is written, and what it counts."""


def tiles_height(page: Page, tiles: Sequence[Tile], width: int) -> int:
    """Return how high the tiles stand in a width."""
    lines = -(-len(tiles) // _columns(page, tiles, width))
    return lines * (_tile_height(page) + page.gap(16)) - page.gap(16)


def draw_tiles(page: Page, tiles: Sequence[Tile], box: tuple[int, int, int]) -> None:
    """Draw the tiles in (x, y, width), as many side by side as there is room for."""
    x, y, width = box
    columns, gap, tall = _columns(page, tiles, width), page.gap(16), _tile_height(page)
    number, label = _number(page), page.style("regular", 16)
    for place, (words, what) in enumerate(tiles):
        row, column = divmod(place, columns)
        left = x + (width + gap) * column // columns
        wide = x + (width + gap) * (column + 1) // columns - gap - left
        top = y + row * (tall + gap)
        page.add(ops.Panel((left, top, wide, tall), page.u(14), fill=page.theme.room.panel))
        inner, room = left + page.u(18), wide - page.u(36)
        fitted = _fitted(page, words, number, room)
        lift = page.measure.line_height(number) - page.measure.line_height(fitted)
        page.words(inner, top + page.gap(10) + lift // 2, words, fitted, page.theme.ink.amber)
        low = top + page.gap(10) + page.measure.line_height(number)
        page.words(inner, low, page.shortened(what, label, room), label, page.theme.ink.dim)


def _number(page: Page) -> Style:
    return page.heading_style(44)


def _fitted(page: Page, words: str, style: Style, room: int) -> Style:
    needed = page.measure.width(words, style)
    return style if needed <= room else Style(style.face, style.px * room // needed)


def _tile_height(page: Page) -> int:
    label = page.measure.line_height(page.style("regular", 16))
    return page.measure.line_height(_number(page)) + label + 2 * page.gap(10)


def _columns(page: Page, tiles: Sequence[Tile], width: int) -> int:
    """Return into how many columns, of those that leave no gap, the tiles fit."""
    label = page.style("regular", 16)
    widest = max(page.measure.width(what, label) for _, what in tiles) + page.u(36)
    fits = max(1, (width + page.gap(16)) // (max(widest, page.u(150)) + page.gap(16)))
    return next(n for n in range(min(fits, len(tiles)), 0, -1) if len(tiles) % n == 0)
