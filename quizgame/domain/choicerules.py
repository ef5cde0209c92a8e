"""The rules on the choices of one card."""

import re
from collections.abc import Iterator
from itertools import combinations
from statistics import median

from quizgame.domain import wording
from quizgame.domain.columns import width
from quizgame.domain.findings import issue
from quizgame.domain.flaws import Flaw
from quizgame.domain.issues import Issue
from quizgame.domain.items import Item, Option
from quizgame.domain.oddities import fit, kinds_of, parted_by
from quizgame.domain.telling import holds, telling
from quizgame.domain.thresholds import Threshold

_OF_OTHERS = re.compile(
    r"(?:all|none|both|neither|either|any|each|every one|two|some) of (?:the )?"
    r"(?:above|these|those|them|choices|others|other choices|options)\b.*"
    r"|all (?:the )?(?:above|three|four|choices)|none (?:above|fits?|applies)"
    r"|(?:both |neither |either )?\(?[a-f1-6]\)? (?:and|or|nor) \(?[a-f1-6]\)?"
    r"|(?:choices?|answers?|options?) [a-f1-6](?: (?:and|or) [a-f1-6])?",
    re.IGNORECASE,
)
_SHORTEST = 3
"""Columns that words must take to tell anything: three letters, two syllables of Hangul."""


def of_choices(item: Item) -> Iterator[Issue]:
    """Yield what is wrong with the choices of a card."""
    if not item.choices:
        return
    yield from _stands_out(item)
    yield from _speaks_of_others(item)
    yield from _fits_alone(item)
    yield from _clang(item)
    yield from _overlap(item)
    yield from _differ(item)


def _stands_out(item: Item) -> Iterator[Issue]:
    shortest = min(item.rights, key=lambda option: width(option.text))
    usual = median(width(option.text) for option in item.wrongs)
    size = width(shortest.text)
    times, more = Threshold.LONGER_TIMES.number, Threshold.LONGER_BY.number
    if size >= times * usual and size - usual >= more:
        message = f"the right choice has {size} characters, the wrong ones about {usual:.0f}"
        yield issue(Flaw.STANDS_OUT, shortest.said, message)


def _speaks_of_others(item: Item) -> Iterator[Issue]:
    for option in item.choices if item.english else ():
        if _OF_OTHERS.fullmatch(option.text.strip(" .")):
            yield issue(Flaw.ALL_OF_THE_ABOVE, option.said, "this choice speaks of the others")


def _fits_alone(item: Item) -> Iterator[Issue]:
    fits = {option.said: fit(item, option) for option in item.choices}
    for number, by in enumerate(("a or an", "number", "gender")):
        right = all(fits[option.said][number] for option in item.rights)
        wrong = all(fits[option.said][number] is False for option in item.wrongs)
        if right and wrong:
            at = item.rights[0].said
            yield issue(Flaw.GRAMMAR, at, f"by {by}, only the right choice fits the stem")
            return


def _clang(item: Item) -> Iterator[Issue]:
    if any(in_stem(item, option) for option in item.rights):
        return  # Told as an answer in the stem.
    right = frozenset.intersection(*(echoed(item, option) for option in item.rights))
    alone = right.difference(*(echoed(item, option) for option in item.wrongs))
    if alone:
        words = wording.words_of(item.stem.text)
        word = next(word for word in words if telling(word) & alone)
        message = f"'{word}' of the stem comes again in no wrong choice"
        yield issue(Flaw.CLANG, item.rights[0].said, message)


def echoed(item: Item, option: Option) -> frozenset[str]:
    """Return the telling words of the stem that come again in a choice."""
    return item.about & option.tells


def in_stem(item: Item, option: Option) -> bool:
    """Tell whether the words of a choice or answer stand in the stem one after the other."""
    long_enough = sum(map(width, option.words)) >= _SHORTEST or option.text.isdigit()
    return long_enough and holds(item.words, option.words)


def _overlap(item: Item) -> Iterator[Issue]:
    for one, other in combinations(item.choices, 2):
        how = _one_in_other(one, other)
        if how:
            message = f"this choice {how} the one on line {one.said.line}"
            yield issue(Flaw.OVERLAP, other.said, message)
            return


def _one_in_other(one: Option, other: Option) -> str:
    if one.words == other.words:
        return "says the same as"
    if one.term and other.term:
        return "is another name for" if one.term == other.term else ""
    short, long = sorted((one, other), key=lambda option: len(option.words))
    if sum(map(width, short.words)) < _SHORTEST or not holds(long.words, short.words):
        return ""
    # "Mara's brother" does not hold "Mara".
    owner = re.escape(" ".join(short.text.split()[-1:])) + r"['’]"
    return "" if re.search(owner, long.text, re.IGNORECASE) else "overlaps with"


def _differ(item: Item) -> Iterator[Issue]:
    kinds = kinds_of(item)
    if kinds:
        at = item.choices[0].said
        yield issue(Flaw.KINDS, at, f"the choices are of different kinds: {', '.join(kinds)}")
        return
    for words, option in parted_by(item):
        yield issue(Flaw.KINDS, option.said, f"the choices are written differently: {words}")
        return
