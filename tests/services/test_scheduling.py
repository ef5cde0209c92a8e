"""What becomes of the schedule of a card where the clock was wrong for a while."""

from quizgame.services.scheduling import Schedule
from quizgame.storage.kept import Answered

DAY = 86_400.0
BEGAN = 1_700_000_000.0
CARD = "p", "c"


def _right(*days: float) -> tuple[Answered, ...]:
    return tuple(
        Answered(number, *CARD, "right", 0, 1.0, BEGAN + day * DAY, None, "round", 1)
        for number, day in enumerate(days, 1)
    )


def test_a_card_answered_once_with_the_clock_far_ahead_comes_back_all_the_same() -> None:
    astray = Schedule().due(_right(30 * 365, 0))[CARD]
    assert astray == Schedule().due(_right(0))[CARD]
    by_steps = Schedule()
    for length in range(4):
        by_steps.due(_right(0, 30 * 365, 3, 9)[:length])
    assert by_steps.due(_right(0, 30 * 365, 3, 9)) == Schedule().due(_right(3, 9))


def test_a_clock_that_is_set_right_by_a_little_takes_nothing_of_what_was_learnt() -> None:
    learnt = Schedule().due(_right(0, 9, 40))[CARD]
    assert Schedule().due(_right(0, 9, 40, 39.9))[CARD] > BEGAN + 41 * DAY
    assert Schedule().due(_right(0, 9, 40, 39.9))[CARD] >= learnt
