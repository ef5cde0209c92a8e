"""How a card at a table is settled: what it earns, what the bets come to, what is accepted."""

from dataclasses import replace

from quizgame.domain import desk as desks
from quizgame.domain import ledger as books
from quizgame.domain import rules
from quizgame.domain.cards import Reply, TypeAnswer, Typed, Verdict
from quizgame.domain.desk import Ending, Outcome
from quizgame.domain.ledger import Cause, Entry
from quizgame.domain.table import Phase, Purpose, Table

_VERDICTS = {
    Ending.RIGHT: Verdict.RIGHT,
    Ending.HALF: Verdict.HALF,
    Ending.WRONG: Verdict.WRONG,
    Ending.TIMEOUT: Verdict.WRONG,
    # A draw for those who bet on it.
    Ending.SKIPPED: Verdict.HALF,
}


def lines(table: Table, ending: Ending, reply: Reply | None = None) -> tuple[Entry, ...]:
    """Return what is written down when the card of this turn ends so, with the bets on it."""
    turn, dealt = table.turn, table.turn.dealt
    points = _points(table, ending)
    seconds = round(table.desk.seconds, 1)
    outcome = Outcome(dealt.card_id, ending, reply, points, seconds, 0) if dealt else None
    order = dealt.order if dealt else ()
    cause = Cause.STEAL if turn.purpose is Purpose.STEAL else Cause.ANSWER
    line = Entry(
        turn.number, table.round, turn.side, cause, points, turn.watch_point, outcome, order
    )
    if cause is Cause.STEAL:
        return (line,)
    return line, *_bets(table, ending)


def accepted(table: Table) -> Table:
    """Count the typed answer as right, for whoever gave it and for those who bet on it."""
    kept = books.without_turn(table.ledger, table.turn.number)
    missed = books.last_answer(table.ledger)
    reply = missed.outcome.reply if missed and missed.outcome else None
    owner = replace(table.turn, side=table.turn.owner, purpose=Purpose.ANSWER)
    asked = replace(table, turn=owner)
    return replace(table, ledger=(*kept, *lines(asked, Ending.RIGHT, reply)))


def without_bet(table: Table, side: int) -> Table:
    """Return the table with what a side has bet on this card called off: it is to judge it."""
    ledger = tuple(
        entry
        for entry in table.ledger
        if (entry.turn, entry.side, entry.cause) != (table.turn.number, side, Cause.BET)
    )
    bets = {who: will for who, will in table.bets.items() if who != side}
    return replace(table, ledger=ledger, bets=bets)


def typed_miss(table: Table) -> bool:
    """Tell whether a typed answer has just been judged wrong."""
    missed, card = books.last_answer(table.ledger), table.card
    return (
        table.phase is Phase.REVEALED
        and table.turn.purpose is Purpose.ANSWER
        and card is not None
        and isinstance(card.kind, TypeAnswer)
        and missed is not None
        and missed.outcome is not None
        and isinstance(missed.outcome.reply, Typed)
        and missed.ending is Ending.WRONG
    )


def _points(table: Table, ending: Ending) -> int:
    difficulty, verdict = table.slot.difficulty, _VERDICTS[ending]
    if ending in {Ending.SKIPPED, Ending.TIMEOUT}:
        return 0
    if table.turn.purpose is Purpose.STEAL:
        return rules.steal_points(verdict, difficulty)
    return rules.sofa_points(
        verdict,
        difficulty,
        stake=table.stake if table.house.stakes else "",
        # With the card away from sight there is time to think.
        left=0.0 if table.looked_away else desks.time_left(table.desk, table.house.clock),
        behind=table.turn.owner in table.behind,
    )


def _bets(table: Table, ending: Ending) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            table.turn.number,
            table.round,
            side,
            Cause.BET,
            rules.bet_points(_VERDICTS[ending], will=will),
        )
        for side, will in table.bets.items()
    )
