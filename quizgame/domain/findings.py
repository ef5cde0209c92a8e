"""What the leak checker can find: one table of codes, each with its meaning, example and mend."""

from enum import Enum
from typing import NamedTuple, Protocol

from quizgame.domain.drafts import CardDraft, Said
from quizgame.domain.issues import Issue, Severity


class Told(NamedTuple):
    """What is said of a finding: code, severity, what it means, an example, the mend."""

    code: str
    severity: Severity
    meaning: str
    example: str
    mend: str


class Coded(Protocol):
    """A row of a table of findings."""

    @property
    def value(self) -> Told:
        """What is said of it."""


def issue(finding: Coded, at: Said | CardDraft, message: str) -> Issue:
    """Return a finding at a place."""
    told = finding.value
    return Issue(at.line, at.column, told.code, message, told.mend, severity=told.severity)


_SPOKEN = {"why": "explanation", "image": "picture", "open": "text"}


def spoken(text: Said) -> str:
    """Return what an author calls a text: "explanation" for 'why'."""
    return _SPOKEN.get(text.role, text.role)


class Finding(Enum):
    """A way in which a pack tells more than its tiers allow; codes stay the same for good."""

    NAMES_LATER = Told(
        "Q201",
        "error",
        "a text of the card names a term of a later tier; meanwhile the card is asked only from "
        "that tier on",
        "tier: first-act, and a wrong choice is 'Myung-shik', first known at 'midway'",
        "reword the text, or give the card the later tier",
    )
    MENTIONS_LATER = Told(
        "Q202",
        "error",
        "the card lists a term of a later tier in 'mentions'; meanwhile it is asked only from that "
        "tier on",
        "tier: midway, mentions: [choi-dies], a fact of 'credits'",
        "give the card the later tier, or do not give the fact away",
    )
    NAME_PART = Told(
        "Q203",
        "warning",
        "a word of the text is a part of a name of a later tier",
        "the term is 'Silas Orde' and the text says 'Orde'",
        "reword the text, or make the part an alias of the term",
    )
    PRESUPPOSES = Told(
        "Q204",
        "warning",
        "a word of the text takes for granted what only a fact of a later tier makes true",
        "'Where did Mara live before she died?' where a later fact says that she dies",
        "reword the text, or put the fact that may be known here into 'mentions'",
    )
    NEARER_LATER = Told(
        "Q205",
        "warning",
        "the words of the card lie nearer to a fact of a later tier than to any of its own",
        "'Who pulls the lever on the bridge?' where the later fact is 'Mara pulls the lever'",
        "give the card the later tier, or put the fact that it does rest on into 'mentions'",
    )
    DISAGREE = Told(
        "Q206",
        "error",
        "two cards that are open at one watch point ask the same and answer differently",
        "'Who owns the car?' is Choi at 'midway' and Ok-ju at 'credits', both asked at 'credits'",
        "give the earlier card 'until'",
    )
    HEDGED = Told(
        "Q207",
        "warning",
        "a card with 'until' hedges as no other does, so players can tell that it will not last",
        "'Who seems to own the car, so far?'",
        "ask it as what is so",
    )
    HEADING_LATER = Told(
        "Q208",
        "warning",
        "a title of the source names a term of a later tier; it is shown from there on",
        "title: 'Does Ok-ju Kill Choi?', tier: not-started",
        "give the title the later tier",
    )
    SEQUEL = Told(
        "Q209",
        "error",
        "a text everyone sees names a term that only later tiers of the story before it know",
        "'Orde's Return' follows a pack in which 'Orde' is first known at 'end'",
        "reword the text",
    )
    SEQUEL_ALONE = Told(
        "Q210",
        "warning",
        "the pack that this one follows was not found, so its names were not looked for",
        "follows: orde, checked without the pack whose id is 'orde'",
        "check both packs in one command, and see that the id is right",
    )
    SHARED_NAME = Told(
        "Q220",
        "warning",
        "two terms share a name; it counts at the later of their tiers",
        "'the Warden' is an alias of two people",
        "give the name to one of them, or make it a term of its own",
    )
    SHORT_NAME = Told(
        "Q221",
        "warning",
        "a name of one letter counts only where it stands alone as a capital",
        "name: V",
        "give the term a longer name as well",
    )
    RING = Told(
        "Q222",
        "warning",
        "terms lead back to themselves, so all of them count at the latest tier among them",
        "a mentions b, b mentions a",
        "remove one of the 'mentions'",
    )
    TERM_RAISED = Told(
        "Q223",
        "warning",
        "a term mentions one of a later tier, so it counts at that tier",
        "fact: 'Silas is the father of Mara', tier: start, where 'Silas' is first known at 'end'",
        "give the term the later tier",
    )
    IDLE_WAIVER = Told(
        "Q230",
        "warning",
        "a waiver on the card waives nothing",
        "waive: [{code: Q204, reason: ...}] on a card without that finding",
        "remove the waiver",
    )
    REPORTED = Told(
        "Q240",
        "warning",
        "players of this pack have reported the card, on this machine",
        "somebody pressed 'Report this card' after answering it",
        "read the card once more: is it right, clear, and free of what comes later?",
    )

    @property
    def code(self) -> str:
        """Return the stable code."""
        return self.value.code
