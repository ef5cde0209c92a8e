"""A new draft keeps whatever a person has decided, changed or added."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.domain.tiers import Ladder, Tier
from quizgame.generate.drafting import draft
from quizgame.generate.factreading import read_facts
from quizgame.generate.facts import STATES, Doubt, Fact, FactBook, Name
from quizgame.generate.factwriting import written
from quizgame.generate.ladders import climb
from quizgame.generate.merging import decided_names, merged
from quizgame.generate.reading import read

BEFORE = (
    "Snow Ending Explained\n\nSnow is a film by Jane Roe.\n\nPlot\n\nAda, a nurse, meets Bo. "
    "Bo is the brother of Cora.\n\nAda finds a boat. After killing Bo, Ada flees from Stone Castle."
    "\n\nEnd\n\nCora kills Bo. Bo dies.\n"
)
AFTER = (
    "Snow Ending Explained\n\nSnow is a film by Jane Roe.\n\nPlot\n\nAda, a nurse, meets Bo. "
    "Dora meets Bo.\n\n"
    "Ada finds a ring. Cora weeps and meets Bo.\n\nEnd\n\nCora kills Bo. Dora kills Cora.\n"
)


def drafted(text: str, old: FactBook | None = None, ladder: Ladder | str = "") -> FactBook:
    article = read(text.encode(), "snow.txt").article
    assert article is not None
    chosen = climb(article, ladder)
    return draft(article, chosen, "snow.txt", decided_names(old, chosen.ladder) if old else ())


@st.composite
def edited(draw: st.DrawFn) -> FactBook:
    """Return a draft in which a person has been at work."""
    book = drafted(BEFORE)
    facts = [_worked_on(draw, fact, book) for fact in book.facts]
    if draw(st.booleans()):
        facts.append(
            Fact(
                id="mine", subject="ada", relation="owns", words="a lamp", tier=2, state="confirmed"
            )
        )
    names = [
        replace(name, aliases=(*name.aliases, "The Nurse"))
        if name.id == "ada" and draw(st.booleans())
        else name
        for name in book.names
    ]
    if draw(st.booleans()):
        names.append(Name(id="rex", name="Rex", sort="person", tier=1))
    ledger = book.ledger
    if draw(st.booleans()):
        ledger = (*ledger, Doubt((facts[0].id,), "I am not sure"))
    return replace(book, facts=tuple(facts), names=tuple(names), ledger=ledger)


def _worked_on(draw: st.DrawFn, fact: Fact, book: FactBook) -> Fact:
    match draw(st.sampled_from(["leave", "state", "tier", "words", "note"])):
        case "state":
            return replace(fact, state=draw(st.sampled_from(STATES)))
        case "tier":
            return replace(fact, tier=draw(st.integers(0, book.ladder.top)))
        case "words" if fact.relation != "happens_before":
            return replace(fact, object="", words="something else")
        case "note":
            return replace(fact, note="look again")
        case _:
            return fact


TEXTS = st.sampled_from([BEFORE, AFTER])


@settings(deadline=None, max_examples=60)
@given(edited(), TEXTS)
def test_all_that_a_person_has_touched_survives(old: FactBook, text: str) -> None:
    now = merged(old, drafted(text, old))
    facts = {fact.id: replace(fact, evidence=()) for fact in now.facts}
    for fact in old.facts:
        if fact.touched(old.ladder):
            assert facts[fact.id] == replace(fact, evidence=())
    names = {name.id: name for name in now.names}
    for name in old.names:
        if name.touched(old.ladder):
            assert names[name.id] == name
    assert {d for d in old.ledger if not d.drafted} <= set(now.ledger)


@settings(deadline=None, max_examples=60)
@given(edited(), TEXTS)
def test_a_rejected_fact_is_not_proposed_again(old: FactBook, text: str) -> None:
    rejected = {fact.key for fact in old.facts if fact.state == "rejected"}
    now = merged(old, drafted(text, old))
    assert not [
        one for one in now.facts if one.key in rejected and one.state == "proposed" and one.drafted
    ]


@settings(deadline=None, max_examples=60)
@given(edited(), TEXTS)
def test_merging_twice_changes_nothing_and_reads_back(old: FactBook, text: str) -> None:
    once = merged(old, drafted(text, old))
    assert written(merged(once, drafted(text, once))) == written(once)
    again, issues = read_facts(written(once), "facts.yaml")
    assert issues == ()
    assert again is not None
    assert written(again) == written(once)


def test_an_untouched_draft_follows_the_article() -> None:
    old = drafted(BEFORE)
    assert written(merged(old, drafted(BEFORE, old))) == written(old)
    assert written(merged(old, drafted(AFTER, old))) == written(drafted(AFTER))


def test_facts_about_a_rejected_name_go() -> None:
    old = drafted(BEFORE)
    names = tuple(replace(one, state="rejected") if one.id == "cora" else one for one in old.names)
    old = replace(old, names=names)
    now = merged(old, drafted(BEFORE, old))
    assert not [one for one in now.facts if "cora" in {one.subject, one.object}]
    assert [one.state for one in now.names if one.id == "cora"] == ["rejected"]


def test_an_alias_added_by_hand_finds_more() -> None:
    text = BEFORE.replace("Ada finds a boat.", "The Healer finds a boat.")
    old = drafted(text)
    assert [one.subject for one in old.facts if one.relation == "finds"] == ["healer"]
    names = tuple(
        replace(one, aliases=("Healer",)) if one.id == "ada" else one for one in old.names
    )
    now = drafted(text, replace(old, names=names))
    assert [one.subject for one in now.facts if one.relation == "finds"] == ["ada"]


def test_settling_a_contradiction_takes_it_off_the_ledger() -> None:
    old = drafted(BEFORE)
    assert [doubt.facts for doubt in old.ledger] == [("ada-kills-bo", "cora-kills-bo")]
    facts = tuple(
        replace(one, state="rejected") if one.id == "ada-kills-bo" else one for one in old.facts
    )
    old = replace(old, facts=facts)
    assert merged(old, drafted(BEFORE, old)).ledger == ()


def test_another_ladder_keeps_tiers_by_name_and_is_never_too_low() -> None:
    old = drafted(BEFORE)
    facts = tuple(replace(one, state="confirmed") for one in old.facts)
    old = replace(old, facts=facts)
    ladder = Ladder((Tier("first-act", "First act"), Tier("x", "X"), Tier("y", "Y")))
    now = merged(old, drafted(BEFORE, old, ladder))
    before = {one.id: old.ladder[one.tier].id for one in old.facts}
    for fact in now.facts:
        assert fact.tier == (0 if before[fact.id] == "first-act" else 2)
