"""A save of the first version, as its own quizgame wrote it, in the hands of this one.

progress-v1.sqlite3: a round played to its end at the lowest tier of `low_pack`, a second one left
at its second card, a watch point, a content note left out and two settings.
"""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.storage import database
from quizgame.storage.database import LOCK, open_memory, read_beside, read_frozen
from quizgame.storage.kept import OWNER, CardHistory, Person
from quizgame.storage.progress import Progress
from quizgame.storage.runsummary import summary
from tests.storage.test_progress import ASIDE, FILE, newest, opened
from tests.support import low_pack, open_game

FIRST = Path(__file__).with_name("progress-v1.sqlite3")
ANSWERED = {
    "start-choice": CardHistory(1, "right", 1700000002.0),
    "start-several": CardHistory(1, "skipped", 1700000003.0),
    "start-order": CardHistory(1, "skipped", 1700000004.0),
    "start-typed": CardHistory(1, "skipped", 1700000005.0),
    "start-true-false": CardHistory(1, "right", 1700000006.0),
    "middle-order": CardHistory(1, "wrong", 1700000009.0),
}


def _rows(connection: sqlite3.Connection, sql: str) -> list[tuple[object, ...]]:
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def _first(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return Path(shutil.copy(FIRST, folder / FILE))


def _assert_all_there(progress: Progress) -> None:
    assert progress.people() == (Person(OWNER, ""),)
    assert progress.watch_point("lighthouse") == "middle"
    assert progress.left_out("lighthouse") == {"storm"}
    assert progress.settings() == {"round_length": "0", "clock": "20"}
    assert progress.history("lighthouse") == ANSWERED
    assert progress.reports("lighthouse") == {}
    run = newest(progress)
    assert run is not None
    assert (run.id, run.pack_id, run.shared) == (2, "lighthouse", False)
    assert progress.open_run("lighthouse") == run
    assert summary(run.state) == ("The Lighthouse Keeper", "card 2 of 10")


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("watch_points", "pack, tier"),
        ("left_out", "pack, note"),
        ("runs", "id, pack, state, began, ended"),
        ("answers", "id, run, pack, card, verdict, points, seconds, at"),
        ("settings", "key, value"),
    ],
)
def test_every_row_of_the_first_version_is_the_owner_s_in_this_one(
    table: str, columns: str, tmp_path: Path
) -> None:
    opened(_first(tmp_path).parent).close()
    sql = f"SELECT {columns} FROM {table} ORDER BY 1, 2"  # noqa: S608 (names of our own)
    before = _rows(sqlite3.connect(FIRST), sql)
    assert before
    assert _rows(sqlite3.connect(tmp_path / FILE), sql) == before
    if table != "settings":
        whose = f"SELECT DISTINCT person FROM {table}"  # noqa: S608
        assert _rows(sqlite3.connect(tmp_path / FILE), whose) == [(OWNER,)]


def test_a_first_file_is_brought_up_once_and_stays_so(tmp_path: Path) -> None:
    _first(tmp_path)
    for _ in range(2):
        progress = opened(tmp_path)
        _assert_all_there(progress)
        progress.close()
    tables = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    made = _rows(sqlite3.connect(tmp_path / FILE), tables)
    assert sorted(made, key=str) == sorted(_rows(open_memory(), tables), key=str)
    assert {path.name for path in tmp_path.iterdir()} == {FILE, LOCK, "backups"}


def test_a_round_of_the_first_version_is_taken_up_where_it_was_left(tmp_path: Path) -> None:
    _first(tmp_path / "data")
    game = open_game(tmp_path, low_pack())
    game.send(want.Go("continue"))
    game.send(want.Resume())
    view = game.view()
    assert isinstance(view, views.AskView)
    assert view.clock is not None
    assert view.clock.left == 16.75
    assert len(view.board.marks) == 10


