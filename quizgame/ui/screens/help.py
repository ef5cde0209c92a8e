"""How to play, part by part: rules from the rules themselves, and at the end what each key does."""

from dataclasses import dataclass

from quizgame.domain.views import HelpView
from quizgame.ui import keytable, ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Colour, Style
from quizgame.ui.widgets.basic import backdrop, foot, heading, hints

KEYS = "The keys"
PAD, GAP, BETWEEN = 28, 20, 20
"""Design pixels inside a part, between parts, and between lines."""
AROUND = 40
"""Design pixels that must be left around a part to have all of it, and its ring, in sight."""
TERM, INDENT = 220, 24
"""Design pixels of the heading before a sentence, and between the two."""
COLUMNS = (0.34, 0.26, 0.2, 0.2)
"""The shares of a part's width that the columns of the table of keys take."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part: its title, its lines, and the number of the first; `keys` when it is the table."""

    title: str
    lines: tuple[tuple[str, ...], ...]
    first: int
    keys: bool = False


def compose(page: Page, view: HelpView) -> None:
    """Lay out the help."""
    backdrop(page)
    y = heading(page, view.title)
    wide = page.width - 2 * page.margin
    room = foot(page) - page.u(16) - y
    parts = _parts(page, view)

    def height() -> int:
        tall = sum(_part_height(page, part, wide) for part in parts)
        return page.gap(8) + tall + page.gap(GAP) * (len(parts) - 1)

    content = page.settled(room, height)
    with page.scrolled((page.margin, y, wide, room), content) as top:
        at = top + page.gap(8)
        for part in parts:
            tall = _part_height(page, part, wide)
            _draw(page, part, (page.margin, at, wide, tall), room)
            at += tall + page.gap(GAP)
    more = [("scroll", "scroll")] if page.view_port else []
    hints(page, ("choose", "read on"), *more, ("back", "back"))


def _parts(page: Page, view: HelpView) -> list[_Part]:
    """Return the parts of the page; large letters leave no room for a table beside its words."""
    parts: list[_Part] = []
    for number, line in enumerate(view.lines):
        if not line[1]:
            parts.append(_Part(line[0], (), number + 1))
        elif not parts:
            parts.append(_Part("", (line,), number))
        else:
            last = parts[-1]
            parts[-1] = _Part(last.title, (*last.lines, line), last.first)
    if view.keys:
        after = len(view.lines) + 1
        rows = tuple(_told(row) for row in keytable.ROWS) if _stacked(page) else keytable.ROWS
        parts.append(_Part(KEYS, rows, after, keys=not _stacked(page)))
    return parts


def _told(row: keytable.Row) -> tuple[str, str]:
    """Return a row of the table of keys as a line."""
    does, *ways = row
    pairs = zip(keytable.HEADS, ways, strict=True)
    return does, " · ".join(f"{head}: {way}" for head, way in pairs)


def _stacked(page: Page) -> bool:
    """Whether a sentence stands below its heading, not beside it."""
    return page.large


# -- how high things stand -------------------------------------------------------------------------


def _term(page: Page) -> Style:
    return page.style("semibold", 18)


def _plain(page: Page) -> Style:
    return page.style("regular", 18)


def _title(page: Page) -> Style:
    return page.heading_style(30)


def _inner(page: Page, wide: int) -> int:
    return wide - 2 * page.u(PAD)


def _title_height(page: Page, part: _Part) -> int:
    return page.measure.line_height(_title(page)) + page.gap(24) if part.title else 0


def _columns(page: Page, wide: int) -> tuple[int, int]:
    """Return the room for a heading and for the sentence beside it, or below it."""
    inner = _inner(page, wide)
    term = round(page.u(TERM) * page.roomy)
    return (inner, inner) if _stacked(page) else (term, inner - term - page.u(INDENT))


def _cells(page: Page, wide: int) -> list[tuple[int, int]]:
    """Return the left edge and the width of each column of the table of keys."""
    inner, left, cells = _inner(page, wide), 0.0, []
    for share in COLUMNS:
        cells.append((round(left * inner), round(share * inner) - page.u(16)))
        left += share
    return cells


