"""What people do to one another, as a sentence tells it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgame.domain.telling import listed
from quizgame.generate import verbs
from quizgame.generate.idioms import SAYINGS, STATES
from quizgame.generate.phrases import noun, without_article
from quizgame.generate.proposal import ADVERB, ASIDE, MENTION, WHO, Proposal, Told, hedged
from quizgame.generate.words import (
    BODY,
    CALLINGS,
    FRIENDS,
    KIN,
    PLACE_WORDS,
    ROLES,
    THINGS,
    UNNAMED,
)

_FINITE = verbs.pattern(verbs.finite())
_ANY_FORM = verbs.pattern(verbs.finite() | verbs.participles())
_ACTIVE = re.compile(rf"{MENTION}{ASIDE}{WHO} {ADVERB}(?P<verb>{_ANY_FORM})\b")
_SECOND = re.compile(rf"(?: and|, and|,| then| and then| but) {ADVERB}(?P<verb>{_FINITE})\b")
_THEN = re.compile(
    rf"{MENTION} {ADVERB}\w+(?:s|ed) (?:(?!(?:who|that|which|when|while|where|because|if|and)\b)"
    rf"[^<>.;:\",])+? and {ADVERB}(?P<verb>{_FINITE})\b"
)
_GOES_ON = re.compile(
    rf"{MENTION}{ASIDE}{WHO} {ADVERB}(?:proceeds|goes on|went on|manages|managed|gets) to "
    rf"(?P<verb>{verbs.pattern(verbs.infinitives())})\b"
)
_PASSIVE = re.compile(
    rf"{MENTION}(?:{ASIDE}{WHO} {ADVERB}(?:is|was|were|been|gets)|,) {ADVERB}"
    rf"(?P<verb>{verbs.pattern(verbs.participles())}) (?:\w+ )?by (?:the )?{MENTION}(?!'s)"
)
_OBJECT = re.compile(
    rf" (?:(?:the|poor|young|old|at)(?: (?!false|fake|real|true|other|supposed|wrong)[a-z]+)? )?"
    rf"{MENTION}(?!'s)(?! and <)"
)
_BOTH = re.compile(rf" {MENTION} and {MENTION}(?!'s)")
_HURT = re.compile(rf" {MENTION}'s (?:\w+ )?(?:{'|'.join(sorted(BODY))})\b")
_NEAR = re.compile(
    rf"^ <\d+>'s (?:[a-z-]+ ){{0,2}}(?:{'|'.join(sorted(KIN | FRIENDS))}),? (<\d+>)(?!'s)"
)
_CALLED = re.compile(r"^ (?:an?|the) (?:[a-z-]+ ){1,3}(?:called|named) (?:the )?(<\d+>)(?!'s)")
"""What has a name: "a ship called <1>"."""
_TO_DEATH = re.compile(r"^ (?:the |old |poor )?<\d+> (?:to death|dead)\b")
_WITH = re.compile(r"\bwith ((?:a|an|the|his|her) [^,.;:]+)")
_DOES_MORE = re.compile(r" (?:the|an?|his|her|their|him|them|it)\b")
_BOUNDARY = re.compile(
    r"\b(?:who|that|which|when|while|where|because|whom|whose|until|if)\b|[.;:\"]"
)
_OF_PEOPLE = listed(
    "kills attacks saves marries loves meets hunts threatens helps imprisons accuses betrays"
)
_OF_UNNAMED = listed("kills attacks saves meets hunts helps imprisons")
_OF_PLACES = listed("goes_to flees")
_ONLY_WITH = {"goes_to": PLACE_WORDS | listed("ball feast funeral wedding opera party trial")}
_TOLD_AS = listed("attacks imprisons")
_NO_BLOW = re.compile(r" (?:as|at|to|against|off|out|an?)\b")
"""After which nobody is hurt: "strikes <2> as odd", "beats <2> at chess", "shoots <2> a look"."""
_FOUND = re.compile(r"[.,;]|$| (?:in|at|on|under|behind|alive|dead|unconscious|with|again)\b")
_OF_THINGS = listed("makes buys steals writes drinks breaks owns inherits carries loses")


def deeds(told: Told) -> Iterator[Proposal]:
    """Yield the deeds a sentence tells."""
    text = told.text
    for found in _PASSIVE.finditer(text):
        relation = verbs.participles()[found["verb"]]
        if relation in _OF_PEOPLE and told.acts(found):
            made = _deed(int(found[3]), relation, int(found[1]), found.start(), found["verb"])
            yield from _fitting(told, made)
    for found in _GOES_ON.finditer(text):
        one = _OBJECT.match(text, found.end())
        if one and told.acts(found):
            relation = verbs.infinitives()[found["verb"]]
            made = _deed(int(found[1]), relation, int(one[1]), found.start(), found["verb"])
            yield from _fitting(told, made)
    for found in _WATCHED.finditer(text):
        if told.acts(found) and told.person(found, 2):
            relation = verbs.infinitives()[found["verb"]]
            yield from _done_by(told, int(found[2]), relation, found.end(), found["verb"])
    for found in _THEN.finditer(text):
        if told.acts(found):
            yield from _acted(told, int(found[1]), found["verb"], found.end())
    for found in _GOING_ON.finditer(text):
        if told.acts(found):
            relation = verbs.gerunds()[found["verb"]]
            yield from _done_by(told, int(found[1]), relation, found.end(), found["verb"])
    for found in _ACTIVE.finditer(text):
        if told.acts(found) and _agrees(found):
            yield from _acted(told, int(found[1]), found["verb"], found.end())
            yield from _further(told, int(found[1]), found.end())


_WATCHED = re.compile(
    rf"{MENTION} {ADVERB}(?:sees|saw|watches|watched|hears|heard|lets|makes|made) {MENTION} "
    rf"(?P<verb>{verbs.pattern(verbs.infinitives())})\b"
)
_GERUNDS = verbs.pattern(verbs.gerunds())
_GOING_ON = re.compile(
    rf"{MENTION}{ASIDE}{WHO} {ADVERB}(?:is|was|has been|had been) {ADVERB}(?P<verb>{_GERUNDS})\b"
)
_PLUNGES = re.compile(
    rf"{MENTION}{ASIDE} {ADVERB}(?:plunges|plunged|thrusts|thrust|sticks|stuck|drives|drove) "
    r"(?P<what>(?:an?|the|his|her|<\d+>'s) [a-z -]+?) (?:into|through)\b(?P<whom> <\d+>)?"
)


def stabs(told: Told) -> Iterator[Proposal]:
    """Yield with what somebody stabs: "plunges his knife into"."""
    for found in _PLUNGES.finditer(told.text):
        said = noun(re.sub(r"^(?:his|her|<\d+>'s) ", "a ", found["what"]))
        if said and told.acts(found):
            words, whom = without_article(said), (found["whom"] or "").strip()
            yield Proposal(int(found[1]), "attacks_with", words=words, how=whom, at=found.start())


def _deed(subject: int, relation: str, what: int, at: int, verb: str = "") -> Proposal:
    how = verbs.told_as(relation).get(verb, "") if relation in _TOLD_AS else ""
    how = f"{how} up" if how == "locks" else how
    return Proposal(subject, relation, what, how=how, at=at, event=True)


_AFTER = re.compile(
    rf"^(?:After|By|Before|Upon|On|Instead of)? ?(?P<verb>{verbs.pattern(verbs.gerunds())})"
    rf"(?P<rest> [^.;]*?), {MENTION}(?!'s) [a-z]",
    re.IGNORECASE,
)
_ALONG = re.compile(rf", (?:\w+ly )?(?P<verb>{verbs.pattern(verbs.gerunds())})(?P<rest> [^.;]*)")
_ASHES = re.compile(rf"\breducing {MENTION} to ashes")


def along(told: Told) -> Iterator[Proposal]:
    """Yield the deeds told in -ing: "After killing <2>, <1> ..." and "<1> ..., killing <2>"."""
    text = told.text
    if (found := _AFTER.match(text)) and not found.group().casefold().startswith("instead"):
        yield from _done(told, int(found[3]), found)
    first = re.match(r"(?:[^<>,]{2,60}, )?<(\d+)>(?!'s)", text)
    if first is None or not told.person(first):
        return
    for found in _ALONG.finditer(text):
        between = text[first.end() : found.start()]
        if _BOUNDARY.search(between) or re.search(r"(?:and|but) <\d+> ", between):
            continue
        if not hedged(text, first.start(1), found.end()) and told.holds(found):
            yield from _done(told, int(first[1]), found)
    if (found := _ASHES.search(text)) and first[1] != found[1]:
        yield _deed(int(first[1]), "kills", int(found[1]), found.start())


def _done(told: Told, subject: int, found: re.Match[str]) -> Iterator[Proposal]:
    relation = verbs.gerunds()[found["verb"].casefold()]
    if told.sort_of(subject) != "person":
        return
    target = _OBJECT.match(found["rest"])
    if target is None and relation == "attacks":
        target = _HURT.match(found["rest"])
    if target:
        verb = found["verb"].casefold()
        yield from _fitting(told, _deed(subject, relation, int(target[1]), found.start(), verb))


def _agrees(found: re.Match[str]) -> bool:
    """Tell whether the verb's form fits: a participle needs "has" before it."""
    if found["verb"] in verbs.finite():
        return True
    return bool(re.search(r"\b(?:has|had|have)\b", found.group()))


