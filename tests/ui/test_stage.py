"""What hands do: focus, keys, pointer, pad, scrolling."""

import re
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.services import showing
from quizgame.ui import actions
from quizgame.ui.actions import KEYS, MOUSE, PAD
from quizgame.ui.scene import Target
from quizgame.ui.sheet import Sheet
from quizgame.ui.stage import SCREENS, Stage
from tests.ui import screenfuls
from tests.ui.hands import on_the_way, reached_by_arrows, reached_by_tab, wanted

PAGES = dict(screenfuls.every_page())


@pytest.fixture
def sheet(assets: Path) -> Sheet:
    return Sheet(assets, (1280, 800))


def shown(sheet: Sheet, view: views.View) -> Stage:
    # So long ago that a press is no longer one left over from the page before.
    sheet.stage.show(view, -9.0)
    sheet.stage.scene(0.0)
    return sheet.stage


def centre(target: Target) -> tuple[int, int]:
    x, y, w, h = target.rect
    return x + w // 2, y + h // 2


@pytest.mark.parametrize("name", PAGES)
def test_the_focus_always_stands_somewhere(sheet: Sheet, name: str) -> None:
    stage = shown(sheet, PAGES[name])
    assert stage.scene(0.0).target(stage.focus) is not None


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("name", PAGES)
def test_every_target_is_reached_by_tab_and_seen_when_focused(
    assets: Path, name: str, text: int
) -> None:
    stage = shown(Sheet(assets, (960, 600), text), PAGES[name])
    assert reached_by_tab(stage) == wanted(stage.scene(0.0))


@pytest.mark.parametrize("name", PAGES)
def test_every_target_is_reached_by_the_arrows_or_keys_of_a_pad(sheet: Sheet, name: str) -> None:
    stage = shown(sheet, PAGES[name])
    scene = stage.scene(0.0)
    assert on_the_way(scene) <= reached_by_arrows(stage) <= wanted(scene)


@pytest.mark.parametrize("name", PAGES)
def test_every_target_is_pressed_by_the_pointer(sheet: Sheet, name: str) -> None:
    stage = shown(sheet, PAGES[name])
    for target in stage.scene(0.0).targets:
        scene = stage.scene(0.0)
        hit = scene.at(*centre(target))
        if target.scrolls and hit is None:
            continue
        assert hit is not None
        stage.on(actions.Press(*centre(target)), 0.0)
        intent = stage.on(actions.Release(*centre(target)), 0.0)
        if scene.slider and hit.key == scene.slider.key:
            assert intent is None
        else:
            assert intent == hit.intent


def test_letters_answer_and_typed_letters_do_not(sheet: Sheet) -> None:
    stage = shown(sheet, PAGES["question-singlechoice"])
    assert stage.on(actions.Shortcut("B"), 0.0) == want.Pick(1)
    stage = shown(sheet, PAGES["question-typeanswer"])
    assert stage.typing
    assert stage.on(actions.Text("지"), 0.0) == want.Edit("지")


def test_a_step_keeps_the_focus_while_it_moves(sheet: Sheet) -> None:
    stage = shown(sheet, PAGES["question-putinorder"])
    assert stage.focus == "step-0"
    assert stage.on(actions.Move(1, 0), 0.0) == want.Shift(0, 1)
    assert stage.focus == "step-1"


def test_a_step_at_the_end_goes_no_further_and_keeps_the_focus(sheet: Sheet) -> None:
    stage = shown(sheet, PAGES["question-putinorder"])
    assert stage.on(actions.Move(-1, 0), 0.0) is None
    stage.scene(0.0)
    assert stage.focus == "step-0"


def test_an_order_is_handed_in_by_a_chord_and_never_by_the_key_of_the_50_50(sheet: Sheet) -> None:
    for name in ("question-putinorder", "question-severalright"):
        stage = shown(sheet, PAGES[name])
        assert stage.on(actions.Shortcut("H"), 0.0) is None
        assert stage.on(actions.Shortcut("submit"), 0.0) == want.Submit()
    stage = shown(sheet, PAGES["question-singlechoice"])
    assert stage.on(actions.Shortcut("submit"), 0.0) is None
    assert stage.on(actions.Shortcut("H"), 0.0) == want.Halve()


@pytest.mark.parametrize("name", ["question-singlechoice", "question-truefalse", "results"])
def test_left_and_right_stay_in_the_row(sheet: Sheet, name: str) -> None:
    stage = shown(sheet, PAGES[name])
    for move in [actions.Move(-1, 0)] * 4 + [actions.Move(1, 0)] * 4:
        stage.on(move, 0.0)
        assert stage.focus not in {"pause", "back"}


def test_a_still_page_paints_nothing_new(sheet: Sheet) -> None:
    stage = shown(sheet, PAGES["question-singlechoice"])
    assert stage.ops(0.0) is stage.ops(5.0)
    assert not stage.moving(5.0)


def test_a_new_card_slides_in_unless_motion_is_reduced(sheet: Sheet) -> None:
    deck = screenfuls.bank()
    view = showing.ask(screenfuls.round_of(deck, deck.cards[0]))
    stage = sheet.stage
    for calm in (False, True):
        stage.show(views.TitleView(), 0.0)
        stage.set_up(size=(1280, 800), text=100, calm=calm, device=KEYS)
        stage.show(view, 10.0)
        start, end = stage.ops(10.01), stage.ops(11.0)
        assert (start == end) is calm
        assert not stage.moving(11.0)


def test_every_view_has_a_screen() -> None:
    source = Path(views.__file__).read_text(encoding="utf-8")
    union = source[source.index("    View = (") :]
    assert set(SCREENS) == set(re.findall(r"(\w+View)\b(?! =)", union)) - {"View"}


def test_a_round_left_is_what_the_title_offers_first(sheet: Sheet) -> None:
    stage = shown(sheet, PAGES["title-continue"])
    stage.on(actions.Move(0, 1), 0.0)
    assert stage.focus == "play"
    shown(sheet, PAGES["question-singlechoice"])
    assert shown(sheet, PAGES["title-continue"]).focus == "continue"


def test_hints_name_the_keys_of_the_device_in_hand(sheet: Sheet) -> None:
    from quizgame.ui.ops import Words  # noqa: PLC0415

    def hints(device: str) -> str:
        sheet.set_up(device=device)
        scene = shown(sheet, PAGES["question-singlechoice"]).scene(0.0)
        return " ".join(op.text for op in scene.ops if isinstance(op, Words) and op.y > 740)

    assert "Enter" in hints(KEYS)
    assert "Right click" in hints(MOUSE)
    assert "D-pad" in hints(PAD)
    assert "Enter" not in hints(PAD)
