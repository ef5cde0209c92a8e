"""Two tables in lockstep under whatever comes: what some have seen further makes no difference."""

import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from quizgame.domain import intents as want
from quizgame.domain import tableviews, views
from quizgame.domain.intents import Intent
from quizgame.domain.table import Phase, Table
from quizgame.ui import actions
from quizgame.ui.actions import Action
from tests.noninterference.deeds import Deed
from tests.noninterference.packs import Pair, ended, pairs
from tests.noninterference.player import Player, small_windows
from tests.noninterference.tablewalk import RULES, look_over, no_guest_is_known
from tests.noninterference.together import Seat, Together, holder

NAMES = ("Zorabel", "Quillon", "Wendeline", "Xaverius", "Yolanthe")
TOP = 3
OWNER, OTHER, TEAM = 1, 2, -1
SHUTTING: tuple[Intent, ...] = (
    *(want.Interrupt(idle=idle) for idle in (False, True)),
    want.Pause(),
    want.Back(),
)
OUT_OF_PLACE: tuple[Intent, ...] = (
    *(want.Go(place) for place in ("review", "again", "look-over", "watch-point")),
    *(want.Accept(), want.Refuse(), want.Agree()),
    *(want.LookOver(2), want.LookOver(), want.OpenAnswer(0)),
    *(want.Stake("sure"), want.Bet(1), want.Bet(2)),
    want.Halve(),
    want.Resume(),
    want.Next(),
    want.RemovePlayer(2),
    want.Start(safe=True),
)
HANDS: tuple[Action, ...] = (actions.Tab(1), actions.Move(0, 1), actions.Confirm())
HOUSES = st.tuples(
    *(st.builds(want.Change, st.just(name), st.sampled_from(["on", "off"])) for name in RULES),
    st.builds(want.Change, st.just("table_way"), st.sampled_from(["pass", "pass", "share"])),
    st.builds(want.Change, st.just("table_clock"), st.sampled_from(["0", "20"])),
)
"""The rules of an evening."""
LEFT_ALONE = (want.Go("play"), want.Go("shelf"), want.Go("together"), want.RemovePlayer(OWNER))
"""What leads away from the table, or takes the one who has watched least from it."""


