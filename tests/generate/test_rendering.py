"""Cards drawn from confirmed facts: right, certain, no lower than what they speak of."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.generate.facts import STATES, Doubt, Fact, State
from quizgame.generate.known import Known
from quizgame.generate.packwriting import Laid
from quizgame.generate.reading import read
from quizgame.generate.rendering import Rendered, render
from quizgame.generate.retelling import speech_of, ways
from quizgame.generate.sketches import sketches
from quizgame.generate.wrongs import wrong_subjects
from quizgame.storage.packfile import read_pack
from tests.figures.rendering import findings, too_low, worst_bot
from tests.generate.articles import EVERY
from tests.generate.confirming import WISH, a_book, a_fact, article_of, confirmed, rendered

PEOPLE = ("ada", "bo", "cora", "dan", "eve", "finn")
CALLINGS = ("doctor", "lawyer", "sailor", "painter", "cook", "heir")


def card_of(made: Rendered, fact: str) -> Laid | None:
    return next((one for one in made.cards if fact in one.sketch.facts), None)


@pytest.mark.parametrize("name", EVERY)
def test_what_is_rendered_passes_the_check_and_stands_no_lower_than_it_may(name: str) -> None:
    made = rendered(name)
    if name == "macbeth.html":
        # One fact is drawn from it, which says too little to be asked.
        assert not made.cards
        return
    assert made.cards
    assert not set(findings(made, article_of(name).text)) - {"Q330"}
    assert too_low(made, name) == 0
    assert worst_bot(made) <= 2
    assert rendered(name).pack == made.pack


@pytest.mark.parametrize("name", EVERY)
def test_no_wrong_answer_is_a_fact_and_each_has_its_certificate(name: str) -> None:
    book, made = confirmed(name), rendered(name)
    known = Known(book, article_of(name))
    said = {fact.key for fact in book.facts}
    for card in made.cards:
        for wrong in card.wrong:
            assert wrong.why
            assert wrong.text not in card.sketch.right
            assert wrong.key not in said
            if wrong.ident:
                assert known.names[wrong.ident].tier <= card.tier


@pytest.mark.parametrize("name", EVERY)
def test_a_false_statement_never_says_what_the_fact_says(name: str) -> None:
    book, made = confirmed(name), rendered(name)
    known = Known(book)
    facts = {fact.id: fact for fact in book.facts}
    for card in made.cards:
        if card.sketch.right == ("false",):
            (fact,) = (facts[one] for one in card.sketch.facts)
            assert card.sketch.stem not in ways(known, fact, speech_of(known, fact).states)


def test_key_places_are_spread_and_no_answer_is_right_too_often() -> None:
    made = rendered("hound.md")
    asked = [one for one in made.cards if one.sketch.kind == "choice"]
    places = [one.choices.index(one.sketch.right[0]) for one in asked]
    assert max(map(places.count, places)) <= len(asked) // 2
    keys = [one.sketch.key for one in made.cards if one.sketch.key]
    assert max(map(keys.count, keys)) <= max(2, len(keys) // 3)


@st.composite
def stories(draw: st.DrawFn) -> tuple[Fact, ...]:
    """Return facts of all states on a few people, some of which cannot all hold."""
    facts: dict[str, Fact] = {}
    for _ in range(draw(st.integers(1, 14))):
        who, whom = draw(st.permutations(PEOPLE))[:2]
        kind = draw(st.sampled_from(("kills", "occupation", "marries", "fate", "kin_of", "meets")))
        what = {
            "occupation": draw(st.sampled_from(CALLINGS)),
            "fate": draw(st.sampled_from(("dead", "alive"))),
        }.get(kind, whom)
        how = draw(st.sampled_from(("sister", "wife", "uncle"))) if kind == "kin_of" else ""
        fact = a_fact(who, kind, what, draw(st.integers(0, 2)), how)
        state: State = draw(st.sampled_from((*STATES, "confirmed")))
        facts[fact.id] = replace(fact, state=state)
    return tuple(facts.values())


@settings(max_examples=60, deadline=None)
@given(stories())
def test_of_any_story_no_wrong_answer_may_be_true(facts: tuple[Fact, ...]) -> None:
    book = a_book(*facts)
    known = Known(book)
    made = render(book, WISH)
    by_id = {fact.id: fact for fact in facts}
    may_be = {fact.key for fact in facts if fact.state != "rejected"}
    usable = {fact.id for fact in known.usable}
    for card in made.cards:
        sketch = card.sketch
        assert set(sketch.facts) <= usable
        rests_on = [by_id[one] for one in sketch.facts]
        inside = {name for fact in rests_on for name in known.inside(fact)}
        assert card.tier >= max(fact.tier for fact in rests_on)
        assert card.tier >= known.tier_of(inside, *card.choices)
        assert not {wrong.key for wrong in card.wrong} & may_be
    if made.cards:
        assert not set(findings(made, "")) - {"Q330", "Q315"}


def test_a_contradicted_or_doubted_fact_makes_no_card() -> None:
    one, other = a_fact("ada", "kills", "bo"), a_fact("cora", "kills", "bo", 1)
    third = a_fact("finn", "occupation", "sailor")
    made = render(a_book(one, other, third, ledger=(Doubt((third.id,), "who says so?"),)), WISH)
    assert not made.cards
    assert {row.reason for row in made.left_out} == {"it is contradicted or doubted in the ledger"}
    settled = (one, replace(other, state="rejected"), third)
    assert card_of(render(a_book(*settled), WISH), one.id)


def test_where_nothing_makes_a_wrong_answer_certain_there_is_no_choice() -> None:
    met = [a_fact("ada", "meets", "bo"), a_fact("ada", "loves", "finn")]
    made = render(a_book(*met, a_fact("bo", "friend_of", "ada", how="friend")), WISH)
    assert all(one.sketch.kind == "true-false" for one in made.cards)


def test_a_wrong_answer_that_is_only_proposed_may_be_true() -> None:
    kills = a_fact("ada", "kills", "bo")
    dead = [replace(a_fact("ada", "kills", one), state="proposed") for one in ("cora", "dan")]
    others = [a_fact("finn", "kills", "cora", 1), a_fact("finn", "kills", "dan", 1)]
    made = render(a_book(kills, *dead, *others), WISH)
    for one in made.cards:
        if one.sketch.stem.startswith("Whom does Ada kill"):
            assert not {"Cora", "Dan"} & set(one.choices)


def test_several_are_asked_for_where_several_are_known() -> None:
    facts = [
        a_fact("ada", "kills", "bo", 2),
        a_fact("ada", "kills", "finn", 2),
        a_fact("eve", "kills", "cora", 2),
        a_fact("dan", "fate", "alive", 2),
    ]
    made = render(a_book(*facts), WISH)
    (card,) = [one for one in made.cards if one.sketch.kind == "several"]
    assert card.sketch.right == ("Bo", "Finn")
    assert {one.text for one in card.wrong} == {"Cora", "Dan"}


def chain(*facts: Fact) -> list[Fact]:
    links = []
    for one, other in pairwise(facts):
        link = Fact(id=f"{one.id[:15]}-then-{other.id[:15]}", subject=one.id, object=other.id,
                    relation="happens_before", tier=2, state="confirmed")  # fmt: skip
        links.append(link)
    return [*facts, *links]


def test_a_chain_of_events_is_put_in_order_and_a_pair_is_asked_for_what_comes_first() -> None:
    events = (a_fact("ada", "saves", "bo"), a_fact("bo", "loves", "finn"),
              a_fact("finn", "kills", "cora", 1))  # fmt: skip
    made = render(a_book(*chain(*events)), WISH)
    (card,) = [one for one in made.cards if one.sketch.kind == "order"]
    assert [step.split()[0] for step in card.sketch.right] == ["Ada", "Bo", "Finn"]
    assert card.tier == 2
    made = render(a_book(*chain(*events[:2])), WISH)
    (card,) = [one for one in made.cards if one.sketch.form == "first-0"]
    assert card.sketch.right[0].startswith("Ada")
    assert len(card.choices) == 2


def test_who_plays_whom_is_asked_either_way() -> None:
    facts = [a_fact(role, "played_by", actor) for role, actor in (("ada", "bo"), ("finn", "cora"),
             ("dan", "eve"))]  # fmt: skip
    made = render(a_book(*facts), WISH)
    stems = " ".join(one.sketch.stem for one in made.cards)
    assert "play" in stems
    assert made.cards


def test_names_and_facts_become_terms_and_the_title_names_nobody_too_early() -> None:
    book = a_book(a_fact("eve", "kills", "bo", 2))
    book = replace(book, names=tuple(
        replace(one, name="Eve Snow") if one.id == "eve" else one for one in book.names
    ))  # fmt: skip
    draft = read_pack(render(book, WISH).pack, "snow.yaml").draft
    assert draft is not None
    terms = {term.id: term for term in draft.pack.glossary.terms}
    assert terms["eve"].tier == draft.pack.face.ladder.top
    assert terms["eve-title"].tier == 0
    assert terms["eve-kills-bo"].fact
    assert terms["eve-kills-bo"].tier == draft.pack.face.ladder.top


def test_nobody_is_he_or_she_unless_it_is_known() -> None:
    says = a_fact("ada", "says", "Ada is tired")
    made = render(a_book(says), WISH)
    texts = " ".join(one.sketch.stem for one in made.cards)
    assert "Ada says that she is tired" in texts
    unknown = a_fact("dan", "says", "Dan is tired", 1)
    book = a_book(unknown)
    book = replace(book, names=tuple(
        replace(one, name="Quill") if one.id == "dan" else one for one in book.names
    ), facts=(replace(unknown, words="Quill is tired"),))  # fmt: skip
    made = render(book, WISH)
    assert not made.cards


def options(fact: Fact, *others: Fact, text: str = "", **names: str) -> set[str]:
    """Return who is offered for the first fact; `names` are other names of people."""
    book = a_book(*(replace(one, evidence=()) for one in (fact, *others)))
    listed = tuple(
        replace(one, aliases=(names[one.id],)) if one.id in names else one for one in book.names
    )
    article = read(f"Snow\n\n{text}\n".encode(), "snow.txt").article if text else None
    known = Known(replace(book, names=listed), article)
    return {one.text for one in wrong_subjects(known, known.usable[0], fact.tier)}


OTHERS = (
    a_fact("bo", "occupation", "sailor"),
    a_fact("finn", "occupation", "painter"),
    a_fact("cora", "occupation", "cook", 1),
    a_fact("eve", "occupation", "lawyer", 2),
)


def test_nobody_of_a_later_tier_is_offered() -> None:
    killed = a_fact("ada", "kills", "bo", 1)
    assert "Cora" in options(killed, *OTHERS)
    assert "Eve" not in options(killed, *OTHERS)


def test_nobody_is_offered_who_may_be_the_right_one_under_another_name() -> None:
    killed = a_fact("ada", "kills", "bo", 1)
    assert "Finn" in options(killed, *OTHERS)
    assert "Finn" not in options(killed, *OTHERS, ada="Finn Ada")


def test_nobody_is_offered_of_whom_the_article_may_tell_the_same() -> None:
    found = a_fact("ada", "finds", "the red boat", 1)
    away = "Bo sleeps. Finn paints. Cora cooks. "
    assert "Finn" in options(found, *OTHERS, text=f"{away}Ada finds the red boat.")
    assert "Finn" not in options(
        found, *OTHERS, text=f"{away}Ada finds the red boat. Finn has found the red boat, too."
    )
    # Without the article nothing says that nobody else does.
    assert not options(found, *OTHERS)


def test_two_names_of_one_man_never_stand_side_by_side() -> None:
    killed = a_fact("ada", "kills", "bo", 1)
    apart = (*OTHERS, a_fact("finn", "is_really", "cora"))
    for offered in (OTHERS, apart):
        assert {"Finn", "Cora"} <= options(killed, *offered)
    made = render(a_book(killed, *apart), WISH)
    card = card_of(made, killed.id)
    assert card is not None
    assert not {"Finn", "Cora"} <= set(card.choices)


def test_who_may_share_a_guilt_or_a_fate_is_not_offered() -> None:
    killed = a_fact("ada", "kills", "bo", 1)
    blamed = "Ada kills Bo. Cora weeps. Finn paints. Finn meets Bo. Finn bears the blame."
    assert "Cora" in options(killed, *OTHERS, text=blamed)
    assert "Finn" not in options(killed, *OTHERS, text=blamed)
    jailed = a_fact("ada", "befalls", "arrested", 1)
    told = "Ada is arrested. Bo sleeps.\n\nFinn paints. Cora cooks. Cora goes to prison."
    assert "Finn" in options(jailed, *OTHERS, text=told)
    assert "Cora" not in options(jailed, *OTHERS, text=told)


def test_a_fate_is_asked_for_at_the_end_only_and_where_no_cause_of_death_tells_it() -> None:
    early, late = a_fact("ada", "fate", "dead", 1), a_fact("ada", "fate", "dead", 2)
    assert card_of(render(a_book(early), WISH), early.id) is None
    assert card_of(render(a_book(late), WISH), late.id)
    fall = a_fact("ada", "dies_of", "fall", 2)
    assert card_of(render(a_book(late, fall), WISH), late.id) is None


def test_nobody_is_offered_where_the_words_name_the_subject_or_others_go_there_too() -> None:
    says = a_fact("ada", "says", "Ada has seen a ghost")
    assert not options(says, *OTHERS, text="Ada says that Ada has seen a ghost. Bo laughs.")
    wants = a_fact("ada", "wants", "to go to the mill")
    told = "Ada wants to go to the mill.\n\nFinn and Bo paint."
    assert options(wants, *OTHERS, text=told)
    assert not options(wants, a_fact("bo", "workplace", "mill"), *OTHERS, text=told)


def test_who_wants_to_marry_is_asked_among_those_who_could() -> None:
    wants = a_fact("ada", "wants", "to marry Bo")
    told = "Ada wants to marry Bo.\n\nCora and Finn sing. Cora and Eve cook."
    assert "Cora" in options(replace(wants, tier=1), *OTHERS, text=told)
    assert "Finn" not in options(replace(wants, tier=1), *OTHERS, text=told)


def test_a_false_statement_puts_in_a_place_or_somebody_who_was_at_hand() -> None:
    says = a_fact("ada", "promises", "to sell the horses")
    book = a_book(says, *OTHERS)
    apart = "Ada and Eve meet. Ada promises to sell the horses.\n\nBo sleeps. Finn paints with Bo."
    article = read(f"Snow\n\n{apart}\n".encode(), "snow.txt").article
    false = [one for one in sketches(Known(book, article), says) if one.form.startswith("false")]
    assert not [one for one in false if "Finn" in one.stem or "Bo" in one.stem]


def test_the_dead_stand_last_among_those_who_may_have_done_it() -> None:
    text = "Ada kills Bo. Ada meets Eve.\n\nFinn paints with Dan. Cora cooks with Finn. Dan sings."
    names = ("cora", "dan", "finn")
    others = [a_fact(one, "fate", "dead" if one == "finn" else "alive", 1) for one in names]
    book = a_book(a_fact("ada", "kills", "bo", 2), *others)
    known = Known(book, read(f"Snow\n\n{text}\n".encode(), "snow.txt").article)
    assert known.dead_before("finn", 2)
    assert not known.dead_before("finn", 1)
    assert not known.dead_before("bo", 2)
    assert not known.dead_before("dan", 2)
