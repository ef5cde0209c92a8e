"""Paint a display list on a surface, keeping what was drawn before."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import partial
from typing import assert_never

import pygame

from quizgame.ui import ops
from quizgame.ui.art import cinema, cloth, letters, light, shapes, signs, ticket
from quizgame.ui.art.shapes import Piece
from quizgame.ui.art.slides import Slides
from quizgame.ui.theme import Colour, Style, Theme
from quizgame.ui.typeface import Typeface

# Pixels of drawn pieces kept: a 4K screen needs about 18 million, 4 bytes each.
KEPT = 24_000_000
# A panel of no more pixels than this is kept whole: one piece is laid quicker than nine.
SMALL = 4096


class Painter:
    """Paints ops on any surface; a piece is drawn once for its looks, wherever it stands."""

    def __init__(self, typeface: Typeface, theme: Theme, kept: int = KEPT) -> None:
        self._typeface = typeface
        self._theme = theme
        self._limit = kept
        self._pixels = 0
        self._pieces: OrderedDict[Hashable, list[Piece]] = OrderedDict()
        self._slides = Slides(theme.ticket.choice)

    @property
    def pixels_kept(self) -> int:
        """How many pixels of drawn pieces are held."""
        return self._pixels

    def paint(self, surface: pygame.Surface, drawn: Sequence[ops.Op]) -> None:
        """Paint every op in order, from the back to the front."""
        self._slides.keep_to([op.data for op in drawn if isinstance(op, ops.Picture)])
        outer = surface.get_clip()
        for op in drawn:
            if isinstance(op, ops.Clip):
                surface.set_clip(outer if op.rect is None else outer.clip(op.rect))
            elif not empty(op):
                self._paint_one(surface, op)
        surface.set_clip(outer)

    def _paint_one(self, surface: pygame.Surface, op: ops.Op) -> None:  # noqa: C901, PLR0912
        match op:
            case ops.Backdrop(size):
                lay(surface, (0, 0), self._room(surface, size))
            case ops.Panel():
                self._panel(surface, op)
            case ops.Words(x, y, text, style, colour):
                lay(surface, (x, y), self._words(text, style, colour))
            case ops.Symbol(name, (x, y, w, h), colour):
                make = partial(signs.sign, name, (w, h), colour)
                lay(surface, (x, y), self._kept((signs, name, w, h, colour), make))
            case ops.Curtain((x, y, w, h), style, radius):
                make = partial(cloth.curtain, (w, h), style, radius, self._theme.room.velvet)
                lay(surface, (x, y), self._kept((cloth, w, h, style, radius), make))
            case ops.Lamps():
                self._lamps(surface, op)
            case ops.Wash((x, y, w, h), radius, top, bottom, foot):
                ink = self._theme.ink.text
                make = partial(light.wash, (w, h), radius, (top, bottom), foot, ink)
                lay(surface, (x, y), self._kept((light, w, h, radius, top, bottom, foot), make))
            case ops.Paper((x, y, _, _)):
                lay(surface, (x, y), self._paper(surface, op))
            case ops.Envelope((x, y, w, h)):
                make = partial(letters.envelope, (w, h), self._theme.ticket)
                reach = letters.reach_of(h)
                place = (x - reach, y - reach + reach // 3)
                lay(surface, place, self._kept((ops.Envelope, w, h), make))
            case ops.Wax((x, y, w, h), broken):
                side = min(w, h)
                make = partial(letters.wax, side, self._theme.room.velvet, broken=broken)
                lay(surface, (x, y), self._kept((ops.Wax, side, broken), make))
            case ops.Film((x, y, w, h), radius):
                room = self._theme.room
                make = partial(cinema.film, (w, h), radius, room.film, room.panel)
                lay(surface, (x, y), self._kept((ops.Film, w, h, radius), make))
            case ops.Playhead((x, y, w, h)):
                make = partial(cinema.playhead, (w, h), self._theme.room.amber)
                reach = cinema.glow_reach(w)
                lay(surface, (x - reach, y - reach), self._kept((ops.Playhead, w, h), make))
            case ops.Leader():
                self._leader(surface, op)
            case ops.Picture():
                self._picture(surface, op)
            case ops.Fade((x, y, _, _)):
                make = partial(self._fade, surface, op)
                lay(surface, (x, y), self._kept(op, make))
            case ops.Clip():
                pass
            case _:
                assert_never(op)

    def _kept(self, key: Hashable, make: Callable[[], pygame.Surface]) -> list[Piece]:
        return self._kept_pieces(key, lambda: [(make(), 0, 0)])

    def _kept_pieces(self, key: Hashable, make: Callable[[], list[Piece]]) -> list[Piece]:
        pieces = self._pieces.get(key)
        if pieces is not None:
            self._pieces.move_to_end(key)
            return pieces
        pieces = self._pieces[key] = make()
        self._pixels += area(pieces)
        while self._pixels > self._limit and len(self._pieces) > 1:
            self._pixels -= area(self._pieces.popitem(last=False)[1])
        return pieces

    def _room(self, surface: pygame.Surface, size: tuple[int, int]) -> list[Piece]:
        def make() -> pygame.Surface:
            room = self._theme.room
            return matched(light.backdrop(size, room.night, room.glow), surface)

        return self._kept((ops.Backdrop, size), make)

    def _fade(self, surface: pygame.Surface, op: ops.Fade) -> pygame.Surface:
        x, y, w, h = op.rect
        ground = pygame.Surface((w, h))
        if op.ground is not None:
            ground.fill(op.ground)
        else:
            lay(ground, (-x, -y), self._room(surface, surface.get_size()))
        return light.fade(ground, low=op.low)

    def _paper(self, surface: pygame.Surface, op: ops.Paper) -> list[Piece]:
        size, cut = op.rect[2:], ticket.Cut(op.stub, op.notch, op.torn)

        def make() -> list[Piece]:
            pieces = ticket.paper(size, op.radius, cut, self._theme.ticket)
            return [(matched(piece, surface), x, y) for piece, x, y in pieces]

        return self._kept_pieces((ops.Paper, size, op.radius, cut), make)

    def _panel(self, surface: pygame.Surface, op: ops.Panel) -> None:
        x, y, w, h = op.rect
        if w * h > SMALL:
            self._lay_panel(surface, op)
            return

        def make() -> pygame.Surface:
            whole = shapes.clear((w, h), op.fill or op.edge or (0, 0, 0))
            self._lay_panel(whole, replace(op, rect=(0, 0, w, h)))
            return whole

        looks = (w, h, op.radius, op.fill, op.edge, op.edge_width)
        lay(surface, (x, y), self._kept((SMALL, *looks), make))

    def _lay_panel(self, surface: pygame.Surface, op: ops.Panel) -> None:
        x, y, w, h = op.rect
        edge = 0 if op.edge is None else min(op.edge_width, (min(w, h) + 1) // 2)
        if op.fill is None and not edge:
            return
        radius = max(0, min(op.radius, w // 2, h // 2))
        if radius:
            # The key leaves the size out: every panel with this corner shares one tile.
            make = partial(shapes.corners, radius, op.fill, op.edge, edge)
            tiles = self._kept_pieces((ops.Panel, radius, op.fill, op.edge, edge), make)
            for tile, right, low in tiles:
                surface.blit(tile, (x + (w - radius) * right, y + (h - radius) * low))
        for colour, rect in shapes.spans((w, h), radius, op.fill, op.edge, edge):
            surface.fill(colour, rect.move(x, y))

    def _words(self, text: str, style: Style, colour: Colour) -> list[Piece]:
        def make() -> list[Piece]:
            ink, above = self._typeface.ink(text, style, colour)
            return [(ink, 0, -above)]

        return self._kept_pieces((text, style, colour), make) if text else []

    def _lamps(self, surface: pygame.Surface, op: ops.Lamps) -> None:
        x, y, w, h = op.rect
        bulb, room = cinema.bulb_of(h), self._theme.room
        make = partial(cinema.lamp, bulb, room.lamp, room.amber)
        ((lamp, _, _),) = self._kept((ops.Lamps, bulb), make)
        half = lamp.get_width() // 2
        for number in range(op.count):
            along = number / (op.count - 1) if op.count > 1 else 0.5
            surface.blit(lamp, (x + round(w * along) - half, y + h // 2 - half))

    def _leader(self, surface: pygame.Surface, op: ops.Leader) -> None:
        x, y, w, h = op.rect
        side = min(w, h)
        place = (x + (w - side) // 2, y + (h - side) // 2)
        step = round(cinema.TURN * (1 - max(0.0, min(1.0, op.left))))
        lay(surface, place, self._kept((cinema, side, step), partial(self._dial, side, step)))
        for ink, _, up in self._words(op.seconds, op.style, self._theme.ticket.ink):
            rise = self._typeface.line_height(op.style) // 2 - up
            figures, rise = cinema.fitted(ink, rise, side // 2)
            across = (side - figures.get_width()) // 2
            surface.blit(figures, (place[0] + across, place[1] + side // 2 - rise))

    def _picture(self, surface: pygame.Surface, op: ops.Picture) -> None:
        x, y, w, h = op.rect
        drawn = self._slides.slide(op.data, (w, h), op.radius)
        if drawn is not None:
            surface.blit(drawn, (x, y))
            return
        high = self._typeface.line_height(op.style)
        lines = self._typeface.wrap(op.alt, op.style, w)[: max(1, h // high)]
        for line in lines:
            lay(surface, (x, y), self._words(line, op.style, op.ink))
            y += high

    def _dial(self, side: int, step: int) -> pygame.Surface:
        """Draw the clock from its parts, which are kept for the next step."""
        paper, room = self._theme.ticket, self._theme.room

        def part(name: str, make: Callable[[], pygame.Surface]) -> pygame.Surface:
            return self._kept((cinema, side, name), make)[0][0]

        lit = part("lit", partial(cinema.dial, side, paper.cream, paper.ink))
        dark = part("dark", partial(cinema.dial, side, room.line, paper.cream))
        rim = part("rim", partial(shapes.disc, side, (255, 255, 255)))
        plate = part("plate", partial(cinema.plate, side, paper.cream, paper.ink_2))
        clock = cinema.leader(lit, dark, rim, step)
        inset = (side - plate.get_width()) // 2
        clock.blit(plate, (inset, inset))
        return clock


def lay(surface: pygame.Surface, place: tuple[int, int], pieces: list[Piece]) -> None:
    """Put the pieces of an op down, their offsets counted from `place`."""
    x, y = place
    for piece, right, down in pieces:
        surface.blit(piece, (x + right, y + down))


def empty(op: ops.Op) -> bool:
    """Tell whether an op stands in a rectangle with nothing in it."""
    rect: ops.Rect | None = getattr(op, "rect", None)
    return rect is not None and min(rect[2:]) <= 0


def area(pieces: list[Piece]) -> int:
    """Return how many pixels the pieces hold."""
    return sum(piece.get_width() * piece.get_height() for piece, _, _ in pieces)


def matched(piece: pygame.Surface, target: pygame.Surface) -> pygame.Surface:
    """Return an opaque piece in the pixel format of `target`, which makes it quick to lay."""
    see_through = (piece.get_flags() | target.get_flags()) & pygame.SRCALPHA
    alike = (piece.get_bitsize(), piece.get_masks()) == (target.get_bitsize(), target.get_masks())
    if see_through or alike:
        return piece
    same = pygame.Surface(piece.get_size(), 0, target)
    same.blit(piece, (0, 0))
    return same