def _line_height(page: Page, part: _Part, line: tuple[str, ...], wide: int) -> int:
    if part.keys:
        return max(
            page.paragraph_height(words, style, room)
            for words, style, (_, room) in zip(
                line, _table_styles(page), _cells(page, wide), strict=True
            )
        )
    beside, room = _columns(page, wide)
    term = page.paragraph_height(line[0], _term(page), beside)
    sentence = page.paragraph_height(line[1], _plain(page), room)
    return term + sentence if _stacked(page) else max(term, sentence)


def _table_styles(page: Page) -> tuple[Style, ...]:
    return (_term(page), *(_plain(page),) * 3)


def _part_height(page: Page, part: _Part, wide: int) -> int:
    lines = sum(_line_height(page, part, line, wide) for line in part.lines)
    heads = page.measure.line_height(_plain(page)) + page.gap(BETWEEN) if part.keys else 0
    gaps = page.gap(BETWEEN) * (len(part.lines) - 1)
    return 2 * page.gap(PAD) + _title_height(page, part) + heads + lines + gaps


# -- drawing ---------------------------------------------------------------------------------------


def _draw(page: Page, part: _Part, box: ops.Rect, room: int) -> None:
    """Draw a part. It takes the focus, so that a long page can be read without a mouse.

    Where it cannot be seen as a whole in the `room` there is, its lines do.
    """
    x, y, wide, tall = box
    whole = not page.view_port or tall + page.u(AROUND) <= room
    page.add(ops.Panel(box, page.u(18), fill=page.theme.room.row))
    left, at = x + page.u(PAD), y + page.gap(PAD)
    if part.title:
        page.words(left, at, part.title.upper(), _title(page), page.theme.ink.amber)
        at += _title_height(page, part)
    if part.keys:
        _table_row(page, ("", *keytable.HEADS), (left, at, wide), page.theme.ink.dim)
        at += page.measure.line_height(_plain(page)) + page.gap(BETWEEN)
    for number, line in enumerate(part.lines, part.first):
        high = _line_height(page, part, line, wide)
        if part.keys:
            _table_row(page, line, (left, at, wide), page.theme.ink.text)
        else:
            _line(page, line, (left, at, wide))
        if not whole:
            around = page.gap(BETWEEN) // 2
            rect = (x + page.u(8), at - around, wide - page.u(16), high + 2 * around)
            _focus(page, f"line-{number}", rect, page.u(12))
        at += high + page.gap(BETWEEN)
    if whole:
        _focus(page, f"part-{part.first}", box, page.u(18))


def _focus(page: Page, key: str, rect: ops.Rect, radius: int) -> None:
    if page.target(Target(key, rect)):
        page.ring(rect, radius)


def _line(page: Page, line: tuple[str, ...], place: tuple[int, int, int]) -> None:
    """Draw a line from (x, y) on, in a part of a width."""
    x, y, wide = place
    beside, room = _columns(page, wide)
    low = _set(page, (x, y, beside), line[0], _term(page), page.theme.ink.text)
    if _stacked(page):
        _set(page, (x, low, room), line[1], _plain(page), page.theme.ink.dim)
    else:
        left = x + beside + page.u(INDENT)
        _set(page, (left, y, room), line[1], _plain(page), page.theme.ink.dim)


def _table_row(page: Page, row: tuple[str, ...], place: tuple[int, int, int], ink: Colour) -> None:
    """Draw a row of the table of keys from (x, y) on, in a part of a width."""
    x, y, wide = place
    for words, style, (left, room) in zip(
        row, _table_styles(page), _cells(page, wide), strict=True
    ):
        _set(page, (x + left, y, room), words, style, ink)


def _set(page: Page, box: tuple[int, int, int], words: str, style: Style, ink: Colour) -> int:
    """Set words in (x, y, width), full lines first: a column of them is read down its left edge."""
    x, y, wide = box
    for line in page.measure.wrap(words, style, wide):
        page.words(x, y, line, style, ink)
        y += page.measure.line_height(style)
    return y
