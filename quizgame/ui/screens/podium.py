"""A game of several at its end: the podium, the awards, and what to do next."""

from quizgame.domain.intents import Go, Intent
from quizgame.domain.tableviews import TableResultsView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.widgets.awards import Told, draw_told, told_height
from quizgame.ui.widgets.basic import backdrop, button_row, foot, heading, hints, row_height
from quizgame.ui.widgets.columns import columns, columns_height, draw_columns
from quizgame.ui.widgets.sides import side, side_height

BUTTONS: list[tuple[str, str, Intent]] = [
    ("look-over", "Look over the answers", Go("look-over")),
    ("players", "Change players", Go("players")),
    ("again", "Play again", Go("again")),
]


def compose(page: Page, view: TableResultsView) -> None:
    """Lay out the podium."""
    backdrop(page)
    y = _top(page, view)
    actions = row_height(page, [label for _, label, _ in BUTTONS])
    bottom = foot(page) - page.u(16 if page.large else 36)
    box = (page.margin, y, page.width - 2 * page.margin, bottom - actions - page.u(24) - y)
    if page.large:
        _stacked(page, view, box)
    else:
        _side_by_side(page, view, box)
    button_row(page, page.width - page.margin, bottom - actions, BUTTONS)
    page.first = "again"
    page.shortcuts["L"] = Go("look-over")
    does = {"back": "title"} | {key: label.lower() for key, label, _ in BUTTONS}
    pressed = does.get(page.setting.focus, "play again")
    more = (("scroll", "scroll"),) if page.view_port else ()
    hints(page, ("open", pressed), ("L", "look over the answers"), *more, ("back", "title"))


def _top(page: Page, view: TableResultsView) -> int:
    """Draw the heading; there is no way back into the game, only to the title."""
    rounds = "1 round" if view.rounds == 1 else f"{view.rounds} rounds"
    y = heading(page, "That’s a wrap", aside=f"{view.pack_title} · {rounds}")
    page.back = Go("title")
    return y


def _told(view: TableResultsView) -> tuple[Told, ...]:
    """Return what is told of people beside the podium."""
    panels = (("AWARDS", view.awards), ("SEALED ENVELOPES", view.sealed))
    return tuple((title, awards) for title, awards in panels if awards)


def _side_by_side(page: Page, view: TableResultsView, box: ops.Rect) -> None:
    """Set the podium at the left and what is told of people at the right."""
    x, _, w, h = box
    told = _told(view)
    panel = round(w * (0.09 + 0.26 * page.roomy)) if told else 0
    left = w - panel - page.u(40) if panel else w

    def heights() -> tuple[int, int]:
        return _podium_height(page, view, left, h), told_height(page, told, panel)

    tall = page.settled(h, lambda: max(heights()))
    podium, beside = heights()
    with page.scrolled(box, tall) as y:
        # What scrolls begins at the top; what fits stands in the middle.
        spare = h if tall <= h else 0
        _podium(page, view, (x, y + max(0, spare - podium) // 2, left, podium))
        draw_told(page, told, (x + w - panel, y + max(0, spare - beside) // 2, panel))


def _stacked(page: Page, view: TableResultsView, box: ops.Rect) -> None:
    """Set the standings in rows, and what is told of people below them."""
    x, _, w, h = box
    told = _told(view)

    def rows() -> int:
        return _rows_height(page, view) + page.gap(24)

    tall = page.settled(h, lambda: rows() + told_height(page, told, w))
    with page.scrolled(box, tall) as y:
        _rows(page, view, (x, y, w))
        draw_told(page, told, (x, y + rows(), w))


def _podium_height(page: Page, view: TableResultsView, width: int, room: int) -> int:
    set_as = columns(page, view.places, width)
    return columns_height(page, set_as, room) if set_as else _rows_height(page, view)


def _podium(page: Page, view: TableResultsView, box: ops.Rect) -> None:
    """Draw columns, or rows where there are too many for their names to be read."""
    x, y, w, _ = box
    set_as = columns(page, view.places, w)
    if set_as:
        draw_columns(page, view.places, set_as, box)
    else:
        _rows(page, view, (x, y, w))


def _rows_height(page: Page, view: TableResultsView) -> int:
    count = len(view.places)
    return count * side_height(page) + max(0, count - 1) * page.gap(10)


def _rows(page: Page, view: TableResultsView, box: tuple[int, int, int]) -> None:
    x, y, w = box
    tall = side_height(page)
    for place in view.places:
        rect = (x, y, w, tall)
        first = place.place == 1
        side(page, rect, place.who, score=place.score, place=place.place, first=first)
        y += tall + page.gap(10)
