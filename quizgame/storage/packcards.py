"""Reading cards. A new kind of card is one more case in `_read_kind`.

A card's words never stand in its issues, which players may see: they tell lines instead.
"""

import difflib
from dataclasses import dataclass

from quizgame.domain.cards import (
    Card,
    Kind,
    Picture,
    PutInOrder,
    SeveralRight,
    SingleChoice,
    Sound,
    TrueFalse,
    TypeAnswer,
)
from quizgame.domain.drafts import CardDraft, Said, Waiver
from quizgame.domain.evidence import Citation
from quizgame.domain.predictions import ASKED
from quizgame.domain.terms import Glossary, Term
from quizgame.domain.tiers import Ladder
from quizgame.storage.cardformat import CARD
from quizgame.storage.faults import Fault, Placed, Report
from quizgame.storage.fields import Fields, said
from quizgame.storage.packhead import flawed, read_file
from quizgame.storage.yamlnodes import Node, Scalar

_SAID = ("stem", "why", "category", "id")  # the id is kept in saves, which others may open
ROLES = {"order": "step", "typed": "answer"}
TRUE_FALSE_WORDS = ("True", "False")
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
    row = Fields(node, CARD, own)
    draft = _read_draft(row, book) if row.usable else None
    report.absorb(own)
    return draft if own.sound and not flawed(node) else None


def _read_draft(row: Fields, book: Book) -> CardDraft | None:
    """Return the card with all its texts, or None when it cannot be asked or has no tier."""
    word = row.word("kind")
    if word is not None:
        row.part = CARD.kinds[word]
    kind, options = _read_kind(row, word)
    image, sound = read_file(row, "image"), read_file(row, "sound")
    words = [said(name, row.text(name), row.at(name)) for name in _SAID]
    words += [said(ROLES.get(word or "", "choice"), text.text, text) for text in options]
    words += [said("image", text, row.at("image")) for text in image]
    words += [said("sound", text, row.at("sound")) for text in sound]
    place = _read_place(row, words, book)
    citation, notes = _read_citation(row, book), row.ids("notes", book.notes)
    difficulty, later, waivers = row.whole("difficulty"), row.text("later"), _read_waivers(row)
    if word is not None:
        row.finish()
    if kind is None or place is None:
        return None
    stem, why, category, ident = (text.text for text in words[: len(_SAID)])
    card = Card(
        id=ident,
        tier=place.tier,
        category=category,
        stem=stem,
        kind=kind,
        why=why,
        difficulty=difficulty or 1,
        citation=citation,
        notes=frozenset(note.text for note in notes),
        until=place.until,
        opens=place.opens,
        later=later,
        picture=Picture(image[1], image[0]) if image else None,
        sound=Sound(sound[1], sound[0]) if sound else None,
    )
    return place.draft(card, row.node, words, waivers)


@dataclass(frozen=True, slots=True)
class _Place:
    """From where to where a card is asked, and what it gives away."""

    written: int
    tier: int
    until: int | None
    written_opens: int | None
    opens: int | None
    mentions: tuple[Said, ...]

    def draft(
        self, card: Card, at: Placed, words: list[Said], waivers: tuple[Waiver, ...]
    ) -> CardDraft:
        """Return the card as written at a place in the file."""
        return CardDraft(
            card=card,
            written=self.written,
            said=tuple(words),
            mentions=self.mentions,
            waivers=waivers,
            line=at.line,
            column=at.column,
            opens=self.written_opens,
        )


def _read_place(row: Fields, words: list[Said], book: Book) -> _Place | None:
    """Return the card's place on the ladder, or None when its tier cannot be read."""
    mentions = tuple(said("mentions", i.text, i) for i in row.ids("mentions", book.terms))
    written, until = row.named("tier", book.tiers), row.named("until", book.tiers)
    opens = row.named("opens", book.tiers) if "opens" in row.part.fields else None
    tier = book.ladder.top
    if written is not None and opens is None:
        tier = _computed(book.tiers[written], words, mentions, book)
    elif written is not None:
        # What a prediction gives away it gives away when it opens.
        tier = _computed(book.tiers[written], [w for w in words if w.role in ASKED], (), book)
    _check_until(row, tier, until, book)
    _check_opens(row, written, opens, book)
    if written is None:
        return None
    end = None if until is None else book.tiers[until]
    first = None if opens is None else book.tiers[opens]
    full = None if first is None else max(tier, _computed(first, words, mentions, book))
    return _Place(book.tiers[written], tier, end, first, full, mentions)


def _read_waivers(row: Fields) -> tuple[Waiver, ...]:
    """Return the findings an author lets stand on this card, each with its reason."""
    waivers = []
    for inner in row.parts("waive"):
        code, reason = inner.text("code"), inner.text("reason")
        inner.finish()
        if code and reason:
            waivers.append(Waiver(code, reason, inner.node.line, inner.node.column))
    return tuple(waivers)


def _read_kind(row: Fields, word: str | None) -> tuple[Kind | None, tuple[Scalar, ...]]:
    """Return what is asked and every text of it; None when it cannot be asked."""
    match word:
        case "choice":
            return _read_choice(row)
        case "true-false":
            answer = row.flag("answer")
            right = 0 if answer else 1
            return None if answer is None else TrueFalse(TRUE_FALSE_WORDS, right), ()
        case "several":
            return _read_several(row)
        case "order":
            steps = row.texts("steps")
            return PutInOrder(tuple(step.text for step in steps)), steps
        case "typed":
            accepted = row.texts("answers")
            return TypeAnswer(tuple(answer.text for answer in accepted)), accepted
        case _:
            return None, ()


def _read_choice(row: Fields) -> tuple[Kind | None, tuple[Scalar, ...]]:
    choices, answer = row.texts("choices"), row.text("answer")
    if not answer or not choices:
        return None, choices
    right = _find(row, answer, row.at("answer"), choices)
    options = tuple(choice.text for choice in choices)
    return None if right is None else SingleChoice(options, right), choices


def _read_several(row: Fields) -> tuple[Kind | None, tuple[Scalar, ...]]:
    choices, answers = row.texts("choices"), row.texts("answers")
    if not answers or not choices:
        return None, choices
    found = {_find(row, answer.text, answer, choices) for answer in answers}
    if len(found) == len(choices) > 2 and None not in found:  # noqa: PLR2004 (told as too few)
        message = "all choices are right; at least one must be wrong"
        row.report.fault(Fault.ALL_RIGHT, row.at("answers"), message)
    right = frozenset(number for number in found if number is not None)
    return SeveralRight(tuple(choice.text for choice in choices), right), choices


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
    cited = row.inner("source")
    if cited is None:
        return None
    section = cited.named("section", book.sections)
    paragraph, passage = cited.whole("paragraph"), cited.text("passage")
    cited.finish()
    if section is None or paragraph is None or not passage:
        return None
    return Citation(section, paragraph, passage)


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


def _check_opens(row: Fields, written: str | None, opens: str | None, book: Book) -> None:
    if opens is None:
        return
    if written is not None and book.tiers[opens] <= book.tiers[written]:
        message = "'opens' must be above the tier the prediction is asked from"
        row.report.fault(Fault.OPENS, row.at("opens"), message, "name a later tier, or none")
    for name in ("until", "image", "sound"):
        if name in row:
            message = f"a prediction, which 'opens' makes of this card, has no '{name}'"
            row.report.fault(Fault.OPENS, row.at(name), message, f"remove '{name}' or 'opens'")
