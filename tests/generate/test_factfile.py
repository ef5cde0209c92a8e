"""`facts.yaml` is read strictly, and every fault is told with its place and mend."""

import pytest

from quizgame.generate.factreading import read_facts
from quizgame.generate.factwriting import text, written
from quizgame.storage.yamlnodes import Mapping, Scalar, read_nodes
from tests.generate.articles import of_text

PAGE = written(of_text("Snow\n\nAda meets Bo. Bo meets Ada. Ada kills Bo.\n")).decode()


@pytest.mark.parametrize(
    ("old", "new", "line_of", "says"),
    [
        ("relation: kills", "relation: kils", "relation: kils", "did you mean 'kills'?"),
        ("state: proposed", "state: confirm", "state: confirm", "did you mean 'confirmed'?"),
        ("subject: ada", "subject: adda", "subject: adda", "no name or fact is called 'adda'"),
        ("tier: the-end", "tier: the-edn", "tier: the-edn", "no tier is called 'the-edn'"),
        ("    sort: person", "    sort: hero", "sort: hero", "no sort is called 'hero'"),
        ("    object: bo", "    objekt: bo", "objekt: bo", "did you mean 'object'?"),
        ("format: 1", "format: 2", "format: 2", "whole number from 1 to 1"),
        ("paragraph: 1", "paragraph: one", "paragraph: one", "'paragraph' must be a whole number"),
        (
            "ledger: []",
            "ledger: [{facts: [gone], why: x}]",
            "ledger:",
            "no name or fact is called 'gone'",
        ),
    ],
)
def test_a_slip_is_told_with_its_line_and_mend(old: str, new: str, line_of: str, says: str) -> None:
    page = PAGE.replace("credits", "the-end").replace(old, new, 1)
    book, issues = read_facts(page.encode(), "facts.yaml")
    assert book is None
    (issue, *_) = [one for one in issues if says in str(one)]
    assert line_of in page.splitlines()[issue.line - 1]
    assert issue.file == "facts.yaml"


@pytest.mark.parametrize(
    "data", [b"", b"- a\n", b"\xff\xfe\0", b"format: 1\n", b"a: [", b"names: 3\nfacts: x\n"]
)
def test_what_is_no_file_of_facts_is_told(data: bytes) -> None:
    book, issues = read_facts(data, "facts.yaml")
    assert book is None
    assert issues


def test_a_fact_says_either_whom_or_what() -> None:
    both = PAGE.replace("    object: bo\n", "    object: bo\n    words: a boat\n", 1)
    neither = PAGE.replace("    object: bo\n", "", 1)
    for page, says in (
        (both, "both 'object' and 'words'"),
        (neither, "neither 'object' nor 'words'"),
    ):
        _, issues = read_facts(page.encode(), "facts.yaml")
        assert any(says in one.message for one in issues)


@pytest.mark.parametrize(
    "said", ["no", "1984", "a: b", "a #b", "“q”", "'q", "[x]", "a\\b", "Ok-ju’s", "-", "née"]
)
def test_a_text_reads_back_as_it_was(said: str) -> None:
    node, issues = read_nodes(f"a: {text(said)}\n".encode())
    assert issues == []
    assert isinstance(node, Mapping)
    ((_, value),) = node.entries
    assert isinstance(value, Scalar)
    assert value.text == said
