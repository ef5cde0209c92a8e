"""What can be done after an answer: going on, and quietly the rest, at the foot of the ticket."""

from dataclasses import dataclass

from quizgame.domain.intents import (
    Accept,
    AskJudge,
    Back,
    Intent,
    Next,
    Rate,
    Refuse,
    Report,
    TakeBack,
)
from quizgame.domain.views import RevealView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.widgets.basic import button, button_height, button_width
from quizgame.ui.widgets.tools import tool, tool_height, tool_width

ACCEPT = "We accept that"
DONE = "Done: "
WHEN = " · "
"""What stands between a rating and when the card then comes back."""
LONGEST_NAME = 200
"""Design pixels that the name of a judge may take on its button."""


@dataclass(frozen=True, slots=True)
class Move:
    """Something to do: the name of its target, its words, and what it asks for."""

    key: str
    label: str
    intent: Intent

    @property
    def hint(self) -> str:
        """The words at the foot of the page."""
        return self.label.removeprefix(DONE).lower()


def going_on(view: RevealView) -> tuple[Move, ...]:
    """Return what leads on from an answer; a judge says yes or no instead."""
    if view.looking_back:
        return (Move("next", "Back to the answers", Back()),)
    if view.ratings:
        return tuple(
            Move(f"rate-{rating}", f"{word}{WHEN}{when}", Rate(rating))
            for rating, word, when in view.ratings
        )
    if view.rehearsed:
        return (Move("next", "See how it went" if view.last else "Next card", Next()),)
    if view.table is None:
        return (Move("next", "See the score" if view.last else "Next card", Next()),)
    if view.judging:
        return Move("accept", ACCEPT, Accept()), Move("refuse", "Still wrong", Refuse())
    if view.own_next:
        return (Move("next", "Your next card", Next()),)
    return (Move("next", "Go on" if together(view) else f"{DONE}shut the curtain", Next()),)


def usual(view: RevealView, onward: tuple[Move, ...]) -> str:
    """Return the name of the move that most will want; none among a judge's."""
    if view.ratings:
        return "rate-3" if len(onward) > 1 else onward[0].key
    return onward[0].key if len(onward) == 1 else ""


def together(view: RevealView) -> bool:
    """Tell whether all look at this answer: where it can be accepted or taken back, they do."""
    in_the_open = view.table is not None and not view.table.private
    return view.can_take_back or view.can_accept or in_the_open


def after_height(page: Page, view: RevealView, width: int) -> int:
    """Return how high the foot of an answer stands in a width."""
    lines = _lines(page, view, width)
    return button_height(page) + len(lines) * (tool_height(page) + page.u(10))


def after(page: Page, view: RevealView, box: tuple[int, int, int]) -> None:
    """Draw the foot of an answer in (x, y, width): going on at its right, a report at its left.

    What else can be done stands between them, or above where there is no room. One looked back on
    is no longer reported.
    """
    x, y, w = box
    high, tall = button_height(page), tool_height(page)
    low, right = y + after_height(page, view, w) - high, x + w
    middle = low + (high - tall) // 2
    ring, onward = page.theme.ticket.focus, going_on(view)
    short = bool(view.ratings) and _together_width(page, onward) > w
    for move in reversed(onward):
        label = move.label.partition(WHEN)[0] if short else move.label
        wide = button_width(page, label)
        rect, primary = (right - wide, low, wide, high), move.key == usual(view, onward)
        button(page, move.key, rect, label, move.intent, primary=primary, ring=ring)
        right -= wide + page.u(16)
    lines = _lines(page, view, w)
    for line in lines:
        _row(page, line, x + w, y)
        y += tall + page.u(10)
    if not lines:
        _row(page, _quiet(page, view), right, middle)
    if not view.looking_back and not view.rehearsed:
        _report(page, view, x, middle)
        page.shortcuts["R"] = Report()


def _together_width(page: Page, moves: tuple[Move, ...]) -> int:
    gaps = page.u(16) * (len(moves) - 1)
    return sum(button_width(page, move.label) for move in moves) + gaps


def _quiet(page: Page, view: RevealView) -> list[Move]:
    """Return what else can be done, in reading order."""
    moves = []
    if view.can_take_back:
        moves.append(Move("take-back", "Take it back", TakeBack()))
    if view.can_accept and not view.judging:
        moves.append(Move("accept", ACCEPT, Accept()))
    if view.judge:
        most = round(page.u(LONGEST_NAME) * page.roomy)
        name = page.shortened(view.judge, page.style("semibold", 17), most)
        moves.append(Move("ask-judge", f"Ask {name} to judge", AskJudge()))
    return moves


def _lines(page: Page, view: RevealView, width: int) -> list[list[Move]]:
    """Return the quiet moves in lines of their own; none where they fit into the last line."""
    moves, taken = _quiet(page, view), _report_width(page, view)
    taken += sum(button_width(page, move.label) + page.u(16) for move in going_on(view))
    if not moves or taken + sum(_step(page, move) for move in moves) <= width:
        return []
    lines: list[list[Move]] = [[]]
    for move in moves:
        used = sum(_step(page, other) for other in lines[-1])
        if lines[-1] and used + _step(page, move) > width:
            lines.append([])
        lines[-1].append(move)
    return lines


def _step(page: Page, move: Move) -> int:
    return tool_width(page, move.label) + page.u(12)


def _row(page: Page, moves: list[Move], right: int, y: int) -> None:
    x = right - sum(_step(page, move) for move in moves) + page.u(12)
    for move in moves:
        rect = (x, y, tool_width(page, move.label), tool_height(page))
        tool(page, Target(move.key, rect, move.intent), move.label)
        x += _step(page, move)


def _report_label(view: RevealView) -> str:
    return "Noted for the pack’s author" if view.reported else "Report this card"


def _report_width(page: Page, view: RevealView) -> int:
    words = page.measure.width(_report_label(view), page.style("regular", 15))
    return words + (page.sign(14) + page.u(7) if view.reported else 0) + page.u(24)


def _report(page: Page, view: RevealView, x: int, y: int) -> None:
    """Draw the report as bare words, so that it stays quiet; a tick once it is made."""
    paper, style = page.theme.ticket, page.style("regular", 15)
    wide, tall, pad = _report_width(page, view), tool_height(page), page.u(12)
    rect: ops.Rect = (x - pad, y, wide, tall)
    focused = page.target(Target("report", rect, Report()))
    y += page.u(2) if page.setting.pressed == "report" else 0
    if view.reported:
        size = page.sign(14)
        spot = (x, y + (tall - size) // 2, size, size)
        page.add(ops.Symbol("check", spot, paper.ink_2))
        x += size + page.u(7)
    top = y + (tall - page.measure.line_height(style)) // 2
    page.words(x, top, _report_label(view), style, paper.ink_2)
    if focused:
        page.ring(rect, page.u(12), paper.focus)
