"""Pictures out of a pack, and those of them that are kept: the ones on the screen."""

from collections import OrderedDict
from collections.abc import Collection
from io import BytesIO

import pygame

from quizgame.ui.art.shapes import clear, cut_round
from quizgame.ui.theme import Colour

DEEP = 24
"""Bits of a pixel below which a picture has a table of colours, and is not scaled smoothly."""
SIZES = 3
"""In how many sizes a picture is kept: on its ticket, large, and while a window is resized."""


def slide(data: bytes, size: tuple[int, int], radius: int, mat: Colour) -> pygame.Surface | None:
    """Return a picture at a size with rounded corners, or None when the bytes are none.

    Of moving pictures it is the first that stands; what can be seen through shows the `mat`. The
    bytes were measured before they came here: no picture is unpacked that is too large.
    """
    try:
        whole = pygame.image.load(BytesIO(data))
        if whole.get_flags() & pygame.SRCALPHA or whole.get_bitsize() < DEEP:
            ground = pygame.Surface(whole.get_size(), 0, 32)
            ground.fill(mat)
            ground.blit(whole, (0, 0))
            whole = ground
        shown = clear(size)
        shown.blit(pygame.transform.smoothscale(whole, size), (0, 0))
        return cut_round(shown, radius)
    except (pygame.error, ValueError):
        return None


class Slides:
    """Pictures as they were drawn, forgotten as soon as they are not on the screen any more."""

    def __init__(self, mat: Colour) -> None:
        self._mat = mat
        self._kept: OrderedDict[tuple[bytes, int, int, int], pygame.Surface | None] = OrderedDict()

    def keep_to(self, shown: Collection[bytes]) -> None:
        """Forget all pictures but these."""
        for key in [key for key in self._kept if key[0] not in shown]:
            del self._kept[key]

    def slide(self, data: bytes, size: tuple[int, int], radius: int) -> pygame.Surface | None:
        """Return what `slide` gives, drawn once for a size."""
        key = (data, *size, radius)
        if key not in self._kept:
            self._kept[key] = slide(data, size, radius, self._mat)
            while len(self._kept) > SIZES:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]
