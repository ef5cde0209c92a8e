"""What you believed then: what was true for a while, and what came of it."""

from quizgame.domain.intents import Back
from quizgame.domain.views import BeliefRow, BeliefsView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Colour, Style
from quizgame.ui.widgets.basic import backdrop, foot, heading, hints, tier_ink

NONE = "Nothing you were asked has changed since."


def compose(page: Page, view: BeliefsView) -> None:
    """Lay out the beliefs."""
    backdrop(page)
    y = heading(page, "What you believed then", aside=view.pack_title)
    wide = page.width - 2 * page.margin
    if not view.rows:
        style = page.style("regular", 19)
        page.paragraph((page.margin, y, wide), NONE, style, page.theme.ink.dim)
    heights = [_height(page, row, wide) for row in view.rows]
    room = foot(page) - page.u(16) - y

    def height() -> int:
        return page.u(8) + sum(heights) + page.gap(12) * (len(heights) - 1)

    with page.scrolled((page.margin, y, wide, room), page.settled(room, height)) as top:
        at = top + page.u(8)
        for number, (row, tall) in enumerate(zip(view.rows, heights, strict=True)):
            _row(page, number, row, (page.margin, at, wide, tall))
            at += tall + page.gap(12)
    hints(page, ("choose", "read on"), ("back", "back"))


def _lines(page: Page, row: BeliefRow) -> list[tuple[str, Style, Colour]]:
    ink, plain = page.theme.ink, page.style("regular", 17)
    then = f"Then: {row.answer}. {row.said}".strip()
    return [
        (row.stem, page.style("semibold", 19), ink.text),
        (then, plain, ink.dim),
        (row.later, plain, ink.text),
    ]


def _span(page: Page, row: BeliefRow) -> list[tuple[str, Style, Colour]]:
    style, dim = page.style("semibold", 15), page.theme.ink.dim
    since, until = tier_ink(page, row.since), tier_ink(page, row.until)
    return [(row.since.label, style, since), (" to ", style, dim), (row.until.label, style, until)]


def _height(page: Page, row: BeliefRow, wide: int) -> int:
    inner = wide - page.u(52)
    words = sum(page.paragraph_height(text, style, inner) for text, style, _ in _lines(page, row))
    labels = "".join(text for text, _, _ in _span(page, row))
    return words + page.paragraph_height(labels, page.style("semibold", 15), inner) + page.u(36)


def _row(page: Page, number: int, row: BeliefRow, box: ops.Rect) -> None:
    """Draw one belief. It takes the focus, so that a long page can be read without a mouse."""
    focused = page.target(Target(f"belief-{number}", box, Back()))
    x, y, w, _ = box
    page.add(ops.Panel(box, page.u(14), fill=page.theme.room.row))
    left, inner, at = x + page.u(26), w - page.u(52), y + page.u(16)
    for text, style, colour in _lines(page, row):
        at = page.paragraph((left, at, inner), text, style, colour)
    page.rich((left, at + page.u(4), inner), _span(page, row))
    if focused:
        page.ring(box, page.u(14))
