"""The shelf under a hand: typing, filters, scrolling through hundreds, and coming back."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.ui import actions, ops
from quizgame.ui.actions import KEYS, MOUSE, PAD
from quizgame.ui.keymap import Keymap
from quizgame.ui.scene import FIELD
from quizgame.ui.sheet import Sheet
from quizgame.ui.stage import Stage
from quizgame.ui.typeface import Typeface
from tests.ui import shelffuls
from tests.ui.hands import reached_by_arrows, reached_by_tab, wanted
from tests.ui.laying import faults, laid_out
from tests.ui.screenfuls import SIZES, shelf_view
from tests.ui.test_stage import centre, shown

PAGES = dict(shelffuls.every_page())
MANY = PAGES["shelf-many"]


@pytest.fixture
def stage(assets: Path) -> Stage:
    return shown(Sheet(assets, (1280, 800)), MANY)


def do(stage: Stage, *hands: actions.Action) -> list[want.Intent | None]:
    return [stage.on(hand, 0.0) for hand in hands]


@pytest.mark.parametrize("device", [KEYS, MOUSE, PAD])
@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("size", [*SIZES, (960, 1200)])
def test_a_long_shelf_fits_in_each_of_its_states(
    assets: Path, typeface: Typeface, size: tuple[int, int], text: int, device: str
) -> None:
    for name, view in PAGES.items():
        sheet = Sheet(assets, size, text)
        sheet.set_up(text=text, device=device)
        found = faults(shown(sheet, view).scene(0.0), typeface, size)
        assert not found, f"{name} at {size}, {text} %: {found}"


@pytest.mark.parametrize("name", PAGES)
def test_targets_are_large_enough(typeface: Typeface, name: str) -> None:
    for target in laid_out(PAGES[name], typeface, (1280, 800), 100).targets:
        assert target.owner or min(target.rect[2:]) >= 43, target


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("name", ["shelf-kinds", "shelf-narrowed", "shelf-nothing"])
def test_every_target_is_reached_by_the_arrows(
    assets: Path, name: str, size: tuple[int, int], text: int
) -> None:
    view = PAGES[name]
    stage = shown(Sheet(assets, size, text), replace(view, posters=view.posters[:9]))
    assert reached_by_arrows(stage) >= wanted(stage.scene(0.0))
    assert reached_by_tab(stage) >= wanted(stage.scene(0.0))


def test_the_focus_begins_at_the_first_pack_and_enter_opens_it(stage: Stage) -> None:
    assert stage.focus == "pack-p0"
    assert do(stage, actions.Confirm()) == [want.ChoosePack("p0")]


def test_whatever_is_typed_goes_into_the_field(stage: Stage) -> None:
    assert do(stage, actions.Text("b"), actions.Text("발")) == [want.Edit("b"), want.Edit("발")]
    assert stage.focus == FIELD
    assert stage.typing


def test_enter_in_the_field_opens_the_first_that_was_found(stage: Stage) -> None:
    do(stage, actions.Text("b"))
    assert do(stage, actions.Confirm()) == [None]
    found = replace(MANY, posters=MANY.posters[6:9], bar=shelffuls.bar("twenty"))
    stage.show(found, 0.0)
    assert do(stage, actions.Confirm()) == [want.ChoosePack("p6")]


def test_composed_words_stand_in_the_field_until_they_are_typed(stage: Stage) -> None:
    do(stage, actions.Compose("바"))
    assert any(isinstance(op, ops.Words) and op.text == "바" for op in stage.ops(0.0))
    assert do(stage, actions.Text("발")) == [want.Edit("발")]


def test_the_way_back_first_shows_all_packs_again(assets: Path) -> None:
    sheet = Sheet(assets, (1280, 800))
    assert do(shown(sheet, MANY), actions.Cancel()) == [want.Back()]
    narrowed = PAGES["shelf-narrowed"]
    assert do(shown(sheet, narrowed), actions.Cancel()) == [want.Unfold("language")]
    folded = replace(narrowed, bar=shelffuls.bar("a", "film"))
    assert do(shown(sheet, folded), actions.Cancel()) == [want.ClearSearch()]


def test_nothing_found_is_said_and_can_be_undone(assets: Path) -> None:
    stage = shown(Sheet(assets, (1280, 800)), PAGES["shelf-nothing"])
    assert any("No pack here" in getattr(op, "text", "") for op in stage.ops(0.0))
    assert stage.focus == FIELD
    do(stage, actions.Move(0, 1))
    stage.scene(0.0)
    intents = {stage.scene(0.0).target(key).intent for key in ("all", "clear")}  # type: ignore[union-attr]
    assert intents == {want.ClearSearch()}


@pytest.mark.parametrize("key", ["kind-film", "kind-"])
def test_a_click_on_a_kind_narrows_to_it(assets: Path, key: str) -> None:
    stage = shown(Sheet(assets, (1280, 800)), PAGES["shelf-kinds"])
    target = stage.scene(0.0).target(key)
    assert target
    x, y = centre(target)
    pressed = do(stage, actions.Press(x, y), actions.Release(x, y))[-1]
    assert pressed == want.Narrow("kind", key.removeprefix("kind-"))


# -- hundreds --------------------------------------------------------------------------------------


def test_only_what_is_in_sight_is_laid_out(stage: Stage) -> None:
    for _ in range(20):
        do(stage, actions.Wheel(-4))
        scene = stage.scene(0.0)
        assert len([op for op in scene.ops if isinstance(op, ops.Wash)]) <= 12
        assert len(scene.targets) < 40


@pytest.mark.parametrize(("size", "text"), [(size, text) for size in SIZES for text in (100, 200)])
def test_the_arrows_go_through_every_row_and_back(
    assets: Path, size: tuple[int, int], text: int
) -> None:
    stage = shown(Sheet(assets, size, text), shelffuls.many(60))
    seen = []
    for _ in range(60):
        seen.append(stage.focus)
        do(stage, actions.Move(0, 1))
        scene = stage.scene(0.0)
        target, port = scene.target(stage.focus), scene.view_port
        assert target
        assert port
        assert port[1] <= target.rect[1] < port[1] + port[3]
    assert seen[-1].startswith("pack-")
    columns = int(seen[1].removeprefix("pack-p"))
    assert [key for key in seen if key in {f"pack-p{n}" for n in range(0, 60, columns)}]
    assert len(set(seen)) == -(-60 // columns)
    for _ in range(60):
        do(stage, actions.Move(0, -1))
        stage.scene(0.0)
    assert not stage.focus.startswith("pack-")


def test_tab_goes_from_pack_to_pack(stage: Stage) -> None:
    for number in range(1, 80):
        do(stage, actions.Tab(1))
        stage.scene(0.0)
        assert stage.focus == f"pack-p{number}"


def test_the_focus_stays_where_it_was_while_the_wheel_turns(stage: Stage) -> None:
    do(stage, *[actions.Wheel(-4)] * 10)
    assert stage.focus == "pack-p0"
    do(stage, actions.Move(0, 1))
    stage.scene(0.0)
    assert stage.focus == "pack-p4"


def test_coming_back_finds_the_shelf_as_it_was_left(stage: Stage) -> None:
    do(stage, *[actions.Tab(1)] * 41)
    before = stage.scene(0.0)
    stage.show(views.TitleView(), 0.0)
    stage.scene(0.0)
    stage.show(MANY, 0.0)
    assert stage.focus == "pack-p41"
    assert stage.scene(0.0).ops == before.ops


def test_another_search_is_read_from_its_top(stage: Stage) -> None:
    do(stage, *[actions.Wheel(-4)] * 10)
    stage.scene(0.0)
    stage.show(replace(MANY, bar=shelffuls.bar("b")), 0.0)
    target = stage.scene(0.0).target("pack-p0")
    assert target
    assert target.rect[1] > 0
    assert stage.focus == "pack-p0"


def test_when_all_are_shown_again_the_focus_is_in_sight(stage: Stage) -> None:
    stage.show(replace(MANY, posters=MANY.posters[200:], bar=shelffuls.bar("b")), 0.0)
    stage.scene(0.0)
    assert stage.focus == "pack-p200"
    stage.show(MANY, 0.0)
    stage.scene(0.0)
    assert stage.focus == "pack-p0"


def test_a_poster_that_comes_between_does_not_take_the_focus(stage: Stage) -> None:
    do(stage, *[actions.Tab(1)] * 9)
    more = (*shelffuls.posters(310)[300:], *MANY.posters)
    stage.show(replace(MANY, posters=more), 0.0)
    stage.scene(0.0)
    assert stage.focus == "pack-p9"


# -- the page about a pack -------------------------------------------------------------------------


def test_where_letters_are_typed_a_chord_leads_to_the_page_about_a_pack(assets: Path) -> None:
    event = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_i, mod=pygame.KMOD_LCTRL)
    action = Keymap().action(event, typing=True)
    assert action == actions.Shortcut("Ctrl+I")
    for view in (MANY, shelf_view()):
        stage = shown(Sheet(assets, (1280, 800)), view)
        do(stage, actions.Tab(1))
        stage.scene(0.0)
        assert do(stage, action) == [want.ShowDetails("p1")]
    letter = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_i, mod=0)
    assert Keymap().action(letter, typing=True) is None


def test_the_hints_name_the_key_that_leads_there(assets: Path) -> None:
    told = {KEYS: "Ctrl+I", PAD: "Back"}
    for device, cap in told.items():
        sheet = Sheet(assets, (1280, 800))
        sheet.set_up(device=device)
        words = [getattr(op, "text", "") for op in shown(sheet, MANY).ops(0.0)]
        assert cap in words


def test_a_mouse_finds_the_way_to_it_on_the_poster(assets: Path) -> None:
    sheet = Sheet(assets, (1280, 800))
    sheet.set_up(device=MOUSE)
    stage = shown(sheet, MANY)
    target = stage.scene(0.0).target("about-p0")
    assert target
    x, y = centre(target)
    assert do(stage, actions.Press(x, y), actions.Release(x, y))[-1] == want.ShowDetails("p0")
    assert stage.focus == "pack-p0"


def test_letters_to_press_come_for_a_pad_that_goes_to_the_field(assets: Path) -> None:
    sheet = Sheet(assets, (1280, 800))
    sheet.set_up(device=PAD)
    stage = shown(sheet, MANY)
    assert stage.scene(0.0).target("key-1-0") is None
    do(stage, actions.Move(0, -1))
    key = stage.scene(0.0).target("key-1-0")
    assert key
    assert key.intent == want.Edit("q")
    do(stage, actions.Move(0, 1))
    stage.scene(0.0)
    assert stage.focus.startswith("key-")


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", SIZES)
def test_the_way_to_the_page_about_a_pack_ends_above_how_far_one_has_come(
    assets: Path, size: tuple[int, int], text: int
) -> None:
    sheet = Sheet(assets, size, text)
    sheet.set_up(text=text, device=MOUSE)
    sheet.stage.show(shelf_view(), -9.0)
    scene = sheet.stage.scene(0.0)
    about = next(target for target in scene.targets if target.key.startswith("about-"))
    x, y, w, h = about.rect
    thick = max(4, round(6 * size[1] / 800))
    bars = [op.rect for op in scene.ops if isinstance(op, ops.Panel) and op.rect[3] == thick]
    below = [rect for rect in bars if rect[0] < x + w and x < rect[0] + rect[2] and rect[1] > y]
    assert min(rect[1] for rect in below) >= y + h
