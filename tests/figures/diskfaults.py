"""A disk that fails at one point after the other, in everything that writes a file of the player's.

`crash` tells what is covered.
"""

import builtins
import errno
import io
import json
import os
import resource
import shutil
import signal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random
from typing import IO, Any, Self
from unittest.mock import patch

from quizgame.services import installing
from quizgame.storage import personfolder, saves
from quizgame.storage.backups import backups
from quizgame.storage.library import Library, LibraryError
from quizgame.storage.progress import Progress
from quizgame.storage.saves import SavesError
from tests.figures import crash, lives
from tests.figures.hands import play_on
from tests.figures.lives import CLUB, DATA, Diary, Given

KINDS = ("ENOSPC", "EIO", "short")
_CALLS = ("replace", "rename", "fsync", "link", "mkdir", "sendfile", "rmdir", "unlink")
_TOLD = (SavesError, LibraryError, OSError)
"""What a player is told in one sentence."""
_SAVE = "progress.sqlite3"


@dataclass(slots=True)
class Disk:
    """Fails at its `nth` call from now on, in this way; counts how many there were."""

    nth: int
    kind: str
    calls: int = 0

    def reach(self) -> None:
        """Come to a call; OSError if it is the one that fails."""
        self.calls += 1
        if self.calls == self.nth:
            number = errno.EIO if self.kind == "EIO" else errno.ENOSPC
            raise OSError(number, os.strerror(number))


