"""Files of people: whoever comes out of one comes once, and what is left out is told."""

import json
import sqlite3
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.services.game import Game
from quizgame.storage import personfolder, saves, store
from quizgame.storage.backups import backups
from quizgame.storage.database import in_transaction
from quizgame.storage.filenames import PERSON_FILE
from quizgame.storage.personfile import exported
from quizgame.storage.progress import Progress
from tests.services.test_profiles import add, everybody, opened
from tests.support import pull_the_plug


def removed(game: Game, person: int) -> None:
    everybody(game)
    for intent in (want.ShowPerson(person), want.RemovePerson(person), want.Agree()):
        game.send(intent)


def bring_back(game: Game) -> list[str]:
    """Bring back whoever was removed last, and return who is here then."""
    game.send(want.BringPerson(everybody(game).gone[0].file))
    view = everybody(game)
    assert view.gone == ()
    return [row.name for row in view.rows]


def test_a_game_that_ends_while_somebody_comes_back_brings_them_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = opened(tmp_path)
    removed(game, add(game, "Mina"))
    with monkeypatch.context() as patched:
        patched.setattr(personfolder, "put_by", pulled)
        with pytest.raises(KeyboardInterrupt):
            game.send(want.BringPerson(everybody(game).gone[0].file))
    pull_the_plug(game)
    game = opened(tmp_path)
    assert bring_back(game) == ["Player 1", "Mina"]
    assert game.notice is not None
    assert game.notice.text == "Mina is here."


def test_a_game_that_ends_while_somebody_is_removed_still_has_them_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = opened(tmp_path)
    mina = add(game, "Mina")
    with monkeypatch.context() as patched:
        patched.setattr(Progress, "remove_person", pulled)
        with pytest.raises(KeyboardInterrupt):
            removed(game, mina)
    pull_the_plug(game)
    game = opened(tmp_path)
    assert bring_back(game) == ["Player 1", "Mina"]


