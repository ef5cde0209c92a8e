"""The player's own packs on disk: nothing is ever lost, and nothing is ever half there."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from quizgame.storage.library import Library, LibraryError, Place
from tests.hostile.rawzip import Raw, zipped
from tests.samples import lantern

SHIPPED = lantern().replace("id: lantern", "id: shipped").replace("The Lantern", "A shipped one")


def pack(version: str = "1", ident: str = "lantern") -> bytes:
    text = lantern().replace("id: lantern", f"id: {ident}\nversion: {version}", 1)
    return zipped(Raw(b"pack.yaml", text.encode()))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "shipped.yaml").write_text(SHIPPED, encoding="utf-8")
    return Library(tmp_path / "data", shipped)


def installed(library: Library, version: str = "1", ident: str = "lantern") -> Path | None:
    staged = library.staging()
    staged.write_bytes(pack(version, ident))
    return library.install(staged, ident)[1]


def forgotten(library: Library) -> None:
    """Let what was staged lie there for a day."""
    for left in (library.folder / ".packs-staging").glob("*"):
        os.utime(left, (left.stat().st_mtime - 86_400,) * 2)


def state(library: Library) -> list[tuple[str, str, str]]:
    return [
        (one.id, one.place.name, one.face.version if one.face else "")
        for one in library.packs(Place.ON, Place.OFF, Place.REMOVED)
    ]


def test_a_new_library_holds_what_ships(library: Library) -> None:
    assert [(one.id, one.place) for one in library.packs()] == [("shipped", Place.SHIPPED)]
    assert not library.folder.exists()


def test_a_pack_is_installed_under_its_id(library: Library) -> None:
    assert installed(library) is None
    assert [path.name for path in (library.folder / "packs").iterdir()] == ["lantern.quizpack"]
    assert sorted(path.name for path in library.folder.iterdir()) == ["packs"]


def test_an_update_puts_the_older_one_aside_and_restore_swaps_them(library: Library) -> None:
    installed(library, "1")
    aside = installed(library, "2")
    assert aside is not None
    assert aside.name == "lantern.1.quizpack"
    assert state(library) == [("lantern", "ON", "2"), ("lantern", "REMOVED", "1")]
    library.restore("lantern")
    assert state(library) == [("lantern", "ON", "1"), ("lantern", "REMOVED", "2")]
    library.restore("lantern")
    assert state(library) == [("lantern", "ON", "2"), ("lantern", "REMOVED", "1")]


def test_off_and_on_again(library: Library) -> None:
    installed(library)
    library.disable("lantern")
    assert state(library) == [("lantern", "OFF", "1")]
    library.enable("lantern")
    assert state(library) == [("lantern", "ON", "1")]


def test_an_update_of_a_pack_that_is_off_switches_it_on(library: Library) -> None:
    installed(library)
    library.disable("lantern")
    installed(library, "2")
    assert state(library) == [("lantern", "ON", "2"), ("lantern", "REMOVED", "1")]


def test_what_is_removed_ten_times_is_all_there(library: Library) -> None:
    for version in range(1, 12):
        installed(library, str(version))
        library.remove("lantern")
    assert state(library) == [("lantern", "REMOVED", str(v)) for v in range(11, 0, -1)]
    library.restore("lantern")
    assert state(library)[0] == ("lantern", "ON", "11")


def test_a_pack_put_there_by_hand_is_one_like_any_other(library: Library) -> None:
    folder = library.folder / "packs" / "my folder"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(lantern(), encoding="utf-8")
    library.disable("lantern")
    library.enable("lantern")
    aside = installed(library, "2")
    assert aside is not None
    assert aside.is_dir()
    library.restore("lantern")
    assert state(library) == [("lantern", "ON", "1"), ("lantern", "REMOVED", "2")]
    library.remove("lantern")
    library.restore("lantern")
    assert state(library) == [("lantern", "ON", "1"), ("lantern", "REMOVED", "2")]


def test_a_pack_that_cannot_be_played_goes_by_the_name_of_its_file(library: Library) -> None:
    path = library.folder / "packs" / "broken.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("nothing", encoding="utf-8")
    library.remove("broken")
    assert state(library) == [("broken", "REMOVED", "")]
    library.restore("broken")
    assert path.read_text(encoding="utf-8") == "nothing"


@pytest.mark.parametrize("ident", ["con", "nul", "com1", "aux"])
def test_an_id_that_is_a_device_on_windows_gets_another_file_name(
    library: Library, ident: str
) -> None:
    installed(library, "1", ident)
    installed(library, "2", ident)
    library.disable(ident)
    library.remove(ident)
    names = {path.name for path in (library.folder / "packs-removed").iterdir()}
    assert names == {f"_{ident}.1.quizpack", f"_{ident}.2.quizpack"}
    library.restore(ident)
    assert state(library)[0] == (ident, "ON", "2")


@pytest.mark.parametrize(
    ("deed", "ident", "said"),
    [
        ("remove", "shipped", "ships with the game"),
        ("disable", "shipped", "ships with the game"),
        ("restore", "shipped", "ships with the game"),
        ("remove", "../../etc", "no pack has the id"),
        ("disable", "nope", "no pack has the id"),
        ("enable", "lantern", "is installed already"),
        ("restore", "lantern", "is installed already"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    library: Library, deed: str, ident: str, said: str
) -> None:
    installed(library)
    with pytest.raises(LibraryError, match=said):
        getattr(library, deed)(ident)


def test_leftovers_of_an_interrupted_install_are_not_seen_and_go_at_the_next(
    library: Library,
) -> None:
    left = library.staging()
    left.write_bytes(pack()[:200])
    assert state(library) == []
    forgotten(library)
    installed(library)
    assert not left.exists()
    assert state(library) == [("lantern", "ON", "1")]


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "no space left"), (errno.EROFS, "read-only"), (errno.EACCES, "permission")],
)
def test_what_the_disk_will_not_do_leaves_everything_as_it_was(
    library: Library, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    installed(library, "1")

    def refuse(_path: Path, _target: Path) -> Path:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(LibraryError, match=said):
        installed(library, "2")
    monkeypatch.undo()
    assert state(library) == [("lantern", "ON", "1")]


def test_two_windows_can_be_asked_at_once(library: Library) -> None:
    here, there = library.staging(), library.staging()
    here.write_bytes(pack())
    elsewhere = Library(library.folder).staging()
    elsewhere.write_bytes(pack(ident="boat"))
    library.install(here, "lantern")
    library.install(elsewhere, "boat")
    library.unstage(there)
    assert state(library) == [("boat", "ON", "1"), ("lantern", "ON", "1")]
    assert not (library.folder / ".packs-staging").exists()


def test_a_pack_that_only_has_the_name_of_a_file_is_left_where_it_is(library: Library) -> None:
    installed(library, ident="boat")
    folder = library.folder / "packs"
    (folder / "boat.quizpack").rename(folder / "lantern.quizpack")
    installed(library)
    assert state(library) == [("boat", "ON", "1"), ("lantern", "ON", "1")]
    library.remove("lantern")
    library.restore("lantern")
    assert state(library) == [("boat", "ON", "1"), ("lantern", "ON", "1")]


def test_a_folder_that_could_not_be_updated_stands_as_it_was(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = library.folder / "packs" / "lantern.quizpack"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_bytes(lantern().encode())
    staged = library.staging()
    staged.write_bytes(pack(version="2"))
    replace = Path.replace

    def full(path: Path, to: Path) -> Path:
        if path == staged:
            raise OSError(errno.ENOSPC, "no space left")
        return replace(path, to)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(LibraryError, match="no space left"):
        library.install(staged, "lantern")
    assert state(library) == [("lantern", "ON", "1")]


def test_a_staged_file_that_vanished_is_one_sentence(library: Library) -> None:
    staged = library.staging()
    with pytest.raises(LibraryError, match="no such file"):
        library.install(staged, "lantern")


def test_where_no_folder_can_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    with pytest.raises(LibraryError, match="cannot be written"):
        Library(tmp_path / "data").staging()


def test_a_disk_without_second_names_gets_a_copy(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _to: Path) -> None:
        raise OSError(errno.EPERM, "no")

    monkeypatch.setattr(os, "link", refuse)
    installed(library, "1")
    installed(library, "2")
    assert state(library) == [("lantern", "ON", "2"), ("lantern", "REMOVED", "1")]


@pytest.mark.parametrize("step", range(1, 8))
def test_wherever_the_machine_stops_one_version_is_on_the_shelf(
    library: Library, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    installed(library, "1")
    steps = iter(range(1, 100))

    def stopping(do: Callable[..., object]) -> Callable[..., object]:
        def act(*words: object, **more: object) -> object:
            if next(steps) == step:
                raise KeyboardInterrupt
            return do(*words, **more)

        return act

    for place, name in ((os, "link"), (os, "fsync"), (Path, "replace"), (Path, "unlink")):
        monkeypatch.setattr(place, name, stopping(getattr(place, name)))
    with suppress(KeyboardInterrupt):
        installed(library, "2")
    monkeypatch.undo()
    on_shelf = [version for _, place, version in state(library) if place == "ON"]
    assert on_shelf in (["1"], ["2"])
    forgotten(library)
    installed(library, "3")
    assert state(library)[0] == ("lantern", "ON", "3")
    assert not (library.folder / ".packs-staging").exists()