def _further(told: Told, subject: int, begin: int) -> Iterator[Proposal]:
    """Yield what the same person does next in the sentence: "... and kills <2>"."""
    stretch = told.text[begin:]
    end = _BOUNDARY.search(stretch)
    stretch = stretch[: end.start()] if end else stretch
    for found in _SECOND.finditer(stretch):
        between = stretch[: found.start()]
        # A name right before the verb acts itself.
        if re.search(r"(?:,|\band) <\d+>(?:'s \w+)?$|, and\b", between):
            return
        if hedged(told.text, begin + found.start(), begin + found.end()):
            return
        yield from _acted(told, subject, found["verb"], begin + found.end())


def _acted(told: Told, subject: int, verb: str, end: int) -> Iterator[Proposal]:
    yield from _done_by(told, subject, (verbs.finite() | verbs.participles())[verb], end, verb)


def _done_by(told: Told, subject: int, relation: str, end: int, verb: str) -> Iterator[Proposal]:
    """Yield what stands after a verb as its object."""
    # "his sword" of whoever draws it is a sword of his.
    rest = _NEAR.sub(r" \1", told.text[end:])
    rest = re.sub(rf"^ <{subject}>'s ", " the ", rest)
    rest = _CALLED.sub(r" \1", rest)
    if relation == "attacks" and _TO_DEATH.match(rest):
        relation = "kills"
    targets = _targets(rest, relation)
    for target in targets:
        made = _deed(subject, relation, target, end, verb)
        made = replace(made, how=_danger(rest, target)) if relation == "saves" else made
        yield from _fitting(told, made)
        yield from _weapon(rest, made)
    words = "" if targets else noun(rest.lstrip())
    if re.match(rf"{re.escape(words)} <\d+>(?!'s)", rest.lstrip()):
        # "The unconscious <2>" is no unconscious.
        return
    if not words or relation == "recognises":
        return
    if rest.lstrip().startswith(words) and _DOES_MORE.match(rest.lstrip()[len(words) :]):
        # "Sees the master cross the lawn": the last word is what he does.
        return
    if _says_else(relation, rest.lstrip(), words):
        return
    made = replace(_deed(subject, relation, -1, end, verb), words=words)
    yield made
    yield from _weapon(rest, made)


