"""The curtain between two players: what opens it, what does not, and what stands on it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import tableviews, views
from quizgame.ui import actions, ops
from quizgame.ui.actions import KEYS, Action
from quizgame.ui.holding import HOLD
from quizgame.ui.leftover import DEAF
from quizgame.ui.page import Measure
from quizgame.ui.screens import handover as handover_screen
from quizgame.ui.screens import sure as sure_screen
from quizgame.ui.sheet import Sheet
from quizgame.ui.stage import Stage, page_of
from quizgame.ui.theme import DARK_ROOM, Style
from quizgame.ui.typeface import Typeface
from tests.ui import curtainfuls, screenfuls
from tests.ui.curtainfuls import handover
from tests.ui.hands import reached_by_arrows, reached_by_tab, wanted
from tests.ui.laying import faults, laid_out
from tests.ui.test_stage import PAGES, centre, shown

CURTAINS = dict(curtainfuls.every_page())
CARD = PAGES["question-singlechoice"]
ORDER = PAGES["question-putinorder"]
OPEN = want.OpenCurtain()
SHORT = HOLD / 3
EARLY, LONG = HOLD - 0.01, HOLD + 0.01


@pytest.fixture
def sheet(assets: Path) -> Sheet:
    return Sheet(assets, (1280, 800))


@pytest.fixture
def stage(sheet: Sheet) -> Stage:
    return shown(sheet, CURTAINS["handover-bets"])


def spot(stage: Stage, key: str = handover_screen.OPEN) -> tuple[int, int]:
    target = stage.scene(0.0).target(key)
    assert target is not None
    return centre(target)


def label(stage: Stage, now: float) -> str:
    texts = {op.text for op in stage.ops(now) if isinstance(op, ops.Words)}
    (found,) = texts & {handover_screen.HOLD, handover_screen.TWICE, handover_screen.SHOW}
    return found


def by_key(_stage: Stage) -> tuple[Action, Action]:
    return actions.Confirm(), actions.Lift()


def by_mouse(stage: Stage) -> tuple[Action, Action]:
    return actions.Press(*spot(stage)), actions.Release(*spot(stage))


HANDS = pytest.mark.parametrize("hand", [by_key, by_mouse])
Hand = Callable[[Stage], tuple[Action, Action]]


# -- held ----------------------------------------------------------------------------------------


@HANDS
def test_the_curtain_opens_when_its_button_was_held_long_enough(stage: Stage, hand: Hand) -> None:
    down, _ = hand(stage)
    assert stage.on(down, 0.0) is None
    assert stage.due(EARLY) is None
    assert stage.due(LONG) == OPEN
    assert stage.due(HOLD + 1) is None, "it opens once"


@HANDS
def test_what_is_held_fills_and_asks_for_frames_only_meanwhile(stage: Stage, hand: Hand) -> None:
    down, up = hand(stage)
    stage.set_up(size=(1280, 800), text=100, calm=False, device=KEYS)
    empty = stage.ops(0.0)
    assert not stage.moving(0.0)
    stage.on(down, 0.0)
    widths = []
    for now in (0.1, 0.3, 0.5):
        assert stage.moving(now)
        (clip,) = (op.rect for op in stage.ops(now) if isinstance(op, ops.Clip) and op.rect)
        widths.append(clip[2])
    assert widths == sorted(set(widths))
    stage.on(up, 0.5)
    assert not stage.moving(0.5)
    assert len(stage.ops(9.0)) == len(empty)


def test_with_reduced_motion_it_fills_in_a_few_steps(stage: Stage) -> None:
    stage.set_up(size=(1280, 800), text=100, calm=True, device=KEYS)
    stage.on(actions.Confirm(), 0.0)
    frames = {stage.ops(step / 100) for step in range(60)}
    assert 3 <= len(frames) <= 5


@HANDS
def test_let_go_early_it_stays_shut_and_offers_a_second_press(stage: Stage, hand: Hand) -> None:
    down, up = hand(stage)
    stage.on(down, 0.0)
    assert stage.on(up, SHORT) is None
    assert stage.due(2.0) is None
    assert label(stage, 2.0) == handover_screen.TWICE
    # Whoever comes by later has pressed nothing yet.
    assert label(stage, 9.0) == handover_screen.HOLD


@HANDS
def test_two_presses_open_for_those_who_cannot_hold(stage: Stage, hand: Hand) -> None:
    down, up = hand(stage)
    for action, now in ((down, 5.0), (up, 5.1), (down, 6.0)):
        assert stage.on(action, now) is None
    assert stage.on(up, 6.1) == OPEN
    assert stage.on(up, 6.2) is None


@HANDS
def test_a_double_click_is_not_two_presses(stage: Stage, hand: Hand) -> None:
    down, up = hand(stage)
    for action, now in ((down, 5.0), (up, 5.1), (down, 5.2), (up, 5.3)):
        assert stage.on(action, now) is None
    assert label(stage, 5.4) == handover_screen.TWICE


@HANDS
def test_the_second_press_may_be_held_as_well(stage: Stage, hand: Hand) -> None:
    down, up = hand(stage)
    stage.on(down, 0.0)
    stage.on(up, SHORT)
    stage.on(down, 5.0)
    assert stage.due(5.0 + LONG) == OPEN
    assert stage.on(up, 6.0) is None


def test_a_mouse_that_leaves_the_button_ends_the_hold_even_if_it_comes_back(stage: Stage) -> None:
    x, y = spot(stage)
    stage.on(actions.Press(x, y), 0.0)
    stage.on(actions.Point(x + 5, y, down=True), 0.2)
    assert stage.moving(0.2)
    stage.on(actions.Point(x, y - 200, down=True), 0.3)
    stage.on(actions.Point(x, y, down=True), 0.4)
    assert stage.due(9.0) is None
    assert stage.on(actions.Release(x, y), 9.0) is None
    assert label(stage, 9.0) == handover_screen.HOLD


def test_a_mouse_let_go_elsewhere_is_no_first_press(stage: Stage) -> None:
    stage.on(actions.Press(*spot(stage)), 0.0)
    assert stage.on(actions.Release(5, 5), SHORT) is None
    assert stage.due(9.0) is None
    assert label(stage, 9.0) == handover_screen.HOLD


@pytest.mark.parametrize("away", [actions.Tab(1), actions.Move(0, 1)])
@HANDS
def test_a_change_of_focus_ends_the_hold(stage: Stage, hand: Hand, away: Action) -> None:
    down, up = hand(stage)
    stage.on(down, 0.0)
    stage.on(away, 0.1)
    assert stage.focus != handover_screen.OPEN
    assert stage.due(9.0) is None
    assert stage.on(up, 9.0) is None


def test_a_change_of_focus_takes_the_first_press_back(stage: Stage) -> None:
    for action in (actions.Confirm(), actions.Lift(), actions.Tab(1), actions.Tab(-1)):
        stage.on(action, 0.0)
    assert label(stage, 0.0) == handover_screen.HOLD
    for action in (actions.Confirm(), actions.Lift()):
        assert stage.on(action, 1.0) is None


def test_a_pointer_over_a_bet_ends_a_hold_by_key(stage: Stage) -> None:
    stage.on(actions.Confirm(), 0.0)
    stage.on(actions.Point(*spot(stage, "bet-1")), 0.1)
    assert stage.due(9.0) is None


@HANDS
def test_an_interruption_ends_the_hold_and_takes_a_first_press_back(
    stage: Stage, hand: Hand
) -> None:
    down, up = hand(stage)
    stage.on(down, 0.0)
    stage.on(up, SHORT)
    stage.on(down, 1.0)
    stage.let_go()
    assert stage.due(9.0) is None
    assert stage.on(up, 9.0) is None
    assert label(stage, 9.0) == handover_screen.HOLD


def test_where_all_look_together_one_press_shows_the_card(sheet: Sheet) -> None:
    stage = shown(sheet, CURTAINS["handover-open"])
    assert label(stage, 0.0) == handover_screen.SHOW
    assert stage.on(actions.Confirm(), 0.0) == OPEN
    x, y = spot(stage)
    stage.on(actions.Press(x, y), 0.0)
    assert stage.on(actions.Release(x, y), 0.0) == OPEN


@pytest.mark.parametrize("calm", [False, True])
def test_the_curtain_is_drawn_aside_from_what_it_opens_on(stage: Stage, *, calm: bool) -> None:
    stage.set_up(size=(1280, 800), text=100, calm=calm, device=KEYS)
    for opened in (CARD, PAGES["reveal-singlechoice"], curtainfuls.nothing()):
        stage.show(handover(), 0.0)
        stage.show(opened, 10.0)
        lefts = []
        for now in (10.0, 10.1, 10.2, 10.3):
            page = stage.ops(now)
            velvet = [op for op in page if isinstance(op, ops.Curtain) and op.style == "shut"]
            lefts += [op.rect[0] for op in velvet[:1]]
            assert stage.moving(now) is not calm
            assert velvet == list(page[-2:]) or calm
        assert lefts == sorted(set(lefts), reverse=True)
        assert len(lefts) == (0 if calm else 4)
        assert not stage.moving(10.5)
        assert stage.ops(10.5) is stage.ops(19.0)


def test_no_curtain_is_drawn_aside_on_the_way_to_the_table_or_where_it_was_open(
    stage: Stage,
) -> None:
    stage.set_up(size=(1280, 800), text=100, calm=False, device=KEYS)
    stage.show(views.TitleView(), 10.0)
    assert not stage.moving(10.1)
    stage.show(handover(private=False), 20.0)
    stage.show(curtainfuls.nothing(), 30.0)
    assert not stage.moving(30.1)


# -- presses left over ---------------------------------------------------------------------------


@HANDS
def test_a_double_press_left_over_neither_arms_nor_opens(stage: Stage, hand: Hand) -> None:
    stage.show(CARD, 90.0)
    stage.show(handover(bets=curtainfuls.bets(3)), 100.0)
    down, up = hand(stage)
    deaf = DEAF["HandoverView"]
    for now in (100.0, 100.2, 100.0 + deaf - 0.01):
        assert stage.on(down, now) is None
        assert stage.on(up, now) is None
    assert label(stage, 101.0) == handover_screen.HOLD
    # Each has put off the moment from which a press is heard.
    stage.on(down, 102.0)
    stage.on(up, 102.1)
    assert label(stage, 103.0) == handover_screen.TWICE


@HANDS
def test_hammering_never_opens(stage: Stage, hand: Hand) -> None:
    stage.show(CARD, 90.0)
    stage.show(handover(), 100.0)
    down, up = hand(stage)
    for beat in range(40):
        assert stage.on(down, 100.0 + beat / 3) is None
        assert stage.on(up, 100.1 + beat / 3) is None


@HANDS
def test_a_press_left_over_does_not_open_by_being_held_on(stage: Stage, hand: Hand) -> None:
    stage.show(CARD, 90.0)
    stage.show(handover(), 100.0)
    down, up = hand(stage)
    stage.on(down, 100.2)
    assert stage.due(109.0) is None
    assert stage.on(up, 109.0) is None


@pytest.mark.parametrize("card", [CARD, ORDER, PAGES["question-severalright"]])
@HANDS
def test_what_is_held_when_the_curtain_opens_answers_nothing(
    stage: Stage, hand: Hand, card: views.View
) -> None:
    down, up = hand(stage)
    stage.on(down, 10.0)
    assert stage.due(10.0 + LONG) == OPEN
    stage.show(card, 10.7)
    x, y = spot(stage, "option-1" if stage.scene(10.7).target("option-1") else "step-1")
    assert stage.on(actions.Point(x, y, down=True), 10.75) is None
    assert stage.on(actions.Point(x, y + 150, down=True), 10.8) is None
    for action in (down, up, down, up, actions.Release(x, y), actions.Lift()):
        assert stage.on(action, 10.9) is None
    assert stage.on(up, 14.0) is None


@HANDS
def test_an_opening_that_comes_to_nothing_leaves_nothing_to_be_let_go(
    stage: Stage, hand: Hand
) -> None:
    down, up = hand(stage)
    stage.on(down, 0.0)
    assert stage.due(LONG) == OPEN
    assert stage.on(up, 1.0) is None
    assert label(stage, 1.0) == handover_screen.HOLD


def test_the_table_can_be_gone_to_at_once(stage: Stage) -> None:
    stage.show(handover(), 100.0)
    assert stage.on(actions.Cancel(), 100.1) == want.Go("table")
    assert stage.on(actions.Shortcut("P"), 100.1) == want.Go("table")


def test_after_the_game_the_way_from_the_curtain_is_back(sheet: Sheet) -> None:
    stage = shown(sheet, CURTAINS["handover-look"])
    assert stage.on(actions.Cancel(), 0.0) == want.Back()
    assert stage.on(actions.Shortcut("P"), 0.0) == want.Back()


# -- bets ----------------------------------------------------------------------------------------


def test_the_focus_begins_on_the_button_at_every_turn_and_never_on_a_bet(sheet: Sheet) -> None:
    rows = curtainfuls.bets(3)
    for view in (handover(turn=8, bets=rows), handover(turn=9, again=True, bets=rows)):
        for before in (CURTAINS["handover-bets"], view, CARD, view, views.TitleView()):
            shown(sheet, before).on(actions.Tab(1), 0.0)
            shown(sheet, views.SettingsView(()) if before is view else before)
            assert shown(sheet, view).focus == handover_screen.OPEN


@pytest.mark.parametrize("row", curtainfuls.bets(3))
def test_a_bet_is_changed_by_key_and_by_mouse_and_keeps_the_focus(
    stage: Stage, row: tableviews.BetRow
) -> None:
    key = f"bet-{row.side}"
    while stage.focus != key:
        stage.on(actions.Tab(1), 0.0)
        stage.scene(0.0)
    assert stage.on(actions.Confirm(), 0.0) == want.Bet(row.side)
    stage.on(actions.Press(*spot(stage, key)), 0.0)
    assert stage.on(actions.Release(*spot(stage, key)), 0.0) == want.Bet(row.side)
    stage.show(handover(bets=curtainfuls.bets(4)[:2]), 0.0)
    stage.scene(0.0)
    assert stage.focus == key


# -- what stands on it ---------------------------------------------------------------------------


class Spy:
    """Measures as the typeface does, and writes down what it was asked about."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self.asked: set[str] = set()

    def line_height(self, style: Style) -> int:
        return self._measure.line_height(style)

    def width(self, text: str, style: Style) -> int:
        self.asked.add(text)
        return self._measure.width(text, style)

    def wrap(self, text: str, style: Style, width: int) -> list[str]:
        self.asked.add(text)
        return self._measure.wrap(text, style, width)


