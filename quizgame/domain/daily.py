"""The day's cards: thrown from the date and what a person may be asked, the same for everyone.

Each card has a number of the day by itself, so no card tells anything of any other.
"""

from collections.abc import Iterable
from hashlib import sha256
from random import Random

from quizgame.domain import desk as desks
from quizgame.domain.cards import Card
from quizgame.domain.desk import Dealt
from quizgame.domain.gate import Deck
from quizgame.domain.session import Session, laid_out

SIZE = 5
"""Cards a day."""
MARKS = {"right": "🟩", "half": "🟨", "wrong": "🟥", "timeout": "🟥", "skipped": "⬜"}
"""How a card ended, as it is copied: it tells nothing of the card."""


def begin(deck: Deck, day: str, left_out: frozenset[str]) -> Session:
    """Return the day's round, with no clock and no 50:50; `day` is YYYY-MM-DD.

    At least one card must remain once those with a content note left out are gone.
    """
    pack = deck.face.id
    cards = _first(deck.without(left_out).cards, f"{day}|{pack}")
    dealt = tuple(Dealt(card.id, desks.shuffled(card, _dice(day, pack, card))) for card in cards)
    return laid_out(Session(deck=deck, seed=0, clock=0, dealt=dealt, fifties=0))


def size(deck: Deck, left_out: frozenset[str]) -> int:
    """Return how many cards there are in a day."""
    return min(SIZE, len(deck.without(left_out).cards))


def copied(title: str, tier: str, day: str, marks: Iterable[str]) -> str:
    """Return how it went, to be pasted elsewhere: marks, and what is open to everyone."""
    head = " · ".join(part for part in ("Quizgame", title, tier, day) if part)
    return f"{head}\n{''.join(MARKS[mark] for mark in marks)}"


def _first(cards: Iterable[Card], of: str) -> tuple[Card, ...]:
    def number(card: Card) -> bytes:
        return sha256(f"{of}|{card.id}".encode()).digest()

    return tuple(sorted(cards, key=number)[:SIZE])


def _dice(day: str, pack: str, card: Card) -> Random:
    return Random(f"{day}|{pack}|{card.id}")  # noqa: S311 (a shuffle, not a secret)
