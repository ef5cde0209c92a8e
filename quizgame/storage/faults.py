"""Every fault a pack file can have: one table of codes, and the report they are collected in."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from quizgame.domain.issues import Issue

MOST_ISSUES = 2_000


class Fault(Enum):
    """What can be wrong: a code that stays the same for good, and what it means."""

    UNREADABLE = ("Q100", "the file cannot be opened or read")
    NOT_UTF8 = ("Q101", "the file is not UTF-8 text")
    CONTROL = ("Q102", "a control character stands in the text")
    SYNTAX = ("Q103", "the YAML cannot be read")
    TOO_BIG = ("Q104", "the file is larger, deeper or longer than a pack may be")
    REPEATED_KEY = ("Q105", "a field stands twice in one place")
    ANCHOR = ("Q106", "anchors and aliases are not part of the format")
    TAG = ("Q107", "tags are not part of the format")
    DOCUMENTS = ("Q108", "the file holds more than one document")
    ODD_KEY = ("Q109", "a field's name is not a word")
    NOT_A_PACK = ("Q110", "the file is not a pack, or one of a newer format")
    BAD_ZIP = ("Q111", "the zip is broken, locked, or not safe to open")
    BAD_MEDIA = ("Q112", "a picture or sound is broken, or not what its name says")
    BIG_MEDIA = ("Q113", "a picture or sound is larger or longer than a pack may hold")
    NO_MEDIA = ("Q114", "a card or the cover names a picture or sound that is not in the pack")
    ODD_FILE = ("Q115", "a file in the pack's folder leads out of it, or has an unsafe name")
    IDLE_MEDIA = ("Q116", "nothing names a picture or sound that lies in the pack")
    NOT_PLAIN = ("Q117", "the name of a picture or sound is not written plainly on one line")
    NAMED_BY_FILE = ("Q118", "only the name of a file keeps a card back until a later tier")

    UNKNOWN_FIELD = ("Q120", "the format has no such field here")
    MISSING = ("Q121", "a field that must be there is missing")
    SHAPE = ("Q122", "a field holds a text, a list or fields where another is asked for")
    EMPTY = ("Q123", "nothing stands in a field")
    TOO_LONG = ("Q124", "a text is too long")
    NOT_A_NUMBER = ("Q125", "a whole number in a range is asked for")
    NOT_A_WORD = ("Q126", "one of a few words is asked for")
    BAD_ID = ("Q127", "an id is not made of a-z, 0-9 and hyphens")
    COUNT = ("Q128", "a list holds too few or too many items")
    PATTERN = ("Q129", "a text does not have the form it must have")
    REPEATED_ID = ("Q130", "two things share one id")
    NO_LANGUAGE = ("Q131", "no language has this code")

    UNKNOWN_TIER = ("Q140", "no tier has this id")
    UNKNOWN_TERM = ("Q141", "no term has this id")
    UNKNOWN_NOTE = ("Q142", "no content note has this id")
    UNKNOWN_SECTION = ("Q143", "the source has no section with this id")
    LADDER = ("Q144", "the tiers cannot be read, so the pack is not played")
    TERMS = ("Q145", "the terms cannot be trusted, so the pack is not played")
    FACE_SPOILS = ("Q146", "a text everyone sees names a term of a later tier")

    TWINS = ("Q150", "two choices, steps or answers of a card are the same")
    NOT_A_CHOICE = ("Q151", "an answer is not among the choices")
    ALL_RIGHT = ("Q152", "every choice is right")
    UNTIL = ("Q153", "'until' is not above the card's tier")
    OPENS = ("Q154", "'opens' is not above the card's tier, or does not go with another field")

    @property
    def code(self) -> str:
        """Return the stable code."""
        return self.value[0]


MEANINGS = {fault.code: fault.value[1] for fault in Fault}
WARNINGS = frozenset({Fault.IDLE_MEDIA.code, Fault.NO_LANGUAGE.code})
"""Codes of what is no error: the pack plays as it is."""


class Placed(Protocol):
    """Anything that stands at a line and column, both from 1."""

    @property
    def line(self) -> int:
        """Line from 1."""

    @property
    def column(self) -> int:
        """Column from 1, in characters."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A bare place in a file."""

    line: int = 1
    column: int = 1


@dataclass(slots=True)
class Report:
    """The faults found so far; nothing raises, everything is collected.

    `trusted` until something is lost without which nothing could be kept back; unlike the issues,
    of which only so many are told, it is never lost itself.
    """

    issues: list[Issue] = field(default_factory=list)
    sound: bool = True
    trusted: bool = True

    def fault(self, fault: Fault, at: Placed, message: str, hint: str = "") -> None:
        """Note an error at a place; the report is no longer sound."""
        self.sound = False
        self.trusted &= fault is not Fault.TERMS
        self.issues.append(Issue(at.line, at.column, fault.code, message, hint))

    def warn(self, fault: Fault, at: Placed, message: str, hint: str = "") -> None:
        """Note at a place what is no error; the report stays as sound as it was."""
        told = Issue(at.line, at.column, fault.code, message, hint, severity="warning")
        self.issues.append(told)

    def absorb(self, other: "Report") -> None:
        """Take over what another report holds, as far as anybody would read on."""
        self.issues.extend(other.issues[: max(0, MOST_ISSUES - len(self.issues))])
        self.sound &= other.sound
        self.trusted &= other.trusted
