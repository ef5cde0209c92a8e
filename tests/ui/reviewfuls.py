"""Views of the pages on which the facts of a draft are confirmed, from an article of our own."""

from collections.abc import Iterator
from dataclasses import replace

from quizgame.domain import views
from quizgame.domain.reviewviews import BrokenView
from quizgame.generate import mending, reviewpages
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
    yield "confirm-doubted", reviewpages.fact_page(_doubted(review), article)
    yield "confirm-broken", BrokenView("facts.yaml", LONG, 3)


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
