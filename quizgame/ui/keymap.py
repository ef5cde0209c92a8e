"""Keys, buttons and clicks to actions, and what each is called at the foot of a screen."""

from collections.abc import Callable

import pygame

from quizgame.ui import actions
from quizgame.ui.actions import KEYS, MOUSE, PAD, Action

_ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)
_PRESSING = (*_ENTER, pygame.K_SPACE)
_KEYS: dict[int, Action] = {
    pygame.K_UP: actions.Move(0, -1),
    pygame.K_DOWN: actions.Move(0, 1),
    pygame.K_LEFT: actions.Move(-1, 0),
    pygame.K_RIGHT: actions.Move(1, 0),
    **dict.fromkeys(_ENTER, actions.Confirm()),
    pygame.K_ESCAPE: actions.Cancel(),
    pygame.K_F5: actions.Shortcut("F5"),
    pygame.K_F6: actions.Shortcut("F6"),
    pygame.K_F11: actions.FullScreen(),
    pygame.K_PAGEUP: actions.Wheel(4),
    pygame.K_PAGEDOWN: actions.Wheel(-4),
}
# A held key goes on moving and erasing; it presses nothing twice.
_REPEATING = frozenset(
    {
        pygame.K_UP,
        pygame.K_DOWN,
        pygame.K_LEFT,
        pygame.K_RIGHT,
        pygame.K_TAB,
        pygame.K_BACKSPACE,
        pygame.K_PAGEUP,
        pygame.K_PAGEDOWN,
    }
)
_CHORD = pygame.KMOD_CTRL | pygame.KMOD_META
_BUTTONS: dict[int, Action] = {
    pygame.CONTROLLER_BUTTON_DPAD_UP: actions.Move(0, -1),
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: actions.Move(0, 1),
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: actions.Move(-1, 0),
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: actions.Move(1, 0),
    pygame.CONTROLLER_BUTTON_A: actions.Confirm(),
    pygame.CONTROLLER_BUTTON_B: actions.Cancel(),
    pygame.CONTROLLER_BUTTON_X: actions.Shortcut("H"),
    pygame.CONTROLLER_BUTTON_Y: actions.Shortcut("S"),
    pygame.CONTROLLER_BUTTON_START: actions.Shortcut("P"),
    pygame.CONTROLLER_BUTTON_BACK: actions.Shortcut("I"),
    pygame.CONTROLLER_BUTTON_LEFTSTICK: actions.Shortcut("L"),
    pygame.CONTROLLER_BUTTON_RIGHTSTICK: actions.Shortcut("Z"),
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: actions.Tab(-1),
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: actions.Tab(1),
}
_TOUCHES = frozenset(
    {
        pygame.KEYUP,
        pygame.TEXTINPUT,
        pygame.TEXTEDITING,
        pygame.MOUSEBUTTONDOWN,
        pygame.MOUSEBUTTONUP,
        pygame.MOUSEWHEEL,
        pygame.CONTROLLERBUTTONDOWN,
        pygame.CONTROLLERBUTTONUP,
    }
)
_SCREENSHOT = (pygame.K_PRINTSCREEN, pygame.K_SYSREQ)
# With Shift and the key of the system: what a Mac and a Windows machine take pictures with.
_SCREENSHOT_CHORD = (pygame.K_3, pygame.K_4, pygame.K_5, pygame.K_s)
# The figures go by where they lie: with Shift some keyboards have other signs there.
_SCREENSHOT_PLACES = (pygame.KSCAN_3, pygame.KSCAN_4, pygame.KSCAN_5)
_STICK = {pygame.CONTROLLER_AXIS_LEFTX: (1, 0), pygame.CONTROLLER_AXIS_LEFTY: (0, 1)}
_STICK_ON, _STICK_OFF = 20_000, 10_000
_LEFT_BUTTON, _RIGHT_BUTTON = 1, 3

