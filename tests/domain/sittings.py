"""A small pack of three tiers, people to sit before it, and hands to play with."""

from collections.abc import Iterable, Iterator
from itertools import product

from hypothesis import strategies as st

from quizgame.domain import evening
from quizgame.domain import intents as want
from quizgame.domain.cards import (
    Card,
    Kind,
    PutInOrder,
    SeveralRight,
    SingleChoice,
    TrueFalse,
    TypeAnswer,
)
from quizgame.domain.gate import cut
from quizgame.domain.packs import PackFace, SealedPack
from quizgame.domain.players import Player
from quizgame.domain.rules import STAKES
from quizgame.domain.table import House, Phase, Purpose, Seating, Table
from quizgame.domain.terms import Glossary
from quizgame.domain.tiers import Ladder, Tier

LOW, MIDDLE, HIGH = range(3)
MARKS = ("amber", "birch", "cedar")
"""Every text of a card holds the word of its tier."""
FACE = PackFace(
    id="p",
    title="P",
    tagline="",
    kind="film",
    year=None,
    language="en",
    licence="CC0-1.0",
    authors=(),
    poster=("#000000", "#ffffff"),
    ladder=Ladder((Tier("low", "Low"), Tier("middle", "Middle"), Tier("high", "High"))),
    notes={},
)
KINDS = ("choice", "two", "true-false", "several", "order", "typed")


def kind(name: str, word: str = "amber") -> Kind:
    """Return a kind of card whose texts hold a word."""
    texts = tuple(f"{place} {word}" for place in ("one", "two", "three", "four"))
    match name:
        case "choice":
            return SingleChoice(texts, 1)
        case "two":
            return SingleChoice(texts[:2], 1)
        case "true-false":
            return TrueFalse(("True", "False"), 0)
        case "several":
            return SeveralRight(texts, frozenset({0, 2}))
        case "order":
            return PutInOrder(texts)
        case _:
            return TypeAnswer((f"typed {word}",))


def card(
    name: str, sort: str, tier: int = LOW, difficulty: int = 2, until: int | None = None
) -> Card:
    """Return a card of a kind; its texts hold the word of its tier."""
    word = MARKS[tier]
    return Card(
        id=name,
        tier=tier,
        category=word,
        stem=f"stem {word}",
        kind=kind(sort, word),
        why=f"why {word}",
        difficulty=difficulty,
        until=until,
    )


def pack_of(cards: Iterable[Card], face: PackFace = FACE) -> SealedPack:
    """Return a pack of these cards."""
    return SealedPack(face=face, glossary=Glossary(()), cards=tuple(cards))


PACK = pack_of(
    card(f"{sort}-{tier}-{difficulty}", sort, tier, difficulty, until)
    for tier, sort, difficulty in product((LOW, MIDDLE, HIGH), KINDS, (1, 2))
    for until in ([HIGH] if (tier, sort, difficulty) == (LOW, "several", 1) else [None])
)
"""Two cards of each kind in each tier, an easy one and a middling one; one ends at the top."""


def one(number: int, watch_point: int = LOW, *, team: int = 0, plays: bool = True) -> Player:
    """Return a player."""
    return Player(number, f"N{number}", number - 1, watch_point, team=team, plays=plays)


def people(*points: int) -> tuple[Player, ...]:
    """Return players who play alone, each as far as this."""
    return tuple(one(n, point) for n, point in enumerate(points, 1))


def seated(
    players: tuple[Player, ...], pack: SealedPack = PACK, further: Iterable[int] = ()
) -> Seating:
    """Return the seating of these, with decks no higher than the highest of them."""
    highest = max((player.watch_point for player in players), default=0)
    points = {player.watch_point for player in players} | {p for p in further if p <= highest}
    return Seating(players, {point: cut(pack, point) for point in points})


def reseated(table: Table, *players: Player, pack: SealedPack = PACK) -> Table:
    """Return the table with these players."""
    further = {entry.watch_point for entry in table.ledger} | {
        turn.watch_point for turn in (table.turn, *table.ahead)
    }
    return evening.reseat(table, seated(players, pack, further))


def begun(  # noqa: PLR0913 (the rules of an evening)
    *players: Player,
    private: bool = True,
    rounds: int = 3,
    clock: int = 0,
    stakes: bool = False,
    bets: bool = False,
    steals: bool = False,
    pack: SealedPack = PACK,
    seed: int = 7,
) -> Table:
    """Return a game that has just begun."""
    house = House(private, rounds, clock, stakes, bets, steals)
    return evening.begin(FACE, house, seated(players, pack), seed)


