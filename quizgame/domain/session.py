"""A round of cards as a value: `step` takes one intent and returns the round after it.

A round replays from its seed and a list of intents; nothing here reads a clock or throws dice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random

from quizgame.domain import desk as desks
from quizgame.domain import intents as want
from quizgame.domain import rules
from quizgame.domain.cards import Card, Reply, SingleChoice, Verdict
from quizgame.domain.desk import Dealt, Desk, Ending, Outcome
from quizgame.domain.gate import Deck


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A round under way. `clock` is seconds a card, 0 for none; `revealed` after an answer."""

    deck: Deck = field(repr=False)
    seed: int
    clock: int
    dealt: tuple[Dealt, ...]
    at: int = 0
    desk: Desk = desks.CLEAR
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
        return desks.composed(self.card, self.desk) is not None

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
    dealt = tuple(Dealt(card.id, desks.shuffled(card, rng)) for card in cards)
    return laid_out(Session(deck=deck, seed=seed, clock=clock, dealt=dealt))


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
        case want.Skip():
            # Half, because that is the verdict which leaves the row as it is.
            return _end(session, Ending.SKIPPED, None, Verdict.HALF, 0)
        case want.Tick(seconds):
            return _tick(session, seconds)
        case want.Pause():
            return replace(session, paused=True), ()
        case want.Halve():
            return (_halve(session) if session.can_halve else session), ()
        case _:
            done = desks.act(session.card, session.desk, intent)
            if isinstance(done, Desk):
                return replace(session, desk=done), ()
            return _settle(session, done)


def _settle(session: Session, reply: Reply) -> tuple[Session, tuple[Answered, ...]]:
    verdict = session.card.kind.judge(reply)
    points = rules.points(
        verdict,
        session.card.difficulty,
        session.streak,
        halved=bool(session.desk.removed),
        left=desks.time_left(session.desk, session.clock),
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
    desk, late = desks.after(session.desk, seconds, session.clock)
    ticked = replace(session, desk=desk)
    return _end(ticked, Ending.TIMEOUT, None, Verdict.WRONG, 0) if late else (ticked, ())


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
    return laid_out(replace(session, at=session.at + 1, revealed=False))


def laid_out(session: Session) -> Session:
    """Return the round with the card it is at laid out afresh."""
    return replace(session, desk=Desk(order=session.dealt[session.at].order))
