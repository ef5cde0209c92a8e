"""A pack before it is kept: what it is, by whom, and what its cards touch on."""

from quizgame.domain.intents import Agree, Back, Intent
from quizgame.domain.libraryviews import OfferView
from quizgame.ui.page import Page
from quizgame.ui.screens.shelf import poster_art
from quizgame.ui.theme import Style
from quizgame.ui.widgets.basic import backdrop, button_row, foot, heading, hints, row_height

NO = "No, leave it"
NOTES = "Its cards touch on"
PRINT = "Fingerprint"


def compose(page: Page, view: OfferView) -> None:
    """Lay out what the pack says of itself."""
    backdrop(page)
    y = heading(page, "Add this pack?", aside=view.file)
    buttons: list[tuple[str, str, Intent]] = [("no", NO, Back()), ("yes", view.yes, Agree())]
    tall = row_height(page, [label for _, label, _ in buttons])
    bottom = foot(page) - page.u(20) - tall
    poster_h = min(page.u(440), bottom - page.u(20) - y)
    poster_w = round(poster_h * 272 / 372)
    left = page.margin
    if not page.large:
        rect = (page.margin, y + page.u(8), poster_w, poster_h - page.u(8))
        poster_art(page, view.title, view.byline, view.colours, rect)
        left += poster_w + page.u(48)
    wide, room = page.width - page.margin - left, bottom - page.u(20) - y
    content = page.settled(room, lambda: _words(page, view, (left, 0, wide), draw=False))
    with page.scrolled((left, y, wide, room), content) as top:
        _words(page, view, (left, top, wide), draw=True)
    button_row(page, page.width - page.margin, bottom, buttons)
    page.first = "no" if view.careful else "yes"
    more = [("scroll", "scroll")] if page.view_port else []
    hints(page, ("browse", "choose"), ("open", "take it"), *more, ("back", "leave it"))


def _words(page: Page, view: OfferView, box: tuple[int, int, int], *, draw: bool) -> int:
    """Set everything that is said of the pack, or only measure it; give how high it stands."""
    x, top, wide = box
    ink = page.theme.ink
    at = top + page.gap(8)

    def paragraph(text: str, style: Style, colour: tuple[int, int, int]) -> None:
        nonlocal at
        if draw:
            page.paragraph((x, at, wide), text, style, colour)
        at += page.paragraph_height(text, style, wide)

    label, value = page.style("regular", 16), page.style("semibold", 18)
    if page.large:
        paragraph(view.title, page.style("semibold", 22), ink.text)
        paragraph(view.byline, label, ink.dim)
        at += page.gap(14)
    for sentence in view.told:
        paragraph(sentence, page.style("regular", 17), ink.amber)
        at += page.gap(14)
    for name, words in view.facts:
        paragraph(name, label, ink.dim)
        paragraph(words, page.style("mono", 16) if name == PRINT else value, ink.text)
        at += page.gap(10)
    if view.notes:
        paragraph(NOTES, label, ink.dim)
        paragraph(" · ".join(view.notes), value, ink.text)
        at += page.gap(10)
    return at - top
