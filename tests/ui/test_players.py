"""Who is playing: rows that line up, names that stay in them, hands that reach everything."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.settings import Settings
from quizgame.domain.tableviews import PlayersView, PlayerView
from quizgame.ui import actions, ops
from quizgame.ui.actions import KEYS, MOUSE, PAD
from quizgame.ui.page import Page, Setting
from quizgame.ui.scene import FIELD, Scene, Target
from quizgame.ui.sheet import Sheet
from quizgame.ui.stage import Stage, compose
from quizgame.ui.theme import DARK_ROOM, contrast, mix, tier_colour
from quizgame.ui.typeface import Typeface
from quizgame.ui.widgets.seats import LIGHTER
from quizgame.ui.widgets.typewriter import in_room
from tests.ui import playerfuls, screenfuls
from tests.ui.hands import reached_by_arrows, reached_by_tab, wanted
from tests.ui.laying import faults, painted_words, touches

PAGES = dict(playerfuls.every_page())
SIZES = [*screenfuls.SIZES, (3840, 2160), (960, 1200)]
SETTINGS = [(size, text) for size in SIZES for text in (100, 125, 150, 200)]
LONG_MESSAGE = (
    "The saved progress could not be read; it was set aside as progress-2024-06-01.sqlite3 and a "
    "new one was begun."
)
TITLES = {
    "title": views.TitleView(),
    "title-continue": views.TitleView("Ballerina · card 7 of 10"),
    "title-message": views.TitleView("", LONG_MESSAGE),
    "title-both": views.TitleView("Ballerina · card 107 of 113", LONG_MESSAGE),
}


def laid_out(
    view: views.View,
    typeface: Typeface,
    size: tuple[int, int] = (1280, 800),
    text: int = 100,
    device: str = KEYS,
) -> Scene:
    page = Page(Setting(size, text / 100, device), typeface, DARK_ROOM)
    compose(page, view)
    return page.scene()


def stage_with(
    assets: Path, view: views.View, size: tuple[int, int] = (1280, 800), text: int = 100
) -> Stage:
    stage = Sheet(assets, size, text).stage
    stage.show(view, -9.0)
    stage.scene(0.0)
    return stage


def found(scene: Scene, key: str) -> Target:
    target = scene.target(key)
    assert target is not None, key
    return target


def texts(scene: Scene) -> list[str]:
    return [op.text for op in scene.ops if isinstance(op, ops.Words)]


def players(name: str) -> PlayersView:
    view = PAGES[name]
    assert isinstance(view, PlayersView)
    return view


def player(name: str) -> PlayerView:
    view = PAGES[name]
    assert isinstance(view, PlayerView)
    return view


# -- how the pages stand --------------------------------------------------------------------------


@pytest.mark.parametrize("device", [KEYS, MOUSE, PAD])
@pytest.mark.parametrize(("size", "text"), SETTINGS)
def test_every_page_fits(typeface: Typeface, size: tuple[int, int], text: int, device: str) -> None:
    least = 24 * min(size[0] / 1280, size[1] / 800)
    for name, view in {**PAGES, **TITLES}.items():
        scene = laid_out(view, typeface, size, text, device)
        assert not faults(scene, typeface, size), f"{name} at {size}, {text} %"
        assert scene.furthest_scroll == 0 or scene.furthest_scroll >= round(least), name
        for one, two in combinations([t for t in scene.targets if not t.owner], 2):
            if one.scrolls == two.scrolls:
                assert not touches(one.rect, two.rect), f"{name}: {one.key} and {two.key}"


@pytest.mark.parametrize("size", screenfuls.SIZES)
def test_targets_are_large_enough_to_hit(typeface: Typeface, size: tuple[int, int]) -> None:
    least = 44 * min(size[0] / 1280, size[1] / 800) - 1
    for name, view in {**PAGES, **TITLES}.items():
        for target in laid_out(view, typeface, size).targets:
            if not target.owner:
                assert min(target.rect[2:]) >= least, f"{name}: {target}"


@pytest.mark.parametrize(("size", "text"), SETTINGS)
@pytest.mark.parametrize("name", ["players-eight", "players-episodes"])
def test_names_of_any_script_stay_in_their_row(
    typeface: Typeface, name: str, size: tuple[int, int], text: int
) -> None:
    scene = laid_out(players(name), typeface, size, text)
    words = painted_words(scene, typeface)
    for row in players(name).rows:
        target, cross = (
            found(scene, f"player-{row.player}"),
            found(scene, f"remove-{row.player}").rect,
        )
        x, y, w, h = target.rect
        inside = [
            (t, box)
            for t, box, clip in words
            if x <= box[0] < x + w and y <= box[1] < y + h and target.scrolls == bool(clip)
        ]
        shown = row.who.name.replace("'", "’")
        assert any(t and (t == shown or t[:-1] == shown[: len(t) - 1]) for t, _ in inside)
        assert any(t == row.seen.label for t, _ in inside)
        for t, (left, top, wide, tall) in inside:
            assert left + wide < cross[0], t
            assert top + tall <= y + h, t


@pytest.mark.parametrize(("size", "text"), SETTINGS)
def test_the_button_that_starts_stays_in_sight(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    for name in ("players", "players-known", "players-eight", "players-episodes"):
        start = found(laid_out(players(name), typeface, size, text), "start")
        assert not start.scrolls
        assert start.intent == want.Start()
        assert start.rect[1] + start.rect[3] < size[1]


def test_a_full_table_needs_no_scrolling_at_the_usual_size(typeface: Typeface) -> None:
    for size in screenfuls.SIZES:
        assert laid_out(players("players-eight"), typeface, size).view_port is None


def test_rows_stay_where_they_are_while_paletteare_added(typeface: Typeface) -> None:
    tops = {
        found(
            laid_out(
                replace(players("players"), rows=playerfuls.rows(playerfuls.LADDER, *range(count))),
                typeface,
            ),
            "player-1",
        ).rect[1]
        for count in range(1, 5)
    }
    assert len(tops) == 1


def test_each_player_has_a_shape_and_a_colour_of_their_own(typeface: Typeface) -> None:
    scene = laid_out(players("players-eight"), typeface)
    shapes = [op.name for op in scene.ops if isinstance(op, ops.Symbol)]
    discs = [op.fill for op in scene.ops if isinstance(op, ops.Panel)]
    assert len({name for name in shapes if name not in {"back", "cross", "check"}}) == 8
    assert all(discs.count(colour) >= 1 for colour in DARK_ROOM.players)


def test_badges_tiers_and_the_field_can_be_made_out() -> None:
    room, ink, palette = DARK_ROOM.room, DARK_ROOM.ink, DARK_ROOM.players
    for colour in palette:
        assert contrast(colour, ink.on_amber) >= 3
        assert contrast(colour, room.panel) >= 3
    for count in range(2, 31):
        for tier in range(count):
            colour = tier_colour(DARK_ROOM.tiers, tier, count)
            assert contrast(mix(colour, ink.text, LIGHTER), room.panel) >= 4.5
            assert contrast(colour, room.row) >= 4.5
    page = Page(Setting((1280, 800)), Typeface(Path()), DARK_ROOM)
    assert contrast(in_room(page).edge, room.night) >= 3


# -- what is said ---------------------------------------------------------------------------------


def test_a_row_says_who_looks_on_who_keeps_progress_and_the_team(typeface: Typeface) -> None:
    shown = texts(laid_out(players("players-eight"), typeface))
    assert shown.count("keeps progress") == 3
    assert shown.count("guest") == 4
    assert shown.count("looks on · guest") == 1
    assert shown.count("Team A") == 2


@pytest.mark.parametrize(("size", "text"), SETTINGS)
def test_why_it_cannot_start_yet_is_in_sight(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    scene = laid_out(players("players-alone"), typeface, size, text)
    assert scene.target("start") is None
    assert "Raise the curtain" in texts(scene)
    runs = [op for op in scene.ops if isinstance(op, ops.Words) and op.text.strip()]
    clips = [clip for _, _, clip in painted_words(scene, typeface)]
    why = [
        (op, clip)
        for op, clip in zip(runs, clips, strict=True)
        if op.colour == DARK_ROOM.ink.amber and op.text in playerfuls.ALONE
    ]
    assert why
    assert all(clip is None or op.y < clip[1] + clip[3] for op, clip in why)


def test_in_the_middle_of_a_game_only_the_players_change(typeface: Typeface) -> None:
    scene = laid_out(players("players-under-way"), typeface)
    assert "Who joins plays from the next round on." in texts(scene)
    assert found(scene, "start").intent == want.Back()
    assert "Back to the game" in texts(scene)
    asked = {type(target.intent) for target in scene.targets}
    assert asked == {want.Back, want.AddPlayer, want.EditPlayer, want.RemovePlayer}


def test_nobody_is_offered_a_seat_where_there_is_none(typeface: Typeface) -> None:
    view = replace(players("players-eight"), known=((11, "Anneke"),))
    assert not any(isinstance(t.intent, want.AddPlayer) for t in laid_out(view, typeface).targets)


# -- what is asked for ----------------------------------------------------------------------------


def test_every_target_of_the_set_up_asks_for_what_it_says(typeface: Typeface) -> None:
    scene = laid_out(players("players-known"), typeface)
    assert {target.key: target.intent for target in scene.targets} == {
        "back": want.Back(),
        **{f"player-{n}": want.EditPlayer(n) for n in (1, 2, 3)},
        **{f"remove-{n}": want.RemovePlayer(n) for n in (1, 2, 3)},
        "add": want.AddPlayer(),
        **{f"known-{n}": want.AddPlayer(n) for n in range(11, 16)},
        "way-pass": want.Change("table_way", "pass"),
        "way-share": want.Change("table_way", "share"),
        **{f"table_rounds-{n}": want.Change("table_rounds", n) for n in ("3", "5", "10")},
        **{f"table_clock-{n}": want.Change("table_clock", n) for n in ("0", "20", "40", "60")},
        "set-table_stakes": want.Change("table_stakes", "on"),
        "set-table_bets": want.Change("table_bets", "on"),
        "set-table_steals": want.Change("table_steals", "off"),
        "start": want.Start(),
    }
    assert scene.back == want.Back()


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("name", [*PAGES, *TITLES])
def test_every_target_is_reached_by_tab_and_seen_when_focused(
    assets: Path, name: str, text: int
) -> None:
    stage = stage_with(assets, {**PAGES, **TITLES}[name], (960, 600), text)
    assert reached_by_tab(stage) == wanted(stage.scene(0.0))


@pytest.mark.parametrize("text", [100, 125, 200])
@pytest.mark.parametrize("name", [*PAGES, *TITLES])
def test_every_target_is_reached_by_the_arrows(assets: Path, name: str, text: int) -> None:
    stage = stage_with(assets, {**PAGES, **TITLES}[name], text=text)
    assert reached_by_arrows(stage) == wanted(stage.scene(0.0))


@pytest.mark.parametrize("name", PAGES)
def test_every_target_is_pressed_by_the_pointer(assets: Path, name: str) -> None:
    stage = stage_with(assets, PAGES[name])
    for target in stage.scene(0.0).targets:
        scene = stage.scene(0.0)
        x, y, w, h = target.rect
        spot = (x + w // 2, y + h // 2)
        hit = scene.at(*spot)
        if target.scrolls and hit is None:
            continue
        assert hit is not None
        stage.on(actions.Press(*spot), 0.0)
        assert stage.on(actions.Release(*spot), 0.0) == hit.intent


def test_the_focus_goes_from_a_row_to_its_cross_and_back(assets: Path) -> None:
    stage = stage_with(assets, players("players"))
    stage.on(actions.Move(0, 1), 0.0)
    assert stage.focus == "player-2"
    for dx, there in ((1, "remove-2"), (1, "way-pass"), (-1, "remove-2"), (-1, "player-2")):
        stage.on(actions.Move(dx, 0), 0.0)
        assert stage.focus == there


# -- the page of a player -------------------------------------------------------------------------


def test_the_name_is_typed_at_once_and_enter_is_done(assets: Path) -> None:
    stage = stage_with(assets, player("player"))
    assert stage.focus == FIELD
    assert stage.on(actions.Text("님"), 0.0) == want.Edit("지우님")
    assert stage.on(actions.Erase(), 0.0) == want.Edit("지")
    assert stage.on(actions.Confirm(), 0.0) == want.Back()


def test_the_rows_are_reached_from_the_name_and_changed_with_left_and_right(assets: Path) -> None:
    stage = stage_with(assets, player("player"))
    for dx in (-1, 1):
        assert stage.on(actions.Move(dx, 0), 0.0) is None
        assert stage.focus == FIELD
    stage.on(actions.Move(0, 1), 0.0)
    assert stage.focus == "set-player_seen"
    assert stage.on(actions.Move(-1, 0), 0.0) == want.Change("player_seen", "2")
    assert stage.on(actions.Move(1, 0), 0.0) == want.Change("player_seen", "4")
    stage.on(actions.Tab(1), 0.0)
    assert stage.focus == "set-player_plays"
    assert stage.on(actions.Move(1, 0), 0.0) == want.Change("player_plays", "off")
    assert stage.on(actions.Text("!"), 0.0) == want.Edit("지우!")
    assert stage.focus == FIELD


def test_an_empty_name_shows_what_the_player_is_called_meanwhile(typeface: Typeface) -> None:
    assert "Player 2" in texts(laid_out(player("player-new"), typeface))
    assert "Player 2" not in texts(laid_out(player("player"), typeface))


def test_a_player_can_be_removed_only_where_that_is_offered(typeface: Typeface) -> None:
    scene = laid_out(player("player"), typeface)
    assert found(scene, "remove").intent == want.RemovePlayer(2)
    assert found(scene, "done").intent == want.Back()
    assert laid_out(player("player-new"), typeface).target("remove") is None


@pytest.mark.parametrize(
    ("name", "typed"),
    [("", "M"), ("Mi", "Mim"), ("Mina ", "Mina M"), ("Anna-", "Anna-M"), ("O'", "O'M")],
)
def test_keys_on_the_screen_write_the_first_letters_of_a_name_large(
    typeface: Typeface, name: str, typed: str
) -> None:
    scene = laid_out(replace(player("player"), name=name), typeface, device=PAD)
    asked = {target.intent for target in scene.targets if target.key.startswith("key-")}
    assert want.Edit(typed) in asked
    assert want.Edit(name[:-1]) in asked


def test_keys_on_the_screen_write_answers_small(typeface: Typeface) -> None:
    view = dict(screenfuls.every_page())["question-typeanswer"]
    scene = laid_out(view, typeface, device=PAD)
    asked = {target.intent for target in scene.targets if target.key.startswith("key-")}
    assert want.Edit("m") in asked
    assert want.Edit("M") not in asked


def test_on_and_off_are_told_in_words_where_they_have_some(typeface: Typeface) -> None:
    scene = laid_out(player("player"), typeface)
    assert {"Plays", "Looks on", "Guest: leaves no trace", "Progress is kept"} <= set(texts(scene))
    assert not {"On", "Off"} & set(texts(scene))


@pytest.mark.parametrize(("size", "text"), SETTINGS)
@pytest.mark.parametrize("name", ["player", "player-episodes", "player-arabic"])
def test_every_tier_of_a_ladder_is_one_press_away_and_named(
    typeface: Typeface, name: str, size: tuple[int, int], text: int
) -> None:
    view = player(name)
    ladder = view.choices[0]
    scene = laid_out(view, typeface, size, text)
    row = found(scene, "set-player_seen")
    for value, _ in ladder.values:
        piece = found(scene, f"player_seen-{value}")
        assert piece.intent == want.Change("player_seen", value)
        assert piece.owner == "set-player_seen"
        assert row.rect[0] <= piece.rect[0]
        assert piece.rect[0] + piece.rect[2] <= row.rect[0] + row.rect[2]
    assert dict(ladder.values)[ladder.value] in texts(scene)


def test_the_name_of_an_input_method_stands_in_the_field(assets: Path) -> None:
    stage = stage_with(assets, player("player-new"))
    stage.on(actions.Compose("미"), 0.0)
    shown = [op.text for op in stage.ops(0.0) if isinstance(op, ops.Words)]
    assert "미" in shown
    assert "Player 2" not in shown
    assert stage.on(actions.Text("미"), 0.0) == want.Edit("미")


# -- the title and the settings -------------------------------------------------------------------


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("name", TITLES)
def test_the_title_offers_to_play_together(typeface: Typeface, name: str, text: int) -> None:
    scene = laid_out(TITLES[name], typeface, (960, 600), text)
    assert [target.key for target in scene.targets] == [
        *(["continue"] if TITLES[name].unfinished else []),
        *("play", "together", "today", "rehearsal", "progress"),
        *("shelf", "people", "help", "settings", "quit"),
    ]
    play, together = found(scene, "play"), found(scene, "together")
    assert together.intent == want.Go("together")
    assert abs(play.rect[2] - together.rect[2]) <= 1
    assert play.rect[3] == together.rect[3]


def test_the_settings_show_the_rows_they_are_given_and_no_other(typeface: Typeface) -> None:
    choices = Settings().everyday
    for rows in (choices, choices[:2]):
        scene = laid_out(views.SettingsView(rows), typeface)
        assert wanted(scene) == {"back", *(f"set-{row.name}" for row in rows)}
