"""The player's SQLite file: opened with care, set aside when broken, never overwritten."""

import re
import sqlite3
from contextlib import suppress
from pathlib import Path

VERSION = 1
NAME = "progress.sqlite3"
LOCK = "open.lock"
_COMPANIONS = ("", "-wal", "-shm", "-journal")
_MAGIC = b"SQLite format 3\x00"
_SMALLEST = 512
_PATIENCE_SECONDS = 1.0
_TABLES = {
    "watch_points": "CREATE TABLE watch_points (pack TEXT PRIMARY KEY, tier TEXT NOT NULL)",
    "left_out": "CREATE TABLE left_out (pack TEXT, note TEXT, PRIMARY KEY (pack, note))",
    "runs": (
        "CREATE TABLE runs (id INTEGER PRIMARY KEY, pack TEXT NOT NULL, state TEXT NOT NULL,"
        " began REAL NOT NULL, ended REAL)"
    ),
    "answers": (
        "CREATE TABLE answers (id INTEGER PRIMARY KEY, run INTEGER NOT NULL, pack TEXT NOT NULL,"
        " card TEXT NOT NULL, verdict TEXT NOT NULL, points INTEGER NOT NULL,"
        " seconds REAL NOT NULL, at REAL NOT NULL)"
    ),
    "settings": "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "answers_by_card": "CREATE INDEX answers_by_card ON answers (pack, card)",
    "runs_open": "CREATE INDEX runs_open ON runs (id) WHERE ended IS NULL",
}


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
    _lay_out(connection)
    return connection


def copied(source: sqlite3.Connection) -> sqlite3.Connection:
    """Return a database in memory with all that can still be read from `source`."""
    connection = _connect(":memory:")
    try:
        source.backup(connection)
        _check_tables(connection)
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
    """Check the file, and lay out the tables when it is new."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise NewerError
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise BrokenError
    new = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if not new or version != 0:
        _check_tables(connection)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    # Zeroed, so that the file holds what was kept and nothing of what was removed.
    connection.execute("PRAGMA secure_delete=ON")
    # A file or folder that may not be written is found out now, not at the first answer.
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")
    if new:
        _lay_out(connection)


def _lay_out(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another game may have been quicker.
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
            for statement in _TABLES.values():
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("COMMIT")
    except sqlite3.Error:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _check_tables(connection: sqlite3.Connection) -> None:
    """Raise BrokenError unless the tables are those of this version."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    # SQLite keeps tables of its own beside ours, once somebody has it gather statistics.
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    )
    if version != VERSION or dict(rows) != _TABLES:
        raise BrokenError
