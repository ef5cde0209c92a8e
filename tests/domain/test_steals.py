"""What comes after a miss: somebody else has a go, a judge, or all accept what was typed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.domain import intents as want
from quizgame.domain import turns
from quizgame.domain.desk import Ending
from quizgame.domain.ledger import Cause
from quizgame.domain.packs import SealedPack
from quizgame.domain.table import Phase, Purpose, Table
from tests.domain.sittings import (
    HIGH,
    LOW,
    MIDDLE,
    after,
    answered,
    begun,
    card,
    one,
    opened,
    pack_of,
    pack_of_one_kind,
    people,
)


def missed(
    *points: int, sort: str = "choice", private: bool = True, pack: SealedPack | None = None
) -> Table:
    """Return a game with steals in which the first side has just missed its card, and goes on."""
    pack = pack or pack_of_one_kind(sort)
    table = begun(*people(*points), pack=pack, private=private, steals=True, bets=private)
    table = after(table, want.Bet(2)) if private else table
    table = answered(table, right=False)
    return after(table, want.Next()) if private else table


# -- who, and when -------------------------------------------------------------------------------


@pytest.mark.parametrize("points", [(LOW, LOW, LOW), (HIGH, LOW, LOW), (LOW, MIDDLE, HIGH)])
def test_whoever_sits_next_has_a_go_however_far_they_have_watched(points: tuple[int, ...]) -> None:
    table = missed(*points)
    assert (table.turn.purpose, table.turn.side, table.turn.owner) == (Purpose.STEAL, 2, 1)
    assert table.shut


def test_who_sits_last_is_followed_by_who_sits_first() -> None:
    table = begun(*people(LOW, LOW), pack=pack_of_one_kind("choice"), steals=True)
    table = after(answered(table, right=True), want.Next())
    table = after(answered(table, right=False), want.Next())
    assert (table.turn.side, table.turn.owner) == (1, 2)


@pytest.mark.parametrize("ending", [Ending.RIGHT, Ending.HALF, Ending.SKIPPED])
def test_only_a_miss_gives_somebody_else_a_go(ending: Ending) -> None:
    table = opened(begun(*people(LOW, LOW), pack=pack_of_one_kind("several"), steals=True))
    if ending is Ending.SKIPPED:
        table = after(table, want.Skip())
    else:
        table = answered(table, right=ending is Ending.RIGHT, half=ending is Ending.HALF)
    assert after(table, want.Next()).turn.purpose is Purpose.ANSWER


def test_time_running_out_is_a_miss() -> None:
    table = begun(*people(LOW, LOW), pack=pack_of_one_kind("choice"), steals=True, clock=20)
    table = after(opened(table), want.Tick(20), want.Next())
    assert table.turn.purpose is Purpose.STEAL


def test_without_the_rule_nobody_has_a_go() -> None:
    table = begun(*people(LOW, LOW), pack=pack_of_one_kind("choice"))
    assert after(answered(table, right=False), want.Next()).turn.purpose is Purpose.ANSWER


def test_true_or_false_is_never_stolen() -> None:
    assert missed(LOW, LOW, sort="true-false").turn.purpose is Purpose.ANSWER
    table = begun(
        *people(LOW, LOW),
        pack=pack_of_one_kind("true-false"),
        private=False,
        steals=True,
        clock=20,
    )
    assert answered(table, right=False).phase is Phase.REVEALED
    assert after(table, want.Tick(20)).phase is Phase.REVEALED


def test_a_go_is_not_stolen_again() -> None:
    table = missed(LOW, LOW, LOW)
    table = after(answered(table, right=False), want.Next())
    assert (table.turn.purpose, table.turn.side) == (Purpose.ANSWER, 2)


def test_nobody_bets_on_a_go_and_nobody_says_how_sure_they_are() -> None:
    table = missed(LOW, LOW, LOW)
    assert table.bettors == ()
    sure = replace(table, house=replace(table.house, stakes=True))
    done = answered(after(opened(sure), want.Stake("sure")), right=True)
    assert done.ledger[-1].points == 100


# -- what it earns -------------------------------------------------------------------------------


def test_a_go_earns_half_and_a_miss_there_costs_nothing() -> None:
    table = missed(LOW, LOW)
    won, lost = answered(table, right=True), answered(table, right=False)
    assert [(e.cause, e.side, e.points) for e in won.ledger] == [
        (Cause.ANSWER, 1, 0),
        (Cause.BET, 2, -50),
        (Cause.STEAL, 2, 100),
    ]
    assert lost.ledger[-1].points == 0
    assert (won.score(2), lost.score(2), won.score(1)) == (250, 150, 200)


def test_whoever_is_last_steals_for_no_more_than_others() -> None:
    table = missed(LOW, LOW)
    table = replace(table, round=1)
    assert answered(table, right=True).ledger[-1].points == 100


# -- which card ----------------------------------------------------------------------------------


def test_who_has_watched_as_far_gets_the_very_card_and_is_not_told_what_was_tried() -> None:
    table = missed(LOW, HIGH)
    assert table.card is not None
    assert table.card.id == table.ledger[0].card_id
    assert table.desk.removed == frozenset()


@given(st.integers(0, 50))
def test_who_has_watched_less_far_gets_one_of_their_own_as_hard(seed: int) -> None:
    pack = pack_of([card(f"{t}-{d}", "choice", t, d) for t in (LOW, HIGH) for d in (1, 2, 3)])
    table = begun(*people(HIGH, LOW), pack=pack, steals=True, seed=seed)
    table = after(answered(table, right=False), want.Next())
    assert table.card is not None
    assert table.card.tier == LOW
    assert table.card.difficulty == table.slot.difficulty
    assert table.turn.watch_point == LOW


def test_what_who_has_watched_less_far_gets_does_not_depend_on_what_was_missed() -> None:
    table = begun(*people(HIGH, LOW), pack=pack_of_one_kind("choice", 5), steals=True)
    assert table.turn.dealt is not None
    gone = set()
    for name in ("amber-0", "amber-1", "amber-2", "cedar-0"):
        turn = replace(table.turn, dealt=replace(table.turn.dealt, card_id=name))
        missed_it = answered(replace(table, turn=turn), right=False)
        gone.add(after(missed_it, want.Next()).turn)
    assert len(gone) == 1


def test_who_has_had_the_card_before_gets_another() -> None:
    table = missed(LOW, LOW, pack=pack_of_one_kind("choice", 5))
    taken = table.ledger[0].card_id
    table = begun(*people(LOW, LOW), pack=pack_of_one_kind("choice", 5), steals=True)
    table = replace(table, burnt=frozenset({(2, taken)}))
    table = after(answered(table, right=False), want.Next())
    assert table.card is not None
    assert table.card.id != taken


def test_what_is_no_longer_true_to_the_thief_is_not_shown_to_them() -> None:
    cards = [card("belief", "choice", until=HIGH), card("known", "choice", HIGH)]
    table = missed(LOW, HIGH, pack=pack_of(cards))
    assert table.card is not None
    assert table.card.id == "known"


def test_who_has_no_card_at_all_has_nothing_and_the_others_see_the_same() -> None:
    cards = [card("belief", "choice", until=HIGH)]
    without = missed(LOW, HIGH, LOW, pack=pack_of(cards))
    having = missed(LOW, HIGH, LOW, pack=pack_of([*cards, card("known", "choice", HIGH)]))
    assert (without.phase, having.phase) == (Phase.NOTHING, Phase.ASKING)
    assert (without.turn.side, without.shut) == (having.turn.side, having.shut) == (2, True)
    without = opened(without)
    lines = [
        [(e.side, e.cause, e.points) for e in table.ledger]
        for table in (after(without, want.Next()), answered(having, right=False))
    ]
    assert lines[0] == lines[1]


@given(st.integers(0, 40), st.sampled_from([(LOW, LOW), (HIGH, LOW), (LOW, HIGH), (MIDDLE, LOW)]))
def test_the_course_of_a_game_is_the_same_whoever_has_seen_what(
    seed: int, points: tuple[int, int]
) -> None:
    """What the others see: who is called, for what, and whether the curtain is shut."""

    def course(*watched: int) -> list[tuple[int, Purpose, bool]]:
        pack = pack_of_one_kind("choice", 20)
        table = begun(*people(LOW, *watched), pack=pack, steals=True, seed=seed)
        seen = []
        while table.phase is not Phase.OVER:
            seen.append((table.turn.side, table.turn.purpose, table.shut))
            table = after(answered(table, right=False), want.Next())
        return seen

    assert course(*points) == course(LOW, LOW)


# -- in the open ---------------------------------------------------------------------------------


def test_in_the_open_the_next_side_has_the_same_card_at_once_less_what_was_tried() -> None:
    table = missed(LOW, LOW, private=False)
    assert (table.turn.purpose, table.turn.side, table.phase) == (Purpose.STEAL, 2, Phase.ASKING)
    assert table.shut
    table = opened(table)
    reply = table.ledger[0].outcome
    assert table.card is not None
    assert reply is not None
    assert table.card.id == reply.card_id
    assert len(table.desk.removed) == 1
    place = table.desk.order.index(next(iter(table.desk.removed)))
    assert after(table, want.Pick(place)) == table
    done = answered(table, right=True)
    assert (done.phase, done.score(2)) == (Phase.REVEALED, 100)
    assert after(done, want.Next()).turn.purpose is Purpose.ANSWER


def test_in_the_open_the_last_choice_left_is_no_prize() -> None:
    table = missed(LOW, LOW, sort="two", private=False)
    assert (table.turn.purpose, table.phase) == (Purpose.ANSWER, Phase.REVEALED)


def test_in_the_open_what_was_typed_is_shown_since_all_may_accept_it() -> None:
    table = missed(LOW, LOW, sort="typed", private=False)
    assert (table.turn.purpose, table.phase) == (Purpose.ANSWER, Phase.REVEALED)
    assert turns.can_accept(table)


def test_in_the_open_it_is_the_card_that_says_whether_it_can_be_stolen() -> None:
    cards = [
        card("tf", "true-false"),
        card("a", "choice"),
        card("b", "choice"),
        card("c", "choice"),
    ]
    for seed in range(30):
        table = begun(*people(LOW, LOW), pack=pack_of(cards), private=False, steals=True, seed=seed)
        while table.phase is not Phase.OVER:
            assert table.card is not None
            stealable = table.card.id != "tf"
            table = answered(table, right=False)
            assert (table.turn.purpose is Purpose.STEAL) == stealable
            table = answered(table, right=False) if stealable else table
            table = after(table, want.Next())


# -- judging -------------------------------------------------------------------------------------


def typed(*points: int, steals: bool = True, clock: int = 0) -> Table:
    """Return a game in which what the first side typed has just been judged wrong; 2 bet on it."""
    pack = pack_of_one_kind("typed")
    table = begun(*people(*points), pack=pack, steals=steals, bets=True, stakes=True, clock=clock)
    table = after(table, want.Bet(2), want.OpenCurtain(), want.Stake("sure"), want.Tick(10))
    return answered(table, right=False)


def test_the_next_who_has_watched_as_far_is_asked_to_judge() -> None:
    table = typed(MIDDLE, LOW, MIDDLE)
    assert turns.judge_of(table) == 3
    judging = after(table, want.AskJudge())
    assert (judging.turn.side, judging.turn.owner, judging.phase) == (3, 1, Phase.JUDGING)
    assert (judging.shut, judging.opened) == (True, False)
    assert judging.card == table.card


def test_nobody_judges_what_they_may_not_see() -> None:
    table = typed(MIDDLE, LOW, LOW)
    assert turns.judge_of(table) is None
    assert after(table, want.AskJudge()) == table


def test_only_what_was_typed_and_missed_is_judged() -> None:
    for sort, right in (("choice", False), ("typed", True)):
        table = answered(begun(*people(LOW, LOW), pack=pack_of_one_kind(sort)), right=right)
        assert turns.judge_of(table) is None
        assert after(table, want.AskJudge(), want.Accept()) == table
    skipped = after(opened(begun(*people(LOW, LOW), pack=pack_of_one_kind("typed"))), want.Skip())
    assert turns.judge_of(skipped) is None


def test_what_is_accepted_counts_as_right_with_its_stake_its_speed_and_its_bets() -> None:
    table = after(typed(LOW, LOW, clock=20), want.AskJudge(), want.OpenCurtain(), want.Accept())
    assert [(e.side, e.cause, e.points) for e in table.ledger] == [
        (1, Cause.ANSWER, 200 + 20 + 300),
    ]
    assert table.ledger[0].ending is Ending.RIGHT
    assert (table.turn.purpose, table.turn.side) == (Purpose.ANSWER, 2)


def test_who_judges_has_no_bet_on_it_and_the_others_keep_theirs() -> None:
    alone = after(typed(LOW, LOW), want.AskJudge())
    assert [e.cause for e in alone.ledger] == [Cause.ANSWER]
    beside = after(typed(LOW, LOW, LOW), want.AskJudge(), want.OpenCurtain(), want.Accept())
    assert [(e.side, e.points) for e in beside.ledger if e.cause is Cause.BET] == [(2, 50)]


def test_what_is_refused_stays_wrong_and_whoever_sits_next_has_a_go() -> None:
    judging = opened(after(typed(LOW, LOW, LOW), want.AskJudge()))
    table = after(judging, want.Refuse())
    assert (table.turn.side, table.turn.purpose, table.shut) == (2, Purpose.STEAL, True)
    assert [e.points for e in table.ledger] == [-200, -50]


def test_who_has_judged_a_card_has_seen_it_and_has_a_go_at_another() -> None:
    table = after(typed(LOW, LOW), want.AskJudge(), want.OpenCurtain())
    card_id = table.ledger[0].card_id
    for said in (want.Accept(), want.Refuse()):
        assert (2, card_id) in after(table, said).burnt
    stolen = after(table, want.Refuse())
    assert (stolen.turn.side, stolen.turn.purpose) == (2, Purpose.STEAL)
    assert stolen.card is not None
    assert stolen.card.id != card_id


def test_who_has_bet_on_an_answer_judges_it_only_if_nobody_else_can() -> None:
    assert turns.judge_of(typed(LOW, LOW, LOW)) == 3
    assert turns.judge_of(typed(LOW, LOW)) == 2
    assert turns.judge_of(typed(MIDDLE, MIDDLE, LOW)) == 2


def test_a_judge_does_nothing_but_judge() -> None:
    table = opened(after(typed(LOW, LOW, LOW), want.AskJudge()))
    for idle in (want.Next(), want.Skip(), want.Submit(), want.AskJudge(), want.TakeBack()):
        assert after(table, idle) == table
    assert after(table, want.Pause()).shut


def test_in_the_open_all_may_accept_what_was_typed_once() -> None:
    pack = pack_of_one_kind("typed")
    table = begun(*people(LOW, LOW), pack=pack, private=False, bets=True)
    table = answered(after(table, want.Bet(2)), right=False)
    assert after(table, want.AskJudge(), want.Refuse()) == table
    table = after(table, want.Accept())
    assert [(e.side, e.points) for e in table.ledger] == [(1, 200), (2, 50)]
    assert after(table, want.Accept()) == table
    assert after(table, want.Next()).turn.side == 2


def test_a_team_judges_only_as_far_as_its_lowest() -> None:
    party = (one(1, HIGH), one(2, HIGH, team=1), one(3, LOW, team=1), one(4, HIGH))
    table = answered(begun(*party, pack=pack_of_one_kind("typed")), right=False)
    assert turns.judge_of(table) == 4
