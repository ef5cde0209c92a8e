"""Who made a story and who acts in it, told by the sentences that speak of the making."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from quizgame.generate.proposal import MENTION

_NUMBER = re.compile(MENTION)
_ACTOR = re.compile(
    r"(?:played|portrayed) by <(\d+)>|^\W*<(\d+)>\s?(?:\([^()]*\))?,? as <\d+>\W*$|"
    r"> \(<(\d+)>\)"
)
_ACTOR_OF_NOBODY = re.compile(r"[a-z] \(<(\d+)>\)")
_AUTHOR = re.compile(
    r"(?:written|directed|created|novel|novella|play|story|tragedy|comedy|tale|"
    r"book|romance|poem|thriller|fable|satire|epic|ballad|classic|masterpiece)"
    r"(?: of \d{4})? by "
    r"<(\d+)>|<(\d+)> (?:wrote|published) (?:\"?<0>|<\d+> in \d{4})|"
    r"<(\d+)>'s \"?<0>|(?:novel|book|play|tale|story) (?:that )?<(\d+)> (?:wrote|published)\b|"
    r"<(\d+)>'s (?:\d{4} )?(?:[a-z-]+ ){0,2}(?:novel|novella|short story|tragedy|comedy|play)\b"
)
_SPEAKS_OF_MAKING = re.compile(
    r"\b(?:novels?|novelist|novella|author|readers?|published|publication|writers?|screenwriter|"
    r"screenplay|director|directed|directs|filmed|filming|audiences?|critics?|premiered?|premiere|"
    r"box office|masterpiece|title page|playwright|producer|biograph\w+|century|literature|"
    r"Hollywood|Oscars?|Academy Awards?|studio|autobiograph\w+|screen|films?|movies?|comedies|"
    r"tragedies|wrote it|his story|us|reader|this (?:book|story|tale|play)|short story|own ending|"
    r"(?:doesn't|does not|did|won't|never) (?:say|tell|either|explain|wrote|written))\b",
)
_MADE_IT = re.compile(
    r"<(\d+)>,? (?:\w+ ){0,2}(?:wrote|written|published|directed|filmed|adapted|serialised)\b|"
    r"<(\d+)>'s (?:own |\d{4} |famous )?(?:ending|film|novel|story|book|play)\b|"
    r"\bdirector,? <(\d+)>|\b(?:written|directed|published|penned|filmed|adapted|produced) by "
    r"(?:(?:his|her) \w+ )?<(\d+)>|\bby (?:his|her) (?:wife|husband) <(\d+)>"
)
_OF_A_LETTER = re.compile(
    r"\b(?:letters?|notes?|diary|diaries|confession|will|message|telegram|journal)\b"
)
"""What people write in a story."""
_MOSTLY = 2


def makers_of(marked: Iterable[str], people: Collection[int]) -> set[int]:
    """Return the numbers of those who are told of as real: who wrote or filmed the story.

    They are whoever is told of at least half the time where a sentence speaks of the making, and
    is told to have made it or is never told of elsewhere.
    """
    every: Counter[int] = Counter()
    made: Counter[int] = Counter()
    sure: set[int] = set()
    for text in marked:
        here = {int(number) for number in _NUMBER.findall(text)} & set(people)
        every.update(here)
        rows = () if _OF_A_LETTER.search(text) else _MADE_IT.findall(text)
        told = {int(one) for row in rows for one in row if one}
        sure |= told
        made.update(here if told or _SPEAKS_OF_MAKING.search(text) else ())
    people = {one for one in every if one}
    return {one for one in people if _MOSTLY * made[one] >= every[one]} & (
        sure | _lone(every, made)
    )


def _lone(every: Counter[int], made: Counter[int]) -> set[int]:
    """Return those who are never told of but where a sentence speaks of the making."""
    return {one for one in every if every[one] == made[one]}


def actors_and_authors(marked: Sequence[str], people: Collection[int]) -> tuple[set[int], set[int]]:
    """Return the numbers of those who act in a story, and of those who wrote or directed it."""

    def all_of(expression: re.Pattern[str]) -> set[int]:
        rows = (one for text in marked for one in expression.finditer(text))
        return {int(group) for found in rows for group in found.groups() if group}

    actors = all_of(_ACTOR)
    if len(actors) > 1:
        # "A criminal (Max Low) is caught": of one who has no name.
        actors |= all_of(_ACTOR_OF_NOBODY)
    # Who directs a film may play in it as well.
    authors = (all_of(_AUTHOR) & set(people)) | (makers_of(marked, people) - actors)
    return actors, authors
