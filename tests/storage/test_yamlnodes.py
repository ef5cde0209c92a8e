import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizgame.storage import yamlnodes
from quizgame.storage.yamlnodes import Mapping, Node, Scalar, Sequence, read_nodes
from tests.samples import lantern

COLOURS = 'put colours, and other texts with a #, in quotes: ["#1f3a4d", "#d9a441"]'
WHOLE = "put the whole text in double quotes"


@pytest.fixture(params=["c parser", "pure parser"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure parser":
        monkeypatch.delattr(yaml, "CBaseLoader", raising=False)


def plain(node: Node | None) -> object:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}
        case None:
            return None


def faults(text: str) -> list[tuple[str, int, int]]:
    return [(i.code, i.line, i.column) for i in read_nodes(text.encode())[1]]


@pytest.mark.parametrize(
    "word", ["No", "on", "y", "2:12", "1.10", "0o17", "017", "1_000", "~", "null", "2023-01-01"]
)
def test_a_word_stays_as_it_was_written(word: str) -> None:
    node, issues = read_nodes(f"answer: {word}\n".encode())
    assert plain(node) == {"answer": word}
    assert issues == []


def test_every_node_knows_its_line_and_column() -> None:
    node, _ = read_nodes(b"a: 1\nlist:\n  - x\n  - {k: v}\n")
    assert isinstance(node, Mapping)
    (_, one), (key, items) = node.entries
    assert (one.line, one.column) == (1, 4)
    assert (key.line, key.column) == (2, 1)
    assert isinstance(items, Sequence)
    assert [(item.line, item.column) for item in items.items] == [(3, 5), (4, 5)]


def test_columns_count_characters_not_bytes() -> None:
    node, _ = read_nodes("{옥주: x, b: y}".encode())
    assert isinstance(node, Mapping)
    assert node.entries[1][0].column == 9


def test_an_empty_quoted_text_differs_from_nothing() -> None:
    node, _ = read_nodes(b"a:\nb: ''\n")
    assert isinstance(node, Mapping)
    assert node.entries[0][1] == Scalar("", 1, 3, quoted=False)
    assert node.entries[1][1] == Scalar("", 2, 4, quoted=True)


def test_a_byte_order_mark_is_welcome() -> None:
    node, issues = read_nodes(b"\xef\xbb\xbfa: 1\n")
    assert plain(node) == {"a": "1"}
    assert issues == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", ("Q105", 3, 1)),
        ("a: &x 1\n", ("Q106", 1, 4)),
        ("a: 1\nb: *x\n", ("Q106", 2, 4)),
        ("a: !!python/object:os.system x\n", ("Q107", 1, 4)),
        ("a: ! x\n", ("Q107", 1, 4)),
        ("a: 1\n---\nb: 2\n", ("Q108", 2, 1)),
        ("[x, y]: 1\n", ("Q109", 1, 1)),
        ('a: "\\x07"\n', ("Q102", 1, 4)),
        ("a: b\x07\n", ("Q102", 1, 5)),
    ],
)
def test_what_a_pack_does_not_need_is_refused_with_its_place(
    text: str, expected: tuple[str, int, int]
) -> None:
    assert faults(text) == [expected]


def test_all_that_is_refused_stands_in_one_report_and_marks_what_it_lies_in() -> None:
    text = b"good: {a: 1}\nbad: {b: &x 1, c: 2, c: 3}\n"
    node, issues = read_nodes(text)
    assert [(i.code, i.column) for i in issues] == [("Q106", 10), ("Q105", 22)]
    assert isinstance(node, Mapping)
    good, bad = (value for _, value in node.entries)
    assert isinstance(good, Mapping)
    assert isinstance(bad, Mapping)
    assert (good.flawed, bad.flawed, node.flawed) == (False, True, True)


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("a: 1\n\tb: 2\n", 2, "indent with spaces"),
        ("stem: Remember this: who?\n", 1, "put the whole text in double quotes"),
        ('a: 1\nb: "never closed\n', 2, "close it"),
        ("a: [x, y\nb: 1\n", 2, "put texts with a comma, colon or bracket in quotes"),
        ("a: 1\nb: @home\n", 2, "put it in double quotes"),
        ("a: [#1f3a4d, #d9a441]\nb: 1\nc: [x]\nd:\n  - {e: f}\n", 1, COLOURS),
        ("a: {b: x #1\nc: 1\n", 1, COLOURS),
        ("a:\n  -id: x\n    b: y\n", 2, "write '- id: ...'"),
        ("a: [x, # a note\n  y]\nstem: Remember this: who?\n", 3, WHOLE),
        ('a: "c:\\docs"\n', 1, "write two backslashes, or use single quotes"),
    ],
)
def test_a_common_slip_gets_its_line_and_a_mend(text: str, line: int, hint: str) -> None:
    node, issues = read_nodes(text.encode())
    assert node is None
    assert [(i.code, i.line, i.hint) for i in issues] == [("Q103", line, hint)]


def test_bytes_that_are_not_utf8_are_told_with_their_place() -> None:
    _, issues = read_nodes(b"a: 1\nb: caf\xe9\n")
    assert [(i.code, i.line, i.column) for i in issues] == [("Q101", 2, 7)]


@pytest.mark.parametrize("text", ["[" * 5_000, "- " * 5_000 + "x", "{a: " * 5_000])
def test_deep_nesting_is_refused_without_recursion(text: str) -> None:
    node, issues = read_nodes(text.encode())
    assert node is None
    assert [i.code for i in issues] == ["Q104"]


def test_too_large_a_file_and_too_many_items_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamlnodes, "MOST_BYTES", 100)
    monkeypatch.setattr(yamlnodes, "MOST_NODES", 10)
    assert [i.code for i in read_nodes(b"a" * 101)[1]] == ["Q104"]
    assert [i.code for i in read_nodes(b"[" + b"x," * 20 + b"]")[1]] == ["Q104"]


def test_an_empty_file_is_nothing_and_no_fault() -> None:
    assert read_nodes(b"# only a comment\n") == (None, [])


def test_the_sample_pack_reads_as_yaml_reads_it() -> None:
    node, issues = read_nodes(lantern().encode())
    assert issues == []
    assert plain(node) == yaml.load(lantern(), Loader=yaml.BaseLoader)  # noqa: S506 (it makes text)


def test_the_report_never_quotes_the_text_of_a_slip() -> None:
    _, issues = read_nodes(b"stem: The killer: Silas\n")
    assert "Silas" not in f"{issues[0]}"


@given(data=st.binary(max_size=300))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    read_nodes(data)


@given(text=st.text(alphabet="ab:- \n\t[]{}'\"&*!|>%@,?#\\x0U~", max_size=80))
def test_no_yaml_like_text_makes_it_raise(text: str) -> None:
    _, issues = read_nodes(text.encode())
    assert all(i.line >= 1 and i.column >= 1 for i in issues)
