"""An envelope of cream paper seen from behind, and the wax that seals it."""

import math
from random import Random

import pygame

from quizgame.ui.art.shapes import clear, cut_round, finer
from quizgame.ui.art.signs import sign
from quizgame.ui.art.ticket import shadow
from quizgame.ui.theme import Colour, Ticket, mix

TIP = 0.6
"""How far down the flap of a shut envelope reaches, in shares of its height."""
REACH = 0.22
"""How far the shadow of an envelope reaches beyond it, in shares of its height."""
Point = tuple[float, float]
_Velvet = tuple[Colour, Colour, Colour]


def envelope(size: tuple[int, int], ticket: Ticket) -> pygame.Surface:
    """Return a shut envelope with its shadow, `reach_of` pixels of it on every side."""
    w, h = size
    scale, margin = finer(w), reach_of(h)
    wide, high = w * scale, h * scale
    large = clear((wide, high), ticket.cream)
    body, fold = mix(ticket.cream, ticket.edge, 0.35), mix(ticket.cream, ticket.edge, 0.75)
    large.fill((*body, 255))
    middle, tip = (wide / 2, high * 0.52), (wide / 2, high * TIP)
    thick = max(1, round(high * 0.008))
    # The lower flap over the two at the sides, and the upper one over all of them.
    lower = [(0, high), middle, (wide, high)]
    pygame.draw.polygon(large, (*ticket.faded, 255), lower)
    for corner in ((0, high), (wide, high)):
        pygame.draw.line(large, (*fold, 255), corner, middle, thick)
    flap = [(0, 0), tip, (wide, 0)]
    below = [(x, y + 3 * thick) for x, y in flap]
    pygame.draw.polygon(large, (*mix(fold, ticket.ink, 0.12), 255), below)
    pygame.draw.polygon(large, (*ticket.choice, 255), flap)
    for corner in ((0, 0), (wide, 0)):
        pygame.draw.line(large, (*ticket.perforation, 255), corner, tip, thick)
    paper = pygame.transform.smoothscale(large, size)
    cut_round(paper, max(2, round(h * 0.045)))
    whole = shadow(size, margin)
    whole.blit(paper, (margin, margin - margin // 3))
    return whole


def reach_of(height: int) -> int:
    """Return how many pixels of shadow an envelope of a height has on every side."""
    return max(2, round(height * REACH))


def wax(side: int, velvet: _Velvet, *, broken: bool) -> pygame.Surface:
    """Return a seal of wax with a star pressed into it; a `broken` one is cracked across."""
    scale = finer(side)
    full = side * scale
    large = clear((full, full), velvet[1])
    _blob(large, velvet[0], full / 2, full / 2 + full * 0.02, full * 0.46)
    _blob(large, velvet[1], full / 2, full / 2, full * 0.45)
    middle = (full / 2, full / 2)
    pygame.draw.circle(large, (*mix(velvet[1], velvet[0], 0.45), 255), middle, full * 0.335)
    pygame.draw.circle(large, (*mix(velvet[1], velvet[2], 0.45), 255), middle, full * 0.315)
    shine = clear((full, full), velvet[2])
    pygame.draw.arc(
        shine,
        (*velvet[2], 200),
        pygame.Rect(full * 0.1, full * 0.1, full * 0.8, full * 0.8),
        math.radians(60),
        math.radians(165),
        max(1, round(full * 0.03)),
    )
    large.blit(shine, (0, 0))
    star = round(full * 0.36)
    pressed = sign("star", (star, star), mix(velvet[0], velvet[1], 0.25))
    large.blit(pressed, (round(full / 2 - star / 2), round(full / 2 - star / 2)))
    if broken:
        _crack(large, full)
    return pygame.transform.smoothscale(large, (side, side))


def _blob(surface: pygame.Surface, colour: Colour, x: float, y: float, reach: float) -> None:
    """Draw the edge of wax that has run: a disc that is not quite round."""
    dice = Random(11)  # noqa: S311 (a shape, not a secret)
    waves = [(n, dice.uniform(0, math.tau), dice.uniform(0.012, 0.03)) for n in (3, 5, 7, 11)]
    outline: list[Point] = []
    for step in range(120):
        turn = math.tau * step / 120
        far = reach * (0.94 + sum(deep * math.sin(n * turn + at) for n, at, deep in waves))
        outline.append((x + far * math.cos(turn), y + far * math.sin(turn)))
    pygame.draw.polygon(surface, (*colour, 255), outline)


def _crack(surface: pygame.Surface, full: int) -> None:
    """Cut a seal in two, so that what lies below shows in the gap."""
    jags = ((0.40, 0.0), (0.52, 0.2), (0.45, 0.38), (0.57, 0.55), (0.48, 0.74), (0.6, 1.0))
    path = [(x * full, y * full) for x, y in jags]
    gap = full * 0.035
    hole = [(x - gap, y) for x, y in path] + [(x + gap, y) for x, y in reversed(path)]
    pygame.draw.polygon(surface, (0, 0, 0, 0), hole)
