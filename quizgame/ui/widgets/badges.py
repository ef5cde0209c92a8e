"""Who somebody is at the table: a colour and a shape that belong together and never coincide."""

from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.theme import Colour

SHAPES = ("circle", "triangle", "square", "diamond", "star", "plus", "dome", "hourglass")


def badge_colour(page: Page, badge: int) -> Colour:
    """Return the colour of a badge."""
    return page.theme.players[badge % len(page.theme.players)]


def badge(page: Page, number: int, x: int, y: int, size: int) -> None:
    """Draw a badge: its dark shape on a disc of its colour, `size` pixels across."""
    page.add(ops.Panel((x, y, size, size), size // 2, fill=badge_colour(page, number)))
    inner = round(size * 0.46)
    inset = (size - inner) // 2
    spot = (x + inset, y + inset, inner, inner)
    page.add(ops.Symbol(shape(number), spot, page.theme.ink.on_amber))


def mark(page: Page, number: int, box: ops.Rect, colour: Colour) -> None:
    """Draw the bare shape of a badge, where its disc would be too loud."""
    page.add(ops.Symbol(shape(number), box, colour))


def shape(number: int) -> str:
    """Return the name of a badge's shape."""
    return SHAPES[number % len(SHAPES)]
