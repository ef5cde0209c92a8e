"""Fair turns: in each round every side is dealt the same kind of card, as hard, from its own deck.

Which kind and how hard is thrown from the lowest deck, so it tells nothing of any other; dice for
one side's cards are never shaken by another's.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from random import Random

from quizgame.domain import desk as desks
from quizgame.domain import ledger as books
from quizgame.domain import players as people
from quizgame.domain.cards import Card
from quizgame.domain.desk import Dealt
from quizgame.domain.packs import PackFace
from quizgame.domain.table import House, Purpose, Seating, Slot, Table, Turn, reach

NOBODY = Turn(0, 0, 0, Purpose.ANSWER, 0, None)
PLAIN = Slot("SingleChoice", 1)
"""What is asked for where even the lowest deck is empty."""


def laid(face: PackFace, house: House, seating: Seating, seed: int) -> Table:
    """Return a table at which nothing has been dealt yet."""
    slots = slots_of(seating, house.rounds, seed)
    return Table(face=face, house=house, seating=seating, seed=seed, slots=slots, turn=NOBODY)


def round_of(table: Table) -> tuple[Turn, ...]:
    """Return the turns of the round that begins; who goes first moves on by one each round."""
    sides = table.sides
    first = table.round % len(sides)
    turns: list[Turn] = []
    for side in (*sides[first:], *sides[:first]):
        before = {turn.dealt.card_id for turn in turns if turn.dealt}
        number = table.turn.number + len(turns) + 1
        turns.append(fresh(table, Turn(number, side, side, Purpose.ANSWER, 0, None), before))
    return tuple(turns)


def fresh(table: Table, turn: Turn, beside: Iterable[str] = ()) -> Turn:
    """Return the turn with a card dealt anew; none of those `beside` it where all look together."""
    point = reach(table.players, turn.side, private=table.house.private)
    used = _seen_by(table, turn.side)
    if not table.house.private:
        used |= set(beside)
    return replace(turn, watch_point=point, dealt=_dealt(table, turn.side, point, used))


def sees(table: Table, side: int, card_id: str) -> bool:
    """Tell whether a side has had this card before it in this game."""
    return card_id in _seen_by(table, side)


def slots_of(seating: Seating, rounds: int, seed: int) -> tuple[Slot, ...]:
    """Return what each round asks for: thrown from the deck of who has watched least of all.

    What that deck has too few cards for comes last: otherwise all would be asked the very same.
    """
    cards = list(seating.decks[people.lowest(seating.players)].cards)
    alike, sides = Counter(map(Slot.of, cards)), len(people.sides(seating.players))
    Random(f"{seed}:slots").shuffle(cards)  # noqa: S311 (a shuffle, not a secret)
    thrown = sorted(map(Slot.of, cards), key=lambda slot: alike[slot] < sides)
    found = thrown[:rounds] or [PLAIN]
    return tuple(found[number % len(found)] for number in range(rounds))


def _seen_by(table: Table, side: int) -> set[str]:
    """Return the cards a side has had before it; where all look together, those of everyone."""
    private = table.house.private
    entries = books.answers(table.ledger, side) if private else table.ledger
    seen = {entry.card_id for entry in entries}
    return seen | {card for who, card in table.burnt if who == side or not private}


def _dealt(table: Table, side: int, point: int, used: set[str]) -> Dealt | None:
    """Deal a card like the slot: a new one before one already had, then the least often asked."""
    slot = table.slot
    # What one has been asked before is nothing to those who look on.
    history = table.seating.histories.get(side, {}) if table.house.private else {}
    burnt = sum(who == side for who, _ in table.burnt)
    dice = Random(f"{table.seed}:{table.round}:{side}:{burnt}")  # noqa: S311
    cards = table.seating.decks[point].cards

    def turn(card: Card) -> tuple[bool, int, bool, int, bool]:
        own, past = Slot.of(card), history.get(card.id)
        seen, missed = (past.seen, past.missed) if past else (0, False)
        off, other_kind = abs(own.difficulty - slot.difficulty), own.kind != slot.kind
        return card.id in used, off, other_kind, seen, not missed

    best = min(map(turn, cards), default=None)
    fitting = [card for card in cards if turn(card) == best]
    if not fitting:
        return None
    # All lay them in one order and each begins at its own place: few are asked the very same, and
    # yet what one is dealt tells nothing of any other.
    fitting.sort(key=lambda card: Random(f"{table.seed}:{table.round}:{card.id}").random())  # noqa: S311
    card = fitting[side % len(fitting)]
    return Dealt(card.id, desks.shuffled(card, dice))
