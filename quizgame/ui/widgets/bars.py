"""Wide rows to press, one below the other: a sign or a badge, words, and dim ones at the end."""

from dataclasses import dataclass

from quizgame.domain.intents import Intent
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Colour, Style
from quizgame.ui.widgets.badges import badge

GAP = 8
"""Design pixels between rows."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row to press: its name, its words, what it asks for, and what stands before and after.

    `quiet` when it leads elsewhere and is not what the page is about; without an intent it only
    stands there. `below` stands smaller under the words.
    """

    key: str
    text: str
    intent: Intent | None
    sign: str = ""
    badge: int | None = None
    aside: str = ""
    below: str = ""
    quiet: bool = False
    mark: str = ""
    """A sign at the very end."""


def bar_height(page: Page, bar: Bar) -> int:
    """Return how high a row stands."""
    tall = page.measure.line_height(_style(page)) + page.u(18)
    if bar.below:
        tall += page.measure.line_height(_small(page))
    least = page.u(60) if bar.badge is not None else page.u(48)
    return max(least, tall)


def bars_height(page: Page, bars: list[Bar]) -> int:
    """Return how high rows stand together."""
    gaps = page.u(GAP) * max(0, len(bars) - 1)
    return sum(bar_height(page, bar) for bar in bars) + gaps


def place_bars(page: Page, bars: list[Bar], box: tuple[int, int, int]) -> int:
    """Draw rows below each other in (x, y, width); give the y below them and a gap."""
    x, y, wide = box
    for bar in bars:
        tall = bar_height(page, bar)
        draw_bar(page, bar, (x, y, wide, tall))
        y += tall + page.u(GAP)
    return y


def draw_bar(page: Page, bar: Bar, rect: ops.Rect) -> None:
    """Draw one row."""
    focused = bar.intent is not None and page.target(Target(bar.key, rect, bar.intent))
    x, y, w, h = rect
    press = page.u(2) if page.setting.pressed == bar.key else 0
    page.add(ops.Panel((x, y + press, w, h), page.u(14), fill=page.theme.room.row))
    left = _lead(page, bar, (x, y + press, w, h))
    right = _tail(page, bar, (left, y + press, x + w - page.u(22) - left, h))
    style, small, ink = _style(page), _small(page), page.theme.ink
    words = page.measure.line_height(style)
    words += page.measure.line_height(small) if bar.below else 0
    top = y + press + (h - words) // 2
    name = page.shortened(bar.text, style, right - left)
    page.words(left, top, name, style, ink.dim if bar.quiet else ink.text)
    if bar.below:
        at = top + page.measure.line_height(style)
        page.words(left, at, page.shortened(bar.below, small, right - left), small, ink.dim)
    if focused:
        page.ring(rect, page.u(14))


def _style(page: Page) -> Style:
    return page.style("regular", 18)


def _small(page: Page) -> Style:
    return page.style("regular", 16)


def _sign_colour(page: Page, bar: Bar) -> Colour:
    return page.theme.ink.dim if bar.quiet else page.theme.ink.amber


def _lead(page: Page, bar: Bar, rect: ops.Rect) -> int:
    """Draw what stands before the words; give the x at which they begin."""
    x, y, _, h = rect
    left = x + page.u(20)
    if bar.badge is not None:
        size = min(page.sign(36), h - page.u(12))
        badge(page, bar.badge, left, y + (h - size) // 2, size)
        return left + size + page.u(16)
    if bar.sign:
        size = page.sign(22)
        spot = (left, y + (h - size) // 2, size, size)
        page.add(ops.Symbol(bar.sign, spot, _sign_colour(page, bar)))
        return left + size + page.u(14)
    return left


def _tail(page: Page, bar: Bar, rect: ops.Rect) -> int:
    """Draw what stands at the end; give the x that the words may reach."""
    x, y, w, h = rect
    right, style = x + w, _style(page)
    if bar.mark:
        size = page.sign(20)
        right -= size
        spot = (right, y + (h - size) // 2, size, size)
        page.add(ops.Symbol(bar.mark, spot, page.theme.ink.amber))
        right -= page.u(16)
    if bar.aside:
        top = y + (h - page.measure.line_height(style)) // 2
        aside = page.shortened(bar.aside, style, w * 3 // 5)
        right -= page.words(right, top, aside, style, page.theme.ink.dim, align=1.0) + page.u(20)
    return right
