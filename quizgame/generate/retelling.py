"""A fact in the words of a question, a statement or an explanation."""

import re
from dataclasses import replace

from quizgame.domain.telling import listed
from quizgame.generate.facts import Fact
from quizgame.generate.known import Known
from quizgame.generate.people import STORY
from quizgame.generate.placekinds import kind_of
from quizgame.generate.speech import SPEECH, Speech
from quizgame.generate.standing import PAST
from quizgame.generate.stock import calling_groups
from quizgame.generate.worth import PRONOUN
from quizgame.generate.wrongs import dice

_VOWEL = re.compile(r"[aeiou](?!ne\b|nce\b|uro|ni[^nm]|se)|hour|heir|honest|honou?r", re.IGNORECASE)
_NO_ARTICLE = re.compile(
    r"(?:a|an|the|one|two|three|four|five|six|seven|eight|nine|ten|some|many|several)\b|"
    r"[A-Z][\w'-]*'s |(?:consumption|poison|hunger|grief|[\w ]*fever|drowning|cold|old age|plague|"
    r"heart failure|poisoning|tuberculosis|cholera|pneumonia|starvation)\b"
)
_PLURAL = re.compile(r"[^saiu]s$")
_AT = re.compile(
    r"\b(?:house|hall|castle|abbey|manor|park|lodge|grange|court|palace|school|college|"
    r"inn|hotel|mansion|priory|farm|heights|theatre|theater|hospital|station|shop|bank|museum)\b",
    re.IGNORECASE,
)
_STREET = re.compile(r"\b(?:street|road|lane|avenue|square|town|village)$", re.IGNORECASE)
_ADJECTIVES = listed(
    "young old elderly poor rich wealthy famous brilliant great good kind gentle "
    "cruel strict penniless humble ambitious honest mad wicked quiet lonely respected simple big "
    "small short long classic popular local blind feared gentlemanly jolly drunken sullen"
)
_OWN = {
    "female": ("her", "she", "herself"),
    "male": ("his", "he", "himself"),
}

PLAYED_IN = Speech(
    who=("Which part does {o} play {how}?", "Whom does {o} play {how}?"),
    what=("Who plays {s} {how}?", "Who plays the part of {s} {how}?"),
    states=("{S} is played by {o} {how}.", "{O} plays {s} {how}."),
    whys=("It is {o} who plays {s} {how}.",),
)
"""Of a part in one of several productions: "in the 1997 film"."""
AGAINST = Speech(
    who=("Who uses {an} against {how}?",),
    what=("Which weapon does {s} use against {how}?", "What does {s} use against {how}?"),
    states=("{S} uses {an} against {how}.",),
    whys=("The weapon in {ss} hand is {an}.",),
)
"""Of a weapon, where it is told who is attacked with it."""
SAVED_FROM = Speech(
    who=("Who saves {o} {how}?",),
    states=("{S} saves {o} {how}.",),
    whys=("{O} owes the rescue to {s}.",),
)
"""Of a rescue, where it is told from what."""
SHUT_IN = Speech(
    who=("Who {how} {o}?",),
    states=("{S} {how} {o}.",),
    whys=("It is {s} who {how} {o}.",),
)
"""Of a capture that is told in so many words: kidnaps, locks up."""
DONE_SO = Speech(
    states=("{S} {how} {o}.",),
    whys=("It is {s} who {how} {o}.",),
)
"""Of an attack that is told in so many words: stabs, fires at."""
IN_CARE = Speech(
    what=("What is {s} to {o}?",),
    states=("{S} is {os} {how}.",),
    whys=("{S} is the {how} of {o}.",),
)
"""Of ties that make nobody family."""
NO_TRADE = Speech(
    who=("Which of these people is {an}?",),
    states=("{S} is {an}.",),
    whys=("In the story {s} is {an}.",),
)
"""Of what somebody is that is no profession: an heir, a convict."""
NO_WORK = listed("pirate smuggler student scholar explorer adventurer spy miser convict bandit")
"""What somebody is and does not work as."""
FOUND = Speech(
    states=("{S} finds {o}.",),
    whys=("{O} is found by {s}.",),
)
"""Of somebody who is found, not something."""
DONE_BY = Speech(
    what=("Who {how} {s}?",),
    states=("{S} was {how} by {o}.",),
    whys=("{O} is the one who {how} it.",),
)
"""Of who had another hand in a story: illustrated it, inspired it."""
TO_SOMETHING = Speech(
    states=("{S} goes to {o}.",),
    whys=("{S} is there, at {o}.",),
)
"""Of somebody who goes to what is no place with a name: a feast."""
IS_REALLY = Speech(
    states=("{S} is in truth {an}.",),
    whys=("{S} turns out to be {an}.",),
)
"""Of what somebody is in truth: a vampire."""
NOTHING = Speech()
"""Of what is too slight, or said too loosely, to be asked for."""
ENGAGED = Speech(
    who=("Who is engaged to {o}?", "Who is going to marry {o}?"),
    what=("How are {s} and {o} tied to each other?", "What is {s} to {o}?"),
    states=("{S} is engaged to {o}.", "{S} and {o} are engaged to each other."),
    whys=("The two have promised to marry: {s} and {o}.",),
)
MARRIED = Speech(
    who=("Who is married to {o}?", "Who is {os} {how}?"),
    what=("How is {s} related to {o}?", "What is {s} to {o}?"),
    states=("{S} is married to {o}.", "{S} is {os} {how}."),
    whys=("{S} and {o} are husband and wife.",),
)
MADE = {
    "written": Speech(
        what=("Who wrote {s}?", "By whom was {s} written?"),
        states=("{S} was written by {o}.",),
        whys=("It comes from the pen of {o}.",),
    ),
    "directed": Speech(
        what=("Who directed {s}?", "Who is the director of {s}?"),
        states=("{S} was directed by {o}.",),
        whys=("The direction is by {o}.",),
    ),
}
_TIES = (
    dict.fromkeys(("betrothed", "fiancé", "fiancée", "fiance"), ENGAGED)
    | dict.fromkeys(("wife", "husband"), MARRIED)
    | dict.fromkeys(("guardian", "ward", "godfather", "godmother"), IN_CARE)
)
DEAD = ("{S} does not live to see the end.", "Death comes to {s} before the end.")
ALIVE = ("{S} lives on.", "{S} comes through it all.")


