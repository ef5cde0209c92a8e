"""Finding a pack among many: what is searched for, how they are sorted, what they are narrowed to.

Whoever asks hands in only the packs that this player may see: what else there is has no part in
what is found, in which order, or in what can be chosen from.
"""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from quizgame.domain import languages
from quizgame.domain.packs import PackFace
from quizgame.domain.wording import in_plain_letters

ORDERS = (
    ("title", "Title"),
    ("newest", "Newest first"),
    ("played", "Last played"),
    ("watched", "Furthest along"),
)
"""The ways to sort, each with its words."""
MANY = 8
"""So many packs are searched and sorted; fewer are taken in at a glance."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A pack as it lies there for one player: `share` (0 to 1) of it watched.

    `added` and `played` are seconds since 1970, 0 for never.
    """

    face: PackFace
    share: float = 0.0
    added: float = 0.0
    played: float = 0.0


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: words, kind and language (empty: any), and the order of what is found."""

    words: str = ""
    order: str = "title"
    kind: str = ""
    language: str = ""

    @property
    def narrows(self) -> bool:
        """Whether it may leave anything out."""
        return bool(self.words.strip() or self.kind or self.language)


def kinds(among: Iterable[Shelved]) -> tuple[tuple[str, str], ...]:
    """Return the kinds of these packs, each with its word, by that word."""
    found = {one.face.kind for one in among}
    return tuple(sorted(((kind, kind.capitalize()) for kind in found), key=lambda kind: kind[1]))


def spoken(among: Iterable[Shelved]) -> tuple[tuple[str, str], ...]:
    """Return the languages of these packs, each with its name, by that name."""
    found = {languages.base(one.face.language) for one in among}
    return tuple(sorted(((code, languages.name(code)) for code in found), key=lambda one: one[1]))


def held_to(search: Search, among: Sequence[Shelved]) -> Search:
    """Return the search as far as these packs go: few are not searched at all.

    What no pack here is of narrows nothing, lest it tell that there once was one.
    """
    if len(among) < MANY:
        return Search()
    return replace(
        search,
        kind=search.kind if search.kind in dict(kinds(among)) else "",
        language=search.language if search.language in dict(spoken(among)) else "",
    )


def found(search: Search, among: Sequence[Shelved]) -> tuple[Shelved, ...]:
    """Return the packs that fit, in order; those whose very titles have the words come first."""
    wanted = folded(search.words).split()
    fits = [one for one in among if _fits(one.face, search, wanted)]
    in_order = sorted(fits, key=lambda one: _by_title(one.face))
    if search.order in _KEYS:
        in_order.sort(key=_KEYS[search.order])
    if wanted:
        in_order.sort(key=lambda one: not _holds(folded(one.face.title), wanted))
    return tuple(in_order)


_KEYS: dict[str, Callable[[Shelved], float]] = {
    "newest": lambda one: -one.added,
    "played": lambda one: -one.played,
    "watched": lambda one: -one.share,
}


def _by_title(face: PackFace) -> tuple[str, str, str]:
    return folded(face.title), face.title, face.id


def _fits(face: PackFace, search: Search, wanted: Sequence[str]) -> bool:
    if search.kind and face.kind != search.kind:
        return False
    if search.language and languages.base(face.language) != search.language:
        return False
    return not wanted or _holds(folded(_words_of(face)), wanted)


def _words_of(face: PackFace) -> str:
    """Return all of a face that is searched."""
    said = (face.title, face.tagline, *face.authors, face.kind, languages.names(face.language))
    return " ".join((*said, str(face.year or "")))


def _holds(text: str, wanted: Sequence[str]) -> bool:
    # Anywhere in it: not every script parts its words.
    return all(word in text for word in wanted)


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return a text without case and accents, as it is searched; Hangul letter by letter (jamo)."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", in_plain_letters(text.casefold()))
    kept = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return kept.casefold()
