"""A prediction knows its answer only where that is known, and nothing of it tells when."""

from itertools import permutations

import pytest

from quizgame.domain import itemrules, leaks, rules
from quizgame.domain.cards import Card, SingleChoice
from quizgame.domain.gate import cut
from quizgame.domain.packs import SealedPack
from quizgame.domain.predictions import VOID, Prediction
from quizgame.storage.packfile import LoadedPack, read_pack
from tests.samples import lantern

BELL = """\
  - id: harbour
    tier: start
    opens: end
    kind: choice
    category: The coast
    stem: What will the sea bring back?
    choices: [A boat, A bottle, A bell]
    answer: A bell
    why: Silas rings it.
    difficulty: 1
    notes: [drowning]
"""


def read(prediction: str = BELL) -> LoadedPack:
    return read_pack((lantern() + prediction).encode(), "lantern.yaml")


def pack(prediction: str = BELL) -> SealedPack:
    loaded = read(prediction)
    assert loaded.pack is not None
    return loaded.pack


def found(prediction: str) -> list[str]:
    draft = read(prediction).draft
    assert draft is not None
    row = next(card for card in draft.cards if card.card.id == "harbour")
    every = [*leaks.found(draft), *itemrules.found(draft)]
    return sorted(one.code for card, one in every if card is row)


def test_it_is_asked_below_the_tier_that_opens_it_and_answered_from_there_on() -> None:
    for point in range(3):
        deck = cut(pack(), point)
        assert [one.id for one in deck.predictions] == (["harbour"] if point < 2 else [])
        assert [one.id for one in deck.opened] == (["harbour"] if point == 2 else [])


def test_it_is_never_among_the_cards_of_a_deck() -> None:
    for point in range(3):
        assert "harbour" not in cut(pack(), point)
        assert cut(pack(), point).cards == cut(pack(""), point).cards


def test_while_it_is_sealed_it_knows_neither_its_answer_nor_when_it_opens() -> None:
    assert set(Prediction.__slots__) == {
        "id", "tier", "category", "stem", "options", "notes",
    }  # fmt: skip
    other = BELL.replace("answer: A bell", "answer: A boat").replace("Silas rings", "Silas rows")
    assert cut(pack(), 1) == cut(pack(other), 1)
    assert cut(pack(), 0) == cut(pack(BELL.replace("opens: end", "opens: middle")), 0)


def test_its_choices_stand_in_an_order_that_the_file_has_no_part_in() -> None:
    orders = {
        cut(pack(BELL.replace("A boat, A bottle, A bell", ", ".join(order))), 0)
        .predictions[0]
        .options
        for order in permutations(("A boat", "A bottle", "A bell"))
    }
    assert len(orders) == 1


def test_the_right_choice_of_many_stands_in_every_place() -> None:
    places = [
        cut(pack(BELL.replace("id: harbour", f"id: harbour-{n}")), 2)
        .opened[0]
        .options.index("A bell")
        for n in range(60)
    ]
    assert all(places.count(place) >= 10 for place in range(3))


def test_predictions_stand_in_an_order_that_the_file_has_no_part_in() -> None:
    second = BELL.replace("harbour", "harbour-2").replace("the sea", "the tide")
    one, two = cut(pack(BELL + second), 0), cut(pack(second + BELL), 0)
    assert one.predictions == two.predictions
    assert len(one.predictions) == 2


def test_one_with_a_theme_left_out_is_neither_asked_nor_opened() -> None:
    for point in range(3):
        deck = cut(pack(), point).without(frozenset({"drowning"}))
        assert (deck.predictions, deck.opened) == ((), ())


def test_what_its_answer_names_lifts_the_tier_that_opens_it_and_not_the_question() -> None:
    card = next(c for c in pack(BELL.replace("opens: end", "opens: middle")).cards if c.opens)
    assert (card.tier, card.opens) == (0, 2)
    raised = next(c for c in pack(BELL.replace("A boat", "Tobias")).cards if c.opens)
    assert (raised.tier, raised.opens) == (1, 2)
    mentioned = BELL.replace("    notes", "    mentions: [silas-is-father]\n    notes")
    card = next(c for c in pack(mentioned.replace("opens: end", "opens: middle")).cards if c.opens)
    assert (card.tier, card.opens) == (0, 2)


