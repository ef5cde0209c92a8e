"""The window: SDL events in, frames out. A page that stands still is not drawn again."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from quizgame.domain.intents import Change, Intent
from quizgame.domain.settings import Settings
from quizgame.domain.views import View
from quizgame.ui import actions
from quizgame.ui.keymap import Keymap
from quizgame.ui.painter import Painter
from quizgame.ui.sounds import Sounds
from quizgame.ui.stage import Stage
from quizgame.ui.theme import DARK_ROOM
from quizgame.ui.typeface import Typeface
from quizgame.ui.waiting import wait_for_event

if TYPE_CHECKING:
    from quizgame.ui.ops import Op

TITLE = "Quizgame"
NO_SCREEN = "no screen to open a window on"
SIZE = (1280, 800)
SMALLEST = (960, 600)
MOVING_FRAME = 1 / 60
LONGEST_WAIT = 0.5
CLOCK_WAIT = 0.05


def _no_screen() -> bool:
    """Tell whether SDL would fall back to a screen that nobody can see."""
    ways = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    return sys.platform == "linux" and not any(os.environ.get(way) for way in ways)


class Window:
    """The game's window, with its sounds and its game pads; pygame.error without a screen."""

    def __init__(self, assets: Path, *, full_screen: bool) -> None:
        if _no_screen():
            raise pygame.error(NO_SCREEN)
        pygame.display.init()
        pygame.display.set_caption(TITLE)
        self._full_screen = full_screen
        self._surface = self._opened()
        self._typeface = Typeface(assets / "fonts")
        self._painter = Painter(self._typeface, DARK_ROOM)
        self._stage = Stage(self._typeface, DARK_ROOM, self._surface.get_size())
        self._keymap = Keymap()
        self._sounds = Sounds(assets / "sounds")
        self._heard: list[str] = []
        self._drawn: tuple[Op, ...] = ()
        self._typing = False
        self._timed = False
        self._pads: dict[int, object] = {}
        self._pads_wanted = True
        self.lost_focus = False
        self.closed = False
        pygame.key.set_repeat(350, 45)
        pygame.key.stop_text_input()

    def _opened(self) -> pygame.Surface:
        desktop = pygame.display.get_desktop_sizes()[0]
        if self._full_screen:
            return pygame.display.set_mode(desktop, pygame.FULLSCREEN)
        size = (min(SIZE[0], desktop[0]), min(SIZE[1], desktop[1]))
        return pygame.display.set_mode(size, pygame.RESIZABLE)

    def show(self, view: View, settings: Settings, now: float) -> None:
        """Set what is shown, and how: text size, motion, window or full screen."""
        if settings.on("full_screen") != self._full_screen:
            self._full_screen = settings.on("full_screen")
            self._surface = self._opened()
            self._drawn = ()
        self._stage.set_up(
            size=self._surface.get_size(),
            text=settings.number("text_size"),
            calm=settings.on("reduced_motion"),
            device=self._keymap.device,
        )
        self._stage.show(view, now)
        self._timed = getattr(view, "clock", None) is not None

    def intents(self, now: float) -> Iterator[Intent]:
        """Yield what the player asked for since the last time."""
        self.lost_focus = False
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                self.closed = True
            elif event.type == pygame.WINDOWFOCUSLOST:
                self.lost_focus = True
            elif event.type in {pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED}:
                self._resized()
            elif event.type == pygame.CONTROLLERDEVICEADDED:
                self._plug_in(event.device_index)
            else:
                intent = self._intent(event, now)
                if intent is not None:
                    yield intent

    def _resized(self) -> None:
        self._surface = pygame.display.get_surface() or self._surface
        width, height = self._surface.get_size()
        if not self._full_screen and (width < SMALLEST[0] or height < SMALLEST[1]):
            size = (max(width, SMALLEST[0]), max(height, SMALLEST[1]))
            self._surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        self._drawn = ()

    def _intent(self, event: pygame.event.Event, now: float) -> Intent | None:
        action = self._keymap.action(event, typing=self._stage.typing)
        if action is None:
            return None
        if action == actions.FullScreen():
            return Change("full_screen", "off" if self._full_screen else "on")
        focus = self._stage.focus
        intent = self._stage.on(action, now)
        if intent is not None:
            self._heard.append("pick")
        elif self._stage.focus != focus and self._stage.moved_focus:
            self._heard.append("focus")
        return intent

    def hear(self, names: Sequence[str], volume: int) -> None:
        """Play what is to be heard: what the game says goes before what the hand did."""
        for name in names or self._heard[-1:]:
            self._sounds.play(name, volume)
        self._heard.clear()
        self._sounds.rest()

    def draw(self, now: float) -> None:
        """Paint the page if it has changed since it was last painted."""
        ops = self._stage.ops(now)
        if self._stage.typing != self._typing:
            self._typing = self._stage.typing
            (pygame.key.start_text_input if self._typing else pygame.key.stop_text_input)()
        if ops is self._drawn or ops == self._drawn:
            return
        self._painter.paint(self._surface, ops)
        pygame.display.flip()
        self._drawn = ops

    def wait(self, now: float) -> None:
        """Sleep until there is something to do."""
        if self._stage.moving(now):
            wait_for_event(MOVING_FRAME)
            return
        if self._pads_wanted:
            # After the first frame, so that nobody waits for it.
            self._pads_wanted = False
            from pygame._sdl2 import controller  # noqa: PLC0415

            controller.init()
        wait_for_event(CLOCK_WAIT if self._timed else LONGEST_WAIT)

    def _plug_in(self, index: int) -> None:
        from pygame._sdl2 import controller  # noqa: PLC0415

        self._pads[index] = controller.Controller(index)

    def close(self) -> None:
        """Close the window."""
        pygame.quit()