class Written:
    """A file that is being written on a disk that fails."""

    def __init__(self, file: IO[Any], disk: Disk) -> None:
        self._file = file
        self._disk = disk

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever a file has)
        return getattr(self._file, name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: Any) -> int:  # noqa: ANN401 (text or bytes)
        """Write it, or half of it and fail."""
        try:
            self._disk.reach()
        except OSError:
            if self._disk.kind == "short":
                self._file.write(data[: len(data) // 2])
                self._file.flush()
            raise
        return self._file.write(data)


@contextmanager
def failing(disk: Disk) -> Iterator[None]:
    """Let the disk be this one meanwhile, for all that Python writes."""
    real_open = io.open

    def opens(file: Any, mode: str = "r", *more: Any, **words: Any) -> Any:  # noqa: ANN401
        if not set(mode) & set("wax+"):
            return real_open(file, mode, *more, **words)
        disk.reach()
        return Written(real_open(file, mode, *more, **words), disk)

    with ExitStack() as stack:
        for name in _CALLS:
            stack.enter_context(patch.object(os, name, _reaching(disk, getattr(os, name))))
        stack.enter_context(patch.object(io, "open", opens))
        stack.enter_context(patch.object(builtins, "open", opens))
        yield


def _reaching(disk: Disk, call: Callable[..., Any]) -> Callable[..., Any]:
    def reaching(*told: Any, **more: Any) -> Any:  # noqa: ANN401 (as the system has it)
        disk.reach()
        return call(*told, **more)

    return reaching


# -- what is done on such a disk ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that writes files: how the world is made ready, what is done."""

    name: str
    ready: Callable[[Path], None]
    do: Callable[[Path], object]


def _played(world: Path) -> None:
    game, _, _ = lives.opened(world, lives.moments(0), Random(0))
    play_on(game, Random(1), 60)
    game.close()


def _backed_up(world: Path) -> None:
    _played(world)
    saves.back_up(world / DATA, "20260101-000000")
    game, _, _ = lives.opened(world, lives.moments(1), Random(2))
    play_on(game, Random(3), 60)
    game.close()


def _ruined(world: Path) -> None:
    _backed_up(world)
    path = world / DATA / _SAVE
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 8192)


def _unclosed(world: Path) -> None:
    _played(world)
    game, _, _ = lives.opened(world, lives.moments(1), Random(2))
    play_on(game, Random(3), 60)
    shutil.copytree(world / DATA, world / "copy")
    game.close()
    shutil.rmtree(world / DATA)
    (world / "copy").rename(world / DATA)


def _old(world: Path) -> None:
    shutil.copy(crash.OLD[1], world / DATA / _SAVE)


def _start(world: Path) -> None:
    """Start, do something and end: no exception may reach the player."""
    progress, message = Progress.open(world / DATA, "s")
    assert progress.kept or message
    progress.set_watch_point("elsewhere", "start")
    progress.back_up("20260202-000000")
    progress.close()


def _install(world: Path, version: str) -> None:
    library = Library(world / DATA)
    planned = installing.plan(world / lives.INCOMING / f"{version}.yaml", library)
    if isinstance(planned, installing.Plan):
        installing.keep(planned, library)


def _installed(world: Path) -> None:
    _played(world)
    _install(world, "1")


DEEDS = (
    Deed("start and a day's backup", _played, _start),
    Deed("start after a crash", _unclosed, _start),
    Deed("start with an older save", _old, _start),
    Deed("start with a damaged save", _ruined, _start),
    Deed("backup", _played, lambda world: saves.back_up(world / DATA, "s")),
    Deed("export", _played, lambda world: saves.export(world / DATA, world / "exports" / "one")),
    Deed(
        "restore",
        _backed_up,
        lambda world: saves.take_up(world / DATA, backups(world / DATA)[-1].path, "s"),
    ),
    Deed(
        "a person's file",
        _played,
        lambda world: personfolder.write(world / DATA / lives.PEOPLE, "Mina", 1.0, lives.PERSON),
    ),
    Deed("pack installed", _played, lambda world: _install(world, "1")),
    Deed("pack updated", _installed, lambda world: _install(world, "2")),
    Deed("pack removed", _installed, lambda world: Library(world / DATA).remove(CLUB)),
)


def tried(home: Path) -> Iterator[tuple[str, int, list[str]]]:
    """Yield the name of each deed, at how many points the disk failed, and what was wrong then."""
    for deed in DEEDS:
        yield deed.name, *at_every_point(deed, home, KINDS)
    yield "SQLite's own files", *_at_every_length(home)


def at_every_point(deed: Deed, home: Path, kinds: Iterable[str]) -> tuple[int, list[str]]:
    """Do it with the disk failing at each point in turn; return how many, and what was wrong."""
    model = home / "model"
    shutil.rmtree(home, ignore_errors=True)
    lives.prepare(model)
    deed.ready(model)
    points, faults = 0, []
    for kind in kinds:
        for nth in count(1):
            world, disk = home / "world", Disk(nth, kind)
            shutil.rmtree(world, ignore_errors=True)
            shutil.copytree(model, world)
            wrong = list(_at_one_point(deed, world, disk))
            if disk.calls < nth:
                break
            points += 1
            faults += [f"disk: {deed.name}, {kind} at call {nth}: {one}" for one in wrong]
    return points, faults


def _at_one_point(deed: Deed, folder: Path, disk: Disk) -> Iterator[str]:
    data = folder / DATA
    ruin = deed.name == "start with a damaged save"
    before = (data / _SAVE).read_bytes()
    allowed = [Counter(lives.answers_in(one.path)) for one in backups(data)]
    if not ruin:
        allowed.append(_answers(folder))
    try:
        with failing(disk):
            deed.do(folder)
    except _TOLD:
        pass
    except Exception as error:  # noqa: BLE001 (it is what we look for)
        yield f"{type(error).__name__}: {error}"
    world = crash.World(folder, pack=deed.ready is _installed)
    if not ruin:
        game, progress, message = lives.opened(folder, lives.moments(9), Random(0))
        if message or not progress.kept:
            yield f"the player is told at the next start: {message}"
        game.close()
        world.kept = _answers(folder)
        yield from crash.looked_at(world, [], 9)
    else:
        game, progress, message = lives.opened(folder, lives.moments(9), Random(0))
        game.close()
        if not any(path.read_bytes() == before for path in data.glob("*.sqlite3")):
            yield "what was damaged is gone"
    if _answers(folder) not in allowed:
        yield "the answers are neither those before nor those of a backup"


def _answers(world: Path) -> Counter[Given]:
    """Return the answers of a world, log and all, without touching it."""
    copy = world.parent / "looked"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(world / DATA, copy)
    found = Counter(lives.answers_in(copy / _SAVE))
    shutil.rmtree(copy)
    return found


# -- SQLite's own files ------------------------------------------------------------------------

_FIRST, _LAST, _STEP = 40_000, 260_000, 3_700


def _at_every_length(home: Path) -> tuple[int, list[str]]:
    """Play with files that may not grow beyond a length, for one length after the other."""
    points, faults = 0, []
    for limit in range(_FIRST, _LAST, _STEP):
        folder = home / "world"
        shutil.rmtree(folder, ignore_errors=True)
        lives.prepare(folder)
        _played(folder)
        world = crash.World(folder, kept=_answers(folder))
        reads, writes = os.pipe()
        child = crash.forked(lambda limit=limit, writes=writes: _cramped(folder, writes, limit))  # type: ignore[misc]  # noqa: B023
        os.close(writes)
        with open(reads, encoding="utf-8") as diary:  # noqa: PTH123 (a pipe)
            lines = [json.loads(line) for line in diary]
        _, status = os.waitpid(child, 0)
        points += 1
        wrong = list(crash.looked_at(world, lines, 7))
        if os.waitstatus_to_exitcode(status):
            wrong.append("it ended by itself")
        faults += [f"disk: files up to {limit} bytes: {one}" for one in wrong]
    return points, faults


def _cramped(world: Path, writes: int, limit: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    lives.playing(world, Diary(writes), 3, Random(limit), 150)
    os._exit(0)
