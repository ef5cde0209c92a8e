"""Cards as they may be made of a fact, the best way first; which of them stand is decided later."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from quizgame.domain.telling import bare, holds
from quizgame.generate.facts import Evidence, Fact
from quizgame.generate.instead import wrong_objects
from quizgame.generate.known import Known
from quizgame.generate.people import STORY
from quizgame.generate.relations import RELATIONS
from quizgame.generate.retelling import opened, plain_calling, speech_of, ways, with_article
from quizgame.generate.stock import calling_groups, near_ties
from quizgame.generate.words import TITLES
from quizgame.generate.worth import slight, worth_asking
from quizgame.generate.wrongs import ONE_EACH, Wrong, dice, wrong_subjects

FEWEST_WRONG = 2
MOST_WRONG = 3
_CATEGORY = {"open": "The story", "standing": "People and places", "deed": "What happens",
             "end": "How it ends"}  # fmt: skip
_PLACES = frozenset({"workplace", "lives_at", "comes_from", "goes_to", "set_in"})
_TIES = frozenset({"kin_of", "friend_of"})
_VIOLENT = frozenset({"kills", "attacks", "attacks_with", "befalls", "dies_of"})
_WITHIN = 0.5
_PARTICLES = frozenset({"von", "van", "de", "du", "della", "der", "le", "la"})
_OF_DOERS = frozenset({_CATEGORY["deed"], _CATEGORY["end"]})
"""Cards on which somebody does something, as no dead person can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A card before its choices are picked: `form` tells what it asks, `kind` how it is answered.

    `wrong` holds all certified wrong answers, of which a card takes three at most; `why_false`
    is the certificate of a false statement. `tier` is the highest of all but the wrong answers.
    """

    facts: tuple[str, ...]
    form: str
    kind: str
    stem: str = field(repr=False)
    right: tuple[str, ...] = field(repr=False)
    wrong: tuple[Wrong, ...] = field(default=(), repr=False)
    why: str = field(repr=False)
    tier: int
    category: str
    difficulty: int
    cited: Evidence | None = None
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The one right answer as it is counted over a pack, empty where there is none."""
        return self.right[0] if self.kind in {"choice", "typed"} else ""


def sketches(known: Known, fact: Fact) -> list[Sketch]:
    """Return the ways to make a card of one fact; none where it would not be worth the asking."""
    if fact.relation != "happens_before" and (not worth_asking(known, fact) or slight(known, fact)):
        return []
    found = list(_sketches(known, fact))
    return [one for one in found if not _in_stem(one)]


def _in_stem(one: Sketch) -> bool:
    if one.kind not in {"choice", "typed"}:
        return False
    words = tuple(bare(one.stem))
    return any(holds(words, bare(right)) for right in one.right)


def _sketches(known: Known, fact: Fact) -> Iterator[Sketch]:
    speech = speech_of(known, fact)
    whys = ways(known, fact, speech.whys)
    if not whys or fact.relation == "happens_before":
        return
    base = base_of(known, fact, whys[0])
    asks = [*_asked(known, fact, base, speech.who, who=True)]
    asks_what = [*_asked(known, fact, base, speech.what, who=False)] if _only(known, fact) else []
    both = [*asks, *asks_what] if dice(fact.id) % 2 else [*asks_what, *asks]
    # Both questions in one way each before either in another.
    yield from sorted(both, key=lambda one: one.form[-1])
    if fact.relation == "made_by" and fact.object:
        name = known.names[fact.object]
        last = name.name.split()[-1]
        # Whose family name is of two words is known by both: von Harbou.
        words = name.name.split()
        at = next((n for n, one in enumerate(words) if n and one.casefold() in _PARTICLES), -1)
        family = " ".join(words[at:])
        # "Jane" alone may be anybody, also in the story.
        known_by = (one for one in name.aliases if one.split()[-1] == last)
        right = tuple(dict.fromkeys((name.name, *known_by, family, last)))
        # Of whom the article has one name only, players may well type two.
        typed = ways(known, fact, speech.what) if len(words) > 1 else ()
        for number, stem in enumerate(typed):
            yield replace(base, form=f"typed-{number}", kind="typed", stem=stem, right=right)
    yield from _false(known, fact, base)
    for number, stem in enumerate(ways(known, fact, speech.states)):
        yield replace(base, form=f"true-{number}", kind="true-false", stem=stem, right=("true",))


