"""Sequels, and packs that change: what was begun waits, and nothing comes back unasked."""

from pathlib import Path

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.intents import Intent
from quizgame.domain.peopleviews import UnfinishedView
from quizgame.services.game import Game
from quizgame.storage import saves
from quizgame.storage.kept import ASK
from tests.services.test_changing_players import (
    AFTER,
    ANN,
    BOB,
    LEAVE,
    play_as,
    two_people,
)
from tests.services.test_gathering import send
from tests.services.test_profiles import opened, title
from tests.support import LOW, card, low_pack, open_game

DAY = 86_400

# -- sequels -------------------------------------------------------------------------------------


def _known_by(game: Game, person: int, *begin: Intent) -> None:
    """Let somebody know the story to its end, and leave a round of what comes after it."""
    play_as(game, person)
    send(game, want.Go("play"))
    if isinstance(game.view(), views.ShelfView):
        send(game, want.ChoosePack("lighthouse"))
    send(game, want.MovePlayhead(2), want.Start(), want.Go("title"), want.Go("play"))
    send(game, want.ChoosePack("second"), *begin, want.Skip(), want.Next(), want.Go("title"))
    assert "Ansel Survives" in title(game).unfinished


def _with_sequel(folder: Path) -> Game:
    (folder / "packs").mkdir(exist_ok=True)
    (folder / "packs" / "second.yaml").write_text(AFTER, encoding="utf-8")
    return two_people(folder)


def _listed(game: Game) -> str:
    view = send(game, want.Go("title"), want.Go("unfinished"))
    assert isinstance(view, UnfinishedView)
    return repr((title(game), view))


def _lower(game: Game) -> None:
    """Let the one who plays say that it was less."""
    send(game, want.Go("title"), want.Go("play"))
    if isinstance(game.view(), views.ShelfView):
        send(game, want.ChoosePack("lighthouse"))
    send(game, want.MovePlayhead(0), want.Start(), want.Go("title"))


def test_who_knows_less_at_a_friend_s_table_knows_no_sequel_any_more(tmp_path: Path) -> None:
    game = _with_sequel(tmp_path)
    _known_by(game, BOB, want.MovePlayhead(1), want.Start())
    play_as(game, ANN)
    send(game, want.Go("together"), want.AddPlayer(BOB), want.Start(), want.Back())
    send(game, want.Go("players"), want.EditPlayer(3), want.Change("player_seen", "0"))
    send(game, want.Back(), want.Back(), want.Agree(), *LEAVE)
    assert game._progress.watch_points(person=BOB) == {"lighthouse": "start"}  # noqa: SLF001
    assert game._progress.answers("second", person=BOB) == ()  # noqa: SLF001
    play_as(game, BOB)
    assert "Survives" not in _listed(game)


def test_a_game_of_a_sequel_that_was_away_is_not_told_of(tmp_path: Path) -> None:
    game = _with_sequel(tmp_path)
    _known_by(game, ANN, want.MovePlayhead(1), want.Start())
    (tmp_path / "packs" / "second.yaml").unlink()
    _lower(game)
    assert "Survives" not in _listed(game)
    game.close()
    (tmp_path / "packs" / "second.yaml").write_text(AFTER, encoding="utf-8")
    again = open_game(tmp_path, low_pack())
    assert "Survives" not in repr(again.view())
    play_as(again, ANN)
    assert "Survives" not in _listed(again)


def test_how_far_a_sequel_was_watched_is_asked_again_where_it_was_away(tmp_path: Path) -> None:
    game = _with_sequel(tmp_path)
    _known_by(game, ANN, want.MovePlayhead(1), want.Start())
    away = tmp_path / "away.yaml"
    (tmp_path / "packs" / "second.yaml").rename(away)
    _lower(game)
    away.rename(tmp_path / "packs" / "second.yaml")
    send(game, want.Go("play"), want.ChoosePack("lighthouse"), want.MovePlayhead(2), want.Start())
    assert "Survives" not in _listed(game)
    send(game, want.Go("title"), want.Go("play"))
    view = send(game, want.ChoosePack("second"))
    assert isinstance(view, views.WatchPointView)
    assert (view.said, view.asked_again) == (0, True)
    assert isinstance(send(game, want.MovePlayhead(1), want.Start()), views.AskView)
    assert "title='Ansel Survives', stands='card 2" in _listed(game)


def test_a_friend_s_sequel_that_was_away_is_asked_of_again_too(tmp_path: Path) -> None:
    game = _with_sequel(tmp_path)
    _known_by(game, BOB, want.MovePlayhead(1), want.Start())
    away = tmp_path / "away.yaml"
    (tmp_path / "packs" / "second.yaml").rename(away)
    play_as(game, ANN)
    send(game, want.Go("together"))
    if isinstance(game.view(), views.ShelfView):
        send(game, want.ChoosePack("lighthouse"))
    send(game, want.AddPlayer(BOB), want.Start(), want.Back())
    send(game, want.Go("players"), want.EditPlayer(3), want.Change("player_seen", "0"))
    send(game, want.Back(), want.Back(), want.Agree(), *LEAVE)
    said = game._progress.watch_points(person=BOB)  # noqa: SLF001
    assert said == {"lighthouse": "start", "second": ASK}


def test_a_game_saved_before_sequels_were_told_apart_is_held_to_the_shelf(tmp_path: Path) -> None:
    game = _with_sequel(tmp_path)
    _known_by(game, ANN, want.MovePlayhead(1), want.Start())
    run = game._progress.open_runs()[0]  # noqa: SLF001 (as an older game wrote it)
    plain = run.state.replace(',"follows":[["lighthouse","end"]]', "")
    assert plain != run.state
    game._progress.save_run(run.id, plain)  # noqa: SLF001
    game._progress.set_watch_point("lighthouse", "middle")  # noqa: SLF001
    assert "Survives" not in _listed(game)
    send(game, want.Go("title"), want.Go("continue"))
    assert "Survives" not in repr(game.view())


