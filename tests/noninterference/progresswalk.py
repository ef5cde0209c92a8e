"""Progress and awards side by side: two saves that differ only in what lies past a watch point."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from quizgame.domain import intents as want
from quizgame.domain.intents import Intent
from quizgame.storage.kept import SavedAnswer
from quizgame.ui import actions
from tests.noninterference.machine import Watching
from tests.noninterference.packs import OTHER, known_to
from tests.noninterference.player import BEGINNING, BrokenError, Player, differing, small_windows
from tests.noninterference.walk import SEQUEL, pair
from tests.support import KINDS

DAY = 86400.0
STORY, ALMANAC, THIRD, NEXT = "lighthouse", "almanac", "atlas", "lighthouse-two"
ATLAS = OTHER.replace("id: almanac", f"id: {THIRD}").replace("An Almanac", "An Atlas")
SEEN: tuple[Intent, ...] = (
    want.Go("progress"),
    want.ChoosePack(ALMANAC),
    want.ChoosePack(THIRD),
    want.ChoosePack(NEXT),
    want.ChoosePack(STORY),
    want.Go("awards"),
    want.Back(),
    want.Back(),
)
"""Every page there is, from the title and back to it."""


@dataclass(frozen=True, slots=True)
class _Row:
    """An answer in a save; one that is `hidden` belongs to a card past the watch point."""

    card: str
    verdict: str = "right"
    days_ago: float = 3.0
    seconds: float = 9.0
    pack: str = STORY
    hidden: bool = False


def _own() -> Iterator[_Row]:
    """Yield the answers of the one who looks: low ones with others between them."""
    for number, kind in enumerate(KINDS):
        yield _Row(f"dusk-{kind}", "wrong" if number == 2 else "right", days_ago=number + 2)
        yield _Row("late-held", "wrong", days_ago=number + 0.2, hidden=True)
        yield _Row(f"night-{kind}", days_ago=number + 2)
    yield _Row("late-choice", "timeout", days_ago=50, hidden=True)
    for number in range(30):
        yield _Row("late-choice", days_ago=number, seconds=0.5, hidden=True)
    yield _Row("moon", pack=ALMANAC)
    # Past what both know: a pack of which nothing else was answered, and one not known of yet.
    yield _Row("late-sun", pack=THIRD, hidden=True)
    yield _Row("echo-after", pack=NEXT, hidden=True)
    yield _Row("late-order", seconds=0.5, hidden=True)
    # True only for a while, of which both know nothing.
    yield _Row("late-held", hidden=True)


def _others() -> Iterator[_Row]:
    """Yield the answers of another here, who has watched further."""
    yield _Row("dusk-order", "wrong")
    yield _Row("night-order")
    yield from [_Row(card, hidden=True) for card in ("late-choice", "late-typed", "late-order")]
    yield _Row("echo-after", pack=NEXT, hidden=True)


def _third() -> Iterator[_Row]:
    """Yield the answers of one more, who has answered more low cards and nothing else."""
    yield from [_Row(f"dusk-{kind}") for kind in KINDS[:4]]


def _keep(player: Player, rows: Iterator[_Row], *, person: int, hidden: bool) -> None:
    """Write answers into a save, with the hidden ones or without."""
    progress = player.game._progress  # noqa: SLF001 (a save as it may have come to be)
    kept = [row for row in rows if hidden or not row.hidden]
    runs = {
        pack: progress.begin_run(pack, "", BEGINNING, person=person)
        for pack in dict.fromkeys(row.pack for row in kept)
    }
    for row in kept:
        at = BEGINNING - row.days_ago * DAY
        answer = SavedAnswer(row.card, row.verdict, 0, row.seconds, at)
        progress.save_answer(runs[row.pack], row.pack, answer, "", person=person)
    for run in runs.values():
        progress.end_run(run, BEGINNING)


def _lay_beside(home: Path) -> None:
    (home / "packs").mkdir(parents=True)
    for name, text in (("atlas", ATLAS), ("sequel", SEQUEL)):
        (home / "packs" / f"{name}.yaml").write_text(text, encoding="utf-8")


def progress_walk() -> None:
    """Look at progress and awards of both; AssertionError as soon as anything can be told."""
    _kept_walk()
    _lowered_walk()


def _kept_walk() -> None:
    """Look at two saves of which one holds answers past the watch point, others' as well."""
    twins = pair()
    with TemporaryDirectory() as folder, small_windows():
        homes = Path(folder) / "one", Path(folder) / "two"
        for home in homes:
            _lay_beside(home)
        one = Player(homes[0], twins.one.yaml(), 7)
        two = Player(homes[1], twins.two.yaml(), 7, beside=1)
        for player, knows in ((one, True), (two, False)):
            progress = player.game._progress  # noqa: SLF001
            _keep(player, _own(), person=progress.who, hidden=knows)
            mara, jun, eun = (progress.add_person(name) for name in ("Mara", "Jun", "Eun"))
            _keep(player, _third(), person=eun, hidden=knows)
            _keep(player, _others(), person=mara, hidden=knows)
            above = (row for row in _others() if row.hidden)
            _keep(player, above, person=jun, hidden=knows)
            for person in (mara, jun) if knows else ():
                progress.set_watch_point(STORY, "noon", person=person)
        for tier in (0, 1):
            said = (want.ChoosePack(STORY), want.MovePlayhead(tier), want.Start())
            _same(one, two, *said, want.Go("title"), *SEEN)
        _scrolled(one, two)
        _round(one, two)
        one.close()
        two.close()


