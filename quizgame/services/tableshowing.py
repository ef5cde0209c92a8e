"""What everyone sees of a game of several: made of nothing that is only somebody's."""

from collections.abc import Iterable, Mapping

from quizgame.domain import ledger as books
from quizgame.domain import players as people
from quizgame.domain import rules, tableviews, turns
from quizgame.domain.desk import Ending
from quizgame.domain.ledger import Cause, Entry
from quizgame.domain.table import Purpose, Table
from quizgame.domain.tags import PlayerTag, Standing, TableBoard

COMMON = 0
"""In place of a side: what everyone may look over."""
_LEVELS = {1: "An easy card", 2: "A medium card", 3: "A hard card"}
_ENDED = {
    Ending.RIGHT: "right",
    Ending.HALF: "nearly",
    Ending.WRONG: "wrong",
    Ending.SKIPPED: "skipped",
    Ending.TIMEOUT: "out of time",
}
_SURE = {"sure": "you were sure", "think": "you thought so", "guess": "you guessed"}


# -- what all can see --------------------------------------------------------------------------


def tag(table: Table, side: int) -> PlayerTag:
    """Return a side as everyone sees it."""
    members = people.members(table.players, side)
    if not members:
        return PlayerTag("Nobody", 0)
    *first, last = [player.called for player in members]
    return PlayerTag(f"{', '.join(first)} & {last}" if first else last, members[0].badge)


def standings(table: Table) -> tuple[Standing, ...]:
    """Return what each side has won, in the order in which they sit."""
    return tuple(Standing(tag(table, side), table.score(side)) for side in table.sides)


def handover(table: Table) -> tableviews.HandoverView:
    """Return the curtain, shut, and whom it waits for."""
    turn = table.turn
    level = _LEVELS[table.slot.difficulty] if turn.purpose is not Purpose.JUDGE else ""
    return tableviews.HandoverView(
        turn=turn.number * len(Purpose) + list(Purpose).index(turn.purpose),
        who=tag(table, turn.side),
        round=table.round + 1,
        rounds=table.house.rounds,
        purpose=turn.purpose.value,
        told=_told(table),
        warning=_warning(table),
        level=level,
        standings=standings(table),
        bets=tuple(
            tableviews.BetRow(side, tag(table, side), _bet(table.bets.get(side)))
            for side in table.bettors
        ),
        private=table.house.private,
        again=table.opened,
    )


def look_curtain(table: Table, side: int) -> tableviews.HandoverView:
    """Return the curtain before the answers of a side."""
    return tableviews.HandoverView(
        turn=-1 - table.sides.index(side),
        who=tag(table, side),
        round=table.round + 1,
        rounds=table.house.rounds,
        purpose="look",
        told="",
        warning=_eyes_off(table, side),
        level="",
        standings=standings(table),
        bets=(),
    )


def between(table: Table, *, kept: bool) -> tableviews.TableView:
    """Return the page between cards."""
    return tableviews.TableView(
        pack_title=table.face.title,
        round=table.round + 1,
        rounds=table.house.rounds,
        standings=standings(table),
        take_back=to_take_back(table),
        kept=kept,
    )


def to_take_back(table: Table) -> str:
    """Return whose answer can be taken back now, or nothing."""
    last = turns.to_take_back(table)
    return tag(table, last.side).name if last else ""


def can_look(table: Table, side: int) -> bool:
    """Tell whether the answers of a side, or the common ones, can be looked over."""
    return (
        bool(common_entries(table))
        if side == COMMON
        else (table.house.private and side in table.sides)
    )


def results(table: Table, sealed: Mapping[int, int]) -> tableviews.TableResultsView:
    """Return how the game went, best first; ties share a place.

    `sealed` gives by player how many predictions are sealed that everyone here may know of.
    """
    ranked = sorted(standings(table), key=lambda each: -each.score)
    scores = [each.score for each in ranked]
    return tableviews.TableResultsView(
        pack_title=table.face.title,
        rounds=table.round + 1,
        places=tuple(
            tableviews.Place(scores.index(each.score) + 1, each.who, each.score) for each in ranked
        ),
        awards=tuple(_awards(table)),
        sealed=tuple(
            tableviews.Award(
                PlayerTag(player.called, player.badge),
                "1 prediction" if sealed[player.id] == 1 else f"{sealed[player.id]} predictions",
            )
            for player in table.players
            if sealed.get(player.id)
        ),
    )


