"""Run by `idle`: the game, saying on the clock that all processes share when each frame stood."""

import os
import sys
import time

import pygame

from quizgame.__main__ import main


class TimedWindow(pygame.Window):
    """A window that says when each frame stands."""

    def flip(self) -> None:
        """Show the frame, then say when."""
        super().flip()
        os.write(1, f"{time.monotonic_ns()}\n".encode())


if __name__ == "__main__":
    pygame.Window = TimedWindow  # type: ignore[misc]
    main(["--data-dir", sys.argv[1]])
