"""A person as a file: taken along, set aside, brought back; and files that are none."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.storage.kept import DAILY, OWNER, Person, SavedAnswer
from quizgame.storage.personfile import NoPersonError, exported, imported
from quizgame.storage.persontables import TABLES
from quizgame.storage.progress import Progress
from tests.storage.test_progress import FILE, answer, opened

NOTHING: dict[str, list[Any]] = {table: [] for table in TABLES}


GAME: dict[str, Any] = {
    "record": 1,
    "pack": "lantern",
    "title": "The Lantern",
    "tier": "middle",
    "seed": 7,
    "clock": 0,
    "dealt": [["oil", [2, 0, 1]], ["steps", [1, 0]], ["name", []], ["last", [0, 1, 2]]],
    "at": 3,
    "desk": {"order": [0, 1, 2], "marked": [1], "removed": [], "text": "", "seconds": 1.5},
    "revealed": False,
    "over": False,
    "score": 200,
    "streak": 1,
    "best_streak": 1,
    "fifties": 1,
    "outcomes": [
        ["oil", "right", {"chosen": [2]}, 100, 2.0, 0, False],
        ["steps", "half", {"arranged": [1, 0]}, 100, 2.0, 1, False],
        ["name", "wrong", {"typed": "Mina 민아"}, 0, 2.0, 1, False],
    ],
    "follows": [["before", "end"]],
}


def _game(**parts: object) -> str:
    return json.dumps({**GAME, **parts})


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
    day = progress.begin_run("lantern", "state", 3.0, way=DAILY, day="2026-11-26 middle")
    progress.save_answer(day, "lantern", answer("trade", "wrong", 4.0), "b")
    progress.end_run(day, 4.5)
    left = progress.begin_run("lantern", _game(), 5.0)
    progress.save_answer(left, "lantern", answer("oil", "right", 6.0), _game())
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
        [(run.pack_id, run.state, run.way, run.day) for run in progress.open_runs()],
    )


def test_who_was_exported_is_the_same_when_imported_elsewhere(tmp_path: Path) -> None:
    progress, mina = _mina(tmp_path / "one")
    data = exported(progress, mina)
    before = _told(progress, mina)
    progress.close()
    other = opened(tmp_path / "two")
    came = imported(other, data, lambda name: name)
    person = came.person
    assert came.left_out == 0
    assert other.people() == (Person(person, "Mina 민아"),), "nobody else has been here"
    assert other.who == person
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
    back = imported(again, data, lambda name: name).person
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
        data.replace(b"2.5", b"NaN"),
        data.replace(b"2.5", b"9" * 400),
        data.replace(b"2.5", b"9" * 5_000),
        data.replace(b'"oil"', b'"\\ud800"'),
        data.replace(b'"oil"', b'"' + b"x" * 10_000_000 + b'"'),
        data.replace(b'"name"', b'"name": "Eve", "name"'),
        _changed(data, name=None),
        _changed(data, name=1e308),
        _changed(data, name=["Eve"]),
        data.replace('"Mina 민아"'.encode(), b"[" * 900 + b"]" * 900),
        _changed(data, **{"quizgame-person": True}),
        _changed(data, **{"quizgame-person": 1.0}),
        _changed(data, **{"quizgame-person": "2"}),
    ):
        with pytest.raises(NoPersonError) as caught:
            imported(progress, wrong, lambda name: name)
        assert str(caught.value).endswith(".")
        assert "\n" not in str(caught.value)
    assert progress.people() == before
    progress.close()


# -- what is taken of a file, and what is not ----------------------------------------------------


def test_rows_that_make_no_sense_are_left_out_and_counted_and_the_others_are_taken(
    tmp_path: Path,
) -> None:
    progress, mina = _mina(tmp_path)
    data = exported(progress, mina)
    told, (good, *_) = json.loads(data), json.loads(data)["answers"]
    odd = (
        {"at": 4e10},
        {"at": -1.0},
        {"rating": 99},
        {"rating": 0},
        {"seconds": -1e15},
        {"points": 2**52},
        {"way": "xx"},
        {"run": 0},
        {"verdict": "right\u0000"},
        {"card": "../../oil"},
        {"pack": ""},
    )
    names = ("pack", "card", "verdict", "points", "seconds", "at", "rating", "way", "run")
    told["answers"] += [[*{**dict(zip(names, good, strict=True)), **one}.values()] for one in odd]
    seal = ["lantern", "oil", "Nobody", "guess", 6.0, None]
    told["envelopes"] += [
        [*seal[:4], 9e12, None],
        [*seal[:3], "surely", 6.0, None],
        [*seal[:2], "No\nbody", "guess", 6.0, None],
        [*seal[:2], "x" * 500, "guess", 6.0, None],
        # Sealed already.
        ["lantern", "who-leaves", "Somebody", "sure", 6.0, None],
    ]
    told["reports"] += [["lantern", "trade", 9e15], told["reports"][0]]
    told["watch_points"] += [["lantern", "end"], ["Lantern", "end"]]
    told["days"] += [["lantern", "2026-11-26 middle", 7], ["lantern", "soon", 1]]
    came = imported(progress, json.dumps(told).encode(), lambda name: name)
    assert came.left_out == len(odd) + 5 + 2 + 2 + 2
    assert exported(progress, came.person) == data


DESK: dict[str, Any] = GAME["desk"]
CARD, *OTHERS = GAME["outcomes"]
ODD_GAMES: tuple[dict[str, Any], ...] = (
    {"record": 2},
    {"pack": "other"},
    {"title": ""},
    {"title": "The\nLantern"},
    {"title": "x" * 2_000},
    {"title": None},
    {"title": ["T"]},
    {"tier": "The middle"},
    {"seed": -1},
    {"seed": 10**30},
    {"clock": 1e300},
    {"score": -5},
    {"streak": True},
    {"fifties": 99},
    {"at": 9},
    {"at": 2},
    {"at": -1},
    {"revealed": True},
    {"over": True},
    {"dealt": []},
    {"dealt": [["../oil", [0, 1]], *GAME["dealt"][1:]]},
    {"dealt": [*GAME["dealt"][:3], ["last", [0, 2]]]},
    {"dealt": [*GAME["dealt"][:3], ["last", [0, 1, 1]]]},
    {"dealt": [*GAME["dealt"][:3], ["last", list(range(10_000))]]},
    {"dealt": 3},
    {"desk": {**DESK, "marked": [7]}},
    {"desk": {**DESK, "order": [0, 1]}},
    {"desk": {**DESK, "text": "x" * 500}},
    {"desk": {**DESK, "seconds": -1.0}},
    {"desk": {**DESK, "seconds": float("nan")}},
    {"desk": {}},
    {"outcomes": []},
    {"outcomes": [["oil", "won", *CARD[2:]], *OTHERS]},
    {"outcomes": [["else", *CARD[1:]], *OTHERS]},
    {"outcomes": [[*CARD[:2], {"chosen": [9]}, *CARD[3:]], *OTHERS]},
    {"outcomes": [[*CARD[:2], {"arranged": [0]}, *CARD[3:]], *OTHERS]},
    {"outcomes": [[*CARD[:2], {"typed": "x\u0000"}, *CARD[3:]], *OTHERS]},
    {"outcomes": [[*CARD[:3], 1e308, *CARD[4:]], *OTHERS]},
    {"outcomes": [[*CARD[:4], float("inf"), *CARD[5:]], *OTHERS]},
    {"follows": [["before"]]},
    {"follows": [["before", "The end"]]},
    {"follows": 1},
)


@pytest.mark.parametrize("odd", ODD_GAMES, ids="-".join)
def test_a_game_that_makes_no_sense_is_left_out_and_one_like_it_is_taken(
    tmp_path: Path, odd: dict[str, object]
) -> None:
    progress, mina = _mina(tmp_path)
    data = exported(progress, mina)
    told = json.loads(data)
    (game,) = told["games"]
    told["games"] = [[*game[:-1], _game(**odd)]]
    came = imported(progress, json.dumps(told).encode(), lambda name: name)
    assert came.left_out == 1
    progress.play_as(came.person)
    assert progress.open_runs() == ()
    told["games"] = [[*game[:-1], _game(fifties=0)]]
    came = imported(progress, json.dumps(told).encode(), lambda name: name)
    assert came.left_out == 0
    progress.play_as(came.person)
    assert [run.state for run in progress.open_runs()] == [_game(fifties=0)]
    progress.close()


def test_a_file_brings_no_table_s_game_and_of_a_way_one_at_most(tmp_path: Path) -> None:
    progress, mina = _mina(tmp_path)
    told = json.loads(exported(progress, mina))
    pack, way, day, run, began, state = told["games"][0]
    told["games"] = [
        [pack, "table", day, run, began, state],
        [pack, way, "2026-11-26 middle", run, began, state],
        [pack, DAILY, "", run, began, state],
        [pack, DAILY, "2026-11-26 middle", 8, began, state],
        [pack, way, day, run, began, state],
        [pack, way, day, 9, began, _game(fifties=0)],
    ]
    came = imported(progress, json.dumps(told).encode(), lambda name: name)
    assert came.left_out == 4
    progress.play_as(came.person)
    kept = [(run.way, run.day, run.state) for run in progress.open_runs()]
    assert kept == [("round", "", _game(fifties=0)), (DAILY, "2026-11-26 middle", state)]
    progress.close()


@pytest.mark.parametrize("at", [4_200_000_000.0, 1e12, -5.0])
def test_what_was_done_while_the_clock_had_gone_astray_goes_along(
    tmp_path: Path, at: float
) -> None:
    progress, mina = _mina(tmp_path)
    progress.rehearse("lantern", SavedAnswer("astray", "right", 0, 1e9, at))
    progress.report("lantern", "astray", at)
    progress.seal("lantern", "astray", "Somebody", "sure", at)
    progress.open_envelope("lantern", "astray", at)
    data = exported(progress, mina)
    for _ in range(2):
        came = imported(progress, data, lambda name: name)
        assert came.left_out == 0
        assert exported(progress, came.person) == data
    assert [one.card_id for one in progress.answers(person=came.person)][-1] == "astray"
    progress.close()


def test_nobody_brings_or_takes_the_settings_of_the_machine(tmp_path: Path) -> None:
    progress, mina = _mina(tmp_path)
    progress.set_setting("full_screen", "on")
    progress.set_setting("table_rounds", "3")
    data = exported(progress, mina)
    assert json.loads(data)["settings"] == [["text_size", "200"]]
    brought = [["who", "7"], ["file", "x"], ["full_screen", "off"], ["table_rounds", "10"]]
    wrong = _changed(data, settings=[*brought, ["text_size", "zzz"], ["sound", "0"]])
    came = imported(progress, wrong, lambda name: name)
    assert came.left_out == 5
    progress.play_as(came.person)
    assert progress.settings() == {"full_screen": "on", "table_rounds": "3", "sound": "0"}
    progress.close()


def _runs(progress: Progress, person: int) -> list[list[str]]:
    """Return the cards of each run, the runs in the order in which they come up."""
    runs: dict[int | None, list[str]] = {}
    for one in progress.answers(person=person):
        runs.setdefault(one.run, []).append(one.card_id)
    return list(runs.values())


def test_rounds_stay_apart_and_tell_nothing_of_how_much_others_have_played(tmp_path: Path) -> None:
    progress = opened(tmp_path)
    mina = progress.add_person("Mina")
    for cards in (("a", "b"), ("c",), ("a",)):
        for _ in range(20):
            progress.begin_run("lantern", "of somebody else", 1.0)
        run = progress.begin_run("lantern", "state", 1.0, person=mina)
        for card in cards:
            progress.save_answer(run, "lantern", answer(card), "b", person=mina)
    data = exported(progress, mina)
    assert [row[-1] for row in json.loads(data)["answers"]] == [1, 1, 2, 3]
    came = imported(progress, data, lambda name: name).person
    assert _runs(progress, came) == [["a", "b"], ["c"], ["a"]]
    older = json.loads(data)
    older["answers"] = [row[:-1] for row in older["answers"]]
    del older["days"]
    came = imported(progress, json.dumps(older).encode(), lambda name: name).person
    assert _runs(progress, came) == [["a", "b", "c", "a"]], "as they came in before"
    progress.close()


def test_one_run_is_not_shared_by_two_packs_or_ways_whatever_a_file_says(tmp_path: Path) -> None:
    progress, mina = _mina(tmp_path)
    told = json.loads(exported(progress, mina))
    pack, *good, _, _ = told["answers"][0]
    told["answers"] = [
        [pack, *good, "round", 1],
        [pack, *good, "table", 1],
        ["other", *good, "round", 1],
        [pack, *good, "rehearsal", 1],
        [pack, *good, "round", 1],
    ]
    came = imported(progress, json.dumps(told).encode(), lambda name: name).person
    given = progress.answers(person=came)
    assert [one.way for one in given] == ["round", "table", "round", "rehearsal", "round"]
    first, table, other, rehearsed, last = (one.run for one in given)
    assert first == last
    assert len({first, table, other}) == 3
    assert rehearsed is None
    progress.close()


def test_a_person_of_whom_more_is_kept_than_can_be_read_goes_into_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    progress, mina = _mina(tmp_path)
    monkeypatch.setattr("quizgame.storage.personfile.LARGEST", 100)
    with pytest.raises(NoPersonError, match="More is kept"):
        exported(progress, mina)
    progress.close()


# -- whatever a file may hold --------------------------------------------------------------------

ODD_TEXT = st.sampled_from(
    ["", "lantern", "oil", "\x00", "\n", "\u202e", "\ud800", "x" * 1_001, "round", "2026-11-26 a"]
) | st.text(st.characters(), max_size=6)
ODD = (
    st.none()
    | st.booleans()
    | ODD_TEXT
    | st.floats()
    | st.integers(-5, 5)
    | st.sampled_from([10**400, -(10**400), 2**53, 2**63, 4e10, 1e308])
)
ANYTHING = st.recursive(
    ODD, lambda of: st.lists(of, max_size=3) | st.dictionaries(ODD_TEXT, of, max_size=3)
)


@st.composite
def spoilt(draw: st.DrawFn, whole: dict[str, Any]) -> bytes:
    """Return a person's file with things in it that nobody would write there."""
    record = {key: [*rows] if isinstance(rows, list) else rows for key, rows in whole.items()}
    for _ in range(draw(st.integers(1, 4))):
        key = draw(st.sampled_from(sorted(record)))
        rows = record[key]
        match draw(st.sampled_from(["all", "row", "cell", "twice", "gone"])):
            case "row" if isinstance(rows, list):
                rows.append(draw(ANYTHING))
            case "cell" if isinstance(rows, list) and rows and isinstance(rows[0], list):
                row = dict(enumerate(rows[0]))
                row[draw(st.integers(0, 9))] = draw(ANYTHING)
                rows.append([*row.values()])
            case "twice" if isinstance(rows, list):
                rows += rows
            case "gone":
                record.pop(key, None)
            case _:
                record[key] = draw(ANYTHING)
    data = json.dumps(record).encode()
    cut = draw(st.integers(0, len(data)))
    return draw(st.sampled_from([data, data, data, data[:cut], data + data[cut:]]))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    progress, mina = _mina(tmp_path_factory.mktemp("sound"))
    record: dict[str, Any] = json.loads(exported(progress, mina))
    progress.close()
    return record


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_whatever_a_file_holds_it_is_taken_whole_or_refused_in_a_sentence(
    data: st.DataObject, sound: dict[str, Any]
) -> None:
    file = data.draw(spoilt(sound))
    progress, told, came = Progress.beside(Path("nowhere")), "", None
    try:
        came = imported(progress, file, lambda name: name)
    except NoPersonError as error:
        told = str(error)
    if came is None:
        assert told.endswith(".")
        assert "\n" not in told
        assert progress.people() == (Person(OWNER, ""),)
        assert progress.answers() == ()
        assert all(progress.everything_of(n) == NOTHING for n in range(4))
    else:
        again = exported(progress, came.person)
        back = imported(progress, again, lambda name: name)
        assert back.left_out == 0
        assert exported(progress, back.person) == again
    assert progress.trouble is None
    progress.close()


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda t: t.encode("utf-8", "replace")))
def test_bytes_of_any_sort_are_no_person(data: bytes) -> None:
    progress = Progress.beside(Path("nowhere"))
    with pytest.raises(NoPersonError):
        imported(progress, data, lambda name: name)
    assert len(progress.people()) == 1
    progress.close()
