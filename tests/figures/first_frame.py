"""Run by `start`: say on the clock that all processes share when the first frame stood, and end.

`game FOLDER` runs the game itself; `bare` a window with nothing in it.
"""

import os
import sys
import time


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


def game(folder: str) -> None:
    """Play until the first frame is drawn."""
    from quizgame.__main__ import main  # noqa: PLC0415
    from quizgame.ui.window import Window  # noqa: PLC0415

    draw = Window.draw

    def draw_once(self: Window, now: float) -> None:
        draw(self, now)
        tell()

    Window.draw = draw_once  # type: ignore[method-assign]
    main(["--data-dir", folder])


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        game(sys.argv[2])
