"""The settings: one column of rows, changed with left and right, shown at once."""

from quizgame.domain.views import SettingsView
from quizgame.ui.page import Page
from quizgame.ui.widgets.basic import backdrop, foot, heading, hints
from quizgame.ui.widgets.choices import choice_row, choice_row_height


def compose(page: Page, view: SettingsView) -> None:
    """Lay out the settings."""
    backdrop(page)
    y = heading(page, "Settings")
    # Where there is room, the rows begin where the heading's words do.
    x = page.margin + (0 if page.large else page.u(60))
    wide = page.width - 2 * x
    room = foot(page) - page.u(16) - y
    heights = [choice_row_height(page, row, wide) for row in view.rows]

    def height() -> int:
        return page.gap(8) + sum(heights) + page.gap(12) * (len(heights) - 1)

    with page.scrolled((x, y, wide, room), page.settled(room, height)) as top:
        at = top + page.gap(8)
        for row, tall in zip(view.rows, heights, strict=True):
            choice_row(page, (x, at, wide, tall), row)
            at += tall + page.gap(12)
    hints(
        page, ("choose", "choose"), ("change", "change"), ("open", "next value"), ("back", "back")
    )
