from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.domain import dealing, evening
from quizgame.domain import intents as want
from quizgame.domain import ledger as books
from quizgame.domain.cards import Card
from quizgame.domain.desk import Ending
from quizgame.domain.gate import Deck, cut
from quizgame.domain.ledger import Cause
from quizgame.domain.players import Player
from quizgame.domain.rules import CardHistory
from quizgame.domain.table import House, Phase, Seating, Slot, Table
from tests.domain.sittings import (
    FACE,
    HIGH,
    LOW,
    MIDDLE,
    PACK,
    after,
    answered,
    begun,
    card,
    one,
    opened,
    pack_of,
    pack_of_one_kind,
    parties,
    passed,
    people,
    played_out,
    seated,
)

Party = tuple[Player, ...]
seeds = st.integers(0, 999)


def turns_of(table: Table) -> list[tuple[int, Card]]:
    """Return who is dealt which card in this round, in order."""
    found = []
    for turn in (table.turn, *table.ahead):
        assert turn.dealt is not None
        dealt = table.card_of(turn.dealt.card_id, turn.watch_point)
        assert dealt is not None
        found.append((turn.side, dealt))
    return found


def rounds_of(table: Table) -> list[list[tuple[int, Card]]]:
    """Return who is dealt which card in each round of a game that everyone passes."""
    rounds = [turns_of(table)]
    while table.phase is not Phase.OVER:
        before, table = table.round, passed(table, None)
        if table.phase is not Phase.OVER and table.round > before:
            rounds.append(turns_of(table))
    return rounds


# -- who begins ----------------------------------------------------------------------------------


def test_who_begins_moves_on_by_one_each_round() -> None:
    rounds = rounds_of(begun(*people(LOW, MIDDLE, HIGH), rounds=4))
    orders = [[side for side, _ in each] for each in rounds]
    assert orders == [[1, 2, 3], [2, 3, 1], [3, 1, 2], [1, 2, 3]]


@given(parties(), seeds)
def test_everyone_has_one_turn_in_a_round(party: Party, seed: int) -> None:
    table = begun(*party, rounds=2, seed=seed)
    for each in rounds_of(table):
        assert sorted(side for side, _ in each) == sorted(table.sides)


# -- what is dealt -------------------------------------------------------------------------------


@given(seeds)
def test_a_round_asks_everyone_the_same_kind_and_as_hard_where_the_deck_has_it(seed: int) -> None:
    table = begun(*people(HIGH, LOW, MIDDLE), rounds=6, seed=seed)
    for slot, each in zip(table.slots, rounds_of(table), strict=True):
        assert {Slot.of(dealt) for _, dealt in each} == {slot}


def test_where_the_deck_lacks_the_kind_the_difficulty_stays_the_same() -> None:
    cards = [
        card("low", "choice", LOW, 1),
        card("mid-easy", "typed", MIDDLE, 1),
        card("mid-hard", "choice", MIDDLE, 2),
    ]
    table = begun(*people(MIDDLE, LOW), pack=pack_of(cards), rounds=3)
    # The one easy choice is used up in the first round.
    table = passed(table, None, None)
    side, dealt = next(each for each in turns_of(table) if each[0] == 1)
    assert (side, dealt.id) == (1, "mid-easy")


def test_where_the_deck_lacks_the_difficulty_the_nearest_is_dealt() -> None:
    """An easier one for the same points would favour whoever has the shorter deck."""
    cards = [card("hard", "choice", LOW, 3), card("middling", "typed", LOW, 2)]
    cards += [card("easy", "choice", LOW, 1)]
    for seed in range(30):
        table = begun(*people(LOW, LOW), pack=pack_of(cards), private=False, seed=seed)
        if table.slot.difficulty == 3:
            assert [dealt.id for _, dealt in turns_of(table)] == ["hard", "middling"], seed
            return
    pytest.fail("no seed asks for a hard card first")


def test_the_round_says_what_a_card_is_worth_whatever_the_card() -> None:
    cards = [card("low", "choice", LOW, 1), card("mid", "choice", MIDDLE, 3)]
    table = begun(*people(MIDDLE, LOW), pack=pack_of(cards), rounds=2)
    table = passed(table, True, True)
    played = played_out(table)
    earned = {e.card_id: e.points for e in played.ledger if e.round == 1 and e.side == 1}
    assert earned == {"mid": 100}


@given(seeds)
def test_slots_come_from_the_lowest_deck_alone(seed: int) -> None:
    low = replace(PACK, cards=tuple(c for c in PACK.cards if c.tier == LOW and c.until is None))
    tables = [begun(*people(LOW, HIGH), rounds=5, seed=seed, pack=pack) for pack in (PACK, low)]
    level = begun(*people(LOW, LOW), rounds=5, seed=seed, pack=low)
    assert tables[1].slots == level.slots
    assert len(tables[0].slots) == 5


@given(parties(), st.booleans(), seeds)
def test_everyone_may_be_shown_what_the_slots_are_thrown_from(
    party: Party, private: bool, seed: int
) -> None:
    table = begun(*party, private=private, rounds=4, seed=seed)
    low = min(player.watch_point for player in party)
    slots = {Slot.of(each) for each in cut(PACK, low).cards}
    assert set(table.slots) <= slots


