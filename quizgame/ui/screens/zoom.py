"""A card's picture, opened large over its page with the words that tell what it shows.

The card stays as it is below: the game is not told, and its clock runs on.
"""

from quizgame.domain.views import AskView, RevealView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import PICTURE, Target
from quizgame.ui.theme import Style
from quizgame.ui.widgets.basic import backdrop, foot, hints
from quizgame.ui.widgets.enclosed import fitted, pictured
from quizgame.ui.widgets.ticket import clock_face

WIDEST = 860
"""Design pixels of a line of words, before it grows with the text."""
MOST = 0.5
"""The share of the page's height that the words may take; what is longer is cut."""


def compose(page: Page, view: AskView | RevealView) -> None:
    """Lay out the picture and its words, and the clock if one runs."""
    backdrop(page)
    picture = pictured(view)
    if picture is None:
        return
    clock = view.clock if isinstance(view, AskView) else None
    style, line = _words(page, picture.alt)
    wide = min(page.width - 2 * page.margin, round(page.u(WIDEST) * page.roomy))
    lines = page.lines(picture.alt, style, wide, most=max(1, int(page.height * MOST) // line))
    top, gap, told = page.u(36), page.u(20), len(lines) * line
    high = foot(page) - page.u(16) - top
    # The clock stands in the corner it has on the card, and nothing comes below it.
    aside = page.u(104) if clock else 0
    w, h = fitted(picture, page.width - 2 * (page.margin + aside), high - gap - told)
    top += (high - h - gap - told) // 2
    rect, low = ((page.width - w) // 2, top, w, h), top + h + gap
    radius = min(page.u(18), w // 4, h // 4)
    page.add(ops.Picture(rect, radius, picture.data, picture.alt, style, page.theme.ink.dim))
    page.add(ops.Panel(rect, radius, edge=page.theme.room.line, edge_width=max(1, page.u(2))))
    page.target(Target(PICTURE, (0, 0, *page.setting.size)))
    for words in lines:
        page.words(page.width // 2, low, words, style, page.theme.ink.text, align=0.5)
        low += line
    if clock:
        clock_face(page, clock, page.u(36) + page.u(40))
    hints(page, ("any", "close"), centred=True)


def _words(page: Page, text: str) -> tuple[Style, int]:
    """Return the style of the words and the height of a line: longer ones are smaller."""
    style = page.style("regular", 20 if len(text) <= 120 else 17)  # noqa: PLR2004 (two lines or so)
    return style, page.measure.line_height(style)
