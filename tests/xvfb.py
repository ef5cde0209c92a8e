"""A screen of its own for tests: Xvfb, its pixels, and hands on it through xdotool.

Xvfb keeps its picture in a file (-fbdir), so pixels are read with no further tool.
"""

import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

SIZE = (1280, 800)
DESKTOP = (1280, 870)
"""As large as it takes for a window of SIZE: the game leaves room for a desktop's bars."""
PATIENCE = 15.0
TOOLS = ("Xvfb", "xdotool")
# In CI a missing tool is a fault of the machine, and must fail instead of passing by.
needs_screen = pytest.mark.skipif(
    not os.environ.get("CI") and not all(shutil.which(tool) for tool in TOOLS),
    reason="a real window needs Xvfb and xdotool (apt-get install xvfb xdotool)",
)
POINTER_ROOT = 1
"""What X calls the focus that belongs to no window in particular."""
_HEADER = struct.Struct(">25I")


def until(met: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Return when the condition is met; TimeoutError, naming what was awaited, when it is late."""
    deadline = time.monotonic() + patience
    while not met():
        if time.monotonic() > deadline:
            message = f"waited {patience:.0f} s in vain: {what}"
            raise TimeoutError(message)
        time.sleep(0.01)


@dataclass(frozen=True, slots=True)
class Screen:
    """A running X server with nothing on it."""

    display: str
    frame_file: Path

    def environment(self, **further: str) -> dict[str, str]:
        """Return the environment of a program on this screen, silent unless said otherwise."""
        apart = {"SDL_VIDEODRIVER", "WAYLAND_DISPLAY", "SDL_VIDEO_X11_WMCLASS"}
        here = {key: value for key, value in os.environ.items() if key not in apart}
        return here | {"DISPLAY": self.display, "SDL_AUDIODRIVER": "dummy"} | further

    def do(self, *words: str | int) -> str:
        """Run xdotool and return what it says."""
        done = subprocess.run(
            ["xdotool", *map(str, words)],
            env=self.environment(),
            check=True,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        return done.stdout.strip()

    def focus(self, pid: int) -> None:
        """Wait for the window of a process, put it at the top and give it the keyboard."""
        window = self.do("search", "--sync", "--onlyvisible", "--pid", pid).splitlines()[-1]
        self.do("windowmove", window, 0, 0)
        self.do("windowfocus", "--sync", window)

    def look_away(self) -> None:
        """Take the keyboard from the window, as another window that comes up does."""
        self.do("windowfocus", POINTER_ROOT)

    def pixels(self) -> bytes:
        """Return the picture in the window, four bytes a pixel: blue, green, red, nothing."""
        data = self.frame_file.read_bytes()
        header = _HEADER.unpack_from(data)
        size, width, height, stride, colours = (header[n] for n in (0, 4, 5, 12, 19))
        assert (width, height, stride) == (*DESKTOP, SIZE[0] * 4)
        start = size + colours * 12
        return data[start : start + stride * SIZE[1]]


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """Run an X server on a free display: no window manager, no screen saver, no pointer shown."""
    read, write = os.pipe()
    wide, high = DESKTOP
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{wide}x{high}x24", "-s", "0",
         "-noreset", "-nocursor", "-nolisten", "tcp", "-fbdir", str(folder)],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as said:
            number = said.readline().strip()
        assert number, "Xvfb did not start"
        shown = Screen(f":{number}", folder / "Xvfb_screen0")
        # Out of the way: in the middle, where it begins, it would touch a button of the game.
        shown.do("mousemove", wide - 1, high - 1)
        yield shown
    finally:
        server.terminate()
        server.wait(PATIENCE)


@contextmanager
def program(
    words: list[str],
    environment: Mapping[str, str],
    *,
    errors: IO[str] | None = None,
    stdout: int | None = subprocess.DEVNULL,
) -> Iterator[subprocess.Popen[str]]:
    """Run Python with these words from the top of the checkout; it does not outlive the block."""
    running = subprocess.Popen(
        [sys.executable, *words],
        cwd=Path(__file__).resolve().parent.parent,
        env=environment,
        stdout=stdout,
        stderr=errors,
        text=True,
    )
    try:
        yield running
    finally:
        if running.poll() is None:
            running.kill()
        running.wait(PATIENCE)
        if running.stdout:
            running.stdout.close()
