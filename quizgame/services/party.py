"""Who sits down to play, before the cards are dealt or between rounds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from quizgame.domain import players as people
from quizgame.domain.packs import PackFace
from quizgame.domain.players import GUEST, LARGEST_TEAM, MOST, TEAMS, Player
from quizgame.domain.settings import Choice
from quizgame.domain.table import Table
from quizgame.services.whoplays import called
from quizgame.storage.progress import Progress

TO_KEEP = -1
"""The person of a player whose progress is to be kept from this game on."""
_KEPT = (("off", "Guest: leaves no trace"), ("on", "Progress is kept"))


@dataclass(frozen=True, slots=True)
class Party:
    """The players as they sit. In mid-game `seated` are those who are in the game already.

    `numbered` is the highest number that has been given: nobody gets that of one who has left.
    `typed` are those whose names have been typed here.
    """

    players: tuple[Player, ...]
    seated: frozenset[int] = frozenset()
    numbered: int = 0
    typed: frozenset[int] = frozenset()

    @classmethod
    def at(cls, table: Table) -> "Party":
        """Return those who sit at a table under way."""
        seated = frozenset(player.id for player in table.players)
        return cls(table.players, seated, table.last_seat)

    def player(self, number: int) -> Player | None:
        """Return a player by number, None when there is none."""
        return next((player for player in self.players if player.id == number), None)

    @property
    def newest(self) -> int:
        """The number of who sat down last."""
        return max(player.id for player in self.players)

    def joined(
        self,
        own: Mapping[int, int],
        person: int = GUEST,
        name: str = "",
        watch_point: int = 0,
    ) -> "Party":
        """Return the party with one more, if there is a seat; `own` are the badges of the known."""
        if len(self.players) >= MOST or (person > 0 and self._has(person)):
            return self
        number = max([self.numbered, *(player.id for player in self.players)]) + 1
        new = Player(number, name, people.UNBADGED, watch_point, person)
        called = people.distinct(new.called, [player.called for player in self.players])
        # Who is called as this seat is anyway has not been given a name by that.
        named = called != people.usual_name(new) and (called != new.called or bool(name))
        new = replace(new, name=called if named else "")
        players = people.badged((*self.players, new), own, self.seated)
        return replace(self, players=players, numbered=number)

    def without(self, number: int) -> "Party":
        """Return the party less one."""
        return replace(self, players=tuple(p for p in self.players if p.id != number))

    def written(self, number: int, text: str) -> "Party":
        """Return the party with the name of one as typed so far."""
        named = self._with(number, name=text[: people.LONGEST_NAME])
        return replace(named, typed=self.typed | {number})

    def settled(self, number: int) -> "Party":
        """Return the party with the name of one made fit: clean, and like nobody else's."""
        player = self.player(number)
        if player is None:
            return self
        others = [other.called for other in self.players if other is not player]
        return self._with(number, name=people.distinct(people.clean_name(player.name), others))

    def changed(self, number: int, name: str, value: str, face: PackFace) -> "Party":
        """Return the party with something of one changed; what is not offered changes nothing."""
        offered = {choice.name: dict(choice.values) for choice in self.choices(number, face)}
        if value not in offered.get(name, {}):
            return self
        match name:
            case "player_seen":
                return self._with(number, watch_point=face.ladder.clamp(int(value)))
            case "player_team":
                return self._with(number, team=int(value))
            case "player_plays":
                return self._with(number, plays=value == "on")
            case _:
                return self._with(number, person=TO_KEEP if value == "on" else GUEST)

    def choices(self, number: int, face: PackFace) -> tuple[Choice, ...]:
        """Return what can be chosen for one; in mid-game only how far this one has watched."""
        player = self.player(number)
        if player is None:
            return ()
        tiers = tuple((str(n), tier.label) for n, tier in enumerate(face.ladder.tiers))
        seen = Choice("player_seen", "How far", tiers, str(player.watch_point))
        if number in self.seated:
            return (seen,)
        plays = (("on", "Plays"), ("off", "Looks on"))
        found = [seen, Choice("player_plays", "At the table", plays, _switch(on=player.plays))]
        if player.plays:
            found.append(Choice("player_team", "Answers", self._teams(player), str(player.team)))
        if player.person <= 0:
            found.append(
                Choice("player_kept", "Progress", _KEPT, _switch(on=player.person != GUEST))
            )
        return tuple(found)

    def _teams(self, player: Player) -> tuple[tuple[str, str], ...]:
        sizes = {
            n: sum(p.team == n and p.id != player.id for p in self.players)
            for n in range(1, len(TEAMS) + 1)
        }
        open_teams = [n for n, size in sizes.items() if size < LARGEST_TEAM]
        return (("0", "Alone"), *((str(n), f"With team {TEAMS[n - 1]}") for n in open_teams))

    def _has(self, person: int) -> bool:
        return any(player.person == person for player in self.players)

    def _with(self, number: int, **changes: object) -> "Party":
        players = tuple(
            replace(p, **changes) if p.id == number else p  # type: ignore[arg-type]
            for p in self.players
        )
        return replace(self, players=players)