def words_of(page: tuple[ops.Op, ...]) -> set[str]:
    return {op.text for op in page if isinstance(op, ops.Words)}


@pytest.mark.parametrize("before", ["question-singlechoice", "reveal-singlechoice"])
def test_when_the_curtain_shuts_no_word_of_a_card_is_measured_or_painted(
    typeface: Typeface, before: str
) -> None:
    spy = Spy(typeface)
    stage = Stage(spy, DARK_ROOM, (1280, 800))
    stage.show(PAGES[before], 0.0)
    former = stage.ops(0.0)
    view = handover(bets=curtainfuls.bets(3))
    fresh = Spy(typeface)
    alone = Stage(fresh, DARK_ROOM, (1280, 800))
    alone.show(view, 0.0)
    wanted = alone.ops(0.0)
    spy.asked.clear()
    stage.show(view, 0.01)
    assert stage.ops(0.01) == wanted
    assert spy.asked == fresh.asked
    assert "JONAS" in words_of(wanted)
    assert not set(wanted) & set(former)


def test_the_velvet_lies_over_the_whole_window_below_everything_else(stage: Stage) -> None:
    first = stage.ops(0.0)[0]
    assert first == ops.Curtain((0, 0, 1280, 800), "shut")


@pytest.mark.parametrize("name", CURTAINS)
def test_the_name_told_is_there_in_words(typeface: Typeface, name: str) -> None:
    view = CURTAINS[name]
    scene = laid_out(view, typeface, (1280, 800), 100)
    texts = " ".join(op.text for op in scene.ops if isinstance(op, ops.Words))
    if isinstance(view, tableviews.HandoverView):
        assert view.told[:12] in texts
        for row in view.standings:
            assert f"{row.score:,}" in texts


