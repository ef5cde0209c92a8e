"""A text as passages are compared, with the way back from each of its characters."""

import bisect
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from quizgame.domain.evidence import evened

_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Matched:
    """A normalised text cut into pieces that came of a stretch of the original each.

    `starts` holds where each piece begins in `text`; `froms` and `tos` the stretch it came of.
    """

    text: str
    starts: tuple[int, ...]
    froms: tuple[int, ...]
    tos: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the shortest stretch of the original that holds all of `text[start:end]`."""
        if start >= end or not self.starts:
            return 0, 0
        first = bisect.bisect_right(self.starts, start) - 1
        last = bisect.bisect_right(self.starts, end - 1) - 1
        return self.froms[first], self.tos[last]

    def find(self, words: str) -> tuple[int, int] | None:
        """Return where the words stand first in the original; they are evened out before."""
        sought = matched(words).text
        at = self.text.find(sought)
        return self.back(at, at + len(sought)) if sought and at >= 0 else None


def matched(original: str) -> Matched:
    """Return the text as `normalised` gives it, with the way back."""
    text: list[str] = []
    starts: list[int] = []
    froms: list[int] = []
    tos: list[int] = []
    length, in_space = 0, True
    for at, to, letters in _pieces(original):
        opened = False
        for sign in letters:
            space = bool(_SPACE.match(sign))
            if space and in_space:
                # Runs of space become one, and it came of them all.
                if tos:
                    tos[-1] = max(tos[-1], to)
                    opened = True
                continue
            in_space = space
            folded = " " if space else sign.casefold()
            if not opened:
                opened = True
                starts.append(length)
                froms.append(at)
                tos.append(to)
            text.append(folded)
            length += len(folded)
    if in_space and text:
        text.pop()
        if starts[-1] == length - 1:
            del starts[-1], froms[-1], tos[-1]
    return Matched("".join(text), tuple(starts), tuple(froms), tuple(tos))


def _pieces(original: str) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of the text that can be normalised each by itself, and what they give."""
    begun = 0
    for at in range(1, len(original)):
        if original[at].isascii() or _stands_alone(original[begun:at], original[at]):
            yield begun, at, evened(original[begun:at])
            begun = at
    if original:
        yield begun, len(original), evened(original[begun:])


def _stands_alone(before: str, sign: str) -> bool:
    """Tell whether a sign can be parted from what stands before it."""
    if unicodedata.combining(unicodedata.normalize("NFKD", sign)[0]):
        return False
    form = unicodedata.normalize
    return form("NFKC", before + sign) == form("NFKC", before) + form("NFKC", sign)
