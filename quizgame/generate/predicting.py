"""Questions to bet on: asked at one tier and answered at a later one, for a person to confirm."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from quizgame.domain.drafts import Said
from quizgame.domain.issues import Issue
from quizgame.domain.leaks import Checker
from quizgame.domain.terms import Glossary
from quizgame.domain.tiers import LOWEST, Ladder
from quizgame.generate.facts import STATES, Fact, FactBook, State
from quizgame.generate.factwriting import text
from quizgame.generate.instead import wrong_objects
from quizgame.generate.known import Known
from quizgame.generate.packterms import terms_of
from quizgame.generate.people import STORY
from quizgame.generate.wrongs import dice
from quizgame.storage.faults import Fault, Report, Spot
from quizgame.storage.fields import Fields
from quizgame.storage.forms import A_TIER, ID
from quizgame.storage.packformat import TIER
from quizgame.storage.packhead import fresh, read_ladder
from quizgame.storage.shapes import Field, Rows, Text, Texts, Whole, Word, part
from quizgame.storage.yamlnodes import Mapping, read_nodes

FILE = "predictions.yaml"
FORMAT = 1
MOST_CHOICES = 4
NOBODY = "Nobody"
_HEAD = """\
# Predictions: questions that are put to players at one tier ('asked') and answered at a later one
# ('answered'), when they have got so far. Beware: reading on means reading spoilers.
#
# Ask of each whether the question by itself gives something away to those who are asked it: "Will
# she be alive at the end?" asked of one person only does. Then change its 'state' to confirmed or
# rejected, here or in the window ('quizgame generate review', key P). Mend what you like: four
# choices that tempt are better than Yes and No. Add questions of your own; leave out 'drafted'.
#
# 'quizgame generate render' makes a card with 'opens' of each that is confirmed, if the fact that
# answers it is confirmed and the check finds nothing against it. A card that you change in the pack
# stays so; one that you take out stays out. Rendering again keeps all that you have changed or
# added here, and renews the rest.
"""
_PREDICTION = part(
    "the prediction",
    "A question to bet on.",
    Field("id", Text(form=ID), "Its short name, never changed later."),
    Field("question", Text(300), "What is asked; safe at the tier 'asked'."),
    Field("choices", Texts(2, 6, cap=160, distinct=True), "What players bet on."),
    Field("right", Text(160), "What comes true, written as in 'choices'."),
    Field("asked", A_TIER, "The tier from which it is asked."),
    Field("answered", A_TIER, "The tier at which it is answered, later than 'asked'."),
    Field("fact", Text(form=ID), "The fact that answers it.", optional=True),
    Field("state", Word(STATES), "proposed, confirmed or rejected."),
    Field("drafted", Text(20), "How the generator tells what it wrote.", optional=True),
    Field("note", Text(), "What you want to keep in mind.", optional=True),
)
_FILE = part(
    "the file",
    "Questions to bet on.",
    Field("format", Whole(FORMAT, FORMAT), "The version of this format."),
    Field("tiers", Rows(2, 30, TIER), "The tiers of the facts."),
    Field("predictions", Rows(0, 2_000, _PREDICTION), "The questions."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """A question to bet on; `asked` and `answered` are ids of tiers."""

    id: str
    question: str = field(repr=False)
    choices: tuple[str, ...] = field(repr=False)
    right: str = field(repr=False)
    asked: str
    answered: str
    fact: str = ""
    state: State = "proposed"
    drafted: str = ""
    note: str = ""

    @property
    def digest(self) -> str:
        """Hex digits of all that the generator proposes of it."""
        said = "\0".join((self.id, self.question, *self.choices, self.right, self.asked,
                          self.answered, self.fact))  # fmt: skip
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:8]

    @property
    def touched(self) -> bool:
        """Whether a person has had a hand in it."""
        return self.state != "proposed" or self.drafted != self.digest or bool(self.note)


def renewed(folder: Path, book: FactBook) -> tuple[tuple[Prediction, ...], tuple[Issue, ...]]:
    """Return the predictions of a folder as they should now be, or the faults of its file."""
    path = folder / FILE
    old: tuple[Prediction, ...] = ()
    if path.exists():
        read, issues = read_predictions(path.read_bytes(), str(path))
        if read is None:
            return (), issues
        if astray := _of_other_tiers(read, book.ladder, str(path)):
            return (), astray
        old = read
    mine = {one.id: one for one in old if one.touched}
    # Under another name somebody is the same: what was decided of a fact is not asked again.
    told = {one.fact for one in mine.values() if one.fact}
    offered = {
        one.id: mine.get(one.id, one)
        for one in offers(book)
        if one.id in mine or one.fact not in told
    }
    return (*offered.values(), *(one for one in mine.values() if one.id not in offered)), ()


def _of_other_tiers(
    predictions: tuple[Prediction, ...], ladder: Ladder, name: str
) -> tuple[Issue, ...]:
    """Return the faults of those a person has touched that name tiers the facts do not have now."""
    known = {tier.id for tier in ladder.tiers}
    report = Report([])
    for one in predictions:
        if one.touched and not {one.asked, one.answered} <= known:
            message = f"{one.id} names a tier that the facts do not have any more"
            report.fault(Fault.SHAPE, Spot(), message, "give it tiers of theirs, or take it out")
    return tuple(replace(issue, file=name) for issue in report.issues)


def offers(book: FactBook) -> tuple[Prediction, ...]:
    """Return what could be bet on, from the confirmed facts that nothing contradicts."""
    known = Known(book)
    terms = terms_of(known, known.shown(STORY) if STORY in known.names else book.title)
    checker = Checker(Glossary(terms), book.ladder)
    found: dict[str, Prediction] = {}
    for fact in known.usable:
        for one in _of_fact(known, fact, checker):
            found.setdefault(one.id, one)
    return tuple(replace(one, drafted=one.digest) for one in found.values())


def _of_fact(known: Known, fact: Fact, checker: Checker) -> Iterator[Prediction]:
    asked: tuple[str, tuple[str, ...], str] | None = None
    match fact.relation:
        case "fate" if fact.words in {"dead", "alive"}:
            question = f"Will {known.shown(fact.subject)} live to see the end?"
            asked = question, ("Yes", "No"), "Yes" if fact.words == "alive" else "No"
            concerned = [fact.subject]
        case "kills" if fact.object:
            question = f"Will {known.shown(fact.object)} live to see the end?"
            asked, concerned = (question, ("Yes", "No"), "No"), [fact.object]
        case "marries" if fact.object:
            asked, concerned = _marriage(known, fact)
        case "finds" | "goes_to" if fact.object:
            question = f"Will {known.shown(fact.subject)} get to {known.shown(fact.object)}?"
            place = known.names[fact.object].sort == "place"
            asked = (question, ("Yes", "No"), "Yes") if place else None
            concerned = [fact.subject, fact.object]
        case _:
            return
    if asked is None:
        return
    low = known.tier_of(concerned, asked[0], *asked[1])
    said = Said("stem", asked[0], 1, 1)
    # Whoever is asked must know everybody in the question, and learn nothing by it.
    if low >= fact.tier or any(True for _ in checker.of_text(said, low)):
        return
    ladder = known.book.ladder
    yield Prediction(
        id=f"bet-{dice(*concerned, asked[0]) % 16**6:06x}",
        question=asked[0],
        choices=asked[1],
        right=asked[2],
        asked=ladder[low].id,
        answered=ladder[fact.tier].id,
        fact=fact.id,
    )


def _marriage(
    known: Known, fact: Fact
) -> tuple[tuple[str, tuple[str, ...], str] | None, list[str]]:
    """Return the question whom somebody will marry, if anybody."""
    right = known.shown(fact.object)
    low = known.tier_of([fact.subject, fact.object])
    others = [one.text for one in wrong_objects(known, fact, low)]
    others.sort(key=lambda one: dice(fact.id, one))
    if not others:
        return None, []
    people = sorted([right, *others[: MOST_CHOICES - 2]], key=lambda one: dice(fact.id, one, "at"))
    question = f"Whom, if anybody, will {known.shown(fact.subject)} marry?"
    return (question, (*people, NOBODY), right), [fact.subject, fact.object]


def written(predictions: tuple[Prediction, ...], book: FactBook) -> bytes:
    """Return the file's bytes."""
    return "".join(f"{line}\n" for line in _lines(predictions, book.ladder)).encode()


