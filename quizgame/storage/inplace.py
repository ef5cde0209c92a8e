"""One save takes the place of another in one step, also when the game is killed in between."""

from contextlib import suppress
from pathlib import Path

from quizgame.storage.database import NAME
from quizgame.storage.soundness import COMPANIONS, beside
from quizgame.storage.wholefiles import clear_half_made

STAGED = ".progress.part.sqlite3"
"""A save that is being made ready."""
READY = "progress.ready.sqlite3"
"""What is about to take the place of the save, whole."""


def put_in_place(folder: Path) -> None:
    """Let what is ready be the save; what was there before is elsewhere by now."""
    path, ready = folder / NAME, folder / READY
    for companion in COMPANIONS:
        # Empty by now; the log of one save beside another would spoil it.
        beside(path, companion).unlink(missing_ok=True)
    ready.replace(path)


def finish(folder: Path) -> None:
    """Do to its end what was begun when the game was killed, and clear away what was half made."""
    ready, path = folder / READY, folder / NAME
    with suppress(OSError):
        clear_staged(folder / STAGED)
        clear_half_made(folder)
        if ready.exists() and path.exists():
            ready.unlink()
        elif ready.exists():
            put_in_place(folder)


def clear_staged(staged: Path) -> None:
    """Delete a save that was being made ready."""
    for companion in ("", *COMPANIONS):
        beside(staged, companion).unlink(missing_ok=True)
