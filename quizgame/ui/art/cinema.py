"""Things of the projection room: film, lamps, playhead and the leader's clock."""

import math

import pygame

from quizgame.ui.art.shapes import clear, cut_round, disc, finer, halo
from quizgame.ui.theme import Colour

# In shares of the corner radius, read off the picture of the watch point.
MARGIN = 14 / 12
HOLE_HIGH = 14 / 12
HOLE_WIDE = 18 / 12
PITCH = 34 / 12
# The radius a strip would have in that picture, as a share of its height: a bound for low strips.
LOW = 12 / 220
# The leader's hand moves in this many steps a turn.
TURN = 240
# The ring's radius and the lit plate's width, in shares of the clock's width.
RING = 0.42
PLATE = 0.64


def film(size: tuple[int, int], radius: int, black: Colour, hole: Colour) -> pygame.Surface:
    """Return the strip with a row of holes along its top and its foot, spread evenly."""
    width, height = size
    strip = pygame.Surface(size, pygame.SRCALPHA)
    strip.fill((*black, 255))
    unit = min(radius, height * LOW) if radius else height * LOW
    high = max(2, round(unit * HOLE_HIGH))
    wide = max(2, round(unit * HOLE_WIDE))
    margin = max(1, round(unit * MARGIN))
    mark = pygame.Surface((wide, high), pygame.SRCALPHA)
    mark.fill((*hole, 255))
    cut_round(mark, max(1, high // 6))
    room = width - 2 * margin - wide
    count = max(1, round(room / max(1.0, unit * PITCH)))
    for number in range(count + 1):
        x = margin + round(room * number / count)
        strip.blit(mark, (x, margin))
        strip.blit(mark, (x, height - margin - high))
    return cut_round(strip, radius)


def bulb_of(height: int) -> int:
    """Return the width of the bulb in a row of lamps `height` pixels high."""
    return max(2, round(height * 3 / 7))


def lamp(bulb: int, lit: Colour, amber: Colour) -> pygame.Surface:
    """Return one bulb of `bulb` pixels in the middle of a glow nearly four times as wide."""
    side = lamp_side(bulb)
    surface = halo(side, amber, 0.75)
    inset = (side - bulb) // 2
    surface.blit(disc(bulb, lit), (inset, inset))
    return surface


def lamp_side(bulb: int) -> int:
    """Return the width of a lamp with its glow, of the same parity as its bulb."""
    return bulb + 2 * round(bulb * 1.4)


def glow_reach(width: int) -> int:
    """Return how far the glow of a playhead `width` pixels wide reaches past its line."""
    return max(4, width * 4)


def playhead(size: tuple[int, int], amber: Colour) -> pygame.Surface:
    """Return the lit line, larger than `size` by the reach of its glow on every side."""
    width, height = size
    reach = glow_reach(width)
    full = (width + 2 * reach, height + 2 * reach)
    shrink = max(1, reach // 8)
    small = clear((max(3, full[0] // shrink), max(3, full[1] // shrink)), amber)
    core = pygame.Rect(0, 0, max(1, round(width * 1.6 / shrink)), max(1, height // shrink))
    core.center = (small.get_width() // 2, small.get_height() // 2)
    small.fill((*amber, 255), core)
    blurred = pygame.transform.gaussian_blur(small, max(1, round(reach / shrink / 2.4)))
    line = pygame.transform.smoothscale(blurred, full)
    bar = pygame.Surface(size, pygame.SRCALPHA)
    bar.fill((*amber, 255))
    line.blit(cut_round(bar, width // 2), (reach, reach))
    return line


def dial(diameter: int, ground: Colour, line: Colour) -> pygame.Surface:
    """Return the square the clock's disc is cut from, in one light: cross hairs and a ring."""
    face = clear((diameter, diameter), ground)
    face.fill((*ground, 255))
    scale = finer(diameter)
    side = diameter * scale
    large = clear((side, side), line)
    hair = max(1, round(side / 80))
    pygame.draw.circle(large, (*line, 150), (side / 2, side / 2), RING * side, hair)
    large.fill((*line, 110), (0, (side - hair) // 2, side, hair))
    large.fill((*line, 110), ((side - hair) // 2, 0, hair, side))
    face.blit(pygame.transform.smoothscale(large, (diameter, diameter)), (0, 0))
    return face


def plate(diameter: int, ground: Colour, line: Colour) -> pygame.Surface:
    """Return the lit middle of the clock with its own ring, so that figures are always read."""
    side = round(diameter * PLATE)
    side = max(1, side + (side - diameter) % 2)
    hair = max(1, round(diameter / 80))
    surface = disc(side, line)
    surface.blit(disc(max(1, side - 2 * hair), ground), (hair, hair))
    return surface


def pie(diameter: int, step: int) -> pygame.Surface:
    """Return white where time has passed: `step` of TURN, clockwise from twelve o'clock."""
    scale = min(4, finer(diameter))
    side = diameter * scale
    large = clear((side, side), (255, 255, 255))
    middle, reach = side / 2, side * 1.5
    steps = [step * number / 8 for number in range(9)]
    rim = [
        (
            middle + reach * math.sin(2 * math.pi * part / TURN),
            middle - reach * math.cos(2 * math.pi * part / TURN),
        )
        for part in steps
    ]
    pygame.draw.polygon(large, (255, 255, 255, 255), [(middle, middle), *rim])
    return pygame.transform.smoothscale(large, (diameter, diameter))


def leader(
    lit: pygame.Surface, dark: pygame.Surface, disc_: pygame.Surface, step: int
) -> pygame.Surface:
    """Return the round clock: lit, and dark as far as `step` of TURN has passed."""
    clock = lit.copy()
    if step:
        passed = dark.copy()
        passed.blit(pie(dark.get_width(), step), (0, 0), None, pygame.BLEND_RGBA_MULT)
        clock.blit(passed, (0, 0))
    clock.blit(disc_, (0, 0), None, pygame.BLEND_RGBA_MULT)
    return clock


def fitted(figures: pygame.Surface, rise: int, widest: int) -> tuple[pygame.Surface, int]:
    """Shrink figures wider than `widest`; return them and the `rise` of their middle."""
    if figures.get_width() <= widest:
        return figures, rise
    share = widest / figures.get_width()
    return pygame.transform.smoothscale_by(figures, share), round(rise * share)
