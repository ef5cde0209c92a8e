"""Whoever is removed and brought back, or taken elsewhere, finds all they had."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgame.domain import intents as want
from quizgame.domain.peopleviews import GameRow, TodayView, UnfinishedView
from quizgame.domain.progressviews import AwardsView, ProgressView
from quizgame.domain.settings import of_the_machine
from quizgame.domain.views import AskView
from quizgame.services.dates import local_day
from quizgame.services.game import Game
from quizgame.services.shelf import Shelf
from quizgame.storage.database import open_memory
from quizgame.storage.filenames import PERSON_FILE
from quizgame.storage.kept import NOBODY, SavedAnswer
from quizgame.storage.progress import Progress
from tests.services.test_people_files import removed
from tests.services.test_profiles import everybody, title
from tests.support import LOW, card

CARDS = tuple(f"card-{n}" for n in range(12))
FORETOLD = tuple(f"told-{n}" for n in range(3))
STORM = "    notes: [storm]\n"
STORY = (
    LOW
    + "cards:\n"
    + "".join(
        card(name, ("start", "middle")[n % 2], "choice", "lamp", extra=STORM if n % 3 else "")
        for n, name in enumerate(CARDS)
    )
    + "".join(
        card(name, "start", "choice", "lamp", extra=f"    opens: {opens}\n")
        for name, opens in zip(FORETOLD, ("middle", "middle", "end"), strict=True)
    )
)
SECOND = STORY.replace("id: lighthouse", "id: second").replace("The Lighthouse Keeper", "Again")
PACKS = ("lighthouse", "second")
NOW = 1_700_000_000.0
DAY = 86_400.0
VERDICTS = ("right", "right", "right", "half", "wrong", "timeout", "skipped")

of_pack = st.sampled_from(PACKS)
of_card = st.sampled_from(CARDS)
given_answer = st.tuples(of_card, st.sampled_from(VERDICTS), st.sampled_from([0.5, 4.9, 30.0]))
ten_right = st.integers(4, 12).map(lambda most: [(name, "right", 2.0) for name in CARDS[:most]])
days_ago = st.sampled_from([0, 0, 1, 2, 31])
runs = st.tuples(
    st.sampled_from(["round", "daily", "table"]),
    of_pack,
    days_ago,
    ten_right | st.lists(given_answer, max_size=6),
    st.booleans(),
)
deeds = st.one_of(
    runs,
    runs,
    st.tuples(
        st.just("rehearsal"),
        of_pack,
        days_ago,
        given_answer,
        st.none() | st.integers(1, 4),
    ),
    st.tuples(
        st.just("seal"),
        of_pack,
        st.sampled_from(FORETOLD),
        st.sampled_from(["One lamp", "Two lamp", "Nine lamp"]),
        st.sampled_from(["sure", "think", "guess"]),
        st.booleans(),
    ),
    st.tuples(st.just("report"), of_pack, of_card),
    st.tuples(st.just("leave out"), of_pack),
    st.tuples(st.just("watch"), of_pack, st.sampled_from(["", "start", "middle", "middle", "end"])),
    st.tuples(
        st.just("set"),
        st.sampled_from(
            [
                ("text_size", "150"),
                ("sound", "0"),
                ("full_screen", "on"),
                ("rehearsal_ratings", "on"),
                ("rehearsal_cards", "10"),
            ]
        ),
    ),
)


def left_after(pack: str, answers: list[tuple[str, str, float]]) -> str:
    """Return a round of a pack as it is kept when the card after these answers is being asked."""
    outcomes = [[name, verdict, None, 100, took, 0, False] for name, verdict, took in answers]
    dealt = [[name, [0, 1, 2, 3]] for name in (*(one[0] for one in answers), CARDS[0])]
    desk = {"order": [0, 1, 2, 3], "marked": [], "removed": [], "text": "", "seconds": 1.5}
    told = {"record": 1, "pack": pack, "title": pack.title(), "tier": "middle", "follows": []}
    counted = {"seed": 7, "clock": 0, "score": 0, "streak": 0, "best_streak": 0, "fifties": 1}
    stands = {"at": len(answers), "desk": desk, "revealed": False, "over": False}
    return json.dumps({**told, **counted, **stands, "dealt": dealt, "outcomes": outcomes})


def live(progress: Progress, person: int, deed: tuple[Any, ...]) -> None:
    """Let somebody do something, as the game keeps it."""
    match deed:
        case "round" | "daily" | "table" as way, pack, ago, answers, ended:
            at, whose = NOW - ago * DAY, NOBODY if way == "table" else person
            day = f"{date.fromordinal(local_day(at) or 1)} middle" if way == "daily" else ""
            state = left_after(pack, answers)
            run = progress.begin_run(pack, state, at, person=whose, way=way, day=day)
            for n, (name, verdict, seconds) in enumerate(answers):
                saved = SavedAnswer(name, verdict, 100, seconds, at + n)
                progress.save_answer(run, pack, saved, state, person=person)
            # A table's game is nobody's: among those of whoever comes back it takes another place.
            if ended or way == "table":
                progress.end_run(run, at + 99)
        case "rehearsal", pack, ago, (name, verdict, seconds), rating:
            saved = SavedAnswer(name, verdict, 0, seconds, NOW - ago * DAY)
            number = progress.rehearse(pack, saved, person=person)
            if rating:
                progress.rate(number, rating, person=person)
        case "seal", pack, name, choice, sure, laid_open:
            progress.seal(pack, name, choice, sure, NOW - DAY, person=person)
            if laid_open:
                progress.open_envelope(pack, name, NOW, person=person)
        case "report", pack, name:
            progress.report(pack, name, NOW, person=person)
        case "leave out", pack:
            progress.set_left_out(pack, ["storm"], person=person)
        case "watch", pack, tier:
            progress.set_watch_point(pack, tier, person=person)
        case "set", (key, value):
            progress.play_as(person)
            progress.set_setting(key, value)
        case _:
            raise ValueError(deed)


def story_game(folder: Path) -> Game:
    """Return a game of two packs whose progress lies in memory, and files in a folder."""
    (folder / "packs").mkdir(parents=True)
    for name, pack in zip(PACKS, (STORY, SECOND), strict=True):
        (folder / "packs" / f"{name}.yaml").write_text(pack, encoding="utf-8")
    progress = Progress(open_memory(), None, on_disk=True)
    game = Game(Shelf((folder / "packs",)), progress, now=lambda: NOW, dice=lambda: 7, message="")
    game.profiles.keep_in(folder / "data")
    return game


def games(game: Game) -> tuple[GameRow, ...]:
    """Return the games that were not ended, as they are told of."""
    title(game)
    view = game.send(want.Go("unfinished"))
    assert isinstance(view, UnfinishedView)
    return view.rows


def all_told(game: Game, person: int) -> dict[str, object]:
    """Return all that is told to somebody of what they did."""
    progress = game._progress  # noqa: SLF001
    everybody(game)
    game.send(want.PlayAs(person))
    told: dict[str, object] = {"games": games(game), "title": title(game)}
    for page in ("progress", "awards", "today"):
        told[page] = game.send(want.Go(page))
        if page == "progress":
            view = game.view()
            assert isinstance(view, ProgressView)
            tabs = [game.send(want.ChoosePack(tab.pack_id)) for tab in view.packs]
            told["tabs"] = [
                replace(tab, beside=()) for tab in tabs if isinstance(tab, ProgressView)
            ]
            told[page] = replace(view, beside=())
        elif page == "awards":
            title(game)
    for pack in PACKS:
        title(game)
        game.send(want.Go("play"))
        told[f"{pack}, how far"] = game.send(want.ChoosePack(pack))
        told[f"{pack}, predictions"] = game.send(want.Go("predictions"))
        told[f"{pack}, left out"] = progress.left_out(pack)
        told[f"{pack}, reported"] = progress.reported(pack)
        told[f"{pack}, foretold"] = [replace(one, person=0) for one in progress.envelopes(pack)]
    numbers: dict[int | None, int] = {}
    told["answers"] = [
        one._replace(id=0, run=one.run and numbers.setdefault(one.run, len(numbers)))
        for one in progress.answers()
    ]
    told["settings"] = progress.settings()
    told["watched"] = progress.watch_points()
    return told


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    lived=st.builds(
        list.__add__,
        st.lists(st.tuples(st.just(True), runs), min_size=3, max_size=5),
        st.lists(st.tuples(st.booleans(), deeds), max_size=12),
    )
)
def test_whoever_is_brought_back_or_taken_along_has_all_they_had(
    lived: list[tuple[bool, tuple[Any, ...]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("lived")
    game = story_game(folder / "one")
    progress = game._progress  # noqa: SLF001
    progress.rename_person(1, "Ann")
    mina = progress.add_person("Mina")
    for hers, deed in lived:
        live(progress, mina if hers else 1, deed)
    of_ann, of_mina = all_told(game, 1), all_told(game, mina)
    everybody(game)
    game.send(want.ShowPerson(mina))
    game.send(want.ExportPerson(mina))
    (file,) = (folder / "one" / "data" / "people").iterdir()

    removed(game, mina)
    assert game.notice is not None
    undo = game.notice.intent
    assert undo is not None
    game.send(undo)
    assert game.notice.text == "Mina is here."
    back = everybody(game).rows[1].person
    assert all_told(game, back) == of_mina
    assert all_told(game, 1) == of_ann
    game.close()

    other = story_game(folder / "two")
    other._progress.rename_person(1, "Ann")  # noqa: SLF001
    for key, value in of_no_person(of_mina):
        other._progress.set_setting(key, value)  # noqa: SLF001
    other.send(want.Offer(str(file)))
    assert all_told(other, everybody(other).rows[1].person) == of_mina
    other.close()


def of_no_person(told: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the settings that are not a person's to take along."""
    return [(key, value) for key, value in told["settings"].items() if of_the_machine(key)]


