"""Confirmed predictions become cards that pass the check, and say why where they do not."""

from dataclasses import replace
from typing import Any

import pytest

from quizgame.domain.gate import cut
from quizgame.generate import betting
from quizgame.generate.assembling import Before
from quizgame.generate.facts import FactBook, State
from quizgame.generate.packlayout import taken_apart
from quizgame.generate.predicting import Prediction, offers
from quizgame.generate.rendering import Rendered, render
from quizgame.storage.packfile import read_pack
from tests.generate.confirming import WISH, a_book, a_fact, article_of, confirmed, wish_for

BOOK = a_book(
    a_fact("finn", "fate", "dead", 2),
    a_fact("ada", "occupation", "doctor"),
    a_fact("bo", "occupation", "sailor"),
    a_fact("cora", "kills", "bo", 2),
)


def kept(book: FactBook = BOOK) -> tuple[Prediction, ...]:
    """Return the predictions that are offered, all of them confirmed."""
    return tuple(replace(one, state="confirmed") for one in offers(book))


def changed(**parts: Any) -> Prediction:  # noqa: ANN401 (any part of a prediction)
    """Return the prediction about Finn, confirmed, with these parts in place of its own."""
    (bet,) = (one for one in kept() if "Finn" in one.question)
    return replace(bet, **parts)


def of(made: Rendered, question: str) -> str:
    """Return the lines of the card that asks a question."""
    pack = made.pack.decode()
    start = pack.rindex("  - id:", 0, pack.index(question))
    return pack[start:].split("\n\n")[0]


def again(made: Rendered, pack: str, bets: tuple[Prediction, ...]) -> Rendered:
    draft = read_pack(pack.encode(), "snow.yaml").draft
    assert draft is not None
    return render(BOOK, WISH, None, Before(taken_apart(pack), draft, made.mine), bets)


def test_a_confirmed_prediction_is_a_card_asked_at_one_tier_and_opened_at_another() -> None:
    made = render(BOOK, WISH, predictions=kept())
    card = of(made, "Will Finn live to see the end?")
    for line in ("tier: start", "opens: end", "kind: choice", "answer:", "why:", "mentions:"):
        assert f"    {line}" in card
    assert read_pack(made.pack, "snow.yaml").issues == ()


def test_proposed_and_rejected_ones_are_no_cards() -> None:
    plain = render(BOOK, WISH)
    states: tuple[State, ...] = ("proposed", "rejected")
    for state in states:
        bets = tuple(replace(one, state=state) for one in kept())
        assert render(BOOK, WISH, predictions=bets).pack == plain.pack


def test_without_predictions_nothing_else_in_the_pack_changes() -> None:
    plain = {one.id for one in render(BOOK, WISH).cards}
    made = render(BOOK, WISH, predictions=kept())
    assert plain == {one.id for one in made.cards if not one.opens}


@pytest.mark.parametrize("name", ["dorian-gray.md", "romeo.md"])
def test_those_who_are_asked_hear_nothing_of_what_comes_later(name: str) -> None:
    book = confirmed(name)
    made = render(book, wish_for(book), article_of(name), predictions=kept(book))
    loaded = read_pack(made.pack, "pack.yaml")
    assert loaded.issues == ()
    assert loaded.pack
    bets = {one.id: one for one in made.cards if one.opens}
    assert bets
    low = cut(loaded.pack, 0)
    assert not {one.id for one in low.cards} & bets.keys()
    for one in bets.values():
        assert one.tier < one.opens
        for person in book.names:
            if person.name in f"{one.sketch.stem} {' '.join(one.choices)}":
                assert person.tier <= one.tier


def test_a_prediction_opens_no_sooner_than_the_fact_that_answers_it() -> None:
    ladder = BOOK.ladder
    made = render(BOOK, WISH, predictions=(changed(answered=ladder[1].id),))
    assert {one.opens for one in made.cards if one.opens} == {2}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"fact": ""}, betting.NO_FACT),
        ({"fact": "nothing-of-the-sort"}, betting.NOT_USABLE),
        ({"question": "Will Finn meet Eve?"}, betting.TOO_EARLY),
        ({"choices": ("Yes", "No", "Cora saves him")}, betting.TOO_EARLY),
    ],
)
def test_what_makes_no_card_is_told_with_its_reason(change: dict[str, object], why: str) -> None:
    made = render(BOOK, WISH, predictions=(changed(**change),))
    assert [one.reason for one in made.left_out if one.fact.startswith("bet-")] == [why]
    assert not [one for one in made.cards if one.opens]


def test_what_the_check_finds_fault_with_is_left_out_with_its_code() -> None:
    bet = changed()
    twin = replace(bet, id="bet-twin")
    made = render(BOOK, WISH, predictions=(bet, twin))
    assert [one.id for one in made.cards if one.opens] == [bet.id]
    (reason,) = [one.reason for one in made.left_out if one.fact == "bet-twin"]
    assert reason.startswith("Q")


def test_rendered_again_it_is_the_same_and_a_card_changed_or_taken_out_is_left_alone() -> None:
    bets = kept()
    made = render(BOOK, WISH, predictions=bets)
    pack = made.pack.decode()
    assert again(made, pack, bets).pack == made.pack
    question = "Will Finn live to see the end?"
    reworded = pack.replace(question, "Will Finn come home in the end?")
    assert again(made, reworded, bets).pack.decode() == reworded
    card = of(made, question)
    gone = again(made, pack.replace(f"{card}\n\n", ""), bets)
    assert question not in gone.pack.decode()
    assert set(gone.mine.dropped) & {one.id for one in bets}


def test_taking_the_confirmation_back_takes_the_card_out_again() -> None:
    made = render(BOOK, WISH, predictions=kept())
    assert again(made, made.pack.decode(), ()).pack == render(BOOK, WISH).pack


def test_a_prediction_gives_a_pack_no_tier_of_its_own() -> None:
    """It opens at the next tier there is; with none between the two it is left out."""
    facts = (a_fact("bo", "fate", "dead", 1), a_fact("ada", "occupation", "doctor"))
    book = a_book(*facts, a_fact("finn", "occupation", "sailor"))
    plain = read_pack(render(book, WISH).pack, "snow.yaml")
    made = render(book, WISH, predictions=kept(book))
    loaded = read_pack(made.pack, "snow.yaml")
    assert plain.pack
    assert loaded.pack
    assert loaded.pack.face.ladder == plain.pack.face.ladder
    late = (changed(asked="half", id="bet-late"),)
    (reason,) = [
        one.reason
        for one in render(BOOK, WISH, predictions=late).left_out
        if one.fact == "bet-late"
    ]
    assert reason == betting.ONE_TIER
