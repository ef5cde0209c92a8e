"""A round at its end: the score on the marquee, how it went, and what to do next."""

from quizgame.domain.intents import Foretell, Go, Intent
from quizgame.domain.views import ResultsView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.theme import Style
from quizgame.ui.widgets.basic import (
    backdrop,
    button_row,
    foot,
    heading,
    hints,
    pips,
    row_height,
    tier_ink,
)
from quizgame.ui.widgets.tally import tally, tally_height

BUTTONS: list[tuple[str, str, Intent]] = [
    ("review", "Look over the answers", Go("review")),
    ("again", "Play again", Go("again")),
]
PREDICT: tuple[str, str, Intent] = ("predict", "Seal a prediction", Foretell())
MOST_AWARDS = 3
"""New awards that are named; of more only their number is told."""


def compose(page: Page, view: ResultsView) -> None:
    """Lay out the results."""
    backdrop(page)
    y = heading(page, "That’s a wrap", aside=view.pack_title, back=True)
    buttons = _buttons(view)
    actions = row_height(page, [label for _, label, _ in buttons])
    wide = page.width - 2 * page.margin
    if wide > page.u(760) * page.roomy:
        bottom = foot(page) - page.u(36)
        _side_by_side(page, view, (page.margin, y, wide, bottom - actions - page.u(20) - y))
    else:
        bottom = foot(page) - page.u(16)
        _stacked(page, view, (page.margin, y, wide, bottom - actions - page.u(20) - y))
    button_row(page, page.width - page.margin, bottom - actions, buttons)
    page.first = "again"
    page.shortcuts["L"] = Go("review")
    does = dict.fromkeys(("back",), "title") | {key: label.lower() for key, label, _ in buttons}
    pressed = does.get(page.setting.focus, "play again")
    more = (("scroll", "scroll"),) if page.view_port else ()
    hints(page, ("open", pressed), ("L", "look over the answers"), *more, ("back", "title"))


def _buttons(view: ResultsView) -> list[tuple[str, str, Intent]]:
    """Return what can be done next, the usual last."""
    more: tuple[str, str, Intent] = ("watch-point", f"I have {view.done} more", Go("watch-point"))
    return [*([PREDICT] if view.predictions else []), more, *BUTTONS]


def _side_by_side(page: Page, view: ResultsView, box: ops.Rect) -> None:
    x, y, w, h = box
    panel_w = max(page.u(412), round(w * (0.26 + 0.1 * page.roomy)))
    left_w = w - panel_w - page.u(40)
    panel_h = _panel_height(page, view, panel_w)
    tall = max(_marquee_height(page, view, 150, left_w), panel_h)
    y += max(0, (h - tall) // 2)
    _marquee(page, view, 150, (x, y, left_w))
    _panel(page, view, (x + w - panel_w, y, panel_w, panel_h))


def _stacked(page: Page, view: ResultsView, box: ops.Rect) -> None:
    x, _, w, h = box

    def marquee() -> int:
        return _marquee_height(page, view, 96, w) + page.gap(32)

    content = page.settled(h, lambda: marquee() + _panel_height(page, view, w))
    with page.scrolled(box, content) as top:
        _marquee(page, view, 96, (x, top, w))
        _panel(page, view, (x, top + marquee(), w, _panel_height(page, view, w)))


def _facts(view: ResultsView) -> list[tuple[str, str]]:
    facts = [("Right", f"{view.right} of {view.asked}")]
    if view.half:
        facts.append(("Nearly right", str(view.half)))
    row = f"{view.best_streak} right answer" + ("" if view.best_streak == 1 else "s")
    facts.append(("Longest row", row))
    if view.quickest is not None:
        facts.append(("Quickest right answer", f"{view.quickest:.1f} s"))
    facts += [("New award", name) for name in view.awards[:MOST_AWARDS]]
    more = len(view.awards) - MOST_AWARDS
    return facts + ([("More new awards", str(more))] if more > 0 else [])


def _score_style(page: Page, view: ResultsView, size: int, width: int) -> Style:
    style = page.heading_style(size)
    needed = page.measure.width(f"{view.score:,}", style)
    return Style(style.face, min(style.px, style.px * width // max(1, needed)))


def _lamps_width(page: Page, width: int) -> int:
    return min(width, page.u(600))


def _marquee_height(page: Page, view: ResultsView, size: int, width: int) -> int:
    line = page.measure.line_height(_score_style(page, view, size, width))
    points = page.measure.line_height(page.style("regular", 20))
    marks = tally_height(page, view.marks, _lamps_width(page, width))
    return 2 * page.u(28) + page.gap(8) + line + page.gap(14) + points + page.gap(34) + marks


def _marquee(page: Page, view: ResultsView, size: int, box: tuple[int, int, int]) -> None:
    """Draw the score between its lamps, and the marks of the round below them."""
    x, y, w = box
    style, label = _score_style(page, view, size, w), page.style("regular", 20)
    middle, lamps = x + w // 2, _lamps_width(page, w)
    left, deep = middle - lamps // 2, page.u(28)
    page.add(ops.Lamps((left, y, lamps, deep), 17))
    y += deep + page.gap(8)
    page.words(middle, y, f"{view.score:,}", style, page.theme.ink.amber, align=0.5)
    y += page.measure.line_height(style) + page.gap(14)
    page.add(ops.Lamps((left, y, lamps, deep), 17))
    y += deep + page.gap(8)
    points = "point" if view.score == 1 else "points"
    page.words(middle, y, points, label, page.theme.ink.dim, align=0.5)
    y += page.measure.line_height(label) + page.gap(26)
    tally(page, view.marks, left, y, lamps)


def _fact_height(page: Page, fact: tuple[str, str], width: int) -> int:
    small, strong = page.style("regular", 18), page.style("semibold", 20)
    line = page.measure.line_height(strong)
    taken = page.measure.width(fact[0], small) + page.measure.width(fact[1], strong)
    return line if taken + page.u(12) <= width else line + page.measure.line_height(small)


def _panel_height(page: Page, view: ResultsView, width: int) -> int:
    inner = width - page.u(56)
    facts = sum(_fact_height(page, fact, inner) + page.gap(12) for fact in _facts(view))
    return page.measure.line_height(page.style("semibold", 17)) + facts + 2 * page.gap(22)


def _panel(page: Page, view: ResultsView, box: ops.Rect) -> None:
    """Draw how it went: a line a fact, its name at the left and its value at the right."""
    x, y, w, _ = box
    page.add(ops.Panel(box, page.u(18), fill=page.theme.room.row))
    left, right, at = x + page.u(28), x + w - page.u(28), y + page.gap(22)
    tier, colour, size = page.style("semibold", 17), tier_ink(page, view.tier), page.sign(11)
    line = page.measure.line_height(tier)
    taken = pips(page, left, at + (line - size) // 2, view.tier, colour, size)
    page.words(left + taken + page.u(12), at, view.tier.label, tier, colour)
    at += line
    small, strong = page.style("regular", 18), page.style("semibold", 20)
    lift = (page.measure.line_height(strong) - page.measure.line_height(small)) // 2
    for fact in _facts(view):
        at += page.gap(12)
        name, value = fact
        below = at + _fact_height(page, fact, right - left)
        page.words(left, at + lift, name, small, page.theme.ink.dim)
        top = below - page.measure.line_height(strong)
        page.words(right, top, value, strong, page.theme.ink.text, align=1.0)
        at = below
