"""Today's cards: a few of every pack that was begun, the same for all who have seen as far."""

from quizgame.domain.intents import Go, Intent, PlayToday
from quizgame.domain.peopleviews import DayRow, TodayView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Style
from quizgame.ui.widgets.bars import GAP
from quizgame.ui.widgets.basic import (
    backdrop,
    button,
    button_height,
    button_width,
    foot,
    heading,
    hints,
    pips,
    tier_ink,
)
from quizgame.ui.widgets.tally import SIGNS
from quizgame.ui.widgets.ticket import mark_colour

LEAD = (
    "Once a day, a few cards of each story you have begun: the same ones for everybody who is "
    "as far."
)
NONE = (
    "There is nothing yet: choose a pack and say how far you are. From then on it has cards for "
    "every day."
)
CHOOSE = "Choose a pack"


def compose(page: Page, view: TodayView) -> None:
    """Lay out the packs."""
    backdrop(page)
    y = heading(page, "Today’s cards", aside=view.day)
    wide, lead = page.width - 2 * page.margin, page.style("regular", 18)
    words = LEAD if view.rows else NONE
    y = page.paragraph((page.margin, y, wide), words, lead, page.theme.ink.dim) + page.u(20)
    bottom, tall = foot(page) - page.u(16), _height(page)
    if not view.rows:
        rect = (page.margin, y, button_width(page, CHOOSE), button_height(page))
        button(page, "choose", rect, CHOOSE, Go("shelf"), primary=True)
        hints(page, ("open", "choose a pack"), ("back", "back"))
        return
    high = page.u(8) + len(view.rows) * (tall + page.u(GAP)) - page.u(GAP)
    with page.scrolled((page.margin, y, wide, bottom - y), high) as top:
        at = top + page.u(8)
        for row in view.rows:
            _row(page, row, (page.margin, at, wide, tall))
            at += tall + page.u(GAP)
    waiting = next((row for row in view.rows if not row.marks), view.rows[0])
    page.first = f"today-{waiting.pack_id}"
    done = {f"today-{row.pack_id}" for row in view.rows if row.marks}
    focus = page.setting.focus or page.first
    does = "see how it went" if focus in done else "play"
    hints(page, ("choose", "choose"), ("open", does), ("back", "back"))


def _style(page: Page) -> Style:
    return page.style("semibold", 20)


def _small(page: Page) -> Style:
    return page.style("regular", 16)


def _height(page: Page) -> int:
    lines = page.measure.line_height(_style(page)) + page.measure.line_height(_small(page))
    return max(page.u(72), lines + page.u(24))


def _row(page: Page, row: DayRow, rect: ops.Rect) -> None:
    x, y, w, h = rect
    intent: Intent = PlayToday(row.pack_id)
    focused = page.target(Target(f"today-{row.pack_id}", rect, intent))
    press = page.u(2) if page.setting.pressed == f"today-{row.pack_id}" else 0
    page.add(ops.Panel((x, y + press, w, h), page.u(14), fill=page.theme.room.row))
    style, small, ink = _style(page), _small(page), page.theme.ink
    right = _end(page, row, (x, y + press, w - page.u(24), h))
    left = x + page.u(24)
    both = page.measure.line_height(style) + page.measure.line_height(small) + page.u(2)
    top = y + press + (h - both) // 2
    page.words(left, top, page.shortened(row.title, style, right - left), style, ink.text)
    top += page.measure.line_height(style) + page.u(2)
    size, colour = page.sign(10), tier_ink(page, row.tier)
    taken = pips(
        page, left, top + (page.measure.line_height(small) - size) // 2, row.tier, colour, size
    )
    label = page.shortened(row.tier.label, small, right - left - taken - page.u(10))
    page.words(left + taken + page.u(10), top, label, small, colour)
    if focused:
        page.ring(rect, page.u(14))


def _end(page: Page, row: DayRow, rect: ops.Rect) -> int:
    """Draw the marks, or what waits; give the x that the words may reach."""
    x, y, w, h = rect
    right, small = x + w, page.style("regular", 18)
    if not row.marks:
        top = y + (h - page.measure.line_height(small)) // 2
        right -= page.words(right, top, row.stands, small, page.theme.ink.amber, align=1.0)
        return right - page.u(20)
    size = page.sign(20)
    for mark in reversed(row.marks):
        right -= size
        spot = (right, y + (h - size) // 2, size, size)
        page.add(ops.Symbol(SIGNS.get(mark, "skip"), spot, mark_colour(page, mark)))
        right -= page.u(8)
    return right - page.u(12)
