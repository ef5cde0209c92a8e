"""Putting what a model proposed into a draft: held against the article again, each time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from quizgame.domain.evidence import fingerprint, normalised
from quizgame.domain.tiers import LOWEST, Ladder
from quizgame.generate.article import Article, free, slug
from quizgame.generate.contradictions import contradictions
from quizgame.generate.drafting import MOST_EVIDENCE, MOST_FACTS, MOST_NAMES
from quizgame.generate.facts import Evidence, Fact, FactBook, Key, Name, fact_id
from quizgame.generate.ladders import Climb
from quizgame.generate.marking import MENTION, Marked, Marker, marked_sentences
from quizgame.generate.modelchecking import Borne, Checker, RefusedError
from quizgame.generate.modelkept import Answer, Kept
from quizgame.generate.phrases import without_article
from quizgame.generate.tiering import Tiers


@dataclass(frozen=True, slots=True)
class Desk:
    """All that a model's claims are held against: the article, its offline draft, the old file."""

    article: Article
    climb: Climb
    book: FactBook
    old: FactBook | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """The draft with the model's facts; ids of those that are new, and what came of the others."""

    book: FactBook
    added: tuple[str, ...] = ()
    known: int = 0
    rejected: int = 0
    raised: int = 0
    marked: tuple[Marked, ...] = field(default=(), repr=False)


def joined(desk: Desk, answers: Iterable[Answer]) -> Joined:
    """Return the draft with whatever of the answers the article still bears out."""
    kept = [one for answer in answers for one in answer.kept]
    book = _with_names(desk, [one for one in kept if one.claim.name])
    marker = Marker(book.names)
    marked = tuple(marked_sentences(desk.article, marker))
    checker = Checker(book, marker)
    borne = list(_borne(kept, checker, marked))
    return replace(_Join(desk, book, marker).all(borne), marked=marked)


def _with_names(desk: Desk, kept: list[Kept]) -> FactBook:
    """Return the draft with the names that the sentences bear out."""
    book, ladder = desk.book, desk.climb.ladder
    marker = Marker(book.names)
    marked = tuple(marked_sentences(desk.article, marker))
    names: dict[str, Name] = {}
    taken = {name.id for name in (*book.names, *(desk.old.names if desk.old else ()))}
    for one in _borne(kept, Checker(book, marker), marked):
        if normalised(one.name) in names or not slug(one.name):
            continue
        known = [n for n in desk.old.names if n.name == one.name] if desk.old else []
        ident = known[0].id if known else free(slug(one.name), taken)
        taken.add(ident)
        names[normalised(one.name)] = Name(id=ident, name=one.name, sort=one.sort, tier=ladder.top)
    if not names:
        return book
    added = _tiered(desk, tuple(names.values())[:MOST_NAMES], ladder)
    return replace(book, names=(*book.names, *added))


def _tiered(desk: Desk, names: tuple[Name, ...], ladder: Ladder) -> Iterator[Name]:
    """Yield the names with the lowest tier at which the story tells them, apart from the cast."""
    marker, tiers = Marker((*desk.book.names, *names)), Tiers(desk.article, desk.climb)
    lowest: dict[str, int] = {}
    for one in marked_sentences(desk.article, marker):
        if tiers.parts[one.sentence.place[0]] == "cast":
            continue
        tier = tiers.of_sentence(one.sentence)
        for number in MENTION.findall(one.text):
            ident = marker.names[int(number)].id
            lowest[ident] = min(lowest.get(ident, ladder.top), tier)
    for name in names:
        told = replace(name, tier=lowest.get(name.id, ladder.top))
        yield replace(told, drafted=told.digest(ladder))


def _borne(kept: list[Kept], checker: Checker, marked: tuple[Marked, ...]) -> Iterator[Borne]:
    at = {fingerprint(one.sentence.text): one for one in reversed(marked)}
    for one in kept:
        if sentence := at.get(one.sentence):
            try:
                yield checker.holds(one.claim, sentence)
            except RefusedError:
                # The article, or a person's hand in the names, has changed since.
                continue


