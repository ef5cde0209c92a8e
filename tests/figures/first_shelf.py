"""Run by `shelf`: start the game, go to its shelf, say when the first frame of it stood, and end.

The words are the data folder and `first` or `whole`: the first frame of the shelf, or the first
that stands when all packs are read.
"""

import sys
from collections.abc import Iterator

import pygame

from quizgame.__main__ import main
from quizgame.domain.intents import Go, Intent
from quizgame.domain.views import ShelfView
from quizgame.ui.window import Window
from tests.figures.first_frame import tell


def shelf(folder: str, awaited: str) -> None:
    """Play until the shelf stands."""
    asked = iter([Go("shelf")])

    class Watched(pygame.Window):
        def flip(self) -> None:
            super().flip()
            view = shown[-1]._stage.view if shown else None  # noqa: SLF001 (what stands there)
            if isinstance(view, ShelfView) and not (awaited == "whole" and view.reading):
                tell()

    shown: list[Window] = []

    def intents(window: Window, _now: float) -> Iterator[Intent]:
        pygame.event.pump()
        shown[:] = [window]
        yield from asked

    pygame.Window = Watched  # type: ignore[misc]
    Window.intents = intents  # type: ignore[assignment, method-assign]
    main(["--data-dir", folder])


if __name__ == "__main__":
    shelf(*sys.argv[1:])
