"""How a save file is opened: looked at first, changed only once it is known to be sound."""

import errno
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quizgame.storage.database import LOCK, open_file
from quizgame.storage.forgotten import mark_forgetting
from quizgame.storage.kept import OWNER, CardHistory
from quizgame.storage.migrations import VERSION
from quizgame.storage.progress import Progress
from quizgame.storage.soundness import BrokenError, connect_to, inspect
from tests.storage.test_progress import FILE, answer, opened, play

LOG = f"{FILE}-wal"


def _unclosed(folder: Path) -> Path:
    """Return a save as a power cut leaves it, its last answers only in the log."""
    live = folder / "live"
    play(live)
    progress = opened(live)
    for number in range(5):
        progress.rehearse("lantern", answer(f"late-{number}"))
    cut = folder / "cut"
    cut.mkdir()
    for name in (FILE, LOG):
        shutil.copy(live / name, cut / name)
    progress.close()
    return cut


def _spoil(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 0xFF
    path.write_bytes(data)


def test_answers_in_the_log_are_there_after_a_power_cut(tmp_path: Path) -> None:
    progress = opened(_unclosed(tmp_path))
    assert "late-4" in progress.history("lantern")
    progress.close()


def test_looking_at_a_file_changes_nothing_of_it(tmp_path: Path) -> None:
    cut = _unclosed(tmp_path)
    before = {path.name: path.read_bytes() for path in cut.iterdir()}
    assert inspect(cut / FILE) is False
    assert {path.name: path.read_bytes() for path in cut.iterdir()} == before


@pytest.mark.parametrize("where", [10, 100, -3000], ids=["head", "first frame", "last frame"])
def test_a_log_that_cannot_be_read_to_its_end_is_kept_as_it_was(tmp_path: Path, where: int) -> None:
    cut = _unclosed(tmp_path)
    _spoil(cut / LOG, where)
    file, log = (cut / FILE).read_bytes(), (cut / LOG).read_bytes()
    progress, message = Progress.open(cut, "s1")
    assert message is not None
    assert "could not all be read" in message
    assert "card-59" in progress.history("lantern")
    progress.close()
    assert (cut / "progress-s1-set-aside.sqlite3").read_bytes() == file
    assert (cut / "progress-s1-set-aside.sqlite3-wal").read_bytes() == log
    opened(cut).close()


def test_the_log_of_another_save_does_not_overwrite_this_one(tmp_path: Path) -> None:
    cut, other = _unclosed(tmp_path / "one"), tmp_path / "other"
    progress = opened(other)
    for number in range(3):
        progress.rehearse("lantern", answer(f"other-{number}"))
    shutil.copy(cut / LOG, tmp_path / LOG)
    progress.close()
    shutil.copy(tmp_path / LOG, other / LOG)
    whole = (other / FILE).read_bytes()
    progress, message = Progress.open(other, "s1")
    progress.close()
    assert message is not None
    assert (other / "progress-s1-set-aside.sqlite3").read_bytes() == whole
    assert (other / "progress-s1-set-aside.sqlite3-wal").read_bytes() == (
        tmp_path / LOG
    ).read_bytes()


def test_an_empty_file_beside_a_log_does_not_take_the_log_away(tmp_path: Path) -> None:
    cut = _unclosed(tmp_path)
    log = (cut / LOG).read_bytes()
    (cut / FILE).write_bytes(b"")
    Progress.beside(cut).close()
    assert (cut / LOG).read_bytes() == log
    progress, _ = Progress.open(cut, "s1")
    progress.close()
    assert (cut / "progress-s1-set-aside.sqlite3-wal").read_bytes() == log


# -- what was forgotten when the game was killed -------------------------------------------------


def _lowered(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM answers WHERE card LIKE 'card-5%'")
    db.execute("UPDATE watch_points SET tier = 'start'")
    mark_forgetting(db)


FORGETTING: list[Callable[[Progress], object]] = [
    lambda progress: progress._write(_lowered),  # noqa: SLF001 (as what forgets does)
    lambda progress: progress.remove_person(OWNER),
]


def _killed_after(folder: Path, forget: Callable[[Progress], object]) -> Path:
    """Return a save as it is when the game was killed before the log was emptied."""
    play(folder / "live")
    progress = opened(folder / "live")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(progress, "_cut_log", lambda: None)
        forget(progress)
    cut = folder / "cut"
    cut.mkdir()
    for name in (FILE, LOG):
        shutil.copy(folder / "live" / name, cut / name)
    progress.close()
    return cut


@pytest.mark.parametrize("forget", FORGETTING, ids=["lowered", "removed"])
def test_what_was_forgotten_when_the_game_was_killed_is_gone_for_good_and_no_loss(
    tmp_path: Path, forget: Callable[[Progress], object]
) -> None:
    cut = _killed_after(tmp_path, forget)
    assert b"card-57" in (cut / FILE).read_bytes()
    progress = opened(cut)
    assert "card-57" not in progress.history("lantern")
    for path in cut.iterdir():
        assert b"card-57" not in path.read_bytes(), "already while the game is open"
    progress.close()
    assert {path.name for path in cut.iterdir()} == {FILE, LOCK}
    opened(cut).close()


@pytest.mark.parametrize("forget", FORGETTING, ids=["lowered", "removed"])
def test_nothing_tells_afterwards_that_something_was_forgotten(
    tmp_path: Path, forget: Callable[[Progress], object]
) -> None:
    play(tmp_path)
    progress = opened(tmp_path)
    before = progress._rows("SELECT * FROM settings WHERE person = 0")  # noqa: SLF001
    for _ in range(2):
        forget(progress)
        progress._cut_log()  # noqa: SLF001 (as what forgets does)
        assert progress._rows("SELECT * FROM settings WHERE person = 0") == before  # noqa: SLF001
    progress.close()
    assert b"forgetting" not in (tmp_path / FILE).read_bytes()


def test_a_log_that_forgets_nothing_is_not_believed_when_it_takes_answers_away(
    tmp_path: Path,
) -> None:
    cut = _killed_after(
        tmp_path,
        lambda progress: progress._write(  # noqa: SLF001 (as no quizgame does)
            lambda db: db.execute("DELETE FROM answers WHERE card = 'card-57'")
        ),
    )
    progress, message = Progress.open(cut, "s1")
    progress.close()
    assert message is not None
    assert "could not all be read" in message


def _refused(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def _not_beside(path: Path, how: str) -> sqlite3.Connection:
    """Connect as where no memory can be shared beside the file."""
    if how == "mode=ro":
        message = "unable to open database file"
        raise sqlite3.OperationalError(message)
    return connect_to(path, how)


@pytest.mark.parametrize(
    ("beside", "elsewhere", "seen"),
    [(True, False, "start"), (False, True, "start"), (False, False, "")],
    ids=["read with its log", "read with its log in another place", "read without its log"],
)
def test_a_watch_point_taken_back_stands_no_higher_where_nothing_can_be_written(
    tmp_path: Path, beside: bool, elsewhere: bool, seen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = _killed_after(tmp_path, FORGETTING[0])
    monkeypatch.setattr("quizgame.storage.store.inspect", _refused)
    if not beside:
        monkeypatch.setattr("quizgame.storage.database.connect_to", _not_beside)
    if not elsewhere:
        monkeypatch.setattr(shutil, "copyfile", _refused)
    progress, message = Progress.open(cut, "s1")
    assert message is not None
    assert "not being kept" in message
    assert progress.watch_point("lantern") == seen
    assert progress.watch_points(person=OWNER) == {"lantern": seen}
    assert "card-7" in progress.history("lantern")
    progress.close()


@pytest.mark.parametrize(
    "spoiling",
    [
        "UPDATE answers SET points = 'many'",
        "UPDATE answers SET at = 1e300",
        "UPDATE answers SET card = x'ff'",
        "UPDATE people SET id = 0",
        "DELETE FROM people",
        "PRAGMA user_version = 1001",
        "PRAGMA user_version = -1",
        "ALTER TABLE runs ADD COLUMN more",
    ],
)
def test_what_no_quizgame_writes_is_taken_for_damage(tmp_path: Path, spoiling: str) -> None:
    play(tmp_path)
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute(spoiling)
    db.close()
    with pytest.raises(BrokenError):
        open_file(tmp_path / FILE)


# -- a newer save ------------------------------------------------------------------------------


def _newer(folder: Path, *more: str) -> bytes:
    play(folder)
    with sqlite3.connect(folder / FILE) as db:
        for statement in (*more, f"PRAGMA user_version = {VERSION + 1}"):
            db.execute(statement)
    db.close()
    return (folder / FILE).read_bytes()


def test_of_a_newer_save_is_shown_what_this_version_understands(tmp_path: Path) -> None:
    before = _newer(tmp_path, "ALTER TABLE settings ADD COLUMN why", "CREATE TABLE trophies (id)")
    progress, message = Progress.open(tmp_path, "s1")
    assert message is not None
    assert "newer quizgame" in message
    assert "update" in message
    assert progress.history("lantern")["card-7"] == CardHistory(1, "right", 7.0)
    assert progress.watch_point("lantern") == "middle"
    assert progress.settings() == {}
    assert not progress.kept
    progress.set_watch_point("lantern", "end")
    progress.rehearse("lantern", answer("new"))
    assert progress.back_up("20261126-000000") == ""
    progress.close()
    assert (tmp_path / FILE).read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {FILE, LOCK}


def test_a_newer_save_that_is_damaged_shows_nothing_and_stays_as_it_is(tmp_path: Path) -> None:
    whole = _newer(tmp_path)
    spoilt = whole[:4096] + b"\xff" * (len(whole) - 4096)
    (tmp_path / FILE).write_bytes(spoilt)
    progress, message = Progress.open(tmp_path, "s1")
    assert message is not None
    assert progress.history("lantern") == {}
    progress.close()
    assert (tmp_path / FILE).read_bytes() == spoilt


# -- where no log can be had -------------------------------------------------------------------


class NoLog(sqlite3.Connection):
    """A connection on a drive that gives no memory shared with others."""

    def execute(self, sql: str, values: Any = ()) -> sqlite3.Cursor:  # noqa: ANN401 (as SQLite)
        if sql == "PRAGMA journal_mode=WAL":
            message = "locking protocol"
            raise sqlite3.OperationalError(message)
        return super().execute(sql, values)


def test_on_a_network_drive_without_logs_everything_is_kept_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def connect_there(name: str, **how: Any) -> sqlite3.Connection:  # noqa: ANN401 (as SQLite)
        return connect(name, factory=NoLog, **how)

    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", connect_there)
        play(tmp_path)
        progress = opened(tmp_path)
        mode = progress._connection.execute("PRAGMA journal_mode").fetchone()  # noqa: SLF001
        level = progress._connection.execute("PRAGMA synchronous").fetchone()  # noqa: SLF001
        assert (mode, level) == (("delete",), (2,))
        assert len(progress.history("lantern")) == 60
        progress.close()
    opened(tmp_path).close()


def test_a_save_with_a_log_is_opened_where_no_memory_can_be_shared(tmp_path: Path) -> None:
    cut = _unclosed(tmp_path)
    # SQLite cannot make the file for the shared memory.
    (cut / f"{FILE}-shm").mkdir()
    progress = opened(cut)
    assert "late-4" in progress.history("lantern")
    progress.rehearse("lantern", answer("more"))
    assert progress.kept
    progress.close()
    (cut / f"{FILE}-shm").rmdir()
    again = opened(cut)
    assert "more" in again.history("lantern")
    again.close()
