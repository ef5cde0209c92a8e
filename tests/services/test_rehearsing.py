"""Rehearsal: what is due, in whose deck, how many a day, and what comes of an answer."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.intents import Intent
from quizgame.domain.progressviews import ProgressView
from quizgame.domain.rehearsalviews import RehearsedView
from quizgame.services.game import Game
from quizgame.services.scheduling import Schedule
from quizgame.storage.kept import Answered, SavedAnswer
from tests.support import KINDS, Ticker, card, low_pack, open_game, pull_the_plug

DAY = 86_400.0
BEGAN = 1_700_000_000.0
LOW = [f"start-{kind}" for kind in KINDS]
HIGH = [f"middle-{kind}" for kind in KINDS]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Ticker:
    ticker = Ticker()
    monkeypatch.setattr("tests.support.Ticker", lambda: ticker)
    return ticker


def answered(
    folder: Path, cards: Iterable[str], *, seen: str = "middle", verdict: str = "right"
) -> Game:
    """Return a game in which these cards were answered ten days ago."""
    game = open_game(folder, low_pack())
    progress = game._progress  # noqa: SLF001 (a save as it may have come to be)
    progress.set_watch_point("lighthouse", seen)
    for n, name in enumerate(cards):
        answer = SavedAnswer(name, verdict, 0, 2.0, BEGAN - 10 * DAY + n)
        progress.save_answer(1, "lighthouse", answer, "")
    return game


def begin(game: Game) -> views.View:
    game.send(want.Go("title"))
    return game.send(want.Go("rehearsal"))


def due(game: Game) -> int | None:
    game.send(want.Go("title"))
    view = game.send(want.Go("progress"))
    assert isinstance(view, ProgressView)
    return view.due


def played(game: Game, answer: Intent) -> list[str]:
    """Play a rehearsal to its end, each card with the same answer; return what was asked."""
    asked, view = [], begin(game)
    while not isinstance(view, RehearsedView):
        if isinstance(view, views.AskView):
            asked.append(view.stem)
            view = game.send(answer)
            if isinstance(view, views.AskView):
                view = game.send(want.Submit())
            if isinstance(view, views.AskView):
                view = game.send(want.Skip())
        else:
            view = game.send(want.Next())
    return asked


def test_nothing_is_due_where_nothing_was_answered(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    assert begin(game) == RehearsedView((), 0, 0, "", 0)
    assert not due(game)


def test_what_was_answered_days_ago_is_due_and_no_longer_once_it_came_to_mind(
    tmp_path: Path,
) -> None:
    game = answered(tmp_path, ["start-choice", "start-true-false"])
    assert due(game) == 2
    view = begin(game)
    assert isinstance(view, views.AskView)
    assert not view.board.scored
    assert (view.fifties, view.stub.worth, len(view.board.marks)) == (0, 0, 2)
    played(game, want.Pick(0))
    assert due(game) == 0


def test_a_card_past_the_watch_point_is_not_there(tmp_path: Path) -> None:
    game = answered(tmp_path, [*LOW, *HIGH], seen="start")
    assert due(game) == len(LOW)
    assert all("start-" in stem for stem in played(game, want.Skip()))


def test_themes_left_out_are_not_rehearsed(tmp_path: Path) -> None:
    game = open_game(
        tmp_path, low_pack() + card("gale", "start", "choice", "gale", extra="    notes: [storm]\n")
    )
    progress = game._progress  # noqa: SLF001
    answer = SavedAnswer("gale", "right", 0, 2.0, BEGAN - 10 * DAY)
    progress.save_answer(1, "lighthouse", answer, "")
    assert due(game) == 1
    progress.set_left_out("lighthouse", {"storm"})
    assert not due(game)


def test_after_days_away_no_more_come_than_are_wanted_a_day(tmp_path: Path) -> None:
    game = answered(tmp_path, [*LOW, *HIGH])
    cards = [f"more-{n}" for n in range(40)]
    extra = "".join(card(name, "start", "true-false", "lamp") for name in cards)
    (tmp_path / "packs" / "pack.yaml").write_text(low_pack() + extra, encoding="utf-8")
    progress = game._progress  # noqa: SLF001
    for name in cards:
        answer = SavedAnswer(name, "right", 0, 1.0, BEGAN - 90 * DAY)
        progress.save_answer(1, "lighthouse", answer, "")
    game.close()
    game = open_game(tmp_path, low_pack() + extra)
    assert due(game) == 20
    game.send(want.Change("rehearsal_cards", "10"))
    assert due(game) == 10
    assert len(set(played(game, want.Pick(0)))) == 10
    view = game.view()
    assert isinstance(view, RehearsedView)
    assert view.due == 0, "enough for today, though more is due"
    assert (view.following, view.count) == ("tomorrow", 10), "and no more than that tomorrow"


def test_a_missed_card_comes_once_more_before_the_end(tmp_path: Path) -> None:
    game = answered(tmp_path, ["start-choice", "middle-choice"])
    asked, view = [], begin(game)
    while isinstance(view, views.AskView):
        asked.append(view.stem)
        options = view.body.options if isinstance(view.body, views.PickOne) else ()
        place = next(n for n, option in enumerate(options) if not option.text.startswith("Two"))
        revealed = game.send(want.Pick(place))
        assert isinstance(revealed, views.RevealView)
        assert revealed.rehearsed
        assert revealed.last == (len(asked) == 4)
        view = game.send(want.Next())
    assert len(asked) == 4
    assert asked[:2] == asked[2:]
    assert isinstance(view, RehearsedView)
    assert (view.right, len(view.marks), view.following) == (0, 4, "tomorrow")


def test_a_skipped_card_stays_due_and_counts_as_no_answer(tmp_path: Path) -> None:
    game = answered(tmp_path, ["start-choice"])
    begin(game)
    view = game.send(want.Skip())
    assert isinstance(view, views.RevealView)
    assert view.row == "it stays due"
    game.send(want.Next())
    assert due(game) == 1
    assert len(game._progress.answers()) == 1  # noqa: SLF001


def test_four_ratings_say_when_a_card_comes_back_and_are_kept(tmp_path: Path) -> None:
    game = answered(tmp_path, ["start-true-false"])
    game.send(want.Change("rehearsal_ratings", "on"))
    begin(game)
    view = game.send(want.Pick(0))
    assert isinstance(view, views.RevealView)
    assert [(number, word) for number, word, _ in view.ratings] == [
        (2, "Hard"),
        (3, "Good"),
        (4, "Easy"),
    ]
    days = [int("".join(filter(str.isdigit, when)) or 1) for _, _, when in view.ratings]
    assert days == sorted(days)
    assert len(set(days)) == 3
    easy = view.ratings[-1][2]
    for odd in (1, 0, 5, -1):
        game.send(want.Rate(odd))
        assert game.send(want.Tick(1.0)) == view, "that was not offered"
    end = game.send(want.Rate(4))
    assert isinstance(end, RehearsedView)
    assert game._progress.answers()[-1].rating == 4  # noqa: SLF001
    assert end.following == easy


def test_after_the_plug_is_pulled_the_same_card_stands_there(tmp_path: Path) -> None:
    game = answered(tmp_path, ["start-choice", "middle-choice", "start-several"])
    begin(game)
    game.send(want.Skip())
    game.send(want.Next())
    before = begin(game)
    pull_the_plug(game)
    game = open_game(tmp_path, low_pack())
    assert begin(game) == before


def test_going_back_hides_the_card_and_then_leaves(tmp_path: Path) -> None:
    game = answered(tmp_path, ["start-choice"])
    card_shown = begin(game)
    assert isinstance(game.send(want.Back()), views.PauseView)
    assert game.send(want.Resume()) == card_shown
    game.send(want.Pause())
    assert isinstance(game.send(want.Go("title")), views.TitleView)
    assert due(game) == 1


def test_a_rehearsal_cannot_be_begun_in_the_middle_of_a_game(tmp_path: Path) -> None:
    game = answered(tmp_path, ["start-choice"])
    openings: tuple[tuple[Intent, ...], ...] = (
        (want.Go("play"), want.Start()),
        (want.Go("together"),),
    )
    for opening in openings:
        game.send(want.Go("title"))
        for intent in opening:
            before = game.send(intent)
        assert game.send(want.Go("rehearsal")) == before


def test_what_is_said_of_days_is_reckoned_once_however_often_it_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = answered(tmp_path, ["start-choice"])
    game.send(want.Change("rehearsal_ratings", "on"))
    begin(game)
    for intent in (want.Pick(0), want.Rate(1), want.Pick(0), want.Rate(1)):
        shown = game.send(intent)
        with monkeypatch.context() as sealed:
            sealed.delattr("quizgame.storage.answers.Answers.answers")
            assert game.view() == shown


def test_a_clock_set_back_neither_breaks_nor_hurries_anything(
    tmp_path: Path, clock: Ticker
) -> None:
    game = answered(tmp_path, LOW)
    clock.at = BEGAN - 400 * DAY
    assert due(game) == 0
    clock.at = BEGAN
    played(game, want.Pick(0))
    clock.at = -1e300
    assert due(game) == 0
    clock.at = float("inf")
    assert due(game) is not None


def kept(number: int, verdict: str, days: float, rating: int | None = None) -> Answered:
    at = BEGAN + days * DAY
    return Answered(number, "p", "c", verdict, 0, 1.0, at, rating, "round", 1)


def test_the_schedule_of_more_answers_is_that_of_all_of_them() -> None:
    answers = tuple(
        kept(n, verdict, 3.0 * n)
        for n, verdict in enumerate(("right", "wrong", "skipped", "half", "left", "right"))
    )
    by_steps = Schedule()
    for length in range(len(answers) + 1):
        by_steps.due(answers[:length])
    assert by_steps.due(answers) == Schedule().due(answers)
    assert by_steps.due(answers[:2]) == Schedule().due(answers[:2]), "some were forgotten"
    rated = (*answers[:-1], kept(5, "right", 15.0, rating=1))
    assert by_steps.due(rated) == Schedule().due(rated) != Schedule().due(answers)


def test_what_is_known_better_comes_back_later() -> None:
    wrong, half, right = (
        Schedule().due((kept(1, "right", 0.0), kept(2, verdict, 3.0)))["p", "c"]
        for verdict in ("wrong", "half", "right")
    )
    assert wrong < half < right
