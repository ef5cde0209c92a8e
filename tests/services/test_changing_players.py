"""Who plays changes in the middle of things: what was one's own stays one's own."""

from pathlib import Path

from quizgame.domain import intents as want
from quizgame.domain import tableviews, views
from quizgame.domain.peopleviews import PeopleView
from quizgame.services.authoring import QUESTION
from quizgame.services.game import Game
from tests.services.test_gathering import players_page, send, started
from tests.services.test_profiles import add, opened, title
from tests.support import LOW, card, low_pack

GUEST, ANN, BOB = 0, 1, 2
AFTER = (
    low_pack()
    .replace("id: lighthouse", "id: second\nfollows: lighthouse", 1)
    .replace("The Lighthouse Keeper", "Ansel Survives")
)
LEAVE = (want.Back(), want.Go("title"))


def two_people(folder: Path, pack: str = "") -> Game:
    """Return a game of Ann, who plays, and Bob."""
    game = opened(folder)
    if pack:
        (folder / "packs" / "pack.yaml").write_text(pack, encoding="utf-8")
    send(game, want.Go("people"), want.ShowPerson(ANN), want.Edit("Ann"), want.Back())
    assert add(game, "Bob") == BOB
    play_as(game, ANN)
    send(game, want.Change("table_rounds", "3"))
    return game


def play_as(game: Game, person: int) -> views.TitleView:
    send(game, want.Go("title"), want.Go("people"))
    view = send(game, want.PlayAs(person))
    assert isinstance(view, views.TitleView)
    return view


def open_runs(game: Game) -> list[tuple[int, str]]:
    return [(run.id, run.state) for run in game._progress.open_runs()]  # noqa: SLF001 (what is kept)


def names(game: Game) -> list[str]:
    return [person.name for person in game._progress.people()]  # noqa: SLF001


def seated(view: views.View) -> list[tuple[str, bool]]:
    return [(row.who.name, row.kept) for row in players_page(view).rows]


def skipped_through(game: Game) -> None:
    for _ in range(60):
        if isinstance(game.view(), tableviews.TableResultsView):
            return
        send(game, want.OpenCurtain(), want.Skip(), want.Next())
    raise AssertionError(game.view())


# -- a guest -------------------------------------------------------------------------------------


def test_whom_a_guest_sat_with_is_nobody_who_is_kept(tmp_path: Path) -> None:
    game = two_people(tmp_path)
    play_as(game, GUEST)
    send(game, want.Go("together"), want.EditPlayer(1), want.Edit("Gus"))
    send(game, want.Change("player_seen", "1"), want.Back())
    started(game)
    send(game, *LEAVE)
    play_as(game, ANN)
    assert seated(send(game, want.Go("together"))) == [("Ann", True), ("Player 2", False)]
    started(game)
    skipped_through(game)
    assert names(game) == ["Ann", "Bob"]
    assert game._progress.watch_points() == {}  # noqa: SLF001
    assert game._progress.answers(person=BOB) == ()  # noqa: SLF001


def test_a_guest_does_not_stand_where_somebody_else_has_watched_to(tmp_path: Path) -> None:
    game = two_people(tmp_path)
    send(game, want.Go("play"), want.MovePlayhead(2), want.Start(), want.Go("title"))
    send(game, want.Go("together"), want.Start(), *LEAVE)
    play_as(game, GUEST)
    page = players_page(send(game, want.Go("together")))
    assert [row.seen.label for row in page.rows] == ["Start", "Start"]


def test_while_a_guest_plays_nobody_is_told_that_anything_is_kept(tmp_path: Path) -> None:
    game = two_people(tmp_path)
    play_as(game, GUEST)
    assert seated(send(game, want.Go("together"))) == [("Player 1", False), ("Player 2", False)]
    page = send(game, want.EditPlayer(2))
    assert isinstance(page, tableviews.PlayerView)
    assert "player_kept" not in [choice.name for choice in page.choices]
    send(game, want.Back(), want.EditPlayer(1), want.Change("player_seen", "2"), want.Back())
    assert isinstance(send(game, want.Start()), tableviews.HandoverView)


def test_a_guest_s_finished_game_ends_nobody_else_s(tmp_path: Path) -> None:
    game = two_people(tmp_path)
    send(game, want.Go("play"), want.Start(), want.Skip(), want.Next(), want.Go("title"))
    before = open_runs(game)
    play_as(game, GUEST)
    send(game, want.Go("together"), want.Start())
    skipped_through(game)
    send(game, want.Go("players"), want.Back())
    play_as(game, ANN)
    game.close()
    assert open_runs(opened(tmp_path)) == before


def _dropped(game: Game, folder: Path) -> None:
    """Drop a pack on whatever is played, keep it, and go back."""
    other = folder / "other.yaml"
    other.write_text(low_pack().replace("id: lighthouse", "id: other"), encoding="utf-8")
    send(game, want.Offer(str(other)), want.Agree(), want.Back())
    assert isinstance(game.view(), views.TitleView)


