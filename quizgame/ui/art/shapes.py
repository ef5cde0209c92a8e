"""Rounded shapes, glows and grain: what every other piece is cut from."""

import math
from functools import lru_cache
from random import Random

import pygame

from quizgame.ui.theme import Colour

# A surface and where it stands, in pixels from the top left of its op.
Piece = tuple[pygame.Surface, int, int]
GRAIN = 128
FINE = 8
LARGEST_DRAWING = 1600


def clear(size: tuple[int, int], colour: Colour = (0, 0, 0)) -> pygame.Surface:
    """Return a transparent surface of `colour`, so that edges scaled later do not darken."""
    surface = pygame.Surface(size, pygame.SRCALPHA)
    surface.fill((*colour, 0))
    return surface


def finer(length: int) -> int:
    """Return how many times larger a piece `length` pixels long is drawn before it is shrunk."""
    return max(2, min(FINE, LARGEST_DRAWING // max(1, length)))


def quarter(radius: int, colour: Colour, edge: Colour | None, inset: int) -> pygame.Surface:
    """Return the top left quarter of a disc; with an `edge`, `inset` pixels of it around."""
    scale = finer(radius)
    large = clear((radius * scale, radius * scale), edge or colour)
    middle = (radius * scale, radius * scale)
    if edge is None:
        pygame.draw.circle(large, (*colour, 255), middle, radius * scale)
        return pygame.transform.smoothscale(large, (radius, radius))
    pygame.draw.circle(large, (*edge, 255), middle, radius * scale)
    tile = pygame.transform.smoothscale(large, (radius, radius))
    if inset < radius:
        inner = quarter(radius - inset, colour, None, 0)
        tile.blit(inner, (inset, inset))
    return tile


def ring(radius: int, colour: Colour, width: int) -> pygame.Surface:
    """Return the top left quarter of a ring of the outer `radius`, nothing inside it."""
    scale = finer(radius)
    large = clear((radius * scale, radius * scale), colour)
    middle = (radius * scale, radius * scale)
    pygame.draw.circle(large, (*colour, 255), middle, radius * scale)
    if width < radius:
        pygame.draw.circle(large, (*colour, 0), middle, (radius - width) * scale)
    return pygame.transform.smoothscale(large, (radius, radius))


def corners(radius: int, fill: Colour | None, edge: Colour | None, width: int) -> list[Piece]:
    """Return the four corners of a panel, each with 0 or 1 for its side across and down."""
    if edge is None or not width:
        tile = quarter(radius, fill or (0, 0, 0), None, 0)
    elif fill is None:
        tile = ring(radius, edge, width)
    else:
        tile = quarter(radius, fill, edge, width)
    return [
        (pygame.transform.flip(tile, bool(right), bool(low)), right, low)
        for right in (0, 1)
        for low in (0, 1)
    ]


def spans(
    size: tuple[int, int], radius: int, fill: Colour | None, edge: Colour | None, width: int
) -> list[tuple[Colour, pygame.Rect]]:
    """Return the straight parts of a panel, from its top left: fill first, then its edges."""
    w, h = size
    parts: list[tuple[Colour, pygame.Rect]] = []
    if fill is not None:
        parts.append((fill, pygame.Rect(0, radius, w, h - 2 * radius)))
        if radius:
            parts.append((fill, pygame.Rect(radius, 0, w - 2 * radius, radius)))
            parts.append((fill, pygame.Rect(radius, h - radius, w - 2 * radius, radius)))
    if edge is not None and width:
        parts.append((edge, pygame.Rect(radius, 0, w - 2 * radius, width)))
        parts.append((edge, pygame.Rect(radius, h - width, w - 2 * radius, width)))
        parts.append((edge, pygame.Rect(0, radius, width, h - 2 * radius)))
        parts.append((edge, pygame.Rect(w - width, radius, width, h - 2 * radius)))
    return parts


def mask(size: tuple[int, int], radius: int) -> pygame.Surface:
    """Return a white rounded rectangle on nothing, to multiply another surface by."""
    width, height = size
    radius = max(0, min(radius, width // 2, height // 2))
    surface = clear(size, (255, 255, 255))
    surface.fill((255, 255, 255, 255))
    if radius:
        corner = quarter(radius, (255, 255, 255), None, 0)
        for right in (False, True):
            for low in (False, True):
                place = ((width - radius) * right, (height - radius) * low)
                surface.fill((255, 255, 255, 0), (*place, radius, radius))
                surface.blit(pygame.transform.flip(corner, right, low), place)
    return surface


def cut_round(surface: pygame.Surface, radius: int) -> pygame.Surface:
    """Round the corners of an alpha surface in place and return it."""
    if radius > 0:
        surface.blit(mask(surface.get_size(), radius), (0, 0), None, pygame.BLEND_RGBA_MULT)
    return surface


def disc(diameter: int, colour: Colour) -> pygame.Surface:
    """Return a smooth disc on a square of `diameter` pixels."""
    scale = finer(diameter)
    side = diameter * scale
    large = clear((side, side), colour)
    pygame.draw.circle(large, (*colour, 255), (side / 2, side / 2), side / 2)
    return pygame.transform.smoothscale(large, (diameter, diameter))


def halo(diameter: int, colour: Colour, strength: float) -> pygame.Surface:
    """Return a round glow, `strength` (0-1) in the middle and nothing at its rim."""
    side = min(diameter, 64)
    small = clear((side, side), colour)
    # All four quarters are alike: one is reckoned.
    for y in range((side + 1) // 2):
        for x in range((side + 1) // 2):
            far = math.hypot(x + 0.5 - side / 2, y + 0.5 - side / 2) / (side / 2)
            if far < 1:
                share = strength * (1 - far) ** 2
                lit = (*colour, round(255 * share))
                for right in (x, side - 1 - x):
                    for low in (y, side - 1 - y):
                        small.set_at((right, low), lit)
    return pygame.transform.smoothscale(small, (diameter, diameter))


@lru_cache(maxsize=8)
def grain(levels: int) -> pygame.Surface:
    """Return a tile of even grey noise of 0 to `levels` - 1, the same on every run."""
    noise = Random(levels).randbytes(GRAIN * GRAIN)  # noqa: S311
    shades = noise.translate(bytes(value * levels >> 8 for value in range(256)))
    grey = bytearray(3 * len(shades))
    for channel in range(3):
        grey[channel::3] = shades
    # In 32 bits, like what it is laid on: SDL then adds four times as fast.
    tile = pygame.Surface((GRAIN, GRAIN), 0, 32)
    tile.blit(pygame.image.frombytes(bytes(grey), tile.get_size(), "RGB"), (0, 0))
    return tile


def roughen(surface: pygame.Surface, levels: int, *, darker: bool = False) -> None:
    """Add (or take away) up to `levels` - 1 of grain, which hides the steps of a gradient."""
    tile = grain(levels)
    flag = pygame.BLEND_RGB_SUB if darker else pygame.BLEND_RGB_ADD
    for y in range(0, surface.get_height(), GRAIN):
        for x in range(0, surface.get_width(), GRAIN):
            surface.blit(tile, (x, y), None, flag)
