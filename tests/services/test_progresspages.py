"""Progress and awards, as a person's own answers and watch points make them."""

import math
import time
from datetime import date
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.progressviews import AwardsView, Beside, PackTab, ProgressView
from quizgame.services.dates import day_of_quarter, local_day
from quizgame.services.game import Game
from quizgame.services.progresspages import ALL, REST
from quizgame.storage.kept import SavedAnswer
from quizgame.storage.progress import Progress
from tests.services.test_game import play
from tests.support import low_pack, open_game, start

ALMANAC = low_pack("moon").replace("id: lighthouse", "id: almanac")
TWO = ALMANAC.replace("The Lighthouse Keeper", "An Almanac")


def kept(game: Game) -> Progress:
    return game._progress  # noqa: SLF001 (what others did is put there by hand)


def answer(
    game: Game, card: str, verdict: str = "right", *, pack: str = "lighthouse", person: int = 1
) -> None:
    """Keep an answer as if it had been given before."""
    progress = kept(game)
    run = progress.begin_run(pack, "{}", 1.7e9, person=person)
    saved = SavedAnswer(card, verdict, 0, 2.0, 1.7e9)
    progress.save_answer(run, pack, saved, "{}", person=person)
    progress.end_run(run, 1.7e9)


def progress_of(game: Game) -> ProgressView:
    """Return the page as it is come to from the title."""
    view = play(game, want.Go("title"), want.Go("progress"))
    assert isinstance(view, ProgressView)
    play(game, want.Back())
    return view


def see_to(game: Game, tier: int, pack: str = "lighthouse") -> None:
    """Say how far one has watched, and go back to the title."""
    play(game, want.Go("title"), want.ChoosePack(pack), want.MovePlayhead(tier), want.Start())
    play(game, want.Go("title"))


def shares(view: ProgressView) -> list[int | None]:
    return [row.share for row in view.mastery]


