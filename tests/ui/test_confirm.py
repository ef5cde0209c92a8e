"""The page on which a fact is confirmed: its keys, its ways about, and what is written on it."""

from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain.reviewviews import FactView
from quizgame.generate import reviewpages
from quizgame.ui import actions, ops
from quizgame.ui.sheet import Sheet
from quizgame.ui.typeface import curled
from tests.ui import reviewfuls
from tests.ui.hands import reached_by_arrows, reached_by_tab, wanted

PAGES = dict(reviewfuls.every_page())


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("name", PAGES)
def test_every_part_is_reached_without_a_pointer(assets: Path, name: str, text: int) -> None:
    stage = Sheet(assets, (960, 600), text).stage
    stage.show(PAGES[name], 0.0)
    everything = wanted(stage.scene(0.0))
    assert reached_by_tab(stage) == everything
    assert everything - reached_by_arrows(stage) <= {"back"}


@pytest.mark.parametrize(
    ("key", "intent"),
    [
        ("K", want.Decide("confirmed")),
        ("X", want.Decide("rejected")),
        ("U", want.Undo()),
        ("R", want.Climb(1)),
        ("L", want.Climb(-1)),
        ("1", want.Mend("subject")),
        ("3", want.Mend("object")),
        ("A", want.Go("sentences")),
        ("N", want.Mend("note")),
        ("W", want.Go("names")),
        ("B", want.Go("after")),
        ("P", want.Go("bets")),
    ],
)
def test_each_thing_has_a_key(assets: Path, key: str, intent: want.Intent) -> None:
    stage = Sheet(assets, (1280, 800)).stage
    stage.show(PAGES["confirm"], 0.0)
    assert stage.on(actions.Shortcut(key), 0.0) == intent


def test_arrows_leaf_on_the_ticket_and_climb_on_its_tier(assets: Path) -> None:
    stage = Sheet(assets, (1280, 800)).stage
    stage.show(PAGES["confirm"], 0.0)
    stage.scene(0.0)
    assert stage.focus == "fact"
    assert stage.on(actions.Move(1, 0), 0.0) == want.Leaf(1)
    stage.on(actions.Move(0, 1), 0.0)
    assert stage.focus == "tier"
    assert stage.on(actions.Move(-1, 0), 0.0) == want.Climb(-1)


@pytest.mark.parametrize("text", [100, 200])
def test_the_whole_paragraph_stands_on_the_page(assets: Path, text: int) -> None:
    view = PAGES["confirm"]
    assert isinstance(view, FactView)
    assert view.passage
    stage = Sheet(assets, (1280, 800), text).stage
    stage.show(view, 0.0)
    shown = "".join(op.text for op in stage.ops(0.0) if isinstance(op, ops.Words))
    told = curled("".join(piece.text for piece in view.passage.pieces))
    assert told.replace(" ", "") in shown.replace(" ", "")


def test_a_list_begins_with_its_row_in_sight_and_letters_search_it(assets: Path) -> None:
    stage = Sheet(assets, (960, 600), 200).stage
    stage.show(PAGES["confirm"], 0.0)
    stage.show(PAGES["confirm-facts"], 0.0)
    scene = stage.scene(0.0)
    row = scene.target(stage.focus)
    assert row
    assert stage.focus == "row-9"
    assert scene.view_port
    top, tall = scene.view_port[1], scene.view_port[3]
    assert top <= row.rect[1]
    assert row.rect[1] + row.rect[3] <= top + tall
    assert stage.on(actions.Text("mo"), 0.0) == want.Edit("mo")
    assert stage.focus == "field"


@pytest.mark.parametrize(
    ("key", "intent"),
    [
        ("K", want.Decide("confirmed")),
        ("X", want.Decide("rejected")),
        ("U", want.Undo()),
        ("J", want.Leaf(1)),
        ("H", want.Leaf(-1)),
    ],
)
def test_a_prediction_is_decided_by_the_keys_of_a_fact(
    assets: Path, key: str, intent: want.Intent
) -> None:
    stage = Sheet(assets, (1280, 800)).stage
    stage.show(PAGES["bet"], 0.0)
    assert stage.on(actions.Shortcut(key), 0.0) == intent
    stage.show(PAGES["names-one"], 0.0)
    assert stage.on(actions.Shortcut(key), 0.0) is None


def test_more_names_the_key_of_each_thing_that_a_button_leads_to(assets: Path) -> None:
    stage = Sheet(assets, (1280, 800)).stage
    stage.show(PAGES["confirm"], 0.0)
    for place, _, key in reviewpages.MORE:
        assert stage.on(actions.Shortcut(key), 0.0) == want.Go(place)
