"""How to play: the scoring rule, told once, from the rules themselves."""

from quizgame.domain.views import HelpView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.widgets.basic import backdrop, foot, heading, hints
from quizgame.ui.widgets.rows import column_width

LEAD = (
    "Say how far you have watched, and answer. You are asked only what you could know by then; "
    "every card is saved as you answer it, so close the window whenever you like."
)


def compose(page: Page, view: HelpView) -> None:
    """Lay out the help."""
    backdrop(page)
    y = heading(page, "How to play")
    wide = page.width - 2 * page.margin
    room = foot(page) - page.u(16) - y
    content = page.settled(room, lambda: _lead_height(page, wide) + _places(page, view, wide)[1])
    boxes, _ = _places(page, view, wide)
    with page.scrolled((page.margin, y, wide, room), content) as top:
        lead = page.style("regular", 19)
        page.paragraph((page.margin, top, wide), LEAD, lead, page.theme.ink.dim)
        below = top + _lead_height(page, wide)
        for number, (line, (x, down, w, h)) in enumerate(zip(view.lines, boxes, strict=True)):
            box = (page.margin + x, below + down, w, h)
            if line[1]:
                _card(page, number, line, box)
            else:
                _group(page, line[0], box)
    more = [("scroll", "scroll")] if page.view_port else []
    hints(page, ("choose", "read on"), *more, ("back", "back"))


def _lead_height(page: Page, wide: int) -> int:
    return page.paragraph_height(LEAD, page.style("regular", 19), wide) + page.gap(24)


def _places(page: Page, view: HelpView, wide: int) -> tuple[list[ops.Rect], int]:
    """Return the box of each line, from the top left of them all, and how high they stand.

    A line without a sentence heads the group below it.
    """
    columns = 1 if page.large or page.width <= page.u(1000) else 2
    gap = page.gap(16)
    each = column_width(wide, columns, gap)
    boxes: list[ops.Rect] = []
    below = 0
    for row in _rows(view, columns):
        if not row[0][1]:
            below += page.gap(14) if below else 0
            boxes.append((0, below, wide, _group_height(page)))
            below += _group_height(page)
        else:
            tall = max(_card_height(page, line, each) for line in row)
            boxes += [(n * (each + gap), below, each, tall) for n in range(len(row))]
            below += tall + gap
    return boxes, below - gap


def _rows(view: HelpView, columns: int) -> list[list[tuple[str, str]]]:
    """Return the lines by rows: a heading alone, rules side by side."""
    rows: list[list[tuple[str, str]]] = []
    for line in view.lines:
        if rows and line[1] and rows[-1][0][1] and len(rows[-1]) < columns:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _group_height(page: Page) -> int:
    return page.measure.line_height(page.heading_style(34)) + page.gap(20)


def _group(page: Page, words: str, box: ops.Rect) -> None:
    """Draw the heading of a group of rules."""
    x, y, _, _ = box
    page.words(x, y, words.upper(), page.heading_style(34), page.theme.ink.text)


def _card_height(page: Page, line: tuple[str, str], width: int) -> int:
    inner = width - page.u(48)
    head = page.measure.line_height(page.heading_style(28))
    words = page.paragraph_height(line[1], page.style("regular", 18), inner)
    return head + page.gap(6) + words + 2 * page.gap(18)


def _card(page: Page, number: int, line: tuple[str, str], box: ops.Rect) -> None:
    """Draw one rule. It takes the focus, so that a long page can be read without a mouse."""
    focused = page.target(Target(f"line-{number}", box))
    x, y, w, _ = box
    page.add(ops.Panel(box, page.u(18), fill=page.theme.room.row))
    head = page.heading_style(28)
    at = y + page.gap(18)
    page.words(x + page.u(24), at, line[0].upper(), head, page.theme.ink.amber)
    at += page.measure.line_height(head) + page.gap(6)
    page.paragraph(
        (x + page.u(24), at, w - page.u(48)),
        line[1],
        page.style("regular", 18),
        page.theme.ink.text,
    )
    if focused:
        page.ring(box, page.u(18))
