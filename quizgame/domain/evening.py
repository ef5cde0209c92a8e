"""A game of several goes on: `step` takes one intent and returns the table after it.

The curtain is part of the value, so that the next name and the shut curtain come in one step.
"""

from dataclasses import replace

from quizgame.domain import dealing, rules, turns
from quizgame.domain import desk as desks
from quizgame.domain import intents as want
from quizgame.domain import ledger as books
from quizgame.domain import players as people
from quizgame.domain.cards import Reply
from quizgame.domain.desk import Desk, Ending
from quizgame.domain.ledger import Cause, Entry
from quizgame.domain.packs import PackFace
from quizgame.domain.settling import accepted, lines, without_bet
from quizgame.domain.table import House, Phase, Purpose, Seating, Slot, Table, Turn
from quizgame.domain.turns import call, cards_of, next_turn, steal, thief_of

Intent = want.CardIntent | want.TableIntent | want.Interrupt


def begin(face: PackFace, house: House, seating: Seating, seed: int) -> Table:
    """Deal the first round and call the first side; at least one must play."""
    return turns.next_round(dealing.laid(face, house, seating, seed))


def step(table: Table, intent: Intent) -> Table:
    """Return the table after an intent; what makes no sense is idle."""
    if table.phase is Phase.OVER:
        return table
    if table.shut:
        return _at_curtain(table, intent)
    if isinstance(intent, want.Interrupt | want.Pause):
        away = table.looked_away or table.phase is Phase.ASKING
        return replace(table, shut=True, looked_away=away) if table.house.private else table
    match table.phase:
        case Phase.ASKING:
            return _asking(table, intent)
        case Phase.NOTHING:
            return _passed(table) if intent == want.Next() else table
        case Phase.REVEALED:
            return _revealed(table, intent)
        case _:
            return _judging(table, intent)


def _at_curtain(table: Table, intent: Intent) -> Table:
    match intent:
        case want.OpenCurtain():
            return replace(table, shut=False, opened=True)
        case want.Bet(side) if side in table.bettors:
            bets = {who: bet for who, bet in table.bets.items() if who != side}
            after = {None: True, True: False, False: None}[table.bets.get(side)]
            return replace(table, bets=bets if after is None else bets | {side: after})
        case want.TakeBack():
            return turns.taken_back(table)
        case _:
            return table


def _asking(table: Table, intent: Intent) -> Table:
    card = table.card
    if card is None:
        return table
    match intent:
        case want.Skip():
            return _settle(table, Ending.SKIPPED, None)
        case want.Tick(seconds):
            desk, late = desks.after(table.desk, seconds, table.house.clock)
            ticked = replace(table, desk=desk)
            return _settle(ticked, Ending.TIMEOUT, None) if late else ticked
        case want.Stake(level) if table.house.stakes and level in rules.STAKES:
            return replace(table, stake=level)
        case want.OpenCurtain() | want.Bet() | want.Stake() | want.AskJudge() | want.Accept():
            return table
        case want.Refuse() | want.TakeBack() | want.Interrupt():
            return table
        case _:
            done = desks.act(card, table.desk, intent)
            if isinstance(done, Desk):
                return replace(table, desk=done)
            return _settle(table, Ending(card.kind.judge(done).value), done)


def _settle(table: Table, ending: Ending, reply: Reply | None) -> Table:
    """Write down how a card ended, and what the others have bet on it."""
    settled = replace(
        table, phase=Phase.REVEALED, ledger=(*table.ledger, *lines(table, ending, reply))
    )
    thief = None if table.house.private else thief_of(settled)
    return settled if thief is None else _on(settled, thief)


def _passed(table: Table) -> Table:
    """Go on from where there was no card; to the others it looks like one that was skipped."""
    return next_turn(replace(table, ledger=(*table.ledger, *lines(table, Ending.SKIPPED, None))))


def _revealed(table: Table, intent: Intent) -> Table:
    match intent:
        case want.Next():
            return _on(table, thief_of(table) if table.house.private else None)
        case want.AskJudge() if (judge := turns.judge_of(table)) is not None:
            turn = replace(table.turn, side=judge, purpose=Purpose.JUDGE)
            impartial = without_bet(table, judge)
            return replace(impartial, turn=turn, phase=Phase.JUDGING, shut=True, opened=False)
        case want.Accept() if turns.can_accept(table):
            return accepted(table)
        case want.TakeBack():
            return turns.taken_back(table)
        case _:
            return table


