"""Whether equally skilled players win as often, however far they have watched, wherever they sit.

Whole games are played through `evening.step` over the pack that ships, behind the curtain.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import permutations
from math import sqrt
from random import Random

from quizgame.domain import evening
from quizgame.domain import intents as want
from quizgame.domain.cards import Card, PutInOrder, SeveralRight, SingleChoice
from quizgame.domain.gate import cut
from quizgame.domain.packs import PackFace
from quizgame.domain.players import Player
from quizgame.domain.table import House, Phase, Purpose, Seating, Table
from quizgame.storage.packfile import load
from quizgame.storage.paths import questions_folder

SAYS = "wins of equal players by watch point and by seat, and of unequal ones"
GAMES = 10_000
ROUNDS = 5
PLAIN = House(private=True, rounds=ROUNDS)
FULL = House(private=True, rounds=ROUNDS, clock=30, stakes=True, bets=True, steals=True)
POINTS = ("lowest", "middle", "highest")
SKILLS = (0.55, 0.65, 0.75)
EQUAL = (0.65, 0.65, 0.65)
HARDER = 0.1
"""By how much the chance of a right answer falls from one difficulty to the next."""
SEATS = tuple(permutations(range(len(POINTS))))
"""Who sits where: for each seat a place in POINTS."""


@dataclass(slots=True)
class Tally:
    """Shares of games won: what was won, and its square for the error."""

    games: int = 0
    won: float = 0.0
    squares: float = 0.0

    def add(self, share: float) -> None:
        """Count one game."""
        self.games += 1
        self.won += share
        self.squares += share * share

    @property
    def share(self) -> float:
        """The share of games won."""
        return self.won / self.games

    @property
    def error(self) -> float:
        """Two standard errors of that share."""
        return 2 * sqrt(max(0.0, self.squares / self.games - self.share**2) / self.games)

    def __str__(self) -> str:
        return f"{self.share:6.2%} ± {self.error:.2%}"


def _tallies() -> list[Tally]:
    return [Tally() for _ in POINTS]


# -- one game ----------------------------------------------------------------------------------


@cache
def _seatings() -> tuple[PackFace, tuple[Seating, ...]]:
    """Return the face of the pack and a seating for each way to sit."""
    pack = load(questions_folder() / "ballerina.yaml").pack
    assert pack is not None
    top = pack.face.ladder.top
    points = (0, top // 2, top)
    decks = {point: cut(pack, point) for point in points}
    return pack.face, tuple(
        Seating(tuple(Player(n + 1, "", n, points[at]) for n, at in enumerate(way)), decks)
        for way in SEATS
    )


def game(house: House, way: int, skills: Mapping[int, float], seed: int) -> list[int]:
    """Play a game and return the scores by seat; `skills` are by side."""
    face, seatings = _seatings()
    table = evening.begin(face, house, seatings[way], seed)
    luck = Random(f"{seed}:luck")
    while table.phase is not Phase.OVER:
        for intent in _wanted(table, skills, luck):
            table = evening.step(table, intent)
    return [table.score(side) for side in table.sides]


def _wanted(table: Table, skills: Mapping[int, float], luck: Random) -> Iterator[evening.Intent]:
    """Yield what is done next at the table."""
    if table.shut:
        yield from _bets(table, skills, luck)
        yield want.OpenCurtain()
        return
    card = table.card
    if table.phase is not Phase.ASKING or card is None:
        yield want.Next()
        return
    knows = luck.random() < _chance(skills[table.turn.side], card.difficulty)
    if table.house.clock:
        yield want.Tick(luck.uniform(2, table.house.clock - 2))
    if table.house.stakes and table.turn.purpose is Purpose.ANSWER:
        yield want.Stake(luck.choices(("sure", "think", "guess"), (5, 4, 1 if knows else 6))[0])
    yield from _answer(card, table, right=knows)


def _chance(skill: float, difficulty: int) -> float:
    return skill - HARDER * (difficulty - 2)


def _bets(table: Table, skills: Mapping[int, float], luck: Random) -> Iterator[evening.Intent]:
    """Yield bets: each side bets three times out of four, on what is likelier."""
    likely = _chance(skills[table.turn.side], table.slot.difficulty) > 0.5
    for side in table.bettors:
        if luck.random() < 0.75:
            yield from [want.Bet(side)] * (1 if likely else 2)


def _answer(card: Card, table: Table, *, right: bool) -> Iterator[evening.Intent]:
    order, kind = table.desk.order, card.kind
    options = range(len(order))
    match kind:
        case SingleChoice():
            wrong = next(n for n in options if n != kind.right)
            yield want.Pick(order.index(kind.right if right else wrong))
            return
        case SeveralRight():
            wanted = kind.right if right else set(options) - kind.right
            yield from (want.Toggle(order.index(n)) for n in sorted(wanted))
        case PutInOrder():
            yield from _shifts(list(order), options if right else options[::-1])
        case _:
            yield want.Edit(kind.accepted[0] if right else "no idea")
    yield want.Submit()


def _shifts(order: list[int], wanted: Sequence[int]) -> Iterator[evening.Intent]:
    for place, step in enumerate(wanted):
        at = order.index(step)
        order.insert(place, order.pop(at))
        yield want.Shift(at, place - at)


def shares(scores: Sequence[int]) -> list[float]:
    """Return who has won: a tie is shared."""
    best = max(scores)
    return [(score == best) / scores.count(best) for score in scores]


# -- many games --------------------------------------------------------------------------------


@dataclass(slots=True)
class Season:
    """What was won in many games by watch point, by seat and by place in the list of skills."""

    points: list[Tally] = field(default_factory=_tallies)
    seats: list[Tally] = field(default_factory=_tallies)

    def play(self, house: House, skills: Sequence[float], seed: int) -> None:
        """Play one game; `skills` are by watch point."""
        way = seed % len(SEATS)
        by_side = {seat + 1: skills[at] for seat, at in enumerate(SEATS[way])}
        for seat, share in enumerate(shares(game(house, way, by_side, seed))):
            self.points[SEATS[way][seat]].add(share)
            self.seats[seat].add(share)
