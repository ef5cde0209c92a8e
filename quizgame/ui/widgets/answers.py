"""The ways a card can be answered, as they stand on the ticket."""

from typing import assert_never

from quizgame.domain.intents import Edit, Intent, Pick, Shift, Submit, Toggle
from quizgame.domain.views import Arrange, AskView, Body, Option, PickOne, PickSeveral, TypeIn
from quizgame.ui import ops
from quizgame.ui.actions import KEYS
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Style

LETTERS = "ABCDEF"
TICK_ROOM, STEP_ROOM = 36, 76
"""Design pixels kept at the end of a row: for the box to tick, for the arrows."""
KEY_ROWS = ("1234567890", "QWERTYUIOP", "ASDFGHJKL'", "ZXCVBNM-. ")


def choice_style(page: Page, size: float) -> Style:
    """Return how choices are set."""
    return page.style("semibold", size)


def badge_size(page: Page) -> int:
    """Return the side of the square a choice's letter stands on."""
    return round(page.u(40) * min(1.4, page.roomy))


def row_inset(page: Page) -> int:
    """Return the width a choice loses to its letter and edges."""
    return badge_size(page) + page.u(18) + page.u(22) + page.u(20)


def one_height(page: Page, text: str, style: Style, width: int) -> int:
    """Return how high one choice stands in a width."""
    words = page.paragraph_height(text, style, max(page.u(60), width - row_inset(page)))
    roomy = page.u(20) if page.roomy < 1.4 else page.u(12)  # noqa: PLR2004
    return max(page.u(52), words + roomy)


def instruction(body: Body) -> str:
    """Return what to do, where it is not plain from the choices themselves."""
    match body:
        case PickOne():
            return ""
        case PickSeveral():
            return "Choose all that are right, then hand in."
        case Arrange():
            return "Put these in order, first at the top, then hand in."
        case TypeIn():
            return "Type your answer, then hand in."
        case _:
            assert_never(body)


def texts(body: Body) -> tuple[str, ...]:
    """Return the words that stand as rows."""
    match body:
        case PickOne(options) | PickSeveral(options):
            return tuple(option.text for option in options)
        case Arrange(steps):
            return steps
        case TypeIn():
            return ()
        case _:
            assert_never(body)


def kept_at_end(body: Body) -> int:
    """Return the design pixels that the rows of a card keep free at their end."""
    match body:
        case PickSeveral():
            return TICK_ROOM
        case Arrange():
            return STEP_ROOM
        case PickOne() | TypeIn():
            return 0
        case _:
            assert_never(body)


def place_rows(page: Page, view: AskView, boxes: list[ops.Rect], style: Style) -> None:
    """Draw the rows of a card, one in each box."""
    body = view.body
    match body:
        case PickOne(options):
            for place, (option, box) in enumerate(zip(options, boxes, strict=True)):
                _option(page, place, option, box, style, Pick(place))
        case PickSeveral(options):
            for place, (option, box) in enumerate(zip(options, boxes, strict=True)):
                _option(page, place, option, box, style, Toggle(place), several=True)
        case Arrange(steps):
            for place, (text, box) in enumerate(zip(steps, boxes, strict=True)):
                _step(page, place, len(steps), text, box, style)
        case TypeIn():
            pass
        case _:
            assert_never(body)


def _option(
    page: Page,
    place: int,
    option: Option,
    box: ops.Rect,
    style: Style,
    intent: Intent,
    *,
    several: bool = False,
) -> None:
    paper = page.theme.ticket
    letter = LETTERS[place]
    if option.gone:
        row(page, box, letter, option.text, style, fill=None, ink=paper.edge, badge=paper.faded)
        return
    page.shortcuts[letter] = intent
    page.shortcuts[str(place + 1)] = intent
    focused = page.target(Target(f"option-{place}", box, intent))
    x, y, w, h = box
    box = (x, y + (page.u(2) if page.setting.pressed == f"option-{place}" else 0), w, h)
    fill = page.theme.ticket.half_wash if option.marked else paper.choice
    row(
        page,
        box,
        letter,
        option.text,
        style,
        fill=fill,
        edge=paper.focus if option.marked else paper.edge,
        kept=page.u(TICK_ROOM) if several else 0,
    )
    if several:
        _tick(page, box, on=option.marked)
    if focused:
        page.ring(box, page.u(14), paper.focus)


