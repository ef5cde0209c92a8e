"""What everyone at a table can see tells nothing of the cards that only some may see."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from quizgame.domain.gate import cut
from quizgame.storage.packfile import read_pack
from tests.noninterference import tablelocks
from tests.noninterference.tablemachine import Company
from tests.noninterference.tablemutants import TABLE_MUTANTS
from tests.noninterference.tablewalk import (
    LOWERED,
    further_walk,
    pair,
    passing_walk,
    picking_walk,
    sharing_walk,
    team_walk,
    two_games,
)
from tests.noninterference.together import Together

PROPERTY = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def test_nobody_can_tell_what_others_have_seen_further() -> None:
    run_state_machine_as_test(Company, settings=PROPERTY)


def test_nothing_is_told_where_the_screen_is_passed() -> None:
    passing_walk()


def test_nothing_is_told_where_the_screen_is_shared() -> None:
    sharing_walk()


def test_how_far_one_has_watched_changes_nothing_for_the_others() -> None:
    further_walk()


def test_which_wrong_answer_one_picks_changes_nothing_for_the_others() -> None:
    picking_walk()


@pytest.mark.parametrize("tier", [0, 1])
@pytest.mark.parametrize("seed", range(3))
def test_on_a_shared_screen_nothing_is_higher_than_who_looks_on(
    tmp_path: Path, assets: Path, tier: int, seed: int
) -> None:
    tablelocks.nothing_higher_is_shared(tmp_path, assets, tier=tier, seed=seed)


def test_no_frame_around_a_handover_shows_a_card_of_the_one_before(
    tmp_path: Path, assets: Path
) -> None:
    tablelocks.no_handover_shows_a_card(tmp_path, assets)


def test_behind_the_curtain_and_on_the_screen_no_card_and_no_table_is_within_reach(
    tmp_path: Path, assets: Path
) -> None:
    tablelocks.nothing_is_within_reach(tmp_path, assets)


def test_the_pair_of_the_walks_has_nothing_in_common_above_and_everything_below() -> None:
    packs = pair()
    one, two = (read_pack(p.yaml().encode(), "pack.yaml").pack for p in (packs.one, packs.two))
    assert one is not None
    assert two is not None
    assert [cut(one, tier) == cut(two, tier) for tier in range(4)] == [True, True, False, False]
    assert not cut(one, 2).cards
    assert not {c.id for c in cut(one, 3).cards} & {c.id for c in cut(two, 3).cards}


def test_there_are_many_seeded_leaks_of_the_table() -> None:
    assert len(TABLE_MUTANTS) >= 30
    assert all(mutant.channel.startswith("table: ") for mutant in TABLE_MUTANTS)


@pytest.mark.parametrize("evening", LOWERED)
def test_who_says_to_have_watched_less_tells_nothing_of_what_was_seen(
    evening: Callable[[Together], None],
) -> None:
    two_games(evening)


def test_what_one_was_asked_further_up_does_not_steer_what_a_team_is_asked() -> None:
    team_walk()
