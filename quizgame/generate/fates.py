"""What becomes of people: who is found where, who marries, who is dead and who alive."""

import re
from collections.abc import Iterator

from quizgame.generate.phrases import noun, without_article
from quizgame.generate.proposal import ADVERB, ASIDE, MENTION, WHO, Proposal, Told

_GIVES = re.compile(
    rf"{MENTION}{ASIDE}{WHO} {ADVERB}(?:gives|gave|given|hands|handed|sends|sent|leaves|left) "
    rf"{MENTION} (?P<what>(?:a|an|the|some|two|three) [^.;:,]+)"
)
_FOUND_AT = re.compile(
    rf"{MENTION}{ASIDE} {ADVERB}(?:is|was|has been|had been) {ADVERB}found (?P<how>dead |alive |"
    r"hanged |drowned |unconscious )?(?P<where>(?:in|at|on|under|near|inside|beside) [^,.;:]+)"
)
_LONG_AGO = r"(?![^.;]*\b(?:ago|before the story|earlier)\b)(?! (?:[\w-]+ ){1,3}before\b)"
"""Who is dead before the story begins is not told to die in it."""
_FATE = re.compile(
    rf"{MENTION}{ASIDE}{WHO} {ADVERB}(?P<what>dies|died|is hanged|was hanged|"
    r"drowns(?! herself| himself)|drowned|has died|is executed|commits suicide|"
    r"committed suicide|"
    r"(?:takes|has taken) (?:his|her|<\d+>'s) own life|is killed|was killed|has been killed|"
    r"is murdered|was murdered|has been strangled|stabs himself|stabs herself|"
    r"(?:shoots|shot|kills|killed|hangs|hanged|drowns|poisons|poisoned) (?:himself|herself)|"
    r"(?:drops|dropped|falls|fell) dead|"
    r"crumbles to dust|survives|survived|is still alive|stays alive)\b(?! of laughter)"
    rf"{_LONG_AGO}"
)
_AND_DIES = re.compile(
    rf"{MENTION}{ASIDE}{WHO} (?:(?!(?:who|that|which|when|while|where|because|if|not)\b)"
    r"(?:<\d+>'s|[^<>.;:\",]))+? (?:and|but) (?:then |later |soon )?"
    rf"(?P<what>dies|died|drowns|drowned|is killed|was killed|survives|survived)\b{_LONG_AGO}"
)
_BY_THE_WAY = re.compile(r"\b(?:when|since|before|after|because|until|till) $", re.IGNORECASE)
"""What happens in the story is told in a sentence of its own: "born when he had died" is not."""
_CLAUSE_BEGINS = re.compile(
    r"(?:^|[,;:.\"(] |\b(?:and|but|then|when|while|where|until|as|that|before|after|so|because|"
    r"finally|meanwhile|there) )$",
    re.IGNORECASE,
)
_FOUND_DEAD = re.compile(
    rf"(?:finds|found|discovers|discovered) {MENTION} (?:lying )?(?P<what>dead|murdered)\b"
)
_BODY = re.compile(rf"{MENTION}'s (?:lifeless|dead) body (?P<where>(?:in|on|under) [^.,;:]+)")
_MARRIED = re.compile(
    rf"{MENTION} and {MENTION} "
    r"(?:marry|married|have married|had married|are married|get married|wed)\b"
)
_WED_TO = re.compile(
    rf"{MENTION}{ASIDE}{WHO} (?:is|was) (?:already |secretly |happily |unhappily )?married to "
    rf"{MENTION}(?!'s)"
)
_IN_LOVE = re.compile(rf"{MENTION}(?:,| [–—-]) [^<>.;:]{{0,60}}in love with {MENTION}(?!'s)")
_LOVES = re.compile(
    rf"{MENTION}{ASIDE}{WHO} {ADVERB}(?:is|was|falls|fell|has fallen) in love with {MENTION}(?!'s)"
)
_SENT = re.compile(
    rf"\b(?:sends|sent|takes|took|banishes|banished|brings|brought) {MENTION} to {MENTION}"
)
_SENT_OFF = re.compile(rf"{MENTION} is (?:then )?(?:sent|taken|banished|brought) to {MENTION}")
_BEFALLS = re.compile(
    rf"{MENTION}{ASIDE}{WHO} {ADVERB}(?:is|was|been|gets|got) {ADVERB}"
    r"(?P<what>arrested|accused|wounded|hanged|imprisoned|expelled|drugged|poisoned|kidnapped|"
    r"robbed|banished|blackmailed|cursed|strangled|scarred|blinded|captured|shot|stabbed|beheaded|bitten|"
    r"adopted|rescued|disfigured|incapacitated)\b(?! by <)"
)
_DIES_OF = re.compile(
    rf"{MENTION}{ASIDE}{WHO} {ADVERB}(?:dies|died|drops dead|dropped dead) (?:of|from) "
    r"(?P<what>[^.,;:]+)"
)
_ENDS_WITH = re.compile(
    r"(?:film|movie|novel|book|story|play|series|<0>\"?) (?:ends|closes|concludes) "
    r"(?:with|on) (?P<what>[^.,;:]+)"
)
_ALIVE = ("survive", "is still alive", "stays alive")


