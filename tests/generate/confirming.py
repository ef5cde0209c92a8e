"""Drafts in which a person has confirmed what is true, and what is made of them."""

from dataclasses import replace

from quizgame.domain.evidence import Section, normalised
from quizgame.domain.tiers import Ladder, Tier
from quizgame.generate.article import Article
from quizgame.generate.facts import Evidence, Fact, FactBook, Name, fact_id
from quizgame.generate.packwriting import Wish
from quizgame.generate.people import STORY
from quizgame.generate.reading import read
from quizgame.generate.rendering import Rendered, render
from tests.figures.labels import labels_of
from tests.generate.articles import EXPLAINERS, of_file

WISH = Wish(id="snow", title="Snow", kind="film")
LADDER = Ladder((Tier("start", "Start", ""), Tier("half", "Half", ""), Tier("end", "End", "")))
_PEOPLE = (("ada", 0), ("bo", 0), ("cora", 1), ("dan", 1), ("eve", 2), ("finn", 0))


def confirmed(file: str) -> FactBook:
    """Return the draft of an article with the facts confirmed that were found true by hand."""
    book = of_file(EXPLAINERS / file)
    labels = labels_of(EXPLAINERS / file)
    return replace(
        book,
        facts=tuple(
            replace(one, state="confirmed" if "tier" in labels[one.id] else "rejected")
            for one in book.facts
        ),
    )


def article_of(file: str) -> Article:
    article = read((EXPLAINERS / file).read_bytes(), file).article
    assert article is not None
    return article


def wish_for(book: FactBook) -> Wish:
    """Return a wish for a pack under the title of the story."""
    return replace(WISH, title=next(one.name for one in book.names if one.id == STORY))


def rendered(file: str) -> Rendered:
    book = confirmed(file)
    return render(book, wish_for(book), article_of(file))


def a_fact(subject: str, relation: str, what: str, tier: int = 0, how: str = "") -> Fact:
    """Return a confirmed fact; `what` is an id where it has no space and no capital."""
    known = {ident for ident, _ in _PEOPLE} | {"mill", "inn"}
    proof = Evidence("opening", 1, 0, 5, "0123456789abcdef", "0123456789abcdef")
    key = (subject, relation, what if what in known else normalised(what))
    return Fact(
        id=fact_id(key),
        subject=subject,
        relation=relation,
        object=what if what in known else "",
        words="" if what in known else what,
        how=how,
        tier=tier,
        state="confirmed",
        evidence=(proof,),
    )


def a_book(*facts: Fact, **changes: object) -> FactBook:
    """Return a small story by hand."""
    people = tuple(
        Name(id=ident, name=ident.capitalize(), sort="person", tier=tier, state="confirmed")
        for ident, tier in _PEOPLE
    )
    places = tuple(
        Name(id=ident, name=f"the {ident}", sort="place", tier=0) for ident in ("mill", "inn")
    )
    book = FactBook(
        title="Snow",
        file="snow.txt",
        sha256="0" * 64,
        sections=(Section("opening", "Snow", 0),),
        ladder=LADDER,
        names=(Name(id=STORY, name="Snow", sort="work", tier=0), *people, *places),
        facts=facts,
    )
    return replace(book, **changes)  # type: ignore[arg-type]
