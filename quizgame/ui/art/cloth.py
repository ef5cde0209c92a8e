"""Velvet: curtains whose folds run down, lit from above."""

import math
from functools import lru_cache

import pygame

from quizgame.ui.art.shapes import clear, cut_round, roughen
from quizgame.ui.theme import Colour, mix

Velvet = tuple[Colour, Colour, Colour]
BLACK: Colour = (0, 0, 0)
# No two folds of real cloth are alike: widths and brightness, repeated along the curtain.
WIDTHS = (1.0, 0.94, 1.08, 0.9, 1.05, 0.98, 1.04)
LIGHTS = (1.0, 0.94, 1.0, 0.88, 0.97, 0.92, 1.0)
# Shares of brightness from the top of a cloth to its foot, evenly spaced.
HANGING = (0.88, 0.97, 1.0, 1.0, 0.98, 0.94, 0.86, 0.74)
SHUT = (0.35, 0.8, 0.98, 1.0, 1.0, 0.98, 0.94, 0.86, 0.72, 0.54, 0.36)
BAND = (0.5, 0.66, 0.8, 0.92, 1.0)
# The share of a valance that is cloth; the rest is its shadow.
HANGS = 0.8
FRAMED = (0.94, 1.0, 1.0, 1.0, 0.97, 0.9)


def fold(velvet: Velvet, place: float) -> Colour:
    """Return the colour at `place` (0-1) across one fold: dark, light in the middle, dark."""
    share = (1 - math.cos(2 * math.pi * place)) / 2
    share = share**1.15
    low, middle, high = velvet
    if share < 0.5:  # noqa: PLR2004
        return mix(low, middle, share * 2)
    return mix(middle, high, share * 2 - 1)


def folds(velvet: Velvet, width: int, count: int) -> list[Colour]:
    """Return `width` colours, one a pixel, for `count` folds of uneven width."""
    sizes = [WIDTHS[number % len(WIDTHS)] for number in range(count)]
    unit = width / sum(sizes)
    row: list[Colour] = []
    start = 0.0
    for number, size in enumerate(sizes):
        end = start + size * unit
        lit = LIGHTS[number % len(LIGHTS)]
        while len(row) < min(width, round(end)):
            place = (len(row) + 0.5 - start) / (end - start)
            row.append(mix(BLACK, fold(velvet, place), lit))
        start = end
    return row


def hang(
    row: list[tuple[int, int, int, int]], height: int, light: tuple[float, ...]
) -> pygame.Surface:
    """Return cloth `height` high whose every line is `row`, shaded downwards by `light`."""
    line = pygame.Surface((len(row), 1), pygame.SRCALPHA)
    for x, colour in enumerate(row):
        line.set_at((x, 0), colour)
    cloth = pygame.transform.scale(line, (len(row), height))
    shade = pygame.Surface((1, len(light)), pygame.SRCALPHA)
    for y, share in enumerate(light):
        grey = round(255 * share)
        shade.set_at((0, y), (grey, grey, grey, 255))
    shade = pygame.transform.smoothscale(shade, (1, height))
    shade = pygame.transform.scale(shade, cloth.get_size())
    cloth.blit(shade, (0, 0), None, pygame.BLEND_RGBA_MULT)
    roughen(cloth, 3)
    return cloth


@lru_cache(maxsize=1)
def drape(size: tuple[int, int], velvet: Velvet) -> pygame.Surface:
    """Return a side curtain that turns into the dark along its inner quarter."""
    width, height = size
    count = max(2, round(width * 800 / (80 * max(1, height)))) if height else 2
    row: list[tuple[int, int, int, int]] = []
    dark = mix(BLACK, velvet[0], 0.8)
    for x, colour in enumerate(folds(velvet, width, count)):
        turned = max(0.0, (x + 0.5) / width - 0.66) / 0.34
        gone = max(0.0, (x + 0.5) / width - 0.84) / 0.16
        ease = gone * gone * (3 - 2 * gone)
        shaded = mix(colour, dark, min(1.0, 1.1 * turned))
        row.append((*shaded, round(255 * (1 - ease))))
    return hang(row, height, HANGING)


def shut(size: tuple[int, int], velvet: Velvet) -> pygame.Surface:
    """Return a closed curtain over a whole window, dark under the valance and at the foot."""
    width, height = size
    count = max(2, round(width * 10 / max(1, height)))
    row = [(*colour, 255) for colour in folds(velvet, width, count)]
    return hang(row, height, SHUT)


def valance(size: tuple[int, int], velvet: Velvet) -> pygame.Surface:
    """Return the band that hangs over a curtain's top, with a hem, and the shadow it throws."""
    width, height = size
    hem = max(1, round(height * HANGS))
    low, middle, _ = velvet
    count = max(2, round(width * 16 / max(1, height)))
    row = [
        (*mix(low, c, 0.16), 255) for c in folds((low, mix(low, middle, 0.4), middle), width, count)
    ]
    band = hang(row, hem, BAND)
    whole = clear(size)
    for y in range(hem, height):
        near = 1 - (y - hem + 0.5) / max(1, height - hem)
        whole.fill((*BLACK, round(150 * near * near)), (0, y, width, 1))
    whole.blit(band, (0, 0))
    return whole


def framed(size: tuple[int, int], radius: int, velvet: Velvet) -> pygame.Surface:
    """Return a rounded cell of darker velvet, quiet under pale words; square ones fill a window."""
    width, height = size
    wide = 0.31 if radius else 0.1
    count = max(2, round(width / (wide * max(1, height))))
    low, middle, high = (mix(BLACK, part, 0.59) for part in velvet)
    row = [(*colour, 255) for colour in folds((low, middle, high), width, count)]
    return cut_round(hang(row, height, FRAMED), radius)


def curtain(size: tuple[int, int], style: str, radius: int, velvet: Velvet) -> pygame.Surface:
    """Return velvet in a `style`: left, right, frame, shut, valance; another raises KeyError."""
    match style:
        case "left" | "right":
            cloth = drape(size, velvet)
            return cloth if style == "left" else pygame.transform.flip(cloth, True, False)  # noqa: FBT003
        case "frame":
            return framed(size, radius, velvet)
        case "shut":
            return shut(size, velvet)
        case "valance":
            return valance(size, velvet)
        case _:
            raise KeyError(style)
