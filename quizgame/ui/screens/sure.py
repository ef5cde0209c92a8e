"""A question to everyone at the table before something is done; the focus begins on No."""

from quizgame.domain.intents import Agree, Back, Intent
from quizgame.domain.tableviews import SureView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.theme import Style
from quizgame.ui.widgets.basic import backdrop, button, button_height, foot, hints

NO = "No, go back"
TITLE_SIZES = (46, 38, 32)
SMALLEST = 12
PAD = 40


def compose(page: Page, view: SureView) -> None:
    """Lay out the question."""
    backdrop(page)
    most = page.width - 2 * page.margin
    wide = min(most, round(page.u(720) * (1 + (page.roomy - 1) * 0.7)))
    x, inner = (page.width - wide) // 2, wide - 2 * page.u(PAD)
    title = _title_style(page, view.title, inner)
    room = foot(page) - page.u(16) - 2 * page.u(24)
    words, buttons = _words_height(page, view, title, inner), _buttons_height(page, view, inner)
    total = min(room, words + page.u(28) + buttons + 2 * page.u(PAD))
    y = page.u(24) + (room - total) * 2 // 5
    page.add(ops.Panel((x, y, wide, total), page.u(22), fill=page.theme.room.night_2))
    low = y + total - page.u(PAD) - buttons
    left = x + page.u(PAD)
    _buttons(page, view, (left, low, inner))
    port = (left, y + page.u(PAD), inner, low - page.u(20) - y - page.u(PAD))
    with page.scrolled(port, words, page.theme.room.night_2) as top:
        _words(page, view, title, (left, top, inner))
    page.back = Back()
    way = "browse" if _beside(page, view, inner) else "choose"
    hints(page, (way, "choose"), ("open", "choose"), ("back", "no, go back"), centred=True)


def _title_style(page: Page, title: str, width: int) -> Style:
    """Return the largest style in which the title takes no more than two lines."""
    styles = [page.heading_style(size) for size in TITLE_SIZES]
    fits = (style for style in styles if len(page.measure.wrap(title.upper(), style, width)) <= 2)  # noqa: PLR2004
    return next(fits, styles[-1])


def _words_height(page: Page, view: SureView, title: Style, width: int) -> int:
    tall = page.paragraph_height(view.title.upper(), title, width) + page.u(14)
    return tall + page.paragraph_height(view.sentence, _plain(page), width)


def _words(page: Page, view: SureView, title: Style, box: tuple[int, int, int]) -> None:
    x, y, width = box
    ink = page.theme.ink
    y = page.paragraph((x, y, width), view.title.upper(), title, ink.text, align=0.5)
    y += page.u(14)
    page.paragraph((x, y, width), view.sentence, _plain(page), ink.dim, align=0.5)


def _plain(page: Page) -> Style:
    return page.style("regular", 20)


def _answers(view: SureView) -> tuple[tuple[str, str, Intent], ...]:
    return ("no", NO, Back()), ("yes", view.yes, Agree())


def _size(page: Page, label: str, width: int) -> float:
    size = 20.0
    while size > SMALLEST and page.measure.width(label, page.style("semibold", size)) > width:
        size -= 1
    return size


def _beside(page: Page, view: SureView, width: int) -> bool:
    """Tell whether both answers fit side by side."""
    half = (width - page.u(16)) // 2 - page.u(32)
    style = page.style("semibold", 20)
    return all(page.measure.width(label, style) <= half for _, label, _ in _answers(view))


def _buttons_height(page: Page, view: SureView, width: int) -> int:
    tall = button_height(page)
    return tall if _beside(page, view, width) else 2 * tall + page.u(12)


def _buttons(page: Page, view: SureView, box: tuple[int, int, int]) -> None:
    """Draw both answers, yes last."""
    x, y, width = box
    tall, beside = button_height(page), _beside(page, view, width)
    half = (width - page.u(16)) // 2
    for place, (key, label, intent) in enumerate(_answers(view)):
        if beside:
            rect = (x + place * (width - half), y, half, tall)
        else:
            rect = (x, y + place * (tall + page.u(12)), width, tall)
        size = _size(page, label, rect[2] - page.u(32))
        button(page, key, rect, label, intent, primary=key == "yes", size=size)
