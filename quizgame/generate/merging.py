"""A new draft over an old file: whatever a person has decided, changed or added stays."""

from collections.abc import Iterable
from dataclasses import replace

from quizgame.domain.tiers import Ladder
from quizgame.generate.contradictions import contradictions
from quizgame.generate.facts import Doubt, Fact, FactBook, Key, Name


def decided_names(old: FactBook, ladder: Ladder) -> tuple[Name, ...]:
    """Return the names a person has had a hand in, with their tiers on this ladder."""
    touched = (name for name in old.names if name.touched(old.ladder))
    return tuple(replace(name, tier=_moved(name.tier, old.ladder, ladder)) for name in touched)


def merged(old: FactBook, new: FactBook) -> FactBook:
    """Return the new draft with all that a person has decided in the old file.

    `new` is a draft made with `decided_names(old)`.
    """
    facts = _facts(old, new)
    names = _names(old, new, facts)
    mine = tuple(doubt for doubt in old.ledger if doubt.drafted != doubt.digest)
    known = {fact.id for fact in facts}
    drafted = {*contradictions(facts), *(d for d in new.ledger if d.drafted == d.digest)}
    rejected = {fact.id for fact in facts if fact.state == "rejected"}
    still = [doubt for doubt in drafted if _stands(doubt, known, rejected)]
    still.sort(key=lambda doubt: (doubt.facts, doubt.why))
    ledger = (*still, *(doubt for doubt in mine if set(doubt.facts) <= known))
    return replace(new, names=names, facts=facts, ledger=ledger)


def _stands(doubt: Doubt, known: set[str], rejected: set[str]) -> bool:
    return set(doubt.facts) <= known - rejected


def _moved(tier: int, old: Ladder, new: Ladder) -> int:
    """Return the tier of the same id on another ladder; the highest where it has none."""
    wanted = old[tier].id
    return next((n for n, one in enumerate(new.tiers) if one.id == wanted), new.top)


def _facts(old: FactBook, new: FactBook) -> tuple[Fact, ...]:
    kept = {
        fact.id: replace(fact, tier=_moved(fact.tier, old.ladder, new.ladder))
        for fact in _with_ends(old)
    }
    by_key: dict[Key, Fact] = {}
    for fact in kept.values():
        by_key.setdefault(fact.key, fact)
    renamed = {
        fact.id: by_key[fact.key].id
        for fact in new.facts
        if fact.key in by_key and fact.id not in kept
    }
    facts: dict[str, Fact] = {}
    for fact in (_pointed(fact, renamed) for fact in new.facts):
        mine = kept.get(fact.id) or by_key.get(fact.key)
        if mine is None:
            facts[fact.id] = fact
        elif mine.key == fact.key and fact.evidence:
            facts[mine.id] = replace(mine, evidence=fact.evidence)
        else:
            facts[mine.id] = mine
    for ident, fact in kept.items():
        facts.setdefault(ident, fact)
    return tuple(facts.values())


def _with_ends(old: FactBook) -> Iterable[Fact]:
    """Yield the facts a person has had a hand in, and those that these point to."""
    touched = {fact.id for fact in old.facts if fact.touched(old.ladder)}
    order = [fact for fact in old.facts if fact.id in touched and fact.relation == "happens_before"]
    ends = {ident for fact in order for ident in (fact.subject, fact.object)}
    return [fact for fact in old.facts if fact.id in touched | ends]


def _pointed(fact: Fact, renamed: dict[str, str]) -> Fact:
    """Return a fact that points to the ids facts have in the file."""
    if fact.relation != "happens_before":
        return fact
    subject, what = renamed.get(fact.subject, fact.subject), renamed.get(fact.object, fact.object)
    return replace(fact, subject=subject, object=what)


def _names(old: FactBook, new: FactBook, facts: tuple[Fact, ...]) -> tuple[Name, ...]:
    needed = {ident for fact in facts for ident in (fact.subject, fact.object)}
    names = {name.id: name for name in new.names}
    touched = {name.id for name in decided_names(old, new.ladder)}
    for name in old.names:
        if name.id in touched or (name.id in needed and name.id not in names):
            moved = replace(name, tier=_moved(name.tier, old.ladder, new.ladder))
            names[name.id] = moved
    return tuple(names.values())
