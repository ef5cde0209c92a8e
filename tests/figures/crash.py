"""The game is killed at random moments, and looked at after it has been started again.

A process of its own plays on real files until SIGKILL ends it: rounds, tables, rehearsals, sealed
predictions, saves of older versions being brought up, backups, restoring, packs being installed.
Killing a process loses nothing that the system has been given to write, so these kills prove the
order in which things are written, not what a disk does when its power fails: for that there is
the durability level SQLite is set to (see `saved-answer`), and the faults below.

Faults of the disk, each at every write point in turn: for files of our own a call of the system's
(write, flush, rename, link, new folder) fails with ENOSPC or EIO, or writes a part and fails; for
SQLite's own files the system itself stops a growing file at every length in turn (RLIMIT_FSIZE:
short writes, then EFBIG). Not covered: a disk that says it has written what it has not.
"""

import json
import os
import shutil
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from quizgame.services.game import Game
from quizgame.storage.backups import backups, is_sound
from quizgame.storage.library import Library, Place
from quizgame.storage.packfile import load
from tests.conftest import ROOT
from tests.figures import lives
from tests.figures.lives import ANYTHING, CLUB, DATA, EXPORTS, Diary, Given

SAYS = "kills and faults of the disk, and what is lost by them (goal: nothing)"
KILLS = 500
OLD = tuple(ROOT / "tests" / "storage" / f"progress-v{version}.sqlite3" for version in (1, 2))
_LIVES: dict[str, tuple[Callable[[Path, Diary, int, Random], None], float]] = {
    "play": (lives.playing, 0.25),
    "migration": (lives.playing, 0.05),
    "backup": (lives.backing_up, 0.25),
    "install": (lives.installing_packs, 0.15),
}
"""What a life does, and the longest it lasts, in seconds."""
_ORDER = ("play", "play", "migration", "play", "backup", "play", "install", "backup", "migration")
_WORLD_LASTS = 12


@dataclass(slots=True)
class World:
    """A player's folder, and what must be in its save."""

    folder: Path
    kept: Counter[Given] = field(default_factory=Counter)
    pack: bool = False


@dataclass(slots=True)
class Tally:
    """What came of the kills."""

    kills: int = 0
    lost: int = 0
    survived: int = 0
    told: int = 0
    by_kind: Counter[str] = field(default_factory=Counter)


def figure(kills: int | None = None) -> Iterator[str]:
    """Yield what went wrong, how far it has come and, last, the figure."""
    from tests.figures import diskfaults  # noqa: PLC0415 (it starts from here)

    tally, wanted = Tally(), kills or KILLS
    began = time.monotonic()
    with TemporaryDirectory() as home:
        for fault in killed(Path(home), wanted, tally):
            yield fault
            if tally.kills % 100 == 0:
                yield f"{tally.kills} kills, {time.monotonic() - began:.0f} s"
        kinds = ", ".join(f"{count} in {kind}" for kind, count in sorted(tally.by_kind.items()))
        yield f"kills: {kinds}; {tally.told} things told as done before them"
        tried, wrong = 0, 0
        for name, points, faults in diskfaults.tried(Path(home) / "faults"):
            tried, wrong = tried + points, wrong + len(faults)
            yield f"disk: {name}: {points} faults, {len(faults)} not survived"
            yield from faults
    yield (
        f"crash {tally.survived} of {tally.kills} kills survived, {tally.lost} answers lost; "
        f"{tried - wrong} of {tried} faults of the disk survived"
    )


def killed(home: Path, wanted: int, tally: Tally) -> Iterator[str]:
    """Kill so many games, and yield what is wrong after each."""
    world = World(home / "0")
    for number in range(wanted):
        dice = Random(number)
        kind = _ORDER[number % len(_ORDER)]
        if number % _WORLD_LASTS == 0 or kind == "migration":
            shutil.rmtree(world.folder, ignore_errors=True)
            world = World(home / str(number))
            lives.prepare(world.folder)
        if kind == "migration":
            world.kept = _old_save(world.folder, dice)
        faults = one_kill(world, number, kind, tally)
        tally.kills += 1
        tally.by_kind[kind] += 1
        tally.survived += not faults
        yield from (f"kill {number} ({kind}): {fault}" for fault in faults)


def _old_save(folder: Path, dice: Random) -> Counter[Given]:
    path = Path(shutil.copy(dice.choice(OLD), folder / DATA / "progress.sqlite3"))
    return Counter(lives.answers_in(path))


def one_kill(world: World, number: int, kind: str, tally: Tally) -> list[str]:
    """Let a life be lived and ended, and return what is wrong afterwards."""
    live, longest = _LIVES[kind]
    diary = world.folder / "diary"
    diary.unlink(missing_ok=True)
    child = forked(lambda: live(world.folder, Diary(diary), number, Random(number)))
    time.sleep(Random(number + 1).uniform(0.0, longest))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        return ["it ended by itself"]
    lines = [json.loads(line) for line in _whole_lines(diary)]
    tally.told += sum("done" in line for line in lines)
    faults = list(looked_at(world, lines, number))
    tally.lost += sum("is lost" in fault for fault in faults)
    return faults


def forked(live: Callable[[], None]) -> int:
    """Start a process that does this, and return its number."""
    child = os.fork()
    if child:
        return child
    try:
        live()
    except BaseException:  # noqa: BLE001 (nothing of it may go on in here)
        traceback.print_exc()
    finally:
        os._exit(1)


