"""What a full repaint of a question costs, against filling the same surface with one colour."""

import gc
import time
from collections.abc import Callable, Iterator

from quizgame.services import showing
from quizgame.storage.paths import assets_folder
from quizgame.ui.page import Page, Setting
from quizgame.ui.sheet import Sheet
from quizgame.ui.stage import compose
from quizgame.ui.theme import DARK_ROOM
from quizgame.ui.typeface import Typeface
from tests.figures.percent import p50, p99
from tests.ui.screenfuls import bank, longest_of_each_kind, round_of, with_pictures

SAYS = "full repaint of a question at 1280x800, with no screen (goal: p99 up to 4 ms)"
SIZE = (1280, 800)
REPAINTS = 1000


def figure() -> Iterator[str]:
    """Yield each cost by kind of card and, last, the worst of them."""
    sheet = Sheet(assets_folder(), SIZE)
    typeface = Typeface(assets_folder() / "fonts")
    filled = _timed(lambda: sheet.surface.fill((20, 20, 30)))
    yield f"one colour: {_told(filled)}"
    deck = bank()
    painted, whole = 0.0, 0.0
    middle = 0.0
    asked = {
        type(c.kind).__name__: showing.ask(round_of(deck, c)) for c in longest_of_each_kind(deck)
    }
    shown = {f"with a {name}": view for name, view in with_pictures(deck)}
    for kind, view in (asked | shown).items():
        sheet.paint(view)
        ops = sheet.stage.ops(0.0)

        def lay_out_and_paint() -> None:
            page = Page(Setting(SIZE), typeface, DARK_ROOM)
            compose(page, view)  # noqa: B023 (called before the next turn)
            sheet.painter.paint(sheet.surface, page.scene().ops)

        painter = _timed(lambda: sheet.painter.paint(sheet.surface, ops))  # noqa: B023
        both = _timed(lay_out_and_paint)
        yield f"{kind}, painter alone: {_told(painter)}"
        yield f"{kind}, laid out and painted: {_told(both)}"
        painted, whole = max(painted, p99(painter)), max(whole, p99(both))
        middle = max(middle, p50(both))
    times = middle / p50(filled)
    yield (
        f"frame p50 {middle:.2f} ms, p99 {whole:.2f} ms for the dearest kind of card, laid out and "
        f"painted (painter alone p99 {painted:.2f}); {times:.1f} times a bare fill"
    )


def _timed(act: Callable[[], object]) -> list[float]:
    """Return what each of many turns took, in milliseconds."""
    act()
    gc.collect()
    times = []
    for _ in range(REPAINTS):
        began = time.perf_counter_ns()
        act()
        times.append((time.perf_counter_ns() - began) / 1e6)
    return times


def _told(times: list[float]) -> str:
    return f"p50 {p50(times):.2f} ms, p99 {p99(times):.2f} ms"
