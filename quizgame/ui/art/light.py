"""Gradients: the room lit from above, the washes of posters."""

import math

import pygame

from quizgame.ui.art.shapes import cut_round, roughen
from quizgame.ui.theme import Colour, brightness, mix

# The glow is kept this many times brighter until the grain is on it, so that it shows no bands.
FINENESS = 6
REACH_X = 0.66
REACH_Y = 0.55
SLANT = math.radians(15)
BLACK: Colour = (0, 0, 0)
# The contrasts that words of each size need, and a little for the grain.
LARGE_WORDS, SMALL_WORDS = 3.1, 4.7
# Over this share of a poster the one passes into the other.
EASE = 0.35


def backdrop(size: tuple[int, int], night: Colour, glow: Colour) -> pygame.Surface:
    """Return the opaque room, `night` all over with a `glow` around the middle of its top."""
    lift = [max(0, min(255 // FINENESS - 1, g - n)) for n, g in zip(night, glow, strict=True)]
    small = pygame.Surface((64, 40))
    for y in range(40):
        for x in range(32):
            far = math.hypot((x - 31.5) / 64 / REACH_X, (y / 39 + 0.06) / REACH_Y)
            if far < 1:
                fade = 1 - far
                share = fade * fade * (3 - 2 * fade) * FINENESS
                lit = [round(part * share) for part in lift]
                small.set_at((x, y), lit)
                small.set_at((63 - x, y), lit)
    room = pygame.transform.smoothscale(small, size)
    roughen(room, FINENESS)
    part = 256 // FINENESS + 1
    room.fill((part, part, part), special_flags=pygame.BLEND_RGB_MULT)
    room.fill(night, special_flags=pygame.BLEND_RGB_ADD)
    return room


def fade(ground: pygame.Surface, *, low: bool) -> pygame.Surface:
    """Return a ground that is clear at one edge and covers at the other, the lower if `low`."""
    faded = pygame.Surface(ground.get_size(), pygame.SRCALPHA)
    faded.blit(ground, (0, 0))
    height = faded.get_height()
    for y in range(height):
        near = (y + 1 if low else height - y) / height
        share = round(255 * near * near * (3 - 2 * near))
        faded.fill((255, 255, 255, share), (0, y, faded.get_width(), 1), pygame.BLEND_RGBA_MULT)
    return faded


def wash(
    size: tuple[int, int], radius: int, colours: tuple[Colour, Colour], foot: int, ink: Colour
) -> pygame.Surface:
    """Return a rounded poster ground: one colour at the upper left, one at the lower right.

    Large words in `ink` can be read all over it, small ones in its lowest `foot` pixels.
    """
    width, height = size
    across, down = math.sin(SLANT) * width, math.cos(SLANT) * height
    columns, rows = 16, 48
    small = pygame.Surface((columns, rows), pygame.SRCALPHA)
    for y in range(rows):
        for x in range(columns):
            far = (across * x / (columns - 1) + down * y / (rows - 1)) / max(1.0, across + down)
            dimmed = under(between(*colours, far), darkest(y / (rows - 1), foot / height, ink))
            small.set_at((x, y), (*dimmed, 255))
    poster = pygame.transform.smoothscale(small, size)
    roughen(poster, 2)
    return cut_round(poster, radius)


def darkest(down: float, foot: float, ink: Colour) -> float:
    """Return how bright a wash may be at `down` (0-1) for words in `ink` to be read there."""
    near = max(0.0, min(1.0, (down - 1 + foot + EASE) / EASE))
    needed = LARGE_WORDS + (SMALL_WORDS - LARGE_WORDS) * near
    return (brightness(ink) + 0.05) / needed - 0.05


def under(colour: Colour, limit: float) -> Colour:
    """Return the colour, darkened where it is brighter than `limit`."""
    bright = brightness(colour)
    return mix(BLACK, colour, math.sqrt(max(0.0, limit) / bright)) if bright > limit else colour


def between(top: Colour, bottom: Colour, far: float) -> Colour:
    """Return the colour at `far` (0-1) of a wash: richer on the way than a plain mixture."""
    plain = mix(top, bottom, 0.5 * far + 0.5 * far**3)
    grey = sum(plain) / 3
    richer = 1 + 2.2 * far * (1 - far)
    red, green, blue = (max(0, min(255, round(grey + (c - grey) * richer))) for c in plain)
    return red, green, blue