def test_a_newcomer_finds_a_kind_word_and_the_way_to_a_round(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    assert play(game, want.Go("progress")) == ProgressView("")
    assert isinstance(play(game, want.Go("play")), views.WatchPointView)
    assert play(game, want.Back()) == ProgressView("")
    assert isinstance(play(game, want.Back()), views.TitleView)


def test_a_card_passed_over_is_nothing_yet(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, *start(0), want.Skip(), want.Next(), want.Go("title"))
    assert progress_of(game) == ProgressView("")


def test_what_was_answered_is_told_up_to_the_watch_point_only(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    see_to(game, 1)
    for kind in ("choice", "order"):
        answer(game, f"start-{kind}")
    answer(game, "middle-order", "wrong")
    view = progress_of(game)
    assert shares(view) == [40, 0]
    assert view.rest == REST.format(done="read")
    assert (view.numbers.answers, view.numbers.right, view.numbers.row) == (3, 66, 2)
    assert view.packs == (PackTab("lighthouse", "The Lighthouse Keeper"),)
    assert len(view.hardest) == 2


def test_who_has_watched_it_all_is_told_of_no_curtain(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    see_to(game, 2)
    answer(game, "start-order")
    view = progress_of(game)
    assert (view.rest, shares(view)) == (ALL.format(done="read"), [20, 0, None])


def test_a_lowered_watch_point_takes_what_lies_above_it_away(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    see_to(game, 1)
    answer(game, "middle-order")
    assert progress_of(game).numbers.answers == 1
    see_to(game, 0)
    assert progress_of(game) == ProgressView("")
    see_to(game, 1)
    assert progress_of(game) == ProgressView("")


def test_an_answer_to_a_card_that_has_moved_up_is_not_there(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    answer(game, "start-choice")
    answer(game, "middle-order", "wrong")
    view = progress_of(game)
    assert (shares(view), view.numbers.answers, view.numbers.right) == ([20], 1, 100)


def test_themes_left_out_do_not_count(tmp_path: Path) -> None:
    stormy = low_pack().replace("id: start-choice\n", "id: start-choice\n    notes: [storm]\n")
    game = open_game(tmp_path, stormy)
    answer(game, "start-choice")
    assert shares(progress_of(game)) == [20]
    play(game, want.ShowDetails("lighthouse"), want.ToggleNote("storm"), want.Go("title"))
    assert progress_of(game) == ProgressView("")


def test_the_pack_last_played_comes_first_and_the_others_are_leafed_to(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    (tmp_path / "packs" / "two.yaml").write_text(TWO, encoding="utf-8")
    for pack in ("almanac", "lighthouse"):
        answer(game, "start-order", pack=pack)
    answer(game, "start-choice", "wrong", pack="lighthouse")
    view = play(game, want.Go("progress"))
    assert isinstance(view, ProgressView)
    assert [tab.pack_id for tab in view.packs] == ["lighthouse", "almanac"]
    assert (view.shown, len(view.hardest), view.numbers.answers) == (0, 1, 3)
    other = play(game, want.ChoosePack("almanac"))
    assert isinstance(other, ProgressView)
    assert (other.shown, other.numbers) == (1, view.numbers)
    assert "moon" in other.hardest[0].stem
    assert isinstance(play(game, want.Back()), views.TitleView)


def test_a_sequel_is_not_there_before_its_story_is_known(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    sequel = TWO.replace("id: almanac", "id: almanac\nfollows: lighthouse")
    (tmp_path / "packs" / "two.yaml").write_text(sequel, encoding="utf-8")
    answer(game, "start-order", pack="almanac")
    assert progress_of(game) == ProgressView("")
    assert play(game, want.Go("progress"), want.ChoosePack("almanac")) == ProgressView("")
    see_to(game, 2)
    assert [tab.title for tab in progress_of(game).packs] == ["An Almanac"]


def test_others_are_told_of_as_far_as_the_one_who_looks_has_watched(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    progress = kept(game)
    mara, nameless, new = (progress.add_person(name) for name in ("Mara", "", "Jun"))
    answer(game, "start-order")
    answer(game, "start-order", person=nameless)
    assert progress_of(game).beside == ()
    progress.set_watch_point("lighthouse", "end", person=mara)
    for card, verdict in (("start-choice", "right"), ("start-order", "wrong")):
        answer(game, card, verdict, person=mara)
    before = progress_of(game)
    assert before.beside == (Beside("You", 100, 1), Beside("Mara", 50, 2))
    for card in ("middle-choice", "middle-order", "middle-typed"):
        answer(game, card, person=mara)
        answer(game, card, person=new)
    assert progress_of(game) == before
    see_to(game, 1)
    assert progress_of(game).beside == (
        Beside("You", 100, 1),
        Beside("Mara", 80, 5),
        Beside("Jun", 100, 3),
    )


def test_each_has_progress_of_their_own_and_a_guest_none(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    progress = kept(game)
    mara = progress.add_person("Mara")
    answer(game, "start-order")
    progress.play_as(mara)
    assert progress_of(game) == ProgressView("Mara")
    progress.play_as_guest()
    assert progress_of(game) == ProgressView("Guest")


def test_awards_are_all_there_and_the_won_ones_with_their_day(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    nothing = play(game, want.Go("progress"), want.Go("awards"))
    assert isinstance(nothing, AwardsView)
    assert not any(row.won for row in nothing.rows)
    play(game, want.Back(), want.Back())
    answer(game, "start-order")
    some = play(game, want.Go("progress"), want.Go("awards"))
    assert isinstance(some, AwardsView)
    assert len(some.rows) == len(nothing.rows)
    assert [row.name for row in some.rows if row.won] == ["Lights down"]
    assert some.rows[0].won.endswith("November 2023")


def test_an_award_is_told_of_where_its_round_ends_and_only_there(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    told = []
    for _ in range(2):
        play(game, want.Change("round_length", "5"), *start(0))
        while isinstance(view := game.view(), views.AskView):
            if isinstance(view.body, views.TypeIn):
                play(game, want.Edit("Typed lamp"), want.Submit(), want.Next())
            else:
                play(game, want.Skip(), want.Next())
        assert isinstance(view, views.ResultsView)
        told.append(view.awards)
        play(game, want.Go("title"))
    assert told == [("Lights down",), ()]


def test_what_is_reckoned_is_new_after_a_round_and_kept_while_one_leafs(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    answer(game, "start-order")
    before = play(game, want.Go("progress"))
    assert play(game, want.Go("awards"), want.Back()) is before
    play(game, want.Back())
    answer(game, "start-choice")
    assert shares(progress_of(game)) == [40]


@pytest.mark.parametrize("at", [math.nan, math.inf, -math.inf, 1e30, -1e30, 1e13])
def test_a_clock_that_went_astray_gives_no_day(at: float) -> None:
    assert local_day(at) is None


def test_answers_from_a_clock_that_was_ahead_or_astray_are_counted_all_the_same(
    tmp_path: Path,
) -> None:
    game = open_game(tmp_path, low_pack())
    progress = kept(game)
    run = progress.begin_run("lighthouse", "{}", 1.0)
    for at in (9e9, 1e30, -1e30):
        progress.save_answer(run, "lighthouse", SavedAnswer("start-order", "right", 0, 2.0, at), "")
    view = progress_of(game)
    assert (view.numbers.answers, view.days) == (3, 0)
    assert not any(full for week in view.weeks for full in week)


# Hours and minutes ahead of Greenwich; POSIX counts them the other way round.
@pytest.mark.parametrize("zone", ["UTC", "A-14", "B12", "C-5:45", "D3:30", "E5F"])
def test_days_begin_at_midnight_wherever_one_is(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    day_of_quarter.cache_clear()
    try:
        for quarter in range(0, 400 * 96, 7):
            at = 1.7e9 + quarter * 900.0
            for moment in (at, at + 899.0):
                local = time.localtime(moment)
                assert local_day(moment) == date(*local[:3]).toordinal()
    finally:
        monkeypatch.undo()
        time.tzset()
        day_of_quarter.cache_clear()
