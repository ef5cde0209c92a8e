"""Gradients: the room lit from above, the washes of posters."""

import math

import pygame

from quizgame.ui.art.shapes import cut_round, roughen
from quizgame.ui.theme import Colour, mix

# The glow is kept this many times brighter until the grain is on it, so that it shows no bands.
FINENESS = 6
REACH_X = 0.66
REACH_Y = 0.55
SLANT = math.radians(15)


def backdrop(size: tuple[int, int], night: Colour, glow: Colour) -> pygame.Surface:
    """Return the opaque room, `night` all over with a `glow` around the middle of its top."""
    lift = [max(0, min(255 // FINENESS - 1, g - n)) for n, g in zip(night, glow, strict=True)]
    small = pygame.Surface((64, 40))
    for y in range(40):
        for x in range(64):
            far = math.hypot((x - 31.5) / 64 / REACH_X, (y / 39 + 0.06) / REACH_Y)
            fade = max(0.0, 1 - far)
            share = fade * fade * (3 - 2 * fade) * FINENESS
            small.set_at((x, y), [round(part * share) for part in lift])
    room = pygame.transform.smoothscale(small, size)
    roughen(room, FINENESS)
    part = 256 // FINENESS + 1
    room.fill((part, part, part), special_flags=pygame.BLEND_RGB_MULT)
    room.fill(night, special_flags=pygame.BLEND_RGB_ADD)
    return room


def wash(size: tuple[int, int], radius: int, top: Colour, bottom: Colour) -> pygame.Surface:
    """Return a rounded poster ground: `top` at the upper left, `bottom` at the lower right."""
    width, height = size
    across, down = math.sin(SLANT) * width, math.cos(SLANT) * height
    columns, rows = 16, 48
    small = pygame.Surface((columns, rows), pygame.SRCALPHA)
    for y in range(rows):
        for x in range(columns):
            far = (across * x / (columns - 1) + down * y / (rows - 1)) / max(1.0, across + down)
            small.set_at((x, y), (*between(top, bottom, far), 255))
    poster = pygame.transform.smoothscale(small, size)
    roughen(poster, 2)
    return cut_round(poster, radius)


def between(top: Colour, bottom: Colour, far: float) -> Colour:
    """Return the colour at `far` (0-1) of a wash: richer on the way than a plain mixture."""
    plain = mix(top, bottom, 0.5 * far + 0.5 * far**3)
    grey = sum(plain) / 3
    richer = 1 + 2.2 * far * (1 - far)
    red, green, blue = (max(0, min(255, round(grey + (c - grey) * richer))) for c in plain)
    return red, green, blue
