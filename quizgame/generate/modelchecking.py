"""Whether a model's claim holds: nothing is believed that the article does not bear out."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from quizgame.domain.evidence import normalised
from quizgame.generate import words
from quizgame.generate.facts import SORTS, FactBook, Name
from quizgame.generate.marking import MENTION, Marked, Marker
from quizgame.generate.matching import Matched, matched
from quizgame.generate.modelparsing import Claim
from quizgame.generate.modelprompt import NOT_ASKED, Piece
from quizgame.generate.people import STORY
from quizgame.generate.phrases import noun, without_article
from quizgame.generate.proposal import hedged
from quizgame.generate.relations import RELATIONS


class Reason(StrEnum):
    """Why a claim is refused, by ids that stay the same."""

    MALFORMED = "malformed"
    BEYOND = "beyond"
    RELATION = "relation"
    QUOTE = "quote"
    SHORT = "short"
    NAME = "name"
    SUBJECT = "subject"
    OBJECT = "object"
    WORDS = "words"
    HOW = "how"
    SORT = "sort"
    UNTOLD = "untold"
    HEDGED = "hedged"
    REJECTED = "rejected"
    WRITTEN = "written"


REASONS: dict[str, str] = {
    Reason.MALFORMED: "not in the form that was asked for",
    Reason.BEYOND: "more than is read of one answer",
    Reason.RELATION: "no such relation",
    Reason.QUOTE: "the quote does not stand in the part that was asked about",
    Reason.SHORT: "the quote is too short to show anything",
    Reason.NAME: "about somebody or something that is not among the names",
    Reason.SUBJECT: "the subject is not in the sentence",
    Reason.OBJECT: "the object is not in the sentence",
    Reason.WORDS: "the words are not in the sentence, or no name of a thing in few words",
    Reason.HOW: "the words of 'how' are missing, not in the sentence or too many",
    Reason.SORT: "such a fact cannot be about these",
    Reason.UNTOLD: "no word in the sentence tells of such a thing",
    Reason.HEDGED: "only supposed, wished, denied or asked there",
    Reason.REJECTED: "rejected before",
    Reason.WRITTEN: "not a name, or not written so in the sentence",
}
_FEWEST_QUOTED, _MOST_WORDS, _MOST_HOW, _MOST_NAME = 3, 10, 6, 6
_LONGEST, _LONGEST_NAME = 120, 80
_WITH_HOW = {key for key, one in RELATIONS.items() if "{how}" in one.reads}
_MADE = frozenset({"written", "directed", "created"})
_OF_STORY = frozenset({"made_by", "genre", "set_in", "ends_with", "symbolises"})
_OF_THINGS = frozenset({"found_at", "befalls", "fate", "kills", "attacks", "hunts", "saves"})
"""What may be said of a beast or a ship as well as of a person."""
_WITH_PEOPLE = frozenset({"played_by", "marries", "meets", "loves", "friend_of"})
_WITH_PLACES = frozenset({"set_in", "workplace", "lives_at", "comes_from", "goes_to"})
_CLAUSES = frozenset({"found_at", "says", "learns", "wants", "asks", "promises", "befalls"})
"""Relations whose words need not be the name of a thing."""
_SPEAKS = frozenset({"says", "asks", "wants", "promises", "threatens", "accuses", "learns"})
_DEAD = re.compile(
    r"\b(?:die[sd]?|dead|death|kill\w*|murder\w*|hang(?:s|ed)|drown(?:s|ed)|suicide|executed|"
    r"strangle[sd]|own life|crumbles to dust|stab\w*|sho(?:ot\w*|t)|beheaded|poison\w*)\b"
)
_ALIVE = re.compile(r"\b(?:alive|surviv\w+|lives? on)\b")
_CUES = {
    "kills": _DEAD,
    "marries": re.compile(r"\b(?:marr\w+|wed\w*|wife|husband|bride\w*)\b", re.IGNORECASE),
    "played_by": re.compile(r"\b(?:play\w*|portray\w*|cast|as|star\w*)\b|[|():–—-]", re.IGNORECASE),
}
"""Words without which such a fact is not told."""
_ENDS = "\"'“”‘’ .…"


class RefusedError(Exception):
    """A claim that is not taken; `reason` tells why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(REASONS[reason])
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Borne:
    """A claim that its sentence bears out, with ids, or a name that stands there."""

    sentence: Marked = field(repr=False)
    subject: str = ""
    relation: str = ""
    object: str = ""
    words: str = field(default="", repr=False)
    how: str = field(default="", repr=False)
    tier: str = ""
    name: str = field(default="", repr=False)
    sort: str = ""


