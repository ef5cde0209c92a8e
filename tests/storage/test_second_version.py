"""A save of the second version, as its own quizgame wrote it, in the hands of this one.

progress-v2.sqlite3: two people, Mara (who has seen to the middle of `low_pack`) and Tobias (who
leaves storms out); a round of hers that is ended, an unfinished game of both at a table, a report
of his, and settings, of hers and of the machine.
"""

import shutil
import sqlite3
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import tableviews, views
from quizgame.storage import database
from quizgame.storage.database import LOCK, open_memory
from quizgame.storage.kept import NOBODY, OWNER, TABLE, Person
from quizgame.storage.progress import Progress
from tests.storage.test_progress import FILE, opened
from tests.support import low_pack, open_game

SECOND = Path(__file__).with_name("progress-v2.sqlite3")
TOBIAS = 2


def _second(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return Path(shutil.copy(SECOND, folder / FILE))


def _assert_all_there(progress: Progress) -> None:
    assert progress.people() == (Person(OWNER, "Mara"), Person(TOBIAS, "Tobias"))
    assert progress.who == OWNER
    assert progress.watch_points() == {"lighthouse": "middle"}
    assert progress.watch_points(person=TOBIAS) == {"lighthouse": "start"}
    assert progress.left_out("lighthouse", person=TOBIAS) == {"storm"}
    assert progress.reported("lighthouse", person=TOBIAS) == {"start-choice"}
    ways = [(one.card_id, one.verdict, one.way, one.rating) for one in progress.answers()]
    assert ways[-2:] == [
        ("middle-several", "skipped", "round", None),
        ("middle-true-false", "right", "table", None),
    ]
    assert len(ways) == 6
    assert [one.way for one in progress.answers(person=TOBIAS)] == ["table", "table"]
    table = progress.open_run("lighthouse", person=NOBODY)
    assert table is not None
    assert (table.way, table.day) == (TABLE, "")
    assert progress.open_runs() == (table,)
    assert progress.envelopes("lighthouse") == ()


def _tables(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    sql = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    try:
        return set(connection.execute(sql).fetchall())
    finally:
        connection.close()


def test_a_second_file_is_brought_up_once_and_stays_so(tmp_path: Path) -> None:
    _second(tmp_path)
    for _ in range(2):
        progress = opened(tmp_path)
        _assert_all_there(progress)
        progress.close()
    assert _tables(sqlite3.connect(tmp_path / FILE)) == _tables(open_memory())
    assert {FILE, LOCK} <= {path.name for path in tmp_path.iterdir()}


def test_what_was_set_stays_with_her_and_what_is_the_machine_s_holds_for_both(
    tmp_path: Path,
) -> None:
    _second(tmp_path)
    progress = opened(tmp_path)
    assert progress.settings() == {
        "full_screen": "on",
        "round_length": "5",
        "table_rounds": "3",
        "text_size": "125",
    }
    progress.play_as(TOBIAS)
    assert progress.settings() == {"full_screen": "on", "table_rounds": "3"}
    progress.close()


def test_a_second_file_that_may_only_be_read_is_brought_up_in_memory(tmp_path: Path) -> None:
    _second(tmp_path)
    progress = Progress.beside(tmp_path)
    _assert_all_there(progress)
    progress.close()
    assert (tmp_path / FILE).read_bytes() == SECOND.read_bytes()


def test_a_game_at_a_table_of_the_second_version_is_taken_up_behind_its_curtain(
    tmp_path: Path,
) -> None:
    _second(tmp_path / "data")
    game = open_game(tmp_path, low_pack())
    game.send(want.Back())
    assert isinstance(game.send(want.Go("continue")), tableviews.HandoverView)
    assert isinstance(game.send(want.OpenCurtain()), views.AskView | views.RevealView)


FAULTS = [
    (sqlite3.SQLITE_DROP_INDEX, "answers_by_card", "answers"),
    (sqlite3.SQLITE_ALTER_TABLE, "main", "settings"),
    (sqlite3.SQLITE_CREATE_TABLE, "envelopes", None),
    (sqlite3.SQLITE_PRAGMA, "user_version", "3"),
    (sqlite3.SQLITE_INSERT, "answers", None),
    (sqlite3.SQLITE_DROP_TABLE, "old_people", None),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[1]} {fault[2] or ''}")
def test_a_fault_on_the_way_leaves_the_second_file_as_it_was(
    fault: tuple[int, str, str | None], tmp_path: Path
) -> None:
    connection = sqlite3.connect(_second(tmp_path), isolation_level=None)
    met: list[object] = []

    def allow(*asked: int | str | None) -> int:
        if asked[:3] == fault:
            met.append(fault)
            return sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_OK

    connection.set_authorizer(allow)
    with pytest.raises(sqlite3.DatabaseError):
        database.in_transaction(connection, database._bring_up)  # noqa: SLF001 (its one caller opens)
    connection.close()
    assert met
    assert (tmp_path / FILE).read_bytes() == SECOND.read_bytes()
