"""Panels in rows: as many side by side as stand in a row, all of a row equally high."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.widgets.rows import column_width

PAD, GAP = 28, 24
TITLE = 28


@dataclass(frozen=True, slots=True)
class Part:
    """What stands in a panel: how high it is in a width, and how it is drawn in (x, y, width)."""

    height: Callable[[int], int]
    draw: Callable[[tuple[int, int, int]], None]


Row = Sequence[Part]


def panels_height(page: Page, rows: Sequence[Row], width: int) -> int:
    """Return how high the panels stand in a width."""
    heights = [_row_height(page, row, width) for row in rows]
    return sum(heights) + page.gap(GAP) * max(0, len(heights) - 1)


def draw_panels(page: Page, rows: Sequence[Row], box: tuple[int, int, int]) -> None:
    """Draw the panels from the top of (x, y, width) down."""
    x, y, width = box
    for row in rows:
        tall, wide = _row_height(page, row, width), _panel_width(page, row, width)
        for place, part in enumerate(row):
            left = x + place * (wide + page.gap(GAP))
            page.add(ops.Panel((left, y, wide, tall), page.u(18), fill=page.theme.room.row))
            part.draw((left + page.u(PAD), y + page.gap(PAD) - page.u(4), _inner(page, wide)))
        y += tall + page.gap(GAP)


def title_height(page: Page) -> int:
    """Return how high the title of a panel stands, with the air below it."""
    return page.measure.line_height(page.heading_style(TITLE)) + page.gap(14)


def panel_title(page: Page, box: tuple[int, int, int], text: str, aside: str = "") -> int:
    """Set the title of a panel in (x, y, width), and dim at its right what it is of; give the y."""
    x, y, width = box
    style, dim = page.heading_style(TITLE), page.style("regular", 16)
    shown = page.shortened(text.upper(), style, width)
    taken = page.words(x, y, shown, style, page.theme.ink.text)
    words = page.shortened(aside, dim, width - taken - page.u(24))
    if words:
        top = y + page.measure.line_height(style) - page.measure.line_height(dim) - page.u(3)
        page.words(x + width, top, words, dim, page.theme.ink.dim, align=1.0)
    return y + title_height(page)


def _row_height(page: Page, row: Row, width: int) -> int:
    inner = _inner(page, _panel_width(page, row, width))
    return max(part.height(inner) for part in row) + 2 * page.gap(PAD) - page.u(8)


def _panel_width(page: Page, row: Row, width: int) -> int:
    return column_width(width, len(row), page.gap(GAP))


def _inner(page: Page, wide: int) -> int:
    return wide - 2 * page.u(PAD)
