"""The pack shelf: posters made of type and a two-colour wash, and what finds one among many."""

from dataclasses import dataclass, replace

from quizgame.domain.intents import Browse, ChoosePack, ClearSearch, Intent, ShowDetails, Unfold
from quizgame.domain.views import PosterView, SearchBar, ShelfView
from quizgame.ui import ops
from quizgame.ui.actions import KEYS, MOUSE, PAD
from quizgame.ui.page import Page
from quizgame.ui.scene import FIELD, Target
from quizgame.ui.theme import rgb
from quizgame.ui.widgets.basic import (
    backdrop,
    button,
    button_height,
    button_width,
    foot,
    heading,
    hints,
)
from quizgame.ui.widgets.searchbar import (
    bar_height,
    letters,
    letters_height,
    search_bar,
    values,
    values_height,
)

LEAD = "Titles, art and counts on this shelf never go past the point you have reached."
EMPTY = "There is no pack here yet."
READING = "Your packs are being read. Next time this is quick."
NOTHING = "No pack here has all of that."
ABOUT = "About"
ADD = "+ Add a pack"
CLEAR = "Show all packs"


@dataclass(frozen=True, slots=True)
class _Grid:
    """How posters stand: the size of each, how many in a row, from one row to the next."""

    wide: int
    tall: int
    columns: int
    pitch: int
    gap: int
    count: int

    @property
    def height(self) -> int:
        """How high all rows stand."""
        rows = -(-self.count // self.columns)
        return rows * self.pitch - self.gap if rows else 0


def compose(page: Page, view: ShelfView) -> None:
    """Lay out the shelf."""
    backdrop(page)
    y = heading(page, "Choose a pack")
    if view.can_add:
        _add(page, y)
    wide = page.width - 2 * page.margin
    bottom = foot(page) - page.u(16)
    bar = view.bar
    pinned = bar if bar and not page.large else None
    y = _pinned(page, view, pinned, (page.margin, y, wide))
    grid = _grid(page, len(view.posters), wide, bottom - y)
    if pinned and values_height(page, pinned, wide):
        values(page, pinned, (page.margin, y, wide))
        y += values_height(page, pinned, wide)
    loose = bar if bar and not pinned else None
    content = page.u(8) + _head_height(page, bar, loose, wide) + grid.height
    content += _nothing_height(page, view, wide) + _troubles_height(page, view, wide)
    port = (page.margin, y, wide, bottom - y)
    with page.scrolled(port, content) as top:
        at = _head(page, view, loose, (page.margin, top + page.u(8), wide))
        _posters(page, view, grid, at, port)
        at = _nothing(page, view, at + grid.height, wide)
        _troubles(page, view, at, wide)
    ids = [poster.pack_id for poster in view.posters]
    begin = view.added if view.added in ids else next(iter(ids), "")
    page.first = f"pack-{begin}" if begin else FIELD if bar else page.first
    _shortcuts(page, view)
    _hints(page, view)


def _add(page: Page, below: int) -> None:
    """Draw the way to more packs, in the corner above what the page holds."""
    wide, tall = button_width(page, ADD, 18), button_height(page) - page.u(8)
    rect = (page.width - page.margin - wide, max(page.u(12), (below - tall) // 2), wide, tall)
    button(page, "add-pack", rect, ADD, Browse(), size=18)


def _pinned(page: Page, view: ShelfView, bar: SearchBar | None, box: tuple[int, int, int]) -> int:
    """Draw what stays above the posters: the bar, or a line in its place; give the y below."""
    x, y, wide = box
    style, dim = page.style("regular", 17), page.theme.ink.dim
    if bar:
        search_bar(page, bar, box, _enter(view))
        y += bar_height(page, bar, wide) + page.u(16)
        return page.paragraph((x, y, wide), READING, style, dim) + page.u(8) if view.reading else y
    if view.bar and not view.reading:
        return y
    lead = READING if view.reading else LEAD if view.posters else EMPTY
    return page.paragraph(box, lead, style, dim) + page.u(24)


def _enter(view: ShelfView) -> Intent | None:
    """Return what Enter in the field asks for: the first pack found."""
    bar = view.bar
    return ChoosePack(view.posters[0].pack_id) if bar and bar.words and view.posters else None


# -- what scrolls ----------------------------------------------------------------------------------


def _head_height(page: Page, bar: SearchBar | None, loose: SearchBar | None, wide: int) -> int:
    height = letters_height(page) if bar else 0
    if loose:
        height += bar_height(page, loose, wide) + page.u(16) + values_height(page, loose, wide)
    return height


def _head(page: Page, view: ShelfView, loose: SearchBar | None, box: tuple[int, int, int]) -> int:
    """Draw what stands above the posters and scrolls with them; give the y below."""
    x, y, wide = box
    if loose:
        search_bar(page, loose, box, _enter(view))
        y += bar_height(page, loose, wide) + page.u(16)
        values(page, loose, (x, y, wide))
        y += values_height(page, loose, wide)
    if view.bar:
        letters(page, view.bar, (x, y - page.u(16), wide))
        y += letters_height(page)
    return y


def _grid(page: Page, count: int, wide: int, free: int) -> _Grid:
    gap = page.u(24)
    caption = page.measure.line_height(page.style("regular", 16)) + page.u(36)
    tall = max(page.u(220), min(page.u(372), free - caption))
    poster = round(tall * 272 / 372)
    columns = max(1, (wide + gap) // (poster + gap))
    return _Grid(poster, tall, columns, tall + caption + gap, gap, count)


def _posters(page: Page, view: ShelfView, grid: _Grid, top: int, port: ops.Rect) -> None:
    """Draw the posters in sight; what the focus may go to next can be pressed beyond it, too."""
    rows = range(-(-grid.count // grid.columns))
    shown = range((port[1] - top) // grid.pitch, (port[1] + port[3] - top) // grid.pitch + 1)
    near = {row for at in (shown.start, shown.stop - 1) for row in (at - 1, at + 1)} | set(shown)
    focus = page.setting.focus.removeprefix("pack-")
    at = next((n for n, poster in enumerate(view.posters) if poster.pack_id == focus), None)
    if at is not None:
        near |= {at // grid.columns + step for step in (-1, 0, 1)}
    for row in sorted(near & set(rows)):
        first = row * grid.columns
        for column, poster in enumerate(view.posters[first : first + grid.columns]):
            x = port[0] + column * (grid.wide + grid.gap)
            rect = (x, top + row * grid.pitch, grid.wide, grid.tall)
            target = Target(f"pack-{poster.pack_id}", rect, ChoosePack(poster.pack_id))
            focused = page.target(target)
            if row in shown:
                _poster(page, poster, rect, focused=focused)


def _nothing_height(page: Page, view: ShelfView, wide: int) -> int:
    if view.posters or not view.bar:
        return 0
    style = page.style("regular", 22)
    text = page.paragraph_height(NOTHING, style, wide)
    return page.u(56) + text + page.u(24) + button_height(page)


def _nothing(page: Page, view: ShelfView, y: int, wide: int) -> int:
    """Say that nothing was found, and offer to show all again; give the y below."""
    tall = _nothing_height(page, view, wide)
    if tall:
        style, ink = page.style("regular", 22), page.theme.ink
        box = (page.margin, y + page.u(56), wide)
        at = page.paragraph(box, NOTHING, style, ink.text, align=0.5) + page.u(24)
        room = button_width(page, CLEAR)
        rect = (page.margin + (wide - room) // 2, at, room, button_height(page))
        button(page, "all", rect, CLEAR, ClearSearch())
    return y + tall


def _troubles_height(page: Page, view: ShelfView, wide: int) -> int:
    style = page.style("regular", 16)
    notes = sum(page.paragraph_height(t, style, wide) + page.u(8) for t in view.troubles)
    return page.u(24) + notes if notes else 0


def _troubles(page: Page, view: ShelfView, y: int, wide: int) -> None:
    style, y = page.style("regular", 16), y + page.u(24)
    for sentence in view.troubles:
        box = (page.margin, y, wide)
        y = page.paragraph(box, sentence, style, page.theme.ink.bad) + page.u(8)


# -- keys ------------------------------------------------------------------------------------------


def _ahead(page: Page, view: ShelfView) -> PosterView | None:
    """Return the pack that has the focus, or else the first."""
    key = page.setting.focus.removeprefix("pack-")
    first = view.posters[0] if view.posters else None
    return next((poster for poster in view.posters if poster.pack_id == key), first)


def _shortcuts(page: Page, view: ShelfView) -> None:
    ahead, bar = _ahead(page, view), view.bar
    if ahead:
        # Where letters are typed, I is one of them.
        page.shortcuts["I"] = page.shortcuts["Ctrl+I"] = ShowDetails(ahead.pack_id)
    if bar and bar.unfolded:
        page.back = Unfold(bar.unfolded)
    elif bar and bar.narrowed:
        page.back = ClearSearch()


def _hints(page: Page, view: ShelfView) -> None:
    bar, device = view.bar, page.setting.device
    about = "Ctrl+I" if bar and device == KEYS else "I"
    told: list[tuple[str, str]] = []
    if view.posters:
        told += ("browse", "browse"), ("open", "open"), (about, "about this pack, content notes")
    if bar and device != PAD:
        told.insert(0, ("type", "search"))
    undone = {Unfold: "close", ClearSearch: "show all"}
    told.append(("back", undone.get(type(page.back), "back")))
    hints(page, *told)


# -- a poster --------------------------------------------------------------------------------------


def poster_art(
    page: Page, title: str, byline: str, colours: tuple[str, str], rect: ops.Rect
) -> None:
    """Draw a poster: the wash, the title as large as it fits, the byline at the foot."""
    x, y, w, h = rect
    inset = page.u(24)
    small = page.style("regular", 15)
    foot_lines = page.lines(byline, small, w - 2 * inset, most=3)
    foot_tall = len(foot_lines) * page.measure.line_height(small)
    foot_room = foot_tall + inset
    page.add(ops.Wash(rect, page.u(18), rgb(colours[0]), rgb(colours[1]), foot_room))
    style = page.heading_style(56)
    # An ampersand goes with the word after it.
    title = title.upper().replace("& ", "&\xa0")
    lines = page.measure.wrap(title, style, w - 2 * inset)
    words, room = title.split(" "), min(round(h * 0.62), h - 2 * inset - foot_tall)
    while style.px > page.u(20) and (
        len(lines) * page.measure.line_height(style) > room
        or any(page.measure.width(word, style) > w - 2 * inset for word in words)
    ):
        style = replace(style, px=style.px - 2)
        lines = page.measure.wrap(title, style, w - 2 * inset)
    at = y + inset - page.u(4)
    for line in page.even_lines(title, style, w - 2 * inset):
        page.words(x + inset, at, line, style, page.theme.ink.text)
        at += page.measure.line_height(style)
    at = y + h - inset - foot_tall + page.u(4)
    for line in foot_lines:
        page.words(x + inset, at, line, small, page.theme.ink.text)
        at += page.measure.line_height(small)


def _poster(page: Page, poster: PosterView, rect: ops.Rect, *, focused: bool) -> None:
    poster_art(page, poster.title, poster.byline, poster.colours, rect)
    if focused:
        page.ring(rect, page.u(18))
    x, y, w, h = rect
    style = page.style("regular", 16)
    y += h + page.u(14)
    room = w
    if focused and page.setting.device == MOUSE:
        room -= _about(page, poster, rect) + page.u(8)
    seen = page.shortened(poster.seen, style, room)
    page.words(x, y, seen, style, page.theme.ink.dim)
    y += page.measure.line_height(style) + page.u(4)
    tall = max(4, page.u(6))
    page.add(ops.Panel((x, y, w, tall), tall // 2, fill=page.theme.room.track))
    if poster.share > 0:
        lit = max(tall, round(w * poster.share))
        page.add(ops.Panel((x, y, lit, tall), tall // 2, fill=page.theme.room.amber))


def _about(page: Page, poster: PosterView, rect: ops.Rect) -> int:
    """Draw the way to the page about a pack, for a hand on the mouse; give its width."""
    x, y, w, h = rect
    style = page.style("semibold", 16)
    wide = page.measure.width(ABOUT, style) + page.u(28)
    # It ends above the bar that shows how far one has come.
    tall = page.measure.line_height(style) + page.u(7)
    spot = (x + w - wide, y + h + page.u(9), wide, tall)
    key = f"about-{poster.pack_id}"
    page.target(Target(key, spot, ShowDetails(poster.pack_id), owner=f"pack-{poster.pack_id}"))
    page.add(ops.Panel(spot, page.u(10), fill=page.theme.room.panel))
    page.words(
        spot[0] + wide // 2, spot[1] + page.u(3), ABOUT, style, page.theme.ink.text, align=0.5
    )
    return wide
