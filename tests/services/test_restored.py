"""A game on a save that was restored: nobody has seen more than they say now."""

from pathlib import Path

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.services.game import Game
from quizgame.storage import saves
from quizgame.storage.backups import backups
from tests.services.test_gathering import send
from tests.support import low_pack, open_game


def _played(folder: Path, tier: int) -> None:
    game = open_game(folder, low_pack())
    send(game, want.Go("play"), want.MovePlayhead(tier), want.Start())
    for _ in range(6):
        send(game, want.Skip(), want.Next())
    game.close()


def _restored(folder: Path) -> Game:
    """Return a game on a save that knows more than its player says by now."""
    _played(folder, 1)
    saves.back_up(folder / "data", "20260101-000000")
    _played(folder, 0)
    saves.take_up(folder / "data", backups(folder / "data")[0].path, "s")
    return open_game(folder, low_pack())


def _cards(game: Game) -> set[str]:
    return set(game._progress.history("lighthouse"))  # noqa: SLF001 (what is kept)


def test_after_a_restore_the_strip_begins_at_the_start(tmp_path: Path) -> None:
    game = _restored(tmp_path)
    title = game.view()
    assert isinstance(title, views.TitleView)
    assert title.unfinished == ""
    view = send(game, want.Go("play"))
    assert isinstance(view, views.WatchPointView)
    assert (view.said, view.playhead) == (0, 0)


def test_saying_less_after_a_restore_forgets_what_the_backup_knew(tmp_path: Path) -> None:
    game = _restored(tmp_path)
    assert any("middle" in card for card in _cards(game))
    send(game, want.Go("play"), want.MovePlayhead(0), want.Start())
    assert not any("middle" in card for card in _cards(game))


def test_saying_the_same_after_a_restore_brings_everything_back(tmp_path: Path) -> None:
    game = _restored(tmp_path)
    before = _cards(game)
    send(game, want.Go("play"), want.MovePlayhead(1), want.Start())
    assert before <= _cards(game)


def _left(folder: Path, tier: int) -> Game:
    """Return a game on a restored save, where a round was left that was dealt at a tier."""
    game = open_game(folder, low_pack())
    send(game, want.Go("play"), want.MovePlayhead(tier), want.Start(), want.Skip(), want.Next())
    game.close()
    backup = saves.back_up(folder / "data", "20260101-000000")
    game = open_game(folder, low_pack())
    send(game, want.Go("play"), want.MovePlayhead(2), want.Start(), want.Go("title"))
    game.close()
    saves.take_up(folder / "data", backup.path, "s")
    return open_game(folder, low_pack())


def test_a_game_in_a_restored_save_waits_until_it_is_said_how_far_was_watched(
    tmp_path: Path,
) -> None:
    game = _left(tmp_path, 1)
    title = game.view()
    assert isinstance(title, views.TitleView)
    assert title.unfinished == ""
    assert send(game, want.Go("continue")) == title
    view = send(game, want.Go("play"))
    assert isinstance(view, views.WatchPointView)
    assert view.asked_again
    assert view.unfinished == ""
    view = send(game, want.MovePlayhead(1), want.Start())
    assert isinstance(view, views.AskView)
    assert view.board.marks[0] == "skipped"
    send(game, want.Go("title"))
    view = send(game, want.Go("play"))
    assert isinstance(view, views.WatchPointView)
    assert not view.asked_again
    assert view.unfinished == "card 2 of 10"


def test_a_game_that_went_further_than_is_said_after_a_restore_is_forgotten(tmp_path: Path) -> None:
    game = _left(tmp_path, 1)
    view = send(game, want.Go("play"), want.Start())
    assert isinstance(view, views.AskView)
    assert view.board.marks[0] == "now"
    assert "middle" not in repr(game._progress.open_runs())  # noqa: SLF001 (what is kept)
