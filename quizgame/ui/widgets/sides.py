"""A side in a row of its own: badge, name, and what is told of it at the right."""

from quizgame.domain.tags import PlayerTag
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.theme import Style, mix
from quizgame.ui.widgets.badges import badge, badge_colour

WASHED = 0.2
"""How much of its badge's colour the row of whoever is first takes on."""


def side_height(page: Page) -> int:
    """Return how high a side's row stands."""
    tallest = max(page.measure.line_height(style) for style in (_name(page), _score(page)))
    return max(page.gap(60), tallest + page.gap(20))


def side(
    page: Page,
    box: ops.Rect,
    who: PlayerTag,
    *,
    score: int | None = None,
    told: str = "",
    place: int = 0,
    first: bool = False,
) -> None:
    """Draw a side's row with its `score` or what is `told` of it, and its `place` if it has one.

    The row of whoever is `first` is washed in their colour.
    """
    x, y, w, h = box
    room, ink = page.theme.room, page.theme.ink
    fill = mix(room.row, badge_colour(page, who.badge), WASHED) if first else room.row
    page.add(ops.Panel(box, page.u(14), fill=fill))
    left, right, middle = x + page.u(20), x + w - page.u(24), y + h // 2
    figures = _score(page)
    if place:
        slot = page.measure.width("8", figures)
        top = middle - page.measure.line_height(figures) // 2
        colour = ink.text if first else ink.dim
        page.words(left + slot // 2, top, str(place), figures, colour, align=0.5)
        left += slot + page.u(18)
    size = page.sign(36)
    badge(page, who.badge, left, middle - size // 2, size)
    left += size + page.u(16)
    style, words, colour = page.style("regular", 16), told, ink.dim
    if score is not None:
        style, words, colour = figures, f"{score:,}", ink.text
    top = middle - page.measure.line_height(style) // 2
    taken = page.words(right, top, words, style, colour, align=1.0)
    top = middle - page.measure.line_height(_name(page)) // 2
    name = page.shortened(who.name, _name(page), right - left - taken - page.u(20))
    page.words(left, top, name, _name(page), ink.text)


def _name(page: Page) -> Style:
    return page.style("semibold", 20)


def _score(page: Page) -> Style:
    return page.heading_style(32)
