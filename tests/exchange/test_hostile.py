"""Files that mean harm, or are just broken: a sentence for each, and nothing raises past it."""

import io
import json
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.exchange import SORTS
from quizgame.exchange.filebytes import read_bytes
from quizgame.exchange.found import CannotRead
from quizgame.exchange.inward import Brought, bring, draft
from quizgame.exchange.plaintext import plain
from quizgame.storage.packfile import read_pack
from tests.exchange.sheets import kahoot

ROW = ("Who rings?", "Ansel", "Mara", None, None, 20, 1)
SIGNS = "{}=~#%\\:/\n\t\r ABCT.1\"',;|<>&$[]()@-é\0\ufeff가"
LINES = st.sampled_from(
    ["$CATEGORY: a/b", "::T::", "Who? {=A ~B}", "{", "}", "ANSWER: A", "A. x", "A) y", "// c", "",
     "#separator:tab", "#separator:x", "#html:true", "#tags column:99", "#columns:a\tb", "a\tb",
     "{{c1::a}}", "question,answer", "a;b;c", '"', "[", '{"results": [1, {}, {"question": 1}]}',
     "<quiz>", "<question type='multichoice'>", "</quiz>", "=%50%x", "{#1..2}", "{#x}", "{T#a#b}",
     "question,choice 1,choice 2,correct numbers", "x,,,99", "<li>", "\x0b", "\u2028", "{=}", "{~}"]
)  # fmt: skip
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    "<quiz><question type='essay'><name><text>&b;</text></name></question></quiz>"
)


def refused(data: bytes, sort: str | None = None, name: str = "quiz.txt") -> str:
    """Return the sentence with which the bytes are refused."""
    with pytest.raises(CannotRead) as caught:
        bring(data, name, sort, "film")
    sentence = str(caught.value)
    assert sentence
    assert "\n" not in sentence
    return sentence


def brought(data: bytes, sort: str | None) -> Brought | None:
    """Return what the bytes give, the draft of it being sound, or None when they are refused."""
    reason = ""
    try:
        found = bring(data, "quiz.txt", sort, "film")
        text = draft(found, "quiz.txt", "", "film", "en")
    except CannotRead as caught:
        reason = str(caught)
    if reason:
        assert "\n" not in reason
        return None
    assert found.read >= len(found.cards)
    if found.cards:
        loaded = read_pack(text.encode(), "quiz.yaml")
        assert loaded.issues == ()
        assert loaded.pack is not None
        assert len(loaded.pack.cards) == len(found.cards)
    return found


sorts = st.sampled_from([None, *SORTS])


@given(st.binary(max_size=300), sorts)
def test_no_bytes_make_a_reader_raise(data: bytes, sort: str | None) -> None:
    brought(data, sort)


@given(st.text(st.sampled_from(SIGNS), max_size=200), sorts)
def test_no_text_makes_a_reader_raise(text: str, sort: str | None) -> None:
    brought(text.encode(), sort)


@given(st.lists(LINES, max_size=12), sorts)
def test_no_mixture_of_formats_makes_a_reader_raise(lines: list[str], sort: str | None) -> None:
    brought("\n".join(lines).encode(), sort)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["question", "correct_answer", "incorrect_answers", "type", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.lists(JSON, max_size=4))
def test_no_json_makes_a_reader_raise(rows: list[object]) -> None:
    brought(json.dumps({"results": rows}).encode(), "opentdb")


SHEET = kahoot([ROW])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SHEET) - 1), st.integers(0, 255)), max_size=6))
def test_no_broken_spreadsheet_makes_a_reader_raise(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SHEET)
    for place, byte in changes:
        data[place] = byte
    brought(bytes(data), "kahoot")


def test_entities_and_document_types_are_refused() -> None:
    assert "entities" in refused(BOMB.encode())
    outside = '<!DOCTYPE quiz SYSTEM "file:///etc/hostname"><quiz/>'
    assert "document type" in refused(outside.encode(), "moodle-xml")


def test_xml_that_is_nested_too_deep_is_refused() -> None:
    assert "too deep" in refused(b"<quiz>" + b"<a>" * 100_000, "moodle-xml")


def test_xml_that_is_broken_is_told_with_its_line() -> None:
    assert "line 2" in refused(b"<quiz>\n<question></quiz>")


def test_xml_of_something_else_is_no_quiz() -> None:
    assert "not a quiz" in refused(b"<?xml version='1.0'?><html/>")


def test_xml_in_an_encoding_that_nobody_knows_is_refused() -> None:
    assert refused(b"<?xml version='1.0' encoding='x-none'?><quiz/>")


def test_json_that_is_nested_too_deep_is_refused() -> None:
    assert "too deep" in refused(b"[" * 200_000, "opentdb")
    assert "too deep" in refused(b'{"results":' + b"[" * 200_000)


def test_the_answer_of_open_trivia_db_without_questions_is_told_in_words() -> None:
    assert "too often" in refused(b'{"response_code":5,"results":[]}')


def test_a_nul_in_a_table_is_told_with_its_line() -> None:
    assert "line 2" in refused(b"question,answer\nWho?,Ma\0ra\n", "csv")


def test_a_quote_that_never_closes_is_told_with_its_line() -> None:
    table = b'question,answer\nWho?,Mara\n"Who knocks?,Tobias\n' + b"x,y\n" * 60_000
    assert "line 3" in refused(table, "csv")
    notes = b'#separator:tab\nWho?\tMara\n"Who knocks?\tTobias\n' + b"x\ty\n" * 60_000
    assert "line 3" in refused(notes)


