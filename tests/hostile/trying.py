"""Trying to install a pack that nobody should, and looking what it left behind."""

import time
from dataclasses import dataclass
from pathlib import Path

from quizgame.services import installing
from quizgame.storage.library import Library
from quizgame.storage.refused import Refusal
from tests.hostile.archives import Hostile


@dataclass(frozen=True, slots=True)
class Tried:
    """What was said (nothing when it was taken), and what lies on the disk that did not before."""

    said: str
    left: tuple[str, ...]
    seconds: float


def tried(hostile: Hostile, folder: Path) -> Tried:
    """Make the archive in a folder and try to install it into a library beside it."""
    given = folder / "given"
    given.mkdir(parents=True)
    path = hostile.make(given)
    before = everything(folder)
    began = time.perf_counter()
    planned = installing.plan(path, Library(folder / "data"))
    seconds = time.perf_counter() - began
    left = tuple(sorted(everything(folder) - before - {"data"}))
    return Tried(str(planned) if isinstance(planned, Refusal) else "", left, seconds)


def everything(folder: Path) -> set[str]:
    """Return every path below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
