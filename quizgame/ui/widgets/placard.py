"""The card before the curtain: whom it is for, what there is to know, and the button below."""

from dataclasses import dataclass

from quizgame.domain.intents import Intent
from quizgame.domain.tableviews import BetRow
from quizgame.domain.tags import PlayerTag
from quizgame.ui import ops
from quizgame.ui.page import TIGHT, Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Style
from quizgame.ui.widgets.badges import badge
from quizgame.ui.widgets.basic import button_height
from quizgame.ui.widgets.bets import bets, bets_height, bets_width

NAME_SIZES = (104, 88, 72, 58, 46)
SMALLEST_NAME, TWO_LINES = 34, 58
NARROW, WIDER, PAD = 600, 1.4, 36
"""How wide a card is in design pixels, and how much wider a long name may make it."""
BUTTON, SMALLEST_LABEL = 340, 10
MEDAL = 76


@dataclass(frozen=True, slots=True)
class Press:
    """The button: `again` is what it says after a first short press, where it is to be held."""

    key: str
    label: str
    intent: Intent
    again: str = ""


@dataclass(frozen=True, slots=True)
class Placard:
    """What stands on the card. The `asked` is what the others bet on."""

    head: str
    who: PlayerTag
    errand: str
    told: str
    press: Press
    level: str = ""
    asked: str = ""
    bets: tuple[BetRow, ...] = ()


@dataclass(frozen=True, slots=True)
class _Plan:
    """One way to set a card: its width, its name, and the heights of its two parts."""

    wide: int
    name: tuple[str, ...]
    style: Style
    upper: int
    lower: int


def placard(page: Page, card: Placard, top: int, bottom: int) -> None:
    """Draw the card in the middle between two heights; what it has no room for scrolls."""
    room = bottom - top - _medal(page) // 2
    top = bottom - room
    plan = _planned(page, card, room)
    tall = min(room, _height(page, plan))
    x, y = (page.width - plan.wide) // 2, top + (room - tall) * 2 // 5
    inner = (x + page.u(PAD), plan.wide - 2 * page.u(PAD))
    if _height(page, plan) > room:
        page.add(ops.Paper((x, y, plan.wide, tall), page.u(22)))
        _medallion(page, card.who, y)
        _scrolled(page, card, plan, (x, y, plan.wide, tall))
        return
    tear = y + plan.upper if plan.lower else y + tall // 2
    box = (x, y, plan.wide, tall)
    page.add(ops.Paper(box, page.u(22), notch=tear - y, torn=bool(plan.lower)))
    _medallion(page, card.who, y)
    below = _words(page, card, plan, (inner[0], y + _crown(page), inner[1]))
    _button(page, card.press, (inner[0], below + page.gap(22), inner[1]))
    if plan.lower:
        _bets(page, card, (inner[0], tear + page.gap(18), inner[1]))


def _planned(page: Page, card: Placard, room: int) -> _Plan:
    """Return how to set a card as large as fits, or else small, and higher than its room."""
    for page.air in (1.0, TIGHT):
        for size in NAME_SIZES:
            plan = _plan(page, card, size)
            if _height(page, plan) <= room:
                return plan
    return plan


def _plan(page: Page, card: Placard, size: int) -> _Plan:
    most = page.width - 2 * page.margin
    wide = round(page.u(NARROW) * (1 + (page.roomy - 1) * 0.7))
    if card.bets:
        wide = max(wide, bets_width(page, len(card.bets)) + 2 * page.u(PAD))
    named = page.measure.width(card.who.name.upper(), page.heading_style(TWO_LINES))
    wide = min(most, max(wide, min(named + 2 * page.u(PAD), round(wide * WIDER))))
    inner = wide - 2 * page.u(PAD)
    name, style = _name(page, card.who.name, size, inner)
    upper = _crown(page) + _words_height(page, card, (name, style), inner)
    upper += page.gap(22) + button_height(page) + page.gap(30)
    lower = _bets_height(page, card, inner) if card.bets else 0
    return _Plan(wide, name, style, upper, lower)


def _height(page: Page, plan: _Plan) -> int:
    return plan.upper + (page.gap(18) + plan.lower + page.gap(26) if plan.lower else 0)


def _name(page: Page, name: str, size: int, width: int) -> tuple[tuple[str, ...], Style]:
    """Return the name as large as fits a line, or smaller in two: a team is called by its names."""
    shown = name.upper()
    for design in range(size, SMALLEST_NAME - 1, -4):
        style = page.heading_style(design)
        lines = page.measure.wrap(shown, style, width)
        most = 1 if design > TWO_LINES else 2
        # A name is not broken in the middle of a word.
        whole = all(page.measure.width(word, style) <= width for word in shown.split())
        if whole and len(lines) <= most:
            return tuple(lines), style
    style = page.heading_style(SMALLEST_NAME)
    return tuple(page.lines(shown, style, width, most=2)), style


def _medal(page: Page) -> int:
    return page.u(MEDAL)


def _crown(page: Page) -> int:
    """Return the air above the first words, below the badge."""
    return _medal(page) // 2 + page.gap(20)


