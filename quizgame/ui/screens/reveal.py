"""A card after its answer: what was right, what was said, and why."""

from dataclasses import dataclass, replace
from functools import partial

from quizgame.domain.intents import Back, Rate
from quizgame.domain.views import Mark, RevealView
from quizgame.ui import ops
from quizgame.ui.page import EVEN, Page
from quizgame.ui.theme import Style
from quizgame.ui.widgets import answers
from quizgame.ui.widgets.after import after, after_height, going_on, together, usual
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
from quizgame.ui.widgets.rows import Grid, Look, column_width, grid, plain, row, words_height
from quizgame.ui.widgets.ticket import Sheet, board, ticket
from quizgame.ui.widgets.verdict import verdict, verdict_height

SHARES = (0.36, 0.27, 0.2)
"""Of the width of a card, what a picture beside the words may take."""
FAIR = 130
"""Design pixels that its side should have, were it square."""
LEAST_SHARE = 0.5
"""Of the height of a card that scrolls, what its picture takes."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """One way to set the answer: what is shown, in how many columns, how high it stands.

    The words stand on the `sheet`, with the gaps of `air`; a `figure`, if any, right of it where
    it is `beside`, and otherwise below the question.
    """

    view: RevealView
    columns: int
    height: int
    sheet: Sheet
    air: float = 1.0
    figure: Figure | None = None
    beside: bool = False


def compose(page: Page, view: RevealView) -> None:
    """Lay out the answer."""
    backdrop(page)
    # Nothing runs here that could be paused: the corner leads back.
    top = board(page, view.table or view.board, corner=("back", Back()))
    sheet = ticket(page, view.stub, top)
    tall = after_height(page, view, sheet.w)
    body_h = sheet.h - tall - page.u(16)
    plan = _chosen(page, view, sheet, body_h)
    page.air = plan.air
    body = (sheet.x, sheet.y, sheet.w, body_h)
    with page.scrolled(body, plan.height, page.theme.ticket.cream) as y:
        _print(page, plan, y, body_h - plan.height)
        if plan.figure and plan.beside:
            x = sheet.x + sheet.w - plan.figure.width
            draw(page, plan.figure, x, y + (body_h - plan.figure.height) // 2)
    after(page, view, (sheet.x, sheet.y + sheet.h - tall, sheet.w))
    page.back = Back()
    _hints(page, view)


def _hints(page: Page, view: RevealView) -> None:
    onward = {move.key: move for move in going_on(view)}
    # The last of them is what a judge who presses too soon may say: it changes nothing.
    page.first = usual(view, tuple(onward.values())) or list(onward)[-1]
    for place, (rating, _, _) in enumerate(view.ratings, 1):
        page.shortcuts[str(place)] = Rate(rating)
    opens = onward.get(page.setting.focus, onward[page.first]).hint
    if view.looking_back:
        leaves = [("back", "back")]
    elif view.rehearsed:
        leaves = [("back", "leave off")]
    elif view.table:
        leaves = [("back", "the table" if together(view) else "hide it for now")]
    else:
        leaves = [("back", "leave, keep the game" if view.kept else "leave the game")]
    more = [("scroll", "read on")] if page.view_port else []
    leaves = [*enclosed_hints(page, view), *leaves]
    if len(view.ratings) > 1:
        leaves.insert(0, (f"1–{len(view.ratings)}", "how well"))
    if not view.looking_back and not view.rehearsed:
        leaves.append(("R", "withdraw the report" if view.reported else "report"))
    hints(page, ("open", opens), *more, *leaves)


def _chosen(page: Page, view: RevealView, sheet: Sheet, room: int) -> _Plan:
    """Return how the answer is set: with its picture beside the words or below the question.

    Where neither leaves it large enough the page scrolls down to it.
    """
    plain = _planned(page, view, sheet, room)
    picture = pictured(view)
    if picture is None:
        return plain
    gap, plans = page.u(GAP), []
    if room - plain.height > gap:
        shown = figure(page, picture, sheet.w, room - plain.height - gap)
        plans.append(_between(page, plain, shown))
    for share in SHARES:
        shown = figure(page, picture, round(sheet.w * share), room, beside=True)
        narrow = replace(sheet, w=sheet.w - shown.width - page.u(GUTTER))
        plans.append(replace(_planned(page, view, narrow, room), figure=shown, beside=True))
    fair = [
        (len(plan.view.marks), plan.figure.extent, plan)
        for plan in plans
        if plan.figure and plan.figure.does(page.u(FAIR)) and plan.height <= room
    ]
    if fair:
        # All the choices there were say more than a larger picture.
        return max(fair, key=lambda each: each[:2])[2]
    return _between(page, plain, figure(page, picture, sheet.w, int(room * LEAST_SHARE)))


def _between(page: Page, plan: _Plan, shown: Figure) -> _Plan:
    """Return the plan with a picture below the question."""
    return replace(plan, height=plan.height + shown.height + page.u(GAP), figure=shown)


def _planned(page: Page, view: RevealView, sheet: Sheet, room: int) -> _Plan:
    """Return the first plan that fits: the choices where they were asked, if they can be.

    Where there is little room, what was neither right nor said goes first.
    """
    plans = []
    telling = tuple(mark for mark in view.marks if mark.state != "plain")
    for shown in (view, replace(view, marks=telling)):
        for columns in _columns(page, shown, sheet):
            height = page.settled(room, partial(_height, page, shown, sheet, columns))
            plans.append(_Plan(shown, columns, height, sheet, page.air))
            if height <= room:
                return plans[-1]
    return min(plans, key=lambda plan: plan.height)


def _style(page: Page) -> Style:
    return page.style("semibold", 20)


def _columns(page: Page, view: RevealView, sheet: Sheet) -> list[int]:
    tried = answers.columns(len(view.marks))
    return [columns for columns in tried if columns == 1 or _abreast(page, view, sheet)]


def _abreast(page: Page, view: RevealView, sheet: Sheet) -> bool:
    """Tell whether two columns leave each mark to read at a glance."""
    two = 2 * page.measure.line_height(_style(page))
    return all(mark.label for mark in view.marks) and max(_words(page, view, sheet, 2)) <= two


def _words(page: Page, view: RevealView, sheet: Sheet, columns: int) -> list[int]:
    wide, style = column_width(sheet.w, columns, page.gap(12)), _style(page)
    return [
        words_height(page, mark.label, mark.text, style, wide - _kept(page, view, mark))
        for mark in view.marks
    ]


def _grid(page: Page, view: RevealView, sheet: Sheet, columns: int) -> Grid:
    # An order is read downwards.
    words = _words(page, view, sheet, columns)
    return grid(page, words, columns, page.gap(12), down=bool(view.told))


def _height(page: Page, view: RevealView, sheet: Sheet, columns: int) -> int:
    options = _told_height(page, view, sheet) + _grid(page, view, sheet, columns).height()
    panel = verdict_height(page, view, sheet.w)
    above = _stem_height(page, view, sheet) + beneath_height(page, view, sheet.w)
    return above + options + page.gap(36) + panel + page.u(4)


def _stem_height(page: Page, view: RevealView, sheet: Sheet) -> int:
    return page.paragraph_height(view.stem, page.style("semibold", 22), sheet.w)


def _told_height(page: Page, view: RevealView, sheet: Sheet) -> int:
    if not view.told:
        return 0
    told = page.paragraph_height(view.told, page.style("regular", 16), sheet.w)
    return told + page.gap(12)


def _print(page: Page, plan: _Plan, y: int, spare: int) -> None:
    """Print the stem, the options and the verdict; where not all fits, the stem goes last."""
    view, columns, sheet = plan.view, plan.columns, plan.sheet
    options = partial(_options, page, view, sheet, columns)
    if page.view_port and view.told:
        # A whole order to read comes after the word on it.
        y = options(verdict(page, view, sheet, y) + page.gap(16), 0)
        _question(page, plan, y + page.gap(20))
    elif page.view_port:
        y = verdict(page, view, sheet, options(y, 0) + page.gap(20))
        _question(page, plan, y + page.gap(16))
    else:
        rows = _grid(page, view, sheet, columns)
        ease = min(page.u(16), (spare - rows.height(spare) + rows.height()) // 4)
        y = options(_question(page, plan, y) + page.gap(16) + ease, spare)
        verdict(page, view, sheet, y + page.gap(20) + ease, ease)


def _question(page: Page, plan: _Plan, y: int) -> int:
    """Print what was asked, with all that is not beside it; give the y below."""
    view, sheet, style = plan.view, plan.sheet, page.style("semibold", 22)
    wide = page.balanced(view.stem, style, sheet.w, EVEN)
    y = page.paragraph((sheet.x, y, wide), view.stem, style, page.theme.ticket.ink_2)
    y = beneath(page, view, (sheet.x, y, sheet.w))
    if plan.figure is None or plan.beside:
        return y
    draw(page, plan.figure, sheet.x, y + page.u(GAP))
    return y + page.u(GAP) + plan.figure.height


def _options(page: Page, view: RevealView, sheet: Sheet, columns: int, y: int, spare: int) -> int:
    """Draw the marks with `spare` pixels to share among their rows; give the y below."""
    if view.told:
        told = page.style("regular", 16)
        page.paragraph((sheet.x, y, sheet.w), view.told, told, page.theme.ticket.ink_2)
        y += _told_height(page, view, sheet)
    rows = _grid(page, view, sheet, columns)
    for mark, box in zip(view.marks, rows.boxes(sheet.x, y, sheet.w, spare), strict=True):
        _mark(page, view, mark, box)
    return y + rows.height(spare)


def _whose(view: RevealView, mark: Mark) -> str:
    """Return the word on a mark: the player's, or the one that was looked for."""
    # To a judge, and among the answers that everyone may see, it is somebody else's.
    others = view.judging or (view.table is not None and view.looking_back)
    if mark.put:
        return f"{'was' if others else 'yours'}: {mark.put}"
    if view.told or mark.state == "plain":
        return ""
    if mark.state == "wrong" and not mark.label:
        return "was typed" if others else "you typed"
    if mark.label and mark.state in {"right", "wrong"}:
        return "was picked" if others else "your answer"
    right = [other for other in view.marks if other.state in {"right", "missed"}]
    if len(right) == 1:
        return "the answer"
    said = any(other.state in {"right", "wrong"} for other in view.marks)
    return "missed" if said else "right"


