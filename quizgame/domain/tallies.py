"""What a person's answers come to, in numbers.

Only answers to cards that are in the decks at hand are there at all: `told` is the one place that
lets them in, and every number here is reckoned from what it gave.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from quizgame.domain.cards import Card, Verdict
from quizgame.domain.gate import Deck
from quizgame.domain.rules import streak_after

GIVEN = frozenset({"right", "half", "wrong", "timeout"})
"""How a card ends that was answered, or for which time ran out; a card passed over is no answer."""
RIGHT = Verdict.RIGHT.value
_JUDGED = {verdict.value: verdict for verdict in Verdict} | {"timeout": Verdict.WRONG}
"""Time that runs out is a miss."""
WEEKS, WEEK = 12, 7
SOME, MANY = 5, 15
"""Answers from which a day counts as a fuller one."""
HARDEST = 5
QUARTER = 900.0
"""Seconds: days begin on a quarter of an hour, wherever one lives."""

DayOf = Callable[[float], int | None]
"""Gives the local day of a time, as days since the year 1; None where a clock went astray."""


class Answer(Protocol):
    """An answer as it was kept: seconds taken, when (seconds since 1970), and in which run."""

    @property
    def pack_id(self) -> str:
        """The pack it belongs to."""

    @property
    def card_id(self) -> str:
        """The card it answers."""

    @property
    def verdict(self) -> str:
        """How it was judged."""

    @property
    def seconds(self) -> float:
        """How long it took."""

    @property
    def at(self) -> float:
        """When it was given."""

    @property
    def way(self) -> str:
        """How the card was played: in a round, at a table..."""

    @property
    def run(self) -> int | None:
        """The run it was given in, if any."""


def told(answers: Iterable[Answer], decks: Mapping[str, Deck]) -> tuple[Answer, ...]:
    """Return the answers given to cards of these decks (by pack id), in the order given.

    What was won with a card is not lost when its time is over.
    """
    here = {pack_id: counting(deck) for pack_id, deck in decks.items()}
    nowhere: Mapping[str, Card] = {}
    return tuple(
        answer
        for answer in answers
        if answer.verdict in GIVEN and answer.card_id in here.get(answer.pack_id, nowhere)
    )


def counting(deck: Deck) -> dict[str, Card]:
    """Return by id the cards of a deck that count: those that are asked, and those that were."""
    return {card.id: card for card in (*deck.cards, *deck.past)}


def of_pack(answers: Iterable[Answer], pack_id: str) -> tuple[Answer, ...]:
    """Return the answers to one pack's cards."""
    return tuple(answer for answer in answers if answer.pack_id == pack_id)


def last_verdicts(answers: Iterable[Answer]) -> dict[str, str]:
    """Return by card id how it went the last time; the answers are one pack's."""
    return {answer.card_id: answer.verdict for answer in answers}


def percent(part: int, whole: int) -> int:
    """Return a share in whole per cent: 100 only for all of it, 0 only for nothing."""
    return max(1, 100 * part // whole) if part else 0


def right_share(verdicts: Collection[str]) -> int | None:
    """Return the share that is right, in per cent; None where there is nothing."""
    right = sum(verdict == RIGHT for verdict in verdicts)
    return percent(right, len(verdicts)) if verdicts else None


def mastery(deck: Deck, answers: Iterable[Answer]) -> tuple[int | None, ...]:
    """Return by tier reached the share of its cards last answered right; None where none is."""
    last = last_verdicts(answers)
    cards, right = [0] * (deck.watch_point + 1), [0] * (deck.watch_point + 1)
    for card in deck.cards:
        cards[card.tier] += 1
        right[card.tier] += last.get(card.id) == RIGHT
    return tuple(
        percent(well, every) if every else None for well, every in zip(right, cards, strict=True)
    )


def best_row(answers: Iterable[Answer]) -> int:
    """Return the longest row of right answers: half right keeps a row, a miss ends it."""
    best = row = 0
    for answer in answers:
        row = row_after(answer, row)
        best = max(best, row)
    return best


def row_after(answer: Answer, row: int) -> int:
    """Return the row of right answers after this one."""
    return streak_after(_JUDGED[answer.verdict], row)


def median_seconds(answers: Iterable[Answer]) -> float | None:
    """Return how long an answer usually takes; where time ran out, none was given."""
    taken = sorted(answer.seconds for answer in answers if answer.verdict != "timeout")
    middle = len(taken) // 2
    if not taken:
        return None
    return taken[middle] if len(taken) % 2 else (taken[middle - 1] + taken[middle]) / 2


# -- cards ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Known:
    """A card that is known by now, and how often it was missed before."""

    card: Card
    missed: int


def hardest(deck: Deck, answers: Sequence[Answer]) -> tuple[Known, ...]:
    """Return the hardest cards last answered right: hard ones first, then those missed most."""
    missed: dict[str, int] = {}
    for answer in answers:
        missed[answer.card_id] = missed.get(answer.card_id, 0) + (answer.verdict != RIGHT)
    last = last_verdicts(answers)
    known = [Known(c, missed[c.id]) for c in deck.cards if last.get(c.id) == RIGHT]
    known.sort(key=lambda one: (-one.card.difficulty, -one.missed))
    return tuple(known[:HARDEST])


# -- days ----------------------------------------------------------------------------------------


def by_day(answers: Iterable[Answer], day_of: DayOf) -> dict[int, int]:
    """Return how many answers each day saw."""
    found: dict[int, int] = {}
    # Of thousands of answers most share a quarter of an hour, and with it their day.
    for quarter, count in Counter(answer.at // QUARTER for answer in answers).items():
        day = day_of(quarter * QUARTER)
        if day is not None:
            found[day] = found.get(day, 0) + count
    return found


def weeks(days: Mapping[int, int], today: int) -> tuple[tuple[int | None, ...], ...]:
    """Return the last weeks, the oldest first, Monday to Sunday: 0 (nothing) to 3, None ahead."""
    # Day 1 was a Monday.
    monday = today - (today - 1) % WEEK
    first = monday - WEEK * (WEEKS - 1)
    return tuple(
        tuple(
            _fullness(days.get(day, 0)) if day <= today else None
            for day in range(start, start + WEEK)
        )
        for start in range(first, monday + 1, WEEK)
    )


def _fullness(answers: int) -> int:
    return (answers > 0) + (answers >= SOME) + (answers >= MANY)


def days_in_a_row(days: Collection[int], today: int) -> int:
    """Return for how many days in a row there were answers; today may still be to come."""
    there = set(days)
    day = today if today in there else today - 1
    row = 0
    while day - row in there:
        row += 1
    return row
