"""The line of standings: whole where it can be, two lines at most, never out of its box."""

import pytest

from quizgame.ui import ops
from quizgame.ui.page import Page, Setting
from quizgame.ui.theme import DARK_ROOM
from quizgame.ui.typeface import Typeface
from quizgame.ui.widgets.standings import standings, standings_height
from tests.ui import curtainfuls, screenfuls


@pytest.mark.parametrize("align", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", screenfuls.SIZES)
def test_any_number_of_sides_keeps_to_its_box(
    typeface: Typeface, size: tuple[int, int], text: float, align: float
) -> None:
    for count in range(9):
        page = Page(Setting(size, text), typeface, DARK_ROOM)
        rows = curtainfuls.standings(count)
        x, width = page.margin, page.width - 2 * page.margin
        below = standings(page, rows, (x, 50, width), align=align)
        assert below == 50 + standings_height(page, rows, width)
        words = [op for op in page.recorded if isinstance(op, ops.Words)]
        assert len({op.y for op in words}) <= 2
        assert all(x <= op.x <= x + width - typeface.width(op.text, op.style) for op in words)
        assert [op.text for op in words if op.style.face == "extrabold"] == [
            f"{row.score:,}" for row in rows
        ]
        assert len([op for op in page.recorded if isinstance(op, ops.Symbol)]) == count


def test_names_that_fit_stand_whole_in_one_line(typeface: Typeface) -> None:
    page = Page(Setting((1280, 800)), typeface, DARK_ROOM)
    standings(page, curtainfuls.standings(3), (48, 50, 1184))
    words = [op for op in page.recorded if isinstance(op, ops.Words)]
    assert {"Mina", "Jonas", "지우"} <= {op.text for op in words}
    assert len({op.y for op in words}) == 1


def test_shapes_are_coloured_in_the_room_and_pale_on_velvet(typeface: Typeface) -> None:
    for pale in (False, True):
        page = Page(Setting((1280, 800)), typeface, DARK_ROOM)
        standings(page, curtainfuls.standings(3), (48, 50, 1184), pale=pale)
        colours = [op.colour for op in page.recorded if isinstance(op, ops.Symbol)]
        wanted = [DARK_ROOM.ink.text] * 3 if pale else list(DARK_ROOM.players[:3])
        assert colours == wanted