def _same(one: Player, two: Player, *intents: Intent) -> None:
    """Carry intents out at both and compare all that can be seen, which the saves cannot."""
    for intent in intents:
        one.send(intent)
        two.send(intent)
        _compare(one, two)


def _compare(one: Player, two: Player) -> None:
    told = set(differing(one.observe(), two.observe())) - {"saved"}
    if one.error or two.error:
        raise BrokenError(one.error or two.error)
    assert told == set(), told


def _scrolled(one: Player, two: Player) -> None:
    """Go to the end of the page, which is far down."""
    _same(one, two, want.Go("progress"))
    for hand in (actions.Wheel(-9), actions.Move(0, 1), actions.Wheel(9), actions.Move(1, 0)):
        for player in (one, two):
            player.act(hand)
        _compare(one, two)
    _same(one, two, want.Go("title"))


def _round(one: Player, two: Player) -> None:
    """Play a round to its end: awards that are won in it are told there."""
    _same(one, two, want.Change("round_length", "0"), want.ChoosePack(STORY), want.Start())
    for turn in range(20):
        play = (want.Pick(turn % 4), want.Toggle(0), want.Submit(), want.Skip(), want.Next())
        _same(one, two, *play)
    _same(one, two, want.Go("title"), *SEEN)


def _lowered_walk() -> None:
    """Watch further, play there, look, and say less was seen: the pages are as if it never was."""
    watching = Watching()
    try:
        watching.open(pair(), 7)
        watching.watch_on()
        _look(watching)
        watching.watch_further()
        watching.play(clock="0", length="0")
        for turn in range(20):
            for player in (watching.one, watching.two):
                for intent in (want.Pick(turn % 4), want.Toggle(0), want.Submit(), want.Skip()):
                    player.send(intent)
                player.send(want.Next())
        _look(watching)
        # Not by way of the shelf, where all is looked at anew.
        less = (want.ChoosePack(STORY), want.MovePlayhead(1), want.Start())
        for step in less:
            watching.one.send(step)
        watching.said = 1
        watching._compare_with(known_to(watching.pair.one, 1))  # noqa: SLF001
        _look(watching)
    finally:
        watching.teardown()


def _look(watching: Watching) -> None:
    for player in (watching.one, watching.two):
        player.go_home()
    for intent in SEEN:
        for player in (watching.one, watching.two):
            player.send(intent)
        watching.nothing_can_be_told()
