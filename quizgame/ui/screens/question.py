"""A card being asked: one big stem and its answers on a ticket."""

from dataclasses import dataclass, replace

from quizgame.domain.intents import Halve, Pause, Skip, Stake, Submit
from quizgame.domain.tags import LETTERS
from quizgame.domain.views import (
    Arrange,
    AskView,
    PickOne,
    PickSeveral,
    PictureView,
    TypeIn,
)
from quizgame.ui.actions import PAD
from quizgame.ui.page import EVEN, Page
from quizgame.ui.theme import Style
from quizgame.ui.widgets import answers
from quizgame.ui.widgets.basic import backdrop, hints
from quizgame.ui.widgets.enclosed import (
    GAP,
    GUTTER,
    Figure,
    beneath,
    beneath_height,
    draw,
    enclosed_hints,
    figure,
    pictured,
)
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


FAIR = ((300, 2), (210, 3), (140, len(SIZES)))
"""Design pixels that a picture's side should have, were it square, and with how many of the sizes
above: a larger picture is tried for first, but not at the cost of small letters."""
SHARES = (0.42, 0.32)
"""Of the width of a card, what a picture beside the words may take."""
LEAST_SHARE = 0.5
"""Of the height of a card that scrolls, what its picture takes."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """One way to set a card: styles, rows, where they begin, and the least height of it all.

    The words stand on the `sheet`; a `figure`, if any, between stem and rows, or `beside` them.
    """

    stem: Style
    choice: Style
    grid: Grid
    begins: int
    total: int
    sheet: Sheet
    figure: Figure | None = None
    beside: bool = False

    @property
    def height(self) -> int:
        """How high all of it stands at least, in pixels."""
        return max(self.total, self.figure.height if self.figure and self.beside else 0)


def compose(page: Page, view: AskView) -> None:
    """Lay out the question."""
    backdrop(page)
    top = board(page, view.table or view.board, view.clock)
    sheet = ticket(page, view.stub, top)
    tools_tall = tools_height(page, view, sheet.w)
    body_h = sheet.h - tools_tall - page.u(14)
    plan = _chosen(page, view, sheet, body_h)
    body = (sheet.x, sheet.y, sheet.w, body_h)
    with page.scrolled(body, plan.height, page.theme.ticket.cream) as y:
        _print(page, view, plan, y, body_h - plan.total)
        if plan.figure and plan.beside:
            _print_beside(page, plan.figure, sheet, y, body_h)
    tools(page, view, (sheet.x, sheet.y + sheet.h - tools_tall, sheet.w))
    page.back = Pause()
    page.shortcuts["P"] = Pause()
    _hints(page, view, plan.grid)


def _tries(view: AskView) -> list[tuple[int, int]]:
    """Return (columns, size) in the order they are tried; the last one may scroll."""
    count = len(answers.texts(view.body))
    columns = answers.columns(count) if isinstance(view.body, PickOne) else (1,)
    tries = [(each, size) for size in range(len(SIZES)) for each in columns]
    return [*tries, (1, len(SIZES) - 1)]


def _chosen(page: Page, view: AskView, sheet: Sheet, body_h: int) -> _Plan:
    """Return how the card is set: with the largest letters that leave its picture large enough."""
    tries = _tries(view)
    picture = pictured(view)
    if picture is None:
        plain = [_plan(page, view, sheet, *each) for each in tries]
        return next((plan for plan in plain if plan.total <= body_h), plain[-1])
    plans = {each: _with(page, view, picture, sheet, body_h, each) for each in dict.fromkeys(tries)}
    for least, sizes in FAIR:
        for plan in (plan for each in plans if each[1] < sizes for plan in plans[each]):
            large = plan.figure and plan.figure.does(page.u(least))
            if large and plan.height <= body_h:
                return plan
    shown = figure(page, picture, sheet.w, int(body_h * LEAST_SHARE))
    return _between(page, _plan(page, view, sheet, *tries[-1]), shown)


def _with(
    page: Page,
    view: AskView,
    picture: PictureView,
    sheet: Sheet,
    body_h: int,
    each: tuple[int, int],
) -> list[_Plan]:
    """Return the ways to set a card of these columns and size with its picture, largest first."""
    plans = []
    plain = _plan(page, view, sheet, *each)
    rows = plain.grid
    # Half of what the rows could do with is left to them.
    kept = plain.total + (rows.height(body_h) - rows.height()) // 2
    spare = body_h - kept - page.u(GAP)
    if spare > page.u(GAP):
        plans.append(_between(page, plain, figure(page, picture, sheet.w, spare)))
    for share in SHARES:
        shown = figure(page, picture, round(sheet.w * share), body_h, beside=True)
        narrow = replace(sheet, w=sheet.w - shown.width - page.u(GUTTER))
        plan = _plan(page, view, narrow, *each)
        plans.append(replace(plan, figure=shown, beside=True))
    return sorted(plans, key=lambda plan: -plan.figure.extent if plan.figure else 0)


def _between(page: Page, plan: _Plan, shown: Figure) -> _Plan:
    """Return the plan with a picture between stem and rows."""
    taken = shown.height + page.u(GAP)
    return replace(plan, begins=plan.begins + taken, total=plan.total + taken, figure=shown)


def _plan(page: Page, view: AskView, sheet: Sheet, columns: int, size: int) -> _Plan:
    stem_size, choice_size, space, between = SIZES[size]
    stem, choice = page.style("extrabold", stem_size), page.style("semibold", choice_size)
    gap = page.u(between)
    wide = column_width(sheet.w, columns, gap) - answers.kept_at_end(page, view.body, choice)
    words = [words_height(page, "A", t, choice, wide) for t in answers.texts(view.body)]
    rows = grid(page, words, columns, gap)
    typed = typing_height(page) if isinstance(view.body, TypeIn) else 0
    begins = page.paragraph_height(view.stem, stem, sheet.w) + page.u(space)
    begins += _told_height(page, view, sheet.w) + beneath_height(page, view, sheet.w)
    total = begins + rows.height() + typed + page.u(8)
    return _Plan(stem, choice, rows, begins, total, sheet)


def _told_height(page: Page, view: AskView, width: int) -> int:
    told = answers.instruction(view.body)
    return page.paragraph_height(told, page.style("regular", 16), width) + page.u(6) if told else 0


def _print(page: Page, view: AskView, plan: _Plan, y: int, spare: int) -> None:
    """Print the card; spare room goes to the rows, and some of the rest above them."""
    paper, sheet = page.theme.ticket, plan.sheet
    wide = page.balanced(view.stem, plan.stem, sheet.w, EVEN)
    below = page.paragraph((sheet.x, y, wide), view.stem, plan.stem, paper.ink)
    told = answers.instruction(view.body)
    if told:
        small = page.style("regular", 16)
        below = page.paragraph((sheet.x, below + page.u(6), sheet.w), told, small, paper.ink_2)
    left = spare - plan.grid.height(spare) + plan.grid.height()
    start = y + plan.begins + max(0, min(page.u(48), left // 3))
    if isinstance(view.body, TypeIn):
        typing(page, view.body, sheet.x, start, sheet.w)
    boxes = plan.grid.boxes(sheet.x, start, sheet.w, spare)
    answers.place_rows(page, view, boxes, plan.choice)
    # What is looked at and listened to comes after the answers: the focus begins at those.
    below = beneath(page, view, (sheet.x, below, sheet.w))
    if plan.figure and not plan.beside:
        draw(page, plan.figure, sheet.x, below + page.u(GAP))


def _print_beside(page: Page, shown: Figure, sheet: Sheet, y: int, height: int) -> None:
    """Print a picture at the right edge of the card, half way down."""
    x = sheet.x + sheet.w - shown.width
    draw(page, shown, x, y + (height - shown.height) // 2)


def _hints(page: Page, view: AskView, rows: Grid) -> None:
    if not isinstance(view.body, PickOne):
        page.shortcuts["submit"] = Submit()
    page.shortcuts["S"] = Skip()
    further = [*enclosed_hints(page, view), ("S", "skip"), ("P", "pause")]
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
    # With nothing marked yet there is nothing to hand in.
    handing_in = [("submit", "hand in")] if view.can_submit else []
    match view.body:
        case PickOne():
            hints(page, (letters, "answer"), (rows.picked, "choose"), *further)
        case PickSeveral():
            hints(page, (letters, "mark"), ("choose", "choose"), *handing_in, *further)
        case Arrange():
            move = ("drag", "move up, down")
            hints(page, ("choose", "choose"), move, *handing_in, *further)
        case TypeIn():
            # On a keyboard these letters are typed; the buttons of a pad are not.
            more = further if page.setting.device == PAD else [("back", "pause")]
            hints(page, ("type", "type"), ("open", "hand in"), *more)
