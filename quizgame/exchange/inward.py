"""Bringing a file in: what sort it is, what of it can be carried, and the draft it makes.

Every card stands at the last tier until its author says otherwise.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from quizgame.exchange import (
    SORTS,
    from_aiken,
    from_anki,
    from_csv,
    from_gift,
    from_kahoot,
    from_moodle,
    from_opentdb,
)
from quizgame.exchange.carry import Carried, carried
from quizgame.exchange.filebytes import decoded
from quizgame.exchange.found import CannotCarry, CannotRead, Found, Told, beginning
from quizgame.exchange.packtext import Head, ladder, pack_text, title_of
from quizgame.exchange.plaintext import legible
from quizgame.storage.yamlnodes import MOST_BYTES

Reader = Callable[[str], Iterator[Found | Told]]
_FROM_TEXT: dict[str, Reader] = {
    "opentdb": from_opentdb.read,
    "gift": from_gift.read,
    "aiken": from_aiken.read,
    "anki": from_anki.read,
    "csv": from_csv.read,
}
_FROM_BYTES: dict[str, Callable[[bytes], Iterator[Found | Told]]] = {
    "moodle-xml": from_moodle.read,
    "kahoot": from_kahoot.read,
}
NAMES = {
    "opentdb": "Open Trivia DB", "gift": "GIFT", "aiken": "Aiken", "moodle-xml": "Moodle XML",
    "anki": "Anki text", "kahoot": "Kahoot spreadsheet", "csv": "CSV",
}  # fmt: skip
_SUFFIXES = {
    ".json": "opentdb", ".gift": "gift", ".aiken": "aiken", ".xml": "moodle-xml",
    ".xlsx": "kahoot", ".csv": "csv", ".tsv": "csv",
}  # fmt: skip
_GIFT = re.compile(r"^[ \t]*(?:\$CATEGORY:|::)|(?<!\\)\{[^{}]*(?<!\\)\}", re.MULTILINE)
_AIKEN = re.compile(r"^[ \t]*ANSWER:[ \t]*[A-Za-z]\b", re.MULTILINE)
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_UNKNOWN = f"it is not clear what sort of file this is; say so with --from ({', '.join(SORTS)})"
_BYTES_FOR_HEAD = 20_000
MOST_TOLD = 2_000
MOST_READ = 50_000
MOST_CARDS = 20_000
"""As many as a pack may hold."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file gave: its sort, the cards, the lines of the report, how many were read.

    `encoding` is the one it was read in, where that had to be guessed.
    """

    sort: str
    cards: tuple[Carried, ...]
    told: tuple[Told, ...]
    read: int
    encoding: str = ""

    @property
    def lost(self) -> int:
        """How many questions were left out."""
        return sum(told.lost for told in self.told)


def bring(data: bytes, name: str, sort: str | None, kind: str) -> Brought:
    """Return what the bytes of the file `name` hold; CannotRead with a sentence if nothing.

    `sort` is one of SORTS, or None to tell it by the content; `kind` is that of the story.
    """
    text, encoding = "", ""
    sort = sort or _sort_of_bytes(data)
    if sort not in _FROM_BYTES:
        text, encoding = decoded(data)
        sort = sort or sort_of_text(text, name)
    found = _FROM_BYTES[sort](data) if sort in _FROM_BYTES else _FROM_TEXT[sort](text)
    cards, told, read = _sifted(found, len(ladder(kind)) - 1)
    return Brought(sort, cards, told, read, encoding if text else "")


def _sort_of_bytes(data: bytes) -> str | None:
    if data.startswith(b"PK"):
        return "kahoot"
    if data.startswith(_OLD_EXCEL):
        message = "it is a spreadsheet of the old kind (.xls); save it as .xlsx"
        raise CannotRead(message)
    start = data[:400].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n").lower()
    return "moodle-xml" if start.startswith((b"<?xml", b"<quiz", b"<!doctype quiz")) else None


def sort_of_text(text: str, name: str) -> str:
    """Return what sort of file a text is, by its content and then its name."""
    suffix = _SUFFIXES.get(PurePath(name).suffix.casefold(), "")
    start = text[:_BYTES_FOR_HEAD].lstrip()
    header = from_anki.HEADER.match(start)
    if not start:
        message = "it is empty"
        raise CannotRead(message)
    if header and header.group(1).strip().casefold() in from_anki.HEADERS:
        return "anki"
    if suffix in _FROM_TEXT:
        return suffix
    if start[0] in "{[" and _is_json(text):
        return "opentdb"
    if _AIKEN.search(text):
        return "aiken"
    if from_csv.looks_like(text):
        return "csv"
    if _GIFT.search(text):
        return "gift"
    if "\t" in start.split("\n", 1)[0]:
        return "anki"
    raise CannotRead(_UNKNOWN)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except RecursionError:
        return True
    except ValueError:
        return False
    return True


def _sifted(
    found: Iterator[Found | Told], top: int
) -> tuple[tuple[Carried, ...], tuple[Told, ...], int]:
    """Return the cards, what is told of the others, and how many questions there were."""
    cards: dict[str, Carried] = {}
    told: list[Told] = []
    read = 0
    for one in found:
        read += 1
        if read > MOST_READ:
            message = f"it holds more than {MOST_READ:,} questions; take fewer into one file"
            raise CannotRead(message)
        if isinstance(one, Told):
            told.append(one)
            continue
        try:
            card = carried(one, top)
        except CannotCarry as reason:
            told.append(Told(one.place, beginning(legible(one.stem)), str(reason)))
            continue
        before = cards.get(card.card.id)
        what = beginning(card.card.stem)
        if before is not None:
            told.append(Told(one.place, what, f"the same question stands at {before.place}"))
        elif len(cards) >= MOST_CARDS:
            told.append(Told(one.place, what, f"a pack holds {MOST_CARDS:,} cards at most"))
        else:
            cards[card.card.id] = card
            told += card.remarks
    return tuple(cards.values()), tuple(told), read


def draft(brought: Brought, name: str, title: str, kind: str, language: str) -> str:
    """Return the pack file of what was brought from the file `name`; CannotRead if too large."""
    name = legible(name)
    last = ladder(kind)[-1]
    told = (
        f"Brought in from {name} ({NAMES[brought.sort]}).",
        f"All cards stand at the last tier, '{last.id}', so nothing is asked too early.",
        "Give each the tier from which on it may be asked, and name people and facts under",
        "'terms', so that 'quizgame packs check' can hold the cards against them.",
    )
    opentdb = brought.sort == "opentdb"
    head = Head(
        title=title_of(title or PurePath(name).stem),
        kind=kind,
        language=language,
        licence="CC-BY-SA-4.0" if opentdb else "NOASSERTION",
        author="Open Trivia Database" if opentdb else "Unknown",
        told=told
        if opentdb
        else (*told, "Say in 'licence', 'authors' and 'language' what the file did not say."),
    )
    text = pack_text(head, brought.cards, name)
    if len(text.encode()) > MOST_BYTES:
        message = "its questions make a pack larger than 8 MB; take fewer into one file"
        raise CannotRead(message)
    return text


def report(brought: Brought, name: str) -> Iterator[str]:
    """Yield what could not be carried, a line each with its place, and the totals at the end."""
    if brought.encoding:
        yield (
            f"{name}: not in UTF-8, so read as {brought.encoding}; if letters came out wrong, save "
            "it as UTF-8 and bring it in again"
        )
    yield from (f"{name}: {told}" for told in brought.told[:MOST_TOLD])
    if len(brought.told) > MOST_TOLD:
        yield f"{name}: and {len(brought.told) - MOST_TOLD:,} more lines like these"
    carried_over = len(brought.cards)
    yield (
        f"{name} ({NAMES[brought.sort]}): {brought.read} read, {carried_over} carried, "
        f"{brought.lost} left out"
    )
