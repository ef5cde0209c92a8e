"""The curtain in its window: held with real events, and what comes between player and screen."""

import ctypes
from pathlib import Path

import pygame
import pytest

from quizgame import app
from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.settings import Settings
from quizgame.ui import window as window_module
from quizgame.ui.holding import HOLD
from quizgame.ui.keymap import takes_picture
from quizgame.ui.waiting import _sdl_files
from quizgame.ui.window import IDLE, Window
from tests.ui.curtainfuls import handover
from tests.ui.test_stage import PAGES, centre
from tests.ui.test_window import AXES, BUTTONS, GAMEPAD, window

__all__ = ["window"]
FRAME = 0.05
CARD = PAGES["question-singlechoice"]
A = pygame.CONTROLLER_BUTTON_A


class Evening:
    """As much of a game of several as the loop needs: the curtain, and one card behind it."""

    def __init__(self) -> None:
        self.settings = Settings().changed("sound", "0")
        self.sounds: list[str] = []
        self.sent: list[want.Intent] = []
        self.open = False
        self.notice = None

    def look(self) -> None:
        pass

    def file_to_open(self) -> None:
        pass

    def text_to_copy(self) -> str:
        return ""

    def read_on(self) -> bool:
        return False

    def send(self, intent: want.Intent) -> None:
        if not isinstance(intent, want.Tick):
            self.sent.append(intent)
        if isinstance(intent, want.OpenCurtain | want.Interrupt):
            self.open = isinstance(intent, want.OpenCurtain)

    def view(self) -> views.View:
        return CARD if self.open else handover()


