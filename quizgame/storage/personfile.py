"""A person as one file: all that is kept of them, to take along, to set aside, to bring back.

It is JSON: `quizgame-person` is the version, `name` what they are called, and each table of
`persontables` is a list of rows, the values in the order of its columns. A file in which a value is
of the wrong kind is refused as a whole; of a sound file, rows that make no sense are left out (a
card answered in the year 3000, a setting that is the machine's). An answer ends with the number of
its run, which older files do not have: theirs are taken for one run of each pack and way. A game
that was not ended is there as it was left; a table's is nobody's, and stays behind.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from quizgame.storage.people import plain
from quizgame.storage.personfolder import LARGEST
from quizgame.storage.persontables import LONGEST, TABLES, Row
from quizgame.storage.progress import Progress

FORMAT = 1
_MOST = 1_000_000


class NoPersonError(ValueError):
    """The file holds no person, or cannot; its words are one sentence for the player."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Who came out of a file, and how many of its rows made no sense and were left out."""

    person: int
    left_out: int = 0


def exported(progress: Progress, person: int) -> bytes:
    """Return all that is kept of a person, as JSON.

    What was done while the clock had gone astray is of the first or last day that makes sense.
    NoPersonError when there is more than would be read again.
    """
    name = next((one.name for one in progress.people() if one.id == person), "")
    record: dict[str, Any] = {"quizgame-person": FORMAT, "name": name}
    for table, rows in progress.everything_of(person).items():
        kind = TABLES[table]
        record[table] = [kind.bounded(row) for row in rows if kind.fitted(row)]
    for table in ("settings", "games"):
        # The machine's, and what could not be taken up here either.
        record[table] = [row for row in record[table] if TABLES[table].sense(*row)]
    data = json.dumps(record, ensure_ascii=False, indent=0).encode("utf-8")
    if len(data) > LARGEST:
        message = "More is kept of this player than a file of one can hold."
        raise NoPersonError(message)
    return data


def is_of(progress: Progress, person: int, data: bytes) -> bool:
    """Tell whether a file says the same of somebody as is kept here, but for what they have seen.

    How far they have watched may have to be said again. Those without a name who have answered
    nothing are all alike.
    """
    try:
        kept, told = (_record(each) for each in (exported(progress, person), data))
        # An older file does not have all of them.
        there = told.keys() & TABLES.keys() - {"watch_points"}
        alike = all(_rows(kept, one) == _rows(told, one) for one in there)
    except NoPersonError:
        return False
    known = bool(told["name"] or told.get("answers"))
    return known and alike and kept["name"] == told["name"]


def imported(
    progress: Progress,
    data: bytes,
    free: Callable[[str], str],
    *,
    mark: str = "",
    number: int | None = None,
) -> Arrival:
    """Keep the person of a file beside those who are here, all of it or nothing.

    `free` makes their name one that nobody has; `mark` is kept with them, and `number` is theirs if
    they have been here before. NoPersonError says what is wrong with the file.
    """
    record = _record(data)
    told = {table: _rows(record, table) for table in TABLES}
    rows = {
        table: [row for row in found if TABLES[table].sense(*row)] for table, found in told.items()
    }
    name = free(plain(record["name"])[:LONGEST])
    person, nothing_new = progress.welcome(name, rows, mark, number=number)
    return Arrival(person, nothing_new + _count(told) - _count(rows))


def mark_of(data: bytes) -> str:
    """Return by what a file is known again, whatever it is called."""
    return sha256(data).hexdigest()


def _count(rows: dict[str, list[Row]]) -> int:
    return sum(map(len, rows.values()))


def _record(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST:
        message = "This file is too large to be a player of quizgame; choose another."
        raise NoPersonError(message)
    try:
        record = json.loads(data.decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        record = None
    version = record.get("quizgame-person") if isinstance(record, dict) else None
    if isinstance(record, dict) and type(version) is int and version > FORMAT:
        message = "This person comes from a newer quizgame; update the game, then import again."
        raise NoPersonError(message)
    named = isinstance(record, dict) and isinstance(record.get("name"), str)
    if not isinstance(record, dict) or not named or type(version) is not int or version != FORMAT:
        message = "This is no file of a player; ‘Save to a file’ on a player’s page writes those."
        raise NoPersonError(message)
    return record


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return what is told by key; ValueError where something is told twice."""
    record = dict(pairs)
    if len(record) < len(pairs):
        raise ValueError
    return record


def _rows(record: dict[str, Any], table: str) -> list[Row]:
    found = record.get(table, [])
    if not isinstance(found, list) or len(found) > _MOST:
        raise _damaged(table)
    rows = []
    for each in found:
        row = TABLES[table].fitted(each)
        if row is None:
            raise _damaged(table)
        rows.append(row)
    return rows


def _damaged(table: str) -> NoPersonError:
    wrong = f"This player’s file is damaged at '{table}', so nothing was imported"
    return NoPersonError(f"{wrong}; save the player to a file once more.")
