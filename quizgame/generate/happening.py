"""What happens before what, as the sentences of an article tell it."""

import re
from collections.abc import Iterator

from quizgame.generate.facts import Fact, fact_id

_ORDER = (
    ("after", re.compile(r"^(?:After|Once|When) [^,]+,")),
    ("before", re.compile(r"^Before [^,]+,")),
    ("before-inside", re.compile(r"[^,]\s(before) (?!him|her|the court)")),
    ("after-inside", re.compile(r"[^,]\s(after) ")),
    ("then", re.compile(r"(?:,| and) then ")),
)


def told_order(text: str, events: list[tuple[int, Fact]]) -> Iterator[tuple[Fact, Fact]]:
    """Yield (first, then) where a sentence tells two events and which came first."""
    for kind, expression in _ORDER:
        found = expression.search(text)
        if not found:
            continue
        left = {fact.id: fact for at, fact in events if at < found.end()}
        right = {fact.id: fact for at, fact in events if at >= found.end() - 1}
        if len(left) == len(right) == 1:
            (one,), (other,) = left.values(), right.values()
            if one.id != other.id:
                yield (one, other) if kind in {"after", "before-inside", "then"} else (other, one)
        return


def in_order(order: list[tuple[Fact, Fact]], facts: list[Fact]) -> list[Fact]:
    """Return the facts that one of two happens before the other, no tier lower than theirs."""
    known = {fact.key: fact for fact in facts}
    told: dict[tuple[str, str, str], Fact] = {}
    for first, then in order:
        one, other = known[first.key], known[then.key]
        key = (one.id, "happens_before", other.id)
        shared = [proof for proof in other.evidence if proof in one.evidence]
        told.setdefault(
            key,
            Fact(
                id=fact_id(key),
                subject=one.id,
                relation="happens_before",
                object=other.id,
                tier=max(one.tier, other.tier),
                evidence=tuple(shared),
            ),
        )
    return list(told.values())