def test_an_empty_deck_still_makes_a_game() -> None:
    table = begun(*people(LOW, LOW), pack=pack_of([]), rounds=2)
    assert table.slots == (dealing.PLAIN, dealing.PLAIN)
    assert table.phase is Phase.NOTHING


# -- whose dice ----------------------------------------------------------------------------------


@given(seeds, st.integers(LOW, HIGH), st.integers(LOW, HIGH))
def test_dice_of_one_side_are_not_shaken_by_who_else_plays(seed: int, mine: int, his: int) -> None:
    """As long as the lowest deck is the same, and how many play."""
    tables = (
        begun(one(1, LOW), one(2, mine), one(5, LOW), one(9, LOW), rounds=3, seed=seed),
        begun(one(1, LOW), one(7, his), one(2, mine), one(9, HIGH), rounds=3, seed=seed),
    )
    first, second = ([dict(each)[2].id for each in rounds_of(table)] for table in tables)
    assert first == second


@given(seeds, st.integers(2, 4))
def test_all_are_asked_something_else_where_enough_is_alike(seed: int, sides: int) -> None:
    table = begun(*people(*[LOW] * sides), pack=pack_of_one_kind("choice", 5), seed=seed)
    dealt = [each.id for _, each in next(iter(rounds_of(table)))]
    assert len(set(dealt)) == sides


@given(seeds)
def test_what_there_is_too_little_of_for_all_is_asked_last(seed: int) -> None:
    cards = [card("only", "order", LOW, 3), *pack_of_one_kind("choice", 4).cards]
    table = begun(*people(LOW, LOW), pack=pack_of(cards), rounds=5, seed=seed)
    assert [slot.kind for slot in table.slots] == ["SingleChoice"] * 4 + ["PutInOrder"]


@given(seeds)
def test_dice_of_one_side_are_not_shaken_by_how_deep_another_s_deck_is(seed: int) -> None:
    shallow = replace(PACK, cards=tuple(c for c in PACK.cards if c.tier < HIGH and not c.until))
    deep = replace(PACK, cards=tuple(c for c in PACK.cards if not c.until))
    dealt = [
        [
            [(side, each) for side, each in dealt if side != 3]
            for dealt in rounds_of(begun(*people(LOW, MIDDLE, HIGH), rounds=4, seed=seed, pack=p))
        ]
        for p in (shallow, deep)
    ]
    assert dealt[0] == dealt[1]


def test_the_order_of_options_is_thrown_anew_for_each_card() -> None:
    table = begun(*people(LOW, LOW), pack=pack_of_one_kind("choice"), rounds=10)
    orders = set()
    while table.phase is not Phase.OVER:
        orders.add(table.desk.order)
        table = passed(table, None)
    assert len(orders) > 3


@given(parties(), seeds)
def test_a_game_replays_from_its_seed(party: Party, seed: int) -> None:
    assert played_out(begun(*party, seed=seed)) == played_out(begun(*party, seed=seed))


# -- no card twice -------------------------------------------------------------------------------


def fresh_until_all_were_had(table: Table, steals: bool) -> None:
    """Assert that no side had a card again while its deck held one it had not had."""
    for side in table.sides:
        own = [e.card_id for e in books.answers(table.ledger, side) if e.card_id]
        deck = table.seating.decks[table.reach(side)]
        for at, card_id in enumerate(own):
            if card_id in own[:at]:
                assert {each.id for each in deck.cards} <= set(own[:at])
    assert steals or all(e.cause is Cause.ANSWER for e in table.ledger)


@settings(max_examples=60)
@given(parties(least=2, most=4), st.booleans(), seeds)
def test_behind_the_curtain_no_card_comes_twice_to_a_side_while_fresh_ones_are_left(
    party: Party, steals: bool, seed: int
) -> None:
    table = begun(*party, rounds=16, steals=steals, seed=seed)
    fresh_until_all_were_had(played_out(table, right=False), steals)


@settings(max_examples=60)
@given(parties(least=2, most=4), seeds)
def test_in_the_open_no_card_comes_to_two_sides_while_fresh_ones_are_left(
    party: Party, seed: int
) -> None:
    table = played_out(begun(*party, private=False, rounds=5, seed=seed))
    had = [e.card_id for e in table.ledger if e.cause is Cause.ANSWER]
    deck = cut(PACK, min(player.watch_point for player in party))
    first = had[: len(deck.cards)]
    assert len(set(first)) == len(first)


def test_a_card_that_was_stolen_is_not_asked_of_the_thief_a_moment_later() -> None:
    pack = pack_of_one_kind("choice", 2)
    for seed in range(40):
        table = begun(one(1, LOW), one(3, LOW), pack=pack, rounds=1, steals=True, seed=seed)
        mine, his = (dealt.id for _, dealt in turns_of(table))
        table = after(answered(table, right=False), want.Next())
        table = after(answered(table, right=False), want.Next())
        assert table.turn.side == 3
        assert table.card is not None
        assert (table.card.id == mine) is False
        if mine == his:
            return
    pytest.fail("no seed dealt both the same card")


