"""How far a person has come: bars only for tiers reached, the last weeks, numbers, hard cards."""

from quizgame.domain.intents import ChoosePack, Go, Intent
from quizgame.domain.progressviews import HardCard, ProgressView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Style
from quizgame.ui.widgets.basic import (
    backdrop,
    button,
    button_height,
    button_width,
    corner_size,
    foot,
    heading,
    hints,
    tier_ink,
)
from quizgame.ui.widgets.charts import (
    Bar,
    Tile,
    bars_height,
    draw_bars,
    draw_tiles,
    draw_weeks,
    tiles_height,
    weeks_height,
)
from quizgame.ui.widgets.lead import Button, Lead, draw_lead, lead_height
from quizgame.ui.widgets.panels import (
    TITLE,
    Part,
    Row,
    draw_panels,
    panel_title,
    panels_height,
    title_height,
)

NOTHING = "Nothing to see yet. Play a round, and what comes of it stands here."
WEEKS, HARDEST, BESIDE = "Last 12 weeks", "Hardest cards you know", "Beside you"
SO_FAR, EVERYWHERE, REHEARSAL = "So far", "All packs", "Rehearsal"
HOW_KNOWN = "How many cards of each part you answered right the last time."
HOW_BESIDE = (
    "How many of the cards they answered were right the last time. Only those count that you may "
    "be asked, too."
)
HOW_REHEARSED = (
    "Cards you have answered come back here shortly before you would forget them. If you switch on "
    "rating in Settings, you say how easily each came to mind, and that decides when it returns."
)
REHEARSE: Intent = Go("rehearsal")
NARROW = 1000
"""Design pixels below which panels stand below each other."""
SMALLEST = 21
"""Design pixels of a pack's title beside its arrows."""
LINES = 3
"""Lines of a card's words at most."""


def compose(page: Page, view: ProgressView) -> None:
    """Lay out the page."""
    backdrop(page)
    y = heading(page, "Progress", aside=view.name)
    wide = page.width - 2 * page.margin
    room = foot(page) - page.u(16) - y
    if not view.packs:
        _nothing(page, (page.margin, y, wide, room))
        return
    rows = _rows(page, view)
    content = page.settled(room, lambda: panels_height(page, rows, wide))
    with page.scrolled((page.margin, y, wide, room), content) as top:
        draw_panels(page, rows, (page.margin, top, wide))
    several = len(view.packs) > 1
    page.first = _first(page, y + room)
    does = {"awards": "awards", "back": "back", "pack": "next pack", "rehearse": "rehearse"}
    ways = [("open", does.get(page.setting.focus or page.first, "open"))]
    ways += [("change", "another pack")] if several else []
    ways += [("scroll", "scroll")] if page.view_port else []
    hints(page, *ways, ("back", "back"))


def _first(page: Page, floor: int) -> str:
    """Return where the focus begins: at what most will want of what is in sight."""
    low = {target.key: target.rect[1] + target.rect[3] for target in page.targets}
    wanted = [key for key in ("rehearse", "pack", "awards") if key in low]
    return next((key for key in wanted if low[key] <= floor), wanted[0])


