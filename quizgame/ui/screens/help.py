"""How to play: the scoring rule, told once, from the rules themselves."""

from quizgame.domain.intents import Back
from quizgame.domain.views import HelpView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.widgets.basic import backdrop, foot, heading, hints

LEAD = (
    "Say how far you have watched, and answer. You are asked only what you could know by then; "
    "every card is saved as you answer it, so close the window whenever you like."
)


def compose(page: Page, view: HelpView) -> None:
    """Lay out the help."""
    backdrop(page)
    y = heading(page, "How to play")
    wide = page.width - 2 * page.margin - page.u(24)
    columns = 2 if page.roomy < 1.4 and page.width > page.u(1000) else 1  # noqa: PLR2004
    gap = page.u(16)
    each = (wide - gap * (columns - 1)) // columns
    lead = page.style("regular", 19)
    lead_h = page.paragraph_height(LEAD, lead, wide) + page.u(24)
    heights = [_card_height(page, line, each) for line in view.lines]
    rows = [max(heights[at : at + columns]) for at in range(0, len(heights), columns)]
    content = lead_h + sum(rows) + gap * len(rows) + page.u(8)
    with page.scrolled((page.margin, y, wide, foot(page) - page.u(16) - y), content) as top:
        page.paragraph((page.margin, top, wide), LEAD, lead, page.theme.ink.dim)
        for number, line in enumerate(view.lines):
            row, column = divmod(number, columns)
            at = top + lead_h + sum(rows[:row]) + gap * row
            box = (page.margin + column * (each + gap), at, each, rows[row])
            _card(page, number, line, box)
    hints(page, ("choose", "read on"), ("back", "back"))


def _card_height(page: Page, line: tuple[str, str], width: int) -> int:
    inner = width - page.u(48)
    head = page.measure.line_height(page.heading_style(28))
    return head + page.paragraph_height(line[1], page.style("regular", 18), inner) + page.u(44)


def _card(page: Page, number: int, line: tuple[str, str], box: ops.Rect) -> None:
    """Draw one rule. It takes the focus, so that a long page can be read without a mouse."""
    focused = page.target(Target(f"line-{number}", box, Back()))
    x, y, w, _ = box
    page.add(ops.Panel(box, page.u(18), fill=page.theme.room.row))
    head = page.heading_style(28)
    at = y + page.u(18)
    page.words(x + page.u(24), at, line[0].upper(), head, page.theme.ink.amber)
    at += page.measure.line_height(head) + page.u(6)
    page.paragraph(
        (x + page.u(24), at, w - page.u(48)),
        line[1],
        page.style("regular", 18),
        page.theme.ink.text,
    )
    if focused:
        page.ring(box, page.u(18))
