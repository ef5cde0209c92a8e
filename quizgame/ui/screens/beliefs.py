"""What you believed then: what was true for a while, and what became of it."""

from dataclasses import dataclass

from quizgame.domain.tags import TierTag
from quizgame.domain.views import BeliefRow, BeliefsView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Colour, Style
from quizgame.ui.widgets.basic import backdrop, foot, heading, hints, tier_ink

LEAD = "Each of these was right when it was asked. Then the story went on."
NONE = "Nothing you were asked has changed since."
BROADEST = 0.3
"""The share of a row that the names of tiers may take; broader ones stand above the words."""


_Run = tuple[str, Style, Colour]


@dataclass(frozen=True, slots=True)
class _Columns:
    """A row's columns, in pixels: dots at `dot`, names of tiers, words from `words`, `wide`.

    Names stand `beside` the words, or else above them.
    """

    dot: int
    size: int
    name: int
    words: int
    wide: int
    beside: bool


def compose(page: Page, view: BeliefsView) -> None:
    """Lay out the beliefs."""
    backdrop(page)
    y = heading(page, "What you believed then", aside=view.pack_title)
    wide = page.width - 2 * page.margin
    columns = _columns(page, view)
    heights = [_height(page, row, columns) for row in view.rows]
    style, lead = page.style("regular", 19), LEAD if view.rows else NONE
    room = foot(page) - page.u(16) - y

    def lead_height() -> int:
        return page.paragraph_height(lead, style, wide) + page.gap(22)

    def height() -> int:
        return lead_height() + sum(heights) + page.gap(12) * max(0, len(heights) - 1)

    with page.scrolled((page.margin, y, wide, room), page.settled(room, height)) as top:
        page.paragraph((page.margin, top, wide), lead, style, page.theme.ink.dim)
        at = top + lead_height()
        for number, (row, tall) in enumerate(zip(view.rows, heights, strict=True)):
            _row(page, number, row, columns, (page.margin, at, wide, tall))
            at += tall + page.gap(12)
    ways = [("choose", "read on")] if view.rows else []
    ways += [("scroll", "scroll")] if page.view_port else []
    hints(page, *ways, ("back", "back"))


def _columns(page: Page, view: BeliefsView) -> _Columns:
    style, size = _name_style(page), page.sign(13)
    left, right = page.margin + page.u(26), page.width - page.margin - page.u(26)
    tags = [tag for row in view.rows for tag in (row.since, row.until)]
    broadest = max((page.measure.width(tag.label, style) for tag in tags), default=0)
    name = left + size + page.u(14)
    beside = broadest <= (right - left) * BROADEST
    words = name + broadest + page.u(26) if beside else name
    return _Columns(left, size, name, words, right - words, beside=beside)


def _name_style(page: Page) -> Style:
    return page.style("semibold", 16)


def _stem_style(page: Page) -> Style:
    return page.style("semibold", 20)


def _times(page: Page, row: BeliefRow) -> list[tuple[TierTag, list[_Run]]]:
    """Return what held from each of the two tiers on, and what this person said then."""
    strong, plain, ink = page.style("semibold", 18), page.style("regular", 18), page.theme.ink
    said = [(f" · {row.said}", plain, ink.dim)] if row.said else []
    return [
        (row.since, [(row.answer, strong, ink.text), *said]),
        (row.until, [(row.later, plain, ink.text)]),
    ]


def _inner(page: Page) -> int:
    return page.width - 2 * page.margin - page.u(52)


def _times_heights(page: Page, row: BeliefRow, columns: _Columns) -> list[int]:
    name = 0 if columns.beside else page.measure.line_height(_name_style(page))
    return [
        name + page.paragraph_height("".join(text for text, _, _ in runs), runs[0][1], columns.wide)
        for _, runs in _times(page, row)
    ]


def _height(page: Page, row: BeliefRow, columns: _Columns) -> int:
    stem = page.paragraph_height(row.stem, _stem_style(page), _inner(page))
    return page.u(18) + stem + page.u(8) + sum(_times_heights(page, row, columns)) + page.u(26)


def _row(page: Page, number: int, row: BeliefRow, columns: _Columns, box: ops.Rect) -> None:
    """Draw one belief. It takes the focus, so that a long page can be read without a mouse."""
    focused = page.target(Target(f"belief-{number}", box))
    x, y, _, _ = box
    page.add(ops.Panel(box, page.u(14), fill=page.theme.room.row))
    stem = (x + page.u(26), y + page.u(18), _inner(page))
    at = page.paragraph(stem, row.stem, _stem_style(page), page.theme.ink.text) + page.u(8)
    then, _ = _times_heights(page, row, columns)
    tops = [at, at + then + page.u(8)]
    _line(page, columns, tops)
    for top, (tag, runs) in zip(tops, _times(page, row), strict=True):
        _time(page, columns, top, tag, runs)
    if focused:
        page.ring(box, page.u(14))


def _middle(page: Page, top: int) -> int:
    """Return the middle of the first line of a time that begins at `top`."""
    return top + page.measure.line_height(_name_style(page)) // 2


def _line(page: Page, columns: _Columns, tops: list[int]) -> None:
    """Draw the line that leads from one dot to the next."""
    first, last = (_middle(page, top) for top in tops)
    thin = max(2, page.u(2))
    left = columns.dot + (columns.size - thin) // 2
    page.add(ops.Panel((left, first, thin, last - first), 0, fill=page.theme.room.line))


def _time(page: Page, columns: _Columns, top: int, tag: TierTag, runs: list[_Run]) -> None:
    """Draw a dot, its tier, and what held from then on."""
    colour, name = tier_ink(page, tag), _name_style(page)
    size, line = columns.size, page.measure.line_height(name)
    dot = (columns.dot, _middle(page, top) - size // 2, size, size)
    page.add(ops.Panel(dot, size // 2, fill=colour))
    page.words(columns.name, top, tag.label, name, colour)
    lift = (page.measure.line_height(runs[0][1]) - line) // 2
    below = top - lift if columns.beside else top + line
    page.rich((columns.words, below, columns.wide), runs)
