"""A round as it is saved: ids, places and numbers of what was dealt, and nothing of any card."""

import json
from typing import Any

from quizgame.domain.desk import Dealt, Desk
from quizgame.domain.gate import Deck
from quizgame.domain.session import Session
from quizgame.storage.deskrecord import desk_of, desk_record, outcome_of, outcome_record
from quizgame.storage.runsummary import Ends

RECORD = 1


def to_json(session: Session, follows: Ends = ()) -> str:
    """Return the round as JSON text; `follows` is what must be known for it to be told of."""
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
        "desk": desk_record(desk),
        "revealed": session.revealed,
        "over": session.over,
        "score": session.score,
        "streak": session.streak,
        "best_streak": session.best_streak,
        "fifties": session.fifties,
        "outcomes": [outcome_record(outcome) for outcome in session.outcomes],
        "follows": [list(end) for end in follows],
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str, deck: Deck, left_out: frozenset[str] = frozenset()) -> Session | None:
    """Return the round, or None when it cannot be taken up with this deck.

    Cards not yet answered that are no longer in the deck, or carry a content note left out, are
    left out of the round; a round with an answered card that is gone is given up.
    """
    try:
        return _session(json.loads(text), deck, deck.without(left_out))
    except (ValueError, KeyError, TypeError, IndexError, OverflowError, RecursionError):
        return None


def _session(record: dict[str, Any], deck: Deck, asked: Deck) -> Session | None:
    if record["record"] != RECORD:
        return None
    at, revealed = int(record["at"]), bool(record["revealed"])
    outcomes = tuple(outcome_of(entry) for entry in record["outcomes"])
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
        desk=desk_of(desk) if same_card else Desk(order=kept[0].order),
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
