"""The tables of the save file in each version, and the steps from one version to the next."""

import sqlite3
from collections.abc import Mapping

VERSION = 3
OWNER = 1
"""The one who plays alone: a person from the first, without a name until one is given."""
MACHINE = 0
"""Whose settings are those of the machine, whoever plays."""
SETTINGS_APART = 3
"""The first version in which it stands with a setting whose it is."""

_PEOPLE = "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL)"
_WATCH_POINTS = (
    "CREATE TABLE watch_points (person INTEGER NOT NULL, pack TEXT NOT NULL,"
    " tier TEXT NOT NULL, PRIMARY KEY (person, pack)) WITHOUT ROWID"
)
_LEFT_OUT = (
    "CREATE TABLE left_out (person INTEGER NOT NULL, pack TEXT NOT NULL,"
    " note TEXT NOT NULL, PRIMARY KEY (person, pack, note)) WITHOUT ROWID"
)
_REPORTS = (
    "CREATE TABLE reports (person INTEGER NOT NULL, pack TEXT NOT NULL,"
    " card TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (person, pack, card))"
    " WITHOUT ROWID"
)
_ANSWERS_BY_CARD = "CREATE INDEX answers_by_card ON answers (person, pack, card)"
_SETTINGS = "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)"
_RUNS_OPEN = "CREATE INDEX runs_open ON runs (id) WHERE ended IS NULL"
# Where rows go one by one, no row has a number of its own: a gap would tell what was there.
TABLES: Mapping[int, Mapping[str, str]] = {
    1: {
        "watch_points": "CREATE TABLE watch_points (pack TEXT PRIMARY KEY, tier TEXT NOT NULL)",
        "left_out": "CREATE TABLE left_out (pack TEXT, note TEXT, PRIMARY KEY (pack, note))",
        "runs": (
            "CREATE TABLE runs (id INTEGER PRIMARY KEY, pack TEXT NOT NULL, state TEXT NOT NULL,"
            " began REAL NOT NULL, ended REAL)"
        ),
        "answers": (
            "CREATE TABLE answers (id INTEGER PRIMARY KEY, run INTEGER NOT NULL,"
            " pack TEXT NOT NULL, card TEXT NOT NULL, verdict TEXT NOT NULL,"
            " points INTEGER NOT NULL, seconds REAL NOT NULL, at REAL NOT NULL)"
        ),
        "settings": _SETTINGS,
        "answers_by_card": "CREATE INDEX answers_by_card ON answers (pack, card)",
        "runs_open": _RUNS_OPEN,
    },
    2: {
        "people": _PEOPLE,
        "watch_points": _WATCH_POINTS,
        "left_out": _LEFT_OUT,
        "runs": (
            "CREATE TABLE runs (id INTEGER PRIMARY KEY, person INTEGER, pack TEXT NOT NULL,"
            " state TEXT NOT NULL, began REAL NOT NULL, ended REAL)"
        ),
        "answers": (
            "CREATE TABLE answers (id INTEGER PRIMARY KEY, person INTEGER NOT NULL,"
            " run INTEGER NOT NULL, pack TEXT NOT NULL, card TEXT NOT NULL,"
            " verdict TEXT NOT NULL, points INTEGER NOT NULL, seconds REAL NOT NULL,"
            " at REAL NOT NULL)"
        ),
        "reports": _REPORTS,
        "settings": _SETTINGS,
        "answers_by_card": _ANSWERS_BY_CARD,
        "runs_open": _RUNS_OPEN,
    },
    # A run is a round, a table's or a daily set's; an answer of no run was rehearsed. The number of
    # somebody who has been removed is given to nobody else: a table's run may still name it.
    3: {
        "people": (
            "CREATE TABLE people (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL)"
        ),
        "watch_points": _WATCH_POINTS,
        "left_out": _LEFT_OUT,
        "runs": (
            "CREATE TABLE runs (id INTEGER PRIMARY KEY, person INTEGER, pack TEXT NOT NULL,"
            " way TEXT NOT NULL, day TEXT NOT NULL, state TEXT NOT NULL, began REAL NOT NULL,"
            " ended REAL)"
        ),
        "answers": (
            "CREATE TABLE answers (id INTEGER PRIMARY KEY, person INTEGER NOT NULL,"
            " run INTEGER, pack TEXT NOT NULL, card TEXT NOT NULL,"
            " verdict TEXT NOT NULL, points INTEGER NOT NULL, seconds REAL NOT NULL,"
            " at REAL NOT NULL, rating INTEGER)"
        ),
        "reports": _REPORTS,
        "envelopes": (
            "CREATE TABLE envelopes (person INTEGER NOT NULL, pack TEXT NOT NULL,"
            " card TEXT NOT NULL, choice TEXT NOT NULL, sure TEXT NOT NULL, sealed REAL NOT NULL,"
            " shown REAL, PRIMARY KEY (person, pack, card)) WITHOUT ROWID"
        ),
        "settings": (
            "CREATE TABLE settings (person INTEGER NOT NULL, key TEXT NOT NULL,"
            " value TEXT NOT NULL, PRIMARY KEY (person, key)) WITHOUT ROWID"
        ),
        "answers_by_card": _ANSWERS_BY_CARD,
        "runs_open": _RUNS_OPEN,
    },
}

