"""A picture on a card, opened large; a sound to listen to; and the words for both."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path

import pygame
import pytest

from quizgame.domain import views
from quizgame.domain.intents import Pause, Skip
from quizgame.ui import actions, ops
from quizgame.ui.actions import KEYS, PAD
from quizgame.ui.art import slides
from quizgame.ui.keymap import Keymap
from quizgame.ui.painter import Painter
from quizgame.ui.scene import LISTEN, PICTURE, Scene
from quizgame.ui.sheet import Sheet
from quizgame.ui.sounds import SILENCE, Sounds
from quizgame.ui.stage import Stage
from quizgame.ui.theme import DARK_ROOM, Style
from quizgame.ui.widgets.enclosed import MOST_GROWN, fitted
from tests import samples
from tests.ui import screenfuls

PAGES = dict(screenfuls.with_pictures(screenfuls.bank()))
ASKED, TYPED = PAGES["picture-asked"], PAGES["picture-asked-typed"]
SHAPES = ((600, 400), (260, 560), (720, 300), (24, 18), (1, 1), (4000, 40), (40, 4000))
Z, L = actions.Shortcut("Z"), actions.Shortcut("L")


@pytest.fixture
def sheet(assets: Path) -> Sheet:
    return Sheet(assets, (1280, 800))


def shown(sheet: Sheet, view: views.View) -> Stage:
    # So long ago that a press is no longer one left over from the page before.
    sheet.stage.show(view, -9.0)
    return sheet.stage


def pictures(scene: Scene) -> list[ops.Picture]:
    return [op for op in scene.ops if isinstance(op, ops.Picture)]


def words(scene: Scene) -> str:
    return " ".join(op.text for op in scene.ops if isinstance(op, ops.Words))


def large(stage: Stage) -> bool:
    return stage._setting.zoomed  # noqa: SLF001


def press(stage: Stage, key: str) -> None:
    target = stage.scene(0.0).target(key)
    assert target is not None
    x, y = target.rect[0] + target.rect[2] // 2, target.rect[1] + target.rect[3] // 2
    for action in (actions.Point(x, y), actions.Press(x, y), actions.Release(x, y)):
        assert stage.on(action, 0.0) is None


# -- on the ticket ---------------------------------------------------------------------------


@cache
def _drawn(assets: Path, size: tuple[int, int], text: int) -> tuple[tuple[Scene, ops.Picture], ...]:
    sheet, found = Sheet(assets, size, text), []
    for (name, view), (w, h) in product(PAGES.items(), SHAPES):
        assert isinstance(view, views.AskView | views.RevealView)
        if name != "picture-missing":
            picture = views.PictureView(screenfuls.SHOWS, w, h, b"%d %d" % (w, h))
            scene = shown(sheet, replace(view, picture=picture)).scene(0.0)
            (op,) = pictures(scene)
            found.append((scene, op))
    return tuple(found)


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", screenfuls.SIZES)
def test_a_picture_keeps_its_shape_and_grows_no_more_than_twice(
    assets: Path, size: tuple[int, int], text: int
) -> None:
    for scene, op in _drawn(assets, size, text):
        w, h = map(int, op.data.split())
        _, _, wide, high = op.rect
        assert wide <= MOST_GROWN * w
        assert high <= MOST_GROWN * h
        assert wide == pytest.approx(w * high / h, abs=1 + w / h) or 1 in (wide, high)
        assert op.rect[0] + wide <= size[0]
        if scene.view_port is None:
            assert op.rect[1] + high <= size[1]


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", screenfuls.SIZES)
def test_nothing_else_stands_on_a_picture(assets: Path, size: tuple[int, int], text: int) -> None:
    for scene, op in _drawn(assets, size, text):
        here = pygame.Rect(op.rect)
        scrolls = scene.target(PICTURE)
        others = [
            target
            for target in scene.targets
            if target.key != PICTURE and scrolls and target.scrolls == scrolls.scrolls
        ]
        assert not [target for target in others if here.colliderect(target.rect)]


def test_a_large_picture_is_large_enough_to_be_seen_beside_the_longest_words(
    assets: Path,
) -> None:
    for name in ("picture-asked", "picture-asked-crowded", "picture-asked-tall"):
        for size in screenfuls.SIZES:
            scene = shown(Sheet(assets, size), PAGES[name]).scene(0.0)
            (op,) = pictures(scene)
            assert scene.view_port is None
            assert op.rect[2] * op.rect[3] > (130 * min(size[0] / 1280, size[1] / 800)) ** 2


def test_a_card_without_a_picture_offers_what_it_always_did(sheet: Sheet) -> None:
    assert isinstance(ASKED, views.AskView)
    scene = shown(sheet, replace(ASKED, picture=None)).scene(0.0)
    assert not pictures(scene)
    assert not {PICTURE, LISTEN} & {target.key for target in scene.targets}
    assert "look closer" not in words(scene)
    before = sheet.stage.scene(0.0).ops
    for action in (Z, L):
        assert sheet.stage.on(action, 0.0) is None
    assert sheet.stage.scene(0.0).ops == before


def test_the_words_of_a_picture_that_is_not_there_stand_in_its_place(sheet: Sheet) -> None:
    scene = shown(sheet, PAGES["picture-missing"]).scene(0.0)
    assert f"Picture: {screenfuls.SHOWS}" in words(scene)
    assert scene.target(PICTURE) is None
    stage = sheet.stage
    stage.on(Z, 0.0)
    assert not large(stage)


# -- opened large ----------------------------------------------------------------------------


def test_a_key_a_click_and_a_button_open_the_picture_large(sheet: Sheet) -> None:
    stage = shown(sheet, ASKED)
    small = pictures(stage.scene(0.0))[0].rect
    for way in ("key", "click", "focus"):
        if way == "click":
            press(stage, PICTURE)
        elif way == "focus":
            stage._focus(PICTURE)  # noqa: SLF001
            assert stage.on(actions.Confirm(), 0.0) is None
        else:
            assert stage.on(Z, 0.0) is None
        assert pictures(stage.scene(0.0))[0].rect[2] > small[2]
        assert screenfuls.SHOWS in words(stage.scene(0.0))
        stage.on(actions.Confirm(), 0.0)
        assert pictures(stage.scene(0.0))[0].rect == small
    event = pygame.event.Event(
        pygame.CONTROLLERBUTTONDOWN, button=pygame.CONTROLLER_BUTTON_RIGHTSTICK
    )
    assert Keymap().action(event, typing=False) == Z


@pytest.mark.parametrize(
    "action",
    [
        Z,
        actions.Shortcut("A"),
        actions.Shortcut("S"),
        actions.Shortcut("P"),
        actions.Cancel(),
        actions.Confirm(),
        actions.Move(0, 1),
        actions.Tab(1),
        actions.Press(5, 5),
        actions.Text("a"),
    ],
)
def test_any_key_closes_it_and_does_nothing_else(sheet: Sheet, action: actions.Action) -> None:
    stage = shown(sheet, ASKED)
    before = stage.scene(0.0)
    stage.on(Z, 0.0)
    assert stage.on(action, 0.0) is None
    assert not large(stage)
    assert stage.scene(0.0).ops == before.ops


def test_a_hand_that_only_moves_leaves_it_open(sheet: Sheet) -> None:
    stage = shown(sheet, ASKED)
    stage.on(Z, 0.0)
    for action in (actions.Point(5, 5), actions.Release(5, 5), actions.Lift(), actions.Wheel(1)):
        assert stage.on(action, 0.0) is None
        assert large(stage)


def test_the_clock_runs_on_over_an_open_picture_and_can_be_seen(sheet: Sheet) -> None:
    assert isinstance(ASKED, views.AskView)
    for left in (12.0, 3.0):
        stage = shown(sheet, replace(ASKED, clock=views.ClockView(20, left)))
        if left == 12.0:
            stage.on(Z, 0.0)
        (clock,) = (op for op in stage.scene(0.0).ops if isinstance(op, ops.Leader))
        assert clock.seconds == str(int(left))
        assert large(stage)


def test_an_interruption_and_another_page_close_it(sheet: Sheet) -> None:
    stage = shown(sheet, ASKED)
    stage.on(Z, 0.0)
    stage.let_go()
    assert not large(stage)
    stage.on(Z, 0.0)
    stage.show(PAGES["picture-answered"], 0.0)
    assert not large(stage)


def test_on_a_card_to_be_typed_the_letter_is_typed_and_any_letter_closes(sheet: Sheet) -> None:
    stage = shown(sheet, TYPED)
    typing = [stage.typing]
    press(stage, PICTURE)
    assert large(stage)
    assert stage.typed_in(0.0) is None
    typing.append(stage.typing)
    stage.on(actions.Shortcut("K"), 0.0)
    typing.append(stage.typing)
    assert typing == [True, False, True]


def test_what_was_left_over_from_the_page_before_opens_nothing(sheet: Sheet) -> None:
    sheet.stage.show(ASKED, 0.0)
    sheet.stage.on(Z, 0.1)
    assert not large(sheet.stage)


def test_the_keys_are_named_at_the_foot(sheet: Sheet) -> None:
    view = PAGES["picture-asked-tall"]
    for device, named in ((KEYS, "Z look closer L listen"), (PAD, "Right stick look closer")):
        sheet.set_up(device=device)
        assert named in words(shown(sheet, view).scene(0.0))


# -- a sound ---------------------------------------------------------------------------------


def test_a_sound_is_played_and_ended_by_its_key_and_by_its_button(sheet: Sheet) -> None:
    stage = shown(sheet, PAGES["picture-asked-tall"])
    played = [stage.played]
    stage.on(L, 0.0)
    played.append(stage.played)
    assert "Stop" in words(stage.scene(0.0))
    press(stage, LISTEN)
    played.append(stage.played)
    assert played == [None, b"OggS", None]
    assert "Listen" in words(stage.scene(0.0))


def test_a_sound_ends_with_its_card_with_an_interruption_and_by_itself(sheet: Sheet) -> None:
    stage = shown(sheet, PAGES["picture-asked-tall"])
    for end in (
        stage.heard_out,
        stage.let_go,
        lambda: stage.show(PAGES["picture-answered-tall"], 0.0),
    ):
        stage.on(L, 9.0)
        assert stage.played
        end()
        assert stage.played is None


def test_where_nothing_can_be_heard_the_words_stand_alone(sheet: Sheet) -> None:
    stage = shown(sheet, PAGES["picture-asked-tall"])
    stage.set_up(size=(1280, 800), text=100, calm=True, device=KEYS, audible=False)
    scene = stage.scene(0.0)
    assert "Sound: A foghorn" in words(scene)
    assert scene.target(LISTEN) is None
    stage.on(L, 0.0)
    assert stage.played is None


class Music:
    """What plays a sound, in a test."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.busy = True

    def load(self, data: BytesIO, kind: str) -> None:
        self.done.append(f"load {data.read().decode()} as {kind}")

    def play(self) -> None:
        self.done.append("play")

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def get_busy(self) -> bool:
        return self.busy

    def stop(self) -> None:
        self.done.append("stop")

    def unload(self) -> None:
        self.done.append("unload")


