"""Catalogues: found, searched, and held against what is installed."""

import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from quizgame.domain import languages
from quizgame.domain.packs import PackFace
from quizgame.domain.searching import folded
from quizgame.domain.versions import order
from quizgame.services.sequels import LATER, instead_of_title, knows
from quizgame.storage.addresses import (
    AddressError,
    checked,
    entry_address,
    on_this_machine,
    on_web,
    steps_inside,
)
from quizgame.storage.catalogue import (
    LONGEST,
    MOST_BYTES,
    NAME,
    Catalogue,
    Entry,
    NoCatalogueError,
    read,
)
from quizgame.storage.download import Hear, Wanted, copied, download, fetched
from quizgame.storage.library import Library
from quizgame.storage.packformat import FORMAT
from quizgame.storage.patience import USUAL, Patience
from quizgame.storage.progress import Progress
from quizgame.storage.refused import printable
from quizgame.storage.web import NotFetchedError

_HOST = re.compile(
    r"(?:localhost|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}|(?:[0-9]+\.){3}[0-9]+)(?::[0-9]+)?/|[\w.-]+:[0-9]+/"
)
"""What begins so is most likely an address without its first part."""


@dataclass(frozen=True, slots=True)
class OpenedCatalogue:
    """A catalogue and where it was found: the address of its index, or the folder it lies in."""

    catalogue: Catalogue
    place: str | Path


@dataclass(frozen=True, slots=True)
class Step:
    """A pack that is installed in one version and stands in the catalogue in a later one."""

    entry: Entry
    installed: PackFace

    def told(self, *, hidden: bool = False) -> tuple[str, ...]:
        """Return the lines that say what would change for a player; less of a `hidden` sequel."""
        before, after = self.installed, self.entry
        lines = [f"{after.id} {before.version} -> {after.version}"]
        known = {printable(note, LONGEST) for note in before.notes.values()}
        notes = [note for note in after.notes if note not in known]
        if notes:
            lines.append(f"    new content notes: {LATER if hidden else ', '.join(notes)}")
        if after.licence != printable(before.licence, LONGEST):
            lines.append(f"    new licence: {after.licence or 'none is given'}")
        return tuple(lines)


def open_catalogue(said: str, patience: Patience = USUAL) -> OpenedCatalogue:
    """Return the catalogue at an address, a folder or a file; NotFetchedError when there is none.

    What does not end in `.json` is taken for the folder that holds an `index.json`.
    """
    place: str | Path
    if on_web(said):
        data, place = fetched(_index_address(said), MOST_BYTES, patience)
    else:
        index = Path(said) if said.endswith(".json") else Path(said) / NAME
        data, place = _local(index), index.parent
    try:
        return OpenedCatalogue(read(data), place)
    except NoCatalogueError as error:
        message = f"What stands at {said} is no catalogue: {error}."
        raise NotFetchedError(message) from None


def web_address(said: str) -> str:
    """Return an address of the web as it goes over the wire; NotFetchedError for another."""
    try:
        return checked(said)
    except AddressError as error:
        message = f"This address cannot be opened: it {error}."
        raise NotFetchedError(message) from None


def _index_address(said: str) -> str:
    address = web_address(said)
    path, _, query = address.partition("?")
    return address if path.endswith(".json") or query else f"{path.rstrip('/')}/{NAME}"


def _local(index: Path) -> bytes:
    try:
        if stat.S_ISREG(index.stat().st_mode):
            with index.open("rb") as file:
                return file.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        pass
    mend = "quizgame packs index FOLDER makes one"
    if _HOST.match(index.as_posix()) and not index.parent.exists():
        mend = "an address begins with http:// or https://"
    message = f"There is no catalogue at {index} ({mend})."
    raise NotFetchedError(message)


def found(entries: Iterable[Entry], words: Iterable[str]) -> tuple[Entry, ...]:
    """Return the entries that hold every word, in part at least, by title."""
    wanted = folded(" ".join(words)).split()
    some = (entry for entry in entries if all(word in _said_of(entry) for word in wanted))
    return tuple(sorted(some, key=lambda entry: (folded(entry.title), entry.id)))


