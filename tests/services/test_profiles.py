"""Several people on one machine: who plays, what is each one's own, files of them."""

from pathlib import Path

from quizgame.domain import intents as want
from quizgame.domain import libraryviews, tableviews, views
from quizgame.domain.peopleviews import PeopleView, PersonView
from quizgame.services.game import Game
from quizgame.storage.filenames import PERSON_FILE
from tests.support import low_pack, open_game


def opened(folder: Path) -> Game:
    game = open_game(folder, low_pack())
    game.adding.keep_in(folder / "data", folder / "packs")
    game.profiles.keep_in(folder / "data")
    return game


def everybody(game: Game) -> PeopleView:
    game.send(want.Go("title"))
    view = game.send(want.Go("people"))
    assert isinstance(view, PeopleView)
    return view


def add(game: Game, name: str) -> int:
    everybody(game)
    for intent in (want.AddPerson(), want.Edit(name), want.Back()):
        game.send(intent)
    return everybody(game).rows[-1].person


def title(game: Game) -> views.TitleView:
    view = game.send(want.Go("title"))
    assert isinstance(view, views.TitleView)
    return view


def seen(game: Game) -> int:
    game.send(want.Go("title"))
    view = game.send(want.Go("play"))
    assert isinstance(view, views.WatchPointView)
    return view.said


def test_who_plays_alone_without_a_name_is_never_asked(tmp_path: Path) -> None:
    game = opened(tmp_path)
    assert isinstance(game.view(), views.TitleView)
    assert title(game).who == ""
    assert [row.name for row in everybody(game).rows] == ["Player 1"]


def test_with_several_it_is_asked_at_the_start_and_can_be_passed_over(tmp_path: Path) -> None:
    game = opened(tmp_path)
    mina = add(game, "Mina")
    game.send(want.PlayAs(mina))
    game.close()
    game = opened(tmp_path)
    view = game.view()
    assert isinstance(view, PeopleView)
    assert view.first
    assert [row.plays for row in view.rows] == [False, True]
    shown = game.send(want.Back())
    assert isinstance(shown, views.TitleView)
    assert shown.who == "Mina"


def test_each_has_watch_points_history_games_and_settings_of_their_own(tmp_path: Path) -> None:
    game = opened(tmp_path)
    mina = add(game, "Mina")
    for intent in (
        want.Go("title"),
        want.Change("text_size", "200"),
        want.Go("play"),
        want.MovePlayhead(2),
        want.Start(),
        want.Skip(),
        want.Go("title"),
    ):
        game.send(intent)
    assert title(game).unfinished
    everybody(game)
    game.send(want.PlayAs(mina))
    assert title(game).unfinished == ""
    assert game.settings.number("text_size") == 100
    assert seen(game) == 0
    game.send(want.Go("title"))
    everybody(game)
    game.send(want.PlayAs(1))
    assert title(game).unfinished
    assert game.settings.number("text_size") == 200
    assert seen(game) == 2


def test_what_was_agreed_to_see_before_is_asked_of_the_next_again(tmp_path: Path) -> None:
    game = opened(tmp_path)
    mina = add(game, "Mina")
    game.send(want.Go("title"))
    for intent in (want.Go("play"), want.ShowTrouble(), want.Agree()):
        game.send(intent)
    assert not isinstance(game.view(), tableviews.SureView)
    everybody(game)
    game.send(want.PlayAs(mina))
    game.send(want.Go("play"))
    assert isinstance(game.send(want.ShowTrouble()), tableviews.SureView)


def test_a_guest_plays_and_nothing_of_it_is_kept(tmp_path: Path) -> None:
    game = opened(tmp_path)
    add(game, "Mina")
    everybody(game)
    game.send(want.PlayAs(0))
    assert title(game).who == "Guest"
    for intent in (want.Go("play"), want.MovePlayhead(2), want.Start(), want.Skip()):
        game.send(intent)
    view = game.send(want.Pause())
    assert isinstance(view, views.RevealView | views.PauseView)
    assert not view.kept
    assert everybody(game).guest
    game.send(want.PlayAs(1))
    assert seen(game) == 0
    game.close()
    kept = (tmp_path / "data" / "progress.sqlite3").read_bytes()
    assert b"start-" not in kept


def test_a_guest_changes_nobody_else(tmp_path: Path) -> None:
    game = opened(tmp_path)
    mina = add(game, "Mina")
    everybody(game)
    game.send(want.PlayAs(0))
    before = everybody(game)
    for intent in (want.AddPerson(), want.ShowPerson(mina), want.Browse(), want.RemovePerson(mina)):
        assert game.send(intent) == before


