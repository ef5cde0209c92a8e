"""Whether a save file is sound: found out before it is opened, so that nothing of it is touched."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from quizgame.storage.forgotten import is_forgetting
from quizgame.storage.migrations import TABLES, VERSION, version_of

OPENING = ".opening"
"""The folder in which a copy of a file is looked at that was not closed."""
FROZEN = "mode=ro&immutable=1"
"""How a file is opened that nobody writes."""
COMPANIONS = ("-wal", "-shm", "-journal")
_MAGIC = b"SQLite format 3\x00"
_SMALLEST = 512
_HEAD = 64
_FORMATS = slice(18, 20)
_USER_VERSION = slice(60, 64)
_FURTHEST_VERSION = 1_000
_SIZES = ("page_count", "page_size")
_MOST_WHOLE = 4_000_000
"""Bytes, about 40,000 answers, that are looked at in some 30 milliseconds."""
_LARGEST_REAL = 1e13
_NOT_ITS_FAULT = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PROTOCOL,
}


class BrokenError(Exception):
    """The file is not a database of ours, or is damaged."""


class EmptyError(BrokenError):
    """There is nothing in the file, as when it was lost, or when its first start was cut short."""


class NewerError(Exception):
    """The file was written by a newer quizgame."""


def inspect(path: Path) -> bool:
    """Return whether the log of a sound file is damaged or another's; nothing is changed.

    A file that is not there is sound. BrokenError, NewerError; OSError or sqlite3.Error when it
    cannot be looked at.
    """
    clear_leftover(path)
    if not path.exists() and not _size(beside(path, "-wal")):
        return False
    _look_at_head(path)
    with _judged():
        if is_closed(path):
            with closing(connect_to(path, FROZEN)) as db:
                check(db)
            return False
        from quizgame.storage.savelog import is_torn  # noqa: PLC0415 (for a start after a crash)

        with copied_to_look(path) as copy, closing(connect_to(copy, "mode=rw")) as db:
            # So it needs no memory shared with others, which some network drives do not give.
            db.execute("PRAGMA locking_mode=EXCLUSIVE")
            check(db)
            fits = _fits(path, db)
            frames = db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()[1]
        return not fits or is_torn(beside(path, "-wal"), max(frames, 0))


def check(db: sqlite3.Connection) -> None:
    """Raise BrokenError or NewerError unless a database is a sound save."""
    with _judged():
        version = version_of(db)
        if version > VERSION:
            raise NewerError
        pages, size = (db.execute(f"PRAGMA {what}").fetchone()[0] for what in _SIZES)
        # Of a very large file it is left out whether what finds rows agrees with the rows.
        kind = "integrity" if pages * size <= _MOST_WHOLE else "quick"
        if db.execute(f"PRAGMA {kind}_check(1)").fetchone()[0] != "ok":
            raise BrokenError
        if version == 0 and is_empty(db):
            raise EmptyError
        check_tables(db)
        check_rows(db)


def check_tables(db: sqlite3.Connection) -> None:
    """Raise BrokenError unless the tables are those of the version the file says it has."""
    # SQLite keeps tables of its own beside ours, once somebody has it gather statistics.
    rows = db.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    )
    if dict(rows) != TABLES.get(version_of(db)):
        raise BrokenError


def check_rows(db: sqlite3.Connection) -> None:
    """Raise BrokenError when a value is none of its column's kind, as only damage makes one."""
    for table, words in TABLES[version_of(db)].items():
        if words.startswith("CREATE TABLE"):
            odd = " OR ".join(_oddness(*column) for column in _columns(db, table))
            if db.execute(f"SELECT 1 FROM {table} WHERE {odd} LIMIT 1").fetchone():  # noqa: S608
                raise BrokenError
            # Somebody is always here, and nobody has the number of the machine or of nobody.
            if table == "people" and not db.execute("SELECT min(id) > 0 FROM people").fetchone()[0]:
                raise BrokenError


def is_empty(db: sqlite3.Connection) -> bool:
    """Tell whether a database has no tables yet."""
    return db.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def is_closed(path: Path) -> bool:
    """Tell whether all of a file is in it, nothing in a log or journal beside it."""
    return not any(_size(beside(path, companion)) for companion in ("-wal", "-journal"))