def test_after_a_restore_no_game_of_a_sequel_is_told_of(tmp_path: Path) -> None:
    game = _with_sequel(tmp_path)
    _known_by(game, ANN, want.Start(safe=True))
    game.close()
    backup = saves.back_up(tmp_path / "data", "20260101-000000")
    game = opened(tmp_path)
    play_as(game, ANN)
    _lower(game)
    game.close()
    saves.take_up(tmp_path / "data", backup.path, "20260101-000001")
    game = opened(tmp_path)
    play_as(game, ANN)
    assert "Survives" not in _listed(game)


def test_two_packs_that_follow_each_other_are_on_no_shelf(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "second.yaml").write_text(AFTER, encoding="utf-8")
    first = low_pack().replace("id: lighthouse", "id: lighthouse\nfollows: second", 1)
    game = open_game(tmp_path, first)
    for pack in ("lighthouse", "second"):
        game._progress.set_watch_point(pack, "end")  # noqa: SLF001 (as once they may have been)
    view = send(game, want.Go("play"))
    assert isinstance(view, views.ShelfView)
    assert view.posters == ()


# -- a pack that changes --------------------------------------------------------------------------


def test_a_game_waits_while_its_pack_is_broken_for_a_moment(tmp_path: Path) -> None:
    for shared in (False, True):
        game = opened(tmp_path / str(shared))
        pack = tmp_path / str(shared) / "packs" / "pack.yaml"
        send(game, want.Go("together" if shared else "play"), want.Start())
        send(game, want.OpenCurtain(), want.Skip(), want.Next(), want.Back(), want.Go("title"))
        stood, sound = title(game).unfinished, pack.read_text(encoding="utf-8")
        game._shelf._kept.clear()  # noqa: SLF001 (as when other packs were used since)
        pack.write_text("half a pack", encoding="utf-8")
        view = send(game, want.Go("continue"))
        assert isinstance(view, views.TitleView)
        assert "kept" in view.message
        pack.write_text(sound, encoding="utf-8")
        send(game, want.Go("shelf"), want.Reread(), want.Back())
        assert title(game).unfinished == stood
        assert not isinstance(send(game, want.Go("continue")), views.TitleView)


def test_a_game_waits_where_a_tier_of_its_pack_is_called_otherwise(tmp_path: Path) -> None:
    game = opened(tmp_path)
    send(game, want.Go("play"), want.Start(), want.Skip(), want.Next())
    game.close()
    renamed = low_pack().replace("id: start", "id: outset").replace("tier: start", "tier: outset")
    game = open_game(tmp_path, renamed)
    view = send(game, want.Go("continue"))
    assert isinstance(view, views.TitleView)
    runs = game._progress._rows("SELECT state FROM runs WHERE ended IS NULL")  # noqa: SLF001
    assert len(runs) == 1


def test_who_said_a_tier_that_is_gone_is_asked_again_and_may_say_less(tmp_path: Path) -> None:
    game = opened(tmp_path)
    send(game, want.Go("play"), want.MovePlayhead(2), want.Start())
    for _ in range(12):
        send(game, want.Skip(), want.Next())
    game.close()
    renamed = low_pack().replace("id: end", "id: finish").replace("tier: end", "tier: finish")
    game = open_game(tmp_path, renamed)
    view = send(game, want.Go("play"))
    assert isinstance(view, views.WatchPointView)
    assert (view.said, view.asked_again) == (0, True)
    send(game, want.MovePlayhead(0), want.Start())
    answered = game._progress.history("lighthouse")  # noqa: SLF001
    assert {card.split("-")[0] for card in answered} <= {"start"}


def test_what_is_copied_of_the_day_does_not_name_a_sequel(tmp_path: Path) -> None:
    game = _with_sequel(tmp_path)
    _known_by(game, ANN, want.MovePlayhead(1), want.Start())
    send(game, want.Go("today"), want.PlayToday("second"))
    for _ in range(8):
        send(game, want.Skip(), want.Next())
    send(game, want.CopyResult())
    text = game.text_to_copy()
    assert text.startswith("Quizgame · What follows The Lighthouse Keeper · ")
    assert "Survives" not in text


def test_what_lies_further_up_is_not_gone_back_to_after_less_was_said(tmp_path: Path) -> None:
    note = "    notes: [storm]\n"
    low = card("low", "start", "choice", "lamp", extra=note)
    game = open_game(tmp_path, LOW + "cards:\n" + low + card("high", "end", "choice", "oil"))
    send(game, want.Go("play"), want.MovePlayhead(2), want.Start())
    for _ in range(2):
        send(game, want.Pick(0), want.Submit(), want.Next())
    send(game, want.Go("title"), want.Go("play"), want.ShowDetails("lighthouse"))
    send(game, want.ToggleNote("storm"), want.Go("title"))
    game._now.at += 400 * DAY  # type: ignore[attr-defined] # noqa: SLF001
    view = send(game, want.Go("rehearsal"))
    assert isinstance(view, views.AskView)
    assert "high" in view.stem
    send(game, want.Go("help"), want.Go("shelf"), want.ChoosePack("lighthouse"))
    send(game, want.MovePlayhead(0), want.Start())
    for _ in range(4):
        assert "high" not in repr(send(game, want.Back()))
