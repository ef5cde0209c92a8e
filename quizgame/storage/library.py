"""The player's own packs on disk: added, put away, removed, and nothing ever lost."""

import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from secrets import token_hex

from quizgame.domain.packs import PackFace
from quizgame.storage.archive import open_pack
from quizgame.storage.filenames import BUILT, file_stem
from quizgame.storage.packfile import load
from quizgame.storage.packfolders import spots_in
from quizgame.storage.paths import PACKS, PACKS_OFF, PACKS_REMOVED, STAGING
from quizgame.storage.refused import PackRefusedError, printable, system_says

_ID_LINE = re.compile(rb"^id:[ \t]*[\"']?(?P<id>[a-z0-9-]+)[\"']?[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_ABANDONED = 3_600
"""Seconds after which a staged pack is waited for by nobody."""
_NUMBERED = re.compile(r"_?(?P<id>[^.]+)\.(?P<number>[0-9]{1,9})(?P<suffix>\.[a-z]+)?")


class Place(Enum):
    """Where a pack is."""

    SHIPPED = "ships with the game"
    ON = "installed"
    OFF = "put away"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Owned:
    """A pack that there is: its id, its face if it can be played, where it lies.

    Of a pack that cannot be played the id is the name of its file. `number` counts what was
    removed under one id, the last of them highest; 0 for all others.
    """

    id: str
    face: PackFace | None
    place: Place
    path: Path
    size: int
    number: int = 0


class LibraryError(Exception):
    """What was asked for cannot be done; its words are one sentence for the player."""


class Library:
    """The packs in a player's folder, and those that ship, which nobody can take away."""

    def __init__(self, folder: Path, shipped: Path | None = None) -> None:
        self.folder = folder
        names = {Place.ON: PACKS, Place.OFF: PACKS_OFF, Place.REMOVED: PACKS_REMOVED}
        self._folders = {place: folder / name for place, name in names.items()}
        if shipped is not None:
            self._folders[Place.SHIPPED] = shipped

    def folder_of(self, place: Place) -> Path | None:
        """Return the folder in which packs of a place lie; None when none ship."""
        return self._folders.get(place)

    def packs(self, *places: Place) -> tuple[Owned, ...]:
        """Return the packs of some places, or of all, by place and id."""
        found = [
            _owned(path, place) for place in places or tuple(Place) for path in self._paths(place)
        ]
        order = list(Place)
        return tuple(sorted(found, key=lambda one: (order.index(one.place), one.id, -one.number)))

    def find(self, pack_id: str, *places: Place) -> Owned | None:
        """Return the pack of an id in one of some places; of the removed ones, the last."""
        found = [
            _owned(path, place)
            for place in places or tuple(Place)
            for path in self._paths(place)
            if _may_be(path, place, pack_id)
        ]
        return max((one for one in found if one.id == pack_id), key=_latest, default=None)

    def _paths(self, place: Place) -> list[Path]:
        folder = self._folders.get(place)
        # A folder is made when something is first put there; one that cannot be read holds none.
        found, _ = spots_in((folder,)) if folder else ([], [])
        return [Path(spot.path) for spot in found]

    # -- putting packs there and taking them away ----------------------------------------------

    def staging(self) -> Path:
        """Return a fresh path to make a pack at; what an earlier try left behind is deleted.

        What is fresh itself stays: another window may be asking whether to keep it.
        """
        folder = self.folder / STAGING
        with _told("the folder for packs cannot be written"):
            folder.mkdir(parents=True, exist_ok=True)
            for left in folder.iterdir():
                with suppress(OSError):
                    if time.time() - left.stat().st_mtime > _ABANDONED:
                        left.unlink()
        return folder / f"{token_hex(8)}{BUILT}"

    def unstage(self, staged: Path) -> None:
        """Delete a pack that is not to be kept after all."""
        with suppress(OSError):
            staged.unlink(missing_ok=True)
            staged.parent.rmdir()

    def install(self, staged: Path, pack_id: str) -> tuple[Path, Path | None]:
        """Move a finished pack among the others; return its path, and where an older one went.

        The pack is there or it is not: should the machine stop half way, the older one stands.
        """
        with _told("the pack cannot be kept"):
            _flush(staged)
            target, kept = self._put(staged, BUILT, pack_id)
        self.unstage(staged)
        return target, kept

    def disable(self, pack_id: str) -> Path:
        """Put a pack away: it keeps its progress and is not on the shelf."""
        return self._move(pack_id, Place.ON, Place.OFF)

    def enable(self, pack_id: str) -> Path:
        """Bring back a pack that was put away."""
        return self._move(pack_id, Place.OFF, Place.ON)

    def remove(self, pack_id: str) -> Path:
        """Take a pack away; `restore` brings it back."""
        found = self._wanted(pack_id, Place.ON, Place.OFF)
        with _told(f"'{pack_id}' cannot be removed"):
            target = self._numbered(pack_id, found.path)
            found.path.replace(target)
        return target

    def restore(self, pack_id: str) -> tuple[Path, Path | None]:
        """Bring back what was last removed under an id; what stands there now goes in its place."""
        found = self._wanted(pack_id, Place.REMOVED)
        suffix = found.path.suffix if found.path.is_file() else ""
        with _told(f"'{pack_id}' cannot be brought back"):
            return self._put(found.path, suffix, pack_id)

    def _put(self, pack: Path, suffix: str, pack_id: str) -> tuple[Path, Path | None]:
        """Move a pack among the others; return its path, and where the one of its id went."""
        older = self.find(pack_id, Place.ON, Place.OFF)
        target = self.folder / PACKS / f"{file_stem(pack_id)}{suffix}"
        target.parent.mkdir(parents=True, exist_ok=True)
        if older is None or older.path != target:
            target = _free(target)
        kept = self._numbered(pack_id, older.path) if older else None
        try:
            if older and kept and older.path == target:
                (_copy if target.is_file() else Path.replace)(target, kept)
            pack.replace(target)
        except OSError:
            if kept and kept.exists():
                kept.unlink() if target.is_file() else kept.replace(target)
            raise
        if older and kept and not kept.exists():
            older.path.replace(kept)
        _flush_folder(target.parent)
        return target, kept

    def _move(self, pack_id: str, here: Place, there: Place) -> Path:
        found = self._wanted(pack_id, here)
        folder = self._folders[there]
        with _told(f"'{pack_id}' cannot be moved"):
            folder.mkdir(parents=True, exist_ok=True)
            target = _free(folder / found.path.name)
            found.path.replace(target)
        return target

    def _wanted(self, pack_id: str, *places: Place) -> Owned:
        """Return the pack of an id in one of the places; LibraryError says where it is instead."""
        found = self.find(pack_id, *places)
        if found is not None:
            return found
        elsewhere = self.find(pack_id)
        shown = printable(pack_id)
        if elsewhere is None:
            told = f"no pack has the id '{shown}'; see: quizgame packs list"
        elif elsewhere.place is Place.SHIPPED:
            told = f"'{shown}' ships with the game and stays"
        elif elsewhere.place is Place.REMOVED:
            told = f"'{shown}' is removed; bring it back with: quizgame packs restore {shown}"
        else:
            told = f"'{shown}' is {elsewhere.place.value} already"
        raise LibraryError(told)

    def _numbered(self, pack_id: str, path: Path) -> Path:
        """Return where a pack goes when it is taken away: behind all that went before it."""
        folder = self.folder / PACKS_REMOVED
        folder.mkdir(parents=True, exist_ok=True)
        named = (_NUMBERED.fullmatch(path.name) for path in folder.iterdir())
        numbers = [int(one["number"]) for one in named if one and one["id"] == pack_id]
        suffix = path.suffix.casefold() if path.is_file() else ""
        return folder / f"{file_stem(pack_id)}.{max(numbers, default=0) + 1}{suffix}"


def _free(target: Path) -> Path:
    """Return this path, or one beside it where some other pack lies that has the name only."""
    if not os.path.lexists(target):
        return target
    return target.with_name(f"{target.stem}-{token_hex(4)}{target.suffix}")


def _latest(one: Owned) -> tuple[int, int]:
    """Order packs of one id by how near they are to being played, and by when they were removed."""
    return -list(Place).index(one.place), one.number


def _may_be(path: Path, place: Place, pack_id: str) -> bool:
    """Tell by a glance at a pack, which costs a fiftieth of reading it, whether it has the id."""
    if place is Place.REMOVED:
        named = _NUMBERED.fullmatch(path.name)
        return bool(named) and named["id"] == pack_id if named else path.stem == pack_id
    if path.stem.removeprefix("_") == pack_id:
        return True
    try:
        said = _ID_LINE.search(open_pack(path).yaml)
    except PackRefusedError:
        return False
    return said is None or said["id"].decode() == pack_id


def _owned(path: Path, place: Place) -> Owned:
    loaded = load(path)
    face = loaded.pack.face if loaded.pack else None
    stem, number = path.name.removesuffix(path.suffix) if path.is_file() else path.name, 0
    named = _NUMBERED.fullmatch(path.name) if place is Place.REMOVED else None
    if named:
        stem, number = named["id"], int(named["number"])
    return Owned(face.id if face and not named else stem, face, place, path, _size(path), number)


def _size(path: Path) -> int:
    with suppress(OSError):
        files = (path,) if path.is_file() else path.rglob("*")
        return sum(file.stat().st_size for file in files if file.is_file())
    return 0


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Turn what the disk would not do into one sentence."""
    try:
        yield
    except OSError as error:
        message = f"{what}: {system_says(error)}"
        raise LibraryError(message) from None


def _copy(path: Path, to: Path) -> None:
    """Let a file be under a second name as well: no copy where the disk can do without."""
    try:
        os.link(path, to)
    except OSError:
        shutil.copyfile(path, to)
        _flush(to)


def _flush(path: Path) -> None:
    """Wait until a file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Wait until a new name is on the disk, where a system can."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
