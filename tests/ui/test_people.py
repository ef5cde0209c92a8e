"""People, unfinished games and the day's cards: pages that fit, and every way about them."""

from pathlib import Path

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.ui import actions, ops
from quizgame.ui.sheet import Sheet
from quizgame.ui.typeface import Typeface
from tests.ui import peoplefuls
from tests.ui.laying import laid_out, stage, words

PAGES = dict(peoplefuls.every_page()) | {
    "title-who": views.TitleView("Ballerina · card 7 of 10", "", 2, peoplefuls.NAMES[3], 3)
}


def test_enter_plays_as_whoever_played_last(assets: Path) -> None:
    made = Sheet(assets, (1280, 800)).stage
    made.show(PAGES["people-first"], 0.0)
    made.scene(0.0)
    assert made.focus == "person-1"
    assert made.on(actions.Confirm(), 0.0) == want.PlayAs(1)
    assert made.on(actions.Cancel(), 0.0) == want.Back()


def test_for_another_player_the_title_begins_where_it_begins(assets: Path) -> None:
    made = Sheet(assets, (1280, 800)).stage
    made.show(views.TitleView(), 0.0)
    made.scene(0.0)
    for _ in range(3):
        made.on(actions.Move(0, 1), 0.0)
    assert made.focus != "play"
    made.show(PAGES["people-first"], 1.0)
    made.show(views.TitleView(who="Mina"), 2.0)
    made.scene(2.0)
    assert made.focus == "play"


def test_a_guest_is_offered_nothing_that_changes_the_others(typeface: Typeface) -> None:
    scene = laid_out(PAGES["people-guest"], typeface, (1280, 800), 100)
    asked = {type(target.intent) for target in scene.targets}
    assert asked == {want.Back, want.PlayAs}


def test_a_name_is_typed_where_the_focus_begins(assets: Path) -> None:
    made = Sheet(assets, (1280, 800)).stage
    made.show(PAGES["person-new"], 0.0)
    made.scene(0.0)
    assert made.on(actions.Text("M"), 0.0) == want.Edit("M")


def test_the_marks_of_a_day_are_copied_with_one_key(assets: Path) -> None:
    made = Sheet(assets, (1280, 800)).stage
    made.show(PAGES["day"], 0.0)
    made.scene(0.0)
    assert made.on(actions.Confirm(), 0.0) == want.CopyResult()
    assert made.on(actions.Shortcut("L"), 0.0) == want.Go("review")


def test_of_a_day_before_this_sitting_no_answers_are_offered(typeface: Typeface) -> None:
    scene = laid_out(PAGES["day-later"], typeface, (1280, 800), 100)
    assert want.Go("review") not in {target.intent for target in scene.targets}
    assert "Copied" in words(scene)


def hints(typeface: Typeface, view: views.View, key: str) -> dict[str, str]:
    """Return what the foot says that each key does while the focus stands on a target."""
    made = stage(typeface, view, (1280, 800), 100)
    for _ in range(40):
        made.scene(9.0)
        if made.focus != key:
            made.on(actions.Tab(1), 9.0)
    assert made.focus == key
    low = [op.text for op in made.ops(9.0) if isinstance(op, ops.Words) and op.y > 750]
    return dict(zip(low[::2], low[1::2], strict=True))


def test_on_somebody_removed_enter_is_said_to_bring_them_back(typeface: Typeface) -> None:
    assert hints(typeface, PAGES["people"], "gone-a")["Enter"] == "bring back"
    assert hints(typeface, PAGES["people"], "person-2")["Enter"] == "play"


def test_the_page_of_a_name_says_that_going_back_keeps_it(typeface: Typeface) -> None:
    for key in ("field", "done", "remove"):
        assert hints(typeface, PAGES["person"], key)["Esc"] == "back, name kept"
    assert hints(typeface, PAGES["person-new"], "field")["Esc"] == "back"


def test_buttons_in_a_row_are_chosen_with_left_and_right(typeface: Typeface) -> None:
    for key in ("done", "remove", "export"):
        assert hints(typeface, PAGES["person"], key)["← →"] == "choose"
    assert hints(typeface, PAGES["person-new"], "done")["↑ ↓"] == "choose"
