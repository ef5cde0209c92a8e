"""Where files of people lie: those exported, and those of people who were removed."""

import json
import re
import time
from dataclasses import dataclass
from pathlib import Path

from quizgame.storage.filenames import PERSON_FILE, is_device
from quizgame.storage.wholefiles import written_whole

EXPORTED, REMOVED = "people", "people-removed"
_NAMED = re.compile(r'"name": "((?:[^"\\]|\\.)*)"')
LARGEST = 32_000_000
"""Bytes of a file that are read: some hundred thousand answers."""
_HEAD = 4_096
"""Bytes in which the name stands: it comes first."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A file of somebody who was removed, and when it was written (seconds since 1970)."""

    path: Path
    name: str
    at: float


def write(folder: Path, name: str, at: float, data: bytes) -> Path:
    """Write a person's file under a free name, whole or not at all; OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"[^\w-]+", "-", name).strip("-_")[:40] or "player"
    stem = f"_{stem}" if is_device(stem) else stem
    day, number = time.strftime("%Y-%m-%d", time.localtime(at)), 1
    path = folder / f"{stem}-{day}{PERSON_FILE}"
    while path.exists():
        number += 1
        path = folder / f"{stem}-{day}-{number}{PERSON_FILE}"
    with written_whole(path) as half_made:
        half_made.write_bytes(data)
    return path


def read(path: Path) -> bytes:
    """Return what a person's file holds, one byte more than is taken at most; OSError."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def put_by(path: Path, folder: Path) -> bool:
    """Move the file of somebody who has come back to those exported; tell whether it has moved."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target, number = folder / path.name, 1
        while target.exists():
            number += 1
            target = folder / f"{path.stem}-{number}{path.suffix}"
        path.rename(target)
    except OSError:
        return False
    return True


def gone(folder: Path) -> tuple[Gone, ...]:
    """Return who was removed and can be brought back, the last first."""
    try:
        paths = [path for path in folder.iterdir() if path.suffix == PERSON_FILE and path.is_file()]
        dated = [(path.stat().st_mtime, path) for path in paths]
    except OSError:
        return ()
    return tuple(_gone(path, at) for at, path in sorted(dated, reverse=True))


def _gone(path: Path, at: float) -> Gone:
    """Return whose file it is; one that cannot be read is called as the file is."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        head = ""
    named = _NAMED.search(head)
    try:
        name = json.loads(f'"{named[1]}"') if named else ""
    except ValueError:
        name = ""
    return Gone(path, name or path.stem, at)