def _whole_lines(diary: Path) -> list[str]:
    text = diary.read_text(encoding="utf-8") if diary.exists() else ""
    return text.split("\n")[:-1]


# -- what is looked at -------------------------------------------------------------------------


def looked_at(world: World, lines: list[dict[str, Any]], number: int) -> Iterator[str]:
    """Start the game again after a kill, and yield what is wrong."""
    maybe: Counter[Given] | None = None
    for line in lines:
        maybe = Counter(map(_given, line["maybe"])) if "maybe" in line else None
        if "now" in line:
            world.kept = Counter(map(_given, line["now"]))
        world.kept.update(map(_given, line.get("given", ())))
        world.pack = world.pack or line.get("pack", False)
        if line.get("message"):
            yield f"the player was told: {line['message']}"
    try:
        yield from _started_again(world, lines, number, maybe)
    except Exception as error:  # noqa: BLE001 (it is what we look for)
        yield f"the next start fails: {type(error).__name__}: {error}"
    yield from _files(world)


def _given(row: list[Any]) -> Given:
    person, card, verdict, at = row
    return person, card, verdict, at


def _started_again(
    world: World, lines: list[dict[str, Any]], number: int, maybe: Counter[Given] | None
) -> Iterator[str]:
    game, progress, message = lives.opened(
        world.folder, lives.moments(number + 50_000), Random(number)
    )
    if message or not progress.kept:
        yield f"the player is told at the next start: {message or progress.trouble}"
    db = progress._connection  # noqa: SLF001 (beneath the screens)
    if db.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        yield "the file is not sound"
    found = Counter(
        tuple(row) for row in db.execute("SELECT person, card, verdict, at FROM answers")
    )
    forgets = lines[-1].get("forgets", 0) if lines else 0
    if found == maybe or 0 < (world.kept - found).total() <= forgets:
        world.kept = found
    for gone in world.kept - found:
        yield f"an answer is lost: {gone}"
    if len({at for *_, at in found - world.kept}) > 2:
        yield "more answers are there than one thing done can give"
    twice = (
        "SELECT run, card FROM answers JOIN runs ON run = runs.id WHERE way <> 'table'"
        " AND verdict <> 'left' GROUP BY run, card HAVING count(*) > 1"
    )
    yield from (f"a card is answered twice: {row}" for row in db.execute(twice))
    if any(times > 1 for times in found.values()):
        yield "an answer is there twice"
    world.kept = found
    yield from _same_card(game, lines)
    game.view()
    game.close()


def _same_card(game: Game, lines: list[dict[str, Any]]) -> Iterator[str]:
    """Take up what is open, and yield what is not as it was last told."""
    done = next((line for line in reversed(lines) if "done" in line and "round" in line), None)
    if done is None or "take up" in {lines[-1].get("about"), lines[-1].get("done")}:
        return
    rounds, tables = game._rounds, game._gathering._tables  # noqa: SLF001 (beneath the screens)
    about = lines[-1] if "about" in lines[-1] else done
    for name, part in (("round", rounds), ("table", tables)):
        run_id, shown = done[name]
        allowed = {shown, about[name][1]} if name in about else {ANYTHING}
        if not shown or ANYTHING in allowed:
            continue
        open_runs = game._progress.open_runs()  # noqa: SLF001
        run = next((run for run in open_runs if run.id == run_id), None)
        if run is None and "" not in allowed:
            yield f"the {name} on the screen is not there to be gone on with"
        if run is None:
            continue
        said = part.take_up(run)
        now = lives.faces(game)[name][1]
        if said or now not in allowed:
            yield f"the {name} comes back with another card: {said or now}"


def _files(world: World) -> Iterator[str]:
    data = world.folder / DATA
    for path in sorted(data.rglob("*")):
        name = path.name
        staged = ".packs-staging" in path.parts[-2:]
        if name.startswith(".") and not staged:
            yield f"half made and left: {path.relative_to(data)}"
        if name.endswith(("-wal", "-shm", "-journal")) or "ready" in name or "set-aside" in name:
            yield f"left: {path.relative_to(data)}"
    for backup in backups(data):
        if not is_sound(backup.path):
            yield f"a backup is not sound: {backup.path.name}"
    for path in (world.folder / EXPORTS).iterdir():
        if not path.name.startswith(".") and not is_sound(path):
            yield f"an export is not sound: {path.name}"
    for path in (data / lives.PEOPLE).glob("*"):
        if path.read_bytes() != lives.PERSON:
            yield f"a person's file is half written: {path.name}"
    yield from _packs(world, data)


def _packs(world: World, data: Path) -> Iterator[str]:
    library = Library(data)
    staging = data / ".packs-staging"
    if staging.exists():
        # An hour later.
        for path in staging.iterdir():
            os.utime(path, (0, 0))
        library.unstage(library.staging())
    if staging.exists():
        yield "what was staged is never cleared away"
    for place in (Place.ON, Place.OFF, Place.REMOVED):
        for one in library.packs(place):
            if load(one.path).pack is None:
                yield f"a pack is damaged: {one.path.name}"
    if world.pack and library.find(CLUB, Place.ON, Place.OFF, Place.REMOVED) is None:
        yield "the pack is gone"
