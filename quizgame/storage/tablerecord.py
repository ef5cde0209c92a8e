"""A game of several as it is saved: who sits where, ids and numbers, and nothing of any card."""

import json
from collections.abc import Callable
from dataclasses import replace
from math import isfinite
from typing import Any

from quizgame.domain.cards import Arranged, Chosen
from quizgame.domain.desk import Dealt, Outcome
from quizgame.domain.ledger import BEFORE, Cause, Entry
from quizgame.domain.packs import PackFace
from quizgame.domain.players import MOST, TEAMS, Player, clean_name
from quizgame.domain.rules import SOFA_POINTS, STAKES, USUAL_STAKE
from quizgame.domain.table import House, Phase, Purpose, Seating, Slot, Table, Turn
from quizgame.domain.tiers import Ladder
from quizgame.storage.deskrecord import desk_of, desk_record, outcome_of, outcome_record

RECORD = "table 1"


def to_json(table: Table) -> str:
    """Return the game as JSON text."""
    ladder, house = table.face.ladder, table.house
    record = {
        "record": RECORD,
        "pack": table.face.id,
        "title": table.face.title,
        "seed": table.seed,
        "house": {
            "private": house.private,
            "rounds": house.rounds,
            "clock": house.clock,
            "stakes": house.stakes,
            "bets": house.bets,
            "steals": house.steals,
        },
        "players": [_player_record(player, ladder) for player in table.players],
        "slots": [[slot.kind, slot.difficulty] for slot in table.slots],
        "round": table.round,
        "turn": _turn_record(table.turn, ladder),
        "ahead": [_turn_record(turn, ladder) for turn in table.ahead],
        "phase": table.phase.value,
        "opened": table.opened,
        "looked_away": table.looked_away,
        "desk": desk_record(table.desk),
        "stake": table.stake,
        "bets": sorted(table.bets.items()),
        "ledger": [_entry_record(entry, ladder) for entry in table.ledger],
        "taken_back": sorted(table.taken_back),
        "burnt": sorted(table.burnt),
        "lowered": sorted(table.lowered),
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def from_json(
    text: str, face: PackFace, seated: Callable[[tuple[Player, ...], set[int]], Seating]
) -> Table | None:
    """Return the game, shut; None when it cannot be read.

    `seated` gives the seating of players, with the decks of these further watch points. A card
    that is gone, or stands too high for its side, is for `evening.reseat` to mend.
    """
    try:
        table = _table(json.loads(text), face, seated)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None
    except (OverflowError, RecursionError):
        # JSON has numbers without end, and may be nested deeper than Python goes.
        return None
    return _answerable(table) if table is not None and _is_whole(table) else None


def _answerable(table: Table) -> Table:
    """Return the game without anything struck out of the card where what is right now is gone.

    The pack may have changed since, and another choice be right.
    """
    if table.card is None or table.desk.removed.isdisjoint(table.card.kind.right_options()):
        return table
    return replace(table, desk=replace(table.desk, removed=frozenset()))


def _table(
    record: dict[str, Any],
    face: PackFace,
    seated: Callable[[tuple[Player, ...], set[int]], Seating],
) -> Table | None:
    if record["record"] != RECORD:
        return None
    ladder, house = face.ladder, record["house"]
    players = tuple(_player(entry, ladder) for entry in record["players"])
    turn = _turn(record["turn"], ladder)
    ahead = tuple(_turn(entry, ladder) for entry in record["ahead"])
    ledger = tuple(_entry(entry, ladder) for entry in record["ledger"])
    points = {each.watch_point for each in (turn, *ahead)} | {e.watch_point for e in ledger}
    phase = Phase(record["phase"])
    slots = tuple(Slot(str(kind), int(difficulty)) for kind, difficulty in record["slots"])
    return Table(
        face=face,
        house=House(
            private=bool(house["private"]),
            rounds=int(house["rounds"]),
            clock=int(house["clock"]),
            stakes=bool(house["stakes"]),
            bets=bool(house["bets"]),
            steals=bool(house["steals"]),
        ),
        seed=int(record["seed"]),
        seating=seated(players, points),
        slots=slots,
        round=int(record["round"]),
        turn=turn,
        ahead=ahead,
        phase=phase,
        shut=phase is not Phase.OVER,
        opened=bool(record["opened"]),
        looked_away=bool(record["looked_away"] or (record["opened"] and phase is Phase.ASKING)),
        desk=desk_of(record["desk"]),
        stake=str(record["stake"]) if record["stake"] in STAKES else USUAL_STAKE,
        bets={int(side): bool(will) for side, will in record["bets"]},
        ledger=ledger,
        taken_back=frozenset(map(int, record["taken_back"])),
        burnt=frozenset((int(side), str(card)) for side, card in record["burnt"]),
        lowered=frozenset(map(int, record["lowered"])),
    )


def _is_whole(table: Table) -> bool:
    """Tell whether what was read goes together, so that it can be played and shown."""
    turn, desk = table.turn, table.desk
    order = turn.dealt.order if turn.dealt else ()
    return (
        _is_seated(table.players)
        and 0 <= table.round < len(table.slots) == table.house.rounds
        and all(slot.difficulty in SOFA_POINTS for slot in table.slots)
        and (table.phase is Phase.OVER or _is_in_phase(table))
        and all(waiting.purpose is Purpose.ANSWER for waiting in table.ahead)
        and sorted(desk.order) == sorted(order)
        and desk.marked | desk.removed <= set(order)
        and min(desk.seconds, table.house.clock) >= 0
        and isfinite(desk.seconds)
        and all(_is_line(entry, table.round) for entry in table.ledger)
    )


def _is_seated(players: tuple[Player, ...]) -> bool:
    seats, badges = {p.id for p in players}, {p.badge for p in players}
    return (
        len(seats) == len(badges) == len(players) > 0 < min(seats)
        and badges <= set(range(MOST))
        and all(0 <= player.team <= len(TEAMS) for player in players)
    )


def _is_in_phase(table: Table) -> bool:
    turn, phase = table.turn, table.phase
    return (
        turn.number > 0
        and (phase is Phase.NOTHING) == (turn.dealt is None)
        and (phase is Phase.JUDGING) == (turn.purpose is Purpose.JUDGE)
    )


def _is_line(entry: Entry, newest: int) -> bool:
    first = BEFORE if entry.cause is Cause.START else 0
    if not first <= entry.round <= newest:
        return False
    match entry.outcome:
        case Outcome(reply=Chosen(options=options)) if not options <= set(entry.order):
            return False
        case Outcome(reply=Arranged(order=order)) if sorted(order) != sorted(entry.order):
            return False
        case Outcome(seconds=seconds):
            return isfinite(seconds)
        case None:
            return True


def _player_record(player: Player, ladder: Ladder) -> dict[str, Any]:
    return {
        "id": player.id,
        "name": player.name,
        "badge": player.badge,
        "tier": ladder[player.watch_point].id,
        "person": player.person,
        "team": player.team,
        "plays": player.plays,
    }


def _player(entry: dict[str, Any], ladder: Ladder) -> Player:
    return Player(
        id=int(entry["id"]),
        name=clean_name(str(entry["name"])),
        badge=int(entry["badge"]),
        watch_point=ladder.watch_point(str(entry["tier"])),
        person=int(entry["person"]),
        team=int(entry["team"]),
        plays=bool(entry["plays"]),
    )


def _turn_record(turn: Turn, ladder: Ladder) -> list[Any]:
    point = ladder[turn.watch_point].id
    return [
        turn.number,
        turn.side,
        turn.owner,
        turn.purpose.value,
        point,
        _dealt_record(turn.dealt),
    ]


def _turn(entry: list[Any], ladder: Ladder) -> Turn:
    number, side, owner, purpose, tier, dealt = entry
    point = ladder.watch_point(str(tier))
    return Turn(int(number), int(side), int(owner), Purpose(purpose), point, _dealt(dealt))


def _dealt_record(dealt: Dealt | None) -> list[Any] | None:
    return [dealt.card_id, list(dealt.order)] if dealt else None


def _dealt(entry: list[Any] | None) -> Dealt | None:
    return Dealt(str(entry[0]), tuple(map(int, entry[1]))) if entry else None


def _entry_record(entry: Entry, ladder: Ladder) -> list[Any]:
    return [
        entry.turn,
        entry.round,
        entry.side,
        entry.cause.value,
        entry.points,
        ladder[entry.watch_point].id,
        outcome_record(entry.outcome) if entry.outcome else None,
        list(entry.order),
    ]


def _entry(entry: list[Any], ladder: Ladder) -> Entry:
    turn, in_round, side, cause, points, tier, ended, order = entry
    outcome: Outcome | None = outcome_of(ended) if ended else None
    point = ladder.watch_point(str(tier))
    return Entry(
        int(turn),
        int(in_round),
        int(side),
        Cause(cause),
        int(points),
        point,
        outcome,
        tuple(map(int, order)),
    )
