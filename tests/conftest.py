"""What every test stands on: no screen, no sound, no network, a data folder of its own."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

os.environ["SDL_VIDEODRIVER"] = os.environ.get("QUIZGAME_TEST_VIDEO", "dummy")
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

from tests.support import close_games

if TYPE_CHECKING:
    from quizgame.ui.typeface import Typeface
    from tests.xvfb import Screen

ROOT = Path(__file__).resolve().parent.parent
RAM, ROOM = Path("/dev/shm"), 1_000_000_000  # noqa: S108 (where Linux keeps files in memory)


def _in_memory() -> None:
    """Keep the folders of the tests in memory where there is room: no save waits for the disk."""
    if "TMPDIR" in os.environ or not os.access(RAM, os.W_OK):
        return
    # Programs that a test puts there must be allowed to run.
    runs = not os.statvfs(RAM).f_flag & os.ST_NOEXEC
    if runs and shutil.disk_usage(RAM).free > ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(RAM)


def pytest_configure() -> None:
    # Not before: the figures, which measure how long the disk takes, come by here as well.
    _in_memory()


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


# Of a module: a window that is closed at the end of another takes all fonts with it.
@pytest.fixture(scope="module")
def typeface(assets: Path) -> "Typeface":
    from quizgame.ui.typeface import Typeface  # noqa: PLC0415 (for tests with something to read)

    return Typeface(assets / "fonts")


@pytest.fixture
def shown(tmp_path: Path) -> Iterator["Screen"]:
    from tests.xvfb import screen  # noqa: PLC0415 (for the few tests with a real window)

    frames = tmp_path / "frames"
    frames.mkdir()
    with screen(frames) as running:
        yield running
