"""Predictions in the two games side by side: sealed, looked at, opened, compared and shut again."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from quizgame.domain import intents as want
from quizgame.domain.envelopeviews import EnvelopesView, OpeningView, SealView
from quizgame.domain.intents import Intent
from quizgame.domain.tableviews import TableResultsView
from quizgame.ui import actions
from tests.noninterference.machine import Watching
from tests.noninterference.packs import Card, Pack, Pair, known_to
from tests.noninterference.player import BEGINNING, BrokenError, Player, differing, small_windows
from tests.support import KINDS

STORY = "lighthouse"
LOW = (
    Card("bet-a", 0, "choice", opens=3, right="One"),
    *(Card(f"dusk-{kind}", 0, kind) for kind in KINDS),
    Card("bet-told", 0, "choice", opens=1),
    Card("bet-b", 0, "choice", opens=2, right="Four"),
    *(Card(f"night-{kind}", 1, kind) for kind in KINDS[:2]),
    Card("bet-noted", 0, "choice", "storm", opens=2),
    Card("bet-c", 1, "choice", opens=2),
    Card("bet-d", 0, "choice", opens=3, right="Three"),
    Card("bet-told-too", 0, "choice", opens=1, right="One"),
)
HIGH = (
    Card("late-bet", 2, "choice", "fire", opens=3, right="One"),
    Card("late-choice", 2, "choice"),
    Card("late-bet-2", 2, "choice", opens=3),
    Card("late-typed", 3, "typed"),
)
BETS = ("bet-a", "bet-told", "bet-b", "bet-noted", "bet-c", "bet-d", "bet-told-too", "late-bet")
AGREE = 1


def pair() -> Pair:
    """Return a story with predictions among its cards, and another that agrees as far as night."""
    mixed = tuple(one for two in zip(HIGH, LOW, strict=False) for one in two)
    whole = Pack((*mixed, *LOW[len(HIGH) :]))
    return Pair(AGREE, whole, known_to(whole, AGREE))


GO_IN: tuple[Intent, ...] = (want.ChoosePack(STORY), want.Go("predictions"))
OUT: tuple[Intent, ...] = (want.Back(), want.Back())
OUT_OF_PLACE: tuple[Intent, ...] = (
    *(want.OpenEnvelope(bet) for bet in BETS),
    want.OpenEnvelope(),
    *(want.LookInside(bet) for bet in BETS),
    want.Interrupt(),
    want.Foretell("late-bet"),
    want.Submit(),
    want.Next(),
)


def envelope_walk() -> None:
    """Go through every page of predictions; AssertionError as soon as anything can be told."""
    _evening()
    _from_ripe()
    _beside_others()
    _at_a_table()
    _with_none_sealed()
    _after_lowering()


def _do(watching: Watching, *intents: Intent) -> None:
    for intent in intents:
        for player in (watching.one, watching.two):
            player.send(intent)
        watching.nothing_can_be_told()


def _seal(watching: Watching, card_id: str, place: int, sure: str) -> None:
    """Seal a prediction, from the list and back to it, with second thoughts on the way."""
    if not _seals(watching, want.Foretell(card_id)):
        return
    _do(watching, want.Pick((place + 1) % 4), want.Submit(), want.Stake("guess"))
    _do(watching, want.Pick(place), want.Stake(sure), want.Submit(), want.Back())


def _seals(watching: Watching, intent: Intent) -> bool:
    """Take a prediction up; tell whether that could be done."""
    _do(watching, intent)
    return isinstance(watching.one.game.view(), SealView)


def _look_about(watching: Watching) -> None:
    """Look at the list by every hand, ask for what it does not offer, and look at the counts."""
    _do(watching, want.Go("title"), *GO_IN)
    for action in (actions.Tab(1), actions.Move(0, 1), actions.Wheel(-2), actions.Confirm()):
        watching.handle(action)
        watching.nothing_can_be_told()
    _do(watching, want.Go("title"))
    for player in (watching.one, watching.two):
        player.go_home()
    _do(watching, *GO_IN)
    for intent in OUT_OF_PLACE:
        _do(watching, intent, want.OpenEnvelope())
        for player in (watching.one, watching.two):
            player.go_home()
        _do(watching, *GO_IN)
    _do(watching, *OUT, want.Go("progress"), want.Go("awards"), want.Back(), want.Back())


def _ceremony(watching: Watching) -> None:
    """Open what is ripe, one after the other."""
    for _ in range(len(BETS)):
        if not isinstance(watching.one.game.view(), OpeningView):
            return
        _do(watching, want.Next(), want.OpenEnvelope(), want.OpenEnvelope(), want.Next())


def _say(watching: Watching, tier: int) -> None:
    """Say how far was watched, in both games, and look at each page that comes of it."""
    for player in (watching.one, watching.two):
        player.go_home()
    _do(watching, want.ChoosePack(STORY), want.MovePlayhead(tier), want.Start())


def _evening() -> None:
    watching = Watching()
    try:
        watching.open(pair(), 7)
        _do(watching, *GO_IN)
        for number, bet in enumerate(("bet-a", "bet-told", "bet-b", "bet-told-too", "late-bet")):
            _seal(watching, bet, number % 4, ("sure", "think", "guess")[number % 3])
        _do(watching, want.Back(), want.ShowDetails(STORY), want.ToggleNote("storm"), want.Back())
        _look_about(watching)
        _do(watching, want.ShowDetails(STORY), want.ToggleNote("storm"), want.Back())
        # A round at the lowest tier, and a prediction from its results.
        watching.play(clock="0", length="5")
        _do(watching, *(want.Skip(), want.Next()) * 5, want.Foretell(), want.Pick(3))
        _do(watching, want.Stake("sure"), want.Submit(), want.Foretell(), want.Back(), want.Back())
        watching.restart()
        _look_about(watching)
        _say(watching, AGREE)
        _ceremony(watching)
        _look_about(watching)
        for player in (watching.one, watching.two):
            player.go_home()
        _do(watching, *GO_IN)
        _seal(watching, "bet-c", 2, "sure")
        watching.restart()
        _look_about(watching)
        _do(watching, want.ChoosePack(STORY), want.MovePlayhead(0), want.Start(once=True))
        watching.nothing_can_be_told()
    finally:
        watching.teardown()


def _from_ripe() -> None:
    """Pass the envelopes over that are ripe, and open them from the list."""
    watching = Watching()
    try:
        watching.open(pair(), 9)
        _do(watching, *GO_IN)
        for number, bet in enumerate(BETS[:4]):
            _seal(watching, bet, number, "sure")
        _say(watching, AGREE)
        _do(watching, want.Back())
        for player in (watching.one, watching.two):
            player.go_home()
        _do(watching, *GO_IN, want.OpenEnvelope("bet-told"), want.OpenEnvelope(), want.Next())
        _look_about(watching)
        # Further than the two agree: compared afresh, with a pack that ends there.
        watching.watch_further()
        _look_about(watching)
        for player in (watching.one, watching.two):
            player.go_home()
        _do(watching, *GO_IN, want.OpenEnvelope("bet-b"), want.OpenEnvelope(), want.Next())
    finally:
        watching.teardown()


def _after_lowering() -> None:
    """Open everything there is, and say that less was watched: nothing of it is left."""
    watching = Watching()
    try:
        watching.open(pair(), 11)
        _do(watching, *GO_IN)
        for number, bet in enumerate(("bet-a", "bet-b", "bet-told")):
            _seal(watching, bet, number, "think")
        watching.watch_on()
        _ceremony(watching)
        for tier in (2, 3):
            watching.watch_further()
            one = watching.one
            for intent in (want.ChoosePack(STORY), want.Go("predictions")):
                one.send(intent)
            view = one.game.view()
            assert isinstance(view, EnvelopesView), view
            assert watching.said == tier
            for row in view.rows:
                _open_or_seal(one, row.card_id, row.state)
            one.observe()
            one.go_home()
            watching._compare_with(known_to(watching.pair.one, tier))  # noqa: SLF001
        watching.watch_less(2)
        watching.nothing_can_be_told()
        kept = watching.one.game._progress.envelopes(STORY)  # noqa: SLF001 (what is in the file)
        assert {one.card_id: one.shown is not None for one in kept} == {
            "bet-a": False,
            "bet-b": False,
            "bet-told": True,
            "bet-d": False,
        }
        _look_about(watching)
        _say(watching, 0)
        _look_about(watching)
    finally:
        watching.teardown()


def _with_none_sealed() -> None:
    """Come to the strip and to the results of a round as somebody who has sealed nothing."""
    watching = Watching()
    try:
        watching.open(pair(), 13)
        _say(watching, AGREE)
        watching.play(clock="0", length="5")
        _do(watching, *(want.Skip(), want.Next()) * 5, want.Go("watch-point"))
        _look_about(watching)
    finally:
        watching.teardown()


def _open_or_seal(player: Player, card_id: str, state: str) -> None:
    """Open an envelope that is ripe, or seal what is blank, from the list and back to it."""
    if state == "ripe":
        player.send(want.OpenEnvelope(card_id))
        player.send(want.OpenEnvelope())
        player.send(want.Next())
    elif state == "blank":
        for intent in (want.Foretell(card_id), want.Pick(0), want.Stake("sure"), want.Submit()):
            player.send(intent)
        player.send(want.Back())


def _beside_others() -> None:
    """Look at one's own while another here has watched further, and opened theirs, or has not."""
    twins = pair()
    with TemporaryDirectory() as folder, small_windows():
        one = Player(Path(folder) / "one", twins.one.yaml(), 7)
        two = Player(Path(folder) / "two", twins.two.yaml(), 7, beside=1)
        for player, knows in ((one, True), (two, False)):
            progress = player.game._progress  # noqa: SLF001 (a save as it may have come to be)
            mara = progress.add_person("Mara")
            if knows:
                _mara_seals(player, mara, ("bet-a", "bet-told", "bet-b", "late-bet"), opened=True)
            progress.set_watch_point(STORY, "noon" if knows else "dusk", person=mara)
            for number, bet in enumerate(("bet-a", "bet-told", "bet-b")):
                progress.seal(STORY, bet, "One amber", "think", BEGINNING - number)
        looks = (*GO_IN, *OUT_OF_PLACE, want.LookInside("bet-a"), want.Back(), *OUT)
        for intent in (*looks, want.Go("progress"), want.Back(), want.Go("people"), want.Back()):
            one.send(intent)
            two.send(intent)
            told = set(differing(one.observe(), two.observe()))
            if one.error or two.error:
                raise BrokenError(one.error or two.error)
            # What is kept of another is theirs; that it makes no difference here is the point.
            assert told <= {"saved", "touched"}, told
        one.close()
        two.close()


