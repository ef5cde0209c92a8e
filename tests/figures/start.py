"""How long the first frame takes, against an empty window on the same screen in the same run."""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from subprocess import PIPE
from tempfile import TemporaryDirectory

from tests.figures.percent import p50
from tests.xvfb import program, screen

SAYS = "start to first frame, as a multiple of a bare pygame window's (goal: 1.3)"
ROUNDS = 15
RUNNER = ["-m", "tests.figures.first_frame"]


def figure() -> Iterator[str]:
    """Yield both times and, last, their ratio."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        environment = dict(os.environ)
        if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
            environment = stack.enter_context(screen(folder)).environment()
        environment |= {"SDL_FRAMEBUFFER_ACCELERATION": "0", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
        # An installed game is compiled already, whatever the one who measures has set.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        game, bare = [*RUNNER, "game", str(folder / "data")], [*RUNNER, "bare"]
        for words in (game, bare):
            _took(words, environment)
        times = [(_took(game, environment), _took(bare, environment)) for _ in range(ROUNDS)]
    games, bares = [one for one, _ in times], [other for _, other in times]
    yield f"game: {_told(games)}"
    yield f"bare window: {_told(bares)}"
    ratio = p50([one / other for one, other in times])
    yield f"start {ratio:.2f} times a bare window (median of {ROUNDS} interleaved rounds)"


def _took(words: list[str], environment: dict[str, str]) -> float:
    """Return the seconds from starting a process to its first frame."""
    began = time.monotonic_ns()
    with program(words, environment, stdout=PIPE) as running:
        said, _ = running.communicate(timeout=60)
    return (int(said) - began) / 1e9


def _told(seconds: list[float]) -> str:
    middle = p50(seconds) * 1000
    return f"median {middle:.0f} ms, {min(seconds) * 1000:.0f} to {max(seconds) * 1000:.0f}"
