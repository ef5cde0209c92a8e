"""Whose turn it is at a table: who is called next, who may steal, who may judge.

All of it follows from what everyone knows: who plays, how far each says to have watched, the kind
of card this round asks for, and how the last one ended.
"""

from dataclasses import replace

from quizgame.domain import dealing, rules
from quizgame.domain import desk as desks
from quizgame.domain import ledger as books
from quizgame.domain.cards import Card, Chosen, SingleChoice, TrueFalse, TypeAnswer
from quizgame.domain.desk import Desk, Ending
from quizgame.domain.ledger import Entry
from quizgame.domain.settling import typed_miss
from quizgame.domain.table import Phase, Purpose, Table, Turn


def next_turn(table: Table) -> Table:
    """Call whoever comes next, begin the next round, or end the game."""
    if table.ahead:
        turn, *ahead = table.ahead
        if turn.dealt and dealing.sees(table, turn.side, turn.dealt.card_id):
            # It has stolen or judged this very card since the round was dealt.
            turn = dealing.fresh(table, turn, cards_of(tuple(ahead)))
        return call(replace(table, ahead=tuple(ahead)), turn)
    if table.round + 1 >= table.house.rounds:
        return replace(table, phase=Phase.OVER, shut=False)
    return next_round(replace(table, round=table.round + 1))


def next_round(table: Table) -> Table:
    """Deal the round and call the side that begins it."""
    first, *ahead = dealing.round_of(table)
    return call(replace(table, ahead=tuple(ahead)), first)


def call(table: Table, turn: Turn) -> Table:
    """Call a side before its card. Whoever holds the screen already needs no curtain.

    But the others need one to bet before; and in the open, a steal waits until it is asked for.
    """
    asked = turn.purpose is Purpose.ANSWER
    betting = table.house.bets and asked and len(table.sides) > 1
    holds = not table.shut and table.turn.side == turn.side
    shut = betting or (not holds if table.house.private else not asked)
    called = replace(
        table,
        turn=turn,
        shut=shut,
        opened=not shut,
        looked_away=False,
        stake=rules.USUAL_STAKE,
        bets={},
    )
    if turn.dealt is None:
        return replace(called, phase=Phase.NOTHING, desk=desks.CLEAR)
    # In the open all have seen what was tried; a card of one's own is there only behind a curtain.
    seen_wrong = turn.purpose is Purpose.STEAL and not table.house.private
    removed = _tried(table) if seen_wrong else frozenset()
    desk = Desk(order=turn.dealt.order, removed=removed)
    return replace(called, phase=Phase.ASKING, desk=desk)


def thief_of(table: Table) -> int | None:
    """Return who gets a shot at what was just missed: whoever sits next, however far they watched.

    So nobody gets more of them than others, and nothing of the card can be told by it.
    """
    missed = books.last_answer(table.ledger)
    stealable = table.house.steals and table.turn.purpose is not Purpose.STEAL
    if not stealable or missed is None or missed.ending not in {Ending.WRONG, Ending.TIMEOUT}:
        return None
    if table.slot.kind == TrueFalse.__name__ if table.house.private else _used_up(table):
        return None
    return next(iter(_after_owner(table)), None)


def _used_up(table: Table) -> bool:
    """Tell whether nothing can be made any more of a card that all have seen being missed."""
    match table.card:
        case Card(kind=TrueFalse() | TypeAnswer()) | None:
            # What was typed is shown first, since all may want to accept it.
            return True
        case Card(kind=SingleChoice(options=options)):
            # The last one left is the right one.
            return len(options) - len(_tried(table)) <= 1
        case _:
            return False


def judge_of(table: Table) -> int | None:
    """Return who can judge a typed answer again: the next side that has watched as far.

    One that has bet on it only where nobody else can.
    """
    asked = table.slot.kind == TypeAnswer.__name__
    if not (table.house.private and asked and typed_miss(table)) or _hangs_on_more(table):
        # In a round of another kind, being asked to judge would tell the kind of a hidden card.
        return None
    point = table.turn.watch_point
    able = [side for side in _after_owner(table) if table.reach(side) >= point]
    return min(able, key=lambda side: side in table.bets, default=None)


def _hangs_on_more(table: Table) -> bool:
    """Tell whether the card hangs on what its side saw before it said to have watched less.

    It is then not what it saw, so nobody else may be shown what is left.
    """
    return not table.lowered.isdisjoint({table.turn.owner, table.turn.side})


def can_accept(table: Table) -> bool:
    """Tell whether all, who have all seen the card, can accept a typed answer."""
    return not table.house.private and typed_miss(table)


def _after_owner(table: Table) -> tuple[int, ...]:
    """Return the other sides as they sit, from the one after whose card it is."""
    sides, owner = table.sides, table.turn.owner
    if owner not in sides:
        return ()
    at = sides.index(owner)
    return (*sides[at + 1 :], *sides[:at])


def steal(table: Table, thief: int) -> Turn:
    """Return the turn in which a side has the card just missed, or else one like it of its own.

    The card itself only where this side may be shown it, and has not had it before it yet.
    """
    card, turn = table.card, replace(table.turn, side=thief, purpose=Purpose.STEAL)
    same = (
        card is not None
        and not isinstance(card.kind, TrueFalse)
        and table.reach(thief) >= turn.watch_point
        and card.id in table.seating.decks[table.reach(thief)]
        and not (table.house.private and _hangs_on_more(table))
        and not (table.house.private and dealing.sees(table, thief, card.id))
    )
    # At the thief's own reach in either case: what becomes of it must not tell which it is.
    own = replace(turn, watch_point=table.reach(thief))
    return own if same else dealing.fresh(table, turn, cards_of(table.ahead))


def _tried(table: Table) -> frozenset[int]:
    """Return the options of a choice that have just been seen to be wrong."""
    missed = books.last_answer(table.ledger)
    reply = missed.outcome.reply if missed and missed.outcome else None
    single = table.card is not None and isinstance(table.card.kind, SingleChoice)
    return reply.options if single and isinstance(reply, Chosen) else frozenset()


def to_take_back(table: Table) -> Entry | None:
    """Return the answer that can be taken back now: the last one, once a side in a game."""
    last = books.last_answer(table.ledger)
    waiting = table.shut and not table.opened and table.turn.purpose is Purpose.ANSWER
    shown = not table.house.private and table.phase is Phase.REVEALED and not table.shut
    if last is None or not (waiting or shown) or last.turn < table.turn.number - 1:
        return None
    fresh = last.side in table.sides and last.side not in table.taken_back
    return last if fresh else None


def taken_back(table: Table) -> Table:
    """Take the last answer back, with its bets and its steal: its side gets a fresh card."""
    last = to_take_back(table)
    if last is None:
        return table
    seen = {(e.side, e.card_id) for e in table.ledger if e.turn == last.turn and e.card_id}
    waits = () if table.turn.number == last.turn else (table.turn,)
    # Of a round that has just been dealt nobody has seen anything: it is dealt again.
    ahead = (*waits, *table.ahead) if last.round == table.round else ()
    before = replace(
        table,
        round=last.round,
        ahead=ahead,
        ledger=books.without_turn(table.ledger, last.turn),
        taken_back=table.taken_back | {last.side},
        burnt=table.burnt | seen,
        shut=True,
    )
    blank = Turn(last.turn, last.side, last.side, Purpose.ANSWER, 0, None)
    return call(before, dealing.fresh(before, blank, cards_of(ahead)))


def cards_of(turns: tuple[Turn, ...]) -> tuple[str, ...]:
    """Return the cards of these turns."""
    return tuple(turn.dealt.card_id for turn in turns if turn.dealt)