@pytest.fixture
def music(monkeypatch: pytest.MonkeyPatch) -> Music:
    made = Music()
    monkeypatch.setattr(pygame.mixer, "music", made)
    monkeypatch.setattr(pygame.mixer, "get_init", lambda: (44100, -16, 1))
    monkeypatch.setattr(pygame.mixer, "quit", lambda: made.done.append("quit"))
    return made


def test_a_card_is_heard_at_the_volume_of_the_game_until_it_is_over(music: Music) -> None:
    sounds = Sounds(Path("none"))
    horn, bell = b"horn", b"bell"
    assert sounds.play_card(horn, 70, 1.0)
    assert sounds.play_card(horn, 40, 2.0)
    assert music.volume == 0.4
    assert sounds.play_card(bell, 40, 3.0)
    music.busy = False
    assert not sounds.play_card(bell, 40, 4.0)
    again = ["load horn as ogg", "play", "stop", "unload", "load bell as ogg", "play"]
    assert music.done == [*again, "stop", "unload"]


def test_without_volume_or_without_a_sound_nothing_is_opened(music: Music) -> None:
    sounds = Sounds(Path("none"))
    assert not sounds.play_card(b"horn", 0, 1.0)
    assert not sounds.play_card(b"", 70, 1.0)
    assert not sounds.play_card(None, 70, 1.0)
    assert music.done == []


