"""Approved pictures of every page. `pytest --approve` takes them as they are now."""

from pathlib import Path

import pygame
import pytest

from quizgame.domain import views
from quizgame.ui import actions
from quizgame.ui.sheet import Sheet
from tests.ui import (
    curtainfuls,
    envelopefuls,
    ownfuls,
    peoplefuls,
    playerfuls,
    progressfuls,
    rehearsalfuls,
    screenfuls,
    shelffuls,
    tablefuls,
)

SHOTS = Path(__file__).resolve().parent.parent / "shots"
FAILED = SHOTS / "failed"
# Letters are drawn by FreeType, whose versions differ in the shade of a few edge pixels.
SHADE, SHARE = 40, 0.001
TOGETHER = dict(
    (*curtainfuls.every_page(), *playerfuls.every_page(), *tablefuls.every_page()),
)
SEVERAL = (
    "handover",
    "handover-bets",
    "handover-full",
    "handover-open",
    "nothing",
    "sure",
    "players",
    "players-eight",
    "players-under-way",
    "player",
    "player-episodes",
    "ask-stakes",
    "ask-steal",
    "reveal-ask-judge",
    "reveal-judging",
    "table",
    "podium",
    "podium-sealed",
    "podium-8",
    "look-over-common",
)
"""Of the many pages of a table, those that a picture is approved of."""
PAGES = dict((*screenfuls.every_page(), *shelffuls.every_page(), *ownfuls.every_page()))
PAGES |= {name: TOGETHER[name] for name in SEVERAL}
PAGES |= dict(progressfuls.every_page()) | dict(peoplefuls.every_page())
PAGES |= dict(rehearsalfuls.every_page())
PAGES["title-who"] = views.TitleView("Ballerina · card 7 of 10", "", 2, peoplefuls.NAMES[3], 3)
PAGES |= dict(envelopefuls.every_page())
LARGE = (
    "title-continue",
    "watch-point",
    "watch-point-again",
    "watch-point-back",
    "question-singlechoice",
    "reveal-singlechoice",
    "reveal-right",
    "picture-asked",
    "picture-asked-crowded",
    "picture-answered",
    "beliefs",
    "details",
    "shelf",
    "shelf-many",
    "shelf-narrowed",
    "trouble",
    "confirm",
    "confirm-doubted",
    "confirm-relation",
    "find",
    "offer",
    "handover-bets",
    "players",
    "player",
    "ask-stakes",
    "podium-8",
    "help",
    "progress",
    "progress-much",
    "awards",
    "results-awards",
    "title-who",
    "people",
    "person",
    "unfinished",
    "today",
    "day",
    "rated-singlechoice",
    "rehearsed",
    "envelopes",
    "seal-ready",
    "seal-much",
    "sealed-much",
    "opening-right",
    "opening-much",
)


def picture(assets: Path, view: views.View, size: tuple[int, int], text: int) -> pygame.Surface:
    return Sheet(assets, size, text).paint(view)


def differing(one: pygame.Surface, two: pygame.Surface) -> tuple[float, pygame.Surface]:
    """Return the share of pixels that differ in shade, and a picture of where."""
    where = pygame.Surface(one.get_size())
    same = pygame.transform.threshold(
        where, one, None, (SHADE, SHADE, SHADE), (255, 70, 70), 1, two, False
    )
    width, height = one.get_size()
    return 1 - same / (width * height), where


def compare(name: str, painted: pygame.Surface, *, approve: bool) -> None:
    approved = SHOTS / f"{name}.png"
    if approve:
        SHOTS.mkdir(exist_ok=True)
        pygame.image.save(painted, approved)
        return
    assert approved.is_file(), f"no picture of {name} was approved yet: pytest --approve"
    expected = pygame.image.load(approved)
    assert expected.get_size() == painted.get_size()
    share, where = differing(expected, painted)
    if share > SHARE:
        FAILED.mkdir(exist_ok=True)
        for kind, surface in (("expected", expected), ("actual", painted), ("difference", where)):
            pygame.image.save(surface, FAILED / f"{name}-{kind}.png")
    assert share <= SHARE, f"{name}: {share:.2%} of the pixels differ; see {FAILED.name}"


@pytest.mark.parametrize("name", PAGES)
def test_the_page_looks_as_approved(assets: Path, approve: bool, name: str) -> None:
    compare(name, picture(assets, PAGES[name], (1280, 800), 100), approve=approve)


@pytest.mark.parametrize("name", LARGE)
def test_the_page_looks_as_approved_small_with_large_text(
    assets: Path, approve: bool, name: str
) -> None:
    compare(f"{name}-960-200", picture(assets, PAGES[name], (960, 600), 200), approve=approve)


@pytest.mark.parametrize(("size", "text"), [((1280, 800), 100), ((960, 600), 200)])
def test_a_picture_opened_large_looks_as_approved(
    assets: Path, approve: bool, size: tuple[int, int], text: int
) -> None:
    sheet = Sheet(assets, size, text)
    sheet.stage.show(PAGES["picture-asked"], -9.0)
    sheet.stage.on(actions.Shortcut("Z"), 0.0)
    sheet.painter.paint(sheet.surface, sheet.stage.ops(0.0))
    compare(f"picture-large-{size[0]}", sheet.surface, approve=approve)


def test_a_changed_page_is_told_from_the_approved_one(assets: Path) -> None:
    one = picture(assets, views.TitleView(), (960, 600), 100)
    two = picture(assets, views.TitleView("Ballerina · card 7 of 10"), (960, 600), 100)
    assert differing(one, one)[0] == 0
    assert differing(one, two)[0] > SHARE
