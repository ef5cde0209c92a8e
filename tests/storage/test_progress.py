import sqlite3
from pathlib import Path

import pytest

from quizgame.storage.database import LOCK
from quizgame.storage.kept import CardHistory, OpenRun, SavedAnswer
from quizgame.storage.migrations import VERSION
from quizgame.storage.progress import Progress

FILE = "progress.sqlite3"
ASIDE = "progress-s1-set-aside.sqlite3"


def opened(folder: Path) -> Progress:
    progress, message = Progress.open(folder, "s1")
    assert message is None
    return progress


def newest(progress: Progress) -> OpenRun | None:
    return next(iter(progress.open_runs()), None)


def answer(card: str, verdict: str = "right", at: float = 10.0) -> SavedAnswer:
    return SavedAnswer(card, verdict, 100, 2.5, at)


def play(folder: Path) -> None:
    progress = opened(folder)
    progress.set_watch_point("lantern", "middle")
    progress.set_left_out("lantern", {"drowning", "blood", "fire"})
    progress.set_setting("volume", "70")
    run = progress.begin_run("lantern", '{"at":0}', 1.0)
    for n in range(60):
        progress.save_answer(run, "lantern", answer(f"card-{n}", at=float(n)), "x" * 900)
    progress.end_run(run, 99.0)
    progress.begin_run("lantern", '{"at":1}', 100.0)
    progress.close()


def test_what_was_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    play(tmp_path)
    progress = opened(tmp_path)
    assert progress.watch_point("lantern") == "middle"
    assert progress.watch_point("other") is None
    assert progress.left_out("lantern") == {"drowning", "blood", "fire"}
    assert progress.settings() == {"volume": "70"}
    assert newest(progress) == OpenRun(2, "lantern", '{"at":1}')
    assert progress.history("lantern")["card-7"] == CardHistory(1, "right", 7.0)
    progress.close()


