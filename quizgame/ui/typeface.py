"""Set words: measure, break and render them, in faces that carry every name they meet."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain, groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pygame

from quizgame.ui.art import shapes
from quizgame.ui.theme import Colour, Style

if TYPE_CHECKING:
    from pygame.freetype import Font as Probe

FACES: dict[str, tuple[str, ...]] = {
    "regular": ("Pretendard-Regular.otf",),
    "semibold": ("Pretendard-SemiBold.otf",),
    "extrabold": ("Pretendard-ExtraBold.otf",),
    "mono": (
        "JetBrainsMono-Regular-latin.woff2",
        "JetBrainsMono-Regular-latin-ext.woff2",
        "Pretendard-Regular.otf",
    ),
    "display": (
        "BigShouldersDisplay-ExtraBold-latin.woff2",
        "BigShouldersDisplay-ExtraBold-latin-ext.woff2",
        "Pretendard-ExtraBold.otf",
    ),
}
SYSTEM = (
    "notosanscjkkr", "notosanscjkjp", "notosanscjk", "malgungothic", "yugothic", "hiraginosans",
    "pingfangsc", "microsoftyahei", "wenquanyizenhei", "notosansarabic", "notosanshebrew",
    "notosansthai", "notosansdevanagari", "segoeui", "arialunicodems", "arial", "dejavusans",
    "freesans", "unifont",
)  # fmt: skip
"""Fonts of the player's own system, for letters that none of ours has."""
# Signs and letters that every face of ours for reading has, so that nobody need look.
OURS = re.compile(
    "[\x00-\x7e\xa0-\u0148\u014a-\u017f\u2010-\u2026\u2030-\u203a\u2190-\u2193가-힣]*"
)
# Letters that are read from the right, with what stands between them; by script, as ISO 15924.
RIGHT_TO_LEFT = {
    "Hebr": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Arab": "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
}
FROM_RIGHT = re.compile(
    "|".join(
        f"(?P<{script}>[{letters}](?:[ '’־-]*[{letters}])*)"
        for script, letters in RIGHT_TO_LEFT.items()
    )
)
LEADING = {"display": 1.0, "regular": 1.4, "semibold": 1.4, "extrabold": 1.4, "mono": 1.4}
# Where the baseline stands in the line box, in px: between small letters and capitals centred.
BASELINE = {"display": 0.9, "regular": 1.02, "semibold": 1.02, "extrabold": 1.02, "mono": 1.02}
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
JOINERS = ("\u200d", "\ufe0e", "\ufe0f")
# Headings have this much air between letters, in px; above the largest the face has enough.
TRACKING = 0.015
LARGEST_TRACKED = 100
# They are set so many times larger and shrunk: whole pixels would let tight capitals collide.
FINER = 4
OPENING_DOUBLE = re.compile(r"""(?<![^\s(\[‘—])"(?=\S)""")
OPENING_SINGLE = re.compile(r"(?<![^\s(\[“—])'(?=[^\W\d])")
WIDTHS_KEPT = 20_000


class Run(NamedTuple):
    """Letters of one font and one direction; `script` is named where they run from the right."""

    file: str
    text: str
    script: str = ""


def clean(text: str, face: str = "") -> str:
    """Return one line of `text` in NFC, its quotes curled, control characters turned to spaces.

    In `mono`, in which lines of files are set, quotes stay as they are.
    """
    if not (text.isascii() and text.isprintable()):
        text = UNPRINTABLE.sub(" ", unicodedata.normalize("NFC", text))
    return curled(text) if face != "mono" and ("'" in text or '"' in text) else text


def curled(text: str) -> str:
    """Return the text with its straight quotes and apostrophes curled."""
    text = OPENING_SINGLE.sub("‘", OPENING_DOUBLE.sub("“", text))
    return text.replace("'", "’").replace('"', "”")


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


def tracked(style: Style) -> bool:
    """Tell whether letters are set one by one, with air between them."""
    return style.face == "display" and style.px <= LARGEST_TRACKED


def system_fonts() -> list[str]:
    """Return the files of the system's own fonts that may have what ours lack, best first."""
    found = (pygame.font.match_font(name) for name in SYSTEM)
    return [file for file in dict.fromkeys(found) if file]