def connect_to(path: Path, how: str) -> sqlite3.Connection:
    """Return a connection to a file that is there, to be used in this way; sqlite3.Error."""
    uri = f"{path.resolve().as_uri()}?{how}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection


def beside(path: Path, companion: str) -> Path:
    """Return the path of a file that SQLite keeps beside another."""
    return path.with_name(path.name + companion)


@contextmanager
def copied_to_look(path: Path, where: Path | None = None) -> Iterator[Path]:
    """Give a copy of a file and of what lies beside it, for as long as it is looked at.

    It is made in a folder beside the file, or in `where`.
    """
    import shutil  # noqa: PLC0415 (as above)

    home = (where or path.parent) / path.name
    folder = home.with_name(OPENING).resolve()
    try:
        folder.mkdir()
        for companion in ("", "-wal", "-journal"):
            if beside(path, companion).exists():
                shutil.copyfile(beside(path, companion), folder / f"{path.name}{companion}")
        yield folder / path.name
    finally:
        clear_leftover(home)


def clear_leftover(path: Path) -> None:
    """Take away the copy that was looked at when the game was killed."""
    folder = path.with_name(OPENING)
    if folder.exists():
        import shutil  # noqa: PLC0415 (no start needs it but one after a crash)

        shutil.rmtree(folder)


@contextmanager
def _judged() -> Iterator[None]:
    """Turn what SQLite says of a damaged file into BrokenError, but not what it says of a disk."""
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _NOT_ITS_FAULT:
            raise
        raise BrokenError from error
    except UnicodeError as error:
        # Even what SQLite says of it holds what is in it.
        raise BrokenError from error


def _look_at_head(path: Path) -> None:
    """Raise BrokenError for what SQLite would overwrite, NewerError for what it could not read."""
    size = _size(path)
    if size == 0:
        raise BrokenError if _size(beside(path, "-wal")) else EmptyError
    with path.open("rb") as opened:
        head = opened.read(_HEAD)
    if size < _SMALLEST or not head.startswith(_MAGIC) or not set(head[_FORMATS]) <= {1, 2}:
        raise BrokenError
    version = int.from_bytes(head[_USER_VERSION], "big", signed=True)
    if not 0 <= version <= _FURTHEST_VERSION:
        raise BrokenError
    if version > VERSION:
        raise NewerError


def _columns(db: sqlite3.Connection, table: str) -> list[tuple[str, str, bool]]:
    """Return name and kind of each column, and whether it may hold nothing."""
    rows = db.execute(f"PRAGMA table_info({table})")
    return [(name, kind, not (must or key)) for _, name, kind, must, _, key in rows]


def _oddness(name: str, kind: str, may_lack: bool) -> str:  # noqa: FBT001 (as _columns has it)
    """Return the condition under which a value is odd."""
    odd = f"typeof({name}) <> '{kind.lower()}'"
    if kind == "REAL":
        odd = f"({odd} OR abs({name}) > {_LARGEST_REAL})"
    return f"({name} IS NOT NULL AND {odd})" if may_lack else odd


def _fits(path: Path, with_log: sqlite3.Connection) -> bool:
    """Tell whether a file and the log beside it belong together: nothing is lost by the log.

    But for what is taken back at a table, whatever forgets something leaves a mark in the log.
    """
    tables = "SELECT id FROM runs WHERE person IS NULL" if version_of(with_log) > 1 else "0"
    answers = f"SELECT pack, card, at FROM answers WHERE ifnull(run, 0) NOT IN ({tables})"  # noqa: S608
    kept = f"SELECT id, pack, began FROM runs UNION ALL {answers}"  # noqa: S608
    try:
        with closing(connect_to(path, FROZEN)) as alone:
            if is_forgetting(with_log) and not is_forgetting(alone):
                return True
            before = set(alone.execute(kept))
    except (sqlite3.Error, UnicodeError):
        # Without its log it may be unreadable, half way from one state to the next.
        return True
    return before <= set(with_log.execute(kept))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