def test_while_a_card_is_heard_the_device_is_not_let_go(music: Music) -> None:
    sounds = Sounds(Path("none"))
    horn = b"horn"
    for second in range(int(SILENCE) * 3):
        sounds.play_card(horn, 70, float(second))
        sounds.rest(float(second))
    assert "quit" not in music.done
    sounds.play_card(None, 70, 30.0)
    sounds.rest(31.0 + SILENCE)
    assert music.done[-1] == "quit"


def test_a_sound_that_is_broken_is_over_at_once(
    music: Music, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_data: BytesIO, _kind: str) -> None:
        raise pygame.error

    monkeypatch.setattr(music, "load", broken)
    sounds = Sounds(Path("none"))
    assert not sounds.play_card(b"horn", 70, 1.0)
    assert not sounds.mute


# -- painted ---------------------------------------------------------------------------------


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    sizes: list[tuple[int, int]] = []
    real = slides.slide

    def counted(
        data: bytes, size: tuple[int, int], radius: int, mat: tuple[int, int, int]
    ) -> pygame.Surface | None:
        sizes.append(size)
        return real(data, size, radius, mat)

    monkeypatch.setattr(slides, "slide", counted)
    return sizes


def test_a_picture_is_unpacked_once_for_a_size_and_forgotten_with_its_card(
    sheet: Sheet, unpacked: list[tuple[int, int]]
) -> None:
    for _ in range(3):
        sheet.paint(ASKED)
    assert len(unpacked) == 1
    for _ in range(2):
        sheet.stage.on(Z, 9.0)
        sheet.painter.paint(sheet.surface, sheet.stage.ops(9.0))
    assert len(unpacked) == 2
    sheet.paint(views.TitleView())
    assert not sheet.painter._slides._kept  # noqa: SLF001
    sheet.paint(ASKED)
    assert len(unpacked) == 3


