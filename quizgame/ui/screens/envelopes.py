"""A person's predictions of a pack: to be opened, to be sealed, sealed, and opened."""

from itertools import groupby

from quizgame.domain.envelopeviews import EnvelopeRow, EnvelopesView
from quizgame.domain.intents import Foretell, Intent, LookInside, OpenEnvelope
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Style
from quizgame.ui.widgets.basic import backdrop, foot, heading, hints
from quizgame.ui.widgets.envelope import MARKS, envelope, height_of

LEAD = (
    "Seal what you think will happen. What is sealed cannot be changed, and opens when you have "
    "come far enough."
)
NONE = "There is nothing to foretell here just now."
HEADS = {"ripe": "Ready to open", "blank": "Not sealed yet", "sealed": "Sealed"}
OPENED = "Opened"
DOES = {"ripe": "Open", "blank": "Seal", "sealed": "Hold to look", "": "Look again"}
"""What is written at the end of a row, by its state; once more where it has opened."""
HINTS = {"ripe": "open it", "blank": "take it up", "": "look again"}
AGAIN = "Press once more"


def compose(page: Page, view: EnvelopesView) -> None:
    """Lay out the list."""
    backdrop(page)
    y = heading(page, "Predictions", aside=view.pack_title)
    wide = page.width - 2 * page.margin
    style, lead = page.style("regular", 19), LEAD if view.rows else NONE
    box = (page.margin, y, wide, foot(page) - page.u(16) - y)
    lead_w = min(wide, page.u(1184))
    lead_h = page.paragraph_height(lead, style, lead_w)
    with page.scrolled(box, lead_h + _height(page, view, wide)) as top:
        page.paragraph((page.margin, top, lead_w), lead, style, page.theme.ink.dim)
        _list(page, view, (page.margin, top + lead_h, wide))
    _hints(page, view)


def _hints(page: Page, view: EnvelopesView) -> None:
    states = {_key(row): _kind(row) for row in view.rows}
    kind = states.get(page.setting.focus or page.first, "")
    shown = ("hold", "look at it") if kind == "sealed" else ("open", HINTS.get(kind, ""))
    ways = [("choose", "choose"), shown] if view.rows else []
    ways += [("scroll", "scroll")] if page.view_port else []
    hints(page, *ways, ("back", "back"))


def _kind(row: EnvelopeRow) -> str:
    """Return the state of a row, empty for all that have opened."""
    return row.state if row.state in HEADS else ""


def _key(row: EnvelopeRow) -> str:
    return f"envelope-{row.card_id}"


def _head(view: EnvelopesView, kind: str) -> str:
    if kind:
        return HEADS[kind]
    return f"{OPENED} · {view.points:,} points".replace("-", "−")


def _head_style(page: Page) -> Style:
    return page.style("semibold", 17)


def _icon(page: Page) -> tuple[int, int]:
    wide = page.sign(58)
    return wide, height_of(wide)


def _words_left(page: Page) -> int:
    return page.u(22) + _icon(page)[0] + page.u(22)


def _does_width(page: Page) -> int:
    """Return the pixels kept for what can be done with a row, as wide for every one of them."""
    style = page.style("semibold", 16)
    words = (*DOES.values(), AGAIN)
    return max(page.measure.width(text, style) for text in words) + page.u(48)


def _stem_width(page: Page, wide: int) -> int:
    kept = page.u(22) if page.large else _does_width(page)
    return wide - _words_left(page) - kept


def _row_height(page: Page, row: EnvelopeRow, wide: int) -> int:
    room = _stem_width(page, wide)
    tall = page.paragraph_height(row.stem, page.style("semibold", 19), room)
    line = page.measure.line_height(page.style("regular", 16))
    tall += line if _told(row) else 0
    tall += line if page.large else 0
    return max(page.u(76), tall + page.u(28), _icon(page)[1] + page.u(24))


def _told(row: EnvelopeRow) -> str:
    if row.state in MARKS:
        return f"{MARKS[row.state][1]} · {row.told}"
    return row.told