def pulled(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_file_that_cannot_be_put_by_brings_nobody_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = opened(tmp_path)
    removed(game, add(game, "Mina"))
    monkeypatch.setattr(personfolder, "put_by", lambda *_: False)
    for _ in range(2):
        game.send(want.BringPerson(everybody(game).gone[0].file))
        assert [row.name for row in everybody(game).rows] == ["Player 1", "Mina"]


def test_a_second_game_that_keeps_nothing_removes_nobody_and_puts_no_file_by(
    tmp_path: Path,
) -> None:
    game = opened(tmp_path)
    mina = add(game, "Mina")
    removed(game, add(game, "Jun"))
    second = opened(tmp_path)
    assert [row.name for row in everybody(second).rows] == ["Player 1", "Mina"]
    removed(second, mina)
    assert second.notice is not None
    assert second.notice.text == "Nothing was done: this game keeps nothing, so Mina stays."
    second.send(want.BringPerson(everybody(second).gone[0].file))
    assert [row.name for row in everybody(second).rows] == ["Player 1", "Mina", "Jun"]
    second.close()
    assert [row.name for row in everybody(game).gone] == ["Jun"]
    assert bring_back(game) == ["Player 1", "Mina", "Jun"]


@pytest.mark.parametrize("step", [1, 2])
def test_whoever_is_removed_while_the_disk_fails_is_here_next_time_and_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    game = opened(tmp_path)
    mina, steps = add(game, "Mina"), count(1)
    real = in_transaction

    def failing(db: sqlite3.Connection, write: Callable[[sqlite3.Connection], object]) -> object:
        if next(steps) == step:
            message = "disk I/O error"
            raise sqlite3.OperationalError(message)
        return real(db, write)

    everybody(game)
    for intent in (want.ShowPerson(mina), want.RemovePerson(mina)):
        game.send(intent)
    with monkeypatch.context() as patched:
        patched.setattr(store, "in_transaction", failing)
        game.send(want.Agree())
    assert game.notice is not None
    assert "Mina stays" in game.notice.text or "gone only until the game ends" in game.notice.text
    assert game.notice.intent is None
    game.close()
    view = everybody(game := opened(tmp_path))
    assert ([row.name for row in view.rows], view.gone) == (["Player 1", "Mina"], ())


def test_of_two_who_are_alike_each_comes_back(tmp_path: Path) -> None:
    game = opened(tmp_path)
    nameless = Progress.beside(tmp_path / "nowhere")
    file = tmp_path / f"nobody{PERSON_FILE}"
    file.write_bytes(exported(nameless, nameless.who))
    nameless.close()
    everybody(game)
    for intent in (want.ShowPerson(1), want.Edit("Ann"), want.Back()):
        game.send(intent)
    for _ in range(2):
        game.send(want.Offer(str(file)))
    first, second, third = (row.person for row in everybody(game).rows)
    for person in (second, third):
        removed(game, person)
    assert [row.person for row in everybody(game).rows] == [first]
    game.send(want.BringPerson(everybody(game).gone[0].file))
    assert len(bring_back(game)) == 3


def test_what_is_left_out_of_a_file_is_told(tmp_path: Path) -> None:
    game = opened(tmp_path)
    file = tmp_path / f"eve{PERSON_FILE}"
    for odd, told in (
        ([], "Eve is here."),
        (
            [["lighthouse", "a", 9e12]],
            "Eve 2 is here. One entry of the file made no sense and was ",
        ),
        ([["lighthouse", "a", 9e12], ["", "", 1]], "Eve 3 is here. 2 entries of the file made no "),
    ):
        record = {"quizgame-person": 1, "name": "Eve", "reports": odd}
        file.write_text(json.dumps(record), encoding="utf-8")
        game.send(want.Offer(str(file)))
        assert game.notice is not None
        assert game.notice.text.startswith(told)
        assert game.notice.text.endswith(".")


def test_a_file_of_somebody_removed_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    game = opened(tmp_path)
    removed(game, add(game, "Mina"))
    (folder := tmp_path / "data" / "people-removed").joinpath(f"odd{PERSON_FILE}").touch()
    spoilt = folder / f"spoilt{PERSON_FILE}"
    spoilt.write_bytes(b'"name": "\\ud800"' + b"\xff" * 9_000)
    assert {row.name for row in everybody(game).gone} >= {"Mina", "odd"}


def test_a_backup_that_brings_somebody_back_is_not_followed_by_their_file(tmp_path: Path) -> None:
    game = opened(tmp_path)
    game._progress.report("lighthouse", "start-choice", 5.0)  # noqa: SLF001
    bob = add(game, "Bob")
    game._progress.set_watch_point("lighthouse", "middle", person=bob)  # noqa: SLF001
    assert game._progress.back_up("20261126-120000") == ""  # noqa: SLF001
    removed(game, bob)
    game.close()
    saves.take_up(tmp_path / "data", backups(tmp_path / "data")[0].path, "20261126-130000")
    game = opened(tmp_path)
    assert [row.name for row in everybody(game).rows] == ["Player 1", "Bob"]
    assert bring_back(game) == ["Player 1", "Bob"]
    assert game.notice is not None
    assert game.notice.text == "Bob is here."


def test_whoever_must_be_here_makes_room_for_who_comes_back(tmp_path: Path) -> None:
    game = opened(tmp_path)
    everybody(game)
    for intent in (want.ShowPerson(1), want.Edit("Ann"), want.Back()):
        game.send(intent)
    removed(game, 1)
    assert [row.name for row in everybody(game).rows] == ["Player 1"]
    assert bring_back(game) == ["Ann"]
    assert game._progress.who == 1  # noqa: SLF001
    mina = add(game, "Mina")
    removed(game, 1)
    assert bring_back(game) == ["Ann", "Mina"], "in the place that was theirs"
    removed(game, mina)
    game.close()
    game = opened(tmp_path)
    assert bring_back(game) == ["Ann", "Mina"]


def test_whoever_sits_at_a_table_under_way_makes_no_room(tmp_path: Path) -> None:
    game = opened(tmp_path)
    for intent in (want.Go("together"), want.Start(), want.Back(), want.Go("title")):
        game.send(intent)
    file = tmp_path / f"eve{PERSON_FILE}"
    file.write_text(json.dumps({"quizgame-person": 1, "name": "Eve"}), encoding="utf-8")
    game.send(want.Offer(str(file)))
    assert [row.name for row in everybody(game).rows] == ["Player 1", "Eve"]
