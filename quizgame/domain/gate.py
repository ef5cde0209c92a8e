"""The one door: nothing past a watch point can be reached behind it, because it is not there."""

from dataclasses import dataclass, field, replace

from quizgame.domain.cards import Card
from quizgame.domain.packs import PackFace, SealedPack
from quizgame.domain.predictions import Foretold, Prediction, asked_at, opened_at


@dataclass(frozen=True, slots=True)
class Deck:
    """What came through the gate: a face, and the cards a person at `watch_point` may be asked.

    `headings` are the titles of the explainer's sections that are safe here, by section id;
    `beliefs` the cards that were true only for a while, for those who have seen everything.
    `past` are those whose time is over here: they count, and are asked no more.
    `predictions` are asked here and answered further up, `opened` those whose answer is known.
    """

    face: PackFace
    watch_point: int
    cards: tuple[Card, ...] = field(repr=False)
    headings: dict[str, str] = field(repr=False)
    beliefs: tuple[Card, ...] = field(default=(), repr=False)
    predictions: tuple[Prediction, ...] = field(default=(), repr=False)
    opened: tuple[Foretold, ...] = field(default=(), repr=False)
    past: tuple[Card, ...] = field(default=(), repr=False)
    _places: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places = {card.id: place for place, card in enumerate(self.cards)}
        object.__setattr__(self, "_places", places)

    def __contains__(self, card_id: str) -> bool:
        return card_id in self._places

    def card(self, card_id: str) -> Card:
        """Return the card; KeyError when it is not in this deck."""
        return self.cards[self._places[card_id]]

    def number(self, card_id: str) -> int:
        """Return the card's number in this deck, from 1; KeyError when it is not in it."""
        return self._places[card_id] + 1

    def without(self, notes: frozenset[str]) -> "Deck":
        """Return the deck less the cards and predictions that carry any of these content notes."""
        return replace(
            self,
            cards=tuple(c for c in self.cards if not c.notes & notes),
            predictions=tuple(c for c in self.predictions if not c.notes & notes),
            opened=tuple(c for c in self.opened if not c.notes & notes),
            past=tuple(c for c in self.past if not c.notes & notes),
        )


def cut(pack: SealedPack, watch_point: int) -> Deck:
    """Return what a person at this watch point may see of the pack: the only maker of a Deck."""
    at = pack.face.ladder.clamp(watch_point)
    sections = pack.source.sections if pack.source else ()
    cards = tuple(_timeless(c) for c in pack.cards if c.open_to(at))
    return Deck(
        face=pack.face,
        watch_point=at,
        cards=cards,
        headings={s.id: s.title for s in sections if s.tier <= at},
        beliefs=tuple(c for c in pack.cards if c.until is not None and at == pack.face.ladder.top),
        predictions=asked_at(pack.cards, at),
        opened=opened_at(pack.cards, at),
        past=tuple(_timeless(c) for c in pack.cards if c.tier <= at and c.ended_by(at)),
    )


def _timeless(card: Card) -> Card:
    """Return a card without what tells what happens later."""
    return replace(card, until=None, later="")