def _said_of(entry: Entry) -> str:
    spoken = languages.names(entry.language)
    return folded(
        " ".join((entry.title, entry.id, entry.tagline, entry.kind, spoken, *entry.authors))
    )


def unreadable(entry: Entry) -> str:
    """Return why this quizgame could not read a pack, or nothing when it can."""
    lowest, highest = entry.format
    if lowest <= FORMAT <= highest:
        return ""
    newer = "a newer quizgame" if lowest > FORMAT else "an older quizgame"
    return f"{entry.id} {entry.version} is for {newer}"


def beside(entry: Entry, installed: Mapping[str, PackFace]) -> str:
    """Return how an entry stands to the pack of its id that is there, or nothing without one."""
    face = installed.get(entry.id)
    if face is None:
        return ""
    have, has = order(face.version), order(entry.version)
    if have == has:
        return "you have it"
    newer = "this is newer" if has > have else "that is newer"
    return f"you have version {face.version}; {newer}"


def upgrades(
    catalogue: Catalogue, installed: Mapping[str, PackFace], ids: Iterable[str]
) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """Return what would change among the packs installed, by id, and a sentence on the rest.

    Without ids all of them are looked for; a pack by an id that is not to be had is told.
    """
    asked = tuple(dict.fromkeys(ids))
    steps: list[Step] = []
    told: list[str] = []
    for pack_id in asked or sorted(installed):
        entry, face = catalogue.entry(pack_id), installed.get(pack_id)
        version = face.version if face else ""
        if face is None:
            told.append(f"{printable(pack_id)} is not installed.")
        elif entry is None:
            told += [f"{pack_id} is not in this catalogue."] if asked else []
        elif order(entry.version) < order(version):
            told.append(f"{pack_id} stays at {version}; the catalogue has only {entry.version}.")
        elif order(entry.version) == order(version):
            told += [f"{pack_id} {version} is up to date."] if asked else []
        elif unreadable(entry):
            told.append(f"{unreadable(entry)}; {version} stays.")
        else:
            steps.append(Step(entry, face))
    return tuple(steps), tuple(told)


def obtained(
    opened: OpenedCatalogue, entry: Entry, data_folder: Path, hear: Hear, patience: Patience = USUAL
) -> Path:
    """Return the file of an entry, fetched into the staging folder; whoever asked removes it.

    NotFetchedError says in one sentence why there is none.
    """
    if unreadable(entry):
        message = f"{unreadable(entry)}; nothing was changed."
        raise NotFetchedError(message)
    wanted = Wanted(where(opened, entry), entry.size, entry.sha256)
    if on_web(wanted.address):
        return download(wanted, data_folder, hear, patience)
    return copied(Path(wanted.address), wanted, data_folder)


def where(opened: OpenedCatalogue, entry: Entry) -> str:
    """Return the address or path of an entry's file; NotFetchedError if it leads astray."""
    place = opened.place
    try:
        if isinstance(place, str):
            return entry_address(place, entry.address)
        if on_web(entry.address):
            return checked(entry.address)
        steps = steps_inside(entry.address)
    except AddressError as error:
        message = f"The address of {entry.id} in the catalogue {error}; nothing was changed."
        raise NotFetchedError(message) from None
    path = place.joinpath(*steps)
    if not path.resolve().is_relative_to(place.resolve()):
        message = (
            f"The file of {entry.id} lies outside the catalogue's folder; nothing was changed."
        )
        raise NotFetchedError(message)
    return str(path)


def in_the_open(address: str) -> bool:
    """Tell whether what comes from an address can be read and changed on the way."""
    try:
        return address.lower().startswith("http://") and not on_this_machine(address)
    except ValueError:
        # It is no address, as will be told when it is opened.
        return False


def as_shown(entries: Iterable[Entry], library: Library, progress: Progress) -> Iterator[Entry]:
    """Yield entries as this player may see them: a sequel may tell how the story before ends."""
    known = cache(lambda pack_id: knows(pack_id, library, progress))
    for entry in entries:
        if entry.follows and not known(entry.follows):
            title, notes = instead_of_title(entry.follows), (LATER,) if entry.notes else ()
            yield replace(entry, title=title, tagline="", notes=notes)
        else:
            yield entry
