"""The packs there are, told to players: what is on the face of each, and where it lies."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgame.services.installing import shown_notes, shown_title, told_size
from quizgame.storage.library import Library, Owned, Place
from quizgame.storage.refused import printable

if TYPE_CHECKING:
    from quizgame.storage.progress import Progress

_HEADINGS = ("ID", "TITLE", "VERSION", "KIND", "LANGUAGE", "LICENCE", "SIZE", "")
_WIDEST = 40


def listed(library: Library, progress: "Progress") -> Iterator[str]:
    """Yield a table of all packs: those that ship, the player's own, those off and removed."""
    rows: list[tuple[str, ...]] = [_HEADINGS]
    rows += [_row(one, library, progress) for one in library.packs() if _open(one)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _open(one: Owned) -> bool:
    """Leave out what ships and goes on with another story: its player may not know of it yet."""
    return one.place is not Place.SHIPPED or not (one.face and one.face.follows)


def _row(one: Owned, library: Library, progress: "Progress") -> tuple[str, ...]:
    where = one.place.value
    if one.number:
        where = f"{where} ({one.number})"
    if one.face is None:
        told = ("cannot be played", "", "", "", "")
    else:
        face = one.face
        title = printable(shown_title(face, library, progress), _WIDEST)
        told = (title, face.version, face.kind, face.language, printable(face.licence))
    return (printable(one.id), *told, told_size(one.size), where)


def shown(one: Owned, library: Library, progress: "Progress") -> Iterator[str]:
    """Yield what may be said of one pack, line by line."""
    face = one.face
    if face is None:
        yield f"{printable(one.id)} cannot be played; see: quizgame packs check {one.path}"
        return
    title = shown_title(face, library, progress)
    year = f" ({face.year})" if face.year and title == printable(face.title, len(title)) else ""
    yield f"{title}{year}"
    yield f"  id        {face.id}"
    yield f"  version   {face.version}"
    yield f"  kind      {face.kind}, in {face.language}"
    yield f"  by        {printable(', '.join(face.authors), 200) or 'nobody who says so'}"
    yield f"  licence   {printable(face.licence) or 'none is given'}"
    yield f"  notes     {', '.join(shown_notes(face, library, progress)) or 'none'}"
    yield f"  size      {told_size(one.size)}"
    yield f"  state     {one.place.value}"
    yield f"  file      {one.path}"
