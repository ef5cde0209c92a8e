"""Predictions are sealed, stay shut, and open once their owner has watched far enough."""

from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.envelopeviews import (
    EnvelopesView,
    Foretelling,
    OpeningView,
    OtherRow,
    SealedView,
    SealView,
)
from quizgame.domain.intents import Intent
from quizgame.services.game import Game
from tests.support import card, low_pack, open_game

PACK = low_pack()
SEAL_IT = (want.Submit(),)


def prediction(name: str, tier: str, opens: str, *, right: str = "Two", extra: str = "") -> str:
    made = card(name, tier, "choice", "lamp", extra=f"    opens: {opens}\n{extra}")
    return made.replace("answer: Two", f"answer: {right}")


PACK += prediction("tide", "start", "middle") + prediction("wreck", "start", "end")


def play(game: Game, *intents: Intent) -> views.View:
    for intent in intents:
        game.send(intent)
    return game.view()


def go_to_list(game: Game) -> EnvelopesView:
    view = play(game, want.Go("title"), want.Back(), want.Go("play"), want.Go("predictions"))
    assert isinstance(view, EnvelopesView)
    return view


def start(tier: int) -> tuple[Intent, ...]:
    return want.Go("title"), want.Back(), want.Go("play"), want.MovePlayhead(tier), want.Start()


def seal(game: Game, name: str, choice: str, sure: str = "sure") -> None:
    go_to_list(game)
    view = play(game, want.Foretell(name))
    assert isinstance(view, SealView)
    play(game, want.Pick(view.options.index(f"{choice} lamp")), want.Stake(sure), want.Submit())
    assert isinstance(game.view(), SealedView)


def states(game: Game) -> dict[str, str]:
    return {row.card_id: row.state for row in go_to_list(game).rows}


def opening(game: Game) -> OpeningView:
    view = game.view()
    assert isinstance(view, OpeningView)
    return view


def told(game: Game) -> Foretelling:
    shown = opening(game).told
    assert shown is not None
    return shown


def test_the_page_is_found_only_where_there_is_something_to_foretell(tmp_path: Path) -> None:
    for pack, there in ((PACK, True), (low_pack(), False)):
        game = open_game(tmp_path / str(there), pack)
        view = play(game, want.Go("play"))
        assert isinstance(view, views.WatchPointView)
        assert view.predictions == there
        assert isinstance(play(game, want.Go("predictions")), EnvelopesView) == there


def test_they_are_offered_where_one_has_said_to_be_and_nowhere_else(tmp_path: Path) -> None:
    game = open_game(tmp_path, PACK)
    play(game, want.Go("play"))
    offered = []
    for tier in (0, 1, 0):
        view = play(game, want.MovePlayhead(tier))
        assert isinstance(view, views.WatchPointView)
        offered.append(view.predictions)
    assert offered == [True, False, True]


def test_a_choice_and_how_sure_one_is_are_both_needed_to_seal(tmp_path: Path) -> None:
    game = open_game(tmp_path, PACK)
    go_to_list(game)
    for intent in (want.Foretell("tide"), want.Submit(), want.Pick(1), want.Submit(), want.Pick(9)):
        play(game, intent)
        assert isinstance(game.view(), SealView)
    assert isinstance(play(game, want.Stake("perhaps"), want.Submit()), SealView)
    assert isinstance(play(game, want.Stake("guess"), want.Submit()), SealedView)
    assert states(game) == {"tide": "sealed", "wreck": "blank"}


def test_before_it_is_sealed_one_may_change_ones_mind_and_leave(tmp_path: Path) -> None:
    game = open_game(tmp_path, PACK)
    go_to_list(game)
    view = play(game, want.Foretell("tide"), want.Pick(0), want.Pick(2))
    assert isinstance(view, SealView)
    assert view.chosen == 2
    assert isinstance(play(game, want.Back()), EnvelopesView)
    assert states(game)["tide"] == "blank"
    view = play(game, want.Foretell("tide"))
    assert isinstance(view, SealView)
    assert (view.chosen, view.stake) == (None, "")


