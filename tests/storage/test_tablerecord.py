"""A game of several, saved and taken up again: whole, damaged, or over a pack that has changed."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.domain import evening
from quizgame.domain import intents as want
from quizgame.domain.cards import Card
from quizgame.domain.evening import Intent
from quizgame.domain.packs import SealedPack
from quizgame.domain.players import Player
from quizgame.domain.table import House, Phase, Purpose, Seating, Table
from quizgame.domain.tiers import Ladder, Tier
from quizgame.services import ownshowing, tableshowing
from quizgame.storage import tablerecord
from quizgame.storage.runsummary import summary
from tests.domain.sittings import (
    FACE,
    HIGH,
    KINDS,
    LOW,
    MARKS,
    MIDDLE,
    PACK,
    after,
    answered,
    begun,
    card,
    houses,
    intents,
    kind,
    one,
    opened,
    pack_of,
    pack_of_one_kind,
    parties,
    people,
    played_out,
    reseated,
    seated,
)

Saved = dict[str, Any]


def taken_up(text: str, pack: SealedPack = PACK) -> Table | None:
    """Return a saved game as it is read over a pack."""

    def seat(players: tuple[Player, ...], points: set[int]) -> Seating:
        return seated(players, pack, points)

    return tablerecord.from_json(text, pack.face, seat)


def mended(text: str, pack: SealedPack = PACK) -> Table:
    """Return a saved game as it is gone on with over a pack."""
    table = taken_up(text, pack)
    assert table is not None
    return evening.reseat(table, table.seating)


@st.composite
def games(draw: st.DrawFn) -> Table:
    """Draw a game at any point of any play."""
    table = evening.begin(FACE, draw(houses), seated(draw(parties())), draw(st.integers(0, 99)))
    for _ in range(draw(st.integers(0, 12))):
        if table.phase is Phase.ASKING and draw(st.booleans()):
            table = answered(table, right=draw(st.booleans()))
        elif draw(st.booleans()):
            table = after(table, *draw(st.lists(intents, max_size=5)))
        else:
            stay = [p for p in table.players if draw(st.sampled_from([1, 1, 1, 0]))]
            points = (draw(st.integers(LOW, HIGH)) for _ in stay)
            stay = [replace(p, watch_point=point) for p, point in zip(stay, points, strict=True)]
            table = reseated(table, *stay) if stay else table
    return table


def everything_shown(table: Table) -> Iterator[object]:
    """Yield what is shown of a game: to all, and to whose turn it is."""
    if table.phase is Phase.OVER:
        yield tableshowing.results(table, {})
    else:
        yield tableshowing.handover(replace(table, shut=True))
        asking = table.phase in {Phase.ASKING, Phase.NOTHING}
        yield ownshowing.ask(table) if asking else _reveal(table)
    yield tableshowing.between(table, kept=True)
    yield tableshowing.look_over(table)


def everything_looked_over(table: Table) -> Iterator[object]:
    """Yield what is shown when the answers are looked over."""
    for side in (tableshowing.COMMON, *table.sides):
        yield ownshowing.review(table, side)
        for number in range(len(ownshowing.review(table, side).rows)):
            yield ownshowing.looked_back(table, side, number)


def _reveal(table: Table) -> object:
    return ownshowing.reveal(table, kept=True, reported=False)


def playable(table: Table) -> None:
    """Assert that a game can be shown and played to its end, with no card too high."""
    for _ in range(400):
        assert list(everything_shown(table))
        if table.phase is Phase.OVER:
            assert list(everything_looked_over(table))
            return
        for turn in (table.turn, *table.ahead):
            assert turn.side in table.sides
            if turn.dealt is not None:
                found = table.still(turn.dealt, turn.watch_point)
                assert found is not None
                assert found.tier <= table.reach(turn.side)
        table = opened(table)
        if table.phase is Phase.ASKING:
            table = answered(table, right=False)
        table = after(table, want.Refuse() if table.phase is Phase.JUDGING else want.Next())
    pytest.fail("the game does not end")


def put_away(table: Table) -> Table:
    """Return a game as it comes back: shut, and a card in the middle of being asked looked away."""
    asking = table.opened and table.phase is Phase.ASKING
    shut = table.phase is not Phase.OVER
    return replace(table, shut=shut, looked_away=table.looked_away or asking)


# -- there and back ------------------------------------------------------------------------------


@settings(max_examples=120, deadline=None)
@given(games())
def test_a_game_comes_back_as_it_was_but_shut(table: Table) -> None:
    back = taken_up(tablerecord.to_json(table))
    assert back is not None
    assert back.players == table.players
    assert replace(back, seating=table.seating) == put_away(table)


@settings(max_examples=60, deadline=None)
@given(games(), st.lists(intents, max_size=20))
def test_a_game_taken_up_goes_on_as_it_would_have(table: Table, hand: list[Intent]) -> None:
    back = mended(tablerecord.to_json(table))
    on, back = (played_out(after(each, *hand)) for each in (put_away(table), back))
    assert on.ledger == back.ledger


def test_it_is_taken_up_at_whose_turn_it_was_on_the_same_card_in_the_same_order() -> None:
    table = opened(begun(*people(LOW, MIDDLE, HIGH), pack=pack_of_one_kind("several"), clock=20))
    table = after(table, want.Toggle(2), want.Tick(4.25))
    back = mended(tablerecord.to_json(table), pack_of_one_kind("several"))
    assert (back.turn, back.shut, back.opened) == (table.turn, True, True)
    assert opened(back).desk == table.desk


def test_bets_cannot_be_laid_after_taking_up_a_card_that_was_seen() -> None:
    table = begun(*people(LOW, LOW), bets=True)
    assert mended(tablerecord.to_json(table)).bettors == (2,)
    assert mended(tablerecord.to_json(opened(table))).bettors == ()


def test_a_saved_game_cannot_be_dealt_another_way() -> None:
    table = begun(*people(LOW, HIGH), rounds=4)
    back = mended(tablerecord.to_json(table))
    assert played_out(table).ledger == played_out(back).ledger


@settings(max_examples=80, deadline=None)
@given(games())
def test_nothing_that_stands_on_a_card_stands_in_the_save(table: Table) -> None:
    text = tablerecord.to_json(table)
    record = json.loads(text)
    record["desk"]["text"] = ""
    for entry in record["ledger"]:
        if entry[6] and entry[6][2] and "typed" in entry[6][2]:
            # What a player typed is the player's.
            entry[6][2]["typed"] = ""
    text = json.dumps(record)
    assert not any(mark in text for mark in MARKS)


def test_another_record_is_not_taken_for_a_game() -> None:
    record = json.loads(tablerecord.to_json(begun(*people(LOW, LOW))))
    for name in (1, "table 2", None):
        assert taken_up(json.dumps(record | {"record": name})) is None


# -- damaged -------------------------------------------------------------------------------------

WHOLE = json.loads(
    tablerecord.to_json(
        after(
            answered(
                begun(
                    one(1, HIGH, team=1),
                    one(2, MIDDLE, team=1),
                    one(3, LOW),
                    one(4, HIGH, plays=False),
                    steals=True,
                    bets=True,
                    clock=20,
                    pack=pack_of_one_kind("choice"),
                ),
                right=False,
            ),
            want.Next(),
            want.OpenCurtain(),
            want.Tick(2),
        )
    )
)
OF_ONE_KIND = pack_of_one_kind("choice")
leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 10),
    st.sampled_from([10**30, -(10**30), 0.5, float("inf"), float("-inf"), float("nan")]),
    st.sampled_from(["", "x", "high", "low", "nowhere", "asking", "over", "revealed", "judging"]),
    st.sampled_from(["nothing", "answer", "steal", "judge", "bet", "start", "timeout", "amber-1"]),
    st.sampled_from([[], {}, [[]], [0], [0, 1, 2, 3], [3, 2, 1, 0], {"chosen": [9]}, [[1, True]]]),
)


def places(record: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401
    """Yield the path to everything in a record."""
    if path:
        yield path
    if isinstance(record, dict | list):
        for key, value in record.items() if isinstance(record, dict) else enumerate(record):
            yield from places(value, (*path, key))


PLACES = tuple(places(WHOLE))


def damaged(path: tuple[Any, ...], change: Callable[[Any, Any], None]) -> Saved:
    """Return the whole record with something changed in what holds the end of a path."""
    record: Saved = json.loads(json.dumps(WHOLE))
    inner: Any = record
    for key in path[:-1]:
        inner = inner[key]
    change(inner, path[-1])
    return record


def none_or_playable(record: Saved) -> None:
    """Assert that a record gives no game, or one that can be gone on with."""
    table = taken_up(json.dumps(record), OF_ONE_KIND)
    if table is not None:
        playable(evening.reseat(table, table.seating))


def test_the_record_to_be_damaged_is_whole() -> None:
    table = taken_up(json.dumps(WHOLE), OF_ONE_KIND)
    assert table is not None
    assert table.turn.purpose is Purpose.STEAL
    playable(evening.reseat(table, table.seating))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PLACES), leaves)
def test_anything_else_in_place_of_anything_gives_none_or_a_game(
    path: tuple[Any, ...], leaf: object
) -> None:
    def change(inner: Any, key: Any) -> None:  # noqa: ANN401
        inner[key] = leaf

    none_or_playable(damaged(path, change))


@pytest.mark.parametrize(
    ("path", "leaf"),
    [
        (("desk", "order"), [0, 1, 2]),
        (("desk", "order"), [0, 0, 1, 2]),
        (("desk", "order"), [9, 1, 2, 3]),
        (("desk", "marked"), [7]),
        (("desk", "removed"), [7]),
        (("desk", "seconds"), float("inf")),
        (("desk", "seconds"), float("nan")),
        (("desk", "seconds"), -1),
        (("phase",), "nothing"),
        (("phase",), "judging"),
        (("turn", 5), None),
        (("turn", 3), "judge"),
        (("house", "clock"), -20),
        (("house", "rounds"), 4),
        (("slots", 0, 1), 9),
        (("round",), 3),
        (("players", 0, "id"), 0),
        (("players", 0, "id"), 2),
        (("players", 0, "badge"), 1),
        (("players", 0, "badge"), 8),
        (("players", 0, "team"), 5),
        (("players",), []),
        (("ledger", 0, 1), 2),
        (("ledger", 0, 6, 2), {"chosen": [9]}),
        (("ledger", 0, 6, 2), {"arranged": [0]}),
        (("ledger", 0, 6, 4), float("inf")),
    ],
    ids=str,
)
def test_what_does_not_go_together_is_none(path: tuple[Any, ...], leaf: object) -> None:
    def change(inner: Any, key: Any) -> None:  # noqa: ANN401
        inner[key] = leaf

    assert taken_up(json.dumps(damaged(path, change)), OF_ONE_KIND) is None


def test_anything_missing_or_doubled_gives_none_or_a_game() -> None:
    def dropped(inner: Any, key: Any) -> None:  # noqa: ANN401
        del inner[key]

    def doubled(inner: Any, key: Any) -> None:  # noqa: ANN401
        if isinstance(inner, list):
            inner.insert(key, inner[key])

    for path in PLACES:
        none_or_playable(damaged(path, dropped))
        none_or_playable(damaged(path, doubled))


@given(st.integers(0, len(json.dumps(WHOLE)) - 1))
def test_half_a_record_is_none(end: int) -> None:
    assert taken_up(json.dumps(WHOLE)[:end]) is None


@pytest.mark.parametrize(
    "text",
    ["", "null", "1", "[]", "{}", '"table 1"', "[" * 9999, '{"record": "table 1"}', "\ud83d"],
)
def test_what_is_no_record_is_none(text: str) -> None:
    assert taken_up(text) is None


def test_a_ladder_that_cannot_seat_them_is_none() -> None:
    def nobody(_players: tuple[Player, ...], _points: set[int]) -> Seating:
        raise KeyError

    assert tablerecord.from_json(json.dumps(WHOLE), FACE, nobody) is None


# -- a pack that has changed ---------------------------------------------------------------------


def other_kinds(shift: int) -> SealedPack:
    """Return the pack with every card of another kind, so with options more or fewer."""

    def turned(each: Card) -> Card:
        sort = KINDS[(KINDS.index(each.id.rsplit("-", 2)[0]) + shift) % len(KINDS)]
        return replace(each, kind=kind(sort, MARKS[each.tier]))

    return replace(PACK, cards=tuple(map(turned, PACK.cards)))


def relabelled(*ids: str) -> SealedPack:
    """Return the pack with other tiers, its cards where they are as far as they go."""
    ladder = Ladder(tuple(Tier(tier, tier.title()) for tier in ids))
    cards = tuple(replace(c, tier=ladder.clamp(c.tier), until=None) for c in PACK.cards)
    return replace(PACK, face=replace(FACE, ladder=ladder), cards=cards)


def higher_cards() -> SealedPack:
    """Return the pack with every card one tier higher than it was."""
    return replace(
        PACK, cards=tuple(replace(c, tier=min(c.tier + 1, HIGH), until=None) for c in PACK.cards)
    )


CHANGED = {
    "no cards": pack_of([]),
    "half the cards": pack_of(PACK.cards[::2]),
    "one card": pack_of([card("choice-0-1", "choice")]),
    "only high cards": pack_of(c for c in PACK.cards if c.tier == HIGH),
    "other kinds": other_kinds(1),
    "still other kinds": other_kinds(3),
    "cards one tier higher": higher_cards(),
    "tiers renamed": relabelled("first", "second", "third"),
    "the highest tier gone": relabelled("low", "middle"),
    "the lowest tier gone": relabelled("middle", "high"),
    "one tier left": relabelled("low"),
    "another tier between": relabelled("low", "new", "middle", "high"),
    "tiers turned round": relabelled("high", "middle", "low"),
}


@pytest.mark.parametrize("name", CHANGED)
@settings(max_examples=25, deadline=None)
@given(table=games())
def test_over_a_pack_that_changed_a_game_goes_on(name: str, table: Table) -> None:
    playable(mended(tablerecord.to_json(table), CHANGED[name]))


def test_a_tier_that_is_gone_counts_as_nothing_seen() -> None:
    text = tablerecord.to_json(begun(*people(LOW, HIGH)))
    table = mended(text, CHANGED["the highest tier gone"])
    assert [player.watch_point for player in table.players] == [LOW, LOW]


def test_points_won_with_cards_that_are_gone_stay() -> None:
    table = begun(*people(LOW, HIGH), rounds=2)
    table = after(answered(table, right=True), want.Next())
    assert mended(tablerecord.to_json(table), CHANGED["no cards"]).score(1) == table.score(1) > 0


def test_the_house_is_kept() -> None:
    house = House(private=False, rounds=2, clock=40, stakes=True, bets=True, steals=True)
    table = evening.begin(FACE, house, seated(people(LOW, LOW)), 3)
    assert mended(tablerecord.to_json(table)).house == house


@pytest.mark.parametrize("number", ["1e999", "[" * 90_000, '"x"', "null"])
def test_a_damaged_game_is_told_of_nowhere_and_stops_no_start(number: str) -> None:
    text = f'{{"title": "T", "house": {{"rounds": 3}}, "round": {number}}}'
    assert summary(text) is None