def test_a_guest_s_round_left_by_a_dropped_pack_is_written_over_nobody_s(tmp_path: Path) -> None:
    game = two_people(tmp_path)
    send(game, want.Go("play"), want.Start(), want.Skip(), want.Next(), want.Go("title"))
    before = open_runs(game)
    play_as(game, GUEST)
    send(game, want.Go("play"), want.MovePlayhead(1), want.Start(), want.Skip(), want.Next())
    _dropped(game, tmp_path)
    assert play_as(game, ANN).unfinished == "The Lighthouse Keeper · card 2 of 5"
    assert open_runs(game) == before


def test_a_guest_s_table_left_by_a_dropped_pack_is_on_no_disk(tmp_path: Path) -> None:
    game = two_people(tmp_path)
    send(game, want.Go("play"), want.Start(), want.Skip(), want.Next(), want.Go("title"))
    before = open_runs(game)
    play_as(game, GUEST)
    send(game, want.Go("together"), want.EditPlayer(2), want.Edit("Secretzoe"), want.Back())
    send(game, want.Start())
    _dropped(game, tmp_path)
    play_as(game, ANN)
    game.close()
    files = [file for file in (tmp_path / "data").rglob("*") if file.is_file()]
    assert not [file for file in files if b"Secretzoe" in file.read_bytes()]
    assert open_runs(opened(tmp_path)) == before


def test_a_round_that_a_dropped_pack_is_laid_on_can_be_gone_on_with(tmp_path: Path) -> None:
    game = opened(tmp_path)
    send(game, want.Go("play"), want.Start(), want.Skip(), want.Next())
    asked = game.view()
    _dropped(game, tmp_path)
    assert title(game).unfinished == "The Lighthouse Keeper · card 2 of 5"
    assert send(game, want.Go("continue")) == asked


def test_another_guest_finds_nothing_of_the_guest_before(tmp_path: Path) -> None:
    game = two_people(tmp_path)
    play_as(game, GUEST)
    send(game, want.Change("text_size", "150"))
    send(game, want.Go("together"), want.EditPlayer(1), want.Edit("Gus"), want.Back())
    play_as(game, GUEST)
    assert game.settings.choice("text_size").value == "100"
    assert seated(send(game, want.Go("together")))[0] == ("Player 1", False)


def test_what_was_told_to_one_is_not_told_to_the_next(tmp_path: Path) -> None:
    game = two_people(tmp_path)
    _dropped(game, tmp_path)
    assert game.notice is not None
    play_as(game, BOB)
    assert game.notice is None


def test_who_removes_the_one_who_plays_can_still_undo_it(tmp_path: Path) -> None:
    game = two_people(tmp_path)
    send(game, want.Go("people"), want.ShowPerson(ANN), want.RemovePerson(ANN), want.Agree())
    assert game.notice is not None
    assert game.notice.intent is not None
    send(game, game.notice.intent)
    assert names(game) == ["Ann", "Bob"]


def test_who_is_removed_and_back_at_once_has_their_seat_again(tmp_path: Path) -> None:
    game = two_people(tmp_path)
    send(game, want.Go("together"), want.AddPlayer(BOB), want.Start())
    send(game, want.OpenCurtain(), want.Skip(), want.Next(), *LEAVE)
    send(game, want.Go("people"), want.ShowPerson(BOB), want.RemovePerson(BOB), want.Agree())
    assert game.notice is not None
    assert game.notice.intent is not None
    send(game, game.notice.intent)
    send(game, want.Go("title"), want.Go("continue"))
    skipped_through(game)
    assert len(game._progress.answers(person=BOB)) == 3  # noqa: SLF001


# -- who sat together last -----------------------------------------------------------------------


def test_who_sat_together_last_is_called_as_now_and_not_there_when_removed(tmp_path: Path) -> None:
    game = two_people(tmp_path)
    send(game, want.Go("together"), want.AddPlayer(BOB), want.Start(), *LEAVE)
    send(game, want.Go("people"), want.ShowPerson(BOB), want.Edit("Robert"), want.Back())
    send(game, want.Back())
    page = send(game, want.Go("together"))
    assert seated(page) == [("Ann", True), ("Player 2", False), ("Robert", True)]
    send(game, want.Start(), *LEAVE)
    assert names(game) == ["Ann", "Robert"]
    send(game, want.Go("people"), want.ShowPerson(BOB), want.RemovePerson(BOB), want.Agree())
    send(game, want.Back())
    assert seated(send(game, want.Go("together"))) == [("Ann", True), ("Player 2", False)]
    started(game)
    skipped_through(game)
    assert game._progress.answers(person=BOB) == ()  # noqa: SLF001


def test_a_game_taken_up_calls_everybody_as_they_are_called_now(tmp_path: Path) -> None:
    game = two_people(tmp_path)
    send(game, want.Go("together"), want.AddPlayer(BOB), want.Start(), *LEAVE)
    send(game, want.Go("people"), want.ShowPerson(BOB), want.Edit("Robert"), want.Back())
    send(game, want.Back(), want.Go("continue"), want.Back())
    page = send(game, want.Go("players"))
    assert [name for name, _ in seated(page)] == ["Ann", "Player 2", "Robert"]
    send(game, want.AddPlayer(), want.Back(), want.Back())
    if isinstance(game.view(), tableviews.SureView):
        send(game, want.Agree())
    assert names(game) == ["Ann", "Robert"]


