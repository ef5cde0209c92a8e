"""What one side sees of a game of several, behind the curtain: its card, its answer, its past."""

from dataclasses import replace

from quizgame.domain import desk as desks
from quizgame.domain import evening, rules, tableviews, turns, views
from quizgame.domain import intents as want
from quizgame.domain import ledger as books
from quizgame.domain.cards import Card
from quizgame.domain.desk import Dealt, Ending, Outcome
from quizgame.domain.ledger import Cause, Entry
from quizgame.domain.table import Phase, Purpose, Table
from quizgame.domain.tags import tier_tag
from quizgame.services import cardviews
from quizgame.services.projector import Projecting, Shown, unlit
from quizgame.services.tableshowing import COMMON, board, common_entries, tag, to_take_back

_SURE = {"sure": "you were sure", "think": "you thought so", "guess": "you guessed"}


def ask(table: Table, projecting: Projecting = unlit) -> views.AskView | tableviews.NothingView:
    """Return the card before somebody, without its answer; or that there is none."""
    card, turn, house = table.card, table.turn, table.house
    if card is None:
        return tableviews.NothingView(board(table, turn.side, turn.purpose.value))
    staked = house.stakes and turn.purpose is Purpose.ANSWER
    limit, desk = house.clock, table.desk
    shown = projecting(table.face.id, card)
    return views.AskView(
        board=_marks(table, turn.side),
        stub=cardviews.stub(
            table.seating.decks[turn.watch_point], card, _worth(table), answered=False
        ),
        stem=card.stem,
        body=cardviews.body(card, desk),
        fifties=0,
        can_halve=False,
        can_submit=desks.composed(card, desk) is not None,
        clock=views.ClockView(limit, limit - desk.seconds) if limit else None,
        table=board(table, turn.side, turn.purpose.value),
        stake=table.stake if staked else "",
        stakes=rules.stake_words() if staked else (),
        picture=shown.picture,
        sound=_sound(table, shown),
    )


def reveal(
    table: Table, *, kept: bool, reported: bool, projecting: Projecting = unlit
) -> views.RevealView | tableviews.NothingView:
    """Return the card just answered, to who answered it or is to judge it."""
    turn = table.turn
    side = turn.owner if turn.purpose is Purpose.JUDGE else turn.side
    entry = next(
        (e for e in reversed(table.ledger) if e.turn == turn.number and e.side == side), None
    )
    found = _with_cards(table, (entry,) if entry else ())
    if entry is None or not found:
        return tableviews.NothingView(board(table, turn.side, turn.purpose.value))
    judge = turns.judge_of(table)
    shown = _answered(table, *found[0], projecting)
    staked = table.house.stakes and entry.cause is Cause.ANSWER and table.phase is Phase.REVEALED
    judged = entry.ending in {Ending.RIGHT, Ending.WRONG}
    return replace(
        shown,
        stub=replace(shown.stub, worth=_worth(table)),
        own_next=_goes_on(table),
        table=board(table, turn.side, turn.purpose.value),
        row=_SURE[table.stake] if staked and judged else "",
        kept=kept,
        reported=reported,
        judge=tag(table, judge).name if judge is not None else "",
        judging=table.phase is Phase.JUDGING,
        can_accept=turns.can_accept(table),
        can_take_back=bool(to_take_back(table)) and not table.house.private,
    )


def _goes_on(table: Table) -> bool:
    """Tell whether this side goes on with another card, and no curtain between."""
    if table.phase is not Phase.REVEALED or not table.house.private:
        return False
    after = evening.step(table, want.Next())
    return after.phase is not Phase.OVER and not after.shut


