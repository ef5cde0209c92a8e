"""What moves and what sounds: on the clock only the clock, with reduced motion nothing between."""

from itertools import pairwise
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.ui import ops
from quizgame.ui.actions import KEYS
from quizgame.ui.ops import Op
from quizgame.ui.sheet import Sheet
from quizgame.ui.stage import Stage
from quizgame.ui.window import Window
from tests.ui.test_stage import PAGES
from tests.ui.test_window import Loop, Round, window

__all__ = ["window"]
KINDS = ("SingleChoice", "SeveralRight", "PutInOrder", "TrueFalse", "TypeAnswer")
FRAME = 0.05


def stage_of(assets: Path, *, calm: bool) -> Stage:
    stage = Sheet(assets, (1280, 800)).stage
    stage.set_up(size=(1280, 800), text=100, calm=calm, device=KEYS)
    return stage


def frames(stage: Stage, kind: str, seconds: float) -> list[tuple[Op, ...]]:
    """Return what is painted over some seconds of a card on the clock, from its coming on."""
    card, now, painted = Round(kind), 100.0, []
    for _ in range(round(seconds / FRAME)):
        stage.show(card.view(), now)
        painted.append(stage.ops(now))
        card.send(want.Tick(FRAME))
        now += FRAME
    return painted


@pytest.mark.parametrize("kind", KINDS)
def test_on_the_clock_nothing_moves_but_the_clock(assets: Path, kind: str) -> None:
    painted = frames(stage_of(assets, calm=False), kind, 4)
    landed = painted[10:]
    assert len({op for frame in landed for op in frame if isinstance(op, ops.Leader)}) > 10
    still = [[op for op in frame if not isinstance(op, ops.Leader)] for frame in landed]
    assert all(frame == still[0] for frame in still)


@pytest.mark.parametrize("kind", KINDS)
def test_with_reduced_motion_the_clock_too_stands_still_for_a_second(
    assets: Path, kind: str
) -> None:
    painted = frames(stage_of(assets, calm=True), kind, 4)
    changes = sum(one != two for one, two in pairwise(painted))
    assert changes <= 4


@pytest.mark.parametrize("name", PAGES)
def test_with_reduced_motion_no_page_moves(assets: Path, name: str) -> None:
    stage = stage_of(assets, calm=True)
    stage.show(views.TitleView("Ballerina · card 2 of 10"), 9.0)
    stage.show(PAGES[name], 10.0)
    first = stage.ops(10.0)
    for now in (10.01, 10.1, 10.2, 11.0):
        assert not stage.moving(now)
        assert stage.ops(now) == first


def test_motion_reduced_while_a_card_slides_in_ends_its_slide(assets: Path) -> None:
    stage = stage_of(assets, calm=False)
    stage.show(PAGES["question-singlechoice"], 10.0)
    stage.ops(10.05)
    assert stage.moving(10.05)
    stage.set_up(size=(1280, 800), text=100, calm=True, device=KEYS)
    landed = stage.ops(10.06)
    assert not stage.moving(10.06)
    assert landed == stage.ops(11.0)


def test_on_the_clock_nothing_makes_a_noise(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(window._sounds, "play", lambda name, _volume, _now: heard.append(name))  # noqa: SLF001
    loop = Loop(window, "SingleChoice")
    for _ in range(200):
        loop.turn(FRAME)
    assert isinstance(loop.round.view(), views.AskView)
    assert heard == []
