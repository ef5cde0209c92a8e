"""Which names may be one person's: short forms, second names, and who is in truth another."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from quizgame.domain.telling import listed
from quizgame.domain.terms import Glossary, Term
from quizgame.generate.article import Article
from quizgame.generate.facts import Fact, Name
from quizgame.generate.people import STORY
from quizgame.generate.words import TITLES

ANYBODY = listed(
    "stranger man woman boy girl figure killer murderer narrator detective ghost visitor guest "
    "hero heroine villain victim prisoner captive thief spy intruder watcher rider traveller "
    "ringleader ring-leader leader boss host master voice author benefactor convict"
)
"""What somebody may be called who has a name besides."""
_ALSO = (
    r"(?:, (?:now|known as|called|nicknamed|named|later|once|then|formerly|alias|in truth|"
    r"in reality|really|actually|also|also known as|also called|otherwise|born|"
    r"whose (?:real |true |full )?name is|who is (?:now|really|in truth|also)?|"
    r"who (?:is called|was called|becomes|became|calls (?:him|her)self|called (?:him|her)self))|"
    r" (?:calls|called) (?:him|her)self| (?:becomes|became|is now|alias|a\.k\.a\.|aka|or)| \(|"
    r",(?= [Tt]he )| ?[–—:-](?= )) ?(?:the (?:new )?)?"
)
_SAME = r" (?:is|are|was|were) (?:really |in fact |in truth )?(?:one|the same)\b"
_REAL_NAME = re.compile(
    r"\b(?:(?:real|true|own|full|false|other|new) names?|identity|identical|disguise\w*|"
    r"one and the same|same (?:man|woman|person)|none other|impostor|double|alias)\b"
)


class Identity:
    """Tells of two names whether they may be one person's; where it is unsure, they may."""

    def __init__(
        self, names: dict[str, Name], facts: Sequence[Fact], article: Article | None
    ) -> None:
        self._group = {ident: ident for ident in names}
        self._words = {ident: words_of(one) for ident, one in names.items()}
        self._firsts = {
            ident: [said for way in (one.name, *one.aliases) if (said := _untitled(way))]
            for ident, one in names.items()
            if one.sort == "person" and not one.name.startswith("the ")
        }
        self._anybody = {ident for ident, one in names.items() if _anybody(one)}
        people = {ident: one for ident, one in names.items() if one.sort == "person"}
        # A fact that was rejected may be wrong for another reason: there it is unsure.
        ties = [(one.subject, one.object) for one in facts if one.relation == "is_really"]
        for first, second in (*ties, *(_told(people, article) if article else ())):
            if first in self._group and second in self._group:
                self._tie(first, second)
        self._unsure = set(_unnamed(people, article)) if article else set()
        self._members: dict[str, list[str]] = {}
        for ident, group in self._group.items():
            self._members.setdefault(group, []).append(ident)
        self._known: dict[tuple[str, str], bool] = {}
        self._apart = {
            frozenset((one.subject, one.object))
            for one in facts
            if one.object and one.relation != "is_really" and one.state != "rejected"
        }

    def _tie(self, first: str, second: str) -> None:
        old, new = self._group[second], self._group[first]
        for ident, group in self._group.items():
            if group == old:
                self._group[ident] = new

    def one(self, first: str, second: str) -> bool:
        """Tell whether two ids may mean one person."""
        key = (first, second) if first < second else (second, first)
        if key not in self._known:
            self._known[key] = self._one(*key)
        return self._known[key]

    def _one(self, first: str, second: str) -> bool:
        if first == second:
            return True
        if frozenset((first, second)) in self._unsure:
            return True
        if self._anybody & {first, second} and frozenset((first, second)) not in self._apart:
            return True
        groups = [self._members.get(self._group.get(one, one), [one]) for one in (first, second)]
        if groups[0] == groups[1] or self._given(first, second):
            return True
        return any(
            a <= b or b <= a
            for here in groups[0]
            for there in groups[1]
            for a in self._words.get(here, ())
            for b in self._words.get(there, ())
        )

    def _given(self, first: str, second: str) -> bool:
        """Tell whether two bear one given name, or a short form: Cathy and Catherine Linton."""
        one, other = (self._firsts.get(ident, ()) for ident in (first, second))
        return any(
            here[0] == there[0]
            or (
                here[0][:3] == there[0][:3]
                and (1 in {len(here), len(there)} or here[-1] == there[-1])
            )
            for here in one
            for there in other
        )


def words_of(name: Name) -> list[frozenset[str]]:
    """Return the words of each way to name somebody, without titles."""
    found = []
    for said in (name.name, *name.aliases):
        words = frozenset(word.strip(".").casefold() for word in said.split())
        found.append(words - TITLES - {"the"} or words)
    return found


def _untitled(said: str) -> tuple[str, ...]:
    """Return the words of a name, none where a title stands before the family name alone."""
    words = [word.strip(".").casefold() for word in said.split()]
    rest = [word for word in words if word not in TITLES]
    return tuple(rest) if len(rest) == len(words) or len(rest) > 1 else ()


def _anybody(name: Name) -> bool:
    said = name.name.casefold().split()
    return name.sort == "person" and len(said) > 1 and said[0] in {"the", "a", "an"} and (
        bool(set(said[1:]) & ANYBODY)
    )  # fmt: skip


def _unnamed(people: dict[str, Name], article: Article) -> Iterator[frozenset[str]]:
    """Yield who may be whom where the article tells a true name: "His real name is Leeford"."""
    ids = {said: ident for ident, one in people.items() for said in (one.name, *one.aliases)}
    for paragraph in article.paragraphs:
        before: set[str] = set()
        for sentence in paragraph.sentences():
            here = {ident for said, ident in ids.items() if said in sentence.text}
            if _REAL_NAME.search(sentence.text):
                yield from (frozenset((one, two)) for one in here for two in here | before)
            before = here


def _told(people: dict[str, Name], article: Article) -> Iterator[tuple[str, str]]:
    """Yield whom the article calls by two names in one breath: "Arthur, now Lord Godalming"."""
    ids = {said: ident for ident, one in people.items() for said in (one.name, *one.aliases)}
    if not ids:
        return
    either = "|".join(re.escape(said) for said in sorted(ids, key=lambda one: (-len(one), one)))
    expression = re.compile(
        rf"\b({either}){_ALSO}({either})\b(?! (?:and|or)\b)(?!, (?:and|[A-Z]))(?!['’]s)"
    )
    same = re.compile(rf"\b({either}) and ({either}){_SAME}")
    for paragraph in article.paragraphs:
        for found in (*expression.finditer(paragraph.text), *same.finditer(paragraph.text)):
            yield ids[found[1]], ids[found[2]]


def bearers(names: Iterable[Name]) -> Counter[str]:
    """Count how many people bear each word of their names."""
    people = (one for one in names if one.sort == "person")
    return Counter(word for one in people for word in set(one.name.split()) if word[:1].isupper())


def glossary(names: Iterable[Name]) -> Glossary:
    """Return all names but the story's as terms."""
    return Glossary(
        tuple(
            Term(one.id, one.tier, (one.name, *one.aliases), sort=one.sort)
            for one in names
            if one.id != STORY
        )
    )
