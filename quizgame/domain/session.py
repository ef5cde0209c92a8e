"""A round of cards as a value: `step` takes one intent and returns the round after it.

A round replays from its seed and a list of intents; nothing here reads a clock or throws dice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from random import Random

from quizgame.domain import intents as want
from quizgame.domain import rules
from quizgame.domain.cards import (
    Arranged,
    Card,
    Chosen,
    PutInOrder,
    Reply,
    SeveralRight,
    SingleChoice,
    TrueFalse,
    TypeAnswer,
    Typed,
    Verdict,
)
from quizgame.domain.gate import Deck

LONGEST_TYPED = 80


class Ending(Enum):
    """How a card ended: judged as right, half or wrong, or passed over, or out of time."""

    RIGHT = "right"
    HALF = "half"
    WRONG = "wrong"
    SKIPPED = "skipped"
    TIMEOUT = "timeout"


@dataclass(frozen=True, slots=True)
class Dealt:
    """A card of the round and the order its options stand in (numbers in the file)."""

    card_id: str
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a card: the reply (None when there was none), points, seconds taken."""

    card_id: str
    ending: Ending
    reply: Reply | None
    points: int
    seconds: float
    streak_before: int
    halved: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before the player on the card being asked.

    `marked` and `removed` hold option numbers; `order` the places as arranged so far.
    """

    order: tuple[int, ...] = ()
    marked: frozenset[int] = frozenset()
    removed: frozenset[int] = frozenset()
    text: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A round under way. `clock` is seconds a card, 0 for none; `revealed` after an answer."""

    deck: Deck = field(repr=False)
    seed: int
    clock: int
    dealt: tuple[Dealt, ...]
    at: int = 0
    desk: Desk = Desk()
    revealed: bool = False
    paused: bool = False
    over: bool = False
    score: int = 0
    streak: int = 0
    best_streak: int = 0
    fifties: int = rules.FIFTY_FIFTIES
    outcomes: tuple[Outcome, ...] = ()

    @property
    def card(self) -> Card:
        """The card being asked or just answered."""
        return self.deck.card(self.dealt[self.at].card_id)

    @property
    def can_submit(self) -> bool:
        """Whether there is something to hand in."""
        return _reply(self) is not None

    @property
    def can_halve(self) -> bool:
        """Whether a 50:50 may be used on this card now."""
        kind = self.card.kind
        return (
            self.fifties > 0
            and not self.revealed
            and not self.desk.removed
            and isinstance(kind, SingleChoice)
            and len(kind.options) > 2  # noqa: PLR2004 (of two options none can go)
        )


Answered = Outcome
"""The one event of a round that is kept in the history."""


def begin(  # noqa: PLR0913 (what a round depends on, all by name)
    deck: Deck,
    history: Mapping[str, rules.CardHistory],
    *,
    left_out: frozenset[str] = frozenset(),
    length: int,
    clock: int,
    seed: int,
) -> Session:
    """Deal a round of `length` cards (0: all), less those with a content note left out.

    At least one card must remain.
    """
    rng = Random(seed)  # noqa: S311 (a shuffle, not a secret)
    cards = rules.deal(deck.without(left_out).cards, history, length, rng)
    dealt = tuple(Dealt(card.id, _shuffled(card, rng)) for card in cards)
    return _lay_out(Session(deck=deck, seed=seed, clock=clock, dealt=dealt))


def step(session: Session, intent: want.CardIntent) -> tuple[Session, tuple[Answered, ...]]:
    """Return the round after an intent, and the answers it settled; what makes no sense is idle."""
    if session.over:
        return session, ()
    if session.paused:
        return (replace(session, paused=False), ()) if intent == want.Resume() else (session, ())
    if session.revealed:
        return (_advance(session), ()) if intent == want.Next() else (session, ())
    return _asking(session, intent)


def _asking(session: Session, intent: want.CardIntent) -> tuple[Session, tuple[Answered, ...]]:
    match intent:
        case want.Pick(place) if isinstance(session.card.kind, SingleChoice):
            number = _option_at(session, place)
            return (
                (session, ()) if number is None else _settle(session, Chosen(frozenset({number})))
            )
        case want.Submit():
            reply = _reply(session)
            return (session, ()) if reply is None else _settle(session, reply)
        case want.Skip():
            # Half, because that is the verdict which leaves the row as it is.
            return _end(session, Ending.SKIPPED, None, Verdict.HALF, 0)
        case want.Tick(seconds):
            return _tick(session, seconds)
        case want.Pause():
            return replace(session, paused=True), ()
        case want.Halve():
            return (_halve(session) if session.can_halve else session), ()
        case want.Toggle() | want.Shift() | want.Edit():
            return replace(session, desk=_handle(session, intent)), ()
        case _:
            return session, ()


