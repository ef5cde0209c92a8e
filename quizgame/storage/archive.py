"""Opening a pack, which is a YAML file, a folder or a zip: its text, and its pictures and sounds.

A zip may come from anybody. It is read where it lies and never unpacked to disk, and all that is
read is bounded before it is read.
"""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import NoReturn, Protocol

from quizgame.storage import media, zipdirectory
from quizgame.storage.faults import Fault
from quizgame.storage.filenames import DEEPEST, INSIDE, ZIPS, composed, objection
from quizgame.storage.refused import PackRefusedError, Refusal, refuse, system_says
from quizgame.storage.yamlnodes import MOST_BYTES
from quizgame.storage.zipdirectory import MOST_ENTRIES, MOST_UNPACKED, Entry, bad

_MOST_LOOKED_AT = 20_000
_ARCHIVES = {"zip", "quizpack", "7z", "rar", "tar", "gz", "tgz", "xz", "bz2", "zst", "jar", "cab"}
_TEXTS = {"txt", "md"}
_TEXT_NAMES = {"licence", "license", "readme", "notice", "copying", "authors"}
# What systems put into every folder, and so into every zip made of one.
_LITTER = {".ds_store", "thumbs.db", "desktop.ini"}
_LITTER_FOLDER = "__macosx"


class OpenedPack(Protocol):
    """A pack whose text has been read and whose other files can be.

    `media` maps the name of each picture and sound, as cards write it, to its size in bytes;
    `besides` holds the names of other files in it, which are never read. `bare` tells a file that
    stands alone, with its pictures beside it. Where something is not to be taken, `media` and
    `read` raise PackRefusedError.
    """

    name: str
    yaml: bytes
    bare: bool

    @property
    def media(self) -> Mapping[str, int]:
        """The pictures and sounds in it."""

    @property
    def besides(self) -> tuple[str, ...]:
        """The other files in it."""

    def read(self, name: str) -> bytes:
        """Return the bytes of a picture or sound, which is what its name says it is."""


def open_pack(path: Path) -> OpenedPack:
    """Return the pack at a path; PackRefusedError when there is none that may be read."""
    with _system_faults("the file cannot be read"):
        folder = path.is_dir()
        file = path / INSIDE if folder else path
        if folder and not file.exists():
            refuse(Fault.UNREADABLE, f"this folder holds no {INSIDE}")
        if folder and not file.resolve().is_relative_to(path.resolve()):
            refuse(Fault.UNREADABLE, f"the {INSIDE} of this folder lies elsewhere")
        if not stat.S_ISREG(file.stat().st_mode):
            refuse(Fault.UNREADABLE, "this is not a file")
        if file.suffix.casefold() in ZIPS:
            return ZipPack(file)
        return FolderPack(file)


def fingerprint(pack: OpenedPack, names: Iterable[str]) -> str:
    """Return the sha256 of a pack's text and the files of these names, however it is packed."""
    whole = hashlib.sha256()
    for name in (INSIDE, *sorted(names)):
        data = pack.yaml if name == INSIDE else pack.read(name)
        whole.update(f"{len(name.encode())} {len(data)} {name}\n".encode())
        whole.update(data)
    return whole.hexdigest()


@contextmanager
def _system_faults(told: str, entry: str = "") -> Iterator[None]:
    """Turn what the system would not do into a sentence."""
    try:
        yield
    except OSError as error:
        said = f"{told}: {system_says(error)}"
        refuse(Fault.UNREADABLE, said, entry=entry)
    except ValueError:
        # A name with a NUL in it.
        refuse(Fault.UNREADABLE, "no file can have this name")