# What a hint calls the way to do a thing, by device; an empty name leaves the hint out.
CAPS: dict[str, dict[str, str]] = {
    "choose": {KEYS: "↑ ↓", MOUSE: "", PAD: "D-pad"},
    "browse": {KEYS: "← →", MOUSE: "", PAD: "D-pad"},
    "change": {KEYS: "← →", MOUSE: "", PAD: "D-pad"},
    "pick": {KEYS: "↑ ↓ Enter", MOUSE: "", PAD: "D-pad, A"},
    "pick abreast": {KEYS: "← → Enter", MOUSE: "", PAD: "D-pad, A"},
    "pick around": {KEYS: "↑ ↓ ← → Enter", MOUSE: "", PAD: "D-pad, A"},
    "open": {KEYS: "Enter", MOUSE: "", PAD: "A"},
    "hold": {KEYS: "Hold Enter", MOUSE: "Hold", PAD: "Hold A"},
    "drag": {KEYS: "← →", MOUSE: "Drag", PAD: "D-pad"},
    "type": {KEYS: "A–Z", MOUSE: "", PAD: "D-pad"},
    "back": {KEYS: "Esc", MOUSE: "Right click", PAD: "B"},
    "full": {KEYS: "F11", MOUSE: "", PAD: ""},
    "any": {KEYS: "Any key", MOUSE: "Click", PAD: "Any button"},
    "scroll": {KEYS: "Page ↓", MOUSE: "Wheel", PAD: ""},
    "submit": {KEYS: "Ctrl+Enter", MOUSE: "", PAD: ""},
    "H": {KEYS: "H", MOUSE: "", PAD: "X"},
    "S": {KEYS: "S", MOUSE: "", PAD: "Y"},
    "P": {KEYS: "P", MOUSE: "Right click", PAD: "Start"},
    "I": {KEYS: "I", MOUSE: "", PAD: "Back"},
    "L": {KEYS: "L", MOUSE: "", PAD: "Left stick"},
    "Z": {KEYS: "Z", MOUSE: "", PAD: "Right stick"},
}


def takes_picture(event: pygame.event.Event) -> bool:
    """Tell whether an event is a key that takes a picture of the screen."""
    if event.type != pygame.KEYDOWN:
        return False
    place = event.dict.get("scancode")
    named = event.key in _SCREENSHOT_CHORD or place in _SCREENSHOT_PLACES
    chord = bool(event.mod & pygame.KMOD_META and event.mod & pygame.KMOD_SHIFT)
    return event.key in _SCREENSHOT or (chord and named)


