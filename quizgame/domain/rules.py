"""The numbers of the game. They stand here, once, and `help_lines` tells them to the player.

All are ours. Being right earns most; being fast adds at most a fifth of a card's points.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from quizgame.domain.cards import Card, Verdict

BASE_POINTS = {1: 500, 2: 750, 3: 1000}
STREAK_STEP = 50
STREAK_STEPS_COUNTED = 5
SPEED_SHARE = 0.2
FIFTY_FIFTIES = 1

SOFA_POINTS = {1: 100, 2: 200, 3: 300}
"""At a table: what a right answer earns by how hard the round is, the same for everyone."""
STAKES = {"sure": (300, -200), "think": (200, -100), "guess": (100, 0)}
"""What a right and a wrong answer add, by how sure one says one is: certainty-based marking
(Gardner-Medwin), milder, so that an evening survives a wrong "sure"."""
STAKE_NAMES = {"sure": "Sure", "think": "I think so", "guess": "A guess"}
USUAL_STAKE = "think"
PREDICTIONS = {"sure": (400, -200), "think": (300, -50), "guess": (200, 0)}
"""What a prediction comes to that comes true or does not: "sure" pays from three in five on, "a
guess" up to one in three."""
STEAL_SHARE = 0.5
BET = 50
CATCH_UP = 50
STOCK = 200
"""What everyone begins with where points can be lost: at zero a stake or a bet would be free."""
SPEED_STEP = 10
"""Points for speed at a table come in tens."""


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


def sofa_points(
    verdict: Verdict, difficulty: int, *, stake: str = "", left: float = 0.0, behind: bool = False
) -> int:
    """Return what an answer at a table earns; below zero only for a stake that was lost.

    `stake` is empty where nobody is asked how sure they are, `left` is 0-1 of the time, `behind`
    is for who is last. `difficulty` is that of the round, so it tells nothing of the card.
    """
    base = SOFA_POINTS[difficulty]
    won, lost = STAKES.get(stake, (0, 0))
    match verdict:
        case Verdict.RIGHT:
            share = SPEED_SHARE * max(0.0, min(left, 1.0))
            speed = int(base * share / SPEED_STEP) * SPEED_STEP
            return base + speed + won + (CATCH_UP if behind else 0)
        case Verdict.HALF:
            return base // 2
        case Verdict.WRONG:
            return lost


def sofa_worth(difficulty: int, *, stake: str, clock: bool, behind: bool, steal: bool) -> int:
    """Return the most that an answer at a table can earn right now."""
    if steal:
        return steal_points(Verdict.RIGHT, difficulty)
    left = 1.0 if clock else 0.0
    return sofa_points(Verdict.RIGHT, difficulty, stake=stake, left=left, behind=behind)


def steal_points(verdict: Verdict, difficulty: int) -> int:
    """Return what answering a card earns that another side has missed; a miss costs nothing."""
    return int(SOFA_POINTS[difficulty] * STEAL_SHARE) if verdict is Verdict.RIGHT else 0


def bet_points(verdict: Verdict, *, will: bool) -> int:
    """Return what a bet on a right answer (`will`) or on a miss comes to; half right is a draw."""
    if verdict is Verdict.HALF:
        return 0
    return BET if (verdict is Verdict.RIGHT) == will else -BET


def prediction_points(ending: str, sure: str) -> int:
    """Return what a prediction comes to that ended right, wrong or void."""
    won, lost = PREDICTIONS.get(sure, (0, 0))
    return {"right": won, "wrong": lost}.get(ending, 0)


def prediction_stakes() -> tuple[tuple[str, str], ...]:
    """Return how sure one can be of a prediction, each with what it comes to, as it is offered."""
    return _offered(PREDICTIONS)


def signed(points: int) -> str:
    """Return points as they are added or taken."""
    return f"+{points:,}" if points >= 0 else f"−{-points:,}"


def _offered(stakes: Mapping[str, tuple[int, int]]) -> tuple[tuple[str, str], ...]:
    """Return stakes by name, each with what it wins and loses."""
    return tuple(
        (stake, f"{STAKE_NAMES[stake]}  {signed(won)}" + (f" {signed(lost)}" if lost else ""))
        for stake, (won, lost) in stakes.items()
    )


def after(score: int, points: int) -> int:
    """Return the score after points were won or lost: never below zero.

    A round holds one card of one's own: were each round held to zero by itself, a lost stake would
    cost nothing.
    """
    return max(0, score + points)


