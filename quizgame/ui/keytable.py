"""What each key, click and button does, as the help page tells it; `keymap` binds them."""

from quizgame.ui.actions import KEYS, MOUSE, PAD
from quizgame.ui.keymap import CAPS

DEVICES = (KEYS, MOUSE, PAD)
HEADS = ("Keyboard", "Mouse", "Game pad")
Row = tuple[str, str, str, str]
"""What is done, and how: with keys, with the mouse, with a game pad."""


def _row(does: str, way: str = "", *, keys: str = "", mouse: str = "Click", pad: str = "A") -> Row:
    """Return a row: what `CAPS` calls a way to do it, and these words where it has none."""
    caps = CAPS.get(way, {})
    told = {KEYS: keys, MOUSE: mouse, PAD: pad}
    by_keys, by_mouse, by_pad = (caps.get(device) or told[device] for device in DEVICES)
    return does, by_keys, by_mouse, by_pad


ROWS: tuple[Row, ...] = (
    _row("Move", keys="Arrows, Tab", mouse="Point", pad="D-pad, stick"),
    _row("Open, press", keys="Enter, Space"),
    _row("Answer", keys="A to F, or Enter"),
    _row("Put in order", "drag"),
    _row("Hand in", "submit", pad="A on “Hand in”"),
    _row("50:50", "H"),
    _row("Skip the card", "S"),
    _row("Pause", "P"),
    _row("Back", "back"),
    _row("Open the curtain", "hold"),
    _row("How sure, how easy", keys="1 to 4"),
    _row("Report a card", keys="R"),
    _row("Picture, large", "Z", mouse="Click on it"),
    _row("Play a sound", "L"),
    _row("Content notes, about a pack", "I"),
    _row("Scroll", "scroll", pad="D-pad"),
    _row("Full screen", "full", mouse="Settings", pad="Settings"),
)
