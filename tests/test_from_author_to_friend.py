"""A pack from its author's first line to a friend's machine, and its next version too.

Two data folders stand for two machines; between them is a web server that only gives out files.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from quizgame.__main__ import main
from quizgame.app import open_game
from quizgame.commands import fetching
from quizgame.commands.bar import Bar
from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.services.demo import guess
from quizgame.services.indexing import indexed
from quizgame.storage import download
from quizgame.storage.catalogue import Entry, written
from quizgame.storage.progress import Progress
from tests import catalogue_server as web
from tests.catalogue_server import Page, Server

if TYPE_CHECKING:
    from quizgame.domain.intents import Intent


@dataclass(slots=True)
class World:
    """An author and a friend, and the web between them."""

    author: Path
    friend: Path
    server: Server
    told: pytest.CaptureFixture[str]

    @property
    def address(self) -> str:
        return f"http://{self.server.host}/packs/"

    def run(self, who: Path, *words: str) -> int:
        return main(["--data-dir", str(who / "data"), "packs", *words])

    def asks(self, *words: str) -> int:
        """Let the friend ask something of the catalogue."""
        return self.run(self.friend, *words, "--catalogue", self.address)

    def said(self) -> str:
        out, err = self.told.readouterr()
        return out + err

    def publish(self, *, entry: Callable[[Entry], Entry] = lambda entry: entry) -> None:
        """Lay the author's folder on the web as it is, or with entries changed on the way."""
        folder = self.author / "site"
        for path in folder.iterdir():
            self.server.lay(f"/packs/{path.name}", web.whole(path.read_bytes()))
        entries = indexed(folder, folder / "index.json").entries
        data = written(entry(one) for one in entries)
        self.server.lay("/packs/index.json", web.whole(data))

    def packs_of_friend(self) -> list[str]:
        """Return what lies among the friend's packs and beside them, staged or fetched."""
        data = self.friend / "data"
        return sorted(
            str(path.relative_to(data)) for path in data.rglob("*.quizpack") if path.is_file()
        )


