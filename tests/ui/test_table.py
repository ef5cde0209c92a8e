"""The card at a table and how the evening ends: what fits, what is told, what each button asks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import tableviews, views
from quizgame.domain.intents import Intent
from quizgame.ui import actions, ops
from quizgame.ui.scene import Scene
from quizgame.ui.sheet import Sheet
from quizgame.ui.stage import Stage
from quizgame.ui.theme import DARK_ROOM, contrast, mix
from quizgame.ui.typeface import Typeface
from quizgame.ui.widgets.sides import WASHED
from tests.ui import screenfuls, tablefuls
from tests.ui.hands import on_the_way, reached_by_arrows, reached_by_tab, wanted
from tests.ui.laying import faults, laid_out

PAGES = dict(tablefuls.every_page())
TEXTS = (100, 125, 150, 200)
SIZES = (*screenfuls.SIZES, (3840, 2160), (960, 1200))
SOME, ALL = (
    [(size, text) for size in sizes for text in TEXTS] for sizes in (screenfuls.SIZES, SIZES)
)


@pytest.fixture
def sheet(assets: Path) -> Sheet:
    return Sheet(assets, (1280, 800))


def scene_of(
    view: views.View, typeface: Typeface, size: tuple[int, int] = (1280, 800), text: int = 100
) -> Scene:
    return laid_out(view, typeface, size, text)


def shown(sheet: Sheet, view: views.View) -> Stage:
    sheet.stage.show(view, -9.0)
    sheet.stage.scene(0.0)
    return sheet.stage


def words(scene: Scene) -> list[str]:
    return [op.text for op in scene.ops if isinstance(op, ops.Words)]


def asked_by(scene: Scene) -> dict[str, Intent | None]:
    return {target.key: target.intent for target in scene.targets if not target.owner}


@pytest.mark.parametrize(("size", "text"), ALL)
def test_every_page_at_a_table_fits(typeface: Typeface, size: tuple[int, int], text: int) -> None:
    for name, view in PAGES.items():
        found = faults(scene_of(view, typeface, size, text), typeface, size)
        assert not found, f"{name} at {size}, {text} %: {found}"


@pytest.mark.parametrize(("size", "text"), ALL)
def test_no_target_lies_on_another_or_leaves_the_window(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    for name, view in PAGES.items():
        targets = [t for t in scene_of(view, typeface, size, text).targets if not t.owner]
        for at, one in enumerate(targets):
            x, _, w, _ = one.rect
            assert x >= 0, f"{name}: {one}"
            assert x + w <= size[0], f"{name}: {one}"
            for other in targets[at + 1 :]:
                if one.scrolls == other.scrolls:
                    assert not crossing(one.rect, other.rect), f"{name}: {one} {other}"


def crossing(one: ops.Rect, two: ops.Rect) -> bool:
    return all(
        one[axis] < two[axis] + two[axis + 2] and two[axis] < one[axis] + one[axis + 2]
        for axis in (0, 1)
    )


@pytest.mark.parametrize("size", screenfuls.SIZES)
def test_targets_are_large_enough_to_hit(typeface: Typeface, size: tuple[int, int]) -> None:
    least = 44 * min(size[0] / 1280, size[1] / 800) - 1
    for name, view in PAGES.items():
        for target in scene_of(view, typeface, size).targets:
            if not target.owner:
                assert min(target.rect[2:]) >= least, f"{name}: {target}"


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("name", PAGES)
def test_every_target_is_reached_by_tab_and_by_the_arrows(
    assets: Path, name: str, text: int
) -> None:
    stage = shown(Sheet(assets, (960, 600), text), PAGES[name])
    everything = reached_by_tab(stage)
    assert everything == wanted(stage.scene(0.0))
    assert on_the_way(stage.scene(0.0)) <= reached_by_arrows(stage) <= everything


@pytest.mark.parametrize("name", PAGES)
def test_every_button_is_pressed_by_the_pointer(sheet: Sheet, name: str) -> None:
    stage = shown(sheet, PAGES[name])
    for target in stage.scene(0.0).targets:
        x, y = target.rect[0] + target.rect[2] // 2, target.rect[1] + target.rect[3] // 2
        hit = stage.scene(0.0).at(x, y)
        if target.scrolls and hit is None:
            continue
        assert hit is not None
        stage.on(actions.Press(x, y), 0.0)
        assert stage.on(actions.Release(x, y), 0.0) == hit.intent


# -- the card ----------------------------------------------------------------------------------


def test_the_line_above_the_ticket_says_whose_turn_it_is_in_which_round(
    typeface: Typeface,
) -> None:
    said = words(scene_of(PAGES["ask"], typeface))
    assert said.index("Mina") < said.index("Round 2 of 5")
    assert {"1,840", "1,610", "2,020", "Jonas"} <= set(said)
    assert not any(word.startswith(("Card ", "Score")) for word in said)


@pytest.mark.parametrize(
    ("name", "does"), [("ask-steal", "to steal"), ("reveal-judging", "to judge")]
)
def test_who_steals_or_judges_is_named(typeface: Typeface, name: str, does: str) -> None:
    said = words(scene_of(PAGES[name], typeface))
    assert said[: said.index(does) + 1] == ["Jonas", does]


@pytest.mark.parametrize(("size", "text"), SOME)
def test_a_score_in_the_line_is_never_cut_and_ones_own_is_the_last_to_go(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    for at in range(8):
        board = tablefuls.board(tablefuls.LONGEST, 8, at=at, purpose="steal")
        clock = views.ClockView(20, 12)
        view = replace(tablefuls.asked("singlechoice", board), clock=clock)
        own = f"{board.standings[at].score:,}"
        scores = {f"{standing.score:,}" for standing in board.standings}
        scene = scene_of(view, typeface, size, text)
        top = next(op.rect[1] for op in scene.ops if isinstance(op, ops.Paper))
        in_line = [op.text for op in scene.ops if isinstance(op, ops.Words) and op.y < top]
        figures = [word for word in in_line if word.replace(",", "").isdigit()]
        assert set(figures) <= scores
        assert own in figures


def test_without_a_question_how_sure_one_is_no_key_and_no_chip_asks_for_it(
    typeface: Typeface,
) -> None:
    scene = scene_of(PAGES["ask"], typeface)
    assert not any(key.startswith("stake") for key in asked_by(scene))
    assert scene.shortcuts["1"] == want.Pick(0)


def test_chips_and_figures_say_how_sure_one_is_and_letters_answer(typeface: Typeface) -> None:
    scene = scene_of(PAGES["ask-stakes"], typeface)
    for key, value in (("1", "sure"), ("2", "think"), ("3", "guess")):
        assert scene.shortcuts[key] == want.Stake(value)
        assert asked_by(scene)[f"stake-{value}"] == want.Stake(value)
    assert scene.shortcuts["A"] == want.Pick(0)
    assert "halve" not in asked_by(scene)


@pytest.mark.parametrize("text", TEXTS)
def test_chips_show_the_words_of_the_view_and_mark_the_one_in_force(
    typeface: Typeface, text: int
) -> None:
    for stake in ("sure", "think", "guess"):
        view = replace(tablefuls.asked("severalright", tablefuls.board(), stakes=True), stake=stake)
        scene = scene_of(view, typeface, (960, 600), text)
        said = words(scene)
        for _, offered in tablefuls.STAKES:
            assert all(part.strip() in said for part in offered.split("  "))
        washed = [
            op.rect
            for op in scene.ops
            if isinstance(op, ops.Panel) and op.fill == DARK_ROOM.ticket.half_wash
        ]
        chip = scene.target(f"stake-{stake}")
        assert chip is not None
        assert washed == [chip.rect]


def test_figures_are_typed_on_a_card_that_is_typed(sheet: Sheet) -> None:
    stage = shown(sheet, PAGES["ask-typed"])
    assert stage.typing
    assert stage.on(actions.Text("2"), 0.0) == want.Edit("2")
    assert stage.on(actions.Press(*middle(stage, "stake-sure")), 0.0) is None
    assert stage.on(actions.Release(*middle(stage, "stake-sure")), 0.0) == want.Stake("sure")


def middle(stage: Stage, key: str) -> tuple[int, int]:
    target = stage.scene(0.0).target(key)
    assert target is not None
    x, y, w, h = target.rect
    return x + w // 2, y + h // 2


# -- its answer --------------------------------------------------------------------------------


def test_behind_the_curtain_an_answer_ends_with_shutting_it(typeface: Typeface) -> None:
    scene = scene_of(PAGES["reveal"], typeface)
    assert "Done: shut the curtain" in words(scene)
    assert asked_by(scene) == {"back": want.Back(), "next": want.Next(), "report": want.Report()}
    assert scene.first == "next"


@pytest.mark.parametrize("last", [True, False])
def test_where_all_look_together_there_is_no_curtain_to_shut(
    typeface: Typeface, last: bool
) -> None:
    view = replace(tablefuls.answered("singlechoice", tablefuls.board()), last=last)
    assert view.table is not None
    together = replace(view, table=replace(view.table, private=False))
    for each in (together, replace(view, can_take_back=True), replace(view, can_accept=True)):
        said = words(scene_of(each, typeface))
        assert "Go on" in said
        assert not any("curtain" in word for word in said)


def test_what_else_can_be_done_with_an_answer_stands_beside_going_on(typeface: Typeface) -> None:
    both = asked_by(scene_of(PAGES["reveal-open-typed"], typeface))
    assert both["take-back"] == want.TakeBack()
    assert both["accept"] == want.Accept()
    judged = scene_of(PAGES["reveal-ask-judge"], typeface)
    assert "Ask Jonas to judge" in words(judged)
    assert asked_by(judged)["ask-judge"] == want.AskJudge()


def test_a_judge_says_yes_or_no_and_a_press_too_soon_changes_nothing(typeface: Typeface) -> None:
    scene = scene_of(PAGES["reveal-judging"], typeface)
    asked = asked_by(scene)
    assert (asked["accept"], asked["refuse"]) == (want.Accept(), want.Refuse())
    assert "next" not in asked
    assert scene.first == "refuse"
    said = words(scene)
    assert {"We accept that", "Still wrong", "was typed"} <= set(said)
    assert "you typed" not in said


def test_points_that_were_lost_have_their_sign(typeface: Typeface) -> None:
    assert "−200" in words(scene_of(PAGES["reveal-ask-judge"], typeface))


def test_everyone_can_report_a_card_and_think_better_of_it(typeface: Typeface) -> None:
    alone = dict(screenfuls.every_page())["reveal-singlechoice"]
    assert isinstance(alone, views.RevealView)
    kept = "Noted for the pack’s author"
    for view, label in ((alone, "Report this card"), (PAGES["reveal"], "Report this card"),
                        (PAGES["reveal-alone-reported"], kept)):  # fmt: skip
        scene = scene_of(view, typeface)
        assert label in words(scene)
        assert scene.shortcuts["R"] == want.Report()
        assert asked_by(scene)["report"] == want.Report()


def test_an_answer_looked_back_on_is_somebodys_and_no_longer_reported(
    typeface: Typeface,
) -> None:
    scene = scene_of(PAGES["reveal-looking-back"], typeface)
    assert asked_by(scene) == {"back": want.Back(), "next": want.Back()}
    assert "R" not in scene.shortcuts
    assert "was picked" in words(scene)
    assert "your answer" not in words(scene)


def test_the_way_back_from_an_answer_is_named(typeface: Typeface) -> None:
    assert "hide it for now" in words(scene_of(PAGES["reveal"], typeface))
    assert "the table" in words(scene_of(PAGES["reveal-open"], typeface))


# -- between cards and at the end ----------------------------------------------------------------


def test_the_table_leads_everywhere(typeface: Typeface) -> None:
    scene = scene_of(PAGES["table"], typeface)
    assert asked_by(scene) == {
        "back": want.Back(),
        "return": want.Back(),
        "players": want.Go("players"),
        "take-back": want.TakeBack(),
        "help": want.Go("help"),
        "settings": want.Go("settings"),
        "end": want.Go("end-table"),
        "title": want.Go("title"),
    }
    assert scene.first == "return"
    assert scene.back == want.Back()
    said = words(scene)
    assert {"Take back Jonas’s answer", "Leave, keep the game", "Round 2 of 5 · Ballerina"} <= {
        *said
    }
    assert said.index("2,020") < said.index("1,840") < said.index("1,610")


@pytest.mark.parametrize(("size", "text"), ALL)
def test_a_short_name_is_never_cut_on_the_button_that_takes_an_answer_back(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    assert "Take back Jonas’s answer" in words(scene_of(PAGES["table"], typeface, size, text))


def test_the_table_offers_nothing_to_take_back_and_keeps_nothing_where_there_is_nothing(
    typeface: Typeface,
) -> None:
    assert "take-back" not in asked_by(scene_of(PAGES["table-8"], typeface))
    assert "Leave the game" in words(scene_of(PAGES["table-long"], typeface))


def test_the_podium_leads_on(typeface: Typeface) -> None:
    scene = scene_of(PAGES["podium"], typeface)
    assert asked_by(scene) == {
        "back": want.Back(),
        "look-over": want.Go("look-over"),
        "players": want.Go("players"),
        "again": want.Go("again"),
    }
    assert scene.first == "again"
    assert scene.back == want.Go("title")
    assert scene.shortcuts["L"] == want.Go("look-over")


def podiums() -> Iterator[tuple[str, tableviews.TableResultsView]]:
    for name, view in PAGES.items():
        if isinstance(view, tableviews.TableResultsView):
            yield name, view


@pytest.mark.parametrize(("size", "text"), SOME)
def test_the_podium_shows_every_side_best_first_with_name_and_score(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    for name, view in podiums():
        said = words(scene_of(view, typeface, size, text))
        scores = [word for word in said if word in {f"{p.score:,}" for p in view.places}]
        assert scores == [f"{place.score:,}" for place in view.places], name
        assert all(award.words.split()[0] in " ".join(said) for award in view.awards), name


def test_who_is_level_shares_a_place_and_a_height(typeface: Typeface) -> None:
    scene = scene_of(PAGES["podium-8"], typeface)
    assert words(scene).count("1") == 2
    tops = [op.rect[1] for op in scene.ops if isinstance(op, ops.Fade)]
    assert tops[0] == tops[1] < tops[2]
    assert tops == sorted(tops)


def test_a_podium_without_awards_has_no_empty_panel(typeface: Typeface) -> None:
    assert "AWARDS" not in words(scene_of(PAGES["podium-2"], typeface))
    assert "AWARDS" in words(scene_of(PAGES["podium"], typeface))


def test_words_on_a_washed_row_and_on_a_column_can_be_read() -> None:
    for colour in DARK_ROOM.players:
        row = mix(DARK_ROOM.room.row, colour, WASHED)
        assert contrast(DARK_ROOM.ink.text, row) >= 4.5
        assert contrast(DARK_ROOM.ink.on_amber, colour) >= 4.5
    assert contrast(DARK_ROOM.ticket.ink, DARK_ROOM.ticket.half_wash) >= 4.5


def test_everyones_own_answers_and_the_common_ones_can_be_looked_over(typeface: Typeface) -> None:
    scene = scene_of(PAGES["look-over"], typeface)
    assert asked_by(scene) == {
        "back": want.Back(),
        "side-1": want.LookOver(1),
        "side-2": want.LookOver(2),
        "side-3": want.LookOver(3),
        "common": want.LookOver(0),
    }
    assert words(scene).count("behind the curtain") == 3
    only = scene_of(PAGES["look-over-common"], typeface)
    assert asked_by(only) == {"back": want.Back(), "common": want.LookOver(0)}
    assert not any("curtain" in word for word in words(only))


def test_answers_are_headed_by_whose_they_are(typeface: Typeface) -> None:
    assert words(scene_of(PAGES["review-whose"], typeface))[0] == "JONAS’S ANSWERS"


@pytest.mark.parametrize(("size", "text"), ALL)
def test_whose_answers_these_are_is_said_however_many_they_are(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    heading = words(scene_of(PAGES["review-whose-long"], typeface, size, text))[0]
    assert heading.startswith("MMMMM")
    assert heading.endswith("…’S ANSWERS")


def test_the_table_tells_how_scoring_works_there_and_no_more(typeface: Typeface) -> None:
    scene = scene_of(PAGES["help-table"], typeface)
    assert words(scene)[:2] == ["HOW SCORING WORKS", "POINTS WHEN SEVERAL PLAY"]
    assert list(asked_by(scene)) == ["back", "part-1"]
