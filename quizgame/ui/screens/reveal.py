"""A card after its answer: what was right, what was said, and why."""

from dataclasses import replace

from quizgame.domain.intents import Back, Next
from quizgame.domain.views import Mark, RevealView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.theme import Colour
from quizgame.ui.widgets import answers
from quizgame.ui.widgets.basic import backdrop, button, button_height, button_width, hints
from quizgame.ui.widgets.ticket import Sheet, board, ticket

HEADLINES = {
    "right": "That’s right",
    "half": "Nearly",
    "wrong": "Not this time",
    "skipped": "Skipped",
    "timeout": "Out of time",
}


def compose(page: Page, view: RevealView) -> None:
    """Lay out the answer."""
    backdrop(page)
    # Nothing runs here that could be paused: the corner leads back.
    top = board(page, view.board, corner=("back", Back()))
    sheet = ticket(page, view.stub, top)
    tall = button_height(page)
    body_h = sheet.h - tall - page.u(16)
    columns = 2 if _two_fit(page, view, sheet) else 1
    content = _content_height(page, view, sheet, columns)
    if content > body_h:
        # Where there is little room, what was neither right nor said goes first.
        telling = tuple(mark for mark in view.marks if mark.state != "plain")
        view = replace(view, marks=telling)
        columns = 2 if _two_fit(page, view, sheet) else 1
        content = _content_height(page, view, sheet, columns)
    with page.scrolled((sheet.x, sheet.y, sheet.w, body_h), content) as y:
        _print(page, view, sheet, columns, y)
    if view.looking_back:
        label = "Back to the answers"
    else:
        label = "See the score" if view.last else "Next card"
    intent = Back() if view.looking_back else Next()
    wide = button_width(page, label)
    rect = (sheet.x + sheet.w - wide, sheet.y + sheet.h - tall, wide, tall)
    button(page, "next", rect, label, intent, primary=True, ring=page.theme.ticket.focus)
    page.first = "next"
    page.back = Back()
    after = "back" if view.looking_back else "title, game saved"
    more = (("scroll", "read on"),) if page.view_port else ()
    hints(page, ("open", label.lower()), *more, ("back", after))


def _colours(page: Page, state: str) -> tuple[Colour | None, Colour, Colour, str]:
    """Return fill, edge, ink and sign of an option after the answer."""
    paper = page.theme.ticket
    return {
        "right": (paper.right_wash, paper.right, paper.ink, "check"),
        "missed": (paper.right_wash, paper.right, paper.ink, "check"),
        "placed": (paper.choice, paper.edge, paper.ink, ""),
        "wrong": (paper.wrong_wash, paper.wrong, paper.ink, "cross"),
    }.get(state, (paper.faded, paper.edge, paper.ink_2, ""))


def _two_fit(page: Page, view: RevealView, sheet: Sheet) -> bool:
    style = answers.choice_style(page, 20)
    wide = (sheet.w - page.u(12)) // 2 - answers.row_inset(page) - page.u(36)
    return all(
        mark.label and len(page.measure.wrap(mark.text, style, max(page.u(60), wide))) <= 2  # noqa: PLR2004
        for mark in view.marks
    )


def _rows(page: Page, view: RevealView, sheet: Sheet, columns: int) -> list[int]:
    style = answers.choice_style(page, 20)
    gap = page.u(12)
    wide = (sheet.w - gap * (columns - 1)) // columns - page.u(36)
    each = [answers.one_height(page, mark.text, style, wide) for mark in view.marks]
    return [max(each[at : at + columns]) for at in range(0, len(each), columns)]


def _panel_height(page: Page, view: RevealView, width: int) -> int:
    inner = width - page.u(52)
    tall = page.u(18) + max(
        page.measure.line_height(page.heading_style(40)),
        page.measure.line_height(page.style("regular", 18)),
    )
    tall += page.u(6) + page.paragraph_height(view.why, page.style("regular", 20), inner)
    if view.cited:
        tall += page.u(8) + page.paragraph_height(view.cited, page.style("regular", 15), inner)
    if not _fits_beside(page, view, inner):
        tall += page.measure.line_height(page.style("regular", 18))
    return tall + page.u(18)


def _fits_beside(page: Page, view: RevealView, inner: int) -> bool:
    head = page.measure.width(HEADLINES[view.ending].upper(), page.heading_style(40))
    return head + page.u(16) + page.measure.width(_earned(view), page.style("regular", 18)) <= inner


