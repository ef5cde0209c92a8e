"""What comes of a card, brought about whichever card it is: all that the others come to know."""

from collections.abc import Iterator, Sequence
from enum import Enum

from quizgame.domain import intents as want
from quizgame.domain.cards import (
    PutInOrder,
    SeveralRight,
    SingleChoice,
    TypeAnswer,
)
from quizgame.domain.intents import Intent
from quizgame.domain.table import Phase, Table

NO_WORD = "Nobody knows"
"""What is typed that no card accepts."""


class Deed(Enum):
    """How a card ends, and what may be done with it after."""

    RIGHT = "right"
    HALF = "half"
    WRONG = "wrong"
    SKIPS = "skips"
    TIMEOUT = "timeout"
    ASKS = "asks for a judge"


INSTEAD = {
    Deed.RIGHT: Deed.SKIPS,
    Deed.HALF: Deed.WRONG,
    Deed.WRONG: Deed.SKIPS,
    Deed.TIMEOUT: Deed.WRONG,
    Deed.ASKS: Deed.WRONG,
}
"""What is done where a deed cannot be: of two tables, where it cannot be at both."""


def both_can(deed: Deed, tables: Sequence[Table]) -> Deed:
    """Return the deed, or the nearest that can be done at all of these tables."""
    while not all(_can(deed, table) for table in tables):
        deed = INSTEAD[deed]
    return deed


def _can(deed: Deed, table: Table) -> bool:
    card = table.card if table.phase is Phase.ASKING else None
    match deed:
        case Deed.SKIPS:
            return True
        case Deed.HALF:
            return card is not None and isinstance(card.kind, SeveralRight | PutInOrder)
        case Deed.TIMEOUT:
            return card is not None and bool(table.house.clock)
        case Deed.ASKS:
            return card is not None and isinstance(card.kind, TypeAnswer)
        case _:
            return card is not None


def intents(deed: Deed, table: Table, *, other: bool = False) -> Iterator[Intent]:
    """Yield what brings a deed about; wrong in another way, where there is one, for `other`."""
    card = table.card if table.phase is Phase.ASKING else None
    if card is None:
        yield want.Next()
        return
    kind, order = card.kind, table.desk.order
    match deed:
        case Deed.SKIPS:
            yield want.Skip()
            return
        case Deed.TIMEOUT:
            yield want.Tick(float(table.house.clock))
            return
        case _:
            pass
    match kind:
        case SingleChoice():
            yield want.Pick(order.index(_one_option(table, kind, deed, other=other)))
            return
        case SeveralRight():
            wanted = _options(kind, deed, other=other)
            yield from (want.Toggle(order.index(n)) for n in sorted(wanted ^ table.desk.marked))
        case PutInOrder():
            yield from _shifts(order, _steps(len(order), deed, other=other))
        case TypeAnswer():
            words = kind.accepted[0] if deed is Deed.RIGHT else NO_WORD + " at all" * other
            yield want.Edit(words)
    yield want.Submit()


def _one_option(table: Table, kind: SingleChoice, deed: Deed, *, other: bool) -> int:
    if deed is Deed.RIGHT:
        return kind.right
    wrong = set(table.desk.order) - {kind.right} - table.desk.removed
    return max(wrong) if other else min(wrong)


def _options(kind: SeveralRight, deed: Deed, *, other: bool) -> frozenset[int]:
    if deed is Deed.RIGHT:
        return kind.right
    wrong = frozenset(range(len(kind.options))) - kind.right
    missing = max(kind.right) if other else min(kind.right)
    return kind.right - {missing} if deed is Deed.HALF else wrong


def _steps(count: int, deed: Deed, *, other: bool) -> list[int]:
    """Return an order that comes to this: half with neighbours swapped, wrong with more."""
    steps = list(range(count))
    if deed is Deed.RIGHT:
        return steps
    if deed is Deed.HALF:
        at = count - 2 if other else 0
        steps[at], steps[at + 1] = steps[at + 1], steps[at]
        return steps
    return [*steps[2:], *steps[:2]] if other else steps[::-1]


def _shifts(order: Sequence[int], wanted: Sequence[int]) -> Iterator[want.Shift]:
    steps = list(order)
    for place, step in enumerate(wanted):
        at = steps.index(step)
        steps.insert(place, steps.pop(at))
        if at != place:
            yield want.Shift(at, place - at)