class Checker:
    """Holds claims against the sentences of an article, with the names of a draft."""

    def __init__(self, book: FactBook, marker: Marker) -> None:
        self._marker = marker
        self._tiers = {tier.id for tier in book.ladder.tiers}
        self._forms: dict[str, Name] = {}
        for name in book.names:
            for said in (name.id, *(_form(one) for one in (name.name, *name.aliases))):
                self._forms.setdefault(said, name)
        self._numbers = {name.id: number for number, name in enumerate(marker.names)}
        self._matched: dict[str, Matched] = {}

    def fits(self, claim: Claim, piece: Piece) -> Borne:
        """Return what a claim comes to, by its quote; RefusedError."""
        last = RefusedError(Reason.QUOTE)
        for sentence in self._quoted(claim.quote, piece.sentences):
            try:
                return self.holds(claim, sentence)
            except RefusedError as error:
                last = error
        raise last

    def _quoted(self, quote: str, sentences: Iterable[Marked]) -> list[Marked]:
        """Return the sentences that a quote lies in or goes over, of one paragraph."""
        plain = quote.strip(_ENDS)
        if len(plain.split()) < _FEWEST_QUOTED:
            raise RefusedError(Reason.SHORT)
        listed = list(sentences)
        for text in dict.fromkeys(one.paragraph.text for one in listed):
            if text not in self._matched:
                self._matched[text] = matched(text)
            if place := self._matched[text].find(plain):
                start, end = place
                return [
                    one
                    for one in listed
                    if one.paragraph.text == text
                    and one.sentence.start < end
                    and one.sentence.end > start
                ]
        raise RefusedError(Reason.QUOTE)

    def holds(self, claim: Claim, sentence: Marked) -> Borne:
        """Return what a claim comes to if this sentence is its evidence; RefusedError."""
        if claim.name:
            return self._name(claim, sentence)
        if claim.relation not in RELATIONS or claim.relation in NOT_ASKED:
            raise RefusedError(Reason.RELATION)
        inside = {int(number) for number in MENTION.findall(sentence.text)}
        subject = self._known(claim.subject)
        what = self._forms.get(_form(claim.object or claim.words))
        if claim.object and what is None:
            raise RefusedError(Reason.NAME)
        for name in (subject, what):
            if name is not None and name.state == "rejected" and name.id != STORY:
                raise RefusedError(Reason.REJECTED)
        if subject.id != STORY and self._numbers.get(subject.id) not in inside:
            raise RefusedError(Reason.SUBJECT)
        if what is not None and self._numbers.get(what.id) not in inside:
            raise RefusedError(Reason.OBJECT)
        said = "" if what else self._words(claim, sentence)
        self._sorts(claim.relation, subject, what)
        how = self._how(claim, sentence)
        self._said_to_be_so(claim.relation, subject, what, sentence)
        return Borne(
            sentence,
            subject.id,
            claim.relation,
            what.id if what else "",
            said,
            how,
            claim.tier if claim.tier in self._tiers else "",
        )

    def _known(self, said: str) -> Name:
        name = self._forms.get(_form(said))
        if name is None:
            raise RefusedError(Reason.NAME)
        return name

    def _words(self, claim: Claim, sentence: Marked) -> str:
        said = unicodedata.normalize("NFC", " ".join(claim.words.split()))
        if claim.relation == "fate":
            cues = {"dead": _DEAD, "alive": _ALIVE}.get(normalised(said))
            if cues is None or not cues.search(sentence.text):
                raise RefusedError(Reason.WORDS)
            return normalised(said)
        if not _stands(said, sentence, _MOST_WORDS):
            raise RefusedError(Reason.WORDS)
        if claim.relation not in _CLAUSES and not self._names_a_thing(said, sentence):
            raise RefusedError(Reason.WORDS)
        # It reads with an article where its relation gives it one.
        return without_article(said) if "{an}" in RELATIONS[claim.relation].reads else said

    def _names_a_thing(self, said: str, sentence: Marked) -> bool:
        """Tell whether words are a noun with its few words, and cut no name in two."""
        marked = self._marker.mark(said)
        plain, text = normalised(without_article(marked)), normalised(sentence.text)
        return noun(marked, bare=True) == marked and plain in text and not plain.startswith("of ")

    def _how(self, claim: Claim, sentence: Marked) -> str:
        if claim.relation not in _WITH_HOW:
            return ""
        said = unicodedata.normalize("NFC", " ".join(claim.how.split()))
        stands = _stands(said, sentence, _MOST_HOW)
        fine = said in _MADE if claim.relation == "made_by" else stands
        last = normalised(said).split()[-1:]
        if claim.relation == "kin_of":
            fine = fine and set(last) <= words.KIN
        if not fine:
            raise RefusedError(Reason.HOW)
        return without_article(said)

    def _sorts(self, relation: str, subject: Name, what: Name | None) -> None:
        """Raise where such a fact cannot be about things of these sorts."""
        sort = what.sort if what else ""
        if relation in _OF_STORY:
            fine = subject.id == STORY and (relation != "made_by" or sort == "person")
        else:
            fine = subject.sort == "person" or (subject.sort == "thing" and relation in _OF_THINGS)
        fine = fine and (sort == "person" or relation not in _WITH_PEOPLE)
        fine = fine and (sort != "person" or relation not in _WITH_PLACES)
        if not fine or (what is not None and what.id == subject.id):
            raise RefusedError(Reason.SORT)

    def _said_to_be_so(
        self, relation: str, subject: Name, what: Name | None, sentence: Marked
    ) -> None:
        text = sentence.text
        if text.rstrip("\"')").endswith("?"):
            raise RefusedError(Reason.HEDGED)
        cue = _CUES.get(relation)
        if cue is not None and not cue.search(text):
            raise RefusedError(Reason.UNTOLD)
        if relation in _SPEAKS:
            return
        numbers = {self._numbers.get(one.id) for one in (subject, what) if one is not None}
        places = [one for one in MENTION.finditer(text) if int(one[1]) in numbers]
        if places and hedged(text, places[0].start(), places[-1].end()):
            raise RefusedError(Reason.HEDGED)

    def _name(self, claim: Claim, sentence: Marked) -> Borne:
        said = unicodedata.normalize("NFC", " ".join(claim.name.split()))
        known = self._forms.get(_form(said))
        if known is not None:
            raise RefusedError(Reason.REJECTED if known.state == "rejected" else Reason.WRITTEN)
        plain = len(said) <= _LONGEST_NAME and len(said.split()) <= _MOST_NAME
        fine = claim.sort in SORTS and plain and said.isprintable() and said[:1].isupper()
        text = " ".join(unicodedata.normalize("NFC", sentence.sentence.text).split())
        if not fine or not re.search(rf"(?<![\w-]){re.escape(said)}(?![\w-])", text):
            raise RefusedError(Reason.WRITTEN)
        return Borne(sentence, name=said, sort=claim.sort)


def _stands(said: str, sentence: Marked, most: int) -> bool:
    """Tell whether a few words stand so in a sentence, and are not all of it."""
    plain, text = normalised(without_article(said)), normalised(sentence.sentence.text)
    if not re.search(r"\w", plain) or not said.isprintable() or len(said) > _LONGEST:
        return False
    found = re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", text)
    return bool(found) and len(plain.split()) <= most and plain != text.strip(_ENDS)


def _form(said: str) -> str:
    """Return a name as it is looked up."""
    return normalised(said).removeprefix("the ")