def test_what_anybody_known_leaves_out_is_not_asked_at_the_table(tmp_path: Path) -> None:
    stormy = [card(f"c{n}", "start", "choice", "lamp", extra="    notes: [storm]\n") for n in "ab"]
    pack = LOW + "cards:\n" + "".join(stormy) + card("calm", "start", "choice", "lamp")
    game = two_people(tmp_path, pack)
    game._progress.set_left_out("lighthouse", {"storm"}, person=BOB)  # noqa: SLF001
    page = players_page(send(game, want.Go("together"), want.AddPlayer(BOB)))
    assert page.told == ("Only 1 card for Start: some will come again.",)
    send(game, want.Start())
    for _ in range(9):
        view = send(game, want.OpenCurtain())
        assert isinstance(view, views.AskView)
        assert "calm" in view.stem
        send(game, want.Skip(), want.Next())
    assert isinstance(game.view(), tableviews.TableResultsView)


# -- names and badges ----------------------------------------------------------------------------


def test_everybody_here_can_sit_down_also_without_a_name(tmp_path: Path) -> None:
    game = opened(tmp_path)
    bob = add(game, "Bob")
    play_as(game, bob)
    page = players_page(send(game, want.Go("together")))
    assert page.known == ((ANN, "Player 1"),)
    page = players_page(send(game, want.AddPlayer(ANN)))
    assert [row.who.name for row in page.rows] == ["Bob", "Player 2", "Player 1"]
    started(game)
    assert names(game) == ["", "Bob"]


def test_everybody_wears_the_same_badge_on_every_page(tmp_path: Path) -> None:
    game = two_people(tmp_path)
    assert [title(game).badge, play_as(game, BOB).badge] == [0, 1]
    page = players_page(send(game, want.Go("together"), want.AddPlayer(ANN)))
    assert [(row.who.name, row.who.badge) for row in page.rows] == [
        ("Bob", 1),
        ("Player 2", 2),
        ("Ann", 0),
    ]
    assert play_as(game, GUEST).badge == 2


def test_in_mid_game_it_is_said_what_becomes_of_how_far_one_has_watched(tmp_path: Path) -> None:
    game = two_people(tmp_path)
    send(game, want.Go("play"), want.MovePlayhead(1), want.Start(), want.Go("title"))
    send(game, want.Go("together"), want.AddPlayer(BOB), want.Start(), want.Back())
    send(game, want.Go("players"), want.EditPlayer(1), want.Change("player_seen", "0"))
    send(game, want.Back(), want.EditPlayer(3), want.Change("player_seen", "1"), want.Back())
    view = send(game, want.Back())
    assert isinstance(view, tableviews.SureView)
    assert view.sentence == (
        "Ann is at: Start. That holds for this game. "
        "Bob is at: Middle. That is kept, also for playing alone."
    )


def test_a_name_that_is_anothers_is_given_to_nobody_by_sitting_down(tmp_path: Path) -> None:
    game = two_people(tmp_path)
    send(game, want.Go("together"), want.EditPlayer(2), want.Edit("Bob"), want.Back())
    page = players_page(send(game, want.AddPlayer(BOB)))
    assert [row.who.name for row in page.rows] == ["Ann", "Bob", "Bob 2"]
    started(game)
    assert names(game) == ["Ann", "Bob"]


def test_who_is_kept_from_now_on_is_called_like_nobody_who_is_away(tmp_path: Path) -> None:
    game = two_people(tmp_path)
    send(game, want.Go("together"), want.EditPlayer(2), want.Edit("Bob"))
    send(game, want.Change("player_kept", "on"), want.Back())
    started(game)
    assert names(game) == ["Ann", "Bob", "Bob 2"]


# -- before it is said who plays ------------------------------------------------------------------


def _opened_anew(folder: Path) -> Game:
    game = two_people(folder)
    send(game, want.Go("play"), want.MovePlayhead(2), want.Start(), want.Go("title"))
    game.close()
    return opened(folder)


def test_before_it_is_said_who_plays_a_sequel_is_not_named(tmp_path: Path) -> None:
    game = _opened_anew(tmp_path)
    dropped = tmp_path / "dropped.yaml"
    dropped.write_text(AFTER, encoding="utf-8")
    view = send(game, want.Offer(str(dropped)))
    assert "Survives" not in repr(view)
    view = send(game, want.Agree())
    assert isinstance(view, PeopleView)
    assert view.first
    assert "Survives" not in repr(game.notice)


def test_before_it_is_said_who_plays_no_pack_is_written_in_the_open(tmp_path: Path) -> None:
    game = _opened_anew(tmp_path)
    game.watch(tmp_path / "packs" / "pack.yaml")
    assert isinstance(game.view(), PeopleView)
    assert send(game, want.ShowTrouble()) == QUESTION
