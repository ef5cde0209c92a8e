"""A line over the page that says what has just happened, and what can be done about it."""

from quizgame.domain.intents import Intent, Reread, ShowTrouble
from quizgame.domain.notices import Notice
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target

KEYS: dict[str, Intent] = {"F5": Reread(), "F6": ShowTrouble()}
"""What these keys do on every page; F6 does what a notice offers, while one stands."""


def toast(page: Page, notice: Notice) -> None:
    """Draw it at the foot, on the right; a click on it, or F6, does what it offers."""
    style, pad = page.style("semibold", 17), page.u(20)
    offer = page.u(24) + _offer_width(page, notice.offer) if notice.intent else 0
    text = page.shortened(notice.text, style, page.width - 2 * (page.margin + pad) - offer)
    line = page.measure.line_height(style)
    wide = page.measure.width(text, style) + offer + 2 * pad
    tall = max(page.u(40), line + page.u(12))
    # Over the names of keys, if anything: they are what can best be missed for a while.
    rect = (page.width - page.margin - wide, page.height - page.u(10) - tall, wide, tall)
    x, y, _, _ = rect
    room, ink = page.theme.room, page.theme.ink
    page.add(
        ops.Panel(rect, tall // 2, room.panel, ink.bad if notice.lasting else room.line, page.u(2))
    )
    x += pad + page.words(x + pad, y + (tall - line) // 2, text, style, ink.text)
    if notice.intent:
        page.shortcuts["F6"] = notice.intent
        # The pointer finds it; the focus stays with the page.
        page.target(Target("notice", rect, notice.intent, owner="notice"))
        _offer(page, notice.offer, (x + page.u(24), y, tall))


def _offer_width(page: Page, offer: str) -> int:
    words = page.measure.width(offer, page.style("semibold", 17))
    return _cap_width(page) + page.u(8) + words


def _cap_width(page: Page) -> int:
    return page.measure.width("F6", page.style("semibold", 14)) + 2 * page.u(8)


def _offer(page: Page, offer: str, place: tuple[int, int, int]) -> None:
    """Draw the key and what it does from (x, y), in the middle of a height."""
    x, y, tall = place
    style, cap = page.style("semibold", 17), page.style("semibold", 14)
    line = page.measure.line_height(cap)
    high = line + page.u(4)
    box = (x, y + (tall - high) // 2, _cap_width(page), high)
    page.add(ops.Panel(box, page.u(6), edge=page.theme.room.track, edge_width=max(1, page.u(1))))
    page.words(x + page.u(8), box[1] + page.u(2), "F6", cap, page.theme.ink.text)
    top = y + (tall - page.measure.line_height(style)) // 2
    page.words(x + box[2] + page.u(8), top, offer, style, page.theme.ink.dim)
