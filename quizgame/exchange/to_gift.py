"""A deck as GIFT, as Moodle's own export writes it: plain text, with titles, shares and reasons."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from quizgame.domain.cards import (
    Card,
    PutInOrder,
    SeveralRight,
    SingleChoice,
    TrueFalse,
    TypeAnswer,
)

_RESERVED = re.compile(r"[\\~=#{}:]")
_SHARES = {2: "50", 3: "33.33333", 4: "25", 5: "20"}
"""What each of so many right choices earns, in percent as Moodle knows them."""


def objection(card: Card) -> str:
    """Return why GIFT cannot hold the card, or nothing."""
    if isinstance(card.kind, PutInOrder):
        return "GIFT has no questions that ask for an order"
    if isinstance(card.kind, TypeAnswer) and any("->" in text for text in card.kind.accepted):
        return "GIFT would take the '->' in its answer for a pair to match"
    return ""


def write(cards: Iterable[Card]) -> str:
    """Return the whole file; each run of one category has its own heading."""
    return "\n".join(_blocks(cards))


def _blocks(cards: Iterable[Card]) -> Iterator[str]:
    for category, run in groupby(cards, key=lambda card: card.category):
        yield f"$CATEGORY: {category.replace('/', '//')}\n"
        yield from (_question(card) for card in run)


def _question(card: Card) -> str:
    answers = "".join(f"\t{line}\n" for line in _answers(card))
    return (
        f"// [tag:difficulty-{card.difficulty}]\n"
        f"::{card.id}::[plain]{_escaped(card.stem)}{{\n"
        f"{answers}\t####{_worded(card.why)}\n}}\n"
    )


def _answers(card: Card) -> Iterator[str]:
    kind = card.kind
    match kind:
        case TrueFalse():
            yield "TRUE" if kind.right == 0 else "FALSE"
        case SingleChoice():
            for number, option in enumerate(kind.options):
                yield f"{'=' if number == kind.right else '~'}{_worded(option)}"
        case SeveralRight():
            share = _SHARES[len(kind.right)]
            for number, option in enumerate(kind.options):
                yield f"~%{share if number in kind.right else '-100'}%{_worded(option)}"
        case TypeAnswer():
            # A star stands for anything there, unless it is marked.
            for text in kind.accepted:
                yield f"=%100%{_worded(text.replace('*', chr(92) + '*'))}"
        case _:
            return


def _worded(text: str) -> str:
    """Return a text after a sign; its own brackets or percent sign must not be taken for a mark."""
    return f"{'[plain]' if text.startswith(('[', '%')) else ''}{_escaped(text)}"


def _escaped(text: str) -> str:
    return _RESERVED.sub(lambda sign: f"\\{sign.group()}", text)
