"""What people want, say and ask, and what things stand for, each in a few words."""

import re
from collections.abc import Iterator

from quizgame.generate.proposal import ADVERB, ASIDE, MENTION, WHO, Proposal, Told, may_act

_FEWEST_WANTED = 2
_FEWEST_SAID = 3
_MOST_SAID = 8
_WHOSE = re.compile(r"(?:his|her|their|this)\b", re.IGNORECASE)
_WANTS = re.compile(
    rf"{MENTION}{ASIDE}{WHO} {ADVERB}(?:wants|wanted|longs|plans|planned|intends|intended|"
    r"decides|decided|vows|vowed|swears|swore|is determined|was determined|sets out|resolves|"
    r"hopes|hoped|"
    r"(?:harbou?rs|has|feels) a (?:[a-z]+ )?desire|"
    r"embarks on an? (?:[a-z]+ )?(?:quest|mission|journey)) to "
    r"(?P<what>[a-z]+(?: (?!and\b|but\b|so\b|because\b|when\b|while\b|after\b|before\b|who\b|"
    r"which\b|"
    r"that\b|until\b|as\b|if\b|where\b|or\b)[\w<>'-]+){0,6})"
)
_WHOEVER = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their)\b")
_SOME_TIME = re.compile(r"\b(?:day|night|morning|evening|week|month|year|time|moment)s?$")
"""What only says when: "to escape from the first day"."""
_CUT_SHORT = re.compile(r"\b(?:a|an|the) [\w-]+$")
_NOT_WANTS = re.compile(
    r"(?:\w+ (?:down|up|out|off|away|over|in|back|home|there|here|"
    r"again|on)$|not|never|be|have|do|see|look|know|make sense)\b"
)


def wishes(told: Told) -> Iterator[Proposal]:
    """Yield what people want to do, in a few words."""
    text = told.text
    for found in _WANTS.finditer(text):
        at = found.start()
        what = _trimmed(found["what"])
        # Whoever means somebody by "his" need not mean himself.
        if f"<{found[1]}>" in what or _WHOEVER.search(what) or _SOME_TIME.search(what):
            continue
        if not told.person(found) or not may_act(text, at) or not told.holds(found):
            continue
        if what.endswith("s") and text.startswith((" and ", " or "), found.end()):
            # "To comfort Bo with hugs and kisses."
            continue
        if _CUT_SHORT.search(what) and text.startswith(" and ", found.end()):
            continue
        if not _NOT_WANTS.match(what) and len(what.split()) >= _FEWEST_WANTED:
            yield Proposal(int(found[1]), "wants", words=f"to {what}", at=at)


_LOOSE_END = re.compile(
    r"(?: (?:a|an|the|his|her|their|its|in|on|at|to|from|with|for|by|into|of|him|it|them|only|and|"
    r"this|that|more|some|one|under|over|than))+$"
)


def _trimmed(what: str) -> str:
    return _LOOSE_END.sub(lambda found: " him" if found.group() == " him" else "", what)


_SYMBOL = re.compile(
    r"^(?:\"?|(?:For|To) (?:me|us),? |In the end,? |Here,? )"
    r"(?P<thing>(?:the|a|an|<\d+>'s|this|his|her|their|both)\b[^,.;:\"]{2,60}?|<\d+>) "
    r"(?:\w+ly )?(?:symboli[sz]es|represents|stands for|embodies|is a symbol (?:of|for)|"
    r"is a metaphor for|stand for|symboli[sz]e) (?P<what>[^,.;:]{3,80})",
    re.IGNORECASE,
)
_SYMBOL_INSIDE = re.compile(
    r"\b(?P<thing>(?:the|a|an) (?:[a-z-]+ ){1,4}?[a-z-]+), symboli[sz]ing (?P<what>[^,.;:]{3,80})"
)
_SYMBOL_CLAUSE = re.compile(
    r"(?:while|and|,) (?P<thing>(?:the|a|an) (?:[a-z-]+ ){0,3}[a-z-]+) (?:symboli[sz]es|"
    r"represents|stands for) (?P<what>[^,.;:]{3,80})"
)


