"""Catalogues as an author makes them and a player asks them."""

import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizgame.domain.packs import PackFace
from quizgame.services import catalogues
from quizgame.services.indexing import indexed
from quizgame.storage.catalogue import Catalogue, Entry, written
from quizgame.storage.library import Library, Owned, Place
from quizgame.storage.packfile import load
from quizgame.storage.patience import Patience
from quizgame.storage.progress import Progress
from quizgame.storage.web import NotFetchedError
from tests import catalogue_server as web
from tests.catalogue_server import Page, Server
from tests.samples import lantern

QUICK = Patience(wait=5, in_hand=10, tries=2, pause=0.001)


@pytest.fixture
def server() -> Iterator[Server]:
    with web.serving() as serving:
        yield serving


def pack(path: Path, version: str = "1", *, pack_id: str = "lantern") -> Path:
    """Write the sample as a built pack, the same bytes each time."""
    text = lantern().replace("id: lantern\n", f"id: {pack_id}\nversion: '{version}'\n", 1)
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("pack.yaml"), text)
    return path


def entry(tmp_path: Path, **changes: object) -> Entry:
    path = pack(tmp_path / "some" / "lantern.quizpack")
    (made,) = indexed(path.parent, path.with_name("index.json")).entries
    return replace(made, **changes)  # type: ignore[arg-type]


def face_of(tmp_path: Path) -> PackFace:
    loaded = load(pack(tmp_path / "face.quizpack"))
    assert loaded.pack
    return loaded.pack.face


def test_an_index_is_the_same_bytes_each_time_and_says_nothing_of_cards(tmp_path: Path) -> None:
    index = tmp_path / "index.json"
    for name in ("b", "a"):
        pack(tmp_path / f"{name}.quizpack", pack_id=name)
    data = written(indexed(tmp_path, index).entries)
    assert data == written(indexed(tmp_path, index).entries)
    assert [row["id"] for row in json.loads(data)["packs"]] == ["a", "b"]
    for hidden in ("Silas", "Tobias", "cards", "start", "Credits", "truth"):
        assert hidden.encode() not in data


def test_of_two_versions_the_later_one_is_listed(tmp_path: Path) -> None:
    for name, version in (("x", "1.9"), ("y", "1.10"), ("z", "1.2")):
        pack(tmp_path / f"{name}.quizpack", version)
    made = indexed(tmp_path, tmp_path / "index.json")
    assert [(one.version, one.address) for one in made.entries] == [("1.10", "y.quizpack")]
    assert len(made.older) == 2
    assert not made.troubles


def test_what_is_no_pack_is_left_out_and_told(tmp_path: Path) -> None:
    pack(tmp_path / "good.quizpack")
    (tmp_path / "bad.quizpack").write_bytes(b"PK")
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    made = indexed(tmp_path, tmp_path / "index.json")
    assert [one.address for one in made.entries] == ["good.quizpack"]
    (told,) = made.troubles
    assert told.startswith("bad.quizpack is left out: ")


def test_packs_lie_beneath_their_index(tmp_path: Path) -> None:
    pack(tmp_path / "deep" / "a b.quizpack")
    (one,) = indexed(tmp_path / "deep", tmp_path / "index.json").entries
    assert one.address == "deep/a%20b.quizpack"
    made = indexed(tmp_path / "deep", tmp_path / "elsewhere" / "index.json")
    assert not made.entries
    assert "beside the packs or above them" in made.troubles[0]


@pytest.mark.parametrize(
    ("words", "hit"),
    [([], True), (["LANT"], True), (["coast", "film"], True), (["läntern"], True), (["x"], False)],
)
def test_every_word_must_be_found_whatever_its_case(
    tmp_path: Path, words: list[str], hit: bool
) -> None:
    assert bool(catalogues.found([entry(tmp_path)], words)) is hit


