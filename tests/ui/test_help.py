"""The help page: part by part, read by keys alone, and the keys as they are bound."""

import pygame
import pytest

from quizgame.domain import manual, views
from quizgame.ui import actions, keytable, ops
from quizgame.ui.keymap import CAPS, Keymap
from quizgame.ui.typeface import Typeface
from tests.ui import screenfuls
from tests.ui.hands import reached_by_arrows, reached_by_tab, wanted
from tests.ui.laying import faults, laid_out, stage, words

HELP = manual.page()
SETTINGS = list(screenfuls.settings_of_page())
PARTS = [heading for heading, sentence in HELP.lines if not sentence]


@pytest.mark.parametrize(("size", "text"), SETTINGS)
def test_the_help_fits_and_every_hand_reaches_all_of_it(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    assert not faults(laid_out(HELP, typeface, size, text), typeface, size)
    everything = wanted(stage(typeface, HELP, size, text).scene(0.0))
    assert reached_by_arrows(stage(typeface, HELP, size, text)) == everything
    assert reached_by_tab(stage(typeface, HELP, size, text)) == everything


def test_each_part_stands_under_its_heading_and_takes_the_focus_where_it_fits(
    typeface: Typeface,
) -> None:
    scene = laid_out(HELP, typeface, (1280, 800), 100)
    said = words(scene)
    places = [said.index(part.upper()) for part in (*PARTS, "The keys")]
    assert places == sorted(places)
    parts = [target.key for target in scene.targets if target.key.startswith("part-")]
    assert len(parts) > len(PARTS) // 2
    assert all(sentence.split()[0] in " ".join(said) for _, sentence in HELP.lines if sentence)


def test_what_is_higher_than_the_window_is_read_line_by_line(typeface: Typeface) -> None:
    scene = laid_out(HELP, typeface, (960, 600), 200)
    lines = [target for target in scene.targets if target.key.startswith("line-")]
    assert len(lines) > len(PARTS)
    assert scene.view_port is not None
    assert all(line.rect[3] <= scene.view_port[3] for line in lines)


@pytest.mark.parametrize(("size", "text"), SETTINGS)
def test_arrows_bring_the_whole_page_into_sight(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    made, seen = stage(typeface, HELP, size, text), set()
    for _ in range(90):
        scene = made.scene(0.0)
        port = scene.view_port
        assert port is not None
        seen |= {
            op.text
            for op in scene.ops
            if isinstance(op, ops.Words) and port[1] <= op.y < port[1] + port[3]
        }
        made.on(actions.Move(0, 1), 0.0)
    assert set(words(laid_out(HELP, typeface, size, text))) - seen <= {
        "HOW TO PLAY",
        *("↑ ↓", "read on", "Page ↓", "scroll", "Esc", "back"),
    }


def test_no_device_is_left_without_a_way() -> None:
    assert all(all(row) for row in keytable.ROWS)
    assert len({row[0] for row in keytable.ROWS}) == len(keytable.ROWS)


@pytest.mark.parametrize("name", ["H", "S", "P", "I", "L", "Z"])
def test_the_letters_and_buttons_told_are_those_that_are_bound(name: str) -> None:
    (row,) = (row for row in keytable.ROWS if row[1] == name)
    assert row[3] == CAPS[name][actions.PAD]
    event = pygame.event.Event(pygame.KEYDOWN, key=ord(name.lower()), mod=0)
    assert Keymap().action(event, typing=False) == actions.Shortcut(name)


def test_in_a_rehearsal_the_pause_offers_no_scoring(typeface: Typeface) -> None:
    for scored, label in ((True, "How scoring works"), (False, "How to play")):
        board = views.Scoreboard(1, ("now", "ahead"), 0, 0, scored=scored)
        said = words(laid_out(views.PauseView(board), typeface, (1280, 800), 100))
        assert label in said
