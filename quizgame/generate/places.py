"""Where people live and work, and what they have, as a sentence tells it."""

import re
from collections.abc import Iterator

from quizgame.domain.telling import listed
from quizgame.generate import words
from quizgame.generate.phrases import noun
from quizgame.generate.proposal import MENTION, Proposal, Told
from quizgame.generate.standing import CALLING
from quizgame.generate.words import either

_LIVES = re.compile(
    rf"{MENTION}(?:, [^,<>]{{2,40}},|, who|, [^,<>]{{2,40}} who|, an? [^,<>]{{2,40}})? "
    r"(?:lives|lived|living|resides|resided|dwells|settles|settled) "
    r"(?:alone )?(?:with (?:the )?<\d+>(?:'s \w+(?:,? <\d+>,?)?|,)? )?"
    r"(?:with (?:his|her) [a-z]+ )?"
    r"(?:in|at|on) (?:(?:an?|the) (?:[a-z]+ ){1,4}(?:in|at|on) )?"
    # In "the Dorset village of Low" somebody lives at Low.
    rf"(?:the )?(?:(?:No\.? ?|number )?\d+\w?,? )?{MENTION}(?!'s)(?! [a-z]+ (?:of|in|near) <)"
)
_WORKS = re.compile(
    rf"{MENTION}(?:, who)? (?:\w+ly )?(?:works|worked|teaches|taught|is employed|is hired)"
    r"(?: as (?:an?|the) [a-z ]+?)? (?:at|for|in) "
    rf"(?:the )?(?:{MENTION}(?!'s)|(?P<what>(?:a|an|the) [a-z][^.;:,]*))"
)
_AT_WORK = listed(
    "school bank shop hospital theatre theater hotel inn factory mill office museum library "
    "station prison asylum pharmacy bakery laboratory university college circus restaurant "
    "bar cafe garage mine farm dairy newspaper brewery workhouse shipyard store stables "
    "club"
)
_WORKS_THERE = re.compile(rf"the (?P<where>[a-z]+) where {MENTION} (?:works|worked)\b")
_RUNS = re.compile(
    rf"{MENTION}(?:, [^,<>]{{2,50}},)? (?:runs|ran|heads|manages) (?P<what>(?:an?|the) [^.;:,]+)"
)
_FROM = re.compile(
    rf"{MENTION}(?:,? who)?(?:, an? [a-z -]{{3,40}}| (?:arrives|comes|came|hails)|"
    rf" is an? [a-z -]{{3,30}}) "
    rf"from {MENTION}(?!'s)"
)
_CALLING_AT = re.compile(
    rf"{MENTION}(?:,| is| was| becomes| became) (?:the|an?) {CALLING} (?:at|of) {MENTION}(?!'s)"
)
_THE_CALLING_AT = re.compile(
    rf"\b[Tt]he {CALLING} (?:at|of) {MENTION} (?:is|was) {MENTION}(?=[,.])"
)
_RANKS = listed(
    "baron count countess duchess duke king knight lord nobleman prince princess queen heir "
    "heiress judge criminal adventurer explorer"
)
"""Callings that are of a place, and not at work there: the king of Denmark."""


def homes(told: Told) -> Iterator[Proposal]:
    """Yield where people live and come from."""
    for relation, expression in (("lives_at", _LIVES), ("comes_from", _FROM)):
        for found in expression.finditer(told.text):
            if told.person(found) and told.place(found) and told.holds(found, found.end()):
                yield Proposal(int(found[1]), relation, int(found[2]), at=found.start())


def workplaces(told: Told) -> Iterator[Proposal]:
    """Yield where people work."""
    for found in _WORKS.finditer(told.text):
        if not told.person(found) or not told.holds(found, found.end()):
            continue
        if found[2] and not told.person(found, 2):
            yield Proposal(int(found[1]), "workplace", int(found[2]), at=found.start())
        elif not found[2] and (said := noun(found["what"])) and said.split()[-1] in _AT_WORK:
            yield Proposal(int(found[1]), "workplace", words=said, at=found.start())
    for found in _WORKS_THERE.finditer(told.text):
        said = f"the {found['where']}"
        yield Proposal(int(found[2]), "workplace", words=said, at=found.start())
    for found in _RUNS.finditer(told.text):
        said = noun(found["what"])
        runs = set(said.split()) & words.PLACE_WORDS and told.person(found)
        if runs and told.holds(found, found.end()):
            yield Proposal(int(found[1]), "workplace", words=said, at=found.start())
    for found in _CALLING_AT.finditer(told.text):
        works = not set(found["what"].split()) & _RANKS
        if works and told.person(found) and told.place(found, 3) and told.holds(found):
            yield Proposal(int(found[1]), "workplace", int(found[3]), at=found.start())
    for found in _THE_CALLING_AT.finditer(told.text):
        works = not set(found["what"].split()) & _RANKS
        if works and told.person(found, 3) and told.place(found) and told.holds(found):
            yield Proposal(int(found[3]), "workplace", int(found[2]), at=found.start())


_OWNER = re.compile(rf"{MENTION}, the owner of (?:(?P<what>(?:an?|the) [^.,;:<>]+)|{MENTION})")
_HAS_NAMED = re.compile(
    rf"{MENTION}'s (?:[a-z-]+ )?(?:ship|yacht|boat|horse|mare|dog|hound|cat|parrot|estate|house|"
    rf"castle|plantation|farm|villa|schooner|submarine|inn|tavern),? (?:the )?{MENTION}"
)
_HAS = re.compile(
    rf"{MENTION}'s (?P<what>(?:[a-z-]+ )?(?:{either(words.THINGS)}))\b"
    r"(?=[,.;:!?)\"]|$| (?:and|in|at|on|to|is|was|with|from|where|when|by|for|into|under|near|that|"
    r"which|but|or|as|after|before|while)\b)"
)


def belongings(told: Told) -> Iterator[Proposal]:
    """Yield what people have."""
    for found in _HAS_NAMED.finditer(told.text):
        thing = told.sort_of(int(found[2])) == "thing"
        if thing and told.person(found) and told.holds(found, found.end()):
            yield Proposal(int(found[1]), "owns", int(found[2]), at=found.start())
    for found in _OWNER.finditer(told.text):
        said = noun(found["what"]) if found["what"] else ""
        if (said or found[3]) and told.person(found) and told.holds(found, found.end()):
            what = int(found[3]) if found[3] else -1
            yield Proposal(int(found[1]), "owns", what, words=said, at=found.start())
    for found in _HAS.finditer(told.text):
        if told.person(found) and told.holds(found, found.end()):
            said = re.sub(r"^(?:own|old|new|beloved|very) ", "", found["what"])
            if " " not in said:
                # "Has a house" could be said of anybody.
                continue
            article = "an" if said[0] in "aeiou" else "a"
            yield Proposal(int(found[1]), "owns", words=f"{article} {said}", at=found.start())