def test_what_would_change_is_told_pack_by_pack(tmp_path: Path) -> None:
    one = entry(tmp_path, version="1.10", notes=("Drowning", "Fire"), licence="MIT")
    offered = Catalogue((one, replace(one, id="later", format=(2, 3))))
    face = face_of(tmp_path)
    steps, told = catalogues.upgrades(
        offered, {"lantern": replace(face, version="1.9"), "mine": face}, []
    )
    assert told == ()
    assert [step.told() for step in steps] == [
        ("lantern 1.9 -> 1.10", "    new content notes: Fire", "    new licence: MIT")
    ]
    told_of = {
        version: catalogues.upgrades(
            offered, {"lantern": replace(face, version=version)}, ["lantern"]
        )[1]
        for version in ("1.10", "1.10.0", "2")
    }
    assert told_of == {
        "1.10": ("lantern 1.10 is up to date.",),
        "1.10.0": ("lantern 1.10.0 is up to date.",),
        "2": ("lantern stays at 2; the catalogue has only 1.10.",),
    }
    asked = catalogues.upgrades(offered, {"mine": face, "later": face}, ["mine", "none", "later"])
    assert asked == (
        (),
        (
            "mine is not in this catalogue.",
            "none is not installed.",
            "later 1.10 is for a newer quizgame; 1 stays.",
        ),
    )


def test_a_catalogue_is_found_by_address_folder_or_file(server: Server, tmp_path: Path) -> None:
    one = entry(tmp_path)
    index = tmp_path / "some" / "index.json"
    index.write_bytes(written([one]))
    address = server.lay("/packs/index.json", web.whole(written([one])))
    server.lay("/packs/lantern.quizpack", web.whole((index.with_name(one.address)).read_bytes()))
    heard: list[int] = []
    for said in (address, address[: -len("/index.json")], str(index), str(index.parent)):
        opened = catalogues.open_catalogue(said, QUICK)
        assert opened.catalogue.entries == (one,)
        got = catalogues.obtained(opened, one, tmp_path, lambda here, _: heard.append(here), QUICK)
        assert got.stat().st_size == one.size
        got.unlink()
    assert heard


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (web.plain(b"<html>"), "is no catalogue: it is no JSON"),
        (web.plain(b'{"catalogue": 7, "packs": []}'), "form 7"),
        (web.plain(b"", Content_Length=50_000_000), "more than the 8 MB"),
        (web.unmeasured(b" " * 1_000_000, times=50), "more than the 8 MB"),
        (web.status(404), "no such file"),
        (web.plain(b"{}", Content_Encoding="gzip"), "packed once more"),
        (web.sent_on("file:///etc/passwd"), "sends on to an address that begins with file:"),
    ],
)
def test_what_is_no_catalogue_on_the_web_is_told_in_one_sentence(
    server: Server, page: Page, told: str
) -> None:
    with pytest.raises(NotFetchedError, match=told):
        catalogues.open_catalogue(server.lay("/index.json", page), QUICK)


def test_what_is_no_catalogue_on_the_disk_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("[]", encoding="utf-8")
    (tmp_path / "folder.json").mkdir()
    for said in ("x.json", "y.json", "folder.json", "", "\0.json"):
        with pytest.raises(NotFetchedError, match="no catalogue"):
            catalogues.open_catalogue(str(tmp_path / said), QUICK)
    with pytest.raises(NotFetchedError, match="only http and https"):
        catalogues.open_catalogue("file:///etc/index.json", QUICK)


def linked(folder: Path) -> str:
    (folder / "out.quizpack").symlink_to("/etc/passwd")
    return "out.quizpack"


@pytest.mark.parametrize(
    ("place", "address", "told"),
    [
        ("https://a.example/index.json", "http://a.example/x", "not encrypted any more"),
        ("https://a.example/index.json", "../x", "does not lie beneath"),
        ("https://a.example/index.json", "file:///etc/passwd", "only http and https"),
        (Path(), "../x", "does not lie beneath"),
        (Path(), "file:///etc/passwd", "only http and https"),
        (None, linked, "outside the catalogue's folder"),
        (None, "nothing.quizpack", "is not in the catalogue's folder"),
    ],
)
def test_an_entry_that_points_astray_is_not_followed(
    tmp_path: Path, place: str | Path | None, address: str | Callable[[Path], str], told: str
) -> None:
    said = address if isinstance(address, str) else address(tmp_path)
    one = entry(tmp_path, address=said)
    opened = catalogues.OpenedCatalogue(Catalogue((one,)), tmp_path if place is None else place)
    with pytest.raises(NotFetchedError, match=told):
        catalogues.obtained(opened, one, tmp_path, lambda _here, _total: None, QUICK)


