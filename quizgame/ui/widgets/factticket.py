"""A fact on its ticket: what it says, how it was decided, and from which tier it is known."""

from quizgame.domain.intents import Climb, Leaf
from quizgame.domain.reviewviews import FactView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Colour, Style
from quizgame.ui.widgets.basic import pips, pips_width, tier_ink

PAD = 30
STATES = {
    "proposed": ("hourglass", "To decide"),
    "confirmed": ("check", "Kept"),
    "rejected": ("cross", "Rejected"),
}


def fact_ticket_height(page: Page, view: FactView, wide: int) -> int:
    """Return how high the ticket stands."""
    return _upper(page, view, wide) + _lower(page, view, wide)


def fact_ticket(page: Page, view: FactView, rect: ops.Rect) -> None:
    """Draw the ticket: the focus on it leafs through the facts, that on its tier moves it."""
    x, y, wide, tall = rect
    upper = _upper(page, view, wide)
    page.add(ops.Paper(rect, page.u(22), notch=upper, torn=True))
    fact = Target("fact", (x, y, wide, upper), None, Leaf(-1), Leaf(1))
    focused = page.target(fact)
    _said(page, view, rect)
    _tier(page, view, (x, y + upper, wide, tall - upper))
    if focused:
        page.ring(rect, page.u(22))


def _state(page: Page) -> Style:
    return page.style("semibold", 16)


def _sentence(page: Page) -> Style:
    return page.style("extrabold", 26)


def _small(page: Page) -> Style:
    return page.style("regular", 16)


def _arrow(page: Page) -> int:
    return max(page.u(40), page.measure.line_height(_state(page)))


def _upper(page: Page, view: FactView, wide: int) -> int:
    inner = wide - 2 * page.u(PAD)
    said = page.paragraph_height(view.reads, _sentence(page), inner)
    note = page.paragraph_height(_note(view), _small(page), inner) if view.note else 0
    return page.gap(20) + _arrow(page) + page.gap(8) + said + note + page.gap(26)


def _lower(page: Page, view: FactView, wide: int) -> int:
    inner = wide - 2 * page.u(PAD)
    floor = page.paragraph_height(view.floor, _small(page), inner) if view.floor else 0
    return page.gap(16) + _tier_height(page) + floor + page.gap(16)


def _tier_height(page: Page) -> int:
    return max(page.u(44), page.measure.line_height(_state(page)))


def _note(view: FactView) -> str:
    return f"Note: {view.note}"


def _ink(page: Page, state: str) -> Colour:
    paper = page.theme.ticket
    return {"confirmed": paper.right, "rejected": paper.wrong}.get(state, paper.ink_2)


def _said(page: Page, view: FactView, rect: ops.Rect) -> None:
    """Draw how it was decided, where it stands among the facts, what it says, and the note."""
    x, y, wide, _ = rect
    left, inner, top = x + page.u(PAD), wide - 2 * page.u(PAD), y + page.gap(20)
    symbol, words = STATES[view.state]
    colour, side, tall = _ink(page, view.state), page.sign(20), _arrow(page)
    page.add(ops.Symbol(symbol, (left, top + (tall - side) // 2, side, side), colour))
    line = top + (tall - page.measure.line_height(_state(page))) // 2
    words = f"{words} · added by you" if view.mine else words
    at = left + side + page.u(10)
    at += page.words(at, line, words, _state(page), colour)
    _leafing(page, view, (x + wide - page.u(PAD), top, at))
    top += tall + page.gap(8)
    ink = page.theme.ticket.ink
    top = page.paragraph((left, top, inner), view.reads, _sentence(page), ink)
    if view.note:
        page.paragraph((left, top, inner), _note(view), _small(page), page.theme.ticket.ink_2)


def _leafing(page: Page, view: FactView, spot: tuple[int, int, int]) -> None:
    """Draw the number of the fact between two arrows, flush right; it goes where it is tight."""
    right, top, taken = spot
    side, style = _arrow(page), _state(page)
    words = f"{view.number} of {view.coverage.facts}"
    wide = page.measure.width(words, style)
    line = top + (side - page.measure.line_height(style)) // 2
    ink = page.theme.ticket.ink_2
    _part(page, "next", "right", (right - side, top, side, side), Leaf(1))
    left = right - side - page.u(8) - wide
    if left - side - page.u(8) < taken + page.u(12):
        return
    page.words(left, line, words, style, ink)
    _part(page, "before", "left", (left - page.u(8) - side, top, side, side), Leaf(-1))


def _part(page: Page, key: str, symbol: str, rect: ops.Rect, intent: Leaf | Climb) -> None:
    """Draw a sign on the ticket that a pointer presses."""
    owner = "tier" if isinstance(intent, Climb) else "fact"
    page.target(Target(key, rect, intent, owner=owner))
    x, y, side, _ = rect
    inset = side * 3 // 10
    paper = page.theme.ticket
    page.add(ops.Panel(rect, page.u(10), fill=paper.choice, edge=paper.edge, edge_width=1))
    inner = (x + inset, y + inset, side - 2 * inset, side - 2 * inset)
    page.add(ops.Symbol(symbol, inner, paper.ink))


def _tier(page: Page, view: FactView, box: ops.Rect) -> None:
    """Draw the tier on the stub, and why it can be no lower."""
    x, y, wide, _ = box
    left, inner, tall = x + page.u(PAD), wide - 2 * page.u(PAD), _tier_height(page)
    top = y + page.gap(16)
    around = (left - page.u(12), top, inner + 2 * page.u(12), tall)
    focused = page.target(Target("tier", around, None, Climb(-1), Climb(1)))
    colour, size = tier_ink(page, view.tag, on_ticket=True), page.sign(13)
    at = left + pips_width(page, view.tag, size) + page.u(14)
    pips(page, left, top + (tall - size) // 2, view.tag, colour, size)
    style, side, gap = _state(page), _arrow(page), page.u(8)
    line = top + (tall - page.measure.line_height(style)) // 2
    first = left + inner - 2 * side - gap
    label = page.shortened(view.tag.label, style, first - gap - at)
    page.words(at, line, label, style, colour)
    level = top + (tall - side) // 2
    _part(page, "lower", "down", (first, level, side, side), Climb(-1))
    _part(page, "raise", "up", (first + side + gap, level, side, side), Climb(1))
    if view.floor:
        ink = page.theme.ticket.ink_2
        page.paragraph((left, top + tall, inner), view.floor, _small(page), ink)
    if focused:
        page.ring(around, page.u(10), page.theme.ticket.focus)
