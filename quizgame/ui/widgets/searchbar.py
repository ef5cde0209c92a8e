"""What finds a pack among many: a field, how they are sorted, what they are narrowed to."""

from dataclasses import dataclass

from quizgame.domain.intents import ClearSearch, Intent, Narrow, SortBy, Unfold
from quizgame.domain.settings import Choice
from quizgame.domain.views import SearchBar
from quizgame.ui import ops
from quizgame.ui.actions import PAD
from quizgame.ui.page import Page
from quizgame.ui.scene import FIELD, Target
from quizgame.ui.widgets.typewriter import Line, field, in_room, keys, keys_height

CLEAR = "Show all"
SORT = "order"
SEARCH = "Search"
LEAST_FIELD = 300
"""Design pixels the field needs to stand beside the choices."""
MOST_FIELD = 520
GAP = 10
"""Design pixels between what stands in a line, and between lines."""


@dataclass(frozen=True, slots=True)
class _Pill:
    """Something to press in the bar: dim `label` first, then `words`; `lit` when it is in force."""

    key: str
    intent: Intent
    words: str
    label: str = ""
    sign: str = ""
    lit: bool = False


def bar_height(page: Page, bar: SearchBar, wide: int) -> int:
    """Return how high the bar stands in a width."""
    lines = _lines(page, _pills(bar), wide)
    if _in_one_line(page, bar, wide):
        return _line_height(page)
    return _line_height(page) + len(lines) * (_line_height(page) + page.u(GAP))


def search_bar(page: Page, bar: SearchBar, box: tuple[int, int, int], enter: Intent | None) -> None:
    """Draw the bar at (x, y, width); Enter in its field asks for `enter`."""
    x, y, wide = box
    pills, tall, gap = _pills(bar), _line_height(page), page.u(GAP)
    beside = _in_one_line(page, bar, wide)
    free = wide - _width(page, pills) - gap if beside else wide
    room = min(page.u(MOST_FIELD), free) if beside else wide
    line = Line(bar.words, enter, SEARCH, size=20, sign="search")
    field(page, line, (x, y, room, tall), in_room(page))
    if beside:
        _place(page, [pills], x + room + gap, y)
    else:
        _place(page, _lines(page, pills, wide), x, y + tall + gap)


def values_height(page: Page, bar: SearchBar, wide: int) -> int:
    """Return how high the values of the choice that is open stand; 0 when none is."""
    lines = _lines(page, _values(bar), wide)
    return len(lines) * (_line_height(page) + page.u(GAP))


def values(page: Page, bar: SearchBar, box: tuple[int, int, int]) -> None:
    """Draw at (x, y, width) the values of the choice that is open."""
    x, y, wide = box
    _place(page, _lines(page, _values(bar), wide), x, y)


def letters_height(page: Page) -> int:
    """Return how high the letters stand that a pad presses; 0 while it is elsewhere."""
    return keys_height(page) + page.u(GAP) if _pressing_letters(page) else 0


def letters(page: Page, bar: SearchBar, box: tuple[int, int, int]) -> None:
    """Draw at (x, y, width) letters to press where a pad is in hand and goes to the field."""
    if _pressing_letters(page):
        keys(page, Line(bar.words, None), box, in_room(page))


def _pressing_letters(page: Page) -> bool:
    focus = page.setting.focus
    return page.setting.device == PAD and (focus == FIELD or focus.startswith("key-"))


def _pills(bar: SearchBar) -> list[_Pill]:
    made = []
    for choice in bar.choices:
        words = dict(choice.values)[choice.value]
        label = choice.label if choice.name == SORT else ""
        lit = choice.name == bar.unfolded or (choice.name != SORT and bool(choice.value))
        key = f"by-{choice.name}"
        made.append(_Pill(key, Unfold(choice.name), words, label, sign="unfold", lit=lit))
    if bar.narrowed:
        made.append(_Pill("clear", ClearSearch(), CLEAR, sign="cross"))
    return made


def _values(bar: SearchBar) -> list[_Pill]:
    choice = next((choice for choice in bar.choices if choice.name == bar.unfolded), None)
    if choice is None:
        return []
    return [
        _Pill(f"{choice.name}-{value}", _set(choice, value), words, lit=value == choice.value)
        for value, words in choice.values
    ]


def _set(choice: Choice, value: str) -> Intent:
    return SortBy(value) if choice.name == SORT else Narrow(choice.name, value)


# -- where things stand ----------------------------------------------------------------------------


def _line_height(page: Page) -> int:
    return max(page.u(52), page.measure.line_height(page.style("semibold", 20)) + page.u(18))


def _in_one_line(page: Page, bar: SearchBar, wide: int) -> bool:
    least = page.u(LEAST_FIELD * page.roomy)
    return least + page.u(GAP) + _width(page, _pills(bar)) <= wide


def _width(page: Page, pills: list[_Pill]) -> int:
    return sum(_pill_width(page, pill) for pill in pills) + page.u(GAP) * (len(pills) - 1)


def _lines(page: Page, pills: list[_Pill], wide: int) -> list[list[_Pill]]:
    lines: list[list[_Pill]] = []
    for pill in pills:
        if not lines or _width(page, [*lines[-1], pill]) > wide:
            lines.append([])
        lines[-1].append(pill)
    return lines


def _place(page: Page, lines: list[list[_Pill]], x: int, y: int) -> None:
    for line in lines:
        left = x
        for pill in line:
            wide = _pill_width(page, pill)
            _pill(page, pill, (left, y, wide, _line_height(page)))
            left += wide + page.u(GAP)
        y += _line_height(page) + page.u(GAP)


def _pill_width(page: Page, pill: _Pill) -> int:
    words = page.measure.width(pill.words, page.style("semibold", 17))
    label = page.measure.width(pill.label, page.style("regular", 17)) + page.u(8)
    sign = page.sign(16) + page.u(10) if pill.sign else 0
    return max(page.u(64), words + (label if pill.label else 0) + sign + page.u(40))


def _pill(page: Page, pill: _Pill, rect: ops.Rect) -> None:
    focused = page.target(Target(pill.key, rect, pill.intent))
    room, ink = page.theme.room, page.theme.ink
    x, y, w, h = rect
    y += page.u(2) if page.setting.pressed == pill.key else 0
    edge = max(2, page.u(2)) if pill.lit else 0
    page.add(ops.Panel((x, y, w, h), page.u(14), room.panel, edge=room.amber, edge_width=edge))
    style = page.style("semibold", 17)
    left, top = x + page.u(20), y + (h - page.measure.line_height(style)) // 2
    if pill.label:
        left += page.words(left, top, pill.label, page.style("regular", 17), ink.dim) + page.u(8)
    colour = ink.amber if pill.lit else ink.text
    if pill.sign:
        left += page.words(left, top, pill.words, style, colour) + page.u(10)
        side = page.sign(16)
        page.add(ops.Symbol(pill.sign, (left, y + (h - side) // 2, side, side), ink.dim))
    else:
        page.words(x + w // 2, top, pill.words, style, colour, align=0.5)
    if focused:
        page.ring(rect, page.u(14))