def test_letters_in_no_known_encoding_are_told() -> None:
    assert "UTF-8" in refused(b"question,answer\nWho?,\x81\x8d\x90\n", "csv")
    assert "UTF-8" in refused(b"\xff\xfea", "csv")


def test_an_empty_file_and_one_of_no_sort_are_told() -> None:
    assert "empty" in refused(b" \n")
    assert "--from" in refused(b"Once upon a time.\n")


def test_an_old_spreadsheet_is_told_what_to_be_saved_as() -> None:
    assert ".xlsx" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def test_a_file_of_a_hundred_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as opened:
        opened.truncate(100_000_000)
    with pytest.raises(CannotRead, match="larger than 16 MB"):
        read_bytes(large)


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="not a file"):
        read_bytes(tmp_path)
    with pytest.raises(CannotRead, match="no such file"):
        read_bytes(tmp_path / "none.csv")


def zipped(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return written.getvalue()


def with_sheet(xml: bytes) -> bytes:
    """Return the template's spreadsheet with another sheet in it."""
    with zipfile.ZipFile(io.BytesIO(SHEET)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(parts | {"xl/worksheets/sheet1.xml": xml})


def test_a_spreadsheet_that_unpacks_to_too_much_is_refused() -> None:
    assert "32 MB" in refused(zipped({"xl/worksheets/sheet1.xml": b" " * 33_000_000}))
    assert "32 MB" in refused(zipped({f"{number}.xml": b"" for number in range(501)}))


def test_a_spreadsheet_that_lies_about_its_sizes_is_read_no_further_than_it_says() -> None:
    data = bytearray(with_sheet(b"<worksheet>" + b" " * 30_000_000 + b"</worksheet>"))
    # The size of the largest part, as the list at the end of the zip gives it.
    entry = data.rfind(b"xl/worksheets/sheet1.xml") - 46
    assert data[entry : entry + 4] == b"PK\x01\x02"
    data[entry + 24 : entry + 28] = struct.pack("<I", 100)
    assert "broken" in refused(bytes(data))


def test_a_spreadsheet_with_entities_is_refused() -> None:
    sheet = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><a>&b;</a></worksheet>'
    assert "broken" in refused(with_sheet(sheet))


def test_a_spreadsheet_whose_rows_lie_far_apart_is_read_to_a_row_no_pack_could_reach() -> None:
    row = b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = b'<worksheet xmlns="' + space + b'"><dimension ref="A1:XFD1048576"/><sheetData>'
    assert "no row" in refused(with_sheet(sheet + row + b"</sheetData></worksheet>"))


def test_a_zip_that_is_no_spreadsheet_is_refused() -> None:
    assert "broken" in refused(zipped({"a.txt": b"a"}))
    assert "broken" in refused(b"PK\x03\x04" + b"\0" * 40)


@pytest.mark.parametrize(
    "text",
    ["<!--" * 4000, "<a" * 9000, "<" + "a" * 19_000, "&" * 19_000, "<style" * 3000, "$$a" * 6000,
     "<li>" * 4000, "{{c1::" * 3000, "\\(" * 9000, "<b>" * 6000, "&#1;" * 4000, "[sound" * 3000],
)  # fmt: skip
def test_markup_without_end_is_read_in_time(text: str) -> None:
    found = [brought(f"{text}\tMara".encode(), sort) for sort in ("anki", "gift", "aiken")]
    assert all(one is None or not one.cards for one in found)


def test_a_text_longer_than_any_card_is_not_even_looked_through() -> None:
    with pytest.raises(Exception, match="20,001 characters"):
        plain("a" * 20_001)


def test_what_is_too_long_or_too_many_for_a_card_is_told() -> None:
    long, many = "a" * 401, "".join(f" ~{number}" for number in range(6))
    questions = (
        f"{long}{{T}}",
        f"Who?{{={'a' * 161} ~b}}",
        f"Many?{{=x{many}}}",
        f"{'a' * 400}{{T}}",
        f"Long?{{={'a' * 160} ~b}}",
        f"Why?{{T####{'a' * 1201}}}",
        f"Why now?{{T####{'a' * 1200}}}",
    )
    found = brought("\n\n".join(questions).encode(), "gift")
    assert found is not None
    assert [(told.place, told.lost) for told in found.told] == [
        ("line 1", True),
        ("line 3", True),
        ("line 5", True),
        ("line 11", False),
    ]
    assert [one.place for one in found.cards] == ["line 7", "line 9", "line 11", "line 13"]


def test_more_cards_than_a_pack_holds_are_told() -> None:
    text = "\n\n".join(f"Is it {number}?{{T}}" for number in range(20_001))
    found = brought(text.encode(), "gift")
    assert found is not None
    assert (len(found.cards), found.lost) == (20_000, 1)


@pytest.mark.parametrize(
    ("data", "sort"),
    [
        (b"Is it?{T}\n\n" * 50_001, "gift"),
        (b"question,answer\n" + b"a,b\n" * 50_001, "csv"),
        (b"<quiz>" + b"<question/>" * 50_001 + b"</quiz>", "moodle-xml"),
        (b"[" + b"1," * 50_000 + b"1]", "opentdb"),
    ],
)
def test_more_questions_than_anybody_asks_are_refused(data: bytes, sort: str) -> None:
    assert "more than 50,000 questions" in refused(data, sort)


def test_one_question_as_long_as_a_book_is_left_out() -> None:
    found = brought(b"q{" + b"~a" * 20_000 + b"}\n\nIs it?{T}", "gift")
    assert found is not None
    assert (len(found.cards), found.lost) == (1, 1)