# Made anew and filled, not altered: the tables are known again by the words they are made with.
_COPIES: Mapping[int, Mapping[str, str]] = {
    2: {
        "watch_points": "SELECT :owner, pack, tier FROM old_watch_points",
        "left_out": "SELECT :owner, pack, note FROM old_left_out",
        "runs": "SELECT id, :owner, pack, state, began, ended FROM old_runs",
        "answers": "SELECT id, :owner, run, pack, card, verdict, points, seconds, at"
        " FROM old_answers",
        "people": "SELECT :owner, ''",
    },
    3: {
        "people": "SELECT id, name FROM old_people",
        "runs": "SELECT id, person, pack, CASE WHEN person IS NULL THEN 'table' ELSE 'round' END,"
        " '', state, began, ended FROM old_runs",
        "answers": "SELECT id, person, run, pack, card, verdict, points, seconds, at, NULL"
        " FROM old_answers",
        # The rules of an evening, and what the window is like, are the machine's.
        "settings": "SELECT CASE WHEN key = 'full_screen' OR key GLOB 'table_*'"
        " THEN :machine ELSE :owner END, key, value FROM old_settings",
    },
}
"""By the version that a step leads to, what fills its new tables from the old ones."""


def version_of(db: sqlite3.Connection) -> int:
    """Return the version a file says it has, 0 for an empty one."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def lay_out(db: sqlite3.Connection) -> None:
    """Make the tables of this version, and the owner; within a transaction of the caller's."""
    for statement in TABLES[VERSION].values():
        db.execute(statement)
    db.execute("INSERT INTO people VALUES (?, '')", (OWNER,))
    db.execute(f"PRAGMA user_version={VERSION}")


def migrate(db: sqlite3.Connection) -> None:
    """Bring an older file up, version by version; within a transaction of the caller's."""
    for version in range(version_of(db) + 1, VERSION + 1):
        _step(db, version)


def _step(db: sqlite3.Connection, version: int) -> None:
    """Bring a file of the version before to this one; what was its only player's is the owner's."""
    before, after = TABLES[version - 1], TABLES[version]
    for index in (name for name, words in before.items() if _is_index(words)):
        db.execute(f"DROP INDEX {index}")
    moved = [name for name, words in before.items() if _is_moved(name, words, after)]
    for table in moved:
        db.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
    for name, words in after.items():
        if _is_index(words) or before.get(name) != words:
            db.execute(words)
    db.execute(f"PRAGMA user_version={version}")
    whose = {"owner": OWNER, "machine": MACHINE}
    for table, copy in _COPIES[version].items():
        db.execute(f"INSERT INTO {table} {copy}", whose)
    for table in moved:
        db.execute(f"DROP TABLE old_{table}")


def _is_index(words: str) -> bool:
    return words.startswith("CREATE INDEX")


def _is_moved(name: str, words: str, after: Mapping[str, str]) -> bool:
    return not _is_index(words) and after.get(name) != words
