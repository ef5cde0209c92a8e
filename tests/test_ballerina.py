"""The bank that ships, by its properties."""

from collections import Counter
from pathlib import Path

import pytest

from quizgame.domain.cards import (
    Card,
    PutInOrder,
    SeveralRight,
    SingleChoice,
    TrueFalse,
    TypeAnswer,
)
from quizgame.domain.gate import cut
from quizgame.domain.packs import SealedPack
from quizgame.storage.packfile import load
from tests.conftest import ROOT

BANK = ROOT / "questions" / "ballerina.yaml"


@pytest.fixture(scope="module")
def pack() -> SealedPack:
    loaded = load(BANK)
    assert loaded.issues == ()
    assert loaded.pack is not None
    return loaded.pack


def of_kind(pack: SealedPack, kind: type) -> list[Card]:
    return [card for card in pack.cards if type(card.kind) is kind]


def test_every_tier_has_enough_cards_of_its_own(pack: SealedPack) -> None:
    tiers = Counter(card.tier for card in pack.cards)
    assert len(pack.cards) >= 90
    assert all(tiers[tier] >= 14 for tier in range(5))


def test_all_five_kinds_and_at_least_four_categories_are_used(pack: SealedPack) -> None:
    kinds = {type(card.kind) for card in pack.cards}
    assert kinds == {SingleChoice, TrueFalse, SeveralRight, PutInOrder, TypeAnswer}
    assert len({card.category for card in pack.cards}) >= 4
    assert len(pack.glossary.terms) >= 25


def test_a_full_round_can_be_played_without_any_noted_theme(pack: SealedPack) -> None:
    notes = frozenset(pack.face.notes)
    assert all(len(cut(pack, point).without(notes).cards) >= 10 for point in range(5))


def test_every_card_says_where_the_source_says_it(pack: SealedPack) -> None:
    assert all(card.citation for card in pack.cards)


def test_right_options_stand_evenly_and_are_not_the_longest(pack: SealedPack) -> None:
    places: Counter[int] = Counter()
    longest = 0
    cards = of_kind(pack, SingleChoice)
    for card in cards:
        assert isinstance(card.kind, SingleChoice)
        places[card.kind.right] += 1
        lengths = sorted(((len(text), n) for n, text in enumerate(card.kind.options)), reverse=True)
        longest += lengths[0][1] == card.kind.right and lengths[0][0] > lengths[1][0]
    assert max(places.values()) <= 0.4 * len(cards)
    assert longest <= 0.35 * len(cards)


def test_statements_are_true_as_often_as_false(pack: SealedPack) -> None:
    right = Counter(card.kind.right_words()[0] for card in of_kind(pack, TrueFalse))
    assert abs(right["True"] - right["False"]) <= 2


def test_no_card_names_a_term_above_its_tier(pack: SealedPack) -> None:
    for card in pack.cards:
        texts = (card.stem, card.category, *card.kind.options, *card.kind.right_words())
        assert pack.glossary.tier_of(texts) <= card.tier
        # What a prediction comes to is told where it opens.
        assert pack.glossary.tier_of([card.why]) <= (card.opens or card.tier)


def test_there_are_predictions_at_every_tier_but_the_last(pack: SealedPack) -> None:
    bets = [card for card in pack.cards if card.opens is not None]
    assert len(bets) >= 10
    assert {card.tier for card in bets} == {0, 1, 2, 3}
    for point in range(4):
        notes = frozenset(pack.face.notes)
        assert cut(pack, point).without(notes).predictions or point == 3
    assert {card.opens for card in bets} == {1, 2, 3, 4}


def test_the_bank_reads_from_a_copy_anywhere(tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere.yaml"
    copy.write_bytes(BANK.read_bytes())
    assert load(copy).pack == load(BANK).pack
