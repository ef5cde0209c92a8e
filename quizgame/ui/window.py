"""The window: SDL events in, frames out. A page that stands still is not drawn again."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from quizgame.domain.intents import Change, Intent, Offer
from quizgame.domain.notices import Notice
from quizgame.domain.settings import Settings
from quizgame.domain.views import View
from quizgame.ui import actions
from quizgame.ui.art.icon import icon
from quizgame.ui.keymap import Keymap, takes_picture
from quizgame.ui.pads import Pads
from quizgame.ui.painter import Painter
from quizgame.ui.sounds import Sounds
from quizgame.ui.stage import Stage, page_of
from quizgame.ui.theme import DARK_ROOM
from quizgame.ui.typeface import Typeface
from quizgame.ui.waiting import wait_for_event

if TYPE_CHECKING:
    from quizgame.ui.ops import Op, Rect

TITLE = "Quizgame"
NO_SCREEN = "no screen to open a window on"
UNSEEN = frozenset({"dummy", "evdev", "offscreen"})
"""What SDL paints on when no screen answers, unless the player asks for it by name."""
SIZE = (1280, 800)
SMALLEST = (960, 600)
HIGHEST = 0.92
"""The share of the desktop's height a window takes at most: bars and its title need the rest."""
MOVING_FRAME = 1 / 60
LONGEST_WAIT = 0.5
CLOCK_WAIT = 0.05
IDLE = 30.0
"""Seconds without a touch after which nobody is thought to be at the game."""


def fitting(desktop: tuple[int, int]) -> tuple[int, int]:
    """Return the size a window opens at on a desktop; never below the smallest that is laid out."""
    wide, high = min(SIZE[0], desktop[0]), min(SIZE[1], int(desktop[1] * HIGHEST))
    return max(SMALLEST[0], wide), max(SMALLEST[1], high)


def _open_display() -> None:
    """Connect to the screen; pygame.error where SDL would paint on one that nobody can see."""
    # Otherwise SDL expects the game to draw the words that an input method offers.
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")
    ways = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    if sys.platform == "linux" and not any(os.environ.get(way) for way in ways):
        # SDL is not asked: on its way to a screen it lets Wayland's library complain on stderr.
        raise pygame.error(NO_SCREEN)
    pygame.display.init()
    if not os.environ.get("SDL_VIDEODRIVER") and pygame.display.get_driver() in UNSEEN:
        pygame.display.quit()
        raise pygame.error(NO_SCREEN)


