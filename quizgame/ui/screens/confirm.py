"""A fact of a draft beside the article that tells it: keep it, mend it or reject it."""

from quizgame.domain.intents import Climb, Decide, Go, Intent, Leaf, Mend, Undo
from quizgame.domain.reviewviews import FactView, Part
from quizgame.ui import ops
from quizgame.ui.actions import KEYS
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Style
from quizgame.ui.widgets.basic import backdrop, button_row, foot, heading, hints, row_height
from quizgame.ui.widgets.coverage import coverage
from quizgame.ui.widgets.factticket import fact_ticket, fact_ticket_height
from quizgame.ui.widgets.passage import passage, passage_height

LEFT = 0.44
"""The share of the width that the fact takes; the article has the rest."""
DOUBTED = "The article tells this in two ways, so no card is made of it:"


def compose(page: Page, view: FactView) -> None:
    """Lay out the fact and the passage, side by side unless letters are large."""
    backdrop(page)
    decided = f"{view.coverage.decided} of {view.coverage.facts} decided"
    y = heading(page, "Confirm the facts", aside=decided)
    y = coverage(page, view.coverage, y) + page.u(10)
    buttons = _buttons(view)
    bottom = foot(page) - page.u(20) - row_height(page, [label for _, label, _ in buttons])
    wide, room = page.width - 2 * page.margin, bottom - page.u(20) - y
    left = wide if page.large else round(wide * LEFT)
    right = wide if page.large else wide - left - page.u(28)
    # The ring of the focus stands above the ticket.
    air = page.u(8)
    tall = page.settled(room - air, lambda: _height(page, view, left, right))
    content = tall if page.large else max(tall, room - air)
    with page.scrolled((page.margin, y, wide, room), content + air) as begin:
        top = begin + air
        at = _fact(page, view, (page.margin, top, left))
        if page.large:
            high = passage_height(page, view.passage, right)
            passage(page, view.passage, (page.margin, at + page.gap(16), right, high))
            at += page.gap(16) + high
        _parts(page, view, (page.margin, at, left))
        if not page.large:
            x = page.margin + left + page.u(28)
            passage(page, view.passage, (x, top, right, content))
    button_row(page, page.width - page.margin, bottom, buttons)
    page.first = "fact"
    _keys(page, view)


def _height(page: Page, view: FactView, left: int, right: int) -> int:
    parts = sum(page.gap(8) + _part_height(page) for _ in view.parts)
    fact = fact_ticket_height(page, view, left) + parts + _doubts_height(page, view, left)
    fact += page.gap(8) if view.parts else 0
    article = passage_height(page, view.passage, right)
    return fact + page.gap(16) + article if page.large else max(fact, article)


def _fact(page: Page, view: FactView, box: tuple[int, int, int]) -> int:
    """Draw the ticket and what speaks against it; give the y below."""
    x, y, wide = box
    tall = fact_ticket_height(page, view, wide)
    fact_ticket(page, view, (x, y, wide, tall))
    return _doubts(page, view, (x, y + tall, wide))


def _parts(page: Page, view: FactView, box: tuple[int, int, int]) -> None:
    x, y, wide = box
    y += page.gap(8)
    for number, part in enumerate(view.parts, 1):
        y += page.gap(8)
        _part(page, number, part, (x, y, wide, _part_height(page)))
        y += _part_height(page)


def _words(page: Page) -> Style:
    return page.style("semibold", 17)


def _label(page: Page) -> Style:
    return page.style("regular", 16)


def _part_height(page: Page) -> int:
    lines = page.measure.line_height(_words(page))
    if page.large:
        lines += page.measure.line_height(_label(page))
    return max(page.u(46), lines + page.u(16))


