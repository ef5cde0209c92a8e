"""Who people are, by calling, kin and friends, as a sentence tells it."""

import re
from collections.abc import Iterator

from quizgame.domain.telling import listed
from quizgame.generate import words
from quizgame.generate.phrases import noun
from quizgame.generate.proposal import MENTION, Proposal, Told, may_act
from quizgame.generate.words import either

_DESCRIBES = (
    # "A deaf and one-eyed ringer", but no "doctor and inventor".
    rf"(?:(?!(?:{either(words.CALLINGS)})\b)[a-z][a-z-]* and [a-z][a-z-]*|"
    r"[a-z][a-z-]*|[A-Z][a-z]+(?:an|ish|ch|ese))"
)
ADJ = (
    r"(?:(?!(?:of|and|to|in|with|who|whose|that|an?|the|has|is|was|on|at|other|same)\b)"
    rf"{_DESCRIBES},? ){{0,3}}?"
)
CALLING = rf"(?P<what>{ADJ}(?:{either(words.CALLINGS)}))\b(?!'s)(?!-)(?! of the \w+ of)"
_TIES = rf"(?P<tie>{ADJ}(?:{either(words.KIN | words.FRIENDS)}))\b"
_IS_CALLING = (
    re.compile(
        rf"{MENTION}, (?:now |once )?(?:an?|the|<\d+>'s|the family's) (?:<\d+> )?{CALLING}"
        r"(?=[,.;]| (?:of|from|in|at|who|named|with|and|on|for|by)\b|$)"
    ),
    re.compile(
        rf"{MENTION}(?:, [^,<>]{{2,50}},)? (?:is|was|works as|worked as|becomes|became|has become|"
        r"had become|had been|has been|had once been|was once|is now|is only|was only) "
        rf"(?:an?|the|<\d+>'s) (?:<\d+> )?{CALLING}"
    ),
)
_IT_IS = re.compile(rf"\b[Tt]he {CALLING}(?: there| at <\d+>) (?:is|was) {MENTION}(?=[,.]|$)")
_CALLED_BEFORE = (
    re.compile(rf"\b[Aa]n? {CALLING},? (?:named|called) {MENTION}"),
    re.compile(rf"\b(?:[Aa]|[Aa]n|[Tt]he) {CALLING},? {MENTION}(?=,)"),
    _IT_IS,
    re.compile(rf"(?<!to )(?<![\w'-]){CALLING} {MENTION}(?='s|,| [a-z])"),
    # "told by his housekeeper, <1>, who ..."
    re.compile(rf"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|<\d+>'s) {CALLING}, {MENTION}(?=[,.;])"),
)
_HER_PAST = re.compile(
    rf"{MENTION}'s (?:past|work|job|role|former life|life|[\w-]+ job) as "
    rf"(?:an?|the) (?:[a-z]+ )?{CALLING}"
)
_LISTED = re.compile(rf"^\W*{MENTION} \| (?:[a-z' -]{{3,40}}, )?(?:an? |the )?{CALLING}(?=$|[,;] )")
_IN_CAST = re.compile(
    rf"^\W*{MENTION}(?: \([^()]*\))? ?[–—:|-] ?(?:an? |the )?{CALLING}"
    r"(?=[,.;]| (?:of|from|in|at|who|named|with|and|on|for|by)\b|$)"
)


def callings(told: Told) -> Iterator[Proposal]:
    """Yield what people are by calling."""
    text = told.text
    for expression in (*_IS_CALLING, _HER_PAST, _LISTED, _IN_CAST):
        for found in expression.finditer(text):
            # "the brother of <2>, a doctor": whose calling it is cannot be told.
            unsure = "," in found.group() and not may_act(text, found.start(), of_only=True)
            unsure |= "," not in found.group() and not may_act(text, found.start())
            # "When he was a young soldier" tells of what he is no longer.
            unsure |= expression is _IS_CALLING[1] and bool(_IN_A_PLAY.search(text))
            unsure |= bool(_ONCE.search(text[: found.start()]) and " was a" in found.group())
            if not unsure and told.person(found) and told.holds(found, found.start("what")):
                yield from _occupation(int(found[1]), found, past=bool(_PAST.search(found.group())))
    for expression in _CALLED_BEFORE:
        for found in expression.finditer(text):
            number = int([group for group in found.groups() if group and group.isdigit()][-1])
            # "to nurse <2>" is a deed; who goes "as a priest called <3>" need not be one.
            verb = re.search(r"\bto (?:[a-z]+ )?$|\bas an? $", text[: found.start("what")])
            if not verb and told.sort_of(number) == "person" and told.holds(found, found.end()):
                yield from _occupation(number, found)


