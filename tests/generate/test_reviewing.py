"""Going through the facts of a draft: deciding, taking back, tiers and what is refused."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.generate import mending
from quizgame.generate.article import Article
from quizgame.generate.factreading import read_facts
from quizgame.generate.facts import Fact
from quizgame.generate.factwriting import FILE, written
from quizgame.generate.joining import followers, ordered
from quizgame.generate.naming import renamed
from quizgame.generate.reading import read
from quizgame.generate.reviewing import (
    Review,
    added,
    begun,
    climbed,
    decided,
    doubts,
    joined,
    least,
    mended,
    spans,
    turned,
    undone,
)
from quizgame.generate.reviewpages import coverage, fact_page, sentences_with
from tests.generate.articles import EXPLAINERS, of_bytes
from tests.generate.confirming import a_book, a_fact

DATA = (EXPLAINERS / "dracula.txt").read_bytes()
BOOK = of_bytes(DATA, "dracula.txt")
UNHURRIED = settings(deadline=None, max_examples=40)
DEEDS = st.lists(
    st.sampled_from(
        ["keep", "reject", "up", "down", "on", "back", "undo", "words", "add", "name", "order"]
    ),
    max_size=25,
)


def the_article() -> Article:
    article = read(DATA, "dracula.txt").article
    assert article is not None
    return article


def done(review: Review, deed: str, number: int = 0) -> Review:
    match deed:
        case "keep":
            return decided(review, "confirmed")
        case "reject":
            return decided(review, "rejected")
        case "up" | "down":
            return climbed(review, 1 if deed == "up" else -1)[0]
        case "on" | "back":
            return turned(review, 1 if deed == "on" else -1)
        case "words":
            return mended(review, replace(review.fact, object="", words=f"thing {number}"))[0]
        case "add":
            fact = replace(review.fact, id=f"mine-{number}", object="", words=f"more {number}")
            return added(review, fact)[0]
        case "name":
            name = review.book.names[number % len(review.book.names)]
            return renamed(review, replace(name, aliases=(*name.aliases, f"thing {number - 1}")))[0]
        case "order":
            then = followers(review.book, review.fact)
            return ordered(review, then[number % len(then)])[0] if then else review
        case _:
            return undone(review)


def walked(deeds: list[str]) -> Review:
    review = begun(BOOK)
    for number, deed in enumerate(deeds):
        review = done(review, deed, number)
    return review


@UNHURRIED
@given(DEEDS)
def test_no_tier_is_ever_below_what_a_fact_names(deeds: list[str]) -> None:
    book = walked(deeds).book
    assert all(fact.tier >= least(book, fact)[0] for fact in book.facts)


@UNHURRIED
@given(DEEDS)
def test_taking_everything_back_restores_the_draft(deeds: list[str]) -> None:
    review = walked(deeds)
    while review.past:
        review = undone(review)
    assert review.book == BOOK


@UNHURRIED
@given(DEEDS)
def test_decisions_survive_the_file(deeds: list[str]) -> None:
    book = walked(deeds).book
    again, issues = read_facts(written(book), FILE)
    assert not issues
    assert again == book


@UNHURRIED
@given(DEEDS)
def test_a_stale_copy_saved_by_an_editor_loses_nothing(deeds: list[str]) -> None:
    book = walked(deeds).book
    merged, put = joined(BOOK, book, BOOK)
    assert {fact.id: fact for fact in merged.facts} == {fact.id: fact for fact in book.facts}
    assert merged.names == book.names
    assert bool(put) == ((book.facts, book.names) != (BOOK.facts, BOOK.names))


def test_what_an_editor_changed_stands() -> None:
    here = decided(begun(BOOK), "confirmed").book
    theirs = replace(here, facts=(replace(here.facts[0], state="rejected"), *here.facts[1:]))
    merged, put = joined(BOOK, here, theirs)
    assert (merged.facts[0].state, put) == ("rejected", 0)


def test_deciding_goes_on_to_the_next_that_waits() -> None:
    review = decided(decided(begun(BOOK), "confirmed"), "rejected")
    assert [fact.state for fact in review.book.facts[:3]] == ["confirmed", "rejected", "proposed"]
    assert review.fact == review.book.facts[2]
    again = turned(begun(review.book), -2)
    assert decided(again, "rejected").at == review.book.facts[2].id


def test_a_tier_that_cannot_be_lowered_says_why() -> None:
    review = replace(begun(BOOK), at="lucy-westenra-friend-of-mina-murray")
    for _ in range(5):
        review, why = climbed(review, -1)
    assert review.book.ladder[review.fact.tier].id == "midway"
    assert why == "It cannot be known sooner; it names Lucy Westenra."
    for _ in range(5):
        review, why = climbed(review, 1)
    assert why == "This is the last tier."


def test_names_in_the_words_of_a_fact_hold_its_tier_up() -> None:
    review = begun(BOOK)
    review, fault = mended(review, replace(review.fact, object="", words="a tale of Van Helsing"))
    assert not fault
    assert review.fact.tier == next(n.tier for n in BOOK.names if n.id == "van-helsing")


def test_what_follows_a_fact_rises_with_it() -> None:
    first, then = BOOK.facts[0], BOOK.facts[1]
    order = Fact(
        id="order", subject=first.id, relation="happens_before", object=then.id, tier=0
    )  # fmt: skip
    review, fault = added(begun(BOOK), order)
    assert not fault
    review = climbed(climbed(replace(review, at=then.id), 1)[0], 1)[0]
    raised = {fact.id: fact.tier for fact in review.book.facts}
    assert raised["order"] == raised[then.id] == then.tier + 2


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"object": "", "words": "x" * 161}, "160"),
        ({"object": "nobody"}, "nobody"),
        ({"object": "", "words": ""}, "nothing stands in 'words'"),
    ],
)
def test_what_the_file_would_refuse_is_refused(change: dict[str, str], told: str) -> None:
    review = begun(BOOK)
    after, fault = mended(review, replace(review.fact, **change))  # type: ignore[arg-type]
    assert after == review
    assert told in fault


def test_a_fact_is_not_there_twice() -> None:
    review = begun(BOOK)
    after, fault = added(review, replace(BOOK.facts[3], id="twin"))
    assert after == review
    assert fault.startswith("That fact is there already:")


def test_contradicting_facts_are_doubted_until_one_is_rejected() -> None:
    review = begun(BOOK)
    fact = replace(review.fact, id="one", relation="fate", object="", words="alive")
    review = added(added(review, fact)[0], replace(fact, id="other", words="asleep"))[0]
    page = fact_page(review, the_article())
    assert page.doubts == ("In the end Dracula is alive. There can be one only for 'fate'.",)
    assert doubts(review.book, "one")
    review = decided(review, "rejected")
    assert not doubts(review.book, "one")
    assert not review.book.ledger


def test_a_new_fact_gets_the_tier_of_its_sentence_and_its_proof() -> None:
    article = the_article()
    paragraph, said = sentences_with(article, "eats flies")[0]
    form = mending.asking(mending.new_fact(paragraph, said), "subject", said)
    form = mending.taken(form, mending.options(BOOK, form)[0])
    form = replace(form, typed="want")
    form = mending.taken(form, mending.options(BOOK, form)[0])
    form = replace(form, typed="flies and spiders")
    form = mending.taken(form, mending.options(BOOK, form)[0])
    assert form.part == ""
    fact = mending.finished(form.fact, said, article, BOOK)
    review, fault = added(begun(BOOK), fact)
    assert not fault
    assert review.book.reads(review.fact) == "Renfield wants flies and spiders"
    assert review.book.ladder[review.fact.tier].id == "last-part"
    passage = fact_page(review, article).passage
    assert passage
    assert "".join(one.text for one in passage.pieces if one.ink) == said.text


def test_kin_are_asked_how() -> None:
    form = mending.asking(BOOK.facts[0], "relation")
    form = replace(form, typed="kin")
    assert mending.taken(form, mending.options(BOOK, form)[0]).part == "how"


def test_an_attack_is_told_in_full_without_saying_how_but_how_can_be_said() -> None:
    form = replace(mending.asking(BOOK.facts[0], "relation"), typed="attacks")
    rows = mending.options(BOOK, form)
    assert not [one.text for one in rows if "…" in one.text]
    after = mending.taken(form, rows[0])
    assert (after.fact.relation, after.part) == ("attacks", "")
    assert "how" in mending.parts_of(after.fact)


def test_a_name_begun_goes_before_words_and_words_before_other_names() -> None:
    form = replace(mending.asking(BOOK.facts[2], "object"), typed="Mina")
    assert [one.words for one in mending.options(BOOK, form)] == [False, True]
    form = replace(form, typed="Murray")
    assert [one.words for one in mending.options(BOOK, form)] == [True, False]


def test_whole_words_are_marked_and_the_longest_of_them() -> None:
    text = "Mina\u00a0 Murray and Mina; Minas"
    marked = [text[low:high] for low, high in spans(text, ("Mina", "Mina Murray"))]
    assert marked == ["Mina\u00a0 Murray", "Mina"]


def test_coverage_tells_what_is_kept_open_and_empty() -> None:
    review = begun(BOOK)
    article = the_article()
    assert {one.state for one in coverage(review, article, None).blocks} == {"open", "none"}
    for _ in BOOK.facts:
        review = decided(review, "confirmed")
    told = coverage(review, article, None)
    assert {one.state for one in told.blocks} == {"kept", "none"}
    assert told.decided == told.facts == sum(one.count for one in told.kept)


def test_what_is_told_in_words_is_told_by_no_name() -> None:
    review = begun(a_book(a_fact("ada", "occupation", "baker"), a_fact("ada", "meets", "bo")))
    after, why = mended(review, replace(review.fact, object="bo", words=""))
    assert after == review
    assert "'occupation' is told in words, not by a name" in why