def test_what_is_forgotten_later_stays_in_no_corner_of_the_file(tmp_path: Path) -> None:
    _first(tmp_path)
    progress = opened(tmp_path)
    progress.forget_beyond("lighthouse", [card for card in ANSWERED if "start" in card], 1.0)
    progress.close()
    assert b"middle-" in FIRST.read_bytes()
    assert b"middle-" not in (tmp_path / FILE).read_bytes()


def test_a_first_file_with_statistics_of_sqlite_s_own_is_brought_up(tmp_path: Path) -> None:
    connection = sqlite3.connect(_first(tmp_path))
    connection.execute("ANALYZE")
    connection.close()
    progress = opened(tmp_path)
    _assert_all_there(progress)
    progress.close()


@pytest.mark.parametrize("read", [read_frozen, read_beside])
def test_a_first_file_that_may_only_be_read_is_brought_up_in_memory(
    read: Callable[[Path], sqlite3.Connection], tmp_path: Path
) -> None:
    progress = Progress(read(_first(tmp_path)), None, on_disk=False)
    _assert_all_there(progress)
    progress.set_setting("clock", "0")
    assert progress.trouble is None
    progress.close()
    assert (tmp_path / FILE).read_bytes() == FIRST.read_bytes()


def test_a_first_file_with_other_tables_is_set_aside(tmp_path: Path) -> None:
    connection = sqlite3.connect(_first(tmp_path))
    connection.execute("DROP INDEX answers_by_card")
    connection.close()
    progress, message = Progress.open(tmp_path, "s1")
    progress.close()
    assert message is not None
    assert ASIDE in message


FAULTS = [
    (sqlite3.SQLITE_ALTER_TABLE, "main", "watch_points"),
    (sqlite3.SQLITE_DROP_INDEX, "runs_open", "runs"),
    (sqlite3.SQLITE_CREATE_TABLE, "reports", None),
    (sqlite3.SQLITE_INSERT, "people", None),
    (sqlite3.SQLITE_PRAGMA, "user_version", "2"),
    (sqlite3.SQLITE_INSERT, "answers", None),
    (sqlite3.SQLITE_DROP_TABLE, "old_settings", None),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[1]} {fault[2] or ''}")
def test_a_fault_on_the_way_leaves_the_first_file_as_it_was(
    fault: tuple[int, str, str | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _first(tmp_path)
    connect, met = database._connect, []  # noqa: SLF001 (a disk to fail)

    def faulty(name: str) -> sqlite3.Connection:
        connection = connect(name)
        if name != ":memory:":
            connection.set_authorizer(allow)
        return connection

    def allow(*asked: int | str | None) -> int:
        if asked[:3] == fault:
            met.append(fault)
            return sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_OK

    with monkeypatch.context() as patched:
        patched.setattr(database, "_connect", faulty)
        progress, message = Progress.open(tmp_path, "s1")
    assert met
    assert message is not None
    assert "not being kept" in message
    _assert_all_there(progress)
    progress.close()
    assert (tmp_path / FILE).read_bytes() == FIRST.read_bytes()
    again = opened(tmp_path)
    _assert_all_there(again)
    again.close()


CRASH = """
import os, sys
from pathlib import Path
from quizgame.storage import database
connect = database._connect

def doomed(name):
    connection = connect(name)
    connection.set_trace_callback(lambda sql: os._exit(9) if sql.startswith(sys.argv[2]) else None)
    return connection

database._connect = doomed
database.open_file(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("at", ["INSERT INTO answers", "DROP TABLE old_settings", "COMMIT"])
def test_a_crash_on_the_way_leaves_the_first_file_to_begin_again(at: str, tmp_path: Path) -> None:
    path = _first(tmp_path)
    done = subprocess.run([sys.executable, "-c", CRASH, str(path), at], check=False)
    assert done.returncode == 9
    assert path.read_bytes() == FIRST.read_bytes()
    assert _rows(read_beside(path), "SELECT id FROM people") == [(OWNER,)]
    progress = opened(tmp_path)
    _assert_all_there(progress)
    progress.close()
