"""Buttons, headings, key hints and pips."""

from quizgame.domain.intents import Back, Intent
from quizgame.domain.tags import TierTag
from quizgame.ui import ops
from quizgame.ui.actions import KEYS
from quizgame.ui.keymap import CAPS
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Colour, Style, tier_colour

Rect = ops.Rect
# More pips than one takes in at a glance are a number.
MOST_PIPS = 10


def backdrop(page: Page) -> None:
    """Fill the window with the dark room."""
    page.add(ops.Backdrop(page.setting.size))


def button_height(page: Page) -> int:
    """Return how high a button stands: never under the touch size, more for large text."""
    return max(page.u(56), page.measure.line_height(page.style("semibold", 20)) + page.u(18))


def button_width(page: Page, label: str, size: float = 20) -> int:
    """Return how wide a button must be for its label."""
    style = page.style("semibold", size)
    return max(page.u(92), page.measure.width(label, style) + page.u(44))


def button(
    page: Page,
    key: str,
    rect: Rect,
    label: str,
    intent: Intent | None,
    *,
    primary: bool = False,
    aside: str = "",
    size: float = 20,
    centred: bool = True,
    ring: Colour | None = None,
) -> None:
    """Draw a button; `aside` stands dim at its right end, `ring` is its focus off the dark room.

    Where it is high enough for two lines, what does not fit there stands below the label. Without
    an intent it is dim and cannot be pressed.
    """
    focused = intent is not None and page.target(Target(key, rect, intent))
    primary = primary and intent is not None
    press = page.u(2) if page.setting.pressed == key else 0
    x, y, w, h = rect
    room, ink = page.theme.room, page.theme.ink
    page.add(
        ops.Panel((x, y + press, w, h), page.u(14), fill=room.amber if primary else room.panel)
    )
    style = page.style("semibold", size)
    colour = ink.on_amber if primary else ink.text if intent else ink.dim
    top = y + press + (h - page.measure.line_height(style)) // 2
    quiet = ink.on_amber if primary else ink.dim
    if centred and not aside:
        page.words(x + w // 2, top, label, style, colour, align=0.5)
    elif h >= stacked_height(page) and stands_below(page, w, label, aside):
        small = page.style("regular", 16)
        low = page.measure.line_height(small)
        page.words(x + page.u(22), top - low // 2, label, style, colour)
        line = (x + page.u(22), top - low // 2 + page.measure.line_height(style))
        page.words(*line, _cut(page, aside, w - 2 * page.u(22)), small, quiet)
    else:
        taken = page.words(x + page.u(22), top, label, style, colour)
        _aside(page, (x, y + press, w, h), aside, taken, quiet)
    if focused:
        page.ring(rect, page.u(14), ring)


def aside_width(page: Page, label: str, aside: str) -> int:
    """Return how wide a button must be for its label and the words at its right end."""
    taken = page.measure.width(label, page.style("semibold", 20))
    words = page.measure.width(aside, page.style("regular", 16))
    return taken + words + page.u(22) * 3


def stands_below(page: Page, wide: int, label: str, aside: str) -> bool:
    """Tell whether what stands dim on a button has to go below its label."""
    return bool(aside) and aside_width(page, label, aside) > wide


def stacked_height(page: Page) -> int:
    """Return how high a button stands with words below its label."""
    return button_height(page) + page.measure.line_height(page.style("regular", 16))


def _aside(page: Page, rect: Rect, aside: str, taken: int, colour: Colour) -> None:
    x, y, w, h = rect
    style = page.style("regular", 16)
    text = _cut(page, aside, w - page.u(22) * 3 - taken)
    top = y + (h - page.measure.line_height(style)) // 2
    page.words(x + w - page.u(22), top, text, style, colour, align=1.0)


def _cut(page: Page, aside: str, room: int) -> str:
    """Return what stands dim on a button, cut where it is wider than `room` pixels."""
    style = page.style("regular", 16)
    # What comes last says most: the game's name gives way to the card it stands at.
    name, dot, last = aside.rpartition(" · ")
    name = page.shortened(name, style, room - page.measure.width(dot + last, style))
    return page.shortened(f"{name}{dot}{last}" if name else last, style, room)


def button_row(
    page: Page, right: int, y: int, buttons: list[tuple[str, str, Intent]], *, left: int = 0
) -> int:
    """Lay out (key, label, intent) buttons, the last one primary, flush right; give the y below.

    They go to further lines when they are wider than the room from `left` to `right`.
    """
    height, gap = button_height(page), page.u(16)
    lines: list[list[tuple[str, str, Intent]]] = [[]]
    room = right - (left or page.margin)
    used = 0
    for entry in buttons:
        wide = button_width(page, entry[1])
        if lines[-1] and used + gap + wide > room:
            lines.append([])
            used = 0
        used += wide + (gap if lines[-1] else 0)
        lines[-1].append(entry)
    for line in lines:
        x = right - sum(button_width(page, b[1]) for b in line) - gap * (len(line) - 1)
        for key, label, intent in line:
            wide = button_width(page, label)
            last = key == buttons[-1][0]
            button(page, key, (x, y, wide, height), label, intent, primary=last)
            x += wide + gap
        y += height + gap
    return y - gap


def row_height(page: Page, labels: list[str]) -> int:
    """Return how high `button_row` will stand for these labels over the page's width."""
    height, gap = button_height(page), page.u(16)
    lines, used = 1, 0
    for label in labels:
        wide = button_width(page, label)
        if used and used + gap + wide > page.width - 2 * page.margin:
            lines, used = lines + 1, 0
        used += wide + (gap if used else 0)
    return lines * height + (lines - 1) * gap


def heading(page: Page, text: str, *, aside: str = "", back: bool = True) -> int:
    """Draw the page's title, its back button and what stands at its right; give the y below."""
    style = page.heading_style(46)
    tall = page.measure.line_height(style)
    top, size = page.u(30), corner_size(page)
    x = page.margin
    if back:
        page.back = Back()
        middle = top + tall // 2
        rect = (x, middle - size // 2, size, size)
        icon_button(page, "back", rect, "back", Back())
        x += size + page.u(16)
    room = page.width - page.margin - x
    shown = text.upper()
    while page.measure.width(shown, style) > room and style.px > page.u(24):
        style = Style(style.face, style.px - 2)
    wide = page.words(x, top, shown, style, page.theme.ink.text)
    dim = page.style("regular", 18)
    left = room - wide - page.u(32)
    words = page.shortened(aside, dim, left)
    if words:
        line = top + (tall - page.measure.line_height(dim)) // 2
        page.words(page.width - page.margin, line, words, dim, page.theme.ink.dim, align=1.0)
    return max(page.u(108), top + tall + page.u(20))


def corner_size(page: Page) -> int:
    """Return the side of the square buttons in the corner: back and pause."""
    return round(page.u(44) * min(1.3, page.roomy))


def icon_button(
    page: Page, key: str, rect: Rect, symbol: str, intent: Intent, *, apart: bool = False
) -> None:
    """Draw a square button with a sign on it, `apart` where up and down do not lead to it."""
    focused = page.target(Target(key, rect, intent, apart=apart))
    x, y, w, h = rect
    y += page.u(2) if page.setting.pressed == key else 0
    page.add(ops.Panel((x, y, w, h), page.u(12), fill=page.theme.room.panel))
    inset = w // 4
    page.add(
        ops.Symbol(
            symbol, (x + inset, y + inset, w - 2 * inset, h - 2 * inset), page.theme.ink.text
        )
    )
    if focused:
        page.ring(rect, page.u(12))


def foot(page: Page) -> int:
    """Return the y at which the key hints begin; nothing else may go below it."""
    tall = page.measure.line_height(page.style("regular", 15)) + page.u(6)
    return page.height - page.u(16) - max(page.u(26), tall)


def hints(page: Page, *entries: tuple[str, str], centred: bool = False) -> None:
    """Name, at the foot, what the device in hand can do here: (way, words) pairs.

    A way that `keymap.CAPS` does not know is the name of a key itself.
    """
    cap_style, style = page.style("semibold", 14), page.style("regular", 15)
    shown = [
        (cap, text)
        for way, text in entries
        if (cap := CAPS.get(way, {KEYS: way}).get(page.setting.device, ""))
    ]
    gap, inner, pad = page.u(28), page.u(8), page.u(8)
    measure = page.measure

    def wide(entry: tuple[str, str]) -> int:
        return measure.width(entry[0], cap_style) + 2 * pad + inner + measure.width(entry[1], style)

    while shown and sum(map(wide, shown)) + gap * (len(shown) - 1) > page.width - 2 * page.margin:
        shown.pop()
    total = sum(map(wide, shown)) + gap * (len(shown) - 1)
    x = (page.width - total) // 2 if centred else page.margin
    y = foot(page)
    tall = measure.line_height(style) + page.u(4)
    for cap, text in shown:
        cap_wide = measure.width(cap, cap_style) + 2 * pad
        page.add(
            ops.Panel(
                (x, y, cap_wide, tall),
                page.u(6),
                edge=page.theme.room.line,
                edge_width=max(1, page.u(1)),
            )
        )
        lift = (tall - measure.line_height(cap_style)) // 2
        page.words(x + pad, y + lift, cap, cap_style, page.theme.ink.text)
        page.words(x + cap_wide + inner, y + page.u(2), text, style, page.theme.ink.dim)
        x += cap_wide + inner + measure.width(text, style) + gap


def pips(page: Page, x: int, y: int, tag: TierTag, colour: Colour, size: int = 0) -> int:
    """Draw a tier as filled and hollow pips (a number where the ladder is long); give the width."""
    size = size or page.sign(10)
    if tag.count > MOST_PIPS:
        style = _pip_number(size)
        top = y + (size - page.measure.line_height(style)) // 2
        return page.words(x, top, _rung(tag), style, colour)
    pitch, edge = size + _pip_gap(size), max(1, round(size / 5))
    for place in range(tag.count):
        rect = (x + place * pitch, y, size, size)
        filled = place <= tag.place
        page.add(
            ops.Panel(
                rect,
                max(1, size // 4),
                fill=colour if filled else None,
                edge=colour,
                edge_width=edge,
            )
        )
    return pips_width(page, tag, size)


def pips_width(page: Page, tag: TierTag, size: int) -> int:
    """Return how wide `pips` draws a tier."""
    if tag.count > MOST_PIPS:
        return page.measure.width(_rung(tag), _pip_number(size))
    gap = _pip_gap(size)
    return tag.count * (size + gap) - gap


def _pip_gap(size: int) -> int:
    return max(2, size * 2 // 5)


def _rung(tag: TierTag) -> str:
    return f"{tag.place + 1} / {tag.count}"


def _pip_number(size: int) -> Style:
    return Style("semibold", round(size * 1.5))


def tier_ink(page: Page, tag: TierTag, *, on_ticket: bool = False) -> Colour:
    """Return the colour of a tier, on the dark room or on a ticket."""
    palette = page.theme.tiers_on_ticket if on_ticket else page.theme.tiers
    return tier_colour(palette, tag.place, tag.count)