CHOICES = "choices: [One lamp, Two lamp, Three lamp, Four lamp]"


@pytest.mark.parametrize(
    ("choices", "there"),
    [
        ("[Two lamp, Three lamp, Four lamp]", True),
        ("[One lamp, Two lamp]", False),
        ("[A lamp, Two lamp, B lamp, C lamp, D lamp, E lamp]", False),
    ],
)
def test_what_was_chosen_is_sealed_or_nothing_when_the_pack_is_read_again_before(
    tmp_path: Path, choices: str, *, there: bool
) -> None:
    game = open_game(tmp_path, PACK)
    go_to_list(game)
    view = play(game, want.Foretell("tide"), want.Stake("sure"))
    assert isinstance(view, SealView)
    play(game, want.Pick(view.options.index("Four lamp")))
    changed = PACK.replace(CHOICES, f"choices: {choices}")
    (tmp_path / "packs" / "pack.yaml").write_text(changed, encoding="utf-8")
    view = play(game, want.Reread())
    assert isinstance(view, SealView)
    assert (view.chosen is not None) == there
    assert view.chosen is None or view.options[view.chosen] == "Four lamp"
    assert isinstance(play(game, want.Submit()), SealedView) == there
    kept = game._progress.envelopes("lighthouse")  # noqa: SLF001
    assert [one.choice for one in kept] == ["Four lamp"] * there


def test_what_is_sealed_can_be_looked_at_and_not_changed(tmp_path: Path) -> None:
    game = open_game(tmp_path, PACK)
    seal(game, "tide", "Three", "think")
    go_to_list(game)
    view = play(game, want.LookInside("tide"))
    assert isinstance(view, SealView)
    assert view.chosen is not None
    assert (view.options[view.chosen], view.stake) == ("Three lamp", "think")
    assert view.sealed == "14 November 2023"
    for intent in (want.Pick(0), want.Stake("sure"), want.Submit()):
        assert play(game, intent) == view
    assert isinstance(play(game, want.Back(), want.Foretell("tide")), EnvelopesView)


def test_a_page_with_what_was_sealed_shuts_as_soon_as_one_looks_away(tmp_path: Path) -> None:
    game = open_game(tmp_path, PACK)
    seal(game, "tide", "Three")
    go_to_list(game)
    assert isinstance(play(game, want.LookInside("tide")), SealView)
    assert isinstance(play(game, want.Interrupt()), EnvelopesView)


def test_a_row_says_nothing_of_what_was_sealed(tmp_path: Path) -> None:
    game = open_game(tmp_path, PACK)
    seal(game, "tide", "Three", "think")
    assert "Three" not in repr(go_to_list(game))


def test_it_opens_before_the_round_once_one_has_watched_so_far(tmp_path: Path) -> None:
    game = open_game(tmp_path, PACK)
    seal(game, "tide", "Two")
    seal(game, "wreck", "One")
    view = play(game, *start(1))
    assert isinstance(view, OpeningView)
    assert (view.card_id, view.told, view.more, view.onward) == ("tide", None, 0, "play")
    play(game, want.Next())
    assert opening(game).told is None
    play(game, want.OpenEnvelope())
    assert (told(game).choice, told(game).right) == ("Two lamp", "Two lamp")
    assert (told(game).ending, told(game).earned, told(game).sure) == ("right", "+400", "Sure")
    assert told(game).why == "Because of lamp."
    assert game.sounds[-1] == "right"
    assert isinstance(play(game, want.Next()), views.AskView)
    assert states(game) == {"tide": "right", "wreck": "sealed"}


def test_several_that_are_ripe_open_one_by_one_as_they_were_sealed(tmp_path: Path) -> None:
    game = open_game(tmp_path, PACK)
    seal(game, "wreck", "One")
    seal(game, "tide", "Two")
    play(game, *start(2))
    assert (opening(game).card_id, opening(game).more, opening(game).onward) == ("wreck", 1, "next")
    play(game, want.OpenEnvelope(), want.Next())
    assert (opening(game).card_id, opening(game).more, opening(game).told) == ("tide", 0, None)
    assert isinstance(play(game, want.OpenEnvelope(), want.Next()), views.AskView)
    view = go_to_list(game)
    assert [(row.card_id, row.state, row.told) for row in view.rows] == [
        ("wreck", "wrong", "−200"),
        ("tide", "right", "+400"),
    ]
    assert view.points == 200