RIGHT = [(name, "right", 9.0) for name in CARDS]
MISS = [(CARDS[0], "wrong", 9.0)]


@pytest.mark.parametrize(
    ("rounds", "won"), [((RIGHT[:6], RIGHT[:6]), False), ((MISS, RIGHT[:10]), True)]
)
def test_ten_of_one_round_are_ten_of_one_round_also_for_whoever_was_brought_back(
    tmp_path: Path, rounds: tuple[list[tuple[str, str, float]], ...], *, won: bool
) -> None:
    game = story_game(tmp_path)
    progress = game._progress  # noqa: SLF001
    mina = progress.add_person("Mina")
    progress.set_watch_point("lighthouse", "middle", person=mina)
    for answers in rounds:
        live(progress, mina, ("round", "lighthouse", 0, answers, True))
    removed(game, mina)
    game.send(want.BringPerson(everybody(game).gone[0].file))
    awards = all_told(game, everybody(game).rows[1].person)["awards"]
    assert isinstance(awards, AwardsView)
    assert ("In one take" in {row.name for row in awards.rows if row.won}) == won
    game.close()


def test_the_day_s_cards_are_played_once_a_day_also_by_whoever_was_brought_back(
    tmp_path: Path,
) -> None:
    game = story_game(tmp_path)
    progress = game._progress  # noqa: SLF001
    mina = progress.add_person("Mina")
    progress.set_watch_point("lighthouse", "middle", person=mina)
    live(progress, mina, ("daily", "lighthouse", 0, [*MISS, *RIGHT[1:5]], True))
    removed(game, mina)
    game.send(want.BringPerson(everybody(game).gone[0].file))
    today = all_told(game, everybody(game).rows[1].person)["today"]
    assert isinstance(today, TodayView)
    assert [row.marks for row in today.rows] == [("wrong", *["right"] * 4)]
    game.close()


