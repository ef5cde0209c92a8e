"""A game of several as a value: whose turn it is, what is behind the curtain, what was won.

What everyone can see of it, and in which order, follows from who plays, how far each says to have
watched, the lowest deck, and how the answers ended; never from a card that is not everyone's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from quizgame.domain import ledger as books
from quizgame.domain import players as people
from quizgame.domain.cards import Card
from quizgame.domain.desk import CLEAR, Dealt, Desk
from quizgame.domain.gate import Deck
from quizgame.domain.ledger import Ledger
from quizgame.domain.packs import PackFace
from quizgame.domain.players import Player
from quizgame.domain.rules import STOCK, USUAL_STAKE, CardHistory


class Purpose(Enum):
    """What a card is before somebody for."""

    ANSWER = "answer"
    STEAL = "steal"
    JUDGE = "judge"


class Phase(Enum):
    """What stands on the screen, or behind the curtain while it is shut."""

    ASKING = "asking"
    NOTHING = "nothing"
    REVEALED = "revealed"
    JUDGING = "judging"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class House:
    """The rules of the evening. `clock` is seconds a card, 0 for none.

    `private`: each at their own watch point behind the curtain; otherwise all look together.
    """

    private: bool
    rounds: int
    clock: int = 0
    stakes: bool = False
    bets: bool = False
    steals: bool = False

    @property
    def stock(self) -> int:
        """What every side begins with."""
        return STOCK if self.stakes or self.bets else 0


@dataclass(frozen=True, slots=True)
class Slot:
    """What everyone is asked in a round: the kind of card, by its class, and how hard."""

    kind: str
    difficulty: int

    @classmethod
    def of(cls, card: Card) -> "Slot":
        """Return the slot a card fits."""
        return cls(type(card.kind).__name__, card.difficulty)


@dataclass(frozen=True, slots=True)
class Turn:
    """A card before a side. `number` counts the cards dealt; a steal or judging keeps its card's.

    `owner` is the side it was dealt to, at `watch_point`; without `dealt` there is none for it.
    """

    number: int
    side: int
    owner: int
    purpose: Purpose
    watch_point: int
    dealt: Dealt | None


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits at the table and what may be dealt to them: decks by watch point, histories by side.

    Nothing past the watch points of these players is in it.
    """

    players: tuple[Player, ...]
    decks: Mapping[int, Deck] = field(repr=False)
    histories: Mapping[int, Mapping[str, CardHistory]] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A game under way.

    `ahead` holds the turns still to come in this round. `shut` while the curtain is, `opened` once
    it has been opened in this turn, and `looked_away` once it was shut again over a card that was
    being asked. `lowered` are the sides that had said they watched further; `burnt` are cards that
    a side has seen without answering them.
    """

    face: PackFace
    house: House
    seed: int
    seating: Seating
    slots: tuple[Slot, ...]
    round: int = 0
    turn: Turn
    ahead: tuple[Turn, ...] = ()
    phase: Phase = Phase.ASKING
    shut: bool = True
    opened: bool = False
    looked_away: bool = False
    desk: Desk = CLEAR
    stake: str = USUAL_STAKE
    bets: Mapping[int, bool] = field(default_factory=dict)
    ledger: Ledger = ()
    taken_back: frozenset[int] = frozenset()
    burnt: frozenset[tuple[int, str]] = frozenset()
    lowered: frozenset[int] = frozenset()

    @property
    def players(self) -> tuple[Player, ...]:
        """Who sits at the table now."""
        return self.seating.players

    @property
    def sides(self) -> tuple[int, ...]:
        """The sides that play, in the order in which they sit."""
        return people.sides(self.players)

    @property
    def slot(self) -> Slot:
        """What everyone is asked in this round."""
        return self.slots[self.round]

    @property
    def card(self) -> Card | None:
        """The card before somebody now, if there is one."""
        dealt = self.turn.dealt
        return self.card_of(dealt.card_id, self.turn.watch_point) if dealt else None

    def card_of(self, card_id: str, watch_point: int) -> Card | None:
        """Return a card dealt at a watch point; None when it is not in that deck any more."""
        deck = self.seating.decks.get(watch_point)
        return deck.card(card_id) if deck is not None and card_id in deck else None

    def still(self, dealt: Dealt, watch_point: int) -> Card | None:
        """Return a card dealt at a watch point; None when it is not there as it was dealt."""
        card = self.card_of(dealt.card_id, watch_point)
        same = card is not None and sorted(dealt.order) == list(range(len(card.kind.options)))
        return card if same else None

    def reach(self, side: int) -> int:
        """Return the watch point up to which cards may be shown to a side."""
        return reach(self.players, side, private=self.house.private)

    @property
    def last_seat(self) -> int:
        """The highest number a player of this game has had: who joins gets the next."""
        sides = {entry.side for entry in self.ledger} | {side for side, _ in self.burnt}
        return max((*sides, *(player.id for player in self.players)), default=0)

    def score(self, side: int) -> int:
        """Return what a side has won so far."""
        return books.score(self.ledger, side, self.house.stock)

    @property
    def behind(self) -> frozenset[int]:
        """The sides that are last as the round begins, unless all are level or it is the first."""
        before = tuple(entry for entry in self.ledger if entry.round < self.round)
        scores = {side: books.score(before, side, self.house.stock) for side in self.sides}
        low, high = min(scores.values(), default=0), max(scores.values(), default=0)
        if self.round == 0 or low == high:
            return frozenset()
        return frozenset(side for side, won in scores.items() if won == low)

    @property
    def bettors(self) -> tuple[int, ...]:
        """The sides that may bet now: all but whose turn it is, before the curtain was opened."""
        asked = self.turn.purpose is Purpose.ANSWER and self.shut and not self.opened
        if not (self.house.bets and asked and self.phase is not Phase.OVER):
            return ()
        return tuple(side for side in self.sides if side != self.turn.side)


def reach(players: tuple[Player, ...], side: int, *, private: bool) -> int:
    """Return how far a side may be shown: behind the curtain its own lowest, else everyone's."""
    return people.lowest(people.members(players, side) if private else players)