def test_a_card_that_was_judged_is_not_asked_of_the_judge_a_moment_later() -> None:
    pack = pack_of_one_kind("typed", 2)
    for seed in range(40):
        table = begun(one(1, LOW), one(3, LOW), pack=pack, rounds=1, seed=seed)
        mine, his = (dealt.id for _, dealt in turns_of(table))
        table = after(answered(table, right=False), want.AskJudge())
        table = after(opened(table), want.Refuse())
        assert table.card is not None
        assert table.card.id != mine
        if mine == his:
            return
    pytest.fail("no seed dealt both the same card")


def test_cards_least_often_asked_come_first_and_then_those_missed() -> None:
    pack = pack_of_one_kind("choice", 4)
    asked = {
        "amber-0": CardHistory(2, missed=True),
        "amber-1": CardHistory(1, missed=False),
        "amber-2": CardHistory(1, missed=True),
    }
    seating = seated(people(LOW, LOW), pack)
    seating = Seating(seating.players, seating.decks, {1: asked})
    table = evening.begin(FACE, House(private=True, rounds=4), seating, 3)
    had = [dict(each)[1].id for each in rounds_of(table)]
    assert had == ["amber-3", "amber-2", "amber-1", "amber-0"]


def test_the_kind_of_the_round_comes_before_what_was_asked_least() -> None:
    pack = pack_of([card("asked", "choice"), card("new", "typed")])
    seating = seated(people(LOW), pack)
    seating = Seating(seating.players, seating.decks, {1: {"asked": CardHistory(9, missed=False)}})
    for seed in range(9):
        table = evening.begin(FACE, House(private=True, rounds=1), seating, seed)
        (_, dealt), *_ = turns_of(table)
        assert Slot.of(dealt) == table.slots[0]


# -- how far decks go ----------------------------------------------------------------------------


@given(parties(), st.booleans(), seeds)
def test_nobody_is_dealt_a_card_above_the_lowest_who_may_see_it(
    party: Party, private: bool, seed: int
) -> None:
    table = begun(*party, private=private, rounds=3, seed=seed)
    lowest = min(player.watch_point for player in party)
    for each in rounds_of(table):
        for side, dealt in each:
            team = [p.watch_point for p in party if p.plays and p.side == side]
            assert dealt.open_to(min(team) if private else lowest)


def test_a_team_s_deck_stops_at_its_lowest() -> None:
    table = begun(one(1, HIGH, team=1), one(2, LOW, team=1), one(3, HIGH), rounds=4)
    tiers = {side: {dict(each)[side].tier for each in rounds_of(table)} for side in (-1, 3)}
    assert tiers[-1] == {LOW}
    assert max(tiers[3]) > LOW


def test_who_looks_on_lowers_the_deck_in_the_open_and_not_behind_the_curtain() -> None:
    party = (*people(HIGH, HIGH), one(3, LOW, plays=False))
    tiers = {
        private: {
            dealt.tier
            for each in rounds_of(begun(*party, private=private, rounds=6))
            for _, dealt in each
        }
        for private in (True, False)
    }
    assert tiers[False] == {LOW}
    assert max(tiers[True]) > LOW


def test_what_was_true_only_until_is_not_dealt_to_those_who_know_better() -> None:
    pack = pack_of([card("belief", "choice", LOW, until=HIGH), card("low", "choice", LOW)])
    table = begun(*people(LOW, HIGH), pack=pack, rounds=4)
    had = {side: {dict(each)[side].id for each in rounds_of(table)} for side in (1, 2)}
    assert had == {1: {"belief", "low"}, 2: {"low"}}


# -- nothing to deal -----------------------------------------------------------------------------


def test_where_there_is_no_card_it_looks_like_one_that_was_passed_over() -> None:
    face = replace(FACE)
    decks = {LOW: Deck(face, LOW, (), {}), HIGH: cut(pack_of_one_kind("choice"), HIGH)}
    seating = Seating((one(1, LOW), one(2, HIGH), one(3, HIGH)), decks)
    house = House(private=True, rounds=2, bets=True, steals=True)
    empty = evening.begin(face, house, seating, 5)
    full = begun(*people(LOW, HIGH, HIGH), pack=pack_of_one_kind("choice"), bets=True, steals=True)
    empty, full = (after(table, want.Bet(2), want.OpenCurtain()) for table in (empty, full))
    assert (empty.phase, full.phase) == (Phase.NOTHING, Phase.ASKING)
    empty, full = after(empty, want.Next()), after(full, want.Skip(), want.Next())
    told = [
        [(e.side, e.cause, e.points, e.ending) for e in table.ledger] for table in (empty, full)
    ]
    assert told[0] == told[1]
    assert told[0] == [
        (1, Cause.ANSWER, 0, Ending.SKIPPED),
        (2, Cause.BET, 0, Ending.SKIPPED),
    ]
    assert (empty.turn.side, empty.shut) == (full.turn.side, full.shut) == (2, True)