def review(table: Table, side: int) -> views.ReviewView:
    """Return the answers of a side, or those that everyone may see, a line each."""
    rows = []
    for number, (entry, outcome, card) in enumerate(_looked_over(table, side)):
        said = cardviews.said(card, outcome)
        if side == COMMON:
            said = f"{tag(table, entry.side).name} {said.removeprefix('you ')}"
        rows.append(
            views.AnswerRow(
                number=number,
                stem=card.stem,
                right_words=cardviews.joined(card, card.kind.right_words()),
                said=said,
                ending=outcome.ending.value,
                tier=tier_tag(table.face.ladder, card.tier),
            )
        )
    return views.ReviewView(tuple(rows), "" if side == COMMON else tag(table, side).name)


def looked_back(
    table: Table, side: int, number: int, projecting: Projecting = unlit
) -> views.RevealView | None:
    """Return an answered card of what is looked over; None when there is no such one."""
    entries = _looked_over(table, side)
    if not 0 <= number < len(entries):
        return None
    entry = entries[number][0]
    shown = replace(board(table, entry.side, entry.cause.value), round=entry.round + 1)
    answered = _answered(table, *entries[number], projecting)
    return replace(answered, table=shown, looking_back=True)


def _looked_over(table: Table, side: int) -> list[tuple[Entry, Outcome, Card]]:
    """Return what may be looked over with its cards, as far as this side has watched now."""
    if side == COMMON:
        return _with_cards(table, common_entries(table))
    return _with_cards(table, books.answers(table.ledger, side), table.reach(side))


def _with_cards(
    table: Table, entries: books.Ledger, reach: int | None = None
) -> list[tuple[Entry, Outcome, Card]]:
    """Return these answers with their cards, less those that are not there any more.

    What was dealt further up than `reach` only as far as it can be asked there, too.
    """
    found = []
    for entry in entries:
        point = entry.watch_point if reach is None else min(entry.watch_point, reach)
        card = table.still(Dealt(entry.card_id, entry.order), point)
        if entry.outcome and card:
            found.append((replace(entry, watch_point=point), entry.outcome, card))
    return found


def _answered(
    table: Table, entry: Entry, outcome: Outcome, card: Card, projecting: Projecting
) -> views.RevealView:
    deck = table.seating.decks[entry.watch_point]
    shown = projecting(table.face.id, card)
    return views.RevealView(
        board=_marks(table, entry.side),
        stub=cardviews.stub(deck, card, _was_worth(table, entry), answered=True),
        stem=card.stem,
        marks=cardviews.marks(card, entry.order, outcome),
        ending=outcome.ending.value,
        points=entry.points,
        row="",
        why=card.why,
        cited=cardviews.cited(deck, card),
        last=False,
        told=cardviews.told(card, outcome),
        picture=shown.picture,
        sound=_sound(table, shown),
    )


def _sound(table: Table, shown: Shown) -> views.SoundView | None:
    """Return the sound of a card; behind a curtain only its words, as everyone would hear it."""
    if shown.sound and table.house.private:
        return views.SoundView(shown.sound.alt)
    return shown.sound


def _marks(table: Table, side: int) -> views.Scoreboard:
    """Return how the own cards of a side ended, by round."""
    own = [e for e in table.ledger if e.side == side and e.cause is Cause.ANSWER]
    ended = {e.round: e.ending.value for e in own}
    marks = tuple(
        ended.get(number, "now" if number == table.round else "ahead")
        for number in range(table.house.rounds)
    )
    row = books.longest_row(table.ledger, side)
    return views.Scoreboard(table.round + 1, marks, table.score(side), row)


def _was_worth(table: Table, entry: Entry) -> int:
    """Return what a card was worth by how hard its round was, whatever else was at stake."""
    difficulty = table.slots[entry.round].difficulty
    steal = entry.cause is Cause.STEAL
    clock = bool(table.house.clock)
    return rules.sofa_worth(difficulty, stake="", clock=clock, behind=False, steal=steal)


def _worth(table: Table) -> int:
    return rules.sofa_worth(
        table.slot.difficulty,
        stake=table.stake if table.house.stakes else "",
        clock=bool(table.house.clock),
        behind=table.turn.owner in table.behind,
        steal=table.turn.purpose is Purpose.STEAL,
    )
