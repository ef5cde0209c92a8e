"""Games that were left unended, as anybody's file may hold them: which of them make sense."""

import json
from math import isfinite
from typing import Any

from quizgame.domain import rules
from quizgame.domain.cards import Arranged, Chosen, Reply, Typed
from quizgame.domain.desk import LONGEST_TYPED, Outcome
from quizgame.storage.deskrecord import desk_of, outcome_of
from quizgame.storage.forms import ID
from quizgame.storage.persontables import LONGEST, is_legible
from quizgame.storage.runrecord import RECORD
from quizgame.storage.runsummary import AT_NO_END

_MOST = 100_000_000
"""Points of a game of ten thousand cards, right answers in a row, seconds of a card."""
_MOST_OPTIONS = 50
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)


def makes_sense(text: str, pack_id: str) -> bool:
    """Tell whether this is a round of a pack, not over, that can be shown and gone on with.

    Whether its cards are there only the deck can tell, when it is taken up.
    """
    try:
        record = json.loads(text)
        whose = record["record"] == RECORD and record["pack"] == pack_id and not record["over"]
        return whose and _told(record) and _counted(record) and _played(record)
    except _UNREADABLE:
        return False


def _told(record: dict[str, Any]) -> bool:
    """Tell whether what is shown or looked up of a round, its cards apart, can be."""
    follows = record.get("follows", [])
    before = all(_is_id(pack) and (end == AT_NO_END or _is_id(end)) for pack, end in follows)
    title = record["title"]
    shown = isinstance(title, str) and is_legible(title, 1, LONGEST)
    return before and shown and _is_id(record["tier"])


def _counted(record: dict[str, Any]) -> bool:
    counts = (record[name] for name in ("clock", "score", "streak", "best_streak"))
    fifties = _is_whole(record["fifties"]) and record["fifties"] <= rules.FIFTY_FIFTIES
    return fifties and _is_whole(record["seed"], 2**53) and all(map(_is_whole, counts))


def _played(record: dict[str, Any]) -> bool:
    """Tell whether the cards dealt, answered and on the desk fit each other."""
    dealt = [(card, tuple(order)) for card, order in record["dealt"]]
    outcomes = [outcome_of(entry) for entry in record["outcomes"]]
    at, desk = record["at"], desk_of(record["desk"])
    if not _is_whole(at) or at >= len(dealt) or len(outcomes) != at + bool(record["revealed"]):
        return False
    on_desk = desk.marked | desk.removed <= set(desk.order) == set(dealt[at][1])
    clean = is_legible(desk.text, 0, LONGEST_TYPED) and _is_time(desk.seconds)
    return (
        on_desk
        and clean
        and all(_is_id(card) and _is_shuffled(order) for card, order in dealt)
        and all(map(_is_outcome_of, dealt, outcomes))
    )


def _is_outcome_of(dealt: tuple[str, tuple[int, ...]], outcome: Outcome) -> bool:
    card, order = dealt
    counted = _is_whole(outcome.points) and _is_whole(outcome.streak_before)
    return (
        outcome.card_id == card
        and counted
        and _is_time(outcome.seconds)
        and _is_reply(outcome.reply, set(order))
    )


def _is_reply(reply: Reply | None, options: set[int]) -> bool:
    match reply:
        case Chosen(chosen):
            return chosen <= options
        case Arranged(order):
            return sorted(order) == sorted(options)
        case Typed(text):
            return is_legible(text, 1, LONGEST_TYPED)
        case None:
            return True


def _is_shuffled(order: tuple[object, ...]) -> bool:
    whole = len(order) <= _MOST_OPTIONS and all(map(_is_whole, order))
    return whole and set(order) == set(range(len(order)))


def _is_id(text: object) -> bool:
    return isinstance(text, str) and bool(ID.pattern.fullmatch(text))


def _is_whole(number: object, most: int = _MOST) -> bool:
    return type(number) is int and 0 <= number <= most


def _is_time(seconds: float) -> bool:
    return isfinite(seconds) and 0 <= seconds <= _MOST
