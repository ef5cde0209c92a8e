"""The strip moved back: for once by default, and never less without being told."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.services.game import Game
from quizgame.ui import actions, ops
from quizgame.ui.sheet import Sheet
from tests import support
from tests.ui import screenfuls
from tests.ui.laying import laid_out, words
from tests.ui.test_manners import SETTINGS
from tests.ui.test_stage import PAGES, centre, shown

BACK = ("watch-point-back", "watch-point-back-far")
NOT_BACK = ("watch-point", "watch-point-further", "watch-point-end")
WARNING = "forgets your answers to later cards."


def watch_point(name: str = "watch-point-back") -> views.WatchPointView:
    view = PAGES[name]
    assert isinstance(view, views.WatchPointView)
    return view


def long_ladder(playhead: int, said: int = 29) -> views.WatchPointView:
    frames = tuple(views.FrameView(f"Episode {n + 1}", "To its end") for n in range(30))
    return replace(watch_point(), frames=frames, playhead=playhead, said=said)


@pytest.fixture
def sheet(assets: Path) -> Sheet:
    return Sheet(assets, (1280, 800))


@pytest.mark.parametrize("name", BACK)
def test_moved_back_enter_on_the_strip_begins_a_round_for_once(sheet: Sheet, name: str) -> None:
    stage = shown(sheet, PAGES[name])
    assert stage.focus == "strip"
    assert stage.on(actions.Confirm(), 0.0) == want.Start(once=True)
    scene = stage.scene(0.0)
    intents = {target.key: target.intent for target in scene.targets}
    assert intents["start"] == want.Start(once=True)
    assert intents["less"] == want.Start()
    assert "safe" not in intents


@pytest.mark.parametrize("name", NOT_BACK)
def test_at_what_was_said_or_further_start_is_start(sheet: Sheet, name: str) -> None:
    stage = shown(sheet, PAGES[name])
    assert stage.on(actions.Confirm(), 0.0) == want.Start()
    intents = {target.key: target.intent for target in stage.scene(0.0).targets}
    assert intents["start"] == want.Start()
    assert intents["safe"] == want.Start(safe=True)
    assert "less" not in intents
    assert "You were here" not in words(stage.scene(0.0))


@pytest.mark.parametrize(("size", "text"), SETTINGS)
@pytest.mark.parametrize("name", BACK)
def test_moved_back_one_sentence_says_what_would_be_forgotten(
    sheet: Sheet, size: tuple[int, int], text: int, name: str
) -> None:
    scene = laid_out(PAGES[name], sheet.stage._measure, size, text)  # type: ignore[arg-type] # noqa: SLF001
    said = "".join(words(scene))
    assert f"“I have only come this far” {WARNING}" in said
    assert "You were here" in said


@pytest.mark.parametrize("name", NOT_BACK)
def test_otherwise_nothing_is_said_of_forgetting(sheet: Sheet, name: str) -> None:
    assert "forgets" not in "".join(words(shown(sheet, PAGES[name]).scene(0.0)))


@pytest.mark.parametrize(
    ("focus", "does"),
    [
        ("strip", "play only this round"),
        ("start", "play only this round"),
        ("less", "forget later answers, start"),
        ("notes", "content notes"),
        ("set-round_length", "next value"),
    ],
)
def test_moved_back_the_foot_names_what_enter_does(sheet: Sheet, focus: str, does: str) -> None:
    stage = shown(sheet, PAGES["watch-point-back"])
    while stage.focus != focus:
        stage.on(actions.Tab(1), 0.0)
        stage.scene(0.0)
    shown_words = words(stage.scene(0.0))
    assert shown_words[shown_words.index("Enter") + 1] == does


@pytest.mark.parametrize(("size", "text"), SETTINGS)
@pytest.mark.parametrize("name", [*BACK, *NOT_BACK])
def test_what_is_told_stands_clear_of_the_buttons(
    assets: Path, size: tuple[int, int], text: int, name: str
) -> None:
    everything = tuple(screenfuls.bank().face.notes.values())
    sheet = Sheet(assets, size, text)
    view = replace(watch_point(name), left_out=everything, unfinished="card 107 of 113")
    scene = shown(sheet, view).scene(0.0)
    row = scene.target("set-round_length")
    assert row is not None
    for op in scene.ops:
        if isinstance(op, ops.Words) and op.y < row.rect[1]:
            assert op.y + round(op.style.px * 1.4) <= row.rect[1], op.text


def test_the_two_flags_never_cover_each_other(assets: Path) -> None:
    for size, text in SETTINGS:
        for playhead in range(4):
            for said in range(playhead + 1, 5):
                view = replace(watch_point(), playhead=playhead, said=said)
                scene = shown(Sheet(assets, size, text), view).scene(0.0)
                flags = {op.text: op for op in scene.ops if isinstance(op, ops.Words)}
                here, then = flags["You are here"], flags.get("You were here")
                assert scene.slider is not None
                x, _, w, _ = scene.slider.grip
                assert x < here.x < x + w
                assert then is None or then.x > x + w


def test_an_answer_to_a_later_card_outlives_a_round_for_once_and_no_lowered_watch_point(
    tmp_path: Path, sheet: Sheet
) -> None:
    game = support.open_game(tmp_path, support.low_pack())
    for intent in support.start(1):
        game.send(intent)
    while isinstance(game.view(), views.AskView):
        game.send(want.Skip())
        game.send(want.Next())
    before = answers(game)
    assert any(card.startswith("middle") for card in before)
    for key in ("strip", "start", "less"):
        for intent in (want.Go("title"), want.Go("play"), want.MovePlayhead(0)):
            game.send(intent)
        stage = shown(sheet, game.view())
        target = stage.scene(0.0).target(key)
        assert target is not None
        assert target.intent is not None
        game.send(target.intent)
        assert (answers(game) == before) is (key != "less")
        game.send(want.Pause())
        game.send(want.Go("title"))


def answers(game: Game) -> set[str]:
    return set(game._progress.history("lighthouse"))  # noqa: SLF001


# -- a ladder longer than the strip --------------------------------------------------------------


@pytest.mark.parametrize("playhead", [0, 14, 29])
def test_while_the_playhead_is_held_the_frames_stand_still(sheet: Sheet, playhead: int) -> None:
    stage = shown(sheet, long_ladder(playhead))
    slider = stage.scene(0.0).slider
    assert slider is not None
    x, y, w, h = slider.rect
    frame = w // len(slider.stops)
    gx, gy, gw, gh = slider.grip
    stage.on(actions.Press(gx + gw // 2, gy + gh // 2), 0.0)
    for there in (0, 5, 2, 3, 4, 1):
        intent = stage.on(actions.Point(x + frame * there + frame // 2, y, down=True), 0.0)
        off = gx + gw // 2 - slider.middle
        place = max(0, min((frame * there + frame // 2 - off) // frame, 5))
        assert intent == slider.stops[place]
        assert isinstance(intent, want.MovePlayhead)
        stage.show(long_ladder(intent.tier), 0.0)
        held = stage.scene(0.0).slider
        assert held is not None
        assert held.stops == slider.stops
        assert held.rect == slider.rect
    stage.on(actions.Release(x, y + h // 2), 0.0)


def test_let_go_of_the_strip_follows_its_playhead_again(sheet: Sheet) -> None:
    stage = shown(sheet, long_ladder(14))
    before = stage.scene(0.0).slider
    assert before is not None
    x, y, w, h = before.rect
    end = (x + w - 3, y + h // 2)
    intent = stage.on(actions.Press(*end), 0.0)
    assert isinstance(intent, want.MovePlayhead)
    stage.show(long_ladder(intent.tier), 0.0)
    stage.on(actions.Release(*end), 0.0)
    after = stage.scene(0.0).slider
    assert after is not None
    assert after.first > before.first


def test_a_key_takes_the_playhead_out_of_the_hand(sheet: Sheet) -> None:
    stage = shown(sheet, long_ladder(14))
    slider = stage.scene(0.0).slider
    assert slider is not None
    x, y, w, h = slider.rect
    stage.on(actions.Press(x + w - 3, y + h // 2), 0.0)
    stage.show(long_ladder(slider.first + 5), 0.0)
    assert stage.on(actions.Move(1, 0), 0.0) == want.MovePlayhead(slider.first + 6)
    stage.show(long_ladder(slider.first + 6), 0.0)
    assert stage.on(actions.Point(x, y, down=True), 0.0) is None
    after = stage.scene(0.0).slider
    assert after is not None
    assert after.first > slider.first


def test_the_strip_is_the_first_target_of_the_pointer(sheet: Sheet) -> None:
    stage = shown(sheet, PAGES["watch-point-back"])
    less = stage.scene(0.0).target("less")
    assert less is not None
    stage.on(actions.Press(*centre(less)), 0.0)
    assert stage.on(actions.Release(*centre(less)), 0.0) == want.Start()
