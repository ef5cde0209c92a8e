"""Changing a fact or adding one, a part at a time: what there is to choose from, and what comes."""

from dataclasses import dataclass, field, replace

from quizgame.domain.evidence import fingerprint, normalised
from quizgame.generate.article import Article, Paragraph, Sentence
from quizgame.generate.facts import Evidence, Fact, FactBook, fact_id
from quizgame.generate.ladders import climb
from quizgame.generate.relations import RELATIONS
from quizgame.generate.reviewing import ORDER, spans
from quizgame.generate.tiering import Tiers

PARTS = ("subject", "relation", "object", "how")
_WHOLE = frozenset({"attacks", "attacks_with", "imprisons", "saves"})
"""Relations that say enough without a few words more, though they take some."""
NEW = ""
"""The id of a fact that is still being put together."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: as it is shown, and what it stands for; `words` if it is no id."""

    text: str = field(repr=False)
    aside: str
    value: str = field(repr=False)
    words: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A fact being changed or put together: the part asked for now, and the sentence it is from.

    `typed` holds the letters typed so far; `begun` what stood there at first.
    """

    fact: Fact
    part: str
    sentence: Sentence | None = None
    typed: str = field(default="", repr=False)
    begun: str = field(default="", repr=False)


def asking(fact: Fact, part: str, sentence: Sentence | None = None) -> Form:
    """Return the form on which a part is asked for; words that stand there can be typed over."""
    there = {"object": fact.words, "how": fact.how, "note": fact.note}.get(part, "")
    return Form(fact, part, sentence, there, there)


def takes_how(relation: str) -> bool:
    """Tell whether a few words more can be said of a relation."""
    return "{how}" in RELATIONS[relation].reads


def needs_how(relation: str) -> bool:
    """Tell whether a relation says nothing without a few words more."""
    return takes_how(relation) and relation not in _WHOLE


def parts_of(fact: Fact) -> tuple[str, ...]:
    """Return the parts of a fact that can be changed; what comes first is told by other facts."""
    if fact.relation == ORDER:
        return ()
    return PARTS if takes_how(fact.relation) else PARTS[:3]


def options(book: FactBook, form: Form) -> tuple[Option, ...]:
    """Return what can be chosen, that which Enter takes first."""
    match form.part:
        case "relation":
            return _relations(book, form)
        case "subject":
            return _names(book, form)
        case "object":
            names = _names(book, form)
            said = _said(form)
            sought = normalised(form.typed)
            begins = names and normalised(names[0].text).startswith(sought)
            return (*names, *said) if begins and form.typed != form.begun else (*said, *names)
        case _:
            return _said(form) or (Option("Nothing", "leave it empty", "", words=True),)


def _said(form: Form) -> tuple[Option, ...]:
    words = " ".join(form.typed.split())
    return (Option(words, "as words", words, words=True),) if words else ()


def _names(book: FactBook, form: Form) -> tuple[Option, ...]:
    """Return the names that fit what is typed, those of the sentence first."""
    sought = "" if form.typed == form.begun else normalised(form.typed)
    text = form.sentence.text if form.sentence else ""
    ranked = []
    for place, name in enumerate(book.names):
        ways = [normalised(way) for way in (name.name, *name.aliases)]
        if name.state == "rejected" or not any(sought in way for way in ways):
            continue
        begins = any(way.startswith(sought) for way in ways)
        near = spans(text, (name.name, *name.aliases))
        first = near[0][0] if near else len(text)
        aside = " · ".join((*name.aliases, name.sort))
        ranked.append((not begins, not near, first, place, Option(name.name, aside, name.id)))
    return tuple(row[-1] for row in sorted(ranked, key=lambda row: row[:4]))


def _relations(book: FactBook, form: Form) -> tuple[Option, ...]:
    sought = normalised(form.typed)
    ranked = []
    for place, (relation, said) in enumerate(RELATIONS.items()):
        label = relation.replace("_", " ")
        if relation == ORDER or (sought not in label and sought not in normalised(said.reads)):
            continue
        text = reading(book, replace(form.fact, relation=relation))
        ranked.append((not label.startswith(sought), place, Option(text, label, relation)))
    return tuple(row[-1] for row in sorted(ranked, key=lambda row: row[:2]))


def reading(book: FactBook, fact: Fact) -> str:
    """Return a fact as a sentence; what is not known yet is an ellipsis."""
    if fact.relation == ORDER:
        ends = {one.id: one for one in book.facts}
        first, then = (book.reads(ends[one]) for one in (fact.subject, fact.object))
        return f"First: {first}. Then: {then}."
    fact = replace(
        fact,
        words=fact.words if fact.object or fact.words else "…",
        how=fact.how or ("…" if needs_how(fact.relation) else ""),
    )
    return book.reads(fact).replace(" a …", " …")


def taken(form: Form, option: Option) -> Form:
    """Return the form once an option is chosen: at the next part asked for, or at none."""
    fact, value = form.fact, option.value
    match form.part:
        case "subject":
            fact = replace(fact, subject=value)
        case "relation":
            # "written" by somebody is no way to be kin of somebody.
            how = fact.how if value == fact.relation else ""
            fact = replace(fact, relation=value, how=how)
        case "object":
            names = ("", value) if option.words else (value, "")
            fact = replace(fact, object=names[0], words=names[1])
        case "how":
            fact = replace(fact, how=value)
        case _:
            fact = replace(fact, note=value)
    return asking(fact, _next(form.part, fact), form.sentence)


def _next(part: str, fact: Fact) -> str:
    if fact.id == NEW and part in PARTS[:2]:
        return PARTS[PARTS.index(part) + 1]
    lacking = part in {"relation", "object"} and needs_how(fact.relation) and not fact.how
    return "how" if lacking else ""


def new_fact(paragraph: Paragraph, sentence: Sentence) -> Fact:
    """Return the beginning of a fact that a sentence proves."""
    section, number = sentence.place
    proof = Evidence(
        section, number, sentence.start, sentence.end, paragraph.passage, fingerprint(sentence.text)
    )
    return Fact(id=NEW, subject="", relation="", tier=0, state="confirmed", evidence=(proof,))


def finished(fact: Fact, sentence: Sentence, article: Article, book: FactBook) -> Fact:
    """Return a new fact with its id, and the tier that the article's structure proposes."""
    tiers = Tiers(article, climb(article, book.ladder))
    known = {one.id for one in book.facts} | {name.id for name in book.names}
    tier = tiers.of_fact(fact.relation, sentence)
    return replace(fact, id=fact_id(fact.key, known), tier=tier)