class Company(RuleBasedStateMachine):
    """Several people; the packs differ higher up (A), or how far one of them has watched (B).

    The owner has watched no further than both packs agree, plays, and stays.
    """

    def __init__(self) -> None:
        super().__init__()
        self._small = small_windows()
        self._small.__enter__()
        self.home = Path(mkdtemp(prefix="tables-"))
        self.guests: set[str] = set()
        self.joined = 0

    @initialize(
        pair=pairs() | pairs().map(ended),
        seed=st.integers(0, 2**16),
        what=st.sampled_from("ABA"),
        data=st.data(),
    )
    def begin(self, pair: Pair, seed: int, what: str, data: st.DataObject) -> None:
        """Sit down at two tables, and begin."""
        self.most = pair.agree
        # Further than the others, and yet in two ways.
        self.other = what == "B" and pair.agree < TOP - 1
        two = pair.one if self.other else pair.two
        players = (
            Player(self.home / "one", pair.one.yaml(), seed),
            Player(self.home / "two", two.yaml(), seed, beside=1),
        )
        aloud = (tableviews.PlayersView, tableviews.PlayerView) if self.other else ()
        apart = (OTHER,) if self.other else ()
        self.evening = Together(*players, pair.agree, apart=apart, aloud=aloud)
        self.seats = self._seats(data)
        self.house = data.draw(HOUSES)
        self._sit_down()

    def _seats(self, data: st.DataObject) -> list[Seat]:
        """Draw who sits there: the owner, somebody who has watched further, and others."""
        further = TOP if self.other else data.draw(st.integers(self.most + 1, TOP))
        kept = not self.other and data.draw(st.booleans())
        others = st.builds(
            Seat,
            name=st.just(""),
            seen=st.integers(0, self.most if self.other else TOP),
            kept=st.booleans(),
            team=st.sampled_from([0, 0, 1]),
            plays=st.sampled_from([True, True, False]),
        )
        drawn = data.draw(st.lists(others, max_size=3))
        return [
            Seat("Ada", data.draw(st.integers(0, self.most))),
            Seat(NAMES[0], further, kept=kept),
            *(replace(s, name=name) for s, name in zip(drawn, NAMES[1:], strict=False)),
        ]

    def _sit_down(self) -> None:
        beside = [Seat(s.name, TOP - 1) if n == 1 else s for n, s in enumerate(self.seats)]
        self.evening.sit_down(self.seats, beside if self.other else ())
        self.evening.send(*self.house, want.Change("table_rounds", "3"))
        self.evening.start()

    # -- the game ----------------------------------------------------------------------------

    @rule(deeds=st.lists(st.sampled_from(Deed), min_size=2, max_size=6), bet=st.integers(0, 9))
    def play(self, deeds: list[Deed], bet: int) -> None:
        """Play some turns by what comes of them."""
        for deed in deeds:
            table = self._under_way()
            if table.bettors:
                self.evening.send(want.Bet(table.bettors[bet % len(table.bettors)]))
            if table.phase in {Phase.REVEALED, Phase.JUDGING}:
                self.evening.send(want.OpenCurtain(), want.Refuse())
                self.evening.go_on()
            else:
                self.evening.turn(deed)

    @rule(verdict=st.sampled_from([want.Accept(), want.Refuse()]))
    def have_it_judged(self, verdict: Intent) -> None:
        """Miss what is typed, and have somebody judge it."""
        self._under_way()
        self.evening.send(want.OpenCurtain())
        self.evening.answer(Deed.ASKS)
        self.evening.judged(verdict)

    @rule(level=st.sampled_from(["sure", "guess"]), seconds=st.floats(0.1, 8.0))
    def think(self, level: str, seconds: float) -> None:
        """Open the curtain, and think."""
        self._under_way()
        self.evening.send(want.OpenCurtain(), want.Stake(level))
        if all(p.table and p.table.phase is Phase.ASKING for p in self.evening.both):
            self.evening.think(seconds)

    @rule(shutting=st.sampled_from(SHUTTING))
    def interrupt(self, shutting: Intent) -> None:
        """Come between the player and the screen."""
        self._under_way()
        self.evening.send(want.OpenCurtain(), shutting)

    @rule(again=st.booleans())
    def restart(self, again: bool) -> None:
        """Close both games, in mid-card perhaps, and go on."""
        self._under_way()
        self.evening.send(*[want.OpenCurtain()] * again)
        self.evening.restart()

    @rule()
    def take_back(self) -> None:
        """Take the last answer back, if it can be."""
        self._under_way()
        self._to_the_table()
        self.evening.send(want.TakeBack())
        if isinstance(self.evening.view, tableviews.SureView):
            self.evening.send(want.Agree())

    @rule()
    def report(self) -> None:
        """Report the card that was answered, or think better of it."""
        self.evening.send(want.Report())

    # -- who sits there ----------------------------------------------------------------------

    @rule(number=st.integers(0, 7), tier=st.integers(0, TOP))
    def change(self, number: int, tier: int) -> None:
        """Say that somebody has watched more, or less."""
        table = self._under_way()
        player = table.players[number % len(table.players)]
        if player.id == OWNER or self.other:
            tier = min(tier, self.most)
        if not (self.other and player.id == OTHER):
            told = want.Change("player_seen", str(tier))
            self.evening.reseat(want.EditPlayer(player.id), told)

    @rule(tier=st.integers(0, TOP), kept=st.booleans(), plays=st.booleans(), team=st.booleans())
    def join(self, tier: int, kept: bool, plays: bool, team: bool) -> None:
        """Come late."""
        if len(self._under_way().players) < 6:
            self.joined += 1
            tier = min(tier, self.most) if self.other else tier
            # In a team one sees what it is asked, which may hang on what it was asked further up.
            team = team and TEAM not in self.evening.secret
            self.evening.reseat(
                want.AddPlayer(),
                want.Edit(f"Latecomer {self.joined} Ulrich"),
                want.Change("player_seen", str(tier)),
                want.Change("player_kept", "on" if kept else "off"),
                want.Change("player_team", str(int(team))),
                want.Change("player_plays", "on" if plays else "off"),
            )

    @rule(number=st.integers(0, 7))
    def leave(self, number: int) -> None:
        """Leave early."""
        others = [p.id for p in self._under_way().players if p.id != OWNER]
        if others and not self.other:
            self.evening.reseat(want.RemovePlayer(others[number % len(others)]))

    # -- whatever else -----------------------------------------------------------------------

    @rule(number=st.integers(0, 400))
    def choose(self, number: int) -> None:
        """Do one of the things the page offers, where both offer the same."""
        table = self.evening.one.table
        if not self.evening.behind and table and table.phase is not Phase.OVER:
            offered = [i for i in self.evening.one.offered() if i not in LEFT_ALONE]
            if offered:
                self.evening.send(offered[number % len(offered)])

    @rule(intent=st.sampled_from(OUT_OF_PLACE))
    def ask_for_more(self, intent: Intent) -> None:
        """Ask for what the page does not offer, while everyone may look."""
        self._under_way()
        if holder(self.evening.one) is None:
            self.evening.send(intent)

    @rule(action=st.sampled_from(HANDS))
    def handle(self, action: Action) -> None:
        """Press a key, where both show the same."""
        table = self.evening.one.table
        if not self.evening.behind and table and table.phase is not Phase.OVER:
            self.evening.act(action)

    @rule(again=st.booleans())
    def end(self, again: bool) -> None:
        """End the game, look over the answers, and begin anew."""
        self._under_way()
        self._to_the_table()
        self.evening.send(want.Go("end-table"), want.Agree())
        look_over(self.evening)
        if again:
            self.evening.send(want.Go("again"))
        else:
            kept = self.evening.one.game._progress.people()  # noqa: SLF001
            guests = self.guests - {person.name for person in kept}
            no_guest_is_known(self.evening.both, tuple(guests))

    # -- where this is -----------------------------------------------------------------------

    def _under_way(self) -> Table:
        """Go back to the game from wherever this is, or begin another one, and return it."""
        for _ in range(9):
            table, view = self.evening.one.table, self.evening.view
            self._note_guests(table)
            page = self.evening.one.game._trail[-1].page  # noqa: SLF001
            if page == "table" and table and table.phase is not Phase.OVER:
                return table
            match view:
                case tableviews.TableResultsView() if table and len(table.players) > 1:
                    self.evening.send(want.Go("again"))
                case views.TitleView() if self.evening.one.game._progress.open_runs():  # noqa: SLF001
                    self.evening.send(want.Go("continue"))
                case views.TitleView():
                    self._sit_down()
                case tableviews.TableView():
                    self.evening.send(want.Back())
                case _:
                    self.evening.send(self.evening.one.way_home())
        raise AssertionError(self.evening.view)

    def _to_the_table(self) -> None:
        """Go to the page between cards."""
        if holder(self.evening.one) is not None:
            self.evening.send(want.Interrupt())
        self.evening.send(want.Go("table"))

    def _note_guests(self, table: Table | None) -> None:
        players = table.players if table else ()
        self.guests |= {player.name for player in players if not player.person and player.name}

    def teardown(self) -> None:
        """Close both games."""
        try:
            if hasattr(self, "evening"):
                for player in self.evening.both:
                    player.close()
        finally:
            shutil.rmtree(self.home, ignore_errors=True)
            self._small.__exit__(None, None, None)