def test_what_is_passed_over_waits_on_its_page(tmp_path: Path) -> None:
    game = open_game(tmp_path, PACK)
    seal(game, "tide", "One")
    assert isinstance(play(game, *start(1), want.Back()), views.AskView)
    assert isinstance(play(game, *start(1)), views.AskView)
    assert states(game)["tide"] == "ripe"
    play(game, want.OpenEnvelope("tide"))
    assert (opening(game).told, opening(game).onward) == (None, "list")
    play(game, want.OpenEnvelope())
    assert told(game).ending == "wrong"
    assert isinstance(play(game, want.Next()), EnvelopesView)
    assert states(game)["tide"] == "wrong"


def test_one_that_has_opened_can_be_looked_at_again(tmp_path: Path) -> None:
    game = open_game(tmp_path, PACK)
    seal(game, "tide", "One")
    play(game, *start(1), want.OpenEnvelope(), want.Next())
    go_to_list(game)
    game.sounds.clear()
    play(game, want.OpenEnvelope("tide"))
    assert told(game).ending == "wrong"
    assert game.sounds == []


@pytest.mark.parametrize("way", [want.Start(safe=True), want.Start(once=True)])
def test_a_round_that_says_nothing_of_how_far_one_has_watched_opens_none(
    tmp_path: Path, way: want.Start
) -> None:
    game = open_game(tmp_path, PACK)
    seal(game, "tide", "One")
    play(game, *start(1), want.Back(), want.Go("title"), want.Go("play"), want.MovePlayhead(0))
    assert isinstance(play(game, way), views.AskView)


def test_none_that_is_not_ripe_can_be_opened_by_whoever_asks(tmp_path: Path) -> None:
    game = open_game(tmp_path, PACK)
    seal(game, "wreck", "Two")
    go_to_list(game)
    assert isinstance(play(game, want.OpenEnvelope("wreck"), want.OpenEnvelope()), EnvelopesView)
    assert isinstance(play(game, want.OpenEnvelope("tide")), EnvelopesView)


def test_to_say_that_less_was_watched_shuts_it_again_and_forgets_what_was_sealed_above(
    tmp_path: Path,
) -> None:
    pack = PACK + prediction("gale", "middle", "end")
    game = open_game(tmp_path, pack)
    seal(game, "tide", "Two")
    play(game, *start(1), want.OpenEnvelope(), want.Next())
    seal(game, "gale", "One")
    play(game, *start(0))
    assert states(game) == {"tide": "sealed", "wreck": "blank"}
    assert isinstance(play(game, want.OpenEnvelope("tide")), EnvelopesView)
    play(game, *start(1))
    assert opening(game).card_id == "tide"
    assert states(game)["gale"] == "blank"


def test_one_with_a_theme_left_out_is_not_shown_until_it_is_taken_in_again(tmp_path: Path) -> None:
    pack = low_pack() + prediction("storms", "start", "middle", extra="    notes: [storm]\n")
    game = open_game(tmp_path, pack)
    seal(game, "storms", "Two")
    leave_out = (want.ShowDetails("lighthouse"), want.ToggleNote("storm"), want.Back())
    view = play(game, want.Back(), want.Back(), want.Go("play"), *leave_out)
    assert isinstance(view, views.WatchPointView)
    assert not view.predictions
    assert isinstance(play(game, *start(1)), views.AskView)
    play(game, want.Go("title"), want.Go("play"), *leave_out)
    assert states(game) == {"storms": "ripe"}


