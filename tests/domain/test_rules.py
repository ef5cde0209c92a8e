from random import Random

from hypothesis import given
from hypothesis import strategies as st

from quizgame.domain import rules
from quizgame.domain.cards import Card, SingleChoice, Verdict
from quizgame.domain.rules import CardHistory

difficulties = st.sampled_from([1, 2, 3])


def card(name: str) -> Card:
    kind = SingleChoice(("x", "y"), 0)
    return Card(id=name, tier=0, category="c", stem="s", kind=kind, why="w", difficulty=1)


@given(difficulties, st.integers(0, 50), st.booleans(), st.floats(0, 1))
def test_being_fast_adds_at_most_a_fifth(d: int, streak: int, halved: bool, left: float) -> None:
    slow = rules.points(Verdict.RIGHT, d, streak, halved=halved, left=0)
    quick = rules.points(Verdict.RIGHT, d, streak, halved=halved, left=left)
    assert 0 <= quick - slow <= slow / 5 + 1


@given(difficulties, st.integers(0, 50), st.booleans())
def test_right_earns_more_than_half_and_half_more_than_wrong(
    d: int, streak: int, halved: bool
) -> None:
    right, half, wrong = (rules.points(v, d, streak, halved=halved) for v in Verdict)
    assert right > half > wrong == 0


@given(difficulties, st.integers(0, 50), st.booleans(), st.booleans())
def test_no_card_earns_more_than_it_says_it_is_worth(
    d: int, streak: int, halved: bool, clock: bool
) -> None:
    most = rules.worth(d, streak, halved=halved, clock=clock)
    left = 1.0 if clock else 0.0
    assert all(rules.points(v, d, streak, halved=halved, left=left) <= most for v in Verdict)


def test_a_long_row_stops_adding_after_five() -> None:
    assert rules.points(Verdict.RIGHT, 1, 5, halved=False) == rules.points(
        Verdict.RIGHT, 1, 40, halved=False
    )


@given(st.integers(0, 9), st.integers(1, 12), st.integers())
def test_no_card_comes_twice_until_all_have_been_seen(seen: int, length: int, seed: int) -> None:
    cards = [card(str(n)) for n in range(10)]
    history = {str(n): CardHistory(1, missed=False) for n in range(seen)}
    dealt = rules.deal(cards, history, length, Random(seed))
    fresh = [c for c in dealt if c.id not in history]
    assert len({c.id for c in dealt}) == len(dealt) == min(length, 10)
    assert len(fresh) == min(length, 10 - seen)


@given(st.integers())
def test_missed_cards_come_before_others_asked_as_often(seed: int) -> None:
    cards = [card(str(n)) for n in range(10)]
    history = {str(n): CardHistory(1, missed=n < 3) for n in range(10)}
    first = rules.deal(cards, history, 5, Random(seed))[:3]
    assert {c.id for c in first} == {"0", "1", "2"}


def test_a_round_of_all_asks_every_card() -> None:
    cards = [card(str(n)) for n in range(7)]
    assert len(rules.deal(cards, {}, 0, Random(1))) == 7


def test_the_help_names_the_points_that_are_given() -> None:
    told = " ".join(sentence for _, sentence in rules.help_lines())
    for points in rules.BASE_POINTS.values():
        assert f"{points:,}" in told
    assert str(rules.STREAK_STEP * rules.STREAK_STEPS_COUNTED) in told
