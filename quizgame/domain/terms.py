"""Names and facts of a story, and the tier that mentioning them puts a text at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from quizgame.domain import wording
from quizgame.domain.tiers import LOWEST

_ARTICLES = frozenset({"the", "a", "an"})
_SHORTEST_PART = 3
_SHORTEST_SPLIT = 6


@dataclass(frozen=True, slots=True)
class Term:
    """A name with its other names, or a fact in words; `tier` is where it is first known.

    `exact`: the name is an ordinary word too, and counts only with the capitals it has here.
    `mentions` holds ids of terms that whoever learns this one learns as well.
    """

    id: str
    tier: int
    names: tuple[str, ...] = field(repr=False)
    fact: str = field(default="", repr=False)
    sort: str = ""
    exact: bool = False
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Name:
    """One name made ready: its words run together and the forms that takes.

    A `common` noun is written small; a `strict` name counts only with its `capital` or without.
    """

    term: Term
    joined: str
    forms: frozenset[str]
    longest: int
    common: bool = False
    strict: bool = False
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms of a pack, their names indexed by how they begin."""

    terms: tuple[Term, ...]
    _spaced: dict[str, list[_Name]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _hangul: dict[str, list[_Name]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _unspaced: dict[str, list[_Name]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        for term in self.terms:
            for name in term.names:
                for spelling in wording.respelt(name):
                    self._learn(term, wording.words_of(spelling))

    def _learn(self, term: Term, written: list[str]) -> None:
        runs = _runs(written)
        if not runs:
            return
        joined = runs[-1]
        whole = _Name(term, joined, frozenset({joined}), len(joined))
        if wording.UNSPACED.fullmatch(joined):
            self._unspaced.setdefault(joined[0], []).append(whole)
        elif wording.HANGUL.search(joined):
            for run in runs:
                self._hangul.setdefault(run, []).append(whole)
        else:
            self._index(term, written, strict=term.exact or len(joined) == 1)
            if runs[0] in _ARTICLES and len(runs) > 1 and written[1][0].isupper():
                # "the Ferryman" is named by "Ferryman" too, but not by "a ferryman".
                self._index(term, written[1:], strict=True)

    def _index(self, term: Term, written: list[str], *, strict: bool) -> None:
        *parts, joined = _runs(written)
        common = all(word.islower() for word in written)
        whole = "".join(wording.folded(written))
        forms = wording.forms(joined, common=common) | wording.forms(whole, common=common)
        capital = written[0][0].isupper()
        name = _Name(term, joined, forms, max(map(len, forms)), common, strict, capital)
        keys = forms.union(parts[:1], map(wording.singular, parts[:1]))
        for run in keys:
            self._spaced.setdefault(run, []).append(name)

    def mentioned(self, text: str) -> frozenset[Term]:
        """Return the terms named in the text, as whole words, inflections included."""
        return frozenset(self._found(text))

    def tier_of(self, texts: Iterable[str]) -> int:
        """Return the highest tier of the terms named in any of the texts."""
        return max((t.tier for text in texts for t in self._found(text)), default=LOWEST)

    def _found(self, text: str) -> Iterator[Term]:
        written = wording.words_of(text)
        words = wording.folded(written)
        spaced = self._spaced
        last = ""
        for compound in wording.compounds_of(text):
            for name in spaced.get(compound.casefold(), ()):
                if not name.strict or compound[0].isupper() == name.capital:
                    yield name.term
        for at, word in enumerate(words):
            short = wording.singular(word)
            names = spaced.get(word, ())
            for name in names if short == word else [*names, *spaced.get(short, ())]:
                end = _reach(words, at, name)
                if end and (not name.strict or _is_written(text, written, at, end, name)):
                    yield name.term
            for name in spaced.get(last + word, ()) if last else ():
                if last + word in name.forms and _may_be_split(name, written, at):
                    yield name.term
            last = word
            if not word.isascii() or word in self._hangul:
                yield from self._found_inside(words, at)
        if wording.CAMEL.search(text):
            yield from self._found(wording.CAMEL.sub(" ", text))

    def _found_inside(self, words: list[str], at: int) -> Iterator[Term]:
        """Yield what a word of Hangul, or of a script without spaces, names as a part of it."""
        word = words[at]
        for rest in wording.without_prefix(word):
            for name in self._spaced.get(rest, ()):
                if rest in name.forms:
                    yield name.term
        if self._hangul and (wording.HANGUL.search(word) or word in self._hangul):
            yield from self._found_in_hangul(words, at)
        if self._unspaced and wording.UNSPACED.search(word):
            rest = "".join(words[at:])
            for start, letter in enumerate(word):
                for name in self._unspaced.get(letter, ()):
                    if rest.startswith(name.joined, start):
                        yield name.term

    def _found_in_hangul(self, words: list[str], at: int) -> Iterator[Term]:
        word = words[at]
        for size in range(1, len(word) + 1):
            for name in self._hangul.get(word[:size], ()):
                if _inflected(words, at, size, name):
                    yield name.term
            if size > 1 and wording.may_precede(word[0]):
                for name in self._hangul.get(word[1:size], ()):
                    if len(name.joined) > 1 and wording.follows_name(word[size:], certain=False):
                        yield name.term
        following = words[at + 1] if at + 1 < len(words) else ""
        for size in range(1, len(following) + 1):
            for name in self._hangul.get(word + following[:size], ()):
                if len(name.joined) >= _SHORTEST_PART:
                    run = word + following
                    if _inflected([run], 0, len(word) + size, name):
                        yield name.term


def _runs(written: Sequence[str]) -> list[str]:
    """Return the folded words of a name run together: the first, the first two, and so on.

    All but the last of each run stand in the singular: "Nuns' Stair" is "Nun's Stair".
    """
    folded = wording.folded(written)
    before = accumulate((wording.singular(word) for word in folded), initial="")
    return [run + word for run, word in zip(before, folded, strict=False)]


def _reach(words: Sequence[str], at: int, name: _Name) -> int:
    """Return the number after the last word of the name that begins at `at`; 0 when it does not."""
    before, end = "", at
    while end < len(words) and len(before) < name.longest:
        if before + words[end] in name.forms:
            return end + 1
        initial = end > at and len(words[end]) == 1
        if not initial or name.joined.startswith(before + words[end]):
            before += wording.singular(words[end])
        end += 1
    return 0


def _is_written(text: str, written: Sequence[str], at: int, end: int, name: _Name) -> bool:
    """Tell whether a name that is also an ordinary word stands here with its own capitals."""
    if written[at][0].isupper() != name.capital:
        return False
    return end > at + 1 or not wording.is_ordinary(text, at)


def _may_be_split(name: _Name, written: Sequence[str], at: int) -> bool:
    """Tell whether a name of one word may stand here as two: "Min hee", "Min Hee", "Minhee"."""
    if name.strict:
        return False
    one, two = written[at - 1 : at + 1]
    if one[0].isupper() and two[0].isupper():
        return True
    long = len(name.joined) >= _SHORTEST_SPLIT and min(len(one), len(two)) >= _SHORTEST_PART
    return long and (name.common or one[0].isupper())


def _inflected(words: Sequence[str], at: int, size: int, name: _Name) -> bool:
    """Tell whether the name begins with the first `size` letters here and only inflects from on."""
    run, end = words[at], at + 1
    if size == len(run):
        while len(run) < len(name.joined) and end < len(words):
            run += words[end]
            end += 1
    elif size != len(name.joined):
        return False
    certain = len(name.joined) > 1
    return run.startswith(name.joined) and wording.follows_name(
        run[len(name.joined) :], certain=certain
    )


def settled(terms: Sequence[Term]) -> tuple[tuple[Term, ...], tuple[tuple[str, ...], ...]]:
    """Return the terms, each no lower than all it mentions, and the rings of ids they form.

    A fact mentions the names in its words. In a ring, where terms lead back to themselves, all
    stand at the highest tier among them.
    """
    by_id = {term.id: term for term in terms}
    named = Glossary(tuple(terms))
    leads = {
        term.id: [i for i in term.mentions if i in by_id]
        + sorted(t.id for t in named.mentioned(term.fact) if t.id != term.id)
        for term in terms
    }
    tiers: dict[str, int] = {}
    rings: list[tuple[str, ...]] = []
    for group in _groups(leads):
        inside = set(group)
        below = (tiers[i] for ident in group for i in leads[ident] if i not in inside)
        tier = max([*(by_id[ident].tier for ident in group), *below])
        tiers.update(dict.fromkeys(group, tier))
        if len(group) > 1 or group[0] in leads[group[0]]:
            rings.append(tuple(sorted(group)))
    return tuple(replace(t, tier=tiers[t.id]) for t in terms), tuple(sorted(rings))


def _groups(leads: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield the ids in groups that lead back to themselves, what is led to first (Tarjan 1972)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    for root in leads:
        if root in order:
            continue
        path = [(root, iter(leads[root]))]
        while path:
            ident, further = path[-1]
            if ident not in order:
                order[ident] = low[ident] = len(order)
                stack.append(ident)
                waiting.add(ident)
            for other in further:
                if other not in order:
                    path.append((other, iter(leads[other])))
                    break
                if other in waiting:
                    low[ident] = min(low[ident], order[other])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[ident])
                if low[ident] == order[ident]:
                    group = [stack.pop()]
                    while group[-1] != ident:
                        group.append(stack.pop())
                    waiting.difference_update(group)
                    yield group
