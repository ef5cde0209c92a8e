"""The awards: what wins each, and that nothing about a story does."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from quizgame.domain import awards, tallies
from quizgame.ui.art import signs
from tests.domain.given import DAY, Given, day_of, deck
from tests.support import KINDS, low_pack

PACK = low_pack().replace("difficulty: 2", "difficulty: 3", 1)
DECKS = {
    "lighthouse": deck(1, PACK),
    "other": deck(0, PACK.replace("id: lighthouse", "id: other")),
}
CARDS = tuple(f"start-{kind}" for kind in KINDS)


def won(answers: Iterable[Given]) -> set[str]:
    return set(awards.won(tallies.told(answers, DECKS), DECKS, day_of))


def rights(count: int) -> list[Given]:
    """Return so many right answers, ten to a run."""
    return [Given(CARDS[n % len(CARDS)], run=n // 10) for n in range(count)]


def test_an_answer_that_is_right_wins_the_first_and_a_wrong_one_none() -> None:
    assert won([Given("start-choice", "wrong"), Given("start-choice", "half")]) == set()
    assert won([Given("start-choice")]) == {"first"}


def test_a_right_answer_to_a_card_that_is_not_there_wins_nothing() -> None:
    assert won([Given("late-choice"), replace(Given("start-choice"), pack_id="gone")]) == set()


def test_ten_in_a_row_may_go_over_two_rounds_but_one_take_may_not() -> None:
    nine = [replace(answer, run=5) for answer in rights(9)]
    assert "ten" in won([*nine, Given("start-choice", run=6)])
    assert "clean" not in won([*nine, Given("start-choice", run=6)])
    assert "ten" not in won([*nine, Given("start-choice", "wrong"), *nine])


def test_a_round_is_clean_also_when_another_came_between() -> None:
    first, second = ([replace(answer, run=run) for answer in rights(5)] for run in (5, 5))
    assert "clean" in won([*first, Given("start-typed", "wrong", run=6), *second])
    spoilt = Given("start-typed", "wrong", run=5)
    assert "clean" not in won([spoilt, *first, *second])
    assert "clean" not in won([replace(a, way="rehearsal", run=None) for a in rights(10)])


@pytest.mark.parametrize(("award", "needed"), [("hundred", 100), ("thousand", 1000)])
def test_many_right_answers_win_by_their_number(award: str, needed: int) -> None:
    assert award not in won([*rights(needed - 1), Given("start-choice", "wrong")])
    assert award in won(rights(needed))


def test_hard_cards_are_those_of_the_hardest_sort() -> None:
    assert "hard" in won([Given("start-choice")] * 25)
    assert "hard" not in won([Given("start-choice")] * 24 + [Given("start-order")] * 9)


def test_quick_answers_must_be_right_as_well() -> None:
    quick = [Given("start-order", seconds=4.9)] * 9
    assert "quick" not in won([*quick, Given("start-order", "wrong", seconds=1.0)])
    assert "quick" not in won([*quick, Given("start-order", seconds=5.0)])
    assert "quick" in won([*quick, Given("start-order", seconds=4.0)])


def test_a_card_missed_before_can_be_made_good() -> None:
    assert "again" in won([Given("start-order", "timeout"), Given("start-order")])
    assert "again" not in won([Given("start-order"), Given("start-order", "wrong")])


def test_a_long_memory_spans_thirty_days() -> None:
    assert "long" in won([Given("start-order", at=0.0), Given("start-order", at=30 * DAY)])
    assert "long" not in won([Given("start-order", at=0.0), Given("start-order", at=29.9 * DAY)])
    between = Given("start-order", "wrong", at=20 * DAY)
    assert "long" not in won([Given("start-order"), between, Given("start-order", at=31 * DAY)])


def test_seven_days_in_a_row_win_in_whatever_order_a_clock_gave_them() -> None:
    days = [5, 6, 7, 1, 2, 4, 3]
    week = [Given("start-order", at=day * DAY) for day in days]
    assert "week" in won(week)
    assert "week" not in won(week[:-1])
    assert "week" not in won([Given("start-order", at=-day * DAY) for day in days])


def test_company_and_a_second_pack() -> None:
    assert "table" in won([Given("start-order", way="table")])
    assert "packs" not in won(rights(3))
    assert "packs" in won([Given("start-order"), Given("start-order", pack_id="other")])


def test_it_is_told_which_answer_won_and_on_which_day() -> None:
    answers = [Given("start-order", "wrong"), Given("start-order", at=3 * DAY, run=8)]
    found = awards.won(tallies.told(answers, DECKS), DECKS, day_of)
    assert (found["first"].answer.run, found["first"].day) == (8, 3)


def test_each_award_can_be_won_has_a_sign_and_is_like_no_other() -> None:
    table = awards.AWARDS
    assert 10 <= len(table) <= 14
    assert all(award.sign in signs.STROKES for award in table)
    for part in ("id", "name", "rule", "sign"):
        assert len({getattr(award, part) for award in table}) == len(table)
    long_life = [
        *[replace(answer, at=n * DAY / 4, seconds=2.0) for n, answer in enumerate(rights(1000))],
        Given("start-choice", "wrong"),
        Given("start-choice", at=900 * DAY, way="table"),
        Given("start-choice", at=900 * DAY, pack_id="other"),
    ]
    assert won(long_life) == {award.id for award in table}


def test_the_rules_speak_of_no_pack() -> None:
    for award in awards.AWARDS:
        assert not {"all", "every", "whole"} & set(award.rule.lower().rstrip(".").split())
