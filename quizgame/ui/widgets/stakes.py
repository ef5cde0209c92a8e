"""How sure one is of the answer to come: chips on the ticket, the one in force marked."""

from quizgame.domain.intents import Stake
from quizgame.domain.views import AskView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Style

Stakes = tuple[tuple[str, str], ...]
FIGURES = "  "
"""What stands between the name of a stake and what is at stake."""


def stakes_width(page: Page, offered: Stakes) -> int:
    """Return how wide the chips stand in a line, each as wide as its words."""
    return sum(_wide(page, words) for _, words in offered) + _gap(page) * max(0, len(offered) - 1)


def stakes_height(page: Page, offered: Stakes, width: int = 0) -> int:
    """Return how high the chips stand; over a `width` the figures may go below the names."""
    if not offered:
        return 0
    line = page.measure.line_height(_name_style(page))
    lines = 2 if width and _folded(page, offered, width) else 1
    return max(page.u(44), lines * line + page.u(12))


def stakes(page: Page, view: AskView, box: tuple[int, int, int]) -> None:
    """Draw the chips over (x, y, width), shared among them."""
    x, y, w = box
    gap, offered = _gap(page), view.stakes
    folded = _folded(page, offered, w)
    tall = stakes_height(page, offered, w)
    spare = max(0, w - stakes_width(page, offered))
    each = (w - gap * (len(offered) - 1)) // len(offered)
    for value, words in offered:
        wide = each if folded else _wide(page, words) + spare // len(offered)
        target = Target(f"stake-{value}", (x, y, wide, tall), Stake(value))
        _chip(page, target, words, on=value == view.stake, folded=folded)
        x += wide + gap


def _name_style(page: Page) -> Style:
    return page.style("semibold", 16)


def _figures_style(page: Page) -> Style:
    return page.style("regular", 16)


def _gap(page: Page) -> int:
    return page.u(8)


def _dot(page: Page) -> int:
    return page.sign(16)


def _wide(page: Page, words: str) -> int:
    name, _, figures = words.partition(FIGURES)
    taken = page.measure.width(name, _name_style(page)) + _dot(page) + page.u(8) + page.u(28)
    return taken + (page.u(10) + page.measure.width(figures, _figures_style(page)))


def _folded(page: Page, offered: Stakes, width: int) -> bool:
    return stakes_width(page, offered) > width


def _chip(page: Page, target: Target, words: str, *, on: bool, folded: bool) -> None:
    paper = page.theme.ticket
    focused = page.target(target)
    x, y, w, h = target.rect
    y += page.u(2) if page.setting.pressed == target.key else 0
    fill, edge = (paper.half_wash, paper.focus) if on else (None, paper.edge)
    thin = max(1, page.u(2))
    page.add(ops.Panel((x, y, w, h), page.u(12), fill=fill, edge=edge, edge_width=thin))
    name, _, figures = words.partition(FIGURES)
    style, small = _name_style(page), _figures_style(page)
    line, dot = page.measure.line_height(style), _dot(page)
    top = y + (h - (2 if folded else 1) * line) // 2
    taken = _wide(page, words)
    left = x + page.u(14) + (0 if folded else max(0, w - taken) // 2)
    _radio(page, (left, top + (line - dot) // 2, dot, dot), on=on)
    left += dot + page.u(8)
    room = x + w - page.u(10) - left
    wide = page.words(left, top, page.shortened(name, style, room), style, paper.ink)
    at = (left, top + line) if folded else (left + wide + page.u(10), top)
    ink = paper.ink if on else paper.ink_2
    if figures:
        room = x + w - page.u(10) - at[0]
        page.words(*at, page.shortened(figures, small, room), small, ink)
    if focused:
        page.ring(target.rect, page.u(12), paper.focus)


def _radio(page: Page, box: ops.Rect, *, on: bool) -> None:
    """Draw a circle, with a dot in it where this is in force."""
    x, y, size, _ = box
    paper, edge = page.theme.ticket, max(1, page.u(2))
    colour = paper.focus if on else paper.ink_2
    page.add(ops.Panel(box, size // 2, edge=colour, edge_width=edge))
    if on:
        inset = max(3, size // 4)
        inner = size - 2 * inset
        spot = (x + inset, y + inset, inner, inner)
        page.add(ops.Panel(spot, inner // 2, fill=colour))
