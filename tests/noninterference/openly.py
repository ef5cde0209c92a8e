"""What a save holds, less what only some may see of it."""

import json
import sqlite3
from collections.abc import Collection
from typing import Any

_PRAGMAS = ("user_version", "application_id")
_ANSWERS = "person, run, pack, card, verdict, points, seconds, at"
_TABLES = {
    "people": "id, name",
    "watch_points": "person, pack, tier",
    "left_out": "person, pack, note",
    "settings": "key, value",
    "answers": _ANSWERS,
    "reports": "person, pack, card, at",
}


def saved_openly(
    save: sqlite3.Connection, sides: Collection[int], people: Collection[int]
) -> tuple[str, ...]:
    """Return all that a save holds, but which cards these sides and people had.

    Left out of it: the cards, orders, replies and watch points of these sides in a game under way,
    the rows of these people, the numbers of rows, and how many pages they fill.
    """
    found = [f"{name} {save.execute(f'PRAGMA {name}').fetchone()}" for name in _PRAGMAS]
    found += [str(row) for row in save.execute("SELECT type, name, sql FROM sqlite_master")]
    for table, columns in _TABLES.items():
        rows = save.execute(f"SELECT {columns} FROM {table}").fetchall()  # noqa: S608 (ours)
        hides = columns.startswith("person")
        found += [f"{table} {row}" for row in rows if not (hides and row[0] in people)]
    runs = save.execute("SELECT id, person, pack, began, ended, state FROM runs ORDER BY id")
    found += [f"runs {row[:-1]} {_openly(row[-1], sides)}" for row in runs]
    return tuple(found)


def _openly(state: str, sides: Collection[int]) -> str:
    """Return a saved game without what these sides have before them."""
    record: dict[str, Any] = json.loads(state) if state else {}
    if "house" not in record:
        return state
    if _hidden(record["turn"], sides):
        for name in ("phase", "desk", "stake", "looked_away"):
            record[name] = "hidden"
    record["turn"], *record["ahead"] = [
        [*turn[:4], "hidden", "hidden"] if _hidden(turn, sides) else turn
        for turn in (record["turn"], *record["ahead"])
    ]
    record["ledger"] = [
        [*entry[:5], "hidden", "hidden", "hidden"] if entry[2] in sides else entry
        for entry in record["ledger"]
    ]
    record["burnt"] = [burnt for burnt in record["burnt"] if burnt[0] not in sides]
    for player in record["players"]:
        if _side(player) in sides:
            player["tier"] = "hidden"
    return json.dumps(record)


def _hidden(turn: list[Any], sides: Collection[int]) -> bool:
    return turn[1] in sides or turn[2] in sides


def _side(player: dict[str, Any]) -> int:
    return -int(player["team"]) or int(player["id"])
