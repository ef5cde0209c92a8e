"""What a player can do with the whole save: back it up, restore it, take it along, bring one in."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from quizgame.storage.backups import (
    AFTER_RESTORE,
    BEFORE_RESTORE,
    BEFORE_UPDATE,
    BY_HAND,
    Backup,
    backups,
    has_nothing,
    keep,
    write_save,
)
from quizgame.storage.database import NAME, open_file, set_aside, take_lock
from quizgame.storage.inplace import finish, put_in_place
from quizgame.storage.refused import printable, system_says
from quizgame.storage.restoring import Said, agreed, bring, said_in, said_in_ruin
from quizgame.storage.soundness import (
    FROZEN,
    BrokenError,
    NewerError,
    check,
    connect_to,
    is_closed,
)


class SavesError(Exception):
    """What was asked for cannot be done; its words are one sentence for the player."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of the save before: backed up, or damaged and set aside under a name.

    `asked_again` counts the watch points that are to be said again.
    """

    backup: Backup | None
    aside: str
    asked_again: int


def back_up(folder: Path, stamp: str) -> Backup:
    """Write a backup that stays until the player deletes it; SavesError."""
    with _reading(folder) as save, _told("the backup cannot be written"):
        return keep(save, folder, stamp, BY_HAND)


def export(folder: Path, target: Path) -> None:
    """Write the whole save into one file, which is not there yet; SavesError."""
    if target.exists():
        message = f"'{printable(str(target))}' is there already; name another file"
        raise SavesError(message)
    if not target.parent.is_dir():
        message = f"there is no folder '{printable(str(target.parent))}'; make it first"
        raise SavesError(message)
    with _reading(folder) as save, _told("the file cannot be written"):
        write_save(save, target)


def find(folder: Path, name: str) -> Backup:
    """Return a backup by its number or the name of its file; SavesError."""
    for one in backups(folder):
        if name in {str(one.number), f"{one.number:04}", one.path.name, one.path.stem}:
            return one
    message = f"no backup is called '{printable(name)}'; see: quizgame saves list"
    raise SavesError(message)


def take_up(folder: Path, source: Path, stamp: str) -> Restored:
    """Let a save take the place of the one there is, which is backed up first; SavesError.

    It is backed up, too: should it be damaged before the next day's backup, there is no other that
    the player did not go back from.
    """
    if not source.is_file():
        message = f"there is no file at '{printable(str(source))}'"
        raise SavesError(message)
    with _alone(folder), _told("the save cannot be put in place"):
        finish(folder)
        with _judged(f"'{printable(source.name)}'"):
            bring(folder, source)
        backup, damaged, said = _put_by(folder, stamp)
        asked = agreed(folder, said)
        aside = set_aside(folder / NAME, stamp) if damaged else ""
        put_in_place(folder)
        with (
            suppress(sqlite3.Error, OSError, BrokenError),
            closing(connect_to(folder / NAME, FROZEN)) as db,
        ):
            keep(db, folder, stamp, AFTER_RESTORE)
    return Restored(backup, aside, asked)


def _put_by(folder: Path, stamp: str) -> tuple[Backup | None, bool, Said | None]:
    """Back the present save up; return the backup, if the save is damaged, and what it says."""
    path = folder / NAME
    if not path.exists():
        return None, False, None
    try:
        with closing(open_file(path, lambda db: keep(db, folder, stamp, BEFORE_UPDATE))) as db:
            backup = None if has_nothing(db) else keep(db, folder, stamp, BEFORE_RESTORE)
            return backup, False, said_in(db)
    except BrokenError:
        return None, True, said_in_ruin(path)
    except NewerError:
        message = "the save here was written by a newer quizgame; update quizgame first"
        raise SavesError(message) from None


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep games from opening meanwhile; SavesError where one has."""
    with _told("the folder for progress cannot be written"):
        folder.mkdir(parents=True, exist_ok=True)
        lock = take_lock(folder)
    if lock is None:
        message = "quizgame is open with this save; close it, then try again"
        raise SavesError(message)
    with closing(lock):
        yield


@contextmanager
def _reading(folder: Path) -> Iterator[sqlite3.Connection]:
    """Give a sound save, which a game may have open, to be read; SavesError."""
    path = folder / NAME
    if not path.is_file():
        message = f"nothing has been saved yet in '{printable(str(folder))}'"
        raise SavesError(message)
    # With its log if there is one, else as it lies there.
    how = FROZEN if is_closed(path) else "mode=ro"
    with (
        _judged("the save"),
        _told("the save cannot be read"),
        closing(connect_to(path, how)) as save,
    ):
        check(save)
        yield save


@contextmanager
def _judged(what: str) -> Iterator[None]:
    """Turn what is wrong with a file into one sentence."""
    try:
        yield
    except (BrokenError, UnicodeError):
        message = f"{what} is damaged, or no save of quizgame; nothing was changed"
        raise SavesError(message) from None
    except NewerError:
        message = f"{what} was written by a newer quizgame; update quizgame first"
        raise SavesError(message) from None


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Turn what the disk would not do into one sentence."""
    try:
        yield
    except OSError as error:
        message = f"{what}: {system_says(error)}"
        raise SavesError(message) from None
    except sqlite3.Error as error:
        message = f"{what}: {error}"
        raise SavesError(message) from None
