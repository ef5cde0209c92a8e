"""A real window where a whole round is not needed: no screen behind it, letters typed fast."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quizgame.app import open_game
from quizgame.domain import intents as want
from quizgame.domain import views
from tests.conftest import ROOT
from tests.twin import PACK, rows
from tests.xvfb import PATIENCE, Screen, needs_screen, program, until


def test_a_screen_that_does_not_answer_is_told_in_one_line(tmp_path: Path) -> None:
    apart = {"WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}
    environment = {key: value for key, value in os.environ.items() if key not in apart}
    # Without the folder Wayland's own library complains, before SDL can give it up.
    environment |= {"DISPLAY": ":9876", "XDG_RUNTIME_DIR": str(tmp_path)}
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
    assert len(done.stderr.splitlines()) == 1
    assert "quizgame demo" in done.stderr


def left_at_a_typed_card(data: Path, clock: str) -> None:
    """Save a round that stands at a card to be typed."""
    for seed in range(99):
        game = open_game(data, seed=seed)
        game.send(want.Change("clock", clock))
        for intent in (want.Go("shelf"), want.ChoosePack(PACK), want.MovePlayhead(4)):
            game.send(intent)
        game.send(want.Change("round_length", "20"))
        game.send(want.Start())
        while isinstance(view := game.view(), views.AskView):
            if isinstance(view.body, views.TypeIn):
                game.close()
                return
            game.send(want.Skip())
            game.send(want.Next())
        game.close()
    pytest.fail("no card of the bank is typed")


def look(shown: Screen, before: bytes) -> bytes:
    """Wait for the picture to change, and as long as a person takes to see it."""
    until(lambda: shown.pixels() != before, "the picture changes")
    time.sleep(0.5)
    return shown.pixels()


@needs_screen
@pytest.mark.parametrize("clock", ["0", "60"])
def test_every_letter_typed_fast_arrives_and_none_is_a_command(
    shown: Screen, tmp_path: Path, clock: str
) -> None:
    data = tmp_path / "data"
    left_at_a_typed_card(data, clock)
    typed = "a ship passed the harbour in spring "
    picture = shown.pixels()
    with program(["-m", "quizgame", "--data-dir", str(data)], shown.environment()) as process:
        shown.focus(process.pid)
        picture = look(shown, picture)
        # On the clock a round comes back paused.
        for _ in range(2 if clock != "0" else 1):
            shown.do("key", "Return")
            picture = look(shown, picture)
        shown.do("type", "--delay", 1, typed)
        shown.do("key", "BackSpace")
        process.terminate()
        assert process.wait(PATIENCE) == 0
    ((state,),) = rows(data, "SELECT state FROM runs WHERE ended IS NULL")
    assert json.loads(state)["desk"]["text"] == typed[:-1]
