"""The podium: every column says which place it is, and those who are level the same."""

from dataclasses import replace

import pytest

from quizgame.domain.tableviews import TableResultsView
from quizgame.ui import ops
from quizgame.ui.typeface import Typeface
from tests.ui import screenfuls, tablefuls
from tests.ui.laying import laid_out

PAGES = dict(tablefuls.every_page())


def level() -> TableResultsView:
    """Return the podium with two who are level behind the first."""
    view = PAGES["podium"]
    assert isinstance(view, TableResultsView)
    first, second, third = view.places
    return replace(view, places=(first, second, replace(third, place=2, score=second.score)))


@pytest.mark.parametrize(("size", "text"), list(screenfuls.settings_of_page()))
def test_two_who_are_level_have_the_same_number(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    scene = laid_out(level(), typeface, size, text)
    words = [op.text for op in scene.ops if isinstance(op, ops.Words)]
    assert [text for text in words if text in {"1", "2", "3"}] == ["1", "2", "2"]
