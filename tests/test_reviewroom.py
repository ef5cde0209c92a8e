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
