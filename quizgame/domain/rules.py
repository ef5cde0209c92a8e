"""The numbers of the game. They stand here, once, and `help_lines` tells them to the player.

All are ours. Being right earns most; being fast adds at most a fifth of a card's points.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from quizgame.domain.cards import Card, Verdict

BASE_POINTS = {1: 500, 2: 750, 3: 1000}
STREAK_STEP = 50
STREAK_STEPS_COUNTED = 5
SPEED_SHARE = 0.2
FIFTY_FIFTIES = 1


@dataclass(frozen=True, slots=True)
class CardHistory:
    """How a person did on a card before: times asked, and whether they missed it last time."""

    seen: int
    missed: bool


def worth(difficulty: int, streak: int, *, halved: bool, clock: bool) -> int:
    """Return the most points a card can earn right now."""
    return points(Verdict.RIGHT, difficulty, streak, halved=halved, left=1.0 if clock else 0.0)


def points(
    verdict: Verdict, difficulty: int, streak: int, *, halved: bool, left: float = 0.0
) -> int:
    """Return the points earned; `streak` counts right answers before it, `left` is 0-1 of time."""
    base = BASE_POINTS[difficulty] // (2 if halved else 1)
    match verdict:
        case Verdict.RIGHT:
            speed = round(base * SPEED_SHARE * max(0.0, min(left, 1.0)))
            return base + speed + STREAK_STEP * min(streak, STREAK_STEPS_COUNTED)
        case Verdict.HALF:
            return base // 2
        case Verdict.WRONG:
            return 0


def streak_after(verdict: Verdict, streak: int) -> int:
    """Return the row of right answers after this one: half keeps it, wrong ends it."""
    match verdict:
        case Verdict.RIGHT:
            return streak + 1
        case Verdict.HALF:
            return streak
        case Verdict.WRONG:
            return 0


def deal(
    cards: Sequence[Card], history: Mapping[str, CardHistory], count: int, rng: Random
) -> tuple[Card, ...]:
    """Return `count` cards (0: all) to ask, in order.

    Least often asked first, so none comes twice before all have been; among those asked equally
    often, the missed ones come first.
    """
    shuffled = list(cards)
    rng.shuffle(shuffled)

    def turn(card: Card) -> tuple[int, bool]:
        past = history.get(card.id, CardHistory(seen=0, missed=False))
        return past.seen, not past.missed

    ready = sorted(shuffled, key=turn)
    return tuple(ready[: count or None])


def help_lines() -> tuple[tuple[str, str], ...]:
    """Return the scoring rule in plain words, as (heading, sentence) pairs."""
    easy, middling, hard = (f"{BASE_POINTS[d]:,}" for d in (1, 2, 3))
    most = STREAK_STEP * STREAK_STEPS_COUNTED
    return (
        (
            "A right answer",
            f"Earns {easy}, {middling} or {hard} points, by how hard the card is. "
            "Wrong answers cost nothing.",
        ),
        (
            "In a row",
            f"Each right answer before it adds {STREAK_STEP}, up to {most}. A miss ends the row.",
        ),
        (
            "Nearly right",
            "One slip in “choose all that are right” or “put in order” earns half "
            "and keeps the row.",
        ),
        (
            "The clock",
            "Off unless you want it. Time left adds at most a fifth of the card: "
            "being right counts far more than being fast.",
        ),
        (
            "50:50",
            "Once a round, on cards with three choices or more: takes wrong ones away. "
            "The card's own points are then halved; the row still adds to them.",
        ),
        (
            "Typed answers",
            "Capitals, accents, hyphens and “the” do not matter, nor does a slip in a long word.",
        ),
        ("Skip", "Earns nothing and costs nothing; the row stays."),
    )
