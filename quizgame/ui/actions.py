"""What a hand can do, whichever device it holds."""

from dataclasses import dataclass

KEYS, MOUSE, PAD = "keys", "mouse", "pad"


@dataclass(frozen=True, slots=True)
class Move:
    """Go to the neighbour in a direction: (-1, 0) left, (0, 1) down."""

    dx: int
    dy: int


@dataclass(frozen=True, slots=True)
class Tab:
    """Go to the next (+1) or previous (-1) target in reading order."""

    by: int


@dataclass(frozen=True, slots=True)
class Confirm:
    """Press what has the focus."""


@dataclass(frozen=True, slots=True)
class Lift:
    """The key or button that presses came up again."""


@dataclass(frozen=True, slots=True)
class Cancel:
    """Leave, close, or pause."""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A key of its own, by name: a letter, a figure, or `submit`."""

    name: str


@dataclass(frozen=True, slots=True)
class Point:
    """The pointer moved to (x, y); `down` while its button is."""

    x: int
    y: int
    down: bool = False


@dataclass(frozen=True, slots=True)
class Press:
    """The pointer's button went down at (x, y)."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Release:
    """The pointer's button came up at (x, y)."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Wheel:
    """Scroll by so many notches; positive goes up."""

    by: int


@dataclass(frozen=True, slots=True)
class Text:
    """Words typed, as the input method gives them."""

    text: str


@dataclass(frozen=True, slots=True)
class Compose:
    """What an input method is composing, not yet typed; empty when it has ended."""

    text: str


@dataclass(frozen=True, slots=True)
class Erase:
    """Take the last letter away, or the last word."""

    word: bool = False


@dataclass(frozen=True, slots=True)
class FullScreen:
    """Change between window and full screen."""


Action = (
    Move
    | Tab
    | Confirm
    | Lift
    | Cancel
    | Shortcut
    | Point
    | Press
    | Release
    | Wheel
    | Text
    | Compose
    | Erase
    | FullScreen
)
