"""Several at one screen: sitting down, passing it on, leaving, coming back, and what is kept."""

from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import tableviews, views
from quizgame.domain.intents import Intent
from quizgame.services.checking import check, told
from quizgame.services.game import Game
from quizgame.storage.kept import OWNER
from quizgame.storage.progress import Progress
from tests.support import LOW, card, low_pack, open_game, pull_the_plug

TYPED = (
    LOW + "cards:\n" + card("t-1", "start", "typed", "lamp") + card("t-2", "start", "typed", "lamp")
)


def send(game: Game, *intents: Intent) -> views.View:
    for intent in intents:
        game.send(intent)
    return game.view()


def sit_down(game: Game, *tiers: int, names: tuple[str, ...] = ("Mina", "Jonas", "Ada")) -> None:
    """Seat so many players at their watch points, by name."""
    send(game, want.Go("together"))
    for place, tier in enumerate(tiers):
        send(game, want.AddPlayer() if place > 1 else want.EditPlayer(place + 1))
        send(game, want.Edit(names[place]), want.Change("player_seen", str(tier)), want.Back())


def begin(game: Game, *tiers: int, **rules: str) -> tableviews.HandoverView:
    for name, value in ({"rounds": "3"} | rules).items():
        send(game, want.Change(f"table_{name}", value))
    sit_down(game, *tiers)
    return curtain(started(game))


def started(game: Game) -> views.View:
    """Begin, and say yes where somebody who is known has watched further."""
    view = send(game, want.Start())
    return send(game, want.Agree()) if isinstance(view, tableviews.SureView) else view


def curtain(view: views.View) -> tableviews.HandoverView:
    assert isinstance(view, tableviews.HandoverView)
    return view


def asked(view: views.View) -> views.AskView:
    assert isinstance(view, views.AskView)
    return view


def players_page(view: views.View) -> tableviews.PlayersView:
    assert isinstance(view, tableviews.PlayersView)
    return view


def skip_to_the_end(game: Game) -> tableviews.TableResultsView:
    for _ in range(200):
        view = game.view()
        if isinstance(view, tableviews.TableResultsView):
            return view
        send(game, want.OpenCurtain(), want.Skip(), want.Next())
    raise AssertionError(view)


def saved(folder: Path) -> Progress:
    progress, _ = Progress.open(folder / "data", "stamp")
    return progress


def bytes_of(folder: Path) -> bytes:
    return b"".join(p.read_bytes() for p in (folder / "data").rglob("*") if p.is_file())


# -- sitting down ------------------------------------------------------------------------------


