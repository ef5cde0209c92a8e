"""A card in hand as it is saved: numbers and places, what was typed, and nothing of the card."""

from typing import Any

from quizgame.domain.cards import Arranged, Chosen, Reply, Typed
from quizgame.domain.desk import Desk, Ending, Outcome


def desk_record(desk: Desk) -> dict[str, Any]:
    """Return what lies before a player, as it is saved."""
    return {
        "order": list(desk.order),
        "marked": sorted(desk.marked),
        "removed": sorted(desk.removed),
        "text": desk.text,
        "seconds": round(desk.seconds, 2),
    }


def desk_of(record: dict[str, Any]) -> Desk:
    """Return what lay before a player; ValueError, TypeError or KeyError if unreadable."""
    return Desk(
        order=tuple(map(int, record["order"])),
        marked=frozenset(map(int, record["marked"])),
        removed=frozenset(map(int, record["removed"])),
        text=str(record["text"]),
        seconds=float(record["seconds"]),
    )


def outcome_record(outcome: Outcome) -> list[Any]:
    """Return how a card ended, as it is saved."""
    reply: dict[str, Any] | None
    match outcome.reply:
        case Chosen(options):
            reply = {"chosen": sorted(options)}
        case Arranged(order):
            reply = {"arranged": list(order)}
        case Typed(text):
            reply = {"typed": text}
        case None:
            reply = None
    return [
        outcome.card_id,
        outcome.ending.value,
        reply,
        outcome.points,
        outcome.seconds,
        outcome.streak_before,
        outcome.halved,
    ]


def outcome_of(entry: list[Any]) -> Outcome:
    """Return how a card ended; ValueError, TypeError or KeyError when it is not readable."""
    card_id, ending, reply, points, seconds, streak, halved = entry
    return Outcome(
        card_id=str(card_id),
        ending=Ending(ending),
        reply=_reply(reply),
        points=int(points),
        seconds=float(seconds),
        streak_before=int(streak),
        halved=bool(halved),
    )


def _reply(record: dict[str, Any] | None) -> Reply | None:
    match record:
        case {"chosen": options}:
            return Chosen(frozenset(map(int, options)))
        case {"arranged": order}:
            return Arranged(tuple(map(int, order)))
        case {"typed": text}:
            return Typed(str(text))
        case _:
            return None