def symbols(told: Told) -> Iterator[Proposal]:
    """Yield what something in the story stands for, said of a name in it or of the story."""
    for expression in (_SYMBOL, _SYMBOL_INSIDE, _SYMBOL_CLAUSE):
        for found in expression.finditer(told.text):
            if told.holds(found, found.end("thing")):
                yield from _symbol(found)
                return


_NEEDS_MORE = re.compile(r"^(?:a|an|the|all|those|everything) ?[\w-]*$|\b(?:all|those|everything)$")
"""What means nothing without the clause after it: "a life" that refuses to move on."""


def _symbol(found: re.Match[str]) -> Iterator[Proposal]:
    meant, *more = re.split(r" (?:that|which|who|as|because|when|where) ", found["what"])
    meant = _LOOSE_END.sub("", meant)
    if more and _NEEDS_MORE.search(meant):
        return
    thing = found["thing"]
    if len(meant.split()) > _MOST_SAID or re.match(r"(?:him|her|it|them)\b", meant):
        return
    if whole := re.fullmatch(MENTION, thing):
        yield Proposal(int(whole[1]), "symbolises", words=meant, at=found.start())
    elif not _WHOSE.match(thing) and len(thing.split()) < _MOST_SAID:
        said = thing if thing.startswith("<") else thing[0].lower() + thing[1:]
        yield Proposal(0, "symbolises", words=meant, how=said, at=found.start())


_SAYS = re.compile(
    rf"{MENTION}{ASIDE}{WHO} {ADVERB}(?:says|said|tells <\d+>|told <\d+>|confesses|"
    r"confessed|admits|admitted|reveals|revealed) that "
    r"(?P<what>[^.,;:\"]+)"
)
_LEARNS = re.compile(
    rf"{MENTION}{ASIDE}{WHO} {ADVERB}(?:learns|learned|discovers|discovered|realises|realizes|"
    r"realised|realized|understands|finds out|found out|sees|saw) that (?P<what>[^.,;:\"]+)"
)
_PROMISES = re.compile(
    rf"{MENTION}{ASIDE}{WHO} {ADVERB}(?:promises|promised) (?P<what>to [^.,;:\"]+)"
)
_ASKS = re.compile(
    rf"{MENTION}{ASIDE} {ADVERB}(?:asks|asked|orders|ordered|forces|forced|persuades|"
    rf"persuaded|begs|begged|urges|urged|tells|told|warns|warned) {MENTION} "
    r"(?P<what>(?:not )?to [^.,;:\"]+)"
)
_LOOSE = re.compile(
    r"\b(?:he|she|it|they|his|her|their|him|them|this|that|there|its)\b", re.IGNORECASE
)
_BREAK = re.compile(r" (?:and|but|because|so that) ")
_NEEDED = re.compile(r" (?:when|while|who|which|where|after|before|until|unless|if|than) ")
"""Before what no saying is cut off: "that they love longest when all hope is gone"."""


_SAID = (("says", _SAYS), ("learns", _LEARNS), ("promises", _PROMISES), ("asks", _ASKS))


def sayings(told: Told) -> Iterator[Proposal]:
    """Yield what people say and ask of others, in a few words."""
    for relation, expression in _SAID:
        for found in expression.finditer(told.text):
            what = _BREAK.split(found["what"])[0].strip()
            fit = _FEWEST_SAID <= len(what.split()) <= _MOST_SAID and not _LOOSE.search(what)
            fit = fit and not what.endswith(("thing", "nobody", "no one"))
            fit = fit and not _NEEDED.search(what)
            # "Bo sees that he is innocent": who is?
            fit = fit and not re.search(rf"<{found[1]}>(?!'s)", what)
            able = told.person(found) and may_act(told.text, found.start())
            if fit and able and told.holds(found):
                how = f"<{found[2]}>" if relation == "asks" else ""
                words = _trimmed(what)
                yield Proposal(
                    int(found[1]), relation, words=words, how=how, at=found.start(), event=True
                )
