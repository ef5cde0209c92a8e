"""What is kept of people and their play, row by row."""

from dataclasses import dataclass
from typing import NamedTuple

from quizgame.storage import migrations

OWNER = migrations.OWNER
"""The first person here, nameless until a name is given."""
NOBODY = 0
"""Whose run it is when several play at a table."""
ASK = ""
"""In place of a tier: how far this person has watched is to be asked again."""
REHEARSAL, ROUND, DAILY, TABLE = "rehearsal", "round", "daily", "table"
"""The ways in which cards are played."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who plays here; the owner's name is empty until one is given."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """One answer; verdict is right, half, wrong, skipped or timeout, `at` seconds since 1970."""

    card_id: str
    verdict: str
    points: int
    seconds: float
    at: float


class Answered(NamedTuple):
    """An answer as it was kept; `rating` 1 (again) to 4 (easy), None where none was given.

    `way` is round, table, daily or rehearsal; `run` None for a rehearsal. There may be many
    thousands, so each is a tuple.
    """

    id: int
    pack_id: str
    card_id: str
    verdict: str
    points: int
    seconds: float
    at: float
    rating: int | None
    way: str
    run: int | None


@dataclass(frozen=True, slots=True)
class CardHistory:
    """How often a card was asked, and how it last went."""

    seen: int
    last_verdict: str
    last_at: float


@dataclass(frozen=True, slots=True)
class Envelope:
    """A sealed prediction: the choice in words, how sure, when sealed; `shown` when opened."""

    person: int
    card_id: str
    choice: str
    sure: str
    sealed: float
    shown: float | None = None


@dataclass(frozen=True, slots=True)
class OpenRun:
    """A run that was not ended; `state` is the JSON last saved, `day` that of a daily set."""

    id: int
    pack_id: str
    state: str
    way: str = ROUND
    day: str = ""

    @property
    def shared(self) -> bool:
        """Whether it is a table's."""
        return self.way == TABLE
