"""A person as a file: taken along, set aside, brought back; and files that are none."""

import json
from pathlib import Path

import pytest

from quizgame.storage.kept import DAILY, OWNER, Person, SavedAnswer
from quizgame.storage.personfile import NoPersonError, exported, imported
from quizgame.storage.progress import Progress
from tests.storage.test_progress import FILE, answer, opened


def _mina(folder: Path) -> tuple[Progress, int]:
    progress = opened(folder)
    mina = progress.add_person("Mina 민아")
    progress.play_as(mina)
    progress.set_watch_point("lantern", "middle")
    progress.set_left_out("lantern", {"storm"})
    progress.set_setting("text_size", "200")
    progress.report("lantern", "oil", 5.0)
    progress.seal("lantern", "who-leaves", "Nobody", "guess", 6.0)
    run = progress.begin_run("lantern", "state", 1.0)
    progress.save_answer(run, "lantern", answer("oil", "right", 2.0), "b")
    day = progress.begin_run("lantern", "state", 3.0, way=DAILY, day="2026-11-26")
    progress.save_answer(day, "lantern", answer("trade", "wrong", 4.0), "b")
    kept = progress.rehearse("lantern", SavedAnswer("oil", "right", 0, 1.5, 9.0))
    progress.rate(kept, 4)
    return progress, mina


def _told(progress: Progress, person: int) -> tuple[object, ...]:
    progress.play_as(person)
    return (
        progress.watch_points(),
        progress.left_out("lantern"),
        progress.settings(),
        progress.reported("lantern"),
        [(one.card_id, one.choice, one.sure, one.sealed) for one in progress.envelopes("lantern")],
        [(a.card_id, a.verdict, a.at, a.way, a.rating) for a in progress.answers()],
    )


def test_who_was_exported_is_the_same_when_imported_elsewhere(tmp_path: Path) -> None:
    progress, mina = _mina(tmp_path / "one")
    data = exported(progress, mina)
    before = _told(progress, mina)
    progress.close()
    other = opened(tmp_path / "two")
    person = imported(other, data, lambda name: name)
    assert other.people() == (Person(OWNER, ""), Person(person, "Mina 민아"))
    assert other.answers() == ()
    assert _told(other, person) == before
    other.close()


def test_who_is_removed_leaves_nothing_behind_in_the_file(tmp_path: Path) -> None:
    progress, mina = _mina(tmp_path)
    data = exported(progress, mina)
    progress.remove_person(mina)
    assert progress.who == OWNER
    assert progress.people() == (Person(OWNER, ""),)
    progress.close()
    kept = (tmp_path / FILE).read_bytes()
    assert not [word for word in (b"lantern", b"who-leaves", b"Mina") if word in kept]
    again = opened(tmp_path)
    back = imported(again, data, lambda name: name)
    assert back != mina, "a table's run may still name the one who was removed"
    assert exported(again, back) == data
    again.close()


def test_somebody_is_always_left(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    progress.remove_person(OWNER)
    (left,) = progress.people()
    assert (left.name, progress.who) == ("", left.id)
    progress.set_watch_point("lantern", "start")
    assert progress.watch_points(person=left.id) == {"lantern": "start"}
    progress.close()
    again = opened(tmp_path)
    assert again.who == left.id
    again.close()


def test_a_guest_begins_with_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    progress, mina = _mina(tmp_path)
    progress.set_setting("full_screen", "on")
    progress.play_as_guest()
    assert (progress.kept, progress.as_guest) == (False, True)
    assert progress.people() == (Person(OWNER, ""),)
    assert progress.watch_points() == {}
    assert progress.settings() == {"full_screen": "on"}
    progress.set_watch_point("secret", "end")
    progress.begin_run("secret", "state", 1.0)
    progress.play_as(mina)
    assert progress.kept
    assert progress.watch_points() == {"lantern": "middle"}
    progress.play_as_guest()
    assert progress.open_runs() == ()
    progress.close()
    assert b"secret" not in (tmp_path / FILE).read_bytes()
    again = opened(tmp_path)
    assert again.who == mina, "the guest is not the one who plays next time"
    again.close()


def _changed(data: bytes, **parts: object) -> bytes:
    return json.dumps({**json.loads(data), **parts}).encode()


def test_a_file_that_is_no_person_is_told_in_a_sentence_and_changes_nothing(
    tmp_path: Path,
) -> None:
    progress, mina = _mina(tmp_path)
    data = exported(progress, mina)
    before = progress.people()
    deep = b"[" * 100_000
    for wrong in (
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        deep,
        data[:-20],
        _changed(data, **{"quizgame-person": 2}),
        _changed(data, answers=[["a"]]),
        _changed(data, answers={"a": 1}),
        _changed(data, watch_points=[["lantern", 3]]),
        _changed(data, watch_points=[["lantern", "x" * 5_000]]),
        _changed(data, envelopes=[["lantern", "c", "x", "sure", None, None]]),
        _changed(data, reports=[["lantern", "oil", True]]),
        data.replace(b"2.5", b"1e999"),
        data.replace(b'"oil"', b'"\\ud800"'),
    ):
        with pytest.raises(NoPersonError) as caught:
            imported(progress, wrong, lambda name: name)
        assert str(caught.value).endswith(".")
    assert progress.people() == before
    progress.close()
