"""The index of faces: a cache that may be gone, broken, locked or another's at any time."""

import os
import sqlite3
import zlib
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest

from quizgame.domain.cards import Picture
from quizgame.domain.packs import PackFace
from quizgame.domain.tiers import Ladder, Tier
from quizgame.services.shelf import Shelf
from quizgame.storage import packindex
from quizgame.storage.packfolders import spot_at, spots_in
from quizgame.storage.packindex import NAME, Known, PackIndex

FACE = PackFace(
    id="lantern",
    title="The Lantern 발레 🎭",
    tagline="A tale of the coast",
    kind="film",
    year=1998,
    language="ko-KR",
    licence="CC0-1.0",
    authors=("Ada", "Bosco"),
    poster=("#123a52", "#5fc7b2"),
    ladder=Ladder((Tier("start", "Not started", "Premise"), Tier("end", "Credits"))),
    notes={"drowning": "Drowning", "fire": "Fire"},
    cover=Picture("cover.png", "A lamp"),
    follows="lamp",
    version="2.1",
)
PLAIN = replace(FACE, id="plain", year=None, cover=None, follows="", notes={})
KNOWN = {
    "/packs/a.yaml": Known((1, 2, 3), FACE),
    "/packs/b.zip": Known((4, 5, 6), None, "b.zip cannot be played: it has no tiers."),
    "/packs/c.yaml": Known((7, 8, 2**62), PLAIN),
    os.fsdecode(b"/packs/\xff.yaml"): Known((1, 1, 1), PLAIN),
}


@pytest.fixture
def index(tmp_path: Path) -> PackIndex:
    return PackIndex(tmp_path / packindex.NAME)


def test_all_that_is_known_comes_back(index: PackIndex) -> None:
    assert index.read() == {}
    index.keep(KNOWN)
    assert index.read() == KNOWN


def test_the_face_of_this_test_has_something_in_every_field() -> None:
    assert all(getattr(FACE, field.name) for field in fields(PackFace))


def test_what_is_kept_takes_the_place_of_what_was(index: PackIndex) -> None:
    index.keep(KNOWN)
    index.keep({"/packs/c.yaml": KNOWN["/packs/c.yaml"]})
    assert list(index.read()) == ["/packs/c.yaml"]


def test_what_holds_for_now_only_is_not_kept(index: PackIndex) -> None:
    index.keep({"/packs/a.yaml": Known(None, None, "a.yaml cannot be played.")})
    assert index.read() == {}


def test_no_title_can_be_read_in_the_file(index: PackIndex, tmp_path: Path) -> None:
    index.keep(KNOWN)
    data = (tmp_path / packindex.NAME).read_bytes()
    for words in (b"Lantern", b"coast", b"Credits"):
        assert words not in data


def test_what_was_removed_is_not_left_in_the_file(index: PackIndex, tmp_path: Path) -> None:
    index.keep({f"/packs/{'x' * 200}{n}.yaml": Known((1, 1, 1), PLAIN) for n in range(50)})
    index.keep({})
    assert b"xxx" not in (tmp_path / packindex.NAME).read_bytes()


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_broken_file_is_known_nothing_from_and_is_made_anew(
    index: PackIndex, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / packindex.NAME).write_bytes(content)
    assert index.read() == {}
    index.keep(KNOWN)
    assert index.read() == KNOWN


def test_a_file_damaged_anywhere_raises_nothing(index: PackIndex, tmp_path: Path) -> None:
    index.keep(KNOWN)
    path = tmp_path / packindex.NAME
    sound = path.read_bytes()
    for at in range(0, len(sound), 97):
        path.write_bytes(sound[:at] + b"\xa5" * 40 + sound[at + 40 :])
        index.read()
        index.keep(KNOWN)
    path.write_bytes(sound[: len(sound) // 2])
    index.read()
    index.keep(KNOWN)
    assert index.read() == KNOWN


@pytest.mark.parametrize("record", ["[]", "{}", '{"id": 3}', "null", "{"])
def test_a_face_that_is_none_is_known_nothing_from(
    index: PackIndex, tmp_path: Path, record: str
) -> None:
    index.keep(KNOWN)
    with closing(sqlite3.connect(tmp_path / packindex.NAME)) as db:
        pressed = zlib.compress(record.encode())
        db.execute("UPDATE packs SET face = ? WHERE face IS NOT NULL", (pressed,))
        db.commit()
    assert index.read() == {}


def test_a_file_of_another_version_is_made_anew(
    index: PackIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.keep(KNOWN)
    monkeypatch.setattr(packindex, "_MADE_BY", 7)
    assert index.read() == {}
    index.keep(KNOWN)
    assert index.read() == KNOWN


def test_a_locked_file_is_done_without(index: PackIndex, tmp_path: Path) -> None:
    index.keep(KNOWN)
    with closing(sqlite3.connect(tmp_path / packindex.NAME)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert index.read() == {}
        index.keep({})
    assert index.read() == KNOWN


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "no folder" / packindex.NAME, tmp_path):
        index = PackIndex(path)
        index.keep(KNOWN)
        assert index.read() == {}


# -- looking through folders -----------------------------------------------------------------------


def test_packs_are_looked_for_folder_by_folder_and_by_name(tmp_path: Path) -> None:
    for name in ("two/b.yaml", "one/d.ZIP", "one/c.quizpack", "one/notes.txt", "one/e/pack.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "one" / "pictures").mkdir()
    spots, troubles = spots_in([tmp_path / "one", tmp_path / "none", tmp_path / "two"])
    assert [spot.name for spot in spots] == ["c.quizpack", "d.ZIP", "e", "b.yaml"]
    assert troubles == []


def test_a_folder_that_cannot_be_read_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert spots_in([tmp_path]) == (
        [],
        [f"The folder {tmp_path.name} cannot be read: permission denied."],
    )


def test_a_stamp_changes_with_the_words_and_with_the_time(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text("one", encoding="utf-8")
    stamps = {spot_at(str(pack)).stamp}
    pack.write_text("three", encoding="utf-8")
    stamps.add(spot_at(str(pack)).stamp)
    os.utime(pack, ns=(1, 1))
    stamps.add(spot_at(str(pack)).stamp)
    assert len(stamps) == 3
    # A folder is as old as what is played of it.
    assert spot_at(str(tmp_path)).stamp == spot_at(str(pack)).stamp
    assert spot_at(str(tmp_path / "away.yaml")).stamp is None


def test_a_file_whose_name_is_no_text_is_known_too(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / os.fsdecode(b"a\xff.yaml")).write_text("no pack", encoding="utf-8")
    index = PackIndex(tmp_path / NAME)
    shelf = Shelf((tmp_path / "packs",), index)
    assert shelf.troubles() == ("a?.yaml cannot be played: this file is not a pack.",)
    assert len(index.read()) == 1
