"""A card being asked: one big stem and its answers on a ticket."""

from dataclasses import dataclass

from quizgame.domain.intents import Halve, Pause, Skip, Stake, Submit
from quizgame.domain.tags import LETTERS
from quizgame.domain.views import Arrange, AskView, PickOne, PickSeveral, TypeIn
from quizgame.ui.actions import PAD
from quizgame.ui.page import Page
from quizgame.ui.theme import Style
from quizgame.ui.widgets import answers
from quizgame.ui.widgets.basic import backdrop, hints
from quizgame.ui.widgets.rows import Grid, column_width, grid, words_height
from quizgame.ui.widgets.ticket import Sheet, board, ticket
from quizgame.ui.widgets.tools import tools, tools_height
from quizgame.ui.widgets.typewriter import typing, typing_height

SIZES = (
    (31, 21, 26, 14),
    (28, 20, 18, 12),
    (25, 19, 18, 12),
    (22, 18, 18, 12),
    (22, 18, 12, 8),
)
"""Stem, choices, the gap between them and the gap between choices: large before small."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """One way to set a card: styles, rows, where they begin, and the least height of it all."""

    stem: Style
    choice: Style
    grid: Grid
    begins: int
    total: int


def compose(page: Page, view: AskView) -> None:
    """Lay out the question."""
    backdrop(page)
    top = board(page, view.table or view.board, view.clock)
    sheet = ticket(page, view.stub, top)
    tools_tall = tools_height(page, view, sheet.w)
    body_h = sheet.h - tools_tall - page.u(14)
    plans = [_plan(page, view, sheet, *each) for each in _tries(view)]
    plan = next((plan for plan in plans if plan.total <= body_h), plans[-1])
    body = (sheet.x, sheet.y, sheet.w, body_h)
    with page.scrolled(body, plan.total, page.theme.ticket.cream) as y:
        _print(page, view, sheet, plan, y, body_h - plan.total)
    tools(page, view, (sheet.x, sheet.y + sheet.h - tools_tall, sheet.w))
    page.back = Pause()
    page.shortcuts["P"] = Pause()
    _hints(page, view)


def _tries(view: AskView) -> list[tuple[int, int]]:
    """Return (columns, size) in the order they are tried; the last one may scroll."""
    count = len(answers.texts(view.body))
    columns = answers.columns(count) if isinstance(view.body, PickOne) else (1,)
    tries = [(each, size) for size in range(len(SIZES)) for each in columns]
    return [*tries, (1, len(SIZES) - 1)]


def _plan(page: Page, view: AskView, sheet: Sheet, columns: int, size: int) -> _Plan:
    stem_size, choice_size, space, between = SIZES[size]
    stem, choice = page.style("extrabold", stem_size), page.style("semibold", choice_size)
    gap = page.u(between)
    wide = column_width(sheet.w, columns, gap) - answers.kept_at_end(page, view.body, choice)
    words = [words_height(page, "A", t, choice, wide) for t in answers.texts(view.body)]
    rows = grid(page, words, columns, gap)
    typed = typing_height(page) if isinstance(view.body, TypeIn) else 0
    begins = page.paragraph_height(view.stem, stem, sheet.w) + page.u(space)
    begins += _told_height(page, view, sheet.w)
    return _Plan(stem, choice, rows, begins, begins + rows.height() + typed + page.u(8))


def _told_height(page: Page, view: AskView, width: int) -> int:
    told = answers.instruction(view.body)
    return page.paragraph_height(told, page.style("regular", 16), width) + page.u(6) if told else 0


def _print(page: Page, view: AskView, sheet: Sheet, plan: _Plan, y: int, spare: int) -> None:
    """Print the card; spare room goes to the rows, and some of the rest above them."""
    paper = page.theme.ticket
    wide = page.balanced(view.stem, plan.stem, sheet.w)
    below = page.paragraph((sheet.x, y, wide), view.stem, plan.stem, paper.ink)
    told = answers.instruction(view.body)
    if told:
        small = page.style("regular", 16)
        page.paragraph((sheet.x, below + page.u(6), sheet.w), told, small, paper.ink_2)
    left = spare - plan.grid.height(spare) + plan.grid.height()
    y += plan.begins + max(0, min(page.u(48), left // 3))
    if isinstance(view.body, TypeIn):
        typing(page, view.body, sheet.x, y, sheet.w)
    boxes = plan.grid.boxes(sheet.x, y, sheet.w, spare)
    answers.place_rows(page, view, boxes, plan.choice)


def _hints(page: Page, view: AskView) -> None:
    if not isinstance(view.body, PickOne):
        page.shortcuts["submit"] = Submit()
    page.shortcuts["S"] = Skip()
    further = [("S", "skip"), ("P", "pause")]
    if page.view_port:
        further.insert(0, ("scroll", "scroll"))
    for place, (value, _) in enumerate(view.stakes):
        page.shortcuts[str(place + 1)] = Stake(value)
    if view.stakes:
        further.insert(0, (f"1–{len(view.stakes)}", "how sure"))
    letters = f"A–{LETTERS[len(answers.texts(view.body)) - 1]}"
    if view.can_halve:
        page.shortcuts["H"] = Halve()
        further.insert(0, ("H", f"50:50 · {view.fifties} left"))
    match view.body:
        case PickOne():
            hints(page, (letters, "answer"), ("pick", "choose"), *further)
        case PickSeveral():
            hints(page, (letters, "mark"), ("choose", "choose"), ("submit", "hand in"), *further)
        case Arrange():
            move = ("drag", "move up, down")
            hints(page, ("choose", "choose"), move, ("submit", "hand in"), *further)
        case TypeIn():
            # On a keyboard these letters are typed; the buttons of a pad are not.
            more = further if page.setting.device == PAD else [("back", "pause")]
            hints(page, ("type", "type"), ("open", "hand in"), *more)
