"""An envelope by itself: just sealed, about to be opened, and laid open."""

from dataclasses import dataclass

from quizgame.domain.envelopeviews import OpeningView, SealedView
from quizgame.domain.intents import Back, Foretell, Intent, Next, OpenEnvelope
from quizgame.ui.page import Page
from quizgame.ui.theme import Style
from quizgame.ui.widgets.basic import backdrop, button_row, foot, heading, hints, row_height
from quizgame.ui.widgets.envelope import envelope, height_of
from quizgame.ui.widgets.letter import letter

LATER = "It opens once you have come far enough. Until then nobody is told what it says."
DONE = ("done", "Done")
ONWARD = {"next": "Next envelope", "play": "Play on", "list": "Back to the list"}
SIZES = (27, 24, 21, 19)
"""Letters of the question, large before small."""
WIDEST, NARROWEST = 470, 150
"""Design pixels that an envelope is wide at most and at least."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands below an envelope: the question, and quietly what is to be known of it.

    `fresh` when it has just been sealed.
    """

    stem: str
    told: str
    fresh: bool = False


def compose(page: Page, view: SealedView | OpeningView) -> None:
    """Lay out the envelope, or the letter that was in it."""
    backdrop(page)
    if isinstance(view, SealedView):
        _sealed(page, view)
    elif view.told is None:
        _shut(page, view)
    else:
        _open(page, view)


def _sealed(page: Page, view: SealedView) -> None:
    top = heading(page, "Sealed", aside=view.pack_title)
    buttons: list[tuple[str, str, Intent]] = [(*DONE, Back())]
    if view.more:
        buttons.append(("more", "Seal another", Foretell()))
    _whole(page, _Words(view.stem, LATER, fresh=True), top, buttons)
    pressed = "done" if page.setting.focus == "done" or not view.more else "seal another"
    hints(page, ("browse", "choose"), ("open", pressed), ("back", "back"))


def _shut(page: Page, view: OpeningView) -> None:
    top = heading(page, "Ready to open", aside=view.pack_title)
    told = f"You sealed this on {view.sealed}."
    if view.more:
        told += f" {view.more} more after it."
    later = ("later", "Later", Back())
    _whole(page, _Words(view.stem, told), top, [later, ("open", "Open it", OpenEnvelope())])
    pressed = "later" if page.setting.focus == "later" else "open it"
    hints(page, ("browse", "choose"), ("open", pressed), ("back", "later"))


def _open(page: Page, view: OpeningView) -> None:
    top = heading(page, "Opened", aside=view.pack_title)
    onward = ONWARD[view.onward]
    buttons: list[tuple[str, str, Intent]] = [("next", onward, Next())]
    low = foot(page) - page.u(16) - row_height(page, [onward])
    letter(page, view, (page.margin, top, page.width - 2 * page.margin, low - page.u(16) - top))
    button_row(page, page.width - page.margin, low, buttons)
    page.first = "next"
    more = [("scroll", "read on")] if page.view_port else []
    hints(page, ("open", onward.lower()), *more, ("back", "back"))


def _whole(page: Page, words: _Words, top: int, buttons: list[tuple[str, str, Intent]]) -> None:
    """Draw an envelope with words below it, and the buttons; the last one has the focus."""
    actions = row_height(page, [label for _, label, _ in buttons])
    low = foot(page) - page.u(16) - actions
    wide = min(page.width - 2 * page.margin, page.u(820 * page.roomy))
    room = low - page.u(20) - top
    stem = _stem_style(page, words, wide, room)
    tall = _words_height(page, words, stem, wide)
    gap = page.gap(26)
    size = min(page.u(WIDEST), round((room - tall - gap - page.u(20)) / height_of(1000) * 1000))
    x = (page.width - wide) // 2
    if size >= page.u(NARROWEST):
        spare = room - tall - gap - height_of(size)
        y = top + spare * 2 // 5
        envelope(page, ((page.width - size) // 2, y, size), fresh=words.fresh)
        _below(page, words, stem, (x, y + height_of(size) + gap, wide))
    else:
        with page.scrolled((x, top, wide, room), tall) as at:
            _below(page, words, stem, (x, at, wide))
    button_row(page, page.width - page.margin, low, buttons)
    page.first = buttons[-1][0]


def _small(page: Page) -> Style:
    return page.style("regular", 18)


def _stem_style(page: Page, words: _Words, wide: int, room: int) -> Style:
    """Return the largest letters of the question that leave an envelope to be seen."""
    styles = [page.style("semibold", size) for size in SIZES]
    least = height_of(page.u(NARROWEST)) + page.u(46)
    fits = (s for s in styles if _words_height(page, words, s, wide) + least <= room)
    return next(fits, styles[-1])


def _words_height(page: Page, words: _Words, stem: Style, wide: int) -> int:
    tall = page.paragraph_height(words.stem, stem, wide) + page.gap(10)
    return tall + page.paragraph_height(words.told, _small(page), wide)


def _below(page: Page, words: _Words, stem: Style, box: tuple[int, int, int]) -> None:
    x, y, wide = box
    ink = page.theme.ink
    y = page.paragraph((x, y, wide), words.stem, stem, ink.text, align=0.5) + page.gap(10)
    page.paragraph((x, y, wide), words.told, _small(page), ink.dim, align=0.5)
