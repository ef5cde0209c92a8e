"""How long the first frame takes, against an empty window on the same screen in the same run.

SDL hands a window's pixels to the screen through a texture, unless it is told not to. Where there
is no GPU that doubles the cost of a bare window and more, so the game tells it not to. The figure
counts that gain, as anybody's bare window goes without it; the line before it does not.
"""

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
PLAIN = {"SDL_FRAMEBUFFER_ACCELERATION": "0"}


def figure() -> Iterator[str]:
    """Yield the times, the ratio to a window opened as the game opens its own, and the figure."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        environment = dict(os.environ)
        if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
            environment = stack.enter_context(screen(folder)).environment()
        for name in PLAIN:
            environment.pop(name, None)
        environment |= {"PYGAME_HIDE_SUPPORT_PROMPT": "1", "XDG_DATA_HOME": str(folder / "data")}
        # An installed game is compiled already, whatever the one who measures has set.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        starts = (("game", environment), ("bare", environment), ("bare", environment | PLAIN))
        for start in starts:
            _took(*start)
        rounds = [[_took(*start) for start in starts] for _ in range(ROUNDS)]
    games, bares, plains = zip(*rounds, strict=True)
    yield f"game: {_told(games)}"
    yield f"bare window: {_told(bares)}"
    yield f"bare window without the texture: {_told(plains)}"
    yield f"{_ratio(games, plains):.2f} times a bare window without the texture, as the game's is"
    yield f"start {_ratio(games, bares):.2f} times a bare window ({ROUNDS} interleaved rounds)"


def _took(what: str, environment: dict[str, str]) -> float:
    """Return the seconds from starting a process to its first frame."""
    began = time.monotonic_ns()
    with program([*RUNNER, what], environment, stdout=PIPE) as running:
        said, _ = running.communicate(timeout=60)
    return (int(said) - began) / 1e9


def _ratio(ours: tuple[float, ...], theirs: tuple[float, ...]) -> float:
    return p50([one / other for one, other in zip(ours, theirs, strict=True)])


def _told(seconds: tuple[float, ...]) -> str:
    middle = p50(list(seconds)) * 1000
    return f"median {middle:.0f} ms, {min(seconds) * 1000:.0f} to {max(seconds) * 1000:.0f}"
