"""What its author can mend about a pack: by code and line, the story dotted unless asked for."""

from dataclasses import dataclass

from quizgame.domain.authorviews import TroubleRow, TroubleView
from quizgame.domain.intents import Back, Intent, OpenFile, Reread, ShowWords
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Colour, Style
from quizgame.ui.widgets.basic import (
    backdrop,
    button_row,
    foot,
    heading,
    hints,
    row_height,
)

DOTTED = "Line numbers and codes only: nothing here gives the story away."
SHOWN = "Words of the story stand here as they are in the file."
WAIVED = "waived"


def compose(page: Page, view: TroubleView) -> None:
    """Lay out the page."""
    backdrop(page)
    y = heading(page, _title(view), aside=view.file)
    wide = page.width - 2 * page.margin
    buttons = _buttons(view)
    tall = row_height(page, [label for _, label, _ in buttons])
    bottom = foot(page) - page.u(20) - tall
    lead = page.style("regular", 18)
    words = f"{_told(view)} {DOTTED if view.dotted else SHOWN}" if view.rows else _told(view)

    def lead_height() -> int:
        return page.paragraph_height(words, lead, wide) + page.gap(24)

    def height() -> int:
        rows = sum(_Shape.of(page, row, wide).tall + page.gap(16) for row in view.rows)
        return lead_height() + rows + (page.measure.line_height(lead) if view.more else 0)

    room = bottom - page.u(20) - y
    with page.scrolled((page.margin, y, wide, room), page.settled(room, height)) as top:
        at = page.paragraph((page.margin, top, wide), words, lead, page.theme.ink.dim)
        at += page.gap(24)
        for number, row in enumerate(view.rows):
            at = _row(page, number, row, (page.margin, at, wide)) + page.gap(16)
        if view.more:
            more = f"And {view.more} more: mend these first."
            page.words(page.margin, at, more, lead, page.theme.ink.dim)
    button_row(page, page.width - page.margin, bottom, buttons)
    page.first = "play"
    ways = [("choose", "read on")] if page.view_port else []
    hints(page, *ways, ("F5", "check again"), ("back", "back"))


def _title(view: TroubleView) -> str:
    if any(row.severity == "error" for row in view.rows):
        return "This pack needs a fix"
    return "This pack could be better" if view.rows else "Nothing to mend"


def _told(view: TroubleView) -> str:
    left_out = view.cards - view.playable
    if not view.playable:
        return "This pack cannot be played as it is now."
    if not left_out:
        return f"All {view.cards} cards can be played." if view.cards > 1 else "Its card is fine."
    fine = f"{view.playable} of {view.cards} cards are fine and can be played."
    rest = "1 card is" if left_out == 1 else f"{left_out} cards are"
    return f"{fine} {rest} left out until {'its line is' if left_out == 1 else 'they are'} mended."


def _buttons(view: TroubleView) -> list[tuple[str, str, Intent]]:
    """Return the buttons, going on to play the last."""
    wanted: list[tuple[str, str, Intent]] = []
    if view.dotted and view.rows:
        wanted.append(("words", "Show the words", ShowWords()))
    wanted += [("file", "Open the file", OpenFile()), ("again", "Check again", Reread())]
    left_out = view.cards - view.playable
    play = f"Play the other {view.playable}" if view.playable and left_out else "Back to the game"
    return [*wanted, ("play", play, Back())]


@dataclass(frozen=True, slots=True)
class _Shape:
    """How high the parts of a row stand, in pixels, and how wide its words may run."""

    inner: int
    badge: int
    message: int
    excerpt: int
    hint: int
    air: int

    @classmethod
    def of(cls, page: Page, row: TroubleRow, wide: int) -> "_Shape":
        """Measure a row in a width."""
        inner = wide - 2 * page.u(28)
        badge = page.measure.width(row.code, _code(page)) + page.u(20) + page.u(14)
        words = inner - badge
        return cls(
            inner=inner,
            badge=badge,
            message=page.paragraph_height(_message(row), _bold(page), words),
            excerpt=page.measure.line_height(_mono(page)) + page.u(16) if row.excerpt else 0,
            hint=page.paragraph_height(row.hint, _plain(page), inner) if row.hint else 0,
            air=page.u(22),
        )

    @property
    def tall(self) -> int:
        """How high the row stands."""
        return self.message + self.excerpt + self.hint + 2 * self.air