def row(
    page: Page,
    box: ops.Rect,
    letter: str,
    text: str,
    style: Style,
    *,
    fill: tuple[int, int, int] | None,
    edge: tuple[int, int, int] | None = None,
    ink: tuple[int, int, int] | None = None,
    badge: tuple[int, int, int] | None = None,
    kept: int = 0,
) -> None:
    """Draw a choice: its letter on a dark badge, its words beside it, `kept` pixels free after."""
    x, y, w, h = box
    paper = page.theme.ticket
    page.add(
        ops.Panel(box, page.u(14), fill=fill, edge=edge or paper.edge, edge_width=max(1, page.u(2)))
    )
    size = min(badge_size(page), h - page.u(12))
    left = x + page.u(20)
    if letter:
        top = y + (h - size) // 2
        page.add(ops.Panel((left, top, size, size), page.u(10), fill=badge or paper.ink))
        mark = Style("semibold", max(12, round(size * 0.44)))
        line = page.measure.line_height(mark)
        page.words(left + size // 2, top + (size - line) // 2, letter, mark, paper.cream, align=0.5)
        left += badge_size(page) + page.u(18)
    width = x + w - page.u(22) - kept - left
    tall = page.paragraph_height(text, style, width)
    page.paragraph((left, y + (h - tall) // 2, width), text, style, ink or paper.ink)


def _tick(page: Page, box: ops.Rect, *, on: bool) -> None:
    x, y, w, h = box
    size = page.u(26)
    paper = page.theme.ticket
    spot = (x + w - page.u(18) - size, y + (h - size) // 2, size, size)
    fill = paper.focus if on else None
    page.add(
        ops.Panel(
            spot,
            page.u(7),
            fill=fill,
            edge=paper.focus if on else paper.ink_2,
            edge_width=max(1, page.u(2)),
        )
    )
    if on:
        inset = size // 5
        sx, sy, sw, sh = spot
        page.add(
            ops.Symbol(
                "check", (sx + inset, sy + inset, sw - 2 * inset, sh - 2 * inset), paper.choice
            )
        )


def _step(page: Page, place: int, count: int, text: str, box: ops.Rect, style: Style) -> None:
    paper = page.theme.ticket
    higher, lower = Shift(place, -1), Shift(place, 1)
    key = f"step-{place}"
    focused = page.target(Target(key, box, None, left=higher, right=lower))
    kept = page.u(STEP_ROOM)
    row(page, box, str(place + 1), text, style, fill=paper.choice, kept=kept)
    x, y, w, h = box
    size = min(page.u(34), h - page.u(12))
    right = x + w - page.u(14) - size
    for sign, intent, shown, left in (
        ("up", higher, place > 0, right - size - page.u(8)),
        ("down", lower, place + 1 < count, right),
    ):
        if shown:
            spot = (left, y + (h - size) // 2, size, size)
            page.add(ops.Panel(spot, page.u(8), fill=paper.faded))
            inset = size // 4
            inner = (left + inset, spot[1] + inset, size - 2 * inset, size - 2 * inset)
            page.add(ops.Symbol(sign, inner, paper.ink))
            page.target(Target(f"{key}-{sign}", spot, intent, owner=key))
    if focused:
        page.ring(box, page.u(14), paper.focus)


def typing_height(page: Page) -> int:
    """Return how high the field for typing stands, with its keys where no keyboard is in hand."""
    field = _field_height(page)
    return field if page.setting.device == KEYS else field + page.u(16) + _keys_height(page)


def _field_height(page: Page) -> int:
    return max(page.u(72), page.measure.line_height(page.style("semibold", 26)) + page.u(24))


def _key_height(page: Page) -> int:
    return max(page.u(44), page.measure.line_height(page.style("semibold", 16)) + page.u(8))


def _keys_height(page: Page) -> int:
    return len(KEY_ROWS) * (_key_height(page) + page.u(6))


def typing(page: Page, view: TypeIn, x: int, y: int, w: int) -> None:
    """Draw the field being typed in; letters to press for those without a keyboard in hand."""
    paper = page.theme.ticket
    tall = _field_height(page)
    box = (x, y, w, tall)
    focused = page.target(Target("field", box, Submit()))
    page.typing = view.text
    page.add(
        ops.Panel(box, page.u(14), fill=paper.choice, edge=paper.edge, edge_width=max(1, page.u(2)))
    )
    style = page.style("semibold", 26)
    top = y + (tall - page.measure.line_height(style)) // 2
    text = view.text
    while page.measure.width(text, style) > w - page.u(64):
        text = text[1:]
    end = x + page.u(24)
    end += page.words(end, top, text, style, paper.ink) if text else 0
    caret = (
        end + page.u(2),
        top + page.u(4),
        max(2, page.u(3)),
        page.measure.line_height(style) - page.u(8),
    )
    page.add(ops.Panel(caret, 1, fill=paper.focus))
    if focused:
        page.ring(box, page.u(14), paper.focus)
    if page.setting.device != KEYS:
        _keys(page, view.text, (x, y + tall + page.u(16), w))


def _keys(page: Page, text: str, box: tuple[int, int, int]) -> None:
    x, y, w = box
    gap, tall = page.u(6), _key_height(page)
    style = page.style("semibold", 16)
    paper = page.theme.ticket
    for row_no, letters in enumerate(KEY_ROWS):
        wide = (w - gap * 10) // 11
        keys = [(letter, Edit(text + letter.lower())) for letter in letters]
        if row_no == 1:
            keys.append(("⌫", Edit(text[:-1])))
        for place, (letter, intent) in enumerate(keys):
            rect = (x + place * (wide + gap), y + row_no * (tall + gap), wide, tall)
            key = f"key-{row_no}-{place}"
            focused = page.target(Target(key, rect, intent))
            page.add(ops.Panel(rect, page.u(8), fill=paper.faded))
            if letter == "⌫":
                size = min(tall, wide) // 2
                spot = (rect[0] + (wide - size) // 2, rect[1] + (tall - size) // 2, size, size)
                page.add(ops.Symbol("left", spot, paper.ink))
            else:
                name = "space" if letter == " " else letter
                shown = name if page.measure.width(name, style) < wide else "_"
                top = rect[1] + (tall - page.measure.line_height(style)) // 2
                page.words(rect[0] + wide // 2, top, shown, style, paper.ink, align=0.5)
            if focused:
                page.ring(rect, page.u(8), paper.focus)