def pack_of_one_kind(sort: str, count: int = 30, difficulty: int = 2) -> SealedPack:
    """Return a pack of equal cards, as many in each tier."""
    tiers = range(len(MARKS))
    return pack_of(
        card(f"{MARKS[t]}-{n}", sort, t, difficulty) for t in tiers for n in range(count)
    )


def dealt_to(table: Table) -> list[str]:
    """Return the cards dealt now, the current one first."""
    return [turn.dealt.card_id for turn in (table.turn, *table.ahead) if turn.dealt]


# -- hands -------------------------------------------------------------------------------------


def after(table: Table, *intents: evening.Intent) -> Table:
    """Return the table after these intents."""
    for intent in intents:
        table = evening.step(table, intent)
    return table


def opened(table: Table) -> Table:
    """Return the table with the curtain open."""
    return after(table, want.OpenCurtain()) if table.shut else table


def answered(table: Table, *, right: bool, half: bool = False) -> Table:
    """Return the table with the card before somebody answered."""
    table = opened(table)
    return after(table, *_answer(table, right=right, half=half))


def _answer(table: Table, *, right: bool, half: bool) -> Iterator[evening.Intent]:
    assert table.card is not None
    kind, order = table.card.kind, list(table.desk.order)
    match kind:
        case SingleChoice():
            picked = (n for n in order if n not in table.desk.removed)
            yield want.Pick(order.index(next(n for n in picked if (n == kind.right) == right)))
            return
        case SeveralRight():
            marked = (
                sorted(kind.right)[:1] if half else kind.right if right else {*order} - kind.right
            )
            yield from (want.Toggle(order.index(n)) for n in sorted(marked))
        case PutInOrder():
            steps = list(range(len(order)))
            wanted = [1, 0, *steps[2:]] if half else steps if right else steps[::-1]
            for place, step in enumerate(wanted):
                at = order.index(step)
                order.insert(place, order.pop(at))
                yield want.Shift(at, place - at)
        case _:
            yield want.Edit(kind.accepted[0] if right else "zzz")
    yield want.Submit()


def passed(table: Table, *endings: bool | None) -> Table:
    """Return the table after whole turns: answered right, wrong, or (None) skipped; then on."""
    for ending in endings:
        table = opened(table)
        if table.phase is Phase.ASKING and table.turn.purpose is Purpose.ANSWER:
            skipped = ending is None
            table = after(table, want.Skip()) if skipped else answered(table, right=bool(ending))
        table = after(table, want.Next())
    return table


def played_out(table: Table, *, right: bool = True) -> Table:
    """Return the table at the end of the game."""
    for _ in range(2000):
        if table.phase is Phase.OVER:
            return table
        asking = table.phase is Phase.ASKING
        table = opened(table)
        if asking:
            table = answered(table, right=right)
        table = after(table, want.Refuse() if table.phase is Phase.JUDGING else want.Next())
    msg = "the game does not end"
    raise AssertionError(msg)


# -- what hypothesis draws ---------------------------------------------------------------------

intents = st.one_of(
    st.builds(want.Pick, st.integers(-1, 4)),
    st.builds(want.Toggle, st.integers(-1, 4)),
    st.builds(want.Shift, st.integers(-1, 4), st.sampled_from([-1, 1])),
    st.builds(want.Edit, st.sampled_from(["", "zzz", "typed amber", "typed birch"])),
    st.builds(want.Tick, st.integers(-4, 80).map(lambda quarters: quarters / 4)),
    st.builds(want.Bet, st.integers(-2, 5)),
    st.builds(want.Stake, st.sampled_from([*STAKES, "all"])),
    *(
        st.just(intent)
        for intent in (
            want.OpenCurtain(),
            want.OpenCurtain(),
            want.Submit(),
            want.Next(),
            want.Next(),
            want.Skip(),
            want.Pause(),
            want.Interrupt(),
            want.TakeBack(),
            want.AskJudge(),
            want.Accept(),
            want.Refuse(),
            want.Halve(),
            want.Resume(),
        )
    ),
)
houses = st.builds(
    House,
    private=st.booleans(),
    rounds=st.integers(1, 4),
    clock=st.sampled_from([0, 20]),
    stakes=st.booleans(),
    bets=st.booleans(),
    steals=st.booleans(),
)


@st.composite
def parties(draw: st.DrawFn, least: int = 1, most: int = 5) -> tuple[Player, ...]:
    """Draw players: alone or in teams, at any watch point, some of whom look on; one plays."""
    drawn = [
        one(
            number,
            draw(st.integers(LOW, HIGH)),
            team=draw(st.integers(0, 2)),
            plays=draw(st.sampled_from([True, True, True, False])),
        )
        for number in range(1, draw(st.integers(least, most)) + 1)
    ]
    if not any(player.plays for player in drawn):
        drawn[0] = one(1, drawn[0].watch_point)
    return tuple(drawn)
