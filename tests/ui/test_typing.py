"""Typing an answer: every letter goes into the field, whatever has the focus."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.session import step
from quizgame.services import showing
from quizgame.ui import actions, ops
from quizgame.ui.actions import KEYS, MOUSE, PAD
from quizgame.ui.pen import Pen
from quizgame.ui.scene import inside
from quizgame.ui.sheet import Sheet
from quizgame.ui.stage import Stage
from tests.ui import screenfuls
from tests.ui.test_stage import PAGES, centre, shown


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


# -- an input method ------------------------------------------------------------------------------


def underlined(stage: Stage) -> str:
    """Return the words in the field that a line is drawn under, if any."""
    field = stage.typed_in(0.0)
    assert field is not None
    texts = [op for op in stage.ops(0.0) if isinstance(op, ops.Words) and inside(field, op.x, op.y)]
    lines = [op.rect for op in stage.ops(0.0) if isinstance(op, ops.Panel) and op.rect[3] <= 3]
    return "".join(
        op.text
        for op in texts
        if any(line[0] == op.x and line[2] > 3 and inside(field, *line[:2]) for line in lines)
    )


def test_hangul_is_shown_underlined_until_it_is_typed(stage: Stage) -> None:
    for composed in ("ㅁ", "미", "민"):
        assert stage.on(actions.Compose(composed), 0.0) is None
        assert stage.composing
        assert underlined(stage) == composed
    assert stage.on(actions.Text("민"), 0.0) == want.Edit("민")
    assert not stage.composing
    assert underlined(stage) == ""


def test_what_is_composed_stands_behind_what_is_typed_and_never_leaves_the_field(
    assets: Path,
) -> None:
    view = PAGES["question-typeanswer"]
    assert isinstance(view, views.AskView)
    for length in (0, 3, 90):
        stage = shown(
            Sheet(assets, (960, 600), 200), replace(view, body=views.TypeIn("a" * length))
        )
        stage.on(actions.Compose("みんひ"), 0.0)
        field = stage.typed_in(0.0)
        assert field is not None
        assert underlined(stage) == "みんひ"
        for op in stage.ops(0.0):
            if isinstance(op, ops.Words) and "みんひ" in op.text:
                assert op.x + 3 * op.style.px < field[0] + field[2]


def test_composing_brings_the_focus_back_to_the_field(stage: Stage) -> None:
    stage.on(actions.Tab(1), 0.0)
    stage.on(actions.Compose(""), 0.0)
    assert stage.focus != "field"
    stage.on(actions.Compose("ㅁ"), 0.0)
    assert stage.focus == "field"


def test_on_the_next_page_nothing_is_left_of_it(stage: Stage) -> None:
    stage.on(actions.Compose("ㅁ"), 0.0)
    stage.show(views.TitleView(), 0.0)
    assert not stage.composing
    stage.show(PAGES["question-typeanswer"], 0.0)
    assert underlined(stage) == ""


@pytest.mark.parametrize("handed_over", [[], [actions.Compose(""), actions.Text("민")]])
def test_a_press_elsewhere_takes_what_is_composed_and_never_twice(
    stage: Stage, handed_over: list[actions.Action]
) -> None:
    stage.on(actions.Compose("민"), 0.0)
    submit = stage.scene(0.0).target("submit")
    assert submit is not None
    x, y = centre(submit)
    assert stage.on(actions.Press(x, y), 0.0) == want.Edit("민")
    for action in handed_over:
        assert stage.on(action, 0.0) is None
    assert stage.on(actions.Release(x, y), 0.0) == want.Submit()
    stage.on(actions.Compose("민"), 0.0)
    assert stage.on(actions.Text("민"), 0.0) == want.Edit("민")


def test_a_pad_halves_and_skips_where_letters_are_typed(stage: Stage) -> None:
    assert stage.on(actions.Shortcut("S"), 0.0) == want.Skip()
    assert stage.on(actions.Shortcut("P"), 0.0) == want.Pause()
    assert stage.on(actions.Shortcut("H"), 0.0) is None


def test_only_a_pad_is_told_of_its_buttons_there(assets: Path) -> None:
    for device, told in ((KEYS, False), (MOUSE, False), (PAD, True)):
        sheet = Sheet(assets, (1280, 800))
        sheet.set_up(device=device)
        scene = shown(sheet, PAGES["question-typeanswer"]).scene(0.0)
        foot = [op.text for op in scene.ops if isinstance(op, ops.Words) and op.y > 740]
        assert ("skip" in foot) is told


def test_a_chord_takes_a_whole_word_away() -> None:
    pen = Pen()
    for typed, left in (("a former guard", "a former "), ("guard ", ""), ("a  b", "a  ")):
        assert pen.write(actions.Erase(word=True), typed) == want.Edit(left)
    assert pen.write(actions.Erase(word=True), "") is None