def test_another_host_is_followed_over_the_web_only(tmp_path: Path) -> None:
    one = entry(tmp_path, address="https://other.example/x.quizpack")
    for place in ("https://a.example/index.json", "http://a.example/index.json", tmp_path):
        opened = catalogues.OpenedCatalogue(Catalogue((one,)), place)
        assert catalogues.where(opened, one) == one.address


def test_a_pack_for_a_newer_quizgame_is_not_fetched(tmp_path: Path) -> None:
    one = entry(tmp_path, format=(2, 2))
    opened = catalogues.OpenedCatalogue(Catalogue((one,)), tmp_path / "some")
    with pytest.raises(NotFetchedError, match="newer quizgame"):
        catalogues.obtained(opened, one, tmp_path, lambda _here, _total: None, QUICK)


def test_a_sequel_is_shown_to_those_only_who_know_the_story_before(tmp_path: Path) -> None:
    title, notes = "The Lantern: Silas returns", ("The death of Silas",)
    one = entry(tmp_path, title=title, follows="lantern", notes=notes)
    pack(tmp_path / "packs" / "lantern.quizpack")
    library, progress = Library(tmp_path), Progress.beside(tmp_path)
    (shown,) = catalogues.as_shown([one], library, progress)
    assert "Silas" not in repr(shown)
    assert shown.tagline == ""
    assert not catalogues.found([shown], ["silas"])
    progress.set_watch_point("lantern", "end")
    assert list(catalogues.as_shown([one], library, progress)) == [one]
    progress.close()


def test_an_upgrade_tells_as_little_of_a_sequel(tmp_path: Path) -> None:
    one = entry(tmp_path, notes=("The death of Silas",), follows="before")
    step = catalogues.Step(one, face_of(tmp_path))
    assert "Silas" in repr(step.told())
    assert "Silas" not in repr(step.told(hidden=True))


def test_a_catalogue_of_sequels_to_everything_is_shown_without_looking_for_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    pack(tmp_path / "packs" / "lantern.quizpack")
    library, progress = Library(tmp_path), Progress.beside(tmp_path)
    progress.set_watch_point("lantern", "end")
    find = Library.find

    def looking(self: Library, ident: str, *at: Place) -> Owned | None:
        looked.append(ident)
        return find(self, ident, *at)

    monkeypatch.setattr(Library, "find", looking)
    one = entry(tmp_path)
    many = [replace(one, follows=f"none-{n}") for n in range(50)]
    many += [replace(one, follows="lantern")] * 50
    shown = list(catalogues.as_shown(many, library, progress))
    progress.close()
    assert looked == ["lantern"]
    assert shown[50:] == many[50:]


@pytest.mark.parametrize(
    "said",
    [
        "localhost:8791",
        "localhost",
        "packs.example.org",
        "10.0.0.7",
        "club:80/x",
        "a.example/x.json",
    ],
)
def test_an_address_without_its_beginning_is_told_what_one_begins_with(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotFetchedError, match="an address begins with http:// or https://"):
        catalogues.open_catalogue(said)


@pytest.mark.parametrize("said", ["packs", "../x", "my.packs/", "y.json"])
def test_a_folder_without_a_catalogue_is_told_how_to_make_one(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my.packs").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotFetchedError, match="packs index FOLDER makes one"):
        catalogues.open_catalogue(said)


@pytest.mark.parametrize(
    ("address", "is_open"),
    [
        ("http://packs.example.org/", True),
        ("HTTP://10.0.0.7/", True),
        ("https://packs.example.org/", False),
        ("http://localhost:8791/", False),
        ("http://127.0.0.1:8791/", False),
        ("http://[", False),
    ],
)
def test_only_what_goes_over_a_network_unencrypted_is_told_so(address: str, is_open: bool) -> None:
    assert catalogues.in_the_open(address) is is_open


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ("1.0", "you have it"),
        ("0.9", "you have version 0.9; this is newer"),
        ("2", "you have version 2; that is newer"),
    ],
)
def test_an_entry_is_held_against_what_is_there(tmp_path: Path, version: str, told: str) -> None:
    one = entry(tmp_path)
    assert catalogues.beside(one, {}) == ""
    assert catalogues.beside(one, {"lantern": replace(face_of(tmp_path), version=version)}) == told
