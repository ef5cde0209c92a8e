"""Every colour and letter size of the game, by role. Sizes are design pixels at 1280x800."""

from dataclasses import dataclass

Colour = tuple[int, int, int]
# Below this share sRGB is a straight line.
LINEAR = 0.04045


def rgb(code: str) -> Colour:
    """Return the colour of `#rrggbb`."""
    value = int(code.removeprefix("#"), 16)
    return value >> 16, value >> 8 & 255, value & 255


def mix(low: Colour, high: Colour, share: float) -> Colour:
    """Return the colour `share` (0-1) of the way from `low` to `high`."""
    (r, g, b), (r2, g2, b2) = low, high
    return round(r + (r2 - r) * share), round(g + (g2 - g) * share), round(b + (b2 - b) * share)


def brightness(colour: Colour) -> float:
    """Return the relative luminance (0-1) of WCAG 2.2."""
    shares = [part / 255 for part in colour]
    red, green, blue = (
        share / 12.92 if share <= LINEAR else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast (1-21) of WCAG 2.2 between two colours."""
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours of words on the dark room."""

    text: Colour = rgb("#f5eef7")
    dim: Colour = rgb("#b3a5bd")
    amber: Colour = rgb("#ffb648")
    on_amber: Colour = rgb("#231a2c")
    bad: Colour = rgb("#ff7d5c")


@dataclass(frozen=True, slots=True)
class Room:
    """The dark room: backgrounds, panels, edges."""

    night: Colour = rgb("#120d18")
    night_2: Colour = rgb("#1c1526")
    glow: Colour = rgb("#33243f")
    panel: Colour = rgb("#2a2036")
    row: Colour = rgb("#1d1527")
    line: Colour = rgb("#43364f")
    track: Colour = rgb("#54455f")
    amber: Colour = rgb("#ffb648")
    focus: Colour = rgb("#ffd58f")
    lamp: Colour = rgb("#ffe3ad")
    velvet: tuple[Colour, Colour, Colour] = (rgb("#5d0c22"), rgb("#8f1534"), rgb("#c22149"))
    film: Colour = rgb("#08060b")
    badge_right: Colour = rgb("#17876f")
    badge_wrong: Colour = rgb("#b8371b")


@dataclass(frozen=True, slots=True)
class Ticket:
    """The paper a question is printed on."""

    cream: Colour = rgb("#f7ecd8")
    choice: Colour = rgb("#fff8ea")
    faded: Colour = rgb("#f3e6cb")
    edge: Colour = rgb("#d9c7a0")
    perforation: Colour = rgb("#cdb98a")
    ink: Colour = rgb("#231a2c")
    ink_2: Colour = rgb("#6b5d70")
    right: Colour = rgb("#17876f")
    right_wash: Colour = rgb("#d6f0e4")
    wrong: Colour = rgb("#b8371b")
    wrong_wash: Colour = rgb("#fbe0d3")
    half: Colour = rgb("#8a5a00")
    half_wash: Colour = rgb("#ffe9bd")
    focus: Colour = rgb("#b96a05")


@dataclass(frozen=True, slots=True)
class Theme:
    """One look. `tiers` runs low to high and is interpolated for other lengths of ladder.

    `players` holds a colour for each badge.
    """

    ink: Ink = Ink()
    room: Room = Room()
    ticket: Ticket = Ticket()
    tiers: tuple[Colour, ...] = (
        rgb("#5fc7b2"),
        rgb("#8fb8ff"),
        rgb("#ffb648"),
        rgb("#ff7d5c"),
        rgb("#e2557f"),
    )
    tiers_on_ticket: tuple[Colour, ...] = (
        rgb("#13745f"),
        rgb("#2b5fb8"),
        rgb("#8a5a00"),
        rgb("#b33a16"),
        rgb("#a81f4e"),
    )
    players: tuple[Colour, ...] = (
        rgb("#ffb648"),
        rgb("#5fc7b2"),
        rgb("#8fb8ff"),
        rgb("#ff8a70"),
        rgb("#d7a2ff"),
        rgb("#c3d95b"),
        rgb("#ff94bd"),
        rgb("#e6dfea"),
    )


def tier_colour(palette: tuple[Colour, ...], tier: int, count: int) -> Colour:
    """Return the colour of a tier of a ladder of `count` rungs: exact up to five, then mixed."""
    if count <= len(palette):
        return palette[tier]
    place = tier * (len(palette) - 1) / (count - 1)
    low = min(int(place), len(palette) - 2)
    return mix(palette[low], palette[low + 1], place - low)


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of words is set: `face` is display, regular, semibold or extrabold."""

    face: str
    px: int


DARK_ROOM = Theme()
