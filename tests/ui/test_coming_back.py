"""Where the focus stands on a page one comes back to: on the row it was about."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.peopleviews import PeopleView, PersonView
from quizgame.domain.tableviews import HandoverView, PlayersView
from quizgame.ui import actions, ops
from quizgame.ui.sheet import Sheet
from quizgame.ui.stage import Stage
from tests.ui import curtainfuls, envelopefuls, peoplefuls, playerfuls, screenfuls, tablefuls

PEOPLE = PeopleView(peoplefuls.ROWS, can_keep=True)
PAGES = dict(
    (*curtainfuls.every_page(), *playerfuls.every_page(), *tablefuls.every_page()),
)


@pytest.fixture
def stage(assets: Path) -> Stage:
    return Sheet(assets, (1280, 800)).stage


def show(stage: Stage, view: views.View) -> str:
    """Show a view; return what has the focus."""
    stage.show(view, 0.0)
    stage.scene(9.0)
    return stage.focus


def stand_on(stage: Stage, key: str) -> None:
    """Go on with Tab until the focus stands there."""
    for _ in range(60):
        if stage.focus == key:
            return
        stage.on(actions.Tab(1), 9.0)
        stage.scene(9.0)
    raise AssertionError(key)


def players() -> PlayersView:
    view = PAGES["players"]
    assert isinstance(view, PlayersView)
    return view


def test_a_person_whose_page_is_left_has_the_focus_again(stage: Stage) -> None:
    show(stage, PEOPLE)
    stand_on(stage, "edit-3")
    show(stage, PersonView(3, "Jonas", "Player 3", 2, can_keep=True))
    assert show(stage, PEOPLE) == "edit-3"


def test_somebody_new_has_the_focus(stage: Stage) -> None:
    before = replace(PEOPLE, rows=PEOPLE.rows[:3])
    show(stage, before)
    stand_on(stage, "add")
    show(stage, PersonView(0, "", "Player 4", 3))
    assert show(stage, PEOPLE) == "person-4"


def test_when_somebody_is_removed_a_neighbour_has_the_focus(stage: Stage) -> None:
    for gone, near in ((2, "edit-3"), (4, "edit-3")):
        show(stage, views.TitleView())
        show(stage, PEOPLE)
        stand_on(stage, f"edit-{gone}")
        show(stage, PersonView(gone, "Name", "Player", gone - 1, can_keep=True))
        show(stage, PAGES["sure"])
        rest = tuple(row for row in PEOPLE.rows if row.person != gone)
        assert show(stage, replace(PEOPLE, rows=rest)) == near


def test_who_was_brought_back_has_the_focus(stage: Stage) -> None:
    before = replace(PEOPLE, rows=PEOPLE.rows[:3], gone=peoplefuls.GONE[:1])
    show(stage, before)
    stand_on(stage, "gone-a")
    assert show(stage, PEOPLE) == "person-4"


def test_from_the_title_the_page_of_people_begins_with_who_plays(stage: Stage) -> None:
    show(stage, PEOPLE)
    stand_on(stage, "edit-3")
    show(stage, views.TitleView())
    assert show(stage, PEOPLE) == "person-1"


def test_a_player_who_was_seated_or_changed_has_the_focus(stage: Stage) -> None:
    view = players()
    one = view.rows[-1]
    show(stage, replace(view, rows=view.rows[:-1]))
    stand_on(stage, "add")
    show(stage, PAGES["player"])
    assert show(stage, view) == f"player-{one.player}"
    stand_on(stage, f"player-{view.rows[1].player}")
    show(stage, PAGES["player"])
    assert show(stage, view) == f"player-{view.rows[1].player}"


def test_a_second_press_takes_nobody_else_from_the_table(stage: Stage) -> None:
    view = players()
    gone, near = view.rows[0].player, view.rows[1].player
    show(stage, view)
    stand_on(stage, f"remove-{gone}")
    assert show(stage, replace(view, rows=view.rows[1:])) == f"player-{near}"


def test_answers_looked_back_on_behind_the_curtain_lead_back_to_whose_they_were(
    stage: Stage,
) -> None:
    show(stage, PAGES["look-over"])
    stand_on(stage, "side-2")
    curtain = PAGES["handover"]
    assert isinstance(curtain, HandoverView)
    show(stage, replace(curtain, purpose="look"))
    show(stage, dict(screenfuls.every_page())["review"])
    assert show(stage, PAGES["look-over"]) == "side-2"


def test_before_a_card_the_curtain_leaves_nobody_the_focus_of_another(stage: Stage) -> None:
    show(stage, PAGES["look-over"])
    stand_on(stage, "side-2")
    show(stage, PAGES["handover"])
    assert show(stage, PAGES["look-over"]) == "side-1"


def test_opened_for_its_packs_the_shelf_begins_with_adding_one(stage: Stage) -> None:
    shelf = dict(screenfuls.every_page())["shelf"]
    assert isinstance(shelf, views.ShelfView)
    for key, begins in (("shelf", "add-pack"), ("play", f"pack-{shelf.posters[0].pack_id}")):
        show(stage, views.TitleView())
        stand_on(stage, key)
        assert stage.on(actions.Confirm(), 9.0) == want.Go(key)
        assert show(stage, replace(shelf, can_add=True)) == begins
        assert show(stage, views.TitleView()) == key


@pytest.mark.parametrize(("size", "text"), [((1280, 800), 100), ((960, 600), 200)])
@pytest.mark.parametrize("name", ["people-many", "players-under-way", "look-over", "review"])
def test_the_ring_of_what_has_the_focus_is_never_cut(
    assets: Path, name: str, size: tuple[int, int], text: int
) -> None:
    pages = PAGES | dict((*peoplefuls.every_page(), *screenfuls.every_page()))
    stage = Sheet(assets, size, text).stage
    show(stage, pages[name])
    for _ in stage.scene(9.0).targets:
        stage.on(actions.Tab(1), 9.0)
        scene = stage.scene(9.0)
        target, port = scene.target(stage.focus), scene.view_port
        if target is None or port is None or not target.scrolls:
            continue
        clip = next(op.rect for op in scene.ops if isinstance(op, ops.Clip) and op.rect)
        out = round(7 * size[1] / 800)
        if target.rect[3] + 2 * out <= port[3]:
            assert clip[1] <= target.rect[1] - out, target.key
            assert target.rect[1] + target.rect[3] + out <= clip[1] + clip[3], target.key


def test_the_strip_begins_at_the_playhead_but_for_who_comes_back_to_it(stage: Stage) -> None:
    pages = dict(screenfuls.every_page())
    view = pages["watch-point"]
    assert isinstance(view, views.WatchPointView)
    strip = replace(view, predictions=True)
    first = show(stage, strip)
    stand_on(stage, "predictions")
    show(stage, dict(envelopefuls.every_page())["envelopes"])
    assert show(stage, strip) == "predictions"
    show(stage, pages["shelf"])
    assert show(stage, strip) == first
