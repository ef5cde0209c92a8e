"""The title page: the wordmark between lamps, curtains at both sides."""

from dataclasses import dataclass
from itertools import pairwise

from quizgame.domain.intents import Go
from quizgame.domain.views import TitleView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Style
from quizgame.ui.widgets.badges import badge
from quizgame.ui.widgets.basic import (
    backdrop,
    button,
    button_height,
    corner_size,
    foot,
    hints,
)

WORDMARK = ("QUIZ", "GAME")
SMALLEST = 10.0
PROMISE = "Trivia that stops where you stopped watching."


@dataclass(frozen=True, slots=True)
class _Entry:
    """A large button: the place it opens, its words, and what stands dim at its end."""

    place: str
    label: str
    aside: str = ""


def compose(page: Page, view: TitleView) -> None:
    """Lay out the title page."""
    backdrop(page)
    drape = page.width // 6
    page.add(ops.Curtain((0, 0, drape, page.height), "left"))
    page.add(ops.Curtain((page.width - drape, 0, drape, page.height), "right"))
    top = _wordmark(page, view)
    _menu(page, view, top)
    if view.who:
        _who(page, view)
    hints(page, ("choose", "choose"), ("open", "open"), ("full", "full screen"), centred=True)


def _menu_height(page: Page, view: TitleView) -> int:
    rows = len(_entries(page, view)) + len(_further(view))
    return rows * button_height(page) + (rows - 1) * page.u(12)


def _entries(page: Page, view: TitleView) -> list[tuple[_Entry, ...]]:
    """Return what can be opened, in lines; the first is what most will want."""
    play, together = _Entry("play", "Play"), _Entry("together", "Play together", "2–8 players")
    if not view.unfinished:
        return [(play,), (together,)]
    last = _Entry("continue", "Continue", view.unfinished)
    # Large letters leave no room for a further line.
    return [(last,), (play, together)] if page.large else [(last,), (play,), (together,)]


def _wordmark(page: Page, view: TitleView) -> int:
    """Draw lamps, wordmark and promise as large as the menu below leaves room; give the y below."""
    promise = page.style("regular", 22)
    message = page.style("regular", 17)
    wide = page.width * 2 // 3 - page.u(40)
    # Where letters are large, what the player must be told takes the place of the promise.
    said = "" if view.message and page.large else PROMISE
    below = page.paragraph_height(said, promise, wide) + _menu_height(page, view) + page.u(64)
    if view.message:
        below += page.paragraph_height(view.message, message, wide) + page.u(12)
    free = foot(page) - page.u(16) - below
    size = min(page.u(168), round((free - page.u(90)) / 1.05))
    style = Style("display", max(page.u(72), size))
    tall = page.measure.line_height(style)
    y = max(page.u(20), min(page.u(112), (free - tall - page.u(62)) // 2))
    lamps = min(page.u(712), page.width - 2 * (page.width // 6) - page.u(48))
    left = (page.width - lamps) // 2
    page.add(ops.Lamps((left, y, lamps, page.u(28)), 21))
    y += page.u(34)
    widths = [page.measure.width(part, style) for part in WORDMARK]
    x = (page.width - sum(widths)) // 2
    page.words(x, y, WORDMARK[0], style, page.theme.ticket.cream)
    page.words(x + widths[0], y, WORDMARK[1], style, page.theme.ink.amber)
    y += tall + page.u(6)
    page.add(ops.Lamps((left, y, lamps, page.u(28)), 21))
    y += page.u(40)
    if said:
        narrow = page.balanced(said, promise, wide)
        box = ((page.width - narrow) // 2, y, narrow)
        y = page.paragraph(box, said, promise, page.theme.ink.dim, align=0.5)
    if view.message:
        narrow = page.balanced(view.message, message, wide)
        box = ((page.width - narrow) // 2, y + page.u(12), narrow)
        y = page.paragraph(box, view.message, message, page.theme.ink.amber, align=0.5)
    return y


def _menu(page: Page, view: TitleView, top: int) -> None:
    tall, gap = button_height(page), page.u(12)
    wide = min(page.width * 2 // 3 - page.u(40), round(page.u(420) * (1 + (page.roomy - 1) * 0.6)))
    x = (page.width - wide) // 2
    free = foot(page) - page.u(16) - top - _menu_height(page, view)
    y = top + max(page.u(8), min(page.u(50), free // 2))
    lines = _entries(page, view)
    for line in lines:
        edges = [x + (wide + gap) * place // len(line) for place in range(len(line) + 1)]
        for entry, (left, after) in zip(line, pairwise(edges), strict=True):
            button(
                page,
                entry.place,
                (left, y, after - gap - left, tall),
                entry.label,
                Go(entry.place),
                primary=entry is lines[0][0],
                aside=entry.aside if len(line) == 1 else "",
                centred=len(line) > 1,
            )
        y += tall + gap
    _small(page, view, y, wide)


def _further(view: TitleView) -> list[tuple[tuple[str, str, str], ...]]:
    """Return the small buttons in lines: key, words, place."""
    games = (("games", f"All {view.others + 1} games", "unfinished"),) if view.others else ()
    return [
        (
            ("today", "Today’s cards", "today"),
            ("progress", "Progress", "progress"),
            *games,
        ),
        (
            ("packs", "Packs", "shelf"),
            ("people", "Players", "people"),
            ("help", "Help", "help"),
            ("settings", "Settings", "settings"),
            ("quit", "Quit", "quit"),
        ),
    ]


def _small(page: Page, view: TitleView, y: int, wide: int) -> None:
    """Draw the small buttons below, as wide together as those above or wider for long words."""
    tall, gap = button_height(page), page.u(12)
    size = 17.0
    labels = page.style("semibold", size)
    for row in _further(view):
        widest = max(page.measure.width(label, labels) for _, label, _ in row) + page.u(16)
        most = max(wide, min(len(row) * (widest + gap) - gap, page.width * 2 // 3 - page.u(16)))
        x = (page.width - most) // 2
        edges = [x + (most + gap) * place // len(row) for place in range(len(row) + 1)]
        for (key, label, place), (left, after) in zip(row, pairwise(edges), strict=True):
            rect = (left, y, after - gap - left, tall)
            letters = _fitting(page, label, size, rect[2])
            button(page, key, rect, label, Go(place), size=letters)
        y += tall + gap


def _who(page: Page, view: TitleView) -> None:
    """Draw who plays, in the corner over the curtain; pressed, it leads to everybody."""
    drape, tall = page.width // 6, max(page.u(48), corner_size(page))
    style, disc = page.style("semibold", 17), tall - page.u(14)
    room = drape - page.u(24)
    words = page.shortened(view.who, style, room - disc - page.u(34))
    wide = min(room, page.measure.width(words, style) + disc + page.u(34))
    rect = (page.width - page.u(12) - wide, page.u(16), wide, tall)
    focused = page.target(Target("who", rect, Go("people")))
    x, y, _, _ = rect
    page.add(ops.Panel(rect, tall // 2, fill=page.theme.room.night_2))
    badge(page, view.badge, x + page.u(7), y + page.u(7), disc)
    top = y + (tall - page.measure.line_height(style)) // 2
    page.words(x + disc + page.u(16), top, words, style, page.theme.ink.text)
    if focused:
        page.ring(rect, tall // 2)


def _fitting(page: Page, label: str, size: float, part: int) -> float:
    room = part - page.u(8)
    while size > SMALLEST and page.measure.width(label, page.style("semibold", size)) > room:
        size -= 1
    return size
