"""The line above the ticket at a table: whose turn it is, the round, and how everyone stands."""

from dataclasses import dataclass

from quizgame.domain.tags import PlayerTag, Standing, TableBoard
from quizgame.ui.page import Page
from quizgame.ui.theme import Style
from quizgame.ui.widgets.badges import badge, badge_colour, mark

DOES = {"steal": "to steal", "judge": "to judge"}
"""What a side is there for, where it is not simply its turn; said alike of one and of a team."""
MOST_OF_LINE = 0.42
"""The share of the line that a name may take."""
LONGEST_NAME = 150
"""Design pixels that a name among the standings may take."""


def turn(page: Page, table: TableBoard, x: int, right: int, middle: int) -> None:
    """Set from x whose turn it is and the round, and how all stand up to `right`, if it fits."""
    size, gap = page.sign(32), page.u(24)
    badge(page, table.who.badge, x, middle - size // 2, size)
    strong, plain, ink = _strong(page), _plain(page), page.theme.ink
    top = middle - page.measure.line_height(strong) // 2
    rounds = f"Round {table.round} of {table.rounds}"
    does = DOES.get(table.purpose, "")
    taken = page.measure.width(rounds, plain) + gap
    taken += page.measure.width(does, plain) + page.u(8) if does else 0
    # Whoever's turn it is wants their own score: it keeps its room beside a long name.
    own = [_entry(page, each, named=False) for each in table.standings if each.who == table.who]
    taken += _total(page, own) + page.u(32) if own else 0
    room = right - x
    x += size + page.u(10)
    most = min(right - x - taken, round(room * MOST_OF_LINE))
    x += page.words(x, top, page.shortened(table.who.name, strong, most), strong, ink.text)
    if does:
        x += page.u(8)
        x += page.words(x, top, does, plain, ink.amber)
    x += gap + page.words(x + gap, top, rounds, plain, ink.dim)
    _standings(page, table, (x + page.u(32), right), middle)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A side in the line: its name as far as it is shown, and its width in pixels."""

    who: PlayerTag
    name: str
    score: str
    wide: int


def _standings(page: Page, table: TableBoard, span: tuple[int, int], middle: int) -> None:
    """Set the standings flush right: with names if all fit, else without, else as many as fit."""
    left, right = span
    entries = _fitting(page, table, right - left)
    x = right - sum(entry.wide for entry in entries) - _between(page) * (len(entries) - 1)
    strong, plain, ink = _strong(page), _plain(page), page.theme.ink
    top, size = middle - page.measure.line_height(strong) // 2, page.sign(16)
    for entry in entries:
        spot = (x, middle - size // 2, size, size)
        mark(page, entry.who.badge, spot, badge_colour(page, entry.who.badge))
        at = x + size + page.u(7)
        if entry.name:
            colour = ink.text if entry.who == table.who else ink.dim
            at += page.words(at, top, entry.name, plain, colour) + page.u(7)
        page.words(at, top, entry.score, strong, ink.text)
        x += entry.wide + _between(page)


def _fitting(page: Page, table: TableBoard, room: int) -> list[_Entry]:
    for named in (True, False):
        entries = [_entry(page, standing, named=named) for standing in table.standings]
        if _total(page, entries) <= room:
            return entries
    # First the one whose turn it is, then the others in their order.
    kept: list[_Entry] = []
    for entry in sorted(entries, key=lambda entry: entry.who != table.who):
        if _total(page, [*kept, entry]) <= room:
            kept.append(entry)
    return [entry for entry in entries if entry in kept]


def _entry(page: Page, standing: Standing, *, named: bool) -> _Entry:
    strong, plain = _strong(page), _plain(page)
    score = f"{standing.score:,}"
    most = round(page.u(LONGEST_NAME) * page.roomy)
    name = page.shortened(standing.who.name, plain, most) if named else ""
    wide = page.sign(16) + page.u(7) + page.measure.width(score, strong)
    if name:
        wide += page.measure.width(name, plain) + page.u(7)
    return _Entry(standing.who, name, score, wide)


def _total(page: Page, entries: list[_Entry]) -> int:
    return sum(entry.wide for entry in entries) + _between(page) * (len(entries) - 1)


def _between(page: Page) -> int:
    return page.u(22)


def _strong(page: Page) -> Style:
    return page.style("extrabold", 18)


def _plain(page: Page) -> Style:
    return page.style("regular", 18)
