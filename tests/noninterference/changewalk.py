"""Others come to play in the middle of things: what was done before tells them nothing.

Of two games, something was done in one only. Then the same person plays in both, and all is alike:
what is seen, heard and read, and of the save what is theirs.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from quizgame.domain import intents as want
from quizgame.domain import tableviews, views
from quizgame.domain.intents import Intent
from tests.noninterference.packs import OTHER, known_to
from tests.noninterference.player import BrokenError, Player, differing, small_windows
from tests.noninterference.walk import SEQUEL, THIRD, pair

STORY = "lighthouse"
GUEST, ANN, BOB = 0, 1, 2
NEW = "new.yaml"
GUESTS = ("Zoe", "Gus")
PLAY = (want.Go("play"), want.ChoosePack(STORY))
BRIEF = (want.Change("table_rounds", "3"), want.Change("round_length", "5"))
FURTHER = (*PLAY, want.MovePlayhead(3), want.Start(), want.Skip(), want.Next(), want.Skip())
"""A round from further up, left at its second card."""
SEATED = (
    want.Go("together"),
    want.ChoosePack(STORY),
    want.EditPlayer(1),
    want.Change("player_seen", "3"),
    want.Back(),
    want.EditPlayer(2),
    want.Edit("Zoe"),
    want.Change("player_seen", "2"),
    want.Back(),
)
BEGUN = (*SEATED, want.Start(), want.Agree(), want.OpenCurtain(), want.Skip())
PLAYED = (*BEGUN, *(want.Next(), want.OpenCurtain(), want.Skip()) * 9)
"""To the results, however many cards there are."""
AWAY = (want.Back(), want.Go("title"))
DROPPED = (want.Offer(NEW), want.Agree(), want.Back())
DEEDS: Mapping[str, tuple[Intent, ...]] = {
    "a round is left": (*FURTHER, want.Go("title")),
    "some sit down": (*SEATED, want.Back(), want.Back()),
    "a game is left": (*BEGUN, want.Interrupt(), *AWAY),
    "a game is over": (*PLAYED, want.Go("players"), want.Back()),
    "a pack is dropped on a round": (*FURTHER, *DROPPED),
    "a pack is dropped on a game": (*BEGUN, *DROPPED),
    "something is looked for": (want.Go("shelf"), want.Edit("delta"), want.Back()),
    "the shelf is read again": (want.Reread(),),
    "letters are made larger": (want.Change("text_size", "150"), want.Change("clock", "20")),
    "awards are looked at": (*FURTHER, want.Go("title"), want.Go("progress"), want.Go("awards")),
}
"""What somebody does before another plays."""
OF_ALL = frozenset({"a game is left", "a pack is dropped on a game"})
"""What leaves a game at a table: whoever plays here sees that it is there."""
LOOKING: tuple[Intent, ...] = (
    want.Go("unfinished"),
    want.Back(),
    want.Go("today"),
    want.Back(),
    want.Go("progress"),
    want.Go("awards"),
    want.Back(),
    want.Back(),
    want.Go("shelf"),
    want.Back(),
)
TABLE: tuple[Intent, ...] = (
    want.Go("together"),
    want.ChoosePack(STORY),
    want.EditPlayer(1),
    want.Back(),
    want.EditPlayer(2),
    want.Back(),
    want.Start(),
    want.OpenCurtain(),
    want.Skip(),
    want.Next(),
    want.Go("table"),
    want.Go("title"),
)


def change_walk() -> None:
    """Let others play in the middle of things; AssertionError as soon as anything can be told."""
    guest_walk()
    between_walk()
    friend_walk()
    fresh_walk()


def guest_walk() -> None:
    """See that whatever a guest did leaves nothing: not to whoever plays next, nor on the disk."""
    named = (want.Go("together"), want.ChoosePack(STORY), want.EditPlayer(1), want.Edit("Gus"))
    for deeds in DEEDS.values():
        with _two() as (one, two):
            for player in (one, two):
                _do(player, want.Go("people"), want.PlayAs(GUEST))
            _apart(one, two, (*named, *(want.Back(),) * 3, *deeds))
            _same(one, two, want.PlayAs(ANN), *LOOKING, *TABLE, *LOOKING)
            _restarted(one, two)
            _same(one, two, want.PlayAs(ANN), want.Go("continue"), want.Back(), *AWAY)
            for data in (*one.kept().values(), *two.kept().values()):
                assert not [name for name in GUESTS if name.encode() in data]


def between_walk() -> None:
    """See that what somebody did is nothing to the next, a person, a guest, or another guest."""
    for first, second in ((ANN, BOB), (ANN, GUEST), (GUEST, GUEST)):
        for deed in DEEDS if first == GUEST else DEEDS.keys() - OF_ALL:
            with _two() as (one, two):
                for player in (one, two):
                    _do(player, want.Go("people"), want.PlayAs(first))
                _apart(one, two, DEEDS[deed])
                _same(one, two, want.PlayAs(second), *LOOKING, *TABLE, saved=False)


def friend_walk() -> None:
    """See that who says at a friend's table to know less of a story knows no sequel any more.

    Only one of the two games has sequels; for it the file of one may be away meanwhile.
    """
    for away in ((), ("sequel.yaml",), ("third.yaml",), ("sequel.yaml", "third.yaml")):
        with _two(known_to(pair().one, 1).yaml()) as (one, two):
            _lay(one)
            for player in (one, two):
                _do(player, want.Go("people"), want.PlayAs(BOB), *PLAY)
                _do(player, want.MovePlayhead(3), want.Start(), *AWAY)
                for part in ("lighthouse-two", "lighthouse-three"):
                    _do(player, want.Go("shelf"), want.ChoosePack(part), want.MovePlayhead(3))
                    _do(player, want.Start(), want.Skip(), want.Go("title"))
                _do(player, want.Back())
            for name in away:
                (one.folder / "packs" / name).unlink()
            for player in (one, two):
                _lowered(player)
            if not away:
                _sequels_are_forgotten(one)
            _settled(one, two)
            looking = (want.PlayAs(BOB), *LOOKING, want.Go("continue"), *AWAY)
            _same(one, two, *looking, saved=False, laid=False)
            _lay(one)
            _restarted(one, two)
            _same(one, two, *looking, *LOOKING, saved=False, laid=False)


def _sequels_are_forgotten(player: Player) -> None:
    said = player.game._progress.watch_points(person=BOB)  # noqa: SLF001 (what is kept)
    assert said == {STORY: "night"}
    for name, data in player.kept().items():
        assert name == "what is indexed" or not [s for s in (b"echo", b"Widow") if s in data], name


def fresh_walk() -> None:
    """See that before it is said who plays nothing tells of how far who played last has come."""
    with _two(new=SEQUEL) as (one, two):
        for player, tier in ((one, 3), (two, 1)):
            _do(player, *PLAY, want.MovePlayhead(tier), want.Start(), want.Go("title"))
        _restarted(one, two)
        _same(one, two, want.ShowTrouble(), want.Offer(NEW), saved=False, laid=False)
        _same(one, two, want.Agree(), want.Go("play"), want.Go("shelf"), saved=False, laid=False)
        for player in (one, two):
            player.game.watch(player.folder / "packs" / "pack.yaml")
        _same(one, two, want.ShowTrouble(), want.Back(), saved=False, laid=False)


def _lay(player: Player) -> None:
    for name, text in (("sequel.yaml", SEQUEL), ("third.yaml", THIRD)):
        (player.folder / "packs" / name).write_text(text, encoding="utf-8")


def _lowered(player: Player) -> None:
    """Let Bob say at Ann's table, in mid-game, that it was less."""
    _do(player, want.Go("people"), want.PlayAs(ANN), want.Go("together"))
    _do(player, want.ChoosePack(STORY), want.AddPlayer(BOB), want.Start(), want.Back())
    view = player.game.view()
    assert isinstance(view, tableviews.TableView), view
    _do(player, want.Go("players"), want.EditPlayer(3), want.Change("player_seen", "1"))
    _do(player, want.Back(), want.Back(), want.Agree(), want.Back(), want.Go("end-table"))
    _do(player, want.Agree(), want.Go("title"))
    assert isinstance(player.game.view(), views.TitleView)
    _do(player, want.Go("people"))


