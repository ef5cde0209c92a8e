"""Players leave, join, or have watched more or less than they said."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.domain import intents as want
from quizgame.domain import ledger as books
from quizgame.domain.desk import CLEAR
from quizgame.domain.ledger import Cause
from quizgame.domain.players import Player
from quizgame.domain.table import Phase, Purpose, Slot, Table
from tests.domain.sittings import (
    HIGH,
    LOW,
    MIDDLE,
    PACK,
    after,
    answered,
    begun,
    card,
    dealt_to,
    one,
    opened,
    pack_of,
    pack_of_one_kind,
    passed,
    people,
    played_out,
    reseated,
)

CHOICES = pack_of_one_kind("choice")
TIERS = {each.id: each.tier for each in PACK.cards}
seeds = st.integers(0, 99)


def trio(*points: int, private: bool = True, rounds: int = 3, bets: bool = False) -> Table:
    """Return a game of three."""
    table = begun(*people(*points), pack=CHOICES, private=private, rounds=rounds, bets=bets)
    assert table.sides == (1, 2, 3)
    return table


def without(table: Table, *gone: int) -> Table:
    """Return the table after these have left."""
    stay = (player for player in table.players if player.id not in gone)
    return reseated(table, *stay, pack=CHOICES)


def moved(table: Table, number: int, point: int) -> Table:
    """Return the table after one has said to have watched so far."""
    players = (replace(p, watch_point=point) if p.id == number else p for p in table.players)
    return reseated(table, *players, pack=CHOICES)


def test_the_same_people_change_nothing() -> None:
    for table in (trio(LOW, MIDDLE, HIGH), opened(trio(LOW, MIDDLE, HIGH))):
        assert reseated(table, *table.players, pack=CHOICES) == table


# -- leaving -------------------------------------------------------------------------------------


@pytest.mark.parametrize("phase", [Phase.ASKING, Phase.REVEALED])
def test_when_who_holds_the_screen_leaves_the_next_is_called(phase: Phase) -> None:
    table = opened(trio(LOW, MIDDLE, HIGH))
    table = answered(table, right=True) if phase is Phase.REVEALED else table
    table = without(table, 1)
    assert (table.turn.side, table.shut, table.phase) == (2, True, Phase.ASKING)
    assert table.sides == (2, 3)


def test_who_leaves_before_their_turn_is_not_called() -> None:
    table = without(opened(trio(LOW, LOW, LOW)), 2)
    assert (table.turn.side, table.shut) == (1, False)
    assert passed(table, True).turn.side == 3


def test_the_last_of_a_round_leaves_and_the_next_round_begins() -> None:
    table = passed(trio(LOW, LOW, LOW), True, True)
    table = without(table, 3)
    assert (table.round, table.turn.side, table.shut) == (1, 2, True)


def test_all_but_one_leave_and_the_game_goes_on_without_a_curtain() -> None:
    table = opened(without(trio(LOW, LOW, LOW), 2, 3))
    assert table.sides == (1,)
    for _ in range(2):
        table = passed(table, True)
        assert not table.shut
    assert played_out(table).score(1) == 600


@pytest.mark.parametrize("point", [LOW, HIGH])
def test_all_leave_and_the_game_is_over(point: int) -> None:
    table = without(trio(point, point, point), 1, 2, 3)
    assert (table.phase, table.shut) == (Phase.OVER, False)


def test_those_who_only_look_on_are_no_game() -> None:
    table = trio(LOW, LOW, LOW)
    table = reseated(table, *(replace(p, plays=False) for p in table.players), pack=CHOICES)
    assert table.phase is Phase.OVER


def test_the_last_of_the_last_round_leaves_and_the_game_is_over() -> None:
    table = passed(trio(LOW, LOW, LOW, rounds=1), True, True)
    assert without(table, 3).phase is Phase.OVER


def test_a_bet_of_who_left_is_off() -> None:
    table = after(trio(LOW, LOW, LOW, bets=True), want.Bet(2), want.Bet(3))
    assert without(table, 2).bets == {3: True}


def test_whose_card_it_was_leaves_and_nobody_goes_on_with_it() -> None:
    table = begun(*people(LOW, LOW, LOW), pack=CHOICES, steals=True)
    table = opened(after(answered(table, right=False), want.Next()))
    assert table.turn.purpose is Purpose.STEAL
    table = without(table, 1)
    assert (table.turn.purpose, table.turn.side, table.shut) == (Purpose.ANSWER, 2, True)


def test_the_judge_leaves_and_the_judgement_stands() -> None:
    table = begun(*people(LOW, LOW, LOW), pack=pack_of_one_kind("typed"))
    table = opened(after(answered(table, right=False), want.AskJudge()))
    table = reseated(table, *(table.players[0], table.players[2]), pack=pack_of_one_kind("typed"))
    assert (table.turn.purpose, table.turn.side, table.shut) == (Purpose.ANSWER, 3, True)
    assert table.ledger[0].points == 0


def test_a_team_goes_on_as_long_as_one_of_it_is_there() -> None:
    party = (one(1, LOW, team=1), one(2, HIGH, team=1), one(3, LOW))
    table = begun(*party, pack=CHOICES)
    table = reseated(table, *party[1:], pack=CHOICES)
    assert (table.turn.side, table.turn.watch_point) == (-1, LOW)
    assert reseated(table, party[2], pack=CHOICES).turn.side == 3


# -- joining -------------------------------------------------------------------------------------


def joined(table: Table, *new: Player) -> Table:
    """Return the table after more have sat down."""
    return reseated(table, *table.players, *new, pack=CHOICES)


def test_who_joins_plays_from_the_next_round_with_what_the_lowest_two_have_on_average() -> None:
    table = passed(trio(LOW, LOW, LOW), True, False, True)
    table = passed(joined(table, one(4, HIGH)), False, False)
    assert table.score(4) == 100
    assert table.turn.side == 1
    assert {turn.side for turn in table.ahead} == set()
    table = passed(table, False)
    assert [table.turn.side, *(turn.side for turn in table.ahead)] == [3, 4, 1, 2]


def test_who_joins_before_anything_was_won_begins_with_nothing() -> None:
    table = joined(trio(LOW, LOW, LOW), one(4), one(5))
    assert (table.score(4), table.score(5)) == (0, 0)


def test_two_who_join_at_once_begin_alike() -> None:
    table = joined(passed(trio(LOW, LOW, LOW), True, True, True), one(4), one(5))
    assert table.score(4) == table.score(5) == 200


def test_who_is_there_already_gets_no_start_again() -> None:
    table = joined(passed(trio(LOW, LOW, LOW), True), one(4))
    again = joined(table, one(5))
    starts = [(e.side, e.cause) for e in again.ledger if e.cause is Cause.START]
    assert starts == [(4, Cause.START), (5, Cause.START)]


def test_who_joins_a_team_shares_what_it_has() -> None:
    party = (one(1, HIGH, team=1), one(2, HIGH))
    table = passed(begun(*party, pack=CHOICES), True)
    table = reseated(table, *party, one(3, LOW, team=1), pack=CHOICES)
    assert table.score(-1) == 200
    assert table.reach(-1) == LOW
    assert not any(entry.cause is Cause.START for entry in table.ledger)


def test_the_start_cannot_be_lost_or_taken_back() -> None:
    table = joined(passed(trio(LOW, LOW, LOW), True, True, True), one(4))
    start = table.score(4)
    assert start == 200
    back = after(table, want.TakeBack())
    assert back.score(4) == start


def test_when_one_joins_who_has_watched_less_the_rounds_to_come_ask_what_they_can_be_asked() -> (
    None
):
    cards = [card("low", "choice", LOW, 1), *(card(f"h{n}", "order", HIGH, 3) for n in range(9))]
    pack = pack_of(cards)
    table = begun(*people(HIGH, HIGH), pack=pack, rounds=5, seed=1)
    assert Slot("PutInOrder", 3) in table.slots[1:]
    lower = reseated(table, *table.players, one(3, LOW), pack=pack)
    assert lower.slots == (table.slots[0], *[Slot("SingleChoice", 1)] * 4)
    assert lower.turn == table.turn
    higher = reseated(lower, *lower.players[:2], pack=pack)
    assert higher.slots == lower.slots


# -- watching more or less far -------------------------------------------------------------------


def high_first() -> Table:
    """Return a game whose first card is above the lowest, before its side with the curtain open."""
    for seed in range(99):
        table = begun(*people(HIGH, HIGH, LOW), pack=CHOICES, seed=seed)
        if table.card is not None and table.card.tier == HIGH:
            return opened(table)
    pytest.fail("no seed deals a high card first")


def test_a_card_too_high_goes_away_at_once_and_the_curtain_shuts() -> None:
    table = after(high_first(), want.Interrupt(), want.OpenCurtain())
    before = table.turn
    table = moved(table, 1, LOW)
    assert table.card is not None
    assert table.card.tier == LOW
    assert (table.turn.side, table.turn.number, table.turn.watch_point) == (1, before.number, LOW)
    assert (table.shut, table.opened, table.phase) == (True, False, Phase.ASKING)
    assert table.desk == replace(CLEAR, order=table.desk.order)


def test_a_card_that_went_away_has_been_seen_if_the_curtain_was_open() -> None:
    table = high_first()
    assert table.card is not None
    seen = (1, table.card.id)
    assert seen in moved(table, 1, LOW).burnt
    fresh = begun(*people(HIGH, HIGH, LOW), pack=CHOICES, seed=table.seed)
    assert moved(fresh, 1, LOW).burnt == frozenset()


def test_an_answer_too_high_goes_away_at_once_and_the_next_is_called() -> None:
    table = moved(answered(high_first(), right=True), 1, LOW)
    assert (table.turn.side, table.shut, table.phase) == (2, True, Phase.ASKING)
    assert table.score(1) == 200


def test_what_another_has_watched_leaves_one_s_own_card_alone_behind_the_curtain() -> None:
    table = high_first()
    assert moved(table, 2, LOW).turn == table.turn
    assert not moved(table, 2, LOW).shut


def test_in_the_open_a_lower_one_takes_every_card_away_at_once() -> None:
    looker = one(4, LOW, plays=False)
    for seed in range(20):
        table = begun(*people(HIGH, HIGH, HIGH), pack=CHOICES, private=False, seed=seed)
        for each in (table, answered(table, right=True)):
            after_it = reseated(each, *each.players, looker, pack=CHOICES)
            cards = dealt_to(after_it)
            assert all(name.startswith("amber") for name in cards)
            assert len(set(cards)) == len(cards)


def test_a_watch_point_raised_leaves_the_card_and_deepens_the_next() -> None:
    table = opened(trio(LOW, LOW, LOW))
    higher = moved(table, 1, HIGH)
    assert (higher.turn, higher.shut, higher.card) == (table.turn, False, table.card)
    higher = passed(higher, True, True, True)
    turn = next(t for t in (higher.turn, *higher.ahead) if t.side == 1)
    assert turn.watch_point == HIGH


def test_a_thief_or_a_judge_who_has_not_watched_as_far_after_all_is_shown_no_more() -> None:
    stolen = after(answered(high_first(), right=False), want.Next())
    stolen = begun(*people(HIGH, HIGH, LOW), pack=CHOICES, steals=True, seed=stolen.seed)
    stolen = opened(after(answered(stolen, right=False), want.Next()))
    assert (stolen.turn.purpose, stolen.turn.watch_point) == (Purpose.STEAL, HIGH)
    after_it = moved(stolen, 2, LOW)
    assert (after_it.turn.purpose, after_it.turn.side, after_it.shut) == (Purpose.ANSWER, 2, True)
    assert after_it.turn.watch_point == LOW


def test_cards_ahead_that_are_too_high_are_dealt_again() -> None:
    table = moved(high_first(), 2, LOW)
    second = table.ahead[0]
    assert (second.side, second.watch_point) == (2, LOW)
    assert second.dealt is not None
    assert second.dealt.card_id.startswith("amber")


# -- another pack --------------------------------------------------------------------------------


def less(table: Table, *gone: str) -> Table:
    """Return the table after its pack has lost cards."""
    pack = replace(CHOICES, cards=tuple(c for c in CHOICES.cards if c.id not in gone))
    return reseated(table, *table.players, pack=pack)


def test_in_the_open_a_card_that_is_gone_is_replaced_by_one_nobody_has() -> None:
    for seed in range(40):
        pack = pack_of_one_kind("choice", 4)
        table = begun(*people(LOW, LOW, LOW), pack=pack, private=False, seed=seed)
        for gone in dealt_to(table):
            rest = replace(pack, cards=tuple(c for c in pack.cards if c.id != gone))
            cards = dealt_to(reseated(table, *table.players, pack=rest))
            assert len(set(cards)) == 3
            assert gone not in cards


def test_a_card_in_hand_that_is_gone_is_replaced_behind_the_curtain() -> None:
    table = opened(trio(LOW, LOW, LOW))
    assert table.card is not None
    after_it = less(table, table.card.id)
    assert (after_it.turn.side, after_it.shut, after_it.phase) == (1, True, Phase.ASKING)
    assert after_it.card is not None
    assert after_it.card != table.card


def test_a_card_with_other_options_is_dealt_again() -> None:
    table = opened(trio(LOW, LOW, LOW))
    two = {c.id: c for c in pack_of_one_kind("two").cards}
    pack = replace(CHOICES, cards=tuple(two[c.id] for c in CHOICES.cards))
    after_it = reseated(table, *table.players, pack=pack)
    assert len(after_it.desk.order) == 2
    assert after_it.shut


@settings(max_examples=50)
@given(st.data())
def test_whoever_comes_and_goes_no_card_is_too_high(data: st.DataObject) -> None:
    private = data.draw(st.booleans())
    table = begun(
        *people(LOW, MIDDLE, HIGH), private=private, rounds=4, steals=True, seed=data.draw(seeds)
    )
    number = 4
    for _ in range(data.draw(st.integers(1, 12))):
        if data.draw(st.booleans()):
            table = passed(table, data.draw(st.booleans()))
        else:
            points = data.draw(st.lists(st.integers(LOW, HIGH), min_size=1, max_size=3))
            kept = [p for p in table.players if data.draw(st.booleans())]
            kept = [replace(p, watch_point=data.draw(st.integers(LOW, HIGH))) for p in kept]
            new = [one(number + at, point) for at, point in enumerate(points)]
            number += len(new)
            table = reseated(table, *kept, *new)
        if table.phase is Phase.OVER:
            break
        for turn in (table.turn, *table.ahead):
            if turn.dealt and turn.side in table.sides:
                assert TIERS[turn.dealt.card_id] <= table.reach(turn.side)
    assert all(books.score(table.ledger, side) >= 0 for side in table.sides)


def test_a_pack_without_cards_leaves_nothing_to_ask() -> None:
    table = opened(trio(LOW, LOW, LOW))
    table = reseated(table, *table.players, pack=pack_of([]))
    assert (table.phase, table.shut, table.turn.side) == (Phase.NOTHING, True, 1)
    assert played_out(table).phase is Phase.OVER
