"""What stands for the game among other windows: a cinema ticket with its first letter."""

import pygame

from quizgame.ui.art.shapes import clear, cut_round
from quizgame.ui.theme import Style, Theme
from quizgame.ui.typeface import Typeface

SIZE = 128
"""Pixels; whoever shows it smaller shrinks it."""
_FINER = 2
_EDGE, _NOTCH, _LETTER = 24, 16, 112


def icon(typeface: Typeface, theme: Theme) -> pygame.Surface:
    """Return the icon: an amber ticket, torn at both sides, with a dark Q."""
    side = SIZE * _FINER
    ticket = clear((side, side), theme.ink.amber)
    ticket.fill((*theme.ink.amber, 255))
    cut_round(ticket, _EDGE * _FINER)
    for x in (0, side):
        pygame.draw.circle(ticket, (*theme.ink.amber, 0), (x, side // 2), _NOTCH * _FINER)
    surface = pygame.transform.smoothscale(ticket, (SIZE, SIZE))
    letter, _ = typeface.ink("Q", Style("display", _LETTER), theme.ink.on_amber)
    box = letter.get_bounding_rect()
    surface.blit(letter, ((SIZE - box.width) // 2 - box.x, (SIZE - box.height) // 2 - box.y))
    return surface
