import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quizgame.__main__ import main
from quizgame.storage.backups import FOLDER, backups
from quizgame.storage.database import LOCK
from quizgame.storage.migrations import VERSION
from tests.storage.test_migrations import FIRST
from tests.storage.test_progress import FILE, answer, opened, play


class Said:
    """Carries out commands on a folder, and tells what they say."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *words: object) -> str:
        """Return what a command prints once it is done."""
        code = main(["saves", *map(str, words), "--data-dir", str(self.folder)])
        told = self._capsys.readouterr()
        assert (code, told.err) == (0, "")
        return told.out

    def refused(self, *words: object) -> str:
        """Return the one sentence in which a command says why it is not done."""
        code = main(["saves", *map(str, words), "--data-dir", str(self.folder)])
        told = self._capsys.readouterr()
        assert (code, told.out, told.err.count("\n")) == (2, "", 1)
        assert "Traceback" not in told.err
        return told.err


@pytest.fixture
def saves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Said:
    return Said(tmp_path / "data", capsys)


def _files(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.rglob("*") if p.is_file() and p.name != LOCK}


def test_where_tells_the_files_and_whether_they_are_there(saves: Said) -> None:
    assert saves("where").count("(not there yet)") == 2
    play(saves.folder)
    saves("backup")
    said = saves("where")
    assert "(not there yet)" not in said
    assert str(saves.folder / FILE) in said
    assert str(saves.folder / FOLDER) in said


def test_a_backup_is_made_listed_and_restored_and_the_save_before_it_is_kept(saves: Said) -> None:
    play(saves.folder)
    assert "no backup yet" in saves("list")
    assert "taken back" in saves("backup")
    progress = opened(saves.folder)
    progress.rehearse("lantern", answer("since"))
    progress.close()
    said = saves("restore", "1")
    assert "The one before is backup 0002." in said
    progress = opened(saves.folder)
    assert len(progress.history("lantern")) == 60
    assert progress.watch_point("lantern") == "middle"
    progress.close()
    listed = saves("list")
    assert listed.index("0003") < listed.index("0002") < listed.index("0001")
    assert listed.index("after-restore") < listed.index("before-restore")
    saves("restore", "2")
    progress = opened(saves.folder)
    assert "since" in progress.history("lantern")
    progress.close()


def test_restoring_never_moves_a_watch_point_up(saves: Said) -> None:
    play(saves.folder)
    saves("backup")
    progress = opened(saves.folder)
    progress.set_watch_point("lantern", "start")
    progress.close()
    assert "asks again" in saves("restore", "1")
    progress = opened(saves.folder)
    assert progress.watch_point("lantern") == ""
    # The game waits until it is said: see tests/services/test_restored.py.
    assert [run.pack_id for run in progress.open_runs()] == ["lantern"]
    progress.close()


def test_somebody_else_of_the_same_number_is_not_taken_for_the_one_in_the_backup(
    saves: Said,
) -> None:
    progress = opened(saves.folder)
    mina = progress.add_person("Mina")
    progress.set_watch_point("lantern", "end", person=mina)
    progress.close()
    saves("backup")
    progress = opened(saves.folder)
    progress.rename_person(mina, "Jonas")
    progress.close()
    saves("restore", "1")
    progress = opened(saves.folder)
    assert progress.watch_point("lantern", person=mina) == ""
    progress.close()


def test_a_save_is_carried_to_another_machine_with_all_it_says(
    saves: Said, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    play(saves.folder)
    target = tmp_path / "all.sqlite3"
    assert "give it to nobody" in saves("export", target)
    assert "is there already" in saves.refused("export", target)
    other = Said(tmp_path / "other", capsys)
    assert "nothing saved before" in other("import", target)
    progress = opened(other.folder)
    assert len(progress.history("lantern")) == 60
    assert progress.watch_point("lantern") == "middle"
    progress.close()


def test_people_who_have_not_played_yet_are_not_gone_for_good_when_a_save_comes(
    saves: Said, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    progress = opened(saves.folder)
    for name in ("Bob", "Cy"):
        progress.add_person(name)
    progress.close()
    other = Said(tmp_path / "other", capsys)
    play(other.folder)
    other("export", tmp_path / "all.sqlite3")
    said = saves("import", tmp_path / "all.sqlite3")
    assert "The one before is backup 0001." in said
    assert "asks again" in said, "nobody here has said that they watched so far"
    saves("restore", "1")
    progress = opened(saves.folder)
    assert [one.name for one in progress.people()] == ["", "Bob", "Cy"]
    progress.close()


def test_a_save_of_an_older_version_is_brought_up_on_its_way_in(saves: Said) -> None:
    saves("import", FIRST)
    progress = opened(saves.folder)
    assert progress.watch_point("lighthouse") == "middle"
    progress.close()


def test_what_is_no_sound_save_is_refused_and_nothing_is_changed(
    saves: Said, tmp_path: Path
) -> None:
    play(saves.folder)
    before = _files(saves.folder)
    garbage, newer, damaged = (tmp_path / name for name in ("text", "newer", "damaged"))
    garbage.write_text("no save\n" * 100, encoding="utf-8")
    for path in (newer, damaged):
        shutil.copy(saves.folder / FILE, path)
    with sqlite3.connect(newer) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    damaged.write_bytes(damaged.read_bytes()[:4096] + b"\xff" * 8192)
    for path, why in ((garbage, "no save"), (damaged, "damaged"), (newer, "newer quizgame")):
        assert why in saves.refused("import", path)
    assert "no file" in saves.refused("import", tmp_path / "nowhere")
    assert "no backup is called" in saves.refused("restore", "7")
    assert _files(saves.folder) == before


def test_while_a_game_is_open_it_is_backed_up_but_not_replaced(saves: Said, tmp_path: Path) -> None:
    play(saves.folder)
    saves("backup")
    progress = opened(saves.folder)
    progress.rehearse("lantern", answer("just now"))
    assert "close it" in saves.refused("restore", "1")
    assert "close it" in saves.refused("import", FIRST)
    saves("backup")
    saves("export", tmp_path / "all.sqlite3")
    progress.rehearse("lantern", answer("and on"))
    assert progress.kept
    progress.close()
    saves("restore", "2")
    progress = opened(saves.folder)
    history = progress.history("lantern")
    assert "just now" in history
    assert "and on" not in history
    progress.close()


def test_a_damaged_save_is_set_aside_when_a_backup_is_restored(saves: Said) -> None:
    play(saves.folder)
    saves("backup")
    path = saves.folder / FILE
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 8192)
    spoilt = path.read_bytes()
    assert "damaged" in saves.refused("backup")
    assert "damaged and is kept as" in saves("restore", "1")
    assert spoilt in _files(saves.folder).values()
    assert "set-aside" in saves("where")
    opened(saves.folder).close()


def test_a_newer_save_is_not_replaced(saves: Said) -> None:
    play(saves.folder)
    saves("backup")
    with sqlite3.connect(saves.folder / FILE) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    assert "newer quizgame" in saves.refused("restore", "1")
    assert "newer quizgame" in saves.refused("backup")


def test_where_nothing_was_saved_there_is_nothing_to_back_up(saves: Said) -> None:
    assert "nothing has been saved yet" in saves.refused("backup")
    assert not saves.folder.exists()


@pytest.mark.parametrize("name", ["저장", os.fsdecode(b"caf\xe9")])
def test_a_folder_may_be_called_anything_in_any_locale(name: str, tmp_path: Path) -> None:
    try:
        play(tmp_path / name)
    except OSError:
        # This system takes no such name.
        return
    plain = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for words in (["backup"], ["list"], ["restore", "1"], ["where"]):
        command = ["-m", "quizgame", "saves", *words, "--data-dir", str(tmp_path / name)]
        done = subprocess.run(
            [sys.executable, *command], env=plain, capture_output=True, check=False, timeout=60
        )
        assert (done.returncode, done.stderr) == (0, b"")
    assert len(backups(tmp_path / name)) == 3
