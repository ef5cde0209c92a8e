"""The letter that was in an envelope: what was said, what is so, why, and what others said."""

from collections.abc import Callable

from quizgame.domain.envelopeviews import Foretelling, OpeningView, OtherRow
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.theme import Colour, Style
from quizgame.ui.widgets.badges import badge
from quizgame.ui.widgets.envelope import MARKS, ending_colour

HEADLINES = {
    "right": "You saw it coming",
    "wrong": "It came another way",
    "void": "The choices have changed",
}
OTHERS = "Others who have opened theirs"
PAD, SEAL, LEAST = 44, 74, 44
Part = tuple[int, Callable[[int], None]]
"""How high a part of the letter stands, and what draws it at a y."""


def letter(page: Page, view: OpeningView, box: ops.Rect) -> None:
    """Draw the letter in a box, in its middle if it is smaller; it slides out as it comes."""
    x, y, w, h = box
    wide = min(w, page.u(940 * page.roomy))
    left, pad = x + (w - wide) // 2, page.u(PAD if not page.large else 30)
    seal = page.u(SEAL)
    top = y + seal // 3
    room = h - seal // 3
    parts = _parts(page, view, (left + pad, wide - 2 * pad))
    upper, lower = seal * 2 // 3 + page.gap(14), page.gap(26)
    content = sum(tall for tall, _ in parts)
    tall = min(room, upper + content + lower)
    top += (room - tall) // 3 + round(page.setting.arriving * page.u(90))
    page.add(ops.Paper((left, top, wide, tall), page.u(22)))
    seal_x = left + (wide - seal) // 2
    page.add(ops.Wax((seal_x, top - seal // 3, seal, seal), broken=True))
    port = (left + pad, top + upper, wide - 2 * pad, tall - upper - lower)
    with page.scrolled(port, content, page.theme.ticket.cream) as begins:
        at = begins
        for high, draw in parts:
            draw(at)
            at += high


def _parts(page: Page, view: OpeningView, column: tuple[int, int]) -> list[Part]:
    told = view.told
    if told is None:
        return []
    x, wide = column
    paper = page.theme.ticket
    parts = [
        _text(page, view.stem, page.style("semibold", 21), paper.ink_2, column),
        _air(page, 14),
        _headline(page, told, column),
        _air(page, 14),
        _said(page, told, column),
    ]
    if told.ending != "right":
        parts += [_air(page, 8), _so(page, told, column)]
    parts += [_air(page, 16), _text(page, told.why, page.style("regular", 19), paper.ink, column)]
    if told.cited:
        style = page.style("regular", 15)
        parts += [_air(page, 6), _text(page, told.cited, style, paper.ink_2, column)]
    if told.others:
        parts += [_air(page, 20), _rule(page, x, wide), _air(page, 14)]
        parts += [_text(page, OTHERS, page.style("semibold", 16), paper.ink_2, column)]
        for other in told.others:
            parts += [_air(page, 8), _other(page, other, column)]
    return parts


def _air(page: Page, design: float) -> Part:
    return page.gap(design), lambda _y: None


def _rule(page: Page, x: int, wide: int) -> Part:
    thin = max(1, page.u(2))
    line = page.theme.ticket.edge
    return thin, lambda y: page.add(ops.Panel((x, y, wide, thin), 0, fill=line))


def _text(page: Page, text: str, style: Style, ink: Colour, column: tuple[int, int]) -> Part:
    x, wide = column

    def draw(y: int) -> None:
        page.paragraph((x, y, wide), text, style, ink)

    return page.paragraph_height(text, style, wide), draw


def _headline(page: Page, told: Foretelling, column: tuple[int, int]) -> Part:
    """Return how it came out and what it earned, side by side where there is room."""
    x, wide = column
    words, earned = HEADLINES[told.ending].upper(), f"{told.earned} points"
    style, small = page.heading_style(42), page.style("semibold", 20)
    taken = page.measure.width(words, style)
    while taken > wide and style.px > page.u(26):
        style = Style(style.face, style.px - 2)
        taken = page.measure.width(words, style)
    high, line = page.measure.line_height(style), page.measure.line_height(small)
    beside = taken + page.u(20) + page.measure.width(earned, small) <= wide
    colour = ending_colour(page, told.ending)

    def draw(y: int) -> None:
        page.words(x, y, words, style, colour)
        if beside:
            middle = y + (high - line) // 2 + page.u(2)
            page.words(x + taken + page.u(20), middle, earned, small, page.theme.ticket.ink_2)
        else:
            page.words(x, y + high, earned, small, page.theme.ticket.ink_2)

    return high if beside else high + line, draw


def _said(page: Page, told: Foretelling, column: tuple[int, int]) -> Part:
    sure = f"You said · {told.sure}" if told.sure else "You said"
    return _answer(page, (sure, told.choice), told.ending, column)


def _so(page: Page, told: Foretelling, column: tuple[int, int]) -> Part:
    return _answer(page, ("What happens", told.right), "right", column, word="The answer")


def _answer(
    page: Page, words: tuple[str, str], ending: str, column: tuple[int, int], *, word: str = ""
) -> Part:
    """Return a row with what it is, the words, and at its end a sign and a word on it."""
    x, wide = column
    paper = page.theme.ticket
    fill = {"right": paper.right_wash, "wrong": paper.wrong_wash}.get(ending, paper.faded)
    colour, (sign, usual) = ending_colour(page, ending), MARKS[ending]
    style, small = page.style("semibold", 20), page.style("regular", 15)
    mark, size, pad = word or usual, page.sign(22), page.u(18)
    kept = page.measure.width(mark, small) + size + page.u(12)
    room = wide - 2 * pad - (0 if page.large else kept + page.u(16))
    line = page.measure.line_height(small)
    below = max(line, size) + page.u(4) if page.large else 0
    inner = line + page.paragraph_height(words[1], style, room) + below
    high = max(page.u(64), inner + page.u(16))

    def draw(y: int) -> None:
        edge = max(1, page.u(2))
        box = (x, y, wide, high)
        page.add(ops.Panel(box, page.u(14), fill=fill, edge=colour, edge_width=edge))
        at = y + (high - inner) // 2
        page.words(x + pad, at, page.shortened(words[0], small, room), small, paper.ink_2)
        at = page.paragraph((x + pad, at + line, room), words[1], style, paper.ink)
        left = x + pad if page.large else x + wide - pad - kept
        middle = at + (max(line, size) + page.u(8)) // 2 if page.large else y + high // 2
        page.add(ops.Symbol(sign, (left, middle - size // 2, size, size), colour))
        page.words(left + size + page.u(12), middle - line // 2, mark, small, paper.ink)

    return high, draw


def _other(page: Page, other: OtherRow, column: tuple[int, int]) -> Part:
    """Return a line of somebody else: who, what they said, and how it came out."""
    x, wide = column
    paper = page.theme.ticket
    name, plain = page.style("semibold", 18), page.style("regular", 18)
    sign, word = MARKS[other.ending]
    colour, size, round_ = ending_colour(page, other.ending), page.sign(18), page.sign(30)
    said = f"{other.choice} · {other.sure}" if other.sure else other.choice
    left = x + round_ + page.u(14)
    end = size + page.u(8) + page.measure.width(word, plain)
    room = x + wide - left - (0 if page.large else end + page.u(20))
    line = page.measure.line_height(plain)
    lines = page.measure.wrap(said, plain, room)
    high = max(round_, line * (1 + len(lines) + (1 if page.large else 0)))

    def draw(y: int) -> None:
        badge(page, other.badge, x, y + min(page.u(4), (high - round_) // 2), round_)
        page.words(left, y, page.shortened(other.name, name, room), name, paper.ink)
        for number, text in enumerate(lines, 1):
            page.words(left, y + number * line, text, plain, paper.ink)
        spot, top = (
            (left, y + high - line) if page.large else (x + wide - end, y + (high - line) // 2)
        )
        page.add(ops.Symbol(sign, (spot, top + (line - size) // 2, size, size), colour))
        page.words(spot + size + page.u(8), top, word, plain, colour)

    return high, draw
