"""The ticket a card is printed on, its stub, and the line above it."""

from dataclasses import dataclass
from math import ceil

from quizgame.domain.intents import Intent, Pause
from quizgame.domain.tags import TableBoard
from quizgame.domain.views import ClockView, Scoreboard, Stub
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.theme import Colour, Style
from quizgame.ui.widgets.basic import corner_size, foot, icon_button, pips, tier_ink
from quizgame.ui.widgets.turn import turn

MANY_MARKS = 24


@dataclass(frozen=True, slots=True)
class Sheet:
    """The printable part of a ticket: left edge, top, width and height in pixels."""

    x: int
    y: int
    w: int
    h: int


def mark_colour(page: Page, mark: str) -> Colour:
    """Return the colour of a card's mark on the dark room."""
    theme = page.theme
    return {
        "right": theme.tiers[0],
        "half": theme.ink.text,
        "wrong": theme.ink.bad,
        "timeout": theme.ink.bad,
        "skipped": theme.ink.dim,
        "now": theme.room.amber,
    }.get(mark, theme.room.track)


def board(
    page: Page,
    view: Scoreboard | TableBoard,
    clock: ClockView | None = None,
    *,
    corner: tuple[str, Intent] = ("pause", Pause()),
) -> int:
    """Draw the line above the ticket, its button first; give the y at which the ticket begins."""
    size = corner_size(page)
    tall = max(size, page.measure.line_height(page.style("extrabold", 18)))
    y = page.u(36)
    middle = y + tall // 2
    symbol, intent = corner
    rect = (page.margin, middle - size // 2, size, size)
    # Nobody comes upon the pause on the way from one answer to the next.
    icon_button(page, symbol, rect, symbol, intent, apart=symbol == "pause")
    right = page.width - page.margin
    if clock:
        right -= clock_face(page, clock, middle) + page.u(24)
    left = page.margin + size + page.u(28)
    if isinstance(view, TableBoard):
        turn(page, view, left, right, middle)
    else:
        _standing(page, view, left, right, middle)
    return max(page.u(116), y + tall + page.u(24))


def _standing(page: Page, view: Scoreboard, x: int, right: int, middle: int) -> None:
    """Set from x on what has been played and won; what there is no room for goes, last first."""
    strong, plain = page.style("extrabold", 18), page.style("regular", 18)
    gap, ink = page.u(28), page.theme.ink
    top = middle - page.measure.line_height(strong) // 2
    if view.of:
        right -= page.words(right, top, view.of, plain, ink.dim, align=1.0) + gap
    row = f"{view.streak} in a row" if view.streak > 1 else ""
    score = f"{view.score:,}" if view.scored else ""
    x += page.words(x, top, f"Card {view.number} of {len(view.marks)}", strong, ink.text) + gap
    tail = page.measure.width(score, strong) + gap
    label = page.measure.width("Score", plain) + page.u(20) if score else 0
    row_w = page.measure.width(row, plain) + page.sign(16) + page.u(6) + gap if row else 0
    bar = min(page.u(306), right - x - tail - label - row_w)
    if bar < page.u(90):
        bar = min(page.u(306), right - x - tail - label)
        row = ""
    if bar >= page.u(60):
        thick = page.sign(8)
        _marks(page, view.marks, (x, middle - thick // 2, bar, thick))
        x += bar + gap
    if not score:
        return
    x += page.words(x, top, "Score", plain, ink.dim) + page.u(20)
    x += page.words(x, top, score, strong, ink.text) + gap
    if row:
        sign = page.sign(16)
        page.add(ops.Symbol("streak", (x, middle - sign // 2, sign, sign), ink.amber))
        page.words(x + sign + page.u(6), top, row, plain, ink.amber)


def clock_face(page: Page, clock: ClockView, middle: int) -> int:
    """Draw the clock at the right edge, about the y `middle`; give its width."""
    size = page.u(80)
    seconds = max(0, ceil(clock.left))
    lit = seconds if page.setting.calm else max(0.0, clock.left)
    share = round(lit / clock.limit * 240) / 240
    spot = (page.width - page.margin - size, middle - size // 2, size, size)
    page.add(ops.Leader(spot, share, str(seconds), Style("display", page.u(38))))
    return size


def _marks(page: Page, marks: tuple[str, ...], rect: ops.Rect) -> None:
    x, y, w, h = rect
    if len(marks) > MANY_MARKS:
        done = sum(mark not in {"now", "ahead"} for mark in marks)
        page.add(ops.Panel(rect, h // 2, fill=page.theme.room.track))
        lit = max(h, w * done // len(marks))
        page.add(ops.Panel((x, y, lit, h), h // 2, fill=page.theme.room.amber))
        return
    gap = page.u(4)
    for place, mark in enumerate(marks):
        left = x + place * (w + gap) // len(marks)
        after = x + (place + 1) * (w + gap) // len(marks) - gap
        _dash(page, mark, (left, y, after - left, h))


def _dash(page: Page, mark: str, box: ops.Rect) -> None:
    """Draw a mark that is told by its shape too: full, half, hollow or a dot."""
    x, y, w, h = box
    colour, edge = mark_colour(page, mark), max(1, page.u(2))
    match mark:
        case "right" | "now" | "ahead":
            page.add(ops.Panel(box, h // 2, fill=colour))
        case "skipped":
            page.add(ops.Panel((x + (w - h) // 2, y, h, h), h // 2, fill=colour))
        case _:
            page.add(ops.Panel(box, h // 2, edge=colour, edge_width=edge))
            if mark == "half":
                page.add(ops.Panel((x, y, (w + 1) // 2, h), h // 2, fill=colour))


def ticket(page: Page, stub: Stub, top: int) -> Sheet:
    """Draw the paper and its stub; give the part that the card is printed on.

    At large text sizes the stub goes to a line along the top of the sheet.
    """
    slide = round(page.setting.arriving * page.width * 0.18)
    x, w = page.margin + slide, page.width - 2 * page.margin
    h = foot(page) - page.u(16) - top
    beside = not page.large and page.width >= page.u(1000)
    stub_w = round(page.u(198) * max(1.0, page.roomy)) if beside else 0
    page.add(ops.Paper((x, top, w, h), page.u(22), stub_w))
    pad_y = page.u(24 if page.large else 36)
    if beside:
        _stub_column(page, stub, (x + page.u(24), top + page.u(32), stub_w - page.u(48), h))
        left = x + stub_w + page.u(38)
        return Sheet(left, top + pad_y, x + w - page.u(40) - left, h - pad_y - page.u(32))
    left, wide = x + page.u(36), w - page.u(72)
    below = _stub_line(page, stub, (left, top + pad_y, wide))
    return Sheet(left, below, wide, top + h - page.u(24) - below)


def _stub_column(page: Page, stub: Stub, box: ops.Rect) -> None:
    x, y, w, h = box
    paper = page.theme.ticket
    tier = page.heading_style(34)
    for line in page.measure.wrap(stub.tier.label.upper(), tier, w):
        page.words(x, y, line, tier, paper.ink)
        y += page.measure.line_height(tier)
    y += page.u(10)
    pips(page, x, y, stub.tier, tier_ink(page, stub.tier, on_ticket=True))
    y += page.u(32)
    label, value = page.style("regular", 15), page.style("semibold", 18)
    facts = [("Category", stub.category)]
    if stub.worth:
        facts.append(("Worth up to", f"{stub.worth:,}"))
    if stub.notes:
        facts.append(("Touches on", ", ".join(stub.notes)))
    for heading, words in facts:
        y = page.paragraph((x, y, w), heading, label, paper.ink_2)
        y = page.paragraph((x, y, w), words, value, paper.ink) + page.u(14)
    small = page.heading_style(15)
    tall = page.measure.line_height(small)
    title = page.lines(stub.pack_title.upper(), small, w, most=2)
    last = (*title, f"NO. {stub.number:03}") if stub.number else title
    low = box[1] - page.u(32) + h - page.u(28) - len(last) * tall
    if low > y:
        for place, text in enumerate(last):
            page.words(x, low + place * tall, text, small, paper.ink_2)


def _stub_line(page: Page, stub: Stub, box: tuple[int, int, int]) -> int:
    x, y, w = box
    paper = page.theme.ticket
    style = page.style("semibold", 15)
    line = page.measure.line_height(style)
    size = page.sign(11)
    taken = pips(
        page, x, y + (line - size) // 2, stub.tier, tier_ink(page, stub.tier, on_ticket=True), size
    )
    told = (stub.tier.label, stub.category, f"up to {stub.worth:,}" if stub.worth else "")
    words = " · ".join(part for part in told if part)
    shown = page.shortened(words, style, w - taken - page.u(12))
    page.words(x + taken + page.u(12), y, shown, style, paper.ink_2)
    return y + line + page.u(10)