class Typeface:
    """The game's letters, opened from `folder` when first needed; all sizes in real pixels."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fonts: dict[tuple[str, int, str], pygame.font.Font] = {}
        self._probes: dict[str, Probe] = {}
        self._carriers: dict[tuple[str, str], str | None] = {}
        self._system: list[str] | None = None
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
            runs = self._runs(clean(text, style.face), style)
            known = self._widths[key] = sum(self._reach(run, style) for run in runs)
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
        runs = self._runs(clean(text, style.face), style)
        pieces = [self._piece(run, style, colour) for run in runs]
        rise = max(ascent for _, ascent in pieces)
        fall = max(piece.get_height() - ascent for piece, ascent in pieces)
        line = pygame.Surface(
            (sum(piece.get_width() for piece, _ in pieces), rise + fall), pygame.SRCALPHA
        )
        line.fill((*colour, 0))
        x = 0
        for piece, ascent in pieces:
            line.blit(piece, (x, rise - ascent), special_flags=pygame.BLEND_RGBA_MAX)
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

    def _runs(self, text: str, style: Style) -> Iterator[Run]:
        files = FACES[style.face]
        if text.isascii() or (len(files) == 1 and OURS.fullmatch(text)):
            yield Run(files[0], text)
            return
        at = 0
        for found in FROM_RIGHT.finditer(text):
            yield from self._from_left(text[at : found.start()], style)
            carrier = self._carrier(found.group()[0], style.face) or files[-1]
            yield Run(carrier, found.group(), found.lastgroup or "")
            at = found.end()
        yield from self._from_left(text[at:], style)

    def _from_left(self, text: str, style: Style) -> Iterator[Run]:
        last = FACES[style.face][-1]
        for file, letters in groupby(text, lambda c: self._carrier(c, style.face) or last):
            yield Run(file, "".join(letters))

    def _reach(self, run: Run, style: Style) -> int:
        if run.script or not tracked(style):
            return self._font(run.file, style.px, run.script).size(run.text)[0]
        return -(-self._places(run, style)[-1] // FINER)

    def _piece(self, run: Run, style: Style, colour: Colour) -> tuple[pygame.Surface, int]:
        """Return a run of one font as a surface, and how far below its top the baseline is."""
        if not self._reach(run, style):
            # A joiner or a mark by itself, as in emoji: there is nothing to draw, and SDL says no.
            return shapes.clear((0, 1), colour), 0
        if run.script or not tracked(style):
            # Letters from the right join each other: they are not set one by one.
            font = self._font(run.file, style.px, run.script)
            return font.render(run.text, True, colour), font.get_ascent()  # noqa: FBT003
        font = self._font(run.file, style.px * FINER)
        rise = -(-font.get_ascent() // FINER)
        fall = -(-(font.get_height() - font.get_ascent()) // FINER)
        size = (self._reach(run, style), rise + fall)
        large = pygame.Surface((size[0] * FINER, size[1] * FINER), pygame.SRCALPHA)
        large.fill((*colour, 0))
        top = rise * FINER - font.get_ascent()
        for letter, x in zip(clusters(run.text), self._places(run, style), strict=False):
            if not font.size(letter)[0]:
                continue
            ink = font.render(letter, True, colour)  # noqa: FBT003
            large.blit(ink, (x, top), special_flags=pygame.BLEND_RGBA_MAX)
        return pygame.transform.smoothscale(large, size), rise

    def _places(self, run: Run, style: Style) -> list[int]:
        """Return where each letter of a tracked run begins and the last ends, FINER times."""
        font = self._font(run.file, style.px * FINER)
        letters = clusters(run.text)
        air = round(style.px * FINER * TRACKING)
        places = [0]
        for letter, after in pairwise(letters):
            kerned = font.size(letter + after)[0] - font.size(after)[0]
            places.append(places[-1] + kerned + air)
        return [*places, places[-1] + font.size("".join(letters[-1:]))[0]]

    def _carrier(self, letter: str, face: str) -> str | None:
        if letter.isascii():
            return FACES[face][0]
        key = (letter, face)
        if key not in self._carriers:
            found = (file for file in FACES[face] if self._has(file, letter))
            further = (file for file in self._further() if self._has(file, letter))
            self._carriers[key] = next(chain(found, further), None)
        return self._carriers[key]

    def _further(self) -> Iterator[str]:
        """Yield the system's fonts, which are looked for once a letter is met that ours lack."""
        if self._system is None:
            self._system = system_fonts()
        yield from self._system

    def _has(self, file: str, letter: str) -> bool:
        probe = self._probes.get(file)
        if probe is None:
            # pygame.font does not report missing glyphs; freetype does, and costs 2 ms to import.
            from pygame import freetype  # noqa: PLC0415

            freetype.init()
            probe = self._probes[file] = freetype.Font(str(self._folder / file), 16)
        return probe.get_metrics(letter)[0] is not None

    def _font(self, file: str, px: int, script: str = "") -> pygame.font.Font:
        key = (file, px, script)
        if key not in self._fonts:
            if not pygame.font.get_init():
                pygame.font.init()
            font = self._fonts[key] = pygame.font.Font(self._folder / file, px)
            if script:
                font.set_direction(pygame.DIRECTION_RTL)
                font.set_script(script)
        return self._fonts[key]
