"""Sleeping until an event comes: pygame's own wait asks a thousand times a second, SDL's not."""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pygame

# Where SDL cannot be asked to wait: often enough that a key is answered within two frames.
POLL = 0.03


def wait_for_event(seconds: float) -> None:
    """Return when an event is waiting, or after so many seconds."""
    wait = _sdl_wait()
    if wait is None:
        pygame.time.wait(round(min(seconds, POLL) * 1000))
    else:
        wait(None, round(seconds * 1000))


@cache
def _sdl_wait() -> Callable[[None, int], int] | None:
    """Return SDL_WaitEventTimeout of the very SDL that pygame has loaded, or None."""
    import ctypes  # noqa: PLC0415 (not before the first page, which waits for nothing)

    for path in _sdl_files():
        try:
            library = ctypes.CDLL(str(path))
            wait = library.SDL_WaitEventTimeout
        except (OSError, AttributeError):
            continue
        wait.argtypes, wait.restype = (ctypes.c_void_p, ctypes.c_int), ctypes.c_int
        return wait
    return None


def _sdl_files() -> list[Path]:
    package = Path(pygame.__file__).parent
    if sys.platform == "win32":
        return [package / "SDL2.dll"]
    if sys.platform == "darwin":
        return sorted((package / ".dylibs").glob("libSDL2-2*.dylib"))
    return sorted(package.parent.glob("pygame_ce.libs/libSDL2-2*.so*"))