def _code(page: Page) -> Style:
    return page.style("extrabold", 15)


def _bold(page: Page) -> Style:
    return page.style("semibold", 20)


def _mono(page: Page) -> Style:
    return page.style("mono", 17)


def _plain(page: Page) -> Style:
    return page.style("regular", 17)


def _message(row: TroubleRow) -> str:
    return f"Line {row.line}: {row.message}"


def _row(page: Page, number: int, row: TroubleRow, box: tuple[int, int, int]) -> int:
    """Draw a finding; give the y below it."""
    x, y, wide = box
    shape = _Shape.of(page, row, wide)
    pad, ink = page.u(28), page.theme.ink
    rect = (x, y, wide, shape.tall)
    # It is there to be walked to, so that a page that scrolls can be read with keys.
    focused = page.target(Target(f"row-{number}", rect, None))
    page.add(ops.Panel(rect, page.u(18), fill=page.theme.room.row))
    if focused:
        page.ring(rect, page.u(18))
    left, top = x + pad, y + shape.air
    _badge(page, row, (left, top))
    at = page.paragraph(
        (left + shape.badge, top, shape.inner - shape.badge), _message(row), _bold(page), ink.text
    )
    if row.excerpt:
        _excerpt(page, row, (left, at + page.u(6), shape.inner))
        at += shape.excerpt
    if row.hint:
        page.paragraph((left, at, shape.inner), row.hint, _plain(page), ink.dim)
    return y + shape.tall


def _badge(page: Page, row: TroubleRow, at: tuple[int, int]) -> None:
    x, y = at
    style, line = _code(page), page.measure.line_height(_bold(page))
    tall = page.measure.line_height(style) + page.u(4)
    wide = page.measure.width(row.code, style) + page.u(20)
    top = y + (line - tall) // 2
    room = page.theme.room
    fill = room.badge_wrong if row.severity == "error" else room.panel
    page.add(ops.Panel((x, top, wide, tall), page.u(7), fill=fill))
    page.words(x + wide // 2, top + page.u(2), row.code, style, page.theme.ink.text, align=0.5)


def _excerpt(page: Page, row: TroubleRow, box: tuple[int, int, int]) -> None:
    """Draw the line of the file, what is at fault in amber with a line under it."""
    x, y, wide = box
    style, ink = _mono(page), page.theme.ink
    beside = page.words(x, y, str(row.line), style, ink.dim) + page.u(12)
    page.add(
        ops.Panel((x + beside, y, max(1, page.u(2)), page.measure.line_height(style)), 0, ink.dim)
    )
    beside += page.u(18)
    x, room = x + beside, wide - beside
    parts = _fitting(page, row, room)
    colours: tuple[Colour, ...] = (ink.dim, ink.amber, ink.dim)
    for part, colour in zip(parts, colours, strict=True):
        if not part:
            continue
        reach = page.words(x, y, part, style, colour)
        if colour == ink.amber:
            low = y + page.measure.line_height(style) - page.u(2)
            page.add(ops.Panel((x, low, reach, max(2, page.u(3))), 0, fill=ink.bad))
        x += reach


def _fitting(page: Page, row: TroubleRow, room: int) -> tuple[str, str, str]:
    """Return what stands before, at and after the fault, shortened to a width around it."""
    style = _mono(page)
    end = row.start + max(1, row.length)
    before, fault, after = row.excerpt[: row.start], row.excerpt[row.start : end], row.excerpt[end:]
    fault = page.shortened(fault, style, room)
    left = room - page.measure.width(fault, style)
    while before and page.measure.width(before, style) > left * 0.6:
        before = f"…{before[2:]}" if before.startswith("…") else f"…{before[1:]}"
        if before == "…":
            break
    left -= page.measure.width(before, style)
    return before, fault, page.shortened(after, style, max(0, left))
