"""Making the one file of a pack that people hand on: the same bytes on every machine.

It is a zip that holds `pack.yaml` and, under names that tell nothing, the pictures and sounds that
its cards and its cover name. Nothing is compressed, for two makers of zips compress differently;
pictures and sounds are small already.
"""

import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from quizgame.domain.drafts import PackDraft
from quizgame.storage import media
from quizgame.storage.archive import OpenedPack, missing
from quizgame.storage.faults import Fault
from quizgame.storage.filenames import INSIDE, composed
from quizgame.storage.mediaforms import BrokenMediaError
from quizgame.storage.mediastrip import stripped
from quizgame.storage.packfile import read_pack
from quizgame.storage.refused import refuse
from quizgame.storage.yamlnodes import Mapping, Node, Scalar, Sequence, read_nodes

FOLDER = "m"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3
_DIGITS = 16
_OF_CARDS = ("image", "sound")
_OF_THE_HEAD = ("cover",)


@dataclass(frozen=True, slots=True)
class Named:
    """A picture or sound that the pack names: its name as written, and where (from 1)."""

    name: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Built:
    """What was made: how many pictures and sounds are in it, and the names of files left out."""

    files: int
    left_out: tuple[str, ...]


def named_media(yaml: bytes) -> tuple[Named, ...]:
    """Return every picture and sound that the YAML of a pack names, by place."""
    root, _ = read_nodes(yaml)
    found = [*_named(root, _OF_THE_HEAD)]
    for card in _rows(_field(root, "cards")):
        found += _named(card, _OF_CARDS)
    return tuple(sorted(found, key=lambda one: (one.line, one.column)))


def _named(node: Node | None, fields: tuple[str, ...]) -> Iterator[Named]:
    for field in fields:
        file = _field(_field(node, field), "file")
        if isinstance(file, Scalar) and file.text:
            yield Named(file.text, file.line, file.column)


def _field(node: Node | None, name: str) -> Node | None:
    if not isinstance(node, Mapping):
        return None
    return next((value for key, value in node.entries if key.text == name), None)


def _rows(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def build(pack: OpenedPack, into: BinaryIO, *, whole: bool = True) -> Built:
    """Write the pack as one file; PackRefusedError when something in it is not to be taken.

    Unless it must be `whole`, what is named and not there, not named plainly, or not to be renamed
    stays away: its words stand in its place. Building what was built gives the same bytes.
    """
    names = named_media(pack.yaml)
    # A field that cannot be read as the name of a file has been told as a fault of its card.
    wanted = {composed(one.name) for one in names if media.kind_of(one.name)}
    absent = sorted(wanted - pack.media.keys())
    if absent and whole:
        missing(absent[0])
    there = sorted(wanted - set(absent))
    opaque = {name: _opaque(_clean(pack, name), name) for name in there}
    text, opaque = _renamed(pack.yaml, names, opaque, whole=whole)
    with zipfile.ZipFile(into, "w", zipfile.ZIP_STORED) as archive:
        _put(archive, INSIDE, text)
        # Two names of one picture become one.
        for new, name in sorted({new: name for name, new in opaque.items()}.items()):
            _put(archive, new, _clean(pack, name))
    idle = () if pack.bare else tuple(sorted(pack.media.keys() - wanted))
    return Built(len(set(opaque.values())), (*idle, *pack.besides))


def _clean(pack: OpenedPack, name: str) -> bytes:
    """Return a picture or sound without notes; each is read twice so that few are in memory."""
    try:
        return stripped(pack.read(name), media.kind_of(name))
    except BrokenMediaError:
        refuse(Fault.BAD_MEDIA, "a sound is broken", "save it again", name)


def _opaque(data: bytes, name: str) -> str:
    """Return a name that tells only what a file holds, to those who have it."""
    return f"{FOLDER}/{hashlib.sha256(data).hexdigest()[:_DIGITS]}.{media.kind_of(name)}"


def _renamed(
    yaml: bytes, names: tuple[Named, ...], opaque: dict[str, str], *, whole: bool
) -> tuple[bytes, dict[str, str]]:
    """Return the YAML with new names in the places of the old, and which names are new.

    A name that has to stay is refused; unless the pack must be `whole`, its file is left out.
    """
    lines = yaml.decode("utf-8-sig").splitlines(keepends=True)
    given = [one for one in names if opaque.get(composed(one.name), one.name) != one.name]
    for one in given if whole else ():
        if not _as_written(lines, one):
            told = f"the name of a picture or sound on line {one.line} is not written plainly"
            refuse(Fault.NOT_PLAIN, told, "write it on one line, as 'file: lamp.png'")
    odd = {composed(one.name) for one in given if not _as_written(lines, one)}
    text = _rewritten(lines, given, opaque, odd)
    telling = _telling(yaml, text)
    if telling and whole:
        told = "only the name of a file keeps a card back until a later tier"
        mend = "give the card that tier, or rename the file"
        refuse(Fault.NAMED_BY_FILE, told, mend, min(telling & opaque.keys(), default=""))
    if telling:
        text = _rewritten(lines, given, opaque, odd | telling)
    return text, {name: new for name, new in opaque.items() if name not in odd | telling}


def _as_written(lines: list[str], one: Named) -> str:
    """Return a name as it stands in the file, with its quotes; nothing if that is another way."""
    rest = lines[one.line - 1][one.column - 1 :]
    quote = rest[:1] if rest[:1] in {"'", '"'} else ""
    written = f"{quote}{one.name}{quote}"
    return written if rest.startswith(written) else ""


def _rewritten(
    lines: list[str], names: list[Named], opaque: dict[str, str], kept: set[str]
) -> bytes:
    """Return the text with all names but those `kept` changed; nothing else in it changes."""
    lines = [*lines]
    for one in reversed(names):
        if composed(one.name) not in kept:
            line, written = lines[one.line - 1], _as_written(lines, one)
            before, rest = line[: one.column - 1], line[one.column - 1 + len(written) :]
            new = written.replace(one.name, opaque[composed(one.name)])
            lines[one.line - 1] = f"{before}{new}{rest}"
    return "".join(lines).encode()


def _telling(before: bytes, after: bytes) -> set[str]:
    """Return the names of files that alone hold a card back; refuse a text that was harmed."""
    if before == after:
        return set()
    old, new = read_pack(before, INSIDE).draft, read_pack(after, INSIDE).draft
    if old is None and new is None:
        return set()
    if old is None or new is None or _kept(old) != _kept(new):
        told = "the names of its pictures could not be changed"
        refuse(Fault.NOT_PLAIN, told, "write them plainly, as 'file: lamp.png'")
    pairs = zip(old.cards, new.cards, strict=True)
    earlier = [one.card for one, other in pairs if other.card.tier < one.card.tier]
    return {composed(one.file) for card in earlier for one in (card.picture, card.sound) if one}


def _kept(draft: PackDraft) -> list[tuple[str, ...]]:
    """Return what must not change when files are renamed."""
    face = draft.pack.face
    return [(face.id, face.title), *((one.card.id, one.card.stem) for one in draft.cards)]


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _LONG_AGO)
    entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
    archive.writestr(entry, data)
