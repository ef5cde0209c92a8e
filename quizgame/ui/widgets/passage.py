"""A paragraph of an article: the sentence at hand lit, its names marked, what is around it dim."""

from itertools import groupby

from quizgame.domain.reviewviews import Passage, Piece
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.theme import Style
from quizgame.ui.typeface import clean, curled

PAD = 28
MOST = 4
"""Lines at most of the paragraphs before and after."""


def passage_height(page: Page, view: Passage | None, wide: int) -> int:
    """Return how high the passage wants to stand, with its panel."""
    inner = wide - 2 * page.u(PAD)
    if view is None:
        return 2 * page.u(PAD) + page.paragraph_height(NONE, _plain(page), inner)
    around = sum(
        page.u(16) + min(_fewest(page), len(_around(page, text, inner))) * _line(page, _small(page))
        for text in (view.before, view.after)
        if text
    )
    lines = len(_lines(page, _whole(view.pieces), inner))
    head = page.paragraph_height(view.where, _head(page), inner) + page.u(14)
    return 2 * page.u(PAD) + head + around + lines * _line(page, _plain(page))


NONE = "No sentence of the article stands behind this fact: it was added without."


def passage(page: Page, view: Passage | None, rect: ops.Rect) -> None:
    """Draw the passage on its panel; there is more of what is around it where there is room."""
    x, y, wide, tall = rect
    page.add(ops.Panel(rect, page.u(18), fill=page.theme.room.night_2))
    left, inner, top = x + page.u(PAD), wide - 2 * page.u(PAD), y + page.u(PAD)
    if view is None:
        page.paragraph((left, top, inner), NONE, _plain(page), page.theme.ink.dim)
        return
    top = page.paragraph((left, top, inner), view.where, _head(page), page.theme.ink.amber)
    top += page.u(14)
    small = _line(page, _small(page))
    spare = max(0, tall - passage_height(page, view, wide)) // small
    before, after = _around(page, view.before, inner), _around(page, view.after, inner)
    fewest = _fewest(page)
    # What one of them does not need is the other's.
    above = min(len(before), MOST, fewest + spare)
    below = min(len(after), MOST, fewest + spare - max(0, above - fewest))
    if above:
        lines = before[-above:]
        if len(before) > above:
            lines[0] = _tail(page, lines[0], inner)
        top = _set(page, lines, (left, top)) + page.u(16)
    top = _lit(page, view.pieces, (left, top, inner))
    if below:
        text = " ".join(after)
        lines = page.lines(text, _small(page), inner, most=below)
        _set(page, lines, (left, top + page.u(16)))


def _fewest(page: Page) -> int:
    return 1 if page.large else 2


def _plain(page: Page) -> Style:
    return page.style("regular", 19)


def _small(page: Page) -> Style:
    return page.style("regular", 16)


def _head(page: Page) -> Style:
    return page.style("semibold", 15)


def _line(page: Page, style: Style) -> int:
    return page.measure.line_height(style)


def _around(page: Page, text: str, wide: int) -> list[str]:
    return page.measure.wrap(text, _small(page), wide) if text else []


def _set(page: Page, lines: list[str], at: tuple[int, int]) -> int:
    x, y = at
    for line in lines:
        page.words(x, y, line, _small(page), page.theme.ink.dim)
        y += _line(page, _small(page))
    return y


def _tail(page: Page, line: str, wide: int) -> str:
    """Return the end of a line that goes on from one that is not shown."""
    while page.measure.width(f"… {line}", _small(page)) > wide and " " in line:
        line = line.partition(" ")[2]
    return f"… {line}"


def _whole(pieces: tuple[Piece, ...]) -> str:
    # Quotes are curled by what stands on both their sides, which may be another piece.
    return curled("".join(clean(piece.text, "mono") for piece in pieces))


def _lines(page: Page, text: str, wide: int) -> list[tuple[int, int]]:
    """Return where each line of a text begins and ends in it."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in page.measure.wrap(text, _plain(page), wide):
        start = text.find(line, at)
        at = start + len(line)
        found.append((start, at))
    return found


def _lit(page: Page, pieces: tuple[Piece, ...], box: tuple[int, int, int]) -> int:
    """Draw the paragraph itself; give the y below it."""
    x, y, wide = box
    text, style = _whole(pieces), _plain(page)
    inks = [piece.ink for piece in pieces for _ in clean(piece.text, "mono")]
    tall = _line(page, style)
    for start, end in _lines(page, text, wide):
        runs = [
            (ink, [place for place, _ in group])
            for ink, group in groupby(enumerate(inks[start:end], start), lambda pair: pair[1])
        ]
        spots = [
            (ink, text[places[0] : places[-1] + 1], x + _reach(page, text[start : places[0]]))
            for ink, places in runs
        ]
        _marker(page, spots, (y, tall))
        for ink, words, left in spots:
            colour = {"lit": page.theme.ink.text, "name": page.theme.ink.amber}.get(
                ink, page.theme.ink.dim
            )
            page.words(left, y, words, style, colour)
        y += tall
    return y


def _reach(page: Page, text: str) -> int:
    return page.measure.width(text, _plain(page)) if text else 0


def _marker(page: Page, spots: list[tuple[str, str, int]], line: tuple[int, int]) -> None:
    """Draw the mark behind what is lit of a line."""
    lit = [(left, left + _reach(page, words.rstrip())) for ink, words, left in spots if ink]
    if not lit or lit[0][0] >= lit[-1][1]:
        return
    y, tall = line
    left, right, air = lit[0][0], lit[-1][1], page.u(6)
    page.add(
        ops.Panel((left - air, y, right - left + 2 * air, tall), 0, fill=page.theme.room.panel)
    )