class Table:
    """A window and an evening, a turn of the loop at a time."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.game = Evening()
        self.now = 100.0
        self.turn(1.0)
        self.turn(1.0)

    def turn(self, seconds: float = FRAME) -> None:
        self.now += seconds
        app._turn(self.game, self.window, self.now, seconds)  # type: ignore[arg-type]  # noqa: SLF001

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds / FRAME)):
            self.turn()

    def spot(self) -> tuple[int, int]:
        target = self.window._stage.scene(self.now).target("open")  # noqa: SLF001
        assert target is not None
        return centre(target)


@pytest.fixture
def table(window: Window) -> Table:
    return Table(window)


def post(kind: int, **values: object) -> None:
    pygame.event.post(pygame.event.Event(kind, values))


def press(table: Table, device: str, *, down: bool) -> None:
    match device:
        case "mouse":
            kind = pygame.MOUSEBUTTONDOWN if down else pygame.MOUSEBUTTONUP
            post(kind, button=1, pos=table.spot() if not table.game.open else (640, 500))
        case "pad":
            post(pygame.CONTROLLERBUTTONDOWN if down else pygame.CONTROLLERBUTTONUP, button=A)
        case key:
            kind = pygame.KEYDOWN if down else pygame.KEYUP
            post(kind, key=pygame.key.key_code(key), mod=0)


DEVICES = pytest.mark.parametrize("device", ["return", "space", "mouse", "pad"])


@DEVICES
def test_every_device_opens_the_curtain_by_holding_and_answers_nothing_by_letting_go(
    table: Table, device: str
) -> None:
    press(table, device, down=True)
    table.wait(HOLD - 2 * FRAME)
    assert not table.game.sent
    table.wait(4 * FRAME)
    assert table.game.sent == [want.OpenCurtain()]
    table.wait(1.0)
    press(table, device, down=False)
    table.wait(1.0)
    assert table.game.sent == [want.OpenCurtain()]


@DEVICES
def test_every_device_opens_it_by_two_presses(table: Table, device: str) -> None:
    for _ in range(2):
        assert not table.game.sent
        press(table, device, down=True)
        table.turn()
        press(table, device, down=False)
        table.turn()
        table.turn(0.5)
    assert table.game.sent == [want.OpenCurtain()]


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_SPACE])
def test_a_key_that_repeats_is_one_press(table: Table, key: int) -> None:
    post(pygame.KEYDOWN, key=key, mod=0)
    for _ in range(3):
        table.turn()
        post(pygame.KEYDOWN, key=key, mod=0)
    post(pygame.KEYUP, key=key, mod=0)
    table.wait(2.0)
    assert not table.game.sent


def test_two_presses_in_one_breath_are_not_taken_for_a_hold(table: Table) -> None:
    press(table, "return", down=True)
    press(table, "return", down=False)
    table.turn(5.0)
    assert not table.game.sent


def test_while_held_frames_follow_each_other_and_then_no_more(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(window_module, "wait_for_event", waits.append)
    table = Table(window)
    press(table, "return", down=True)
    table.turn()
    assert waits[-1] == window_module.MOVING_FRAME
    press(table, "return", down=False)
    table.turn()
    assert waits[-1] == window_module.LONGEST_WAIT


# -- what comes between --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind", [pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN]
)
def test_a_window_left_or_put_away_is_an_interruption_in_the_same_turn(
    table: Table, kind: int
) -> None:
    table.game.open = True
    table.turn(1.0)
    post(kind)
    table.turn()
    assert table.game.sent == [want.Interrupt()]
    stage = table.window._stage  # noqa: SLF001
    assert table.window._drawn == stage.ops(table.now)  # noqa: SLF001 (shut on the screen already)
    assert stage.scene(table.now).target("open") is not None


def test_a_pad_pulled_out_is_an_interruption(table: Table) -> None:
    sdl = ctypes.CDLL(str(_sdl_files()[0]))
    number = sdl.SDL_JoystickAttachVirtual(GAMEPAD, AXES, BUTTONS, 0)
    try:
        table.turn()
        assert not table.game.sent
    finally:
        sdl.SDL_JoystickDetachVirtual(number)
    table.turn()
    assert table.game.sent == [want.Interrupt()]


SHIFT, META = pygame.KMOD_LSHIFT, pygame.KMOD_LMETA
PICTURES = [
    {"key": pygame.K_PRINTSCREEN, "mod": 0},
    {"key": pygame.K_PRINTSCREEN, "mod": pygame.KMOD_LALT | pygame.KMOD_LCTRL},
    {"key": pygame.K_SYSREQ, "mod": pygame.KMOD_LALT},
    *({"key": key, "mod": SHIFT | META} for key in (pygame.K_3, pygame.K_4, pygame.K_5)),
    {"key": pygame.K_4, "mod": SHIFT | META | pygame.KMOD_CTRL},
    {"key": pygame.K_QUOTEDBL, "scancode": pygame.KSCAN_3, "mod": SHIFT | META},
    {"key": pygame.K_s, "mod": pygame.KMOD_RSHIFT | pygame.KMOD_RMETA},
]


@pytest.mark.parametrize("key", PICTURES)
def test_a_screenshot_key_is_an_interruption(table: Table, key: dict[str, int]) -> None:
    post(pygame.KEYDOWN, **key)
    table.turn()
    assert table.game.sent == [want.Interrupt()]


@pytest.mark.parametrize("mod", [0, SHIFT, META])
def test_the_same_keys_alone_are_none(mod: int) -> None:
    for key in (pygame.K_3, pygame.K_s):
        event = pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod)
        assert not takes_picture(event)


def test_an_interruption_ends_what_is_held(table: Table) -> None:
    press(table, "return", down=True)
    table.turn()
    post(pygame.WINDOWFOCUSLOST)
    table.wait(2.0)
    assert table.game.sent == [want.Interrupt()]


# -- nobody there ----------------------------------------------------------------------------------

IDLENESS = want.Interrupt(idle=True)


def test_after_half_a_minute_without_a_touch_the_game_is_told_once(table: Table) -> None:
    table.wait(IDLE - 3.0)
    assert not table.game.sent
    table.turn(3.0)
    assert table.game.sent == [IDLENESS]
    for _ in range(90):
        table.turn(1.0)
    assert table.game.sent == [IDLENESS]
    post(pygame.MOUSEWHEEL, x=0, y=1)
    for _ in range(90):
        table.turn(1.0)
    assert table.game.sent == [IDLENESS] * 2


TOUCHES = [
    (pygame.KEYDOWN, {"key": pygame.K_F9, "mod": 0}),
    (pygame.MOUSEMOTION, {"pos": (3, 4), "rel": (0, 1), "buttons": (0, 0, 0)}),
    (pygame.MOUSEBUTTONDOWN, {"button": 2, "pos": (3, 4)}),
    (pygame.MOUSEWHEEL, {"x": 0, "y": 1}),
    (pygame.TEXTINPUT, {"text": "지"}),
    (pygame.TEXTEDITING, {"text": "ㅈ", "start": 0, "length": 0}),
    (pygame.CONTROLLERBUTTONDOWN, {"button": pygame.CONTROLLER_BUTTON_GUIDE}),
    (pygame.CONTROLLERAXISMOTION, {"axis": pygame.CONTROLLER_AXIS_RIGHTX, "value": -30_000}),
]
NO_TOUCHES = [
    (pygame.MOUSEMOTION, {"pos": (3, 4), "rel": (0, 0), "buttons": (0, 0, 0)}),
    (pygame.CONTROLLERAXISMOTION, {"axis": pygame.CONTROLLER_AXIS_LEFTX, "value": 900}),
    (pygame.WINDOWEXPOSED, {}),
    (pygame.AUDIODEVICEADDED, {"which": 0, "iscapture": 0}),
]


@pytest.mark.parametrize(("kind", "values"), TOUCHES)
def test_whatever_a_hand_does_begins_the_half_minute_anew(
    table: Table, kind: int, values: dict[str, object]
) -> None:
    table.turn(IDLE - 3.0)
    post(kind, **values)
    table.turn()
    assert table.window.untouched(table.now) == 0.0
    table.turn(IDLE - 1.0)
    assert not table.game.sent


@pytest.mark.parametrize(("kind", "values"), NO_TOUCHES)
def test_what_no_hand_does_does_not(table: Table, kind: int, values: dict[str, object]) -> None:
    table.turn(IDLE - 3.0)
    post(kind, **values)
    table.turn()
    assert table.window.untouched(table.now) > IDLE - 3.0


def test_a_key_held_down_by_a_book_does_not(table: Table) -> None:
    post(pygame.KEYDOWN, key=pygame.K_DOWN, mod=0)
    for _ in range(40):
        table.turn(1.0)
        post(pygame.KEYDOWN, key=pygame.K_DOWN, mod=0)
    assert table.game.sent == [IDLENESS]


def test_left_alone_the_loop_still_sleeps(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr(window_module, "wait_for_event", waits.append)
    table = Table(window)
    table.wait(IDLE + 5.0)
    assert table.game.sent == [IDLENESS]
    assert set(waits[3:]) == {window_module.LONGEST_WAIT}


def test_a_game_that_never_drew_breath_has_not_been_left_alone(assets: Path) -> None:
    window = Window(assets, full_screen=False)
    try:
        assert window.untouched(5_000.0) == 0.0
        assert not window.idle(5_000.0)
    finally:
        window.close()
