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
from quizgame.domain.drafts import CardDraft, Said, Waiver
from quizgame.domain.evidence import Citation
from quizgame.domain.terms import Glossary, Term
from quizgame.domain.tiers import Ladder
from quizgame.storage.faults import Fault, Placed, Report
from quizgame.storage.fields import Fields, said
from quizgame.storage.packhead import flawed, read_picture
from quizgame.storage.yamlnodes import Node, Scalar

KINDS = ("choice", "true-false", "several", "order", "typed")
ROLES = {"order": "step", "typed": "answer"}
TRUE_FALSE_WORDS = ("True", "False")
_STEM_CAP, _CHOICE_CAP, _WHY_CAP = 400, 160, 1200
_PASSAGE = re.compile(r"[0-9a-f]{16}")
_CODE = re.compile(r"Q[0-9]{3}")
# A word of no pack: keeps a name from being found across two texts.
_BETWEEN = "\n0q0\n"


@dataclass(frozen=True, slots=True)
class Book:
    """What cards refer to: tiers, terms by id, notes and sections."""

    ladder: Ladder
    tiers: dict[str, int]
    glossary: Glossary
    terms: dict[str, Term]
    notes: frozenset[str]
    sections: frozenset[str]


def read_card(node: Node, book: Book, report: Report) -> CardDraft | None:
    """Return the card as written, or None when anything about it is wrong; the report says what."""
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
    later, waivers = row.text("later", cap=_WHY_CAP, optional=True), _read_waivers(row)
    if getattr(row.at("kind"), "text", "") in KINDS:
        row.finish()
    words = [said("stem", stem, row.at("stem")), said("why", why, row.at("why"))]
    # The id is kept in saves, which others may open.
    words += [said("category", category, row.at("category")), said("id", ident, row.at("id"))]
    role = ROLES.get(getattr(row.at("kind"), "text", ""), "choice")
    words += [said(role, text.text, text) for text in texts]
    if picture:
        words += [said("image", text, row.at("image")) for text in (picture.alt, picture.file)]
    named = tuple(said("mentions", term.text, term) for term in mentions)
    tier = (
        book.ladder.top if written is None else _computed(book.tiers[written], words, named, book)
    )
    _check_until(row, tier, until, book)
    report.absorb(own)
    if kind is None or written is None or not own.sound or flawed(node):
        return None
    card = Card(
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
        later=later,
        picture=picture,
    )
    return CardDraft(
        card=card,
        written=book.tiers[written],
        said=tuple(words),
        mentions=named,
        waivers=waivers,
        line=node.line,
        column=node.column,
    )


def _read_waivers(row: Fields) -> tuple[Waiver, ...]:
    """Return the findings an author lets stand on this card, each with its reason."""
    waivers = []
    for item in row.rows("waive", 0, 20, optional=True):
        inner = Fields(item, "the waiver", row.report)
        code = inner.pattern("code", _CODE, "Q201")
        reason = inner.text("reason", cap=200)
        inner.finish()
        if code and reason:
            waivers.append(Waiver(code, reason, item.line, item.column))
    return tuple(waivers)


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


def _computed(written: int, words: list[Said], mentions: tuple[Said, ...], book: Book) -> int:
    """Return the tier the card's words put it at: its own, or that of the highest term."""
    tier = max([written, *(book.terms[term.text].tier for term in mentions)])
    if tier == book.ladder.top:
        return tier
    return max(tier, book.glossary.tier_of([_BETWEEN.join(text.text for text in words)]))


def _check_until(row: Fields, tier: int, until: str | None, book: Book) -> None:
    if until is not None and book.tiers[until] <= tier:
        message = "'until' must be above the tier the card is asked from"
        row.report.fault(Fault.UNTIL, row.at("until"), message)
    if until is None and "later" in row:
        message = "'later' tells what became of a belief, and this card has no 'until'"
        row.report.fault(Fault.UNTIL, row.at("later"), message, "add 'until', or remove 'later'")