class FolderPack:
    """A pack in a folder, or one that is a bare file with its pictures beside it."""

    def __init__(self, file: Path) -> None:
        self._folder = file.parent
        self.name = file.name
        self.bare = file.name != INSIDE
        with file.open("rb") as opened:
            self.yaml = opened.read(MOST_BYTES + 1)

    @property
    def media(self) -> Mapping[str, int]:
        """The pictures and sounds in the folder; of a bare file, those beside it."""
        return MappingProxyType({name: size for name, (_, size) in self._listed.items()})

    @property
    def besides(self) -> tuple[str, ...]:
        """Nothing: whatever else lies in an author's folder is the author's."""
        return ()

    def read(self, name: str) -> bytes:
        """Return the bytes of a picture or sound, which is what its name says it is."""
        found = self._listed.get(composed(name))
        if found is None:
            missing(name)
        path, size = found
        if size > media.MOST_BYTES:
            media.too_large(name)
        with _system_faults("a file in the folder cannot be read", name), path.open("rb") as opened:
            data = opened.read(media.MOST_BYTES + 1)
        media.inspected(data, name)
        return data

    @cached_property
    def _listed(self) -> dict[str, tuple[Path, int]]:
        with _system_faults("the folder cannot be read"):
            found = {composed(name): (path, size) for name, path, size in self._files()}
        many = len(found) > MOST_ENTRIES
        if not self.bare and (many or sum(size for _, size in found.values()) > MOST_UNPACKED):
            told = f"the folder holds more than {MOST_ENTRIES} pictures and sounds, or too large"
            refuse(Fault.TOO_BIG, told, "leave something out")
        return found

    def _files(self) -> Iterator[tuple[str, Path, int]]:
        """Yield name, path and size of each picture and sound; a link may not lead out."""
        home, looked = self._folder.resolve(), 0
        for folder, folders, files in os.walk(self._folder):
            inside = PurePosixPath(Path(folder).relative_to(self._folder).as_posix())
            # Beside a bare file only the next folders count: it may lie among everything else.
            deepest = 1 if self.bare else DEEPEST - 1
            deep = len(inside.parts) >= deepest
            folders[:] = sorted(f for f in folders if not f.startswith(".")) if not deep else []
            looked += len(folders) + len(files)
            if looked > _MOST_LOOKED_AT:
                return
            for file in sorted(files):
                path, name = Path(folder) / file, str(inside / file)
                if not media.kind_of(file) or file.startswith("."):
                    continue
                odd = _odd(name, path, home)
                if odd is None:
                    yield name, path, path.stat().st_size
                elif not self.bare:
                    raise PackRefusedError(odd)


def _odd(name: str, path: Path, home: Path) -> Refusal | None:
    """Return why a file of a folder is not to be read, or None."""
    told = objection(name)
    if told:
        return Refusal(Fault.ODD_FILE, told, "give the file a plain name", name)
    real = path.resolve()
    if not real.is_relative_to(home):
        told = "a link in the folder leads out of it"
        return Refusal(Fault.ODD_FILE, told, "put in the file itself", name)
    if not real.is_file():
        return Refusal(Fault.ODD_FILE, "something in the folder is no file", "take it out", name)
    return None


class ZipPack:
    """A pack in a zip; each picture and sound is unpacked in memory when it is asked for."""

    bare = False

    def __init__(self, path: Path) -> None:
        self._path = path
        self.name = path.name
        with path.open("rb") as file:
            entries = zipdirectory.read_directory(file)
            self._media, self.besides = _sorted_out(entries)
            self.yaml = zipdirectory.unpacked(file, entries[INSIDE])
        self.media: Mapping[str, int] = MappingProxyType(
            {name: entry.size for name, entry in self._media.items()}
        )

    def read(self, name: str) -> bytes:
        """Return the bytes of a picture or sound, which is what its name says it is."""
        entry = self._media.get(composed(name))
        if entry is None:
            missing(name)
        with _system_faults("the zip cannot be read", name), self._path.open("rb") as file:
            data = zipdirectory.unpacked(file, entry)
        media.inspected(data, name)
        return data


def missing(name: str) -> NoReturn:
    """Refuse to read a file that is not in the pack."""
    refuse(Fault.NO_MEDIA, "the pack does not hold a picture or sound it names", "", name)


def _sorted_out(entries: dict[str, Entry]) -> tuple[dict[str, Entry], tuple[str, ...]]:
    """Return the pictures and sounds, and the names of other files; refuse what may not be."""
    inside = entries.get(INSIDE)
    if inside is None:
        deeper = next((name for name in entries if name.endswith(f"/{INSIDE}")), "")
        told = f"its {INSIDE} lies in a folder" if deeper else f"the zip holds no {INSIDE}"
        bad(told, "zip what is in the folder, not the folder", deeper)
    if inside.size > MOST_BYTES:
        bad(f"its {INSIDE} is larger than 8 MB", "make it smaller")
    found: dict[str, Entry] = {}
    besides = []
    for name, entry in entries.items():
        if entry.is_folder or name == INSIDE or _is_litter(name):
            continue
        if media.kind_of(name):
            if entry.size > media.MOST_BYTES:
                told = f"a picture or sound in it is larger than {media.MOST_BYTES // 1_000_000} MB"
                bad(told, "make it smaller", name)
            found[composed(name)] = entry
            continue
        _check_kind(name)
        besides.append(name)
    return found, tuple(sorted(besides))


def _check_kind(name: str) -> None:
    """Refuse files that no pack needs."""
    file = name.rpartition("/")[2].casefold()
    stem, _, suffix = file.rpartition(".")
    if file in {INSIDE, "pack.yml"}:
        bad(f"a second {INSIDE} lies in it", "leave it out", name)
    if suffix in _ARCHIVES:
        bad("another archive lies in it", "leave it out", name)
    if not (suffix in _TEXTS or (not stem and file in _TEXT_NAMES)):
        bad("a file in it is of a kind that packs do not hold", "leave it out", name)


def _is_litter(name: str) -> bool:
    parts = name.casefold().split("/")
    return parts[0] == _LITTER_FOLDER or parts[-1] in _LITTER