def _height(page: Page, view: EnvelopesView, wide: int) -> int:
    tall = 0
    for _, rows in groupby(view.rows, _kind):
        tall += page.u(24) + page.measure.line_height(_head_style(page)) + page.u(2)
        tall += sum(page.u(10) + _row_height(page, row, wide) for row in rows)
    return tall + page.u(8)


def _list(page: Page, view: EnvelopesView, box: tuple[int, int, int]) -> None:
    x, y, wide = box
    style = _head_style(page)
    for kind, rows in groupby(view.rows, _kind):
        y += page.u(24)
        page.words(x, y, _head(view, kind), style, page.theme.ink.amber)
        y += page.measure.line_height(style) + page.u(2)
        for row in rows:
            tall = _row_height(page, row, wide)
            _row(page, row, (x, y + page.u(10), wide, tall))
            y += page.u(10) + tall


def _intent(row: EnvelopeRow) -> Intent:
    match row.state:
        case "blank":
            return Foretell(row.card_id)
        case "sealed":
            return LookInside(row.card_id)
        case _:
            return OpenEnvelope(row.card_id)


def _row(page: Page, row: EnvelopeRow, box: ops.Rect) -> None:
    x, y, w, h = box
    key, shut = _key(row), row.state == "sealed"
    focused = page.target(Target(key, box, _intent(row), hold=shut))
    radius, room, ink = page.u(14), page.theme.room, page.theme.ink
    page.add(ops.Panel(box, radius, fill=room.row))
    filled = round(w * page.setting.grown) if shut and page.setting.pressed == key else 0
    if filled:
        page.add(ops.Panel((x, y, max(filled, 2 * radius), h), radius, fill=room.line))
    icon_w, icon_h = _icon(page)
    _sign(page, row, (x + page.u(22), y + (h - icon_h) // 2, icon_w))
    left, room_w = x + _words_left(page), _stem_width(page, w)
    stem, small = page.style("semibold", 19), page.style("regular", 16)
    line, told = page.measure.line_height(small), _told(row)
    lines = (1 if told else 0) + (1 if page.large else 0)
    at = y + (h - page.paragraph_height(row.stem, stem, room_w) - lines * line) // 2
    at = page.paragraph((left, at, room_w), row.stem, stem, ink.text)
    if told:
        page.words(left, at, page.shortened(told, small, room_w), small, _told_ink(page, row))
        at += line
    _does(page, row, box, at if page.large else None)
    if focused:
        page.ring(box, radius)


def _told_ink(page: Page, row: EnvelopeRow) -> tuple[int, int, int]:
    ink = {"right": page.theme.tiers[0], "wrong": page.theme.ink.bad}
    return ink.get(row.state, page.theme.ink.dim)


def _sign(page: Page, row: EnvelopeRow, box: tuple[int, int, int]) -> None:
    """Draw what lies at the head of a row: an envelope, or how its prediction came out."""
    x, y, wide = box
    if row.state not in MARKS:
        envelope(page, box, sealed=row.state != "blank")
        return
    room = page.theme.room
    fill = {"right": room.badge_right, "wrong": room.badge_wrong}.get(row.state, room.line)
    size = page.sign(36)
    left, top = x + (wide - size) // 2, y + (height_of(wide) - size) // 2
    page.add(ops.Panel((left, top, size, size), size // 2, fill=fill))
    inset = size // 4
    inner = (left + inset, top + inset, size - 2 * inset, size - 2 * inset)
    page.add(ops.Symbol(MARKS[row.state][0], inner, page.theme.ink.text))


def _does(page: Page, row: EnvelopeRow, box: ops.Rect, below: int | None) -> None:
    """Write what a press does: at the end of the row, or in large letters `below` its words."""
    x, y, w, h = box
    kind = _kind(row)
    words = AGAIN if page.setting.armed == _key(row) else DOES[kind]
    style = page.style("semibold", 16)
    ink = page.theme.ink.amber if kind in {"ripe", "blank"} else page.theme.ink.dim
    if below is not None:
        page.words(x + _words_left(page), below, words, style, ink)
        return
    top = y + (h - page.measure.line_height(style)) // 2
    page.words(x + w - page.u(26), top, words, style, ink, align=1.0)
