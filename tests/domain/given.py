"""Answers as they might have been kept, and decks to which they belong."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizgame.domain.gate import Deck, cut
from quizgame.storage.packfile import read_pack
from tests.support import low_pack

DAY = 86400.0


@dataclass(frozen=True, slots=True)
class Given:
    """An answer; `at` is seconds since 1970."""

    card_id: str
    verdict: str = "right"
    at: float = 0.0
    seconds: float = 9.0
    pack_id: str = "lighthouse"
    way: str = "round"
    run: int | None = 1


def day_of(at: float) -> int | None:
    """Return the days since 1970 as days; nothing before it."""
    return int(at // DAY) if at >= 0 else None


def deck(tier: int = 1, pack: str = "") -> Deck:
    """Return a pack with five cards at `start` and five at `middle`, cut at a tier."""
    found = read_pack((pack or low_pack()).encode(), "pack.yaml").pack
    assert found is not None
    return cut(found, tier)


def verdicts(*words: str) -> Iterable[Given]:
    """Return an answer for each word, to one card."""
    return tuple(Given("start-choice", word) for word in words)
