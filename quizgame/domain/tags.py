"""Small parts of views that many screens show: a tier, a player, a standing."""

from dataclasses import dataclass

from quizgame.domain.tiers import Ladder

LETTERS = "ABCDEF"
"""The letters of choices, as they stand beside them and on the keys."""


@dataclass(frozen=True, slots=True)
class TierTag:
    """A tier as it is shown: its label, its place from 0, and the length of the ladder."""

    label: str
    place: int
    count: int


def tier_tag(ladder: Ladder, tier: int) -> TierTag:
    """Return a tier of a ladder as it is shown."""
    return TierTag(ladder[tier].label, tier, len(ladder))


@dataclass(frozen=True, slots=True)
class PlayerTag:
    """A player or a team as everyone sees them; `badge` numbers a colour with its shape, from 0."""

    name: str
    badge: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What a side has won so far."""

    who: PlayerTag
    score: int


@dataclass(frozen=True, slots=True)
class TableBoard:
    """The line above the ticket at a table. `purpose` is answer, steal or judge.

    `private` where this stands behind the curtain; otherwise all look at it together.
    """

    who: PlayerTag
    round: int
    rounds: int
    purpose: str
    standings: tuple[Standing, ...]
    private: bool = True
