"""An envelope as it lies before a player, and how a prediction came out, in a mark and a word."""

from quizgame.ui import ops
from quizgame.ui.art.letters import TIP
from quizgame.ui.page import Page
from quizgame.ui.theme import Colour

SHAPE = 0.66
"""The height of an envelope, in shares of its width."""
SEAL = 0.4
"""The size of its seal, in shares of its height."""
FALL = 0.5
"""How far above the flap the wax begins to come down, in shares of the envelope's height."""
MARKS = {"right": ("check", "Right"), "wrong": ("cross", "Wrong"), "void": ("skip", "No verdict")}
"""The sign and the word for each way in which a prediction ends."""


def height_of(width: int) -> int:
    """Return how high an envelope of a width stands."""
    return round(width * SHAPE)


def envelope(
    page: Page, box: tuple[int, int, int], *, sealed: bool = True, fresh: bool = False
) -> None:
    """Draw an envelope at (x, y, width); `fresh` wax comes down on it while the page arrives."""
    x, y, wide = box
    high = height_of(wide)
    page.add(ops.Envelope((x, y, wide, high)))
    if sealed:
        side = round(high * SEAL)
        lift = round(page.setting.arriving * high * FALL) if fresh else 0
        left, top = x + (wide - side) // 2, y + round(high * TIP) - side * 11 // 20 - lift
        page.add(ops.Wax((left, top, side, side)))


def ending_colour(page: Page, ending: str) -> Colour:
    """Return the colour of an ending on paper."""
    paper = page.theme.ticket
    return {"right": paper.right, "wrong": paper.wrong}.get(ending, paper.ink_2)
