"""The day's cards: the same for all at a watch point, once a day, marks that give nothing away."""

from pathlib import Path

import pytest

from quizgame.domain import daily, views
from quizgame.domain import intents as want
from quizgame.domain.gate import cut
from quizgame.domain.peopleviews import DayView, TodayView, UnfinishedView
from quizgame.services.game import Game
from quizgame.storage.kept import DAILY, NOBODY
from quizgame.storage.packfile import read_pack
from tests.support import Ticker, card, low_pack, open_game

DAY = 86_400


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Ticker:
    ticker = Ticker()
    monkeypatch.setattr("tests.support.Ticker", lambda: ticker)
    return ticker


def begun(folder: Path, tier: int = 1) -> Game:
    game = open_game(folder, low_pack())
    watched(game, tier)
    return game


def watched(game: Game, tier: int) -> None:
    """Say how far has been watched, at the title."""
    game.send(want.Go("title"))
    for intent in (want.Go("play"), want.MovePlayhead(tier), want.Start(), want.Go("title")):
        game.send(intent)


def today(game: Game) -> TodayView:
    game.send(want.Go("title"))
    view = game.send(want.Go("today"))
    assert isinstance(view, TodayView)
    return view


def play_on(game: Game) -> views.View:
    view = game.view()
    while isinstance(view, views.AskView | views.RevealView):
        view = game.send(want.Skip() if isinstance(view, views.AskView) else want.Next())
    return view


def stems(game: Game) -> list[str]:
    game.send(want.PlayToday("lighthouse"))
    found, view = [], game.view()
    while isinstance(view, views.AskView | views.RevealView):
        if isinstance(view, views.AskView):
            found.append(view.stem)
        view = game.send(want.Skip() if isinstance(view, views.AskView) else want.Next())
    return found


