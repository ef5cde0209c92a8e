"""Run by `start`: say on the clock that all processes share when the first frame stood, and end.

`game` runs the game itself, started without a word; `bare` a window with nothing in it.
"""

import os
import sys
import time
from collections.abc import Callable


def tell() -> None:
    """Say when, and end without tidying up, which is not part of the start."""
    os.write(1, f"{time.monotonic_ns()}\n".encode())
    os._exit(0)


def bare() -> None:
    """Open an empty window."""
    import pygame  # noqa: PLC0415 (its cost is what is measured)

    pygame.display.init()
    window = pygame.Window("bare", (1280, 800), resizable=True)
    window.get_surface()
    window.flip()
    tell()


def game(then: Callable[[], None] = tell) -> None:
    """Play until the first frame is drawn; `then` ends the process."""
    import pygame  # noqa: PLC0415

    from quizgame.__main__ import main  # noqa: PLC0415

    class Watched(pygame.Window):
        def flip(self) -> None:
            super().flip()
            then()

    pygame.Window = Watched  # type: ignore[misc]
    main([])


if __name__ == "__main__":
    {"game": game, "bare": bare}[sys.argv[1]]()
