"""Files of the player's own, written whole or not at all, and flushed to the disk."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_HALF_MADE = (".*.part*", "*/.*.part*")


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """Give a path to write at; what is there after the block takes the place of `target`.

    Whatever goes wrong leaves what stood there as it was; OSError when it is the disk.
    """
    half_made = target.with_name(f".{target.name}.part")
    half_made.unlink(missing_ok=True)
    try:
        yield half_made
        with half_made.open("rb+") as file:
            os.fsync(file.fileno())
        half_made.replace(target)
        _flush_folder(target.parent)
    finally:
        with suppress(OSError):
            half_made.unlink(missing_ok=True)


def clear_half_made(folder: Path) -> None:
    """Delete what was being written in a folder, or one in it, when the game was killed."""
    for pattern in _HALF_MADE:
        with suppress(OSError):
            for left in folder.glob(pattern):
                left.unlink()


def _flush_folder(folder: Path) -> None:
    """Wait until a new name is on the disk, where a system can."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