_PAST = re.compile(r"\b(?:once|had been|formerly)\b")
_IN_A_PLAY = re.compile(r"\b(?:plays|parts?|roles?|acts|disguise\w*|dressed|costume)\b")
"""Where somebody only goes as something: "Ada plays Juliet, and Bo is the friar"."""
_HIS = re.compile(r"(?:\b[Hh]is|\b[Hh]er|\b[Tt]heir|'s) $")
_ONCE = re.compile(r"\b(?:[Ww]hen|[Ww]hile|[Ss]ince|[Uu]ntil|[Aa]s) $")
_NO_LONGER = listed(
    "ex one-time onetime sometime disgraced failed aspiring would-be budding fake "
    "false self-styled so-called supposed pretended future late quack dismissed fallen "
    "dead best worst"
)
"""Words by which somebody is not, or not any more, what they stand before."""
PAST = ("former", "retired")
_OF_A_TRADE = listed(
    "private police ship's royal court church parish music dancing "
    "singing drawing school army navy naval merchant circus opera ballet newspaper crime bounty "
    "street wine cloth silk horse sheep cattle book news station post railway medical law art "
    "history science piano violin fashion portrait landscape house lady's escaped bank customs "
    "museum inn tavern cab taxi bus pastry jewel tax personal stage film head lay marine mining "
    "civil night prison patent textile steel oil fur spice grain corn master"
)
"""Words that make another trade of one: a police surgeon. All others only describe somebody."""


def _occupation(number: int, found: re.Match[str], *, past: bool = False) -> Iterator[Proposal]:
    *before, head = found["what"].replace(",", "").split()
    if before[-1:] == ["old"] and _HIS.search(found.string[: found.start("what")]):
        # "His old servant" is so no more, for all one sees.
        return
    if _NO_LONGER & {word.casefold() for word in before}:
        return
    kept: list[str] = []
    for word in reversed(before):
        if word not in _OF_A_TRADE:
            break
        kept.insert(0, word)
    kept[:0] = [word for word in before if word in PAST] or (["former"] if past else [])
    yield Proposal(number, "occupation", words=" ".join((*kept, head)), at=found.start())


_OF_A_TIE = listed(
    "adopted adoptive foster twin elder younger eldest youngest older second first only best old "
    "childhood former close late estranged half"
)
"""Words that say what tie it is. All others only describe somebody."""
_TIE_PATTERNS = (
    # <a>'s sister <b>; <a>'s best friend is <b>
    ("ab", re.compile(rf"{MENTION}'s {_TIES}(?: there)?(?:,| is| was|) {MENTION}(?!'s)")),
    # <b>, <a>'s sister; <b> is <a>'s sister
    (
        "ba",
        re.compile(
            rf"{MENTION}(?:,| is| was| (?:turns|turned) out to be| (?:is|was) revealed to be|"
            rf" proves to be| (?:is|was) (?:really|in truth|in fact)) {MENTION}'s {_TIES}"
        ),
    ),
    # A line of a list: <b> – <a>'s sister; <b> – the village smith, <a>'s friend
    ("ba", re.compile(rf"^\W*{MENTION} ?[–—:|-] ?(?:[^<>.;]{{2,40}}, )?{MENTION}'s {_TIES}")),
    # <b>, the sister of <a>; <b> is the sister of <a>
    (
        "b-of-a",
        re.compile(
            rf"{MENTION}(?:,| is| was| (?:turns|turned) out to be| (?:is|was) revealed to be|"
            rf" proves to be| (?:is|was) (?:really|in truth|in fact)) "
            rf"(?:the|an?) {_TIES} of {MENTION}(?!'s)"
        ),
    ),
    # the sister of <a>, <b>, ...; <a>, whose sister <b>
    ("ab", re.compile(rf"\b[Tt]he {_TIES} of {MENTION}(?:,| is| was) {MENTION}(?!'s)")),
    ("ab", re.compile(rf"{MENTION}, whose {_TIES}(?:,| is| was|) {MENTION}(?!'s)")),
    (
        "with-friend",
        re.compile(rf"{MENTION} (?:and|with|together with) (?:his|her) {_TIES},? {MENTION}(?!'s)"),
    ),
)
_COURTS = (
    r"in love with|loves?|loved|marry|marries|married|engaged to|proposes to|proposed to|courts|"
    r"courted|elopes with|eloped with|woos|kisses|kissed|falls for|fell for"
)
_SISTERS = re.compile(
    rf"{MENTION}'s (?P<tie>{ADJ}(?:sister|brother|son|daughter|cousin|friend|parent)s) "
    rf"(?:are|were) {MENTION} and {MENTION}"
)