def test_a_name_is_cleaned_made_unlike_the_others_and_not_kept_when_empty(tmp_path: Path) -> None:
    game = opened(tmp_path)
    add(game, "  Mina\n ")
    add(game, "mina")
    add(game, " ")
    assert [row.name for row in everybody(game).rows] == ["Player 1", "Mina", "mina 2"]
    game.send(want.ShowPerson(1))
    game.send(want.Edit("Mara"))
    game.send(want.Back())
    assert [row.name for row in everybody(game).rows] == ["Mara", "Mina", "mina 2"]


def test_who_is_removed_can_be_brought_back_with_all_that_was_theirs(tmp_path: Path) -> None:
    game = opened(tmp_path)
    mina = add(game, "Mina")
    everybody(game)
    game.send(want.PlayAs(mina))
    for intent in (want.Go("play"), want.MovePlayhead(1), want.Start(), want.Skip()):
        game.send(intent)
    everybody(game)
    game.send(want.ShowPerson(mina))
    sure = game.send(want.RemovePerson(mina))
    assert isinstance(sure, tableviews.SureView)
    assert "Mina" in sure.title
    assert isinstance(game.send(want.Back()), PersonView)
    game.send(want.RemovePerson(mina))
    game.send(want.Agree())
    view = everybody(game)
    assert [row.name for row in view.rows] == ["Player 1"]
    assert [row.name for row in view.gone] == ["Mina"]
    assert game.notice is not None
    assert game.notice.offer == "undo"
    undo = game.notice.intent
    assert undo == want.BringPerson(view.gone[0].file)
    game.send(undo)
    view = everybody(game)
    assert [row.name for row in view.rows] == ["Player 1", "Mina"]
    assert view.gone == ()
    game.send(want.PlayAs(view.rows[1].person))
    assert seen(game) == 1
    assert list((tmp_path / "data" / "people").iterdir()), "the file is kept all the same"


def test_a_file_that_cannot_be_written_removes_nobody(tmp_path: Path) -> None:
    game = opened(tmp_path)
    mina = add(game, "Mina")
    (tmp_path / "data" / "people-removed").write_text("in the way", encoding="utf-8")
    game.send(want.ShowPerson(mina))
    game.send(want.RemovePerson(mina))
    game.send(want.Agree())
    assert game.notice is not None
    assert game.notice.text.startswith("Nothing was done")
    assert [row.name for row in everybody(game).rows] == ["Player 1", "Mina"]


def test_a_person_is_saved_to_a_file_and_brought_in_elsewhere(tmp_path: Path) -> None:
    game = opened(tmp_path / "one")
    mina = add(game, "Mina")
    game.send(want.ShowPerson(mina))
    game.send(want.ExportPerson(mina))
    (file,) = (tmp_path / "one" / "data" / "people").iterdir()
    assert game.notice is not None
    assert f"people/{file.name}" in game.notice.text
    everybody(game)
    view = game.send(want.Browse(""))
    assert isinstance(view, libraryviews.FindView)
    assert [row.path for row in view.files] == [str(file)], "where they were saved is looked first"
    assert view.places[0].name == "Saved here"
    other = opened(tmp_path / "two")
    everybody(other)
    view = other.send(want.Browse(str(file.parent)))
    assert isinstance(view, libraryviews.FindView)
    assert view.what == "person"
    assert [row.path for row in view.files] == [str(file)]
    view = other.send(want.Offer(str(file)))
    assert isinstance(view, PeopleView)
    assert [row.name for row in view.rows] == ["Mina"], "nobody else has been here"
    other.send(want.Go("title"))
    other.send(want.Offer(str(file)))
    names = [row.name for row in everybody(other).rows]
    assert names == ["Mina", "Mina 2"], "dropped on the window"


def test_what_is_no_person_is_told_and_brings_nobody(tmp_path: Path) -> None:
    game = opened(tmp_path)
    wrong = tmp_path / f"nobody{PERSON_FILE}"
    wrong.write_text("{}", encoding="utf-8")
    game.send(want.Offer(str(wrong)))
    assert game.notice is not None
    assert "no file of a player" in game.notice.text
    game.send(want.BringPerson("away.quizgame-person"))
    assert game.notice is not None
    assert "cannot be read" in game.notice.text
    assert len(everybody(game).rows) == 1


def test_who_is_gone_sits_on_at_a_table_as_a_guest_who_has_seen_nothing(tmp_path: Path) -> None:
    game = opened(tmp_path)
    mina = add(game, "Mina")
    game.send(want.Go("title"))
    for intent in (want.Go("together"), want.RemovePlayer(2), want.AddPlayer(mina), want.Start()):
        game.send(intent)
    assert isinstance(game.view(), tableviews.HandoverView)
    game.send(want.Go("title"))
    game.send(want.Back())
    title(game)
    everybody(game)
    game.send(want.ShowPerson(mina))
    game.send(want.RemovePerson(mina))
    game.send(want.Agree())
    title(game)
    assert isinstance(game.send(want.Go("continue")), tableviews.HandoverView)
    game.send(want.Back())
    assert [row.name for row in everybody(game).rows] == ["Player 1"]
