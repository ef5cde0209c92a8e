"""What is known of a story when cards are made: what may be asked, and all that may be true."""

from collections.abc import Iterable

from quizgame.domain.telling import stem, telling, tokens
from quizgame.domain.terms import Glossary, Term
from quizgame.domain.tiers import LOWEST
from quizgame.generate.article import Article
from quizgame.generate.contradictions import contradicted
from quizgame.generate.facts import Fact, FactBook, Name
from quizgame.generate.people import STORY
from quizgame.generate.words import (
    FEMALE_GIVEN,
    FEMALE_KIN,
    FEMALE_TITLES,
    MALE_GIVEN,
    MALE_KIN,
    MALE_TITLES,
)

_MADE = ("made_by", "played_by")
_LEAST_SHARED = 0.5


class Known:
    """The facts of a book that cards may rest on, and what stands against a wrong answer.

    Cards rest on confirmed facts that nothing contradicts; what is proposed, confirmed or in the
    ledger may all be true. The article, where it is at hand, says what else may be.
    """

    def __init__(self, book: FactBook, article: Article | None = None) -> None:
        self.book = book
        self._inside: dict[tuple[str, ...], frozenset[str]] = {}
        self.names: dict[str, Name] = {one.id: one for one in book.names if one.state != "rejected"}
        doubted = contradicted(book.facts, book.ledger)
        self.held = tuple(fact for fact in book.facts if fact.state != "rejected")
        self.usable = tuple(
            fact
            for fact in book.facts
            if fact.state == "confirmed" and fact.id not in doubted and self._whole(fact)
        )
        self.doubted = tuple(fact for fact in book.facts if fact.id in doubted)
        self.glossary = Glossary(
            tuple(
                Term(one.id, one.tier, (one.name, *one.aliases), sort=one.sort)
                for one in self.names.values()
                if one.id != STORY
            )
        )
        # What a person has rejected is not true, but why it was rejected nobody knows.
        self.said = {fact.key for fact in book.facts}
        self.makers = {fact.object for fact in self.held if fact.relation in _MADE}
        self._confirmed = {
            ident for fact in self.usable for ident in (fact.subject, fact.object) if ident
        }
        self._linked = {frozenset((a, b)) for fact in self.held for a in self.inside(fact)
                        for b in self.inside(fact)}  # fmt: skip
        self.article = article
        self._windows = tuple(self._read(article)) if article else ()
        self._text = frozenset(map(stem, tokens(article.text))) if article else frozenset()

    def _whole(self, fact: Fact) -> bool:
        """Tell whether nobody a fact is about has been rejected."""
        if fact.relation == "happens_before":
            return True
        return all(one in self.names for one in (fact.subject, fact.object) if one)

    def _read(self, article: Article) -> Iterable[tuple[frozenset[str], frozenset[str]]]:
        """Yield whom each sentence names, with the one before it, and its telling words."""
        for paragraph in article.paragraphs:
            before: frozenset[str] = frozenset()
            for sentence in paragraph.sentences():
                here = self.named(sentence.text)
                yield here | before, telling(sentence.text)
                before = here

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

    def linked(self, one: str, other: str) -> bool:
        """Tell whether any fact speaks of both."""
        return frozenset((one, other)) in self._linked

    def told_together(self, ident: str, what: str, words: str = "") -> bool:
        """Tell whether the article may speak of somebody beside a name or some words."""
        sought = telling(words)
        for names, said in self._windows:
            if ident not in names:
                continue
            if what and what in names:
                return True
            if sought and len(sought & said) >= _LEAST_SHARED * len(sought):
                return True
        return False

    def in_article(self, words: str) -> bool:
        """Tell whether any of the words stands in the article."""
        return bool(frozenset(map(stem, tokens(words))) & self._text)

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
            and (one.state == "confirmed" or one.id in self._confirmed)
        ]

    def places(self, tier: int) -> list[str]:
        """Return the places that are known at a tier."""
        return [one.id for one in self.names.values() if one.sort == "place" and one.tier <= tier]

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
        name = self.names.get(ident)
        if name is None or name.sort != "person":
            return ""
        words = {
            part.strip(".").casefold() for one in (name.name, *name.aliases) for part in one.split()
        }
        ties = {
            fact.how.split()[-1] for fact in self.held
            if fact.relation == "kin_of" and fact.subject == ident and fact.how
        }  # fmt: skip
        female = bool(words & FEMALE_TITLES or ties & FEMALE_KIN)
        male = bool(words & MALE_TITLES or ties & MALE_KIN)
        if not female and not male:
            female, male = bool(words & FEMALE_GIVEN), bool(words & MALE_GIVEN)
        if female == male:
            return ""
        return "female" if female else "male"