def _lines(predictions: tuple[Prediction, ...], ladder: Ladder) -> Iterator[str]:
    yield from _HEAD.splitlines()
    yield from ("", "format: 1", "", "tiers:")
    for tier in ladder.tiers:
        hint = f", hint: {text(tier.hint)}" if tier.hint else ""
        yield f"  - {{id: {tier.id}, label: {text(tier.label)}{hint}}}"
    yield ""
    yield "predictions:" if predictions else "predictions: []"
    for one in predictions:
        yield f"  - id: {one.id}"
        yield f"    question: {text(one.question)}"
        yield f"    choices: [{', '.join(text(choice) for choice in one.choices)}]"
        yield f"    right: {text(one.right)}"
        yield f"    asked: {one.asked}"
        yield f"    answered: {one.answered}"
        if one.fact:
            yield f"    fact: {one.fact}"
        yield f"    state: {one.state}"
        if one.note:
            yield f"    note: {text(one.note)}"
        if one.drafted:
            yield f'    drafted: "{one.drafted}"'


def read_predictions(
    data: bytes, name: str
) -> tuple[tuple[Prediction, ...] | None, tuple[Issue, ...]]:
    """Return the predictions in these bytes, or None and every fault under the file name."""
    node, issues = read_nodes(data)
    report = Report(list(issues))
    found: list[Prediction] = []
    if isinstance(node, Mapping) and not issues:
        root = Fields(node, _FILE, report)
        root.whole("format")
        ladder = read_ladder(root)
        found = list(_read(root, ladder)) if ladder else []
        root.finish()
    elif not issues:
        message, hint = "this file holds no predictions", "delete it and render again"
        report.fault(Fault.NOT_A_PACK, node or Spot(), message, hint)
    told = tuple(sorted({replace(issue, file=name) for issue in report.issues}))
    return (None if told else tuple(found)), told


def _read(root: Fields, ladder: Ladder) -> Iterator[Prediction]:
    tiers = {tier.id: number for number, tier in enumerate(ladder.tiers)}
    seen: dict[str, str] = {}
    for row in root.parts("predictions"):
        ident = row.text("id")
        fresh(seen, row, ident)
        seen[ident] = ident
        choices = tuple(one.text for one in row.texts("choices"))
        right = row.text("right")
        asked, answered = (row.named(name, tiers) or "" for name in ("asked", "answered"))
        if row.usable and right not in choices:
            message = f"'{right}' is not among the choices"
            root.report.fault(Fault.SHAPE, row.at("right"), message, "write it as it stands there")
        if row.usable and tiers.get(asked, LOWEST) >= tiers.get(answered, 1):
            message = "a prediction must be answered at a later tier than it is asked at"
            root.report.fault(Fault.SHAPE, row.at("answered"), message, "name a later tier")
        yield Prediction(
            id=ident,
            question=row.text("question"),
            choices=choices,
            right=right,
            asked=asked,
            answered=answered,
            fact=row.text("fact"),
            state=cast("State", row.word("state") or "proposed"),
            drafted=row.text("drafted"),
            note=row.text("note"),
        )
        row.finish()
