"""A player's own packs by hand: the commands, as they are typed."""

from pathlib import Path

import pytest

from quizgame.__main__ import main
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
    assert "switched off" in hand("list")
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