@pytest.mark.parametrize("text", [100, 125, 150, 200])
@pytest.mark.parametrize("size", [*screenfuls.SIZES, (3840, 2160), (960, 1200)])
def test_every_curtain_fits(typeface: Typeface, size: tuple[int, int], text: int) -> None:
    least = 44 * min(size[0] / 1280, size[1] / 800) - 1
    for name, view in CURTAINS.items():
        scene = laid_out(view, typeface, size, text)
        found = faults(scene, typeface, size)
        assert not found, f"{name} at {size}, {text} %: {found}"
        assert scene.furthest_scroll == 0 or scene.furthest_scroll >= round(least * 24 / 44), name
        for target in scene.targets:
            assert min(target.rect[2:]) >= least, f"{name}: {target}"
            assert target.scrolls or target.rect[1] + target.rect[3] <= size[1]


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("name", CURTAINS)
def test_every_target_is_reached_by_tab_and_by_the_arrows(
    assets: Path, name: str, text: int
) -> None:
    stage = shown(Sheet(assets, (960, 600), text), CURTAINS[name])
    assert reached_by_tab(stage) == reached_by_arrows(stage) == wanted(stage.scene(0.0))


# -- the pages round it --------------------------------------------------------------------------


def test_nothing_behind_the_curtain_is_gone_on_from(sheet: Sheet) -> None:
    for name in ("nothing", "nothing-steal"):
        assert shown(sheet, CURTAINS[name]).on(actions.Confirm(), 0.0) == want.Next()


