"""What an explainer says, as facts that a person keeps, mends or rejects."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal

from quizgame.domain.evidence import Section, normalised
from quizgame.domain.tiers import Ladder
from quizgame.generate.article import slug
from quizgame.generate.relations import RELATIONS

State = Literal["proposed", "confirmed", "rejected"]
TOLD_AS = {"attacks": "attacks", "imprisons": "imprisons"}
"""What is said of how something is done where nothing is told of it."""
STATES: tuple[State, ...] = ("proposed", "confirmed", "rejected")
SORTS = ("person", "place", "thing", "work")
_DRAFT_DIGITS = 8
_ID_LENGTH = 40

Key = tuple[str, str, str]
"""Subject, relation and object of a fact: ids, or words evened out."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a sentence stands: section, paragraph from 1, characters from 0, fingerprints."""

    section: str
    paragraph: int
    start: int
    end: int
    passage: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Somebody or something of the story; `drafted` tells what the draft proposed, if it did."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    sort: str
    tier: int
    state: State = "proposed"
    drafted: str = ""
    note: str = ""

    def digest(self, ladder: Ladder) -> str:
        """Return hex digits of all that a draft proposes of a name."""
        return _digest(self.id, self.name, *self.aliases, self.sort, ladder[self.tier].id)

    def touched(self, ladder: Ladder) -> bool:
        """Tell whether a person has had a hand in it."""
        drafted = self.drafted == self.digest(ladder)
        return self.state != "proposed" or not drafted or bool(self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One statement: `object` is an id of a name or a fact, or there are `words` in its place."""

    id: str
    subject: str
    relation: str
    object: str = ""
    words: str = field(default="", repr=False)
    how: str = field(default="", repr=False)
    tier: int
    state: State = "proposed"
    drafted: str = ""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def key(self) -> Key:
        """What makes it this fact and no other."""
        return self.subject, self.relation, self.object or normalised(self.words)

    def digest(self, ladder: Ladder) -> str:
        """Return hex digits of all that a draft proposes of a fact."""
        return _digest(self.id, *self.key, self.how, ladder[self.tier].id)

    def touched(self, ladder: Ladder) -> bool:
        """Tell whether a person has had a hand in it."""
        drafted = self.drafted == self.digest(ladder)
        return self.state != "proposed" or not drafted or bool(self.note)

    @property
    def reworded(self) -> bool:
        """Whether a person has put it into words of their own, as its id tells."""
        ident = fact_id(self.key)
        return self.id not in {ident, fact_id(self.key, {ident})}


@dataclass(frozen=True, slots=True)
class Doubt:
    """An entry of the ledger: facts that cannot all hold, and why; a draft's has `drafted`."""

    facts: tuple[str, ...]
    why: str
    drafted: str = ""

    @property
    def digest(self) -> str:
        """Hex digits of the entry."""
        return _digest(*self.facts, self.why)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBook:
    """All of `facts.yaml`: sections with the tiers their titles may be shown from, and so on."""

    title: str
    file: str
    sha256: str
    sections: tuple[Section, ...]
    ladder: Ladder
    names: tuple[Name, ...] = ()
    facts: tuple[Fact, ...] = ()
    ledger: tuple[Doubt, ...] = ()

    def reads(self, fact: Fact) -> str:
        """Return a fact as a plain sentence in words of our own, for people and comments."""
        shown = {name.id: name.name for name in self.names}
        shown |= {one.id: f"({one.id})" for one in self.facts}
        what = shown.get(fact.object, fact.object) or fact.words
        subject = shown.get(fact.subject, fact.subject)
        article = "an" if what[:1].casefold() in set("aeiou") else "a"
        if fact.relation == "symbolises" and not fact.how:
            return f"{subject} stands for {what}"
        said = RELATIONS[fact.relation].reads.format(
            s=subject,
            o=what,
            an=f"{article} {what}",
            how=fact.how or TOLD_AS.get(fact.relation, ""),
        )
        return " ".join(said.split())


def fact_id(key: Key, taken: Collection[str] = ()) -> str:
    """Return the id of a fact, the same for the same key."""
    subject, relation, what = key
    ident = slug(f"{subject}-{relation}-{what}", 200)
    if len(ident) > _ID_LENGTH or ident in taken:
        ident = f"{ident[: _ID_LENGTH - 7].rstrip('-')}-{_digest(*key)[:6]}"
    return ident


def _digest(*parts: str) -> str:
    said = "\0".join(normalised(part) for part in parts)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_DRAFT_DIGITS]