def _look(page: Page, view: RevealView, mark: Mark) -> tuple[Look, str]:
    """Return how a mark looks, and its sign."""
    paper = page.theme.ticket
    look = plain(paper)
    match mark.state:
        case "wrong":
            return replace(look, fill=paper.wrong_wash, edge=paper.wrong), "cross"
        case "missed" if _whose(view, mark) == "missed":
            return replace(look, edge=paper.right), "check"
        case "right" | "missed":
            return replace(look, fill=paper.right_wash, edge=paper.right), "check"
        case "placed":
            return look, ""
        case _:
            return replace(look, fill=paper.faded, ink=paper.ink_2), ""


def _kept(page: Page, view: RevealView, mark: Mark) -> int:
    """Return the pixels kept free at the end of a mark's row."""
    if mark.state == "plain":
        return 0
    word = page.measure.width(_whose(view, mark), page.style("regular", 15))
    sign = page.sign(24) if _look(page, view, mark)[1] else 0
    return sign + page.u(14) + (word + page.u(12) if word else 0)


def _mark(page: Page, view: RevealView, mark: Mark, box: ops.Rect) -> None:
    look, sign = _look(page, view, mark)
    row(page, box, mark.label, mark.text, _style(page), look, _kept(page, view, mark))
    x, y, w, h = box
    right = x + w - page.u(10)
    if sign:
        size = page.sign(24)
        right -= page.u(10) + size
        page.add(ops.Symbol(sign, (right, y + (h - size) // 2, size, size), look.edge))
    style = page.style("regular", 15)
    top = y + (h - page.measure.line_height(style)) // 2
    whose = _whose(view, mark)
    page.words(right - page.u(10), top, whose, style, page.theme.ticket.ink, align=1.0)