def test_whoever_is_asked_begins_on_no_each_time(sheet: Sheet) -> None:
    stage = shown(sheet, curtainfuls.sure())
    stage.on(actions.Tab(1), 0.0)
    assert stage.on(actions.Confirm(), 0.0) == want.Agree()
    stage = shown(sheet, views.TitleView())
    stage = shown(sheet, curtainfuls.sure())
    assert stage.focus == "no"
    assert stage.on(actions.Confirm(), 0.0) == want.Back()
    assert stage.on(actions.Cancel(), 0.0) == want.Back()
    assert sure_screen.NO in words_of(stage.ops(0.0))


def ask(number: int, who: int, purpose: str = "answer", rounds: int = 2) -> views.AskView:
    assert isinstance(CARD, views.AskView)
    board = replace(CARD.board, number=number)
    return replace(CARD, board=board, table=replace(curtainfuls.board(purpose, who), round=rounds))


def test_every_turn_every_player_and_every_purpose_is_a_page_of_its_own() -> None:
    reviewed = PAGES["review"]
    assert isinstance(reviewed, views.ReviewView)
    player = tableviews.PlayerView(1, "", "Player 1", 0, (), "", can_remove=True)
    pages: list[views.View] = [
        handover(turn=1),
        handover(turn=2),
        ask(1, 0),
        ask(1, 1),
        ask(2, 1),
        ask(1, 1, "steal"),
        ask(1, 1, rounds=3),
        curtainfuls.nothing(),
        curtainfuls.nothing("steal"),
        curtainfuls.nothing(number=1),
        replace(reviewed, whose="Mina"),
        replace(reviewed, whose="Jonas"),
        player,
        replace(player, player=2),
    ]
    assert len({page_of(view) for view in pages}) == len(pages)
    assert page_of(replace(player, name="Mi")) == page_of(player)


def test_no_player_has_the_focus_that_another_had(sheet: Sheet) -> None:
    reviewed = PAGES["review"]
    assert isinstance(reviewed, views.ReviewView)
    stage = shown(sheet, replace(reviewed, whose="Mina"))
    first = stage.focus
    stage.on(actions.Tab(1), 0.0)
    assert stage.focus != first
    for view in (handover(), replace(reviewed, whose="Mina")):
        shown(sheet, view)
    assert stage.focus == first


def test_a_name_is_typed_on_the_page_of_a_player(stage: Stage) -> None:
    view = tableviews.PlayerView(1, "Mi", "Player 1", 0, (), "", can_remove=True)
    stage._view = view  # noqa: SLF001 (its screen is another's)
    assert stage.typing
    asked: list[want.Intent | None] = [
        stage.on(actions.Text("na"), 0.0),
        stage.on(actions.Erase(), 0.0),
    ]
    assert asked == [want.Edit("Mina"), want.Edit("M")]