def _medallion(page: Page, who: PlayerTag, top: int) -> None:
    """Draw the badge across the card's upper edge, in a rim of its paper."""
    size, rim = _medal(page), page.u(6)
    x, y = (page.width - size) // 2, top - size // 2
    around = (x - rim, y - rim, size + 2 * rim, size + 2 * rim)
    page.add(ops.Panel(around, size // 2 + rim, fill=page.theme.ticket.cream))
    badge(page, who.badge, x, y, size)


def _words_height(
    page: Page, card: Placard, name: tuple[tuple[str, ...], Style], width: int
) -> int:
    quiet = _quiet(page)
    tall = page.paragraph_height(card.head, quiet, width) + page.gap(6)
    tall += len(name[0]) * page.measure.line_height(name[1]) + page.gap(8)
    if card.errand:
        tall += page.paragraph_height(card.errand, quiet, width) + page.gap(4)
    tall += page.paragraph_height(card.told, _small(page), width)
    return tall + (page.gap(4) + page.measure.line_height(_strong(page)) if card.level else 0)


def _words(page: Page, card: Placard, plan: _Plan, box: tuple[int, int, int]) -> int:
    """Set the words above the button; give the y below them."""
    x, y, width = box
    paper, quiet = page.theme.ticket, _quiet(page)
    y = page.paragraph((x, y, width), card.head, quiet, paper.ink_2, align=0.5) + page.gap(6)
    for line in plan.name:
        page.words(x + width // 2, y, line, plan.style, paper.ink, align=0.5)
        y += page.measure.line_height(plan.style)
    y += page.gap(8)
    if card.errand:
        y = page.paragraph((x, y, width), card.errand, quiet, paper.ink_2, align=0.5) + page.gap(4)
    y = page.paragraph((x, y, width), card.told, _small(page), paper.ink_2, align=0.5)
    if card.level:
        page.words(x + width // 2, y + page.gap(4), card.level, _strong(page), paper.ink, align=0.5)
        y += page.gap(4) + page.measure.line_height(_strong(page))
    return y


def _scrolled(page: Page, card: Placard, plan: _Plan, box: ops.Rect) -> None:
    """Set a card higher than its room: all but the button scrolls above it."""
    x, y, w, h = box
    left, inner = x + page.u(PAD), w - 2 * page.u(PAD)
    button = y + h - page.gap(20) - button_height(page)
    top = y + _medal(page) // 2 + page.gap(10)
    words = _words_height(page, card, (plan.name, plan.style), inner)
    lower = page.gap(18) + plan.lower if plan.lower else 0
    port = (left, top, inner, button - page.u(12) - top)
    # The button comes first: it is where the focus begins.
    _button(page, card.press, (left, button, inner))
    with page.scrolled(port, words + lower + page.u(8), page.theme.ticket.cream) as at:
        below = _words(page, card, plan, (left, at, inner))
        if plan.lower:
            _bets(page, card, (left, below + page.gap(18), inner))


def _bets_height(page: Page, card: Placard, width: int) -> int:
    asked = page.paragraph_height(card.asked, _small(page), width) + page.gap(12)
    return asked + bets_height(page, len(card.bets), width)


def _bets(page: Page, card: Placard, box: tuple[int, int, int]) -> None:
    x, y, width = box
    ink = page.theme.ticket.ink_2
    y = page.paragraph((x, y, width), card.asked, _small(page), ink, align=0.5) + page.gap(12)
    bets(page, card.bets, (x, y, width))


def _button(page: Page, press: Press, box: tuple[int, int, int]) -> None:
    """Draw the button in the middle of (x, y, width); one to be held fills meanwhile."""
    x, y, width = box
    label = press.again if page.setting.armed == press.key else press.label
    size = _fitting(page, (press.label, press.again), width)
    style = page.style("semibold", size)
    wide = max(page.measure.width(text, style) for text in (press.label, press.again))
    wide = min(width, max(page.u(BUTTON), wide + page.u(44)))
    rect = (x + (width - wide) // 2, y, wide, button_height(page))
    target = Target(press.key, rect, press.intent, hold=bool(press.again))
    focused = page.target(target)
    page.first = press.key
    down = page.u(2) if page.setting.pressed == press.key else 0
    left, top, _, tall = rect
    top += down
    room, radius = page.theme.room, page.u(14)
    page.add(ops.Panel((left, top, wide, tall), radius, fill=room.amber))
    filled = round(wide * page.setting.grown) if page.setting.pressed == press.key else 0
    if filled:
        page.add(ops.Clip((left, top, filled, tall)))
        page.add(ops.Panel((left, top, wide, tall), radius, fill=room.focus))
        page.add(ops.Clip(None))
    line = top + (tall - page.measure.line_height(style)) // 2
    page.words(left + wide // 2, line, label, style, page.theme.ink.on_amber, align=0.5)
    if focused:
        page.ring(rect, radius, page.theme.ticket.focus)


def _fitting(page: Page, labels: tuple[str, ...], width: int) -> float:
    size = 20.0
    while size > SMALLEST_LABEL and any(
        page.measure.width(label, page.style("semibold", size)) > width - page.u(24)
        for label in labels
    ):
        size -= 1
    return size


def _quiet(page: Page) -> Style:
    return page.style("regular", 20)


def _strong(page: Page) -> Style:
    return page.style("semibold", 18)


def _small(page: Page) -> Style:
    return page.style("regular", 18)
