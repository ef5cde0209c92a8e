"""People and the day's cards side by side: what is hidden, or another's, tells nothing."""

from pathlib import Path
from tempfile import TemporaryDirectory

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.intents import Intent
from quizgame.storage.filenames import PERSON_FILE
from quizgame.storage.kept import DAILY, NOBODY, SavedAnswer
from tests.noninterference.packs import TIERS
from tests.noninterference.player import BEGINNING, BrokenError, Player, differing, small_windows
from tests.noninterference.walk import pair

STORY = "lighthouse"
LOOKING: tuple[Intent, ...] = (
    want.Go("people"),
    want.ShowPerson(2),
    want.Back(),
    want.Back(),
    want.Go("unfinished"),
    want.Back(),
    want.Go("today"),
    want.PlayToday(STORY),
)


def people_walk() -> None:
    """Play the day's cards, and let others play; AssertionError as soon as anything can be told."""
    with TemporaryDirectory() as folder, small_windows():
        _days(Path(folder) / "days")
        _others(Path(folder) / "others")


def _days(home: Path) -> None:
    """Play the day at every watch point that the packs agree on, and say less was watched."""
    twins = pair()
    one = Player(home / "one", twins.one.yaml(), 7)
    two = Player(home / "two", twins.two.yaml(), 7, beside=1)
    for tier in (0, 1):
        # Two sets of a day are open side by side, and told apart.
        begin = (want.ChoosePack(STORY), want.MovePlayhead(tier), want.Start(), want.Go("title"))
        _same(one, two, *begin, want.Go("today"), want.PlayToday(STORY), want.Skip())
        _same(one, two, want.Go("title"), *LOOKING, want.Go("title"))
    for tier in (0, 1, 0):
        begin = (want.ChoosePack(STORY), want.MovePlayhead(tier), want.Start(), want.Go("title"))
        _same(one, two, *begin, want.Go("today"), want.PlayToday(STORY))
        _played(one, two)
        _same(one, two, want.CopyResult())
        for player in (one, two):
            with player._watched():  # noqa: SLF001 (what is copied is heard of)
                player.window.copy(player.game.text_to_copy())
        _same(one, two, want.Go("title"), *LOOKING)
        _home(one, two)
        for player in (one, two):
            player.restart()
            player.game.profiles.keep_in(player.folder / "data")
        _same(one, two, *LOOKING)
        _home(one, two)
    mina = (want.Go("people"), want.AddPerson(), want.Edit("Mina"), want.Back(), want.PlayAs(2))
    left = (want.ChoosePack(STORY), want.MovePlayhead(1), want.Start(), want.Skip(), want.Next())
    _same(one, two, *mina, *left, want.Go("title"), want.Go("people"), want.ShowPerson(2))
    _same(one, two, want.ExportPerson(2), want.RemovePerson(2), want.Agree())
    _same_files(one, two)
    for player in (one, two):
        assert player.game.notice is not None
        assert player.game.notice.intent is not None
        player.send(player.game.notice.intent)
    _same(one, two, want.Go("title"), want.Go("people"), want.PlayAs(2), want.Go("continue"))
    assert isinstance(one.game.view(), views.AskView), "the game that Mina left is here again"
    one.close()
    two.close()


def _same_files(one: Player, two: Player) -> None:
    """Compare the files of people that both have written."""
    files = [{k: v for k, v in p.kept().items() if k.endswith(PERSON_FILE)} for p in (one, two)]
    assert files[0]
    assert files[0] == files[1]


def _played(one: Player, two: Player) -> None:
    """Play what lies before both to its end."""
    for turn in range(20):
        if not isinstance(one.game.view(), views.AskView | views.RevealView):
            return
        _same(one, two, want.Pick(turn % 4), want.Toggle(0), want.Submit(), want.Skip())
        _same(one, two, want.Next())


def _others(home: Path) -> None:
    """Play beside somebody who has watched further in one of two saves that are alike otherwise."""
    twins = pair()
    one = Player(home / "one", twins.one.yaml(), 7)
    two = Player(home / "two", twins.two.yaml(), 7, beside=1)
    for player, knows in ((one, True), (two, False)):
        progress = player.game._progress  # noqa: SLF001 (a save as it may have come to be)
        mina = progress.add_person("Mina")
        progress.play_as(mina)
        progress.set_watch_point(STORY, "night")
        progress.play_as(1)
        for intent in (want.ChoosePack(STORY), want.Go("title")):
            player.send(intent)
        if knows:
            _watch_further(player)
        player.restart()
        player.game.profiles.keep_in(player.folder / "data")
        # How the saves came to be is not compared.
        player.heard, player.touched, player.seed = [], [], 7
    _same(one, two, want.PlayAs(2), *LOOKING, saved=False)
    _home(one, two, saved=False)
    for tier in (1, 0):
        begin = (want.ChoosePack(STORY), want.MovePlayhead(tier), want.Start(), want.Skip())
        _same(one, two, *begin, want.Go("title"), *LOOKING, saved=False)
        _home(one, two, saved=False)
    file = (want.Go("people"), want.ShowPerson(2), want.ExportPerson(2), want.Go("title"))
    _same(one, two, *file, saved=False)
    _same_files(one, two)
    guest = (want.Go("people"), want.PlayAs(0), want.Go("unfinished"), want.Back())
    _same(one, two, *guest, want.Go("today"), want.Back(), want.ChoosePack(STORY), saved=False)
    one.close()
    two.close()


def _watch_further(player: Player) -> None:
    """Let the first person have watched to the end, played there and left games open."""
    progress = player.game._progress  # noqa: SLF001
    for intent in (want.ChoosePack(STORY), want.MovePlayhead(3), want.Start(), want.Skip()):
        player.send(intent)
    player.send(want.Go("title"))
    progress.set_left_out(STORY, {"storm"})
    progress.set_setting("text_size", "150")
    run = progress.open_run(STORY)
    assert run is not None
    day = progress.begin_run(STORY, run.state, BEGINNING, way=DAILY, day="2026-11-26 noon")
    progress.save_answer(day, STORY, SavedAnswer("late-choice", "right", 0, 1.0, 2.0), run.state)
    progress.end_run(day, BEGINNING)
    assert progress.open_run(STORY, person=NOBODY) is None


def _home(one: Player, two: Player, *, saved: bool = True) -> None:
    for player in (one, two):
        player.go_home()
    _compare(one, two, saved=saved)


def _same(one: Player, two: Player, *intents: Intent, saved: bool = True) -> None:
    """Carry intents out at both and compare all that can be seen."""
    for intent in intents:
        one.send(intent)
        two.send(intent)
        _compare(one, two, saved=saved)


def _compare(one: Player, two: Player, *, saved: bool) -> None:
    told = set(differing(one.observe(), two.observe()))
    if one.error or two.error:
        raise BrokenError(one.error or two.error)
    told -= set() if saved else {"saved"}
    assert told == set(), told
    said = one.game._progress.watch_point(STORY)  # noqa: SLF001
    if saved and said == TIERS[0]:
        # Of which day what was played further up is forgotten.
        days = [f" {tier}".encode() for tier in TIERS[1:]]
        assert not [day for day in days for data in one.kept().values() if day in data]
