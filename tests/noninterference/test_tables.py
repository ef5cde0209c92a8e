"""What everyone at a table can see tells nothing of the cards that only some may see."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from quizgame.domain import intents as want
from quizgame.domain.gate import cut
from quizgame.storage.packfile import read_pack
from tests.noninterference import tablelocks
from tests.noninterference.deeds import Deed
from tests.noninterference.player import close_players
from tests.noninterference.tablemachine import Company
from tests.noninterference.tablemutants import TABLE_MUTANTS
from tests.noninterference.tablewalk import (
    further_walk,
    look_over,
    pair,
    passing_walk,
    picking_walk,
    play_round,
    seen_to,
    sharing_walk,
    team_walk,
    two_tables,
)
from tests.noninterference.together import Seat, Together

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


# -- what was found, by the smallest way to it --------------------------------------------------


def test_who_had_watched_further_is_not_among_those_whose_answers_all_look_over() -> None:
    with two_games(7) as evening:
        begin(evening, Seat("Ada", 0), Seat("Bosco", 3))
        play_round(evening, {})
        seen_to(evening, 2, 0)
        play_round(evening, {})
        play_round(evening, {})
        look_over(evening)


def test_nor_is_who_had_only_looked_at_a_card_from_further_up() -> None:
    with two_games(11) as evening:
        begin(evening, Seat("Ada", 0), Seat("Bosco", 3))
        evening.turn(Deed.SKIPS)
        evening.send(want.OpenCurtain())
        seen_to(evening, 2, 0)
        for _ in range(3):
            play_round(evening, {})
        look_over(evening)


def test_what_one_was_asked_further_up_does_not_steer_what_a_team_is_asked() -> None:
    team_walk()


@contextmanager
def two_games(seed: int) -> Iterator[Together]:
    """Give two tables that agree on nothing but the lowest tier, and close them again."""
    packs = pair()
    try:
        with two_tables(packs.one, packs.two, seed=seed) as players:
            yield Together(*players, 0)
    finally:
        close_players()


def begin(evening: Together, *seats: Seat) -> None:
    """Seat these, and begin a game of three rounds."""
    evening.sit_down(seats)
    evening.send(want.Change("table_rounds", "3"))
    evening.start()
