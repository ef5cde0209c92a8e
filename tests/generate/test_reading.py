"""An explainer is read as a person reads it: headings, paragraphs, sentences."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.domain.evidence import Section, fingerprint, paragraphs
from quizgame.generate.article import Article
from quizgame.generate.reading import is_english, read
from quizgame.generate.sentences import sentence_spans
from tests.generate.articles import EVERY, EXPLAINERS, ROUND_2


def article(text: str, name: str = "tale.txt") -> Article:
    found = read(text.encode(), name).article
    assert found is not None
    return found


PLAIN = """\
The Lamp Ending Explained: Who Lit It?

Ada keeps a lighthouse.

What Happens in The Lamp?
Ada finds a boat. It is empty.

What’s in the box

Nothing, says Mr. Brown.

• Jane Roe as Ada
• John Doe as Mr. Brown
"""


def test_headings_of_a_plain_text_stand_alone_or_over_prose() -> None:
    titles = [one.title for one in article(PLAIN).sections]
    assert titles == ["The Lamp Ending Explained: Who Lit It?", "What Happens in The Lamp?"]


def test_markdown_and_a_web_page_give_the_same_places_as_plain_text() -> None:
    marked = "# The Lamp\n\nAda *keeps* a\nlighthouse.\n\n## Plot\n\n"
    marked += "- Ada finds a [boat](http://x) in the harbour.\n"
    page = (
        "<html><head><script>var a = 'Ada kills Bo.'</script></head><body><nav>Home</nav><article>"
        "<h1>The Lamp</h1><p>Ada <b>keeps</b> a lighthouse.</p><h2>Plot</h2>"
        "<ul><li>Ada finds a boat in the harbour.</li></ul></article></body></html>"
    )
    plain = "The Lamp\n\nAda keeps a lighthouse.\n\nPlot\n\nAda finds a boat in the harbour.\n"
    texts = {
        article(text, name).text
        for text, name in ((marked, "a.md"), (page, "a.html"), (plain, "a.txt"))
    }
    assert texts == {"The Lamp\nAda keeps a lighthouse.\nPlot\nAda finds a boat in the harbour.\n"}


def test_a_text_broken_at_a_fixed_width_is_joined_into_paragraphs() -> None:
    rows = ["The old woman walked down to the harbour and looked for the boat that"] * 6
    text = "The Boat\n\n" + "\n".join([*rows, "had gone."]) + "\n\n" + "\n".join([*rows, "sank."])
    assert len(article(text).paragraphs) == 2


@pytest.mark.parametrize("name", EVERY)
def test_places_are_those_that_cards_cite(name: str) -> None:
    found = read((EXPLAINERS / name).read_bytes(), name).article
    assert found is not None
    assert len(found.sections) >= (1 if name in ROUND_2 else 4)
    there = paragraphs(found.text, found.sections)
    assert there == {one.place: one.text for one in found.paragraphs}


@given(
    st.lists(st.sampled_from(["The Plot", "The End", "Ada sleeps.", "", "Who Is Ada?"]), min_size=1)
)
def test_places_are_those_that_cards_cite_whatever_stands_twice(lines: list[str]) -> None:
    found = read("\n".join(lines).encode(), "tale.txt").article
    if found is not None:
        there = paragraphs(found.text, found.sections)
        assert there == {one.place: one.text for one in found.paragraphs}


def test_a_title_that_comes_again_goes_on_with_its_section() -> None:
    sections = (Section("a", "Plot", 0), Section("b", "End", 0))
    there = paragraphs("Plot\none\nEnd\ntwo\nPlot\nthree\n", sections)
    assert there == {("a", 1): "one", ("b", 1): "two", ("a", 2): "three"}


def test_sections_of_one_title_come_in_turn() -> None:
    sections = (Section("a", "Plot", 0), Section("b", "Plot", 0))
    there = paragraphs("Plot\none\nPlot\ntwo\n", sections)
    assert there == {("a", 1): "one", ("b", 1): "two"}


def test_the_fingerprint_of_a_passage_stays_what_it_was() -> None:
    assert fingerprint("  Ok‐ju’s “Diary” – ﬁn\u00a0") == fingerprint('ok-ju\'s "diary" - fin')
    assert fingerprint("Nothing of note.") == "b3e9ae0c3d1bc2ab"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Hyde runs. Dr. Jekyll stays.", 2),
        ("“Go!” she cries. “Now.” He goes.", 3),
        ("J. R. Smith of the U.S. Navy dies.", 1),
        ("He waits… Nobody comes.", 2),
        ("It is 3.5 miles, e.g. by sea.", 1),
        ("Who is it? St. John.\u00a0He knocks.", 3),
        ("", 0),
        ('An "open quote. It goes on.', 2),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    assert len(list(sentence_spans(text))) == count


@given(st.text(max_size=200))
def test_sentences_lie_in_order_and_leave_out_only_space(text: str) -> None:
    at, kept = 0, ""
    for start, end in sentence_spans(text):
        assert at <= start < end
        kept += text[start:end]
        at = end
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "a.txt", "is empty"),
        (b" \n\n ", "a.txt", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\xff\xfe" * 40, "a.png", "is not a text"),
        (b"x" * 4_000_001, "a.txt", "larger than 4 MB"),
        (b"<html><script>alert(1)</script></html>", "a.html", "No text to read"),
    ],
)
def test_what_is_no_article_is_told_in_a_sentence(data: bytes, name: str, says: str) -> None:
    reading = read(data, name)
    assert reading.article is None
    (remark,) = reading.remarks
    assert says in remark
    assert remark.endswith(".")


def test_ten_thousand_headings_are_lines_of_text() -> None:
    text = "\n\n".join(f"The Great Chapter {n}\n\nAda sleeps." for n in range(10_000))
    reading = read(text.encode(), "a.txt")
    assert reading.article is not None
    assert len(reading.article.sections) == 1
    assert any("so many headings" in remark for remark in reading.remarks)


def test_a_novel_is_read_in_part() -> None:
    reading = read(b"Ada finds a boat and goes home. " * 30_000, "a.txt")
    assert any("longer than an explainer" in remark for remark in reading.remarks)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Der Mann geht in das Haus und findet dort seine Frau mit dem Kind. " * 5, False),
        ("La mujer encuentra la caja y se va de la casa con el hombre que la mata. " * 5, False),
        ("옥주는 민희의 집에서 상자를 발견한다. " * 20, False),
        ("The man goes into the house and finds that his wife has left with the child. " * 5, True),
        ("Cast\n\n" + "Jane Roe as Ada\nJohn Doe as Bo\n" * 12, True),
    ],
)
def test_only_english_is_taken_for_english(text: str, english: bool) -> None:
    assert is_english(article(text)) is english


@given(
    st.one_of(st.binary(max_size=400), st.text(max_size=400).map(str.encode)),
    st.sampled_from(["a.txt", "a.md", "a.html"]),
)
def test_nothing_in_a_file_makes_reading_fail(data: bytes, name: str) -> None:
    reading = read(data, name)
    assert reading.article or reading.remarks


def test_an_article_on_disk_is_read_from_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "tale.txt"
    path.write_text(PLAIN, encoding="utf-16")
    assert read(path.read_bytes(), path.name).article is not None


def test_headings_may_be_numbered() -> None:
    text = (
        "The Lamp Explained\n\nAda lives by the sea.\n\n1. A LIGHT AT NIGHT\n\nAda sees it. She is "
        "alone.\n\nIV) Who put it out?\n\nBo did, and he says why.\n\n3. He went home.\n"
    )
    article = read(text.encode(), "tale.txt").article
    assert article is not None
    titles = [one.title for one in article.sections]
    assert titles == ["The Lamp Explained", "1. A LIGHT AT NIGHT", "IV) Who put it out?"]
