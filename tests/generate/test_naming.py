"""Changing a name for all facts at once: its words, its other names, and what it is."""

from dataclasses import replace

import pytest

from quizgame.generate import naming
from quizgame.generate.drafting import draft
from quizgame.generate.facts import Fact, FactBook, Name
from quizgame.generate.ladders import climb
from quizgame.generate.merging import decided_names, merged
from quizgame.generate.naming import Naming, chosen, options, renamed
from quizgame.generate.reading import read
from quizgame.generate.reviewing import Review, begun, undone
from tests.generate.confirming import a_book, a_fact

BOOK = a_book(
    a_fact("ada", "meets", "bo"),
    a_fact("ada", "finds", "mill"),
    a_fact("finn", "wants", "a talk with The Nurse"),
)
STORY = (
    "City Ending Explained\n\nCity is a film by Jane Roe.\n\nPlot\n\nMachine-Man Maria meets Bo. "
    "Bo finds a boat. Machine-Man Maria kills Bo.\n\nEnd\n\nThe Heights burn. Bo goes to the "
    "Heights. Cora goes to the Heights.\n"
)


def named(book: FactBook, ident: str) -> Name:
    return next(one for one in book.names if one.id == ident)


def walked(review: Review, *rows: str | int) -> tuple[Review, Naming, str]:
    """Take rows by number from the list of names on; words are typed."""
    where, fault = Naming(), ""
    for row in rows:
        if isinstance(row, str):
            where = replace(where, typed=row)
        else:
            review, where, fault = chosen(review, where, row)
    return review, where, fault


def test_the_names_of_the_fact_come_first_and_letters_search_all() -> None:
    fact = BOOK.facts[1]
    shown = [one.text for one in options(BOOK, fact, Naming())]
    assert set(shown[:2]) == {"Ada", "the mill"}
    assert len(shown) == len(BOOK.names)
    assert [one.text for one in options(BOOK, fact, Naming(typed="cor"))] == ["Cora"]


def test_a_name_is_changed_in_all_facts_at_once_and_stays_as_another_name() -> None:
    review, where, fault = walked(begun(BOOK), 0, 0, "Ada Lind", 0)
    assert not fault
    assert where == Naming("ada")
    assert named(review.book, "ada").name == "Ada Lind"
    assert named(review.book, "ada").aliases == ("Ada",)
    assert [review.book.reads(one) for one in review.book.facts[:2]] == [
        "Ada Lind meets Bo",
        "Ada Lind finds the mill",
    ]
    assert undone(review).book == BOOK


def test_a_plain_noun_keeps_its_article_and_a_proper_name_does_not() -> None:
    mill = renamed_to(named(BOOK, "mill"), "Old Mill")
    assert mill.aliases == ("the mill",)
    heights = Name(id="heights", name="the Heights", sort="place", tier=0)
    assert renamed_to(heights, "Wuthering Heights").aliases == ("Heights",)


def renamed_to(name: Name, words: str) -> Name:
    book = a_book(names=(name,))
    there = Naming(name.id, naming.NAME, typed=words, begun=name.name)
    outcome = naming.taken(book, there, options(book, a_fact("ada", "meets", "bo"), there)[0])
    assert isinstance(outcome, Name)
    return outcome


def test_another_name_is_given_made_the_name_and_taken_away() -> None:
    review, _, _ = walked(begun(BOOK), 0, 1, "Doctor Lind", 0)
    assert named(review.book, "ada").aliases == ("Doctor Lind",)
    first, _, _ = walked(review, 0, 1, 0)
    assert named(first.book, "ada").name == "Doctor Lind"
    assert named(first.book, "ada").aliases == ("Ada",)
    gone, _, _ = walked(review, 0, 1, 1)
    assert named(gone.book, "ada") == named(BOOK, "ada")
    spelt, _, _ = walked(review, 0, 1, "Dr Lind", 0)
    assert named(spelt.book, "ada").aliases == ("Dr Lind",)


