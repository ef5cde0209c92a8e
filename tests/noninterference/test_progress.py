"""Progress, awards, people and the day's cards tell nothing of what lies past a watch point."""

from tests.noninterference.changewalk import (
    between_walk,
    fresh_walk,
    friend_walk,
    guest_walk,
)
from tests.noninterference.peoplewalk import people_walk
from tests.noninterference.progresswalk import progress_walk
from tests.noninterference.rehearsalwalk import rehearsal_walk


def test_progress_and_awards_are_alike_whatever_was_answered_further_up() -> None:
    progress_walk()


def test_people_and_the_days_cards_are_alike_whatever_is_hidden_or_another_s() -> None:
    people_walk()


def test_a_rehearsal_is_alike_whatever_was_answered_further_up() -> None:
    rehearsal_walk()


def test_whatever_a_guest_did_leaves_nothing() -> None:
    guest_walk()


def test_what_one_did_is_nothing_to_who_plays_next() -> None:
    between_walk()


def test_who_knows_less_at_a_friends_table_knows_no_sequel_any_more() -> None:
    friend_walk()


def test_before_it_is_said_who_plays_nothing_tells_of_who_played_last() -> None:
    fresh_walk()