def _mara_seals(player: Player, mara: int, bets: Iterable[str], *, opened: bool) -> None:
    """Let another here have sealed predictions, and opened them or not."""
    progress = player.game._progress  # noqa: SLF001
    for bet in bets:
        mark = "cedar" if bet == "late-bet" else "amber"
        progress.seal(STORY, bet, f"Two {mark}", "sure", BEGINNING - 9, person=mara)
        if opened:
            progress.open_envelope(STORY, bet, BEGINNING - 5, person=mara)


def _at_a_table() -> None:
    """See how a game went with somebody who has sealed more, further up, and opened theirs."""
    twins = pair()
    with TemporaryDirectory() as folder, small_windows():
        one = Player(Path(folder) / "one", twins.one.yaml(), 7)
        two = Player(Path(folder) / "two", twins.two.yaml(), 7, beside=1)
        for player, knows in ((one, True), (two, False)):
            progress = player.game._progress  # noqa: SLF001
            mara = progress.add_person("Mara")
            progress.set_watch_point(STORY, "noon", person=mara)
            _mara_seals(player, mara, ("bet-a", "bet-b"), opened=knows)
            _mara_seals(player, mara, ("bet-c", "late-bet") if knows else (), opened=False)
            for intent in (
                want.Change("table_rounds", "3"),
                want.Go("together"),
                want.ChoosePack(STORY),
                want.AddPlayer(mara),
                want.Start(),
                *(want.OpenCurtain(), want.Skip(), want.Next()) * 9,
            ):
                player.send(intent)
            player.heard.clear()
        told = set(differing(one.observe(), two.observe()))
        view = one.game.view()
        assert isinstance(view, TableResultsView), view
        assert [row.words for row in view.sealed] == ["2 predictions"]
        assert told <= {"saved", "touched"}, told
        one.close()
        two.close()
