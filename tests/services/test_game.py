"""The game without a screen: going about, saving, taking up again."""

from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.intents import Intent
from quizgame.domain.progressviews import AwardsView
from quizgame.services.game import Game
from tests.support import LOW, card, low_pack, open_game, pull_the_plug, start


def play(game: Game, *intents: Intent) -> views.View:
    for intent in intents:
        game.send(intent)
    return game.view()


def asked(game: Game) -> views.AskView:
    view = game.view()
    assert isinstance(view, views.AskView)
    return view


def test_a_newcomer_meets_the_first_card_within_two_pages_of_the_title(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    assert isinstance(game.view(), views.TitleView)
    assert isinstance(play(game, want.Go("play")), views.WatchPointView)
    assert isinstance(play(game, want.Start()), views.AskView)


def test_a_newcomer_has_seen_nothing(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    view = play(game, want.Go("play"))
    assert isinstance(view, views.WatchPointView)
    assert (view.playhead, view.said) == (0, 0)


def test_a_number_is_told_only_as_far_as_the_player_has_said(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    told = []
    for tier in range(3):
        view = play(game, want.Go("play"), want.MovePlayhead(tier))
        assert isinstance(view, views.WatchPointView)
        told.append(view.cards)
    assert told == [5, None, None]
    view = play(game, want.MovePlayhead(1), want.Start(), want.Go("title"), want.Go("play"))
    assert isinstance(view, views.WatchPointView)
    assert (view.playhead, view.cards) == (1, 10)


def test_playing_it_safe_asks_the_lowest_tier_only(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, want.Change("round_length", "0"), want.Go("play"), want.MovePlayhead(2))
    play(game, want.Start(safe=True))
    assert len(asked(game).board.marks) == 5
    assert asked(game).stub.tier.place == 0


@pytest.mark.parametrize("clean", [True, False])
def test_the_very_same_card_comes_back(tmp_path: Path, clean: bool) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, *start(1), want.Pick(0), want.Submit(), want.Skip(), want.Next(), want.Toggle(1))
    before = game.view()
    if clean:
        game.close()
    else:
        pull_the_plug(game)
    again = open_game(tmp_path, low_pack())
    title = again.view()
    assert isinstance(title, views.TitleView)
    assert title.unfinished == "The Lighthouse Keeper · card 2 of 10"
    assert play(again, want.Go("continue")) == before


def test_the_clock_comes_back_where_it_stood_and_waits(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, want.Change("clock", "20"), *start(0), want.Tick(3.5), want.Tick(4.0))
    pull_the_plug(game)
    again = open_game(tmp_path, low_pack())
    assert isinstance(play(again, want.Go("continue")), views.PauseView)
    play(again, want.Resume())
    clock = asked(again).clock
    assert clock is not None
    assert clock.left == 12.5


def test_playing_it_safe_once_does_not_forget_how_far_one_has_watched(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, *start(1), want.Go("title"), want.Go("play"), want.Start(safe=True))
    view = play(game, want.Go("title"), want.Go("play"))
    assert isinstance(view, views.WatchPointView)
    assert (view.playhead, view.unfinished) == (1, "card 1 of 5")


def test_a_card_answered_against_the_clock_comes_back_without_a_pause(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, want.Change("clock", "20"), *start(0), want.Skip(), want.Go("title"))
    assert isinstance(play(game, want.Go("continue")), views.RevealView)


def test_lowering_the_watch_point_forgets_the_run(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, *start(1), want.Go("title"), want.Go("play"))
    play(game, want.MovePlayhead(0), want.Start())
    play(game, want.Go("title"), want.Go("continue"))
    assert asked(game).stub.tier.place == 0
    assert len(asked(game).board.marks) == 5


def test_a_round_whose_answered_card_is_gone_is_given_up_in_words(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, *start(1), want.Skip())
    game.close()
    changed = low_pack().replace("id: start-", "id: new-start-").replace("id: middle-", "id: new-")
    again = open_game(tmp_path, changed)
    view = play(again, want.Go("continue"))
    assert isinstance(view, views.TitleView)
    assert not view.unfinished
    assert "could not be taken up" in view.message


def test_a_game_whose_pack_is_away_is_kept_until_it_is_back(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, *start(1))
    before = game.view()
    game.close()
    away = open_game(tmp_path, "just: words\n")
    view = play(away, want.Go("continue"))
    assert isinstance(view, views.TitleView)
    assert "The game is kept" in view.message
    away.close()
    back = open_game(tmp_path, low_pack())
    assert play(back, want.Go("continue")) == before


def test_missed_cards_come_first_once_all_have_been_seen(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, want.Change("round_length", "0"), *start(0))
    missed = []
    while not isinstance(game.view(), views.ResultsView):
        view = asked(game)
        if isinstance(view.body, views.TypeIn):
            play(game, want.Edit("Typed lamp"), want.Submit())
        else:
            missed.append(view.stem)
            play(game, want.Skip())
        play(game, want.Next())
    play(game, want.Go("again"))
    order = []
    while not isinstance(game.view(), views.ResultsView):
        order.append(asked(game).stem)
        play(game, want.Skip(), want.Next())
    assert set(order[:4]) == set(missed)


def test_a_theme_left_out_stays_out(tmp_path: Path) -> None:
    pack = low_pack().replace("difficulty: 2\n", "difficulty: 2\n    notes: [storm]\n", 3)
    game = open_game(tmp_path, pack)
    play(game, want.Go("shelf"), want.ShowDetails("lighthouse"), want.ToggleNote("storm"))
    view = play(game, want.Back(), want.ChoosePack("lighthouse"))
    assert isinstance(view, views.WatchPointView)
    assert (view.cards, view.left_out) == (2, ("Storms",))


def test_leaving_every_card_out_says_so_and_starts_nothing(tmp_path: Path) -> None:
    pack = low_pack().replace("difficulty: 2\n", "difficulty: 2\n    notes: [storm]\n")
    game = open_game(tmp_path, pack)
    play(game, want.Go("shelf"), want.ShowDetails("lighthouse"), want.ToggleNote("storm"))
    view = play(game, want.Back(), want.ChoosePack("lighthouse"), want.Start())
    assert isinstance(view, views.WatchPointView)
    assert view.cards == 0


def test_escape_pauses_and_plays_on(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, *start(0))
    card = game.view()
    assert isinstance(play(game, want.Back()), views.PauseView)
    assert play(game, want.Back()) == card


def test_settings_opened_in_a_pause_lead_back_to_it(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, *start(0), want.Pause(), want.Go("settings"), want.Change("text_size", "200"))
    assert isinstance(play(game, want.Back()), views.PauseView)
    assert game.settings.number("text_size") == 200


def test_settings_outlast_the_game(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, want.Change("sound", "0"), want.Change("text_size", "no such size"))
    game.close()
    again = open_game(tmp_path, low_pack())
    assert again.settings.number("sound") == 0
    assert again.settings.number("text_size") == 100


def test_a_file_that_is_no_pack_is_told_in_one_sentence(tmp_path: Path) -> None:
    game = open_game(tmp_path, "just: words\n")
    view = play(game, want.Go("shelf"))
    assert isinstance(view, views.ShelfView)
    assert view.posters == ()
    assert len(view.troubles) == 1
    assert "pack.yaml" in view.troubles[0]


def test_a_finished_round_can_be_looked_over(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, *start(0))
    while isinstance(game.view(), views.AskView):
        play(game, want.Skip(), want.Next())
    view = play(game, want.Go("review"))
    assert isinstance(view, views.ReviewView)
    assert len(view.rows) == 5
    card = play(game, want.OpenAnswer(2))
    assert isinstance(card, views.RevealView)
    assert card.looking_back
    assert card.board.number == 3
    assert isinstance(play(game, want.Back(), want.Back()), views.ResultsView)


def test_a_view_of_a_card_being_asked_holds_no_answer(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, want.Change("round_length", "0"), *start(1))
    while isinstance(game.view(), views.AskView):
        shown = repr(game.view())
        assert "Because of" not in shown
        assert "Typed lamp" not in shown
        play(game, want.Skip(), want.Next())


# -- watching less far than before ------------------------------------------------------------


def rows_of_answers(game: Game) -> set[str]:
    return set(game._progress.history("lighthouse"))  # noqa: SLF001 (what is kept is the point)


def play_all(game: Game, tier: int) -> None:
    play(game, want.Change("round_length", "0"), want.Go("title"), want.Go("play"))
    play(game, want.MovePlayhead(tier), want.Start())
    while isinstance(game.view(), views.AskView):
        play(game, want.Skip(), want.Next())


def test_lowering_the_watch_point_forgets_the_answers_above_it(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play_all(game, 1)
    assert any(card.startswith("middle") for card in rows_of_answers(game))
    play(game, want.Go("title"), want.Go("play"), want.MovePlayhead(0), want.Start())
    assert {card.split("-")[0] for card in rows_of_answers(game)} == {"start"}
    game.close()
    kept = b"".join(p.read_bytes() for p in (tmp_path / "data").iterdir())
    assert b"middle-" not in kept


def test_a_round_for_once_less_far_keeps_everything(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play_all(game, 1)
    before = rows_of_answers(game)
    play(game, want.Go("title"), want.Go("play"), want.MovePlayhead(0), want.Start(once=True))
    assert set(asked(game).board.marks) == {"now", "ahead"}
    assert asked(game).stub.tier.place == 0
    assert rows_of_answers(game) == before
    play(game, want.Go("title"))
    view = play(game, want.Go("play"))
    assert isinstance(view, views.WatchPointView)
    assert view.said == 1


def test_for_once_does_not_open_what_lies_further(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, want.Go("play"), want.MovePlayhead(1), want.Start(once=True), want.Go("title"))
    view = play(game, want.Go("play"))
    assert isinstance(view, views.WatchPointView)
    assert view.said == 1


def test_a_theme_left_out_is_left_out_of_the_round_taken_up_again(tmp_path: Path) -> None:
    stormy = low_pack().replace(
        "  - id: start-order\n", "  - id: start-order\n    notes: [storm]\n"
    )
    game = open_game(tmp_path, stormy)
    play(game, want.Change("round_length", "0"), *start(0), want.Go("title"))
    play(game, want.ShowDetails("lighthouse"), want.ToggleNote("storm"), want.Back())
    play(game, want.Go("continue"))
    assert len(asked(game).board.marks) == 4


# -- two games on one folder --------------------------------------------------------------------


def test_a_second_game_on_the_same_folder_says_so_and_keeps_nothing(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, *start(0), want.Skip())
    other = open_game(tmp_path, low_pack())
    view = other.view()
    assert isinstance(view, views.TitleView)
    assert "open already" in view.message
    shown = play(other, want.Go("continue"), want.Next(), want.Skip())
    assert isinstance(shown, views.RevealView)
    assert not shown.kept
    other.close()
    before = rows_of_answers(game)
    assert len(before) == 1
    game.close()
    third = open_game(tmp_path, low_pack())
    assert isinstance(play(third, want.Go("continue")), views.RevealView)


# -- what was believed then -------------------------------------------------------------------


BELIEF = card("held", "start", "true-false", "lamp").replace(
    "    tier: start\n",
    "    tier: start\n    until: middle\n    later: It turned out otherwise.\n",
)


def test_beliefs_are_looked_back_on_only_after_the_last_tier(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack() + BELIEF)
    for tier, told in ((0, False), (1, False), (2, True)):
        play(game, want.Go("title"), want.Go("play"), want.MovePlayhead(tier))
        view = play(game, want.Start(), want.Go("title"), want.Go("play"))
        assert isinstance(view, views.WatchPointView)
        assert view.beliefs is told
        view = play(game, want.Go("beliefs"))
        assert isinstance(view, views.BeliefsView)
        assert [row.later for row in view.rows] == ["It turned out otherwise."] * told


def test_a_belief_is_asked_like_any_card_while_it_holds(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack() + BELIEF)
    play(game, want.Change("round_length", "0"), want.Go("play"), want.Start())
    assert len(asked(game).board.marks) == 6
    play(game, want.Go("title"), want.Go("play"), want.MovePlayhead(1), want.Start())
    assert len(asked(game).board.marks) == 10


def test_what_was_won_with_a_belief_stays_won_when_it_is_over(tmp_path: Path) -> None:
    game = open_game(tmp_path, LOW + "cards:\n" + BELIEF + card("late", "end", "choice", "lamp"))
    for tier in (0, 2, 1):
        play(game, want.Go("title"), want.Go("play"), want.MovePlayhead(tier), want.Start())
        if tier == 0:
            # True stands first.
            play(game, want.Pick(0), want.Submit(), want.Next())
        view = play(game, want.Go("title"), want.Go("progress"), want.Go("awards"))
        assert isinstance(view, AwardsView)
        assert [row.name for row in view.rows if row.won] == ["Lights down"], tier


def test_what_was_won_stays_won_when_a_theme_is_left_out(tmp_path: Path) -> None:
    stormy = card("held", "start", "true-false", "lamp", extra="    notes: [storm]\n")
    game = open_game(tmp_path, LOW + "cards:\n" + stormy + card("calm", "start", "order", "lamp"))
    play(game, want.Change("round_length", "0"), want.Go("play"), want.Start())
    for _ in range(2):
        play(game, want.Pick(0), want.Submit(), want.Skip(), want.Next())
    play(game, want.Go("title"), want.Go("play"), want.ShowDetails("lighthouse"))
    play(game, want.ToggleNote("storm"))
    view = play(game, want.Go("title"), want.Go("progress"), want.Go("awards"))
    assert isinstance(view, AwardsView)
    assert "Lights down" in [row.name for row in view.rows if row.won]


@pytest.mark.parametrize(
    "spoil",
    [
        ('"at":1', '"at":99999'),
        ('"at":1', '"at":-3'),
        ('"revealed":false', '"revealed":true'),
        ('"dealt":[[', '"dealt":[[1,'),
        ('"over":false', '"over":true'),
    ],
)
def test_a_saved_round_that_makes_no_sense_is_given_up_in_words(
    tmp_path: Path, spoil: tuple[str, str]
) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, *start(0), want.Skip(), want.Next())
    run = game._progress.open_runs()[0]  # noqa: SLF001 (as somebody else may have written it)
    assert run is not None
    assert spoil[0] in run.state
    game._progress.save_run(run.id, run.state.replace(*spoil))  # noqa: SLF001
    pull_the_plug(game)
    view = play(open_game(tmp_path, low_pack()), want.Go("continue"))
    assert isinstance(view, views.TitleView)
    assert "could not be taken up" in view.message
