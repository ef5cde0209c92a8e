"""What every test stands on: no screen, no sound, no network, a data folder of its own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["SDL_VIDEODRIVER"] = os.environ.get("QUIZGAME_TEST_VIDEO", "dummy")
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

from tests.support import close_games

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--approve", action="store_true", help="take the pictures as they are now")


@pytest.fixture
def approve(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--approve"))


@pytest.fixture(autouse=True)
def _games_closed() -> Iterator[None]:
    yield
    close_games()


@pytest.fixture(scope="session")
def assets() -> Path:
    return ROOT / "assets"