class Window:
    """The game's window, with its sounds and its game pads; pygame.error without a screen."""

    def __init__(self, assets: Path, *, full_screen: bool) -> None:
        _open_display()
        size = fitting(pygame.display.get_desktop_sizes()[0])
        self._window = pygame.Window(TITLE, size, resizable=True)
        self._window.minimum_size = SMALLEST
        self._full_screen = False
        self._set_full_screen(on=full_screen)
        self._typeface = Typeface(assets / "fonts")
        self._window.set_icon(icon(self._typeface, DARK_ROOM))
        self._painter = Painter(self._typeface, DARK_ROOM)
        self._stage = Stage(self._typeface, DARK_ROOM, self._window.size)
        self._keymap = Keymap()
        self._sounds = Sounds(assets / "sounds")
        self._heard: list[str] = []
        self._drawn: tuple[Op, ...] = ()
        self._typed_in: Rect | None = None
        self._timed = False
        self._pads = Pads()
        self._touched: float | None = None
        self._idle = False
        self.interrupted = False
        self.closed = False
        pygame.key.set_repeat(350, 45)
        pygame.key.stop_text_input()

    def _set_full_screen(self, *, on: bool) -> None:
        """Change between window and full screen; SDL keeps the window's size meanwhile."""
        if on == self._full_screen:
            return
        self._full_screen = on
        if on:
            self._window.set_fullscreen(desktop=True)
        else:
            self._window.set_windowed()

    def show(
        self, view: View, settings: Settings, now: float, notice: Notice | None = None
    ) -> None:
        """Set what is shown, and how: text size, motion, window or full screen."""
        self._set_full_screen(on=settings.on("full_screen"))
        self._stage.set_up(
            size=self._window.size,
            text=settings.number("text_size"),
            calm=settings.on("reduced_motion"),
            device=self._keymap.device,
            audible=settings.number("sound") > 0 and not self._sounds.mute,
        )
        if page_of(view) != page_of(self._stage.view):
            # What comes by itself, as when time runs out, is there to be read first.
            self._touched = now
        self._stage.show(view, now, notice)
        self._timed = getattr(view, "clock", None) is not None

    def intents(self, now: float) -> Iterator[Intent]:
        """Yield what the player asked for since the last time."""
        self.interrupted = False
        for event in pygame.event.get():
            if self._touched is None or self._keymap.touched(event):
                self._touched, self._idle = now, False
            match event.type:
                case pygame.QUIT:
                    self.closed = True
                case pygame.WINDOWFOCUSLOST | pygame.WINDOWMINIMIZED | pygame.WINDOWHIDDEN:
                    self._interrupt(now)
                case pygame.WINDOWSIZECHANGED | pygame.WINDOWEXPOSED:
                    self._drawn = ()
                case pygame.DROPFILE:
                    yield Offer(event.file)
                case pygame.CONTROLLERDEVICEADDED:
                    self._pads.plug_in(event.device_index)
                case pygame.CONTROLLERDEVICEREMOVED:
                    # Whoever held it is away from the game.
                    self._pads.unplug()
                    self._interrupt(now)
                case _:
                    if takes_picture(event):
                        self._interrupt(now)
                    intent = self._intent(event, now)
                    if intent is not None:
                        yield intent
        intent = self._stage.due(now)
        if intent is not None:
            self._heard.append("pick")
            yield intent

    def _interrupt(self, now: float) -> None:
        """Let go of everything: something has come between the player and the screen."""
        if self._stage.composing:
            self._stage.on(actions.Compose(""), now)
        self._stage.let_go()
        self.interrupted = True

    def untouched(self, now: float) -> float:
        """Return for how many seconds no hand has done anything."""
        if self._touched is None:
            self._touched = now
        return now - self._touched

    def idle(self, now: float) -> bool:
        """Tell, once until the next touch, that nobody has been at the game for a while."""
        fresh = not self._idle and self.untouched(now) >= IDLE
        self._idle = self._idle or fresh
        return fresh

    def _intent(self, event: pygame.event.Event, now: float) -> Intent | None:
        composing = self._stage.composing
        action = self._keymap.action(event, typing=self._stage.typing, composing=composing)
        if action is None:
            return None
        if action == actions.FullScreen():
            return Change("full_screen", "off" if self._full_screen else "on")
        focus = self._stage.focus
        intent = self._stage.on(action, now)
        if composing and isinstance(action, actions.Press):
            # The page has taken what was being composed: the input method begins anew.
            self._hear_letters(None)
        if intent is not None:
            self._heard.append("pick")
        elif self._stage.focus != focus and self._stage.moved_focus:
            self._heard.append("focus")
        return intent

    def hear(self, names: Sequence[str], volume: int, now: float) -> None:
        """Play what is to be heard: what the game says goes before what the hand did."""
        for name in names or self._heard[-1:]:
            self._sounds.play(name, volume, now)
        self._heard.clear()
        played = self._stage.played
        if not self._sounds.play_card(played, volume, now) and played:
            self._stage.heard_out()
        self._sounds.rest(now)

    def _hear_letters(self, field: "Rect | None") -> None:
        """Let letters come while a field is there, and the words to choose from stand by it."""
        if field == self._typed_in:
            return
        if field is None:
            pygame.key.stop_text_input()
        else:
            pygame.key.set_text_input_rect(pygame.Rect(field))
            if self._typed_in is None:
                pygame.key.start_text_input()
        self._typed_in = field

    def copy(self, text: str) -> None:
        """Put a text on the clipboard, where there is one."""
        with suppress(pygame.error):
            pygame.scrap.put_text(text)

    def draw(self, now: float) -> None:
        """Paint the page if it has changed since it was last painted."""
        ops = self._stage.ops(now)
        self._hear_letters(self._stage.typed_in(now))
        if ops is self._drawn or ops == self._drawn:
            return
        self._painter.paint(self._window.get_surface(), ops)
        self._window.flip()
        self._drawn = ops

    def wait(self, now: float) -> None:
        """Sleep until there is something to do."""
        if self._stage.moving(now):
            wait_for_event(MOVING_FRAME)
            return
        # After the first page, so that nobody waits for it.
        self._pads.seek()
        wait_for_event(CLOCK_WAIT if self._timed else LONGEST_WAIT)

    def close(self) -> None:
        """Let go of the pads and close the window."""
        self._pads.close()
        self._window.destroy()
        pygame.quit()
