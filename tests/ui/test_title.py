"""The title page: lines of one width, words told whole, a way to everything."""

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.ui import ops
from quizgame.ui.scene import Scene
from quizgame.ui.typeface import Typeface
from tests.ui import screenfuls
from tests.ui.laying import laid_out

HOUND = "The Hound of the Baskervilles · card 5 of 10"
TITLES = (
    views.TitleView(),
    views.TitleView("Ballerina · card 7 of 10", others=11, who="Player 1"),
    views.TitleView(HOUND, others=1, who="Player 1"),
)
SETTINGS = list(screenfuls.settings_of_page())


def said(scene: Scene) -> list[str]:
    return [op.text for op in scene.ops if isinstance(op, ops.Words)]


@pytest.mark.parametrize(("size", "text"), SETTINGS)
def test_all_lines_of_buttons_are_as_wide(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    for view in TITLES:
        lines: dict[int, list[int]] = {}
        for target in laid_out(view, typeface, size, text).targets:
            if target.key != "who":
                x, y, w, _ = target.rect
                lines.setdefault(y, []).extend((x, x + w))
        assert len({min(edges) for edges in lines.values()}) == 1
        assert max(map(max, lines.values())) - min(map(max, lines.values())) <= 1


@pytest.mark.parametrize(("size", "text"), SETTINGS)
def test_the_words_on_a_button_keep_clear_of_its_edges(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    for view in TITLES:
        scene = laid_out(view, typeface, size, text)
        words = [op for op in scene.ops if isinstance(op, ops.Words)]
        for x, y, w, h in (target.rect for target in scene.targets):
            inside = [op for op in words if x <= op.x < x + w and y <= op.y < y + h]
            air = 10 * size[1] / 800
            for op in inside:
                assert op.x - x >= air
                assert x + w - op.x - typeface.width(op.text, op.style) >= air


@pytest.mark.parametrize(("size", "text"), SETTINGS)
def test_the_game_to_go_on_with_and_who_plays_are_told_whole(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    words = said(laid_out(TITLES[2], typeface, size, text))
    assert {HOUND, "Player 1"} <= set(words)


def test_games_that_wait_are_called_unfinished_and_counted_with_the_newest(
    typeface: Typeface,
) -> None:
    for view, label in ((TITLES[1], "Unfinished games (12)"), (TITLES[2], "Unfinished games (2)")):
        scene = laid_out(view, typeface, (1280, 800), 100)
        assert label in said(scene)
        games = scene.target("unfinished")
        assert games is not None
        assert games.intent == want.Go("unfinished")
    assert laid_out(TITLES[0], typeface, (1280, 800), 100).target("unfinished") is None


def test_a_rehearsal_begins_at_the_title_and_nothing_is_counted_there(typeface: Typeface) -> None:
    scene = laid_out(TITLES[0], typeface, (1280, 800), 100)
    rehearsal = scene.target("rehearsal")
    assert rehearsal is not None
    assert rehearsal.intent == want.Go("rehearsal")
    assert "Rehearsal" in said(scene)
