"""Set words: measure, break and render them, in faces that carry every name they meet."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from quizgame.ui.theme import Colour, Style

if TYPE_CHECKING:
    from pygame.freetype import Font as Probe

FACES: dict[str, tuple[str, ...]] = {
    "regular": ("Pretendard-Regular.otf",),
    "semibold": ("Pretendard-SemiBold.otf",),
    "extrabold": ("Pretendard-ExtraBold.otf",),
    "display": (
        "BigShouldersDisplay-ExtraBold-latin.woff2",
        "BigShouldersDisplay-ExtraBold-latin-ext.woff2",
        "Pretendard-ExtraBold.otf",
    ),
}
LEADING = {"display": 1.0, "regular": 1.4, "semibold": 1.4, "extrabold": 1.4}
# Where the baseline stands in the line box, in px: between small letters and capitals centred.
BASELINE = {"display": 0.9, "regular": 1.02, "semibold": 1.02, "extrabold": 1.02}
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
JOINERS = ("\u200d", "\ufe0e", "\ufe0f")
WIDTHS_KEPT = 20_000


def clean(text: str) -> str:
    """Return one line of `text` in NFC, its control characters turned into spaces."""
    if text.isascii() and text.isprintable():
        return text
    return UNPRINTABLE.sub(" ", unicodedata.normalize("NFC", text))


def clusters(word: str) -> list[str]:
    """Split a word where a line may be broken inside it: never before a combining mark."""
    parts: list[str] = []
    for letter in word:
        joined = parts and parts[-1].endswith(JOINERS[0])
        if parts and (joined or letter in JOINERS or unicodedata.combining(letter)):
            parts[-1] += letter
        else:
            parts.append(letter)
    return parts


class Typeface:
    """The game's letters, opened from `folder` when first needed; all sizes in real pixels."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fonts: dict[tuple[str, int], pygame.font.Font] = {}
        self._probes: dict[str, Probe] = {}
        self._carriers: dict[tuple[str, str], str | None] = {}
        self._widths: dict[tuple[str, Style], int] = {}
        self._wrapped: dict[tuple[str, Style, int], tuple[str, ...]] = {}

    def line_height(self, style: Style) -> int:
        """Return the height of a line box: the size itself in display, else 1.4 times it."""
        return max(1, round(style.px * LEADING[style.face]))

    def width(self, text: str, style: Style) -> int:
        """Return how far one line of `text` reaches, in pixels."""
        key = (text, style)
        known = self._widths.get(key)
        if known is None:
            if len(self._widths) >= WIDTHS_KEPT:
                self._widths.clear()
            runs = self._runs(clean(text), style)
            known = self._widths[key] = sum(font.size(run)[0] for font, run in runs)
        return known

    def wrap(self, text: str, style: Style, width: int) -> list[str]:
        """Break `text` into lines of at most `width` pixels where one character fits."""
        key = (text, style, width)
        known = self._wrapped.get(key)
        if known is None:
            if len(self._wrapped) >= WIDTHS_KEPT:
                self._wrapped.clear()
            known = self._wrapped[key] = tuple(
                line
                for paragraph in text.splitlines() or [""]
                for line in self._wrap_paragraph(clean(paragraph), style, width)
            )
        return list(known)

    def covers(self, text: str, face: str) -> bool:
        """Tell whether every character of `text` has a glyph in `face` or its fallbacks."""
        return all(self._carrier(letter, face) is not None for letter in clean(text))

    def render(self, text: str, style: Style, colour: Colour) -> pygame.Surface:
        """Return one line as high as its line box; ink outside the box is cut off."""
        ink, above = self.ink(text, style, colour)
        size = (ink.get_width(), self.line_height(style))
        line = pygame.Surface(size, pygame.SRCALPHA)
        line.fill((*colour, 0))
        line.blit(ink, (0, -above), special_flags=pygame.BLEND_RGBA_MAX)
        return line

    def ink(self, text: str, style: Style, colour: Colour) -> tuple[pygame.Surface, int]:
        """Return one line uncut and how many pixels it begins above its line box.

        Tight display lines keep their accents and tails this way: the ink may leave the box.
        """
        runs = self._runs(clean(text), style)
        pieces = [(run.render(words, True, colour), run) for run, words in runs]  # noqa: FBT003
        rise = max(font.get_ascent() for _, font in pieces)
        fall = max(piece.get_height() - font.get_ascent() for piece, font in pieces)
        line = pygame.Surface(
            (sum(piece.get_width() for piece, _ in pieces), rise + fall), pygame.SRCALPHA
        )
        line.fill((*colour, 0))
        x = 0
        for piece, font in pieces:
            place = (x, rise - font.get_ascent())
            line.blit(piece, place, special_flags=pygame.BLEND_RGBA_MAX)
            x += piece.get_width()
        return line, rise - round(style.px * BASELINE[style.face])

    def _wrap_paragraph(self, text: str, style: Style, width: int) -> list[str]:
        lines: list[str] = []
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if self.width(longer, style) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *full, line = self._broken(word, style, width)
            lines += full
        return [*lines, line]

    def _broken(self, word: str, style: Style, width: int) -> list[str]:
        if self.width(word, style) <= width:
            return [word]
        parts = [""]
        for letter in clusters(word):
            if parts[-1] and self.width(parts[-1] + letter, style) > width:
                parts.append("")
            parts[-1] += letter
        return parts

    def _runs(self, text: str, style: Style) -> Iterator[tuple[pygame.font.Font, str]]:
        files = FACES[style.face]
        if len(files) == 1 or text.isascii():
            yield self._font(files[0], style.px), text
            return
        for file, letters in groupby(text, lambda c: self._carrier(c, style.face) or files[-1]):
            yield self._font(file, style.px), "".join(letters)

    def _carrier(self, letter: str, face: str) -> str | None:
        if letter.isascii():
            return FACES[face][0]
        key = (letter, face)
        if key not in self._carriers:
            found = (file for file in FACES[face] if self._has(file, letter))
            self._carriers[key] = next(found, None)
        return self._carriers[key]

    def _has(self, file: str, letter: str) -> bool:
        probe = self._probes.get(file)
        if probe is None:
            # pygame.font does not report missing glyphs; freetype does, and costs 2 ms to import.
            from pygame import freetype  # noqa: PLC0415

            freetype.init()
            probe = self._probes[file] = freetype.Font(str(self._folder / file), 16)
        return probe.get_metrics(letter)[0] is not None

    def _font(self, file: str, px: int) -> pygame.font.Font:
        key = (file, px)
        if key not in self._fonts:
            if not pygame.font.get_init():
                pygame.font.init()
            self._fonts[key] = pygame.font.Font(self._folder / file, px)
        return self._fonts[key]
