"""The ticket a question is printed on, and the shadow it throws."""

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


def paper(size: tuple[int, int], radius: int, stub: int, ticket: Ticket) -> list[Piece]:
    """Return the ticket in bands: shadows and notched edges see-through, the middle opaque."""
    width, height = size
    margin, drop = round(radius * SPREAD), round(radius * DROP)
    whole = shadow(size, margin)
    sheet = clear(size, ticket.cream)
    sheet.fill((*ticket.cream, 255))
    cut_round(sheet, radius)
    notch = round(radius * NOTCH)
    if stub:
        perforate(sheet, radius, stub, ticket)
    place = pygame.Rect(margin, margin - drop, width, height)
    whole.blit(sheet, place)
    if stub:
        bite(whole, place, stub, notch)
    return bands(whole, place, max(radius, notch) + 1, (-margin, drop - margin))


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


def perforate(sheet: pygame.Surface, radius: int, stub: int, ticket: Ticket) -> None:
    """Draw the dashed line where the stub tears off, between the two notches."""
    line = max(2, round(radius * LINE))
    dash, gap = max(2, round(radius * DASH)), max(2, round(radius * GAP))
    start = round(radius * NOTCH) + dash
    room = sheet.get_height() - 2 * start
    count = max(1, (room + gap) // (dash + gap))
    start += (room - count * (dash + gap) + gap) // 2
    for number in range(count):
        y = start + number * (dash + gap)
        sheet.fill((*ticket.perforation, 255), (stub - line // 2, y, line, dash))


def bite(whole: pygame.Surface, place: pygame.Rect, stub: int, notch: int) -> None:
    """Cut half discs of radius `notch` out of the ticket's top and bottom edges."""
    if notch < 1:
        return
    scale = finer(2 * notch)
    side = 2 * notch * scale
    for top in (True, False):
        large = pygame.Surface((side, side), pygame.SRCALPHA)
        large.fill((255, 255, 255, 255))
        pygame.draw.circle(large, (255, 255, 255, 0), (side / 2, side / 2), side / 2)
        hole = pygame.transform.smoothscale(large, (2 * notch, 2 * notch))
        half = pygame.Rect(0, notch if top else 0, 2 * notch, notch)
        edge = place.top if top else place.bottom - notch
        corner = (place.x + stub - notch, edge)
        whole.blit(hole, corner, half, pygame.BLEND_RGBA_MULT)


def bands(
    whole: pygame.Surface, sheet: pygame.Rect, edge: int, offset: tuple[int, int]
) -> list[Piece]:
    """Cut `whole` so that all but `edge` pixels of the sheet is one opaque, quickly laid piece."""
    area = whole.get_rect()
    middle = pygame.Rect(sheet.x, sheet.y + edge, sheet.width, sheet.height - 2 * edge)
    if middle.height <= 0:
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