_NOT_BUT = re.compile(
    rf"{MENTION} (?:is|was) not the [a-z]+ of {MENTION} but "
    rf"(?:his|her|the|<\d+>'s) {_TIES}(?=[.,;]|$)"
)
_ENGAGED = re.compile(
    # Whoever "was engaged" need not be any more.
    rf"{MENTION}(?:, [^,<>]{{2,50}},)? (?:is|gets|got|has become) engaged to {MENTION}(?!'s)"
)
_PAIR = re.compile(
    r"\b(?P<tie>(?:former |old |best |close |twin )?"
    r"(?:classmate|friend|sister|brother|cousin|lover))s "
    rf"{MENTION}(?: \([^()]*\))? and {MENTION}"
)


_KIN_OF_WHOM = re.compile(
    rf"{MENTION}(?:,| is| was) (?:an?|the) {_TIES} of (?P<whom>(?:an?|the) [a-z][^.,;:<>]*)"
)


def ties(told: Told) -> Iterator[Proposal]:
    """Yield kin and friends."""
    for order, expression in _TIE_PATTERNS:
        for found in expression.finditer(told.text):
            numbers = [int(group) for group in found.groups() if group and group.isdigit()]
            whose, who = numbers if order in {"ab", "with-friend"} else numbers[::-1]
            unsure = _is_courted(told.text[: found.start()], whose)
            unsure |= order == "with-friend" and "<" in told.text[: found.start()]
            if told.holds(found, found.end()) and not unsure and " not " not in found.group():
                yield from _tie(told, who, whose, found)
    for found in (*_NOT_BUT.finditer(told.text), *_PAIR.finditer(told.text)):
        if told.holds(found, found.end()):
            who, whose = (int(group) for group in found.groups() if group and group.isdigit())
            yield from _tie(told, who, whose, found)
    for found in _ENGAGED.finditer(told.text):
        if told.acts(found):
            yield Proposal(
                int(found[2]), "kin_of", int(found[1]), how="betrothed", at=found.start()
            )
    for found in _KIN_OF_WHOM.finditer(told.text):
        whom = noun(found["whom"])
        if whom and found["tie"].split()[-1] in words.KIN and told.acts(found):
            tie = found["tie"]
            yield Proposal(int(found[1]), "kin_of", words=whom, how=tie, at=found.start())
    for found in _SISTERS.finditer(told.text):
        for group in (3, 4):
            yield from _tie(told, int(found[group]), int(found[1]), found)


def _is_courted(before: str, whose: int) -> bool:
    """Tell whether somebody is loved whose kin the lover cannot be: "in love with his daughter"."""
    return bool(re.search(rf"<{whose}>[^.;:]*\b(?:{_COURTS})(?: [a-z]+)? $", before))


def _tie(told: Told, who: int, whose: int, found: re.Match[str]) -> Iterator[Proposal]:
    if who == whose or not told.sort_of(who) == told.sort_of(whose) == "person":
        return
    tie = found["tie"] if found.re is not _SISTERS else found["tie"].removesuffix("s")
    *before, last = tie.replace(",", "").split()
    # A first friend is a friend; a first wife may be one of two.
    plain = {"first", "second", "eldest", "youngest", "elder", "younger"} & set(before)
    kept = [
        word for word in before if word in _OF_A_TIE and (last in words.KIN or word not in plain)
    ]
    tie = " ".join((*kept, last))
    relation = "kin_of" if tie.split()[-1] in words.KIN else "friend_of"
    yield Proposal(who, relation, whose, how=tie, at=found.start())
