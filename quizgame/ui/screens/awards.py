"""The awards: those that were won are lit, with their day; the others are dim, with their rule."""

from quizgame.domain.progressviews import AwardRow, AwardsView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Style
from quizgame.ui.widgets.basic import backdrop, foot, heading, hints
from quizgame.ui.widgets.rows import column_width

WIDEST = 3
LEAST = 300
"""Design pixels that an award is wide at least, in letters of the usual size."""


def compose(page: Page, view: AwardsView) -> None:
    """Lay out the awards."""
    backdrop(page)
    won = f"{sum(bool(row.won) for row in view.rows)} of {len(view.rows)} won"
    y = heading(page, "Awards", aside=f"{view.name} · {won}" if view.name else won)
    wide = page.width - 2 * page.margin
    room = foot(page) - page.u(16) - y
    columns = max(1, min(WIDEST, wide // round(page.u(LEAST) * page.roomy)))

    def heights() -> list[int]:
        each = column_width(wide, columns, page.gap(16))
        tall = [_height(page, row, each) for row in view.rows]
        return [max(tall[at : at + columns]) for at in range(0, len(tall), columns)]

    def height() -> int:
        rows = heights()
        return page.gap(8) + sum(rows) + page.gap(16) * (len(rows) - 1)

    content = page.settled(room, height)
    each = column_width(wide, columns, page.gap(16))
    with page.scrolled((page.margin, y, wide, room), content) as top:
        at = top + page.gap(8)
        for line, tall in enumerate(heights()):
            for column, row in enumerate(view.rows[line * columns : (line + 1) * columns]):
                left = page.margin + column * (each + page.gap(16))
                _award(page, line * columns + column, row, (left, at, each, tall))
            at += tall + page.gap(16)
    more = (("scroll", "scroll"),) if page.view_port else ()
    hints(page, ("choose", "read on"), *more, ("back", "back"))


def _disc(page: Page) -> int:
    return page.sign(56)


def _lines(page: Page, row: AwardRow) -> list[tuple[str, Style]]:
    lines = [(row.name, page.style("semibold", 20)), (row.rule, page.style("regular", 16))]
    return [*lines, (row.won, page.style("semibold", 16))] if row.won else lines


def _room(page: Page, wide: int) -> int:
    return wide - 2 * page.u(22) - _disc(page) - page.u(18)


def _height(page: Page, row: AwardRow, wide: int) -> int:
    lines = _lines(page, row)
    words = sum(page.paragraph_height(text, style, _room(page, wide)) for text, style in lines)
    return max(_disc(page), words + page.gap(4)) + 2 * page.gap(20)


def _award(page: Page, number: int, row: AwardRow, box: ops.Rect) -> None:
    """Draw an award. It takes the focus, so that a long page can be read without a mouse."""
    focused = page.target(Target(f"award-{number}", box))
    x, y, w, h = box
    room, ink = page.theme.room, page.theme.ink
    page.add(ops.Panel(box, page.u(18), fill=room.panel if row.won else room.row))
    size = _disc(page)
    spot = (x + page.u(22), y + (h - size) // 2, size, size)
    edge = max(2, page.u(2))
    if row.won:
        page.add(ops.Panel(spot, size // 2, fill=room.amber))
    else:
        page.add(ops.Panel(spot, size // 2, edge=room.track, edge_width=edge))
    inset = round(size * 0.25)
    inner = (spot[0] + inset, spot[1] + inset, size - 2 * inset, size - 2 * inset)
    page.add(ops.Symbol(row.sign, inner, ink.on_amber if row.won else ink.dim))
    left, wide = spot[0] + size + page.u(18), _room(page, w)
    lines = _lines(page, row)
    tall = sum(page.paragraph_height(text, style, wide) for text, style in lines)
    at = y + (h - tall) // 2
    colours = (ink.text if row.won else ink.dim, ink.dim, ink.amber)
    for (text, style), colour in zip(lines, colours, strict=False):
        at = page.paragraph((left, at, wide), text, style, colour)
    if focused:
        page.ring(box, page.u(18))
