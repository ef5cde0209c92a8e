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
    aside_width,
    backdrop,
    button,
    button_height,
    corner_size,
    foot,
    hints,
    stacked_height,
    stands_below,
)

WORDMARK = ("QUIZ", "GAME")
SMALL, SMALLEST = 17.0, 10.0
"""Of the letters on the small buttons: their size, and the least where all would not fit."""
PROMISE = "Trivia that stops where you stopped watching."


@dataclass(frozen=True, slots=True)
class _Entry:
    """A button: the place it opens, its words, and what stands dim at its end."""

    place: str
    label: str
    aside: str = ""


_Row = tuple[_Entry, ...]


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
    wide = _menu_width(page, view)
    heights = [_line_height(page, line, wide) for line in _entries(page, view)]
    heights += [button_height(page)] * len(_further(view))
    return sum(heights) + (len(heights) - 1) * page.u(12)


def _line_height(page: Page, line: _Row, wide: int) -> int:
    """Return how high a line of large buttons stands: more where words go below the label."""
    entry = line[0]
    return (
        stacked_height(page)
        if stands_below(page, wide, entry.label, entry.aside)
        else (button_height(page))
    )


def _menu_width(page: Page, view: TitleView) -> int:
    """Return how wide every line of buttons is: as its longest words need, if there is room."""
    wide = round(page.u(420) * (1 + (page.roomy - 1) * 0.6))
    asides = (aside_width(page, e.label, e.aside) for line in _entries(page, view) for e in line)
    rows = (_needed(page, row) for row in _further(view))
    return min(page.width * 2 // 3 - page.u(40), max(wide, *asides, *rows))


def _entries(page: Page, view: TitleView) -> list[_Row]:
    """Return what can be opened, in lines; the first is what most will want."""
    play, together = _Entry("play", "Play"), _Entry("together", "Play together", "2–8 players")
    if not view.unfinished:
        return [(play,), (together,)]
    last = _Entry("continue", "Continue", view.unfinished)
    if page.large:
        # Large letters leave no room for a further line.
        return [(last,), (play, _Entry("together", "Play together"))]
    return [(last,), (play,), (together,)]


def _wordmark(page: Page, view: TitleView) -> int:
    """Draw lamps, wordmark and promise as large as the menu below leaves room; give the y below."""
    promise = page.style("regular", 22)
    message = page.style("regular", 17)
    wide = page.width * 2 // 3 - page.u(40)
    # Where letters are large, what there is to tell or to open takes the place of the promise.
    said = "" if page.large and (view.message or view.others) else PROMISE
    below = page.paragraph_height(said, promise, wide) if said else 0
    below += _menu_height(page, view) + page.u(64)
    if view.message:
        below += page.paragraph_height(view.message, message, wide) + page.u(12)
    free = foot(page) - page.u(16) - below
    size = min(page.u(168), round((free - page.u(90)) / 1.05))
    style = Style("display", max(page.u(72), size))
    tall = page.measure.line_height(style)
    y = max(page.u(20), min(page.u(112), (free - tall - page.u(62)) // 2))
    lamps = _lamps(page)
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


def _lamps(page: Page) -> int:
    """Return how wide the rows of lamps are."""
    return min(page.u(712), page.width - 2 * (page.width // 6) - page.u(48))


def _menu(page: Page, view: TitleView, top: int) -> None:
    gap, wide = page.u(12), _menu_width(page, view)
    x = (page.width - wide) // 2
    free = foot(page) - page.u(16) - top - _menu_height(page, view)
    y = top + max(page.u(8), min(page.u(50), free // 2))
    lines = _entries(page, view)
    for line in lines:
        tall = _line_height(page, line, wide)
        edges = [x + (wide + gap) * place // len(line) for place in range(len(line) + 1)]
        for entry, (left, after) in zip(line, pairwise(edges), strict=True):
            button(
                page,
                entry.place,
                (left, y, after - gap - left, tall),
                entry.label,
                Go(entry.place),
                primary=entry is lines[0][0],
                aside=entry.aside,
                centred=len(line) > 1,
            )
        y += tall + gap
    for row in _further(view):
        _small(page, row, (x, y, wide))
        y += button_height(page) + gap


def _further(view: TitleView) -> list[_Row]:
    """Return the small buttons in lines."""
    own = (
        _Entry("today", "Today’s cards"),
        _Entry("rehearsal", "Rehearsal"),
        _Entry("progress", "Progress"),
    )
    more = (_Entry("shelf", "Packs"), _Entry("people", "Players"))
    last = (_Entry("help", "Help"), _Entry("settings", "Settings"), _Entry("quit", "Quit"))
    if not view.others:
        return [own, more + last]
    games = _Entry("unfinished", f"Unfinished games ({view.others + 1})")
    return [own, (games, *more), last]


def _needed(page: Page, row: _Row) -> int:
    """Return how wide a line of small buttons is at least."""
    air = 2 * page.u(14) + page.u(12)
    return sum(_words(page, entry, SMALL) + air for entry in row) - page.u(12)


def _words(page: Page, entry: _Entry, size: float) -> int:
    return page.measure.width(entry.label, page.style("semibold", size))


def _small(page: Page, row: _Row, box: tuple[int, int, int]) -> None:
    """Draw a line of small buttons in (x, y, width), with the same air about all their words."""
    x, y, wide = box
    tall, gap, size = button_height(page), page.u(12), SMALL
    room = wide - gap * (len(row) - 1)
    while size > SMALLEST and sum(_words(page, each, size) for each in row) > room:
        size -= 1
    spare = room - sum(_words(page, entry, size) for entry in row)
    edge = x
    for place, entry in enumerate(row):
        share = spare * (place + 1) // len(row) - spare * place // len(row)
        part = _words(page, entry, size) + share
        button(page, entry.place, (edge, y, part, tall), entry.label, Go(entry.place), size=size)
        edge += part + gap


def _who(page: Page, view: TitleView) -> None:
    """Draw who plays, in the corner beside the lamps; pressed, it leads to everybody."""
    tall = max(page.u(48), corner_size(page))
    style, disc = page.style("semibold", 17), tall - page.u(14)
    room = (page.width - _lamps(page)) // 2 - page.u(24)
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
