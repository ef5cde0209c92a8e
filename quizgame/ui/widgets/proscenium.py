"""The front of the stage: the curtain, shut or drawn aside, below a valance that bears a line."""

from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.theme import Style

CLOTH = 0.8
"""The share of a valance that is cloth, as `art.cloth` hangs it."""


def proscenium(page: Page, told: str, *, shut: bool) -> int:
    """Draw the curtain and the valance with what is told on it; give the y below its cloth."""
    w, h = page.setting.size
    if shut:
        page.add(ops.Curtain((0, 0, w, h), "shut"))
    else:
        page.add(ops.Backdrop((w, h)))
        page.add(ops.Curtain((0, 0, w // 6, h), "left"))
        page.add(ops.Curtain((w - w // 6, 0, w // 6, h), "right"))
    style = _style(page)
    lines = page.lines(told, style, w - 2 * page.margin, most=2) if told else []
    tall = len(lines) * page.measure.line_height(style)
    hem = max(page.u(70), tall + page.u(28))
    page.add(ops.Curtain((0, 0, w, round(hem / CLOTH)), "valance"))
    y = (hem - tall) // 2
    for line in lines:
        page.words(w // 2, y, line, style, page.theme.ink.text, align=0.5)
        y += page.measure.line_height(style)
    return hem


def _style(page: Page) -> Style:
    return page.style("semibold", 20)
