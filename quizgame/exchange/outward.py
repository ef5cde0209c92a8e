"""Taking a deck out: the cards that came through the gate, in a format that keeps no tiers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from quizgame.domain.cards import Card, TypeAnswer
from quizgame.domain.gate import Deck
from quizgame.exchange import to_anki, to_csv, to_gift
from quizgame.exchange.found import Told, beginning
from quizgame.exchange.plaintext import legible


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, what it cannot hold (empty if it can), and how it is written."""

    name: str
    objection: Callable[[Card], str]
    write: Callable[[Iterable[Card]], str]


FORMATS = {
    "gift": Format("GIFT", to_gift.objection, to_gift.write),
    "anki": Format("Anki text", to_anki.objection, to_anki.write),
    "csv": Format("CSV", to_csv.objection, to_csv.write),
}


@dataclass(frozen=True, slots=True)
class TakenOut:
    """The file's text, how many cards are in it, and what is told of the others."""

    text: str
    written: int
    told: tuple[Told, ...]


def take_out(deck: Deck, form: str) -> TakenOut:
    """Return the deck in one of FORMATS; what that cannot hold is told and left out."""
    chosen = FORMATS[form]
    objections = {card.id: _objection(card, chosen) for card in deck.cards}
    kept = [card for card in deck.cards if not objections[card.id]]
    told = [
        Told(card.id, beginning(card.stem), objections[card.id])
        for card in deck.cards
        if objections[card.id]
    ]
    # Only in the deck of those who have seen everything, and wrong for them.
    told += [
        Told(card.id, beginning(card.stem), "it was true only for a while")
        for card in deck.beliefs
        if card.id not in deck
    ]
    stems = [(one.id, one.stem) for one in deck.predictions]
    stems += [(one.id, one.stem) for one in deck.opened]
    told += [
        Told(card_id, beginning(stem), "it is a prediction, which no such file keeps sealed")
        for card_id, stem in stems
    ]
    return TakenOut(chosen.write([_on_one_line(card) for card in kept]), len(kept), tuple(told))


def _on_one_line(card: Card) -> Card:
    """Return the card with texts that no format could take for two lines."""
    kind = card.kind
    if isinstance(kind, TypeAnswer):
        kind = replace(kind, accepted=tuple(legible(text) for text in kind.accepted))
    else:
        kind = replace(kind, options=tuple(legible(text) for text in kind.options))
    return replace(
        card,
        stem=legible(card.stem),
        why=legible(card.why),
        category=legible(card.category),
        kind=kind,
    )


def _objection(card: Card, form: Format) -> str:
    if card.picture is not None or card.sound is not None:
        return "it needs its picture or its sound"
    return form.objection(card)
