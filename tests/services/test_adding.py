"""Packs brought in by way of the screen: looked at, kept, put away, brought back."""

import os
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.intents import Intent
from quizgame.domain.libraryviews import FindView, OfferView, RefusedView
from quizgame.domain.tableviews import HandoverView
from quizgame.services.game import Game
from quizgame.services.unfinished import PUT_AWAY
from tests.samples import lantern
from tests.support import low_pack, open_game


@pytest.fixture
def game(tmp_path: Path) -> Game:
    """Return a game in which the lighthouse is the player's own, and nothing ships."""
    game = open_game(tmp_path, low_pack())
    (tmp_path / "shipped").mkdir()
    game.adding.keep_in(tmp_path, tmp_path / "shipped")
    return game


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "downloads" / "lantern.yaml"
    path.parent.mkdir()
    path.write_text(lantern(), encoding="utf-8")
    return path


def play(game: Game, *intents: Intent) -> views.View:
    for intent in intents:
        game.send(intent)
    return game.view()


def offered(game: Game, path: Path) -> OfferView:
    view = play(game, want.Offer(str(path)))
    assert isinstance(view, OfferView)
    return view


def titles(game: Game) -> list[str]:
    view = play(game, want.Go("title"), want.Go("shelf"))
    assert isinstance(view, views.ShelfView)
    return [poster.title for poster in view.posters]


def told(game: Game) -> str:
    assert game.notice is not None
    return game.notice.text


def own(tmp_path: Path) -> list[str]:
    """Return what lies in the player's folder of packs, and what was staged beside it."""
    hidden = (p for p in tmp_path.iterdir() if p.name.startswith("."))
    return sorted(p.name for folder in (tmp_path / "packs", *hidden) for p in folder.iterdir())


def test_a_folder_shows_what_may_be_a_pack_and_where_to_go(game: Game, file: Path) -> None:
    (file.parent / "notes.txt").touch()
    (file.parent / "more").mkdir()
    view = play(game, want.Go("shelf"), want.Browse(str(file.parent)))
    assert isinstance(view, FindView)
    assert [row.name for row in view.files] == ["lantern.yaml"]
    assert [row.name for row in view.folders] == ["more"]
    assert view.above == str(file.parent.parent)
    assert isinstance(play(game, want.Back()), views.ShelfView)


def test_a_file_may_be_called_anything(game: Game, file: Path) -> None:
    odd = file.with_name("a\x1b[2J\u202eb" + "\u0301" * 20 + os.fsdecode(b"\xff") + ".yaml")
    file.rename(odd)
    view = play(game, want.Go("shelf"), want.Browse(str(file.parent)))
    assert isinstance(view, FindView)
    shown = "a?[2J?b" + "\u0301" * 4 + "?.yaml"
    assert [row.name for row in view.files] == [shown]
    found = play(game, want.Offer(str(odd)))
    assert isinstance(found, OfferView)
    assert found.file == shown


def test_a_folder_that_is_gone_is_told_and_leads_back(game: Game, tmp_path: Path) -> None:
    view = play(game, want.Browse(str(tmp_path / "nowhere")))
    assert isinstance(view, FindView)
    assert view.trouble == "This folder cannot be read: no such file or directory."
    assert view.above == str(tmp_path)


def test_nothing_is_kept_before_the_player_has_said_so(
    game: Game, file: Path, tmp_path: Path
) -> None:
    view = offered(game, file)
    assert (view.title, view.yes) == ("The Lantern", "Add it to the shelf")
    assert view.notes == ("Drowning",)
    assert titles(game) == ["The Lighthouse Keeper"]
    play(game, want.Back())
    assert own(tmp_path) == ["pack.yaml"]


def test_what_is_offered_tells_nothing_of_its_cards(game: Game, file: Path) -> None:
    before = offered(game, file)
    more = lantern() + lantern().partition("cards:\n")[2].replace("- id: ", "- id: more-")
    file.write_text(more, encoding="utf-8")
    after = offered(game, file)
    by_nature = "Fingerprint"
    facts = [[fact for fact in view.facts if fact[0] != by_nature] for view in (before, after)]
    assert facts[0] == facts[1]
    assert before.facts != after.facts


def test_a_pack_that_is_kept_can_be_played_at_once(game: Game, file: Path, tmp_path: Path) -> None:
    offered(game, file)
    view = play(game, want.Agree())
    assert isinstance(view, views.ShelfView)
    assert [poster.title for poster in view.posters] == ["The Lantern", "The Lighthouse Keeper"]
    assert told(game) == "The Lantern is on the shelf."
    assert own(tmp_path) == ["lantern.quizpack", "pack.yaml"]
    assert isinstance(play(game, want.ChoosePack("lantern"), want.Start()), views.AskView)


