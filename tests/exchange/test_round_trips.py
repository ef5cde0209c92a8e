import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.domain.cards import Card
from quizgame.exchange.found import Told
from quizgame.exchange.inward import Brought, bring, draft
from quizgame.exchange.outward import take_out
from quizgame.exchange.to_csv import guarded
from quizgame.storage.packfile import read_pack
from tests.exchange.cards import cards, deck_of, texts

NAMES = {"gift": "quiz.gift", "anki": "quiz.txt", "csv": "quiz.csv"}
forms = st.sampled_from(["gift", "anki", "csv"])


def asked(some: tuple[Card, ...]) -> list[tuple[object, ...]]:
    """Return what makes up each card, tier and id aside."""
    return [(c.stem, c.kind, c.why, c.category, c.difficulty) for c in some]


def there_and_back(some: tuple[Card, ...], form: str) -> tuple[Brought, set[str]]:
    """Return what comes of writing cards and reading them, and the ids of those left out."""
    taken = take_out(deck_of(some), form)
    left_out = {told.place for told in taken.told}
    return bring(taken.text.encode(), NAMES[form], None, "film"), left_out


@given(cards(), forms)
def test_cards_that_are_taken_out_and_brought_in_again_are_the_same(
    some: tuple[Card, ...], form: str
) -> None:
    kept = tuple(c for c in some if not take_out(deck_of((c,)), form).told)
    if not kept:
        return
    brought, left_out = there_and_back(some, form)
    assert brought.sort == form
    assert brought.told == ()
    assert left_out.isdisjoint(card.id for card in kept)
    assert asked(tuple(one.card for one in brought.cards)) == asked(kept)


@given(cards(), forms)
def test_a_draft_holds_the_cards_as_they_were_brought_in(some: tuple[Card, ...], form: str) -> None:
    kept = tuple(c for c in some if not take_out(deck_of((c,)), form).told)
    if not kept:
        return
    brought, _ = there_and_back(some, form)
    loaded = read_pack(draft(brought, "quiz.txt", "", "film", "en").encode(), "quiz.yaml")
    assert loaded.issues == ()
    assert loaded.pack is not None
    assert asked(loaded.pack.cards) == asked(kept)
    assert {card.tier for card in loaded.pack.cards} == {loaded.pack.face.ladder.top}


@given(texts(60), texts(20))
def test_the_title_of_a_draft_may_be_any_text(title: str, name: str) -> None:
    brought = bring(b"Sky is blue. {T}", "quiz.gift", None, "film")
    loaded = read_pack(draft(brought, name, title, "book", "und").encode(), "quiz.yaml")
    assert loaded.issues == ()
    assert loaded.pack is not None
    assert loaded.pack.face.title == title


@given(st.lists(texts(20), min_size=1, max_size=6))
def test_no_cell_of_a_table_begins_as_a_formula_does(cells: list[str]) -> None:
    assert not any(guarded(cell)[0] in "=+-@＝＋－＠\t\r" for cell in cells)


@pytest.mark.parametrize("form", ["gift", "anki", "csv"])
@given(some=cards())
def test_the_same_question_gets_the_same_id_again(some: tuple[Card, ...], form: str) -> None:
    once = take_out(deck_of(some), form)
    if not once.written:
        return
    first = bring(once.text.encode(), NAMES[form], None, "film")
    turned = take_out(deck_of(tuple(reversed(some))), form)
    second = bring(turned.text.encode(), NAMES[form], None, "book")
    assert {one.card.id for one in first.cards} == {one.card.id for one in second.cards}


def test_a_line_of_the_report_says_where_what_and_why() -> None:
    told = Told("line 4", "Which cape is this?", "it needs a picture or a sound")
    assert str(told) == "line 4: “Which cape is this?” left out: it needs a picture or a sound"
