"""What is told of people in a panel: the awards of an evening, whose each is and what for."""

from quizgame.domain.tableviews import Award
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.theme import Style
from quizgame.ui.widgets.badges import badge_colour, mark

Told = tuple[str, tuple[Award, ...]]
"""The head of a panel, and what is told in it."""


def told_height(page: Page, told: tuple[Told, ...], width: int) -> int:
    """Return how high the panels stand below each other in a width."""
    heights = [_panel_height(page, awards, width) for _, awards in told]
    return sum(heights) + page.gap(24) * max(0, len(heights) - 1)


def draw_told(page: Page, told: tuple[Told, ...], box: tuple[int, int, int]) -> None:
    """Draw the panels below each other in (x, y, width)."""
    x, y, w = box
    for title, awards in told:
        _panel(page, title, awards, (x, y, w))
        y += _panel_height(page, awards, w) + page.gap(24)


def _panel_height(page: Page, awards: tuple[Award, ...], width: int) -> int:
    inner = width - page.u(56)
    each = sum(_award_height(page, award, inner) + page.gap(16) for award in awards)
    return 2 * page.gap(24) + page.measure.line_height(_title(page)) + each


def _panel(page: Page, title: str, awards: tuple[Award, ...], box: tuple[int, int, int]) -> None:
    x, y, w = box
    tall = _panel_height(page, awards, w)
    page.add(ops.Panel((x, y, w, tall), page.u(18), fill=page.theme.room.row))
    left, inner = x + page.u(28), w - page.u(56)
    y += page.gap(24)
    page.words(
        left, y, page.shortened(title, _title(page), inner), _title(page), page.theme.ink.text
    )
    y += page.measure.line_height(_title(page))
    for award in awards:
        y += page.gap(16)
        _award(page, award, (left, y, inner))
        y += _award_height(page, award, inner)


def _award(page: Page, award: Award, box: tuple[int, int, int]) -> None:
    x, y, w = box
    name, size = _name(page), page.sign(18)
    line = page.measure.line_height(name)
    spot = (x, y + (line - size) // 2, size, size)
    mark(page, award.who.badge, spot, badge_colour(page, award.who.badge))
    taken = size + page.u(10)
    shown = page.shortened(award.who.name, name, w - taken)
    page.words(x + taken, y, shown, name, page.theme.ink.text)
    page.paragraph((x, y + line, w), award.words, _words(page), page.theme.ink.dim)


def _award_height(page: Page, award: Award, width: int) -> int:
    words = page.paragraph_height(award.words, _words(page), width)
    return page.measure.line_height(_name(page)) + words


def _title(page: Page) -> Style:
    return page.heading_style(28)


def _name(page: Page) -> Style:
    return page.style("extrabold", 18)


def _words(page: Page) -> Style:
    return page.style("regular", 18)
