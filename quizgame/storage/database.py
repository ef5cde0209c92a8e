"""The player's SQLite file: opened with care, set aside when broken, never overwritten."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from quizgame.storage.migrations import TABLES, VERSION, lay_out, migrate, version_of

NAME = "progress.sqlite3"
LOCK = "open.lock"
_COMPANIONS = ("", "-wal", "-shm", "-journal")
_MAGIC = b"SQLite format 3\x00"
_SMALLEST = 512
_PATIENCE_SECONDS = 1.0
_T = TypeVar("_T")


class BrokenError(Exception):
    """The file is not a database of ours, or is damaged."""


class NewerError(Exception):
    """The file was written by a newer quizgame."""


def open_file(path: Path) -> sqlite3.Connection:
    """Return a connection to a sound file; BrokenError, NewerError, sqlite3.Error or OSError."""
    _look_before(path)
    connection = _connect(str(path))
    try:
        _prepare(connection)
    except sqlite3.Error as error:
        connection.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in {
            sqlite3.SQLITE_CORRUPT,
            sqlite3.SQLITE_NOTADB,
        }:
            raise BrokenError from error
        raise
    except (BrokenError, NewerError):
        connection.close()
        raise
    return connection


def take_lock(folder: Path) -> sqlite3.Connection | None:
    """Return a hold on the folder for as long as the process lives, None if another has it.

    An open exclusive transaction in a file of its own: every system lets go of it when the process
    ends, however it ends. sqlite3.Error where nothing can be written.
    """
    lock = sqlite3.connect(folder / LOCK, timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        lock.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            return None
        raise
    return lock


def open_memory() -> sqlite3.Connection:
    """Return an empty database that is kept nowhere."""
    connection = _connect(":memory:")
    in_transaction(connection, lay_out)
    return connection


def copied(source: sqlite3.Connection) -> sqlite3.Connection:
    """Return a database in memory with all that can still be read from `source`."""
    connection = _connect(":memory:")
    try:
        source.backup(connection)
        _check_tables(connection)
        in_transaction(connection, _bring_up)
    except (sqlite3.Error, BrokenError):
        connection.close()
        return open_memory()
    return connection


def read_frozen(path: Path) -> sqlite3.Connection:
    """Return a copy in memory of a file that cannot be written; empty when it cannot be read."""
    return _read(path, "mode=ro&immutable=1")


def read_beside(path: Path) -> sqlite3.Connection:
    """Return a copy in memory of a file that another game has open; empty if it cannot be read."""
    return _read(path, "mode=ro")


def in_transaction(db: sqlite3.Connection, write: Callable[[sqlite3.Connection], _T]) -> _T:
    """Do a write whole or not at all."""
    db.execute("BEGIN IMMEDIATE")
    try:
        done = write(db)
        db.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise
    return done


def _read(path: Path, how: str) -> sqlite3.Connection:
    try:
        uri = f"{path.resolve().as_uri()}?{how}"
        source = sqlite3.connect(uri, uri=True, isolation_level=None)
        try:
            return copied(source)
        finally:
            source.close()
    except (sqlite3.Error, OSError):
        return open_memory()


def set_aside(path: Path, stamp: str) -> str:
    """Move the file and its companions to a free name and return that name; OSError."""
    plain = re.sub(r"[^\w-]", "-", stamp)
    number = 1
    while True:
        again = f"-{number}" if number > 1 else ""
        target = path.with_name(f"{path.stem}-{plain}-set-aside{again}{path.suffix}")
        if not any(_companion(target, c).exists() for c in _COMPANIONS):
            break
        number += 1
    for companion in _COMPANIONS:
        old = _companion(path, companion)
        if old.exists():
            old.rename(_companion(target, companion))
    return target.name


def _companion(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _connect(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=_PATIENCE_SECONDS, isolation_level=None)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection


def _look_before(path: Path) -> None:
    """Raise BrokenError for what SQLite would overwrite or clear away by opening it."""
    size = path.stat().st_size if path.exists() else 0
    if size == 0:
        wal = _companion(path, "-wal")
        if wal.exists() and wal.stat().st_size > 0:
            raise BrokenError
        return
    with path.open("rb") as opened:
        if size < _SMALLEST or opened.read(len(_MAGIC)) != _MAGIC:
            raise BrokenError


def _prepare(connection: sqlite3.Connection) -> None:
    """Check the file, and see that it has the tables of this version."""
    version = version_of(connection)
    if version > VERSION:
        raise NewerError
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise BrokenError
    if version != 0 or not _is_empty(connection):
        _check_tables(connection)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    # Zeroed, so that the file holds what was kept and nothing of what was removed.
    connection.execute("PRAGMA secure_delete=ON")
    # A file or folder that may not be written is found out now, not at the first answer.
    in_transaction(connection, _bring_up)


def _bring_up(connection: sqlite3.Connection) -> None:
    """Give an empty file its tables, and an older one those of this version."""
    if _is_empty(connection):
        lay_out(connection)
    elif version_of(connection) < VERSION:
        migrate(connection)


def _is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def _check_tables(connection: sqlite3.Connection) -> None:
    """Raise BrokenError unless the tables are those of the version the file says it has."""
    # SQLite keeps tables of its own beside ours, once somebody has it gather statistics.
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    )
    if dict(rows) != TABLES.get(version_of(connection)):
        raise BrokenError
