"""What is shown of a card besides its words: read once, while it is on the screen."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.cards import Card, Picture, SingleChoice, Sound
from quizgame.services.game import Game
from quizgame.services.projector import Projector
from tests import samples
from tests.hostile.pictures import ogg, png
from tests.support import LOW, card, open_game, start

EXTRA = "    image: {file: hill.png, alt: A hill}\n    sound: {file: horn.ogg, alt: A horn}\n"
PACK = LOW + "cards:\n" + card("hill", "start", "choice", "lamp", extra=EXTRA)


class Reader:
    """A shelf that remembers what was asked of it."""

    def __init__(self, **files: bytes) -> None:
        self.files = files
        self.asked: list[str] = []

    def media(self, _pack_id: str, name: str) -> bytes | None:
        self.asked.append(name)
        return self.files.get(name.partition(".")[0])


def made(name: str) -> Card:
    return Card(
        id=name,
        tier=0,
        category="",
        stem="",
        kind=SingleChoice(("a", "b"), 0),
        why="",
        difficulty=1,
        picture=Picture(f"{name}.png", "What it shows"),
        sound=Sound(f"{name}.ogg", "What is heard"),
    )


def asked(folder: Path, **files: bytes) -> views.AskView:
    (folder / "packs").mkdir()
    for name, data in files.items():
        (folder / "packs" / name.replace("_", ".")).write_bytes(data)
    game = open_game(folder, PACK)
    return _begun(game)


def _begun(game: Game) -> views.AskView:
    for intent in start(0):
        game.send(intent)
    view = game.view()
    assert isinstance(view, views.AskView)
    return view


def test_a_card_comes_with_its_picture_its_sound_and_their_words(tmp_path: Path) -> None:
    photo, horn = samples.photo(30, 20), ogg()
    view = asked(tmp_path, hill_png=photo, horn_ogg=horn)
    assert view.picture == views.PictureView("A hill", 30, 20, photo)
    assert view.sound == views.SoundView("A horn", horn)


@pytest.mark.parametrize(
    "broken",
    [b"", b"no picture", png()[:-20], png(5000, 2), png().replace(b"IHDR", b"IHDZ")],
    ids=["empty", "text", "cut off", "too large", "damaged"],
)
def test_what_is_broken_or_too_large_leaves_its_words(tmp_path: Path, broken: bytes) -> None:
    view = asked(tmp_path, hill_png=broken, horn_ogg=broken)
    assert view.picture == views.PictureView("A hill")
    assert view.sound == views.SoundView("A horn")


def test_what_is_not_there_leaves_its_words(tmp_path: Path) -> None:
    view = asked(tmp_path)
    assert view.picture == views.PictureView("A hill")
    assert view.sound == views.SoundView("A horn")


def test_a_picture_is_found_in_a_zip(tmp_path: Path) -> None:
    packs, photo = tmp_path / "packs", samples.photo(30, 20)
    packs.mkdir()
    with ZipFile(packs / "tower.quizpack", "w") as whole:
        whole.writestr("pack.yaml", PACK.replace("id: lighthouse", "id: tower"))
        whole.writestr("hill.png", photo)
    game = open_game(tmp_path, PACK)
    for intent in (want.Go("play"), want.ChoosePack("tower"), want.Start()):
        game.send(intent)
    view = game.view()
    assert isinstance(view, views.AskView)
    assert view.picture == views.PictureView("A hill", 30, 20, photo)


def test_an_answer_keeps_the_picture_of_its_question_and_shows_it_when_looked_back_on(
    tmp_path: Path,
) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "hill.png").write_bytes(samples.photo(30, 20))
    game = open_game(tmp_path, PACK)
    picture = _begun(game).picture
    for intents in ((want.Skip(),), (want.Next(), want.Go("review"), want.OpenAnswer(0))):
        for intent in intents:
            game.send(intent)
        view = game.view()
        assert isinstance(view, views.RevealView)
        assert view.picture == picture


def test_a_card_on_the_screen_is_read_once() -> None:
    shelf, one, two = Reader(one=png(), two=png()), made("one"), made("two")
    projector = Projector(shelf)
    first = projector.shown("pack", one)
    assert projector.shown("pack", one) is first
    assert shelf.asked == ["one.png", "one.ogg"]
    projector.shown("pack", two)
    projector.shown("pack", one)
    assert shelf.asked == ["one.png", "one.ogg", "two.png", "two.ogg", "one.png", "one.ogg"]


def test_in_the_dark_it_holds_nothing() -> None:
    shelf, one = Reader(one=png()), made("one")
    projector = Projector(shelf)
    projector.shown("pack", one)
    projector.dark()
    assert projector._shown.picture is None  # noqa: SLF001
    assert projector._card is None  # noqa: SLF001


def test_bytes_and_files_are_left_out_of_every_repr() -> None:
    assert "PNG" not in repr(views.PictureView("A hill", 2, 2, png()))
    assert "OggS" not in repr(views.SoundView("A horn", ogg()))
    assert "one.png" not in repr(made("one"))
