"""Making a catalogue over a folder of packs: only what is open to everybody goes in."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from quizgame.domain.versions import order
from quizgame.storage.addresses import AddressError, inside, steps_inside
from quizgame.storage.catalogue import Entry
from quizgame.storage.download import MOST
from quizgame.storage.filenames import BUILT
from quizgame.storage.packfile import load
from quizgame.storage.packformat import FORMAT


@dataclass(frozen=True, slots=True)
class Indexed:
    """The entries by id; a sentence for each file that is no sound pack, and for each older one."""

    entries: tuple[Entry, ...]
    troubles: tuple[str, ...]
    older: tuple[str, ...]


def indexed(folder: Path, index: Path) -> Indexed:
    """Return an entry for each `.quizpack` in a folder; of two versions of a pack the later one.

    The index is to lie at `index`: beside the packs or above them.
    """
    entries: dict[str, Entry] = {}
    troubles: list[str] = []
    older: list[str] = []
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() != BUILT or not path.is_file():
            continue
        entry = _entry_of(path, index)
        if isinstance(entry, str):
            troubles.append(f"{path.name} is left out: {entry}.")
            continue
        other = entries.get(entry.id)
        if other and order(other.version) >= order(entry.version):
            entry, other = other, entry
        if other:
            told = f"{entry.address} holds {entry.id} {entry.version}"
            older.append(f"{other.address} ({other.version}) is left out: {told}.")
        entries[entry.id] = entry
    rows = sorted(entries.values(), key=lambda entry: entry.id)
    return Indexed(tuple(rows), tuple(troubles), tuple(older))


def _entry_of(path: Path, index: Path) -> Entry | str:
    """Return the entry of a file, or why it has none."""
    if path.stat().st_size > MOST:
        return f"it is larger than {MOST // 1_000_000} MB"
    data = path.read_bytes()
    loaded = load(path)
    if loaded.pack is None:
        return loaded.refusal
    try:
        steps = path.resolve().relative_to(index.resolve().parent).parts
        address = inside(steps_inside(inside(steps)))
    except ValueError:
        return "the index must lie beside the packs or above them"
    except AddressError as error:
        return f"its address {error}"
    face = loaded.pack.face
    return Entry(
        id=face.id,
        title=face.title,
        version=face.version,
        kind=face.kind,
        language=face.language,
        licence=face.licence,
        authors=face.authors,
        tagline=face.tagline,
        notes=tuple(face.notes.values()),
        format=(FORMAT, FORMAT),
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        address=address,
        follows=face.follows,
    )