@pytest.fixture
def world(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[World]:
    monkeypatch.delenv(fetching.VARIABLE, raising=False)
    monkeypatch.setattr(download, "time", SimpleNamespace(sleep=lambda _seconds: None))
    with web.serving() as server:
        for who in ("author", "friend"):
            (tmp_path / who).mkdir()
        (tmp_path / "author" / "site").mkdir()
        yield World(tmp_path / "author", tmp_path / "friend", server, capsys)


def begin(world: World) -> Path:
    """Let the author begin a pack and hand it on as one file."""
    path = world.author / "salt-road.yaml"
    words = ("--title", "The Salt Road", "--id", "salt-road", "--kind", "film", "--author", "Ada")
    assert world.run(world.author, "new", str(path), *words) == 0
    build(world, path)
    return path


def build(world: World, path: Path) -> None:
    output = world.author / "site" / "salt-road.quizpack"
    assert world.run(world.author, "build", str(path), "-o", str(output)) == 0
    assert world.run(world.author, "index", str(output.parent)) == 0


def with_version(text: str, version: str) -> str:
    without = re.sub(r"^version:.*\n", "", text, flags=re.MULTILINE)
    return re.sub(r"^(id: .*\n)", rf'\1version: "{version}"\n', without, flags=re.MULTILINE)


def play_a_round(folder: Path) -> set[str]:
    """Play the pack from its first card to the results; return the ids of what was answered."""
    game, dice = open_game(folder, seed=7), Random(7)
    opening: tuple[Intent, ...] = (want.Go("shelf"), want.ChoosePack("salt-road"), want.Start())
    for opens in opening:
        game.send(opens)
    while not isinstance(game.view(), views.ResultsView):
        view = game.view()
        for intent in guess(view, dice) if isinstance(view, views.AskView) else (want.Next(),):
            game.send(intent)
    game.close()
    return remembered(folder)


def remembered(folder: Path) -> set[str]:
    progress = Progress.beside(folder)
    cards = set(progress.history("salt-road"))
    progress.close()
    return cards


def test_a_pack_travels_from_its_author_to_a_friend_and_so_does_its_next_version(
    world: World,
) -> None:
    path = begin(world)
    assert world.run(world.author, "check", str(path)) == 0
    world.publish()
    data = world.friend / "data"
    world.said()
    assert world.asks("search", "salt") == 0
    assert "salt-road 1  The Salt Road" in world.said()
    assert world.asks("install", "salt-road", "--yes") == 0
    assert world.packs_of_friend() == ["packs/salt-road.quizpack"]
    answered = play_a_round(data)
    assert answered

    path.write_text(with_version(path.read_text(encoding="utf-8"), "1.1"), encoding="utf-8")
    build(world, path)
    world.publish()
    world.said()
    assert world.asks("upgrade") == 2
    assert "salt-road 1 -> 1.1" in world.said()
    assert world.asks("upgrade", "--yes") == 0
    assert world.run(world.friend, "list") == 0
    assert "1.1" in world.said()
    assert remembered(data) == answered
    assert play_a_round(data) >= answered
    assert world.asks("upgrade", "salt-road") == 0
    assert "up to date" in world.said()
    left = [path for path in world.packs_of_friend() if "removed" not in path]
    assert left == ["packs/salt-road.quizpack"]


def test_a_catalogue_in_a_plain_folder_or_the_environment_will_do(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(world)
    monkeypatch.setenv(fetching.VARIABLE, str(world.author / "site"))
    assert world.run(world.friend, "search", "ada") == 0
    assert world.run(world.friend, "install", "salt-road", "--yes") == 0
    assert world.packs_of_friend() == ["packs/salt-road.quizpack"]
    assert not world.server.asked


def test_a_pack_is_installed_by_its_address_alone(world: World) -> None:
    begin(world)
    world.publish()
    assert world.run(world.friend, "install", f"{world.address}salt-road.quizpack", "--yes") == 0
    assert "begins with http://" not in world.said()
    assert world.packs_of_friend() == ["packs/salt-road.quizpack"]


def test_a_cut_on_the_way_is_gone_on_from(world: World) -> None:
    begin(world)
    world.publish()
    data = (world.author / "site" / "salt-road.quizpack").read_bytes()
    world.server.lay("/packs/salt-road.quizpack", web.whole(data, sent=500), web.whole(data))
    assert world.asks("install", "salt-road", "--yes") == 0
    assert world.server.asked[-1][1]["Range"] == "bytes=500-"
    assert world.packs_of_friend() == ["packs/salt-road.quizpack"]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (web.status(404), "no such file"),
        (web.status(500), "cannot answer just now"),
        (web.hanging_up, "cut again and again"),
        (web.plain(b"PK"), "promises"),
        (web.sent_on("file:///etc/passwd"), "only http and https"),
    ],
)
def test_what_cannot_be_fetched_is_one_sentence_and_changes_nothing(
    world: World, page: Page, told: str
) -> None:
    begin(world)
    world.publish()
    world.server.lay("/packs/salt-road.quizpack", page)
    world.said()
    assert world.asks("install", "salt-road", "--yes") == 2
    *before, last = world.said().strip().split("\n")
    assert last.startswith("quizgame: ")
    assert last.endswith("nothing was changed.")
    assert told in last
    assert not any(line.startswith("quizgame:") for line in before if "encrypted" not in line)
    assert world.packs_of_friend() == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"sha256": "0" * 64}, "not, byte for byte, what the catalogue promises"),
        ({"size": 1_000_000}, "promises 1,000,000"),
        ({"id": "other"}, "promises other 1, and the file holds salt-road 1"),
        ({"version": "9"}, "promises salt-road 9, and the file holds salt-road 1"),
        ({"format": (2, 2)}, "for a newer quizgame"),
        ({"address": "../../x"}, "no pack 'salt-road' in this catalogue"),
    ],
)
def test_a_pack_that_is_not_as_its_catalogue_promises_is_not_kept(
    world: World, change: dict[str, Any], told: str
) -> None:
    begin(world)
    world.publish(entry=lambda entry: replace(entry, **change))
    assert world.asks("install", change.get("id", "salt-road"), "--yes") == 2
    assert told in world.said()
    assert world.packs_of_friend() == []


def test_a_catalogue_with_an_older_version_takes_nothing_back(world: World) -> None:
    path = begin(world)
    first = path.read_text(encoding="utf-8")
    path.write_text(with_version(first, "2"), encoding="utf-8")
    build(world, path)
    world.publish()
    assert world.asks("install", "salt-road", "--yes") == 0
    path.write_text(with_version(first, "1.5"), encoding="utf-8")
    build(world, path)
    world.publish()
    world.said()
    assert world.asks("upgrade", "salt-road", "--yes") == 0
    assert "salt-road stays at 2; the catalogue has only 1.5." in world.said()


def test_stopping_a_download_says_that_it_can_be_gone_on_with(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(world)
    world.publish()

    def stopped(*_words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Bar, "__call__", stopped)
    assert world.asks("install", "salt-road", "--yes") == 130
    assert "the next try goes on from there" in world.said()
    monkeypatch.undo()
    assert world.packs_of_friend() == []


def test_an_entry_cannot_draw_on_the_terminal(world: World) -> None:
    begin(world)
    world.publish(entry=lambda entry: replace(entry, title="\x1b]0;mine\x07\x1b[2Jx\r\n\u202e"))
    world.said()
    assert world.asks("search") == 0
    assert all(line.isprintable() for line in world.said().split("\n"))


def test_the_folder_of_a_catalogue_may_hold_no_pack(world: World) -> None:
    assert world.run(world.author, "index", str(world.author / "site")) == 2
    assert world.run(world.author, "index", str(world.author / "nowhere")) == 2
    begin(world)
    site = str(world.author / "site")
    assert world.run(world.author, "index", site, "-o", f"{site}/salt-road.quizpack") == 2
    assert world.run(world.friend, "search") == 2
    assert "Say which catalogue" in world.said()