def fates(told: Told) -> Iterator[Proposal]:
    """Yield what becomes of people in a sentence."""
    yield from _given(told)
    yield from _found_somewhere(told)
    yield from _together(told)
    yield from _sent(told)
    yield from _dead_or_alive(told)


def _event(found: re.Match[str], relation: str, words: str, how: str = "") -> Proposal:
    return Proposal(int(found[1]), relation, words=words, how=how, at=found.start(), event=True)


def _given(told: Told) -> Iterator[Proposal]:
    for found in _GIVES.finditer(told.text):
        words = noun(found["what"])
        if words and told.acts(found) and told.person(found, 2):
            yield _event(found, "gives", words, f"<{found[2]}>")


def _found_somewhere(told: Told) -> Iterator[Proposal]:
    for found in _FOUND_AT.finditer(told.text):
        preposition, _, rest = found["where"].partition(" ")
        words = noun(rest, bare=True)
        if words and told.acts(found):
            where = f"{(found['how'] or '').strip()} {preposition} {words}".strip()
            yield _event(found, "found_at", where)
    for found in _BODY.finditer(told.text):
        yield _event(found, "fate", "dead")
        preposition, _, rest = found["where"].partition(" ")
        if words := noun(rest):
            yield _event(found, "found_at", f"dead {preposition} {words}")


def _together(told: Told) -> Iterator[Proposal]:
    for found in _MARRIED.finditer(told.text):
        if told.holds(found, found.end()) and found[1] != found[2]:
            yield Proposal(int(found[1]), "marries", int(found[2]), at=found.start(), event=True)
    for found in _WED_TO.finditer(told.text):
        if told.acts(found) and told.person(found, 2):
            yield Proposal(int(found[1]), "marries", int(found[2]), at=found.start())
    for found in (*_LOVES.finditer(told.text), *_IN_LOVE.finditer(told.text)):
        if told.acts(found) and told.person(found, 2):
            yield Proposal(int(found[1]), "loves", int(found[2]), at=found.start())


def _sent(told: Told) -> Iterator[Proposal]:
    for found in (*_SENT.finditer(told.text), *_SENT_OFF.finditer(told.text)):
        if told.place(found) and told.holds(found, found.end()):
            yield Proposal(int(found[1]), "goes_to", int(found[2]), at=found.start(), event=True)


def _dead_or_alive(told: Told) -> Iterator[Proposal]:
    for found in _BEFALLS.finditer(told.text):
        if told.acts(found):
            yield _event(found, "befalls", found["what"])
    for found in _DIES_OF.finditer(told.text):
        said = noun(re.sub(r"^(?:his|her) ", "a ", found["what"]), bare=True)
        if said and told.acts(found):
            yield _event(found, "dies_of", without_article(said))
    for found in _FOUND_DEAD.finditer(told.text):
        if told.person(found) and told.holds(found, found.end()):
            yield _event(found, "fate", "dead")
    for found in (*_FATE.finditer(told.text), *_AND_DIES.finditer(told.text)):
        # Whoever is told something and whoever then dies are two.
        before = told.text[: found.start()]
        begins = found.re is _FATE or _CLAUSE_BEGINS.search(before)
        if begins and told.acts(found) and not _BY_THE_WAY.search(before):
            alive = found["what"].startswith(_ALIVE)
            yield _event(found, "fate", "alive" if alive else "dead")


def last_image(told: Told) -> Iterator[Proposal]:
    """Yield what the story ends with."""
    found = _ENDS_WITH.search(told.text)
    said = noun(found["what"]) if found else ""
    if found and said and told.holds(found, found.end()):
        yield Proposal(0, "ends_with", words=said, at=found.start())
