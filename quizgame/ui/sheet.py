"""A sheet to paint screens on where there is no window: for the demo, the tests and the README."""

from pathlib import Path

import pygame

from quizgame.domain.views import View
from quizgame.ui.actions import KEYS
from quizgame.ui.painter import Painter
from quizgame.ui.stage import Stage
from quizgame.ui.theme import DARK_ROOM
from quizgame.ui.typeface import Typeface


class Sheet:
    """Screens painted at a size in pixels and a text size in percent, with no window."""

    def __init__(self, assets: Path, size: tuple[int, int], text: int = 100) -> None:
        typeface = Typeface(assets / "fonts")
        self.stage = Stage(typeface, DARK_ROOM, size)
        self.painter = Painter(typeface, DARK_ROOM)
        self.surface = pygame.Surface(size)
        self.set_up(text=text)

    def set_up(self, *, text: int = 100, device: str = KEYS) -> None:
        """Set the text size in percent and the device whose hints are shown."""
        self.stage.set_up(size=self.surface.get_size(), text=text, calm=True, device=device)

    def paint(self, view: View) -> pygame.Surface:
        """Return the surface with the view painted on it."""
        self.stage.show(view, 0.0)
        self.painter.paint(self.surface, self.stage.ops(0.0))
        return self.surface

    def save(self, view: View, path: Path) -> None:
        """Write a picture of the view, making its folder where needed."""
        path.parent.mkdir(parents=True, exist_ok=True)
        pygame.image.save(self.paint(view), path)
