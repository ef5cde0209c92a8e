"""What a sentence says of the story as such: cast, makers, genre, and who is really who."""

import re
from collections.abc import Iterator

from quizgame.domain.telling import listed as words_of
from quizgame.generate import words
from quizgame.generate.phrases import noun, without_article
from quizgame.generate.proposal import MENTION, Proposal, Told, quoted
from quizgame.generate.words import either

_DASHED = 2
_NO_GENRE = words_of("film movie story novel play series adaptation novella")
_ROLES_OF_PEOPLE = words.KIN | words.FRIENDS | words.CALLINGS | words.UNNAMED
_PLAYED = (
    re.compile(rf"{MENTION},? \(?(?:who is |which is )?(?:played|portrayed) by {MENTION}"),
    re.compile(rf"^\W*(?P<actor><\d+>)\s?(?:\([^()]*\))?,? as {MENTION}\W*$"),
    re.compile(rf"^\W*(?P<actor><\d+>)\s?(?:\.{{2,}}|[–—:-]|\|)\s?{MENTION}\W*$"),
    re.compile(rf"(?P<actor><\d+>) (?:plays|portrays|stars as|played) {MENTION}"),
)
_BRACKETED = re.compile(rf"{MENTION} \({MENTION}\)")


def cast(
    told: Told, *, listed: bool, brackets: bool = False, part_first: bool = False
) -> Iterator[Proposal]:
    """Yield who plays whom; a line with a dash counts only where the cast is `listed`.

    Such a line names the actor first, unless the list is told to name the `part_first`. With
    `brackets` a name in brackets is that of whoever plays the one named before.
    """
    for found in _BRACKETED.finditer(told.text) if brackets else ():
        if told.sort_of(int(found[1])) == told.sort_of(int(found[2])) == "person":
            yield Proposal(int(found[1]), "played_by", int(found[2]), at=found.start())
    for number, expression in enumerate(_PLAYED):
        for found in expression.finditer(told.text):
            if expression is _PLAYED[_DASHED] and not listed:
                continue
            # "The Man: George O'Brien": no actor is called so.
            the = told.written.lstrip("*-•· ").startswith("The ")
            turned = expression is _PLAYED[_DASHED] and (part_first or the)
            if turned:
                role, actor = int(found["actor"].strip("<>")), int(found[found.re.groups])
            elif number:
                actor, role = int(found["actor"].strip("<>")), int(found[found.re.groups])
            else:
                role, actor = int(found[1]), int(found[2])
            if actor != role and told.sort_of(actor) == told.sort_of(role) == "person":
                yield Proposal(role, "played_by", actor, at=found.start())


_MADE = (
    (
        "written",
        re.compile(
            rf"(?:novel|novella|story|book|tale|play|tragedy|comedy|romance|poem|thriller|fable|"
            rf"satire|epic|ballad|classic|masterpiece) (?:of \d{{4}} )?by {MENTION}"
        ),
    ),
    ("directed", re.compile(rf"\b[Dd]irected by {MENTION}")),
    (
        "written",
        re.compile(
            rf"<0>\"?,? (?:\(\d{{4}}\),? )?(?:is |was |were )?(?:first )?(?:published|written|"
            rf"serialised|serialized) (?:in \d{{4}} )?by {MENTION}"
        ),
    ),
    ("directed", re.compile(rf"\bdirector {MENTION}")),
    (
        "directed",
        re.compile(
            rf"{MENTION}'s (?:\d{{4}} )?(?:(?:silent|classic|famous|great|celebrated) )?"
            r"(?:film|movie|silent)\b"
        ),
    ),
    ("written", re.compile(rf"\b(?:written|created|penned) by {MENTION}")),
    ("written", re.compile(rf"{MENTION} (?:wrote|published) \"?<0>")),
    ("directed", re.compile(rf"{MENTION} (?:directed|filmed) \"?<0>")),
    ("written", re.compile(rf"^{MENTION} (?:wrote|published|finished) it (?:in|between) \d{{4}}")),
    ("directed", re.compile(rf"^{MENTION} (?:made|directed|shot|filmed) <\d+> in \d{{4}}")),
    # A story that is called after somebody in it.
    ("written", re.compile(rf"^{MENTION} (?:wrote|published) <\d+> (?:in|between) \d{{4}}")),
    (
        "written",
        re.compile(
            rf"\b(?:novel|book|play|tale|story) (?:that |which )?{MENTION} (?:wrote|published)\b"
        ),
    ),
    (
        "written",
        re.compile(
            rf"{MENTION},? (?:had |has |also |first )*(?:wrote|written|published) "
            r"(?:an?|his|her|this|<\d+>'s) (?:[a-z-]+ ){0,2}(?:novel|novella|play|tragedy|"
            r"comedy|story|tale|book)\b"
        ),
    ),
    ("written", re.compile(rf"{MENTION}'s \"?<0>")),
    (
        "written",
        re.compile(
            rf"{MENTION}'s (?:\d{{4}} )?(?:[a-z-]+ ){{0,2}}"
            r"(?:novel|novella|play|tragedy|comedy|short story)\b"
        ),
    ),
)
_BASED = re.compile(
    r"\b(?:based on|inspired by|adapted from|taken from|took it from|out of an?|after an?|"
    r"from an?) [^.;]*$"
)
_WITH_ANOTHER = re.compile(r"<\d+>(?:,| and|, and) $")
_AND_ANOTHER = re.compile(
    r"!?\"?(?: \(\d{4}\))?(?: and|, and|,? (?:together |along )?with) "
    r"(?:his |her )?(?:[a-z]+ )?<\d+>"
)
"""Of two who made a story none alone is the answer."""
_GENRE = re.compile(
    r"<0>(?: Ending Explained)?\"?(?: on <\d+>| on Netflix)?,? (?:is|was) (?:an? |the )"
    rf"(?P<what>(?:[\w-]+ ){{0,5}}?[\w-]*(?:{either(words.GENRES)}))\b"
)
_SET = re.compile(
    rf"(?:<0>\"?|novel|film|tragedy|comedy|play|story|series)[^.;:<>]{{0,60}}?"
    rf"(?:, | is | was )(?:set|takes place) (?:in|on) {MENTION}|"
    rf"^It (?:is|was) set (?:in|on) {MENTION}|"
    rf"(?:tragedy|comedy|play|story|film|novel) takes place in {MENTION}"
)