def look_over(table: Table) -> tableviews.LookOverView:
    """Return whose answers can be looked over."""
    sides = tuple((side, tag(table, side)) for side in table.sides) if table.house.private else ()
    return tableviews.LookOverView(sides, bool(common_entries(table)))


def common_entries(table: Table) -> books.Ledger:
    """Return the answers that everyone present may look over.

    Behind the curtain these are the answers of those who have watched least, and said so all along:
    which cards of the others lie as low would tell how many of theirs do not.
    """
    low = people.lowest(table.players)
    private = table.house.private
    further = {entry.side for entry in table.ledger if entry.watch_point > low} | table.lowered
    return tuple(
        entry
        for entry in table.ledger
        if entry.answered
        and entry.side in table.sides
        and entry.watch_point <= low
        and not (private and entry.side in further)
        and (not private or table.reach(entry.side) == low)
        and table.card_of(entry.card_id, entry.watch_point)
    )


def _told(table: Table) -> str:
    """Return how the last card ended, for all to hear."""
    last = books.last_answer(table.ledger)
    if last is None:
        return ""
    lines = [entry for entry in table.ledger if entry.turn == last.turn]
    return " · ".join(_line(table, entry) for entry in lines if entry.side in table.sides)


def _line(table: Table, entry: Entry) -> str:
    name, points = tag(table, entry.side).name, rules.signed(entry.points)
    match entry.cause:
        case Cause.ANSWER:
            return f"{name}: {_ENDED[entry.ending]}{f', {points}' if entry.points else ''}"
        case Cause.STEAL:
            return f"{name} steals, {points}" if entry.points else f"{name} steals nothing"
        case Cause.BET | Cause.START:
            return f"{name}’s bet {points}"


def board(table: Table, side: int, purpose: str) -> TableBoard:
    """Return the line above a ticket: whose turn it is, and how everyone stands."""
    return TableBoard(
        who=tag(table, side),
        round=table.round + 1,
        rounds=table.house.rounds,
        purpose=purpose,
        standings=standings(table),
        private=table.house.private,
    )


def _warning(table: Table) -> str:
    if not table.house.private:
        return "Everyone may look."
    return _eyes_off(table, table.turn.side)


def _eyes_off(table: Table, side: int) -> str:
    others = [player for player in table.players if player.side != side or not player.plays]
    behind = [player.called for player in others if player.watch_point < table.reach(side)]
    if not behind:
        return "Everyone else: eyes off."
    name = tag(table, side).name
    are = "are" if len(people.members(table.players, side)) > 1 else "is"
    return f"Everyone else: eyes off. {name} {are} further on than {listed(behind)}."


def listed(names: list[str]) -> str:
    """Return one name or two, or one and how many more."""
    if len(names) > 2:  # noqa: PLR2004 (more than a pair is a crowd)
        return f"{names[0]} and {len(names) - 1} more"
    return " and ".join(names)


def _bet(will: bool | None) -> str:  # noqa: FBT001 (a bet is one of three)
    return "" if will is None else "will" if will else "won’t"


def _awards(table: Table) -> Iterable[tableviews.Award]:
    """Yield the awards: none depends on which cards there are, or on whose deck is deeper."""
    rows = {side: books.longest_row(table.ledger, side) for side in table.sides}
    times = {side: books.quickest(table.ledger, side) for side in table.sides}
    bets = {side: books.won_by(table.ledger, side, Cause.BET) for side in table.sides}
    steals = {side: books.won_by(table.ledger, side, Cause.STEAL) for side in table.sides}
    quick = {side: -seconds for side, seconds in times.items() if seconds is not None}
    found: list[tuple[int | None, str]] = []
    if (best := _alone_best(rows, 2)) is not None:
        found.append((best, f"Longest row: {rows[best]} right"))
    if (best := _alone_best(quick)) is not None:
        found.append((best, f"Quickest right answer: {times[best]:.1f} s"))
    if (best := _alone_best(bets, 1)) is not None:
        found.append((best, f"Best eye for others: {_count(bets[best], 'bet')} won"))
    if (best := _alone_best(steals, 1)) is not None:
        found.append((best, f"Best thief: {_count(steals[best], 'card')} stolen"))
    return (tableviews.Award(tag(table, side), words) for side, words in found if side is not None)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _alone_best(
    counts: dict[int, int] | dict[int, float], least: float = float("-inf")
) -> int | None:
    """Return who has most, if nobody has as much and it is at least so much."""
    most = max(counts.values(), default=float("-inf"))
    best = [side for side, count in counts.items() if count == most]
    return best[0] if len(best) == 1 and most >= least else None
