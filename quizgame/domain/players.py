"""Who sits at the table, and how far what they look at together may go."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from quizgame.domain.tiers import LOWEST

GUEST = 0
"""The person of a player who leaves no trace."""
FEWEST, MOST = 2, 8
UNBADGED = -1
LONGEST_NAME = 24
TEAMS = "ABCD"
LARGEST_TEAM = 4
_JOINERS = "\u200c\u200d"
"""What parts or joins the signs beside it: letters in Persian, families in emoji."""
_BREAKS = frozenset({"Cc", "Cs"})
# Letters and signs that show nothing, and would make a name that nobody can see.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_NOTHINGS = frozenset("\u034f\u17b4\u17b5")
_SKINS = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_FLAGS = range(0x1F1E6, 0x1F200)
_NUMBERED = re.compile(r"(.*\S) ([1-9][0-9]?)")


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
    words = unicodedata.normalize("NFC", "".join(map(_kept, text))).split()
    seen = filter(None, (word.strip(_JOINERS) for word in words))
    return _cut(" ".join(seen), LONGEST_NAME)


def distinct(name: str, taken: Iterable[str]) -> str:
    """Return the name; when somebody else is called so, with a number after it, or the next one."""
    others = {other.casefold() for other in taken}
    if not name or name.casefold() not in others:
        return name
    found = _NUMBERED.fullmatch(name)
    first, number = (found[1], int(found[2])) if found else (name, 1)
    ends = (f" {n}" for n in count(number + 1))
    numbered = (_cut(first, LONGEST_NAME - len(end)) + end for end in ends)
    return next(each for each in numbered if each.casefold() not in others)


def _kept(sign: str) -> str:
    """Return a sign as it stands in a name: itself, a space, or nothing."""
    kind = unicodedata.category(sign)
    if kind in _BREAKS or sign in _FILLERS:
        return " "
    # The others of this kind show nothing by themselves, or turn the letters after them round.
    return "" if (kind == "Cf" and sign not in _JOINERS) or sign in _NOTHINGS else sign


def _cut(text: str, length: int) -> str:
    """Return the text no longer than this, without half a sign at its end."""
    at = length
    while 0 < at < len(text) and _goes_on(text, at):
        at -= 1
    return text[: at or length].rstrip().rstrip(_JOINERS)


def _goes_on(text: str, at: int) -> bool:
    """Tell whether what stands here belongs to the sign before it."""
    before, here = text[at - 1], text[at]
    if ord(here) in _FLAGS:
        flags = len(text[:at]) - len(text[:at].rstrip("".join(map(chr, _FLAGS))))
        return flags % 2 == 1
    marks = unicodedata.category(here).startswith("M")
    return marks or here in _SKINS or here in _JOINERS or before in _JOINERS


def badged(
    players: Sequence[Player], own: Mapping[int, int], settled: Collection[int] = ()
) -> tuple[Player, ...]:
    """Return the players, each with a badge that nobody else has: there are as many as seats.

    `own` gives by person the badge of those who are known. It is theirs, unless somebody `settled`
    has it, who keeps what they have; a guest takes one that is nobody's, while there is one.
    """
    worn = {player.id: player.badge for player in players if player.id in settled}
    for player in players:
        wanted = own.get(player.person, UNBADGED)
        if player.id not in worn and wanted not in {UNBADGED, *worn.values()}:
            worn[player.id] = wanted
    for player in players:
        if player.id not in worn:
            free = [badge for badge in range(MOST) if badge not in worn.values()]
            better = [badge for badge in free if badge not in own.values()] or free
            worn[player.id] = player.badge if player.badge in better else better[0]
    return tuple(replace(player, badge=worn[player.id]) for player in players)


def sides(players: Sequence[Player]) -> tuple[int, ...]:
    """Return the sides that play, in the order in which they sit."""
    return tuple(dict.fromkeys(player.side for player in players if player.plays))


def members(players: Sequence[Player], side: int) -> tuple[Player, ...]:
    """Return those who answer for a side."""
    return tuple(player for player in players if player.plays and player.side == side)


def lowest(players: Iterable[Player]) -> int:
    """Return the watch point up to which all of these may look together."""
    return min((player.watch_point for player in players), default=LOWEST)
