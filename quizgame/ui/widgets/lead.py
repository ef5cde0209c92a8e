"""The head of a panel: its title, a sentence after it or below, and buttons at its right."""

from dataclasses import dataclass

from quizgame.domain.intents import Intent
from quizgame.ui.page import Page
from quizgame.ui.widgets.basic import button, button_height, button_width
from quizgame.ui.widgets.panels import TITLE

Button = tuple[str, str, Intent]
"""The key, the words and the intent of a button."""
LEAST = 240
"""Design pixels that words beside buttons need at least."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A title, what is `told` with it if anything, and the buttons; `primary` is the key of one."""

    title: str
    told: str
    buttons: tuple[Button, ...]
    primary: str = ""


@dataclass(frozen=True, slots=True)
class _Set:
    """How a head is set: pixels for its words, their height, that of all of it.

    What is told stands `inline` after the title, or below it; `lines` of buttons stand `beside`
    the words, or below them.
    """

    room: int
    words: int
    height: int
    inline: bool
    beside: bool
    lines: tuple[tuple[Button, ...], ...]


def lead_height(page: Page, lead: Lead, width: int) -> int:
    """Return how high the head stands in a width."""
    return _set(page, lead, width).height


def draw_lead(page: Page, lead: Lead, box: tuple[int, int, int]) -> None:
    """Draw the head in (x, y, width)."""
    x, y, width = box
    found, tall, ink = _set(page, lead, width), button_height(page), page.theme.ink
    style, plain = page.heading_style(TITLE), page.style("regular", 17)
    line = page.measure.line_height(style)
    top = y + (found.height - found.words) // 2 if found.beside else y
    taken = page.words(x, top, lead.title.upper(), style, ink.text)
    if found.inline:
        rise = top + (line - page.measure.line_height(plain)) // 2 + page.u(1)
        page.words(x + taken + page.u(24), rise, lead.told, plain, ink.dim)
    elif lead.told:
        page.paragraph((x, top + line, found.room), lead.told, plain, ink.dim)
    at = y + (found.height - tall) // 2 if found.beside else y + found.words + page.u(16)
    for buttons in found.lines:
        _line(page, buttons, lead.primary, (x + width, at, tall))
        at += tall + page.u(16)


def _line(
    page: Page, buttons: tuple[Button, ...], primary: str, place: tuple[int, int, int]
) -> None:
    """Draw buttons that end at a place: (right edge, y, height)."""
    right, y, tall = place
    x = right - _width(page, buttons)
    for key, label, intent in buttons:
        wide = button_width(page, label)
        button(page, key, (x, y, wide, tall), label, intent, primary=key == primary)
        x += wide + page.u(16)


def _width(page: Page, buttons: tuple[Button, ...]) -> int:
    wide = sum(button_width(page, label) for _, label, _ in buttons)
    return wide + page.u(16) * max(0, len(buttons) - 1)


def _set(page: Page, lead: Lead, width: int) -> _Set:
    measure, plain = page.measure, page.style("regular", 17)
    style = page.heading_style(TITLE)
    title, gap = measure.width(lead.title.upper(), style), page.u(24)
    taken = _width(page, lead.buttons)
    beside = width - taken - gap >= max(title, page.u(LEAST))
    room = width - taken - gap if beside else width
    inline = title + gap + measure.width(lead.told, plain) <= room
    words = measure.line_height(style)
    if not inline:
        words += page.paragraph_height(lead.told, plain, room)
    tall = button_height(page) if lead.buttons else 0
    if beside:
        return _Set(room, words, max(words, tall), inline, beside, (lead.buttons,))
    # Buttons that are too broad for one line stand one below the other.
    lines = (lead.buttons,) if taken <= width else tuple((one,) for one in lead.buttons)
    return _Set(room, words, words + len(lines) * (tall + page.u(16)), inline, beside, lines)
