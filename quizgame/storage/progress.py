"""What a player did and chose, kept so that a pulled plug loses at most the answer being given."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

from quizgame.storage.database import (
    NAME,
    BrokenError,
    NewerError,
    copied,
    open_file,
    open_memory,
    read_beside,
    read_frozen,
    set_aside,
    take_lock,
)

_T = TypeVar("_T")
_NOT_WRITABLE = "Progress is not being kept: the folder for it cannot be written."
_OPEN_ALREADY = (
    "Quizgame is open already, so this second game keeps nothing: what you do here is lost."
)
_NEWER = "Progress is not being kept: the file was written by a newer quizgame."
_TROUBLE = "Progress can no longer be written to disk; what came before is safe."


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """One answer; verdict is right, half, wrong, skipped or timeout, `at` seconds since 1970."""

    card_id: str
    verdict: str
    points: int
    seconds: float
    at: float


@dataclass(frozen=True, slots=True)
class CardHistory:
    """How often a card was asked, and how it last went."""

    seen: int
    last_verdict: str
    last_at: float


@dataclass(frozen=True, slots=True)
class OpenRun:
    """A run that was not ended; `state` is the JSON last saved."""

    id: int
    pack_id: str
    state: str


class Progress:
    """The store. No call raises for a full or broken disk: `trouble` then says so in a sentence."""

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

        A broken file is moved to progress-<stamp>-set-aside.sqlite3; a folder that cannot be
        written or is in use by another game, or a file of a newer quizgame, gives a store that
        lasts only as long as the game.
        """
        path, lock = folder / NAME, None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = take_lock(folder)
            if lock is None:
                return cls(read_beside(path), None, on_disk=False), _OPEN_ALREADY
            connection, message = _sound(path, stamp)
            return cls(connection, lock, on_disk=True), message
        except NewerError:
            return cls(open_memory(), lock, on_disk=False), _NEWER
        except (sqlite3.Error, OSError, BrokenError):
            return cls(read_frozen(path), lock, on_disk=False), _NOT_WRITABLE

    def watch_point(self, pack_id: str) -> str | None:
        """Return the id of the tier a player chose for a pack, if any."""
        rows = self._rows("SELECT tier FROM watch_points WHERE pack = ?", pack_id)
        return rows[0][0] if rows else None

    def set_watch_point(self, pack_id: str, tier_id: str) -> None:
        """Keep the tier a player chose for a pack."""
        sql = (
            "INSERT INTO watch_points VALUES (?, ?) ON CONFLICT DO UPDATE SET tier = excluded.tier"
        )
        self._write(lambda db: db.execute(sql, (pack_id, tier_id)))

    def forget_beyond(self, pack_id: str, known: Iterable[str], at: float) -> None:
        """Forget the answers to all cards of a pack but the known ones, and its open run.

        Nothing of them stays in the file: what is deleted is zeroed, and the log is cut short.
        """
        kept = [(card,) for card in known]

        def write(db: sqlite3.Connection) -> None:
            db.execute("CREATE TEMP TABLE IF NOT EXISTS known (card TEXT PRIMARY KEY)")
            db.execute("DELETE FROM known")
            db.executemany("INSERT OR IGNORE INTO known VALUES (?)", kept)
            db.execute(
                "DELETE FROM answers WHERE pack = ? AND card NOT IN (SELECT card FROM known)",
                (pack_id,),
            )
            # Numbered anew, lest gaps tell how many there were.
            db.execute("CREATE TEMP TABLE left_over AS SELECT * FROM answers ORDER BY id")
            db.execute("DELETE FROM answers")
            db.execute(
                "INSERT INTO answers (run, pack, card, verdict, points, seconds, at)"
                " SELECT run, pack, card, verdict, points, seconds, at FROM left_over ORDER BY id"
            )
            db.execute("DROP TABLE left_over")
            ending = "UPDATE runs SET ended = ?, state = '' WHERE pack = ? AND ended IS NULL"
            db.execute(ending, (at, pack_id))

        self._write(write)
        self._cut_log()

    def forget_watch_point(self, pack_id: str) -> None:
        """Forget how far a player has watched, as if it had never been said."""
        self._write(lambda db: db.execute("DELETE FROM watch_points WHERE pack = ?", (pack_id,)))

    def left_out(self, pack_id: str) -> frozenset[str]:
        """Return the content notes a player leaves out of a pack."""
        rows = self._rows("SELECT note FROM left_out WHERE pack = ?", pack_id)
        return frozenset(row[0] for row in rows)

    def set_left_out(self, pack_id: str, notes: Iterable[str]) -> None:
        """Keep the content notes a player leaves out of a pack, in place of those before."""
        rows = [(pack_id, note) for note in sorted(set(notes))]

        def write(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM left_out WHERE pack = ?", (pack_id,))
            db.executemany("INSERT INTO left_out VALUES (?, ?)", rows)

        self._write(write)

    def history(self, pack_id: str) -> dict[str, CardHistory]:
        """Return by card id how the cards of a pack went."""
        rows = self._rows(
            "SELECT a.card, c.seen, a.verdict, a.at FROM answers a JOIN (SELECT count(*) AS seen,"
            " max(id) AS last FROM answers WHERE pack = ? GROUP BY card) c ON a.id = c.last"
            " ORDER BY a.card",
            pack_id,
        )
        return {card: CardHistory(seen, verdict, at) for card, seen, verdict, at in rows}

    def begin_run(self, pack_id: str, state: str, at: float) -> int:
        """Begin a run and return its id; any other open run of the pack is ended."""

        def write(db: sqlite3.Connection) -> int:
            ending = "UPDATE runs SET ended = ?, state = '' WHERE pack = ? AND ended IS NULL"
            db.execute(ending, (at, pack_id))
            begin = "INSERT INTO runs (pack, state, began) VALUES (?, ?, ?)"
            return db.execute(begin, (pack_id, _plain(state), at)).lastrowid or 0

        return self._write(write)

    def save_run(self, run_id: int, state: str) -> None:
        """Keep the state of an open run."""
        self._write(lambda db: _put_state(db, run_id, state))

    def save_answer(self, run_id: int, pack_id: str, answer: SavedAnswer, state: str) -> None:
        """Keep an answer and the state it leads to, both or neither."""
        sql = (
            "INSERT INTO answers (run, pack, card, verdict, points, seconds, at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        said = (answer.card_id, answer.verdict, answer.points, answer.seconds, answer.at)

        def write(db: sqlite3.Connection) -> None:
            db.execute(sql, (run_id, pack_id, *said))
            _put_state(db, run_id, state)

        self._write(write)

    def end_run(self, run_id: int, at: float) -> None:
        """End a run; its state is dropped, its answers stay."""
        sql = "UPDATE runs SET ended = ?, state = '' WHERE id = ? AND ended IS NULL"
        self._write(lambda db: db.execute(sql, (at, run_id)))

    def open_run(self, pack_id: str | None = None) -> OpenRun | None:
        """Return the newest run that was not ended, of one pack or of any."""
        rows = self._rows(
            "SELECT id, pack, state FROM runs WHERE ended IS NULL AND pack = ifnull(?, pack)"
            " ORDER BY id DESC LIMIT 1",
            pack_id,
        )
        return OpenRun(*rows[0]) if rows else None

    def settings(self) -> dict[str, str]:
        """Return all settings."""
        return dict(self._rows("SELECT key, value FROM settings ORDER BY key"))

    def set_setting(self, key: str, value: str) -> None:
        """Keep one setting."""
        sql = "INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
        self._write(lambda db: db.execute(sql, (key, value)))

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
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _rows(self, sql: str, *values: str | None) -> list[Any]:
        """Return the rows of a query, from memory once the disk fails."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error:
            self._leave_disk()
            return self._connection.execute(sql, values).fetchall()

    def _write(self, write: Callable[[sqlite3.Connection], _T]) -> _T:
        """Do a write in one transaction, in memory once the disk fails."""
        try:
            return _in_transaction(self._connection, write)
        except sqlite3.Error:
            self._leave_disk()
            return _in_transaction(self._connection, write)

    def _leave_disk(self) -> None:
        """Go on in memory with all that can still be read."""
        self.trouble = _TROUBLE
        disk, self._connection = self._connection, copied(self._connection)
        with suppress(sqlite3.Error):
            disk.close()


def _sound(path: Path, stamp: str) -> tuple[sqlite3.Connection, str | None]:
    """Return a sound file, with a message when a broken one had to be set aside."""
    try:
        return open_file(path), None
    except BrokenError:
        name = set_aside(path, stamp)
        message = f"The saved progress was damaged; it was kept as {name}. A new one begins."
        return open_file(path), message


def _put_state(db: sqlite3.Connection, run_id: int, state: str) -> None:
    sql = "UPDATE runs SET state = ? WHERE id = ? AND ended IS NULL"
    db.execute(sql, (_plain(state), run_id))


def _plain(text: str) -> str:
    """Return the text without halves of characters, which a keyboard may send and no file takes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _in_transaction(db: sqlite3.Connection, write: Callable[[sqlite3.Connection], _T]) -> _T:
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
