"""A round as it is saved: ids, places and numbers of what was dealt, and nothing of any card."""

import json
from typing import Any

from quizgame.domain.cards import Arranged, Chosen, Reply, Typed
from quizgame.domain.gate import Deck
from quizgame.domain.session import Dealt, Desk, Ending, Outcome, Session

RECORD = 1


def to_json(session: Session) -> str:
    """Return the round as JSON text."""
    desk = session.desk
    record = {
        "record": RECORD,
        "pack": session.deck.face.id,
        "title": session.deck.face.title,
        "tier": session.deck.face.ladder[session.deck.watch_point].id,
        "seed": session.seed,
        "clock": session.clock,
        "dealt": [[dealt.card_id, list(dealt.order)] for dealt in session.dealt],
        "at": session.at,
        "desk": {
            "order": list(desk.order),
            "marked": sorted(desk.marked),
            "removed": sorted(desk.removed),
            "text": desk.text,
            "seconds": round(desk.seconds, 2),
        },
        "revealed": session.revealed,
        "over": session.over,
        "score": session.score,
        "streak": session.streak,
        "best_streak": session.best_streak,
        "fifties": session.fifties,
        "outcomes": [_outcome_record(outcome) for outcome in session.outcomes],
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str, deck: Deck, left_out: frozenset[str] = frozenset()) -> Session | None:
    """Return the round, or None when it cannot be taken up with this deck.

    Cards not yet answered that are no longer in the deck, or carry a content note left out, are
    left out of the round; a round with an answered card that is gone is given up.
    """
    try:
        return _session(json.loads(text), deck, deck.without(left_out))
    except (ValueError, KeyError, TypeError, IndexError):
        return None


def _session(record: dict[str, Any], deck: Deck, asked: Deck) -> Session | None:
    if record["record"] != RECORD:
        return None
    at, revealed = int(record["at"]), bool(record["revealed"])
    outcomes = tuple(_outcome(entry) for entry in record["outcomes"])
    dealt = [Dealt(str(card), tuple(map(int, order))) for card, order in record["dealt"]]
    if not 0 <= at < len(dealt) or at != len(outcomes) - revealed or record["over"]:
        return None
    settled, ahead = dealt[: len(outcomes)], dealt[len(outcomes) :]
    kept = [entry for entry in ahead if _fits(entry, asked)]
    if not all(_fits(entry, deck) for entry in settled) or not (kept or revealed):
        return None
    desk = record["desk"]
    same_card = (revealed or kept[0] == dealt[at]) and sorted(desk["order"]) == sorted(
        dealt[at].order
    )
    return Session(
        deck=deck,
        seed=int(record["seed"]),
        clock=int(record["clock"]),
        dealt=(*settled, *kept),
        at=at,
        desk=Desk(
            order=tuple(map(int, desk["order"])),
            marked=frozenset(map(int, desk["marked"])),
            removed=frozenset(map(int, desk["removed"])),
            text=str(desk["text"]),
            seconds=float(desk["seconds"]),
        )
        if same_card
        else Desk(order=kept[0].order),
        revealed=revealed,
        over=bool(record["over"]),
        score=int(record["score"]),
        streak=int(record["streak"]),
        best_streak=int(record["best_streak"]),
        fifties=int(record["fifties"]),
        outcomes=outcomes,
    )


def _fits(dealt: Dealt, deck: Deck) -> bool:
    if dealt.card_id not in deck:
        return False
    return sorted(dealt.order) == list(range(len(deck.card(dealt.card_id).kind.options)))


def _outcome_record(outcome: Outcome) -> list[Any]:
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


def _outcome(entry: list[Any]) -> Outcome:
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
