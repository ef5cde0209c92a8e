"""A whole evening, played by hands that do whatever they like."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from quizgame.domain import evening
from quizgame.domain import intents as want
from quizgame.domain.evening import Intent
from quizgame.domain.ledger import Cause
from quizgame.domain.players import Player
from quizgame.domain.rules import BET, CATCH_UP, SOFA_POINTS, SPEED_SHARE, STAKES
from quizgame.domain.table import House, Phase, Purpose, Table
from tests.domain.sittings import (
    FACE,
    HIGH,
    LOW,
    after,
    answered,
    begun,
    houses,
    intents,
    one,
    parties,
    passed,
    people,
    played_out,
    reseated,
    seated,
)


class Evening(RuleBasedStateMachine):
    """Any hands at any table: they act, people come and go, have watched more or less."""

    table: Table
    newest = 9

    @initialize(party=parties(), house=houses, seed=st.integers(0, 999))
    def begins(self, party: tuple[Player, ...], house: House, seed: int) -> None:
        self.table = evening.begin(FACE, house, seated(party), seed)

    @rule(hand=st.lists(intents, min_size=1, max_size=4))
    def somebody_does_something(self, hand: list[Intent]) -> None:
        for intent in hand:
            before, self.table = self.table, evening.step(self.table, intent)
            self.check_curtain(before)

    @precondition(lambda self: self.table.phase is Phase.ASKING)
    @rule(right=st.booleans())
    def somebody_answers(self, right: bool) -> None:
        before, self.table = self.table, answered(self.table, right=right)
        self.check_curtain(before)

    @rule(data=st.data())
    def people_come_and_go(self, data: st.DataObject) -> None:
        stay = [player for player in self.table.players if data.draw(st.sampled_from([1, 1, 1, 0]))]
        points = data.draw(st.lists(st.integers(LOW, HIGH), max_size=1))
        new = [one(self.newest + n, point) for n, point in enumerate(points)]
        self.newest += len(new)
        self.table = reseated(self.table, *stay, *new)

    @rule(number=st.integers(0, 4), point=st.integers(LOW, HIGH))
    def somebody_has_watched_more_or_less(self, number: int, point: int) -> None:
        players = list(self.table.players)
        if number < len(players):
            players[number] = replace(players[number], watch_point=point)
            self.table = reseated(self.table, *players)

    def check_curtain(self, before: Table) -> None:
        """Behind the curtain, whoever is called anew finds it shut."""
        now = self.table
        if now.house.private and now.phase is not Phase.OVER and now.turn.side != before.turn.side:
            assert now.shut

    @invariant()
    def no_card_is_above_the_reach_of_the_side_before_it(self) -> None:
        table = self.table
        if table.phase is Phase.OVER:
            return
        for turn in (table.turn, *table.ahead):
            assert turn.side in table.sides
            assert turn.watch_point <= table.reach(turn.side)
            if turn.dealt is not None:
                card = table.still(turn.dealt, turn.watch_point)
                assert card is not None
                assert card.tier <= table.reach(turn.side)

    @invariant()
    def nobody_has_less_than_nothing(self) -> None:
        assert all(self.table.score(side) >= 0 for side in self.table.sides)

    @invariant()
    def what_lies_before_somebody_is_what_was_dealt(self) -> None:
        table, dealt = self.table, self.table.turn.dealt
        if table.phase is Phase.OVER:
            return
        assert (table.phase is Phase.NOTHING) == (dealt is None)
        assert (table.phase is Phase.JUDGING) == (table.turn.purpose is Purpose.JUDGE)
        assert sorted(table.desk.order) == sorted(dealt.order if dealt else ())
        assert table.desk.removed <= set(table.desk.order)
        assert not set(table.bettors) & {table.turn.side}

    @invariant()
    def the_book_is_in_order(self) -> None:
        ledger = self.table.ledger
        own = Counter((e.round, e.side) for e in ledger if e.cause is Cause.ANSWER)
        each = Counter((e.turn, e.cause) for e in ledger if e.answered)
        bets = Counter((e.turn, e.side) for e in ledger if e.cause is Cause.BET)
        starts = Counter(e.side for e in ledger if e.cause is Cause.START)
        assert (
            max([*own.values(), *each.values(), *bets.values(), *starts.values()], default=1) == 1
        )
        answered_by = {e.turn: e.side for e in ledger if e.cause is Cause.ANSWER}
        assert all(answered_by[turn] != side for turn, side in bets)

    @invariant()
    def nothing_earns_more_than_its_round_allows(self) -> None:
        for entry in self.table.ledger:
            if entry.cause is Cause.BET:
                assert abs(entry.points) in {0, BET}
            elif entry.cause is not Cause.START:
                base = SOFA_POINTS[self.table.slots[entry.round].difficulty]
                most = base * (1 + SPEED_SHARE) + max(won for won, _ in STAKES.values()) + CATCH_UP
                assert min(lost for _, lost in STAKES.values()) <= entry.points <= most
                assert entry.cause is not Cause.STEAL or entry.points in {0, base / 2}

    @invariant()
    def the_game_ends(self) -> None:
        assert self.table.phase is Phase.OVER or self.table.round < self.table.house.rounds

    def teardown(self) -> None:
        if hasattr(self, "table"):
            assert played_out(self.table).phase is Phase.OVER


Evening.TestCase.settings = settings(max_examples=50, stateful_step_count=25, deadline=None)
TestEvening = Evening.TestCase


@settings(max_examples=60)
@given(parties(), houses, st.lists(intents, max_size=60), st.integers(0, 99))
def test_an_evening_replays_from_its_seed_and_its_intents(
    party: tuple[Player, ...], house: House, hand: list[Intent], seed: int
) -> None:
    one_evening, another = (
        after(evening.begin(FACE, house, seated(party), seed), *hand) for _ in range(2)
    )
    assert one_evening == another


def test_a_game_has_as_many_rounds_as_were_agreed() -> None:
    for rounds in (1, 3, 10):
        done = played_out(begun(*people(LOW, HIGH), rounds=rounds))
        assert len({entry.round for entry in done.ledger}) == rounds
        assert sum(entry.cause is Cause.ANSWER for entry in done.ledger) == 2 * rounds


def test_next_goes_on_from_an_answer_and_from_nothing_else() -> None:
    table = begun(*people(LOW, LOW))
    assert after(table, want.Next()) == table
    table = after(table, want.OpenCurtain())
    assert after(table, want.Next()) == table


def test_what_everyone_won_adds_up_to_the_book() -> None:
    table = passed(begun(*people(LOW, LOW, LOW), rounds=4), *[True, False] * 6)
    assert table.phase is Phase.OVER
    assert sum(table.score(side) for side in table.sides) == sum(e.points for e in table.ledger)
