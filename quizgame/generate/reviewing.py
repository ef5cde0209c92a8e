"""Going through the facts of a draft: which one is shown, what was decided, and taking it back.

All of it is pure: a review goes in, the review after comes out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quizgame.generate.contradictions import contradictions
from quizgame.generate.factreading import read_facts
from quizgame.generate.facts import Doubt, Fact, FactBook, Name, State
from quizgame.generate.factwriting import FILE, written
from quizgame.generate.matching import matched

ORDER = "happens_before"


@dataclass(frozen=True, slots=True)
class Step:
    """What was done: facts and names as they were (None where new), and the fact shown."""

    before: tuple[tuple[str, Fact | None], ...]
    at: str
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """The facts as they stand, the id of the one shown, and what can be taken back."""

    book: FactBook
    at: str
    past: tuple[Step, ...] = ()

    @property
    def place(self) -> int:
        """The place of the fact that is shown, from 0."""
        return next((n for n, fact in enumerate(self.book.facts) if fact.id == self.at), 0)

    @property
    def fact(self) -> Fact:
        """The fact that is shown."""
        return self.book.facts[self.place]


def begun(book: FactBook) -> Review:
    """Return a review that goes on at the first fact not decided yet."""
    waiting = (fact.id for fact in book.facts if fact.state == "proposed")
    return Review(book, next(waiting, book.facts[0].id))


def turned(review: Review, by: int) -> Review:
    """Go so many facts on, round the end."""
    facts = review.book.facts
    return replace(review, at=facts[(review.place + by) % len(facts)].id)


def decided(review: Review, state: State) -> Review:
    """Keep or reject the fact shown, and go on to the next that is not decided."""
    fact = review.fact
    tier = max(fact.tier, least(review.book, fact)[0]) if state == "confirmed" else fact.tier
    after = changed(review, replace(fact, state=state, tier=tier))
    facts = after.book.facts
    here = after.place
    ahead = (*facts[here + 1 :], *facts[:here])
    return replace(after, at=next((f.id for f in ahead if f.state == "proposed"), fact.id))


def climbed(review: Review, by: int) -> tuple[Review, str]:
    """Move the fact shown up or down the ladder; a reason where it cannot go further."""
    fact, ladder = review.fact, review.book.ladder
    low, why = least(review.book, fact)
    tier = max(low, ladder.clamp(fact.tier + by))
    if tier == fact.tier:
        named = f"; it names {why}" if why else ""
        return review, (
            "This is the last tier." if by > 0 else f"It cannot be known sooner{named}."
        )
    return changed(review, replace(fact, tier=tier)), ""


def mended(review: Review, fact: Fact) -> tuple[Review, str]:
    """Put a changed fact in the place of the one with its id; a reason where it cannot stand."""
    fact = replace(fact, tier=max(fact.tier, least(review.book, fact)[0]))
    return _checked(review, changed(review, fact), fact)


def added(review: Review, fact: Fact) -> tuple[Review, str]:
    """Add a fact after the one shown, and show it; a reason where it cannot stand."""
    fact = replace(fact, tier=max(fact.tier, least(review.book, fact)[0]))
    return _checked(review, replace(changed(review, fact), at=fact.id), fact)


def undone(review: Review) -> Review:
    """Take back what was done last, and show where it was done."""
    if not review.past:
        return review
    *past, step = review.past
    before = dict(step.before)
    facts = [before.get(fact.id, fact) for fact in review.book.facts]
    named = {one.id: one for one in step.names}
    names = tuple(named.get(one.id, one) for one in review.book.names)
    book = with_facts(replace(review.book, names=names), [one for one in facts if one is not None])
    at = step.at if any(fact.id == step.at for fact in book.facts) else book.facts[0].id
    return Review(book, at, tuple(past))


def least(book: FactBook, fact: Fact) -> tuple[int, str]:
    """Return the lowest tier a fact can be known at, and the name that it waits for, if any."""
    if fact.relation == ORDER:
        ends = [one.tier for one in book.facts if one.id in {fact.subject, fact.object}]
        return max(ends, default=0), "what happens there" if ends else ""
    words = f"{fact.words} {fact.how}".strip()
    needs = [
        (name.tier, name.name)
        for name in book.names
        if name.id in {fact.subject, fact.object} or spans(words, (name.name, *name.aliases))
    ]
    tier, name = max(needs, default=(0, ""))
    return (tier, name) if tier else (0, "")


def doubts(book: FactBook, ident: str) -> tuple[Doubt, ...]:
    """Return the entries of the ledger that speak against a fact now."""
    rejected = {fact.id for fact in book.facts if fact.state == "rejected"}
    return tuple(
        doubt
        for doubt in book.ledger
        if ident in doubt.facts
        and ident not in rejected
        and (len(doubt.facts) == 1 or len(set(doubt.facts) - rejected) > 1)
    )


def spans(text: str, sought: Iterable[str]) -> list[tuple[int, int]]:
    """Return where whole words stand in a text, in order and apart; longer ones go first."""
    found: list[tuple[int, int]] = []
    if not text:
        return found
    there = matched(text)
    for words in sorted({matched(one).text for one in sought}, key=lambda w: (-len(w), w)):
        for start in _places(there.text, words):
            here = there.back(start, start + len(words))
            if all(here[1] <= low or high <= here[0] for low, high in found):
                found.append(here)
    return sorted(found)


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield at
        at = text.find(words, end)


def joined(base: FactBook, ours: FactBook, theirs: FactBook) -> tuple[FactBook, int]:
    """Return a book changed elsewhere with what was done here since `base`, and how much that was.

    Where both changed a fact or a name, theirs stands: whoever wrote it has seen ours.
    """
    if theirs.ladder != ours.ladder:
        return theirs, 0
    was = {fact.id: fact for fact in base.facts}
    here = {fact.id: fact for fact in ours.facts if was.get(fact.id) != fact}
    facts, put = [], 0
    for fact in theirs.facts:
        mine = here.pop(fact.id, fact)
        back = mine != fact and fact == was.get(fact.id)
        facts.append(mine if back else fact)
        put += back
    names, again = _names_joined(base, ours, theirs)
    book = with_facts(replace(theirs, names=names), [*facts, *here.values()])
    return book, put + len(here) + again


def _names_joined(base: FactBook, ours: FactBook, theirs: FactBook) -> tuple[tuple[Name, ...], int]:
    was = {one.id: one for one in base.names}
    here = {one.id: one for one in ours.names if one.id in was and was[one.id] != one}
    names = tuple(
        here[one.id] if one.id in here and one == was[one.id] else one for one in theirs.names
    )
    return names, sum(one != other for one, other in zip(names, theirs.names, strict=True))


def _checked(before: Review, after: Review, fact: Fact) -> tuple[Review, str]:
    """Return the review after, or the one before and why: no fact stands twice."""
    same = [one for one in after.book.facts if one.key == fact.key and one.id != fact.id]
    if same:
        state = "rejected" if same[0].state == "rejected" else "there"
        return before, f"That fact is {state} already: {after.book.reads(same[0])}."
    return readable(before, after)


def readable(before: Review, after: Review) -> tuple[Review, str]:
    """Return the review after, or the one before and why its file would be refused."""
    _, issues = read_facts(written(after.book), FILE)
    if issues:
        mend = f"; {issues[0].hint}" if issues[0].hint else ""
        return before, f"That cannot be kept: {issues[0].message}{mend}"
    return after, ""


def changed(review: Review, fact: Fact) -> Review:
    """Return the review with a fact changed or new, and those that follow it no lower."""
    old = {one.id: one for one in review.book.facts}
    facts = [fact if one.id == fact.id else one for one in review.book.facts]
    if fact.id not in old:
        facts.insert(review.place + 1, fact)
    facts = followed(facts)
    before = tuple((one.id, old.get(one.id)) for one in facts if old.get(one.id) != one)
    if not before:
        return review
    step = Step(before, review.at)
    return replace(review, book=with_facts(review.book, facts), past=(*review.past, step))


def followed(facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts, what says their order no lower than they."""
    listed = list(facts)
    tiers = {one.id: one.tier for one in listed}
    return [
        replace(one, tier=max(one.tier, tiers.get(one.subject, 0), tiers.get(one.object, 0)))
        if one.relation == ORDER
        else one
        for one in listed
    ]


def with_facts(book: FactBook, facts: list[Fact]) -> FactBook:
    """Return the book with these facts, and a ledger of what contradicts what among them."""
    known = {fact.id for fact in facts}
    drafted = [d for d in book.ledger if d.drafted == d.digest and len(d.facts) == 1]
    mine = [doubt for doubt in book.ledger if doubt.drafted != doubt.digest]
    found = {*contradictions(facts), *drafted}
    told = sorted(found, key=lambda doubt: (doubt.facts, doubt.why))
    ledger = tuple(doubt for doubt in (*told, *mine) if set(doubt.facts) <= known)
    return replace(book, facts=tuple(facts), ledger=ledger)