def _painted(sheet: Sheet, data: bytes, alt: str = "A hill") -> pygame.Surface:
    surface = pygame.Surface((200, 100))
    style, ink = Style("regular", 16), DARK_ROOM.ink.text
    op = ops.Picture((20, 20, 160, 60), 8, data, alt, style, ink)
    Painter(sheet.painter._typeface, DARK_ROOM).paint(surface, [op])  # noqa: SLF001
    return surface


def test_a_picture_fills_its_place_but_for_its_corners(sheet: Sheet) -> None:
    surface = _painted(sheet, samples.photo(320, 120))
    assert surface.get_at((20, 20))[:3] == (0, 0, 0)
    assert surface.get_at((28, 50))[:3] != (0, 0, 0)
    assert surface.get_at((19, 50))[:3] == (0, 0, 0)
    assert surface.get_bounding_rect().contains((20, 20, 160, 60))


def test_bytes_that_turn_out_to_be_no_picture_leave_the_words(sheet: Sheet) -> None:
    told, nothing = _painted(sheet, b"no picture"), _painted(sheet, b"no picture", "")
    black = pygame.Surface((200, 100))
    assert pygame.image.tobytes(told, "RGB") != pygame.image.tobytes(black, "RGB")
    assert pygame.image.tobytes(nothing, "RGB") == pygame.image.tobytes(black, "RGB")


@pytest.mark.parametrize("depth", [8, 24, 32])
def test_pictures_of_any_depth_are_shown(depth: int) -> None:
    made = pygame.Surface((30, 20), 0, depth)
    made.fill((200, 30, 40))
    file = BytesIO()
    pygame.image.save(made, file, "made.png")
    drawn = slides.slide(file.getvalue(), (60, 40), 4, (0, 0, 0))
    assert drawn is not None
    assert tuple(drawn.get_at((30, 20)))[3] == 255
    assert depth == 8 or tuple(drawn.get_at((30, 20)))[:3] == (200, 30, 40)


def test_what_can_be_seen_through_shows_the_mat() -> None:
    made = pygame.Surface((30, 20), pygame.SRCALPHA)
    file = BytesIO()
    pygame.image.save(made, file, "made.png")
    drawn = slides.slide(file.getvalue(), (60, 40), 0, (9, 8, 7))
    assert drawn is not None
    assert tuple(drawn.get_at((30, 20))) == (9, 8, 7, 255)


def test_a_picture_fits_its_room_in_proportion() -> None:
    assert fitted(views.PictureView("", 600, 400), 300, 900) == (300, 200)
    assert fitted(views.PictureView("", 600, 400), 900, 100) == (150, 100)
    assert fitted(views.PictureView("", 24, 18), 900, 900) == (48, 36)
    assert fitted(views.PictureView("", 4000, 1), 400, 400) == (400, 1)


def test_pausing_and_skipping_go_on_as_before_beside_a_picture(sheet: Sheet) -> None:
    stage = shown(sheet, ASKED)
    assert stage.on(actions.Shortcut("S"), 0.0) == Skip()
    assert stage.on(actions.Cancel(), 0.0) == Pause()
