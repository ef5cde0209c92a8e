"""How save files are spoilt: byte by byte, in their tables, in what their rows say."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from typing import Any

SAVE, LOG = "progress.sqlite3", "progress.sqlite3-wal"
_ODD: tuple[Any, ...] = (
    None, -1, 0, 7, 2**31, 2**62, -(2**63), 1e308, float("inf"), 0.5, "", "x", "start", "\x00",
    "😀" * 50, "z" * 100_000, b"\xff\xfe", b"", "[]", "{}", "null", "[[[[", "9" * 400,
)  # fmt: skip
_ODD_JSON: tuple[Any, ...] = (
    None, True, -1, 0, 10**30, 1e400, -0.5, "", "start", "x" * 5_000, [], {}, [[]], [None],
    {"a": 1},
)  # fmt: skip
_TABLES = (
    "people",
    "watch_points",
    "left_out",
    "runs",
    "answers",
    "reports",
    "envelopes",
    "settings",
)


def _flip(data: bytes, dice: Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 8, 60))):
        if spoilt:
            spoilt[dice.randrange(len(spoilt))] ^= 1 << dice.randrange(8)
    return bytes(spoilt)


def _cut(data: bytes, dice: Random) -> bytes:
    return data[: dice.randrange(len(data) + 1)]


def _litter(data: bytes, dice: Random) -> bytes:
    at, length = dice.randrange(len(data) + 1), dice.choice((1, 16, 512, 4096, 20_000))
    junk = dice.choice((dice.randbytes(length), bytes(length), b"\xff" * length))
    return data[:at] + junk + data[at + length :]


def _head(data: bytes, dice: Random) -> bytes:
    at = dice.randrange(100)
    return data[:at] + dice.randbytes(dice.choice((1, 2, 4))) + data[at:][dice.choice((1, 2, 4)) :]


_BYTES: dict[str, Callable[[bytes, Random], bytes]] = {
    "flipped": _flip,
    "cut": _cut,
    "littered": _litter,
    "head": _head,
    "garbage": lambda data, dice: dice.randbytes(dice.choice((0, 1, 100, len(data)))),
}


def _schema(db: sqlite3.Connection, dice: Random) -> None:
    table = dice.choice(_TABLES)
    for statement in dice.sample(
        (
            f"PRAGMA user_version = {dice.choice((0, 1, 2, 3, 4, 99, 1001, -5, 2**31 - 1))}",
            f"DROP TABLE {table}",
            f"ALTER TABLE {table} ADD COLUMN more TEXT",
            f"ALTER TABLE {table} RENAME TO {table}_once",
            "DROP INDEX answers_by_card",
            "CREATE TABLE recipes (name TEXT)",
            f"CREATE TRIGGER t AFTER INSERT ON answers BEGIN DELETE FROM {table}; END",  # noqa: S608
            "CREATE VIEW v AS SELECT * FROM nowhere",
            "ANALYZE",
        ),
        dice.choice((1, 1, 2)),
    ):
        db.execute(statement)


def _values(db: sqlite3.Connection, dice: Random) -> None:
    for _ in range(dice.choice((1, 1, 3))):
        table = dice.choice(_TABLES)
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        if columns:
            sql = f"UPDATE OR IGNORE {table} SET {dice.choice(columns)} = ?"  # noqa: S608
            some = "" if dice.random() < 0.5 else " WHERE abs(random()) % 2"
            db.execute(sql + some, (dice.choice(_ODD),))


def _words(db: sqlite3.Connection, dice: Random) -> None:
    """Say what no quizgame says, in values of the right kind."""
    odd = dice.choice(("", "nothing", "right", "end", "x" * 3_000, "\x00\n", "12", "-1", "🦊"))
    column, table = dice.choice(
        (
            ("verdict", "answers"), ("card", "answers"), ("pack", "answers"), ("pack", "runs"),
            ("tier", "watch_points"), ("pack", "watch_points"), ("value", "settings"),
            ("key", "settings"), ("name", "people"), ("way", "runs"), ("day", "runs"),
            ("choice", "envelopes"), ("sure", "envelopes"), ("card", "envelopes"),
            ("state", "runs"),
        )
    )  # fmt: skip
    db.execute(f"UPDATE OR IGNORE {table} SET {column} = ?", (odd,))  # noqa: S608
    number = dice.choice((-1, 0, 5, 2**40, -(2**40)))
    for sql in dice.sample(
        (
            "UPDATE answers SET rating = ?", "UPDATE answers SET run = ?",
            "UPDATE answers SET points = ?", "UPDATE OR IGNORE answers SET person = ?",
            "UPDATE answers SET seconds = ?", "UPDATE answers SET at = ?",
            "UPDATE runs SET person = ?", "UPDATE runs SET began = ?", "UPDATE runs SET ended = ?",
            "UPDATE OR IGNORE people SET id = ?", "UPDATE envelopes SET sealed = ?",
            "UPDATE envelopes SET shown = ?", "DELETE FROM people WHERE id > ?",
            "DELETE FROM runs WHERE id > ?",
        ),
        dice.choice((0, 1, 3)),
    ):  # fmt: skip
        with suppress(sqlite3.OperationalError):
            db.execute(sql, (number,))


def _states(db: sqlite3.Connection, dice: Random) -> None:
    """Let games under way say something else here and there."""
    for run, state in db.execute("SELECT id, state FROM runs WHERE state <> ''").fetchall():
        record = json.loads(state)
        for _ in range(dice.choice((1, 1, 2, 5))):
            record = _changed(record, dice)
        text = json.dumps(record)
        text = text[: dice.randrange(len(text) + 1)] if dice.random() < 0.1 else text
        db.execute("UPDATE runs SET state = ? WHERE id = ?", (text, run))


def _changed(value: Any, dice: Random) -> Any:  # noqa: ANN401 (JSON)
    if isinstance(value, dict) and value and dice.random() < 0.95:
        key = dice.choice(sorted(value))
        if dice.random() < 0.05:
            return {name: one for name, one in value.items() if name != key}
        return value | {key: _changed(value[key], dice)}
    if isinstance(value, list) and value and dice.random() < 0.8:
        at = dice.randrange(len(value))
        if dice.random() < 0.15:
            return value[:at] + value[at + dice.choice((0, 1)) :] + value[at : at + 1]
        return [*value[:at], _changed(value[at], dice), *value[at + 1 :]]
    if isinstance(value, int) and dice.random() < 0.5:
        return value + dice.choice((-1, 1, 3))
    return dice.choice(_ODD_JSON)


_ROWS: dict[str, Callable[[sqlite3.Connection, Random], None]] = {
    "schema": _schema,
    "values": _values,
    "words": _words,
    "states": _states,
}


def spoil(data: Path, logs: tuple[Path, ...], dice: Random) -> str:
    """Spoil the save in a folder, perhaps with one of these logs; return how."""
    log = data / LOG
    way = dice.choice((*_BYTES, *_ROWS, "flipped", "states", "words", "log", "folder"))
    if way in _BYTES:
        path = log if log.exists() and dice.random() < 0.5 else data / SAVE
        path.write_bytes(_BYTES[way](path.read_bytes(), dice))
        return f"{way} {'log' if path == log else 'file'}"
    if way in _ROWS:
        with (
            closing(sqlite3.connect(data / SAVE, isolation_level=None)) as db,
            suppress(sqlite3.Error),
        ):
            _ROWS[way](db, dice)
        return way
    if way == "log":
        shutil.copy(dice.choice(logs), log)
        return "another's log"
    place = data / dice.choice((f"{SAVE}-journal", ".opening", "progress.ready.sqlite3"))
    if not place.exists():
        place.write_bytes(dice.randbytes(3_000))
    return "litter beside it"
