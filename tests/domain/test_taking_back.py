"""Second thoughts: if all agree, a side may once take its last answer back."""

from hypothesis import given
from hypothesis import strategies as st

from quizgame.domain import intents as want
from quizgame.domain import turns
from quizgame.domain.ledger import Cause
from quizgame.domain.table import Phase, Purpose, Slot, Table
from tests.domain.sittings import (
    HIGH,
    LOW,
    MIDDLE,
    after,
    answered,
    begun,
    dealt_to,
    opened,
    pack_of_one_kind,
    passed,
    people,
    played_out,
    reseated,
)


def turned(*endings: bool, private: bool = True, **rules: bool) -> Table:
    """Return a game of three after turns that ended so."""
    pack = pack_of_one_kind("choice")
    table = begun(*people(LOW, LOW, LOW), pack=pack, private=private, **rules)
    return passed(table, *endings)


def test_before_the_first_answer_there_is_nothing_to_take_back() -> None:
    table = turned()
    assert turns.to_take_back(table) is None
    assert after(table, want.TakeBack()) == table


def test_what_was_won_goes_and_a_fresh_card_of_the_same_sort_comes() -> None:
    table = turned(True)
    before = table.ledger[0].card_id
    back = after(table, want.TakeBack())
    assert back.ledger == ()
    assert (back.turn.side, back.turn.number, back.shut, back.opened) == (1, 1, True, False)
    assert back.card is not None
    assert back.card.id != before
    assert Slot.of(back.card) == table.slot
    assert (1, before) in back.burnt


def test_who_was_called_meanwhile_keeps_the_card_nobody_has_seen() -> None:
    table = turned(True)
    back = after(table, want.TakeBack())
    assert back.ahead[0] == table.turn
    assert passed(back, False).turn == table.turn


def test_once_the_next_curtain_has_been_opened_it_is_too_late() -> None:
    table = turned(True)
    for late in (opened(table), after(opened(table), want.Interrupt())):
        assert turns.to_take_back(late) is None
        assert after(late, want.TakeBack()) == late


def test_behind_the_curtain_nothing_is_taken_back_from_the_answer_itself() -> None:
    table = answered(turned(), right=True)
    assert after(table, want.TakeBack()) == table
    away = after(table, want.Interrupt())
    assert after(away, want.TakeBack()) == away


def test_when_who_came_next_has_left_it_is_too_late() -> None:
    table = turned(True)
    left = [player for player in table.players if player.id != table.turn.side]
    table = reseated(table, *left, pack=pack_of_one_kind("choice"))
    assert (table.turn.side, table.shut, table.opened) == (3, True, False)
    assert turns.to_take_back(table) is None


def test_each_side_may_do_it_once() -> None:
    table = passed(after(turned(True), want.TakeBack()), True)
    assert turns.to_take_back(table) is None
    assert after(table, want.TakeBack()) == table
    table = passed(table, True)
    assert turns.to_take_back(table) is not None
    assert after(table, want.TakeBack()).taken_back == {1, 2}


def test_bets_and_steal_go_with_it_and_the_thief_has_seen_the_card() -> None:
    table = after(turned(bets=True, steals=True), want.Bet(3))
    table = after(answered(table, right=False), want.Next())
    table = after(answered(table, right=True), want.Next())
    assert {entry.cause for entry in table.ledger} == {Cause.ANSWER, Cause.BET, Cause.STEAL}
    card_id = table.ledger[0].card_id
    back = after(table, want.TakeBack())
    assert (back.turn.side, back.ledger, back.bets) == (1, (), {})
    assert {(1, card_id), (2, card_id)} <= back.burnt


def test_whoever_goes_on_without_a_curtain_has_seen_the_next_card() -> None:
    table = passed(begun(*people(LOW, LOW), pack=pack_of_one_kind("choice")), True, True)
    assert (table.turn.side, table.shut) == (2, False)
    assert turns.to_take_back(table) is None


def test_a_steal_after_the_last_of_a_round_can_be_taken_back() -> None:
    table = turned(True, True, bets=True, steals=True)
    table = after(answered(after(table, want.Bet(1)), right=False), want.Next())
    assert (table.turn.purpose, table.turn.side) == (Purpose.STEAL, 1)
    table = after(answered(table, right=True), want.Next())
    assert (table.round, table.turn.side, table.shut) == (1, 2, True)
    card_id = table.ledger[-1].card_id
    back = after(table, want.TakeBack())
    assert (back.round, back.turn.side, len(back.ledger)) == (0, 3, 2)
    assert {(3, card_id), (1, card_id)} <= back.burnt
    assert back.bets == {}


def test_across_the_end_of_a_round_the_next_is_dealt_again() -> None:
    table = turned(True, True, True)
    assert (table.round, table.turn.number) == (1, 4)
    back = after(table, want.TakeBack())
    assert (back.round, back.turn.side, back.turn.number, back.ahead) == (0, 3, 3, ())
    again = passed(back, True)
    assert (again.round, again.turn.number, again.turn.side) == (1, 4, 2)
    # Nobody else's dice are shaken by it.
    assert [t for t in again.ahead if t.side != 3] == [t for t in table.ahead if t.side != 3]


def test_it_can_be_taken_back_one_by_one_to_the_beginning() -> None:
    table = turned(True, True)
    back = after(table, want.TakeBack(), want.TakeBack())
    assert (back.turn.side, back.turn.number, back.ledger) == (1, 1, ())
    assert [turn.side for turn in back.ahead] == [2, 3]
    assert after(back, want.TakeBack()) == back


def test_the_end_of_the_game_is_the_end() -> None:
    table = played_out(turned())
    assert after(table, want.TakeBack()) == table


def test_in_the_open_it_is_taken_back_while_all_look_at_the_answer() -> None:
    table = answered(turned(private=False), right=True)
    card_id = table.ledger[0].card_id
    back = after(table, want.TakeBack())
    assert (back.turn.side, back.turn.number, back.phase) == (1, 1, Phase.ASKING)
    assert not back.shut
    assert card_id not in dealt_to(back)
    assert len(set(dealt_to(back))) == 3
    assert turns.to_take_back(answered(back, right=True)) is None


def test_in_the_open_a_steal_is_taken_back_with_its_answer() -> None:
    table = answered(turned(private=False, steals=True), right=False)
    assert after(table, want.TakeBack()) == table
    table = answered(table, right=True)
    back = after(table, want.TakeBack())
    assert (back.turn.side, back.turn.purpose, back.ledger) == (1, Purpose.ANSWER, ())
    assert back.desk.removed == frozenset()


def test_in_the_open_with_bets_it_is_taken_back_at_the_curtain_too() -> None:
    table = turned(True, private=False, bets=True)
    assert (table.turn.side, table.shut) == (2, True)
    back = after(table, want.TakeBack())
    assert (back.turn.side, back.shut, back.ledger) == (1, True, ())


@given(st.lists(st.booleans(), min_size=1, max_size=8), st.booleans(), st.integers(0, 99))
def test_after_taking_back_scores_are_as_if_it_had_never_been(
    endings: list[bool], private: bool, seed: int
) -> None:
    pack = pack_of_one_kind("choice")
    table = begun(*people(LOW, MIDDLE, HIGH), pack=pack, private=private, seed=seed)
    before = passed(table, *endings[:-1])
    done = answered(before, right=endings[-1])
    done = after(done, want.Next()) if private else done
    back = after(done, want.TakeBack())
    assert back.ledger == before.ledger
    assert back.turn.side == before.turn.side
    assert back.turn.dealt != before.turn.dealt
