"""One file to hand on: the same bytes everywhere, and the author's text as it was."""

import io
import os
import time
import zipfile
from pathlib import Path

import pytest

from quizgame.storage.archive import open_pack
from quizgame.storage.filenames import INSIDE
from quizgame.storage.packbuild import build, named_media
from quizgame.storage.packfile import load
from quizgame.storage.refused import PackRefusedError
from tests.hostile import pictures
from tests.hostile.archives import CARD, PACK, with_image
from tests.samples import lantern

NOTED = pictures.png(2, 2, pictures.chunk(b"tEXt", b"by Silas"))


def folder_pack(folder: Path, text: bytes, **files: bytes) -> Path:
    folder.mkdir()
    (folder / INSIDE).write_bytes(text)
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    return folder


def two_images(one: str, other: str) -> bytes:
    second = "    difficulty: 3\n"
    image = f"{second}    image: {{file: {other}, alt: A boat}}\n"
    return with_image(one, lantern().replace(second, image, 1))


def built(path: Path) -> bytes:
    into = io.BytesIO()
    build(open_pack(path), into)
    return into.getvalue()


def names_in(data: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def text_in(data: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read(INSIDE)


def test_building_twice_or_what_was_built_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_pack(tmp_path / "boat", with_image("a.png"), a_png=NOTED)
    first = built(folder)
    again = tmp_path / "again.quizpack"
    again.write_bytes(first)
    assert built(again) == first
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    os.utime(folder / "a.png", (10**9, 10**9))
    (folder / "a.png").chmod(0o600)
    assert built(folder) == first
    monkeypatch.undo()
    time.tzset()


def test_the_order_and_the_names_of_files_leave_no_trace(tmp_path: Path) -> None:
    one = two_images("a.png", "b.png")
    other = two_images("y.png", "zz.png")
    small, large = pictures.png(2, 2), pictures.png(3, 3)
    first = built(folder_pack(tmp_path / "one", one, a_png=small, b_png=large))
    assert built(folder_pack(tmp_path / "other", other, zz_png=large, y_png=small)) == first


def test_only_what_is_named_goes_in_under_names_that_tell_nothing(tmp_path: Path) -> None:
    text = with_image("boat.png")
    folder = folder_pack(tmp_path / "boat", text, boat_png=NOTED, silas_png=NOTED, notes_txt=b"x")
    into = io.BytesIO()
    made = build(open_pack(folder), into)
    names = names_in(into.getvalue())
    assert names[0] == INSIDE
    assert len(names) == 2
    assert names[1].startswith("m/")
    assert made.files == 1
    assert made.left_out == ("silas.png",)
    assert b"boat.png" not in into.getvalue()
    assert b"Silas" not in zipfile.ZipFile(into).read(names[1])


def test_the_author_s_text_stays_as_it_was_but_for_the_names(tmp_path: Path) -> None:
    text = lantern().replace(
        "title: The", "cover: {file: 'c.png', alt: c.png} # c.png\r\ntitle: The"
    )
    text = text.replace(CARD, f'{CARD}    image:\n      alt: a.png\n      file: "a.png"\n', 1)
    data = built(
        folder_pack(tmp_path / "boat", text.encode(), a_png=pictures.png(), c_png=pictures.png(3))
    )
    after = text_in(data).decode()
    cover, boat = (one.name for one in named_media(text_in(data)))
    assert {INSIDE, boat, cover} == set(names_in(data))
    assert after.replace(boat, "a.png").replace(cover, "c.png") == text


def test_two_names_of_one_picture_become_one(tmp_path: Path) -> None:
    text = two_images("a.png", "b.png")
    data = built(folder_pack(tmp_path / "boat", text, a_png=pictures.png(), b_png=pictures.png()))
    assert len(names_in(data)) == 2


def test_a_pack_in_one_file_without_pictures_is_built_too(tmp_path: Path) -> None:
    path = tmp_path / "lantern.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + PACK)
    data = built(path)
    assert names_in(data) == [INSIDE]
    assert text_in(data) == PACK


def test_the_built_pack_is_the_pack_that_was_written(tmp_path: Path) -> None:
    folder = folder_pack(tmp_path / "boat", with_image("a.png"), a_png=NOTED)
    path = tmp_path / "boat.quizpack"
    path.write_bytes(built(folder))
    before, after = load(folder).pack, load(path).pack
    assert before is not None
    assert after is not None
    assert before.face == after.face
    assert [(c.id, c.tier, c.stem) for c in before.cards] == [
        (c.id, c.tier, c.stem) for c in after.cards
    ]
    picture = after.cards[0].picture
    assert picture is not None
    assert open_pack(path).read(picture.file) == pictures.png()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (with_image("gone.png"), "does not hold"),
        (with_image('"a\\x2epng"'), "not written plainly"),
        (with_image("silas.png"), "only the name of a file keeps a card back"),
        (with_image("turned.jpg"), "on its side"),
    ],
)
def test_what_cannot_be_built_is_told_in_one_sentence(
    text: bytes, said: str, tmp_path: Path
) -> None:
    turned = pictures.jpeg(2, 2, pictures.segment(0xE1, b"Exif\0\0" + pictures.turned(6)))
    folder = folder_pack(
        tmp_path / "boat", text, a_png=NOTED, silas_png=pictures.png(), turned_jpg=turned
    )
    with pytest.raises(PackRefusedError, match=said):
        built(folder)


@pytest.mark.parametrize("name", ['"a\\x2epng"', "silas.png"])
def test_to_whoever_installs_it_words_stand_for_a_picture_that_cannot_be_renamed(
    name: str, tmp_path: Path
) -> None:
    text = with_image(name)
    folder = folder_pack(tmp_path / "boat", text, a_png=NOTED, silas_png=pictures.png())
    into = io.BytesIO()
    build(open_pack(folder), into, whole=False)
    assert names_in(into.getvalue()) == [INSIDE]
    assert text_in(into.getvalue()) == text


def test_the_place_of_a_name_is_where_it_stands() -> None:
    text = two_images("a.png", "b.png")
    lines = text.decode().splitlines()
    found = named_media(text)
    assert found
    assert all(lines[one.line - 1][one.column - 1 :].startswith(one.name) for one in found)