class Keymap:
    """Turns SDL events into actions; remembers the stick, so that one push is one move."""

    def __init__(self) -> None:
        self.device = KEYS
        self._pushed: dict[int, int] = {}
        self._held: set[int] = set()

    def action(
        self, event: pygame.event.Event, *, typing: bool, composing: bool = False
    ) -> Action | None:
        """Return what an event means, or None; `typing` sends letters to the text field.

        While an input method is `composing` every key is its own: it erases, chooses and ends.
        """
        if composing and event.type == pygame.KEYDOWN:
            self._held.add(event.key)
            return None
        reader = _READERS.get(event.type)
        return reader(self, event, typing) if reader else None

    def touched(self, event: pygame.event.Event) -> bool:
        """Tell whether a hand is behind an event that `action` has not read yet.

        None is behind a key that repeats, a mouse that lies still or a stick that drifts.
        """
        match event.type:
            case pygame.KEYDOWN:
                return event.key not in self._held
            case pygame.MOUSEMOTION:
                return bool(event.rel != (0, 0))
            case pygame.CONTROLLERAXISMOTION:
                return bool(abs(event.value) > _STICK_ON)
            case _:
                return event.type in _TOUCHES

    def _key(self, event: pygame.event.Event, typing: bool) -> Action | None:  # noqa: FBT001 (one table of readers)
        self.device = KEYS
        repeated = event.key in self._held
        self._held.add(event.key)
        if repeated and event.key not in _REPEATING:
            return None
        if event.key == pygame.K_TAB:
            return actions.Tab(-1 if event.mod & pygame.KMOD_SHIFT else 1)
        if event.key == pygame.K_BACKSPACE:
            return actions.Erase(word=bool(event.mod & (_CHORD | pygame.KMOD_ALT)))
        if event.key in _ENTER and event.mod & _CHORD:
            return actions.Shortcut("submit")
        if event.key == pygame.K_i and event.mod & _CHORD and not event.mod & pygame.KMOD_ALT:
            return actions.Shortcut("Ctrl+I")
        if event.key in _KEYS:
            return _KEYS[event.key]
        if event.key == pygame.K_SPACE and not typing:
            return actions.Confirm()
        if not typing and not event.mod & (_CHORD | pygame.KMOD_ALT):
            name = pygame.key.name(event.key).upper()
            return actions.Shortcut(name) if len(name) == 1 else None
        return None

    def _lifted(self, event: pygame.event.Event, _typing: bool) -> Action | None:  # noqa: FBT001
        self._held.discard(event.key)
        return actions.Lift() if event.key in _PRESSING else None

    def _text(self, event: pygame.event.Event, typing: bool) -> Action | None:  # noqa: FBT001
        if not typing:
            return None
        self.device = KEYS
        return actions.Text(event.text)

    def _composed(self, event: pygame.event.Event, typing: bool) -> Action | None:  # noqa: FBT001
        return actions.Compose(event.text) if typing else None

    def _motion(self, event: pygame.event.Event, typing: bool) -> Action | None:  # noqa: FBT001
        # SDL tells of a mouse that lies still, too, when the window below it changes.
        if event.rel == (0, 0):
            return None
        self._mouse_moved(typing)
        x, y = event.pos
        return actions.Point(x, y, down=bool(event.buttons[0]))

    def _down(self, event: pygame.event.Event, _typing: bool) -> Action | None:  # noqa: FBT001
        self.device = MOUSE
        if event.button == _LEFT_BUTTON:
            return actions.Press(*event.pos)
        return actions.Cancel() if event.button == _RIGHT_BUTTON else None

    def _up(self, event: pygame.event.Event, _typing: bool) -> Action | None:  # noqa: FBT001
        return actions.Release(*event.pos) if event.button == _LEFT_BUTTON else None

    def _wheel(self, event: pygame.event.Event, typing: bool) -> Action:  # noqa: FBT001
        self._mouse_moved(typing)
        return actions.Wheel(event.y)

    def _mouse_moved(self, typing: bool) -> None:  # noqa: FBT001
        # Beside a keyboard being typed on it takes a click: letters to press would come and go.
        if not typing:
            self.device = MOUSE

    def _button(self, event: pygame.event.Event, _typing: bool) -> Action | None:  # noqa: FBT001
        self.device = PAD
        return _BUTTONS.get(event.button)

    def _button_up(self, event: pygame.event.Event, _typing: bool) -> Action | None:  # noqa: FBT001
        pressing = _BUTTONS.get(event.button) == actions.Confirm()
        return actions.Lift() if pressing else None

    def _stick(self, event: pygame.event.Event, _typing: bool) -> Action | None:  # noqa: FBT001
        if event.axis not in _STICK:
            return None
        before = self._pushed.get(event.axis, 0)
        far = abs(event.value) > (_STICK_OFF if before else _STICK_ON)
        now = (1 if event.value > 0 else -1) if far else 0
        self._pushed[event.axis] = now
        if now in (0, before):
            return None
        self.device = PAD
        dx, dy = _STICK[event.axis]
        return actions.Move(dx * now, dy * now)


_READERS: dict[int, Callable[[Keymap, pygame.event.Event, bool], Action | None]] = {
    pygame.KEYDOWN: Keymap._key,  # noqa: SLF001 (a table of this class's own readers)
    pygame.KEYUP: Keymap._lifted,  # noqa: SLF001
    pygame.TEXTINPUT: Keymap._text,  # noqa: SLF001
    pygame.TEXTEDITING: Keymap._composed,  # noqa: SLF001
    pygame.MOUSEMOTION: Keymap._motion,  # noqa: SLF001
    pygame.MOUSEBUTTONDOWN: Keymap._down,  # noqa: SLF001
    pygame.MOUSEBUTTONUP: Keymap._up,  # noqa: SLF001
    pygame.MOUSEWHEEL: Keymap._wheel,  # noqa: SLF001
    pygame.CONTROLLERBUTTONDOWN: Keymap._button,  # noqa: SLF001
    pygame.CONTROLLERBUTTONUP: Keymap._button_up,  # noqa: SLF001
    pygame.CONTROLLERAXISMOTION: Keymap._stick,  # noqa: SLF001
}
