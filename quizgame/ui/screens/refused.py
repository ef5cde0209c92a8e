"""A file that will not be kept, and why."""

from quizgame.domain.intents import Back
from quizgame.domain.libraryviews import RefusedView
from quizgame.ui.page import Page
from quizgame.ui.widgets.basic import backdrop, button_row, foot, heading, hints, row_height

LEAD = "Nothing of it has been kept, and nothing has been changed."


def compose(page: Page, view: RefusedView) -> None:
    """Lay out the reasons."""
    backdrop(page)
    y = heading(page, "This cannot be added", aside=view.file)
    wide = page.width - 2 * page.margin
    tall = row_height(page, ["Back"])
    bottom = foot(page) - page.u(20) - tall
    style, lead = page.style("semibold", 20), page.style("regular", 18)

    def height() -> int:
        words = sum(page.paragraph_height(r, style, wide) + page.gap(14) for r in view.reasons)
        return words + page.gap(10) + page.paragraph_height(LEAD, lead, wide)

    room = bottom - page.u(20) - y
    with page.scrolled((page.margin, y, wide, room), page.settled(room, height)) as top:
        at = top
        for reason in view.reasons:
            high = page.paragraph_height(reason, style, wide)
            page.paragraph((page.margin, at, wide), reason, style, page.theme.ink.bad)
            at += high + page.gap(14)
        page.paragraph((page.margin, at + page.gap(10), wide), LEAD, lead, page.theme.ink.dim)
    button_row(page, page.width - page.margin, bottom, [("back-again", "Back", Back())])
    page.first = "back-again"
    hints(page, ("open", "back"), ("back", "back"))
