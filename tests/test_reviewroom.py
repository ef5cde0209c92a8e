"""The facts of a draft in the room where they are confirmed: what is kept, and when."""

from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain.reviewviews import BrokenView, FactView, ListView
from quizgame.domain.tableviews import SureView
from quizgame.generate.drafting import draft
from quizgame.generate.facts import FactBook
from quizgame.generate.folder import FILE, keep, opened
from quizgame.generate.ladders import climb
from quizgame.generate.predicting import FILE as BETS
from quizgame.generate.predicting import Prediction, read_predictions
from quizgame.generate.reading import read
from quizgame.reviewroom import Room
from tests.generate.articles import EXPLAINERS

SOURCE = EXPLAINERS / "dracula.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    article = read(SOURCE.read_bytes(), SOURCE.name).article
    assert article
    keep(draft(article, climb(article), SOURCE.name), tmp_path / "draft")
    return tmp_path / "draft"


def room_on(folder: Path, *, inside: bool = True) -> Room:
    article = read(SOURCE.read_bytes(), SOURCE.name).article
    assert article
    room = Room(folder, kept(folder), article)
    if inside:
        room.send(want.Agree())
    return room


def kept(folder: Path) -> FactBook:
    book, issues = opened(folder)
    assert book
    assert not issues
    return book


def states(folder: Path, count: int = 3) -> list[str]:
    return [fact.state for fact in kept(folder).facts[:count]]


def rewrite(folder: Path, old: str, new: str) -> None:
    path = folder / FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def fact_of(room: Room) -> FactView:
    view = room.view()
    assert isinstance(view, FactView)
    return view


def test_it_asks_once_before_it_speaks_of_the_whole_story(folder: Path) -> None:
    room = room_on(folder, inside=False)
    room.send(want.Decide("confirmed"))
    assert isinstance(room.view(), SureView)
    assert states(folder)[0] == "proposed"
    room.send(want.Agree())
    assert fact_of(room).number == 1
    room = room_on(folder, inside=False)
    room.send(want.Back())
    assert room.leaving


def test_every_decision_is_in_the_file_at_once_and_is_gone_on_from(folder: Path) -> None:
    room = room_on(folder)
    room.send(want.Decide("confirmed"))
    assert states(folder) == ["confirmed", "proposed", "proposed"]
    room.send(want.Decide("rejected"))
    assert states(folder) == ["confirmed", "rejected", "proposed"]
    assert fact_of(room_on(folder)).number == 3
    room.send(want.Undo())
    assert states(folder) == ["confirmed", "proposed", "proposed"]


def test_what_an_editor_saves_meanwhile_is_read_and_kept(folder: Path) -> None:
    room = room_on(folder)
    rewrite(folder, "words: solicitor", "words: very young solicitor")
    room.look()
    assert room.notice
    assert "changed elsewhere" in room.notice.text
    room.send(want.Decide("confirmed"))
    assert states(folder)[0] == "confirmed"
    assert "very young solicitor" in {fact.words for fact in kept(folder).facts}


def test_an_edit_that_was_not_seen_yet_is_not_written_over(folder: Path) -> None:
    room = room_on(folder)
    rewrite(folder, "words: solicitor", "words: very young solicitor")
    room.send(want.Decide("confirmed"))
    assert states(folder)[0] == "confirmed"
    assert "very young solicitor" in {fact.words for fact in kept(folder).facts}


def test_an_editor_that_saves_an_old_copy_takes_nothing_away(folder: Path) -> None:
    before = (folder / FILE).read_bytes()
    room = room_on(folder)
    room.send(want.Decide("confirmed"))
    (folder / FILE).write_bytes(before)
    room.look()
    assert states(folder)[0] == "confirmed"
    assert room.notice
    assert "put back (1)" in room.notice.text


def test_a_file_broken_meanwhile_is_told_with_its_place_and_left_alone(folder: Path) -> None:
    room = room_on(folder)
    rewrite(folder, "tier: not-started", "tier: not-startet")
    broken = (folder / FILE).read_bytes()
    room.send(want.Decide("confirmed"))
    view = room.view()
    assert isinstance(view, BrokenView)
    assert "not-startet" in view.faults[0]
    assert view.faults[0].startswith(f"{FILE}:")
    room.send(want.Decide("rejected"))
    assert (folder / FILE).read_bytes() == broken
    rewrite(folder, "tier: not-startet", "tier: not-started")
    room.look()
    assert isinstance(room.view(), FactView)
    assert states(folder) == ["confirmed", "proposed", "proposed"]


@pytest.mark.parametrize("data", [b"", b"facts: [", b"\xff\xfe"])
def test_a_file_emptied_meanwhile_is_told_too(folder: Path, data: bytes) -> None:
    room = room_on(folder)
    (folder / FILE).write_bytes(data)
    room.look()
    assert isinstance(room.view(), BrokenView)
    assert (folder / FILE).read_bytes() == data


