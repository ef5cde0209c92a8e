"""Whom a name or "his" means, where two may be meant: found in articles nobody had tuned to."""

import pytest

from quizgame.generate.instead import wrong_objects
from quizgame.generate.known import Known
from quizgame.generate.worth import OF_COURSE, why_not
from quizgame.generate.wrongs import may_pair
from tests.generate.articles import of_text, told
from tests.generate.confirming import a_book, a_fact
from tests.generate.test_beside_the_story import known


def test_with_a_title_another_name_begins() -> None:
    book = of_text(
        "Snow\n\nIn old California Governor Low meets Bo. Bo meets Governor Low. Kitty King weeps. "
        "Bo sees Kitty King.\n"
    )
    names = {one.name for one in book.names}
    assert "Kitty King" in names
    assert not {one for one in names if one.startswith("California ")}


def test_where_a_wife_is_called_by_her_given_name_the_family_name_is_her_husbands() -> None:
    text = (
        "Snow\n\nEllen Hutter meets Bo. Hutter is a lawyer. Hutter leaves. Ellen weeps. Bo sees "
        "Ellen.\n"
    )
    assert "ellen-hutter occupation lawyer" not in told(of_text(text))


def test_a_family_name_told_from_the_first_is_not_that_of_one_who_comes_in_once() -> None:
    text = (
        "Snow\n\nBrutus meets Ada. Ada meets Brutus. Brutus weeps. Decius Brutus comes in. Ada is "
        "the wife of Brutus.\n"
    )
    found = told(of_text(text))
    assert "ada kin_of brutus" in found
    assert "ada kin_of decius-brutus" not in found


def test_of_a_father_and_his_daughter_he_is_called_by_the_family_name() -> None:
    text = (
        "Snow\n\nWackford Squeers meets Bo. Bo meets Fanny Squeers. Squeers kills Bo. Squeers "
        "weeps.\n"
    )
    assert "wackford-squeers kills bo" in told(of_text(text))


def test_of_two_johns_the_one_without_a_title_is_called_john() -> None:
    text = "Snow\n\nJohn Low meets Ada. Colonel John Moon meets Ada. John kills Ada. John weeps.\n"
    assert "john-low kills ada" in told(of_text(text))


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Tom leaves Ada with the rich trader Harding and his sister Ruth.", "ruth kin_of tom"),
        ("Bo is in love with his daughter Cora.", "cora kin_of bo"),
    ],
)
def test_his_means_whoever_stands_beside_it_and_no_lover(sentence: str, fact: str) -> None:
    text = f"Snow\n\nTom meets Bo. Bo meets Ada. Ruth meets Tom. Cora meets Bo.\n\n{sentence}\n"
    assert fact not in told(of_text(text))


def test_after_his_father_nobody_knows_whom_him_means() -> None:
    text = (
        "Snow\n\nHamlet meets Bo. Bo meets Hamlet. Hamlet weeps. Hamlet sees his father's ghost, "
        "and Bo killed him.\n"
    )
    assert "bo kills hamlet" not in told(of_text(text))


def test_whoever_loves_one_is_not_denied_to_love_whom_he_is_engaged_to() -> None:
    text = (
        "Snow\n\nTom falls in love with Ada. Ada meets Tom.\n\nTom was engaged to Lucy. Lucy "
        "weeps. Lucy meets Ada. Anna meets Ada.\n"
    )
    here = known(text)
    (fact,) = here.of("loves")
    offered = {one.ident for one in wrong_objects(here, fact, here.book.ladder.top)}
    assert "lucy" not in offered


def test_who_somebody_is_in_truth_is_asked_for_among_those_of_one_sex() -> None:
    fact = a_fact("ada", "is_really", "cora")
    here = Known(a_book(fact, a_fact("bo", "kin_of", "eve", how="brother")))
    offered = {one.ident for one in wrong_objects(here, fact, 2)}
    assert "bo" not in offered
    assert not may_pair(here, "cora", "bo")


def test_an_engagement_is_not_asked_for_where_one_is_broken_off() -> None:
    text = "Snow\n\nTom is engaged to Ada. Ada meets Tom. {}\n"
    for more, why in (("Ada weeps.", ""), ("Ada breaks off the engagement.", OF_COURSE)):
        here = known(text.format(more))
        (fact,) = here.of("kin_of")
        assert why_not(here, fact) == why


def test_a_troop_is_nobody() -> None:
    text = (
        "Snow\n\nCyrano meets Ada. Ada meets Cyrano. Cyrano is a captain in the Gascon Cadets, a "
        "poet, and weeps. The Gascon Cadets leave.\n"
    )
    assert "gascon-cadets" not in {one.id for one in of_text(text).names}


def test_a_quack_is_no_doctor_and_an_old_servant_no_servant_any_more() -> None:
    text = "Snow\n\nAda meets Bo. Bo meets Ada. {}\n"
    for more in ("Bo, a quack doctor, weeps.", "Ada meets her old servant, Bo, and weeps."):
        assert not {one for one in told(of_text(text.format(more))) if "occupation" in one}


def test_whoever_is_he_before_anybody_is_named_may_be_he_again() -> None:
    text = "Snow\n\nTom meets Ada. Ada meets Tom. Tom weeps.\n\n{} He marries Ada.\n"
    assert "tom marries ada" in told(of_text(text.format("Tom runs home.")))
    assert "tom marries ada" not in told(of_text(text.format("Then he runs home, and Tom laughs.")))


def test_whoever_is_introduced_in_full_is_the_same_with_a_title() -> None:
    text = (
        "Snow\n\nAda meets Nathaniel Low. Mr Low weeps. Mr Low meets Ada. Mr Low leaves. Mr Low "
        "kills Ada.\n"
    )
    assert "nathaniel-low kills ada" in told(of_text(text))


def test_what_somebody_is_only_told_to_be_is_not_drafted() -> None:
    text = (
        "Snow\n\nAda meets Bo. Bo meets Ada. Ada tells General Low, Cora's father, that Bo is a "
        "{}.\n"
    )
    assert "bo occupation lawyer" not in told(of_text(text.format("lawyer")))


def test_a_little_boy_is_no_girl() -> None:
    text = (
        "Snow\n\nAda meets Leo Gaev. Leo Gaev meets Ada.\n\nLong ago her little boy Grisha was "
        "drowned, and she ran away. Her brother, Leo Gaev, weeps.\n"
    )
    assert "leo-gaev kin_of grisha" not in told(of_text(text))
