"""The field words are typed in, and letters to press where no keyboard is in hand."""

from dataclasses import dataclass

from quizgame.domain.intents import Edit, Intent, Submit
from quizgame.domain.views import TypeIn
from quizgame.ui import ops
from quizgame.ui.actions import KEYS
from quizgame.ui.page import Page
from quizgame.ui.scene import FIELD, Target
from quizgame.ui.theme import Colour, mix

ERASE, SPACE = "⌫", " "
KEY_ROWS = ("1234567890" + ERASE, "QWERTYUIOP", "ASDFGHJKL'", "ZXCVBNM-." + SPACE)
WIDEST_ROW = 11
WORD_ENDS = (" ", "-", ".", "'", "’")


@dataclass(frozen=True, slots=True)
class Line:
    """What is typed: the words so far, what Enter asks for, and what stands there while empty.

    A `name` has its first letters written large by the keys on the screen. `size` is that of the
    letters in design pixels; `sign` stands before them.
    """

    text: str
    done: Intent | None
    usual: str = ""
    name: bool = False
    size: float = 26
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """The colours of a field and its keys; `ring` is that of the focus, none the room's."""

    fill: Colour
    edge: Colour
    ink: Colour
    quiet: Colour
    caret: Colour
    key: Colour
    ring: Colour | None = None


def on_ticket(page: Page) -> Ground:
    """Return the colours of a field on a ticket."""
    paper = page.theme.ticket
    return Ground(
        paper.choice, paper.edge, paper.ink, paper.ink_2, paper.focus, paper.faded, paper.focus
    )


def in_room(page: Page) -> Ground:
    """Return the colours of a field in the dark room."""
    room, ink = page.theme.room, page.theme.ink
    edge = mix(room.track, ink.dim, 0.4)
    return Ground(room.row, edge, ink.text, ink.dim, room.amber, room.panel)


def typing_height(page: Page) -> int:
    """Return how high the field for typing stands, with its keys where no keyboard is in hand."""
    return field_height(page) + keys_height(page)


def typing(page: Page, view: TypeIn, x: int, y: int, w: int) -> None:
    """Draw the field an answer is typed in, on the ticket, and its keys below."""
    line, ground, tall = Line(view.text, Submit()), on_ticket(page), field_height(page)
    field(page, line, (x, y, w, tall), ground)
    keys(page, line, (x, y + tall, w), ground)


def field_height(page: Page) -> int:
    """Return how high the field stands."""
    return max(page.u(72), page.measure.line_height(page.style("semibold", 26)) + page.u(24))


def keys_height(page: Page) -> int:
    """Return how high the keys stand with the air above them: nothing where a keyboard is."""
    if page.setting.device == KEYS:
        return 0
    return page.u(16) + len(KEY_ROWS) * (_key_height(page) + page.u(6))


def _key_height(page: Page) -> int:
    return max(page.u(44), page.measure.line_height(page.style("semibold", 16)) + page.u(8))


def field(page: Page, line: Line, box: ops.Rect, ground: Ground) -> None:
    """Draw the field being typed in."""
    focused = page.target(Target(FIELD, box, line.done))
    edge = max(1, page.u(2))
    page.add(ops.Panel(box, page.u(14), fill=ground.fill, edge=ground.edge, edge_width=edge))
    _typed(page, line, box, ground)
    if focused:
        page.ring(box, page.u(14), ground.ring)


def _typed(page: Page, line: Line, box: ops.Rect, ground: Ground) -> None:
    """Set the words typed, then, underlined, what an input method is composing, and the caret."""
    x, y, w, tall = box
    style = page.style("semibold", line.size)
    high = page.measure.line_height(style)
    top, end = y + (tall - high) // 2, x + page.u(24)
    if line.sign:
        side = page.sign(22)
        spot = (x + page.u(18), y + (tall - side) // 2, side, side)
        page.add(ops.Symbol(line.sign, spot, ground.quiet))
        end = spot[0] + side + page.u(14)
    room = x + w - page.u(40) - end
    shown = line.text + page.setting.composed
    while page.measure.width(shown, style) > room:
        # The end is where the hand is.
        shown = shown[1:]
    kept = max(0, len(shown) - len(page.setting.composed))
    for words, composed in ((shown[:kept], False), (shown[kept:], True)):
        wide = page.words(end, top, words, style, ground.ink) if words else 0
        if wide and composed:
            under = (end, top + high - page.u(6), wide, max(2, page.u(3)))
            page.add(ops.Panel(under, 0, fill=ground.ink))
        end += wide
    caret = (end + page.u(2), top + page.u(4), max(2, page.u(3)), high - page.u(8))
    page.add(ops.Panel(caret, 1, fill=ground.caret))
    if line.usual and not shown:
        usual = page.shortened(line.usual, style, room)
        page.words(end + page.u(9), top, usual, style, ground.quiet)


def keys(page: Page, line: Line, box: tuple[int, int, int], ground: Ground) -> None:
    """Draw the rows of keys, each in the middle; the space is as wide as two keys."""
    if page.setting.device == KEYS:
        return
    x, y, w = box
    y += page.u(16)
    gap, tall = page.u(6), _key_height(page)
    one = (w - gap * (WIDEST_ROW - 1)) // WIDEST_ROW
    for row, letters in enumerate(KEY_ROWS):
        widths = [2 * one + gap if letter == SPACE else one for letter in letters]
        left = x + (w - sum(widths) - gap * (len(widths) - 1)) // 2
        for place, (letter, wide) in enumerate(zip(letters, widths, strict=True)):
            rect = (left, y + row * (tall + gap), wide, tall)
            target = Target(f"key-{row}-{place}", rect, Edit(_after(line, letter)))
            _key(page, target, letter, ground)
            left += wide + gap


def _after(line: Line, letter: str) -> str:
    """Return the words once a key has been pressed."""
    if letter == ERASE:
        return line.text[:-1]
    begins = line.name and (not line.text or line.text.endswith(WORD_ENDS))
    return line.text + (letter if begins else letter.lower())


def _key(page: Page, target: Target, letter: str, ground: Ground) -> None:
    focused = page.target(target)
    x, y, wide, tall = target.rect
    style = page.style("semibold", 16)
    page.add(ops.Panel(target.rect, page.u(8), fill=ground.key))
    if letter == ERASE:
        size = min(tall, wide) // 2
        spot = (x + (wide - size) // 2, y + (tall - size) // 2, size, size)
        page.add(ops.Symbol("left", spot, ground.ink))
    else:
        top = y + (tall - page.measure.line_height(style)) // 2
        name = "space" if letter == SPACE else letter
        page.words(x + wide // 2, top, name, style, ground.ink, align=0.5)
    if focused:
        page.ring(target.rect, page.u(8), ground.ring)
