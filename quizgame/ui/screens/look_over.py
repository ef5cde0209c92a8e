"""Whose answers: each side's own behind the curtain, and those that everyone may see."""

from quizgame.domain.intents import LookOver
from quizgame.domain.tableviews import LookOverView
from quizgame.domain.tags import PlayerTag
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.widgets.basic import backdrop, foot, heading, hints
from quizgame.ui.widgets.sides import side, side_height

PRIVATE = "Everyone’s own answers stay behind the curtain: pass the screen before you open them."
COMMON = "The answers everyone may see"


def compose(page: Page, view: LookOverView) -> None:
    """Lay out the choice."""
    backdrop(page)
    y = heading(page, "Whose answers?")
    wide, lead = page.width - 2 * page.margin, page.style("regular", 19)
    room, tall = foot(page) - page.u(16) - y, side_height(page)
    count = len(view.sides) + view.common

    def lead_height() -> int:
        words = page.paragraph_height(PRIVATE, lead, wide) if view.sides else 0
        return words + page.gap(24) if words else page.u(8)

    def height() -> int:
        return lead_height() + count * (tall + page.gap(12)) - page.gap(12) + page.u(8)

    with page.scrolled((page.margin, y, wide, room), page.settled(room, height)) as top:
        if view.sides:
            page.paragraph((page.margin, top, wide), PRIVATE, lead, page.theme.ink.dim)
        at = top + lead_height()
        for number, who in view.sides:
            _side(page, number, who, (page.margin, at, wide, tall))
            at += tall + page.gap(12)
        if view.common:
            _common(page, (page.margin, at, wide, tall))
    more = [("scroll", "scroll")] if page.view_port else []
    hints(page, ("choose", "choose"), ("open", "look"), *more, ("back", "back"))


def _side(page: Page, number: int, who: PlayerTag, box: ops.Rect) -> None:
    focused = page.target(Target(f"side-{number}", box, LookOver(number)))
    side(page, box, who, told="behind the curtain")
    if focused:
        page.ring(box, page.u(14))


def _common(page: Page, box: ops.Rect) -> None:
    focused = page.target(Target("common", box, LookOver()))
    x, y, w, h = box
    page.add(ops.Panel(box, page.u(14), fill=page.theme.room.panel))
    style = page.style("semibold", 20)
    top = y + (h - page.measure.line_height(style)) // 2
    words = page.shortened(COMMON, style, w - page.u(44))
    page.words(x + page.u(20), top, words, style, page.theme.ink.text)
    if focused:
        page.ring(box, page.u(14))
