"""Anki's "Notes in plain text": two fields a note, or a text with gaps; headers say the rest."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quizgame.exchange.found import (
    MIDDLING,
    CannotCarry,
    CannotRead,
    Found,
    Told,
    beginning,
    is_true_false,
    tried,
)
from quizgame.exchange.plaintext import LONGEST, Markup, plain

HEADER = re.compile(r"#[ \t]*([a-z ]+):[ \t]*(.*)", re.IGNORECASE)
HEADERS = frozenset(
    {"separator", "html", "tags", "columns", "notetype", "deck"}
    | {f"{name} column" for name in ("guid", "notetype", "deck", "tags")}
)
_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
_ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_ITEM_END = re.compile(r"</li>", re.IGNORECASE)
_LIST = re.compile(r"</?[uo]l\b[^<>]*>", re.IGNORECASE)
WHY = '<div class="why">'
_GAP = re.compile(r"\{\{c(\d{1,3})::([^{}]*)\}\}")
_BLANK = "_____"
MOST_GAPS = 20
_MORE = frozenset({"extra", "back extra", "why", "explanation", "comment", "note", "notes"})


@dataclass(frozen=True, slots=True)
class _Head:
    """What the headers say: how fields are parted and read, and which columns are not fields.

    `apart` maps guid, notetype, deck and tags to their column from 0; `names` are those of all
    columns.
    """

    separator: str
    markup: Markup
    apart: dict[str, int]
    names: tuple[str, ...]
    deck: str
    lines: int


@dataclass(frozen=True, slots=True)
class _Note:
    """One note: its fields, what its tags say, and the column of its reason if there is one."""

    fields: tuple[str, ...]
    more: str
    spare: bool
    tags: frozenset[str]
    category: str
    markup: Markup


def read(text: str) -> Iterator[Found | Told]:
    """Yield the questions of the notes; CannotRead when these cannot be told apart."""
    head = _head(text)
    body = text.split("\n", head.lines)[-1]
    reader = csv.reader(io.StringIO(body), delimiter=head.separator)
    line, notes = 1, 0
    try:
        for cells in reader:
            place, line = f"line {head.lines + line}", reader.line_num + 1
            if any(cell.strip() for cell in cells):
                notes += 1
                yield from _questions(_note(cells, head), place)
    except csv.Error:
        at = head.lines + line
        message = f"the notes from line {at} on cannot be told apart; is a quote left open there?"
        raise CannotRead(message) from None
    if not notes:
        message = "it holds no notes"
        raise CannotRead(message)


def _head(text: str) -> _Head:
    said: dict[str, str] = {}
    lines = 0
    for line in text.split("\n", 40)[:40]:
        found = HEADER.fullmatch(line)
        if not found:
            break
        lines += 1
        said[found.group(1).strip().casefold()] = found.group(2).strip("\r\n")
    word = said.get("separator", "").strip().casefold()
    separator = _SEPARATORS.get(word) or (word if len(word) == 1 else "")
    if not separator:
        first = text.split("\n", lines)[-1][:LONGEST]
        separator = next((sign for sign in "\t;|," if sign in first), "\t")
    html = {"true": Markup.HTML, "false": Markup.PLAIN}
    apart = {
        name: int(said[f"{name} column"]) - 1
        for name in ("guid", "notetype", "deck", "tags")
        if re.fullmatch(r"[1-9][0-9]?", said.get(f"{name} column", "").strip())
    }
    names = next(csv.reader([said.get("columns", "")], delimiter=separator), [])
    return _Head(
        separator=separator,
        markup=html.get(said.get("html", "").strip().casefold(), Markup.LOOSE),
        apart=apart,
        names=tuple(name.strip().casefold() for name in names),
        deck=said.get("deck", ""),
        lines=lines,
    )


def _note(cells: list[str], head: _Head) -> _Note:
    fields, more, spare = list[str](), "", False
    for place, cell in enumerate(cells):
        if place in head.apart.values():
            continue
        name = head.names[place] if place < len(head.names) else ""
        if name in _MORE:
            more = more or cell
        else:
            fields.append(cell)
    spare = any(field.strip() for field in fields[2:])
    tags = _at(cells, head, "tags").casefold().split()
    deck = _at(cells, head, "deck") or head.deck
    return _Note(
        fields=tuple(fields[:2]),
        more=more,
        spare=spare,
        tags=frozenset(tags),
        category=deck.split("::")[-1],
        markup=head.markup,
    )


def _at(cells: list[str], head: _Head, name: str) -> str:
    place = head.apart.get(name, len(cells))
    return cells[place] if place < len(cells) else ""


def _questions(note: _Note, place: str) -> Iterator[Found | Told]:
    front = note.fields[0] if note.fields else ""
    what = beginning(_start(front))
    gaps = sorted({int(gap.group(1)) for gap in _GAP.finditer(front[:LONGEST])})
    if len(gaps) > MOST_GAPS:
        yield Told(place, what, f"it has {len(gaps)} gaps; {MOST_GAPS} are the most")
    elif gaps:
        for number in gaps:
            at = place if len(gaps) == 1 else f"{place}, gap {number}"
            yield tried(at, what, lambda number=number, at=at: _with_gap(note, number, at))  # type: ignore[misc]
    else:
        yield tried(place, what, lambda: _basic(note, place))


def _start(front: str) -> str:
    try:
        return plain(re.sub(r"<img\b[^<>]*>|\[sound:[^\]]*\]", "", front[:LONGEST]), Markup.LOOSE)
    except CannotCarry:
        return ""


def _with_gap(note: _Note, number: int, place: str) -> Found:
    """Return the text with one gap left open; what stood in it is to be typed."""
    front = note.fields[0]
    plain(front, note.markup)
    answers = [_in_gap(gap) for gap in _GAP.finditer(front) if int(gap.group(1)) == number]

    def closed(gap: re.Match[str]) -> str:
        return _BLANK if int(gap.group(1)) == number else _in_gap(gap)

    if len(set(answers)) > 1:
        message = "its gap has different words in different places"
        raise CannotCarry(message)
    return Found(
        place=place,
        asking="typed",
        stem=plain(_GAP.sub(closed, front), note.markup),
        choices=(plain(answers[0], note.markup),),
        why=plain(note.more or "".join(note.fields[1:2]), note.markup),
        category=plain(note.category, Markup.PLAIN),
        difficulty=_difficulty(note),
    )


def _in_gap(gap: re.Match[str]) -> str:
    """Return the words of a gap, without its hint."""
    return gap.group(2).split("::", 1)[0]


def _basic(note: _Note, place: str) -> Found:
    if len(note.fields) < 2 or not note.fields[1].strip():  # noqa: PLR2004 (front and back)
        message = "it has no back"
        raise CannotCarry(message)
    front, back = note.fields
    plain(front, note.markup)
    plain(back, note.markup)
    stem, choices = _listed(front, note.markup)
    before, _, why = back.partition(WHY) if note.markup is not Markup.PLAIN else (back, "", "")
    whole, items = _listed(before, note.markup)
    answers = items or (whole,)
    kind = next((tag[6:] for tag in note.tags if tag.startswith("kind::")), "")
    reason = plain(why or note.more, note.markup)
    remarks = ("without its other fields",) if note.spare else ()
    picked = bool(choices) and set(answers) <= set(choices) and kind != "typed"
    flat = picked and kind != "choice" and is_true_false(choices)
    right = frozenset(choices.index(answer) for answer in answers) if picked else frozenset()
    if flat:
        right = frozenset({int(answers[0].casefold() == "false")})
    return Found(
        place=place,
        asking="true-false" if flat else _asking(picked, len(answers)),
        stem=stem if picked else plain(front, note.markup),
        choices=() if flat else choices if picked else answers,
        right=right,
        why=reason,
        category=plain(note.category, Markup.PLAIN),
        difficulty=_difficulty(note),
        remarks=remarks,
    )


def _asking(picked: bool, answers: int) -> Literal["choice", "several", "typed"]:  # noqa: FBT001
    return "typed" if not picked else "several" if answers > 1 else "choice"


def _difficulty(note: _Note) -> int:
    told = next((tag[-1] for tag in note.tags if re.fullmatch("difficulty::[123]", tag)), "")
    return int(told) if told else MIDDLING


def _listed(field: str, markup: Markup) -> tuple[str, tuple[str, ...]]:
    """Return what stands before a list, and the items of the list."""
    if markup is Markup.PLAIN:
        return plain(field, markup), ()
    before, *parts = _ITEM.split(field)
    items = tuple(plain(_LIST.sub("", _ITEM_END.split(part)[0]), Markup.HTML) for part in parts)
    return plain(_LIST.sub("", before), markup), items
