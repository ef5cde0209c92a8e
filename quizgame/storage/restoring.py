"""A backup, or a save from elsewhere, takes the place of the save there is.

Nobody's watch point may rise by it without their saying so: somebody may have taken theirs back
since. Where the save that goes does not say the same as the one that comes, it stands at ASK: the
player is asked again, and until then it is as if they had seen nothing.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from quizgame.storage.backups import newest_sound, nobody_was_here, write_save
from quizgame.storage.database import (
    NAME,
    in_transaction,
    open_file,
    open_sound,
    set_aside,
)
from quizgame.storage.inplace import READY, STAGED, clear_staged, put_in_place
from quizgame.storage.kept import ASK, OWNER
from quizgame.storage.migrations import version_of
from quizgame.storage.soundness import FROZEN, beside, connect_to, copied_to_look, is_closed

_ASKED = ", and asks again how far you have watched."
_SAID = (
    "SELECT w.person, p.name, w.pack, w.tier FROM watch_points w JOIN people p ON w.person = p.id"
)

Said = frozenset[tuple[int, str, str, str]]
"""Who has watched how far, as a save says it: number and name, pack, tier."""


def said_in(db: sqlite3.Connection) -> Said | None:
    """Return how far everybody has watched; None where nobody has said or done anything."""
    return None if nobody_was_here(db) else frozenset(db.execute(_SAID))


def said_in_ruin(path: Path) -> Said:
    """Return what can still be read of that in a damaged file: what it says with its log and not.

    A watch point that was taken back may stand in one of the two only.
    """
    try:
        with closing(connect_to(path, FROZEN)) as alone:
            said = _read(alone)
        if not is_closed(path):
            # SQLite itself may take a log away that it does not know what to do with.
            with copied_to_look(path) as copy, closing(connect_to(copy, "mode=rw")) as with_log:
                said &= _read(with_log)
    except (sqlite3.Error, UnicodeError):
        return frozenset()
    return said


def _read(db: sqlite3.Connection) -> Said:
    """Return what a save of whatever version says."""
    first = f"SELECT {OWNER}, '', pack, tier FROM watch_points"  # noqa: S608 (a number of ours)
    return frozenset(db.execute(_SAID if version_of(db) > 1 else first))


def bring(folder: Path, source: Path) -> None:
    """Copy a save into the folder and bring it up to this version, to be `agreed` and put in place.

    BrokenError, NewerError, sqlite3.Error or OSError when it cannot be had from `source`.
    """
    import shutil  # noqa: PLC0415 (no start needs it but one that has to mend something)

    staged = folder / STAGED
    clear_staged(staged)
    try:
        for companion in ("", "-wal"):
            if beside(source, companion).exists():
                shutil.copyfile(beside(source, companion), beside(staged, companion))
        open_file(staged).close()
    except BaseException:
        clear_staged(staged)
        raise


def agreed(folder: Path, said: Said | None) -> int:
    """Make what was brought ready to be put in place; return how many watch points are asked again.

    `said` is how far everybody has watched as the save says it that goes.
    """
    staged = folder / STAGED
    try:
        with closing(open_sound(staged)) as db:
            asked = in_transaction(db, lambda db: _ask_again(db, said))
            write_save(db, folder / READY)
    finally:
        clear_staged(staged)
    return asked


def replace_ruin(folder: Path, stamp: str, *, empty: bool) -> tuple[sqlite3.Connection, str | None]:
    """Set a damaged save aside, and go on from the newest backup; sqlite3.Error or OSError.

    Return it with one sentence for the player. Of one that is `empty` where there is no backup
    nothing is told: its first start was cut short, and nothing has been lost.
    """
    path = folder / NAME
    for backup in newest_sound(folder):
        bring(folder, backup.path)
        asked = agreed(folder, said_in_ruin(path))
        name = set_aside(path, stamp)
        put_in_place(folder)
        told = f"The saved progress was damaged and is kept as {name}; the game goes on from the "
        told += f"backup of {backup.made}{_ASKED if asked else '.'}"
        return open_sound(path), told
    if empty:
        return open_sound(path), None
    name = set_aside(path, stamp)
    told = f"The saved progress was damaged; it was kept as {name}. A new one begins."
    return open_file(path), told


def _ask_again(db: sqlite3.Connection, said: Said | None) -> int:
    """Return how many watch points stand at ASK now."""
    if said is None:
        # Nobody here has said anything that could be overruled.
        return 0
    unsure = [(person, pack) for person, _, pack, _ in frozenset(db.execute(_SAID)) - said]
    asked = "UPDATE watch_points SET tier = ? WHERE person = ? AND pack = ?"
    db.executemany(asked, [(ASK, *doubt) for doubt in unsure])
    return len(unsure)
