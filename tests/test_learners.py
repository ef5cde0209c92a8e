"""People who rehearse remember more than those who review as often at random; a quick slice."""

from pathlib import Path

from tests.figures import rehearsal
from tests.figures.learners import DAY, Activation, Forgetting
from tests.figures.rehearsal import NONE, OLDEST, RANDOM, REHEARSED, lived, plays_on, shelf_in


def test_what_is_rehearsed_is_remembered_better_than_at_random_at_the_same_cost(
    tmp_path: Path,
) -> None:
    shelf = shelf_in(tmp_path)
    lives = [lived(shelf, Activation, seed, plays_on) for seed in range(3)]
    for life in lives:
        assert set(life.shares) == {REHEARSED, RANDOM, OLDEST, NONE}
        assert life.ahead(NONE, -1) > 0.2
        assert 0 < life.reviews < 40 * rehearsal.TESTS[-1]
    assert sum(life.ahead(RANDOM, -1) for life in lives) > 0


def test_the_same_person_lives_the_same_life_again(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    one, two = (lived(shelf, Forgetting, 5, rehearsal.plays_one_pack) for _ in range(2))
    assert one == two


def test_a_card_fades_and_what_was_met_apart_fades_more_slowly() -> None:
    memory = Activation(2, seed=1)
    memory._strength[:] = [1.0, 1.0]  # noqa: SLF001 (two cards alike)
    assert memory.recall(0, 0.0) == 0.0
    for card, apart in ((0, 60.0), (1, 5 * DAY)):
        for time in range(4):
            memory.meet(card, 15 * DAY - (3 - time) * apart, recalled=True)
    soon, late = 15 * DAY + 60, 60 * DAY
    assert memory.recall(0, soon) > memory.recall(0, late)
    assert memory.recall(1, late) > memory.recall(0, late)


def test_a_rate_of_forgetting_falls_when_a_card_came_to_mind() -> None:
    known, missed = Forgetting(1, seed=2), Forgetting(1, seed=2)
    for memory, recalled in ((known, True), (missed, False)):
        memory.meet(0, 0.0, recalled=recalled)
        memory.meet(0, DAY, recalled=recalled)
    assert known.recall(0, 9 * DAY) > missed.recall(0, 9 * DAY)
