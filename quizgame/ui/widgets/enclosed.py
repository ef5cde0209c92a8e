"""What a card shows and plays besides its words: a picture on its ticket, a sound to listen to."""

from dataclasses import dataclass
from math import sqrt

from quizgame.domain.views import AskView, PictureView, RevealView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import LISTEN, PICTURE, Target
from quizgame.ui.theme import Style
from quizgame.ui.widgets.tools import tool_height

CardView = AskView | RevealView
MOST_GROWN = 2.0
"""How many times larger than it is a picture is shown at most: beyond that it is only coarse."""
CAPTION_LINES = 3
"""What a picture shows is told below it in so many lines; longer words stand beside it large."""
GAP = 12
"""Design pixels above each of the parts below a question."""
GUTTER = 32
"""Design pixels between words and a picture beside them."""
LEAST_LEFT = 0.6
"""What they may leave of the height that the picture would have without them."""
NARROWEST = 200
"""Design pixels that the words below a picture may be wide, however narrow it is itself."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as it stands on a page: its size, the words below it, the room for both."""

    picture: PictureView
    size: tuple[int, int]
    caption: tuple[str, ...]
    width: int
    height: int

    @property
    def extent(self) -> float:
        """The side of a square as large as the picture, in pixels."""
        return sqrt(self.size[0] * self.size[1])

    def does(self, least: int) -> bool:
        """Tell whether it is large enough, or would not be larger with more room either."""
        full = int(MOST_GROWN * max(self.picture.width, self.picture.height))
        return self.extent >= least or max(self.size) >= full


def pictured(view: CardView) -> PictureView | None:
    """Return the picture of a card, if there is one to be shown."""
    return view.picture if view.picture and view.picture.data else None


def fitted(picture: PictureView, width: int, height: int) -> tuple[int, int]:
    """Return how large a picture stands in a room: as large as it can, its sides in proportion."""
    grown = min(width / picture.width, height / picture.height, MOST_GROWN)
    return max(1, int(picture.width * grown)), max(1, int(picture.height * grown))


def figure(
    page: Page, picture: PictureView, width: int, height: int, *, beside: bool = False
) -> Figure:
    """Return a picture with its words below it, as large as goes into a room.

    One `beside` other words takes no more of the width than it needs.
    """
    style = _caption(page)
    alone = fitted(picture, width, max(1, height))
    narrow = max(alone[0], min(width, round(page.u(NARROWEST) * page.roomy)))
    column = narrow if beside else width
    lines = page.measure.wrap(picture.alt, style, column)
    tall = page.u(8) + len(lines) * page.measure.line_height(style)
    size = fitted(picture, width, max(1, height - tall))
    if len(lines) > CAPTION_LINES or size[1] < alone[1] * LEAST_LEFT:
        return Figure(picture, alone, (), *_spot(page, alone))
    wide = max(size[0], *(page.measure.width(line, style) for line in lines))
    return Figure(picture, size, tuple(lines), *_spot(page, (wide, size[1] + tall)))


def _spot(page: Page, size: tuple[int, int]) -> tuple[int, int]:
    """Return the size of what is pressed to see a picture large, which may be tiny."""
    least = page.u(44)
    return max(size[0], least), max(size[1], least)