def test_whoever_plays_here_and_a_guest_sit_there_at_first(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    page = players_page(send(game, want.Go("together")))
    assert [(row.who.name, row.kept, row.seen.place) for row in page.rows] == [
        ("Player 1", True, 0),
        ("Player 2", False, 0),
    ]


def test_the_page_says_what_each_way_means_for_these_people(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    sit_down(game, 0, 2, 1)
    page = players_page(game.view())
    assert [way.means for way in page.ways] == [
        "Each side sees only its own cards, behind a curtain. From Start (Mina) to End (Jonas).",
        "Everyone looks. Cards stop where Mina stopped: Start.",
    ]


def test_there_are_seats_for_eight_and_no_two_wear_the_same(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    send(game, want.Go("together"))
    for _ in range(6):
        send(game, want.AddPlayer(), want.Back())
    page = players_page(send(game, want.AddPlayer()))
    assert len(page.rows) == len({row.who.badge for row in page.rows}) == 8
    assert not page.can_add


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", "Player 2"),
        ("   ", "Player 2"),
        ("Mina", "Mina 2"),
        ("  지우  ", "지우"),
        ("W" * 200, "W" * 24),
        ("שלום", "שלום"),
        ("a\u202eb\nc", "ab c"),
        ("🦊", "🦊"),
    ],
)
def test_a_name_is_made_fit_and_like_nobody_elses(tmp_path: Path, typed: str, shown: str) -> None:
    game = open_game(tmp_path, low_pack())
    sit_down(game, 0, 0, names=("Mina", typed))
    assert players_page(game.view()).rows[1].who.name == shown


def test_one_alone_cannot_begin_and_neither_can_those_who_only_look_on(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    page = players_page(send(game, want.Go("together"), want.RemovePlayer(2), want.Start()))
    assert not page.can_start
    assert page.told == ("It takes two. Add another player.",)
    send(game, want.AddPlayer(), want.Change("player_plays", "off"), want.Back())
    send(game, want.EditPlayer(1), want.Change("player_plays", "off"))
    page = players_page(send(game, want.Back(), want.Start()))
    assert page.told == ("Somebody has to play: all of you look on.",)


def test_a_short_deck_is_told_of_the_lowest_watch_point_alone(tmp_path: Path) -> None:
    few = (
        LOW
        + "cards:\n"
        + card("only", "start", "choice", "lamp")
        + card("late", "end", "choice", "lamp")
    )
    game = open_game(tmp_path, few)
    sit_down(game, 0, 2)
    assert players_page(game.view()).told == ("Only 1 card for Start: some will come again.",)


def test_with_no_card_at_the_lowest_point_nobody_begins(tmp_path: Path) -> None:
    game = open_game(tmp_path, LOW + "cards:\n" + card("late", "end", "choice", "lamp"))
    sit_down(game, 0, 2)
    page = players_page(send(game, want.Start()))
    assert page.told == ("There is no card yet for: Start.",)


# -- passing the screen ------------------------------------------------------------------------


def test_the_next_name_comes_with_the_shut_curtain(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1)
    send(game, want.OpenCurtain(), want.Skip())
    view = curtain(send(game, want.Next()))
    assert view.who.name == "Jonas"
    assert view.told == "Mina: skipped"
    assert view.warning == "Everyone else: eyes off. Jonas is further on than Mina."


def test_each_is_asked_no_further_than_they_have_watched(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1, rounds="10")
    reached: dict[str, set[int]] = {"Mina": set(), "Jonas": set()}
    for _ in range(20):
        if isinstance(game.view(), tableviews.HandoverView):
            send(game, want.OpenCurtain())
        view = asked(game.view())
        assert view.table is not None
        reached[view.table.who.name].add(view.stub.tier.place)
        send(game, want.Skip(), want.Next())
    assert reached == {"Mina": {0}, "Jonas": {0, 1}}


def test_in_the_open_cards_stop_at_the_lowest_of_all_who_look(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    send(game, want.Change("table_way", "share"))
    sit_down(game, 1, 1, 0)
    send(game, want.EditPlayer(3), want.Change("player_plays", "off"), want.Back())
    send(game, want.Change("table_rounds", "10"))
    started(game)
    for _ in range(20):
        assert asked(game.view()).stub.tier.place == 0
        send(game, want.Skip(), want.Next())
    assert isinstance(game.view(), tableviews.TableResultsView)


@pytest.mark.parametrize("intent", [want.Interrupt(), want.Interrupt(idle=True), want.Pause()])
def test_looking_away_shuts_the_curtain_on_the_same_card(tmp_path: Path, intent: Intent) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1)
    before = asked(send(game, want.OpenCurtain()))
    view = curtain(send(game, intent))
    assert (view.who.name, view.again) == ("Mina", True)
    assert send(game, want.OpenCurtain()) == before


def test_the_clock_stands_still_behind_the_curtain(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1, clock="20")
    send(game, want.Tick(19.0), want.OpenCurtain(), want.Tick(5.0), want.Interrupt())
    view = asked(send(game, want.Tick(19.0), want.OpenCurtain()))
    assert view.clock is not None
    assert view.clock.left == 15.0


# -- what is kept ------------------------------------------------------------------------------


def test_a_game_is_taken_up_shut_at_whose_turn_it_was_on_the_same_card(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1)
    before = asked(send(game, want.OpenCurtain(), want.Skip(), want.Next(), want.OpenCurtain()))
    pull_the_plug(game)
    again = open_game(tmp_path, low_pack(), seed=99)
    title = again.view()
    assert isinstance(title, views.TitleView)
    assert title.unfinished == "The Lighthouse Keeper · round 1 of 3"
    view = curtain(send(again, want.Go("continue")))
    assert (view.who.name, view.again) == ("Jonas", True)
    assert send(again, want.OpenCurtain()) == before
    skip_to_the_end(again)


def test_a_guest_leaves_no_name_and_no_answer(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    sit_down(game, 0, 0, names=("Mina", "Zebulon"))
    send(game, want.Change("table_rounds", "3"), want.Start())
    assert b"Zebulon" in bytes_of(tmp_path)
    skip_to_the_end(game)
    assert b"Zebulon" not in bytes_of(tmp_path)
    game.close()
    progress = saved(tmp_path)
    assert [person.name for person in progress.people()] == ["Mina"]
    assert sum(past.seen for past in progress.history("lighthouse").values()) == 3
    progress.close()


def test_whose_progress_is_kept_is_known_next_time(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    sit_down(game, 0, 1)
    send(game, want.EditPlayer(2), want.Change("player_kept", "on"), want.Back(), want.Start())
    skip_to_the_end(game)
    game.close()
    again = open_game(tmp_path, low_pack())
    page = players_page(send(again, want.Back(), want.Go("together")))
    assert [name for _, name in page.known] == ["Jonas"]
    person = page.known[0][0]
    page = players_page(send(again, want.AddPlayer(person)))
    assert (page.rows[2].who.name, page.rows[2].seen.place) == ("Jonas", 1)
    again.close()
    progress = saved(tmp_path)
    assert len(progress.history("lighthouse", person=person)) == 5
    progress.close()


def test_playing_less_far_for_one_game_forgets_nothing(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    send(game, want.Go("play"), want.MovePlayhead(2), want.Start(), want.Go("title"))
    begin(game, 0, 0)
    skip_to_the_end(game)
    game.close()
    progress = saved(tmp_path)
    assert progress.watch_point("lighthouse", person=OWNER) == "end"
    progress.close()


def test_a_game_alone_and_one_of_several_lie_side_by_side(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    send(game, want.Go("play"), want.Start(), want.Skip(), want.Next(), want.Go("title"))
    begin(game, 0, 1)
    send(game, want.Go("table"), want.Go("title"))
    curtain(send(game, want.Go("continue")))
    skip_to_the_end(game)
    send(game, want.Go("title"))
    assert asked(send(game, want.Go("continue"))).board.number == 2


def test_a_pack_that_is_away_keeps_its_game(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1)
    game.close()
    away = open_game(tmp_path, LOW.replace("id: lighthouse", "id: other") + "cards: []\n")
    view = send(away, want.Go("continue"))
    assert isinstance(view, views.TitleView)
    assert "is not here now" in view.message
    away.close()
    back = open_game(tmp_path, low_pack())
    curtain(send(back, want.Go("continue")))


def test_a_pack_that_has_changed_goes_on_with_other_cards(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1)
    send(game, want.OpenCurtain())
    game.close()
    again = open_game(tmp_path, low_pack("wick").replace("id: start-", "id: first-"))
    curtain(send(again, want.Go("continue")))
    assert "wick" in asked(send(again, want.OpenCurtain())).stem
    skip_to_the_end(again)


# -- in the middle of a game -------------------------------------------------------------------


def test_who_joins_late_plays_from_the_next_round_with_a_head_start(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1)
    send(game, want.Go("table"), want.Go("players"), want.AddPlayer(), want.Edit("Ada"))
    send(game, want.Back(), want.Back())
    names = []
    while not isinstance(game.view(), tableviews.TableResultsView):
        names.append(turn(game))
        send(game, want.OpenCurtain(), want.Skip(), want.Next())
    assert names == ["Mina", "Jonas", "Jonas", "Ada", "Mina", "Ada", "Mina", "Jonas"]


def turn(game: Game) -> str:
    view = game.view()
    if isinstance(view, views.AskView) and view.table:
        return view.table.who.name
    return curtain(view).who.name


def test_who_leaves_is_asked_about_first(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1, 1)
    view = send(game, want.Go("table"), want.Go("players"), want.RemovePlayer(1), want.Back())
    assert isinstance(view, tableviews.SureView)
    assert view.sentence == "Mina leaves the game."
    # It was a slip: everyone sits there again.
    assert len(players_page(send(game, want.Back())).rows) == 3
    send(game, want.RemovePlayer(1), want.Back())
    assert curtain(send(game, want.Agree())).who.name == "Jonas"


def test_the_last_one_left_plays_on_without_a_curtain(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1)
    send(game, want.Go("table"), want.Go("players"), want.RemovePlayer(2), want.Back())
    curtain(send(game, want.Agree()))
    send(game, want.OpenCurtain(), want.Skip())
    assert isinstance(send(game, want.Next()), views.AskView)


def test_all_cannot_leave(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1)
    send(game, want.Go("table"), want.Go("players"), want.RemovePlayer(1), want.RemovePlayer(2))
    assert isinstance(send(game, want.Back()), tableviews.PlayersView)


def test_a_watch_point_is_changed_only_after_a_yes_and_takes_the_card_away(tmp_path: Path) -> None:
    game = open_game(
        tmp_path,
        LOW
        + "cards:\n"
        + card("low", "start", "choice", "low")
        + card("high", "middle", "choice", "high")
        + card("two", "middle", "choice", "lamp"),
    )
    begin(game, 0, 1)
    send(game, want.OpenCurtain(), want.Skip(), want.Next())
    send(game, want.Go("table"), want.Go("players"), want.EditPlayer(2))
    send(game, want.Change("player_seen", "0"), want.Back())
    view = send(game, want.Back())
    assert isinstance(view, tableviews.SureView)
    assert view.sentence == "Jonas is at: Start."
    send(game, want.Agree())
    assert asked(send(game, want.OpenCurtain())).stub.tier.place == 0


def test_an_answer_is_taken_back_once_when_all_agree(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1)
    first = asked(send(game, want.OpenCurtain()))
    send(game, want.Skip(), want.Next())
    page = send(game, want.Go("table"))
    assert isinstance(page, tableviews.TableView)
    assert page.take_back == "Mina"
    assert isinstance(send(game, want.TakeBack()), tableviews.SureView)
    assert curtain(send(game, want.Agree())).who.name == "Mina"
    fresh = asked(send(game, want.OpenCurtain()))
    assert fresh.stem != first.stem
    send(game, want.Skip(), want.Next())
    page = send(game, want.Go("table"))
    assert isinstance(page, tableviews.TableView)
    assert page.take_back == ""


def test_a_typed_answer_is_accepted_by_somebody_who_has_watched_as_far(tmp_path: Path) -> None:
    game = open_game(tmp_path, TYPED)
    begin(game, 0, 1)
    view = send(game, want.OpenCurtain(), want.Edit("a fox"), want.Submit())
    assert isinstance(view, views.RevealView)
    assert view.judge == "Jonas"
    assert curtain(send(game, want.AskJudge())).purpose == "judge"
    view = send(game, want.OpenCurtain())
    assert isinstance(view, views.RevealView)
    assert view.judging
    # Whoever judges has the screen already, and is next.
    send(game, want.Accept())
    send(game, want.Interrupt())
    told_of = curtain(game.view())
    assert told_of.told.startswith("Mina: right, +")
    assert told_of.who.name == "Jonas"


def test_nobody_who_has_watched_less_judges(tmp_path: Path) -> None:
    game = open_game(tmp_path, TYPED)
    begin(game, 1, 0)
    view = send(game, want.OpenCurtain(), want.Edit("a fox"), want.Submit())
    assert isinstance(view, views.RevealView)
    assert view.judge == ""
    assert send(game, want.AskJudge()) == view


def test_a_reported_card_is_told_to_its_author(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1)
    send(game, want.OpenCurtain(), want.Skip())
    view = send(game, want.Report())
    assert isinstance(view, views.RevealView)
    assert view.reported
    game.close()
    progress = Progress.beside(tmp_path / "data")
    lines = list(told(check([tmp_path / "packs" / "pack.yaml"], progress), "text"))
    progress.close()
    (line,) = (line for line in lines if "warning Q240" in line)
    assert "was reported by 1 player;" in line


def test_further_than_is_known_is_kept_only_after_a_yes(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    sit_down(game, 2, 0)
    view = send(game, want.Start())
    assert isinstance(view, tableviews.SureView)
    assert view.sentence == "Mina is now at: End. That is kept, also for playing alone."
    assert isinstance(send(game, want.Back()), tableviews.PlayersView)
    page = send(game, want.Go("title"), want.Go("play"))
    assert isinstance(page, views.WatchPointView)
    assert page.said == 0


def test_a_slip_upwards_of_a_known_friend_is_mended_in_the_same_game(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    sit_down(game, 0, 2)
    send(game, want.EditPlayer(2), want.Change("player_kept", "on"), want.Back())
    started(game)
    send(game, want.Go("table"), want.Go("players"), want.EditPlayer(2))
    view = send(game, want.Change("player_seen", "0"), want.Back(), want.Back())
    assert isinstance(view, tableviews.SureView)
    assert view.sentence.endswith("What Jonas answered to later cards is forgotten.")
    send(game, want.Agree())
    game.close()
    progress = saved(tmp_path)
    (_, jonas) = progress.people()
    assert progress.watch_point("lighthouse", person=jonas.id) == "start"
    progress.close()


def test_a_name_is_changed_in_mid_game_only_after_a_yes(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1)
    send(game, want.Go("table"), want.Go("players"), want.EditPlayer(2), want.Edit("Ada"))
    view = send(game, want.Back(), want.Back())
    assert isinstance(view, tableviews.SureView)
    assert view.sentence == "Jonas is now called Ada."


def test_who_joins_gets_nothing_of_one_who_has_left(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1, 1)
    for _ in range(3):
        send(game, want.OpenCurtain(), want.Skip(), want.Next())
    send(game, want.Go("table"), want.Go("players"), want.RemovePlayer(3), want.Back())
    send(game, want.Agree(), want.Go("table"), want.Go("players"), want.AddPlayer())
    page = players_page(send(game, want.Back()))
    assert [row.player for row in page.rows] == [1, 2, 4]


def test_a_card_that_was_only_seen_counts_as_asked(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 0)
    send(game, want.OpenCurtain(), want.Interrupt(), want.Go("table"), want.Go("end-table"))
    send(game, want.Agree())
    game.close()
    progress = saved(tmp_path)
    assert [past.last_verdict for past in progress.history("lighthouse").values()] == ["left"]
    progress.close()


def test_what_one_guest_reports_another_is_not_told(tmp_path: Path) -> None:
    game = open_game(tmp_path, LOW + "cards:\n" + card("only", "start", "choice", "lamp"))
    begin(game, 0, 0, 0)
    send(game, want.OpenCurtain(), want.Skip(), want.Next(), want.OpenCurtain(), want.Skip())
    view = send(game, want.Report())
    assert isinstance(view, views.RevealView)
    assert view.reported
    view = send(game, want.Next(), want.OpenCurtain(), want.Skip())
    assert isinstance(view, views.RevealView)
    assert not view.reported


# -- at the end --------------------------------------------------------------------------------


def test_own_answers_wait_behind_the_curtain_and_shut_when_one_looks_away(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1)
    skip_to_the_end(game)
    view = send(game, want.Go("look-over"))
    assert isinstance(view, tableviews.LookOverView)
    assert curtain(send(game, want.LookOver(2))).purpose == "look"
    view = send(game, want.OpenCurtain())
    assert isinstance(view, views.ReviewView)
    assert len(view.rows) == 3
    assert isinstance(send(game, want.OpenAnswer(0)), views.RevealView)
    curtain(send(game, want.Interrupt()))
    assert isinstance(send(game, want.Back()), tableviews.LookOverView)


def test_what_all_may_look_over_is_only_of_those_who_have_watched_least(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1)
    skip_to_the_end(game)
    view = send(game, want.Go("look-over"), want.LookOver())
    assert isinstance(view, views.ReviewView)
    assert {row.said for row in view.rows} == {"Mina skipped"}


def test_the_same_people_play_again_at_once(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1)
    skip_to_the_end(game)
    view = curtain(send(game, want.Go("again")))
    assert [standing.who.name for standing in view.standings] == ["Mina", "Jonas"]


def test_answers_to_a_card_that_has_changed_are_left_out_when_looked_over(tmp_path: Path) -> None:
    game = open_game(tmp_path, LOW + "cards:\n" + card("only", "start", "choice", "lamp"))
    begin(game, 0, 0)
    send(game, want.OpenCurtain(), want.Pick(3), want.Next())
    game.close()
    fewer = card("only", "start", "choice", "lamp").replace(", Four lamp]", "]")
    again = open_game(tmp_path, LOW + "cards:\n" + fewer)
    send(again, want.Go("continue"), want.Go("table"), want.Go("end-table"), want.Agree())
    view = send(again, want.Go("look-over"), want.LookOver(1), want.OpenCurtain())
    assert isinstance(view, views.ReviewView)
    assert view.rows == ()


def test_a_game_can_be_ended_early_and_is_then_over(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1)
    send(game, want.Go("table"), want.Go("end-table"))
    assert isinstance(send(game, want.Agree()), tableviews.TableResultsView)
    view = send(game, want.Go("title"))
    assert isinstance(view, views.TitleView)
    assert not view.unfinished


def test_a_game_is_taken_up_from_where_people_sit_down_as_well(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    begin(game, 0, 1)
    send(game, want.OpenCurtain(), want.Skip(), want.Next(), want.Go("table"), want.Go("title"))
    send(game, want.Go("play"), want.Start(), want.Go("title"))
    page = players_page(send(game, want.Go("together")))
    assert page.unfinished == "round 1 of 3"
    assert page.told == ("Beginning ends the game at round 1 of 3.",)
    assert curtain(send(game, want.Go("continue-table"))).who.name == "Jonas"


def test_a_sequel_is_on_no_shelf_that_friends_look_at(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    sequel = low_pack().replace("id: lighthouse", "id: second\nfollows: lighthouse", 1)
    (tmp_path / "packs" / "second.yaml").write_text(sequel, encoding="utf-8")
    send(game, want.Go("play"), want.ChoosePack("lighthouse"), want.MovePlayhead(2), want.Start())
    shelf = send(game, want.Go("title"), want.Go("shelf"))
    assert isinstance(shelf, views.ShelfView)
    assert len(shelf.posters) == 2
    page = players_page(send(game, want.Go("title"), want.Go("together")))
    assert page.pack_title == "The Lighthouse Keeper"


def test_settings_can_be_changed_in_the_middle_of_a_game(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    view = begin(game, 0, 1)
    assert send(game, want.Change("text_size", "150")) == view
    assert game.settings.number("text_size") == 150
    send(game, want.Go("table"), want.Go("settings"), want.Change("sound", "0"), want.Back())
    assert curtain(send(game, want.Back())) == view


# -- predictions ---------------------------------------------------------------------------------


def test_at_the_end_it_is_told_who_has_sealed_predictions_that_all_can_seal(tmp_path: Path) -> None:
    bet = "    opens: end\n"
    low, high = (card(f"bet-{t}", t, "choice", "lamp", extra=bet) for t in ("start", "middle"))
    game = open_game(tmp_path, low_pack() + low + high)
    progress = game._progress  # noqa: SLF001 (sealing has pages of its own)
    jonas = progress.add_person("Jonas")
    progress.set_watch_point("lighthouse", "end", person=jonas)
    for bet_id in ("bet-start", "bet-middle"):
        progress.seal("lighthouse", bet_id, "Two lamp", "sure", 1.0, person=jonas)
    send(game, want.Change("table_rounds", "3"), want.Go("together"), want.AddPlayer(jonas))
    send(game, want.Start())
    for _ in range(9):
        send(game, want.OpenCurtain(), want.Skip(), want.Next())
    view = game.view()
    assert isinstance(view, tableviews.TableResultsView)
    assert [(row.who.name, row.words) for row in view.sealed] == [("Jonas", "1 prediction")]