def test_what_it_is_can_be_changed() -> None:
    review, _, fault = walked(begun(BOOK), 0, 2, 2)
    assert not fault
    assert named(review.book, "ada").sort == "thing"


def test_from_where_on_it_is_known_can_be_changed_and_its_facts_follow() -> None:
    review = begun(BOOK)
    top = BOOK.ladder.top
    later, where, fault = walked(review, 0, len(named(BOOK, "ada").aliases) + 3, top)
    assert not fault
    assert where == Naming("ada")
    assert named(later.book, "ada").tier == top
    assert [one.tier for one in later.book.facts] == [top, top, 0]
    assert undone(later).book == BOOK
    sooner, _, _ = walked(later, 0, len(named(BOOK, "ada").aliases) + 3, 0)
    assert named(sooner.book, "ada").tier == 0
    assert [one.tier for one in sooner.book.facts] == [top, top, 0], "a person lowers those"


def test_a_name_left_as_it_is_changes_nothing() -> None:
    review, where, fault = walked(begun(BOOK), 0, 0, 0)
    assert (review, where, fault) == (begun(BOOK), Naming("ada"), "")


@pytest.mark.parametrize(
    ("typed", "says"),
    [("bo", "is a name of Bo already"), ("x" * 81, "80"), ("Finn", "is a name of Finn already")],
)
def test_what_another_is_called_or_the_file_refuses_is_told(typed: str, says: str) -> None:
    review, where, fault = walked(begun(BOOK), 0, 1, typed, 0)
    assert says in fault
    assert (review.book, where.part) == (BOOK, naming.ANOTHER)


def test_a_fact_in_whose_words_the_name_now_stands_is_known_no_sooner() -> None:
    review, fault = renamed(begun(BOOK), replace(named(BOOK, "eve"), aliases=("The Nurse",)))
    assert not fault
    assert [one.tier for one in review.book.facts] == [0, 0, 2]
    assert undone(review).book == BOOK


def test_names_of_facts_that_tell_an_order_are_found_by_what_they_order() -> None:
    first, then = BOOK.facts[0], BOOK.facts[2]
    order = Fact(id="order", subject=first.id, relation="happens_before", object=then.id, tier=0)
    shown = [one.text for one in options(BOOK, order, Naming())]
    assert set(shown[:3]) == {"Ada", "Bo", "Finn"}


def drafted(old: FactBook | None = None) -> FactBook:
    article = read(STORY.encode(), "city.txt").article
    assert article is not None
    chosen_ladder = climb(article)
    known = decided_names(old, chosen_ladder.ladder) if old else ()
    book = draft(article, chosen_ladder, "city.txt", known)
    return merged(old, book) if old else book


def test_a_changed_name_survives_a_new_draft_and_is_not_found_a_second_time() -> None:
    old = drafted()
    maria = next(one for one in old.names if "Maria" in one.name)
    fresh = replace(maria, name="The False Maria", aliases=(*maria.aliases, maria.name))
    review, fault = renamed(begun(old), fresh)
    assert not fault
    again = drafted(review.book)
    assert named(again, maria.id) == fresh
    assert len(again.names) == len(old.names)
    assert {one.key for one in again.facts} == {one.key for one in old.facts}
    assert any(again.reads(one).startswith("The False Maria") for one in again.facts)


def test_a_place_that_has_its_article_survives_a_new_draft_once() -> None:
    old = drafted()
    heights = next(one for one in old.names if "Heights" in one.name)
    fresh = renamed_to(heights, "Wuthering Heights")
    review, fault = renamed(begun(old), fresh)
    assert not fault
    again = drafted(review.book)
    assert [one for one in again.names if "Heights" in one.name] == [fresh]


def test_an_alias_taken_away_stays_away() -> None:
    old = drafted()
    maria = next(one for one in old.names if "Maria" in one.name)
    given, _ = renamed(begun(old), replace(maria, aliases=("The Robot", *maria.aliases)))
    taken, _ = renamed(given, replace(maria, note="looked at"))
    assert named(drafted(taken.book), maria.id).aliases == maria.aliases
