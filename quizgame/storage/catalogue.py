"""A catalogue: an `index.json` that says of packs what anyone may know, and where they lie.

Nothing in it is about cards. What a stranger wrote there is held to its form entry by entry: a
wrong one is left out with a sentence, fields of a later quizgame are passed over.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import MISSING, dataclass, fields
from typing import Any

from quizgame.storage.addresses import AddressError, checked, on_web, steps_inside
from quizgame.storage.download import MOST
from quizgame.storage.fields import clean
from quizgame.storage.forms import ID, LANGUAGE, VERSION
from quizgame.storage.packhead import NO_PACK
from quizgame.storage.refused import printable

NAME = "index.json"
CATALOGUE = 1
"""The version of this form."""
MOST_BYTES = 8_000_000
_MOST_ENTRIES = 20_000
LONGEST = 400
"""Signs that a text in a catalogue may have."""
_MOST_LISTED = 50
_MOST_TOLD = 20
_HASH = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A pack in a catalogue, in the order of its fields there.

    `notes` are the labels of its content notes, `format` the lowest and the highest format by which
    it can be read, `size` is in bytes, `address` beneath the index or on the web. `follows` is the
    id of the pack whose story it goes on with: the title is kept from whoever does not know that.
    """

    id: str
    title: str
    version: str
    kind: str
    language: str
    licence: str
    authors: tuple[str, ...]
    tagline: str
    notes: tuple[str, ...]
    format: tuple[int, int]
    size: int
    sha256: str
    address: str
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The entries that are sound, in their order, and a sentence for each that is not."""

    entries: tuple[Entry, ...]
    troubles: tuple[str, ...] = ()

    def entry(self, pack_id: str) -> Entry | None:
        """Return the entry of a pack."""
        return next((entry for entry in self.entries if entry.id == pack_id), None)


class NoCatalogueError(Exception):
    """These bytes are no catalogue; the words say why."""


class _WrongError(Exception):
    """A field is not as it must be; the words follow on its name."""


def written(entries: Iterable[Entry]) -> bytes:
    """Return the index: the same entries give the same bytes."""
    rows = [
        {field.name: getattr(entry, field.name) for field in fields(Entry)}
        for entry in sorted(entries, key=lambda entry: entry.id)
    ]
    text = json.dumps({"catalogue": CATALOGUE, "packs": rows}, ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


def read(data: bytes) -> Catalogue:
    """Return what an index holds; NoCatalogueError when it is none."""
    if len(data) > MOST_BYTES:
        message = f"it is larger than {MOST_BYTES // 1_000_000} MB"
        raise NoCatalogueError(message)
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        message = "it is no JSON"
        raise NoCatalogueError(message) from None
    rows = _rows(whole)
    entries: list[Entry] = []
    troubles: list[str] = []
    for number, row in enumerate(rows, 1):
        try:
            entries.append(_entry(row))
        except _WrongError as error:
            troubles.append(f"Entry {number}{_named(row)} is left out: {error}.")
    return _without_doubles(entries, troubles)


def _rows(whole: Any) -> list[Any]:  # noqa: ANN401 (anything may stand there)
    """Return the rows of the index; NoCatalogueError where it has none that can be read."""
    said = whole.get("catalogue") if isinstance(whole, dict) else None
    if type(said) is not int or said < 1:
        message = "it does not say that it is a catalogue"
        raise NoCatalogueError(message)
    if said > CATALOGUE:
        message = f"it has form {said}, and this quizgame reads form {CATALOGUE}; a newer one may"
        raise NoCatalogueError(message)
    rows = whole.get("packs")
    if not isinstance(rows, list):
        message = "it lists no packs"
        raise NoCatalogueError(message)
    if len(rows) > _MOST_ENTRIES:
        message = f"it lists more than {_MOST_ENTRIES:,} packs"
        raise NoCatalogueError(message)
    return rows


def _named(row: Any) -> str:  # noqa: ANN401
    ident = row.get("id") if isinstance(row, dict) else None
    return f" ({ident})" if isinstance(ident, str) and ID.pattern.fullmatch(ident) else ""


def _without_doubles(entries: list[Entry], troubles: list[str]) -> Catalogue:
    """Return the catalogue without ids that stand there twice: nobody can tell which is meant."""
    counts = Counter(entry.id for entry in entries)
    twice = [ident for ident, count in counts.items() if count > 1]
    troubles += [f"{ident} is left out: it is listed more than once." for ident in twice]
    if len(troubles) > _MOST_TOLD:
        rest = len(troubles) - _MOST_TOLD
        troubles = [*troubles[:_MOST_TOLD], f"{rest} more entries are left out."]
    return Catalogue(tuple(e for e in entries if counts[e.id] == 1), tuple(troubles))


def _entry(row: Any) -> Entry:  # noqa: ANN401
    if not isinstance(row, dict):
        message = "it is no list of fields"
        raise _WrongError(message)
    values: dict[str, Any] = {}
    for field in fields(Entry):
        if field.name not in row:
            if field.default is not MISSING:
                continue
            message = f"it has no '{field.name}'"
            raise _WrongError(message)
        try:
            values[field.name] = _READERS[field.name](row[field.name])
        except _WrongError as error:
            message = f"its '{field.name}' {error}"
            raise _WrongError(message) from None
    return Entry(**values)


def _text(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str) or len(value) > LONGEST:
        message = f"must be a text of at most {LONGEST} signs"
        raise _WrongError(message)
    return clean(printable(value, LONGEST))


def _title(value: Any) -> str:  # noqa: ANN401
    text = _text(value)
    if not text:
        message = "is empty"
        raise _WrongError(message)
    return text


def _texts(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    if not isinstance(value, list) or len(value) > _MOST_LISTED:
        message = f"must be a list of at most {_MOST_LISTED} texts"
        raise _WrongError(message)
    return tuple(_text(text) for text in value)


def _like(pattern: re.Pattern[str], wanted: str) -> Callable[[Any], str]:
    """Return a reader of texts of one form."""

    def reader(value: Any) -> str:  # noqa: ANN401
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise _WrongError(wanted)
        return value

    return reader


def _formats(value: Any) -> tuple[int, int]:  # noqa: ANN401
    whole = isinstance(value, list) and all(type(number) is int for number in value)
    if not whole or len(value) != 2 or not 1 <= value[0] <= value[1]:  # noqa: PLR2004
        message = "must be the lowest and the highest format that reads it, such as [1, 1]"
        raise _WrongError(message)
    return value[0], value[1]


def _size(value: Any) -> int:  # noqa: ANN401
    if type(value) is not int or not 0 < value <= MOST:
        message = f"must be a number of bytes, {MOST // 1_000_000} MB at most"
        raise _WrongError(message)
    return value


def _address(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str):
        message = "must be a text"
        raise _WrongError(message)
    try:
        if on_web(value):
            return checked(value)
        steps_inside(value)
    except AddressError as error:
        raise _WrongError(str(error)) from None
    return value


def _follows(value: Any) -> str:  # noqa: ANN401
    """Return the id of the pack before; one that cannot be read is that of none."""
    readable = isinstance(value, str) and (not value or ID.pattern.fullmatch(value))
    return value if readable else NO_PACK


_READERS: dict[str, Callable[[Any], Any]] = {
    "id": _like(ID.pattern, ID.must),
    "title": _title,
    "version": _like(VERSION.pattern, VERSION.must),
    "kind": _like(ID.pattern, "must be a word such as film"),
    "language": _like(LANGUAGE.pattern, LANGUAGE.must),
    "licence": _text,
    "authors": _texts,
    "tagline": _text,
    "notes": _texts,
    "format": _formats,
    "size": _size,
    "sha256": _like(_HASH, "must be 64 hex digits"),
    "address": _address,
    "follows": _follows,
}
