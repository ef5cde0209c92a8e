"""The tables of the save file in each version, and the step from one version to the next."""

import sqlite3
from collections.abc import Mapping

VERSION = 2
OWNER = 1
"""The one who plays alone: a person from the first, without a name until one is given."""

_SETTINGS = "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)"
_RUNS_OPEN = "CREATE INDEX runs_open ON runs (id) WHERE ended IS NULL"
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
    # Where rows go one by one, no row has a number of its own: a gap would tell what was there.
    2: {
        "people": "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
        "watch_points": (
            "CREATE TABLE watch_points (person INTEGER NOT NULL, pack TEXT NOT NULL,"
            " tier TEXT NOT NULL, PRIMARY KEY (person, pack)) WITHOUT ROWID"
        ),
        "left_out": (
            "CREATE TABLE left_out (person INTEGER NOT NULL, pack TEXT NOT NULL,"
            " note TEXT NOT NULL, PRIMARY KEY (person, pack, note)) WITHOUT ROWID"
        ),
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
        "reports": (
            "CREATE TABLE reports (person INTEGER NOT NULL, pack TEXT NOT NULL,"
            " card TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (person, pack, card))"
            " WITHOUT ROWID"
        ),
        "settings": _SETTINGS,
        "answers_by_card": "CREATE INDEX answers_by_card ON answers (person, pack, card)",
        "runs_open": _RUNS_OPEN,
    },
}

# Made anew and filled, not altered: the tables are known again by the words they are made with.
_MOVED = ("watch_points", "left_out", "runs", "answers", "settings")
_REPLACED = ("answers_by_card", "runs_open")
_COPIES = (
    "INSERT INTO watch_points SELECT :owner, pack, tier FROM old_watch_points",
    "INSERT INTO left_out SELECT :owner, pack, note FROM old_left_out",
    "INSERT INTO runs SELECT id, :owner, pack, state, began, ended FROM old_runs",
    "INSERT INTO answers SELECT id, :owner, run, pack, card, verdict, points, seconds, at"
    " FROM old_answers",
    "INSERT INTO settings SELECT key, value FROM old_settings",
)


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
    """Bring version 1 to 2, all of it the owner's; within a transaction of the caller's."""
    for table in _MOVED:
        db.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
    for index in _REPLACED:
        db.execute(f"DROP INDEX {index}")
    lay_out(db)
    for copy in _COPIES:
        db.execute(copy, {"owner": OWNER})
    for table in _MOVED:
        db.execute(f"DROP TABLE old_{table}")
