"""Reading cards. A new kind of card is one more case in `_read_kind`.

A card's words never stand in its issues, which players may see: they tell lines instead.
"""

import difflib
import re
from dataclasses import dataclass

from quizgame.domain.cards import (
    Card,
    Kind,
    PutInOrder,
    SeveralRight,
    SingleChoice,
    TrueFalse,
    TypeAnswer,
)
from quizgame.domain.evidence import Citation
from quizgame.domain.terms import Glossary, Term
from quizgame.domain.tiers import Ladder
from quizgame.storage.faults import Fault, Placed, Report
from quizgame.storage.fields import Fields
from quizgame.storage.packhead import flawed, read_picture
from quizgame.storage.yamlnodes import Node, Scalar

KINDS = ("choice", "true-false", "several", "order", "typed")
TRUE_FALSE_WORDS = ("True", "False")
_STEM_CAP, _CHOICE_CAP, _WHY_CAP = 400, 160, 1200
_PASSAGE = re.compile(r"[0-9a-f]{16}")
# A letter of no pack's alphabet: keeps a name from being found across two texts.
_BETWEEN = "\n\ua66e\n"


@dataclass(frozen=True, slots=True)
class Book:
    """What cards refer to: tiers, terms by id, notes and sections."""

    ladder: Ladder
    tiers: dict[str, int]
    glossary: Glossary
    terms: dict[str, Term]
    notes: frozenset[str]
    sections: frozenset[str]


def read_card(node: Node, book: Book, report: Report) -> Card | None:
    """Return the card, or None when anything about it is wrong; the report says what."""
    own = Report()
    row = Fields(node, "the card", own)
    if not row.usable:
        report.absorb(own)
        return None
    ident, category = row.ident(), row.text("category", cap=40)
    written = row.word("tier", book.tiers, Fault.UNKNOWN_TIER, noun="tier")
    stem, why = row.text("stem", cap=_STEM_CAP), row.text("why", cap=_WHY_CAP)
    kind, texts = _read_kind(row)
    citation, picture = _read_citation(row, book), read_picture(row, "image")
    mentions = _read_ids(row, "mentions", book.terms, Fault.UNKNOWN_TERM)
    notes = _read_ids(row, "notes", book.notes, Fault.UNKNOWN_NOTE)
    difficulty = row.whole("difficulty", 1, 3)
    until = row.word("until", book.tiers, Fault.UNKNOWN_TIER, noun="tier", optional=True)
    if getattr(row.at("kind"), "text", "") in KINDS:
        row.finish()
    tier = book.ladder.top
    if written is not None:
        said = [(stem, row.at("stem")), (why, row.at("why")), (category, row.at("category"))]
        said += [(text.text, text) for text in texts]
        said += [(picture.alt, row.at("image"))] if picture else []
        tier = _computed(book.tiers[written], said, mentions, book, own)
        _check_until(row, tier, until, book)
    report.absorb(own)
    if kind is None or not own.sound or flawed(node):
        return None
    return Card(
        id=ident,
        tier=tier,
        category=category,
        stem=stem,
        kind=kind,
        why=why,
        difficulty=difficulty or 1,
        citation=citation,
        notes=frozenset(note.text for note in notes),
        until=None if until is None else book.tiers[until],
        picture=picture,
    )


def _read_kind(row: Fields) -> tuple[Kind | None, tuple[Scalar, ...]]:
    """Return what is asked and every text of it; None when it cannot be asked."""
    match row.word("kind", KINDS):
        case "choice":
            return _read_choice(row)
        case "true-false":
            answer = row.flag("answer")
            right = 0 if answer else 1
            return None if answer is None else TrueFalse(TRUE_FALSE_WORDS, right), ()
        case "several":
            return _read_several(row)
        case "order":
            steps = _distinct(row, "steps", 3, 6)
            return PutInOrder(tuple(step.text for step in steps)), steps
        case "typed":
            accepted = _distinct(row, "answers", 1, 30)
            return TypeAnswer(tuple(answer.text for answer in accepted)), accepted
        case _:
            return None, ()


