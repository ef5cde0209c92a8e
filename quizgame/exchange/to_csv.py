"""A deck as CSV for a spreadsheet: a row a card, and no cell that it could take for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from quizgame.domain.cards import (
    Card,
    PutInOrder,
    SeveralRight,
    SingleChoice,
    TrueFalse,
    TypeAnswer,
)

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")
"""How a cell begins that a spreadsheet would reckon; apostrophes before it keep it a text."""
_BOM = "\ufeff"


def objection(card: Card) -> str:
    """Return why the table cannot hold the card, or nothing."""
    if isinstance(card.kind, PutInOrder):
        return "the table has no column for an order"
    return ""


def write(cards: Iterable[Card]) -> str:
    """Return the whole file, with as many columns for choices as these cards need."""
    listed = list(cards)
    width = max((len(_texts(card)) for card in listed), default=2)
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    choices = [f"choice {number}" for number in range(1, width + 1)]
    head = ["id", "category", "difficulty", "kind", "question", *choices]
    rows.writerow([*head, "correct numbers", "why", "markup"])
    for card in listed:
        rows.writerow([guarded(cell) for cell in _cells(card, width)])
    # A spreadsheet program takes the file for UTF-8 only by this mark.
    return _BOM + written.getvalue()


def guarded(text: str) -> str:
    """Return a cell that is a text to every spreadsheet; reading it takes the apostrophe away."""
    return f"'{text}" if _FORMULA.match(text) else text


def _cells(card: Card, width: int) -> Sequence[str]:
    texts = _texts(card)
    right = ", ".join(str(number + 1) for number in _right(card))
    filled = [*texts, *[""] * (width - len(texts))]
    head = [card.id, card.category, str(card.difficulty), _kind(card), card.stem]
    return [*head, *filled, right, card.why, "none"]


def _texts(card: Card) -> tuple[str, ...]:
    return card.kind.accepted if isinstance(card.kind, TypeAnswer) else card.kind.options


def _right(card: Card) -> Sequence[int]:
    if isinstance(card.kind, TypeAnswer):
        return range(len(card.kind.accepted))
    return sorted(card.kind.right_options())


def _kind(card: Card) -> str:
    match card.kind:
        case TrueFalse():
            return "true-false"
        case SingleChoice():
            return "choice"
        case SeveralRight():
            return "several"
        case _:
            return "typed"
