"""A turn at a table: the curtain, bets, and what an answer earns."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.domain import intents as want
from quizgame.domain.desk import Ending
from quizgame.domain.evening import Intent
from quizgame.domain.ledger import Cause
from quizgame.domain.rules import STOCK
from quizgame.domain.table import Phase, Table
from tests.domain.sittings import (
    HIGH,
    LOW,
    MIDDLE,
    after,
    answered,
    begun,
    intents,
    one,
    opened,
    pack_of_one_kind,
    passed,
    people,
    played_out,
)

CHOICES = pack_of_one_kind("choice")
STRANGERS = (want.Interrupt(), want.Interrupt(idle=True), want.Pause())


def duel(sort: str = "choice", difficulty: int = 2, **rules: bool) -> Table:
    """Return a game of two who have watched as far."""
    pack = pack_of_one_kind(sort, difficulty=difficulty)
    return begun(*people(LOW, LOW), pack=pack, **rules)


def timed(clock: int = 20) -> Table:
    """Return a game of two with a clock, the curtain open."""
    return opened(begun(*people(LOW, LOW), pack=CHOICES, clock=clock))


# -- the curtain ---------------------------------------------------------------------------------


def test_a_game_begins_behind_the_curtain_or_else_in_the_open() -> None:
    assert duel().shut
    assert not begun(*people(LOW, LOW), private=False).shut


def test_the_next_name_and_the_shut_curtain_come_in_one_step() -> None:
    table = answered(duel(), right=True)
    assert (table.turn.side, table.shut) == (1, False)
    table = after(table, want.Next())
    assert (table.turn.side, table.shut, table.phase) == (2, True, Phase.ASKING)


def test_between_the_turns_of_one_side_there_is_no_curtain() -> None:
    table = passed(duel(), True, True)
    assert (table.round, table.turn.side, table.shut) == (1, 2, False)


def test_whoever_plays_alone_meets_one_curtain() -> None:
    table = opened(begun(one(1), rounds=3))
    while table.phase is not Phase.OVER:
        assert not table.shut
        table = after(table, want.Skip(), want.Next())


@pytest.mark.parametrize("stranger", STRANGERS)
def test_looking_away_shuts_the_curtain_and_loses_nothing(stranger: Intent) -> None:
    for phase in (Phase.ASKING, Phase.REVEALED):
        table = opened(duel("several"))
        table = after(table, want.Toggle(1))
        table = after(table, want.Submit()) if phase is Phase.REVEALED else table
        away = after(table, stranger)
        thinking = phase is Phase.ASKING
        assert away == replace(table, shut=True, looked_away=thinking)
        assert after(away, stranger, want.OpenCurtain()) == replace(table, looked_away=thinking)


def test_whoever_looked_away_from_a_card_earns_nothing_for_speed() -> None:
    asked = opened(begun(*people(LOW, LOW), clock=20))
    card = asked.card
    assert card is not None
    right = asked.desk.order.index(min(card.kind.right_options()))
    quick = after(asked, want.Pick(right))
    hidden = after(asked, want.Interrupt(), want.OpenCurtain(), want.Pick(right))
    assert quick.ledger[0].points > hidden.ledger[0].points > 0


@pytest.mark.parametrize("stranger", STRANGERS)
def test_in_the_open_there_is_nothing_to_shut(stranger: Intent) -> None:
    table = begun(*people(LOW, LOW), private=False)
    assert after(table, stranger) == table


@given(intents.filter(lambda i: not isinstance(i, want.OpenCurtain | want.Bet | want.TakeBack)))
def test_nothing_else_acts_on_a_shut_curtain(intent: Intent) -> None:
    fresh = begun(*people(LOW, LOW, LOW), clock=20, stakes=True, bets=True, steals=True)
    seen = after(answered(fresh, right=False), want.Interrupt())
    judged = duel("typed", clock=True)
    judged = after(answered(judged, right=False), want.AskJudge())
    for table in (fresh, seen, judged, passed(fresh, True)):
        assert table.shut
        assert after(table, intent) == table


def test_time_passes_only_while_the_curtain_is_open() -> None:
    table = begun(*people(LOW, LOW), clock=20)
    assert after(table, want.Tick(19)) == table
    table = after(opened(table), want.Tick(8), want.Pause(), want.Tick(19), want.OpenCurtain())
    assert table.desk.seconds == 8


def test_no_time_passes_on_a_card_that_is_answered() -> None:
    table = after(answered(timed(), right=True), want.Tick(99))
    assert (table.phase, table.desk.seconds) == (Phase.REVEALED, 0)


def test_in_the_open_the_curtain_is_there_for_bets_alone() -> None:
    table = begun(*people(LOW, LOW), private=False, bets=True)
    assert table.shut
    table = after(answered(table, right=True), want.Next())
    assert table.shut
    alone = begun(one(1), one(2, plays=False), private=False, bets=True)
    assert not alone.shut


def test_a_game_over_is_open_and_stays_over() -> None:
    table = played_out(duel())
    assert not table.shut
    for intent in (want.Next(), want.TakeBack(), want.Interrupt(), want.OpenCurtain()):
        assert after(table, intent) == table


# -- bets ----------------------------------------------------------------------------------------


def test_a_bet_goes_round_from_nothing_to_will_to_wont_and_back() -> None:
    table = duel(bets=True)
    bets = []
    for _ in range(3):
        table = after(table, want.Bet(2))
        bets.append(dict(table.bets))
    assert bets == [{2: True}, {2: False}, {}]


def test_nobody_bets_on_their_own_card() -> None:
    table = duel(bets=True)
    assert table.bettors == (2,)
    assert after(table, want.Bet(1), want.Bet(3), want.Bet(-1)) == table


def test_bets_are_laid_before_the_curtain_has_been_opened() -> None:
    table = after(duel(bets=True), want.Bet(2))
    for late in (opened(table), after(opened(table), want.Interrupt())):
        assert late.bettors == ()
        assert after(late, want.Bet(2)).bets == {2: True}


def test_without_the_rule_there_are_no_bets() -> None:
    table = duel()
    assert table.bettors == ()
    assert after(table, want.Bet(2)) == table


@pytest.mark.parametrize(
    ("ending", "will", "wont"), [(True, 50, -50), (False, -50, 50), (None, 0, 0)]
)
def test_a_bet_is_won_or_lost_by_how_the_card_ends(
    ending: bool | None, will: int, wont: int
) -> None:
    table = begun(*people(LOW, LOW, LOW), pack=CHOICES, bets=True)
    table = after(table, want.Bet(2), want.Bet(3), want.Bet(3), want.OpenCurtain())
    done = after(table, want.Skip()) if ending is None else answered(table, right=ending)
    bets = {e.side: e.points for e in done.ledger if e.cause is Cause.BET}
    assert bets == {2: will, 3: wont}
    assert done.score(2) == STOCK + will


def test_nearly_right_is_a_draw() -> None:
    table = after(duel("several", bets=True), want.Bet(2))
    done = answered(table, right=False, half=True)
    assert [(e.cause, e.points) for e in done.ledger] == [(Cause.ANSWER, 100), (Cause.BET, 0)]


def test_time_running_out_is_a_miss_to_those_who_bet() -> None:
    table = begun(*people(LOW, LOW), clock=20, bets=True)
    done = after(table, want.Bet(2), want.OpenCurtain(), want.Tick(20))
    assert [e.points for e in done.ledger] == [0, -50]


def test_bets_are_gone_with_the_card_they_were_on() -> None:
    table = after(duel(bets=True), want.Bet(2))
    assert passed(table, True).bets == {}


# -- what is earned ------------------------------------------------------------------------------


@pytest.mark.parametrize(("difficulty", "base"), [(1, 100), (2, 200), (3, 300)])
def test_a_right_answer_earns_by_how_hard_the_round_is(difficulty: int, base: int) -> None:
    assert answered(duel(difficulty=difficulty), right=True).score(1) == base
    assert answered(duel(difficulty=difficulty), right=False).score(1) == 0


@pytest.mark.parametrize("sort", ["several", "order"])
def test_nearly_right_earns_half(sort: str) -> None:
    done = answered(duel(sort), right=False, half=True)
    assert (done.ledger[0].ending, done.score(1)) == (Ending.HALF, 100)


@pytest.mark.parametrize(("seconds", "speed"), [(0, 40), (4.9, 30), (5, 30), (10, 20), (19.9, 0)])
def test_time_left_adds_at_most_a_fifth_in_tens(seconds: float, speed: int) -> None:
    done = answered(after(timed(), want.Tick(seconds)), right=True)
    assert done.score(1) == 200 + speed
    assert done.ledger[0].outcome is not None
    assert done.ledger[0].outcome.seconds == seconds


def test_time_running_out_earns_nothing_and_loses_nothing() -> None:
    table = begun(*people(LOW, LOW), clock=20, stakes=True)
    done = after(opened(table), want.Stake("sure"), want.Tick(25))
    assert (done.ledger[0].ending, done.ledger[0].points) == (Ending.TIMEOUT, 0)


def test_without_a_clock_no_card_times_out_and_none_is_quick() -> None:
    done = answered(after(timed(0), want.Tick(9999)), right=True)
    assert done.score(1) == 200


@pytest.mark.parametrize(
    ("stake", "right", "wrong"),
    [("sure", 500, -200), ("think", 400, -100), ("guess", 300, 0), ("", 400, -100)],
)
def test_a_stake_is_won_or_lost(stake: str, right: int, wrong: int) -> None:
    table = after(opened(duel(stakes=True)), want.Stake(stake))
    assert answered(table, right=True).ledger[0].points == right
    assert answered(table, right=False).ledger[0].points == wrong
    assert answered(table, right=False).score(1) == STOCK + wrong


def test_where_points_can_be_lost_everyone_begins_with_some() -> None:
    tables = (duel(), duel(steals=True), duel(stakes=True), duel(bets=True))
    assert [table.score(1) for table in tables] == [0, 0, STOCK, STOCK]
    assert all(table.score(1) == table.score(2) for table in tables)


def test_in_play_no_score_falls_below_zero() -> None:
    table = duel(stakes=True)
    for _ in range(6):
        table = after(opened(table), want.Stake("sure"))
        table = after(answered(table, right=False), want.Next())
    assert [table.score(side) for side in table.sides] == [0, 0]


def test_a_stake_holds_for_one_card() -> None:
    table = after(opened(duel(stakes=True)), want.Stake("sure"))
    assert passed(table, True).stake == "think"


def test_without_the_rule_there_are_no_stakes() -> None:
    table = opened(duel())
    assert after(table, want.Stake("sure")) == table
    assert answered(table, right=True).score(1) == 200


def test_a_skip_earns_nothing_and_costs_nothing_whatever_the_stake() -> None:
    done = after(opened(duel(stakes=True)), want.Stake("sure"), want.Skip())
    assert (done.ledger[0].ending, done.ledger[0].points) == (Ending.SKIPPED, 0)


def test_there_are_no_fifty_fifties_at_a_table() -> None:
    table = opened(duel())
    assert after(table, want.Halve(), want.Resume()) == table


# -- catching up ---------------------------------------------------------------------------------


def trio(*endings: bool) -> Table:
    """Return a game of three after a round that ended so, in the order in which they sit."""
    return passed(begun(*people(LOW, LOW, LOW), pack=CHOICES, rounds=4), *endings)


def test_nobody_is_behind_in_the_first_round() -> None:
    table = begun(*people(LOW, LOW, LOW), pack=CHOICES)
    assert passed(table, True, False).behind == frozenset()


def test_from_the_second_round_whoever_is_last_earns_more_when_right() -> None:
    table = trio(True, False, True)
    assert table.behind == {2}
    table = passed(table, True, True, True)
    assert [e.points for e in table.ledger if e.round == 1] == [250, 200, 200]


def test_all_who_are_last_catch_up() -> None:
    assert trio(True, False, False).behind == {2, 3}


def test_when_all_are_level_nobody_is_last() -> None:
    assert trio(True, True, True).behind == frozenset()
    assert trio(False, False, False).behind == frozenset()


def test_who_is_last_is_settled_as_the_round_begins() -> None:
    table = trio(True, False, True)
    middle = passed(table, True)
    assert middle.score(2) > middle.score(1) == middle.score(3)
    assert middle.behind == {2}


@given(st.lists(st.booleans(), min_size=3, max_size=11))
def test_catching_up_takes_nothing_from_anybody(endings: list[bool]) -> None:
    table = begun(*people(LOW, MIDDLE, HIGH), pack=CHOICES, rounds=4)
    before = dict.fromkeys(table.sides, 0)
    for ending in endings:
        table = passed(table, ending)
        now = {side: table.score(side) for side in table.sides}
        assert all(now[side] >= before[side] for side in now)
        before = now
