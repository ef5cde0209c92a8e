"""Two games in lockstep: what lies above the watch point makes no difference to be seen."""

import shutil
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from quizgame.domain import intents as want
from quizgame.domain.intents import Intent
from quizgame.domain.settings import Settings
from quizgame.storage.kept import NOBODY
from quizgame.ui import actions
from quizgame.ui.actions import Action
from tests.noninterference.packs import MARKS, Pack, Pair, known_to, pairs
from tests.noninterference.player import BrokenError, Player, differing, small_windows

HANDS: tuple[Action, ...] = (
    actions.Tab(1),
    actions.Tab(-1),
    actions.Move(0, 1),
    actions.Move(1, 0),
    actions.Confirm(),
    actions.Cancel(),
    actions.Wheel(-2),
    actions.Wheel(2),
    actions.Shortcut("F5"),
    actions.Shortcut("F6"),
    actions.Shortcut("Z"),
    actions.Shortcut("L"),
)
PLACES: tuple[Intent, ...] = (
    want.Go("continue"),
    want.Go("shelf"),
    want.ShowDetails("lighthouse"),
    want.ChoosePack("lighthouse"),
)
OUT_OF_PLACE: tuple[Intent, ...] = (
    want.Go("again"),
    want.Go("review"),
    want.Go("beliefs"),
    want.Go("watch-point"),
    want.Go("continue"),
    want.OpenAnswer(0),
    want.OpenAnswer(3),
    want.Start(safe=True),
    want.ShowDetails("lighthouse-two"),
    want.ChoosePack("nowhere"),
    want.ToggleNote("storm"),
    want.ToggleNote("fire"),
    want.Pick(5),
    want.Shift(0, 3),
    want.Halve(),
    want.Pause(),
    want.Resume(),
    want.Edit("delta"),
    want.SortBy("played"),
    want.Narrow("kind", "play"),
    want.Unfold("kind"),
    want.ClearSearch(),
    want.ShowWords(),
    want.OpenFile(),
    want.Reread(),
    want.RemovePack("lighthouse"),
)
TOP = len(MARKS) - 1