def test_a_file_taken_away_is_written_again(folder: Path) -> None:
    room = room_on(folder)
    (folder / FILE).unlink()
    room.send(want.Decide("confirmed"))
    assert states(folder)[0] == "confirmed"


def test_a_fact_is_changed_and_a_note_written(folder: Path) -> None:
    room = room_on(folder)
    room.send(want.Leaf(2))
    room.send(want.Mend("object"))
    room.send(want.Edit("solicitor from Exeter"))
    room.send(want.Take(0))
    room.send(want.Mend("note"))
    room.send(want.Edit("is he?"))
    room.send(want.Take(0))
    fact = kept(folder).facts[2]
    assert (fact.words, fact.note) == ("solicitor from Exeter", "is he?")


def test_what_cannot_be_kept_is_told_and_the_page_stays(folder: Path) -> None:
    room = room_on(folder)
    before = (folder / FILE).read_bytes()
    room.send(want.Mend("object"))
    room.send(want.Edit("x" * 200))
    room.send(want.Take(0))
    view = room.view()
    assert isinstance(view, ListView)
    assert "160" in view.fault
    assert (folder / FILE).read_bytes() == before
    room.send(want.Back())
    assert isinstance(room.view(), FactView)


def test_a_sentence_becomes_a_fact_that_is_kept(folder: Path) -> None:
    room = room_on(folder)
    room.send(want.Go("sentences"))
    room.send(want.Edit("eats flies"))
    for typed in ("", "", "wants", "flies and spiders"):
        if typed:
            room.send(want.Edit(typed))
        room.send(want.Take(0))
    view = fact_of(room)
    assert (view.reads, view.state, view.mine) == (
        "Renfield wants flies and spiders.",
        "confirmed",
        True,
    )
    assert view.fact in {fact.id for fact in kept(folder).facts}


def test_the_list_leads_to_a_fact_by_its_words(folder: Path) -> None:
    room = room_on(folder)
    room.send(want.Go("facts"))
    room.send(want.Edit("schoolmistress"))
    view = room.view()
    assert isinstance(view, ListView)
    assert len(view.rows) == 1
    room.send(want.Take(5))
    room.send(want.Take(0))
    assert "schoolmistress" in fact_of(room).reads


def test_a_tier_that_cannot_be_lowered_is_told(folder: Path) -> None:
    room = room_on(folder)
    for _ in range(5):
        room.send(want.Climb(-1))
    assert room.notice
    assert room.notice.text.startswith("It cannot be known sooner")


def test_what_was_told_goes_with_its_page(folder: Path) -> None:
    room = room_on(folder)
    for intent, there in ((want.Climb(-5), True), (want.Leaf(1), True), (want.Go("facts"), False)):
        room.send(intent)
        assert (room.notice is not None) == there


def test_a_name_at_hand_is_left_when_the_facts_are_changed_elsewhere(folder: Path) -> None:
    room = room_on(folder)
    room.send(want.Go("names"))
    room.send(want.Take(0))
    assert listed(room).page.startswith("name-")
    text = (folder / FILE).read_text(encoding="utf-8")
    changed = text.replace("state: proposed", "state: rejected", 1)
    (folder / FILE).write_text(changed, encoding="utf-8")
    room.look()
    assert listed(room).page == "names"


def listed(room: Room) -> ListView:
    view = room.view()
    assert isinstance(view, ListView)
    return view


def bets(folder: Path) -> tuple[Prediction, ...]:
    found, issues = read_predictions((folder / BETS).read_bytes(), BETS)
    assert found is not None
    assert not issues
    return found


def all_kept(folder: Path) -> Room:
    room = room_on(folder)
    for _ in kept(folder).facts:
        room.send(want.Decide("confirmed"))
    return room


def test_a_name_is_changed_in_the_file_at_once_and_taken_back(folder: Path) -> None:
    room = room_on(folder)
    before = kept(folder)
    room.send(want.Go("names"))
    room.send(want.Edit("Mina Mur"))
    room.send(want.Take(0))
    assert listed(room).title == "Mina Murray"
    room.send(want.Take(0))
    room.send(want.Edit("Wilhelmina Murray"))
    room.send(want.Take(0))
    assert listed(room).title == "Wilhelmina Murray"
    name = next(one for one in kept(folder).names if one.name == "Wilhelmina Murray")
    assert "Mina Murray" in name.aliases
    for _ in range(2):
        room.send(want.Back())
    assert fact_of(room).can_undo
    room.send(want.Undo())
    assert kept(folder) == before