def base_of(known: Known, fact: Fact, why: str) -> Sketch:
    """Return all of a card but what it asks and what is right."""
    timing = RELATIONS[fact.relation].timing
    category = "Cast" if fact.relation == "played_by" else (
        "Places" if fact.relation in _PLACES else _CATEGORY[timing]
    )  # fmt: skip
    return Sketch(
        facts=(fact.id,),
        form="",
        kind="",
        stem="",
        right=(),
        why=why,
        tier=max(fact.tier, known.tier_of(known.inside(fact) - {STORY})),
        category=category,
        difficulty=1 if timing == "open" else 2,
        cited=fact.evidence[0] if fact.evidence else None,
        notes=("violence",) if fact.relation in _VIOLENT else (),
    )


def _only(known: Known, fact: Fact) -> bool:
    """Tell whether nobody can answer with something else: a hunter who drives a cab later on."""
    if fact.relation != "occupation":
        return True
    callings = {one.words.split()[-1] for one in known.of("occupation", subject=fact.subject)}
    return len(callings) == 1 or all(
        calling_groups(one) & calling_groups(fact.words) for one in callings
    )


def _asked(
    known: Known, fact: Fact, base: Sketch, templates: tuple[str, ...], *, who: bool
) -> Iterator[Sketch]:
    """Yield questions with choices, where enough wrong answers have their certificate."""
    wrong = wrong_subjects(known, fact, base.tier) if who else wrong_objects(known, fact, base.tier)
    if not who and fact.relation in {"attacks_with", "dies_of", "genre", "occupation"}:
        wrong = [replace(one, text=with_article(one.text)) for one in wrong]
    if len(wrong) < FEWEST_WRONG:
        return
    if who:
        right = known.shown(fact.subject)
    elif fact.relation in {"kin_of", "friend_of"}:
        # "Only son" or "best friend" would stand out among "uncle" and "brother".
        right = fact.how.split()[-1] if fact.how else ""
    else:
        right = (
            known.shown(fact.object)
            if fact.object
            else with_article(
                plain_calling(fact) if fact.relation in {"occupation", "genre"} else fact.words
            )
        )
    wrong = [replace(one, text=opened(one.text)) for one in wrong]
    for number, stem in enumerate(ways(known, fact, templates)):
        form = f"{'who' if who else 'what'}-{number}"
        yield replace(base, form=form, kind="choice", stem=stem, right=(opened(right),),
                      wrong=tuple(wrong))  # fmt: skip


def _false(known: Known, fact: Fact, base: Sketch) -> Iterator[Sketch]:
    """Yield statements that are false because another stands in the place of the right one."""
    speech = speech_of(known, fact)
    pool = _put_in(known, fact, base.tier)
    if not pool:
        return
    # The why of the truth is told after the false statement, which it puts right.
    mended = f"Not so. {base.why}"
    if len(base.why.split()) < len(known.shown(fact.subject).split()) + 4 or "it." in base.why:
        plain = ways(known, fact, speech.states)
        mended = f"Not so. {plain[0]}" if plain else ""
    true = {*ways(known, fact, speech.states), *ways(known, fact, _stating(known, fact))}
    order = sorted(
        pool,
        key=lambda row: (
            _of_another(fact, row[0]),
            fact.relation in _TIES and row[1].text not in near_ties(fact.how),
            dice(fact.id, row[1].text),
        ),
    )
    for number, (changed, one) in enumerate(order[:2]):
        stems = ways(known, changed, _stating(known, changed))
        if stems and mended and stems[0] not in true:
            yield replace(
                base,
                form=f"false-{number}",
                kind="true-false",
                stem=stems[0],
                right=("false",),
                wrong=(one,),
                why=mended,
                tier=max(base.tier, known.tier_of([one.ident] if one.ident else [], stems[0])),
            )