def _handle(session: Session, intent: want.Toggle | want.Shift | want.Edit) -> Desk:
    desk, kind = session.desk, session.card.kind
    match intent:
        case want.Toggle(place) if isinstance(kind, SeveralRight):
            number = _option_at(session, place)
            return desk if number is None else replace(desk, marked=desk.marked ^ {number})
        case want.Shift(place, by) if isinstance(kind, PutInOrder):
            return replace(desk, order=_moved(desk.order, place, by))
        case want.Edit(text) if isinstance(kind, TypeAnswer):
            return replace(desk, text=text[:LONGEST_TYPED])
        case _:
            return desk


def _moved(order: tuple[int, ...], place: int, by: int) -> tuple[int, ...]:
    if not (0 <= place < len(order) and 0 <= place + by < len(order)):
        return order
    steps = list(order)
    steps.insert(place + by, steps.pop(place))
    return tuple(steps)


def _option_at(session: Session, place: int) -> int | None:
    order = session.desk.order
    if not 0 <= place < len(order) or order[place] in session.desk.removed:
        return None
    return order[place]


def _reply(session: Session) -> Reply | None:
    """Return what was composed, or None when there is nothing to hand in."""
    desk = session.desk
    match session.card.kind:
        case SeveralRight():
            return Chosen(desk.marked) if desk.marked else None
        case PutInOrder():
            return Arranged(desk.order)
        case TypeAnswer():
            return Typed(desk.text.strip()) if desk.text.strip() else None
        case SingleChoice():
            return None


def _settle(session: Session, reply: Reply) -> tuple[Session, tuple[Answered, ...]]:
    verdict = session.card.kind.judge(reply)
    left = 1 - session.desk.seconds / session.clock if session.clock else 0.0
    points = rules.points(
        verdict,
        session.card.difficulty,
        session.streak,
        halved=bool(session.desk.removed),
        left=left,
    )
    return _end(session, Ending(verdict.value), reply, verdict, points)


def _end(
    session: Session, ending: Ending, reply: Reply | None, verdict: Verdict, points: int
) -> tuple[Session, tuple[Answered, ...]]:
    outcome = Outcome(
        card_id=session.card.id,
        ending=ending,
        reply=reply,
        points=points,
        seconds=round(session.desk.seconds, 1),
        streak_before=session.streak,
        halved=bool(session.desk.removed),
    )
    streak = rules.streak_after(verdict, session.streak)
    ended = replace(
        session,
        revealed=True,
        score=session.score + points,
        streak=streak,
        best_streak=max(session.best_streak, streak),
        outcomes=(*session.outcomes, outcome),
    )
    return ended, (outcome,)


def _tick(session: Session, seconds: float) -> tuple[Session, tuple[Answered, ...]]:
    spent = session.desk.seconds + max(0.0, seconds)
    if session.clock and spent >= session.clock:
        late = replace(session, desk=replace(session.desk, seconds=float(session.clock)))
        return _end(late, Ending.TIMEOUT, None, Verdict.WRONG, 0)
    return replace(session, desk=replace(session.desk, seconds=spent)), ()


def _halve(session: Session) -> Session:
    kind = session.card.kind
    wrong = sorted(set(range(len(kind.options))) - kind.right_options())
    # Dice of its own, so that a round taken up again takes the same choices away.
    rng = Random(f"{session.seed}:{session.at}:50")  # noqa: S311
    kept = rng.choice(wrong)
    desk = replace(session.desk, removed=frozenset(wrong) - {kept})
    return replace(session, desk=desk, fifties=session.fifties - 1)


def _advance(session: Session) -> Session:
    if session.at + 1 == len(session.dealt):
        return replace(session, over=True)
    return _lay_out(replace(session, at=session.at + 1, revealed=False))


def _lay_out(session: Session) -> Session:
    return replace(session, desk=Desk(order=session.dealt[session.at].order))


def _shuffled(card: Card, rng: Random) -> tuple[int, ...]:
    order = list(range(len(card.kind.options)))
    match card.kind:
        case TrueFalse() | TypeAnswer():
            return tuple(order)
        case PutInOrder():
            while order == sorted(order):
                rng.shuffle(order)
        case SingleChoice() | SeveralRight():
            rng.shuffle(order)
    return tuple(order)