def test_a_file_that_is_no_pack_is_refused_in_words(game: Game, tmp_path: Path) -> None:
    path = tmp_path / "poem.yaml"
    path.write_text("roses: red", encoding="utf-8")
    view = play(game, want.Offer(str(path)))
    assert isinstance(view, RefusedView)
    assert view.file == "poem.yaml"
    assert view.reasons[0].startswith("This cannot be played: this file is not a pack")
    assert isinstance(play(game, want.Back()), views.TitleView)


def test_an_update_takes_the_place_of_the_one_before(game: Game, file: Path) -> None:
    offered(game, file)
    play(game, want.Agree())
    newer = lantern().replace("id: lantern\n", 'id: lantern\nversion: "2"\n', 1)
    file.write_text(newer.replace("The Lantern\n", "The Lantern II\n", 1), encoding="utf-8")
    view = offered(game, file)
    assert view.yes == "Update it"
    assert "version 1" in view.told[0]
    play(game, want.Agree())
    assert titles(game) == ["The Lantern II", "The Lighthouse Keeper"]


def test_a_pack_that_was_removed_is_brought_back_by_what_the_notice_offers(game: Game) -> None:
    view = play(game, want.Go("shelf"), want.ShowDetails("lighthouse"))
    assert isinstance(view, views.DetailsView)
    assert view.own
    play(game, want.RemovePack("lighthouse"))
    assert titles(game) == []
    assert told(game) == "The Lighthouse Keeper was removed."
    assert game.notice is not None
    assert game.notice.intent is not None
    play(game, game.notice.intent)
    assert titles(game) == ["The Lighthouse Keeper"]


def test_a_pack_put_away_is_listed_where_packs_are_added(game: Game, file: Path) -> None:
    play(game, want.PutAway("lighthouse"))
    view = play(game, want.Browse(str(file.parent)))
    assert isinstance(view, FindView)
    assert [(row.title, row.how) for row in view.away] == [("The Lighthouse Keeper", "put away")]
    view = play(game, want.BringBack("lighthouse"))
    assert isinstance(view, FindView)
    assert view.away == ()
    assert titles(game) == ["The Lighthouse Keeper"]


def test_the_same_file_brings_back_what_was_put_away(
    game: Game, file: Path, tmp_path: Path
) -> None:
    offered(game, file)
    play(game, want.Agree(), want.PutAway("lantern"))
    view = offered(game, file)
    assert (view.yes, view.told) == ("Bring it back", ("You have put this pack away.",))
    shelf = play(game, want.Agree())
    assert isinstance(shelf, views.ShelfView)
    assert shelf.added == "lantern"
    assert own(tmp_path) == ["lantern.quizpack", "pack.yaml"]
    assert not (tmp_path / "packs-removed").exists()


def test_an_older_version_is_not_what_most_will_want(game: Game, file: Path) -> None:
    newer = lantern().replace("id: lantern\n", 'id: lantern\nversion: "2"\n', 1)
    file.write_text(newer, encoding="utf-8")
    offered(game, file)
    play(game, want.Agree())
    file.write_text(lantern(), encoding="utf-8")
    assert offered(game, file).careful


def test_a_game_whose_pack_is_put_away_says_where_to_get_it_back(game: Game) -> None:
    play(game, want.Go("play"), want.Start(), want.Go("title"), want.PutAway("lighthouse"))
    view = play(game, want.Go("title"), want.Go("continue"))
    assert isinstance(view, views.TitleView)
    assert view.message == PUT_AWAY
    play(game, want.Go("shelf"), want.BringBack("lighthouse"))
    view = play(game, want.Go("title"))
    assert isinstance(view, views.TitleView)
    assert not view.message


def test_a_pack_that_ships_with_the_game_stays(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    game.adding.keep_in(tmp_path / "elsewhere", tmp_path / "packs")
    view = play(game, want.Go("shelf"), want.ShowDetails("lighthouse"))
    assert isinstance(view, views.DetailsView)
    assert not view.own
    play(game, want.RemovePack("lighthouse"), want.PutAway("lighthouse"))
    assert titles(game) == ["The Lighthouse Keeper"]


def test_a_file_dropped_on_somebodys_card_shuts_the_curtain_first(game: Game, file: Path) -> None:
    play(game, want.Go("together"), want.Start())
    play(game, want.OpenCurtain())
    offered(game, file)
    assert isinstance(play(game, want.Back()), HandoverView)


def test_progress_outlives_a_pack_that_was_put_away(game: Game) -> None:
    play(game, want.Go("shelf"), want.ChoosePack("lighthouse"), want.MovePlayhead(1), want.Start())
    play(game, want.Skip(), want.Go("title"))
    play(game, want.PutAway("lighthouse"), want.BringBack("lighthouse"))
    view = play(game, want.Go("title"), want.Go("continue"))
    assert isinstance(view, views.RevealView)
