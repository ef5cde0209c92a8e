"""Look over the answers: a line a card; opening one shows it again."""

from quizgame.domain.intents import OpenAnswer
from quizgame.domain.views import AnswerRow, ReviewView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.widgets.basic import backdrop, foot, heading, hints, pips, tier_ink

SIGNS = {"right": "check", "half": "half", "wrong": "cross", "timeout": "cross"}


def compose(page: Page, view: ReviewView) -> None:
    """Lay out the answers."""
    backdrop(page)
    y = heading(page, "Look over the answers")
    wide = page.width - 2 * page.margin - page.u(24)
    gap = page.u(12)
    heights = [_height(page, row, wide) for row in view.rows]
    content = sum(heights) + gap * (len(heights) - 1) + page.u(24)
    box = (page.margin, y, wide, foot(page) - page.u(16) - y)
    with page.scrolled(box, content) as top:
        at = top + page.u(8)
        for row, tall in zip(view.rows, heights, strict=True):
            _row(page, row, (page.margin, at, wide, tall))
            at += tall + gap
    hints(
        page,
        ("choose", "choose"),
        ("open", "open the card"),
        ("scroll", "scroll"),
        ("back", "back"),
    )


def _text_width(page: Page, row: AnswerRow, wide: int) -> int:
    return wide - page.u(84) - page.u(24) - (_tag_width(page, row) if page.roomy < 1.4 else 0)  # noqa: PLR2004


def _tag_width(page: Page, row: AnswerRow) -> int:
    style = page.style("semibold", 15)
    return page.u(100) + page.measure.width(row.tier.label, style) + page.u(24)


def _said(row: AnswerRow) -> str:
    return row.right_words if row.ending == "right" else f"{row.right_words} · {row.said}"


def _height(page: Page, row: AnswerRow, wide: int) -> int:
    room = _text_width(page, row, wide)
    stem = page.paragraph_height(row.stem, page.style("semibold", 19), room)
    said = page.paragraph_height(_said(row), page.style("regular", 17), room)
    tag = 0 if page.roomy < 1.4 else page.measure.line_height(page.style("semibold", 15))  # noqa: PLR2004
    return max(page.u(84), stem + said + tag + page.u(32))


def _row(page: Page, row: AnswerRow, box: ops.Rect) -> None:
    focused = page.target(Target(f"answer-{row.number}", box, OpenAnswer(row.number)))
    x, y, w, h = box
    theme = page.theme
    page.add(ops.Panel(box, page.u(14), fill=theme.room.row))
    size = page.u(36)
    spot = (x + page.u(26), y + (h - size) // 2, size, size)
    fill = {
        "right": theme.room.badge_right,
        "wrong": theme.room.badge_wrong,
        "timeout": theme.room.badge_wrong,
    }
    page.add(ops.Panel(spot, size // 2, fill=fill.get(row.ending, theme.room.line)))
    inset = size // 4
    page.add(
        ops.Symbol(
            SIGNS.get(row.ending, "skip"),
            (spot[0] + inset, spot[1] + inset, size - 2 * inset, size - 2 * inset),
            theme.ink.text,
        )
    )
    left, room = x + page.u(84), _text_width(page, row, w)
    at = y + page.u(16)
    at = page.paragraph((left, at, room), row.stem, page.style("semibold", 19), theme.ink.text)
    at = page.paragraph((left, at, room), _said(row), page.style("regular", 17), theme.ink.dim)
    _tag(page, row, box, left, at)
    if focused:
        page.ring(box, page.u(14))


def _tag(page: Page, row: AnswerRow, box: ops.Rect, left: int, below: int) -> None:
    x, y, w, h = box
    style, colour = page.style("semibold", 15), tier_ink(page, row.tier)
    line = page.measure.line_height(style)
    size = page.u(11)
    if page.roomy < 1.4:  # noqa: PLR2004
        label_w = page.measure.width(row.tier.label, style)
        words_x = x + w - page.u(26) - label_w
        top = y + (h - line) // 2
        pips_w = row.tier.count * (size + size * 2 // 5) if row.tier.count <= 10 else page.u(60)  # noqa: PLR2004
        pips(page, words_x - page.u(8) - pips_w, top + (line - size) // 2, row.tier, colour, size)
    else:
        pips_w = pips(page, left, below + (line - size) // 2, row.tier, colour, size)
        words_x, top = left + pips_w + page.u(10), below
    page.words(words_x, top, row.tier.label, style, colour)
