"""What is kept apart for each person, and what a table of several leaves to each."""

import sqlite3
from pathlib import Path

from quizgame.storage.kept import NOBODY, OWNER, TABLE, CardHistory, OpenRun, Person
from tests.storage.test_progress import FILE, answer, newest, opened


def test_the_owner_is_there_from_the_first_and_may_be_given_a_name(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    assert progress.people() == (Person(OWNER, ""),)
    progress.rename_person(OWNER, "Mara")
    tobias = progress.add_person("Tobias")
    assert progress.people() == (Person(OWNER, "Mara"), Person(tobias, "Tobias"))
    progress.close()
    again = opened(tmp_path)
    assert again.people() == (Person(OWNER, "Mara"), Person(tobias, "Tobias"))
    again.close()


def test_half_a_character_in_a_name_is_no_reason_to_fail(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    person = progress.add_person("Mara \ud83d")
    progress.rename_person(OWNER, "\udc00")
    assert progress.people() == (Person(OWNER, "?"), Person(person, "Mara ?"))
    progress.close()


def test_each_has_watched_and_leaves_out_what_is_their_own(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    guest = progress.add_person("Tobias")
    progress.set_watch_point("lantern", "end")
    progress.set_watch_point("lantern", "start", person=guest)
    progress.set_left_out("lantern", {"storm"}, person=guest)
    assert progress.watch_point("lantern") == "end"
    assert progress.watch_point("lantern", person=guest) == "start"
    assert progress.left_out("lantern") == frozenset()
    assert progress.left_out("lantern", person=guest) == {"storm"}
    progress.set_left_out("lantern", (), person=OWNER)
    progress.forget_watch_point("lantern", person=guest)
    assert progress.watch_point("lantern") == "end"
    assert progress.watch_point("lantern", person=guest) is None
    assert progress.left_out("lantern", person=guest) == {"storm"}
    progress.close()


def test_each_has_a_history_of_their_own(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    guest = progress.add_person("Tobias")
    run = progress.begin_run("lantern", "a", 1.0)
    progress.save_answer(run, "lantern", answer("oil", "wrong", 2.0), "b")
    progress.save_answer(run, "lantern", answer("oil", "right", 3.0), "c", person=guest)
    assert progress.history("lantern") == {"oil": CardHistory(1, "wrong", 2.0)}
    assert progress.history("lantern", person=guest) == {"oil": CardHistory(1, "right", 3.0)}
    progress.close()


def test_a_history_can_be_read_as_it_was_when_a_run_was_dealt(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    before = progress.begin_run("lantern", "a", 1.0)
    progress.save_answer(before, "lantern", answer("oil", "wrong", 2.0), "b")
    run = progress.begin_run("lantern", "c", 3.0, person=NOBODY)
    then = progress.history("lantern")
    progress.save_table(run, "d", [(OWNER, answer("oil", at=4.0)), (OWNER, answer("trade"))])
    assert progress.history("lantern")["oil"] == CardHistory(2, "right", 4.0)
    assert progress.history("lantern", before_run=run) == then
    progress.close()


def test_a_table_s_run_belongs_to_nobody(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    own = progress.begin_run("lantern", "own", 1.0)
    table = progress.begin_run("lantern", "table", 2.0, person=NOBODY)
    assert newest(progress) == OpenRun(table, "lantern", "table", way=TABLE)
    assert progress.open_run("lantern") == OpenRun(own, "lantern", "own")
    other = progress.begin_run("other", "elsewhere", 3.0, person=NOBODY)
    again = progress.begin_run("lantern", "table again", 4.0, person=NOBODY)
    progress.save_run(table, "late")
    assert newest(progress) == OpenRun(again, "lantern", "table again", way=TABLE)
    progress.end_run(again, 5.0)
    assert newest(progress) == OpenRun(other, "other", "elsewhere", way=TABLE)
    assert progress.open_run("other") is None
    progress.end_run(other, 6.0)
    assert newest(progress) == OpenRun(own, "lantern", "own")
    progress.close()


def test_beginning_one_s_own_run_leaves_the_table_s_open(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    table = progress.begin_run("lantern", "table", 1.0, person=NOBODY)
    own = progress.begin_run("lantern", "own", 2.0)
    assert newest(progress) == OpenRun(own, "lantern", "own")
    progress.end_run(own, 3.0)
    assert newest(progress) == OpenRun(table, "lantern", "table", way=TABLE)
    progress.close()


def test_a_table_s_answers_go_to_those_who_gave_them(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    guest = progress.add_person("Tobias")
    run = progress.begin_run("lantern", "a", 1.0, person=NOBODY)
    progress.save_table(run, "b", [(OWNER, answer("oil")), (guest, answer("oil", "wrong"))])
    progress.save_table(run, "c", [(guest, answer("trade"))])
    progress.save_table(run, "d", ())
    assert newest(progress) == OpenRun(run, "lantern", "d", way=TABLE)
    assert progress.history("lantern") == {"oil": CardHistory(1, "right", 10.0)}
    assert set(progress.history("lantern", person=guest)) == {"oil", "trade"}
    progress.close()


def test_a_table_s_answers_and_state_are_kept_together_or_not_at_all(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    guest = progress.add_person("Tobias")
    run = progress.begin_run("lantern", "a", 1.0, person=NOBODY)
    # A disk that fails at the state, after both answers.
    progress._connection.execute(  # noqa: SLF001
        "CREATE TEMP TRIGGER fault BEFORE UPDATE ON runs BEGIN SELECT raise(ABORT, 'full'); END"
    )
    progress.save_table(run, "b", [(OWNER, answer("oil")), (guest, answer("oil"))])
    assert progress.trouble is not None
    assert set(progress.history("lantern", person=guest)) == {"oil"}
    progress.close()
    again = opened(tmp_path)
    assert newest(again) == OpenRun(run, "lantern", "a", way=TABLE)
    assert again.history("lantern") == {}
    assert again.history("lantern", person=guest) == {}
    again.close()


def test_an_answer_taken_back_was_never_given(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    guest = progress.add_person("Tobias")
    earlier = progress.begin_run("lantern", "a", 1.0)
    progress.save_answer(earlier, "lantern", answer("oil", at=2.0), "b")
    run = progress.begin_run("lantern", "c", 3.0, person=NOBODY)
    both = [(OWNER, answer("oil", "wrong")), (guest, answer("oil", "half"))]
    progress.save_table(run, "d", [*both, (OWNER, answer("trade", "timeout"))])
    progress.save_table(run, "e", (), [(OWNER, "oil")])
    assert progress.history("lantern")["oil"] == CardHistory(1, "right", 2.0)
    assert progress.history("lantern")["trade"].last_verdict == "timeout"
    assert progress.history("lantern", person=guest)["oil"].last_verdict == "half"
    progress.close()
    assert b"wrong" not in (tmp_path / FILE).read_bytes()


def test_cards_are_reported_by_each_and_counted_over_all(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    guest = progress.add_person("Tobias")
    progress.report("lantern", "oil", 1.0)
    progress.report("lantern", "oil", 2.0)
    progress.report("lantern", "oil", 3.0, person=guest)
    progress.report("lantern", "trade", 4.0, person=guest)
    progress.report("other", "oil", 5.0)
    assert progress.reports("lantern") == {"oil": 2, "trade": 1}
    assert progress.reported("lantern") == {"oil"}
    assert progress.reported("lantern", person=guest) == {"oil", "trade"}
    progress.withdraw_report("lantern", "oil", person=guest)
    progress.withdraw_report("lantern", "never", person=guest)
    assert progress.reports("lantern") == {"oil": 1, "trade": 1}
    assert progress.reported("lantern") == {"oil"}
    progress.close()


def test_forgetting_takes_one_person_s_past_beyond_and_nothing_else(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    guest = progress.add_person("Tobias")
    table = progress.begin_run("lantern", "table", 1.0, person=NOBODY)
    given = [(p, answer(c)) for c in ("early", "late", "later") for p in (OWNER, guest)]
    progress.save_table(table, "table", given)
    for person in (OWNER, guest):
        for card in ("early", "late"):
            progress.report("lantern", card, 2.0, person=person)
    own = progress.begin_run("lantern", "own", 3.0)
    progress.save_answer(own, "lantern", answer("late", "wrong"), "own")
    elsewhere = progress.begin_run("other", "elsewhere", 4.0)
    progress.save_answer(elsewhere, "other", answer("late"), "elsewhere")
    progress.forget_beyond("lantern", ["early"], 5.0)
    assert set(progress.history("lantern")) == {"early"}
    assert progress.reported("lantern") == {"early"}
    assert set(progress.history("lantern", person=guest)) == {"early", "late", "later"}
    assert progress.reported("lantern", person=guest) == {"early", "late"}
    assert set(progress.history("other")) == {"late"}
    assert progress.open_run("lantern") is None
    assert progress.open_run("other") == OpenRun(elsewhere, "other", "elsewhere")
    progress.end_run(elsewhere, 6.0)
    assert newest(progress) == OpenRun(table, "lantern", "table", way=TABLE)
    progress.close()


def test_forgetting_for_a_guest_leaves_the_owner_s_run(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    guest = progress.add_person("Tobias")
    own = progress.begin_run("lantern", "own", 1.0)
    progress.save_answer(own, "lantern", answer("late"), "own")
    progress.save_answer(own, "lantern", answer("late"), "own", person=guest)
    progress.forget_beyond("lantern", (), 2.0, person=guest)
    assert progress.open_run("lantern") == OpenRun(own, "lantern", "own")
    assert set(progress.history("lantern")) == {"late"}
    assert progress.history("lantern", person=guest) == {}
    progress.close()


def test_after_forgetting_the_file_is_as_if_it_had_never_been(tmp_path: Path) -> None:
    for name, beyond in (("forgot", True), ("never", False)):
        progress = opened(tmp_path / name)
        guest = progress.add_person("Tobias")
        progress.set_watch_point("sequel" if beyond else "lantern", "start")
        run = progress.begin_run("lantern", "", 1.0, person=NOBODY)
        for card in ("one", "hidden", "two", "secret", "three"):
            if beyond or card in {"one", "two", "three"}:
                progress.save_table(run, "", [(OWNER, answer(card))])
                progress.report("lantern", card, 2.0)
            if card in {"one", "two", "three"}:
                progress.save_table(run, "", [(guest, answer(card))])
        progress.set_watch_point("lantern", "start")
        progress.forget_beyond("lantern", ["one", "two", "three"], 3.0)
        progress.forget_watch_point("sequel")
        progress.close()
    forgot, never = (_dumped(tmp_path / name / FILE) for name in ("forgot", "never"))
    assert forgot == never
    assert b"hidden" not in (tmp_path / "forgot" / FILE).read_bytes()
    assert b"secret" not in (tmp_path / "forgot" / FILE).read_bytes()


def _dumped(path: Path) -> list[str]:
    """Return all that a file holds, the numbers of its rows included."""
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()
