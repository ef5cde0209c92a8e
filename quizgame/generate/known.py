"""What is known of a story when cards are made: what may be asked, and all that may be true."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from quizgame.domain.telling import stem, telling, tokens
from quizgame.domain.tiers import LOWEST
from quizgame.generate.appearing import Appearing
from quizgame.generate.article import Article
from quizgame.generate.contradictions import contradicted
from quizgame.generate.facts import Fact, FactBook, Name
from quizgame.generate.identity import Identity, bearers, glossary
from quizgame.generate.marking import MENTION, Marker, marked_sentences
from quizgame.generate.words import (
    FEMALE_GIVEN,
    FEMALE_KIN,
    FEMALE_TITLES,
    MALE_GIVEN,
    MALE_KIN,
    MALE_TITLES,
    TITLES,
    womans,
)

_MADE = ("made_by", "played_by")
_COUPLES = telling("engaged betrothed married marries marry wife husband loves loved lover affair")
_LEAST_SHARED = 0.5
_ANY = 1_000_000
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him|they|their|them|who|whom|whose)\b", re.IGNORECASE)


class Known:
    """The facts of a book that cards may rest on, and what stands against a wrong answer.

    Cards rest on confirmed facts that nothing contradicts; what is proposed, confirmed or in the
    ledger may all be true. The article, where it is at hand, says what else may be.
    """

    def __init__(self, book: FactBook, article: Article | None = None) -> None:
        self.book = book
        self._ambiguous: dict[str, bool] = {}
        self._inside: dict[tuple[str, ...], frozenset[str]] = {}
        self.names: dict[str, Name] = {one.id: one for one in book.names if one.state != "rejected"}
        self._bearers = bearers(self.names.values())
        doubted = contradicted(book.facts, book.ledger)
        self.held = tuple(fact for fact in book.facts if fact.state != "rejected")
        self.usable = tuple(
            fact
            for fact in book.facts
            if fact.state == "confirmed" and fact.id not in doubted and self._whole(fact)
        )
        self.doubted = tuple(fact for fact in book.facts if fact.id in doubted)
        self.glossary = glossary(self.names.values())
        # What a person has rejected is not true, but why it was rejected nobody knows.
        self.said = {fact.key for fact in book.facts}
        self.makers = {fact.object for fact in self.held if fact.relation in _MADE}
        self._confirmed = {
            ident for fact in self.usable for ident in (fact.subject, fact.object) if ident
        }
        self._linked = {frozenset((a, b)) for fact in self.held for a in self.inside(fact)
                        for b in self.inside(fact)}  # fmt: skip
        self._dead = _told_dead(self.held)
        self.article = article
        self.identity = Identity(self.names, book.facts, article)
        self._genders: dict[str, str] = {}
        self._readings: dict[tuple[str, ...], str] = {}
        self._women: dict[str, bool | None] = {}
        self._told_of: dict[str, list[frozenset[str]]] = {}
        self._told_with: dict[str, set[str]] = {}
        self.appearing = Appearing(self.names, article)
        for here, said in self._read(article) if article else ():
            for ident in here:
                self._told_of.setdefault(ident, []).append(said)
                self._told_with.setdefault(ident, set()).update(here)
        self._counts = Counter(map(stem, tokens(article.text)) if article else ())

    def _whole(self, fact: Fact) -> bool:
        """Tell whether nobody a fact is about has been rejected."""
        if fact.relation == "happens_before":
            return True
        return all(one in self.names for one in (fact.subject, fact.object) if one)

    def _read(self, article: Article) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
        """Yield whom each sentence may speak of, and its telling words.

        That is whoever is named in it or right before, and further back where it says "he".
        """
        marker = Marker(tuple(self.names.values()))
        idents = tuple(one.id for one in marker.names)
        before: frozenset[str] = frozenset()
        named: frozenset[str] = frozenset()
        at = None
        for one in marked_sentences(article, marker):
            if one.paragraph.place != at:
                at, before, named = one.paragraph.place, frozenset(), frozenset()
            here = self.named(one.sentence.text) | {
                marker.names[int(number)].id for number in MENTION.findall(one.text)
            }
            loose = not here or _PRONOUN.search(one.text)
            self.appearing.see(one.text, idents, here, one.paragraph.place[0])
            window = here | (before if loose else named)
            yield window, telling(one.sentence.text)
            before, named = window, here
        self.makers |= {idents[number] for number in marker.authors}
        self._women = {marker.names[number].id: told for number, told in marker.women.items()}

    def named(self, *texts: str) -> frozenset[str]:
        """Return the ids of the names in some texts."""
        return frozenset(term.id for text in texts for term in self.glossary.mentioned(text))

    def inside(self, fact: Fact) -> frozenset[str]:
        """Return the ids of all names a fact speaks of."""
        key = (*fact.key, fact.how)
        if key not in self._inside:
            ends = {one for one in (fact.subject, fact.object) if one in self.names}
            self._inside[key] = self.named(fact.words, fact.how) | ends
        return self._inside[key]

    def ambiguous(self, words: str) -> bool:
        """Tell whether words name somebody by a family name that several bear: Sholto."""
        if words not in self._ambiguous:
            bare = words.replace("'s", "")
            for ident in self.named(words):
                for way in (self.names[ident].name, *self.names[ident].aliases):
                    bare = bare.replace(way, "")
            self._ambiguous[words] = any(self._bearers[one] > 1 for one in bare.split())
        return self._ambiguous[words]

    def linked(self, one: str, other: str) -> bool:
        """Tell whether any fact speaks of both."""
        return frozenset((one, other)) in self._linked

    def told_together(self, ident: str, what: str, words: str = "") -> bool:
        """Tell whether the article may speak of somebody beside a name or some words."""
        if what and what in self._told_with.get(ident, ()):
            return True
        sought = telling(words)
        least = _LEAST_SHARED * len(sought)
        return bool(sought) and any(
            len(sought & said) >= least for said in self._told_of.get(ident, ())
        )

    def paired(self, one: str, other: str) -> bool:
        """Tell whether the article may tell of two as a couple: engaged, married, in love."""
        others = {id(said) for said in self._told_of.get(other, ())}
        both = (said for said in self._told_of.get(one, ()) if id(said) in others)
        return any(said & _COUPLES for said in both)

    def told_of(self, ident: str, words: Iterable[str]) -> frozenset[str]:
        """Return which of some words stand where the article may speak of somebody."""
        every = frozenset().union(*self._told_of.get(ident, ()))
        return frozenset(word for word in words if stem(word) in every)

    def reads(self, fact: Fact) -> str:
        """Return a fact as a plain sentence in words of our own."""
        key = (*fact.key, fact.words, fact.how)
        if key not in self._readings:
            self._readings[key] = self.book.reads(fact)
        return self._readings[key]

    def beside(self, fact: Fact, ident: str) -> bool:
        """Tell whether the article tells of somebody beside anybody that a fact speaks of."""
        return bool(ident and self._told_with.get(ident, set()) & self.inside(fact))

    def dead_before(self, ident: str, tier: int) -> bool:
        """Tell whether somebody is told to be dead at a lower tier, and so does nothing at this."""
        return self._dead.get(ident, tier) < tier

    def may_be_one(self, one: str, other: str) -> bool:
        """Tell whether two names may be one person's: Lord Henry and Henry Wotton."""
        return self.identity.one(one, other)

    def often(self, word: str) -> int:
        """Return how often a word stands in the article; without it more often than can be."""
        return self._counts[stem(word.casefold())] if self.article else _ANY

    def in_article(self, words: str) -> bool:
        """Tell whether any of the words stands in the article."""
        return any(self._counts[one] for one in map(stem, tokens(words)))

    def shown(self, ident: str) -> str:
        """Return a name as it stands in a sentence."""
        return self.names[ident].name

    def tier_of(self, idents: Iterable[str], *texts: str) -> int:
        """Return the highest tier of some names and of those in some texts."""
        every = {*idents, *self.named(*texts)}
        return max((self.names[one].tier for one in every if one in self.names), default=LOWEST)

    def people(self, tier: int) -> list[str]:
        """Return those of the story who are known at a tier and named in a confirmed fact."""
        return [
            one.id
            for one in self.names.values()
            if one.sort == "person"
            and one.tier <= tier
            and one.id not in self.makers
            and self.of_story(one.id)
            and (one.state == "confirmed" or one.id in self._confirmed)
        ]

    def of_story(self, ident: str) -> bool:
        """Tell whether somebody is told of beside another of the story: a real person is not."""
        if self.article is None:
            return True
        beside = self._told_with.get(ident, set()) - {ident, *self.makers}
        return any(self.names[one].sort == "person" for one in beside)

    def places(self, tier: int) -> list[str]:
        """Return the places that are known at a tier."""
        return [
            one.id
            for one in self.names.values()
            # What is told of beside nobody of the story may be no place in it.
            if one.sort == "place" and one.tier <= tier and self.of_story(one.id)
        ]

    def of(self, relation: str, *, subject: str = "", thing: str = "") -> list[Fact]:
        """Return the facts of a relation that may be true, of a subject or an object if named."""
        return [
            fact
            for fact in self.held
            if fact.relation == relation
            and (not subject or fact.subject == subject)
            and (not thing or fact.object == thing)
        ]

    def gender(self, ident: str) -> str:
        """Return "female" or "male" where titles, kin or a given name tell, else nothing."""
        if ident not in self._genders:
            self._genders[ident] = self._gender(ident)
        return self._genders[ident]

    def seems(self, ident: str) -> str:
        """Return the gender, told by the article's pronouns where nothing better tells it."""
        told = {True: "female", False: "male", None: ""}
        return self.gender(ident) or told[self._women.get(ident)]

    def actor(self, ident: str) -> str:
        """Return the gender of somebody who plays parts: by the given name, else by the parts."""
        parts = {self.gender(fact.subject) for fact in self.of("played_by", thing=ident)}
        return self.gender(ident) or (parts.pop() if len(parts) == 1 else "")

    def _gender(self, ident: str) -> str:
        name = self.names.get(ident)
        if name is None or name.sort != "person":
            return ""
        said = (name.name, *name.aliases)
        # Kitty King is no king.
        words = {part for one in said for part in _parts(one)[:1]}
        words |= self.appearing.titles(name)
        ties = {
            fact.how.split()[-1] for fact in self.held
            if fact.relation == "kin_of" and fact.subject == ident and fact.how
        }  # fmt: skip
        female = bool(words & FEMALE_TITLES or ties & FEMALE_KIN)
        male = bool(words & MALE_TITLES or ties & MALE_KIN)
        if not female and not male:
            first = next((one for one in _parts(name.name) if one not in TITLES), "")
            female = bool(words & FEMALE_GIVEN) or womans(first)
            male = bool(words & MALE_GIVEN)
        if female == male:
            return ""
        return "female" if female else "male"


def _parts(name: str) -> list[str]:
    """Return the words of a name in small letters."""
    return [part.strip(".").casefold() for part in name.split()]


def _told_dead(facts: Iterable[Fact]) -> dict[str, int]:
    """Return who is told to be dead, and from which tier on."""
    found: dict[str, int] = {}
    for fact in facts:
        gone = fact.relation == "dies_of" or (fact.relation, fact.words) == ("fate", "dead")
        who = fact.subject if gone else fact.object if fact.relation == "kills" else ""
        if who:
            found[who] = min(fact.tier, found.get(who, fact.tier))
    return found
