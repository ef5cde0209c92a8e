"""Views of the pages on which the facts of a draft are confirmed, from an article of our own."""

from collections.abc import Iterator
from dataclasses import replace

from quizgame.domain import views
from quizgame.domain.reviewviews import BrokenView
from quizgame.generate import betdesk, foretelling, mending, reviewpages
from quizgame.generate.foretelling import CHOICE
from quizgame.generate.mending import Option
from quizgame.generate.namepages import naming_page
from quizgame.generate.naming import ALIAS, NAME, SORT, TIER, Naming
from quizgame.generate.predicting import Prediction
from quizgame.generate.reading import read
from quizgame.generate.reviewing import Review, added, begun, climbed, decided, mended
from tests.generate.articles import EXPLAINERS, of_bytes

LONG = (
    "facts.yaml:214:5: Q140 no tier is called 'midwayy'; did you mean 'midway'?",
    "facts.yaml:300:3: Q120 the fact has neither 'object' nor 'words'; say what it is about",
)


def every_page() -> Iterator[tuple[str, views.View]]:
    """Yield each page by name, with what is longest in the article."""
    path = EXPLAINERS / "hound.md"
    data = path.read_bytes()
    article = read(data, path.name).article
    assert article is not None
    review = begun(of_bytes(data, path.name))
    yield "confirm-first", reviewpages.fact_page(review, article)
    for number in range(9):
        review = decided(review, "rejected" if number == 4 else "confirmed")
    review, _ = climbed(review, 1)
    yield "confirm", reviewpages.fact_page(review, article)
    yield "confirm-facts", reviewpages.facts_page(review, "")
    yield "confirm-sentences", reviewpages.sentences_page(review, article, "")
    yield "confirm-sentences-none", reviewpages.sentences_page(review, article, "zzz")
    form = replace(mending.asking(review.fact, "relation"), typed="k")
    yield "confirm-relation", reviewpages.form_page(review.book, form, "")
    form = mending.asking(review.fact, "object")
    fault = "That cannot be kept: 'words' is longer than 160 characters; shorten it."
    yield "confirm-object", reviewpages.form_page(review.book, form, fault)
    yield from _names(review)
    yield "confirm-after", reviewpages.after_page(review, "", "")
    yield "confirm-more", reviewpages.more_page()
    yield from _bets(review)
    yield "confirm-doubted", reviewpages.fact_page(_doubted(review), article)
    yield "confirm-broken", BrokenView("facts.yaml", LONG, 3)


def _names(review: Review) -> Iterator[tuple[str, views.View]]:
    """Yield the pages on which a name is changed, one with a fault on it."""
    book, fact = review.book, review.fact
    person = max(book.names, key=lambda one: len(one.aliases))
    yield "names", naming_page(book, fact, Naming(), "")
    yield "names-one", naming_page(book, fact, Naming(person.id), "")
    name = Naming(person.id, NAME, typed="The man on the tor", begun=person.name)
    fault = "‘The man on the tor’ is a name of Selden already; take it away there first."
    yield "names-words", naming_page(book, fact, name, fault)
    alias = Naming(person.id, ALIAS, person.aliases[0], person.aliases[0], person.aliases[0])
    yield "names-alias", naming_page(book, fact, alias, "")
    yield "names-sort", naming_page(book, fact, Naming(person.id, SORT), "")
    yield "names-tier", naming_page(book, fact, Naming(person.id, TIER), "")


def _bets(review: Review) -> Iterator[tuple[str, views.View]]:
    """Yield the page of a prediction with as many choices as there can be, and one of its parts."""
    book = review.book
    choices = ("In a courtroom", "On the moor", "On a railway train", "In a castle", "At sea")
    bet = Prediction(
        id="bet-1", question="Where will the story of the hound and its master come to an end?",
        choices=(*choices, "Nobody ever learns where it ends, the Inspector least of all"),
        right="On the moor", asked=book.ladder[0].id, answered=book.ladder[1].id,
        fact=book.facts[0].id, note="Does the first chapter say so already? Look there again.",
    )  # fmt: skip
    now = foretelling.opened((bet, replace(bet, id="bet-2")))
    now, said = foretelling.worded(foretelling.asking(now, "note"), Option("", "", "To see."), book)
    assert not said
    yield "bet", betdesk.bet_page(book, now, "")
    fault = "It is asked at ‘Chapter 1’, but Selden is not known before ‘Chapter 6’."
    yield "bet-choice", betdesk.bet_page(book, foretelling.asking(now, CHOICE, choices[0]), fault)


def _doubted(review: Review) -> Review:
    """Return the review at a fact with a note that another contradicts, both with long words."""
    book = review.book
    person = next(name for name in book.names if name.sort == "person")
    fact = replace(
        review.fact, id="one", subject=person.id, relation="fate", object="", drafted="",
        how="", words="found far out on the moor by a shepherd, and never the same again",
    )  # fmt: skip
    review, fault = added(review, fact)
    assert not fault
    review, fault = added(review, replace(fact, id="other", words="back in town by the autumn"))
    assert not fault
    note = "The third part tells it otherwise; ask whoever has the book at hand before it is kept."
    review, fault = mended(review, replace(review.fact, note=note, state="proposed"))
    assert not fault
    return review