class _Join:
    """Adds facts to a draft one by one."""

    def __init__(self, desk: Desk, book: FactBook, marker: Marker) -> None:
        self._desk, self._book, self._marker = desk, book, marker
        self._tiers = Tiers(desk.article, desk.climb)
        self._of_names = {name.id: name.tier for name in book.names}
        old = desk.old.facts if desk.old else ()
        self._rejected = {_loose(one.key) for one in old if one.state == "rejected"}
        self._facts = {_loose(one.key): one for one in reversed(book.facts)}
        self._touched: dict[str, Fact] = {}
        self._added: dict[Key, Fact] = {}
        self._taken = {one.id for one in (*book.facts, *old)}

    def all(self, borne: list[Borne]) -> Joined:
        """Return the draft with all of them."""
        known = rejected = raised = 0
        for one in borne:
            if one.name:
                continue
            fact = self._fact(one)
            key = _loose(fact.key)
            if key in self._rejected:
                rejected += 1
            elif key in self._facts:
                known += 1
                self._witness(self._facts[key], fact)
            elif key in self._added:
                first = self._added[key]
                both = replace(first, tier=min(first.tier, fact.tier))
                self._added[key] = _with_evidence(both, fact)
            elif len(self._book.facts) + len(self._added) < MOST_FACTS:
                raised += bool(one.tier) and self._desk.climb.ladder[fact.tier].id != one.tier
                self._added[key] = fact
        return self._joined(known, rejected, raised)

    def _fact(self, one: Borne) -> Fact:
        ladder = self._desk.climb.ladder
        fact = Fact(
            id="",
            subject=one.subject,
            relation=one.relation,
            object=one.object,
            words=one.words,
            how=one.how,
            tier=LOWEST,
        )
        inside = {
            self._marker.names[int(number)].id
            for number in MENTION.findall(self._marker.mark(f"{one.words} / {one.how}"))
        }
        inside |= {one.subject, one.object} - {""}
        claimed = ladder.watch_point(one.tier) if one.tier else LOWEST
        here = self._tiers.of_fact(one.relation, one.sentence.sentence)
        tier = max([claimed, here, *(self._of_names.get(ident, ladder.top) for ident in inside)])
        section, number = one.sentence.sentence.place
        proof = Evidence(
            section,
            number,
            one.sentence.sentence.start,
            one.sentence.sentence.end,
            one.sentence.paragraph.passage,
            fingerprint(one.sentence.sentence.text),
        )
        return replace(fact, tier=tier, evidence=(proof,))

    def _witness(self, known: Fact, fact: Fact) -> None:
        """Let a fact of the draft have the place as well; its own tier stays."""
        self._touched[known.id] = _with_evidence(self._touched.get(known.id, known), fact)

    def _joined(self, known: int, rejected: int, raised: int) -> Joined:
        ladder = self._desk.climb.ladder
        old = {one.key: one.id for one in (self._desk.old.facts if self._desk.old else ())}
        added: list[Fact] = []
        for fact in self._added.values():
            ident = old.get(fact.key) or fact_id(fact.key, self._taken)
            self._taken.add(ident)
            named = replace(fact, id=ident)
            added.append(replace(named, drafted=named.digest(ladder)))
        facts = (*(self._touched.get(one.id, one) for one in self._book.facts), *added)
        drafted = [one for one in self._book.ledger if one.drafted == one.digest]
        ledger = {(one.facts, one.why): one for one in (*contradictions(facts), *drafted)}
        book = replace(self._book, facts=facts, ledger=tuple(ledger[key] for key in sorted(ledger)))
        return Joined(book, tuple(one.id for one in added), known, rejected, raised)


def _with_evidence(fact: Fact, other: Fact) -> Fact:
    more = [one for one in other.evidence if one not in fact.evidence]
    return replace(fact, evidence=(*fact.evidence, *more)[:MOST_EVIDENCE])


def _loose(key: Key) -> Key:
    """Return a key in which "a boat" and "the boat" are one."""
    subject, relation, what = key
    return subject, relation, without_article(what)
