"""The games that were not ended, the newest first; one of several opens behind its curtain."""

from quizgame.domain.intents import TakeUp
from quizgame.domain.peopleviews import GameRow, UnfinishedView
from quizgame.ui.page import Page
from quizgame.ui.widgets.bars import Bar, bars_height, place_bars
from quizgame.ui.widgets.basic import backdrop, foot, heading, hints

NONE = "No game waits here."
SHUT = "A game of several goes on behind its curtain."


def compose(page: Page, view: UnfinishedView) -> None:
    """Lay out the games."""
    backdrop(page)
    y = heading(page, "Unfinished games")
    wide, lead = page.width - 2 * page.margin, page.style("regular", 18)
    several = any(row.shared for row in view.rows)
    words = NONE if not view.rows else SHUT if several else ""
    y = page.paragraph((page.margin, y, wide), words, lead, page.theme.ink.dim)
    y += page.u(16) if words else 0
    bars = [_bar(row) for row in view.rows]
    bottom = foot(page) - page.u(16)
    tall = page.u(8) + bars_height(page, bars)
    with page.scrolled((page.margin, y, wide, bottom - y), tall) as top:
        place_bars(page, bars, (page.margin, top + page.u(8), wide))
    if view.rows:
        page.first = f"game-{view.rows[0].place}"
    hints(page, ("choose", "choose"), ("open", "go on"), ("back", "back"))


def _bar(row: GameRow) -> Bar:
    sign = "company" if row.shared else "play"
    key, intent = f"game-{row.place}", TakeUp(row.place)
    return Bar(key, row.title, intent, sign, aside=row.stands, below=row.how)
