"""Saying of two facts that one happens before the other."""

from dataclasses import replace

from quizgame.generate.facts import FactBook
from quizgame.generate.joining import followers, ordered
from quizgame.generate.rendering import render
from quizgame.generate.reviewing import Review, begun, decided, undone
from tests.generate.confirming import WISH, a_book, a_fact

DOES, GOES, ENDS = (
    a_fact("ada", "finds", "mill"),
    a_fact("bo", "goes_to", "mill", 1),
    a_fact("finn", "fate", "dead", 2),
)
BOOK = a_book(DOES, a_fact("ada", "occupation", "doctor"), GOES, ENDS)


def ids(book: FactBook, ident: str) -> list[str]:
    fact = next(one for one in book.facts if one.id == ident)
    return [one.id for one in followers(book, fact)]


def at(review: Review, ident: str) -> Review:
    return replace(review, at=ident)


def test_what_is_told_next_is_offered_first_and_what_somebody_is_never() -> None:
    assert ids(BOOK, DOES.id) == [GOES.id, ENDS.id]
    assert ids(BOOK, GOES.id) == [ENDS.id, DOES.id]
    assert ids(BOOK, BOOK.facts[1].id) == []


def test_the_order_is_a_fact_that_is_kept_no_sooner_than_both_and_can_be_taken_back() -> None:
    begin = at(begun(BOOK), DOES.id)
    review, fault = ordered(begin, ENDS)
    assert not fault
    fact = review.fact
    assert (fact.relation, fact.subject, fact.object) == ("happens_before", DOES.id, ENDS.id)
    assert (fact.state, fact.tier, fact.drafted) == ("confirmed", 2, "")
    assert fact.evidence
    assert undone(review).book == BOOK


def test_nothing_is_offered_that_would_go_round_in_a_circle_or_stands_already() -> None:
    review, _ = ordered(at(begun(BOOK), DOES.id), GOES)
    review, _ = ordered(at(review, GOES.id), ENDS)
    book = review.book
    assert ids(book, ENDS.id) == []
    assert ids(book, GOES.id) == []
    assert ids(book, DOES.id) == [ENDS.id]
    # Once the order is rejected it is open again, and saying it anew keeps it.
    review = decided(review, "rejected")
    assert ids(review.book, ENDS.id) == [DOES.id, GOES.id]
    again, fault = ordered(at(review, GOES.id), ENDS)
    assert not fault
    assert (again.fact.state, len(again.book.facts)) == ("confirmed", len(book.facts))


def test_a_card_asks_which_came_first() -> None:
    saved, killed = a_fact("ada", "saves", "bo"), a_fact("finn", "kills", "cora", 1)
    review, _ = ordered(at(begun(a_book(saved, killed)), saved.id), killed)
    made = render(review.book, WISH)
    assert any(review.fact.id in card.sketch.facts for card in made.cards)
