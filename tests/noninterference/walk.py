"""One fixed evening through every page, on a pair of packs that differ in all that can differ."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis.stateful import initialize

from quizgame.domain import intents as want
from quizgame.domain.daily import SIZE
from quizgame.domain.intents import Intent
from quizgame.ui import actions
from tests.noninterference.machine import Watching
from tests.noninterference.packs import HEAD, Card, Pack, Pair, known_to
from tests.noninterference.player import BrokenError, Player, differing, small_windows
from tests.support import KINDS, card

LOW = (
    *(Card(f"dusk-{kind}", 0, kind, pictured=kind != "order") for kind in KINDS),
    Card("dusk-noted", 0, "choice", note="storm"),
    Card("dusk-held", 0, "choice", until=3),
    Card("dusk-ended", 0, "true-false", until=1),
    *(Card(f"night-{kind}", 1, kind, pictured=kind == "choice") for kind in KINDS),
    Card("night-held", 1, "true-false", until=2),
    Card("dusk-told", 0, "true-false", section="s-telling"),
)
HIGH = (
    Card("late-choice", 2, "choice", note="fire", rich=True, section="-"),
    Card("late-typed", 3, "typed"),
    Card("late-order", 3, "order"),
    Card("late-held", 2, "choice", until=3),
    Card("late-words", 2, "choice", disguised="words"),
    Card("late-fact", 3, "true-false", disguised="mentions"),
    Card("late-broken", 3, "choice", broken=True),
    Card("late-slipped", 3, "choice", slipped=True),
)
TITLES = ("amber", "birch", "the end of cedar", "the end of delta")


def pair() -> Pair:
    """Return a long story in which high cards stand between the low ones, and its first half."""
    mixed = tuple(one for two in zip(HIGH, LOW, strict=False) for one in two)
    whole = Pack((*mixed, *LOW[len(HIGH) :]), (1, 1, 2, 3), TITLES, "delta")
    return Pair(1, whole, known_to(whole, 1))


PAGES: tuple[Intent, ...] = (
    want.Go("settings"),
    want.Back(),
    want.Go("help"),
    want.Back(),
    want.Go("progress"),
    want.Go("awards"),
    want.Back(),
    want.Back(),
    want.Go("people"),
    want.Back(),
    want.Go("unfinished"),
    want.Back(),
    want.Go("today"),
    want.Back(),
    want.Go("rehearsal"),
    want.Back(),
    want.Back(),
    want.Go("together"),
    want.ChoosePack("lighthouse"),
    want.EditPlayer(2),
    want.Back(),
    want.Back(),
    want.Back(),
    want.Go("shelf"),
    want.ShowDetails("lighthouse"),
    want.ToggleNote("storm"),
    want.ToggleNote("storm"),
    want.Back(),
    want.ChoosePack("lighthouse"),
    want.Go("beliefs"),
    want.Back(),
    *(want.MovePlayhead(tier) for tier in (3, 2, 1, 0)),
)


def evening(watching: Watching) -> None:
    """Go everywhere, at both ends of what the packs agree on, and past it and back."""
    watching.open(pair(), 7)
    _do(watching, *PAGES)
    _round(watching, clock="0")
    watching.watch_on()
    _look(watching)
    _do(watching, want.Go("title"), *PAGES)
    _round(watching, clock="20")
    watching.restart()
    _do(watching, want.Go("continue"))
    watching.watch_further()
    _look(watching)
    _do(watching, *PAGES)
    _round(watching, clock="0")
    watching.play(clock="0", length="0")
    _do(watching, want.Skip(), want.Next(), want.Go("title"), want.Go("continue"))
    watching.watch_less(1)
    _look(watching)
    watching.play(clock="0", length="5")
    _look(watching)
    _do(watching, want.Go("continue"), want.Go("title"), *PAGES)
    _round(watching, clock="0")


def _round(watching: Watching, *, clock: str) -> None:
    """Play all cards there are, each in its way, to the results and the answers."""
    watching.play(clock=clock, length="0")
    _look(watching)
    _do(watching, want.Halve(), want.Pause(), want.Go("settings"), want.Back(), want.Resume())
    watching.think(21.0)
    _look(watching)
    for turn in range(len(LOW) + len(HIGH)):
        for key in "LZZ":
            watching.handle(actions.Shortcut(key))
            _look(watching)
        watching.write("Typed delta" if turn % 2 else "Typed amber")
        _do(watching, want.Tick(1.5), want.Pick(turn % 4), want.Toggle(0), want.Submit())
        _do(watching, want.Skip(), want.Next())
    watching.handle(actions.Wheel(-2))
    _do(watching, want.Go("review"), want.OpenAnswer(0), want.Back(), want.Back())
    _do(watching, want.Go("again"), want.Skip(), want.Go("title"))
    _do(watching, want.Go("today"), want.PlayToday("lighthouse"))
    for turn in range(SIZE):
        _do(watching, want.Pick(turn % 3), want.Toggle(1), want.Submit(), want.Skip(), want.Next())
    _do(watching, want.CopyResult(), want.Go("review"), want.Back(), want.Go("title"))
    for player in (watching.one, watching.two):
        player.send(want.ChoosePack("lighthouse"))
    _do(watching, want.MovePlayhead(3), want.Start(safe=True), want.Skip(), want.Go("title"))


def _do(watching: Watching, *intents: Intent) -> None:
    for intent in intents:
        for player in (watching.one, watching.two):
            player.send(intent)
        _look(watching)


def _look(watching: Watching) -> None:
    watching.nothing_can_be_told()


class Evenings(Watching):
    """The machine on the fixed pair: of a leak it finds, only the list of intents is to shrink."""

    @initialize()
    def begin(self) -> None:
        """Open both games."""
        self.open(pair(), 7)


def walk() -> None:
    """Play the evening; AssertionError as soon as anything can be told."""
    watching = Watching()
    try:
        evening(watching)
    finally:
        watching.teardown()


def lowered_walk() -> None:
    """Say less was watched where no card is left to ask: the last round may not be shown again."""
    low, high = Card("base", 0, "choice", note="storm"), Card("late", 3, "choice")
    with TemporaryDirectory() as folder, small_windows():
        player = Player(Path(folder), Pack((low, high)).yaml(), 7)
        played = (want.Skip(), want.Next(), want.Skip(), want.Next())
        themes = (want.ShowDetails("lighthouse"), want.ToggleNote("storm"), want.Back())
        before: tuple[Intent, ...] = (
            want.ChoosePack("lighthouse"),
            want.MovePlayhead(3),
            want.Start(),
            *played,
            *themes,
            want.Go("watch-point"),
            want.MovePlayhead(0),
            want.Start(),
        )
        after: tuple[Intent, ...] = (
            want.Go("review"),
            want.OpenAnswer(0),
            want.OpenAnswer(1),
            want.Go("again"),
        )
        for intent in before:
            player.send(intent)
        for intent in after:
            player.send(intent)
            assert "delta" not in repr(player.game.view())
        player.close()


SEQUEL = (
    HEAD.replace("id: lighthouse\n", "id: lighthouse-two\nfollows: lighthouse\n")
    .replace("The Lighthouse Keeper", "The Widow's Lighthouse")
    .replace("A tale of the coast", "She outlived him")
    + "cards:\n"
    + card("echo-after", "dusk", "choice", "echo")
)
"""The story goes on, and its very title tells how the first one ends."""
THIRD = (
    SEQUEL.replace(
        "id: lighthouse-two\nfollows: lighthouse\n",
        "id: lighthouse-three\nfollows: lighthouse-two\n",
    )
    .replace("echo-after", "echo-third")
    .replace("Widow's", "Widow's Last")
)


def sequel_walk() -> None:
    """Go everywhere with a sequel beside the pack, and without: nothing tells which is which."""
    with TemporaryDirectory() as folder, small_windows():
        pack = known_to(pair().one, 1).yaml()
        homes = Path(folder) / "one", Path(folder) / "two"
        (homes[0] / "packs").mkdir(parents=True)
        (homes[0] / "packs" / "sequel.yaml").write_text(SEQUEL, encoding="utf-8")
        (homes[0] / "packs" / "third.yaml").write_text(THIRD, encoding="utf-8")
        one, two = Player(homes[0], pack, 7), Player(homes[1], pack, 7, beside=1)
        start = (want.Start(), want.Go("title"))
        visit = (
            want.Go("title"),
            want.Go("play"),
            want.Go("shelf"),
            want.ShowDetails("lighthouse-two"),
            want.ShowDetails("lighthouse"),
        )
        enter = (want.Go("title"), want.ChoosePack("lighthouse"))
        _same(one, two, *visit, want.ChoosePack("lighthouse-two"), *start, *visit)
        _same(one, two, *enter, want.MovePlayhead(1), *start, *visit)
        _same(one, two, *enter, want.MovePlayhead(2), *start, *visit)
        for player in (one, two):
            # To the end, where the sequel is there for one of them, and back.
            for intent in (*enter, want.MovePlayhead(3), *start, *visit):
                player.send(intent)
            for part in ("lighthouse-two", "lighthouse-three"):
                for intent in (
                    want.Go("title"),
                    want.ChoosePack(part),
                    want.MovePlayhead(3),
                    *start,
                ):
                    player.send(intent)
            # Those who play together may not all know how the first one ends.
            player.send(want.Go("together"))
            assert "Widow" not in repr(player.game.view())
            player.send(want.Back())
            for intent in (*enter, want.MovePlayhead(1), *start):
                player.send(intent)
        for name, data in one.kept().items():
            assert b"echo-after" not in data, name
            assert b"echo-third" not in data, name
            # What the file says to everyone is known of it, but nobody comes across it.
            assert name == "what is indexed" or b"Widow" not in data, name
            watch_points = one.game._progress._rows("SELECT pack FROM watch_points")  # noqa: SLF001
            assert watch_points == [("lighthouse",)]
        _same(one, two, want.Go("title"), *visit, want.Go("title"), back=True)
        one.close()
        two.close()


def _same(one: Player, two: Player, *intents: Intent, back: bool = False) -> None:
    """Compare all but that the file is there; once `back`, the past of the two differs as well."""
    for intent in intents:
        one.send(intent)
        two.send(intent)
        told = set(differing(one.observe(), two.observe()))
        if one.error or two.error:
            raise BrokenError(one.error or two.error)
        # The file itself lies there for all to see; that it is on no shelf is the point.
        assert told <= {"touched", "indexed"} | ({"saved"} if back else set()), told
        assert [line for line in one.indexed() if "lighthouse-t" not in line] == list(two.indexed())
