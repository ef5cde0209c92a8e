"""A pack in two forms: sealed (everything) and its face (what a stranger may see)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizgame.domain.cards import Card, Picture
from quizgame.domain.evidence import Section
from quizgame.domain.terms import Glossary
from quizgame.domain.tiers import Ladder

FIRST_VERSION = "1"
DONE = {"book": "read", "game": "played"}
"""By kind, what one does with a story; with all others it is watched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFace:
    """What anyone may see of a pack: nothing here goes past the lowest tier.

    `version` is one to three numbers with dots between; `poster` holds two colours as #rrggbb, top
    and bottom, and `cover` a picture if there is one;
    `notes` maps note id to its label; `follows` is the id of the pack whose story this one goes
    on with, which is then taken as seen to its end.
    """

    id: str
    title: str
    tagline: str
    kind: str
    year: int | None
    language: str
    licence: str
    authors: tuple[str, ...]
    poster: tuple[str, str]
    ladder: Ladder
    notes: Mapping[str, str]
    cover: Picture | None = None
    follows: str = ""
    version: str = FIRST_VERSION

    @property
    def done(self) -> str:
        """What one has done who knows the story: "watched", "read" or "played"."""
        return DONE.get(self.kind, "watched")

    @property
    def seen(self) -> str:
        """The same where it is said how far: "seen" to the end of a film, "read" of a book."""
        return DONE.get(self.kind, "seen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The explainer a pack was made from; its title is safe to show from `tier` on."""

    title: str = field(repr=False)
    tier: int
    fingerprint: str
    sections: tuple[Section, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPack:
    """A whole pack. In play only `gate.cut` reads past its face."""

    face: PackFace
    source: Source | None = field(default=None, repr=False)
    glossary: Glossary = field(repr=False)
    cards: tuple[Card, ...] = field(repr=False)
