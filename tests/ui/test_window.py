"""The window on a screen nobody sees: pads that come and go, full screen, letters on the clock."""

import ctypes
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from quizgame import app
from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.session import Session, step
from quizgame.domain.settings import Settings
from quizgame.services import showing
from quizgame.ui import window as window_module
from quizgame.ui.art.icon import icon
from quizgame.ui.theme import DARK_ROOM
from quizgame.ui.typeface import Typeface
from quizgame.ui.waiting import _sdl_files
from quizgame.ui.window import SIZE, Window
from tests.ui import screenfuls

GAMEPAD, AXES, BUTTONS = 1, 6, 15


class Round:
    """As much of a game as a turn of the loop needs: one card on the clock."""

    def __init__(self, kind: str, clock: int = 60) -> None:
        deck = screenfuls.bank()
        cards = screenfuls.longest_of_each_kind(deck)
        card = next(card for card in cards if type(card.kind).__name__ == kind)
        self.session: Session = screenfuls.round_of(deck, card, clock=clock)
        self.settings = Settings().changed("sound", "0")
        self.sounds: list[str] = []
        self.notice = None
        self.offered: list[str] = []

    def look(self) -> None:
        pass

    def file_to_open(self) -> None:
        pass

    def text_to_copy(self) -> str:
        return ""

    def read_on(self) -> bool:
        return False

    def send(self, intent: want.Intent) -> None:
        if isinstance(intent, want.Change):
            self.settings = self.settings.changed(intent.name, intent.value)
        elif isinstance(intent, want.Offer):
            self.offered.append(intent.path)
        elif isinstance(intent, want.Interrupt):
            if self.session.clock and not intent.idle:
                self.session, _ = step(self.session, want.Pause())
        else:
            assert isinstance(intent, want.CardIntent)
            self.session, _ = step(self.session, intent)

    def view(self) -> views.View:
        if self.session.paused:
            return showing.pause(self.session)
        return showing.ask(self.session)

    def paused(self) -> bool:
        return self.session.paused


class Loop:
    """A window and a round, a turn at a time."""

    def __init__(self, window: Window, kind: str) -> None:
        self.window = window
        self.round = Round(kind)
        self.now = 100.0

    def turn(self, seconds: float = 1.0) -> None:
        self.now += seconds
        app._turn(self.round, self.window, self.now, seconds)  # type: ignore[arg-type]  # noqa: SLF001


@pytest.fixture
def window(assets: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    monkeypatch.setattr(window_module, "wait_for_event", lambda _seconds: None)
    opened = Window(assets, full_screen=False)
    # What the windows of other tests have left behind is none of this one's.
    pygame.event.clear()
    yield opened
    opened.close()


def press(key: int, text: str = "") -> None:
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0))
    if text:
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=text))
    pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=0))


@pytest.mark.parametrize("together", [False, True])
def test_on_the_clock_space_and_p_are_letters(window: Window, *, together: bool) -> None:
    loop = Loop(window, "TypeAnswer")
    loop.turn()
    for letter in "up a ship":
        press(pygame.key.key_code("space" if letter == " " else letter), letter)
        if not together:
            loop.turn()
    loop.turn()
    assert loop.round.session.desk.text == "up a ship"
    assert not loop.round.paused()


def compose(text: str) -> None:
    pygame.event.post(pygame.event.Event(pygame.TEXTEDITING, text=text, start=0, length=0))


def test_hangul_is_composed_erased_and_typed_by_its_input_method(window: Window) -> None:
    loop = Loop(window, "TypeAnswer")
    loop.turn()
    for composed in ("ㅁ", "미", "민"):
        compose(composed)
        loop.turn()
        press(pygame.K_BACKSPACE)
        press(pygame.K_RETURN)
        loop.turn()
        assert not loop.round.session.desk.text
        assert not loop.round.session.outcomes
    compose("")
    pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text="민"))
    loop.turn()
    assert loop.round.session.desk.text == "민"
    press(pygame.K_BACKSPACE)
    loop.turn()
    assert not loop.round.session.desk.text