def test_a_pack_has_cards_for_the_day_once_it_was_begun(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    assert today(game).rows == ()
    game = begun(tmp_path / "other")
    (row,) = today(game).rows
    assert (row.title, row.tier.label, row.stands) == ("The Lighthouse Keeper", "Middle", "5 cards")


def test_two_players_at_one_watch_point_have_the_same_cards_and_choices(tmp_path: Path) -> None:
    one, two = begun(tmp_path / "one"), begun(tmp_path / "two")
    today(one), today(two)
    assert one.send(want.PlayToday("lighthouse")) == two.send(want.PlayToday("lighthouse"))
    today(one), today(two)
    first, second = stems(one), stems(two)
    assert first == second
    assert len(first) == daily.SIZE


def test_another_day_has_other_cards_and_none_above_the_watch_point() -> None:
    pack = read_pack(low_pack().encode(), "p.yaml").pack
    assert pack is not None
    deck = cut(pack, 1)
    sets = {
        tuple(dealt.card_id for dealt in daily.begin(deck, f"2026-11-{n:02}", frozenset()).dealt)
        for n in range(1, 29)
    }
    assert len(sets) > 20
    ids = {card.id for card in deck.cards}
    assert {card_id for found in sets for card_id in found} == ids


def test_a_hidden_card_more_or_less_changes_nothing_of_the_day() -> None:
    less = read_pack(low_pack().encode(), "p.yaml").pack
    more = read_pack((low_pack() + card("late", "end", "choice", "hidden")).encode(), "p.yaml").pack
    assert less is not None
    assert more is not None
    for point in (0, 1):
        days = [
            daily.begin(cut(pack, point), "2026-11-26", frozenset()).dealt for pack in (less, more)
        ]
        assert days[0] == days[1]


def test_the_day_is_played_once_and_its_marks_can_be_copied(tmp_path: Path) -> None:
    game = begun(tmp_path)
    today(game)
    game.send(want.PlayToday("lighthouse"))
    view = play_on(game)
    assert isinstance(view, DayView)
    assert view.just_played
    assert view.marks == ("skipped",) * 5
    view = game.send(want.CopyResult())
    assert isinstance(view, DayView)
    assert view.copied
    text = game.text_to_copy()
    assert text == view.text
    assert game.text_to_copy() == ""
    assert text == "Quizgame · The Lighthouse Keeper · Middle · 2023-11-14\n⬜⬜⬜⬜⬜"
    (row,) = today(game).rows
    assert row.marks == ("skipped",) * 5
    again = game.send(want.PlayToday("lighthouse"))
    assert isinstance(again, DayView)
    assert not again.just_played
    assert again.marks == view.marks


def test_while_they_are_played_the_board_says_that_these_are_the_days_cards(
    tmp_path: Path,
) -> None:
    game = begun(tmp_path)
    today(game)
    pages = [game.send(want.PlayToday("lighthouse"))]
    pages += [game.send(want.Pause()), game.send(want.Resume()), game.send(want.Skip())]
    for page in pages:
        assert isinstance(page, views.AskView | views.PauseView | views.RevealView)
        assert page.board.of == "Today’s cards"
    game.send(want.Go("title"))
    plain = [game.send(intent) for intent in (want.Go("play"), want.Start())][-1]
    assert isinstance(plain, views.AskView)
    assert plain.board.of == ""


def test_from_how_the_day_went_one_comes_back_to_the_list(tmp_path: Path) -> None:
    game = begun(tmp_path)
    today(game)
    game.send(want.PlayToday("lighthouse"))
    assert isinstance(play_on(game), DayView)
    assert isinstance(game.send(want.Back()), TodayView)
    assert isinstance(game.send(want.PlayToday("lighthouse")), DayView)
    assert isinstance(game.send(want.Back()), TodayView)
    assert isinstance(game.send(want.Back()), views.TitleView)


def test_a_day_left_in_the_middle_is_gone_on_with_and_stands_among_the_unfinished_games(
    tmp_path: Path,
) -> None:
    game = begun(tmp_path)
    today(game)
    game.send(want.PlayToday("lighthouse"))
    game.send(want.Skip())
    before = game.send(want.Next())
    game.close()
    game = open_game(tmp_path, low_pack())
    (row,) = today(game).rows
    assert row.stands == "card 2 of 5"
    assert game.send(want.PlayToday("lighthouse")) == before
    game.send(want.Go("title"))
    view = game.send(want.Go("unfinished"))
    assert isinstance(view, UnfinishedView)
    assert [one.how for one in view.rows] == ["The cards of 14 November 2023", "Alone"]
    assert game.send(want.TakeUp(0)) == before


def test_a_look_at_another_watch_point_s_cards_ends_none_that_are_half_played(
    tmp_path: Path,
) -> None:
    game = begun(tmp_path, tier=0)
    today(game)
    game.send(want.PlayToday("lighthouse"))
    game.send(want.Skip())
    before = game.send(want.Next())
    watched(game, 1)
    today(game)
    game.send(want.PlayToday("lighthouse"))
    game.send(want.Skip())
    game.send(want.Go("title"))
    view = game.send(want.Go("unfinished"))
    assert isinstance(view, UnfinishedView)
    assert [row.how.rpartition(", ")[2] for row in view.rows[:1]] == ["Middle"]
    assert "The cards of 14 November 2023, Start" in {row.how for row in view.rows}
    watched(game, 0)
    (row,) = today(game).rows
    assert (row.stands, row.marks) == ("card 2 of 5", ())
    assert game.send(want.PlayToday("lighthouse")) == before


def test_what_another_day_has_taken_the_place_of_was_not_played(
    tmp_path: Path, clock: Ticker
) -> None:
    game = begun(tmp_path)
    today(game)
    game.send(want.PlayToday("lighthouse"))
    game.send(want.Skip())
    clock.at += DAY
    today(game)
    game.send(want.PlayToday("lighthouse"))
    clock.at -= DAY
    (row,) = today(game).rows
    assert (row.stands, row.marks) == ("5 cards", ())
    assert isinstance(game.send(want.PlayToday("lighthouse")), views.AskView)


def test_tomorrow_has_cards_again(tmp_path: Path, clock: Ticker) -> None:
    game = begun(tmp_path)
    today(game)
    game.send(want.PlayToday("lighthouse"))
    play_on(game)
    clock.at += DAY
    (row,) = today(game).rows
    assert row.marks == ()
    clock.at = -1e300
    assert today(game).day == "1 January 1", "a clock that names no day"


def test_watching_further_opens_another_day_and_going_back_forgets_it(tmp_path: Path) -> None:
    game = begun(tmp_path, tier=2)
    today(game)
    game.send(want.PlayToday("lighthouse"))
    play_on(game)
    watched(game, 0)
    (row,) = today(game).rows
    assert row.marks == ()
    game.close()
    kept = (tmp_path / "data" / "progress.sqlite3").read_bytes()
    assert b"2023-11-14 end" not in kept


def test_themes_left_out_are_left_out_of_the_day() -> None:
    stormy = card("stormy", "start", "choice", "gale", extra="    notes: [storm]\n")
    pack = read_pack((low_pack() + stormy).encode(), "p.yaml").pack
    assert pack is not None

    def dealt(left_out: frozenset[str]) -> set[str]:
        days = (f"2026-11-{n:02}" for n in range(1, 29))
        rounds = (daily.begin(cut(pack, 1), day, left_out) for day in days)
        return {one.card_id for found in rounds for one in found.dealt}

    assert "stormy" in dealt(frozenset())
    assert "stormy" not in dealt(frozenset({"storm"}))


@pytest.mark.parametrize("state", ["7", "null", '"x"', "[]", "{}", "what"])
def test_a_game_of_which_nothing_can_be_read_stands_in_no_list(tmp_path: Path, state: str) -> None:
    game = begun(tmp_path)
    progress = game._progress  # noqa: SLF001 (a save as it may have come to be)
    progress.begin_run("lighthouse", state, 1.0, person=NOBODY)
    progress.begin_run("lighthouse", state, 1.0, way=DAILY, day="2026-11-26 start")
    game.send(want.Go("title"))
    view = game.send(want.Go("unfinished"))
    assert isinstance(view, UnfinishedView)
    assert [row.how for row in view.rows] == ["Alone"]
