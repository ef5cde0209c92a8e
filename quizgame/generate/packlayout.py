"""A pack file taken apart into its fields, terms and cards, so that what a person wrote stays."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_FIELD = re.compile(r"([a-z_]+):")
_ITEM = re.compile(r"( *)- ")
_IDENT = re.compile(r"\bid: *[\"']?([a-z0-9-]+)")
LISTS = ("terms", "cards")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines of the file under the id or the field they are for; comments have none."""

    ident: str
    lines: tuple[str, ...] = field(repr=False)

    @property
    def digest(self) -> str:
        """Hex digits of the lines, by which it is told whether somebody has changed them."""
        said = "\n".join(line.rstrip() for line in self.lines)
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Layout:
    """A file's fields with the comments between them, and the pieces of its terms and cards."""

    head: tuple[Piece, ...] = ()
    terms: tuple[Piece, ...] = ()
    cards: tuple[Piece, ...] = ()

    def lines(self) -> Iterator[str]:
        """Yield the lines of the file."""
        for piece in self.head:
            yield from piece.lines
            if piece.ident in LISTS:
                listed = self.terms if piece.ident == "terms" else self.cards
                for one in listed:
                    yield from one.lines


def taken_apart(text: str) -> Layout:
    """Return the layout of a file; putting its lines together again gives the same text."""
    head: list[Piece] = []
    lists: dict[str, tuple[Piece, ...]] = {}
    for ident, lines in _stretches(text.splitlines()):
        if ident in LISTS and lines[0].split("#")[0].strip() == f"{ident}:":
            head.append(Piece(ident, lines[:1]))
            lists[ident] = tuple(_items(lines[1:]))
        else:
            head.append(Piece(ident, lines))
    return Layout(tuple(head), lists.get("terms", ()), lists.get("cards", ()))


def _stretches(lines: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each field with its lines; comments before it stand by themselves."""
    ident, held = "", list[str]()
    for line in lines:
        found = _FIELD.match(line)
        loose = not line.strip() or line.startswith("#")
        if found or (loose and ident and ident not in LISTS):
            if held:
                yield ident, tuple(held)
            ident, held = (found[1] if found else ""), []
        held.append(line)
    if held:
        yield ident, tuple(held)


def _items(lines: tuple[str, ...]) -> Iterator[Piece]:
    first = next((found for line in lines if (found := _ITEM.match(line))), None)
    indent = first[1] if first else "  "
    held: list[str] = []
    begun = False
    for line in lines:
        if line.startswith(f"{indent}- "):
            yield from _cut(held, begun=begun)
            held, begun = [], True
        held.append(line)
    yield from _cut(held, begun=begun)


def _cut(held: list[str], *, begun: bool) -> Iterator[Piece]:
    """Yield an item, then the comments and blank lines after it."""
    end = len(held)
    while end and (not held[end - 1].strip() or held[end - 1].lstrip().startswith("#")):
        end -= 1
    if begun and end:
        found = _IDENT.search("\n".join(held[:end]))
        yield Piece(found[1] if found else "", tuple(held[:end]))
    elif end:
        yield Piece("", tuple(held[:end]))
    if held[end:]:
        yield Piece("", tuple(held[end:]))
