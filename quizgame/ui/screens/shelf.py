"""The pack shelf: posters made of type and a two-colour wash."""

from dataclasses import replace

from quizgame.domain.intents import ChoosePack, ShowDetails
from quizgame.domain.views import PosterView, ShelfView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import rgb
from quizgame.ui.widgets.basic import backdrop, foot, heading, hints

LEAD = "Titles, art and counts on this shelf never go past what you have watched."


def compose(page: Page, view: ShelfView) -> None:
    """Lay out the shelf."""
    backdrop(page)
    y = heading(page, "Choose a pack")
    style = page.style("regular", 17)
    wide = page.width - 2 * page.margin
    lead = LEAD if view.posters else "There is no pack here yet."
    y = page.paragraph((page.margin, y, wide), lead, style, page.theme.ink.dim) + page.u(24)
    bottom = foot(page) - page.u(16)
    caption = page.measure.line_height(style) + page.u(36)
    poster_w, poster_h, columns = _poster_size(page, bottom - y - caption)
    gap = page.u(24)
    rows = -(-len(view.posters) // columns)
    trouble = page.style("regular", 16)
    notes = sum(page.paragraph_height(t, trouble, wide) + page.u(8) for t in view.troubles)
    notes += gap if view.troubles else 0
    content = page.u(8) + rows * (poster_h + caption + gap) - gap + notes
    with page.scrolled((page.margin, y, wide, bottom - y), content) as top:
        for place, poster in enumerate(view.posters):
            x = page.margin + (place % columns) * (poster_w + gap)
            at = top + page.u(8) + (place // columns) * (poster_h + caption + gap)
            _poster(page, poster, (x, at, poster_w, poster_h))
        at = top + page.u(8) + rows * (poster_h + caption + gap)
        for sentence in view.troubles:
            at = page.paragraph((page.margin, at, wide), sentence, trouble, page.theme.ink.bad)
            at += page.u(8)
    ahead = next((p for p in view.posters if page.setting.focus == f"pack-{p.pack_id}"), None)
    if ahead or view.posters:
        page.shortcuts["I"] = ShowDetails((ahead or view.posters[0]).pack_id)
    hints(
        page,
        ("browse", "browse"),
        ("open", "open"),
        ("I", "about this pack, content notes"),
        ("back", "back"),
    )


def _poster_size(page: Page, free: int) -> tuple[int, int, int]:
    """Return the width and height of a poster and how many stand in a row."""
    wide = page.width - 2 * page.margin
    tall = max(page.u(220), min(page.u(372), free))
    poster_w = round(tall * 272 / 372)
    return poster_w, tall, max(1, (wide + page.u(24)) // (poster_w + page.u(24)))


def poster_art(
    page: Page, title: str, byline: str, colours: tuple[str, str], rect: ops.Rect
) -> None:
    """Draw a poster: the wash, the title as large as it fits, the byline at the foot."""
    x, y, w, h = rect
    inset = page.u(24)
    small = page.style("regular", 15)
    foot_lines = page.lines(byline, small, w - 2 * inset, most=3)
    foot_tall = len(foot_lines) * page.measure.line_height(small)
    foot_room = foot_tall + inset
    page.add(ops.Wash(rect, page.u(18), rgb(colours[0]), rgb(colours[1]), foot_room))
    style = page.heading_style(56)
    # An ampersand goes with the word after it.
    title = title.upper().replace("& ", "&\xa0")
    lines = page.measure.wrap(title, style, w - 2 * inset)
    words = title.split(" ")
    while style.px > page.u(20) and (
        len(lines) * page.measure.line_height(style) > h * 0.62
        or any(page.measure.width(word, style) > w - 2 * inset for word in words)
    ):
        style = replace(style, px=style.px - 2)
        lines = page.measure.wrap(title, style, w - 2 * inset)
    at = y + inset - page.u(4)
    for line in page.even_lines(title, style, w - 2 * inset):
        page.words(x + inset, at, line, style, page.theme.ink.text)
        at += page.measure.line_height(style)
    at = y + h - inset - foot_tall + page.u(4)
    for line in foot_lines:
        page.words(x + inset, at, line, small, page.theme.ink.text)
        at += page.measure.line_height(small)


def _poster(page: Page, poster: PosterView, rect: ops.Rect) -> None:
    focused = page.target(Target(f"pack-{poster.pack_id}", rect, ChoosePack(poster.pack_id)))
    poster_art(page, poster.title, poster.byline, poster.colours, rect)
    if focused:
        page.ring(rect, page.u(18))
    x, y, w, h = rect
    style = page.style("regular", 16)
    y += h + page.u(14)
    seen = page.shortened(poster.seen, style, w)
    page.words(x, y, seen, style, page.theme.ink.dim)
    y += page.measure.line_height(style) + page.u(4)
    tall = max(4, page.u(6))
    page.add(ops.Panel((x, y, w, tall), tall // 2, fill=page.theme.room.track))
    if poster.share > 0:
        lit = max(tall, round(w * poster.share))
        page.add(ops.Panel((x, y, lit, tall), tall // 2, fill=page.theme.room.amber))
