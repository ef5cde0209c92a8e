"""Two games of several in lockstep: what some hold behind the curtain differs, and nobody can tell.

What is compared is all that `player.observe` tells, at every moment when everyone may look, or when
somebody holds the screen whose cards are the same in both. Of what is saved, the cards, orders,
replies and rows of the others are left aside, since they are theirs; the names of the files are
not, but for what is read out of the pack for their cards. While one of the others holds the screen,
only what is heard and the window's title are compared. Their turns are played by what comes of
them: see `deeds`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizgame.domain import intents as want
from quizgame.domain import tableviews, views
from quizgame.domain.intents import Intent
from quizgame.domain.peopleviews import PeopleView
from quizgame.domain.players import Player as Somebody
from quizgame.domain.settling import typed_miss
from quizgame.domain.table import Phase
from quizgame.ui.actions import Action
from tests.noninterference.deeds import Deed, both_can, intents
from tests.noninterference.openly import saved_openly
from tests.noninterference.packs import MARKS
from tests.noninterference.player import BrokenError, Observation, Player, differing

SHUTTING = want.Interrupt | want.Pause | want.Back
COMMON = 0
READ = "open /packs/"
_NO_CARD = (
    tableviews.HandoverView,
    tableviews.TableView,
    tableviews.SureView,
    tableviews.TableResultsView,
    tableviews.LookOverView,
)
_OURS = frozenset({"table", "between", "sure", "look-over", "look", "look-answer"})


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who sits down."""

    name: str
    seen: int = 0
    kept: bool = False
    team: int = 0
    plays: bool = True


class Together:
    """Two tables. Those who have watched further than `known` hold what may differ.

    `apart` are further sides whose turns may differ; `aloud` the pages that say what differs.
    """

    def __init__(
        self,
        one: Player,
        two: Player,
        known: int,
        *,
        apart: Sequence[int] = (),
        aloud: tuple[type[views.View], ...] = (),
    ) -> None:
        self.one, self.two = self.both = one, two
        self.known = known
        self._apart = apart
        self.secret: set[int] = set(apart)
        self.people: set[int] = set()
        self.aloud = aloud

    @property
    def view(self) -> views.View:
        """What stands on the first screen."""
        return self.one.game.view()

    @property
    def behind(self) -> bool:
        """Whether the screen is before somebody whose cards may differ."""
        return holder(self.one) in self.secret

    # -- what is done ------------------------------------------------------------------------

    def send(self, *wanted: Intent) -> None:
        """Do the same at both tables."""
        for intent in wanted:
            for player in self.both:
                self._send(player, intent)
            self.look()

    def _send(self, player: Player, intent: Intent) -> None:
        """Do something, and see to it that the screen is opened by nothing but the curtain."""
        before, page = holder(player), _page(player)
        player.send(intent)
        after = holder(player)
        assert after in {None, before} or intent == want.OpenCurtain(), intent
        shuts = isinstance(intent, SHUTTING) or intent == want.Go("table")
        if (shuts and page == "table") or isinstance(intent, want.Interrupt):
            assert after is None, intent

    def act(self, action: Action) -> None:
        """Press the same at both tables, where both show the same."""
        for player in self.both:
            player.act(action)
        self.look()

    def restart(self) -> None:
        """Close both games wherever they are, and go on with them."""
        for player in self.both:
            player.restart()
        self.look()
        if isinstance(self.view, PeopleView):
            # Where several are known it is asked first who plays.
            self.send(want.Back())
        self.send(want.Go("continue"))

    def answer(self, deed: Deed, seconds: float = 3.0) -> None:
        """Bring a deed about for whoever has the screen; those `apart` are wrong in two ways."""
        tables = [player.table for player in self.both]
        seen = [table for table in tables if table]
        deed = both_can(deed, seen)
        left = [t.house.clock - t.desk.seconds for t in seen if t.house.clock]
        seconds = min([seconds, *(each / 2 for each in left)])
        empty = any(table.phase is Phase.NOTHING for table in seen)
        other = holder(self.one) in self._apart
        plans = [
            list(intents(deed, table, other=other and bool(n))) for n, table in enumerate(seen)
        ]
        assert self.behind or plans[0] == plans[-1]
        for player, plan in zip(self.both, plans, strict=True):
            self._send(player, want.Tick(seconds))
            for intent in plan:
                self._send(player, intent)
            if empty and plan != [want.Next()]:
                # Where there is no card, nobody shuts the curtain over an answer.
                self._send(player, want.Next())
        self.look()

    def think(self, seconds: float) -> None:
        """Let time pass on a card, but never so much that it is over."""
        tables = [player.table for player in self.both]
        left = [t.house.clock - t.desk.seconds for t in tables if t and t.house.clock]
        self.send(want.Tick(min([seconds, *(each / 2 for each in left)])))

    def turn(self, deed: Deed, seconds: float = 3.0) -> None:
        """Open the curtain, bring a deed about, and go on to the next one."""
        self.send(want.OpenCurtain())
        self.answer(deed, seconds)
        self.go_on()

    def go_on(self) -> None:
        """Go on from an answer; where there was no card both have gone on."""
        if all(player.table.phase is Phase.REVEALED for player in self.both if player.table):
            self.send(want.Next())

    def judged(self, verdict: Intent) -> None:
        """Have somebody judge what was typed, if both tables can; go on if there is no such one."""
        if all(typed_miss(player.table) for player in self.both if player.table):
            self.send(want.AskJudge(), want.OpenCurtain(), want.Report(), verdict)
        self.go_on()

    # -- who sits there ----------------------------------------------------------------------

    def sit_down(self, seats: Sequence[Seat], beside: Sequence[Seat] = ()) -> None:
        """Go to the players of the pack, and seat these; at the second table those `beside`."""
        self.send(want.Go("together"), want.ChoosePack("lighthouse"))
        view = self.view
        rows = view.rows if isinstance(view, tableviews.PlayersView) else ()
        # Of those of the last game two stay, as other people.
        self.send(*(want.RemovePlayer(row.player) for row in rows[2:]))
        for place, seat in enumerate(seats):
            other = beside[place] if beside else seat
            there = place < min(2, len(rows))
            self.send(want.EditPlayer(rows[place].player) if there else want.AddPlayer())
            for player, who in zip(self.both, (seat, other), strict=True):
                for intent in _seated(who, owner=not place):
                    player.send(intent)
            self.look()
            self.send(want.Back())

    def start(self) -> None:
        """Begin; who is known and has watched further says so."""
        self.send(want.Start())
        self._agree()

    def _agree(self) -> None:
        if isinstance(self.view, tableviews.SureView):
            self.send(want.Agree())

    def reseat(self, *wanted: Intent) -> None:
        """Go to the players in mid-game, do this there, and go back to the game."""
        if holder(self.one) is not None:
            self.send(want.Interrupt())
        self.send(want.Go("table"), want.Go("players"), *wanted)
        for _ in range(2):
            if isinstance(self.view, tableviews.PlayerView | tableviews.PlayersView):
                self.send(want.Back())
        self._agree()

    # -- what must hold ----------------------------------------------------------------------

    def look(self) -> None:
        """Compare what may be compared; AssertionError as soon as anything can be told."""
        for player in self.both:
            self._note_secrets(player)
        now = holder(self.one)
        assert now == holder(self.two)
        seen = [self._seen(player, hidden=now in self.secret) for player in self.both]
        if self.one.error or self.two.error:
            raise BrokenError(self.one.error or self.two.error)
        for player in self.both:
            shown = player.words()
            assert not [mark for mark in MARKS[_reach(player) + 1 :] if mark in shown]
            assert _nobody_knows_more_than_is_kept(player)
        one, two = seen
        if one and two and not isinstance(one.view, self.aloud):
            assert differing(one, two) == []
        assert self.one.heard == self.two.heard
        assert self.one.window._window.title == self.two.window._window.title  # noqa: SLF001

    def _note_secrets(self, player: Player) -> None:
        """Note whose cards may differ: once they do, what is dealt to them may for good."""
        table = player.table
        if table is None:
            return
        further = {each.person for each in table.players if each.watch_point > self.known}
        self.people |= further | {p.person for p in table.players if p.side in self.secret}
        for side in table.sides if table.house.private else ():
            members = [each for each in table.players if each.plays and each.side == side]
            if lowest(members) > self.known:
                self.secret.add(side)

    def _seen(self, player: Player, *, hidden: bool) -> Observation | None:
        if hidden:
            player.show()
            # The picture of their card is read out of the pack; nobody else can see that.
            player.touched = [line for line in player.touched if not line.startswith(READ)]
            return None
        seen = player.observe()
        if not self.people:
            return seen
        save = player.game._progress._connection  # noqa: SLF001
        return replace(seen, saved=saved_openly(save, self.secret, self.people))


