"""Questions to bet on: safe where they are asked, kept as a person leaves them."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizgame.generate.predicting import FILE, offers, read_predictions, renewed, written
from tests.generate.articles import EVERY
from tests.generate.confirming import a_book, a_fact, confirmed

BOOK = a_book(
    a_fact("finn", "fate", "dead", 2),
    a_fact("ada", "fate", "alive", 2),
    a_fact("bo", "goes_to", "mill", 1),
    a_fact("eve", "fate", "dead", 2),
)


def test_what_comes_later_of_those_known_early_can_be_bet_on() -> None:
    found = {one.question: one for one in offers(BOOK)}
    bet = found["Will Finn live to see the end?"]
    assert (bet.right, bet.asked, bet.answered) == ("No", "start", "end")
    assert found["Will Ada live to see the end?"].right == "Yes"
    assert found["Will Bo get to the mill?"].answered == "half"
    # Eve is not known before her fate is.
    assert len(found) == 3


@pytest.mark.parametrize("name", EVERY)
def test_a_bet_is_asked_before_it_is_answered_and_names_nobody_too_early(name: str) -> None:
    book = confirmed(name)
    tiers = [tier.id for tier in book.ladder.tiers]
    for one in offers(book):
        asked, answered = tiers.index(one.asked), tiers.index(one.answered)
        assert asked < answered
        assert one.right in one.choices
        for person in book.names:
            if person.name in f"{one.question} {' '.join(one.choices)}":
                assert person.tier <= asked


def test_predictions_read_back_and_what_a_person_has_changed_stays(tmp_path: Path) -> None:
    first, issues = renewed(tmp_path, BOOK)
    assert not issues
    data = written(first, BOOK)
    assert read_predictions(data, FILE) == (first, ())
    page = data.decode().replace("state: proposed", "state: rejected", 1)
    page = page.replace("Will Ada live", "Does Ada live", 1)
    (tmp_path / FILE).write_text(page, encoding="utf-8")
    new, _ = renewed(tmp_path, BOOK)
    assert written(new, BOOK).decode() == page
    fewer, _ = renewed(tmp_path, a_book(BOOK.facts[2]))
    assert {one.question for one in fewer} >= {"Does Ada live to see the end?"}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('right: "No"', "right: Never", "not among the choices"),
        ("asked: start", "asked: end", "later tier than it is asked at"),
        ("asked: start", "asked: strat", "did you mean 'start'?"),
        ("state: proposed", "state: propsed", "did you mean 'proposed'?"),
    ],
)
def test_a_slip_in_the_predictions_is_told(old: str, new: str, says: str) -> None:
    data = written(offers(BOOK), BOOK).decode().replace(old, new, 1)
    read, issues = read_predictions(data.encode(), FILE)
    assert read is None
    assert any(says in str(one) for one in issues)


def test_what_was_decided_of_a_fact_is_not_asked_again_under_another_name(tmp_path: Path) -> None:
    first, _ = renewed(tmp_path, BOOK)
    decided = tuple(replace(one, state="rejected") for one in first)
    (tmp_path / FILE).write_bytes(written(decided, BOOK))
    names = tuple(replace(one, name="Miss Lind") if one.id == "ada" else one for one in BOOK.names)
    again, _ = renewed(tmp_path, replace(BOOK, names=names))
    assert {one.id for one in again} == {one.id for one in first}
    assert all(one.state == "rejected" for one in again)


def test_a_decision_over_tiers_that_the_facts_no_longer_have_is_told(tmp_path: Path) -> None:
    kept = tuple(replace(one, state="confirmed") for one in offers(BOOK))
    (tmp_path / FILE).write_bytes(written(kept, BOOK))
    tiers = tuple(replace(one, id=f"{one.id}-2") for one in BOOK.ladder.tiers)
    found, issues = renewed(tmp_path, replace(BOOK, ladder=replace(BOOK.ladder, tiers=tiers)))
    assert found == ()
    assert all("a tier that the facts do not have any more" in one.message for one in issues)
    assert len(issues) == len(kept)
