"""A press left over from the page before answers nothing on the page that has just come."""

from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.services import showing
from quizgame.ui import actions
from quizgame.ui.leftover import DEAF
from quizgame.ui.sheet import Sheet
from quizgame.ui.stage import Stage
from tests.ui import screenfuls
from tests.ui.test_stage import PAGES, centre

CARD, ANSWER, END = DEAF["AskView"], DEAF["RevealView"], DEAF["ResultsView"]
JUST_OVER = 0.01
"""Seconds. Further pages come at 100 s, a number that adds up without a rounding error."""


@pytest.fixture
def stage(assets: Path) -> Stage:
    return Sheet(assets, (1280, 800)).stage


def click(stage: Stage, key: str, now: float) -> want.Intent | None:
    target = stage.scene(now).target(key)
    assert target is not None
    stage.on(actions.Press(*centre(target)), now)
    return stage.on(actions.Release(*centre(target)), now + 0.05)


@pytest.mark.parametrize("calm", [False, True])
@pytest.mark.parametrize("hand", [actions.Confirm(), actions.Shortcut("B"), actions.Shortcut("S")])
def test_a_card_that_has_just_come_hears_no_key(
    stage: Stage, hand: actions.Action, *, calm: bool
) -> None:
    stage.set_up(size=(1280, 800), text=100, calm=calm, device=actions.KEYS)
    stage.show(PAGES["reveal-putinorder"], 90.0)
    assert stage.on(actions.Confirm(), 99.0) == want.Next()
    stage.show(PAGES["question-singlechoice"], 100.0)
    assert stage.on(hand, 100.15) is None
    assert stage.on(hand, 100.0 + CARD - JUST_OVER) is None
    assert stage.on(hand, 100.0 + CARD + JUST_OVER) is not None


def test_the_second_half_of_a_double_click_does_not_answer(stage: Stage) -> None:
    stage.show(PAGES["question-putinorder"], 100.0)
    assert click(stage, "submit", 100.2) is None
    # Pressed too early, let go of late: it was meant for the page before all the same.
    assert click(stage, "submit", 100.0 + CARD - JUST_OVER) is None
    assert click(stage, "submit", 100.0 + CARD + JUST_OVER) == want.Submit()


def test_an_answer_is_not_turned_away_by_the_press_that_gave_it(stage: Stage) -> None:
    stage.show(PAGES["question-singlechoice"], 90.0)
    stage.show(PAGES["reveal-singlechoice"], 100.0)
    assert click(stage, "next", 100.15) is None
    assert stage.on(actions.Confirm(), 100.0 + ANSWER - JUST_OVER) is None
    assert stage.on(actions.Confirm(), 100.0 + ANSWER + JUST_OVER) == want.Next()


def test_a_new_round_is_not_begun_by_the_press_that_ended_the_last(stage: Stage) -> None:
    stage.show(PAGES["reveal-singlechoice"], 90.0)
    stage.show(PAGES["results"], 100.0)
    assert stage.on(actions.Confirm(), 100.2) is None
    assert stage.on(actions.Confirm(), 100.0 + END + JUST_OVER) == want.Go("again")


def test_a_card_just_come_can_be_paused_and_looked_round_at_once(stage: Stage) -> None:
    stage.show(PAGES["question-singlechoice"], 100.0)
    assert stage.on(actions.Cancel(), 100.1) == want.Pause()
    assert stage.on(actions.Shortcut("P"), 100.1) == want.Pause()
    assert click(stage, "pause", 100.1) == want.Pause()
    stage.show(PAGES["question-truefalse"], 100.0)
    before = stage.focus
    stage.on(actions.Tab(1), 100.1)
    assert stage.focus != before


def test_a_card_just_come_can_be_typed_on_at_once(stage: Stage) -> None:
    stage.show(PAGES["question-typeanswer"], 100.0)
    assert stage.on(actions.Text("a"), 100.01) == want.Edit("a")


def test_a_card_that_only_changes_goes_on_hearing(stage: Stage) -> None:
    deck = screenfuls.bank()
    cards = screenfuls.longest_of_each_kind(deck)
    card = next(card for card in cards if type(card.kind).__name__ == "SeveralRight")
    session = screenfuls.round_of(deck, card)
    stage.show(showing.ask(session), 90.0)
    assert stage.on(actions.Shortcut("A"), 100.0) == want.Toggle(0)
    stage.show(PAGES["question-severalright"], 100.0)
    assert stage.on(actions.Shortcut("B"), 100.01) == want.Toggle(1)