def holder(player: Player) -> int | None:
    """Return the side that has the screen behind the curtain; None while everyone may look."""
    table, trail = player.table, player.game._trail  # noqa: SLF001
    view = player.game.view()
    if table is None or not table.house.private or isinstance(view, tableviews.HandoverView):
        return None
    match trail[-1].page:
        case "table" if not isinstance(view, tableviews.TableResultsView):
            return table.turn.side
        case "look" | "look-answer":
            side = next(place.number for place in trail if place.page == "look")
            return None if side == COMMON else side
        case _:
            return None


def _nobody_knows_more_than_is_kept(player: Player) -> bool:
    table, progress = player.table, player.game._progress  # noqa: SLF001
    return table is None or all(
        somebody.watch_point
        <= table.face.ladder.watch_point(
            progress.watch_point(table.face.id, person=somebody.person)
        )
        for somebody in table.players
        if somebody.person
    )


def _page(player: Player) -> str:
    return player.game._trail[-1].page  # noqa: SLF001


def _reach(player: Player) -> int:
    """Return the highest tier of which words may stand on the page; -1 for no words of any card."""
    table, page, side = player.table, _page(player), holder(player)
    if table is None or page not in _OURS:
        # Whoever is here plays alone.
        return len(MARKS)
    if side is not None:
        return lowest([p for p in table.players if p.plays and p.side == side])
    apart = isinstance(player.game.view(), _NO_CARD)
    open_to_all = page.startswith("look") or not table.house.private
    return lowest(table.players) if open_to_all and not apart else -1


def lowest(players: Sequence[Somebody]) -> int:
    """Return the lowest watch point of these."""
    return min((player.watch_point for player in players), default=0)


def _seated(seat: Seat, *, owner: bool) -> list[Intent]:
    """Return what is done on the page of a player."""
    wanted: list[Intent] = [want.Edit(seat.name), want.Change("player_seen", str(seat.seen))]
    if not seat.plays:
        return [*wanted, want.Change("player_plays", "off")]
    if seat.team:
        wanted.append(want.Change("player_team", str(seat.team)))
    if seat.kept and not owner:
        wanted.append(want.Change("player_kept", "on"))
    return wanted
