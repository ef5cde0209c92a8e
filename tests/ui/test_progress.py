"""Progress and awards: charts that fit, and every way to reach what is on them."""

from dataclasses import replace

import pytest

from quizgame.domain.intents import ChoosePack, Go
from quizgame.domain.progressviews import ProgressView
from quizgame.ui import actions, ops
from quizgame.ui.page import LARGE
from quizgame.ui.theme import DARK_ROOM, contrast
from quizgame.ui.typeface import Typeface
from quizgame.ui.widgets.charts import DAYS
from tests.ui import progressfuls, screenfuls
from tests.ui.laying import laid_out, stage, words

PAGES = dict(progressfuls.every_page())
TIERS = set(DARK_ROOM.tiers)


@pytest.mark.parametrize("text", [100, 200])
def test_keys_alone_read_a_long_page_to_its_end_and_back(typeface: Typeface, text: int) -> None:
    made = stage(typeface, progressfuls.much(), (960, 600), text)
    for _ in range(60):
        made.on(actions.Move(0, 1), 0.0)
    scene = made.scene(0.0)
    port = scene.view_port
    assert port is not None
    low = [op for op in scene.ops if isinstance(op, ops.Words) and op.text == "0% of 2"][-1]
    assert port[1] < low.y < port[1] + port[3]
    for _ in range(9):
        made.on(actions.Move(0, -1), 0.0)
    assert made.focus == "back"


def test_left_and_right_go_round_the_packs_and_so_do_the_arrows(typeface: Typeface) -> None:
    made = stage(typeface, replace(progressfuls.much(), due=None), (1280, 800), 100)
    assert made.scene(0.0).first == "pack"
    assert made.on(actions.Move(1, 0), 0.0) == ChoosePack("c")
    assert made.on(actions.Move(-1, 0), 0.0) == ChoosePack("a")
    for key, pack in (("pack-left", "a"), ("pack-right", "c")):
        target = made.scene(0.0).target(key)
        assert target is not None
        x, y = target.rect[0] + 5, target.rect[1] + 5
        made.on(actions.Press(x, y), 0.0)
        assert made.on(actions.Release(x, y), 0.0) == ChoosePack(pack)
    made.show(replace(progressfuls.much(), shown=2), 0.0)
    assert made.scene(0.0).target("pack") is not None
    assert made.focus == "pack"
    assert made.on(actions.Confirm(), 0.0) == ChoosePack("a")


def test_one_pack_leaves_nothing_to_choose(typeface: Typeface) -> None:
    view = replace(progressfuls.some(), due=None)
    scene = stage(typeface, view, (1280, 800), 100).scene(0.0)
    assert {target.key for target in scene.targets} == {"back", "awards"}
    assert scene.first == "awards"
    assert scene.target("awards").intent == Go("awards")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("due", "told"),
    [
        (None, {"SO FAR"}),
        (0, {"REHEARSAL", "Nothing is due today."}),
        (1, {"Rehearse 1 card", "1 card is due today: the one you are about to forget."}),
        (6, {"Rehearse 6 cards", "6 cards are due today: the ones you are about to forget."}),
    ],
)
def test_what_is_due_today_is_told_and_offered(
    typeface: Typeface, due: int | None, told: set[str]
) -> None:
    scene = stage(typeface, replace(progressfuls.some(), due=due), (1280, 800), 100).scene(0.0)
    assert told <= set(words(scene))
    assert (scene.target("rehearse") is not None) == bool(due)
    assert scene.first == ("rehearse" if due else "awards")


def test_the_focus_begins_where_it_can_be_seen(typeface: Typeface) -> None:
    for size, text in screenfuls.settings_of_page():
        scene = stage(typeface, progressfuls.much(), size, text).scene(0.0)
        first, port = scene.target(scene.first), scene.view_port
        assert first is not None
        assert port is not None
        assert first.rect[1] + first.rect[3] <= port[1] + port[3]


def test_a_tier_that_was_not_reached_leaves_no_room_of_its_own(typeface: Typeface) -> None:
    view = replace(progressfuls.some(), beside=())
    scene = laid_out(view, typeface, (1280, 800), 100)
    assert not {"Midway", "Final act", "Credits"} & set(words(scene))
    bars = {op.fill for op in scene.ops if isinstance(op, ops.Panel)} & TIERS
    assert bars == {*DARK_ROOM.tiers[:2], DARK_ROOM.room.amber} & TIERS


def test_a_bar_is_as_long_as_its_share_and_full_only_for_all(typeface: Typeface) -> None:
    lengths = []
    for share in (100, 50, 1, 0):
        view = replace(progressfuls.some(), mastery=progressfuls.mastered(("Low", "Top"), (share,)))
        scene = laid_out(replace(view, hardest=(), beside=()), typeface, (1280, 800), 100)
        lit = [op for op in scene.ops if isinstance(op, ops.Panel)]
        lengths.append(sum(op.rect[2] for op in lit if op.fill == DARK_ROOM.tiers[0]))
    full, half, least, none = lengths
    assert full > 1.9 * half > 0
    assert half > least > none == 0


def test_a_day_ahead_has_no_square(typeface: Typeface) -> None:
    def squares(view: ProgressView) -> int:
        scene = laid_out(view, typeface, (1280, 800), 100)
        return sum(isinstance(op, ops.Panel) and op.radius == 5 for op in scene.ops)

    whole = tuple((0,) * 7 for _ in range(12))
    legend = 4
    assert squares(replace(progressfuls.some(), weeks=whole)) == 84 + legend
    assert squares(progressfuls.some()) == 81 + legend
    assert len(DAYS) == 7


def test_numbers_read_as_people_write_them(typeface: Typeface) -> None:
    shown = words(laid_out(progressfuls.much(), typeface, (1280, 800), 100))
    assert {"1,234,567", "100%", "10,482", "118.2 s"} <= set(shown)
    shown = words(laid_out(PAGES["progress-hangul"], typeface, (1280, 800), 100))
    assert {"1", "answer given", "0%", "–"} <= set(shown)


def test_an_award_that_is_not_won_shows_its_rule_and_can_be_read(typeface: Typeface) -> None:
    shown = " ".join(words(laid_out(progressfuls.awards(0), typeface, (1280, 800), 100)))
    for row in progressfuls.awards(0).rows:
        assert row.name in shown
    assert "0 of 12 won" in shown
    assert contrast(DARK_ROOM.ink.dim, DARK_ROOM.room.row) >= 4.5
    assert contrast(DARK_ROOM.ink.amber, DARK_ROOM.room.panel) >= 4.5


def test_large_letters_stand_below_each_other(typeface: Typeface) -> None:
    small, large = (
        stage(typeface, progressfuls.some(), (1280, 800), text).scene(0.0) for text in (100, 200)
    )
    assert LARGE < 2
    assert large.content_height > small.content_height
