"""Who sits at the table, and how far what they look at together may go."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgame.domain.tiers import LOWEST

GUEST = 0
"""The person of a player who leaves no trace."""
FEWEST, MOST = 2, 8
LONGEST_NAME = 24
TEAMS = "ABCD"
LARGEST_TEAM = 4
_BREAKS = frozenset({"Cc", "Cf", "Cs"})
_JOINER = "\u200d"
"""What makes one sign of several, as families in emoji."""
# What would turn the letters after it round, or end a line.
_TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody at the table. `team` is 0 for one who plays alone, else from 1.

    `person` is the number under which progress is kept, or GUEST; who does not play looks on.
    """

    id: int
    name: str
    badge: int
    watch_point: int = LOWEST
    person: int = GUEST
    team: int = 0
    plays: bool = True

    @property
    def side(self) -> int:
        """The number of the side this player answers for: a team's is below zero."""
        return -self.team if self.team else self.id

    @property
    def called(self) -> str:
        """The name, or what stands for it while there is none."""
        return self.name or usual_name(self)


def usual_name(player: Player) -> str:
    """Return what a player is called who has given no name."""
    return f"Player {player.id}"


def clean_name(text: str) -> str:
    """Return a name as it is kept: no breaks, nothing that turns letters round, not too long."""
    straight = (c for c in text if c not in _TURNING)
    kept = (c if c == _JOINER or unicodedata.category(c) not in _BREAKS else " " for c in straight)
    return " ".join("".join(kept).split())[:LONGEST_NAME].strip()


def distinct(name: str, taken: Iterable[str]) -> str:
    """Return the name, with a number after it when somebody else is called so."""
    others = {other.casefold() for other in taken}
    if not name or name.casefold() not in others:
        return name
    numbered = (f"{name[: LONGEST_NAME - 2].rstrip()} {n}" for n in range(2, MOST + 2))
    return next(each for each in numbered if each.casefold() not in others)


def free_badge(players: Sequence[Player]) -> int:
    """Return the first badge that nobody has; there are as many badges as seats."""
    return min(set(range(MOST)) - {player.badge for player in players})


def sides(players: Sequence[Player]) -> tuple[int, ...]:
    """Return the sides that play, in the order in which they sit."""
    return tuple(dict.fromkeys(player.side for player in players if player.plays))


def members(players: Sequence[Player], side: int) -> tuple[Player, ...]:
    """Return those who answer for a side."""
    return tuple(player for player in players if player.plays and player.side == side)


def lowest(players: Iterable[Player]) -> int:
    """Return the watch point up to which all of these may look together."""
    return min((player.watch_point for player in players), default=LOWEST)