def _judging(table: Table, intent: Intent) -> Table:
    match intent:
        case want.Accept():
            return next_turn(accepted(_noted(table)))
        case want.Refuse():
            return _on(_noted(table), thief_of(table))
        case _:
            return table


def end(table: Table) -> Table:
    """Return the game ended where it stands; a card before somebody has then been seen."""
    open_card = table.opened and table.phase in {Phase.ASKING, Phase.JUDGING}
    return replace(_noted(table) if open_card else table, phase=Phase.OVER, shut=False)


def _on(table: Table, thief: int | None) -> Table:
    """Go on to who may steal the card, or to whoever comes next."""
    return next_turn(table) if thief is None else call(table, steal(table, thief))


def _noted(table: Table) -> Table:
    """Note that a side has seen the card it has not answered."""
    dealt = table.turn.dealt
    seen = {(table.turn.side, dealt.card_id)} if dealt else set()
    return replace(table, burnt=table.burnt | seen)


def reseat(table: Table, seating: Seating) -> Table:
    """Return the table with other players, or other watch points; nobody keeps too high a card.

    Who is new plays from the next round on. Where no side is left the game is over.
    """
    scores = [table.score(side) for side in table.sides]
    known = {entry.side for entry in table.ledger} | set(table.sides)
    seated = replace(table, seating=seating)
    # Whoever leaves and comes again begins with no more than was left behind.
    left = [
        books.score(table.ledger, side, table.house.stock) for side in known - set(seated.sides)
    ]
    start = min([rules.late_start(scores), *left])
    starts = tuple(
        Entry(books.BEFORE, books.BEFORE, side, Cause.START, start - table.house.stock)
        for side in seated.sides
        if side not in known
    )
    bets = {side: will for side, will in table.bets.items() if side in seated.sides}
    less = {side for side in table.sides if seated.reach(side) < table.reach(side)}
    lowered = table.lowered | less
    seated = replace(seated, ledger=(*table.ledger, *starts), bets=bets, lowered=lowered)
    if table.phase is Phase.OVER or not seated.sides:
        return replace(seated, phase=Phase.OVER, shut=False)
    if people.lowest(seating.players) < people.lowest(table.players):
        seated = replace(seated, slots=_slots_from_here(seated))
    return _current(_redealt(seated))


def _slots_from_here(table: Table) -> tuple[Slot, ...]:
    """Return what the rounds ask for, those to come by the deck of who has watched least now."""
    anew = dealing.slots_of(table.seating, len(table.slots), table.seed)
    return (*table.slots[: table.round + 1], *anew[table.round + 1 :])


def _redealt(table: Table) -> Table:
    """Deal anew to those whose turn comes, where their card may not be there any more."""
    waiting = [turn for turn in table.ahead if turn.side in table.sides]
    ahead: list[Turn] = []
    for at, turn in enumerate(waiting):
        beside = cards_of((table.turn, *ahead, *waiting[at + 1 :]))
        ahead.append(turn if _fits(table, turn) else dealing.fresh(table, turn, beside))
    return replace(table, ahead=tuple(ahead))


def _fits(table: Table, turn: Turn) -> bool:
    """Tell whether a turn's card may still be shown to its side, and is still there as dealt."""
    if turn.watch_point > table.reach(turn.side):
        return False
    return turn.dealt is None or table.still(turn.dealt, turn.watch_point) is not None


def _current(table: Table) -> Table:
    """Go on where the card before somebody may not be there any more."""
    turn, sides = table.turn, table.sides
    if turn.side in sides and turn.owner in sides and _fits(table, turn):
        return table
    waiting = replace(_noted(table) if table.opened else table, shut=True)
    if turn.side in sides and turn.purpose is Purpose.ANSWER and table.phase is not Phase.REVEALED:
        return call(waiting, dealing.fresh(waiting, turn, cards_of(table.ahead)))
    return next_turn(waiting)
