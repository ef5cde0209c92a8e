"""A vague fact makes no card: rather fewer cards than a bad one."""

import pytest

from quizgame.generate.known import Known
from quizgame.generate.placekinds import lie_apart
from quizgame.generate.sketches import sketches
from quizgame.generate.worth import worth_asking
from tests.generate.confirming import a_book, a_fact


def worth(relation: str, what: str, how: str = "") -> bool:
    fact = a_fact("ada", relation, what, how=how)
    return worth_asking(Known(a_book(fact)), fact)


@pytest.mark.parametrize(
    ("relation", "what"),
    [
        ("owns", "a house"),
        ("owns", "a revolver"),
        ("wants", "to keep the matter to herself"),
        ("says", "Bo had told the others things"),
        ("befalls", "accused"),
        ("finds", "bo"),
        ("sees", "a cruel line"),
        ("meets", "a rider"),
        ("saves", "a girl"),
        ("found_at", "in the street"),
        ("helps", "bo"),
        ("meets", "bo"),
        ("accuses", "bo"),
        ("goes_to", "Waterloo Station"),
        ("learns", "the dead man has a beard"),
        ("occupation", "heir"),
    ],
)
def test_what_says_too_little_makes_no_card(relation: str, what: str) -> None:
    assert not worth(relation, what)
    fact = a_fact("ada", relation, what)
    assert not sketches(Known(a_book(fact)), fact)


@pytest.mark.parametrize(
    ("relation", "what"),
    [
        ("buys", "a spaniel"),
        ("wants", "to reach the Pole at any price"),
        ("finds", "the body of Bo"),
        ("goes_to", "mill"),
        ("learns", "Bo has a beard"),
        ("befalls", "hanged"),
        ("imprisons", "a farmer's daughter"),
        ("steals", "a yellow book"),
        ("kills", "bo"),
    ],
)
def test_what_is_known_by_its_words_makes_one(relation: str, what: str) -> None:
    assert worth(relation, what)


def test_an_image_needs_to_say_whose_it_is() -> None:
    story = a_fact("the-story", "symbolises", "every chance to be kind", how="the chain")
    assert not worth_asking(Known(a_book(story)), story)
    named = a_fact("the-story", "symbolises", "the pride of Bo", how="the chain of Bo")
    assert worth_asking(Known(a_book(named)), named)


def test_no_place_stands_beside_one_that_it_may_lie_in() -> None:
    assert lie_apart("Merripit House", "Lafter Hall")
    assert lie_apart("Grimpen", "Coombe Tracey")
    for one, other in (
        ("Baker Street", "England"),
        ("Dartmoor", "Devon"),
        ("Soho", "London"),
        ("Merripit House", "Charing Cross Hospital"),
        ("Grimpen", "Merripit House"),
    ):
        assert not lie_apart(one, other)
