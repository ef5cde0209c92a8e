"""What a screen can ask to be painted. A frame is a list of these: compared, tested, replayed.

Coordinates and sizes are real pixels; a rectangle is (x, y, width, height).
"""

from dataclasses import dataclass, field

from quizgame.ui.theme import Colour, Style

Rect = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Backdrop:
    """The dark room behind everything, lit a little from above; fills the window."""

    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Panel:
    """A rounded rectangle, filled, edged or both; crisp at every size."""

    rect: Rect
    radius: int
    fill: Colour | None = None
    edge: Colour | None = None
    edge_width: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; (x, y) is the top left of its line box."""

    x: int
    y: int
    text: str
    style: Style
    colour: Colour


@dataclass(frozen=True, slots=True)
class Symbol:
    """A small drawn sign, by its name in `art.signs`."""

    name: str
    rect: Rect
    colour: Colour


@dataclass(frozen=True, slots=True)
class Curtain:
    """Velvet in folds, in a `style` of `art.cloth`.

    The lowest fifth of a valance is the shadow that it throws.
    """

    rect: Rect
    style: str
    radius: int = 0


@dataclass(frozen=True, slots=True)
class Lamps:
    """A row of `count` glowing bulbs, their centres from the left to the right edge of rect."""

    rect: Rect
    count: int


@dataclass(frozen=True, slots=True)
class Wash:
    """A rounded two-colour gradient, as on a poster; slanted a little.

    Words in the ink of the room can be read on it, and small ones in its lowest `foot` pixels.
    """

    rect: Rect
    radius: int
    top: Colour
    bottom: Colour
    foot: int


@dataclass(frozen=True, slots=True)
class Paper:
    """A ticket with a soft shadow; `stub` is the x distance of the perforation, 0 for none.

    `notch` is the y distance of half discs cut out of both sides, 0 for none; `torn` when a
    perforation runs across between them.
    """

    rect: Rect
    radius: int
    stub: int = 0
    notch: int = 0
    torn: bool = False


@dataclass(frozen=True, slots=True)
class Envelope:
    """A shut envelope of cream paper from behind, with a soft shadow around `rect`."""

    rect: Rect


@dataclass(frozen=True, slots=True)
class Wax:
    """A seal of red wax with a star in it; cracked when it is `broken`."""

    rect: Rect
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Film:
    """The black strip with its perforations along both edges."""

    rect: Rect
    radius: int


@dataclass(frozen=True, slots=True)
class Playhead:
    """A glowing upright line in amber."""

    rect: Rect


@dataclass(frozen=True, slots=True)
class Leader:
    """The film leader clock: a disc with `left` of 1 still lit, and the seconds in figures."""

    rect: Rect
    left: float
    seconds: str
    style: Style


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture in a file's bytes, scaled to `rect` with rounded corners.

    Where the bytes turn out to be no picture, the words of `alt` stand there instead.
    """

    rect: Rect
    radius: int
    data: bytes = field(repr=False)
    alt: str
    style: Style
    ink: Colour


@dataclass(frozen=True, slots=True)
class Fade:
    """Lets what was painted sink into its ground towards an edge; no `ground` is the room."""

    rect: Rect
    low: bool
    ground: Colour | None = None


@dataclass(frozen=True, slots=True)
class Clip:
    """Paint what follows only inside `rect`, until the next Clip; None ends it."""

    rect: Rect | None


Op = (
    Backdrop
    | Panel
    | Words
    | Symbol
    | Curtain
    | Lamps
    | Wash
    | Paper
    | Envelope
    | Wax
    | Film
    | Playhead
    | Leader
    | Picture
    | Fade
    | Clip
)
