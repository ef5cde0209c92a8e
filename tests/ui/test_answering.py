"""Choosing an answer by keys: where they lead, what they mark, and what the hints call them."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.envelopeviews import SealView
from quizgame.ui import actions, ops
from quizgame.ui.scene import Scene
from quizgame.ui.sheet import Sheet
from quizgame.ui.stage import Stage
from quizgame.ui.typeface import Typeface
from tests.ui import envelopefuls, rehearsalfuls, screenfuls, tablefuls
from tests.ui.laying import laid_out

PAGES = dict((*screenfuls.every_page(), *tablefuls.every_page(), *envelopefuls.every_page()))
ASKED = [name for name, view in PAGES.items() if isinstance(view, views.AskView)]
SIZE = (1280, 800)
UP, DOWN = actions.Move(0, -1), actions.Move(0, 1)


def shown(assets: Path, view: views.View, text: int = 100) -> Stage:
    stage = Sheet(assets, SIZE if text == 100 else (960, 600), text).stage
    stage.show(view, -9.0)
    stage.scene(0.0)
    return stage


def hinted(scene: Scene) -> dict[str, str]:
    """Return what the foot of a page says that each key does."""
    low = [op for op in scene.ops if isinstance(op, ops.Words) and op.y > 750]
    return {low[n].text: low[n + 1].text for n in range(0, len(low) - 1, 2)}


def asked(name: str) -> views.AskView:
    view = PAGES[name]
    assert isinstance(view, views.AskView)
    return view


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("name", ASKED)
def test_up_and_down_never_lead_from_an_answer_to_skipping_or_the_pause(
    assets: Path, name: str, text: int
) -> None:
    for move in (UP, DOWN):
        stage = shown(assets, PAGES[name], text)
        answers = {t.key for t in stage.scene(0.0).targets if t.key.startswith(("option", "step"))}
        for _ in range(12):
            here = stage.focus
            stage.on(move, 0.0)
            stage.scene(0.0)
            if here in answers or here == "field":
                assert stage.focus not in {"skip", "pause"}


def test_up_and_down_go_through_answers_that_stand_side_by_side(assets: Path) -> None:
    stage = shown(assets, PAGES["question-truefalse"])
    gone_through = [stage.focus]
    for move in (DOWN, DOWN, UP, UP):
        stage.on(move, 0.0)
        gone_through.append(stage.focus)
    assert gone_through == ["option-0", "option-1", "option-1", "option-0", "option-0"]


def test_from_two_answers_the_way_down_leads_on_to_how_sure_one_is(assets: Path) -> None:
    stage = shown(assets, PAGES["ask-true-false"])
    for _ in range(2):
        stage.on(DOWN, 0.0)
    assert stage.focus.startswith("stake-")


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("question-truefalse", "← → Enter"),
        ("question-singlechoice", "↑ ↓ Enter"),
        ("seal", "↑ ↓ Enter"),
    ],
)
def test_the_hints_name_the_arrows_that_lead_through_the_answers(
    typeface: Typeface, name: str, way: str
) -> None:
    assert hinted(laid_out(PAGES[name], typeface, SIZE, 100))[way] == "choose"


def test_where_answers_stand_in_two_columns_all_four_arrows_are_named(typeface: Typeface) -> None:
    view = asked("question-singlechoice")
    options = tuple(views.Option(text * 2) for text in screenfuls.LONG)
    crowded = replace(view, stem=screenfuls.LONG_STEM, body=views.PickOne(options))
    scene = laid_out(crowded, typeface, SIZE, 100)
    xs = {target.rect[0] for target in scene.targets if target.key.startswith("option")}
    assert ("↑ ↓ ← → Enter" in hinted(scene)) == (len(xs) == 2)


@pytest.mark.parametrize(
    ("name", "letter"), [("question-severalright", "C"), ("question-truefalse", "B"), ("seal", "C")]
)
def test_the_focus_follows_a_letter_that_picks_or_marks(
    assets: Path, name: str, letter: str
) -> None:
    stage = shown(assets, PAGES[name])
    intent = stage.on(actions.Shortcut(letter), 0.0)
    stage.scene(0.0)
    assert stage.focus == f"option-{'ABC'.index(letter)}"
    assert stage.on(actions.Confirm(), 0.0) == intent


def test_the_focus_follows_a_number_as_well(assets: Path) -> None:
    stage = shown(assets, PAGES["question-severalright"])
    assert stage.on(actions.Shortcut("2"), 0.0) == want.Toggle(1)
    assert stage.focus == "option-1"


def test_how_sure_one_is_leaves_the_focus_on_the_answer(assets: Path) -> None:
    stage = shown(assets, PAGES["seal"])
    stage.on(actions.Shortcut("C"), 0.0)
    assert isinstance(stage.on(actions.Shortcut("2"), 0.0), want.Stake)
    assert stage.focus == "option-2"


def test_handing_in_is_hinted_only_when_there_is_something_to_hand_in(typeface: Typeface) -> None:
    view = asked("question-severalright")
    for can_submit in (False, True):
        scene = laid_out(replace(view, can_submit=can_submit), typeface, SIZE, 100)
        assert ("Ctrl+Enter" in hinted(scene)) is can_submit


def test_an_order_that_was_wrong_shows_where_the_player_had_put_each_step(
    typeface: Typeface,
) -> None:
    view = PAGES["reveal-putinorder"]
    assert isinstance(view, views.RevealView)
    marks = tuple(
        views.Mark(str(n + 1), f"step {n}", "placed" if put else "right", put)
        for n, put in enumerate((2, 1, 0))
    )
    scene = laid_out(replace(view, marks=marks), typeface, SIZE, 100)
    words = [op.text for op in scene.ops if isinstance(op, ops.Words)]
    assert [text for text in words if text.startswith("yours: ")] == ["yours: 2", "yours: 1"]
    skipped = tuple(replace(mark, put=0) for mark in marks)
    scene = laid_out(replace(view, marks=skipped), typeface, SIZE, 100)
    assert not [op for op in scene.ops if isinstance(op, ops.Words) and "yours:" in op.text]


def test_a_question_of_two_lines_fills_most_of_the_width_of_its_ticket(typeface: Typeface) -> None:
    view = replace(
        asked("question-typeanswer"),
        stem="Which character stands at the centre of the film? Type the name, please.",
    )
    scene = laid_out(view, typeface, SIZE, 100)
    lines = [op for op in scene.ops if isinstance(op, ops.Words) and op.style.px >= 25]
    stem = [op for op in lines if op.text and view.stem.find(op.text) >= 0 and len(op.text) > 9]
    field = scene.target("field")
    assert field is not None
    assert len(stem) == 2
    widest = max(typeface.width(op.text, op.style) for op in stem)
    assert widest >= 0.6 * field.rect[2]


def test_a_sealed_answer_carries_wax_and_one_still_open_a_pen(typeface: Typeface) -> None:
    view = PAGES["seal-inside"]
    assert isinstance(view, SealView)
    scene = laid_out(view, typeface, SIZE, 100)
    assert [op for op in scene.ops if isinstance(op, ops.Wax)]
    assert not [op for op in scene.ops if isinstance(op, ops.Symbol) and op.name == "pen"]


def test_ratings_are_chosen_by_their_place(assets: Path) -> None:
    pages = dict(rehearsalfuls.every_page())
    stage = shown(assets, pages["rated-singlechoice"])
    scene = stage.scene(0.0)
    assert [scene.shortcuts[key] for key in "123"] == [want.Rate(n) for n in (2, 3, 4)]
    assert hinted(scene)["1–3"] == "how well"
    again = shown(assets, pages["rated-again-singlechoice"]).scene(0.0)
    assert again.shortcuts["1"] == want.Rate(1)
    assert "how well" not in hinted(again).values()
