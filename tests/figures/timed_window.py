"""Run by `idle`: the game, saying on the clock that all processes share when each frame stood."""

import os
import sys
import time

import pygame

from quizgame.__main__ import main

flip = pygame.display.flip


def flip_and_tell() -> None:
    """Show the frame, then say when."""
    flip()
    os.write(1, f"{time.monotonic_ns()}\n".encode())


if __name__ == "__main__":
    pygame.display.flip = flip_and_tell
    main(["--data-dir", sys.argv[1]])