def late_start(scores: Sequence[int]) -> int:
    """Return with how many points one begins who joins late: the average of the lowest two."""
    low = sorted(scores)[:2]
    return sum(low) // len(low) if low else 0


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
    """Return the scoring rule of a round in plain words, as (heading, sentence) pairs."""
    easy, medium, hard = (f"{BASE_POINTS[d]:,}" for d in (1, 2, 3))
    most = STREAK_STEP * STREAK_STEPS_COUNTED
    return (
        (
            "A right answer",
            f"Earns {easy}, {medium} or {hard} points: the harder the card, the more. "
            "A wrong one costs nothing.",
        ),
        (
            "In a row",
            f"Each right answer in a row makes the next worth {STREAK_STEP} more, up to {most}. "
            "A miss ends the row.",
        ),
        (
            "Nearly right",
            "One slip in “choose all that are right” or “put in order” earns half "
            "and keeps the row.",
        ),
        (
            "The clock",
            "Off unless you switch it on. Time left adds at most a fifth of the card’s points: "
            "being right counts far more than being fast.",
        ),
        (
            "50:50",
            "Once a round, on cards with three choices or more, it takes wrong choices away. "
            "The card’s own points are then halved; the row still adds to them.",
        ),
        (
            "Typed answers",
            "Capitals, accents, hyphens and “the” do not matter, nor does a slip in a long word.",
        ),
        ("Skip", "A skipped card earns nothing and costs nothing; the row stays."),
    )


def prediction_lines() -> tuple[tuple[str, str], ...]:
    """Return what predictions come to in plain words, as (heading, sentence) pairs."""
    sure, think, guess = (prediction_points("right", stake) for stake in PREDICTIONS)
    lost, little = (-prediction_points("wrong", stake) for stake in ("sure", "think"))
    return (
        (
            "Points for a prediction",
            f"One that comes true earns {sure}, {think} or {guess}, by how sure you said you were; "
            f"one that does not costs {lost}, {little} or nothing.",
        ),
    )


def stake_words() -> tuple[tuple[str, str], ...]:
    """Return each stake with what is at stake, as it is offered."""
    return _offered(STAKES)


def table_lines() -> tuple[tuple[str, str], ...]:
    """Return the rule at a table in plain words, as (heading, sentence) pairs."""
    easy, medium, hard = SOFA_POINTS.values()
    return (
        ("Points when several play", ""),
        (
            "The same for all",
            f"A right answer earns {easy}, {medium} or {hard}: the harder the round, the more. In "
            "each round everyone is asked the same kind of card, as hard, each from what they "
            "know, so whoever is further cannot earn more by it. Nearly right earns half.",
        ),
        (
            "How sure are you?",
            "If you play with it: “Sure”, “I think so” or “A guess” adds "
            + _listed(won for won, _ in STAKES.values())
            + " when right and takes "
            + _listed(-lost for _, lost in STAKES.values())
            + " when wrong.",
        ),
        (
            "A start in hand",
            f"In a game with “How sure are you?” or with bets, points can be lost, so everyone "
            f"begins with {STOCK}. No score falls below zero.",
        ),
        (
            "Clock",
            "If you play with one, time left adds at most a fifth of the card’s points, rounded "
            f"down to a multiple of {SPEED_STEP}.",
        ),
        (
            "Bets",
            "Before the curtain opens, the others may bet that the answer will be right, or that "
            f"it will not: {BET} won or {BET} lost. Nobody sees the card. Nearly right, or "
            "skipped, wins and loses nothing.",
        ),
        (
            "Steals",
            "When somebody misses, the next in turn may answer for half the points: that very card "
            "if they are far enough to see it, otherwise one like it. A miss there costs nothing. "
            "True-or-false cards cannot be stolen.",
        ),
        (
            "Catching up",
            f"From the second round on, a right answer earns whoever is last {CATCH_UP} more.",
        ),
        (
            "Joining late",
            "Whoever joins in the middle begins with the average of the two lowest scores.",
        ),
        (
            "Taking back",
            "If all agree, each side may once take an answer back: its points go, and a fresh card "
            "comes.",
        ),
        (
            "Judged too strictly",
            "A typed answer can still be accepted by someone who is as far in the story.",
        ),
    )


def _listed(points: Iterable[int]) -> str:
    """Return points in words: "300, 200 or 100"; where nothing is at stake, "nothing"."""
    *before, last = (str(one) if one else "nothing" for one in points)
    return f"{', '.join(before)} or {last}"
