"""Looking for packs in folders, without opening any."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quizgame.storage.filenames import INSIDE, SUFFIXES
from quizgame.storage.packindex import Stamp
from quizgame.storage.refused import printable


@dataclass(frozen=True, slots=True)
class Spot:
    """A file or folder that may be a pack, and its stamp; None where even that cannot be read."""

    path: str
    stamp: Stamp | None

    @property
    def name(self) -> str:
        """What a player sees of the path."""
        name = os.path.basename(self.path)  # noqa: PTH119 (a thousand of them, at each start)
        return name if name.isascii() and name.isprintable() else printable(name, len(name))

    @property
    def added(self) -> float:
        """When it was put there, in whole seconds since 1970."""
        return float(self.stamp[1] // 1_000_000_000) if self.stamp else 0.0


def spots_in(folders: Iterable[Path]) -> tuple[list[Spot], list[str]]:
    """Return what may be packs, folder by folder and by name, and a sentence for each fault."""
    found: list[Spot] = []
    troubles: list[str] = []
    for folder in folders:
        try:
            if folder.is_dir():
                found += _spots(folder)
        except OSError as error:
            reason = (error.strerror or "an error").lower()
            troubles.append(f"The folder {folder.name} cannot be read: {reason}.")
    return found, troubles


def spot_at(path: str) -> Spot:
    """Return one spot as it is now."""
    try:
        inside = os.path.join(path, INSIDE) if os.path.isdir(path) else path  # noqa: PTH112, PTH118
        return Spot(path, _stamp(os.stat(inside)))  # noqa: PTH116
    except OSError:
        return Spot(path, None)


def _spots(folder: Path) -> list[Spot]:
    with os.scandir(folder) as entries:
        found = [spot for entry in entries if (spot := _spot(entry))]
    return sorted(found, key=lambda spot: spot.path)


def _spot(entry: os.DirEntry[str]) -> Spot | None:
    named = os.path.splitext(entry.name)[1].lower() in SUFFIXES  # noqa: PTH122
    try:
        if not entry.is_dir():
            return Spot(entry.path, _stamp(entry.stat())) if named else None
        inside = os.path.join(entry.path, INSIDE)  # noqa: PTH118
        if os.path.isfile(inside):  # noqa: PTH113
            return Spot(entry.path, _stamp(os.stat(inside)))  # noqa: PTH116
    except OSError:
        # It may be one: reading it will tell what is wrong.
        return Spot(entry.path, None)
    return Spot(entry.path, None) if named else None


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size