def first_party(face: PackFace, progress: Progress) -> Party:
    """Return who is there at first: whoever plays here alone, and a guest."""
    said = face.ladder.watch_point(progress.watch_point(face.id))
    own = badges(progress)
    name = names(progress).get(progress.who, "")
    return Party(()).joined(own, progress.who, name, said).joined(own)


def names(progress: Progress) -> dict[int, str]:
    """Return what the people who are known are called, by number."""
    return {one.id: called(one, place) for place, one in enumerate(progress.people())}


def badges(progress: Progress) -> dict[int, int]:
    """Return the badges of the people who are known, by number: as on the page of people."""
    return {one.id: place % people.MOST for place, one in enumerate(progress.people())}


def renewed(party: Party, progress: Progress) -> Party:
    """Return the party of last time as people are called now, without those who are not here."""
    here = {person.id for person in progress.people()}
    known = tuple(player for player in party.players if player.person <= 0 or player.person in here)
    players = people.badged(as_called(known, progress), badges(progress), party.seated)
    return replace(party, players=players)


def as_called(players: tuple[Player, ...], progress: Progress) -> tuple[Player, ...]:
    """Return players with the names that are kept of them, each unlike that of any other."""
    given = {person.id: person.name for person in progress.people()}
    told: list[Player] = []
    for player in players:
        name = given.get(player.person) or player.name
        if name != player.name:
            others = [other.called for other in players if other.id != player.id]
            name = people.distinct(name, others)
        told.append(replace(player, name=name))
    return tuple(told)


def left_out(players: tuple[Player, ...], face: PackFace, progress: Progress) -> frozenset[str]:
    """Return the content notes that whoever plays here, or anybody known at the table, leaves out.

    All hear and see what is played there.
    """
    minded = {progress.who, *(player.person for player in players if player.person > 0)}
    return frozenset().union(*(progress.left_out(face.id, person=one) for one in minded))


def moved_to(party: Party, face: PackFace, progress: Progress) -> Party:
    """Return the same people before a pack, each as far as is known of them there."""
    players = tuple(
        replace(
            player,
            watch_point=face.ladder.watch_point(
                progress.watch_point(face.id, person=player.person) if player.person > 0 else None
            ),
        )
        for player in party.players
    )
    return replace(party, players=players, seated=frozenset())


def kept(party: Party, progress: Progress) -> tuple[Player, ...]:
    """Return the players, with those who are to be kept written down, and names that were typed.

    Nobody comes to be called as somebody who is known, whether they sit here or not.
    """
    players = []
    for player in party.players:
        others = [name for one, name in names(progress).items() if one != player.person]
        name = people.distinct(player.called, others)
        if player.person == TO_KEEP:
            new = progress.add_person(name)
            players.append(replace(player, name=name, person=new))
        elif player.person > 0 and player.name and player.id in party.typed:
            progress.rename_person(player.person, name)
            players.append(replace(player, name=name))
        else:
            players.append(player)
    return tuple(players)


def _switch(*, on: bool) -> str:
    return "on" if on else "off"
