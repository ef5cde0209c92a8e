"""Predictions: asked at one tier and answered at a later one.

Below the tier at which it opens a prediction has no answer: what comes through the gate is a
`Prediction`, which knows neither that nor when. From that tier on it is `Foretold`, the whole of
it. Neither is ever dealt in a round.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from quizgame.domain.cards import Card
from quizgame.domain.evidence import Citation

ASKED = frozenset({"id", "stem", "choice", "category"})
"""The texts of a prediction that are seen while it is sealed; all others open with its answer."""
RIGHT, WRONG, VOID = "right", "wrong", "void"
"""How a prediction ends; void when the choice that was sealed is none of the card's any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """A question about what is to come; its options stand in an order that tells nothing."""

    id: str
    tier: int
    category: str
    stem: str = field(repr=False)
    options: tuple[str, ...] = field(repr=False)
    notes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretold:
    """A prediction to those who know how it came out; `opens` is the tier that tells it."""

    id: str
    tier: int
    opens: int
    category: str
    stem: str = field(repr=False)
    options: tuple[str, ...] = field(repr=False)
    right: str = field(repr=False)
    why: str = field(repr=False)
    citation: Citation | None = None
    notes: frozenset[str] = frozenset()

    def ending(self, choice: str) -> str:
        """Return how a sealed choice came out: right, wrong or void."""
        if choice not in self.options:
            return VOID
        return RIGHT if choice == self.right else WRONG


def asked_at(cards: Iterable[Card], watch_point: int) -> tuple[Prediction, ...]:
    """Return the predictions that are asked at a watch point and not answered there."""
    asked = (
        Prediction(
            id=card.id,
            tier=card.tier,
            category=card.category,
            stem=card.stem,
            options=_laid_out(card),
            notes=card.notes,
        )
        for card in cards
        if card.opens is not None and card.tier <= watch_point < card.opens
    )
    return tuple(sorted(asked, key=lambda one: (one.tier, _thrown(one.id))))


def opened_at(cards: Iterable[Card], watch_point: int) -> tuple[Foretold, ...]:
    """Return the predictions whose answer is known at a watch point."""
    known = (
        Foretold(
            id=card.id,
            tier=card.tier,
            opens=card.opens,
            category=card.category,
            stem=card.stem,
            options=_laid_out(card),
            right=card.kind.right_words()[0],
            why=card.why,
            citation=card.citation,
            notes=card.notes,
        )
        for card in cards
        if card.opens is not None and card.opens <= watch_point
    )
    return tuple(sorted(known, key=lambda one: (one.tier, _thrown(one.id))))


def _laid_out(card: Card) -> tuple[str, ...]:
    """Return the options in an order that comes of their words alone, not of the file's."""
    return tuple(sorted(card.kind.options, key=lambda option: _thrown(f"{card.id} {option}")))


def _thrown(words: str) -> bytes:
    """Return dice that anyone throws alike for the same words."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()
