"""What keys, buttons and mice mean."""

import pygame
import pytest

from quizgame.ui import actions
from quizgame.ui.actions import KEYS, MOUSE, PAD
from quizgame.ui.keymap import Keymap


def event(kind: int, **values: object) -> pygame.event.Event:
    return pygame.event.Event(kind, values)


def test_keys_mouse_and_pad_mean_the_same() -> None:
    keymap = Keymap()
    key = event(pygame.KEYDOWN, key=pygame.K_DOWN, mod=0)
    assert keymap.action(key, typing=False) == actions.Move(0, 1)
    assert keymap.device == KEYS
    button = event(pygame.CONTROLLERBUTTONDOWN, button=pygame.CONTROLLER_BUTTON_A)
    assert keymap.action(button, typing=False) == actions.Confirm()
    assert keymap.device == PAD
    click = event(pygame.MOUSEBUTTONDOWN, button=1, pos=(3, 4))
    assert keymap.action(click, typing=False) == actions.Press(3, 4)
    assert keymap.device == MOUSE


def test_one_push_of_the_stick_is_one_move() -> None:
    keymap = Keymap()

    def push(value: int) -> actions.Action | None:
        axis = pygame.CONTROLLER_AXIS_LEFTY
        return keymap.action(
            event(pygame.CONTROLLERAXISMOTION, axis=axis, value=value), typing=False
        )

    assert push(30_000) == actions.Move(0, 1)
    assert push(31_000) is None
    assert push(0) is None
    assert push(-30_000) == actions.Move(0, -1)


def test_a_held_enter_answers_once() -> None:
    keymap = Keymap()
    down = event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0)
    assert keymap.action(down, typing=False) == actions.Confirm()
    assert keymap.action(down, typing=False) is None
    keymap.action(event(pygame.KEYUP, key=pygame.K_RETURN, mod=0), typing=False)
    assert keymap.action(down, typing=False) == actions.Confirm()


def test_enter_with_ctrl_is_a_key_of_its_own_even_while_typing() -> None:
    for modifier in (pygame.KMOD_LCTRL, pygame.KMOD_RMETA):
        key = event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=modifier)
        assert Keymap().action(key, typing=True) == actions.Shortcut("submit")


def test_while_typing_no_letter_and_no_space_is_a_command() -> None:
    for letter in (pygame.K_SPACE, pygame.K_p, pygame.K_h, pygame.K_1):
        assert Keymap().action(event(pygame.KEYDOWN, key=letter, mod=0), typing=True) is None
    typed = event(pygame.TEXTINPUT, text="p")
    assert Keymap().action(typed, typing=True) == actions.Text("p")
    assert Keymap().action(typed, typing=False) is None


def test_a_mouse_that_lies_still_does_not_point() -> None:
    still = event(pygame.MOUSEMOTION, pos=(3, 4), rel=(0, 0), buttons=(0, 0, 0))
    assert Keymap().action(still, typing=False) is None
    moved = event(pygame.MOUSEMOTION, pos=(3, 4), rel=(0, 1), buttons=(1, 0, 0))
    assert Keymap().action(moved, typing=False) == actions.Point(3, 4, down=True)


def test_a_mouse_that_moves_or_turns_its_wheel_is_the_device_in_hand() -> None:
    moved = event(pygame.MOUSEMOTION, pos=(3, 4), rel=(0, 1), buttons=(0, 0, 0))
    turned = event(pygame.MOUSEWHEEL, x=0, y=1)
    still = event(pygame.MOUSEMOTION, pos=(3, 4), rel=(0, 0), buttons=(0, 0, 0))
    for hand, device in ((moved, MOUSE), (turned, MOUSE), (still, KEYS)):
        keymap = Keymap()
        keymap.action(hand, typing=False)
        assert keymap.device == device


def test_beside_a_keyboard_being_typed_on_it_takes_a_click() -> None:
    keymap = Keymap()
    keymap.action(event(pygame.MOUSEMOTION, pos=(3, 4), rel=(0, 1), buttons=(0, 0, 0)), typing=True)
    keymap.action(event(pygame.MOUSEWHEEL, x=0, y=1), typing=True)
    assert keymap.device == KEYS
    keymap.action(event(pygame.MOUSEBUTTONDOWN, button=1, pos=(3, 4)), typing=True)
    assert keymap.device == MOUSE


def test_while_composing_every_key_belongs_to_the_input_method() -> None:
    keymap = Keymap()
    keys = (pygame.K_BACKSPACE, pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_TAB, pygame.K_DOWN)
    for key in keys:
        down = event(pygame.KEYDOWN, key=key, mod=0)
        assert keymap.action(down, typing=True, composing=True) is None
    held = event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0)
    assert keymap.action(held, typing=True) is None, "an Enter still held hands nothing in"
    keymap.action(event(pygame.KEYUP, key=pygame.K_RETURN, mod=0), typing=True)
    assert keymap.action(held, typing=True) == actions.Confirm()


def test_backspace_takes_a_letter_and_with_ctrl_a_word() -> None:
    for mod, word in ((0, False), (pygame.KMOD_LCTRL, True), (pygame.KMOD_LALT, True)):
        down = event(pygame.KEYDOWN, key=pygame.K_BACKSPACE, mod=mod)
        assert Keymap().action(down, typing=True) == actions.Erase(word=word)


def test_what_is_composed_matters_only_where_words_are_typed() -> None:
    composed = event(pygame.TEXTEDITING, text="ㅁ", start=0, length=0)
    assert Keymap().action(composed, typing=True) == actions.Compose("ㅁ")
    assert Keymap().action(composed, typing=False) is None


def test_the_buttons_of_a_pad_are_no_letters_where_words_are_typed() -> None:
    for button, name in ((pygame.CONTROLLER_BUTTON_X, "H"), (pygame.CONTROLLER_BUTTON_Y, "S")):
        pressed = event(pygame.CONTROLLERBUTTONDOWN, button=button)
        assert Keymap().action(pressed, typing=True) == actions.Shortcut(name)


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE])
def test_a_key_that_presses_is_heard_coming_up(key: int) -> None:
    keymap = Keymap()
    up = event(pygame.KEYUP, key=key, mod=0)
    for _ in range(2):
        keymap.action(event(pygame.KEYDOWN, key=key, mod=0), typing=False)
    assert keymap.action(up, typing=False) == actions.Lift()
    for other in (pygame.K_UP, pygame.K_TAB, pygame.K_p):
        assert keymap.action(event(pygame.KEYUP, key=other, mod=0), typing=False) is None


def test_of_a_pad_only_the_button_that_presses_is() -> None:
    for button in range(pygame.CONTROLLER_BUTTON_MAX):
        up = event(pygame.CONTROLLERBUTTONUP, button=button)
        pressing = button == pygame.CONTROLLER_BUTTON_A
        assert Keymap().action(up, typing=False) == (actions.Lift() if pressing else None)
