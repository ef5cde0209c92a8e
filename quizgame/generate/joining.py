"""Saying of two facts that one happens before the other."""

from dataclasses import replace

from quizgame.generate.facts import Fact, FactBook, fact_id
from quizgame.generate.relations import RELATIONS
from quizgame.generate.reviewing import ORDER, Review, added, changed


def followers(book: FactBook, fact: Fact) -> tuple[Fact, ...]:
    """Return what may be said to happen after a fact: what is told after it, then the rest."""
    if not _happens(fact):
        return ()
    place = book.facts.index(fact)
    there = {one.object for one in book.facts if _orders(one) and one.subject == fact.id}
    earlier = _earlier(book, fact.id) | there | {fact.id}
    return tuple(
        one
        for one in (*book.facts[place + 1 :], *book.facts[:place])
        if _happens(one) and one.state != "rejected" and one.id not in earlier
    )


def _happens(fact: Fact) -> bool:
    """Tell whether a fact is something that happens: what somebody is has no place in time."""
    return fact.relation != ORDER and RELATIONS[fact.relation].timing in {"deed", "end"}


def _orders(fact: Fact) -> bool:
    return fact.relation == ORDER and fact.state != "rejected"


def _earlier(book: FactBook, ident: str) -> set[str]:
    """Return the ids of all that is said to come before a fact, one thing after the other."""
    before: dict[str, list[str]] = {}
    for one in book.facts:
        if _orders(one):
            before.setdefault(one.object, []).append(one.subject)
    found: set[str] = set()
    waiting = [ident]
    while waiting:
        fresh = set(before.get(waiting.pop(), ())) - found
        found |= fresh
        waiting += fresh
    return found


def ordered(review: Review, then: Fact) -> tuple[Review, str]:
    """Say that the fact shown happens before another, and show that; a reason where it cannot."""
    first = review.fact
    key = (first.id, ORDER, then.id)
    for one in review.book.facts:
        # What was rejected once, and is said again by whoever rejected it, holds after all.
        if one.key == key and one.state == "rejected":
            kept = changed(review, replace(one, state="confirmed"))
            return replace(kept, at=one.id), ""
    shared = tuple(proof for proof in then.evidence if proof in first.evidence)
    taken = {one.id for one in review.book.facts} | {one.id for one in review.book.names}
    ident = fact_id(key, taken)
    fact = Fact(
        id=ident, subject=first.id, relation=ORDER, object=then.id, tier=0, state="confirmed",
        evidence=shared or (*first.evidence[:1], *then.evidence[:1]),
    )  # fmt: skip
    return added(review, fact)
