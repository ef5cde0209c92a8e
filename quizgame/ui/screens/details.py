"""About a pack: who made it, and which themes to leave out."""

from quizgame.domain.intents import ToggleNote
from quizgame.domain.views import DetailsView, NoteRow
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.screens.shelf import poster_art
from quizgame.ui.widgets.basic import backdrop, foot, heading, hints
from quizgame.ui.widgets.choices import switch

LEAD = "Some cards touch on hard themes. Switch one off, and cards that carry it are not asked."


def compose(page: Page, view: DetailsView) -> None:
    """Lay out the page about a pack."""
    backdrop(page)
    y = heading(page, "About this pack", aside=view.title)
    bottom = foot(page) - page.u(16)
    poster_h = min(page.u(372), bottom - y)
    poster_w = round(poster_h * 272 / 372)
    left = page.margin
    if not page.large:
        left += poster_w + page.u(48)
        rect = (page.margin, y + page.u(8), poster_w, poster_h - page.u(8))
        poster_art(page, view.title, view.byline, view.colours, rect)
    wide = page.width - page.margin - left
    content = page.settled(bottom - y, lambda: _content_height(page, view, wide))
    with page.scrolled((left, y, wide, bottom - y), content) as top:
        at = top + page.gap(8)
        label, value = page.style("regular", 16), page.style("semibold", 18)
        for name, words in view.facts:
            at = page.paragraph((left, at, wide), name, label, page.theme.ink.dim)
            at = page.paragraph((left, at, wide), words, value, page.theme.ink.text) + page.gap(10)
        at += page.gap(14)
        if view.notes:
            lead = page.style("regular", 17)
            at = page.paragraph((left, at, wide), LEAD, lead, page.theme.ink.dim) + page.gap(16)
        for row in view.notes:
            _note(page, row, (left, at, wide, _row_height(page)))
            at += _row_height(page) + page.gap(12)
    hints(page, ("choose", "choose"), ("open", "switch on or off"), ("back", "back"))


def _row_height(page: Page) -> int:
    return max(page.u(64), page.measure.line_height(page.style("regular", 19)) + page.gap(28))


def _content_height(page: Page, view: DetailsView, wide: int) -> int:
    label, value = page.style("regular", 16), page.style("semibold", 18)
    facts = sum(
        page.paragraph_height(name, label, wide)
        + page.paragraph_height(words, value, wide)
        + page.gap(10)
        for name, words in view.facts
    )
    lead = page.paragraph_height(LEAD, page.style("regular", 17), wide) + page.gap(16)
    notes = len(view.notes) * (_row_height(page) + page.gap(12)) - page.gap(12)
    return page.gap(8) + facts + (page.gap(14) + lead + notes if view.notes else 0)


def _note(page: Page, row: NoteRow, rect: ops.Rect) -> None:
    toggle = ToggleNote(row.note)
    left, right = (None, toggle) if not row.included else (toggle, None)
    focused = page.target(Target(f"note-{row.note}", rect, toggle, left=left, right=right))
    x, y, w, h = rect
    page.add(ops.Panel(rect, page.u(14), fill=page.theme.room.row))
    style = page.style("regular", 19)
    top = y + (h - page.measure.line_height(style)) // 2
    page.words(x + page.u(24), top, row.label, style, page.theme.ink.text)
    switch(page, x + w - page.u(24), y + h // 2, on=row.included)
    if focused:
        page.ring(rect, page.u(14))
