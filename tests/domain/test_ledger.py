from hypothesis import given
from hypothesis import strategies as st

from quizgame.domain import ledger as books
from quizgame.domain.cards import Chosen
from quizgame.domain.desk import Ending, Outcome
from quizgame.domain.ledger import BEFORE, Cause, Entry


def line(  # noqa: PLR0913 (a line of the book)
    points: int,
    *,
    turn: int = 1,
    at: int = 0,
    side: int = 1,
    cause: Cause = Cause.ANSWER,
    ending: Ending | None = Ending.RIGHT,
    seconds: float = 3.0,
) -> Entry:
    reply = Chosen(frozenset({0}))
    outcome = Outcome("c", ending, reply, points, seconds, 0) if ending else None
    return Entry(turn, at, side, cause, points, 0, outcome)


lines = st.builds(
    line,
    st.integers(-300, 300),
    turn=st.integers(1, 20),
    at=st.integers(0, 3),
    side=st.integers(1, 3),
    cause=st.sampled_from(Cause),
    ending=st.none() | st.sampled_from(Ending),
)


def test_who_has_nothing_loses_nothing() -> None:
    ledger = (line(-200), line(-50, cause=Cause.BET), line(300, at=1), line(-100, at=1))
    assert books.score(ledger, 1) == 200


def test_what_is_lost_goes_from_what_was_won() -> None:
    ledger = (line(300), line(-50, turn=2, cause=Cause.BET), line(50, turn=3, cause=Cause.STEAL))
    assert books.score(ledger, 1) == 300


@given(st.lists(lines, max_size=30))
def test_no_score_is_below_zero_and_none_depends_on_another_side(ledger: list[Entry]) -> None:
    book = tuple(ledger)
    for side in (1, 2, 3):
        own = tuple(entry for entry in book if entry.side == side)
        assert books.score(book, side) == books.score(own, side) >= 0


def test_what_one_begins_with_can_be_lost_and_no_more() -> None:
    start = Entry(BEFORE, BEFORE, 1, Cause.START, 250)
    assert books.score((start, line(-200)), 1) == 50
    assert books.score((start, line(-300)), 1) == 0


def test_the_last_answer_is_the_last_card_that_was_dealt() -> None:
    first, second = line(0, turn=1), line(0, turn=2, side=2, ending=Ending.WRONG)
    steal = line(50, turn=2, cause=Cause.STEAL)
    bet = line(50, turn=2, cause=Cause.BET, side=3, ending=None)
    assert books.last_answer(()) is None
    assert books.last_answer((first, second, bet, steal)) == second
    assert books.without_turn((first, second, bet, steal), 2) == (first,)


@given(st.lists(lines, max_size=30), st.integers(1, 20))
def test_without_a_turn_nothing_of_it_is_left(ledger: list[Entry], turn: int) -> None:
    left = books.without_turn(tuple(ledger), turn)
    assert [e for e in ledger if e.turn != turn] == list(left)


def test_where_there_was_no_card_it_looks_like_one_passed_over() -> None:
    nothing = line(0, ending=None)
    assert (nothing.ending, nothing.card_id) == (Ending.SKIPPED, "")
    assert nothing.answered


def test_half_keeps_a_row_and_a_miss_ends_it() -> None:
    ends = [
        Ending.RIGHT,
        Ending.HALF,
        Ending.RIGHT,
        Ending.SKIPPED,
        Ending.RIGHT,
        Ending.TIMEOUT,
        Ending.RIGHT,
        Ending.RIGHT,
        Ending.WRONG,
    ]
    ledger = tuple(line(0, turn=n, ending=end) for n, end in enumerate(ends))
    assert books.longest_row(ledger, 1) == 3
    assert books.longest_row(ledger, 2) == 0


def test_a_steal_adds_to_no_row_and_ends_none() -> None:
    steal = line(0, turn=2, cause=Cause.STEAL, ending=Ending.WRONG)
    assert books.longest_row((line(1), steal, line(1, turn=3)), 1) == 2


def test_the_quickest_answer_is_a_right_one() -> None:
    ledger = (line(0, ending=Ending.WRONG, seconds=1.0), line(1, turn=2, seconds=4.5))
    assert books.quickest(ledger, 1) == 4.5
    assert books.quickest(ledger, 2) is None


def test_only_what_won_something_counts_as_won() -> None:
    bets = tuple(line(points, cause=Cause.BET, ending=None) for points in (50, -50, 0, 50))
    assert books.won_by(bets, 1, Cause.BET) == 2
    assert books.won_by(bets, 1, Cause.STEAL) == 0


def test_where_points_can_be_lost_everyone_begins_with_some() -> None:
    assert books.score((), 1, stock=200) == 200
    assert books.score((line(-50),), 1, stock=200) == 150
    assert books.score((line(-300), line(100)), 1, stock=200) == 100
