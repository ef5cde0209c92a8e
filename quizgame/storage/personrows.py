"""The rows of a person: all of them taken out of a save, and those of somebody new put in.

A run goes along only as a number that its answers share. They are 1, 2, 3... in the order in which
the runs come up, never the save's own: those would tell how much others here have played.
"""

import sqlite3
from collections.abc import Callable, Mapping
from typing import Any

from quizgame.storage.kept import DAILY, REHEARSAL
from quizgame.storage.persontables import TABLES, Row

Rows = Mapping[str, list[Row]]
"""By table the rows of a person, as `TABLES` has their columns."""
_OF_THEIR_OWN = tuple(table for table in TABLES if table not in {"answers", "days"})
_ANSWERS = (
    "SELECT a.pack, a.card, a.verdict, a.points, a.seconds, a.at, a.rating, ifnull(r.way, ?), r.id"
    " FROM answers a LEFT JOIN runs r ON a.run = r.id WHERE a.person = ? ORDER BY a.id"
)
_DAYS = (
    "SELECT pack, day, id FROM runs WHERE person = ? AND day <> '' AND ended IS NOT NULL"
    " ORDER BY id"
)
Select = Callable[..., list[Any]]
"""Returns the rows of a query, given the query and its values."""


def taken_out(select: Select, person: int) -> Rows:
    """Return all that is kept of a person."""
    rows = {
        table: [list(row) for row in select(_reading(table), person)] for table in _OF_THEIR_OWN
    }
    numbers: dict[int, int] = {}
    answers = [list(row) for row in select(_ANSWERS, REHEARSAL, person)]
    for row in answers:
        if row[-1] is not None:
            row[-1] = numbers.setdefault(row[-1], len(numbers) + 1)
    days = [[pack, day, numbers[run]] for pack, day, run in select(_DAYS, person) if run in numbers]
    return {**rows, "answers": answers, "days": days}


def put_in(db: sqlite3.Connection, person: int, rows: Rows) -> int:
    """Keep these rows for a person who is new; return how many of them said nothing new.

    Within a transaction of the caller's. Answers go into runs of their way that are ended.
    """
    kept = 0
    for table in _OF_THEIR_OWN:
        marks = ", ".join("?" * (len(TABLES[table].columns) + 1))
        sql = f"INSERT OR IGNORE INTO {table} ({_names(table)}) VALUES ({marks})"  # noqa: S608
        kept += db.executemany(sql, [[person, *row] for row in rows[table]]).rowcount
    answering = (
        "INSERT INTO answers"
        " (pack, card, verdict, points, seconds, at, rating, run, person)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    runs: dict[tuple[str, str, int | None], int | None] = {}
    for pack, *told, way, number in rows["answers"]:
        key = pack, way, number
        if key not in runs:
            runs[key] = None if way == REHEARSAL else _ended_run(db, person, pack, way)
        db.execute(answering, (pack, *told, runs[key], person))
    for pack, day, number in rows["days"]:
        naming = "UPDATE runs SET day = ? WHERE id = ? AND day = ''"
        kept += db.execute(naming, (day, runs.get((pack, DAILY, number)))).rowcount
    return sum(map(len, rows.values())) - len(rows["answers"]) - kept


def _names(table: str) -> str:
    return ", ".join(("person", *(column.name for column in TABLES[table].columns)))


def _reading(table: str) -> str:
    names = ", ".join(column.name for column in TABLES[table].columns)
    return f"SELECT {names} FROM {table} WHERE person = ?"  # noqa: S608 (names of ours)


def _ended_run(db: sqlite3.Connection, person: int, pack_id: str, way: str) -> int | None:
    sql = "INSERT INTO runs (person, pack, way, day, state, began, ended) VALUES (?,?,?,'','',0,0)"
    return db.execute(sql, (person, pack_id, way)).lastrowid
