"""The names and facts of a draft as terms of a pack, so that the gate guards them."""

from dataclasses import replace

from quizgame.domain import wording
from quizgame.domain.terms import Glossary, Term, settled
from quizgame.domain.tiers import LOWEST
from quizgame.generate.facts import Name
from quizgame.generate.known import Known
from quizgame.generate.people import STORY
from quizgame.generate.retelling import speech_of, ways


def terms_of(known: Known, title: str, kept: tuple[Term, ...] = ()) -> tuple[Term, ...]:
    """Return the terms, each no lower than all it names; `kept` are those that stand already.

    A name that the title of the story tells is open to everybody.
    """
    taken = {_joined(name) for term in kept for name in term.names}
    ids = {term.id for term in kept}
    found: list[Term] = []
    names = [one for one in known.names.values() if one.id != STORY and one.id not in ids]
    # Of two that share a name it belongs to the one of the later tier.
    for name in sorted(names, key=lambda one: -one.tier):
        found += _of_name(name, taken, title)
    order = {one.id: number for number, one in enumerate(names)}
    found.sort(key=lambda term: (term.tier, order.get(term.id, -1)))
    terms = [*kept, *found]
    for fact in known.usable:
        said = ways(known, fact, speech_of(known, fact).states[:1])
        if fact.tier > LOWEST and said and fact.id not in ids:
            terms.append(Term(fact.id, fact.tier, (), fact=said[0]))
    high, _ = settled(terms)
    return tuple(term for term in high if term.id not in ids)


def _joined(name: str) -> str:
    return "".join(wording.words_of(name)).casefold()


def _tells(title: str, name: str) -> bool:
    return bool(Glossary((Term("name", LOWEST, (name,)),)).mentioned(title))


def _of_name(name: Name, taken: set[str], title: str) -> list[Term]:
    """Return the term of a name, and one that is open for what the title tells of it."""
    said = [one for one in (name.name, *name.aliases) if len(_joined(one)) > 1]
    fresh: list[str] = []
    for one in said:
        if _joined(one) not in taken:
            taken.add(_joined(one))
            fresh.append(one)
    whole = said if name.sort == "person" else ()
    parts = [word for one in whole for word in wording.words_of(one) if word[0].isupper()]
    opened = [one for one in said if _tells(title, one)]
    opened = opened or [one for one in parts if one in wording.words_of(title)]
    # What the title tells of two is told by the term of one.
    opened = [one for one in opened if one in fresh or _joined(one) not in taken]
    rest = [one for one in fresh if one not in opened]
    if name.tier == LOWEST or not opened:
        return [Term(name.id, name.tier, tuple(fresh), sort=name.sort)] if fresh else []
    open_one = Term(f"{name.id[:34]}-title", LOWEST, tuple(dict.fromkeys(opened)), sort=name.sort)
    taken.update(map(_joined, opened))
    return [open_one, *([replace(open_one, id=name.id, tier=name.tier, names=tuple(rest))]
                        if rest else [])]  # fmt: skip
