"""The marks of a whole round: a sign a card, or a bar where the cards are too many."""

from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.widgets.ticket import mark_colour

SIGNS = {"right": "check", "half": "half", "wrong": "cross", "timeout": "cross"}
SIZES = (22, 18, 14, 12)
TALLEST = 96
BAR = ("right", "half", "wrong", "timeout", "skipped")


def tally_height(page: Page, marks: tuple[str, ...], width: int) -> int:
    """Return how high the marks of a round stand in a width."""
    size, columns = _set(page, marks, width)
    if not size:
        return page.u(12)
    return -(-len(marks) // columns) * (size + page.u(8)) - page.u(8)


def tally(page: Page, marks: tuple[str, ...], x: int, y: int, width: int) -> None:
    """Draw the marks in the middle of a width, in lines of the same length."""
    size, columns = _set(page, marks, width)
    if not size:
        _bar(page, marks, (x, y, width, page.u(12)))
        return
    pitch = size + page.u(8)
    left = x + (width - columns * pitch + page.u(8)) // 2
    for place, mark in enumerate(marks):
        row, column = divmod(place, columns)
        spot = (left + column * pitch, y + row * pitch, size, size)
        page.add(ops.Symbol(SIGNS.get(mark, "skip"), spot, mark_colour(page, mark)))


def _set(page: Page, marks: tuple[str, ...], width: int) -> tuple[int, int]:
    """Return the largest size of sign that all marks fit in, and how many stand in a line."""
    gap = page.u(8)
    for design in SIZES:
        size = page.sign(design)
        lines = -(-len(marks) // max(1, (width + gap) // (size + gap)))
        if lines * (size + gap) - gap <= page.u(TALLEST):
            return size, -(-len(marks) // max(1, lines))
    return 0, 0


def _bar(page: Page, marks: tuple[str, ...], rect: ops.Rect) -> None:
    x, y, w, h = rect
    done = 0
    for mark in BAR:
        left = x + w * done // len(marks)
        done += marks.count(mark)
        box = (left, y, x + w * done // len(marks) - left, h)
        page.add(ops.Panel(box, 0, fill=mark_colour(page, mark)))
