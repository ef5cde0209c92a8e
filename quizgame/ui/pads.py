"""Game pads: looked for once the first page stands, let go of when they are pulled out."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from pygame._sdl2.controller import Controller


def _sdl() -> "ModuleType":
    """Return SDL's pads as pygame has them."""
    from pygame._sdl2 import controller  # noqa: PLC0415 (not before the first page)

    return controller


class Pads:
    """The pads that are plugged in; SDL sends their buttons only while they are held open."""

    def __init__(self) -> None:
        self._open: list[Controller] = []
        self._sought = False

    def seek(self) -> None:
        """Begin to look for pads, if that is not done yet: SDL takes its time over it."""
        if not self._sought:
            self._sought = True
            _sdl().init()

    def plug_in(self, index: int) -> None:
        """Take the pad of an SDL device index."""
        self._open.append(_sdl().Controller(index))

    def unplug(self) -> None:
        """Let go of the pads that are no longer there."""
        for pad in [pad for pad in self._open if not pad.attached()]:
            pad.quit()
            self._open.remove(pad)

    def close(self) -> None:
        """Let go of all pads."""
        for pad in self._open:
            pad.quit()
        self._open.clear()
        if self._sought:
            _sdl().quit()

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._open)