def speech_of(known: Known, fact: Fact) -> Speech:
    """Return the ways in which a fact can be asked for and told."""
    last = fact.how.split()[-1] if fact.how else ""
    match fact.relation:
        case "played_by" if fact.how:
            return PLAYED_IN
        case "made_by":
            other = DONE_BY if last.endswith("ed") else SPEECH["made_by"]
            return MADE.get(fact.how, other)
        case "kin_of":
            return _TIES.get(last, SPEECH["kin_of"])
        case "occupation" if _is_no_work(fact.words):
            return NO_TRADE
        case "finds" if fact.object:
            sort = known.names[fact.object].sort
            return {"person": FOUND, "place": NOTHING}.get(sort, SPEECH["finds"])
        case "attacks" if fact.how or " of " in fact.words:
            return NOTHING if " of " in fact.words else DONE_SO
        case "attacks_with" | "saves" | "imprisons" if fact.how:
            return {"attacks_with": AGAINST, "saves": SAVED_FROM}.get(fact.relation, SHUT_IN)
        case "goes_to" if not fact.object:
            return TO_SOMETHING
        case "is_really" if not fact.object:
            return IS_REALLY
        case "fate":
            return replace(SPEECH["fate"], whys=DEAD if fact.words == "dead" else ALIVE)
        case _:
            return SPEECH[fact.relation]


def _is_no_work(words: str) -> bool:
    """Tell whether somebody is this, and cannot be asked to work as it now: a former soldier."""
    first, *_, last = (*words.split()[:1], *words.split())
    return first in PAST or last in NO_WORK or not calling_groups(words)


def with_article(words: str) -> str:
    """Return a noun with "a" or "an", or as it is where it takes neither."""
    if not words or _NO_ARTICLE.match(words) or _PLURAL.search(words.partition(" of ")[0]):
        return words
    return f"{'an' if _VOWEL.match(words) else 'a'} {words}"


def opened(text: str) -> str:
    """Return a text with a capital at its head."""
    return text[:1].upper() + text[1:]


def owner(name: str) -> str:
    """Return whose something is."""
    bare = name.endswith("s") and not name.endswith("ss") and " " not in name
    return f"{name}'" if bare else f"{name}'s"


def plain_calling(fact: Fact) -> str:
    """Return a calling or a kind of story without what it is besides: young, poor, former.

    What a person has worded is left as it is worded.
    """
    if fact.reworded:
        return fact.words
    return " ".join(word for word in fact.words.split() if word.rstrip(",") not in _ADJECTIVES)


def told(known: Known, fact: Fact, template: str) -> str:
    """Return a template in the words of a fact, empty where it cannot be said well."""
    subject = known.shown(fact.subject)
    thing = known.shown(fact.object) if fact.object else fact.words
    how = fact.how
    thing = plain_calling(fact) if fact.relation in {"occupation", "genre"} else thing
    whole = thing
    thing, how = (_not_twice(known, fact.subject, text) for text in (thing, how))
    if subject in thing or subject in how:
        return ""
    if template.startswith("{How}") and thing != whole:
        # "Bo gets his ring from Ada": whose?
        return ""
    if "{s" in template.lower() or fact.subject == STORY:
        pass
    elif thing != whole or how != fact.how or PRONOUN.search(thing):
        # "Who says that Beryl is his sister?" tells of whom it is said, and no more.
        return ""
    said = template.format(
        s=subject,
        S=opened(subject),
        o=thing,
        O=opened(thing),
        ss=owner(subject),
        Ss=opened(owner(subject)),
        os=owner(thing),
        an=with_article(thing),
        how=how,
        How=opened(how),
        a_how=with_article(how),
        at="at" if _AT.search(thing) or _works_at(fact, thing) else "in",
    )
    return "" if "  " in said or said.endswith(" .") else opened(" ".join(said.split()))


def _works_at(fact: Fact, place: str) -> bool:
    """Tell whether somebody works at a place: in a town or a street, but at a house with a name."""
    wide = kind_of(place) in {"land", "city"} or _STREET.search(place)
    return fact.relation == "workplace" and not wide


def _not_twice(known: Known, subject: str, text: str) -> str:
    """Return a text that says "he" or "her" for the subject, where the gender is known."""
    name = known.names[subject].name
    own = _OWN.get(known.gender(subject))
    if own is None or name not in text:
        return text
    whose, who, _ = own
    text = text.replace(f"{name}'s", whose).replace(f"{name}’s", whose)
    return re.sub(
        rf"(?:^|(?<=that )){re.escape(name)}(?= (?:is|was|has|had|will|can)\b)", who, text
    )


def ways(known: Known, fact: Fact, templates: tuple[str, ...]) -> list[str]:
    """Return what can be said of a fact, first the way that is its own for good."""
    if not templates:
        return []
    first = dice(fact.id, len(templates)) % len(templates)
    turned = templates[first:] + templates[:first]
    said = (told(known, fact, template) for template in turned)
    return [text for text in said if text]
