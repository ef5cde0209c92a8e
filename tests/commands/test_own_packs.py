"""A player's own packs by hand: the commands, as they are typed."""

import errno
import io
import os
import sys
from pathlib import Path

import pytest

from quizgame.__main__ import main
from quizgame.storage.progress import Progress
from tests.hostile import pictures
from tests.hostile.archives import with_image
from tests.samples import lantern


class Hand:
    """Types commands into a terminal with a data folder of its own."""

    def __init__(self, folder: Path, output: pytest.CaptureFixture[str]) -> None:
        self.data, self._output = folder / "data", output

    def __call__(self, *words: object, code: int = 0) -> str:
        """Return what is printed, with the exit code as it should be."""
        found = main(["--data-dir", str(self.data), "packs", *map(str, words)])
        told = self._output.readouterr()
        assert found == code, told
        return told.out + told.err


@pytest.fixture
def hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Hand:
    return Hand(tmp_path, capsys)


@pytest.fixture
def boat(tmp_path: Path) -> Path:
    folder = tmp_path / "boat"
    folder.mkdir()
    (folder / "pack.yaml").write_bytes(with_image("a.png"))
    (folder / "a.png").write_bytes(pictures.png())
    return folder


def test_a_pack_goes_from_its_author_to_a_friend_and_back_off_the_shelf(
    hand: Hand, boat: Path, tmp_path: Path
) -> None:
    packed = tmp_path / "boat.quizpack"
    assert "1 picture or sound" in hand("build", boat, "-o", packed)
    told = hand("install", packed, "--yes")
    assert "The Lantern" in told
    assert "lantern is on the shelf" in told
    assert "installed" in hand("list")
    assert "CC0-1.0" in hand("show", "lantern")
    assert "packs-removed" in hand("where")
    hand("disable", "lantern")
    assert "put away" in hand("list")
    hand("enable", "lantern")
    assert "packs restore lantern" in hand("remove", "lantern")
    assert "removed" in hand("show", "lantern")
    hand("restore", "lantern")
    assert "on the shelf already" in hand("install", packed, "--yes")


def test_what_players_are_shown_gives_nothing_away(hand: Hand, boat: Path) -> None:
    told = hand("install", boat, "--yes") + hand("list") + hand("show", "lantern")
    for word in ("Silas", "Tobias", "Ferryman", "storm", "12 cards", "Halfway"):
        assert word not in told


