"""The game as a person meets it: a real window, real keys and clicks, a real file on the disk.

What its twin paints (see `tests.twin`) must come to stand on the screen, pixel by pixel.
"""

import os
import subprocess
import sys
from pathlib import Path

from quizgame.app import open_game
from quizgame.domain import intents as want
from quizgame.domain import views
from tests.conftest import ROOT
from tests.twin import PACK, Twin, played, rows, saved
from tests.xvfb import PATIENCE, Screen, needs_screen, until


def answer_with_keys(twin: Twin) -> None:
    """Answer the card with the keyboard, in the way its kind asks for."""
    view = twin.view
    assert isinstance(view, views.AskView)
    match view.body:
        case views.PickOne():
            if view.board.number % 2:
                twin.press("Down", "Return")
            else:
                twin.press("b")
        case views.PickSeveral():
            twin.press("a", "c")
            twin.tab_to("submit")
            twin.press("Return")
        case views.Arrange():
            twin.press("Right")
            twin.tab_to("submit")
            twin.press("Return")
        case views.TypeIn():
            twin.type("the sea")
            twin.press("Return")


def answer_with_mouse(twin: Twin) -> None:
    """Answer the card with the mouse, in the way its kind asks for."""
    view = twin.view
    assert isinstance(view, views.AskView)
    match view.body:
        case views.PickOne():
            twin.click("option-1")
        case views.PickSeveral():
            twin.click("option-0", "option-2", "submit")
        case views.Arrange():
            twin.click("step-0-down", "submit")
        case views.TypeIn():
            twin.click("key-2-0", "key-3-2", "submit")


def cards_answered(data: Path) -> int:
    return int(rows(data, "SELECT count(*) FROM answers")[0][0])


@needs_screen
def test_a_whole_round_is_played_with_the_keyboard_alone(shown: Screen, tmp_path: Path) -> None:
    with played(shown, tmp_path / "data") as twin:
        twin.choose_pack()
        twin.press("Right", "Right")
        twin.hand("key", "Return")
        twin.dealt()
        for number in range(1, 11):
            answer_with_keys(twin)
            twin.agree()
            assert isinstance(twin.view, views.RevealView)
            assert cards_answered(twin.data) == number
            if number < 10:
                twin.press("Return")
                twin.agree()
        twin.hand("key", "Return")
        until(lambda: not saved(twin.data), "the round has come to its end")
        twin.copy_progress()
        twin.hand("key", "Escape")
        twin.meet()
        twin.tab_to("quit")
        twin.hand("key", "Return")
        twin.ends()


@needs_screen
def test_a_whole_round_is_played_with_the_mouse_alone(shown: Screen, tmp_path: Path) -> None:
    with played(shown, tmp_path / "data") as twin:
        twin.click("play", f"pack-{PACK}", "round_length-5")
        assert rows(twin.data, "SELECT value FROM settings") == [("5",)]
        strip = twin.sheet.stage.scene(0.0).slider
        assert strip is not None
        x, y, w, h = strip.rect
        twin.click_at(x + w * 9 // 10, y + h // 2)
        twin.hand("mousemove", *twin.spot("start"), "click", 1)
        twin.dealt()
        assert saved(twin.data)["tier"] == "credits"
        for number in range(1, 6):
            answer_with_mouse(twin)
            twin.agree()
            assert cards_answered(twin.data) == number
            if number < 5:
                twin.click("next")
                twin.agree()
        twin.hand("mousemove", *twin.spot("next"), "click", 1)
        until(lambda: not saved(twin.data), "the round has come to its end")
        twin.copy_progress()
        twin.hand("click", 3)
        twin.meet()
        twin.hand("mousemove", *twin.spot("quit"), "click", 1)
        twin.ends()


@needs_screen
def test_a_killed_game_comes_back_with_the_same_card_score_and_order(
    shown: Screen, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    with played(shown, data) as twin:
        twin.choose_pack()
        twin.press("Right")
        twin.hand("key", "Return")
        twin.dealt()
        for _ in range(3):
            answer_with_keys(twin)
            twin.press("Return")
        twin.agree()
        before, picture = saved(data), twin.picture()
        twin.process.kill()
        assert twin.process.wait(PATIENCE) < 0
    assert before["at"] == 3
    with played(shown, data) as twin:
        assert isinstance(twin.view, views.TitleView)
        assert "card 4 of 10" in twin.view.unfinished
        twin.press("Return")
        assert twin.picture() == picture
        assert saved(data) == before
        # Not with S: on a card that is typed it would be a letter.
        twin.tab_to("skip")
        twin.press("Return", "Return")
        twin.agree()
        after = saved(data)
        assert (after["at"], after["score"]) == (4, before["score"])
        assert after["dealt"] == before["dealt"]
        assert after["outcomes"][:3] == before["outcomes"]
        # SDL turns this into the same event as the button that closes a window, for which a
        # window manager would be needed.
        twin.process.terminate()
        twin.ends()


@needs_screen
def test_enter_below_what_was_said_plays_only_that_round_so_far(
    shown: Screen, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    game = open_game(data, seed=1)
    for intent in (want.Go("shelf"), want.ChoosePack(PACK), want.MovePlayhead(4), want.Start()):
        game.send(intent)
    game.close()
    with played(shown, data) as twin:
        twin.choose_pack()
        twin.press("Left", "Left")
        twin.hand("key", "Return")
        until(lambda: saved(data).get("tier") == "midway", "a round further back is saved")
        assert rows(data, "SELECT tier FROM watch_points") == [("credits",)]
        twin.process.terminate()
        twin.ends()


@needs_screen
def test_without_a_sound_device_the_game_still_plays(shown: Screen, tmp_path: Path) -> None:
    with played(shown, tmp_path / "data", SDL_AUDIODRIVER="no-such-device") as twin:
        twin.choose_pack()
        twin.hand("key", "Return")
        twin.dealt()
        answer_with_keys(twin)
        twin.agree()
        assert cards_answered(twin.data) == 1
        twin.press("Return")
        twin.process.terminate()
        twin.ends()


def test_with_no_screen_one_line_names_the_demo(tmp_path: Path) -> None:
    apart = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}
    environment = {key: value for key, value in os.environ.items() if key not in apart}
    # Without it Wayland's own library complains, before SDL can give it up.
    environment["XDG_RUNTIME_DIR"] = str(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "quizgame", "--data-dir", str(tmp_path / "data")],
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "quizgame demo" in done.stderr
