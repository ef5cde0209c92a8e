"""Settings in place: chips, switches, and the rows they stand in."""

from quizgame.domain.intents import Change
from quizgame.domain.settings import Choice
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target

Rect = ops.Rect


def choice_target(choice: Choice, rect: Rect) -> Target:
    """Return what changes a setting in place: left and right step, pressing goes round."""
    values = [value for value, _ in choice.values]
    at = values.index(choice.value)
    return Target(
        f"set-{choice.name}",
        rect,
        Change(choice.name, values[(at + 1) % len(values)]),
        left=Change(choice.name, values[max(0, at - 1)]),
        right=Change(choice.name, values[min(len(values) - 1, at + 1)]),
    )


def chips_width(page: Page, choice: Choice) -> int:
    """Return how wide the chips of a choice stand."""
    style = page.style("semibold", 16)
    pad, gap = page.u(32), page.u(10)
    words = sum(page.measure.width(label, style) + pad for _, label in choice.values)
    return words + gap * (len(choice.values) - 1)


def _chip_height(page: Page) -> int:
    return max(page.u(44), page.measure.line_height(page.style("semibold", 16)) + page.u(10))


def chips(page: Page, x: int, middle: int, choice: Choice) -> None:
    """Draw the values of a choice from x on, the one in force lit; each can be pressed."""
    style = page.style("semibold", 16)
    tall = _chip_height(page)
    room, ink = page.theme.room, page.theme.ink
    for value, label in choice.values:
        wide = page.measure.width(label, style) + page.u(32)
        rect = (x, middle - tall // 2, wide, tall)
        lit = value == choice.value
        page.add(ops.Panel(rect, page.u(10), fill=room.amber if lit else room.panel))
        top = middle - page.measure.line_height(style) // 2
        page.words(x + wide // 2, top, label, style, ink.on_amber if lit else ink.text, align=0.5)
        change = Change(choice.name, value)
        page.target(Target(f"{choice.name}-{value}", rect, change, owner=f"set-{choice.name}"))
        x += wide + page.u(10)


def switch(page: Page, right: int, middle: int, *, on: bool) -> None:
    """Draw a switch ending at `right`."""
    w, h = page.sign(60), page.sign(32)
    room = page.theme.room
    x, y = right - w, middle - h // 2
    page.add(ops.Panel((x, y, w, h), h // 2, fill=room.amber if on else room.line))
    knob = h - page.u(8)
    left = x + w - knob - page.u(4) if on else x + page.u(4)
    page.add(ops.Panel((left, middle - knob // 2, knob, knob), knob // 2, fill=page.theme.ink.text))
    # The word as well as the colour and the place of the knob.
    style = page.style("regular", 16)
    top = middle - page.measure.line_height(style) // 2
    page.words(x - page.u(14), top, "On" if on else "Off", style, page.theme.ink.dim, align=1.0)


def choice_row(page: Page, rect: Rect, choice: Choice) -> None:
    """Draw a setting as a row: label, values; changed in place with left and right."""
    focused = page.target(choice_target(choice, rect))
    x, y, w, h = rect
    page.add(ops.Panel(rect, page.u(14), fill=page.theme.room.row))
    style = page.style("regular", 19)
    line = page.measure.line_height(style)
    pad = page.u(24)
    stacked = _is_stacked(page, choice, w)
    middle = y + h // 2
    label_y = y + page.u(12) if stacked else middle - line // 2
    page.words(x + pad, label_y, choice.label, style, page.theme.ink.text)
    if choice.is_switch:
        switch(page, x + w - pad, middle, on=choice.value == "on")
    elif stacked:
        chips(page, x + pad, label_y + line + (y + h - label_y - line) // 2, choice)
    else:
        chips(page, x + w - pad - chips_width(page, choice), middle, choice)
    if focused:
        page.ring(rect, page.u(14))


def _is_stacked(page: Page, choice: Choice, width: int) -> bool:
    if choice.is_switch:
        return False
    label = page.measure.width(choice.label, page.style("regular", 19))
    return label + chips_width(page, choice) + page.u(72) > width


def choice_row_height(page: Page, choice: Choice, width: int) -> int:
    """Return how high a setting's row stands in a width."""
    line = page.measure.line_height(page.style("regular", 19))
    if _is_stacked(page, choice, width):
        return line + _chip_height(page) + page.u(36)
    return max(page.u(68), line + page.u(32))
