"""Dated backups of the save file, in a folder beside it; the game reads none but to restore it."""

import re
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from quizgame.storage.migrations import MACHINE, SETTINGS_APART, version_of
from quizgame.storage.soundness import FROZEN, BrokenError, NewerError, check, connect_to
from quizgame.storage.wholefiles import written_whole

FOLDER = "backups"
MOST = 10
"""So many of the automatic backups are kept."""
STAMP = "%Y%m%d-%H%M%S"
"""How a moment is written into a name, in universal time."""
DAILY, BEFORE_UPDATE = "daily", "before-update"
BEFORE_RESTORE, AFTER_RESTORE = "before-restore", "after-restore"
BY_HAND = "by-hand"
_AUTOMATIC = {DAILY, BEFORE_UPDATE, AFTER_RESTORE}
_DAY_SECONDS = 86_400
_PLAYED = ("watch_points", "left_out", "runs", "answers", "reports", "envelopes")
_TRACES = {
    "people": "SELECT 1 FROM people WHERE name <> '' OR id > (SELECT min(id) FROM people)",
    **{table: f"SELECT 1 FROM {table}" for table in _PLAYED},  # noqa: S608 (names of ours)
}
_OWN_SETTINGS = f"SELECT 1 FROM settings WHERE person <> {MACHINE}"  # noqa: S608 (a number of ours)
_SETTINGS_BEFORE = "SELECT 1 FROM settings WHERE key <> 'full_screen' AND key NOT GLOB 'table_*'"
"""Those of a person where it does not stand with them whose they are."""
_SUFFIX = ".sqlite3"
_NAMED = re.compile(
    rf"(?P<number>\d{{4,9}})-(?P<stamp>[\w-]+?)"
    rf"-(?P<why>{DAILY}|{BEFORE_UPDATE}|{BEFORE_RESTORE}|{AFTER_RESTORE}|{BY_HAND})\{_SUFFIX}"
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: the later, the higher its number, whatever the clock said; why it was made."""

    number: int
    stamp: str
    why: str
    path: Path

    @property
    def made(self) -> str:
        """Date and time it was made, by the clock of this place."""
        at = _seconds(self.stamp)
        return time.strftime("%Y-%m-%d %H:%M", time.localtime(at)) if at else self.stamp


def backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups in a player's folder, the newest first."""
    try:
        paths = [path for path in (folder / FOLDER).iterdir() if path.is_file()]
    except OSError:
        return ()
    named = [(found, path) for path in paths if (found := _NAMED.fullmatch(path.name))]
    made = [Backup(int(one["number"]), one["stamp"], one["why"], path) for one, path in named]
    return tuple(sorted(made, key=lambda one: (one.number, one.path.name), reverse=True))


def keep(source: sqlite3.Connection, folder: Path, stamp: str, why: str) -> Backup:
    """Write a backup of a save, checked and whole; BrokenError, sqlite3.Error or OSError.

    A game of several that is under way is left out: its guests leave nothing behind.
    """
    before = backups(folder)
    number = before[0].number + 1 if before else 1
    plain = re.sub(r"[^\w-]", "-", stamp)
    path = folder / FOLDER / f"{number:04}-{plain}-{why}{_SUFFIX}"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_save(source, path)
    made = Backup(number, plain, why, path)
    _prune((made, *before))
    return made


def keep_if_due(source: sqlite3.Connection, folder: Path, stamp: str) -> Backup | None:
    """Write a day's backup if the last one is of another day and anything has changed since."""
    last = next((one for one in backups(folder) if one.why in _AUTOMATIC), None)
    if has_nothing(source) or (last and not _is_old(last, stamp)):
        return None
    made = keep(source, folder, stamp, DAILY)
    if last and last.path.exists() and last.path.read_bytes() == made.path.read_bytes():
        # Of two that are the same the later one tells that all was well until then.
        last.path.unlink()
    return made


def newest_sound(folder: Path) -> Iterator[Backup]:
    """Yield the backups that can be taken up, the newest first.

    Last come those of what the player went back from: it was left behind on purpose.
    """
    inclined = sorted(backups(folder), key=lambda one: one.why == BEFORE_RESTORE)
    return (one for one in inclined if is_sound(one.path))


def is_sound(path: Path) -> bool:
    """Tell whether a backup can be taken up."""
    try:
        _check_whole(path)
    except (sqlite3.Error, UnicodeError, OSError, BrokenError, NewerError):
        return False
    return True


def write_save(source: sqlite3.Connection, path: Path) -> None:
    """Write a save into one file, checked and whole; BrokenError, sqlite3.Error or OSError."""
    memory = sqlite3.connect("file::memory:", uri=True, isolation_level=None)
    with written_whole(path) as half_made, closing(memory) as copy:
        source.backup(copy)
        if version_of(copy) > 1:
            ending = "UPDATE runs SET state = '', ended = began"
            copy.execute(f"{ending} WHERE person IS NULL AND ended IS NULL")
        # As an address: the name of a folder need be no text.
        copy.execute("VACUUM INTO ?", (half_made.resolve().as_uri(),))
        _check_whole(half_made)


def has_nothing(db: sqlite3.Connection) -> bool:
    """Tell whether a save, of whatever version, holds nothing that anybody has done or set yet."""
    own = _OWN_SETTINGS if version_of(db) >= SETTINGS_APART else _SETTINGS_BEFORE
    return nobody_was_here(db) and not _any(db, {"settings": own})


def nobody_was_here(db: sqlite3.Connection) -> bool:
    """Tell whether nobody has played yet, or given a name: there are settings at most."""
    return not _any(db, _TRACES)


def _any(db: sqlite3.Connection, rows: Mapping[str, str]) -> bool:
    """Tell whether there is any such row in the tables there are."""
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
    return any(db.execute(f"{rows[table]} LIMIT 1").fetchone() for table in tables & rows.keys())


def _check_whole(path: Path) -> None:
    with closing(connect_to(path, FROZEN)) as db:
        check(db)
        if db.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise BrokenError


def _prune(made: tuple[Backup, ...]) -> None:
    """Delete the oldest of those that nobody asked for, first of several of one day.

    Else a clock that is wrong at every other start would use all of them up within a day.
    """
    automatic = [one for one in made if one.why in _AUTOMATIC]
    newest: dict[tuple[int | str, str], Backup] = {}
    for one in automatic:
        newest.setdefault((_day(one.stamp), one.why), one)
    single = set(newest.values())
    oldest_last = sorted(automatic, key=lambda one: one not in single)
    for old in oldest_last[MOST:]:
        with suppress(OSError):
            old.path.unlink()


def _is_old(last: Backup, stamp: str) -> bool:
    """Tell whether a day has gone by, or the clock was set back, or can't be read."""
    then, now = _seconds(last.stamp), _seconds(stamp)
    return not then or not now or not 0 <= now - then < _DAY_SECONDS


def _day(stamp: str) -> int | str:
    """Return by what a day is known; what can't be read is of a day of its own."""
    return _seconds(stamp) // _DAY_SECONDS or stamp


def _seconds(stamp: str) -> int:
    """Return a stamp as seconds since 1970, 0 if it is none."""
    from calendar import timegm  # noqa: PLC0415 (needed once the first page stands)

    try:
        return timegm(time.strptime(stamp, STAMP))
    except ValueError:
        return 0
