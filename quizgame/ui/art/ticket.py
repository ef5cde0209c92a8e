"""The ticket a question is printed on, and the shadow it throws."""

from dataclasses import dataclass

import pygame

from quizgame.ui.art.shapes import Piece, clear, cut_round, finer
from quizgame.ui.theme import Ticket

SHADOW = (4, 2, 8)
DARKEST = 150
# In shares of the corner radius, read off the picture of the question at 1280x800.
NOTCH = 18 / 22
LINE = 3 / 22
DASH = 8 / 22
GAP = 5 / 22
SPREAD = 2.6
DROP = 0.9


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a ticket is cut, in pixels from its top left.

    At `stub` across it is perforated from top to bottom; at `notch` down half discs are cut out of
    its sides, with a perforation between them when it is `torn` there.
    """

    stub: int = 0
    notch: int = 0
    torn: bool = False


def paper(size: tuple[int, int], radius: int, cut: Cut, ticket: Ticket) -> list[Piece]:
    """Return the ticket in bands: shadows and notched edges see-through, the middle opaque."""
    width, height = size
    margin, drop = round(radius * SPREAD), round(radius * DROP)
    whole = shadow(size, margin)
    sheet = clear(size, ticket.cream)
    sheet.fill((*ticket.cream, 255))
    cut_round(sheet, radius)
    notch = round(radius * NOTCH)
    if cut.stub:
        for y, high in dashes(radius, height):
            line = max(2, round(radius * LINE))
            sheet.fill((*ticket.perforation, 255), (cut.stub - line // 2, y, line, high))
    if cut.torn:
        for x, wide in dashes(radius, width):
            line = max(2, round(radius * LINE))
            sheet.fill((*ticket.perforation, 255), (x, cut.notch - line // 2, wide, line))
    place = pygame.Rect(margin, margin - drop, width, height)
    whole.blit(sheet, place)
    ends = [(cut.stub, 0), (cut.stub, height)] if cut.stub else []
    ends += [(0, cut.notch), (width, cut.notch)] if cut.notch else []
    for x, y in ends:
        bite(whole, place, (place.x + x, place.y + y), notch)
    edge = (notch + 1 if cut.notch else 0, max(radius, notch) + 1)
    return bands(whole, place, edge, (-margin, drop - margin))


def shadow(size: tuple[int, int], margin: int) -> pygame.Surface:
    """Return a blurred dark sheet, `margin` pixels larger than the ticket on every side."""
    full = (size[0] + 2 * margin, size[1] + 2 * margin)
    shrink = max(1, round(margin / 8))
    small = clear((max(1, full[0] // shrink), max(1, full[1] // shrink)), SHADOW)
    inner = pygame.Rect(0, 0, max(1, size[0] // shrink), max(1, size[1] // shrink))
    inner.center = (small.get_width() // 2, small.get_height() // 2)
    small.fill((*SHADOW, DARKEST), inner.inflate(-2, -2))
    blurred = pygame.transform.gaussian_blur(small, max(1, round(margin / shrink / 2.2)))
    return pygame.transform.smoothscale(blurred, full)


def dashes(radius: int, length: int) -> list[tuple[int, int]]:
    """Return where each dash of a perforation begins and how long it is, between two notches."""
    dash, gap = max(2, round(radius * DASH)), max(2, round(radius * GAP))
    start = round(radius * NOTCH) + dash
    room = length - 2 * start
    count = max(1, (room + gap) // (dash + gap))
    start += (room - count * (dash + gap) + gap) // 2
    return [(start + number * (dash + gap), dash) for number in range(count)]


def bite(whole: pygame.Surface, place: pygame.Rect, spot: tuple[int, int], notch: int) -> None:
    """Cut the part of a disc of radius `notch` around a spot that lies on the ticket out of it."""
    if notch < 1:
        return
    scale = finer(2 * notch)
    side = 2 * notch * scale
    large = pygame.Surface((side, side), pygame.SRCALPHA)
    large.fill((255, 255, 255, 255))
    pygame.draw.circle(large, (255, 255, 255, 0), (side / 2, side / 2), side / 2)
    hole = pygame.transform.smoothscale(large, (2 * notch, 2 * notch))
    around = pygame.Rect(spot[0] - notch, spot[1] - notch, 2 * notch, 2 * notch)
    part = around.clip(place)
    whole.blit(hole, part, part.move(-around.x, -around.y), pygame.BLEND_RGBA_MULT)


def bands(
    whole: pygame.Surface, sheet: pygame.Rect, edge: tuple[int, int], offset: tuple[int, int]
) -> list[Piece]:
    """Cut `whole` so that all but the `edge` of the sheet is one opaque, quickly laid piece."""
    area, middle = whole.get_rect(), sheet.inflate(-2 * edge[0], -2 * edge[1])
    if min(middle.size) <= 0:
        return [(whole, *offset)]
    left, top, right, bottom = middle.left, middle.top, middle.right, middle.bottom
    rects = [
        pygame.Rect(0, 0, area.width, top),
        pygame.Rect(0, bottom, area.width, area.height - bottom),
        pygame.Rect(0, top, left, middle.height),
        pygame.Rect(right, top, area.width - right, middle.height),
    ]
    pieces = [(whole.subsurface(rect).copy(), rect) for rect in rects if rect.width and rect.height]
    opaque = pygame.Surface(middle.size)
    opaque.blit(whole, (0, 0), middle)
    pieces.append((opaque, middle))
    return [(piece, rect.x + offset[0], rect.y + offset[1]) for piece, rect in pieces]