def test_a_card_s_history_tells_how_it_last_went(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    run = progress.begin_run("lantern", "a", 1.0)
    progress.save_answer(run, "lantern", answer("oil", "wrong", 5.0), "b")
    progress.save_answer(run, "lantern", answer("oil", "timeout", 5.0), "c")
    assert progress.history("lantern") == {"oil": CardHistory(2, "timeout", 5.0)}
    assert progress.history("other") == {}
    assert newest(progress) == OpenRun(run, "lantern", "c")
    progress.close()


def test_beginning_a_run_ends_the_open_one_of_that_pack_only(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    other = progress.begin_run("other", "o", 1.0)
    first = progress.begin_run("lantern", "a", 2.0)
    second = progress.begin_run("lantern", "b", 3.0)
    progress.save_run(first, "late")
    assert newest(progress) == OpenRun(second, "lantern", "b")
    progress.end_run(second, 4.0)
    assert newest(progress) == OpenRun(other, "other", "o")
    progress.end_run(other, 5.0)
    assert not progress.open_runs()
    progress.close()


def test_left_out_notes_and_settings_are_replaced(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    progress.set_left_out("lantern", {"a", "b"})
    progress.set_left_out("lantern", {"c"})
    progress.set_setting("volume", "1")
    progress.set_setting("volume", "2")
    progress.set_watch_point("lantern", "end")
    progress.set_watch_point("lantern", "start")
    assert progress.left_out("lantern") == {"c"}
    assert progress.settings() == {"volume": "2"}
    assert progress.watch_point("lantern") == "start"
    progress.close()


def test_the_same_calls_leave_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        play(tmp_path / name)
        play(tmp_path / name)
    one, two = ((tmp_path / name / FILE).read_bytes() for name in ("one", "two"))
    assert one == two
    assert {path.name for path in (tmp_path / "one").iterdir()} == {FILE, LOCK}


def test_half_a_character_in_a_state_is_no_reason_to_fail(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    progress.begin_run("lantern", "typed \ud800", 1.0)
    assert newest(progress) == OpenRun(1, "lantern", "typed ?")
    progress.close()


def _flipped(whole: bytes) -> bytes:
    return whole[:4096] + b"\xff" * 4096 + whole[8192:]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"garbage",
        lambda _: b"garbage" * 1000,
        lambda whole: whole[:50],
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[: len(whole) - 1000],
        _flipped,
    ],
    ids=["short", "garbage", "stump", "half", "end cut", "page spoilt"],
)
def test_a_broken_file_is_set_aside_and_kept(spoil, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    play(tmp_path)
    broken = spoil((tmp_path / FILE).read_bytes())
    (tmp_path / FILE).write_bytes(broken)
    progress, message = Progress.open(tmp_path, "s1")
    assert message is not None
    assert ASIDE in message
    assert (tmp_path / ASIDE).read_bytes() == broken
    assert progress.history("lantern") == {}
    progress.set_setting("volume", "1")
    assert progress.trouble is None
    progress.close()
    again = opened(tmp_path)
    assert again.settings() == {"volume": "1"}
    again.close()


def test_setting_aside_takes_the_companions_and_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / ASIDE).write_bytes(b"older")
    (tmp_path / FILE).write_bytes(b"garbage")
    (tmp_path / f"{FILE}-wal").write_bytes(b"w")
    (tmp_path / f"{FILE}-shm").write_bytes(b"s")
    progress, message = Progress.open(tmp_path, "s1")
    progress.close()
    second = "progress-s1-set-aside-2.sqlite3"
    assert message is not None
    assert second in message
    assert (tmp_path / ASIDE).read_bytes() == b"older"
    assert (tmp_path / second).read_bytes() == b"garbage"
    assert (tmp_path / f"{second}-wal").read_bytes() == b"w"
    assert (tmp_path / f"{second}-shm").read_bytes() == b"s"


def test_a_journal_whose_file_is_gone_is_not_cleared_away(tmp_path: Path) -> None:
    (tmp_path / f"{FILE}-wal").write_bytes(b"answers")
    progress, message = Progress.open(tmp_path, "s1")
    progress.close()
    assert message is not None
    assert (tmp_path / f"{ASIDE}-wal").read_bytes() == b"answers"


def test_somebody_else_s_database_is_set_aside(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    progress, message = Progress.open(tmp_path, "2026-01-02T03:04:05")
    progress.close()
    assert message is not None
    assert (tmp_path / "progress-2026-01-02T03-04-05-set-aside.sqlite3").exists()


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    play(tmp_path)
    connection = sqlite3.connect(tmp_path / FILE)
    connection.execute(f"PRAGMA user_version={VERSION + 1}")
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    progress, message = Progress.open(tmp_path, "s1")
    assert message is not None
    assert "newer" in message
    progress.set_setting("volume", "1")
    assert progress.settings() == {"volume": "1"}
    progress.close()
    assert (tmp_path / FILE).read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {FILE, LOCK}


def test_where_no_folder_can_be_made_the_game_goes_on_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    progress, message = Progress.open(tmp_path / "file" / "folder", "s1")
    assert message is not None
    assert "not being kept" in message
    run = progress.begin_run("lantern", "a", 1.0)
    progress.save_answer(run, "lantern", answer("oil"), "b")
    assert progress.history("lantern") == {"oil": CardHistory(1, "right", 10.0)}
    progress.close()


def test_a_locked_file_loses_nothing_and_the_game_goes_on_in_memory(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    run = progress.begin_run("lantern", "a", 1.0)
    progress.save_answer(run, "lantern", answer("oil"), "b")
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    progress.save_answer(run, "lantern", answer("trade", "wrong"), "c")
    assert progress.trouble is not None
    assert set(progress.history("lantern")) == {"oil", "trade"}
    assert newest(progress) == OpenRun(run, "lantern", "c")
    progress.close()
    other.execute("ROLLBACK")
    other.close()
    again = opened(tmp_path)
    assert set(again.history("lantern")) == {"oil"}
    assert newest(again) == OpenRun(run, "lantern", "b")
    again.close()


@pytest.mark.parametrize("pragma", ["query_only=ON", "max_page_count=1"])
def test_a_full_or_read_only_disk_never_stops_the_game(pragma: str, tmp_path: Path) -> None:
    progress = opened(tmp_path)
    run = progress.begin_run("lantern", "a", 1.0)
    progress._connection.execute(f"PRAGMA {pragma}").fetchall()  # noqa: SLF001 (a disk to fail)
    for n in range(40):
        progress.save_answer(run, "lantern", answer(f"card-{n}"), "x" * 20_000)
    assert progress.trouble is not None
    assert len(progress.history("lantern")) == 40
    progress.close()


def test_a_file_spoilt_while_in_use_does_not_stop_the_game(tmp_path: Path) -> None:
    play(tmp_path)
    progress = opened(tmp_path)
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 8192)
    progress.history("lantern")
    progress.set_setting("volume", "1")
    assert progress.settings()["volume"] == "1"
    progress.close()
