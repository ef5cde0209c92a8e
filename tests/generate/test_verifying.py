"""Evidence is found, moved, changed or gone, whatever becomes of the article."""

from pathlib import Path

import pytest

from quizgame.__main__ import main
from quizgame.domain.evidence import fingerprint
from quizgame.generate.verifying import LIKE_ENOUGH, likeness

ARTICLE = """\
The Lamp Ending Explained

Ada keeps the lighthouse on the northern rock and has not been ashore for seven years.

Plot

One foggy morning Ada finds a rowing boat on the rocks below the lamp, and in it lies a brass key.

The key fits the cellar of the old customs house, where Bo has hidden the harbour master's silver.

End

Ada throws the key into the sea, and the lamp goes out for the first time in seven years.
"""
WAYS = {
    "home": ("opening", 1),
    "key": ("plot", 1),
    "silver": ("plot", 2),
    "sea": ("end", 1),
}


def pack(tmp_path: Path) -> Path:
    paragraphs = {}
    section, number = "opening", 0
    for line in filter(None, ARTICLE.splitlines()):
        if line in {"Plot", "End"}:
            section, number = line.casefold(), 0
        elif line != "The Lamp Ending Explained":
            number += 1
            paragraphs[section, number] = fingerprint(line)
    head = """\
format: 1
id: lamp
title: The Lamp
kind: book
language: en
licence: CC0-1.0
authors: [A keeper]
poster: ["#123456", "#abcdef"]
source:
  title: The Lamp Ending Explained
  fingerprint: sha256:0000000000000000000000000000000000000000000000000000000000000000
  sections:
    - {id: opening, title: The Lamp Ending Explained}
    - {id: plot, title: Plot}
    - {id: end, title: End}
tiers:
  - {id: start, label: Start}
  - {id: end, label: End}
cards:
"""
    cards = [
        f"""\
  - id: {ident}
    tier: end
    kind: typed
    category: The lamp
    stem: {stem}
    answers: [{answer}]
    why: {why}
    difficulty: 1
    source: {{section: {place[0]}, paragraph: {place[1]}, passage: "{paragraphs[place]}"}}
"""
        for (ident, place), stem, answer, why in zip(
            WAYS.items(),
            (
                "Where does Ada keep the lighthouse?",
                "What lies in the rowing boat on the foggy morning?",
                "What has Bo hidden in the cellar?",
                "Where does Ada throw the key?",
            ),
            ("On the northern rock", "A brass key", "Silver", "Into the sea"),
            (
                "She has not been ashore for seven years.",
                "It lies on the rocks below the lamp.",
                "The customs house is old.",
                "The lamp goes out then.",
            ),
            strict=True,
        )
    ]
    path = tmp_path / "lamp.yaml"
    path.write_text(head + "".join(cards), encoding="utf-8")
    return path


def verify(
    tmp_path: Path, article: str, capsys: pytest.CaptureFixture[str], *more: str
) -> tuple[int, str]:
    source = tmp_path / "now.txt"
    source.write_text(article, encoding="utf-8")
    code = main(["packs", "verify", str(pack(tmp_path)), "--source", str(source), *more])
    return code, capsys.readouterr().out


def test_all_is_found_in_the_article_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = verify(tmp_path, ARTICLE, capsys)
    assert (code, told) == (0, "lamp.yaml: evidence of 4 cards: 4 found\n")


def test_quotes_spaces_and_capitals_may_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = ARTICLE.replace("'", "’").replace("Plot", "PLOT").replace("the sea", "the\u00a0sea")
    assert verify(tmp_path, article, capsys)[0] == 0


def test_a_paragraph_that_moved_is_told_with_both_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = ARTICLE.replace("Plot\n", "Plot\n\nIt begins with a storm.\n")
    code, told = verify(tmp_path, article, capsys)
    assert code == 0
    assert "key: moved from plot 1 to plot 2" in told
    assert "silver: moved from plot 2 to plot 3" in told
    assert "2 found, 2 moved" in told


@pytest.mark.parametrize("with_before", [False, True])
def test_an_edited_paragraph_is_changed_and_a_lost_one_gone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], with_before: bool
) -> None:
    article = ARTICLE.replace("a brass key.", "an old brass key wrapped in oilcloth.").replace(
        "Ada throws the key into the sea, and the lamp goes out for the first time in seven years.",
        "We shall not spoil how it all ends.",
    )
    before = tmp_path / "before.txt"
    before.write_text(ARTICLE, encoding="utf-8")
    more = ("--before", str(before)) if with_before else ()
    code, told = verify(tmp_path, article, capsys, *more)
    assert code == 1
    assert "key: the paragraph (plot 1) has changed; read plot 1 and the card again" in told
    assert "sea: its evidence (end 1) is gone" in told
    assert "2 found, 1 changed, 1 gone" in told
    lines = pack(tmp_path).read_text(encoding="utf-8").splitlines()
    line = int(next(row for row in told.splitlines() if " sea:" in row).split(":")[1])
    assert "id: sea" in lines[line - 1]


def test_the_same_article_as_a_web_page_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        f"<h2>{row}</h2>" if row in {"Plot", "End"} else f"<p>{row}</p>"
        for row in ARTICLE.splitlines()[1:]
        if row
    ]
    title = "<h1>The Lamp Ending Explained</h1>"
    page = f"<html><body><article>{title}{''.join(rows)}</article></body></html>"
    assert verify(tmp_path, page, capsys)[0] == 0


def test_what_cannot_be_verified_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(tmp_path, "", capsys)[0] == 2
    other = tmp_path / "other.yaml"
    other.write_text("format: 1\n", encoding="utf-8")
    assert main(["packs", "verify", str(other), "--source", str(tmp_path / "now.txt")]) == 2


def test_paragraphs_are_as_alike_as_the_words_they_share_in_a_row() -> None:
    one = "Ada throws the key into the sea, and the lamp goes out."
    assert likeness(one, one) == 1.0
    assert likeness(one, f"At last {one}") == 1.0
    assert likeness(one, "Bo hides the silver of the harbour master.") == 0.0
    assert likeness(one, "Ada throws the key into the well, and the lamp goes out.") > LIKE_ENOUGH
