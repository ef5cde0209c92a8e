"""A pack as its author wrote it: every text with its place in the file, for those who check it."""

from dataclasses import dataclass, field

from quizgame.domain.cards import Card
from quizgame.domain.packs import SealedPack
from quizgame.domain.predictions import ASKED
from quizgame.domain.terms import Term


@dataclass(frozen=True, slots=True)
class Said:
    """One text: what it is for (stem, choice, why...), and its line and column from 1."""

    role: str
    text: str = field(repr=False)
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Waiver:
    """An author's word that a finding on a card is meant, and why; it never opens the gate."""

    code: str
    reason: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardDraft:
    """A card with the tier its author wrote; `mentions` holds term ids as named on it.

    `opens` is the tier at which its author has a prediction answered.
    """

    card: Card
    written: int
    said: tuple[Said, ...]
    mentions: tuple[Said, ...]
    waivers: tuple[Waiver, ...]
    line: int
    column: int
    opens: int | None = None

    def known_at(self, text: Said) -> int:
        """Return the tier at which one of its texts is first seen, as its author wrote it."""
        return self.written if self.opens is None or text.role in ASKED else self.opens


@dataclass(frozen=True, slots=True)
class TermDraft:
    """A term as it counts, and the tier its author wrote."""

    term: Term
    written: int
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PackDraft:
    """A pack that can be played, as written.

    `open_texts` are those that everybody sees; `headings` the titles of the explainer, each with
    the tier it is shown from and the tier its author wrote; `rings` are ids of terms that lead
    back to themselves.
    """

    pack: SealedPack
    open_texts: tuple[Said, ...]
    headings: tuple[tuple[Said, int, int], ...]
    terms: tuple[TermDraft, ...]
    rings: tuple[tuple[str, ...], ...]
    cards: tuple[CardDraft, ...]
