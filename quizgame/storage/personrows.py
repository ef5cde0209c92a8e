"""The rows of a person: all of them taken out of a save, and those of somebody new put in.

A run goes along as a number that its answers share, and as it stands if it is not ended. They are
1, 2, 3... in the order in which the runs began, never the save's own: those would tell how much
others here have played.
"""

import sqlite3
from collections.abc import Callable, Mapping
from typing import Any

from quizgame.storage.kept import DAILY, REHEARSAL
from quizgame.storage.persontables import TABLES, Row

Rows = Mapping[str, list[Row]]
"""By table the rows of a person, as `TABLES` has their columns."""
_OF_THEIR_OWN = tuple(table for table in TABLES if table not in {"answers", "days", "games"})
_ANSWERS = (
    "SELECT a.pack, a.card, a.verdict, a.points, a.seconds, a.at, a.rating, ifnull(r.way, ?), r.id"
    " FROM answers a LEFT JOIN runs r ON a.run = r.id WHERE a.person = ? ORDER BY a.id"
)
_DAYS = (
    "SELECT pack, day, id FROM runs WHERE person = ? AND day <> '' AND ended IS NOT NULL"
    " ORDER BY id"
)
_GAMES = (
    "SELECT pack, way, day, id, began, state FROM runs WHERE person = ? AND ended IS NULL"
    " ORDER BY id"
)
_Run = tuple[str, str, int | None]
"""A run as a file knows it: its pack, its way, and its number, which older files do not have."""
Select = Callable[..., list[Any]]
"""Returns the rows of a query, given the query and its values."""


def taken_out(select: Select, person: int) -> Rows:
    """Return all that is kept of a person."""
    rows = {
        table: [list(row) for row in select(_reading(table), person)] for table in _OF_THEIR_OWN
    }
    answers = [list(row) for row in select(_ANSWERS, REHEARSAL, person)]
    days, games = list(select(_DAYS, person)), list(select(_GAMES, person))
    runs = {row[-1] for row in answers} | {row[3] for row in games}
    numbers = {run: number for number, run in enumerate(sorted(runs - {None}), 1)}
    return {
        **rows,
        "answers": [[*row, numbers.get(run)] for *row, run in answers],
        "days": [[*row, numbers[run]] for *row, run in days if run in numbers],
        "games": [[*row, numbers[run], began, state] for *row, run, began, state in games],
    }


def put_in(db: sqlite3.Connection, person: int, rows: Rows) -> int:
    """Keep these rows for a person who is new; return how many of them said nothing new.

    Within a transaction of the caller's. Of a pack there is one round at most, and one set a day.
    """
    kept = 0
    for table in _OF_THEIR_OWN:
        marks = ", ".join("?" * (len(TABLES[table].columns) + 1))
        sql = f"INSERT OR IGNORE INTO {table} ({_names(table)}) VALUES ({marks})"  # noqa: S608
        kept += db.executemany(sql, [[person, *row] for row in rows[table]]).rowcount
    newest = {(pack, way, day): game for game in rows["games"] for pack, way, day, *_ in [game]}
    games = list(newest.values())
    runs = _put_in_runs(db, person, rows["answers"], games)
    answering = (
        "INSERT INTO answers"
        " (pack, card, verdict, points, seconds, at, rating, run, person)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    given = [
        (pack, *told, runs.get((pack, way, number)), person)
        for pack, *told, way, number in rows["answers"]
    ]
    db.executemany(answering, given)
    for pack, day, number in rows["days"]:
        naming = "UPDATE runs SET day = ? WHERE id = ? AND day = ''"
        kept += db.execute(naming, (day, runs.get((pack, DAILY, number)))).rowcount
    return sum(map(len, rows.values())) - len(given) - len(games) - kept


def _put_in_runs(
    db: sqlite3.Connection, person: int, answers: list[Row], games: list[Row]
) -> Mapping[_Run, int | None]:
    """Keep the runs of these answers, ended unless they are games; return their numbers here."""
    played = {
        (pack, way, number): ("", 0, "", 0) for pack, *_, way, number in answers if way != REHEARSAL
    }
    left = {
        (pack, way, number): (day, began, state, None)
        for pack, way, day, number, began, state in games
    }
    runs = sorted({**played, **left}.items(), key=lambda run: run[0][-1] or 0)
    sql = "INSERT INTO runs (person, pack, way, day, began, state, ended) VALUES (?,?,?,?,?,?,?)"
    return {
        (pack, way, number): db.execute(sql, (person, pack, way, *told)).lastrowid
        for (pack, way, number), told in runs
    }


def _names(table: str) -> str:
    return ", ".join(("person", *(column.name for column in TABLES[table].columns)))


def _reading(table: str) -> str:
    names = ", ".join(column.name for column in TABLES[table].columns)
    return f"SELECT {names} FROM {table} WHERE person = ?"  # noqa: S608 (names of ours)