def _content_height(page: Page, view: RevealView, sheet: Sheet, columns: int) -> int:
    stem = page.paragraph_height(view.stem, page.style("semibold", 22), sheet.w)
    rows = _rows(page, view, sheet, columns)
    gaps = page.u(12) * (len(rows) - 1)
    panel = _panel_height(page, view, sheet.w)
    told = page.measure.line_height(page.style("regular", 16)) if view.told else 0
    return stem + told + page.u(16) + sum(rows) + gaps + page.u(20) + panel + page.u(4)


def _print(page: Page, view: RevealView, sheet: Sheet, columns: int, y: int) -> None:
    """Print the stem, the options and the verdict; where not all fits, the stem goes last."""
    if page.view_port and view.told:
        # A whole order to read comes after the word on it.
        y = _options(page, view, sheet, columns, _verdict(page, view, sheet, y) + page.u(16))
        _stem(page, view, sheet, y)
    elif page.view_port:
        y = _verdict(page, view, sheet, _options(page, view, sheet, columns, y))
        _stem(page, view, sheet, y + page.u(16))
    else:
        y = _stem(page, view, sheet, y) + page.u(16)
        _verdict(page, view, sheet, _options(page, view, sheet, columns, y))


def _stem(page: Page, view: RevealView, sheet: Sheet, y: int) -> int:
    style = page.style("semibold", 22)
    return page.paragraph((sheet.x, y, sheet.w), view.stem, style, page.theme.ticket.ink_2)


def _options(page: Page, view: RevealView, sheet: Sheet, columns: int, y: int) -> int:
    if view.told:
        told = page.style("regular", 16)
        y = page.paragraph((sheet.x, y, sheet.w), view.told, told, page.theme.ticket.ink_2)
    gap = page.u(12)
    wide = (sheet.w - gap * (columns - 1)) // columns
    heights = _rows(page, view, sheet, columns)
    for number, mark in enumerate(view.marks):
        line, column = divmod(number, columns)
        top = y + sum(heights[:line]) + gap * line
        _mark(page, mark, (sheet.x + column * (wide + gap), top, wide, heights[line]))
    return y + sum(heights) + gap * (len(heights) - 1) + page.u(20)


def _mark(page: Page, mark: Mark, box: ops.Rect) -> None:
    fill, edge, ink, sign = _colours(page, mark.state)
    style = answers.choice_style(page, 20)
    answers.row(
        page, box, mark.label, mark.text, style, fill=fill, edge=edge, ink=ink, kept=page.u(36)
    )
    if sign:
        x, y, w, h = box
        size = page.u(24)
        page.add(
            ops.Symbol(sign, (x + w - page.u(20) - size, y + (h - size) // 2, size, size), edge)
        )


def _earned(view: RevealView) -> str:
    return " · ".join(part for part in (f"+{view.points:,}", view.row) if part)


def _verdict(page: Page, view: RevealView, sheet: Sheet, y: int) -> int:
    """Draw how it went and why; give the y below."""
    x, w = sheet.x, sheet.w
    box = (x, y, w, _panel_height(page, view, w))
    paper = page.theme.ticket
    page.add(ops.Panel(box, page.u(18), fill=paper.choice))
    inner, left = w - page.u(52), x + page.u(26)
    head, small = page.heading_style(40), page.style("regular", 18)
    colour = {
        "right": paper.right,
        "half": paper.half,
        "wrong": paper.wrong,
        "timeout": paper.wrong,
    }.get(view.ending, paper.ink_2)
    y += page.u(18)
    taken = page.words(left, y, HEADLINES[view.ending].upper(), head, colour)
    tall = page.measure.line_height(head)
    line = page.measure.line_height(small)
    if _fits_beside(page, view, inner):
        page.words(
            left + taken + page.u(16),
            y + (tall - line) // 2 + page.u(2),
            _earned(view),
            small,
            paper.ink_2,
        )
        y += max(tall, line)
    else:
        y += tall
        page.words(left, y, _earned(view), small, paper.ink_2)
        y += line
    y = page.paragraph((left, y + page.u(6), inner), view.why, page.style("regular", 20), paper.ink)
    if view.cited:
        cited = page.style("regular", 15)
        page.paragraph((left, y + page.u(8), inner), view.cited, cited, paper.ink_2)
    return box[1] + box[3]