def _says_else(relation: str, rest: str, words: str) -> bool:
    """Tell whether a verb with these words means something else, or nothing by itself."""
    *_, last = words.split()
    return (
        (relation == "finds" and _in_a_state(rest, words))
        # Hers, or his: whose husband?
        or (words.startswith("the ") and last in KIN | FRIENDS | BODY)
        or (relation in _ONLY_WITH and last not in _ONLY_WITH[relation])
        or bool({last, last.removesuffix("s")} & SAYINGS.get(relation, frozenset()))
        or (words.startswith("<") and last not in THINGS | PLACE_WORDS | {"residence"})
        or (
            relation in _OF_PEOPLE
            and not (relation in _OF_UNNAMED and last in UNNAMED | ROLES | CALLINGS)
        )
    )


def _in_a_state(rest: str, words: str) -> bool:
    """Tell whether how a thing is found is the point: "the door unlocked", "the hole empty"."""
    if words.rsplit(maxsplit=1)[-1] in STATES:
        return True
    further = re.match(r" (?:\w+ly )?(\w+)", rest[len(words) :]) if rest.startswith(words) else None
    return further is not None and (
        further[1] in STATES or re.search(r"(?:ed|en|ing)$", further[1]) is not None
    )


def _targets(rest: str, relation: str) -> list[int]:
    """Return the numbers of those a deed is done to."""
    if relation == "finds" and (one := _OBJECT.match(rest)) and not _FOUND.match(rest, one.end()):
        # "Finds <2> out", "finds <2> guilty".
        return []
    if both := _BOTH.match(rest):
        return [int(both[1]), int(both[2])]
    one = _OBJECT.match(rest) or (_HURT.match(rest) if relation == "attacks" else None)
    if one and relation == "attacks" and _NO_BLOW.match(rest, one.end()):
        return []
    return [int(one[1])] if one else []


def _danger(rest: str, whom: int) -> str:
    """Return what somebody is saved from, empty where it is not told in a few words."""
    found = re.match(rf".*?<{whom}> from (?=(?:an?|the) )([^.,;:]+)", rest)
    words = noun(found[1]) if found else ""
    return f"from {words}" if words else ""


def _weapon(rest: str, deed: Proposal) -> Iterator[Proposal]:
    if deed.relation not in {"attacks", "kills"}:
        return
    clause = re.split(r"[,.;:]| and | but | while | because ", rest)[0]
    if found := _WITH.search(clause):
        words = noun(re.sub(r"^(?:his|her) ", "a ", found[1]))
        if words:
            whom = f"<{deed.object}>" if deed.object >= 0 else ""
            words = without_article(words)
            yield Proposal(deed.subject, "attacks_with", words=words, how=whom, at=deed.at)


def _fitting(told: Told, made: Proposal) -> Iterator[Proposal]:
    """Yield the proposal when its two ends are of the sorts that its relation asks for."""
    sort = told.sort_of(made.object)
    if made.relation == "goes_to" and sort == "person":
        made = replace(made, relation="meets")
    unfit = (
        made.subject == made.object,
        made.relation in _OF_PEOPLE and sort != "person",
        made.relation in _OF_PLACES and sort != "place",
        made.relation in _OF_THINGS and sort == "person",
        sort == "work" and made.relation != "finds",
    )
    if not any(unfit):
        yield made
