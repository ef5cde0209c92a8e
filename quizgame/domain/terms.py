"""Names and facts of a story, and the tier that mentioning them puts a text at."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from quizgame.domain.tiers import LOWEST

_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’](?:s\b)?")


@dataclass(frozen=True, slots=True)
class Term:
    """A name with its other names, or a fact in words; `tier` is where it is first known."""

    id: str
    tier: int
    names: tuple[str, ...] = field(repr=False)
    fact: str = field(default="", repr=False)
    sort: str = ""


def words_of(text: str) -> tuple[str, ...]:
    """Return the words as they are matched: no case, accents or possessive endings."""
    plain = text.casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return tuple(_WORD.findall(_POSSESSIVE.sub(" ", plain)))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word  # noqa: PLR2004 (short words are no plurals)


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms of a pack, indexed by the first word of each name."""

    terms: tuple[Term, ...]
    _by_first: dict[str, list[tuple[tuple[str, ...], Term]]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        for term in self.terms:
            for name in term.names:
                words = tuple(map(_singular, words_of(name)))
                if words:
                    self._by_first.setdefault(words[0], []).append((words, term))

    def mentioned(self, text: str) -> frozenset[Term]:
        """Return the terms named in the text, as whole words, inflections included."""
        words = tuple(map(_singular, words_of(text)))
        return frozenset(
            term
            for at, word in enumerate(words)
            for name, term in self._by_first.get(word, ())
            if words[at : at + len(name)] == name
        )

    def tier_of(self, texts: Iterable[str]) -> int:
        """Return the highest tier of the terms named in any of the texts."""
        return max((t.tier for text in texts for t in self.mentioned(text)), default=LOWEST)
