"""The settings: one column of rows, changed with left and right, shown at once."""

from quizgame.domain.views import SettingsView
from quizgame.ui.page import Page
from quizgame.ui.widgets.basic import backdrop, foot, heading, hints
from quizgame.ui.widgets.choices import choice_row, choice_row_height


def compose(page: Page, view: SettingsView) -> None:
    """Lay out the settings."""
    backdrop(page)
    y = heading(page, "Settings")
    wide = min(page.width - 2 * page.margin - page.u(24), round(page.u(900) * page.roomy))
    x = (page.width - wide) // 2
    gap = page.u(12)
    heights = [choice_row_height(page, row, wide) for row in view.rows]
    content = sum(heights) + gap * (len(heights) - 1) + page.u(24)
    with page.scrolled((x, y, wide, foot(page) - page.u(16) - y), content) as top:
        at = top + page.u(8)
        for row, tall in zip(view.rows, heights, strict=True):
            choice_row(page, (x, at, wide, tall), row)
            at += tall + gap
    hints(
        page, ("choose", "choose"), ("change", "change"), ("open", "next value"), ("back", "back")
    )