def _part(page: Page, number: int, part: Part, rect: ops.Rect) -> None:
    """Draw a part that can be changed, the key for it before it."""
    focused = page.target(Target(f"part-{part.name}", rect, Mend(part.name)))
    x, y, wide, tall = rect
    ink, pad = page.theme.ink, page.u(18)
    page.add(ops.Panel(rect, page.u(14), fill=page.theme.room.row))
    left = x + pad
    page.words(left, _middle(page, rect, _words(page)), str(number), _words(page), ink.amber)
    left += page.sign(26)
    room = x + wide - pad - left
    if page.large:
        top = y + (tall - page.measure.line_height(_words(page)) * 2) // 2
        page.words(left, top, page.shortened(part.label, _label(page), room), _label(page), ink.dim)
        top += page.measure.line_height(_label(page))
        page.words(
            left, top, page.shortened(part.words, _words(page), room), _words(page), ink.text
        )
    else:
        page.words(left, _middle(page, rect, _label(page)), part.label, _label(page), ink.dim)
        column = page.u(164)
        words = page.shortened(part.words, _words(page), room - column)
        page.words(left + column, _middle(page, rect, _words(page)), words, _words(page), ink.text)
    if focused:
        page.ring(rect, page.u(14))


def _middle(page: Page, rect: ops.Rect, style: Style) -> int:
    return rect[1] + (rect[3] - page.measure.line_height(style)) // 2


def _doubts_height(page: Page, view: FactView, wide: int) -> int:
    if not view.doubts:
        return 0
    inner = wide - 2 * page.u(22)
    words = page.paragraph_height(DOUBTED, _words(page), inner)
    words += sum(page.paragraph_height(one, _label(page), inner) for one in view.doubts)
    return page.gap(16) + words + 2 * page.u(14)


def _doubts(page: Page, view: FactView, box: tuple[int, int, int]) -> int:
    """Draw what speaks against the fact; give the y below."""
    x, y, wide = box
    tall = _doubts_height(page, view, wide)
    if not tall:
        return y
    ink, inner = page.theme.ink, wide - 2 * page.u(22)
    rect = (x, y + page.gap(16), wide, tall - page.gap(16))
    page.add(ops.Panel(rect, page.u(14), edge=ink.bad, edge_width=max(1, page.u(2))))
    left, top = x + page.u(22), rect[1] + page.u(14)
    top = page.paragraph((left, top, inner), DOUBTED, _words(page), ink.bad)
    for one in view.doubts:
        top = page.paragraph((left, top, inner), one, _label(page), ink.text)
    return y + tall


def _buttons(view: FactView) -> list[tuple[str, str, Intent]]:
    """Return the buttons, keeping the fact the last."""
    wanted: list[tuple[str, str, Intent]] = []
    if view.can_undo:
        wanted.append(("undo", "Undo", Undo()))
    return [
        *wanted,
        ("more", "More", Go("more")),
        ("add", "Add a fact", Go("sentences")),
        ("note", "Note", Mend("note")),
        ("reject", "Reject", Decide("rejected")),
        ("keep", "Keep", Decide("confirmed")),
    ]


def _keys(page: Page, view: FactView) -> None:
    """Give each key what it does here, and name it at the foot."""
    page.shortcuts |= {
        "K": Decide("confirmed"),
        "X": Decide("rejected"),
        "U": Undo(),
        "L": Climb(-1),
        "R": Climb(1),
        "A": Go("sentences"),
        "G": Go("facts"),
        "W": Go("names"),
        "B": Go("after"),
        "P": Go("bets"),
        "N": Mend("note"),
        "J": Leaf(1),
        "H": Leaf(-1),
    }
    page.shortcuts |= {str(n): Mend(part.name) for n, part in enumerate(view.parts, 1)}
    mend = [(f"1–{len(view.parts)}", "change")] if view.parts else []
    undo = [("U", "undo")] if view.can_undo else []
    entries = [("K", "keep"), ("X", "reject"), *undo, ("browse", "next"), ("L R", "tier")]
    entries += [*mend, ("A", "add"), ("W", "names"), ("B", "what then")]
    # Where it is tight the last go; what they name stands under More as well.
    scroll = [("scroll", "scroll")] if page.view_port else []
    # The key of a pause has another name on a mouse and a pad.
    bets = [("P", "predictions")] if page.setting.device == KEYS else []
    entries += [*scroll, ("back", "leave"), ("N", "note"), *bets, ("G", "all facts")]
    hints(page, *entries)