class Watching(RuleBasedStateMachine):
    """One person, two packs that agree as far as they have watched; any list of intents."""

    def __init__(self) -> None:
        super().__init__()
        self._small = small_windows()
        self._small.__enter__()
        self.home = Path(mkdtemp(prefix="twins-"))
        self.copies = 0
        self.said = 0

    @initialize(pair=pairs(), seed=st.integers(0, 2**16))
    def begin(self, pair: Pair, seed: int) -> None:
        """Open both games on two packs."""
        self.open(pair, seed)

    def open(self, pair: Pair, seed: int) -> None:
        """Open both games."""
        self.pair = pair
        self.one = Player(self.home / "one", pair.one.yaml(), seed)
        self.two = Player(self.home / "two", pair.two.yaml(), seed, beside=1)

    # -- what a person does ------------------------------------------------------------------

    @rule(number=st.integers(0, 400))
    def choose(self, number: int) -> None:
        """Do one of the things the page offers."""
        offered = self.one.offered()
        intent = offered[number % len(offered)]
        self.one.send(intent)
        self.two.send(intent)

    @rule(intent=st.sampled_from(OUT_OF_PLACE))
    def ask_for_more(self, intent: Intent) -> None:
        """Ask for what the page does not offer: whoever sends an intent, nothing may come of it."""
        for player in (self.one, self.two):
            player.send(intent)

    @rule(page=st.sampled_from(PLACES), playhead=st.integers(0, TOP))
    def visit(self, page: Intent, playhead: int) -> None:
        """Go to a page from the title."""
        for player in (self.one, self.two):
            player.go_home()
            player.send(page)
            player.send(want.MovePlayhead(playhead))

    @rule(action=st.sampled_from(HANDS))
    def handle(self, action: Action) -> None:
        """Press a key that moves about the page."""
        self.one.act(action)
        self.two.act(action)

    @rule(word=st.sampled_from(["lamp", *(f"Typed {mark}" for mark in MARKS)]))
    def write(self, word: str) -> None:
        """Type a word, which may even be right."""
        for player in (self.one, self.two):
            player.send(want.Edit(word))

    @rule(seconds=st.floats(0.1, 25.0))
    def think(self, seconds: float) -> None:
        """Let time pass."""
        for player in (self.one, self.two):
            player.send(want.Tick(seconds))

    @rule(clock=st.sampled_from(["0", "20"]), length=st.sampled_from(["5", "10", "0"]))
    def play(self, clock: str, length: str) -> None:
        """Begin a round as far as one has watched."""
        for player in (self.one, self.two):
            player.send(want.Change("clock", clock))
            player.send(want.Change("round_length", length))
            self._go_to_the_strip(player)
            player.send(want.Start())

    @rule(count=st.integers(1, 8))
    def skip(self, count: int) -> None:
        """Pass over some cards."""
        for _ in range(count):
            for player in (self.one, self.two):
                player.send(want.Skip())
                player.send(want.Next())

    @rule()
    def restart(self) -> None:
        """Close the game and open it again."""
        self.one.restart()
        self.two.restart()

    @precondition(lambda self: self.said < self.pair.agree)
    @rule()
    def watch_on(self) -> None:
        """Watch as far as both packs agree."""
        self._say(self.pair.agree)

    @precondition(lambda self: self.pair.agree < TOP)
    @rule()
    def watch_further(self) -> None:
        """Watch past where the packs agree: the one deliberate showing. Compare afresh from there.

        The second game is now one whose pack agrees with the first as far as was said, with
        another story above, on a copy of all that was saved.
        """
        tier = self.pair.agree + 1
        self._say(tier, self.one)
        self.said = tier
        self._compare_with(known_to(self.pair.one, tier))
        self.pair = Pair(tier, self.pair.one, known_to(self.pair.one, tier))

    @precondition(lambda self: self.said > 0)
    @rule(by=st.integers(1, 3))
    def watch_less(self, by: int) -> None:
        """Say that less was watched: all that was shown above it is forgotten.

        The first game goes on, with whatever it may remember; the second is a new one, whose pack
        holds nothing above and which has never shown any of it.
        """
        tier = max(0, self.said - by)
        self._say(tier, self.one)
        self.said = tier
        self._compare_with(known_to(self.pair.one, tier))
        self._nothing_is_left(tier)
        self.pair = Pair(tier, self.pair.one, known_to(self.pair.one, tier))

    def _say(self, tier: int, *players: Player) -> None:
        for player in players or (self.one, self.two):
            self._go_to_the_strip(player)
            player.send(want.MovePlayhead(tier))
            player.send(want.Start())
        self.said = tier

    def _go_to_the_strip(self, player: Player) -> None:
        player.go_home()
        player.send(want.Go("play"))
        player.send(want.ChoosePack("lighthouse"))

    def _compare_with(self, pack: Pack) -> None:
        """Put a new second game beside the first, on a copy of what the first has saved."""
        self.one.go_home()
        self.two.close()
        self.copies += 1
        self.two = self.one.twin(self.home / f"two-{self.copies}", pack.yaml())

    def _nothing_is_left(self, tier: int) -> None:
        # A table's game stays as it is: whoever takes it up sees no further than they do now.
        run = self.one.game._progress.open_run("lighthouse", person=NOBODY)  # noqa: SLF001
        at_table = run.state if run else ""
        higher = [card.id for card in self.pair.one.cards if card.tier > tier]
        forgotten = [card.encode() for card in higher if card not in at_table]
        for name, data in self.one.kept().items():
            assert not [ident for ident in forgotten if ident in data], name
        # The second game stands on a copy of this save, so what else is kept in it is looked at.
        kept = self.one.game._progress.settings()  # noqa: SLF001
        assert set(kept) <= {choice.name for choice in Settings().choices}

    # -- what must hold ----------------------------------------------------------------------

    @invariant()
    def nothing_can_be_told(self) -> None:
        """Compare everything there is to see."""
        if hasattr(self, "two"):
            one, two = self.one.observe(), self.two.observe()
            if one.error or two.error:
                raise BrokenError(one.error or two.error)
            assert differing(one, two) == []

    def teardown(self) -> None:
        """Close both games; what they leave in their files must agree too."""
        try:
            if hasattr(self, "two"):
                self.one.close()
                self.two.close()
        finally:
            shutil.rmtree(self.home, ignore_errors=True)
            self._small.__exit__(None, None, None)
