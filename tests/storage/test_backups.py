import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.storage import backups as kept
from quizgame.storage import saves
from quizgame.storage.backups import (
    AFTER_RESTORE,
    BEFORE_RESTORE,
    BEFORE_UPDATE,
    DAILY,
    FOLDER,
    MOST,
    backups,
    is_sound,
    keep,
)
from quizgame.storage.kept import NOBODY, OWNER
from quizgame.storage.progress import Progress
from tests.storage.test_migrations import FIRST
from tests.storage.test_progress import FILE, answer, opened, play

SPOILT = b"\xff" * 8192


def _day(number: int) -> str:
    return f"202611{number:02}-120000"


def _after(folder: Path, number: int) -> None:
    """Play a little on a day, as a start of the game does."""
    progress = opened(folder)
    assert progress.back_up(_day(number)) == ""
    progress.rehearse("lantern", answer(f"card-{number}"))
    progress.close()


def _numbers(folder: Path) -> list[int]:
    return [one.number for one in backups(folder)]


def test_there_is_a_backup_a_day_and_the_last_ten_are_kept(tmp_path: Path) -> None:
    play(tmp_path)
    for day in range(1, 15):
        _after(tmp_path, day)
        _after(tmp_path, day)
    assert _numbers(tmp_path) == list(range(14, 14 - MOST, -1))
    assert all(is_sound(one.path) for one in backups(tmp_path))
    assert {path.suffix for path in (tmp_path / FOLDER).iterdir()} == {".sqlite3"}


def test_where_nothing_was_done_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    assert progress.back_up(_day(1)) == ""
    progress.close()
    assert backups(tmp_path) == ()


def _somebody_came(progress: Progress) -> None:
    progress.add_person("")


@pytest.mark.parametrize(
    "deed",
    [
        lambda progress: progress.rename_person(OWNER, "Ann"),
        _somebody_came,
        lambda progress: progress.set_setting("text_size", "200"),
        lambda progress: progress.report("lantern", "oil", 1.0),
        lambda progress: progress.seal("lantern", "who-leaves", "Nobody", "guess", 1.0),
        lambda progress: progress.set_left_out("lantern", {"storm"}),
    ],
    ids=["a name", "two people", "a setting", "a report", "a prediction", "a theme left out"],
)
def test_what_anybody_has_done_or_set_is_backed_up_though_nothing_was_played(
    tmp_path: Path, deed: Callable[[Progress], None]
) -> None:
    progress = opened(tmp_path)
    progress.set_setting("full_screen", "on")
    progress.back_up(_day(1))
    assert backups(tmp_path) == (), "the window is nobody's"
    deed(progress)
    progress.back_up(_day(1))
    assert len(backups(tmp_path)) == 1
    progress.close()


def test_a_clock_that_is_wrong_at_every_other_start_uses_up_no_backups(tmp_path: Path) -> None:
    play(tmp_path)
    for day in range(1, MOST - 1):
        _after(tmp_path, day)
    for hour in range(10, 20):
        progress = opened(tmp_path)
        progress.back_up(f"20261120-{hour}0000" if hour % 2 else "19700101-000100")
        progress.rehearse("lantern", answer(f"hour-{hour}"))
        progress.close()
    stamps = [one.stamp for one in backups(tmp_path)]
    assert stamps == ["20261120-190000", "19700101-000100", *map(_day, range(MOST - 2, 0, -1))]


def test_of_two_backups_that_are_the_same_the_later_one_stays(tmp_path: Path) -> None:
    play(tmp_path)
    for day in (1, 2, 3):
        progress = opened(tmp_path)
        progress.back_up(_day(day))
        progress.close()
    (only,) = backups(tmp_path)
    assert only.stamp == _day(3)


@pytest.mark.parametrize("back", ["20260101-000000", "stamp"])
def test_a_clock_that_was_set_back_neither_stops_backups_nor_changes_their_order(
    tmp_path: Path, back: str
) -> None:
    play(tmp_path)
    _after(tmp_path, 20)
    progress = opened(tmp_path)
    progress.back_up(back)
    progress.close()
    assert [one.stamp for one in backups(tmp_path)] == [back, _day(20)]


