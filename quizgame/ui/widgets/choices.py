"""Settings in place: chips, switches, steppers, and the rows they stand in."""

from dataclasses import replace

from quizgame.domain.intents import Change
from quizgame.domain.settings import Choice
from quizgame.domain.tags import TierTag
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Colour, tier_colour
from quizgame.ui.widgets.basic import pips, pips_width, tier_ink

Rect = ops.Rect


def switched(choice: Choice) -> bool:
    """Tell whether a choice is simply on or off, with no words of its own for either."""
    return {label for _, label in choice.values} == {"On", "Off"}


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


def chip_height(page: Page) -> int:
    """Return how high a chip stands."""
    return max(page.u(44), page.measure.line_height(page.style("semibold", 16)) + page.u(10))


def chips(page: Page, x: int, middle: int, choice: Choice, lit: Colour | None = None) -> None:
    """Draw the values of a choice from x on, the one in force lit; each can be pressed."""
    style = page.style("semibold", 16)
    tall = chip_height(page)
    room, ink = page.theme.room, page.theme.ink
    for value, label in choice.values:
        wide = page.measure.width(label, style) + page.u(32)
        rect = (x, middle - tall // 2, wide, tall)
        here = value == choice.value
        page.add(ops.Panel(rect, page.u(10), fill=(lit or room.amber) if here else room.panel))
        top = middle - page.measure.line_height(style) // 2
        page.words(x + wide // 2, top, label, style, ink.on_amber if here else ink.text, align=0.5)
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


def switch_width(page: Page) -> int:
    """Return how wide a switch stands with its word."""
    return page.sign(60) + page.u(14) + page.measure.width("Off", page.style("regular", 16))


def choice_row(page: Page, rect: Rect, choice: Choice, *, ladder: bool = False) -> None:
    """Draw a setting as a row: label, values; changed in place with left and right.

    The values of a `ladder` are its tiers: the one in force has its pips and its colour.
    """
    target = choice_target(choice, rect)
    # How far somebody has seen is never moved on by a press meant to be done with it.
    focused = page.target(replace(target, intent=None) if ladder else target)
    x, y, w, h = rect
    page.add(ops.Panel(rect, page.u(14), fill=page.theme.room.row))
    style = page.style("regular", 19)
    line = page.measure.line_height(style)
    pad = page.u(24)
    tag = _tag(choice) if ladder else None
    stacked = _is_stacked(page, choice, w, tag)
    middle = y + h // 2
    label_y = y + page.u(12) if stacked else middle - line // 2
    wide = page.words(x + pad, label_y, choice.label, style, page.theme.ink.text)
    stepping = not switched(choice) and not _fits(page, choice, w)
    if tag:
        _standing(page, tag, (x + pad + wide + page.u(16), label_y, x + w - pad), named=stepping)
    below = label_y + line + (y + h - label_y - line) // 2 if stacked else middle
    if switched(choice):
        switch(page, x + w - pad, middle, on=choice.value == "on")
    elif stepping:
        _stepper(page, choice, (x + pad, below, w - 2 * pad), tag)
    else:
        left = x + pad if stacked else x + w - pad - chips_width(page, choice)
        chips(page, left, below, choice, tier_ink(page, tag) if tag else None)
    if focused:
        page.ring(rect, page.u(14))


def _standing(page: Page, tag: TierTag, box: tuple[int, int, int], *, named: bool) -> None:
    """Draw the pips of a tier in (x, y, right edge) beside a label, and its name if `named`."""
    x, y, right = box
    size, style, colour = page.sign(10), page.style("semibold", 19), tier_ink(page, tag)
    line = page.measure.line_height(style)
    x += pips(page, x, y + (line - size) // 2, tag, colour, size) + page.u(14)
    if named:
        page.words(x, y, page.shortened(tag.label, style, right - x), style, colour)


def _tag(choice: Choice) -> TierTag:
    """Return the value in force as a tier."""
    place = [value for value, _ in choice.values].index(choice.value)
    return TierTag(choice.values[place][1], place, len(choice.values))


def _fits(page: Page, choice: Choice, width: int) -> bool:
    return chips_width(page, choice) + page.u(48) <= width


def _is_stacked(page: Page, choice: Choice, width: int, tag: TierTag | None = None) -> bool:
    if switched(choice):
        return False
    label = page.measure.width(choice.label, page.style("regular", 19))
    label += pips_width(page, tag, page.sign(10)) + page.u(16) if tag else 0
    return label + chips_width(page, choice) + page.u(72) > width


def choice_row_height(page: Page, choice: Choice, width: int, *, ladder: bool = False) -> int:
    """Return how high a setting's row stands in a width."""
    line = page.measure.line_height(page.style("regular", 19))
    if _is_stacked(page, choice, width, _tag(choice) if ladder else None):
        return line + chip_height(page) + page.u(36)
    return max(page.u(68), line + page.u(32))


# -- values that do not all fit ------------------------------------------------------------------


def _stepper(page: Page, choice: Choice, box: tuple[int, int, int], tag: TierTag | None) -> None:
    """Draw, in (x, middle, width), arrows to the values beside the one in force, which is between.

    The tiers of a ladder stand there all, each a short piece of the strip.
    """
    x, middle, w = box
    size, gap = chip_height(page), page.u(14)
    target = choice_target(choice, (x, middle, w, 0))
    at = [value for value, _ in choice.values].index(choice.value)
    for sign, intent, left, shown in (
        ("left", target.left, x, at > 0),
        ("right", target.right, x + w - size, at + 1 < len(choice.values)),
    ):
        if shown:
            rect = (left, middle - size // 2, size, size)
            page.add(ops.Panel(rect, page.u(10), fill=page.theme.room.panel))
            inset = size // 4
            spot = (left + inset, rect[1] + inset, size - 2 * inset, size - 2 * inset)
            page.add(ops.Symbol(sign, spot, page.theme.ink.text))
            page.target(Target(f"{choice.name}-{sign}", rect, intent, owner=target.key))
    inner = (x + size + gap, middle, w - 2 * (size + gap))
    if tag:
        _rail(page, choice, inner, at)
        return
    style = page.style("semibold", 18)
    label = page.shortened(choice.values[at][1], style, inner[2])
    top = middle - page.measure.line_height(style) // 2
    page.words(x + w // 2, top, label, style, page.theme.ink.text, align=0.5)


def _rail(page: Page, choice: Choice, box: tuple[int, int, int], at: int) -> None:
    """Draw all tiers of a ladder as pieces of a strip, lit up to the one in force."""
    x, middle, w = box
    count, tall = len(choice.values), chip_height(page)
    gap = min(page.u(4), w // (4 * count))
    for place, (value, _) in enumerate(choice.values):
        left = x + (w + gap) * place // count
        wide = x + (w + gap) * (place + 1) // count - gap - left
        lit = tier_colour(page.theme.tiers, place, count)
        high = tall * 3 // 4 if place == at else tall // 3
        piece = (left, middle - high // 2, wide, high)
        colour = lit if place <= at else page.theme.room.line
        page.add(ops.Panel(piece, min(page.u(4), wide // 2), fill=colour))
        hit = (left, middle - tall // 2, wide, tall)
        change = Change(choice.name, value)
        page.target(Target(f"{choice.name}-{value}", hit, change, owner=f"set-{choice.name}"))


# -- several side by side ------------------------------------------------------------------------


def flow(page: Page, choices: tuple[Choice, ...], width: int) -> list[list[Choice]]:
    """Return the choices in lines no wider than `width`, each to stand below its label."""
    lines: list[list[Choice]] = []
    used = 0
    for choice in choices:
        wide = _group_width(page, choice)
        if not lines or used + wide > width:
            lines.append([])
            used = 0
        lines[-1].append(choice)
        used += wide + _group_gap(page)
    return lines


def flow_width(page: Page, choices: tuple[Choice, ...]) -> int:
    """Return how wide the choices stand in one line."""
    gaps = _group_gap(page) * max(0, len(choices) - 1)
    return sum(_group_width(page, choice) for choice in choices) + gaps


def flow_height(page: Page, lines: list[list[Choice]]) -> int:
    """Return how high the lines of choices stand."""
    return len(lines) * (_group_height(page) + page.gap(18)) - page.gap(18) if lines else 0


def place_flow(page: Page, lines: list[list[Choice]], x: int, y: int) -> None:
    """Draw lines of choices from (x, y) on; each chip and switch is a target of its own."""
    for line in lines:
        left = x
        for choice in line:
            _group(page, choice, left, y)
            left += _group_width(page, choice) + _group_gap(page)
        y += _group_height(page) + page.gap(18)


def _group_gap(page: Page) -> int:
    return page.u(36)


def _label_height(page: Page) -> int:
    return page.measure.line_height(page.style("regular", 16)) + page.u(6)


def _group_height(page: Page) -> int:
    return _label_height(page) + chip_height(page)


def _group_width(page: Page, choice: Choice) -> int:
    chips = [_chip_width(page, label) for _, label in choice.values]
    values = switch_width(page) if switched(choice) else sum(chips) + page.u(10) * (len(chips) - 1)
    return max(values, page.measure.width(choice.label, page.style("regular", 16)))


def _chip_width(page: Page, label: str) -> int:
    return max(page.u(52), page.measure.width(label, page.style("semibold", 16)) + page.u(32))


def _group(page: Page, choice: Choice, x: int, y: int) -> None:
    style, tall = page.style("regular", 16), chip_height(page)
    page.words(x, y, choice.label, style, page.theme.ink.dim)
    y += _label_height(page)
    if switched(choice):
        on = choice.value == "on"
        wide = switch_width(page)
        change = Change(choice.name, "off" if on else "on")
        if page.target(Target(f"set-{choice.name}", (x, y, wide, tall), change)):
            page.ring((x, y, wide, tall), page.u(10))
        switch(page, x + wide, y + tall // 2, on=on)
        return
    for value, label in choice.values:
        wide = _chip_width(page, label)
        here, rect = value == choice.value, (x, y, wide, tall)
        _chip(page, Target(f"{choice.name}-{value}", rect, Change(choice.name, value)), label, here)
        x += wide + page.u(10)


def _chip(page: Page, target: Target, label: str, here: bool) -> None:  # noqa: FBT001
    """Draw a chip by itself; the one in force is edged, as nothing in the band is to shout."""
    focused = page.target(target)
    x, y, w, h = target.rect
    room, ink, style = page.theme.room, page.theme.ink, page.style("semibold", 16)
    edge = max(2, page.u(2)) if here else 0
    page.add(ops.Panel(target.rect, page.u(10), fill=room.panel, edge=room.amber, edge_width=edge))
    top = y + (h - page.measure.line_height(style)) // 2
    page.words(x + w // 2, top, label, style, ink.amber if here else ink.text, align=0.5)
    if focused:
        page.ring(target.rect, page.u(10))
