"""Two packs that agree up to the watch point and differ above it cannot be told apart in play."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from quizgame.domain.gate import cut
from quizgame.storage.packfile import read_pack
from tests.noninterference.detectors import caught_by, program, smallest
from tests.noninterference.machine import Watching
from tests.noninterference.mutant import Mutant, Patch
from tests.noninterference.mutants import MUTANTS
from tests.noninterference.packs import Pair, pairs
from tests.noninterference.packwalk import pack_walk
from tests.noninterference.program import run_program
from tests.noninterference.shelfwalk import shelf_walk
from tests.noninterference.terminalwalk import terminal_walk
from tests.noninterference.walk import lowered_walk, pair, sequel_walk, walk

PROPERTY = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def test_nothing_above_the_watch_point_can_be_told() -> None:
    run_state_machine_as_test(Watching, settings=PROPERTY)


def test_nothing_can_be_told_on_a_long_evening_through_every_page() -> None:
    walk()


def test_a_sequel_cannot_be_told_before_the_story_is_known_nor_after_it_is_forgotten() -> None:
    sequel_walk()


def test_a_long_shelf_is_searched_sorted_and_read_alike_whatever_is_hidden() -> None:
    shelf_walk()


def test_packs_are_added_and_put_away_alike_whatever_is_hidden_in_them() -> None:
    pack_walk()


def test_commands_on_packs_say_the_same_whatever_is_hidden_in_them() -> None:
    terminal_walk()


def test_a_lowered_watch_point_puts_the_last_round_away() -> None:
    lowered_walk()


def test_the_whole_program_leaves_the_same_frames_words_files_and_exit_code() -> None:
    program()


@settings(max_examples=8, deadline=None)
@given(pairs(), st.lists(st.integers(0, 400), min_size=5, max_size=25))
def test_any_run_of_the_whole_program_leaves_the_same(twins: Pair, hand: list[int]) -> None:
    with TemporaryDirectory() as left, TemporaryDirectory() as right:
        one = run_program(Path(left), twins.one.yaml(), hand)
        assert one == run_program(Path(right), twins.two.yaml(), hand)
        assert one.exit_code == 0


@settings(max_examples=50, deadline=None)
@given(pairs())
def test_the_pairs_agree_just_as_far_as_they_say(twins: Pair) -> None:
    one, two = (read_pack(p.yaml().encode(), "pack.yaml").pack for p in (twins.one, twins.two))
    assert one is not None
    assert two is not None
    for tier in range(twins.agree + 1):
        assert cut(one, tier) == cut(two, tier)


def test_the_fixed_pair_differs_above_and_only_there() -> None:
    twins = pair()
    one, two = (read_pack(p.yaml().encode(), "pack.yaml").pack for p in (twins.one, twins.two))
    assert one is not None
    assert two is not None
    assert [cut(one, tier) == cut(two, tier) for tier in range(4)] == [True, True, False, False]


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_seeded_leak_is_caught(mutant: Mutant) -> None:
    assert caught_by(mutant)


def test_a_seeded_leak_that_no_longer_fits_the_code_is_an_error() -> None:
    stale = Mutant("stale", "none", (Patch("domain.gate:cut", "no such text", "y"),))
    with pytest.raises(AssertionError, match="no such text"):
        caught_by(stale)


def test_there_are_many_seeded_leaks_and_no_two_are_alike() -> None:
    assert len(MUTANTS) >= 60
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS)
    assert len({mutant.patches for mutant in MUTANTS}) == len(MUTANTS)


def test_a_planted_leak_is_made_small() -> None:
    planted = next(m for m in MUTANTS if m.name == "the gate stands open")
    with planted.loose():
        assert 1 <= len(smallest()) <= 3