def _put_in(known: Known, fact: Fact, tier: int) -> list[tuple[Fact, Wrong]]:
    """Return a fact with each certified wrong answer put into it, so that it is false."""
    pool: list[tuple[Fact, Wrong]] = []
    if fact.relation == "fate":
        other = "alive" if fact.words == "dead" else "dead"
        said = f"{known.reads(fact)}, and nobody is both"
        pool = [(replace(fact, words=other), Wrong(other, "", said, fact.id))]
    else:
        # Whoever hears that somebody does not live here wants to know where then.
        if fact.relation not in ONE_EACH:
            pool += [(replace(fact, subject=one.ident), one)
                     for one in wrong_subjects(known, fact, tier)]  # fmt: skip
        for one in wrong_objects(known, fact, tier):
            if fact.relation == "occupation" and not _is_somebodys(known, fact, one.text):
                continue
            if fact.relation in {"kin_of", "friend_of"}:
                pool.append((replace(fact, how=one.text), one))
            elif one.ident:
                pool.append((replace(fact, object=one.ident), one))
            else:
                pool.append((replace(fact, object="", words=one.text), one))
    return [(changed, one) for changed, one in pool if _plausible(known, fact, changed)]


def _is_somebodys(known: Known, fact: Fact, calling: str) -> bool:
    """Tell whether somebody else of the story has a calling: else nobody would think of it."""
    others = (one for one in known.of("occupation") if one.subject != fact.subject)
    return any(one.words.split()[-1] == calling for one in others)


def _of_another(fact: Fact, changed: Fact) -> bool:
    """Tell whether a statement on who somebody is was put to another, of whom no why tells."""
    standing = RELATIONS[fact.relation].timing == "standing"
    return standing and changed.subject != fact.subject


def _plausible(known: Known, fact: Fact, changed: Fact) -> bool:
    """Tell whether a false statement can be believed: whoever else did it was at hand."""
    if changed.subject == fact.subject or RELATIONS[fact.relation].timing == "standing":
        return True
    if known.dead_before(changed.subject, fact.tier):
        return False
    return known.article is None or known.beside(fact, changed.subject)


def _stating(known: Known, changed: Fact) -> tuple[str, ...]:
    """Return plain statements only: those that hold of anybody put in."""
    if changed.relation in {"kin_of", "friend_of"} and changed.how != "betrothed":
        return ("{S} is {os} {how}.",)
    return speech_of(known, changed).states


def _form_of(text: str) -> str:
    """Return how a choice is built: its article, if it has one."""
    first = text.split(maxsplit=1)[0].casefold()
    return {"an": "a", "a": "a", "the": "the"}.get(first, "")


def apart(one: str, other: str) -> bool:
    """Tell whether neither of two choices says a part of the other."""
    first, second = _said(one), _said(other)
    return not holds(first, second) and not holds(second, first)


@lru_cache(maxsize=4096)
def _said(text: str) -> tuple[str, ...]:
    """Return the words of a choice without titles."""
    words = bare(text)
    return tuple(word for word in words if word not in TITLES) or words


def picked(known: Known, one: Sketch, salt: int, use: Mapping[str, int]) -> tuple[Wrong, ...]:
    """Return the wrong answers of a card: like the right one in length, none used too often."""
    if one.kind == "true-false" or one.form.startswith("first"):
        return one.wrong
    size = max(map(len, one.right), default=0)

    def rank(wrong: Wrong) -> tuple[bool, bool, float, int]:
        dead = one.category in _OF_DOERS and known.dead_before(wrong.ident, one.tier)
        far = abs(len(wrong.text) - size) > max(8, size * _WITHIN)
        return dead, far, use.get(wrong.text, 0), dice(one.facts[0], one.form, wrong.text, salt)

    form = {_form_of(right) for right in one.right}
    chosen: list[Wrong] = []
    for wrong in sorted(one.wrong, key=rank):
        if len(chosen) == MOST_WRONG:
            break
        if form != {_form_of(wrong.text)}:
            # One with an article among those without is seen at once.
            continue
        clear = all(apart(wrong.text, text) for text in (*one.right, *(c.text for c in chosen)))
        one_man = wrong.ident and any(known.may_be_one(wrong.ident, c.ident) for c in chosen)
        if clear and not one_man:
            chosen.append(wrong)
    # Three good ones beat four of which one stands out.
    odd = [c for c in chosen if abs(len(c.text) - size) > max(10, size)]
    for wrong in odd:
        if len(chosen) > FEWEST_WRONG:
            chosen.remove(wrong)
    return tuple(chosen)
