"""Cards that several facts make together: who of these, and what comes first."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from quizgame.generate.facts import Fact
from quizgame.generate.instead import wrong_objects
from quizgame.generate.known import Known
from quizgame.generate.retelling import opened, speech_of, ways, with_article
from quizgame.generate.sketches import FEWEST_WRONG, Sketch, base_of
from quizgame.generate.worth import worth_asking
from quizgame.generate.wrongs import Wrong, wrong_subjects

_COUNTS = {2: "two", 3: "three"}
_SHORTEST, _LONGEST = 3, 6
"""Steps of an order card."""


def several(known: Known) -> Iterator[Sketch]:
    """Yield cards that ask for all subjects of one statement, or all objects of one subject."""
    groups: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in known.usable:
        if fact.relation == "kills" and fact.object:
            groups.setdefault(("kills", fact.subject, ""), []).append(fact)
        if fact.relation in {"occupation", "workplace", "lives_at", "comes_from"}:
            what = fact.object or fact.words.split()[-1]
            groups.setdefault((fact.relation, "", what), []).append(fact)
        if fact.relation == "fate" and fact.tier >= known.book.ladder.top:
            groups.setdefault(("fate", "", fact.words), []).append(fact)
    for (relation, subject, what), facts in groups.items():
        if len({one.subject for one in facts}) > 1 or (subject and len(facts) > 1):
            yield from _one_several(known, relation, what, facts)


def _one_several(known: Known, relation: str, what: str, facts: list[Fact]) -> Iterator[Sketch]:
    whom = [one.object if relation == "kills" else one.subject for one in facts]
    right = tuple(dict.fromkeys(whom))[: max(_COUNTS)]
    taken = [one for one, who in zip(facts, whom, strict=True) if who in right]
    tier = max(base_of(known, one, "").tier for one in taken)
    pools = [
        {w.ident: w for w in _not_in_group(known, relation, one, tier) if w.ident not in whom}
        for one in taken
    ]
    shared = [w for ident, w in pools[0].items() if all(ident in pool for pool in pools)]
    if len(shared) < FEWEST_WRONG or len(right) not in _COUNTS:
        return
    count = _COUNTS[len(right)]
    thing = known.shown(what) if what in known.names else what
    stem = {
        "kills": f"Which {count} of these people are killed by {known.shown(facts[0].subject)}?",
        "occupation": f"Which {count} of these people have the calling of {with_article(thing)}?",
        "workplace": f"Which {count} of these people work at {thing}?",
        "lives_at": f"Which {count} of these people live at {thing}?",
        "comes_from": f"Which {count} of these people come from {thing}?",
        "fate": f"Which {count} of these people are {thing} by the end of the story?",
    }[relation]
    shown = [opened(known.shown(one)) for one in right]
    listed = " and ".join((", ".join(shown[:-1]), shown[-1]))
    why = f"The right ones are {listed}."
    first = base_of(known, taken[0], why)
    yield replace(
        first,
        facts=tuple(one.id for one in taken),
        form="several-0",
        kind="several",
        stem=stem,
        right=tuple(shown),
        wrong=tuple(replace(one, text=opened(one.text)) for one in shared),
        tier=tier,
        difficulty=3,
    )


def _not_in_group(known: Known, relation: str, fact: Fact, tier: int) -> list[Wrong]:
    if relation == "kills":
        return wrong_objects(known, fact, tier)
    if relation != "fate":
        return wrong_subjects(known, fact, tier)
    other = "alive" if fact.words == "dead" else "dead"
    return [
        Wrong(known.shown(one.subject), one.subject, known.reads(one), one.id)
        for one in known.usable
        if one.relation == "fate" and one.words == other and one.tier <= tier
        and not known.may_be_one(one.subject, fact.subject)
        and known.names[one.subject].tier <= tier
    ]  # fmt: skip


def in_order(known: Known) -> Iterator[Sketch]:
    """Yield cards on what comes first, from facts that are told to happen one before another."""
    by_id = {fact.id: fact for fact in known.usable}
    after: dict[str, list[str]] = {}
    links: dict[tuple[str, str], Fact] = {}
    for fact in known.usable:
        if fact.relation == "happens_before" and {fact.subject, fact.object} <= by_id.keys():
            after.setdefault(fact.subject, []).append(fact.object)
            links[fact.subject, fact.object] = fact
    used: set[str] = set()
    for chain in _chains(after):
        sketch = _chain(known, [by_id[one] for one in chain], links)
        if sketch:
            used |= set(chain)
            yield sketch
    for (first, then), fact in links.items():
        if not {first, then} <= used:
            one, other = by_id[first], by_id[then]
            yield from _first(known, one, other, fact)


def _chains(after: dict[str, list[str]]) -> Iterator[list[str]]:
    """Yield the longest chains of three to six, none within another."""
    starts = [one for one in after if all(one not in then for then in after.values())]
    for start in starts:
        chain = [start]
        while len(chain) < _LONGEST and after.get(chain[-1]):
            further = [one for one in after[chain[-1]] if one not in chain]
            if not further:
                break
            chain.append(min(further, key=lambda one: (-len(after.get(one, ())), one)))
        if len(chain) >= _SHORTEST:
            yield chain


def _chain(known: Known, facts: list[Fact], links: dict[tuple[str, str], Fact]) -> Sketch | None:
    steps = [_event(known, one) for one in facts]
    if not all(steps) or len(set(steps)) < len(steps):
        return None
    told_by = [links[one.id, other.id] for one, other in pairwise(facts)]
    why = f"It begins with this: {steps[0]}. It ends with that: {steps[-1]}."
    base = base_of(known, facts[0], why)
    stem = "Put these events in the order in which they happen."
    sketch = replace(base, form="order-0", kind="order", stem=stem, right=tuple(steps))
    return _joined(known, [*facts, *told_by], sketch)


def _first(known: Known, one: Fact, other: Fact, fact: Fact) -> Iterator[Sketch]:
    first, then = _event(known, one), _event(known, other)
    if not first or not then or first == then:
        return
    certificate = Wrong(then, "", known.reads(fact), fact.id)
    base = base_of(known, one, f"First comes this: {first}.")
    stem = "Which of these two comes first in the story?"
    sketch = replace(base, form="first-0", kind="choice", stem=stem, right=(first,),
                     wrong=(certificate,))  # fmt: skip
    yield _joined(known, [one, other, fact], sketch)


def _event(known: Known, fact: Fact) -> str:
    clear = worth_asking(known, fact)
    said = ways(known, fact, speech_of(known, fact).states[:1]) if clear else []
    return said[0].rstrip(".") if said else ""


def _joined(known: Known, facts: list[Fact], sketch: Sketch) -> Sketch:
    """Return a card that rests on all these facts."""
    things = [one for one in facts if one.relation != "happens_before"]
    tiers = [*(one.tier for one in facts), *(base_of(known, one, "").tier for one in things)]
    return replace(
        sketch,
        facts=tuple(one.id for one in facts),
        tier=max(tiers),
        category="What happens",
        difficulty=3,
        cited=next((one.evidence[0] for one in reversed(facts) if one.evidence), None),
        notes=tuple(dict.fromkeys(n for one in things for n in base_of(known, one, "").notes)),
    )
