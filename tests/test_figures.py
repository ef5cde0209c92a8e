"""The quick figures still come out, each on the last line."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.figures import evidence, fairness
from tests.figures.__main__ import NAMES


def take(*words: str) -> list[str]:
    """Return the lines a figure prints."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.figures", *words],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout.splitlines()


def test_every_figure_is_listed_in_one_line() -> None:
    assert [line.split()[0] for line in take()] == list(NAMES)


@pytest.mark.parametrize("name", ["lines", "cards"])
def test_the_last_line_is_the_figure(name: str) -> None:
    word, number, *_ = take(name)[-1].replace(",", "").split()
    assert word == name
    assert int(number) > 100


def test_an_explainer_that_says_nothing_cited_is_gone(tmp_path: Path) -> None:
    source = tmp_path / "explainer.txt"
    source.write_text("Ballerina Synopsis\n\nNothing of note.\n", encoding="utf-8")
    *_, last = evidence.figure(source)
    assert ": 0 found, 0 moved, " in last
    assert " 0 gone" not in last


def test_a_handful_of_games_is_played_to_its_end_and_counted() -> None:
    *lines, last = fairness.figure(30)
    assert sum("±" in line for line in lines) == 14
    assert last.startswith("fairness ")
    assert "of 14 shares" in last
    assert "of 12 tables" in last