def test_one_whose_question_names_what_opens_it_is_never_asked() -> None:
    told = pack(BELL.replace("the sea", "Silas"))
    assert all(not cut(told, point).predictions for point in range(3))


def test_a_choice_is_judged_by_its_words() -> None:
    foretold = cut(pack(), 2).opened[0]
    assert foretold.ending("A bell") == "right"
    assert foretold.ending("A boat") == "wrong"
    assert foretold.ending("A whale") == VOID


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("opens: end", "opens: start"),
        ("opens: end", "opens: end\n    until: middle"),
        ("opens: end", "opens: end\n    image: {file: a.png, alt: A boat}"),
        ("opens: end", "opens: end\n    sound: {file: a.ogg, alt: A bell}"),
    ],
)
def test_one_that_cannot_be_sealed_is_left_out_and_told(old: str, new: str) -> None:
    loaded = read(BELL.replace(old, new))
    assert "Q154" in {issue.code for issue in loaded.issues}
    assert loaded.pack is not None
    assert "harbour" not in {card.id for card in loaded.pack.cards}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("opens: end", "opens: edn"),
        ("opens: end", "open: end"),
        ("kind: choice", "kind: several"),
        ("answer: A bell", "answer: A belll"),
    ],
)
def test_a_slip_never_makes_a_common_card_of_one(old: str, new: str) -> None:
    loaded = read(BELL.replace(old, new))
    assert loaded.issues
    assert loaded.pack is not None
    assert "harbour" not in {card.id for card in loaded.pack.cards}


def test_the_check_holds_each_half_to_its_own_tier() -> None:
    assert found(BELL) == []
    assert found(BELL.replace("A boat", "A boat of Silas")) == ["Q201"]
    assert found(BELL.replace("the sea", "the Ferryman")) == ["Q201"]
    assert found(BELL.replace("opens: end", "opens: middle")) == ["Q201"]
    early = BELL.replace("opens: end", "opens: middle").replace("Silas rings", "Tobias rings")
    assert found(early) == []
    assert found(early.replace("    notes", "    mentions: [silas-is-father]\n    notes")) == [
        "Q202"
    ]


def test_a_fact_that_opens_later_does_not_silence_the_check_of_the_question() -> None:
    granted = BELL.replace("What will the sea bring back?", "What did the late Silas bring back?")
    assert "Q201" in found(
        granted.replace("    notes", "    mentions: [silas-is-father]\n    notes")
    )


def test_common_cards_are_held_to_no_prediction() -> None:
    """It may ask what a later card asks, and no know-nothing player plays it."""
    same = BELL.replace("What will the sea bring back?", "What does Mara keep alight?")
    draft = read(same).draft
    assert draft is not None
    plain = read("").draft
    assert plain is not None
    every = {(one.code, one.line) for _, one in (*leaks.found(draft), *itemrules.found(draft))}
    assert every == {(i.code, i.line) for _, i in (*leaks.found(plain), *itemrules.found(plain))}


def test_a_prediction_is_void_at_no_cost() -> None:
    assert all(rules.prediction_points("void", stake) == 0 for stake in rules.PREDICTIONS)


@pytest.mark.parametrize(("chance", "best"), [(0.25, "guess"), (0.45, "think"), (0.7, "sure")])
def test_it_pays_to_say_how_sure_one_is(chance: float, best: str) -> None:
    def comes_to(stake: str) -> float:
        right, wrong = (rules.prediction_points(end, stake) for end in ("right", "wrong"))
        return chance * right + (1 - chance) * wrong

    assert max(rules.PREDICTIONS, key=comes_to) == best


def test_a_card_that_opens_is_open_to_nobody() -> None:
    card = Card(
        id="a", tier=0, category="", stem="", kind=SingleChoice(("a", "b"), 0), why="",
        difficulty=1, opens=2,
    )  # fmt: skip
    assert not any(card.open_to(point) for point in range(4))