def _read_choice(row: Fields) -> tuple[Kind | None, tuple[Scalar, ...]]:
    choices = _distinct(row, "choices", 2, 6)
    answer = row.text("answer", cap=_CHOICE_CAP)
    if not answer or not choices:
        return None, choices
    right = _find(row, answer, row.at("answer"), choices)
    options = tuple(choice.text for choice in choices)
    return None if right is None else SingleChoice(options, right), choices


def _read_several(row: Fields) -> tuple[Kind | None, tuple[Scalar, ...]]:
    choices = _distinct(row, "choices", 3, 6)
    answers = _distinct(row, "answers", 2, 6)
    if not answers or not choices:
        return None, choices
    found = {_find(row, answer.text, answer, choices) for answer in answers}
    if len(found) == len(choices) > 2 and None not in found:  # noqa: PLR2004 (told as too few)
        message = "all choices are right; at least one must be wrong"
        row.report.fault(Fault.ALL_RIGHT, row.at("answers"), message)
    right = frozenset(number for number in found if number is not None)
    return SeveralRight(tuple(choice.text for choice in choices), right), choices


def _distinct(row: Fields, name: str, low: int, high: int) -> tuple[Scalar, ...]:
    """Return the texts of a list, with those reported that differ only in case or space."""
    texts = row.texts(name, low, high, cap=_CHOICE_CAP)
    seen: dict[str, int] = {}
    for text in texts:
        folded = " ".join(text.text.casefold().split())
        if folded in seen:
            message = f"this repeats the one on line {seen[folded]}"
            row.report.fault(Fault.TWINS, text, message, "make them differ")
        seen.setdefault(folded, text.line)
    return texts


def _find(row: Fields, answer: str, at: Placed, choices: tuple[Scalar, ...]) -> int | None:
    """Return which choice the answer is, or None with the line of the nearest told."""
    options = [choice.text for choice in choices]
    if answer in options:
        return options.index(answer)
    near = difflib.get_close_matches(answer, options, n=1, cutoff=0.5)
    hint = f"line {choices[options.index(near[0])].line} looks nearest" if near else ""
    row.report.fault(Fault.NOT_A_CHOICE, at, "it is not one of the choices", hint)
    return None


def _read_citation(row: Fields, book: Book) -> Citation | None:
    cited = row.inner("source", "the card's source", optional=True)
    if cited is None:
        return None
    section = cited.word("section", book.sections, Fault.UNKNOWN_SECTION, noun="section")
    paragraph = cited.whole("paragraph", 1, 100_000)
    passage = cited.pattern("passage", _PASSAGE, "16 hex digits")
    cited.finish()
    if section is None or paragraph is None or not passage:
        return None
    return Citation(section, paragraph, passage)


def _read_ids(
    row: Fields, name: str, known: dict[str, Term] | frozenset[str], fault: Fault
) -> tuple[Scalar, ...]:
    """Return the ids of a list that are known, the others reported."""
    noun = "term" if fault is Fault.UNKNOWN_TERM else "content note"
    ids = row.texts(name, 0, 50, optional=True)
    return tuple(i for i in ids if row.among(i, known, fault, noun) is not None)


def _computed(
    written: int,
    said: list[tuple[str, Node]],
    mentions: tuple[Scalar, ...],
    book: Book,
    report: Report,
) -> int:
    """Return the tier the card's words put it at; what raises it is told by term id and place."""
    told = {i.text: (book.terms[i.text], i) for i in mentions if book.terms[i.text].tier > written}
    # One look at all texts is enough for the many cards that need no raising, none at the top.
    joined = _BETWEEN.join(text for text, _ in said)
    raising: dict[str, tuple[Term, Node]] = dict(told)
    if written < book.ladder.top and book.glossary.tier_of([joined]) > written:
        for text, node in said:
            for term in book.glossary.mentioned(text):
                if term.tier > written:
                    raising.setdefault(term.id, (term, node))
    for ident, (term, node) in sorted(raising.items()):
        first = book.ladder[term.tier].id
        message = f"this names the term '{ident}', first known at '{first}'"
        report.warn(Fault.RAISED, node, message, "the card is asked from there on")
    return max([written, *(term.tier for term, _ in raising.values())])


def _check_until(row: Fields, tier: int, until: str | None, book: Book) -> None:
    if until is not None and book.tiers[until] <= tier:
        message = "'until' must be above the tier the card is asked from"
        row.report.fault(Fault.UNTIL, row.at("until"), message)
