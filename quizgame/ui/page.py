"""The sheet a screen is laid out on: it measures, records what to paint and what can be pressed.

`u` turns design pixels (at 1280x800) into real ones; `style` also follows the player's text size.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Protocol

from quizgame.domain.intents import Intent
from quizgame.ui import ops
from quizgame.ui.actions import KEYS
from quizgame.ui.scene import Scene, Slider, Target
from quizgame.ui.theme import Colour, Style, Theme

DESIGN = (1280, 800)
SMALLEST_TEXT = 12
LARGE = 1.3
ORPHAN = 0.2
"""A last line shorter than this share of its width stands too much alone."""
EVEN = 0.72
"""The share of its width that a text fills at least where its lines are made even."""
LEAST_SCROLL = 24
"""Design pixels that a page scrolls by, if it does."""
TIGHT = 0.75
"""What is left of the gaps on a page that would scroll otherwise."""
CORNER = frozenset({"", "back", "pause"})
"""Where the focus does not begin: the buttons in the corner."""


class Measure(Protocol):
    """What laying out needs to know of letters."""

    def line_height(self, style: Style) -> int:
        """Return the height of a line in pixels."""

    def width(self, text: str, style: Style) -> int:
        """Return the width of a run of words in pixels."""

    def wrap(self, text: str, style: Style, width: int) -> list[str]:
        """Return the lines of a text set in a width."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page is set: window size, text size (1.0-2.0), device in hand, focus and scroll.

    `calm` when motion is reduced; `arriving` runs 1 to 0 while a card slides in. `pressed` is the
    target held down; while it is the slider, `held_at` is the first of the stops it shows.
    `composed` is what an input method has not handed over yet. `grown` is how much of a target to
    be held is filled (0-1), `armed` the one that opens with a second press. `zoomed` when a card's
    picture is large, `playing` while its sound is heard; `audible` when one can be.
    """

    size: tuple[int, int]
    text: float = 1.0
    device: str = KEYS
    calm: bool = False
    focus: str = ""
    pressed: str = ""
    scroll: int = 0
    arriving: float = 0.0
    held_at: int | None = None
    composed: str = ""
    grown: float = 0.0
    armed: str = ""
    zoomed: bool = False
    playing: bool = False
    audible: bool = True


@dataclass(slots=True)
class Page:
    """One screen while it is laid out."""

    setting: Setting
    measure: Measure
    theme: Theme
    recorded: list[ops.Op] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    shortcuts: dict[str, Intent] = field(default_factory=dict)
    first: str = ""
    back: Intent | None = None
    slider: Slider | None = None
    view_port: ops.Rect | None = None
    content_height: int = 0
    scale: float = field(init=False)
    """Real pixels a design pixel."""
    air: float = 1.0
    """How much of each gap is kept."""
    _scrolling: bool = False

    def __post_init__(self) -> None:
        self.scale = min(self.width / DESIGN[0], self.height / DESIGN[1])

    @property
    def width(self) -> int:
        """Window width in pixels."""
        return self.setting.size[0]

    @property
    def height(self) -> int:
        """Window height in pixels."""
        return self.setting.size[1]

    @property
    def roomy(self) -> float:
        """How much larger the player has set the text: 1.0 to 2.0."""
        return self.setting.text

    @property
    def large(self) -> bool:
        """Whether letters are so large that things stand below each other, not side by side."""
        return self.roomy > LARGE

    def u(self, design: float) -> int:
        """Return design pixels as real ones."""
        return round(design * self.scale)

    def sign(self, design: float) -> int:
        """Return the size of a sign, which grows with the text beside it, but less."""
        return self.u(design * min(1.6, self.roomy))

    def gap(self, design: float) -> int:
        """Return a gap that may be tightened."""
        return self.u(design * self.air)

    @property
    def margin(self) -> int:
        """The page margin."""
        return self.u(48)

    def style(self, face: str, design: float) -> Style:
        """Return a style at the player's text size."""
        return Style(face, max(SMALLEST_TEXT, round(design * self.scale * self.setting.text)))

    def heading_style(self, design: float) -> Style:
        """Return a display style; headings grow half as much as reading text, being large."""
        grown = 1 + (self.setting.text - 1) / 2
        return Style("display", max(SMALLEST_TEXT, round(design * self.scale * grown)))

    # -- recording ---------------------------------------------------------------------------

    def add(self, op: ops.Op) -> None:
        """Record something to paint."""
        self.recorded.append(op)

    def words(
        self, x: int, y: int, text: str, style: Style, colour: Colour, *, align: float = 0.0
    ) -> int:
        """Set one line, its left edge, middle (0.5) or right edge (1.0) at x; give its width."""
        width = self.measure.width(text, style)
        self.add(ops.Words(round(x - align * width), y, text, style, colour))
        return width

    def paragraph(
        self,
        box: tuple[int, int, int],
        text: str,
        style: Style,
        colour: Colour,
        *,
        align: float = 0.0,
    ) -> int:
        """Set a text in (x, y, width), wrapped; give the y below it."""
        x, y, width = box
        for line in self.even_lines(text, style, width):
            self.words(x + round(align * width), y, line, style, colour, align=align)
            y += self.measure.line_height(style)
        return y

    def lines(self, text: str, style: Style, width: int, *, most: int) -> list[str]:
        """Return the lines of a text, the last of `most` cut with an ellipsis."""
        lines = self.measure.wrap(text, style, width)
        if len(lines) <= most:
            return lines
        return [*lines[: most - 1], self.shortened(" ".join(lines[most - 1 :]), style, width)]

    def shortened(self, text: str, style: Style, room: int) -> str:
        """Return the text, cut with an ellipsis where it is wider than `room` pixels."""
        if self.measure.width(text, style) <= room:
            return text
        while text and self.measure.width(f"{text}…", style) > room:
            text = text[:-1].rstrip()
        return f"{text}…" if text else ""

    def even_lines(self, text: str, style: Style, width: int) -> list[str]:
        """Return the lines of a text, made even where the last would be nearly empty."""
        lines = self.measure.wrap(text, style, width)
        if len(lines) > 1 and self.measure.width(lines[-1], style) < width * ORPHAN:
            return self.measure.wrap(text, style, self.balanced(text, style, width, EVEN))
        return lines

    def balanced(self, text: str, style: Style, width: int, least: float = 0.5) -> int:
        """Return the narrowest width that takes no more lines: none is left nearly empty.

        `least` is the share of the width that is kept to.
        """

        def saved(narrower: int) -> int:
            return -len(self.measure.wrap(text, style, narrower))

        widths = range(round(width * least), width)
        fits = bisect_left(widths, saved(width), key=saved)
        return widths.start + fits

    def paragraph_height(self, text: str, style: Style, width: int) -> int:
        """Return how high a wrapped text stands."""
        return len(self.measure.wrap(text, style, width)) * self.measure.line_height(style)

    def rich(
        self,
        box: tuple[int, int, int],
        runs: Sequence[tuple[str, Style, Colour]],
    ) -> int:
        """Set runs of different styles as one wrapped text in (x, y, width); give the y below."""
        x, y, width = box
        line_height = max(self.measure.line_height(style) for _, style, _ in runs)
        at = x
        for text, style, colour in runs:
            for word in text.replace(" ", " \0").split("\0"):
                wide = self.measure.width(word, style)
                if at > x and at + self.measure.width(word.rstrip(), style) > x + width:
                    at, y = x, y + line_height
                if word:
                    self.add(ops.Words(at, y, word, style, colour))
                at += wide
        return y + line_height

    def target(self, target: Target) -> bool:
        """Record something to press; tell whether it has the focus."""
        self.targets.append(replace(target, scrolls=True) if self._scrolling else target)
        if self.first in CORNER:
            self.first = target.key
        return target.key == self.setting.focus

    def ring(self, rect: ops.Rect, radius: int, colour: Colour | None = None) -> None:
        """Draw the focus ring around a target."""
        gap, width = self.u(4), max(2, self.u(3))
        out = gap + width
        x, y, w, h = rect
        around = (x - out, y - out, w + 2 * out, h + 2 * out)
        edge = colour or self.theme.room.focus
        self.add(ops.Panel(around, radius + out, edge=edge, edge_width=width))

    def settled(self, room: int, height: Callable[[], int]) -> int:
        """Tighten the gaps if the content fits `room` only then; give its height."""
        for self.air in (1.0, TIGHT):
            if (tall := height()) <= room:
                return tall
        self.air = 1.0
        return height()

    @contextmanager
    def scrolled(
        self, rect: ops.Rect, content_height: int, ground: Colour | None = None
    ) -> Iterator[int]:
        """Lay out content of a height in a window onto it; gives the y its top stands at.

        What goes on beyond an edge sinks into the `ground`, which is the dark room if none.
        """
        x, y, w, h = rect
        if content_height <= h:
            yield y
            return
        # A bar that moves next to nothing looks broken.
        content_height = max(content_height, h + self.u(LEAST_SCROLL))
        self.view_port, self.content_height, self._scrolling = rect, content_height, True
        scroll = max(0, min(self.setting.scroll, content_height - h))
        bleed, deep = self.u(9), self.u(28)
        left, wide = x - bleed, w + 2 * bleed
        # At its very ends there is room for the ring of what stands there.
        above, below = (2 if scroll > 0 else bleed), (2 if scroll < content_height - h else bleed)
        self.add(ops.Clip((left, y - above, wide, above + h + below)))
        yield y - scroll
        if scroll > 0:
            self.add(ops.Fade((left, y - 2, wide, deep), low=False, ground=ground))
        if scroll < content_height - h:
            self.add(ops.Fade((left, y + h + 2 - deep, wide, deep), low=True, ground=ground))
        self.add(ops.Clip(None))
        self._scrolling = False
        self._scroll_bar(rect, content_height, scroll)

    def _scroll_bar(self, rect: ops.Rect, content_height: int, scroll: int) -> None:
        x, y, w, h = rect
        thick = max(4, self.u(6))
        thumb = max(self.u(32), h * h // content_height)
        top = y + (h - thumb) * scroll // max(1, content_height - h)
        left = x + w + self.u(12)
        line = self.theme.room.line
        self.add(ops.Panel((left, y, thick, h), thick // 2, fill=line))
        amber = self.theme.room.amber
        self.add(ops.Panel((left, top, thick, thumb), thick // 2, fill=amber))

    def scene(self) -> Scene:
        """Return the screen as laid out."""
        return Scene(
            ops=tuple(self.recorded),
            targets=tuple(self.targets),
            first=self.first,
            shortcuts=dict(self.shortcuts),
            back=self.back,
            slider=self.slider,
            view_port=self.view_port,
            content_height=self.content_height,
        )
