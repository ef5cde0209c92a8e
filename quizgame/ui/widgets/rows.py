"""Choices in rows: how high each row may be, and one choice with its letter."""

from dataclasses import dataclass

from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.theme import Colour, Style, Ticket, mix


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a choice; without a `badge` its letter stands on the bare row."""

    fill: Colour | None
    edge: Colour
    ink: Colour
    badge: Colour | None
    letter: Colour
    struck: bool = False


def plain(paper: Ticket) -> Look:
    """Return how a choice looks that can be taken."""
    return Look(paper.choice, paper.edge, paper.ink, paper.ink, paper.cream)


def taken_away(paper: Ticket) -> Look:
    """Return how a choice looks that a 50:50 has removed."""
    faint = mix(paper.cream, paper.ink_2, 0.6)
    edge = mix(paper.cream, paper.edge, 0.5)
    return Look(None, edge, faint, None, faint, struck=True)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows in columns, each between its `least` height and its `best`, in pixels.

    Choices run across; where they are read `down`, one column is filled after the other.
    """

    columns: int
    gap: int
    count: int
    least: tuple[int, ...]
    best: tuple[int, ...]
    down: bool = False

    @property
    def picked(self) -> str:
        """What the hints call the way to pick one of them."""
        if self.columns == 1:
            return "pick"
        return "pick abreast" if self.count <= self.columns else "pick around"

    def height(self, spare: int = 0) -> int:
        """Return how high the rows stand with `spare` pixels to share."""
        return sum(self._heights(spare)) + self.gap * max(0, len(self.least) - 1)

    def boxes(self, x: int, y: int, width: int, spare: int) -> list[ops.Rect]:
        """Return where each choice stands, from its top left, in a width."""
        heights = self._heights(spare)
        wide = column_width(width, self.columns, self.gap)
        boxes = []
        for row, column in places(self.count, self.columns, down=self.down):
            top = y + sum(heights[:row]) + self.gap * row
            boxes.append((x + column * (wide + self.gap), top, wide, heights[row]))
        return boxes

    def _heights(self, spare: int) -> list[int]:
        wanted = sum(self.best) - sum(self.least)
        share = min(1.0, max(0, spare) / wanted) if wanted else 0.0
        pairs = zip(self.least, self.best, strict=True)
        return [least + int((best - least) * share) for least, best in pairs]


def abreast(boxes: list[ops.Rect]) -> bool:
    """Tell whether choices stand side by side in a single row."""
    return len(boxes) > 1 and len({y for _, y, _, _ in boxes}) == 1


def column_width(width: int, columns: int, gap: int) -> int:
    """Return how wide each column is."""
    return (width - gap * (columns - 1)) // columns


def places(count: int, columns: int, *, down: bool) -> list[tuple[int, int]]:
    """Return the row and column of each choice."""
    rows = -(-count // columns)
    if down:
        return [(number % rows, number // rows) for number in range(count)]
    return [divmod(number, columns) for number in range(count)]


def grid(page: Page, words: list[int], columns: int, gap: int, *, down: bool = False) -> Grid:
    """Return the rows for choices whose words stand so high."""
    spots = places(len(words), columns, down=down)
    rows = range(-(-len(words) // columns))
    tallest = [max(t for t, (r, _) in zip(words, spots, strict=True) if r == row) for row in rows]
    ease = min(1.3, page.roomy)
    roomy = page.u(72 * ease) if len(tallest) > 1 else page.u(96 * ease)
    least = tuple(max(page.u(52), tall + page.u(12)) for tall in tallest)
    best = tuple(max(roomy, tall + page.u(28)) for tall in tallest)
    return Grid(columns, gap, len(words), least, best, down)


def badge_size(page: Page, style: Style) -> int:
    """Return the side of the square a choice's letter stands on."""
    return max(page.u(40), min(page.u(56), page.measure.line_height(style)))


def words_height(page: Page, letter: str, text: str, style: Style, width: int) -> int:
    """Return how high the words of a choice stand in a row of a width."""
    lost = page.u(42) + (badge_size(page, style) + page.u(18) if letter else 0)
    return page.paragraph_height(text, style, max(page.u(60), width - lost))


def row(
    page: Page, box: ops.Rect, letter: str, text: str, style: Style, look: Look, kept: int = 0
) -> None:
    """Draw a choice: its letter on a badge, its words beside it, `kept` pixels free after."""
    x, y, w, h = box
    edge = max(1, page.u(2))
    page.add(ops.Panel(box, page.u(14), fill=look.fill, edge=look.edge, edge_width=edge))
    left = x + page.u(20)
    if letter:
        size = badge_size(page, style)
        top = y + (h - size) // 2
        page.add(ops.Panel((left, top, size, size), page.u(10), fill=look.badge))
        mark = Style("semibold", round(style.px * 0.85))
        top += (size - page.measure.line_height(mark)) // 2
        page.words(left + size // 2, top, letter, mark, look.letter, align=0.5)
        left += size + page.u(18)
    line = page.measure.line_height(style)
    lines = page.even_lines(text, style, max(page.u(60), x + w - page.u(22) - kept - left))
    top = y + (h - len(lines) * line) // 2
    for words in lines:
        wide = page.words(left, top, words, style, look.ink)
        if look.struck:
            page.add(ops.Panel((left, top + line * 5 // 9, wide, edge), 0, fill=look.ink))
        top += line
