"""The index of a catalogue: written the same each time, and read as a stranger's."""

import json
from dataclasses import replace
from typing import Any

import pytest

from quizgame.storage.catalogue import (
    MOST_BYTES,
    Catalogue,
    Entry,
    NoCatalogueError,
    read,
    written,
)
from quizgame.storage.packhead import NO_PACK

ENTRY: dict[str, Any] = {
    "id": "lantern",
    "title": "The Lantern",
    "version": "1.2",
    "kind": "film",
    "language": "en",
    "licence": "CC0-1.0",
    "authors": ["A keeper"],
    "tagline": "A tale of the coast",
    "notes": ["Drowning"],
    "format": [1, 1],
    "size": 1234,
    "sha256": "0" * 64,
    "address": "lantern.quizpack",
}


def index(*rows: object, **more: object) -> bytes:
    return json.dumps({"catalogue": 1, "packs": rows} | more).encode()


def catalogue(**changes: object) -> Catalogue:
    """Return a catalogue of the entry with these changes and one that is sound."""
    row = {name: value for name, value in (ENTRY | changes).items() if value is not None}
    return read(index(row, ENTRY | {"id": "sound"}))


def test_what_is_written_is_read_and_the_order_of_entries_does_not_matter() -> None:
    plain: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in ENTRY.items()}
    first = Entry(**plain)
    second = replace(first, id="saltmarsh", title="소금 습지")
    assert read(written([first, second])) == Catalogue((first, second))
    assert written([first, second]) == written([second, first])
    assert "소금 습지" in written([second]).decode()
    assert written([]).endswith(b"\n")


def test_a_sequel_without_a_readable_id_before_it_goes_on_with_none() -> None:
    assert [catalogue(follows=said).entries[0].follows for said in ("manor", "", "../x", 3)] == [
        "manor",
        "",
        NO_PACK,
        NO_PACK,
    ]


def test_fields_of_a_later_quizgame_are_passed_over() -> None:
    assert catalogue(mirror="https://a.example").troubles == ()
    assert read(index(ENTRY, made_by="somebody")).entry("lantern")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *((field, None) for field in ENTRY),
        *((field, [{"a": 1}]) for field in ENTRY),
        *((field, 1.5) for field in ENTRY),
        ("id", "../lantern"),
        ("id", "a" * 41),
        ("title", "  "),
        ("title", "x" * 401),
        ("version", "1.2.3.4"),
        ("version", "-1"),
        ("version", "1\n"),
        ("language", "English please"),
        ("authors", ["a"] * 51),
        ("notes", "Drowning"),
        ("format", [2, 1]),
        ("format", [1]),
        ("format", [0, 1]),
        ("format", [True, True]),
        ("size", 0),
        ("size", -5),
        ("size", True),
        ("size", 5_000_000_000),
        ("sha256", "0" * 63),
        ("sha256", "G" * 64),
        ("address", "../../lantern.quizpack"),
        ("address", "%2e%2e/lantern.quizpack"),
        ("address", "..%2flantern.quizpack"),
        ("address", "a/../../lantern.quizpack"),
        ("address", "/etc/passwd"),
        ("address", "//other.example/x"),
        ("address", "\\\\other\\x"),
        ("address", "C:\\x"),
        ("address", "file:///etc/passwd"),
        ("address", "file:/etc/passwd"),
        ("address", "data:application/zip,x"),
        ("address", "https://name:word@a.example/x"),
        ("address", "https://a.example/\x1b[2J"),
        ("address", "x?y"),
        ("address", ""),
        ("address", "%ff"),
    ],
)
def test_a_wrong_field_costs_its_entry_and_no_other(field: str, value: object) -> None:
    found = catalogue(**{field: value})
    assert [entry.id for entry in found.entries] == ["sound"]
    (told,) = found.troubles
    assert told.startswith("Entry 1")
    assert field in told
    assert told.endswith(".")
    assert told.isprintable()


@pytest.mark.parametrize("address", ["a/b c.quizpack", "https://other.example/x", "빛.quizpack"])
def test_an_address_beneath_the_index_or_on_the_web_is_kept(address: str) -> None:
    assert catalogue(address=address).entry("lantern")


@pytest.mark.parametrize("row", [None, 3, "lantern", [ENTRY]])
def test_a_row_that_is_no_entry_is_left_out(row: object) -> None:
    found = read(index(row, ENTRY))
    assert len(found.entries) == len(found.troubles) == 1


def test_an_id_that_stands_twice_is_not_guessed_at() -> None:
    found = read(index(ENTRY, ENTRY | {"version": "9"}, ENTRY | {"id": "other"}))
    assert [entry.id for entry in found.entries] == ["other"]
    assert found.troubles == ("lantern is left out: it is listed more than once.",)


def test_words_that_would_move_a_cursor_or_turn_a_line_do_neither() -> None:
    entry = catalogue(title="The \x1b[31mLantern\x07", tagline="a\u202eb", notes=["c\r\nd"]).entries
    assert entry[0].title == "The ?[31mLantern?"
    assert entry[0].tagline == "a?b"
    assert entry[0].notes[0].isprintable()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no JSON"),
        (b"<html>", "no JSON"),
        (b"\xff\xfe{}", "no JSON"),
        (b'{"catalogue": 1, "packs": [', "no JSON"),
        (b"[" * 1_000_000, "no JSON"),
        (b"9" * 100_000, "no JSON"),
        (b"[]", "does not say"),
        (b"{}", "does not say"),
        (b'{"catalogue": "1"}', "does not say"),
        (b'{"catalogue": true}', "does not say"),
        (b'{"catalogue": 2, "packs": []}', "form 2"),
        (b'{"catalogue": 1}', "no packs"),
        (b'{"catalogue": 1, "packs": {}}', "no packs"),
        (b'{"catalogue": 1, "packs": [' + b"0," * 20_000 + b"0]}", "more than"),
        (b" " * (MOST_BYTES + 1), "larger than"),
    ],
)
def test_what_is_no_catalogue_is_told_so(data: bytes, told: str) -> None:
    with pytest.raises(NoCatalogueError, match=told):
        read(data)


def test_many_wrong_entries_are_told_in_few_lines() -> None:
    assert len(read(index(*[{}] * 5_000)).troubles) <= 21
