"""Rehearsing cards that are about to be forgotten: a value that `step` moves on, like a round.

There is nothing to win here, and no clock. A card that is missed comes once more at the end.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from random import Random

from quizgame.domain import desk as desks
from quizgame.domain import intents as want
from quizgame.domain.cards import Card, Reply, Verdict
from quizgame.domain.desk import Dealt, Desk, Ending, Outcome
from quizgame.domain.gate import Deck


@dataclass(frozen=True, slots=True)
class Asked:
    """A card to be rehearsed, of which pack, and whether it comes `again` since it was missed."""

    pack_id: str
    dealt: Dealt
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """A rehearsal under way, across packs; `revealed` after an answer."""

    decks: Mapping[str, Deck] = field(repr=False)
    queue: tuple[Asked, ...]
    at: int = 0
    desk: Desk = desks.CLEAR
    revealed: bool = False
    paused: bool = False
    outcomes: tuple[Outcome, ...] = ()

    @property
    def over(self) -> bool:
        """Whether no card is left."""
        return self.at == len(self.queue)

    @property
    def asked(self) -> Asked:
        """The card it is at, as it was dealt."""
        return self.queue[self.at]

    @property
    def deck(self) -> Deck:
        """The deck of the card it is at."""
        return self.decks[self.asked.pack_id]

    @property
    def card(self) -> Card:
        """The card it is at."""
        return self.deck.card(self.asked.dealt.card_id)

    @property
    def can_submit(self) -> bool:
        """Whether there is something to hand in."""
        return desks.composed(self.card, self.desk) is not None


def begin(decks: Mapping[str, Deck], cards: Iterable[tuple[str, str, str]]) -> Rehearsal:
    """Return a rehearsal of cards, given as (pack, card, what its choices are shuffled by)."""
    queue = tuple(_asked(decks, *card) for card in cards)
    return _laid_out(Rehearsal(decks=decks, queue=queue))


def step(rehearsal: Rehearsal, intent: want.CardIntent) -> tuple[Rehearsal, Outcome | None]:
    """Return the rehearsal after an intent, and the answer it settled, if any."""
    if rehearsal.over:
        return rehearsal, None
    match intent:
        case want.Pause() | want.Resume():
            return replace(rehearsal, paused=isinstance(intent, want.Pause)), None
        case _ if rehearsal.paused:
            return rehearsal, None
        case want.Next() if rehearsal.revealed:
            return _laid_out(replace(rehearsal, at=rehearsal.at + 1, revealed=False)), None
        case _ if rehearsal.revealed:
            return rehearsal, None
        case want.Tick(seconds):
            desk, _ = desks.after(rehearsal.desk, seconds, 0)
            return replace(rehearsal, desk=desk), None
        case want.Skip():
            return _settled(rehearsal, Ending.SKIPPED, None)
        case _:
            return _acted(rehearsal, intent)


def _acted(rehearsal: Rehearsal, intent: want.CardIntent) -> tuple[Rehearsal, Outcome | None]:
    done = desks.act(rehearsal.card, rehearsal.desk, intent)
    if isinstance(done, Desk):
        return replace(rehearsal, desk=done), None
    return _settled(rehearsal, _ENDINGS[rehearsal.card.kind.judge(done)], done)


_ENDINGS = {
    Verdict.RIGHT: Ending.RIGHT,
    Verdict.HALF: Ending.HALF,
    Verdict.WRONG: Ending.WRONG,
}


def _settled(
    rehearsal: Rehearsal, ending: Ending, reply: Reply | None
) -> tuple[Rehearsal, Outcome]:
    asked = rehearsal.asked
    outcome = Outcome(asked.dealt.card_id, ending, reply, 0, rehearsal.desk.seconds, 0)
    queue = rehearsal.queue
    if ending is Ending.WRONG and not asked.again:
        seed = f"{asked.dealt.card_id}:again"
        again = _asked(rehearsal.decks, asked.pack_id, asked.dealt.card_id, seed)
        queue = (*queue, replace(again, again=True))
    outcomes = (*rehearsal.outcomes, outcome)
    return replace(rehearsal, queue=queue, revealed=True, outcomes=outcomes), outcome


def _asked(decks: Mapping[str, Deck], pack_id: str, card_id: str, seed: str) -> Asked:
    card = decks[pack_id].card(card_id)
    dice = Random(seed)  # noqa: S311 (a shuffle, not a secret)
    return Asked(pack_id, Dealt(card_id, desks.shuffled(card, dice)))


def _laid_out(rehearsal: Rehearsal) -> Rehearsal:
    if rehearsal.over:
        return rehearsal
    return replace(rehearsal, desk=Desk(order=rehearsal.asked.dealt.order))