def test_without_a_terminal_nothing_is_kept_unasked(
    hand: Hand, boat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    assert "--yes" in hand("install", boat, code=2)
    assert [path for path in hand.data.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(("answer", "kept"), [("y", True), ("n", False), ("", False)])
def test_a_player_is_asked_first(
    hand: Hand, boat: Path, monkeypatch: pytest.MonkeyPatch, answer: str, kept: bool
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _prompt: answer)
    told = hand("install", boat)
    assert ("on the shelf" in told) is kept
    assert (hand.data / "packs" / "lantern.quizpack").exists() is kept


def test_a_pack_with_errors_is_not_built(hand: Hand, boat: Path, tmp_path: Path) -> None:
    (boat / "a.png").unlink()
    told = hand("build", boat, "-o", tmp_path / "x.quizpack", code=1)
    assert "Q114" in told
    assert not list(tmp_path.glob("*x.quizpack*"))


def test_a_pack_is_not_built_over_itself(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "lantern.yaml"
    path.write_text(lantern(), encoding="utf-8")
    assert "over itself" in hand("build", path, "-o", path, code=2)
    assert path.read_text(encoding="utf-8") == lantern()


def test_what_build_leaves_out_is_told(hand: Hand, boat: Path, tmp_path: Path) -> None:
    (boat / "old.png").write_bytes(pictures.png())
    assert '"old.png"' in hand("build", boat, "-o", tmp_path / "x.quizpack")


@pytest.mark.parametrize(
    "words", [("index", "."), ("import", "a.csv"), ("export", "pack.yaml", "--to", "csv")]
)
def test_what_was_there_stays_where_the_disk_is_full(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    (tmp_path / "a.csv").write_text("question,answer\nWho?,Mara\n", encoding="utf-8")
    (tmp_path / "pack.yaml").write_text(lantern(), encoding="utf-8")
    hand("build", tmp_path / "pack.yaml", "-o", tmp_path / "lantern.quizpack")
    output = tmp_path / ("index.json" if words[0] == "index" else "new.yaml")
    if words[0] == "index":
        output.write_text("as it was", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    def full(_path: Path, *_words: object, **_more: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    monkeypatch.setattr(Path, "write_text", full)
    monkeypatch.chdir(tmp_path)
    told = hand(*words, "-o", output, code=2)
    assert f"quizgame: No space left on device: {output}\n" in told
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_terminal_that_lacks_a_letter_is_no_fault_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.yaml")
    path.write_text(lantern().replace("The Lantern", "등불"), encoding="utf-8")
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main(["--data-dir", str(tmp_path), "packs", "check", str(path)]) == 0
    assert main(["--data-dir", str(tmp_path), "packs", "install", str(path), "--yes"]) == 0


@pytest.mark.parametrize("deed", ["disable", "enable", "remove", "restore", "show"])
def test_a_pack_that_is_not_there_is_one_sentence(hand: Hand, deed: str) -> None:
    assert "no pack has the id 'nope'" in hand(deed, "nope", code=2)


def test_a_hostile_archive_is_one_sentence_and_leaves_nothing(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "evil.zip"
    path.write_bytes(b"PK\5\6" + bytes(18))
    told = hand("install", path, "--yes", code=1)
    assert told.startswith("quizgame: evil.zip is not installed: ")
    assert told.count("\n") == 1
    assert not hand.data.exists()


def test_the_folder_may_be_named_behind_the_command(
    hand: Hand, boat: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand("install", boat, "--yes")
    for words in (["packs", "list", "--data-dir"], ["packs", "--data-dir"]):
        more = [] if "list" in words else ["list"]
        assert main([*words, str(hand.data), *more]) == 0
        assert "installed" in capsys.readouterr().out


def test_the_version_before_an_update_is_listed_as_that(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "lantern.yaml"
    for version in ("1", "2"):
        path.write_text(f"version: {version}\n{lantern()}", encoding="utf-8")
        told = hand("install", path, "--yes")
    assert "The version before is kept; bring it back with: quizgame packs restore" in told
    assert "version 1, from before the update" in hand("list")
    assert "the same command brings it back" in hand("restore", "lantern")
    hand("remove", "lantern")
    assert "from before" not in hand("list")


def test_a_catalogue_that_is_out_of_date_is_told_when_a_pack_is_built(
    hand: Hand, tmp_path: Path
) -> None:
    path, built = tmp_path / "lantern.yaml", tmp_path / "lantern.quizpack"
    path.write_text(lantern(), encoding="utf-8")
    assert "index" not in hand("build", path, "-o", built)
    hand("index", tmp_path)
    assert "out of date" not in hand("build", path, "-o", built)
    path.write_text(f"version: 2\n{lantern()}", encoding="utf-8")
    assert f"quizgame packs index {tmp_path}" in hand("build", path, "-o", built)


def test_what_was_most_likely_meant_is_told(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lantern.yaml"
    path.write_text(lantern(), encoding="utf-8")
    hand("build", path, "-o", tmp_path / "lantern.quizpack")
    hand("index", tmp_path)
    assert "did you mean 'storm-order'?" in hand("check", path, "--why", "storm-ordr", code=2)
    near = hand("install", "lantren", "--catalogue", tmp_path, code=2)
    assert "did you mean 'lantern'?" in near
    monkeypatch.chdir(tmp_path)
    assert "--catalogue ADDRESS" in hand("install", "cinderella", code=1)
    assert "--catalogue" not in hand("install", "gone.quizpack", code=1)


def test_a_search_marks_what_one_has(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "lantern.yaml"
    path.write_text(f"version: 1\n{lantern()}", encoding="utf-8")
    hand("install", path, "--yes")
    path.write_text(f"version: 2\n{lantern()}", encoding="utf-8")
    hand("build", path, "-o", tmp_path / "lantern.quizpack")
    hand("index", tmp_path)
    told = hand("search", "lantern", "--catalogue", tmp_path)
    assert "you have version 1; this is newer" in told


def test_a_damaged_file_is_not_called_a_zip(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "broken.quizpack"
    path.write_bytes(b"no pack at all")
    told = hand("install", path, "--yes", code=1)
    assert "the file is damaged, or it is no pack" in told
    assert "zip" not in told


def test_a_sequel_is_named_only_once_everybody_who_plays_here_knows_the_story_before_it(
    hand: Hand, tmp_path: Path
) -> None:
    again = lantern().replace("id: lantern", "id: again\nfollows: lantern", 1)
    for name, text in (
        ("first", lantern()),
        ("second", again.replace("The Lantern", "Mina Lives")),
    ):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        hand("install", tmp_path / f"{name}.yaml", "--yes")
    progress, _ = Progress.open(hand.data, "s")
    mina, jonas = progress.who, progress.add_person("Jonas")
    for person in (mina, jonas):
        assert "Mina Lives" not in hand("list") + hand("show", "again")
        progress.set_watch_point("lantern", "end", person=person)
    assert "Mina Lives" in hand("list")
    assert "Mina Lives" in hand("show", "again")
    progress.add_person("Jun")
    assert "Mina Lives" not in hand("list")
    progress.close()
