"""What the pointer presses, drags and leaves alone."""

from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.session import Session, step
from quizgame.services import showing
from quizgame.ui import actions
from quizgame.ui.sheet import Sheet
from tests.ui import screenfuls
from tests.ui.test_stage import PAGES, centre, shown

ORDER = "question-putinorder"


@pytest.fixture
def sheet(assets: Path) -> Sheet:
    return Sheet(assets, (1280, 800))


class Table:
    """An order card on the stage, its steps moved by the pointer."""

    def __init__(self, sheet: Sheet) -> None:
        deck = screenfuls.bank()
        cards = screenfuls.longest_of_each_kind(deck)
        card = next(card for card in cards if type(card.kind).__name__ == "PutInOrder")
        self.session: Session = screenfuls.round_of(deck, card)
        self.stage = sheet.stage
        self.follow()

    def follow(self) -> None:
        self.stage.show(showing.ask(self.session), -9.0)

    def steps(self) -> list[str]:
        body = showing.ask(self.session).body
        assert isinstance(body, views.Arrange)
        return list(body.steps)

    def spot(self, key: str) -> tuple[int, int]:
        target = self.stage.scene(0.0).target(key)
        assert target is not None
        return centre(target)

    def do(self, *hand: actions.Action) -> None:
        for action in hand:
            intent = self.stage.on(action, 0.0)
            if isinstance(intent, want.Shift):
                self.session, _ = step(self.session, intent)
                self.follow()

    def click(self, x: int, y: int) -> None:
        self.do(actions.Press(x, y), actions.Release(x, y))


def test_a_press_that_slides_off_does_nothing(sheet: Sheet) -> None:
    stage = shown(sheet, PAGES["title"])
    play = stage.scene(0.0).target("play")
    assert play is not None
    stage.on(actions.Press(*centre(play)), 0.0)
    assert stage.on(actions.Release(5, 5), 0.0) is None


def test_the_playhead_follows_a_drag_and_never_starts_the_round(sheet: Sheet) -> None:
    stage = shown(sheet, PAGES["watch-point"])
    assert stage.on(actions.Press(150, 400), 0.0) == want.MovePlayhead(0)
    assert stage.on(actions.Point(1200, 400, down=True), 0.0) == want.MovePlayhead(4)
    assert stage.on(actions.Release(1200, 400), 0.0) is None


def test_the_edge_of_the_strip_moves_the_playhead_and_never_starts_the_round(sheet: Sheet) -> None:
    stage = shown(sheet, PAGES["watch-point"])
    strip = stage.scene(0.0).target("strip")
    assert strip is not None
    x, y, _, h = strip.rect
    assert stage.on(actions.Press(x + 2, y + h // 2), 0.0) == want.MovePlayhead(0)
    assert stage.on(actions.Release(x + 2, y + h // 2), 0.0) is None


def test_the_playhead_is_dragged_by_its_flag_and_stays_where_it_is_taken_hold_of(
    sheet: Sheet,
) -> None:
    stage = shown(sheet, PAGES["watch-point"])
    slider = stage.scene(0.0).slider
    assert slider is not None
    x, y, w, h = slider.grip
    frame = slider.rect[2] // len(slider.stops)
    for hold in (x + 2, x + w // 2, x + w - 2):
        assert stage.on(actions.Press(hold, y + h // 2), 0.0) is None
        assert stage.on(actions.Point(hold + 3, y, down=True), 0.0) in {None, slider.stops[1]}
        further = stage.on(actions.Point(hold + frame, y + 300, down=True), 0.0)
        assert further == slider.stops[slider.at + 1]
        lower = stage.on(actions.Point(hold - frame, y, down=True), 0.0)
        assert lower == slider.stops[slider.at - 1]
        assert stage.on(actions.Release(hold - frame, y), 0.0) is None


def test_a_step_is_dragged_to_any_place_and_back(sheet: Sheet) -> None:
    table = Table(sheet)
    before = table.steps()
    last = len(before) - 1
    x, y = table.spot("step-0")
    table.do(actions.Press(x, y))
    _, bottom = table.spot(f"step-{last}")
    for at in range(y, bottom + 9, 3):
        table.do(actions.Point(x, at, down=True))
    assert table.steps() == [*before[1:], before[0]]
    assert table.stage.focus == f"step-{last}"
    table.do(actions.Point(x, y - 9, down=True))
    assert table.steps() == before
    table.do(actions.Release(x, y - 9), actions.Point(x, bottom))
    assert table.steps() == before


def test_a_click_on_a_step_moves_nothing(sheet: Sheet) -> None:
    table = Table(sheet)
    before = table.steps()
    table.click(*table.spot("step-1"))
    assert table.steps() == before
    assert table.stage.focus == "step-1"


def test_an_arrow_clicked_again_moves_the_same_step_on(sheet: Sheet) -> None:
    table = Table(sheet)
    before = table.steps()
    x, y = table.spot("step-0-down")
    table.click(x, y)
    table.click(x + 2, y - 1)
    assert table.steps().index(before[0]) == 2
    assert table.stage.focus == "step-2"


def test_an_arrow_clicked_after_the_pointer_went_elsewhere_moves_what_lies_there(
    sheet: Sheet,
) -> None:
    table = Table(sheet)
    before = table.steps()
    table.click(*table.spot("step-0-down"))
    table.click(*table.spot("step-1-up"))
    assert table.steps() == before
    table.click(*table.spot("step-0-down"))
    table.do(actions.Move(-1, 0))
    table.click(*table.spot("step-0-down"))
    assert table.steps().index(before[0]) == 1
