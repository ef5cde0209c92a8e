"""About a pack: who made it, and which themes to leave out."""

from quizgame.domain.intents import PutAway, RemovePack, ToggleNote
from quizgame.domain.views import DetailsView, NoteRow
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.screens.shelf import poster_art
from quizgame.ui.widgets.basic import (
    backdrop,
    button,
    button_height,
    button_width,
    foot,
    heading,
    hints,
)
from quizgame.ui.widgets.choices import switch

AWAY = "Put away"
LEAD = "Some cards touch on hard themes. Switch one off, and cards that carry it are not asked."


def compose(page: Page, view: DetailsView) -> None:
    """Lay out the page about a pack."""
    backdrop(page)
    y = heading(page, "About this pack", aside=view.title)
    bottom = foot(page) - page.u(16)
    if view.own:
        bottom -= button_height(page) + page.u(12)
        _own(page, view, bottom + page.u(12))
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
        at = _facts(page, view, (left, top + page.gap(8), wide)) + page.gap(14)
        if view.notes:
            lead = page.style("regular", 17)
            at = page.paragraph((left, at, wide), LEAD, lead, page.theme.ink.dim) + page.gap(16)
        for row in view.notes:
            _note(page, row, (left, at, wide, _row_height(page)))
            at += _row_height(page) + page.gap(12)
    if view.notes:
        page.first = f"note-{view.notes[0].note}"
    own = (page.setting.focus or page.first) in {"away", "remove"}
    does = "do it; it can be undone" if own else "switch on or off"
    hints(page, ("choose", "choose"), ("open", does), ("back", "back"))


def _own(page: Page, view: DetailsView, y: int) -> None:
    """Draw what can be done with a pack of the player's own."""
    right = page.width - page.margin
    wanted = (("remove", "Remove", RemovePack(view.pack_id)), ("away", AWAY, PutAway(view.pack_id)))
    for key, label, intent in wanted:
        wide = button_width(page, label)
        button(page, key, (right - wide, y, wide, button_height(page)), label, intent)
        right -= wide + page.u(16)


def _row_height(page: Page) -> int:
    return max(page.u(64), page.measure.line_height(page.style("regular", 19)) + page.gap(28))


def _content_height(page: Page, view: DetailsView, wide: int) -> int:
    facts = sum(_fact_heights(page, view, wide)) + page.gap(10) * len(_pairs(page, view))
    lead = page.paragraph_height(LEAD, page.style("regular", 17), wide) + page.gap(16)
    notes = len(view.notes) * (_row_height(page) + page.gap(12)) - page.gap(12)
    return page.gap(8) + facts + (page.gap(14) + lead + notes if view.notes else 0)


def _pairs(page: Page, view: DetailsView) -> list[tuple[tuple[str, str], ...]]:
    """Return what is told of a pack, two things beside each other."""
    pairs = [view.facts[first : first + 2] for first in range(0, len(view.facts), 2)]
    # Where no poster stands, what is written on it stands here.
    return [(("About", view.byline),), *pairs] if page.large else pairs


def _fact_heights(page: Page, view: DetailsView, wide: int) -> list[int]:
    label, value = page.style("regular", 16), page.style("semibold", 18)
    room = (wide - page.u(24)) // 2
    return [
        max(
            page.paragraph_height(name, label, room) + page.paragraph_height(words, value, room)
            for name, words in pair
        )
        for pair in _pairs(page, view)
    ]


def _facts(page: Page, view: DetailsView, box: tuple[int, int, int]) -> int:
    """Set what is told of a pack in (x, y, width); give the y below."""
    x, y, wide = box
    label, value, ink = page.style("regular", 16), page.style("semibold", 18), page.theme.ink
    room = (wide - page.u(24)) // 2
    for pair, tall in zip(_pairs(page, view), _fact_heights(page, view, wide), strict=True):
        for column, (name, words) in enumerate(pair):
            left = x + column * (room + page.u(24))
            at = page.paragraph((left, y, room), name, label, ink.dim)
            page.paragraph((left, at, room), words, value, ink.text)
        y += tall + page.gap(10)
    return y


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