def test_a_name_that_another_has_is_told_on_the_page(folder: Path) -> None:
    room = room_on(folder)
    before = (folder / FILE).read_bytes()
    room.send(want.Go("names"))
    room.send(want.Edit("Mina Mur"))
    for typed in ("", "", "Renfield"):
        if typed:
            room.send(want.Edit(typed))
        room.send(want.Take(0))
    assert "is a name of Renfield already" in listed(room).fault
    assert (folder / FILE).read_bytes() == before
    room.send(want.Edit("Renfielda"))
    assert not listed(room).fault


def test_a_name_changed_here_outlives_an_old_copy_that_an_editor_saves(folder: Path) -> None:
    old = (folder / FILE).read_bytes()
    room = room_on(folder)
    room.send(want.Go("names"))
    room.send(want.Edit("Mina Mur"))
    for typed in ("", "", "Wilhelmina Murray"):
        if typed:
            room.send(want.Edit(typed))
        room.send(want.Take(0))
    (folder / FILE).write_bytes(old)
    room.look()
    assert "Wilhelmina Murray" in {one.name for one in kept(folder).names}


def test_what_happens_after_is_joined_by_one_key_and_a_row(folder: Path) -> None:
    room = room_on(folder)
    orders = sum(one.relation == "happens_before" for one in kept(folder).facts)
    room.send(want.Go("facts"))
    room.send(want.Edit("renfield"))
    room.send(want.Take(0))
    while "is or was" in fact_of(room).reads:
        room.send(want.Leaf(1))
    first = fact_of(room).reads
    room.send(want.Go("after"))
    then = listed(room).rows[0].text
    room.send(want.Take(0))
    view = fact_of(room)
    assert (view.state, view.mine) == ("confirmed", True)
    assert view.reads == f"First: {first} Then: {then}"
    facts = kept(folder).facts
    assert sum(one.relation == "happens_before" for one in facts) == orders + 1
    room.send(want.Go("after"))
    assert room.notice
    assert room.notice.text == "Nothing can be said to happen after this."
    room.send(want.Undo())
    assert sum(one.relation == "happens_before" for one in kept(folder).facts) == orders


def test_more_leads_to_each_page_and_back_to_the_fact(folder: Path) -> None:
    room = room_on(folder)
    room.send(want.Go("more"))
    assert listed(room).page == "more"
    room.send(want.Take(0))
    assert listed(room).page == "names"
    room.send(want.Back())
    assert isinstance(room.view(), FactView)


def test_before_any_fact_is_kept_there_is_nothing_to_bet_on(folder: Path) -> None:
    room = room_on(folder)
    room.send(want.Go("bets"))
    assert isinstance(room.view(), FactView)
    assert room.notice
    assert "nothing to bet on yet" in room.notice.text
    assert not (folder / BETS).exists()


def test_predictions_are_decided_and_worded_and_in_their_file_at_once(folder: Path) -> None:
    room = all_kept(folder)
    room.send(want.Go("bets"))
    assert listed(room).decides
    question = listed(room).rows[0].text
    room.send(want.Decide("confirmed"))
    assert next(one for one in bets(folder) if one.question == question).state == "confirmed"
    room.send(want.Undo())
    assert next(one for one in bets(folder) if one.question == question).state == "proposed"
    room.send(want.Take(0))
    room.send(want.Edit("Is it so?"))
    room.send(want.Take(0))
    assert listed(room).rows[0].text == "Is it so?"
    assert "Is it so?" in {one.question for one in bets(folder)}
    room.send(want.Take(0))
    room.send(want.Back())
    assert listed(room).decides
    room.send(want.Back())
    assert isinstance(room.view(), FactView)
    again = all_kept(folder)
    again.send(want.Go("bets"))
    assert "Is it so?" in {one.question for one in bets(folder)}


def test_predictions_saved_elsewhere_meanwhile_are_not_written_over(folder: Path) -> None:
    room = all_kept(folder)
    room.send(want.Go("bets"))
    room.send(want.Decide("rejected"))
    theirs = (folder / BETS).read_text(encoding="utf-8").replace("Will ", "Would ", 1)
    (folder / BETS).write_text(theirs, encoding="utf-8")
    room.send(want.Decide("rejected"))
    assert (folder / BETS).read_text(encoding="utf-8") == theirs
    assert room.notice
    assert "changed elsewhere" in room.notice.text


def test_predictions_that_cannot_be_read_are_told_and_left_alone(folder: Path) -> None:
    room = all_kept(folder)
    (folder / BETS).write_text("what\n", encoding="utf-8")
    room.send(want.Go("bets"))
    assert isinstance(room.view(), FactView)
    assert room.notice
    assert room.notice.text.startswith(f"Mend {BETS} first: ")
    assert (folder / BETS).read_text(encoding="utf-8") == "what\n"
