"""What is known of each file without reading it again: its face, or why it cannot be played.

A cache beside the progress: it may be deleted at any time, and one that is broken, of another
version, locked or read-only is done without. Of a pack it holds what is open to everyone and
nothing else: no card, no term, no count of either. Faces are pressed together, so that nobody who
searches the disk for something else comes across the title of a sequel.
"""

import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from quizgame import __version__
from quizgame.domain.cards import Picture
from quizgame.domain.packs import PackFace
from quizgame.domain.tiers import Ladder, Tier

NAME = "packs.sqlite3"
VERSION = 1
"""Of how faces are written here, and of how they are read from a pack."""
Stamp = tuple[int, int, int]
"""When a file was last written, when anything about it last changed (both in ns), its size."""
_FIELDS = tuple(field.name for field in fields(PackFace))
_APART = {"year", "authors", "poster", "ladder", "notes", "cover"}
"""The fields of a face that are not simply text."""
_MADE_BY = zlib.crc32(repr((VERSION, __version__, _FIELDS)).encode()) & 0x7FFF_FFFF
"""A file made by any other quizgame is made anew."""
_TABLE = (
    "CREATE TABLE packs (path BLOB PRIMARY KEY, written INTEGER, changed INTEGER, size INTEGER,"
    " face BLOB, trouble TEXT) WITHOUT ROWID"
)
_BEYOND_HELP = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_FULL,
}
"""What a new file would not mend."""
_UNFIT = (sqlite3.Error, OSError, ValueError, TypeError, KeyError, AttributeError, zlib.error)


@dataclass(frozen=True, slots=True)
class Known:
    """What a file gave: a face, or the one sentence of trouble.

    Without a stamp it holds for now only, as where the disk could not be read.
    """

    stamp: Stamp | None
    face: PackFace | None
    trouble: str = ""


class PackIndex:
    """The file; no call raises for anything that may be wrong with it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[str, Known]:
        """Return what is known by path; nothing where that cannot be told for certain."""
        try:
            uri = f"{self._path.resolve().as_uri()}?mode=ro"
            with closing(sqlite3.connect(uri, timeout=0, uri=True)) as db:
                if _made_by(db) != _MADE_BY:
                    return {}
                rows = db.execute(
                    "SELECT path, written, changed, size, face, trouble FROM packs"
                ).fetchall()
            return _known(rows)
        except _UNFIT:
            return {}

    def keep(self, known: Mapping[str, Known]) -> None:
        """Keep this, in place of all that was kept."""
        try:
            self._write(known)
        except _UNFIT as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _BEYOND_HELP:
                with suppress(*_UNFIT):
                    self._path.unlink()
                    self._write(known)

    def _write(self, known: Mapping[str, Known]) -> None:
        with closing(sqlite3.connect(self._path, timeout=0, isolation_level=None)) as db:
            # Lost or torn, it is made anew: nobody waits for the disk.
            db.execute("PRAGMA synchronous=OFF")
            db.execute("PRAGMA secure_delete=ON")
            db.execute("BEGIN IMMEDIATE")
            db.execute("DROP TABLE IF EXISTS packs")
            db.execute(_TABLE)
            db.executemany("INSERT INTO packs VALUES (?, ?, ?, ?, ?, ?)", _rows(known))
            db.execute(f"PRAGMA user_version={_MADE_BY}")
            db.execute("COMMIT")


def _made_by(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _rows(known: Mapping[str, Known]) -> Iterable[tuple[Any, ...]]:
    for path, one in known.items():
        if one.stamp:
            face = _pressed(one.face) if one.face else None
            yield (os.fsencode(path), *one.stamp, face, one.trouble)


def _known(rows: list[tuple[Any, ...]]) -> dict[str, Known]:
    # Read in one go: a thousand small texts take longer.
    texts = [zlib.decompress(row[4]) for row in rows if row[4] is not None]
    faces = iter([_face(record) for record in json.loads(b"[" + b",".join(texts) + b"]")])
    found = {}
    for path, written, changed, size, face, trouble in rows:
        stamp = int(written), int(changed), int(size)
        known = Known(stamp, next(faces) if face is not None else None, _text(trouble))
        found[os.fsdecode(path)] = known
    return found


# -- a face as JSON ------------------------------------------------------------------------------


def _pressed(face: PackFace) -> bytes:
    record: dict[str, Any] = {name: getattr(face, name) for name in _FIELDS}
    record["ladder"] = [[tier.id, tier.label, tier.hint] for tier in face.ladder.tiers]
    record["notes"] = dict(face.notes)
    record["cover"] = [face.cover.file, face.cover.alt] if face.cover else None
    return zlib.compress(json.dumps(record).encode())


def _face(record: dict[str, Any]) -> PackFace:
    """Return the face that was kept; ValueError, TypeError or KeyError when it is none."""
    texts = {name: _text(record[name]) for name in _FIELDS if name not in _APART}
    year = record["year"]
    top, bottom = map(_text, record["poster"])
    tiers = tuple(Tier(*map(_text, tier)) for tier in record["ladder"])
    if not tiers or not (year is None or isinstance(year, int)):
        raise ValueError
    return PackFace(
        **texts,
        year=year,
        authors=tuple(map(_text, record["authors"])),
        poster=(top, bottom),
        ladder=Ladder(tiers),
        notes={_text(note): _text(label) for note, label in record["notes"].items()},
        cover=Picture(*map(_text, record["cover"])) if record["cover"] else None,
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
