"""Cards that lie near one another: asked twice, or given away by another.

Both are found through an index of the rare words in common, so that the time grows with the
number of cards and not with that of pairs (the prefix filter of Bayardo, Ma and Srikant 2007).
"""

from collections import Counter, deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from quizgame.domain import wording
from quizgame.domain.cards import PutInOrder, TrueFalse
from quizgame.domain.columns import width
from quizgame.domain.findings import issue
from quizgame.domain.flaws import Flaw
from quizgame.domain.items import Item, both_open
from quizgame.domain.telling import ARTICLES, bare, holds, listed, stem, telling, tokens
from quizgame.domain.thresholds import Threshold
from quizgame.domain.waivers import Found

_DROPPED = ARTICLES | listed(
    "is are was were be does do did has have had this that these those his her their"
)
_SAME_ANSWER_SHARE = Threshold.SUBJECT_SHARE.number
_COMMON = int(Threshold.COMMON_WORD.number)
_SHORTEST_KEY = 3
"""Columns an answer must take to be known again."""

_T = TypeVar("_T", bound=Hashable)


def of_likeness(items: Sequence[Item]) -> Iterator[Found]:
    """Yield the cards that ask what another asks, and those that another gives away."""
    yield from of_twins(items)
    for item, other, role in _given_away(items):
        message = f"the {role} of the card on line {other.draft.line} tells the answer"
        yield item.draft, issue(Flaw.GIVEN_AWAY, item.stem, message)


def of_twins(items: Sequence[Item]) -> Iterator[Found]:
    """Yield the cards that ask what another asks."""
    twice = dict(_asked_twice(items))
    for at, item in enumerate(items):
        if at in twice:
            message = f"the card on line {twice[at].draft.line} asks the same"
            yield item.draft, issue(Flaw.TWICE, item.stem, message)


def _asked_twice(items: Sequence[Item]) -> Iterator[tuple[int, Item]]:
    """Yield the number of each card that asks the same as an earlier one, and that one."""
    asked = [_asked(item) for item in items]
    for at, other in _near(asked, Threshold.SAME_WORDS.number):
        if _same(items[at], items[other], asked[at] ^ asked[other]):
            yield at, items[other]
    # Of the same answer, fewer words need be the same.
    keyed = [_keyed(item) for item in items]
    for at, other in _near(keyed, _SAME_ANSWER_SHARE):
        apart = {word for _, word in keyed[at] ^ keyed[other]}
        enough = len(keyed[at] & keyed[other]) >= Threshold.SUBJECT_LEAST.number
        if enough and _same(items[at], items[other], apart):
            yield at, items[other]


def _same(one: Item, other: Item, apart: AbstractSet[str]) -> bool:
    """Tell whether two cards meet at a watch point and what sets them apart is no name."""
    return both_open(one, other) and not apart & _names(one, other)


def _asked(item: Item) -> frozenset[str]:
    """Return the words of a question, without endings; those of its choices where it has none."""
    words = [stem(word) for word in item.words if word not in _DROPPED]
    if not item.about or isinstance(item.draft.card.kind, PutInOrder):
        words += [stem(word) for option in item.draft.card.kind.options for word in tokens(option)]
    return frozenset(words)


def _keyed(item: Item) -> frozenset[tuple[tuple[str, ...], str]]:
    """Return the telling words of a question, each with its answer; none where nothing is asked."""
    return frozenset((item.key.words, word) for word in item.about) if item.key else frozenset()


def _names(one: Item, other: Item) -> frozenset[str]:
    """Return the names and numbers in two stems: where these differ, so do the questions."""
    written = [*wording.words_of(one.stem.text)[1:], *wording.words_of(other.stem.text)[1:]]
    return frozenset(
        stem(folded)
        for word, folded in zip(written, wording.folded(written), strict=True)
        if word[0].isupper() or folded[0].isdigit()
    )


def _near(sets: Sequence[frozenset[_T]], share: float) -> Iterator[tuple[int, int]]:
    """Yield pairs of numbers, the later first, whose sets overlap (Jaccard) by the share."""
    often = Counter(word for words in sets for word in words)
    index: dict[_T, deque[int]] = {}
    for at, words in enumerate(sets):
        if not words:
            continue
        rare = sorted(words, key=lambda word: (often[word], str(word)))
        prefix = rare[: len(rare) - ceil(share * len(rare)) + 1]
        candidates = {other for word in prefix for other in index.get(word, ())}
        for other in sorted(candidates):
            both = len(words & sets[other])
            if both >= share * (len(words) + len(sets[other]) - both):
                yield at, other
                break
        for word in prefix:
            index.setdefault(word, deque(maxlen=_COMMON)).append(at)


@dataclass(frozen=True, slots=True)
class _Text:
    """A stem or an explanation that states something."""

    owner: Item
    role: str
    words: tuple[str, ...]
    tells: frozenset[str]


def _given_away(items: Sequence[Item]) -> Iterator[tuple[Item, Item, str]]:
    """Yield each card whose answer a text of another tells, with that card and the text's role."""
    texts = [text for item in items for text in _texts(item)]
    index: dict[str, list[_Text]] = {}
    for text in texts:
        for word in text.tells:
            index.setdefault(word, []).append(text)
    for item in items:
        told = _telling_text(item, index)
        if told is not None:
            yield item, told.owner, told.role


def _texts(item: Item) -> Iterator[_Text]:
    kind = item.draft.card.kind
    if not (isinstance(kind, TrueFalse) and kind.right):  # A false statement tells nothing.
        yield _Text(item, "stem", item.words, item.about)
    yield _Text(item, "why", tuple(tokens(item.why.text)), telling(item.why.text))


def _telling_text(item: Item, index: Mapping[str, Sequence[_Text]]) -> _Text | None:
    """Return a text that holds a card's answer beside most words of its stem."""
    phrases = _phrases(item)
    subject = item.about.difference(*map(frozenset, phrases)) if phrases else frozenset()
    need = max(
        int(Threshold.SUBJECT_LEAST.number), ceil(Threshold.SUBJECT_SHARE.number * len(subject))
    )
    rare = sorted(subject, key=lambda word: (len(index.get(word, ())), word))
    for word in rare[: max(0, len(rare) - need + 1)]:
        found = index.get(word, ())
        for text in found if len(found) <= _COMMON else ():
            if len(subject & text.tells) >= need and _tells(text, item, phrases):
                return text
    return None


def _phrases(item: Item) -> tuple[tuple[str, ...], ...]:
    """Return the words of a card's answer, under each of its names."""
    if not item.key:
        return ()
    names = item.key.term.names if item.key.term else ()
    phrases = dict.fromkeys([item.key.words, *map(bare, names)])
    return tuple(phrase for phrase in phrases if sum(map(width, phrase)) >= _SHORTEST_KEY)


def _tells(text: _Text, item: Item, phrases: Sequence[tuple[str, ...]]) -> bool:
    other = text.owner
    no_later = other.draft.card.tier <= item.draft.card.tier
    if other is item or not no_later or not both_open(other, item):
        return False
    return any(holds(text.words, phrase) for phrase in phrases)
