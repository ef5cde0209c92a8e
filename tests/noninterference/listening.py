"""What a game touches, starts and logs, written down while it runs."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_TOUCHED = {"open", "sqlite3.connect", "os.rename", "os.remove", "os.mkdir", "os.listdir"}
_OUTSIDE = ("subprocess.Popen", "os.system", "os.putenv", "tempfile.mkstemp", "socket.connect")

_listener: list[str] | None = None


def _listen(event: str, arguments: tuple[Any, ...]) -> None:
    if _listener is None:
        return
    if event in _TOUCHED:
        writes = event == "open" and set(str(arguments[1])) & set("wax+")
        _listener.append(f"{event}{' to write' if writes else ''} {arguments[0]}")
    elif event in _OUTSIDE and not str(arguments[0]).startswith("b'SDL_"):
        # SDL's own are set once a process, by whichever window comes first.
        _listener.append(f"{event} {arguments}")


sys.addaudithook(_listen)


@contextmanager
def listening(folder: Path) -> Iterator[list[str]]:
    """Gather what is touched under a folder meanwhile, and what is written or started anywhere."""
    global _listener  # noqa: PLW0603 (an audit hook cannot be taken away again)
    heard: list[str] = []
    _listener, here = [], str(folder)
    try:
        yield heard
    finally:
        everywhere = ("open to write", *_OUTSIDE)
        heard += [
            line.replace(here, "")
            for line in _listener
            if here in line or line.startswith(everywhere)
        ]
        _listener = None


class Lines(logging.Handler):
    """Keeps every line that is logged anywhere."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.lines.append(f"{record.levelname} {record.getMessage()}")