def draw(page: Page, shown: Figure, x: int, y: int) -> None:
    """Draw a picture from its top left, its words below it; pressed, it opens large."""
    paper, style, edge = page.theme.ticket, _caption(page), max(1, page.u(2))
    rect = (x, y, *shown.size)
    # Its words are pressed with it, which also puts it in the way of whoever comes by keys.
    focused = page.target(Target(PICTURE, (x, y, shown.width, shown.height)))
    radius = min(page.u(14), *(side // 4 for side in shown.size))
    instead = "" if shown.caption else shown.picture.alt
    page.add(ops.Picture(rect, radius, shown.picture.data, instead, style, paper.ink_2))
    page.add(ops.Panel(rect, radius, edge=paper.edge, edge_width=edge))
    if focused:
        page.ring(rect, radius, paper.focus)
    top = y + shown.size[1] + page.u(8)
    for line in shown.caption:
        page.words(x, top, line, style, paper.ink_2)
        top += page.measure.line_height(style)


def beneath_height(page: Page, view: CardView, width: int) -> int:
    """Return how high `beneath` stands in a width, the gaps above its parts included."""
    style = _plain(page)
    parts = [page.paragraph_height(words, style, width) for words in _told(page, view)]
    sound = _sound(page, view)
    if sound:
        words = page.paragraph_height(sound, style, _beside(page, width))
        parts.append(max(tool_height(page), words))
    return sum(parts) + len(parts) * page.gap(GAP)


def beneath(page: Page, view: CardView, box: tuple[int, int, int]) -> int:
    """Draw in (x, y, width) what a card has besides its picture; give the y below.

    That is a sound to listen to, and the words for a picture or a sound that is not to be had.
    """
    x, y, width = box
    style, paper = _plain(page), page.theme.ticket
    for words in _told(page, view):
        y = page.paragraph((x, y + page.gap(GAP), width), words, style, paper.ink_2)
    sound = _sound(page, view)
    if not sound:
        return y
    y, beside = y + page.gap(GAP), _beside(page, width)
    tall, words_tall = tool_height(page), page.paragraph_height(sound, style, beside)
    high = max(tall, words_tall)
    rect = (x, y + (high - tall) // 2, _button_width(page), tall)
    _button(page, rect)
    left = x + width - beside
    page.paragraph((left, y + (high - words_tall) // 2, beside), sound, style, paper.ink_2)
    return y + high


def enclosed_hints(page: Page, view: CardView) -> list[tuple[str, str]]:
    """Return what the keys for a picture and a sound do, where there is one."""
    larger = [("Z", "look closer")] if pictured(view) else []
    heard = [("L", _label(page).lower())] if _sound(page, view) else []
    return [*larger, *heard]


def _told(page: Page, view: CardView) -> list[str]:
    """Return the words that stand in place of what cannot be seen or heard."""
    told = [f"Picture: {view.picture.alt}"] if view.picture and not pictured(view) else []
    if view.sound and not _sound(page, view):
        told.append(f"Sound: {view.sound.alt}")
    return told


def _sound(page: Page, view: CardView) -> str:
    """Return the words for a sound that can be listened to, or nothing."""
    return view.sound.alt if view.sound and view.sound.data and page.setting.audible else ""


def _label(page: Page) -> str:
    return "Stop" if page.setting.playing else "Listen"


def _button(page: Page, rect: ops.Rect) -> None:
    paper, style = page.theme.ticket, _loud(page)
    focused = page.target(Target(LISTEN, rect))
    x, y, w, h = rect
    y += page.u(2) if page.setting.pressed == LISTEN else 0
    edge = max(1, page.u(2))
    page.add(ops.Panel((x, y, w, h), page.u(12), edge=paper.edge, edge_width=edge))
    size = page.sign(18)
    spot = (x + page.u(16), y + (h - size) // 2, size, size)
    page.add(ops.Symbol("stop" if page.setting.playing else "play", spot, paper.ink_2))
    top = y + (h - page.measure.line_height(style)) // 2
    page.words(x + page.u(24) + size, top, _label(page), style, paper.ink_2)
    if focused:
        page.ring(rect, page.u(12), paper.focus)


def _button_width(page: Page) -> int:
    # It does not change its width when it says something else.
    words = max(page.measure.width(label, _loud(page)) for label in ("Listen", "Stop"))
    return page.u(24) + page.sign(18) + words + page.u(16)


def _beside(page: Page, width: int) -> int:
    """Return how wide the words beside the button may be."""
    return max(page.u(60), width - _button_width(page) - page.u(16))


def _caption(page: Page) -> Style:
    return page.style("regular", 15)


def _plain(page: Page) -> Style:
    return page.style("regular", 16)


def _loud(page: Page) -> Style:
    return page.style("semibold", 17)
