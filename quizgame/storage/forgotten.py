"""A mark that something is being forgotten, kept with the forgetting itself, both or neither.

A game may be killed when what it forgot is out of the log but not yet out of the file. By the mark
the next start knows that those rows were taken away, and not lost. It goes as soon as they are out
of the file, so that nothing tells how often anything was forgotten, or how much.
"""

import sqlite3

from quizgame.storage.migrations import MACHINE, SETTINGS_APART, version_of

KEY = "forgetting"
_WHERE = "person = ? AND key = ?"


def mark_forgetting(db: sqlite3.Connection) -> None:
    """Keep that something is being forgotten, within the transaction that forgets it."""
    db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?, '')", (MACHINE, KEY))


def is_forgetting(db: sqlite3.Connection) -> bool:
    """Tell whether what was forgotten in a save, of whatever version, may be in the file still."""
    if version_of(db) < SETTINGS_APART:
        return False
    marked = f"SELECT 1 FROM settings WHERE {_WHERE}"  # noqa: S608 (words of ours)
    return db.execute(marked, (MACHINE, KEY)).fetchone() is not None


def unmark(db: sqlite3.Connection) -> None:
    """Keep that what was forgotten is gone."""
    db.execute(f"DELETE FROM settings WHERE {_WHERE}", (MACHINE, KEY))  # noqa: S608
