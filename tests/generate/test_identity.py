"""One person under two names never stands beside, or against, himself."""

import pytest

from quizgame.generate.facts import Fact, Name
from quizgame.generate.identity import Identity
from quizgame.generate.reading import read
from tests.generate.confirming import a_fact


def names(*said: str) -> dict[str, Name]:
    return {one: Name(id=one, name=one, sort="person", tier=0) for one in said}


def may_be_one(one: str, other: str, *facts: Fact, text: str = "") -> bool:
    article = read(f"Snow\n\n{text}\n".encode(), "snow.txt").article if text else None
    return Identity(names(one, other, "Ada", "Bo"), facts, article).one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lord Henry", "Henry Wotton"),
        ("Barrymore", "Mrs Barrymore"),
        ("Catherine Earnshaw", "Catherine Linton"),
        ("Cathy", "Catherine Linton"),
        ("the stranger", "Ada"),
    ],
)
def test_what_may_be_one_name_counts_as_one(one: str, other: str) -> None:
    assert may_be_one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hugo Baskerville", "Charles Baskerville"), ("Ada", "Bo"), ("Mr Linton", "Mrs Reed")],
)
def test_two_plain_people_are_two(one: str, other: str) -> None:
    assert not may_be_one(one, other)


def test_who_is_in_truth_another_is_that_other() -> None:
    truth = a_fact("ada", "is_really", "bo")
    found = Identity({"ada": names("Ada")["Ada"], "bo": names("Bo")["Bo"]}, [truth], None)
    assert found.one("ada", "bo")


@pytest.mark.parametrize(
    "text",
    [
        "Arthur, now Lord Godalming, drives a stake.",
        "Arthur becomes Lord Godalming.",
        "Arthur (Lord Godalming) weeps.",
        "Arthur, who is now Lord Godalming, weeps.",
        "Arthur, also known as Lord Godalming, weeps.",
    ],
)
def test_two_names_told_in_one_breath_are_one_persons(text: str) -> None:
    assert may_be_one("Arthur", "Lord Godalming", text=text)
    assert not may_be_one("Arthur", "Lord Godalming", text="Arthur meets Lord Godalming.")
    assert not may_be_one("Arthur", "Lord Godalming", text="Arthur, Lord Godalming and Bo weep.")


def test_the_stranger_is_somebody_else_than_whom_he_deals_with() -> None:
    people = names("the stranger", "Ada")
    met = Fact(id="met", subject="the stranger", relation="meets", object="Ada", tier=0)
    found = Identity(people, [met], None)
    assert not found.one("the stranger", "Ada")