def test_the_words_to_choose_from_stand_by_the_field_wherever_it_goes(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    rects: list[pygame.Rect] = []
    monkeypatch.setattr(pygame.key, "set_text_input_rect", rects.append)
    loop = Loop(window, "TypeAnswer")
    loop.turn()
    window._window.size = (1000, 700)  # noqa: SLF001
    loop.turn()
    loop.turn()
    first, second = rects[0], rects[-1]
    assert first != second
    assert tuple(second) == window._stage.typed_in(loop.now)  # noqa: SLF001


def test_a_window_left_in_the_middle_of_a_word_hears_its_keys_again(window: Window) -> None:
    loop = Loop(window, "TypeAnswer")
    loop.round = Round("TypeAnswer", clock=0)
    loop.turn()
    compose("ㅁ")
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    loop.turn()
    assert not loop.round.paused()
    assert not window._stage.composing  # noqa: SLF001


@pytest.mark.parametrize(
    ("desktop", "size"),
    [
        ((1920, 1080), (1280, 800)),
        ((1280, 800), (1280, 736)),
        ((1366, 768), (1280, 706)),
        ((1024, 600), (1024, 600)),
        ((800, 480), (960, 600)),
    ],
)
def test_a_window_leaves_room_for_the_bars_of_its_desktop(
    desktop: tuple[int, int], size: tuple[int, int]
) -> None:
    assert window_module.fitting(desktop) == size


def test_a_file_dropped_on_the_window_is_looked_at(window: Window) -> None:
    loop = Loop(window, "SingleChoice")
    pygame.event.post(pygame.event.Event(pygame.DROPFILE, file="/somewhere/lantern.quizpack"))
    loop.turn()
    assert loop.round.offered == ["/somewhere/lantern.quizpack"]


def test_a_window_can_be_resized(window: Window) -> None:
    assert window._window.resizable  # noqa: SLF001
    assert window._window.minimum_size == window_module.SMALLEST  # noqa: SLF001


def test_a_pad_pulled_out_pauses_a_card_on_the_clock_and_is_let_go(window: Window) -> None:
    sdl = ctypes.CDLL(str(_sdl_files()[0]))
    loop = Loop(window, "SingleChoice")
    for _ in range(2):
        # Pads are looked for when the card has come to rest.
        loop.turn()
    number = sdl.SDL_JoystickAttachVirtual(GAMEPAD, AXES, BUTTONS, 0)
    try:
        loop.turn()
        assert len(window._pads) == 1  # noqa: SLF001
        assert not loop.round.paused()
    finally:
        sdl.SDL_JoystickDetachVirtual(number)
    loop.turn()
    assert loop.round.paused()
    assert len(window._pads) == 0  # noqa: SLF001


def test_a_window_that_loses_the_focus_pauses_a_card_on_the_clock(window: Window) -> None:
    loop = Loop(window, "SingleChoice")
    loop.turn()
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    loop.turn()
    assert loop.round.paused()


def test_back_from_full_screen_the_window_has_its_earlier_size(window: Window) -> None:
    loop = Loop(window, "SingleChoice")
    loop.turn()
    window._window.size = earlier = (1111, 777)  # noqa: SLF001
    assert earlier not in {SIZE, *pygame.display.get_desktop_sizes()}
    for size in (pygame.display.get_desktop_sizes()[0], earlier) * 2:
        press(pygame.K_F11)
        loop.turn()
        loop.turn()
        assert window._window.size == size  # noqa: SLF001
        assert window._window.get_surface().get_size() == size  # noqa: SLF001


@pytest.mark.parametrize("driver", sorted(window_module.UNSEEN))
def test_a_screen_that_shows_nothing_is_refused_unless_asked_for(
    assets: Path, monkeypatch: pytest.MonkeyPatch, driver: str
) -> None:
    monkeypatch.setenv("DISPLAY", ":9876")
    monkeypatch.delenv("SDL_VIDEODRIVER")
    monkeypatch.setattr(pygame.display, "init", lambda: None)
    monkeypatch.setattr(pygame.display, "get_driver", lambda: driver)
    with pytest.raises(pygame.error, match=window_module.NO_SCREEN):
        Window(assets, full_screen=False)


def test_the_icon_is_a_ticket_with_a_letter(typeface: Typeface) -> None:
    shown = icon(typeface, DARK_ROOM)
    w, h = shown.get_size()
    clear = [(0, 0), (w - 1, h - 1), (0, h // 2), (w - 1, h // 2)]
    assert [shown.get_at(spot).a for spot in clear] == [0, 0, 0, 0]
    inks = {tuple(shown.get_at((x, h // 2)))[:3] for x in range(w // 4, 3 * w // 4)}
    assert {DARK_ROOM.ink.amber, DARK_ROOM.ink.on_amber} <= inks
