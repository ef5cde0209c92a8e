"""Opening packs of every form, as makers of zips on all systems really write them."""

import io
import zipfile
from pathlib import Path

import pytest

from quizgame.storage.archive import fingerprint, open_pack
from quizgame.storage.faults import Fault
from quizgame.storage.refused import PackRefusedError, printable
from tests.hostile import pictures
from tests.hostile.archives import PACK, with_image
from tests.hostile.rawzip import STORED, Raw, zipped

BOAT = pictures.png()


def written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def folder_pack(folder: Path) -> Path:
    written(folder / "pack.yaml", with_image("pics/a.png"))
    written(folder / "pics" / "a.png", BOAT)
    return folder


class Pipe(io.RawIOBase):
    """A stream that cannot go back, as when a zip is sent while it is made."""

    def __init__(self) -> None:
        self.whole = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.whole += bytes(data)  # type: ignore[call-overload]
        return len(bytes(data))  # type: ignore[call-overload]


def test_a_folder_a_zip_and_a_bare_file_open_alike(tmp_path: Path) -> None:
    folder = folder_pack(tmp_path / "boat")
    entries = (Raw(b"pack.yaml", with_image("pics/a.png")), Raw(b"pics/a.png", BOAT))
    packed = written(tmp_path / "boat.zip", zipped(*entries))
    bare = written(tmp_path / "boat" / "boat.yaml", with_image("pics/a.png"))
    packs = [open_pack(path) for path in (folder, packed, bare)]
    assert {pack.yaml for pack in packs} == {with_image("pics/a.png")}
    assert [dict(pack.media) for pack in packs] == [{"pics/a.png": len(BOAT)}] * 3
    assert {pack.read("pics/a.png") for pack in packs} == {BOAT}
    assert len({fingerprint(pack, pack.media) for pack in packs}) == 1


def test_a_zip_that_was_sent_while_it_was_made_is_read(tmp_path: Path) -> None:
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pack.yaml", with_image("a.png"))
        archive.writestr("a.png", BOAT)
    pack = open_pack(written(tmp_path / "sent.zip", bytes(pipe.whole)))
    assert pack.read("a.png") == BOAT


def test_what_systems_and_authors_add_is_left_alone(tmp_path: Path) -> None:
    names = ("__MACOSX/._pack.yaml", ".DS_Store", "m/Thumbs.db", "LICENSE", "README.md")
    entries = [Raw(b"m/", mode=0o40755), *(Raw(name.encode(), b"x") for name in names)]
    pack = open_pack(written(tmp_path / "a.zip", zipped(Raw(b"pack.yaml", PACK), *entries)))
    assert dict(pack.media) == {}
    assert pack.besides == ("LICENSE", "README.md")


def test_names_are_found_in_either_form_of_an_accent(tmp_path: Path) -> None:
    data = zipped(Raw(b"pack.yaml", PACK), Raw("cafe\u0301.png".encode(), BOAT))
    pack = open_pack(written(tmp_path / "a.zip", data))
    assert pack.read("caf\u00e9.png") == pack.read("cafe\u0301.png") == BOAT


def test_what_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    for path in (
        folder_pack(tmp_path / "boat"),
        written(tmp_path / "a.zip", zipped(Raw(b"pack.yaml", PACK))),
    ):
        with pytest.raises(PackRefusedError, match=r"b\.png") as refused:
            open_pack(path).read("b.png")
        assert refused.value.refusal.fault is Fault.NO_MEDIA


def test_the_zip_may_change_after_it_was_opened(tmp_path: Path) -> None:
    entries = (Raw(b"pack.yaml", PACK), Raw(b"a.png", BOAT, STORED))
    path = written(tmp_path / "a.zip", zipped(*entries))
    pack = open_pack(path)
    path.write_bytes(zipped(*entries).replace(b"IDAT", b"IDOT"))
    with pytest.raises(PackRefusedError, match="damaged"):
        pack.read("a.png")
    path.unlink()
    with pytest.raises(PackRefusedError, match="cannot be read"):
        pack.read("a.png")


def test_a_folder_offers_only_pictures_and_sounds(tmp_path: Path) -> None:
    folder = folder_pack(tmp_path / "boat")
    written(folder / "draft.txt", b"secret")
    written(folder / ".git" / "a.png", BOAT)
    written(folder / "a" / "b" / "c" / "d" / "e" / "a.png", BOAT)
    assert set(open_pack(folder).media) == {"pics/a.png"}


def test_a_bare_file_looks_no_further_than_the_next_folders(tmp_path: Path) -> None:
    bare = written(tmp_path / "boat.yaml", PACK)
    written(tmp_path / "a" / "b" / "far.png", BOAT)
    written(tmp_path / "a" / "near.png", BOAT)
    (tmp_path / "elsewhere.png").symlink_to("/dev/null")
    assert set(open_pack(bare).media) == {"a/near.png"}


def test_a_link_that_stays_in_the_folder_is_followed(tmp_path: Path) -> None:
    folder = folder_pack(tmp_path / "boat")
    (folder / "b.png").symlink_to(folder / "pics" / "a.png")
    assert open_pack(folder).read("b.png") == BOAT


def test_a_name_is_shown_without_signs_that_hide_or_turn() -> None:
    assert printable('a\u202e"b\n\x1b[2J') == "a?'b??[2J"
    assert len(printable("x" * 1_000)) == 48
    assert printable("x" * 1_000 + ".png").endswith(".png")
