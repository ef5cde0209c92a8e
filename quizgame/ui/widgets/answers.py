"""The ways a card can be answered, as they stand on the ticket."""

from dataclasses import replace
from typing import assert_never

from quizgame.domain.intents import Intent, Pick, Shift, Toggle
from quizgame.domain.tags import LETTERS
from quizgame.domain.views import Arrange, AskView, Body, Option, PickOne, PickSeveral, TypeIn
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Style
from quizgame.ui.widgets.rows import abreast as side_by_side
from quizgame.ui.widgets.rows import badge_size, plain, row, taken_away

PAIR = 2


def instruction(body: Body) -> str:
    """Return what to do, where it is not plain from the choices themselves."""
    match body:
        case PickOne():
            return ""
        case PickSeveral():
            return "Choose all that are right, then hand in."
        case Arrange():
            return "First at the top. Hand in when the order is right."
        case TypeIn():
            return "Capitals and accents do not matter."
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


def columns(count: int) -> tuple[int, int]:
    """Return the columns that choices are set in, as they are tried: a pair stands abreast."""
    return (2, 1) if count == PAIR else (1, 2)


def kept_at_end(page: Page, body: Body, style: Style) -> int:
    """Return the pixels that the rows of a card keep free at their end."""
    match body:
        case PickSeveral():
            return page.sign(26) + page.u(10)
        case Arrange():
            return 2 * _arrow_size(page, style) + page.u(16)
        case PickOne() | TypeIn():
            return 0
        case _:
            assert_never(body)


def place_rows(page: Page, view: AskView, boxes: list[ops.Rect], style: Style) -> None:
    """Draw the rows of a card, one in each box."""
    body = view.body
    match body:
        case PickOne(options):
            in_a_row = side_by_side(boxes)
            for place, (option, box) in enumerate(zip(options, boxes, strict=True)):
                _option(page, place, option, box, style, Pick(place), abreast=in_a_row)
        case PickSeveral(options):
            kept = kept_at_end(page, body, style)
            for place, (option, box) in enumerate(zip(options, boxes, strict=True)):
                _option(page, place, option, box, style, Toggle(place), kept)
                _tick(page, box, on=option.marked)
        case Arrange(steps):
            kept = kept_at_end(page, body, style)
            for place, (text, box) in enumerate(zip(steps, boxes, strict=True)):
                _step(page, place, len(steps), text, box, style, kept)
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
    kept: int = 0,
    *,
    abreast: bool = False,
) -> None:
    paper = page.theme.ticket
    letter = LETTERS[place]
    if option.gone:
        row(page, box, letter, option.text, style, taken_away(paper))
        return
    page.shortcuts[letter] = intent
    page.shortcuts[str(place + 1)] = intent
    focused = page.target(Target(f"option-{place}", box, intent, abreast=abreast))
    x, y, w, h = box
    box = (x, y + (page.u(2) if page.setting.pressed == f"option-{place}" else 0), w, h)
    look = plain(paper)
    if option.marked:
        look = replace(look, fill=paper.half_wash, edge=paper.focus)
    row(page, box, letter, option.text, style, look, kept)
    if focused:
        page.ring(box, page.u(14), paper.focus)


def _tick(page: Page, box: ops.Rect, *, on: bool) -> None:
    x, y, w, h = box
    size = page.sign(26)
    paper = page.theme.ticket
    left, top = x + w - page.u(18) - size, y + (h - size) // 2
    fill, edge = (paper.focus, paper.focus) if on else (None, paper.ink_2)
    spot = (left, top, size, size)
    page.add(ops.Panel(spot, page.u(7), fill=fill, edge=edge, edge_width=max(1, page.u(2))))
    if on:
        inset = size // 5
        inner = (left + inset, top + inset, size - 2 * inset, size - 2 * inset)
        page.add(ops.Symbol("check", inner, paper.choice))


def _arrow_size(page: Page, style: Style) -> int:
    return max(page.u(44), badge_size(page, style))


def _step(
    page: Page, place: int, count: int, text: str, box: ops.Rect, style: Style, kept: int
) -> None:
    paper = page.theme.ticket
    higher, lower = Shift(place, -1), Shift(place, 1)
    key = f"step-{place}"
    focused = page.target(Target(key, box, None, left=higher, right=lower))
    row(page, box, str(place + 1), text, style, plain(paper), kept)
    x, y, w, h = box
    size = _arrow_size(page, style)
    right = x + w - page.u(14) - size
    for sign, intent, shown, left in (
        ("up", higher, place > 0, right - size - page.u(8)),
        ("down", lower, place + 1 < count, right),
    ):
        if shown:
            spot = (left, y + (h - size) // 2, size, size)
            page.add(ops.Panel(spot, page.u(10), fill=paper.faded))
            inset = size // 4
            inner = (left + inset, spot[1] + inset, size - 2 * inset, size - 2 * inset)
            page.add(ops.Symbol(sign, inner, paper.ink))
            page.target(Target(f"{key}-{sign}", spot, intent, owner=key))
    if focused:
        page.ring(box, page.u(14), paper.focus)
