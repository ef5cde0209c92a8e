"""Adding a pack to the player's own: first a plan that says what it is, then keeping it.

Everything a plan tells is safe for people who know nothing of the story: it is the pack's face, and
what any file tells by itself. What is kept is never the file that was given but a new one built
from it, so nothing of how a foreign archive was made remains.

    plan(path, library)   reads, checks and builds, in a hidden folder: a `Plan` or a `Refusal`
    keep(plan, library)   moves what was built among the packs in one step: `Kept` or a `Refusal`
    forget(plan, library) deletes it instead

`path` may be a file of any origin, downloaded or picked, or a folder; it is only read.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.domain.versions import order
from quizgame.services.sequels import MOST_SIGNS, shown_byline, shown_notes, shown_title
from quizgame.storage.archive import OpenedPack, fingerprint, open_pack
from quizgame.storage.faults import Fault
from quizgame.storage.filenames import composed
from quizgame.storage.library import Library, LibraryError, Owned, Place
from quizgame.storage.packbuild import build, named_media
from quizgame.storage.packfile import read_pack
from quizgame.storage.packfolders import spot_at
from quizgame.storage.refused import PackRefusedError, Refusal, printable, system_says

if TYPE_CHECKING:
    from quizgame.domain.packs import PackFace
    from quizgame.storage.progress import Progress

_STEP = 100_000


class Standing(Enum):
    """What a pack would be beside those there are."""

    NEW = "new"
    UPDATE = "an update"
    SAME_VERSION = "another copy of the version you have"
    OLDER = "an older version than you have"
    THE_SAME = "the very same as you have"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A pack made ready, and what may be said of it.

    `notes` holds the labels of its content notes, `size` how many bytes will be kept; `given` and
    `kept` are sha256 in hex of what was given (of a folder: of what is played of it) and of what
    will be kept. `standing` compares it with `older`, its version ("" without one), which `keep`
    puts aside; `away` when that one is switched off.
    """

    id: str
    title: str
    byline: str
    poster: tuple[str, str]
    kind: str
    authors: tuple[str, ...]
    licence: str
    notes: tuple[str, ...]
    language: str
    version: str
    size: int
    given: str
    kept: str
    standing: Standing
    older: str
    away: bool
    staged: Path


@dataclass(frozen=True, slots=True)
class Kept:
    """A pack that is installed now: its file, and where the one before it went, if any."""

    id: str
    title: str
    path: Path
    put_aside: Path | None


def plan(path: Path, library: Library, progress: "Progress | None" = None) -> Plan | Refusal:
    """Return what keeping the pack at a path would mean; nothing but a hidden file is written.

    `progress` tells whether the title of a sequel may be shown; without it, it is not.
    """
    before = spot_at(str(path)).stamp
    try:
        pack = open_pack(path)
        loaded = read_pack(pack.yaml, pack.name)
        if loaded.pack is None:
            return Refusal(Fault.NOT_A_PACK, f"this cannot be played: {loaded.refusal}")
        face = loaded.pack.face
        if library.find(face.id, Place.SHIPPED):
            told = f"a pack with the id '{face.id}' ships with the game"
            return Refusal(Fault.REPEATED_ID, told, "another pack needs an id of its own")
        staged = library.staging()
    except PackRefusedError as error:
        return error.refusal
    except LibraryError as error:
        return Refusal(Fault.UNREADABLE, str(error))
    made: Plan | Refusal = Refusal(Fault.UNREADABLE, "the pack could not be made ready")
    try:
        made = _planned(path, pack, face, staged, library, progress)
        if spot_at(str(path)).stamp != before:
            # Else the fingerprint that is told might be that of another file.
            told = "the file was changed while it was looked at"
            made = Refusal(Fault.UNREADABLE, told, "try again")
    except PackRefusedError as error:
        made = error.refusal
    except OSError as error:
        made = Refusal(Fault.UNREADABLE, f"the pack cannot be made ready: {system_says(error)}")
    finally:
        if isinstance(made, Refusal):
            library.unstage(staged)
    return made


def keep(planned: Plan, library: Library) -> Kept | Refusal:
    """Install what was planned; an older pack of its id is put aside and can be restored."""
    same = planned.standing is Standing.THE_SAME
    there = library.find(planned.id, Place.ON) if same and not planned.away else None
    if there is not None:
        library.unstage(planned.staged)
        return Kept(planned.id, planned.title, there.path, None)
    try:
        if same and planned.away:
            library.unstage(planned.staged)
            return Kept(planned.id, planned.title, library.enable(planned.id), None)
        path, aside = library.install(planned.staged, planned.id)
    except LibraryError as error:
        library.unstage(planned.staged)
        return Refusal(Fault.UNREADABLE, str(error))
    return Kept(planned.id, planned.title, path, aside)


def forget(planned: Plan, library: Library) -> None:
    """Delete what was made ready."""
    library.unstage(planned.staged)


def page(planned: Plan) -> Iterator[str]:
    """Yield what is told before anything is kept, line by line."""
    version = f"version {planned.version}"
    if planned.older and planned.standing is not Standing.THE_SAME:
        version += f" (you have {planned.older})"
    yield f"{planned.title}"
    yield f"  id           {planned.id}"
    yield f"  kind         {planned.kind}, in {planned.language}, {version}"
    yield f"  by           {', '.join(planned.authors) or 'nobody who says so'}"
    yield f"  licence      {planned.licence or 'none is given'}"
    yield f"  notes        {', '.join(planned.notes) or 'none'}"
    yield f"  size         {told_size(planned.size)}"
    yield f"  given        sha256 {planned.given}"
    yield f"  to be kept   sha256 {planned.kept}"
    yield f"  this is      {planned.standing.value}"


def told_size(size: int) -> str:
    """Return a size rounded up so far that it tells little of what is in a pack."""
    return f"{-(-size // _STEP) * _STEP / 1_000_000:.1f} MB"


def _planned(  # noqa: PLR0913, PLR0917 (all of it goes into one value)
    path: Path,
    pack: OpenedPack,
    face: "PackFace",
    staged: Path,
    library: Library,
    progress: "Progress | None",
) -> Plan:
    with staged.open("xb") as file:
        # That something of a hidden card is missing is not for whoever installs it to learn.
        build(pack, file, whole=False)
    kept = _sha256(staged)
    older = library.find(face.id, Place.ON, Place.OFF)
    return Plan(
        id=face.id,
        title=shown_title(face, library, progress),
        byline=shown_byline(face, library, progress),
        poster=face.poster,
        kind=face.kind,
        authors=tuple(printable(author, MOST_SIGNS) for author in face.authors),
        licence=printable(face.licence),
        notes=shown_notes(face, library, progress),
        language=face.language,
        version=face.version,
        size=staged.stat().st_size,
        given=_sha256(path) if path.is_file() else _fingerprint(pack),
        kept=kept,
        standing=_standing(face.version, kept, older),
        older=older.face.version if older and older.face else "",
        away=older is not None and older.place is Place.OFF,
        staged=staged,
    )


def _fingerprint(pack: OpenedPack) -> str:
    named = {composed(one.name) for one in named_media(pack.yaml)}
    return fingerprint(pack, named & pack.media.keys())


def _standing(version: str, kept: str, older: Owned | None) -> Standing:
    if older is None:
        return Standing.NEW
    if older.path.is_file() and _sha256(older.path) == kept:
        return Standing.THE_SAME
    if older.face is None or order(version) > order(older.face.version):
        return Standing.UPDATE
    same = order(version) == order(older.face.version)
    return Standing.SAME_VERSION if same else Standing.OLDER


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
