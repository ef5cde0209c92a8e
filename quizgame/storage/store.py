"""A save file in use: on disk as long as the disk bears it, and in memory from then on."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Self, TypeVar

from quizgame.storage.database import (
    NAME,
    BrokenError,
    NewerError,
    copied,
    copy_aside,
    in_transaction,
    open_sound,
    read_beside,
    read_frozen,
    read_newer,
    take_lock,
)
from quizgame.storage.forgotten import is_forgetting, unmark
from quizgame.storage.inplace import finish
from quizgame.storage.soundness import EmptyError, inspect, is_closed

_T = TypeVar("_T")
_NOT_WRITABLE = (
    "Progress is not being kept: the folder for it, which 'quizgame saves where' names, cannot be"
    " written."
)
_OPEN_ALREADY = (
    "Quizgame is open already, so this second game keeps nothing: what you do here is lost."
)
_NEWER = (
    "This progress was written by a newer quizgame, so it is only read, and nothing is kept: update"
    " quizgame to go on."
)
_NO_BACKUP = "Progress is kept, but no backup of it could be made: is the disk full?"
_TROUBLE = "Progress can no longer be written; what came before is safe. Is the disk full?"


class Store:
    """The store. No call raises for a full or broken disk: `trouble` then says so in a sentence."""

    _folder: Path | None = None

    def __init__(
        self, connection: sqlite3.Connection, lock: sqlite3.Connection | None, *, on_disk: bool
    ) -> None:
        self._connection = connection
        self._lock = lock
        self._on_disk = on_disk
        self.trouble: str | None = None

    @property
    def kept(self) -> bool:
        """Whether what is saved reaches the disk."""
        return self._on_disk and self.trouble is None

    @classmethod
    def open(cls, folder: Path, stamp: str) -> tuple[Self, str | None]:
        """Return the store of a folder, and a message for the player if something was wrong.

        A broken file is moved to progress-<stamp>-set-aside.sqlite3, and the newest backup takes
        its place; a folder that cannot be written or is in use by another game, or a file of a
        newer quizgame, gives a store that lasts only as long as the game.
        """
        path, lock = folder / NAME, None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = take_lock(folder)
            if lock is None:
                return cls(read_beside(path), None, on_disk=False), _OPEN_ALREADY
            finish(folder)
            closed = is_closed(path)
            connection, message = _sound(folder, stamp)
        except NewerError:
            return cls(read_newer(path), lock, on_disk=False), _NEWER
        except (sqlite3.Error, OSError, BrokenError):
            return cls(read_frozen(path), lock, on_disk=False), _NOT_WRITABLE
        store = cls(connection, lock, on_disk=True)
        store._folder = folder
        # What was forgotten just before a game was killed is in the file still.
        if not closed or is_forgetting(connection):
            store._cut_log()
        return store, message

    def back_up(self, stamp: str) -> str:
        """Write a day's backup if one is due; return a sentence for the player where it fails."""
        if self._folder is None or not self.kept:
            return ""
        from quizgame.storage.backups import keep_if_due  # noqa: PLC0415 (the title stands first)

        try:
            keep_if_due(self._connection, self._folder, stamp)
        except (sqlite3.Error, OSError, BrokenError, NewerError):
            return _NO_BACKUP
        return ""

    @classmethod
    def beside(cls, folder: Path) -> Self:
        """Return a copy in memory of what a folder keeps; empty where nothing can be read."""
        return cls(read_beside(folder / NAME), None, on_disk=False)

    def close(self) -> None:
        """Bring everything into the one file and let go of it."""
        self._cut_log()
        for connection in (self._connection, self._lock):
            with suppress(sqlite3.Error):
                if connection:
                    connection.close()

    def _cut_log(self) -> None:
        """Bring what the log holds into the file, and empty the log."""
        with suppress(sqlite3.Error):
            emptied = _emptied(self._connection)
            # As long as the log holds what forgets, the mark has to stand there.
            if emptied and is_forgetting(self._connection):
                in_transaction(self._connection, unmark)
                _emptied(self._connection)

    def _rows(self, sql: str, *values: str | int | None) -> list[Any]:
        """Return the rows of a query, from memory once the disk fails."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error:
            self._leave_disk()
            return self._connection.execute(sql, values).fetchall()

    def _write(self, write: Callable[[sqlite3.Connection], _T]) -> _T:
        """Do a write in one transaction, in memory once the disk fails."""
        try:
            return in_transaction(self._connection, write)
        except sqlite3.Error:
            self._leave_disk()
            return in_transaction(self._connection, write)

    def _leave_disk(self) -> None:
        """Go on in memory with all that can still be read."""
        self.trouble = _TROUBLE
        disk, self._connection = self._connection, copied(self._connection)
        with suppress(sqlite3.Error):
            disk.close()


def _emptied(connection: sqlite3.Connection) -> bool:
    """Bring what the log holds into the file; tell whether the log is empty, or there is none."""
    return not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]


def _sound(folder: Path, stamp: str) -> tuple[sqlite3.Connection, str | None]:
    """Return a sound file, with a message when a broken one had to be set aside."""
    path = folder / NAME
    try:
        torn = inspect(path)
    except BrokenError as error:
        from quizgame.storage.restoring import replace_ruin  # noqa: PLC0415 (as rarely as that)

        return replace_ruin(folder, stamp, empty=isinstance(error, EmptyError))
    name = copy_aside(path, stamp) if torn else ""
    message = f"The last of what was saved could not all be read; it is kept as it was as {name}."
    connection = open_sound(path, lambda db: _back_up_first(db, folder, stamp))
    return connection, message if torn else None


def _back_up_first(older: sqlite3.Connection, folder: Path, stamp: str) -> None:
    from quizgame.storage.backups import BEFORE_UPDATE, keep  # noqa: PLC0415 (once a version)

    keep(older, folder, stamp, BEFORE_UPDATE)
