"""What answers come to: only those to cards of the deck, whatever else was answered."""

from dataclasses import replace

import pytest

from quizgame.domain import tallies
from tests.domain.given import DAY, Given, day_of, deck, verdicts
from tests.support import low_pack

DECKS = {"lighthouse": deck(0)}


def test_only_answers_to_cards_of_the_deck_are_there() -> None:
    inside, above = Given("start-choice"), Given("middle-choice")
    gone, elsewhere = Given("start-gone"), Given("start-choice", pack_id="almanac")
    assert tallies.told((above, inside, gone, elsewhere), DECKS) == (inside,)
    assert tallies.told((above, inside), {"lighthouse": deck(1)}) == (above, inside)
    assert tallies.told((inside,), {}) == ()


def test_what_was_passed_over_or_left_is_no_answer() -> None:
    given = verdicts("right", "skipped", "left", "timeout", "half", "wrong")
    kept = tallies.told(given, DECKS)
    assert [answer.verdict for answer in kept] == ["right", "timeout", "half", "wrong"]


def test_a_card_that_carries_a_theme_left_out_does_not_count() -> None:
    stormy = low_pack().replace("id: start-choice\n", "id: start-choice\n    notes: [storm]\n")
    whole = deck(0, stormy)
    answers = (Given("start-choice"),)
    assert tallies.mastery(whole, answers) == (20,)
    assert tallies.mastery(whole.without(frozenset({"storm"})), ()) == (0,)
    assert tallies.told(answers, {"lighthouse": whole.without(frozenset({"storm"}))}) == ()


def test_a_tier_is_mastered_by_its_cards_last_answered_right() -> None:
    answers = [Given(f"start-{kind}") for kind in ("choice", "order", "typed")]
    answers += [Given("start-order", "wrong"), Given("middle-choice", "half")]
    assert tallies.mastery(deck(1), answers) == (40, 0)
    assert tallies.mastery(deck(0), answers) == (40,)


def test_a_tier_without_a_card_has_no_share() -> None:
    assert tallies.mastery(deck(2), ()) == (0, 0, None)


@pytest.mark.parametrize(
    ("part", "whole", "told"), [(0, 9, 0), (1, 1000, 1), (999, 1000, 99), (7, 7, 100), (1, 3, 33)]
)
def test_all_is_told_only_of_all_and_nothing_only_of_nothing(
    part: int, whole: int, told: int
) -> None:
    assert tallies.percent(part, whole) == told


def test_half_right_keeps_a_row_and_a_miss_ends_it() -> None:
    row = verdicts("right", "half", "right", "wrong", "right", "timeout", "right")
    assert tallies.best_row(row) == 2
    assert tallies.best_row(()) == 0


def test_the_median_is_that_of_answers_that_were_given() -> None:
    taken = [replace(Given("a"), seconds=s) for s in (1.0, 9.0, 2.0)]
    late = Given("a", "timeout", seconds=60.0)
    assert tallies.median_seconds([*taken, late]) == 2.0
    assert tallies.median_seconds([*taken, Given("a", seconds=4.0), late]) == 3.0
    assert tallies.median_seconds([late]) is None


def test_the_hardest_card_known_is_the_harder_then_the_one_missed_more_often() -> None:
    hard = low_pack().replace("stem: Which lamp is meant here, number start-typed?", "stem: Who?")
    lines = hard.splitlines()
    place = next(n for n, line in enumerate(lines) if "stem: Who?" in line)
    lines[place + 2] = "    difficulty: 3"
    answers = [
        *(Given("start-order", "wrong"),) * 2,
        Given("start-choice", "wrong"),
        *(Given(f"start-{kind}") for kind in ("choice", "order", "typed")),
        *(Given("start-several"), Given("start-several", "wrong")),
        Given("middle-choice"),
    ]
    whole = deck(0, "\n".join(lines) + "\n")
    found = tallies.hardest(whole, tallies.told(answers, {"lighthouse": whole}))
    assert [(one.card.id, one.missed) for one in found] == [
        ("start-typed", 0),
        ("start-order", 2),
        ("start-choice", 1),
    ]


def test_no_more_than_five_hard_cards_are_told_of() -> None:
    whole = deck(1)
    assert len(tallies.hardest(whole, [Given(card.id) for card in whole.cards])) == 5


# -- days ------------------------------------------------------------------------------------------

# A Thursday, by the count of days that `weeks` goes by.
TODAY = 739946


def test_the_weeks_are_twelve_of_seven_days_and_end_with_this_one() -> None:
    found = tallies.weeks({TODAY: 1, TODAY - 3: 5, TODAY - 4: 15, TODAY - 84: 9}, TODAY)
    assert [len(week) for week in found] == [7] * 12
    assert found[-1] == (2, 0, 0, 1, None, None, None)
    assert found[-2][6] == 3
    assert sum(full or 0 for week in found for full in week) == 6


def test_answers_of_a_day_that_has_not_come_are_on_no_day() -> None:
    found = tallies.weeks({TODAY + 1: 9, TODAY + 900: 9}, TODAY)
    assert not any(full for week in found for full in week)
    assert tallies.days_in_a_row({TODAY + 1, TODAY + 2}, TODAY) == 0


@pytest.mark.parametrize(
    ("days", "row"), [((), 0), ((0,), 1), ((1,), 1), ((2, 3), 0), ((0, 1, 2, 4), 3), ((1, 2), 2)]
)
def test_days_in_a_row_count_to_today_or_yesterday(days: tuple[int, ...], row: int) -> None:
    assert tallies.days_in_a_row({TODAY - day for day in days}, TODAY) == row


def test_a_time_that_cannot_be_is_on_no_day() -> None:
    answers = [Given("a", at=5 * DAY), Given("a", at=5.5 * DAY), Given("a", at=-1.0)]
    assert tallies.by_day(answers, day_of) == {5: 2}
