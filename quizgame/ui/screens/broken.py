"""The file of the facts cannot be read: what is wrong with it, on which lines."""

from quizgame.domain.reviewviews import BrokenView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.widgets.basic import backdrop, foot, heading, hints

LEAD = (
    "It was changed elsewhere and cannot be read now. Mend and save it, and this goes on by "
    "itself; what you did here is not lost."
)


def compose(page: Page, view: BrokenView) -> None:
    """Lay out the faults."""
    backdrop(page)
    y = heading(page, "The facts need a fix", aside=view.file)
    wide = page.width - 2 * page.margin
    plain, strong, ink = page.style("regular", 18), page.style("semibold", 18), page.theme.ink
    more = f"And {view.more} more: mend these first." if view.more else ""
    inner, pad, gap = wide - 2 * page.u(26), page.u(18), page.u(12)
    heights = [page.paragraph_height(one, strong, inner) + 2 * pad for one in view.faults]
    lead = page.paragraph_height(LEAD, plain, wide) + page.u(20)
    content = lead + sum(heights) + gap * len(heights) + page.paragraph_height(more, plain, wide)
    with page.scrolled((page.margin, y, wide, foot(page) - page.u(16) - y), content) as top:
        page.paragraph((page.margin, top, wide), LEAD, plain, ink.dim)
        at = top + lead
        for number, (fault, tall) in enumerate(zip(view.faults, heights, strict=True)):
            rect = (page.margin, at, wide, tall)
            focused = page.target(Target(f"fault-{number}", rect, None))
            page.add(ops.Panel(rect, page.u(14), fill=page.theme.room.row))
            page.paragraph((page.margin + page.u(26), at + pad, inner), fault, strong, ink.text)
            if focused:
                page.ring(rect, page.u(14))
            at += tall + gap
        if more:
            page.words(page.margin, at, more, plain, ink.dim)
    page.first = "fault-0"
    ways = [("choose", "read on")] if page.view_port else []
    hints(page, *ways, ("back", "leave"))
