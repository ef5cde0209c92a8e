"""The bank that ships is what the generator and a person made together, from confirmed facts."""

import shutil
from pathlib import Path

import pytest

from quizgame.__main__ import main
from quizgame.generate.certificates import FILE as CERTIFICATES
from quizgame.generate.certificates import read_certificates
from quizgame.generate.facts import FactBook
from quizgame.generate.folder import opened
from quizgame.generate.predicting import FILE as PREDICTIONS
from quizgame.generate.predicting import read_predictions
from quizgame.storage.packfile import load
from tests.conftest import ROOT

BANK = ROOT / "questions" / "ballerina.yaml"
DRAFT = ROOT / "questions" / "ballerina.draft"
MARK = "# Drawn from the facts in ballerina.draft/ by the generator"


@pytest.fixture(scope="module")
def book() -> FactBook:
    found, issues = opened(DRAFT)
    assert issues == ()
    assert found is not None
    return found


def drawn() -> list[str]:
    """Return the ids of the cards that the generator wrote and nobody has changed."""
    mine, issues = read_certificates((DRAFT / CERTIFICATES).read_bytes(), CERTIFICATES)
    assert issues == ()
    assert mine is not None
    return list(mine.of_cards)


def test_every_fact_name_and_prediction_of_the_draft_has_been_decided_on(book: FactBook) -> None:
    assert sum(fact.state == "confirmed" for fact in book.facts) >= 40
    assert not [fact.id for fact in book.facts if fact.state == "proposed"]
    assert not [name.id for name in book.names if name.state == "proposed"]
    bets, issues = read_predictions((DRAFT / PREDICTIONS).read_bytes(), PREDICTIONS)
    assert issues == ()
    assert bets
    assert all(one.state != "proposed" for one in bets)


def test_every_confirmed_fact_says_where_the_article_says_so(book: FactBook) -> None:
    assert all(fact.evidence for fact in book.facts if fact.state == "confirmed")


def test_what_the_generator_drew_stands_below_its_mark_and_all_else_above() -> None:
    by_hand, mark, below = BANK.read_text(encoding="utf-8").partition(MARK)
    assert mark
    ids = drawn()
    assert len(ids) >= 10
    pack = load(BANK).pack
    assert pack is not None
    for card in pack.cards:
        entry = f"  - id: {card.id}\n"
        assert (entry in below) == (card.id in ids)
        assert (entry in by_hand) == (card.id not in ids)


def test_building_it_anew_without_the_article_changes_no_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(BANK, tmp_path)
    shutil.copytree(DRAFT, tmp_path / DRAFT.name)
    pack = tmp_path / BANK.name
    assert main(["generate", "render", str(tmp_path / DRAFT.name), "-o", str(pack)]) == 0
    assert pack.read_bytes() == BANK.read_bytes()
    for path in DRAFT.iterdir():
        assert (tmp_path / DRAFT.name / path.name).read_bytes() == path.read_bytes()
