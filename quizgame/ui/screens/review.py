"""Look over the answers: a line a card; opening one shows it again."""

from dataclasses import dataclass

from quizgame.domain.intents import OpenAnswer
from quizgame.domain.views import AnswerRow, ReviewView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Colour, Style
from quizgame.ui.widgets.basic import (
    backdrop,
    corner_size,
    foot,
    heading,
    hints,
    pips,
    pips_width,
    tier_ink,
)
from quizgame.ui.widgets.tally import SIGNS


@dataclass(frozen=True, slots=True)
class _Columns:
    """The rows' columns, in pixels: words from `left`, `wide` of them; pips and labels of tiers.

    Where letters are large the tier stands below the words.
    """

    left: int
    wide: int
    pips: int
    label: int
    beside: bool


def compose(page: Page, view: ReviewView) -> None:
    """Lay out the answers."""
    backdrop(page)
    y = heading(page, _title(page, view))
    columns = _columns(page, view)
    heights = [_height(page, row, columns) for row in view.rows]
    gap = page.u(12)
    content = page.u(8) + sum(heights) + gap * (len(heights) - 1)
    wide = page.width - 2 * page.margin
    box = (page.margin, y, wide, foot(page) - page.u(16) - y)
    with page.scrolled(box, content) as top:
        at = top + page.u(8)
        for row, tall in zip(view.rows, heights, strict=True):
            _row(page, row, columns, (page.margin, at, wide, tall))
            at += tall + gap
    hints(
        page,
        ("choose", "choose"),
        ("open", "open the card"),
        ("scroll", "scroll"),
        ("back", "back"),
    )


def _title(page: Page, view: ReviewView) -> str:
    """Return whose answers these are; many names of a team are cut."""
    if not view.whose:
        return "Look over the answers"
    ending, smallest = "’s answers", Style("display", page.u(24))
    room = page.width - 2 * page.margin - corner_size(page) - page.u(16)
    room -= page.measure.width(ending.upper(), smallest)
    return page.shortened(view.whose.upper(), smallest, room) + ending


def _badge_size(page: Page) -> int:
    return page.sign(36)


def _columns(page: Page, view: ReviewView) -> _Columns:
    style, size = _tag_style(page), page.sign(11)
    left = page.margin + page.u(48) + _badge_size(page)
    right = page.width - page.margin - page.u(26)
    pips_w = max((pips_width(page, row.tier, size) for row in view.rows), default=0)
    if page.large:
        return _Columns(left, right - left, left, left + pips_w + page.u(10), beside=False)
    labels = max((page.measure.width(row.tier.label, style) for row in view.rows), default=0)
    label = right - labels
    pips_x = label - page.u(10) - pips_w
    return _Columns(left, pips_x - page.u(32) - left, pips_x, label, beside=True)


def _tag_style(page: Page) -> Style:
    return page.style("semibold", 15)


def _lines(page: Page, row: AnswerRow) -> list[tuple[str, Style, Colour]]:
    ink = page.theme.ink
    plain = page.style("regular", 17)
    lines = [(row.stem, page.style("semibold", 19), ink.text), (row.right_words, plain, ink.dim)]
    if row.ending != "right":
        lines.append((row.said[:1].upper() + row.said[1:], plain, ink.dim))
    return lines


def _height(page: Page, row: AnswerRow, columns: _Columns) -> int:
    words = sum(page.paragraph_height(t, s, columns.wide) for t, s, _ in _lines(page, row))
    tag = 0 if columns.beside else page.measure.line_height(_tag_style(page))
    return max(page.u(84), words + tag + page.u(32))


def _row(page: Page, row: AnswerRow, columns: _Columns, box: ops.Rect) -> None:
    focused = page.target(Target(f"answer-{row.number}", box, OpenAnswer(row.number)))
    x, y, _, h = box
    page.add(ops.Panel(box, page.u(14), fill=page.theme.room.row))
    size = _badge_size(page)
    _badge(page, row, (x + page.u(26), y + (h - size) // 2, size, size))
    lines = _lines(page, row)
    tag = 0 if columns.beside else page.measure.line_height(_tag_style(page))
    at = y + (h - tag - sum(page.paragraph_height(t, s, columns.wide) for t, s, _ in lines)) // 2
    for text, style, colour in lines:
        at = page.paragraph((columns.left, at, columns.wide), text, style, colour)
    style, colour = _tag_style(page), tier_ink(page, row.tier)
    line, pip = page.measure.line_height(style), page.sign(11)
    top = y + (h - line) // 2 if columns.beside else at
    pips(page, columns.pips, top + (line - pip) // 2, row.tier, colour, pip)
    page.words(columns.label, top, row.tier.label, style, colour)
    if focused:
        page.ring(box, page.u(14))


def _badge(page: Page, row: AnswerRow, spot: ops.Rect) -> None:
    room = page.theme.room
    fill = {"right": room.badge_right, "wrong": room.badge_wrong, "timeout": room.badge_wrong}
    x, y, size, _ = spot
    page.add(ops.Panel(spot, size // 2, fill=fill.get(row.ending, room.line)))
    inset = size // 4
    inner = (x + inset, y + inset, size - 2 * inset, size - 2 * inset)
    page.add(ops.Symbol(SIGNS.get(row.ending, "skip"), inner, page.theme.ink.text))