def _nothing(page: Page, box: ops.Rect) -> None:
    """Say kindly that there is nothing yet, and offer to play."""
    x, y, w, h = box
    style, tall, lamps = page.style("regular", 22), button_height(page), page.u(28)
    narrow = page.balanced(NOTHING, style, min(w, round(page.u(620) * page.roomy)))
    gap, middle = page.gap(32), x + w // 2
    high = lamps + page.paragraph_height(NOTHING, style, narrow) + 2 * gap + tall
    at = y + max(0, (h - high) // 2 - page.u(24))
    page.add(ops.Lamps((middle - narrow // 2, at, narrow, lamps), 11))
    spot = (middle - narrow // 2, at + lamps + gap, narrow)
    low = page.paragraph(spot, NOTHING, style, page.theme.ink.dim, align=0.5) + gap
    wide, between = max(page.u(168), button_width(page, "Awards")), page.u(8)
    left = (middle - between - wide, low, wide, tall)
    button(page, "awards", left, "Awards", Go("awards"))
    right = (middle + between, low, wide, tall)
    button(page, "play", right, "Play", Go("play"), primary=True)
    page.first = "play"
    hints(page, ("open", page.setting.focus or page.first), ("back", "back"))


def _rows(page: Page, view: ProgressView) -> list[Row]:
    """Return the panels by rows; what there is nothing to tell of has none."""
    pack, weeks, numbers = _pack(page, view), _weeks(page, view), _numbers(page, view)
    rehearsal = [] if view.due is None else [_rehearsal(page, view.due)]
    cards = [_hardest(page, view)] if view.hardest else []
    others = [_beside(page, view)] if view.beside else []
    if page.large or page.width <= page.u(NARROW):
        return [[part] for part in (pack, *rehearsal, numbers, weeks, *cards, *others)]
    rows = ([pack, weeks], rehearsal, [numbers], [*cards, *others])
    return [row for row in rows if row]


# -- the pack --------------------------------------------------------------------------------------


def _pack(page: Page, view: ProgressView) -> Part:
    bars = [Bar(m.tier.label, tier_ink(page, m.tier), m.share) for m in view.mastery]
    style = page.style("regular", 17)

    def height(width: int) -> int:
        how, rest = (page.paragraph_height(told, style, width) for told in (HOW_KNOWN, view.rest))
        words = how + rest + 2 * page.gap(14)
        return _switch_height(page, view) + bars_height(page, bars, width) + words

    def draw(box: tuple[int, int, int]) -> None:
        x, y, width = box
        _switch(page, view, box)
        y += _switch_height(page, view)
        y = page.paragraph((x, y, width), HOW_KNOWN, style, page.theme.ink.dim) + page.gap(14)
        y = draw_bars(page, bars, (x, y, width))
        page.paragraph((x, y + page.gap(14), width), view.rest, style, page.theme.ink.dim)

    return Part(height, draw)


def _switch_height(page: Page, view: ProgressView) -> int:
    least = corner_size(page) + page.gap(22) if len(view.packs) > 1 else 0
    return max(least, title_height(page))


def _switch(page: Page, view: ProgressView, box: tuple[int, int, int]) -> None:
    """Set the pack's title; where there are several, left and right go on to the next."""
    x, y, width = box
    title, count = view.packs[view.shown].title, len(view.packs)
    if count == 1:
        panel_title(page, box, title)
        return
    before, after = (
        ChoosePack(view.packs[(view.shown + step) % count].pack_id) for step in (-1, 1)
    )
    size, gap = corner_size(page), page.u(10)
    row = (x - page.u(10), y, width + page.u(20), size)
    focused = page.target(Target("pack", row, after, left=before, right=after))
    small = page.style("regular", 16)
    which = f"{view.shown + 1} of {count}"
    taken = 2 * size + 2 * gap + page.measure.width(which, small)
    left, right = x + width - taken, x + width - size
    _arrow(page, "left", (left, y, size, size), before)
    top = y + (size - page.measure.line_height(small)) // 2
    page.words(left + size + gap, top, which, small, page.theme.ink.dim)
    _arrow(page, "right", (right, y, size, size), after)
    room = width - taken - page.u(20)
    style = _title_style(page, title.upper(), room)
    top = y + (size - page.measure.line_height(style)) // 2
    page.words(x, top, page.shortened(title.upper(), style, room), style, page.theme.ink.text)
    if focused:
        page.ring(row, page.u(12))


def _title_style(page: Page, title: str, room: int) -> Style:
    """Return the largest style in which a title fits, or else the smallest."""
    styles = [page.heading_style(size) for size in range(TITLE, SMALLEST - 1, -1)]
    return next((style for style in styles if page.measure.width(title, style) <= room), styles[-1])


def _arrow(page: Page, sign: str, rect: ops.Rect, intent: Intent) -> None:
    """Draw an arrow for the pointer: a hand without one changes the pack in place."""
    page.target(Target(f"pack-{sign}", rect, intent, owner="pack"))
    x, y, w, h = rect
    page.add(ops.Panel(rect, page.u(12), fill=page.theme.room.panel))
    inset = w // 4
    spot = (x + inset, y + inset, w - 2 * inset, h - 2 * inset)
    page.add(ops.Symbol(sign, spot, page.theme.ink.text))


# -- weeks and numbers -----------------------------------------------------------------------------


def _weeks(page: Page, view: ProgressView) -> Part:
    days = "1 day" if view.days == 1 else f"{view.days:,} days"
    told = f"{days} in a row" if view.days else ""

    def height(width: int) -> int:
        return title_height(page) + weeks_height(page, told, width)

    def draw(box: tuple[int, int, int]) -> None:
        low = panel_title(page, box, WEEKS)
        draw_weeks(page, view.weeks, told, (box[0], low, box[2]))

    return Part(height, draw)


def _tiles(view: ProgressView) -> list[Tile]:
    numbers = view.numbers
    answers = "answer given" if numbers.answers == 1 else "answers given"
    return [
        (f"{numbers.answers:,}", answers),
        ("–" if numbers.right is None else f"{numbers.right}%", "right"),
        (f"{numbers.row:,}", "best streak"),
        ("–" if numbers.seconds is None else f"{numbers.seconds:,.1f} s", "median answer"),
    ]


def _numbers(page: Page, view: ProgressView) -> Part:
    tiles, lead = _tiles(view), _lead(view)

    def height(width: int) -> int:
        return lead_height(page, lead, width) + page.gap(20) + tiles_height(page, tiles, width)

    def draw(box: tuple[int, int, int]) -> None:
        x, y, width = box
        draw_lead(page, lead, box)
        draw_tiles(page, tiles, (x, y + lead_height(page, lead, width) + page.gap(20), width))

    return Part(height, draw)


def _lead(view: ProgressView) -> Lead:
    """Return what stands over the numbers."""
    awards: Button = ("awards", "Awards", Go("awards"))
    return Lead(SO_FAR if len(view.packs) == 1 else EVERYWHERE, "", (awards,))


def _rehearsal(page: Page, due: int) -> Part:
    """Return the panel of the rehearsal: what is due today, and what rehearsing is."""
    lead, style = _due(due), page.style("regular", 16)

    def height(width: int) -> int:
        how = page.paragraph_height(HOW_REHEARSED, style, width)
        return lead_height(page, lead, width) + page.gap(14) + how

    def draw(box: tuple[int, int, int]) -> None:
        x, y, width = box
        draw_lead(page, lead, box)
        y += lead_height(page, lead, width) + page.gap(14)
        page.paragraph((x, y, width), HOW_REHEARSED, style, page.theme.ink.dim)

    return Part(height, draw)


def _due(due: int) -> Lead:
    if not due:
        return Lead(REHEARSAL, "Nothing is due today.", ())
    cards = "1 card" if due == 1 else f"{due:,} cards"
    which = "is due today: the one" if due == 1 else "are due today: the ones"
    rehearse: Button = ("rehearse", f"Rehearse {cards}", REHEARSE)
    told = f"{cards} {which} you are about to forget."
    return Lead(REHEARSAL, told, (rehearse,), "rehearse")


# -- cards and others ------------------------------------------------------------------------------


def _of_pack(view: ProgressView) -> str:
    """Return what a panel is of, where that is not plain."""
    return view.packs[view.shown].title if len(view.packs) > 1 else ""


def _card_height(page: Page, card: HardCard, width: int) -> int:
    stem = page.style("semibold", 18)
    lines = len(page.lines(card.stem, stem, width, most=LINES))
    words = page.paragraph_height(card.words, page.style("regular", 16), width)
    return lines * page.measure.line_height(stem) + words


def _hardest(page: Page, view: ProgressView) -> Part:
    def height(width: int) -> int:
        cards = sum(_card_height(page, card, width) for card in view.hardest)
        return title_height(page) + cards + page.gap(16) * (len(view.hardest) - 1)

    def draw(box: tuple[int, int, int]) -> None:
        x, _, width = box
        stem, plain = page.style("semibold", 18), page.style("regular", 16)
        y = panel_title(page, box, HARDEST, _of_pack(view))
        for card in view.hardest:
            for line in page.lines(card.stem, stem, width, most=LINES):
                page.words(x, y, line, stem, page.theme.ink.text)
                y += page.measure.line_height(stem)
            y = page.paragraph((x, y, width), card.words, plain, page.theme.ink.dim)
            y += page.gap(16)

    return Part(height, draw)


def _beside(page: Page, view: ProgressView) -> Part:
    ink, style = page.theme.ink, page.style("regular", 16)
    bars = [
        Bar(row.name, ink.dim if place else ink.amber, row.share, row.answers)
        for place, row in enumerate(view.beside)
    ]

    def height(width: int) -> int:
        lead = page.paragraph_height(HOW_BESIDE, style, width) + page.gap(14)
        return title_height(page) + lead + bars_height(page, bars, width)

    def draw(box: tuple[int, int, int]) -> None:
        x, _, width = box
        y = panel_title(page, box, BESIDE, _of_pack(view))
        y = page.paragraph((x, y, width), HOW_BESIDE, style, ink.dim) + page.gap(14)
        draw_bars(page, bars, (x, y, width))

    return Part(height, draw)
