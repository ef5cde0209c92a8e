"""What the others bet on an answer to come: a chip each, pressed to change it."""

from quizgame.domain.intents import Bet
from quizgame.domain.tableviews import BetRow
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Colour, Style
from quizgame.ui.widgets.badges import badge

WILL, NONE = "will", "no bet"
NARROWEST, MOST = 168, 4
"""The least width of a chip in design pixels, and how many stand in a line."""


def bets_width(page: Page, count: int) -> int:
    """Return how wide the chips would best have it."""
    columns = _even(count, MOST)
    return columns * round(page.u(NARROWEST) * page.roomy) + (columns - 1) * page.u(10)


def bets_height(page: Page, count: int, width: int) -> int:
    """Return how high the chips stand in a width."""
    lines = -(-count // _columns(page, count, width))
    return lines * (_chip_height(page) + page.u(10)) - page.u(10)


def bets(page: Page, rows: tuple[BetRow, ...], box: tuple[int, int, int]) -> None:
    """Draw the chips in (x, y, width)."""
    x, y, width = box
    columns, gap, tall = _columns(page, len(rows), width), page.u(10), _chip_height(page)
    wide = min((width - gap * (columns - 1)) // columns, round(page.u(240) * page.roomy))
    for start in range(0, len(rows), columns):
        line = rows[start : start + columns]
        left = x + (width - len(line) * (wide + gap) + gap) // 2
        for place, row in enumerate(line):
            _chip(page, row, (left + place * (wide + gap), y, wide, tall))
        y += tall + gap


def _columns(page: Page, count: int, width: int) -> int:
    gap = page.u(10)
    fitting = (width + gap) // (round(page.u(NARROWEST * 0.9) * page.roomy) + gap)
    return _even(count, max(1, min(MOST, fitting)))


def _even(count: int, most: int) -> int:
    """Return how many stand in a line so that the lines are alike."""
    return -(-count // -(-count // most))


def _chip(page: Page, row: BetRow, box: ops.Rect) -> None:
    paper = page.theme.ticket
    focused = page.target(Target(f"bet-{row.side}", box, Bet(row.side)))
    fill, edge, ink = _look(page, row.bet)
    x, y, w, h = box
    y += page.u(2) if page.setting.pressed == f"bet-{row.side}" else 0
    thick = max(1, page.u(2))
    page.add(ops.Panel((x, y, w, h), page.u(14), fill=fill, edge=edge, edge_width=thick))
    size = _badge_size(page)
    badge(page, row.who.badge, x + page.u(12), y + (h - size) // 2, size)
    left = x + page.u(22) + size
    room = x + w - page.u(12) - left
    name, word = _name(page), _word(page)
    top = y + (h - page.measure.line_height(name) - page.measure.line_height(word)) // 2
    page.words(left, top, page.shortened(row.who.name, name, room), name, paper.ink)
    top += page.measure.line_height(name)
    if row.bet:
        sign = page.sign(14)
        middle = top + page.measure.line_height(word) // 2
        drawn = "check" if row.bet == WILL else "cross"
        page.add(ops.Symbol(drawn, (left, middle - sign // 2, sign, sign), ink))
        left += sign + page.u(6)
    page.words(left, top, row.bet or NONE, word, paper.ink if row.bet else ink)
    if focused:
        page.ring(box, page.u(14), paper.focus)


def _look(page: Page, bet: str) -> tuple[Colour, Colour, Colour]:
    paper = page.theme.ticket
    if not bet:
        return paper.choice, paper.edge, paper.ink_2
    if bet == WILL:
        return paper.right_wash, paper.right, paper.right
    return paper.wrong_wash, paper.wrong, paper.wrong


def _chip_height(page: Page) -> int:
    words = page.measure.line_height(_name(page)) + page.measure.line_height(_word(page))
    return max(page.u(56), words + page.u(12))


def _badge_size(page: Page) -> int:
    return page.sign(32)


def _name(page: Page) -> Style:
    return page.style("semibold", 17)


def _word(page: Page) -> Style:
    return page.style("semibold", 15)
