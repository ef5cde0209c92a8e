"""The small locks on the one door."""

from pathlib import Path

import pytest

from quizgame.domain.gate import cut
from quizgame.storage.packfile import load
from tests.conftest import ROOT
from tests.noninterference.locks import (
    canary,
    no_answer_can_be_told,
    no_answer_is_within_reach,
    no_card_is_within_reach,
    no_higher_mark_is_found,
)
from tests.noninterference.picturelocks import (
    nothing_is_kept_behind_the_curtain,
    nothing_is_read_ahead,
    tried,
)


@pytest.mark.parametrize("tier", [0, 1])
@pytest.mark.parametrize("seed", range(3))
def test_no_mark_of_a_higher_tier_is_painted_or_saved(
    tmp_path: Path, assets: Path, tier: int, seed: int
) -> None:
    no_higher_mark_is_found(tmp_path, assets, tier=tier, seed=seed)


def test_a_screen_can_reach_no_card_no_deck_and_no_round(tmp_path: Path, assets: Path) -> None:
    no_card_is_within_reach(tmp_path, assets)


def test_a_card_being_asked_reaches_no_answer(tmp_path: Path, assets: Path) -> None:
    no_answer_is_within_reach(tmp_path, assets)


def test_a_question_does_not_tell_which_answer_is_right(tmp_path: Path) -> None:
    no_answer_can_be_told(tmp_path)


def test_a_picture_or_a_sound_is_read_once_its_card_is_shown_and_by_no_name() -> None:
    tried(nothing_is_read_ahead)


def test_behind_the_curtain_no_picture_and_no_sound_is_read_kept_or_heard() -> None:
    tried(nothing_is_kept_behind_the_curtain)


def test_unknown_means_the_lowest_tier(tmp_path: Path) -> None:
    path = tmp_path / "pack.yaml"
    path.write_text(canary(), encoding="utf-8")
    pack = load(path).pack
    assert pack is not None
    lowest = cut(pack, pack.face.ladder.watch_point("no such tier"))
    assert {c.tier for c in lowest.cards} == {0}
    assert cut(pack, -5) == lowest
    assert cut(pack, 99) == cut(pack, 2)


def test_what_a_belief_comes_to_is_cut_away_until_everything_is_known() -> None:
    pack = load(ROOT / "questions" / "ballerina.yaml").pack
    assert pack is not None
    assert any(card.until is not None and card.later for card in pack.cards)
    for point in range(5):
        deck = cut(pack, point)
        assert all(card.until is None and not card.later for card in deck.cards)
        assert bool(deck.beliefs) == (point == 4)


def test_a_card_is_open_from_its_tier_to_its_end() -> None:
    pack = load(ROOT / "questions" / "ballerina.yaml").pack
    assert pack is not None
    for point in range(5):
        ids = {card.id for card in cut(pack, point).cards}
        for card in pack.cards:
            ended = card.until is not None and point >= card.until
            dealt = card.tier <= point and not ended and card.opens is None
            assert (card.id in ids) == dealt
