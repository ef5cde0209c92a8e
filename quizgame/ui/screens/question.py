"""A card being asked: one big stem and its answers on a ticket."""

from dataclasses import dataclass

from quizgame.domain.intents import Halve, Intent, Pause, Skip, Submit
from quizgame.domain.views import Arrange, AskView, PickOne, PickSeveral, TypeIn
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Style
from quizgame.ui.widgets import answers
from quizgame.ui.widgets.basic import backdrop, hints
from quizgame.ui.widgets.ticket import Sheet, board, ticket

STEM_SIZES = (31.0, 28.0, 25.0, 22.0)
CHOICE_SIZES = (21.0, 20.0, 19.0, 18.0)


@dataclass(frozen=True, slots=True)
class _Plan:
    """One way to set a card: styles, columns, gap, heights; `total` is its height."""

    stem: Style
    choice: Style
    columns: int
    gap: int
    heights: tuple[int, ...]
    stem_tall: int
    total: int


def compose(page: Page, view: AskView) -> None:
    """Lay out the question."""
    backdrop(page)
    top = board(page, view.board, view.clock)
    sheet = ticket(page, view.stub, top)
    tools = _tools(view)
    tool_tall = _tool_height(page)
    body_h = sheet.h - tool_tall - page.u(14)
    plan = next(
        (p for p in (_plan(page, view, sheet, n, c) for n, c in _tries(view)) if p.total <= body_h),
        None,
    ) or _plan(page, view, sheet, len(STEM_SIZES) - 1, 1)
    with page.scrolled((sheet.x, sheet.y, sheet.w, body_h), plan.total) as y:
        # A card with room to spare lets its answers stand a little lower.
        ease = max(0, min(page.u(16), (body_h - plan.total) // 4))
        _print(page, view, sheet, plan, y, ease)
    _draw_tools(page, tools, (sheet.x, sheet.y + sheet.h - tool_tall, sheet.w))
    page.back = Pause()
    page.shortcuts["P"] = Pause()
    _hints(page, view)


def _tries(view: AskView) -> list[tuple[int, int]]:
    """Return (size, columns) in the order they are tried: large before small, one column first."""
    columns = (1, 2) if isinstance(view.body, PickOne) else (1,)
    return [(size, count) for size in range(len(STEM_SIZES)) for count in columns]


def _plan(page: Page, view: AskView, sheet: Sheet, size: int, columns: int) -> _Plan:
    stem = page.style("extrabold", STEM_SIZES[size])
    choice = answers.choice_style(page, CHOICE_SIZES[size])
    gap = page.u(14 if size == 0 else 12)
    stem_tall = page.paragraph_height(view.stem, stem, sheet.w) + _told_height(page, view, sheet.w)
    if isinstance(view.body, TypeIn):
        rows: tuple[int, ...] = ()
        body = answers.typing_height(page) + page.u(8)
    else:
        wide = (sheet.w - gap * (columns - 1)) // columns
        texts = answers.texts(view.body)
        inset = page.u(answers.kept_at_end(view.body))
        each = [answers.one_height(page, text, choice, wide - inset) for text in texts]
        if size == 0 and columns == 1:
            each = [max(page.u(72), tall) for tall in each]
        rows = tuple(max(each[at : at + columns]) for at in range(0, len(each), columns))
        body = sum(rows) + gap * (len(rows) - 1) + page.u(8)
    space = page.u(26 if size == 0 else 18)
    return _Plan(stem, choice, columns, gap, rows, stem_tall + space, stem_tall + space + body)


def _told_height(page: Page, view: AskView, width: int) -> int:
    told = answers.instruction(view.body)
    return page.paragraph_height(told, page.style("regular", 16), width) + page.u(6) if told else 0


def _print(page: Page, view: AskView, sheet: Sheet, plan: _Plan, y: int, ease: int) -> None:
    paper = page.theme.ticket
    below = page.paragraph((sheet.x, y, sheet.w), view.stem, plan.stem, paper.ink)
    told = answers.instruction(view.body)
    if told:
        small = page.style("regular", 16)
        page.paragraph((sheet.x, below + page.u(6), sheet.w), told, small, paper.ink_2)
    y += plan.stem_tall + ease
    if isinstance(view.body, TypeIn):
        answers.typing(page, view.body, sheet.x, y, sheet.w)
        return
    wide = (sheet.w - plan.gap * (plan.columns - 1)) // plan.columns
    boxes: list[ops.Rect] = []
    for number in range(len(answers.texts(view.body))):
        row, column = divmod(number, plan.columns)
        top = y + sum(plan.heights[:row]) + plan.gap * row
        boxes.append((sheet.x + column * (wide + plan.gap), top, wide, plan.heights[row]))
    answers.place_rows(page, view, boxes, plan.choice)


def _tools(view: AskView) -> list[tuple[str, str, Intent]]:
    # Handing in comes first: it is where the focus goes on from the answers.
    tools: list[tuple[str, str, Intent]] = []
    if not isinstance(view.body, PickOne):
        tools.append(("submit", "Hand in", Submit()))
    if view.can_halve:
        tools.append(("halve", "50:50", Halve()))
    tools.append(("skip", "Skip", Skip()))
    return tools


def _tool_height(page: Page) -> int:
    return max(page.u(44), page.measure.line_height(page.style("semibold", 17)) + page.u(12))


def _draw_tools(
    page: Page, tools: list[tuple[str, str, Intent]], box: tuple[int, int, int]
) -> None:
    """Draw the quiet buttons at the foot of the ticket; handing in is the loud one."""
    x, y, w = box
    paper, tall = page.theme.ticket, _tool_height(page)
    style = page.style("semibold", 17)
    for key, label, intent in tools:
        wide = page.measure.width(label, style) + page.u(36)
        loud = key == "submit"
        left = box[0] + w - wide if loud else x
        rect = (left, y, wide, tall)
        focused = page.target(Target(key, rect, intent))
        press = page.u(2) if page.setting.pressed == key else 0
        fill = page.theme.room.amber if loud else None
        edge = None if loud else paper.edge
        spot = (left, y + press, wide, tall)
        page.add(
            ops.Panel(
                spot, page.u(12), fill=fill, edge=edge, edge_width=0 if loud else max(1, page.u(2))
            )
        )
        top = y + press + (tall - page.measure.line_height(style)) // 2
        ink = page.theme.ink.on_amber if loud else paper.ink_2
        page.words(left + wide // 2, top, label, style, ink, align=0.5)
        if focused:
            page.ring(rect, page.u(12), paper.focus)
        x += 0 if loud else wide + page.u(12)


def _hints(page: Page, view: AskView) -> None:
    if isinstance(view.body, TypeIn):
        hints(page, ("type", "type"), ("open", "hand in"), ("back", "pause"))
        return
    page.shortcuts["S"] = Skip()
    further = [("S", "skip"), ("P", "pause")]
    if page.view_port:
        further.insert(0, ("scroll", "scroll"))
    letters = f"A–{answers.LETTERS[len(answers.texts(view.body)) - 1]}"
    match view.body:
        case PickOne():
            if view.can_halve:
                page.shortcuts["H"] = Halve()
                further.insert(0, ("H", f"50:50 · {view.fifties} left"))
            hints(page, (letters, "answer"), ("choose", "choose"), ("open", "answer"), *further)
        case PickSeveral():
            page.shortcuts["H"] = Submit()
            hints(page, (letters, "mark"), ("choose", "choose"), ("H", "hand in"), *further)
        case Arrange():
            page.shortcuts["H"] = Submit()
            move = ("change", "move up, down")
            hints(page, ("choose", "choose"), move, ("H", "hand in"), *further)