# -- two games -----------------------------------------------------------------------------------


@contextmanager
def _two(pack: str = "", new: str = "") -> Iterator[tuple[Player, Player]]:
    """Open two games on one pack, with a file beside each that can be dropped on it."""
    with TemporaryDirectory() as home, small_windows():
        text = pack or pair().one.yaml()
        one = Player(Path(home) / "one", text, 7)
        two = Player(Path(home) / "two", text, 7, beside=1)
        for player in (one, two):
            dropped = OTHER.replace("id: almanac", "id: dropped").replace("An Almanac", "Dropped")
            (player.folder / NEW).write_text(new or dropped, encoding="utf-8")
            _at_home(player)
            _do(player, want.Go("people"), want.ShowPerson(ANN), want.Edit("Ann"), want.Back())
            _do(player, want.AddPerson(), want.Edit("Bob"), want.Back(), want.PlayAs(ANN), *BRIEF)
            _do(player, *PLAY, want.Start(), want.Skip(), want.Next(), want.Go("title"))
        yield one, two
        for player in (one, two):
            player.close()


def _at_home(player: Player) -> None:
    """Let people and packs be kept in the player's folder."""
    player.game.profiles.keep_in(player.folder / "data")
    player.game.adding.keep_in(player.folder / "data", player.folder / "packs")


def _do(player: Player, *intents: Intent) -> None:
    for intent in intents:
        dropped = isinstance(intent, want.Offer)
        player.send(want.Offer(str(player.folder / NEW)) if dropped else intent)


def _apart(one: Player, two: Player, deeds: Sequence[Intent]) -> None:
    """Do something in the one game; in the other, only what brings a pack to the shelf."""
    _do(one, *deeds)
    if want.Offer(NEW) in deeds:
        _do(two, want.Offer(NEW), want.Agree(), want.Back())
    for player in (one, two):
        player.go_home()
        _do(player, want.Go("people"))
    _settled(one, two)


def _settled(one: Player, two: Player) -> None:
    """Compare from here on: what led here is not compared."""
    for player in (one, two):
        player.show()
        player.heard.clear()
        player.touched.clear()
        player.seed = 7


def _restarted(one: Player, two: Player) -> None:
    for player in (one, two):
        player.restart()
        _at_home(player)
    _settled(one, two)


def _same(
    one: Player, two: Player, *intents: Intent, saved: bool = True, laid: bool = True
) -> None:
    """Do the same in both games, and compare all there is to see.

    Not what is `saved`, where somebody did more in one; nor, unless they are `laid` alike, the
    files of the packs that lie there.
    """
    apart = set(() if saved else ("saved",)) | set(() if laid else ("touched", "indexed"))
    for intent in intents:
        for player in (one, two):
            _do(player, intent)
        told = set(differing(one.observe(), two.observe()))
        if one.error or two.error:
            raise BrokenError(one.error or two.error)
        assert told <= apart, (intent, told)
        # What is told beside a page goes by itself before it is seen here.
        notices = [player.game.notice for player in (one, two)]
        assert len({notice and notice.text for notice in notices}) == 1, notices
