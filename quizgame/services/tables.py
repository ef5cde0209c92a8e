"""The game of several being played: dealt, saved at every change, taken up again shut."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from quizgame.domain import evening, rules
from quizgame.domain import intents as want
from quizgame.domain import players as people
from quizgame.domain.desk import Ending, Outcome
from quizgame.domain.ledger import Entry
from quizgame.domain.packs import PackFace
from quizgame.domain.players import GUEST, Player
from quizgame.domain.settings import Settings
from quizgame.domain.table import House, Phase, Seating, Table
from quizgame.services import pages
from quizgame.services.forgetting import forget_beyond
from quizgame.services.party import as_called, left_out
from quizgame.services.rounds import AWAY, GONE, LEFT, SOUNDS
from quizgame.services.shelf import Shelf
from quizgame.storage import tablerecord
from quizgame.storage.kept import NOBODY, OpenRun, SavedAnswer
from quizgame.storage.progress import Progress


def house_of(settings: Settings) -> House:
    """Return the rules of the evening as they are set."""
    return House(
        private=settings.choice("table_way").value == "pass",
        rounds=settings.number("table_rounds"),
        clock=settings.number("table_clock"),
        stakes=settings.on("table_stakes"),
        bets=settings.on("table_bets"),
        steals=settings.on("table_steals"),
    )


class Tables:
    """At most one game at a time. `now` gives seconds since 1970, `dice` a seed for each game."""

    def __init__(
        self,
        shelf: Shelf,
        progress: Progress,
        *,
        now: Callable[[], float],
        dice: Callable[[], int],
        sounds: list[str],
    ) -> None:
        self._shelf = shelf
        self._progress = progress
        self._now = now
        self._dice = dice
        self._run = 0
        self._sounds = sounds
        self._reported: set[tuple[int, str]] = set()
        self.table: Table | None = None

    def begin(self, face: PackFace, players: tuple[Player, ...], house: House) -> None:
        """Deal a game. Of those whose progress is kept it is kept how far they have watched."""
        before = self._progress.open_run(face.id, person=NOBODY)
        if before and not self.take_up(before):
            # The card it was left at has been seen.
            self.end()
        self._reported.clear()
        self._keep_watch_points(face, players)
        self._run = 0
        seating = self._seating(face, players)
        self.table = evening.begin(face, house, seating, self._dice())
        self._sounds.append("curtain")
        state = tablerecord.to_json(self.table)
        self._run = self._progress.begin_run(face.id, state, self._now(), person=NOBODY)

    def take_up(self, run: OpenRun) -> str:
        """Take up a saved game, shut; return why not, or nothing when it stands again."""
        face = self._shelf.take(run.pack_id)
        if face is None:
            return AWAY
        self._run = run.id
        less: set[int] = set()

        def seated(players: tuple[Player, ...], points: set[int]) -> Seating:
            held = as_called(tuple(self._held(face, p) for p in players), self._progress)
            pairs = zip(players, held, strict=True)
            less.update(was.side for was, now in pairs if now.watch_point < was.watch_point)
            return self._seating(face, held, points)

        table = tablerecord.from_json(run.state, face, seated)
        if table is None:
            self._progress.end_run(run.id, self._now())
            return GONE
        known = replace(table, lowered=table.lowered | less)
        self.table = evening.reseat(known, table.seating)
        return ""

    def play(self, intent: evening.Intent) -> None:
        """Carry out an intent at the table, and save what came of it."""
        if self.table is not None:
            self._become(evening.step(self.table, intent), intent)

    def reseat(self, players: tuple[Player, ...]) -> None:
        """Change who sits at the table, or how far they have watched."""
        before = self.table
        if before is None:
            return
        self._keep_watch_points(before.face, players)
        self._lower_watch_points(before, players)
        points = {entry.watch_point for entry in before.ledger} | {before.turn.watch_point}
        points |= {turn.watch_point for turn in before.ahead}
        seating = self._seating(before.face, players, points)
        self._become(evening.reseat(before, seating), want.Interrupt())

    def end(self) -> None:
        """End the game where it stands."""
        if self.table:
            self._become(evening.end(self.table), want.Interrupt())

    @property
    def reported(self) -> bool:
        """Whether the side before it has reported the card on the screen."""
        table = self.table
        return table is not None and (table.turn.side, _card_id(table)) in self._reported

    def report(self) -> None:
        """Report the card on the screen to its author, or withdraw the report."""
        table, card_id = self.table, _card_id(self.table) if self.table else ""
        if table is None or not card_id:
            return
        players = people.members(table.players, table.turn.side)
        person = next((player.person for player in players if player.person != GUEST), GUEST)
        others = {side for side, card in self._reported if card == card_id} - {table.turn.side}
        if self.reported:
            if person != GUEST or not others:
                self._progress.withdraw_report(table.face.id, card_id, person=person)
        else:
            self._progress.report(table.face.id, card_id, self._now(), person=person)
        # By side: what one guest has reported tells another nothing.
        self._reported ^= {(table.turn.side, card_id)}

    def sealed(self) -> dict[int, int]:
        """Return by player how many predictions they have sealed, of those all here can seal.

        Whether one has opened meanwhile is not told: that would tell where its answer is.
        """
        table = self.table
        if table is None:
            return {}
        low = table.seating.decks[people.lowest(table.players)]
        asked = {one.id for one in low.predictions}
        return {
            player.id: sum(
                one.card_id in asked
                for one in self._progress.envelopes(table.face.id, person=player.person)
            )
            for player in table.players
            if player.person != GUEST
        }

    def leave(self) -> None:
        """Put the game away as it stands."""
        if self.table and self.table.phase is not Phase.OVER:
            self._progress.save_table(self._run, tablerecord.to_json(self.table))
        elif self.table:
            self._progress.end_run(self._run, self._now())
        self.table = None

    def _become(self, after: Table, intent: evening.Intent) -> None:
        before = self.table
        if before is None or after == before:
            return
        self.table = after
        self._sound(before, after)
        if isinstance(intent, want.Tick) and after.ledger == before.ledger:
            whole = int(before.desk.seconds) != int(after.desk.seconds)
            if not (after.house.clock and whole):
                return
        self._save(before, after)

    def _save(self, before: Table, after: Table) -> None:
        given = [e for e in after.ledger if e not in before.ledger]
        dropped = [e for e in before.ledger if e not in after.ledger]
        self._progress.save_table(
            self._run,
            tablerecord.to_json(after),
            [
                *((who, self._answer(e, o)) for who, e, o in _by_person(after, given)),
                *((who, self._seen(card)) for who, card in _only_seen(before, after)),
            ],
            [(who, e.card_id) for who, e, _ in _by_person(before, dropped)],
            ended=self._now() if after.phase is Phase.OVER else None,
        )

    def _seen(self, card_id: str) -> SavedAnswer:
        """Return what is kept of a card that was shown and not answered, or taken back."""
        return SavedAnswer(card_id, LEFT, 0, 0.0, self._now())

    def _answer(self, entry: Entry, outcome: Outcome) -> SavedAnswer:
        return SavedAnswer(
            outcome.card_id, outcome.ending.value, entry.points, outcome.seconds, self._now()
        )

    def _sound(self, before: Table, after: Table) -> None:
        for entry in after.ledger:
            if entry not in before.ledger and entry.answered:
                self._sounds.append(SOUNDS[entry.ending])
        if after.phase is Phase.OVER:
            self._sounds.append("end")
        elif after.shut != before.shut:
            self._sounds.append("curtain")

    def _keep_watch_points(self, face: PackFace, players: tuple[Player, ...]) -> None:
        """Keep who has watched further; less far holds for this game alone, and forgets nothing."""
        for player in players:
            if player.person != GUEST and player.watch_point > self._said(face, player):
                tier = face.ladder[player.watch_point].id
                if pages.unsure(self._progress, face, person=player.person):
                    self._forget_beyond(face, player)
                self._progress.set_watch_point(face.id, tier, person=player.person)

    def _lower_watch_points(self, before: Table, players: tuple[Player, ...]) -> None:
        """Keep of a friend who is known that less was watched, as all have just agreed.

        What lies above is forgotten. Whoever plays here alone does that on a page of their own.
        """
        face, reached = before.face, {player.id: player.watch_point for player in before.players}
        for player in players:
            lower = player.watch_point < reached.get(player.id, player.watch_point)
            if lower and player.person not in {GUEST, self._progress.who}:
                self._forget_beyond(face, player)

    def _forget_beyond(self, face: PackFace, player: Player) -> None:
        point, now = player.watch_point, self._now()
        forget_beyond(self._shelf, self._progress, face, point, now, person=player.person)

    def _said(self, face: PackFace, player: Player) -> int:
        """Return how far somebody whose progress is kept has said to have watched."""
        said = self._progress.watch_point(face.id, person=player.person)
        return face.ladder.watch_point(said)

    def _held(self, face: PackFace, player: Player) -> Player:
        """Return a player of a saved game, no further than is kept of this person now.

        Somebody who has been removed sits on as a guest.
        """
        if player.person == GUEST:
            return player
        if all(player.person != known.id for known in self._progress.people()):
            return replace(player, person=GUEST, watch_point=0)
        return replace(player, watch_point=min(player.watch_point, self._said(face, player)))

    def _seating(
        self, face: PackFace, players: tuple[Player, ...], further: Iterable[int] = ()
    ) -> Seating:
        """Return the seating: decks only as far as somebody at the table has watched."""
        highest = max((player.watch_point for player in players), default=0)
        points = {player.watch_point for player in players} | {p for p in further if p <= highest}
        minded = left_out(players, face, self._progress)
        decks = {point: self._shelf.deck(face.id, point).without(minded) for point in points}
        sides = people.sides(players)
        return Seating(players, decks, {side: self._history(face, players, side) for side in sides})

    def _history(
        self, face: PackFace, players: tuple[Player, ...], side: int
    ) -> Mapping[str, rules.CardHistory]:
        """Return what those of a side whose progress is kept have been asked before this game."""
        past: dict[str, rules.CardHistory] = {}
        reached = people.lowest(people.members(players, side))
        for player in people.members(players, side):
            # What one was asked further up is nothing to those who answer with one.
            if player.person == GUEST or self._said(face, player) > reached:
                continue
            history = self._progress.history(face.id, person=player.person, before_run=self._run)
            for card, one in history.items():
                missed, other = one.last_verdict != Ending.RIGHT.value, past.get(card)
                seen = max(one.seen, other.seen if other else 0)
                past[card] = rules.CardHistory(seen, missed or bool(other and other.missed))
        return past


def _card_id(table: Table) -> str:
    return table.card.id if table.card else ""


def _only_seen(before: Table, after: Table) -> Iterable[tuple[int, str]]:
    """Yield the cards seen without an answer since, with everyone whose progress is kept."""
    for side, card_id in sorted(after.burnt - before.burnt):
        for player in people.members(before.players, side):
            if player.person != GUEST:
                yield player.person, card_id


def _by_person(table: Table, entries: Iterable[Entry]) -> Iterable[tuple[int, Entry, Outcome]]:
    """Yield each answer with everyone of its side whose progress is kept."""
    for entry in entries:
        if entry.answered and entry.outcome:
            for player in people.members(table.players, entry.side):
                if player.person != GUEST:
                    yield player.person, entry, entry.outcome
