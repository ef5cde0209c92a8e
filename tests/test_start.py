"""What a start reads in before the title page stands, and what it leaves for later."""

import os
import subprocess
import sys
from ast import literal_eval
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

TELL = """
import gc, os, sys
import pygame
from tests.figures.first_frame import game

def tell():
    os.write(1, repr((list(sys.modules), pygame.mixer.get_init(), gc.isenabled())).encode())
    os._exit(0)

"""
AT_THE_FIRST_FRAME = TELL + "game(tell)"
AT_THE_FIRST_WAIT = f"""{TELL}
from quizgame.ui.window import Window

Window.wait = lambda window, now: tell()
game(lambda: None)
"""
LATER = (
    "argparse",
    "ctypes",
    "json",
    "yaml",
    "pygame.freetype",
    "pygame._sdl2",
    "quizgame.domain.cards",
    "quizgame.domain.gate",
    "quizgame.domain.session",
    "quizgame.services.game",
    "quizgame.services.shelf",
    "quizgame.storage.packfile",
    "quizgame.storage.packindex",
)
"""What the title page shows nothing of."""


class Told(NamedTuple):
    """What a game that has started tells of itself."""

    modules: list[str]
    mixer: tuple[int, int, int] | None
    collects: bool


def started(script: str, folder: Path) -> Told:
    """Start the game without a word, on a screen nobody sees and with nothing played yet."""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=os.environ | {"SDL_VIDEODRIVER": "dummy", "XDG_DATA_HOME": str(folder)},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return Told(*literal_eval(done.stdout.splitlines()[-1]))


@pytest.fixture(scope="module", name="titled")
def _titled(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return started(AT_THE_FIRST_FRAME, tmp_path_factory.mktemp("data"))


def test_the_title_page_waits_for_nothing_it_does_not_show(titled: Told) -> None:
    assert not set(LATER) & set(titled.modules)


def test_no_other_page_is_read_in_before_the_title_page(titled: Told) -> None:
    screens = "quizgame.ui.screens."
    assert [name for name in titled.modules if name.startswith(screens)] == [f"{screens}title"]


def test_no_sound_device_is_opened_before_the_title_page(titled: Told) -> None:
    assert titled.mixer is None


def test_waste_is_looked_for_only_once_the_game_has_started(titled: Told, tmp_path: Path) -> None:
    assert not titled.collects
    running = started(AT_THE_FIRST_WAIT, tmp_path)
    assert running.collects
    assert "quizgame.services.game" in running.modules
