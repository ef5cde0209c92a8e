"""The packs there are, told to players: what is on the face of each, and where it lies."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgame.services.installing import told_size
from quizgame.services.sequels import hidden, shown_notes, shown_title
from quizgame.storage.library import Library, Owned, Place
from quizgame.storage.refused import printable

if TYPE_CHECKING:
    from quizgame.storage.progress import Progress

_HEADINGS = ("ID", "TITLE", "VERSION", "KIND", "LANGUAGE", "LICENCE", "SIZE", "")
_WIDEST = 40


def listed(library: Library, progress: "Progress") -> Iterator[str]:
    """Yield a table of all packs: those that ship, the player's own, those put away and removed."""
    rows: list[tuple[str, ...]] = [_HEADINGS]
    packs = library.packs()
    there = {one.id for one in packs if one.place in {Place.ON, Place.OFF}}
    rows += [
        (*_row(one, library, progress), _state(one, updated=one.id in there))
        for one in packs
        if _open(one)
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _open(one: Owned) -> bool:
    """Leave out what ships and goes on with another story: its player may not know of it yet."""
    return one.place is not Place.SHIPPED or not (one.face and one.face.follows)


def _row(one: Owned, library: Library, progress: "Progress") -> tuple[str, ...]:
    if one.face is None:
        told = ("cannot be played", "", "", "", "")
    else:
        face = one.face
        title = printable(shown_title(face, library, progress), _WIDEST)
        told = (title, face.version, face.kind, face.language, printable(face.licence))
    return (printable(one.id), *told, told_size(one.size))


def _state(one: Owned, *, updated: bool) -> str:
    """Return where a pack is; of one that was removed, why, if another of its id is there."""
    if one.place is Place.REMOVED and updated:
        return f"version {one.face.version if one.face else one.number}, from before the update"
    return f"{one.place.value} ({one.number})" if one.number else one.place.value


def shown(one: Owned, library: Library, progress: "Progress") -> Iterator[str]:
    """Yield what may be said of one pack, line by line."""
    face = one.face
    if face is None:
        yield f"{printable(one.id)} cannot be played; see: quizgame packs check {_path(one)}"
        return
    year = f" ({face.year})" if face.year and not hidden(face, library, progress) else ""
    yield f"{shown_title(face, library, progress)}{year}"
    yield f"  id        {face.id}"
    yield f"  version   {face.version}"
    yield f"  kind      {face.kind}, in {face.language}"
    yield f"  by        {printable(', '.join(face.authors), 200) or 'nobody who says so'}"
    yield f"  licence   {printable(face.licence) or 'none is given'}"
    yield f"  notes     {', '.join(shown_notes(face, library, progress)) or 'none'}"
    yield f"  size      {told_size(one.size)}"
    yield f"  state     {one.place.value}"
    yield f"  file      {_path(one)}"


def _path(one: Owned) -> str:
    """Return where a pack lies, on one line whatever its file is called."""
    path = str(one.path)
    return printable(path, len(path))
