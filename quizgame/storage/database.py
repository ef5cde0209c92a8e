"""The player's SQLite file: opened with care, set aside when broken, never overwritten."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar

from quizgame.storage.kept import ASK
from quizgame.storage.migrations import TABLES, VERSION, lay_out, migrate, version_of
from quizgame.storage.soundness import (
    COMPANIONS,
    FROZEN,
    BrokenError,
    NewerError,
    beside,
    check_rows,
    check_tables,
    connect_to,
    copied_to_look,
    inspect,
    is_closed,
    is_empty,
)

__all__ = ["BrokenError", "NewerError"]

NAME = "progress.sqlite3"
LOCK = "open.lock"
_PATIENCE_SECONDS = 1.0
_T = TypeVar("_T")


def open_file(
    path: Path, before_update: Callable[[sqlite3.Connection], object] | None = None
) -> sqlite3.Connection:
    """Return a connection to a sound file; BrokenError, NewerError, sqlite3.Error or OSError."""
    inspect(path)
    return open_sound(path, before_update)


def open_sound(
    path: Path, before_update: Callable[[sqlite3.Connection], object] | None = None
) -> sqlite3.Connection:
    """Return a connection to a file known to be sound; sqlite3.Error or OSError.

    `before_update` is given an older file before it is brought up.
    """
    try:
        connection = _with_log(path)
    except sqlite3.OperationalError:
        connection = _alone(path)
    try:
        _prepare(connection, before_update)
    except BaseException:
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
        check_tables(connection)
        in_transaction(connection, _bring_up)
        # What is not sound would fail again where nothing is left to fall back on.
        connection.execute("REINDEX")
        check_rows(connection)
    except (sqlite3.Error, UnicodeError, BrokenError):
        connection.close()
        return open_memory()
    return connection


def read_newer(path: Path) -> sqlite3.Connection:
    """Return in memory what this version understands of a newer file, which stays as it is."""
    connection = open_memory()
    how = FROZEN if is_closed(path) else "mode=ro"
    with suppress(sqlite3.Error, UnicodeError, OSError), closing(connect_to(path, how)) as source:
        in_transaction(connection, lambda db: _understood(source, db))
    with closing(connection):
        return copied(connection)


def read_frozen(path: Path) -> sqlite3.Connection:
    """Return a copy in memory of a file that cannot be written; empty when it cannot be read.

    Without the log beside it the file is of before: where the log cannot be read, nobody is taken
    to have watched anything until they say it again, for it may be that they took it back.
    """
    with suppress(OSError):
        if is_closed(path):
            return _read(path, FROZEN) or open_memory()
    return _read(path, "mode=ro") or _read_elsewhere(path) or _read_unsure(path)


def read_beside(path: Path) -> sqlite3.Connection:
    """Return a copy in memory of a file that another game has open; empty if it cannot be read."""
    return _read(path, "mode=ro") or open_memory()


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


def _read(path: Path, how: str) -> sqlite3.Connection | None:
    """Return a copy in memory of a file that is read in this way; None where it cannot be."""
    try:
        if not path.stat().st_size:
            # SQLite would take away a log that lies beside it.
            return open_memory()
        with closing(connect_to(path, how)) as source:
            # So that what cannot be read is found out here: a copy of it would be empty.
            version_of(source)
            return copied(source)
    except (sqlite3.Error, UnicodeError, OSError):
        return None


def _read_elsewhere(path: Path) -> sqlite3.Connection | None:
    """Return a copy in memory of a file and its log, by way of a folder where files can be made."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 (as rarely as that)

    try:
        with TemporaryDirectory() as folder, copied_to_look(path, Path(folder)) as copy:
            return _read(copy, "mode=rw")
    except OSError:
        return None


def _read_unsure(path: Path) -> sqlite3.Connection:
    """Return a copy in memory of a file without its log, in which everybody is to be asked."""
    connection = _read(path, FROZEN) or open_memory()
    asking = "UPDATE watch_points SET tier = ?"
    in_transaction(connection, lambda db: db.execute(asking, (ASK,)))
    return connection


def _understood(source: sqlite3.Connection, db: sqlite3.Connection) -> None:
    """Copy the rows of those tables that are the same in a newer file."""
    words = dict(source.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    for table in (name for name, ours in TABLES[VERSION].items() if words.get(name) == ours):
        rows = source.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 (a name of ours)
        db.execute(f"DELETE FROM {table}")  # noqa: S608
        if rows:
            values = ", ".join("?" * len(rows[0]))
            db.executemany(f"INSERT INTO {table} VALUES ({values})", rows)  # noqa: S608


def set_aside(path: Path, stamp: str) -> str:
    """Move the file and its companions to a free name and return that name; OSError."""
    target = _aside(path, stamp)
    # The file itself goes last: as long as it is there, the next start finds out the same.
    for companion in (*COMPANIONS, ""):
        old = beside(path, companion)
        if old.exists():
            old.rename(beside(target, companion))
    return target.name


def copy_aside(path: Path, stamp: str) -> str:
    """Copy the file and its log to a free name and return that name; OSError."""
    import shutil  # noqa: PLC0415 (no start needs it but one after a crash)

    target = _aside(path, stamp)
    for companion in ("-wal", ""):
        old = beside(path, companion)
        if old.exists():
            half_made = target.with_name(f".{target.name}.part")
            shutil.copyfile(old, half_made)
            half_made.rename(beside(target, companion))
    return target.name


def _aside(path: Path, stamp: str) -> Path:
    """Return a free name for what is set aside."""
    plain = re.sub(r"[^\w-]", "-", stamp)
    number = 1
    while True:
        again = f"-{number}" if number > 1 else ""
        target = path.with_name(f"{path.stem}-{plain}-set-aside{again}{path.suffix}")
        if not any(beside(target, companion).exists() for companion in ("", *COMPANIONS)):
            return target
        number += 1


def _connect(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=_PATIENCE_SECONDS, isolation_level=None)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection


def _prepare(
    connection: sqlite3.Connection,
    before_update: Callable[[sqlite3.Connection], object] | None,
) -> None:
    """See that what is written is kept for certain, and that the tables are this version's."""
    connection.execute("PRAGMA synchronous=FULL")
    # Zeroed, so that the file holds what was kept and nothing of what was removed.
    connection.execute("PRAGMA secure_delete=ON")
    if before_update and not is_empty(connection) and version_of(connection) < VERSION:
        before_update(connection)
    # A file or folder that may not be written is found out now, not at the first answer.
    in_transaction(connection, _bring_up)


def _with_log(path: Path) -> sqlite3.Connection:
    """Return a connection that writes to a log first; sqlite3.OperationalError where it cannot."""
    connection = _connect(str(path))
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        in_transaction(connection, lambda _: None)
    except BaseException:
        connection.close()
        raise
    return connection


def _alone(path: Path) -> sqlite3.Connection:
    """Return a connection for a disk that can have no log, as a network's: it keeps a journal.

    A log needs memory that is shared with others; alone with the file, none that there is does.
    """
    connection = _connect(str(path))
    try:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA journal_mode=DELETE")
    except BaseException:
        connection.close()
        raise
    return connection


def _bring_up(connection: sqlite3.Connection) -> None:
    """Give an empty file its tables, and an older one those of this version."""
    if is_empty(connection):
        lay_out(connection)
    elif version_of(connection) < VERSION:
        migrate(connection)
