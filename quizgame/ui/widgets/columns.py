"""The podium: a column of light a side, in the colour of its badge, best first."""

from dataclasses import dataclass

from quizgame.domain.tableviews import Place
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.theme import Style
from quizgame.ui.widgets.badges import badge_colour, mark

SIZES = ((24, 46), (20, 40), (17, 32))
"""Names and scores: large before small."""
LINES = 2
WIDEST, TALLEST = 190, 330
STEP, LOWEST = 0.18, 0.3
"""How much lower each place stands, and how low the last may, as shares of the first."""
FIRST, LATER = 72, 40
"""The number of the first place, and that of the others, which stands near the top."""
FEW = 4
BEYOND = 1.45
"""How far, in heights of a column, its light would reach until it is gone."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How columns are set: pixels wide, with a gap; styles; the height of what stands on each."""

    wide: int
    gap: int
    name: Style
    score: Style
    head: int


def columns(page: Page, places: tuple[Place, ...], width: int) -> Columns | None:
    """Return how the columns are set in a width, or None where a name would not fit on its own."""
    count = len(places)
    gap = page.u(20 if count <= FEW else 12)
    wide = min(page.u(WIDEST), (width - gap * (count - 1)) // max(1, count))
    for whole in (True, False):
        for name, score in SIZES:
            style, figures = page.style("semibold", name), page.heading_style(score)
            if all(_fits(page, place, style, figures, wide, whole=whole) for place in places):
                return Columns(wide, gap, style, figures, _head(page, places, style, figures, wide))
    return None


def _fits(page: Page, place: Place, name: Style, figures: Style, wide: int, *, whole: bool) -> bool:
    words = [place.who.name] if not whole else place.who.name.split()
    measure = page.measure
    return (
        measure.width(f"{place.score:,}", figures) <= wide
        and len(measure.wrap(place.who.name, name, wide)) <= LINES
        and (not whole or all(measure.width(word, name) <= wide for word in words))
    )


def _head(page: Page, places: tuple[Place, ...], name: Style, figures: Style, wide: int) -> int:
    lines = max(len(page.measure.wrap(place.who.name, name, wide)) for place in places)
    words = lines * page.measure.line_height(name) + page.measure.line_height(figures)
    return page.sign(30) + page.u(8) + words + page.u(14)


def columns_height(page: Page, set_as: Columns, room: int) -> int:
    """Return how high the columns stand, if there is `room`."""
    return min(room, set_as.head + page.u(TALLEST))


def draw_columns(page: Page, places: tuple[Place, ...], set_as: Columns, box: ops.Rect) -> None:
    """Draw the columns in the middle of a box, on its lower edge."""
    x, y, w, h = box
    count, floor = len(places), y + h
    full = h - set_as.head
    steps = max((place.place for place in places), default=1) - 1
    step = min(STEP, (1 - LOWEST) / steps) if steps else 0.0
    x += (w - count * set_as.wide - (count - 1) * set_as.gap) // 2
    for place in places:
        tall = round(full * (1 - step * (place.place - 1)))
        _column(page, place, set_as, (x, floor - tall, set_as.wide, tall))
        x += set_as.wide + set_as.gap


def _column(page: Page, place: Place, set_as: Columns, box: ops.Rect) -> None:
    x, y, w, h = box
    colour, radius = badge_colour(page, place.who.badge), page.u(14)
    # Round above only: below it stands on the floor.
    page.add(ops.Panel((x, y, w, 2 * radius), radius, fill=colour))
    page.add(ops.Panel((x, y + radius, w, h - radius), 0, fill=colour))
    page.add(ops.Fade((x, y, w, round(h * BEYOND)), low=True))
    first = place.place == 1
    style = page.heading_style(FIRST if first else LATER)
    line = page.measure.line_height(style)
    top = y + (max(page.u(16), round(h * 0.36) - line // 2) if first else page.u(10))
    if top + line <= y + h:
        # Where two are level both have the same number.
        ink = page.theme.ink.on_amber
        page.words(x + w // 2, top, str(place.place), style, ink, align=0.5)
    _standing(page, place, set_as, (x + w // 2, y - page.u(14), w))


def _standing(page: Page, place: Place, set_as: Columns, box: tuple[int, int, int]) -> None:
    """Set badge, name and score above a column, from the lowest line up."""
    middle, y, w = box
    ink, line = page.theme.ink.text, page.measure.line_height(set_as.name)
    y -= page.measure.line_height(set_as.score)
    page.words(middle, y, f"{place.score:,}", set_as.score, ink, align=0.5)
    lines = page.measure.wrap(place.who.name, set_as.name, w)
    y -= len(lines) * line
    page.paragraph((middle - w // 2, y, w), place.who.name, set_as.name, ink, align=0.5)
    size = page.sign(30)
    spot = (middle - size // 2, y - page.u(8) - size, size, size)
    mark(page, place.who.badge, spot, badge_colour(page, place.who.badge))
