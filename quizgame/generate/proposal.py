"""A statement found in one sentence, before it is a fact, and what keeps one from being found."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from quizgame.generate import verbs

MENTION = r"<(\d+)>"
ADVERB = (
    r"(?:(?:(?!nearly|hardly|barely|scarcely)\w+ly|then|also|soon|later|even|once|now|"
    r"at last|in the end|again|himself|herself|just|first|himself,|still|had|has|have) )*"
)
ASIDE = r"(?:, [^<>,.;:\"]{2,70},|,| \([^()]{1,60}\))?"
WHO = r"(?:,? who)?"
_HEDGES = re.compile(
    r"\b(?:perhaps|maybe|possibly|probably|supposedly|allegedly|apparently|might|could|would|"
    r"may(?! \d)|should|seems?|seemed|appears? to|appears? as|appeared to|pretends?|pretended|"
    r"imagines?|dreams?|rumou?red|fears?|suspects?|believes?|believed|thinks|thought|assumes?|"
    r"claims?|claimed|says|said|whether|unless|if|as though|hopes?|wants?|wanted|"
    r"wishes|refuses?|fails?|threatens|doubts|asks?|orders?|demands?|no longer|neither|nobody|"
    r"hadn't|hasn't|didn't|doesn't|isn't|wasn't|never|(?:is|are|was|were) told that|hears? that|"
    r"(?:tells|told) [^.;:\"]{1,60}? that|"
    r"heard that|(?:news|word|rumou?r) that|announces?|announced|reports?|reported|considers?|"
    r"considered|disguised as|poses|"
    r"posing as|convinced|insists?|insisted|imagining|deluded|expects?|expected|tries to|"
    r"giving out|gives? out that|gave out that|claiming|pretending|lets? on|"
    r"tried to|attempts? to|about to|supposed to|going to)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[;:]|, (?:but|yet|and)\b|\. | but | while ")
_NO_SUBJECT = re.compile(
    r"(?:\b(?:of|with|by|to|from|about|like|on|in|at|behind|near|beside|for|against|into|towards?|"
    r"between|than|upon|over|under)(?: the| her| his| their| a)?|'s|(?<!\w)and (?:his|her)|"
    r"\b(?:real|false|true|supposed|so-called)) $"
)
_WORD_BEFORE = re.compile(r"\b([a-z]+) $")
_OF_WHOM = re.compile(r"\bof (?:<\d+> and )?$")
"""Of whom something else is: "the child of <1> and <2> becomes"."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a sentence says: numbers of names, or `words` for an object without a name.

    `at` is where in the marked sentence it stands; `event` tells that it happens at some time.
    """

    subject: int
    relation: str
    object: int = -1
    words: str = field(default="", repr=False)
    how: str = field(default="", repr=False)
    at: int = 0
    event: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A marked sentence; `sort_of` gives what a number's name belongs to, `written` its words."""

    text: str = field(repr=False)
    sort_of: Callable[[int], str]
    written: str = field(default="", repr=False)

    def person(self, found: re.Match[str], group: int = 1) -> bool:
        """Tell whether a number that was found means a person."""
        return self.sort_of(int(found[group])) == "person"

    def place(self, found: re.Match[str], group: int = 2) -> bool:
        """Tell whether a number that was found means a place."""
        return self.sort_of(int(found[group])) == "place"

    def holds(self, found: re.Match[str], until: int = -1) -> bool:
        """Tell whether what was found is said to be so: not supposed, wished, denied or asked."""
        at = found.start()
        return not quoted(self.text, at) and not hedged(self.text, at, max(at, until))

    def acts(self, found: re.Match[str]) -> bool:
        """Tell whether what was found holds, and its first name is a person who can act."""
        able = self.person(found) and may_act(self.text, found.start())
        return able and self.holds(found, found.end())


def hedged(text: str, at: int, until: int = -1) -> bool:
    """Tell whether what stands at a place is only supposed, wished, denied or asked."""
    if text.rstrip("\"')").endswith("?"):
        return True
    ends = [found.end() for found in _CLAUSE_END.finditer(text, 0, at)]
    return bool(_HEDGES.search(text, ends[-1] if ends else 0, max(at, until)))


def may_act(text: str, at: int, *, of_only: bool = False) -> bool:
    """Tell whether a name at a place can be the one who acts, by what stands before it.

    With `of_only` whoever is told of after any preposition but "of" can be the one as well.
    """
    before = text[:at]
    if (last := _WORD_BEFORE.search(before)) and last[1] in verbs.of_people():
        # "She left <1>, married <2>": what is done to somebody is not done by them.
        return False
    return not _OF_WHOM.search(before) and (of_only or not _NO_SUBJECT.search(before))


def quoted(text: str, at: int) -> bool:
    """Tell whether a place lies between quotes: what somebody says need not be so."""
    return text.count('"', 0, at) % 2 == 1
