"""The leak checker: what a pack's texts tell above their tier, as far as words can show it.

It sees declared names in any form, telling words, and likeness to later facts. It cannot see a
pronoun or a tense that gives a secret away, nor what one must know the world to understand.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from quizgame.domain import wording
from quizgame.domain.cards import Card, PutInOrder, TypeAnswer
from quizgame.domain.drafts import CardDraft, PackDraft, Said
from quizgame.domain.findings import Finding, issue, spoken
from quizgame.domain.issues import Issue
from quizgame.domain.packs import SealedPack
from quizgame.domain.telling import SHORTEST_WORD, SMALL, stem
from quizgame.domain.terms import Glossary, Term
from quizgame.domain.themes import Facts
from quizgame.domain.tiers import LOWEST, Ladder
from quizgame.domain.waivers import Found

_HEDGES = frozenset(
    {"seems", "seem", "seemingly", "apparently", "supposedly", "allegedly", "believed"}
)
_NEAR, _NEAREST = 2, 3
"""Words shared with a later fact that make a text lie near it: half of them, two to three."""
_LEAST_ASKED = 3
_MOST_ASKED = 20


class Checker:
    """The rules, made ready for one glossary."""

    def __init__(self, glossary: Glossary, ladder: Ladder) -> None:
        self.glossary = glossary
        self.ladder = ladder
        self.facts = Facts(glossary)
        self._parts = _name_parts(glossary)
        self._by_stem: dict[str, list[Term]] = {}
        self._enough: dict[str, int] = {}
        for term in glossary.terms:
            stems = _stems(term.fact, glossary) if term.fact else frozenset()
            self._enough[term.id] = max(_NEAR, min(_NEAREST, (len(stems) + 1) // 2))
            for one in stems:
                self._by_stem.setdefault(one, []).append(term)

    def of_text(self, text: Said, tier: int) -> Iterator[Issue]:
        """Yield what one text tells that nobody at the tier knows."""
        later = [term for term in self.glossary.mentioned(text.text) if term.tier > tier]
        for term in sorted(later, key=lambda term: term.id):
            told = self._issue(Finding.NAMES_LATER, text, "names", term)
            yield replace(told, message=f"{told.message}: the card is asked only from there on")
        if later or tier == self.ladder.top or text.role == "id":
            return
        part = self._part_of_later(text.text, tier)
        if part:
            yield self._issue(Finding.NAME_PART, text, "holds a part of the name of", part)
        granted = self.facts.taken_for_granted(text.text, tier)
        near = None if granted else self._nearer_later(text.text, tier)
        if granted:
            word, fact = granted
            takes = f"with '{word}' takes for granted the fact"
            yield self._issue(Finding.PRESUPPOSES, text, takes, fact)
        elif near:
            yield self._issue(Finding.NEARER_LATER, text, "has words that lie near the fact", near)

    def _issue(self, finding: Finding, text: Said, does: str, term: Term) -> Issue:
        first = self.ladder[term.tier].id
        message = f"this {spoken(text)} {does} '{term.id}', first known at '{first}'"
        return issue(finding, text, message)

    def _part_of_later(self, text: str, tier: int) -> Term | None:
        """Return the later term a capitalised word of the text is a part of, if nothing else is."""
        for word in wording.words_of(text):
            owners = self._parts.get(word, ()) if word[:1].isupper() else ()
            if owners and all(term.tier > tier for term in owners):
                return max(owners, key=lambda term: term.tier)
        return None

    def _nearer_later(self, text: str, tier: int) -> Term | None:
        """Return the later fact the text shares more words with than with any fact known."""
        shared: dict[str, int] = {}
        known, best = 0, 0
        nearest: Term | None = None
        for one in _stems(text, self.glossary):
            for term in self._by_stem.get(one, ()):
                shared[term.id] = count = shared.get(term.id, 0) + 1
                if term.tier <= tier:
                    known = max(known, count)
                elif count > best and count >= self._enough[term.id]:
                    best, nearest = count, term
        return nearest if best > known else None


def found(draft: PackDraft, before: SealedPack | None = None) -> Iterator[Found]:
    """Yield all that a pack tells too early; `before` is the pack whose story it follows."""
    checker = Checker(draft.pack.glossary, draft.pack.face.ladder)
    yield from ((None, one) for one in _of_terms(draft))
    yield from ((None, one) for one in _of_headings(draft, checker))
    yield from ((None, one) for one in _of_open_texts(draft, checker))
    yield from ((None, one) for one in _of_sequel(draft, before))
    yield from _of_cards(draft, checker)


def _of_terms(draft: PackDraft) -> Iterator[Issue]:
    ladder = draft.pack.face.ladder
    owner: dict[str, Term] = {}
    for row in draft.terms:
        at = Said("term", row.term.id, row.line, row.column)
        if row.term.tier > row.written:
            first = ladder[row.term.tier].id
            message = f"'{row.term.id}' mentions a later term, so it counts from '{first}' on"
            yield issue(Finding.TERM_RAISED, at, message)
        for name in row.term.names:
            joined = "".join(wording.words_of(name)).casefold()
            if len(joined) == 1 and joined.isascii():
                yield issue(
                    Finding.SHORT_NAME, at, f"a name of '{row.term.id}' has only one letter"
                )
            other = owner.setdefault(joined, row.term)
            if other is not row.term and other.id != row.term.id:
                message = f"'{row.term.id}' shares a name with '{other.id}'"
                yield issue(Finding.SHARED_NAME, at, message)
    places = {row.term.id: row for row in draft.terms}
    for ring in draft.rings:
        row = places[ring[0]]
        at = Said("term", ring[0], row.line, row.column)
        yield issue(Finding.RING, at, f"terms lead back to themselves: {', '.join(ring)}")


def _of_headings(draft: PackDraft, checker: Checker) -> Iterator[Issue]:
    for text, shown, written in draft.headings:
        if shown > written:
            message = f"this title is shown from '{checker.ladder[shown].id}' on"
            yield issue(Finding.HEADING_LATER, text, message)


def _of_open_texts(draft: PackDraft, checker: Checker) -> Iterator[Issue]:
    for text in draft.open_texts:
        # A later name in one of these is a fault of the file, told when it is read.
        yield from (i for i in checker.of_text(text, LOWEST) if i.code != Finding.NAMES_LATER.code)


def _of_sequel(draft: PackDraft, before: SealedPack | None) -> Iterator[Issue]:
    follows = draft.pack.face.follows
    if before is None:
        if follows:
            at = Said("head", follows, 1, 1)
            yield issue(Finding.SEQUEL_ALONE, at, f"the pack '{follows}' was not found")
        return
    for text in draft.open_texts:
        for term in sorted(before.glossary.mentioned(text.text), key=lambda term: term.id):
            if term.tier > LOWEST:
                first = before.face.ladder[term.tier].id
                message = f"this names '{term.id}' of '{before.face.id}', first known at '{first}'"
                yield issue(Finding.SEQUEL, text, message)


def _of_cards(draft: PackDraft, checker: Checker) -> Iterator[Found]:
    # A prediction holds nothing true while it is asked.
    rivals = dict(_disagreeing(card for card in draft.cards if card.opens is None))
    terms = {term.id: term for term in checker.glossary.terms}
    for card in draft.cards:
        yield from ((card, one) for one in _of_card(card, checker, terms))
        rival = rivals.get(card.card.id)
        if rival is not None:
            message = f"the card on line {rival.line} asks the same and answers differently"
            yield card, issue(Finding.DISAGREE, card, message)


def _of_card(card: CardDraft, checker: Checker, terms: Mapping[str, Term]) -> Iterator[Issue]:
    for named in card.mentions:
        term = terms[named.text]
        if term.tier > card.known_at(named):
            first = checker.ladder[term.tier].id
            message = f"the card mentions '{term.id}', first known at '{first}'"
            yield issue(Finding.MENTIONS_LATER, named, message)
    for text in card.said:
        tier = card.known_at(text)
        # A fact the author names is the author's word for what the card gives away; what a
        # prediction gives away later answers nothing while it is asked.
        given = (terms[one.text] for one in card.mentions)
        soft = not any(card.opens is None or term.tier <= tier for term in given)
        for found in checker.of_text(text, tier):
            if soft or found.severity == "error":
                yield found
        hedged = text.role != "id" and _HEDGES & set(wording.words_of(text.text.casefold()))
        if card.card.until is not None and hedged:
            yield issue(Finding.HEDGED, text, f"this {spoken(text)} of a card with 'until' hedges")


def _disagreeing(cards: Iterable[CardDraft]) -> Iterator[tuple[str, CardDraft]]:
    """Yield the id of each card that an earlier one contradicts while both are open, and that.

    A card is held against the last few that ask the same: nobody asks one thing more often.
    """
    asked: dict[frozenset[str], deque[CardDraft]] = {}
    for card in sorted(cards, key=lambda draft: draft.card.tier):
        words = frozenset(w.casefold() for w in wording.words_of(card.card.stem))
        if len(words) < _LEAST_ASKED:
            continue
        group = asked.setdefault(words, deque(maxlen=_MOST_ASKED))
        rivals = (other for other in group if _contradict(other.card, card.card))
        rival = next((r for r in rivals if not _ended(r.card, card.card.tier)), None)
        if rival:
            yield card.card.id, rival
        group.append(card)


def _ended(card: Card, tier: int) -> bool:
    return card.until is not None and card.until <= tier


def _contradict(one: Card, two: Card) -> bool:
    """Tell whether what one card holds right the other holds wrong."""
    if isinstance(one.kind, PutInOrder) or isinstance(two.kind, PutInOrder):
        return False
    if isinstance(one.kind, TypeAnswer) or isinstance(two.kind, TypeAnswer):
        return not _answers(one) & _answers(two)
    right_one, right_two = _answers(one), _answers(two)
    wrong_one = {_flat(word) for word in one.kind.options} - right_one
    wrong_two = {_flat(word) for word in two.kind.options} - right_two
    return bool(right_one & wrong_two or right_two & wrong_one)


def _answers(card: Card) -> frozenset[str]:
    kind = card.kind
    words = kind.accepted if isinstance(kind, TypeAnswer) else kind.right_words()
    return frozenset(map(_flat, words))


def _flat(word: str) -> str:
    return " ".join(wording.folded(wording.words_of(word)))


def _stems(text: str, glossary: Glossary) -> frozenset[str]:
    """Return the telling words of a text without their endings, names left out."""
    words = wording.words_of(text)
    named = {
        word.casefold()
        for term in glossary.mentioned(text)
        for name in term.names
        for word in wording.words_of(name)
    }
    folded = (word.casefold() for word in words)
    return frozenset(
        stem(word)
        for word in folded
        if len(word) >= SHORTEST_WORD and word not in SMALL and word not in named
    )


def _name_parts(glossary: Glossary) -> dict[str, list[Term]]:
    """Return the capitalised words that names are made of, with the terms that own them."""
    parts: dict[str, list[Term]] = {}
    for term in glossary.terms:
        for name in term.names:
            words = wording.words_of(name)
            for word in words if term.sort == "person" and not term.exact else ():
                if len(word) >= SHORTEST_WORD and word[:1].isupper():
                    parts.setdefault(word, []).append(term)
    return parts
