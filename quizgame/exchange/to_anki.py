"""A deck as Anki's "Notes in plain text": question and choices in front, answer and why behind."""

import csv
import html
import io
from collections.abc import Iterable

from quizgame.domain.cards import (
    Card,
    PutInOrder,
    SeveralRight,
    SingleChoice,
    TrueFalse,
    TypeAnswer,
)
from quizgame.exchange.from_anki import WHY

_HEAD = (
    "#separator:tab\n#html:true\n#notetype:Basic\n#guid column:1\n#deck column:4\n"
    "#tags column:5\n#columns:GUID\tFront\tBack\tDeck\tTags\n"
)
_MARKS = {ord(sign): f"&#{ord(sign)};" for sign in "[{\\$@"}


def objection(card: Card) -> str:
    """Return why Anki's text cannot hold the card, or nothing."""
    if isinstance(card.kind, PutInOrder):
        return "a note in Anki cannot ask for an order"
    return ""


def write(cards: Iterable[Card]) -> str:
    """Return the whole file: a note a card, in a deck of its category."""
    written = io.StringIO()
    rows = csv.writer(written, delimiter="\t", lineterminator="\n")
    for card in cards:
        rows.writerow((card.id, _front(card), _back(card), _deck(card), _tags(card)))
    return _HEAD + written.getvalue()


def _front(card: Card) -> str:
    options = () if isinstance(card.kind, TypeAnswer) else card.kind.options
    return _escaped(card.stem) + (_list(options) if options else "")


def _back(card: Card) -> str:
    kind = card.kind
    texts = kind.accepted if isinstance(kind, TypeAnswer) else kind.right_words()
    answer = _escaped(texts[0]) if len(texts) == 1 else _list(texts)
    return f"{answer}{WHY}{_escaped(card.why)}</div>"


def _escaped(text: str) -> str:
    """Return a text as HTML in which Anki sees no sound, formula or gap either."""
    return html.escape(text).translate(_MARKS)


def _list(texts: Iterable[str]) -> str:
    items = "".join(f"<li>{_escaped(text)}</li>" for text in texts)
    return f"<ul>{items}</ul>"


def _deck(card: Card) -> str:
    # A double colon would make a deck within a deck.
    return card.category.replace("::", ": :")


def _tags(card: Card) -> str:
    match card.kind:
        case TrueFalse():
            kind = "true-false"
        case SingleChoice():
            kind = "choice"
        case SeveralRight():
            kind = "several"
        case _:
            kind = "typed"
    return f"kind::{kind} difficulty::{card.difficulty}"
