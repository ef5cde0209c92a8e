"""The table between cards: how everyone stands, and what can be changed. Everyone may look."""

from quizgame.domain.intents import Back, Go, Intent, TakeBack
from quizgame.domain.tableviews import TableView
from quizgame.ui.page import Page
from quizgame.ui.widgets.basic import (
    backdrop,
    button,
    button_height,
    button_width,
    foot,
    heading,
    hints,
)
from quizgame.ui.widgets.sides import side, side_height

TAKE_BACK = "Take back {}’s answer"
MENU = 0.52
"""The share of the page that the buttons may take."""


def compose(page: Page, view: TableView) -> None:
    """Lay out the table."""
    backdrop(page)
    y = heading(page, "The table", aside=f"Round {view.round} of {view.rounds} · {view.pack_title}")
    wide, gap = page.width - 2 * page.margin, page.u(40)
    entries = _entries(page, view, round(wide * MENU))
    menu = max(page.u(320), *(button_width(page, label) for _, label, _ in entries))
    room = foot(page) - page.u(16) - y

    def height() -> int:
        rows = len(view.standings) * (side_height(page) + page.gap(10)) - page.gap(10)
        buttons = len(entries) * (button_height(page) + page.gap(12)) - page.gap(12)
        return max(rows, buttons) + page.u(16)

    with page.scrolled((page.margin, y, wide, room), page.settled(room, height)) as top:
        _menu(page, entries, (page.margin + wide - menu, top + page.u(8), menu))
        _rows(page, view, (page.margin, top + page.u(8), wide - menu - gap))
    page.first = "return"
    more = [("scroll", "scroll")] if page.view_port else []
    hints(page, ("choose", "choose"), ("open", "open"), *more, ("back", "back to the game"))


def _entries(page: Page, view: TableView, most: int) -> list[tuple[str, str, Intent]]:
    """Return the buttons as (key, label, intent); none need be wider than `most`."""
    entries: list[tuple[str, str, Intent]] = [
        ("return", "Back to the game", Back()),
        ("players", "Players", Go("players")),
    ]
    if view.take_back:
        style = page.style("semibold", 20)
        room = min(most, round(page.u(400) * page.roomy)) - button_width(page, TAKE_BACK.format(""))
        name = page.shortened(view.take_back, style, max(room, page.u(100)))
        entries.append(("take-back", TAKE_BACK.format(name), TakeBack()))
    return [
        *entries,
        ("help", "Scoring", Go("help")),
        ("settings", "Settings", Go("settings")),
        ("end", "End the game", Go("end-table")),
        ("title", "Leave, keep the game" if view.kept else "Leave the game", Go("title")),
    ]


def _menu(page: Page, entries: list[tuple[str, str, Intent]], box: tuple[int, int, int]) -> None:
    x, y, w = box
    tall = button_height(page)
    for key, label, intent in entries:
        button(page, key, (x, y, w, tall), label, intent, primary=key == "return")
        y += tall + page.gap(12)


def _rows(page: Page, view: TableView, box: tuple[int, int, int]) -> None:
    """Draw the standings, best first; those who are level as they sit."""
    x, y, w = box
    tall = side_height(page)
    for standing in sorted(view.standings, key=lambda standing: -standing.score):
        side(page, (x, y, w, tall), standing.who, score=standing.score)
        y += tall + page.gap(10)