def test_after_a_round_one_that_is_left_can_be_sealed(tmp_path: Path) -> None:
    game = open_game(tmp_path, PACK)
    play(game, want.Change("round_length", "5"), *start(0))
    play(game, *(want.Skip(), want.Next()) * 5)
    view = game.view()
    assert isinstance(view, views.ResultsView)
    assert view.predictions
    view = play(game, want.Foretell(), want.Pick(0), want.Stake("sure"), want.Submit())
    assert isinstance(view, SealedView)
    assert view.more
    view = play(game, want.Foretell(), want.Pick(0), want.Stake("sure"), want.Submit())
    assert isinstance(view, SealedView)
    assert not view.more
    results = play(game, want.Back())
    assert isinstance(results, views.ResultsView)
    assert not results.predictions
    assert play(game, want.Foretell()) == results


def test_after_a_round_less_far_than_one_has_watched_none_is_offered(tmp_path: Path) -> None:
    """Somebody may look on who has seen no more than that."""
    game = open_game(tmp_path, PACK)
    play(game, want.Change("round_length", "5"), *start(1))
    play(game, want.Go("title"), want.Go("play"), want.Start(safe=True))
    view = play(game, *(want.Skip(), want.Next()) * 5)
    assert isinstance(view, views.ResultsView)
    assert not view.predictions
    assert play(game, want.Foretell()) == view


def test_a_game_that_is_closed_keeps_envelopes_and_what_was_opened(tmp_path: Path) -> None:
    game = open_game(tmp_path, PACK)
    seal(game, "tide", "Two")
    seal(game, "wreck", "One", "guess")
    play(game, *start(1), want.OpenEnvelope())
    game.close()
    again = open_game(tmp_path, PACK)
    assert states(again) == {"tide": "right", "wreck": "sealed"}


def test_a_choice_that_the_pack_has_no_more_is_neither_right_nor_wrong(tmp_path: Path) -> None:
    game = open_game(tmp_path, PACK)
    seal(game, "tide", "Three")
    game.close()
    game = open_game(tmp_path, PACK.replace("Three lamp", "Five lamp"))
    play(game, *start(1), want.OpenEnvelope())
    assert (told(game).ending, told(game).earned, told(game).choice) == ("void", "+0", "Three lamp")


# -- others ------------------------------------------------------------------------------------


def company(folder: Path) -> tuple[Game, int, int]:
    """Return a game of two people who have each sealed the same prediction."""
    game = open_game(folder, PACK)
    progress = game._progress  # noqa: SLF001 (people come in on pages of their own)
    first, second = progress.who, progress.add_person("Mina")
    for person, choice in ((first, "One lamp"), (second, "Two lamp")):
        progress.seal("lighthouse", "tide", choice, "guess", 5.0, person=person)
    return game, first, second


def test_what_others_foretold_is_shown_once_both_have_opened_theirs(tmp_path: Path) -> None:
    game, _, second = company(tmp_path)
    progress = game._progress  # noqa: SLF001
    progress.set_watch_point("lighthouse", "middle", person=second)
    progress.open_envelope("lighthouse", "tide", 9.0, person=second)
    play(game, *start(1), want.OpenEnvelope())
    assert told(game).others == (OtherRow("Mina", 1, "Two lamp", "A guess", "right"),)


def test_nothing_is_shown_of_others_who_have_not_opened_theirs_or_not_watched_as_far(
    tmp_path: Path,
) -> None:
    game, _, second = company(tmp_path)
    progress = game._progress  # noqa: SLF001
    progress.set_watch_point("lighthouse", "middle", person=second)
    play(game, *start(1), want.OpenEnvelope())
    assert told(game).others == ()
    progress.open_envelope("lighthouse", "tide", 9.0, person=second)
    progress.set_watch_point("lighthouse", "start", person=second)
    assert told(game).others == ()


def test_no_statistics_know_of_predictions(tmp_path: Path) -> None:
    game = open_game(tmp_path, PACK)
    before = play(game, want.Go("progress"))
    play(game, want.Back())
    seal(game, "tide", "Two")
    assert play(game, want.Back(), want.Back(), want.Back(), want.Go("progress")) == before
    assert game._progress.answers() == ()  # noqa: SLF001
