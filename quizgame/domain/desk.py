"""A card in hand: the order it was dealt in, what has been done to it, and how it ended.

What is right is not asked here: `act` composes a reply, and whoever runs the game judges it.
"""

from dataclasses import dataclass, replace
from enum import Enum
from random import Random

from quizgame.domain import intents as want
from quizgame.domain.cards import (
    Arranged,
    Card,
    Chosen,
    PutInOrder,
    Reply,
    SeveralRight,
    SingleChoice,
    TrueFalse,
    TypeAnswer,
    Typed,
)
from quizgame.domain.spelling import in_a_line

LONGEST_TYPED = 80


class Ending(Enum):
    """How a card ended: judged as right, half or wrong, or passed over, or out of time."""

    RIGHT = "right"
    HALF = "half"
    WRONG = "wrong"
    SKIPPED = "skipped"
    TIMEOUT = "timeout"


@dataclass(frozen=True, slots=True)
class Dealt:
    """A card of the round and the order its options stand in (numbers in the file)."""

    card_id: str
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before the player on the card being asked.

    `marked` and `removed` hold option numbers; `order` the places as arranged so far.
    """

    order: tuple[int, ...] = ()
    marked: frozenset[int] = frozenset()
    removed: frozenset[int] = frozenset()
    text: str = ""
    seconds: float = 0.0


CLEAR = Desk()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a card: the reply (None when there was none), points, seconds taken."""

    card_id: str
    ending: Ending
    reply: Reply | None
    points: int
    seconds: float
    streak_before: int
    halved: bool = False


def act(card: Card, desk: Desk, intent: want.CardIntent) -> Desk | Reply:
    """Return the desk after an intent, or the reply it hands in; what makes no sense is idle."""
    kind = card.kind
    match intent:
        case want.Pick(place) if isinstance(kind, SingleChoice):
            number = _option_at(desk, place)
            return desk if number is None else Chosen(frozenset({number}))
        case want.Submit():
            return composed(card, desk) or desk
        case want.Toggle(place) if isinstance(kind, SeveralRight):
            number = _option_at(desk, place)
            return desk if number is None else replace(desk, marked=desk.marked ^ {number})
        case want.Shift(place, by) if isinstance(kind, PutInOrder):
            return replace(desk, order=_moved(desk.order, place, by))
        case want.Edit(text) if isinstance(kind, TypeAnswer):
            return replace(desk, text=in_a_line(text[:LONGEST_TYPED]))
        case _:
            return desk


def composed(card: Card, desk: Desk) -> Reply | None:
    """Return what can be handed in, or None when there is nothing yet."""
    match card.kind:
        case SeveralRight():
            return Chosen(desk.marked) if desk.marked else None
        case PutInOrder():
            return Arranged(desk.order)
        case TypeAnswer():
            return Typed(desk.text.strip()) if desk.text.strip() else None
        case SingleChoice():
            return None


def after(desk: Desk, seconds: float, limit: int) -> tuple[Desk, bool]:
    """Return the desk after some seconds, and whether its time is up; a `limit` of 0 is none."""
    spent = desk.seconds + max(0.0, seconds)
    if limit and spent >= limit:
        return replace(desk, seconds=float(limit)), True
    return replace(desk, seconds=spent), False


def time_left(desk: Desk, limit: int) -> float:
    """Return the share (0-1) of its time that a card has left; 0 without a clock."""
    return 1 - desk.seconds / limit if limit else 0.0


def shuffled(card: Card, rng: Random) -> tuple[int, ...]:
    """Return the order in which a card's options stand when it is dealt."""
    order = list(range(len(card.kind.options)))
    match card.kind:
        case TrueFalse() | TypeAnswer():
            return tuple(order)
        case PutInOrder():
            while order == sorted(order):
                rng.shuffle(order)
        case SingleChoice() | SeveralRight():
            rng.shuffle(order)
    return tuple(order)


def _moved(order: tuple[int, ...], place: int, by: int) -> tuple[int, ...]:
    if not (0 <= place < len(order) and 0 <= place + by < len(order)):
        return order
    steps = list(order)
    steps.insert(place + by, steps.pop(place))
    return tuple(steps)


def _option_at(desk: Desk, place: int) -> int | None:
    if not 0 <= place < len(desk.order) or desk.order[place] in desk.removed:
        return None
    return desk.order[place]
