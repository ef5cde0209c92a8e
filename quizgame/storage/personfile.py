"""A person as one file: all that is kept of them, to take along, to set aside, to bring back."""

import json
import math
from collections.abc import Callable
from typing import Any

from quizgame.storage.people import plain
from quizgame.storage.personfolder import LARGEST
from quizgame.storage.progress import Progress

FORMAT = 1
_MOST = 1_000_000
_LONGEST = 1_000
_HIGHEST = 2**53

_TEXT = (str,)
_NUMBER = (int, float)
_TABLES: dict[str, tuple[tuple[str, tuple[type, ...], bool], ...]] = {
    "watch_points": (("pack", _TEXT, False), ("tier", _TEXT, False)),
    "left_out": (("pack", _TEXT, False), ("note", _TEXT, False)),
    "reports": (("pack", _TEXT, False), ("card", _TEXT, False), ("at", _NUMBER, False)),
    "settings": (("key", _TEXT, False), ("value", _TEXT, False)),
    "envelopes": (
        ("pack", _TEXT, False),
        ("card", _TEXT, False),
        ("choice", _TEXT, False),
        ("sure", _TEXT, False),
        ("sealed", _NUMBER, False),
        ("shown", _NUMBER, True),
    ),
    "answers": (
        ("pack", _TEXT, False),
        ("card", _TEXT, False),
        ("verdict", _TEXT, False),
        ("points", (int,), False),
        ("seconds", _NUMBER, False),
        ("at", _NUMBER, False),
        ("rating", (int,), True),
        ("way", _TEXT, False),
    ),
}
"""By table, the columns that go along: name, kinds of value, and whether it may be missing."""


class NoPersonError(ValueError):
    """The file holds no person; its words are one sentence for the player."""


def exported(progress: Progress, person: int) -> bytes:
    """Return all that is kept of a person, as JSON; unfinished games stay behind."""
    name = next((one.name for one in progress.people() if one.id == person), "")
    record: dict[str, Any] = {"quizgame-person": FORMAT, "name": name}
    for table, columns in _TABLES.items():
        names = [column for column, _, _ in columns]
        record[table] = progress.rows_of(person, table, names)
    return json.dumps(record, ensure_ascii=False, indent=0).encode("utf-8")


def imported(progress: Progress, data: bytes, free: Callable[[str], str]) -> int:
    """Keep the person of a file beside those who are here, and return their number.

    `free` makes their name one that nobody has. NoPersonError says what is wrong with the file.
    """
    record = _record(data)
    tables = {table: _rows(record, table) for table in _TABLES}
    name = free(plain(str(record.get("name", "")))[:_LONGEST])
    return progress.take_in(name, {table: (_names(table), rows) for table, rows in tables.items()})


def _names(table: str) -> list[str]:
    return [column for column, _, _ in _TABLES[table]]


def _record(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST:
        message = "This file is too large to be a person of quizgame."
        raise NoPersonError(message)
    try:
        record = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict) or "quizgame-person" not in record:
        message = "This is no file of a person: those are written by People, Export."
        raise NoPersonError(message)
    if record["quizgame-person"] != FORMAT:
        message = "This person comes from a newer quizgame; update the game, then import again."
        raise NoPersonError(message)
    return record


def _rows(record: dict[str, Any], table: str) -> list[list[Any]]:
    found = record.get(table, [])
    if not isinstance(found, list) or len(found) > _MOST:
        raise _damaged(table)
    for row in found:
        if not isinstance(row, list) or len(row) != len(_TABLES[table]):
            raise _damaged(table)
        for value, (_, kinds, may_lack) in zip(row, _TABLES[table], strict=True):
            if not _fits(value, kinds, may_lack=may_lack):
                raise _damaged(table)
    return found


def _fits(value: object, kinds: tuple[type, ...], *, may_lack: bool) -> bool:
    if value is None:
        return may_lack
    if isinstance(value, bool) or not isinstance(value, kinds):
        return False
    if isinstance(value, str):
        return len(value) <= _LONGEST and value == plain(value)
    return isinstance(value, int | float) and math.isfinite(value) and abs(value) < _HIGHEST


def _damaged(table: str) -> NoPersonError:
    return NoPersonError(f"This person's file is damaged at '{table}', so nothing was imported.")
