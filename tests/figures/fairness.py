"""Whether equally skilled players win as often, however far they have watched, wherever they sit.

Whole games are played through `evening.step` over the pack that ships, behind the curtain.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, permutations
from math import hypot, sqrt
from random import Random

from quizgame.domain import evening
from quizgame.domain import intents as want
from quizgame.domain.cards import Card, PutInOrder, SeveralRight, SingleChoice
from quizgame.domain.gate import Deck, cut
from quizgame.domain.packs import PackFace
from quizgame.domain.players import Player
from quizgame.domain.table import House, Phase, Purpose, Seating, Table
from quizgame.storage.packfile import load
from quizgame.storage.paths import questions_folder

SAYS = "wins of equal players by watch point and by seat, and of unequal ones"
GAMES = 10_000
ROUNDS = 5
PLAIN = House(private=True, rounds=ROUNDS)
BETS = House(private=True, rounds=ROUNDS, bets=True)
FULL = House(private=True, rounds=ROUNDS, clock=30, stakes=True, bets=True, steals=True)
LOWEST, MIDDLE, HIGHEST = POINTS = ("lowest", "middle", "highest")
SKILLS = (0.55, 0.65, 0.75)
EQUAL = dict.fromkeys(POINTS, SKILLS[1])
HARDER = 0.1
"""By how much the chance of a right answer falls from one difficulty to the next."""

Way = tuple[str, ...]
"""Who sits where: for each seat a watch point."""


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

    def is_share_of(self, players: int) -> bool:
        """Tell whether the share is that of one of so many, give or take two standard errors."""
        return abs(self.share - 1 / players) <= self.error

    def is_below(self, other: "Tally") -> bool:
        """Tell whether the share is lower than another's, by more than both errors together."""
        return self.share + hypot(self.error, other.error) < other.share

    def __str__(self) -> str:
        return f"{self.share:6.2%} ± {self.error:.2%}"


# -- one game ----------------------------------------------------------------------------------


@cache
def _decks() -> tuple[PackFace, Mapping[str, tuple[int, Deck]]]:
    """Return the face of the pack, and each watch point with its deck."""
    pack = load(questions_folder() / "ballerina.yaml").pack
    assert pack is not None
    top = pack.face.ladder.top
    points = dict(zip(POINTS, (0, top // 2, top), strict=True))
    return pack.face, {name: (point, cut(pack, point)) for name, point in points.items()}


@cache
def _seating(way: Way) -> Seating:
    _, decks = _decks()
    players = tuple(Player(n + 1, "", n, decks[name][0]) for n, name in enumerate(way))
    return Seating(players, dict(decks[name] for name in way))


def game(house: House, way: Way, skills: Sequence[float], seed: int) -> list[int]:
    """Play a game and return the scores; `skills` and scores are by seat."""
    table = evening.begin(_decks()[0], house, _seating(way), seed)
    by_side = dict(zip(table.sides, skills, strict=True))
    luck = Random(f"{seed}:luck")
    while table.phase is not Phase.OVER:
        for intent in _wanted(table, by_side, luck):
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


def season(
    house: House, points: Way, skills: Mapping[str, float], seeds: range
) -> tuple[dict[str, Tally], list[Tally]]:
    """Play many games and return what was won by watch point and by seat.

    Who sits where changes from game to game, so that every way to sit comes as often.
    """
    ways = list(permutations(points))
    by_point = {name: Tally() for name in points}
    by_seat = [Tally() for _ in points]
    for seed in seeds:
        way = ways[seed % len(ways)]
        scores = game(house, way, [skills[name] for name in way], seed)
        for name, seat, share in zip(way, by_seat, shares(scores), strict=True):
            by_point[name].add(share)
            seat.add(share)
    return by_point, by_seat


def figure(games: int = GAMES) -> Iterator[str]:
    """Yield tables of games won and, last, how many of them are as they should be."""
    fair: list[bool] = []
    better: list[bool] = []
    for words, house in (("no further rules", PLAIN), ("all rules", FULL)):
        yield f"equal players, {words}: games won of {games:,}, with two standard errors"
        by_point, by_seat = season(house, POINTS, EQUAL, range(games))
        seats = {f"seat {number}": tally for number, tally in enumerate(by_seat, 1)}
        for who, tally in (by_point | seats).items():
            fair.append(tally.is_share_of(len(POINTS)))
            yield _line(who, tally, fair[-1])
    yield f"two equal players, bets alone: games won of {games:,}"
    for number, tally in enumerate(season(BETS, (MIDDLE,) * 2, EQUAL, range(games))[1], 1):
        fair.append(tally.is_share_of(2))
        yield _line(f"seat {number}", tally, fair[-1])
    for words, house in (("no further rules", PLAIN), ("all rules", FULL)):
        yield f"unequal players, {words}: games won of {games // 5:,} in each row"
        yield " " * 9 + "".join(f"{name:>18}" for name in POINTS)
        for skills in permutations(SKILLS):
            by_point, _ = season(house, POINTS, _of(skills), range(games // 5))
            ranked = [tally for _, tally in sorted(zip(skills, by_point.values(), strict=True))]
            better.append(all(low.is_below(high) for low, high in pairwise(ranked)))
            row = zip(skills, by_point.values(), strict=True)
            told = "".join(f"{skill:7.0%}{tally.share:11.1%}" for skill, tally in row)
            yield f"{'':9}{told}  {'better' if better[-1] else 'NOT BETTER'}"
    yield (
        f"fairness {sum(fair)} of {len(fair)} shares within two standard errors; "
        f"the better win more often in {sum(better)} of {len(better)} tables"
    )


def _of(skills: Sequence[float]) -> dict[str, float]:
    return dict(zip(POINTS, skills, strict=True))


def _line(who: str, tally: Tally, fair: bool) -> str:
    return f"    {who:9}{tally}  {'fair' if fair else 'NOT FAIR'}"
