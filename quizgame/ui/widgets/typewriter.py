"""The field an answer is typed in, and letters to press where no keyboard is in hand."""

from quizgame.domain.intents import Edit, Submit
from quizgame.domain.views import TypeIn
from quizgame.ui import ops
from quizgame.ui.actions import KEYS
from quizgame.ui.page import Page
from quizgame.ui.scene import FIELD, Target

ERASE, SPACE = "⌫", " "
KEY_ROWS = ("1234567890" + ERASE, "QWERTYUIOP", "ASDFGHJKL'", "ZXCVBNM-." + SPACE)
WIDEST_ROW = 11


def typing_height(page: Page) -> int:
    """Return how high the field for typing stands, with its keys where no keyboard is in hand."""
    field = _field_height(page)
    return field if page.setting.device == KEYS else field + page.u(16) + _keys_height(page)


def _field_height(page: Page) -> int:
    return max(page.u(72), page.measure.line_height(page.style("semibold", 26)) + page.u(24))


def _key_height(page: Page) -> int:
    return max(page.u(44), page.measure.line_height(page.style("semibold", 16)) + page.u(8))


def _keys_height(page: Page) -> int:
    return len(KEY_ROWS) * (_key_height(page) + page.u(6))


def typing(page: Page, view: TypeIn, x: int, y: int, w: int) -> None:
    """Draw the field being typed in; letters to press for those without a keyboard in hand."""
    paper = page.theme.ticket
    tall = _field_height(page)
    box = (x, y, w, tall)
    focused = page.target(Target(FIELD, box, Submit()))
    edge = max(1, page.u(2))
    page.add(ops.Panel(box, page.u(14), fill=paper.choice, edge=paper.edge, edge_width=edge))
    _line(page, view.text, box)
    if focused:
        page.ring(box, page.u(14), paper.focus)
    if page.setting.device != KEYS:
        _keys(page, view.text, (x, y + tall + page.u(16), w))


def _line(page: Page, typed: str, box: ops.Rect) -> None:
    """Set the words typed, then, underlined, what an input method is composing, and the caret."""
    x, y, w, tall = box
    paper, style = page.theme.ticket, page.style("semibold", 26)
    line = page.measure.line_height(style)
    top, end = y + (tall - line) // 2, x + page.u(24)
    shown = typed + page.setting.composed
    while page.measure.width(shown, style) > w - page.u(64):
        # The end is where the hand is.
        shown = shown[1:]
    kept = max(0, len(shown) - len(page.setting.composed))
    for words, composed in ((shown[:kept], False), (shown[kept:], True)):
        wide = page.words(end, top, words, style, paper.ink) if words else 0
        if wide and composed:
            under = (end, top + line - page.u(6), wide, max(2, page.u(3)))
            page.add(ops.Panel(under, 0, fill=paper.ink))
        end += wide
    caret = (end + page.u(2), top + page.u(4), max(2, page.u(3)), line - page.u(8))
    page.add(ops.Panel(caret, 1, fill=paper.focus))


def _keys(page: Page, text: str, box: tuple[int, int, int]) -> None:
    """Draw the rows of keys, each in the middle; the space is as wide as two keys."""
    x, y, w = box
    gap, tall = page.u(6), _key_height(page)
    one = (w - gap * (WIDEST_ROW - 1)) // WIDEST_ROW
    for row, letters in enumerate(KEY_ROWS):
        widths = [2 * one + gap if letter == SPACE else one for letter in letters]
        left = x + (w - sum(widths) - gap * (len(widths) - 1)) // 2
        for place, (letter, wide) in enumerate(zip(letters, widths, strict=True)):
            typed = text[:-1] if letter == ERASE else text + letter.lower()
            rect = (left, y + row * (tall + gap), wide, tall)
            _key(page, Target(f"key-{row}-{place}", rect, Edit(typed)), letter)
            left += wide + gap


def _key(page: Page, target: Target, letter: str) -> None:
    focused = page.target(target)
    x, y, wide, tall = target.rect
    paper, style = page.theme.ticket, page.style("semibold", 16)
    page.add(ops.Panel(target.rect, page.u(8), fill=paper.faded))
    if letter == ERASE:
        size = min(tall, wide) // 2
        spot = (x + (wide - size) // 2, y + (tall - size) // 2, size, size)
        page.add(ops.Symbol("left", spot, paper.ink))
    else:
        top = y + (tall - page.measure.line_height(style)) // 2
        name = "space" if letter == SPACE else letter
        page.words(x + wide // 2, top, name, style, paper.ink, align=0.5)
    if focused:
        page.ring(target.rect, page.u(8), paper.focus)
