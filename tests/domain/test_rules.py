from random import Random

import pytest
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


# -- at a table --------------------------------------------------------------------------------

stakes = st.sampled_from(["", *rules.STAKES])
lefts = st.floats(-1, 2)


@pytest.mark.parametrize(("difficulty", "base"), [(1, 100), (2, 200), (3, 300)])
def test_at_a_table_a_right_answer_earns_by_how_hard_the_round_is(
    difficulty: int, base: int
) -> None:
    assert rules.sofa_points(Verdict.RIGHT, difficulty) == base
    assert rules.sofa_points(Verdict.HALF, difficulty) == base // 2
    assert rules.sofa_points(Verdict.WRONG, difficulty) == 0


@pytest.mark.parametrize(
    ("stake", "won", "lost"), [("sure", 300, -200), ("think", 200, -100), ("guess", 100, 0)]
)
def test_a_stake_adds_when_right_and_takes_when_wrong(stake: str, won: int, lost: int) -> None:
    assert rules.sofa_points(Verdict.RIGHT, 2, stake=stake) == 200 + won
    assert rules.sofa_points(Verdict.WRONG, 2, stake=stake) == lost
    assert rules.sofa_points(Verdict.HALF, 2, stake=stake) == 100


def test_being_surer_pays_only_for_those_who_are_right_more_often() -> None:
    def expected(stake: str, chance: float) -> float:
        won, lost = rules.STAKES[stake]
        return chance * won + (1 - chance) * lost

    for chance, best in ((0.3, "guess"), (0.49, "guess"), (0.51, "sure"), (0.9, "sure")):
        assert max(rules.STAKES, key=lambda stake: expected(stake, chance)) == best


@given(difficulties, lefts, stakes, st.booleans())
def test_at_a_table_being_fast_adds_at_most_a_fifth_in_tens(
    d: int, left: float, stake: str, behind: bool
) -> None:
    slow = rules.sofa_points(Verdict.RIGHT, d, stake=stake, behind=behind)
    quick = rules.sofa_points(Verdict.RIGHT, d, stake=stake, left=left, behind=behind)
    assert 0 <= quick - slow <= rules.SOFA_POINTS[d] * rules.SPEED_SHARE
    assert (quick - slow) % rules.SPEED_STEP == 0


@given(difficulties, lefts)
def test_being_fast_helps_only_who_is_right(d: int, left: float) -> None:
    for verdict in (Verdict.HALF, Verdict.WRONG):
        assert rules.sofa_points(verdict, d, left=left) == rules.sofa_points(verdict, d)


def test_all_the_time_left_adds_the_whole_fifth() -> None:
    whole = [rules.sofa_points(Verdict.RIGHT, d, left=1.0) for d in (1, 2, 3)]
    assert whole == [120, 240, 360]


@given(difficulties, st.sampled_from(Verdict), st.none() | lefts, stakes, st.booleans())
def test_at_a_table_no_answer_earns_more_than_it_says_it_is_worth(
    d: int, verdict: Verdict, left: float | None, stake: str, behind: bool
) -> None:
    clock = left is not None
    most = rules.sofa_worth(d, stake=stake, clock=clock, behind=behind, steal=False)
    assert rules.sofa_points(verdict, d, stake=stake, left=left or 0.0, behind=behind) <= most
    assert rules.steal_points(verdict, d) <= rules.sofa_worth(
        d, stake=stake, clock=clock, behind=behind, steal=True
    )


def test_whoever_is_last_earns_more_when_right_and_loses_no_less_when_wrong() -> None:
    for verdict, more in ((Verdict.RIGHT, 50), (Verdict.HALF, 0), (Verdict.WRONG, 0)):
        alike = rules.sofa_points(verdict, 1, stake="sure")
        assert rules.sofa_points(verdict, 1, stake="sure", behind=True) == alike + more


@given(difficulties)
def test_a_steal_earns_half_and_a_wrong_one_costs_nothing(d: int) -> None:
    assert rules.steal_points(Verdict.RIGHT, d) * 2 == rules.SOFA_POINTS[d]
    assert rules.steal_points(Verdict.WRONG, d) == rules.steal_points(Verdict.HALF, d) == 0


@given(st.sampled_from(Verdict))
def test_what_one_bet_wins_its_opposite_loses(verdict: Verdict) -> None:
    will, wont = (rules.bet_points(verdict, will=bet) for bet in (True, False))
    assert will == -wont
    assert abs(will) == (0 if verdict is Verdict.HALF else rules.BET)
    assert (will > 0) == (verdict is Verdict.RIGHT)


@given(st.integers(0, 5000), st.integers(-500, 500))
def test_no_score_falls_below_zero(score: int, points: int) -> None:
    assert rules.after(score, points) == max(0, score + points)


@given(st.lists(st.integers(0, 5000), max_size=8))
def test_who_comes_late_begins_no_higher_than_the_last_but_one(scores: list[int]) -> None:
    start = rules.late_start(scores)
    low = sorted(scores)[:2]
    assert min(low, default=0) <= start <= max(low, default=0)
    assert not low or start == sum(low) // len(low)


def test_the_help_names_the_points_that_are_given_at_a_table() -> None:
    told = " ".join(sentence for _, sentence in rules.table_lines())
    given_points = [*rules.SOFA_POINTS.values(), rules.BET, rules.CATCH_UP]
    given_points += [abs(points) for stake in rules.STAKES.values() for points in stake]
    assert all(str(points) in told for points in given_points)


def test_each_stake_says_what_it_wins_and_loses() -> None:
    words = dict(rules.stake_words())
    assert list(words) == list(rules.STAKES)
    assert words["sure"] == "Sure  +300 −200"
    assert words["guess"] == "A guess  +100"