def work(told: Told) -> Iterator[Proposal]:
    """Yield what is said of the story itself: who made it, its genre, where it is set."""
    for how, expression in _MADE:
        for found in expression.finditer(told.text):
            # A film that is "based on a novel by" somebody is not by them.
            based = _BASED.search(told.text[: found.start()]) is not None
            based |= _WITH_ANOTHER.search(told.text[: found.start()]) is not None
            based |= _AND_ANOTHER.match(told.text, found.end()) is not None
            if told.person(found) and not based and not quoted(told.text, found.start()):
                yield Proposal(0, "made_by", int(found[1]), how=how, at=found.start())
    for found in _GENRE.finditer(told.text):
        said = " ".join(word for word in found["what"].split() if not re.fullmatch(r"\d{4}", word))
        if said and said.casefold() not in _NO_GENRE:
            yield Proposal(0, "genre", words=said, at=found.start())
    for found in _SET.finditer(told.text):
        number = int(next(group for group in found.groups() if group))
        if told.sort_of(number) == "place":
            yield Proposal(0, "set_in", number, at=found.start())


_PLAIN_IS = re.compile(rf"{MENTION} is {MENTION}(?=[,:.;])")
_BY_PRONOUN = re.compile(rf"\b(?:[Hh]e|[Ss]he) is\b|\bis (?i:{either(words.TITLES)})\b")
"""By which "is" tells no true name: "she is Laura", "Robert is Lord Burlesdon"."""
_REALLY = (
    re.compile(
        rf"{MENTION} (?:is|was) (?:really|actually|in truth|none other than|in fact|secretly) "
        rf"(?:the )?{MENTION}(?!'s)"
    ),
    re.compile(
        rf"{MENTION} (?:turns out|is revealed|proves|turned out) to be (?:the )?{MENTION}(?!'s)"
    ),
    _PLAIN_IS,
    re.compile(rf"{MENTION},? whose (?:real|true) name is {MENTION}(?!'s)"),
    re.compile(
        rf"{MENTION} and {MENTION} (?:is|are|was|were) (?:really |in fact |in truth )?"
        r"(?:one and the same|one person|one man|one woman|the same (?:person|man|woman))\b"
    ),
    re.compile(
        rf"{MENTION} (?:is|was) (?:only )?(?:the|a) (?:false |assumed |pen |stage )?"
        rf"(?:nickname|name|alias|disguise) (?:of|for) (?:the )?{MENTION}(?!'s)"
    ),
)
_REALLY_WORDS = re.compile(
    rf"{MENTION} (?:(?:is|was) (?:really|actually|in truth|in fact|secretly)|"
    r"(?:turns out|is revealed|proves|turned out) to be) "
    r"(?P<what>(?:an?|the|<\d+>'s) [^,.;:]+)"
)


def truths(told: Told) -> Iterator[Proposal]:
    """Yield who is in truth somebody else."""
    for expression in _REALLY:
        for found in expression.finditer(told.text):
            one, other = int(found[1]), int(found[2])
            people = one != other and told.person(found) and told.person(found, 2)
            # "She is Laura" tells who "she" is, who need not be the last that was named.
            people = people and not (expression is _PLAIN_IS and _BY_PRONOUN.search(told.written))
            if people and told.holds(found, found.start() + 1):
                yield Proposal(one, "is_really", other, at=found.start())
    for found in _REALLY_WORDS.finditer(told.text):
        said = noun(found["what"])
        head = said.split(" of ", maxsplit=1)[0].split()[-1:]
        of_whom = head and head[0] in words.KIN | words.FRIENDS
        if (
            head
            and head[0] in _ROLES_OF_PEOPLE
            and not of_whom
            and told.holds(found, found.start() + 1)
        ):
            words_only = without_article(said)
            yield Proposal(int(found[1]), "is_really", words=words_only, at=found.start())
