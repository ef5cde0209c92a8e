"""Going through the predictions of a draft: deciding, wording, and what is refused."""

from dataclasses import replace

import pytest

from quizgame.generate import foretelling
from quizgame.generate.foretelling import (
    Foretelling,
    asking,
    decided,
    opened,
    options,
    turned,
    undone,
    worded,
)
from quizgame.generate.predicting import offers
from tests.generate.confirming import a_book, a_fact

BOOK = a_book(
    a_fact("finn", "fate", "dead", 2),
    a_fact("ada", "fate", "alive", 2),
    a_fact("bo", "goes_to", "mill", 1),
)


def three() -> Foretelling:
    return opened(offers(BOOK))


def written(now: Foretelling, part: str, words: str, choice: str = "") -> tuple[Foretelling, str]:
    form = replace(asking(now, part, choice), typed=words)
    return worded(form, options(form)[0], BOOK)


def test_deciding_goes_on_to_the_next_that_waits_and_can_be_taken_back() -> None:
    first = three()
    kept, fault = decided(first, "confirmed", BOOK)
    assert not fault
    assert (kept.at, kept.bets[0].state) == (1, "confirmed")
    both, _ = decided(kept, "rejected", BOOK)
    assert [one.state for one in both.bets] == ["confirmed", "rejected", "proposed"]
    assert opened(both.bets).at == both.at == 2
    assert undone(undone(both)) == first
    assert turned(both, 1).at == 0


def test_the_question_the_choices_and_a_note_are_worded() -> None:
    now, fault = written(three(), "question", "What will become of Finn?")
    now, other = written(now, "choice", "He dies", now.bet.right)
    now, more = written(now, "another", "He goes abroad")
    now, note = written(now, "note", "two more?")
    assert {fault, other, more, note} == {""}
    bet = now.bet
    assert bet.question == "What will become of Finn?"
    assert set(bet.choices) == {"Yes", "He dies", "He goes abroad"}
    assert (bet.right, bet.note) == ("He dies", "two more?")
    assert bet.touched
    assert len(now.past) == 4


def test_a_choice_is_taken_away_but_never_the_true_one_nor_the_last_but_one() -> None:
    now = three()
    assert [one.text for one in options(asking(now, "choice", "Yes"))] == ["Leave it as it is"]
    now, _ = written(now, "another", "He goes abroad")
    form = asking(now, "choice", "He goes abroad")
    (away,) = options(form)
    after, fault = worded(form, away, BOOK)
    assert not fault
    assert after.bet.choices == ("Yes", "No")
    true = options(asking(now, "choice", now.bet.right))
    assert [one.text for one in true] == ["Leave it as it is"]


def test_leaving_the_words_as_they_are_changes_nothing() -> None:
    form = asking(three(), "question")
    after, fault = worded(form, options(form)[0], BOOK)
    assert (after, fault) == (three(), "")


@pytest.mark.parametrize(
    ("part", "words", "says"),
    [
        ("question", "Will Finn meet Eve?", "Eve is not known before"),
        ("another", "Cora saves him", "Cora is not known before"),
        ("another", "No", "a choice already"),
        ("another", "x" * 161, "160"),
    ],
)
def test_what_gives_something_away_or_the_file_refuses_is_told(
    part: str, words: str, says: str
) -> None:
    now, fault = written(three(), part, words)
    assert says in fault
    assert now.bets == three().bets


def test_a_question_that_names_somebody_too_early_cannot_be_kept() -> None:
    bet = replace(three().bet, question="Will Finn meet Eve?")
    now, fault = decided(Foretelling((bet,)), "confirmed", BOOK)
    assert "Eve is not known before ‘End’" in fault
    assert now.bet.state == "proposed"
    assert decided(now, "rejected", BOOK)[0].bet.state == "rejected"


def test_what_comes_true_and_all_that_can_be_done_stand_on_the_page() -> None:
    rows = {one.value: one for one in options(three())}
    assert {"question", "choice", "another", "note", "keep", "reject", "next"} == rows.keys()
    asides = {one.text: one.aside for one in options(three())}
    assert asides["No"] == "a choice · it comes true"
    assert asides["Yes"] == "a choice"
    undo = [one.value for one in options(decided(three(), "confirmed", BOOK)[0])]
    assert foretelling.UNDO in undo
