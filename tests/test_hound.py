"""The pack about a book: drawn from its facts, with a person's cards beside them."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from quizgame.__main__ import main
from quizgame.domain.cards import (
    PutInOrder,
    SeveralRight,
    SingleChoice,
    TrueFalse,
    TypeAnswer,
)
from quizgame.domain.gate import cut
from quizgame.domain.packs import SealedPack
from quizgame.generate.certificates import FILE as CERTIFICATES
from quizgame.generate.certificates import read_certificates
from quizgame.generate.folder import opened
from quizgame.storage.packfile import load
from tests.conftest import ROOT

BANK = ROOT / "questions" / "hound.yaml"
DRAFT = ROOT / "questions" / "hound.draft"
EXPLAINER = ROOT / "questions" / "hound.explainer.txt"


@pytest.fixture(scope="module")
def pack() -> SealedPack:
    loaded = load(BANK)
    assert loaded.issues == ()
    assert loaded.pack is not None
    return loaded.pack


def drawn() -> set[str]:
    """Return the ids of the cards that the generator wrote and nobody has changed."""
    mine, issues = read_certificates((DRAFT / CERTIFICATES).read_bytes(), CERTIFICATES)
    assert issues == ()
    assert mine is not None
    return set(mine.of_cards)


def test_every_tier_has_a_round_of_its_own_in_all_five_kinds(pack: SealedPack) -> None:
    tiers = Counter(card.tier for card in pack.cards)
    assert len(pack.cards) >= 80
    assert all(tiers[tier] >= 10 for tier in range(len(pack.face.ladder.tiers)))
    kinds = {type(card.kind) for card in pack.cards}
    assert kinds == {SingleChoice, TrueFalse, SeveralRight, PutInOrder, TypeAnswer}


def test_a_full_round_can_be_played_without_any_noted_theme(pack: SealedPack) -> None:
    notes = frozenset(pack.face.notes)
    points = range(len(pack.face.ladder.tiers))
    assert all(len(cut(pack, point).without(notes).cards) >= 10 for point in points)


def test_the_pack_is_what_the_generator_and_a_person_made_together(pack: SealedPack) -> None:
    ids = {card.id for card in pack.cards}
    assert len(ids & drawn()) >= 20
    assert len(ids - drawn()) >= 80


def test_every_fact_and_name_of_the_draft_has_been_decided_on() -> None:
    book, issues = opened(DRAFT)
    assert issues == ()
    assert book is not None
    assert not [fact.id for fact in book.facts if fact.state == "proposed"]
    assert not [name.id for name in book.names if name.state == "proposed"]


def test_building_it_anew_from_its_facts_changes_no_byte(tmp_path: Path) -> None:
    for path in (BANK, EXPLAINER):
        shutil.copy(path, tmp_path)
    shutil.copytree(DRAFT, tmp_path / DRAFT.name)
    pack = tmp_path / BANK.name
    assert main(["generate", "render", str(tmp_path / DRAFT.name), "-o", str(pack)]) == 0
    assert pack.read_bytes() == BANK.read_bytes()
    for path in DRAFT.iterdir():
        assert (tmp_path / DRAFT.name / path.name).read_bytes() == path.read_bytes()


def test_its_explainer_still_says_what_every_card_rests_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["packs", "verify", str(BANK), "--source", str(EXPLAINER)]) == 0
    assert main(["packs", "check", str(BANK), "--source", str(EXPLAINER)]) == 0
    said = capsys.readouterr().out
    assert "nothing found" in said
    assert "moved" not in said


def test_what_is_true_for_a_while_says_what_came_of_it(pack: SealedPack) -> None:
    for_now = [card for card in pack.cards if card.until is not None]
    assert len(for_now) >= 6
    assert all(card.later for card in for_now)
