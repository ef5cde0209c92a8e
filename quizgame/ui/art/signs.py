"""Small signs, given as lines and areas on a square of 24 by 24 and drawn smoothly."""

import math
from itertools import pairwise

import pygame

from quizgame.ui.art import emblems
from quizgame.ui.art.shapes import clear, finer
from quizgame.ui.theme import Colour

SQUARE = 24
Path = tuple[tuple[float, float], ...]


def wave() -> Path:
    """Return a tilde, the sign of something half right."""
    steps = range(25)
    return tuple((4 + 16 * n / 24, 12 - 3.2 * math.sin(2 * math.pi * n / 24)) for n in steps)


def star() -> Path:
    """Return a star of five points, closed."""
    turns = [math.pi * n / 5 for n in range(11)]
    reach = [10.2 if n % 2 == 0 else 4.6 for n in range(11)]
    return tuple(
        (12 + r * math.sin(t), 12.6 - r * math.cos(t)) for r, t in zip(reach, turns, strict=True)
    )


def dome() -> Path:
    """Return half a disc, flat side down, closed."""
    turns = [math.pi * n / 16 for n in range(17)]
    arch = tuple((12 - 9 * math.cos(t), 16.6 - 9.4 * math.sin(t)) for t in turns)
    return (*arch, arch[0])


def glass() -> Path:
    """Return the ring of a looking glass, closed."""
    turns = [math.pi * n / 12 for n in range(25)]
    return tuple((10.2 + 6.7 * math.cos(t), 10.2 + 6.7 * math.sin(t)) for t in turns)


def shoulders() -> Path:
    """Return the arch of somebody's shoulders, closed."""
    turns = [math.pi * n / 16 for n in range(17)]
    arch = tuple((12 - 7.6 * math.cos(t), 20.4 - 7 * math.sin(t)) for t in turns)
    return (*arch, arch[0])


def head() -> Path:
    """Return the ring of somebody's head, closed."""
    turns = [math.pi * n / 10 for n in range(21)]
    return tuple((12 + 3.5 * math.cos(t), 7.4 + 3.5 * math.sin(t)) for t in turns)


# Each sign: the width of its pen, then the strokes with round ends.
STROKES: dict[str, tuple[float, tuple[Path, ...]]] = {
    "check": (3.6, (((4.5, 12.8), (9.6, 17.6), (19.5, 6.6)),)),
    "cross": (3.6, (((6, 6), (18, 18)), ((18, 6), (6, 18)))),
    "half": (3.4, (wave(),)),
    "skip": (3.0, (((5, 6), (11, 12), (5, 18)), ((12.5, 6), (18.5, 12), (12.5, 18)))),
    "pause": (4.4, (((8, 5), (8, 19)), ((16, 5), (16, 19)))),
    "play": (2.4, (((7.5, 5), (18.5, 12), (7.5, 19), (7.5, 5)),)),
    "stop": (2.4, (((6.5, 6.5), (17.5, 6.5), (17.5, 17.5), (6.5, 17.5), (6.5, 6.5)),)),
    "back": (3.0, (((15, 5), (8.5, 12), (15, 19)),)),
    "up": (2.6, (((12, 20), (12, 4.5)), ((5.5, 11), (12, 4.5), (18.5, 11)))),
    "down": (2.6, (((12, 4), (12, 19.5)), ((5.5, 13), (12, 19.5), (18.5, 13)))),
    "left": (2.6, (((20, 12), (4.5, 12)), ((11, 5.5), (4.5, 12), (11, 18.5)))),
    "right": (2.6, (((4, 12), (19.5, 12)), ((13, 5.5), (19.5, 12), (13, 18.5)))),
    "circle": (17.0, (((12, 12), (12, 12)),)),
    "triangle": (2.4, (((12, 4.4), (20.8, 19.4), (3.2, 19.4), (12, 4.4)),)),
    "square": (3.6, (((5.8, 5.8), (18.2, 5.8), (18.2, 18.2), (5.8, 18.2), (5.8, 5.8)),)),
    "diamond": (2.0, (((12, 3), (21, 12), (12, 21), (3, 12), (12, 3)),)),
    "star": (1.4, (star(),)),
    "plus": (6.0, (((12, 5.5), (12, 18.5)), ((5.5, 12), (18.5, 12)))),
    "dome": (2.4, (dome(),)),
    "hourglass": (2.0, (((4.6, 4), (19.4, 4), (4.6, 20), (19.4, 20), (4.6, 4)),)),
    "folder": (
        2.0,
        (
            ((3, 19), (3, 5.5), (9, 5.5), (11.5, 8.5), (21, 8.5), (21, 19), (3, 19)),
            ((3, 12), (21, 12)),
        ),
    ),
    "pack": (
        2.0,
        (
            ((5, 20.5), (5, 3.5), (19, 3.5), (19, 20.5), (5, 20.5)),
            ((8.5, 8), (15.5, 8)),
            ((8.5, 12), (13, 12)),
        ),
    ),
    "search": (2.4, (glass(), ((15.2, 15.2), (20.6, 20.6)))),
    "unfold": (2.8, (((5.5, 9), (12, 15.5), (18.5, 9)),)),
    "person": (2.2, (head(), shoulders())),
    "pen": (
        2.4,
        (
            ((4.6, 19.4), (5.8, 14.4), (16.2, 4), (20, 7.8), (9.6, 18.2), (4.6, 19.4)),
            ((13.4, 6.8), (17.2, 10.6)),
        ),
    ),
    "dot": (10.0, (((12, 12), (12, 12)),)),
    "streak": (1.6, (((12, 4.2), (21, 19.6), (3, 19.6), (12, 4.2)),)),
}
STROKES |= emblems.STROKES
AREAS = {
    name: STROKES[name][1][0]
    for name in (
        "play",
        "stop",
        "streak",
        "triangle",
        "square",
        "diamond",
        "star",
        "dome",
        "hourglass",
    )
} | emblems.AREAS


def sign(name: str, size: tuple[int, int], colour: Colour) -> pygame.Surface:
    """Return the sign as large as fits `size`, in its middle; an unknown name raises KeyError."""
    pen, paths = STROKES[name]
    side = max(1, min(size))
    scale = finer(side)
    large = clear((size[0] * scale, size[1] * scale), colour)
    unit = side * scale / SQUARE
    left, top = ((length - side) * scale / 2 for length in size)
    ink = (*colour, 255)

    def placed(path: Path) -> list[tuple[float, float]]:
        return [(left + x * unit, top + y * unit) for x, y in path]

    if name in AREAS:
        pygame.draw.polygon(large, ink, placed(AREAS[name]))
    for path in paths:
        stroke(large, ink, placed(path), pen * unit / 2)
    return pygame.transform.smoothscale(large, size)


def stroke(
    surface: pygame.Surface,
    ink: tuple[int, int, int, int],
    path: list[tuple[float, float]],
    half: float,
) -> None:
    """Draw a line `2 * half` thick with round ends and joints."""
    for x, y in path:
        pygame.draw.circle(surface, ink, (x, y), half)
    for (ax, ay), (bx, by) in pairwise(path):
        far = math.hypot(bx - ax, by - ay)
        if far:
            dx, dy = (by - ay) / far * half, (ax - bx) / far * half
            corners = [
                (ax + dx, ay + dy),
                (bx + dx, by + dy),
                (bx - dx, by - dy),
                (ax - dx, ay - dy),
            ]
            pygame.draw.polygon(surface, ink, corners)