def taken_up(game: Game, place: int) -> AskView:
    """Return the card on which a game was left."""
    games(game)
    view = game.send(want.TakeUp(place))
    assert isinstance(view, AskView)
    return view


def test_a_game_left_in_the_middle_is_gone_on_with_at_the_same_card_by_whoever_was_brought_back(
    tmp_path: Path,
) -> None:
    game = story_game(tmp_path)
    progress = game._progress  # noqa: SLF001
    mina = progress.add_person("Mina")
    progress.set_watch_point("lighthouse", "middle", person=mina)
    everybody(game)
    game.send(want.PlayAs(mina))
    shelf = (want.Go("play"), want.ChoosePack("lighthouse"), want.Start())
    for way in ((want.Go("today"), want.PlayToday("lighthouse")), shelf):
        title(game)
        for intent in (*way, want.Pick(0), want.Next(), want.Halve()):
            game.send(intent)
    before, asked = games(game), [taken_up(game, place) for place in range(2)]
    assert [row.stands for row in before] == ["card 2 of 10", "card 2 of 5"]
    removed(game, mina)
    assert game.notice is not None
    assert game.notice.intent is not None
    game.send(game.notice.intent)
    assert game.notice.text == "Mina is here."
    game.send(want.PlayAs(everybody(game).rows[1].person))
    assert games(game) == before
    assert [taken_up(game, place) for place in range(2)] == asked
    title(game)
    game.send(want.Go("today"))
    game.send(want.PlayToday("lighthouse"))
    assert game.view() in asked, "the day's cards are not dealt anew"
    game.close()


@pytest.mark.parametrize("said", [[], [["lighthouse", "start"]]])
def test_a_game_of_a_file_that_goes_further_than_has_been_watched_is_not_told_of(
    tmp_path: Path, said: list[list[str]]
) -> None:
    game = story_game(tmp_path)
    left = left_after("lighthouse", [])
    record = {
        "quizgame-person": 1,
        "name": "Eve",
        "watch_points": said,
        "games": [["lighthouse", "round", "", 1, NOW, left]],
    }
    file = tmp_path / f"eve{PERSON_FILE}"
    for points, there in ((said, 0), ([["lighthouse", "middle"]], 1)):
        file.write_text(json.dumps({**record, "watch_points": points}), encoding="utf-8")
        game.send(want.Offer(str(file)))
        everybody(game)
        game.send(want.PlayAs(everybody(game).rows[-1].person))
        assert len(games(game)) == there
    game.close()
