"""What has been won and lost at a table, line by line; every score is the sum of these lines."""

from dataclasses import dataclass
from enum import Enum

from quizgame.domain import rules
from quizgame.domain.desk import Ending, Outcome

BEFORE = -1
"""The round in which those who join late get what they begin with."""


class Cause(Enum):
    """What a line is for."""

    ANSWER = "answer"
    STEAL = "steal"
    BET = "bet"
    START = "start"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. Steals and bets bear the number of the `turn` whose card they were about.

    For what was answered, `outcome` tells how, `order` how the options stood, and `watch_point`
    where the card was dealt; without an outcome there was no card for this side.
    """

    turn: int
    round: int
    side: int
    cause: Cause
    points: int
    watch_point: int = 0
    outcome: Outcome | None = None
    order: tuple[int, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether a card was before this side, answered or not."""
        return self.cause in {Cause.ANSWER, Cause.STEAL}

    @property
    def ending(self) -> Ending:
        """How it ended; where there was no card, as if it had been passed over."""
        return self.outcome.ending if self.outcome else Ending.SKIPPED

    @property
    def card_id(self) -> str:
        """The card it is about; empty where there was none."""
        return self.outcome.card_id if self.outcome else ""


Ledger = tuple[Entry, ...]


def score(ledger: Ledger, side: int, stock: int = 0) -> int:
    """Return what a side has, line after line from its stock: no line leaves it below zero."""
    won = stock
    for entry in ledger:
        if entry.side == side:
            won = rules.after(won, entry.points)
    return won


def answers(ledger: Ledger, side: int) -> Ledger:
    """Return the lines in which a side had a card before it, its own or another's."""
    return tuple(entry for entry in ledger if entry.side == side and entry.answered)


def last_answer(ledger: Ledger) -> Entry | None:
    """Return the line of the last card that was dealt and has ended."""
    return next((e for e in reversed(ledger) if e.cause is Cause.ANSWER), None)


def without_turn(ledger: Ledger, turn: int) -> Ledger:
    """Return the lines as they were before a turn, its bets and its steal."""
    return tuple(entry for entry in ledger if entry.turn != turn)


def longest_row(ledger: Ledger, side: int) -> int:
    """Return the longest row of right answers of a side to its own cards; half keeps a row."""
    row = longest = 0
    for entry in ledger:
        if entry.side != side or entry.cause is not Cause.ANSWER:
            continue
        if entry.ending is Ending.RIGHT:
            row += 1
        elif entry.ending in {Ending.WRONG, Ending.TIMEOUT}:
            row = 0
        longest = max(longest, row)
    return longest


def quickest(ledger: Ledger, side: int) -> float | None:
    """Return the seconds of a side's quickest right answer, None where there is none."""
    return min(
        (
            e.outcome.seconds
            for e in answers(ledger, side)
            if e.outcome and e.outcome.ending is Ending.RIGHT
        ),
        default=None,
    )


def won_by(ledger: Ledger, side: int, cause: Cause) -> int:
    """Return how often a side won points in a way."""
    return sum(e.points > 0 for e in ledger if e.side == side and e.cause is cause)
