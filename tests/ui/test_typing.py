"""Typing an answer: every letter goes into the field, whatever has the focus."""

from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain.session import step
from quizgame.services import showing
from quizgame.ui import actions
from quizgame.ui.sheet import Sheet
from quizgame.ui.stage import Stage
from tests.ui import screenfuls
from tests.ui.test_stage import PAGES, shown


@pytest.fixture
def stage(assets: Path) -> Stage:
    return shown(Sheet(assets, (1280, 800)), PAGES["question-typeanswer"])


def test_a_page_is_typed_on_before_it_is_laid_out_again(assets: Path) -> None:
    deck = screenfuls.bank()
    cards = screenfuls.longest_of_each_kind(deck)
    typed = next(card for card in cards if type(card.kind).__name__ == "TypeAnswer")
    session = screenfuls.round_of(deck, typed, clock=20)
    stage = Sheet(assets, (1280, 800)).stage
    for letter in "a p s":
        session, _ = step(session, want.Tick(1))
        stage.show(showing.ask(session), 0.0)
        assert stage.typing
        intent = stage.on(actions.Text(letter), 0.0)
        assert isinstance(intent, want.Edit)
        session, _ = step(session, intent)
    assert session.desk.text == "a p s"


@pytest.mark.parametrize("hand", [actions.Text("a"), actions.Erase()])
def test_a_letter_and_a_backspace_bring_the_focus_back_to_the_field(
    stage: Stage, hand: actions.Action
) -> None:
    for _ in range(2):
        stage.on(actions.Tab(1), 0.0)
        assert stage.focus != "field"
        stage.on(hand, 0.0)
        assert stage.focus == "field"
        assert stage.on(actions.Confirm(), 0.0) == want.Submit()


def test_left_and_right_do_not_leave_the_field_but_up_and_down_do(stage: Stage) -> None:
    assert stage.focus == "field"
    for dx in (-1, 1):
        stage.on(actions.Move(dx, 0), 0.0)
        assert stage.focus == "field"
    stage.on(actions.Move(0, 1), 0.0)
    assert stage.focus != "field"


def test_what_is_typed_is_handed_in_by_the_chord_too(stage: Stage) -> None:
    stage.on(actions.Tab(1), 0.0)
    assert stage.on(actions.Shortcut("submit"), 0.0) == want.Submit()
