"""Where is the pack? Folders and what may be packs in them; or it is dropped on the window."""

from dataclasses import dataclass

from quizgame.domain.intents import BringBack, Browse, Intent, Offer
from quizgame.domain.libraryviews import FindView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Style
from quizgame.ui.widgets.basic import backdrop, button, button_width, foot, heading, hints

LEAD = "Drop a pack on this window, or find it here: a .quizpack or .zip, or a .yaml file."
NONE = "There is no pack in this folder."
BACK_AGAIN = "Packs that are not on the shelf"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row to press: its name, its sign, what stands dim at its right end, and what it does."""

    key: str
    text: str
    sign: str
    aside: str
    intent: Intent


def compose(page: Page, view: FindView) -> None:
    """Lay out the folder."""
    backdrop(page)
    y = heading(page, "Add a pack")
    wide = page.width - 2 * page.margin
    lead = page.style("regular", 18)
    y = page.paragraph((page.margin, y, wide), LEAD, lead, page.theme.ink.dim) + page.u(16)
    y = _places(page, view, y)
    y = _where(page, view, y)
    rows, away = _rows(view), _away(view)
    tall, gap = _row_height(page), page.u(8)
    bottom = foot(page) - page.u(16)
    none = view.trouble or ("" if view.files else NONE)
    told = page.paragraph_height(none, lead, wide) + page.u(16) if none else 0
    below = page.u(24) + page.measure.line_height(lead) + page.u(8) if away else 0
    content = told + below + (len(rows) + len(away)) * (tall + gap)
    with page.scrolled((page.margin, y, wide, bottom - y), content) as top:
        if none:
            ink = page.theme.ink.bad if view.trouble else page.theme.ink.dim
            page.paragraph((page.margin, top, wide), none, lead, ink)
        at = top + told
        for row in rows:
            _row(page, row, (page.margin, at, wide, tall))
            at += tall + gap
        if away:
            page.words(page.margin, at + page.u(24), BACK_AGAIN, lead, page.theme.ink.dim)
            at += below
        for row in away:
            _row(page, row, (page.margin, at, wide, tall))
            at += tall + gap
    _begin_with_a_pack(page, view)
    hints(page, ("choose", "choose"), ("open", "open"), ("back", "back"))


def _begin_with_a_pack(page: Page, view: FindView) -> None:
    if view.files:
        page.first = f"file-{view.files[0].path}"
    elif view.folders:
        page.first = f"folder-{view.folders[0].path}"


def _places(page: Page, view: FindView, y: int) -> int:
    """Draw the folders to begin at, as buttons; give the y below."""
    x, tall, gap = page.margin, _row_height(page), page.u(12)
    if not view.places:
        return y
    for place in view.places:
        wide = button_width(page, place.name, 17)
        if x > page.margin and x + wide > page.width - page.margin:
            x, y = page.margin, y + tall + gap
        rect = (x, y, wide, tall)
        button(page, f"place-{place.path}", rect, place.name, Browse(place.path), size=17)
        x += wide + gap
    return y + tall + page.u(20)


def _where(page: Page, view: FindView, y: int) -> int:
    """Say which folder this is, its end at least; give the y below."""
    style = page.style("semibold", 17)
    wide = page.width - 2 * page.margin
    name = view.folder
    while page.measure.width(name, style) > wide and len(name) > 1:
        name = f"…{name[2:]}" if name.startswith("…") else f"…{name[1:]}"
    page.words(page.margin, y, name, style, page.theme.ink.text)
    return y + page.measure.line_height(style) + page.u(12)


def _rows(view: FindView) -> list[_Row]:
    rows = [
        _Row(f"file-{file.path}", file.name, "pack", file.what, Offer(file.path))
        for file in view.files
    ]
    if view.above:
        rows.append(_Row("above", "The folder above", "up", "", Browse(view.above)))
    return rows + [
        _Row(f"folder-{folder.path}", folder.name, "folder", "", Browse(folder.path))
        for folder in view.folders
    ]


def _away(view: FindView) -> list[_Row]:
    return [
        _Row(f"away-{row.pack_id}", row.title, "plus", row.how, BringBack(row.pack_id))
        for row in view.away
    ]


def _style(page: Page) -> Style:
    return page.style("regular", 18)


def _row_height(page: Page) -> int:
    return max(page.u(48), page.measure.line_height(_style(page)) + page.u(18))


def _row(page: Page, row: _Row, rect: ops.Rect) -> None:
    focused = page.target(Target(row.key, rect, row.intent))
    x, y, w, h = rect
    page.add(ops.Panel(rect, page.u(14), fill=page.theme.room.row))
    style, ink, size = _style(page), page.theme.ink, page.sign(22)
    pack = row.sign in {"pack", "plus"}
    colour = ink.amber if pack else ink.dim
    left = x + page.u(20)
    page.add(ops.Symbol(row.sign, (left, y + (h - size) // 2, size, size), colour))
    left += size + page.u(14)
    top = y + (h - page.measure.line_height(style)) // 2
    right = x + w - page.u(22)
    if row.aside:
        right -= page.words(right, top, row.aside, style, ink.dim, align=1.0) + page.u(20)
    name = page.shortened(row.text, style, right - left)
    page.words(left, top, name, style, ink.text if pack else ink.dim)
    if focused:
        page.ring(rect, page.u(14))
