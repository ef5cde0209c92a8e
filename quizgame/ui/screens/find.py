"""Where is the pack? Folders and what may be packs in them; or it is dropped on the window."""

from quizgame.domain.intents import BringBack, Browse, Offer
from quizgame.domain.libraryviews import FindView
from quizgame.ui.page import Page
from quizgame.ui.widgets.bars import Bar, bars_height, place_bars
from quizgame.ui.widgets.basic import backdrop, button, button_width, foot, heading, hints

WORDS = {
    "pack": (
        "Add a pack",
        "Drop a pack on this window, or find it here: a .quizpack or .zip, or a .yaml file.",
        "There is no pack in this folder.",
    ),
    "person": (
        "Bring somebody in",
        "Drop the file of a person on this window, or find it here: a .quizgame-person.",
        "There is nobody in this folder.",
    ),
}
"""What the page is called, what it is for, and what it says where there is nothing."""
SIGNS = {"pack": "pack", "person": "person"}
BACK_AGAIN = "Packs that are not on the shelf"


def compose(page: Page, view: FindView) -> None:
    """Lay out the folder."""
    backdrop(page)
    title, about, none = WORDS[view.what]
    y = heading(page, title)
    wide = page.width - 2 * page.margin
    lead = page.style("regular", 18)
    y = page.paragraph((page.margin, y, wide), about, lead, page.theme.ink.dim) + page.u(16)
    y = _places(page, view, y)
    y = _where(page, view, y)
    rows, away = _rows(view), _away(view)
    bottom = foot(page) - page.u(16)
    none = view.trouble or ("" if view.files else none)
    told = page.paragraph_height(none, lead, wide) + page.u(16) if none else 0
    below = page.u(24) + page.measure.line_height(lead) + page.u(8) if away else 0
    content = told + below + bars_height(page, [*rows, *away])
    with page.scrolled((page.margin, y, wide, bottom - y), content) as top:
        if none:
            ink = page.theme.ink.bad if view.trouble else page.theme.ink.dim
            page.paragraph((page.margin, top, wide), none, lead, ink)
        at = place_bars(page, rows, (page.margin, top + told, wide))
        if away:
            page.words(page.margin, at + page.u(24), BACK_AGAIN, lead, page.theme.ink.dim)
            at += below
        place_bars(page, away, (page.margin, at, wide))
    _begin_with_a_pack(page, view)
    hints(page, ("choose", "choose"), ("open", "open"), ("back", "back"))


def _begin_with_a_pack(page: Page, view: FindView) -> None:
    if view.files:
        page.first = f"file-{view.files[0].path}"
    elif view.folders:
        page.first = f"folder-{view.folders[0].path}"


def _places(page: Page, view: FindView, y: int) -> int:
    """Draw the folders to begin at, as buttons; give the y below."""
    x, gap = page.margin, page.u(12)
    tall = max(page.u(48), page.measure.line_height(page.style("regular", 18)) + page.u(18))
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


def _rows(view: FindView) -> list[Bar]:
    rows = [
        Bar(f"file-{file.path}", file.name, Offer(file.path), SIGNS[view.what], aside=file.what)
        for file in view.files
    ]
    if view.above:
        rows.append(Bar("above", "The folder above", Browse(view.above), "up", quiet=True))
    return rows + [
        Bar(f"folder-{folder.path}", folder.name, Browse(folder.path), "folder", quiet=True)
        for folder in view.folders
    ]


def _away(view: FindView) -> list[Bar]:
    return [
        Bar(f"away-{row.pack_id}", row.title, BringBack(row.pack_id), "plus", aside=row.how)
        for row in view.away
    ]
