"""Facts that cannot all hold: a card is made of none of them until a person has decided."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizgame.generate.facts import Doubt, Fact
from quizgame.generate.relations import RELATIONS

ALIVE, DEAD = "alive", "dead"


def contradictions(facts: Iterable[Fact]) -> tuple[Doubt, ...]:
    """Return the ledger of the facts that are not rejected, in a fixed order."""
    held = [fact for fact in facts if fact.state != "rejected"]
    doubts = {(doubt.facts, doubt.why): doubt for doubt in _all(held)}
    return tuple(replace(doubts[key], drafted=doubts[key].digest) for key in sorted(doubts))


def contradicted(facts: Iterable[Fact], ledger: Iterable[Doubt]) -> frozenset[str]:
    """Return the ids of the facts no card may rest on; entries that a person wrote count too."""
    listed = tuple(facts)
    rejected = {fact.id for fact in listed if fact.state == "rejected"}
    kept = (doubt for doubt in ledger if doubt.drafted != doubt.digest)
    # An entry is settled once all but one of its facts are rejected.
    open_ones = (set(doubt.facts) - rejected for doubt in (*contradictions(listed), *kept))
    by_hand = {fact for doubt in ledger if len(doubt.facts) == 1 for fact in doubt.facts} - rejected
    return frozenset(fact for ids in open_ones if len(ids) > 1 for fact in ids) | by_hand


def _all(facts: list[Fact]) -> Iterator[Doubt]:
    yield from _only_one(facts)
    yield from _killed_and_alive(facts)
    yield from _both_ways(facts)


def _only_one(facts: list[Fact]) -> Iterator[Doubt]:
    """Yield where there can be one only: one actor for a role, one killer of a person."""
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        one = RELATIONS[fact.relation].one
        if one == "object":
            groups[fact.relation, fact.subject].append(fact)
        elif one == "subject" and fact.object:
            groups[fact.relation, fact.object].append(fact)
    for (relation, _), group in groups.items():
        if len({fact.key for fact in group}) > 1:
            ids = tuple(sorted({fact.id for fact in group}))
            yield Doubt(ids, f"there can be one only for '{relation}'")


def _killed_and_alive(facts: list[Fact]) -> Iterator[Doubt]:
    killed = [fact for fact in facts if fact.relation == "kills"]
    alive = [fact for fact in facts if fact.relation == "fate" and fact.words == ALIVE]
    for one in killed:
        for other in alive:
            if one.object and one.object == other.subject:
                yield Doubt(tuple(sorted((one.id, other.id))), "nobody is both killed and alive")


def _both_ways(facts: list[Fact]) -> Iterator[Doubt]:
    order = {
        (fact.subject, fact.object): fact.id for fact in facts if fact.relation == "happens_before"
    }
    for (first, then), ident in order.items():
        if (then, first) in order:
            ids = tuple(sorted({ident, order[then, first]}))
            yield Doubt(ids, "each is told to happen before the other")