def test_answers_keep_their_order_when_the_clock_is_set_back(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    for number, at in enumerate((50.0, 20.0, 30.0)):
        progress.rehearse("lantern", answer(f"card-{number}", at=at))
    assert [one.card_id for one in progress.answers()] == ["card-0", "card-1", "card-2"]
    progress.close()


def test_backups_made_by_hand_stay(tmp_path: Path) -> None:
    play(tmp_path)
    progress = opened(tmp_path)
    first = keep(progress._connection, tmp_path, "s", kept.BY_HAND)  # noqa: SLF001 (as a command does)
    progress.close()
    for day in range(1, 15):
        _after(tmp_path, day)
    assert first.path.exists()
    assert len(backups(tmp_path)) == MOST + 1


def test_guests_leave_nothing_in_a_backup(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    progress.set_watch_point("lantern", "middle")
    table = progress.begin_run("lantern", '{"guest":"Jonas"}', 1.0, person=NOBODY)
    progress.save_table(table, '{"guest":"Jonas"}')
    progress.back_up(_day(1))
    assert progress.open_runs() != ()
    progress.close()
    (one,) = backups(tmp_path)
    assert b"Jonas" in (tmp_path / FILE).read_bytes()
    assert b"Jonas" not in one.path.read_bytes()


def test_an_older_save_is_backed_up_before_it_is_brought_up(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(FIRST.read_bytes())
    opened(tmp_path).close()
    (one,) = backups(tmp_path)
    assert one.why == BEFORE_UPDATE
    before, after = sqlite3.connect(FIRST), sqlite3.connect(one.path)
    assert list(before.iterdump()) == list(after.iterdump())
    assert after.execute("PRAGMA user_version").fetchone() == (1,)
    before.close()
    after.close()


def test_a_save_that_cannot_be_backed_up_is_not_brought_up(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(FIRST.read_bytes())
    (tmp_path / FOLDER).write_text("in the way", encoding="utf-8")
    progress, message = Progress.open(tmp_path, "s1")
    assert message is not None
    assert "not being kept" in message
    assert progress.history("lighthouse")
    progress.close()
    assert (tmp_path / FILE).read_bytes() == FIRST.read_bytes()


def test_a_backup_that_cannot_be_made_is_told_and_play_goes_on(tmp_path: Path) -> None:
    play(tmp_path)
    (tmp_path / FOLDER).write_text("in the way", encoding="utf-8")
    progress = opened(tmp_path)
    assert "no backup" in progress.back_up(_day(1))
    assert progress.kept
    progress.close()


def test_a_guest_and_a_second_window_make_no_backup(tmp_path: Path) -> None:
    play(tmp_path)
    progress = opened(tmp_path)
    second, _ = Progress.open(tmp_path, "s1")
    second.back_up(_day(1))
    second.close()
    progress.play_as_guest()
    progress.back_up(_day(1))
    progress.close()
    assert backups(tmp_path) == ()


def test_what_was_half_made_when_the_game_was_killed_is_gone_after_the_next_start(
    tmp_path: Path,
) -> None:
    play(tmp_path)
    _after(tmp_path, 1)
    left = (".0002-x.sqlite3.part", ".0002-x.sqlite3.part-journal")
    for name in left:
        (tmp_path / FOLDER / name).write_bytes(b"half")
    opened(tmp_path).close()
    assert not any((tmp_path / FOLDER / name).exists() for name in left)
    assert [one.why for one in backups(tmp_path)] == [DAILY]


# -- a damaged save ----------------------------------------------------------------------------


def _spoil(folder: Path, at: int = 8192) -> bytes:
    path = folder / FILE
    path.write_bytes(path.read_bytes()[:at] + SPOILT)
    return path.read_bytes()


def test_a_damaged_save_is_set_aside_and_the_newest_sound_backup_taken_up(tmp_path: Path) -> None:
    play(tmp_path)
    for day in (1, 2, 3):
        _after(tmp_path, day)
    newest = backups(tmp_path)[0].path
    newest.write_bytes(newest.read_bytes()[:4096] + SPOILT)
    spoilt = _spoil(tmp_path)
    progress, message = Progress.open(tmp_path, "s1")
    assert message is not None
    assert message.startswith("The saved progress was damaged and is kept as progress-s1-set-aside")
    assert backups(tmp_path)[1].made in message
    assert message.count(".") == 2
    history = progress.history("lantern")
    assert (history["card-1"].seen, history["card-2"].seen) == (2, 1)
    assert progress.kept
    progress.close()
    assert (tmp_path / "progress-s1-set-aside.sqlite3").read_bytes() == spoilt
    opened(tmp_path).close()


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _without_tables(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("VACUUM")


@pytest.mark.parametrize("lose", [_emptied, _without_tables])
def test_a_save_that_is_empty_is_damaged_where_there_is_a_backup(
    tmp_path: Path, lose: Callable[[Path], None]
) -> None:
    play(tmp_path)
    for day in (1, 2):
        _after(tmp_path, day)
    lose(backups(tmp_path)[0].path)
    lose(tmp_path / FILE)
    assert [is_sound(one.path) for one in backups(tmp_path)] == [False, True]
    with pytest.raises(saves.SavesError, match="is damaged, or no save of quizgame"):
        saves.take_up(tmp_path, backups(tmp_path)[0].path, "s0")
    progress, message = Progress.open(tmp_path, "s1")
    assert message is not None
    assert backups(tmp_path)[1].made in message
    assert progress.history("lantern")["card-1"].seen == 1
    progress.close()


def test_a_first_start_that_was_cut_short_is_told_of_by_nobody(tmp_path: Path) -> None:
    _emptied(tmp_path / FILE)
    progress, message = Progress.open(tmp_path, "s1")
    assert message is None
    assert progress.kept
    progress.close()
    assert [path.name for path in tmp_path.glob("*set-aside*")] == []


def test_a_watch_point_taken_back_since_the_backup_does_not_rise_again(tmp_path: Path) -> None:
    play(tmp_path)
    _after(tmp_path, 1)
    progress = opened(tmp_path)
    progress.set_watch_point("lantern", "start")
    progress.close()
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute("UPDATE answers SET points = 'many'")
    db.close()
    progress, message = Progress.open(tmp_path, "s1")
    assert message is not None
    assert "asks again how far" in message
    assert progress.watch_point("lantern") == ""
    # The game waits until it is said: see tests/services/test_restored.py.
    assert [run.pack_id for run in progress.open_runs()] == ["lantern"]
    progress.close()


def test_what_a_player_went_back_from_is_not_what_a_damaged_save_is_replaced_by(
    tmp_path: Path,
) -> None:
    play(tmp_path)
    _after(tmp_path, 1)
    progress = opened(tmp_path)
    progress.add_person("Wrong")
    progress.close()
    (good,) = backups(tmp_path)
    done = saves.take_up(tmp_path, good.path, _day(2))
    assert done.backup is not None
    assert [one.why for one in backups(tmp_path)] == [AFTER_RESTORE, BEFORE_RESTORE, DAILY]
    for left in ("", "what was taken up"):
        if left:
            backups(tmp_path)[0].path.unlink()
        _spoil(tmp_path)
        progress, message = Progress.open(tmp_path, "s1")
        assert message is not None
        assert "backup of 2026-11-0" in message
        assert [one.name for one in progress.people()] == [""]
        progress.close()
    good.path.unlink()
    _spoil(tmp_path)
    progress, _ = Progress.open(tmp_path, "s1")
    assert [one.name for one in progress.people()] == ["", "Wrong"], "there is no other left"
    progress.close()


def test_a_restore_is_done_also_where_no_backup_of_it_can_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(tmp_path)
    _after(tmp_path, 1)
    (good,) = backups(tmp_path)
    real = kept.keep

    def full(source: sqlite3.Connection, folder: Path, stamp: str, why: str) -> kept.Backup:
        if why == AFTER_RESTORE:
            raise OSError
        return real(source, folder, stamp, why)

    monkeypatch.setattr(saves, "keep", full)
    saves.take_up(tmp_path, good.path, _day(2))
    assert [one.why for one in backups(tmp_path)] == [BEFORE_RESTORE, DAILY]
    progress = opened(tmp_path)
    assert "card-1" in progress.history("lantern")
    progress.close()


def test_where_the_damaged_save_says_the_same_nothing_is_asked_again(tmp_path: Path) -> None:
    play(tmp_path)
    _after(tmp_path, 1)
    _spoil(tmp_path, at=-8192)
    progress, message = Progress.open(tmp_path, "s1")
    assert message is not None
    assert message.endswith(f"backup of {backups(tmp_path)[0].made}.")
    assert progress.watch_point("lantern") == "middle"
    assert progress.open_runs() != ()
    progress.close()
