"""Wrong answers in the place of an object: other callings, weapons, ties, people and places."""

from collections.abc import Callable, Iterable, Iterator

from quizgame.generate.facts import Fact
from quizgame.generate.known import Known
from quizgame.generate.people import STORY
from quizgame.generate.placekinds import lie_apart
from quizgame.generate.stock import (
    BLOOD_FEMALE,
    BLOOD_MALE,
    CAUSES,
    EVERY_CALLING,
    GENRES,
    OFFERED,
    OFFERED_ANY,
    OFFERED_FEMALE,
    WEAPONS,
    calling_groups,
    cause_groups,
    kin_for,
    weapon_groups,
)
from quizgame.generate.wrongs import PAIRS, Wrong, kin, may_pair, partners

_NO_BLOOD = frozenset(
    {
        "adopted",
        "foster",
        "adoptive",
        "guardian",
        "ward",
        "godfather",
        "godmother",
        "widow",
        "widower",
    }
)
"""Ties that would stand out among those of blood, or go with one of them."""


def wrong_objects(known: Known, fact: Fact, tier: int) -> list[Wrong]:
    """Return what the statement does not hold with in the place of its object."""
    told = known.reads(fact)
    match fact.relation:
        case "occupation":
            offered = {"female": OFFERED_FEMALE, "male": OFFERED}
            fit = offered.get(known.gender(fact.subject), OFFERED_ANY)
            return list(_stock(known, fact, fit, calling_groups))
        case "attacks_with":
            return list(_stock(known, fact, WEAPONS, weapon_groups, anywhere=True))
        case "dies_of":
            return list(_stock(known, fact, CAUSES, cause_groups, anywhere=True))
        case "kin_of" | "friend_of":
            return list(_kin(known, fact))
        case "genre":
            return list(_genres(known, fact))
        case "played_by":
            return list(_others(known, fact, _actors(known, fact, tier), told))
        case "marries" | "loves" if _one_partner_of(known, fact):
            return list(_others(known, fact, known.people(tier), told))
        case "is_really" if fact.object:
            # A count is no lady in truth, for all one sees.
            fits = {known.seems(fact.object), known.seems(fact.subject)} - {""}
            pool = (one for one in known.people(tier) if {known.seems(one)} == fits)
            return list(_others(known, fact, pool, told))
        case "kills":
            return list(_spared(known, fact, tier))
        case "lives_at" | "comes_from" | "workplace" if fact.object and known.article:
            return list(_elsewhere(known, fact, tier))
        case _:
            return []


def _actors(known: Known, fact: Fact, tier: int) -> Iterator[str]:
    """Yield those of the same cast who could play a part, for all one sees: no man a woman's."""
    wanted = known.actor(fact.object)
    for ident in known.makers:
        parts = [one for one in known.of("played_by", thing=ident) if one.how == fact.how]
        fits = wanted and parts and known.actor(ident) == wanted
        if fits and known.names[ident].tier <= tier:
            yield ident


def _one_partner_of(known: Known, fact: Fact) -> bool:
    return bool(fact.object) and len(partners(known, fact.subject) - {fact.object}) == 0


def _stock(
    known: Known,
    fact: Fact,
    offered: dict[str, tuple[str, ...]],
    groups: Callable[[str], frozenset[str]],
    *,
    anywhere: bool = False,
) -> Iterator[Wrong]:
    """Yield words of other groups than all that may hold of the subject."""
    mine = groups(fact.words)
    if not mine or fact.subject == STORY:
        return
    taken = set(mine)
    for one in known.held:
        if one.subject == fact.subject:
            taken |= groups(f"{one.words} {one.how}")
    if fact.relation == "occupation":
        # A governess who was a nursemaid once, for all that is told of her, is no nurse.
        taken |= groups(" ".join(known.told_of(fact.subject, EVERY_CALLING)))
    for words in offered.values():
        for word in words:
            if groups(word) & taken:
                continue
            spoken = known.in_article(word) if anywhere else (
                known.told_together(fact.subject, "", word)
            )  # fmt: skip
            if not spoken:
                why = f"{known.reads(fact)}, and nobody tells this of the same person"
                key = (fact.subject, fact.relation, word)
                yield Wrong(word, "", why, fact.id, key)


def _kin(known: Known, fact: Fact) -> Iterator[Wrong]:
    """Yield ties of blood that the two do not have, for one that they have."""
    if not fact.object or not fact.how:
        return
    last = fact.how.split()[-1]
    told = {
        word
        for one in known.held
        if {fact.subject, fact.object} <= known.inside(one)
        for word in f"{one.words} {one.how}".split()
    }
    if set(fact.how.split()) & _NO_BLOOD:
        return
    ties = kin_for(fact.how) if fact.relation == "kin_of" else ()
    if not ties:
        by_gender = {"female": BLOOD_FEMALE, "male": BLOOD_MALE}
        ties = by_gender.get(known.gender(fact.subject), ())
    for tie in ties:
        # A half-brother is a brother to many, and a stepfather a father.
        if tie not in told and tie not in last:
            yield Wrong(tie, "", f"{known.reads(fact)}, and nobody is both", fact.id)


def _others(known: Known, fact: Fact, pool: Iterable[str], told: str) -> Iterator[Wrong]:
    """Yield all others, where there can be one only."""
    inside = known.inside(fact)
    for ident in pool:
        key = (fact.subject, fact.relation, ident)
        pair = fact.relation in PAIRS
        if ident in inside or key in known.said or known.may_be_one(fact.object, ident):
            continue
        if pair and (not may_pair(known, fact.object, ident) or kin(known, fact.subject, ident)):
            continue
        if fact.relation == "loves" and known.paired(fact.subject, ident):
            # Whoever loves one may be engaged to another.
            continue
        if (ident, fact.relation, fact.subject) not in known.said:
            yield Wrong(known.shown(ident), ident, f"there is one only, and {told}", fact.id, key)


def _spared(known: Known, fact: Fact, tier: int) -> Iterator[Wrong]:
    """Yield those who are killed by somebody else, die otherwise, or live on."""
    inside = known.inside(fact)
    for ident in known.people(tier):
        if ident in inside or (fact.subject, "kills", ident) in known.said:
            continue
        if known.may_be_one(fact.object, ident):
            continue
        for one in known.usable:
            by_other = one.relation == "kills" and one.object == ident
            otherwise = one.relation == "dies_of" and one.subject == ident
            lives = one.relation == "fate" and one.subject == ident and one.words == "alive"
            if (by_other or otherwise or lives) and one.tier <= max(tier, fact.tier):
                key = (fact.subject, "kills", ident)
                yield Wrong(known.shown(ident), ident, known.reads(one), one.id, key)
                break


def _elsewhere(known: Known, fact: Fact, tier: int) -> Iterator[Wrong]:
    """Yield places that neither a fact nor the article ties to the subject, nor to its place."""
    inside = known.inside(fact)
    here = known.shown(fact.object)
    for ident in known.places(tier):
        tied = known.linked(ident, fact.subject) or known.linked(ident, fact.object)
        if ident in inside or tied or not lie_apart(here, known.shown(ident)):
            continue
        if not known.told_together(fact.subject, ident) and not known.told_together(
            fact.object, ident
        ):
            why = f"{known.reads(fact)}; the article never tells this place of the same person"
            key = (fact.subject, fact.relation, ident)
            yield Wrong(known.shown(ident), ident, why, fact.id, key)


def _genres(known: Known, fact: Fact) -> Iterator[Wrong]:
    """Yield kinds of story that neither the article nor its genre speaks of."""
    said = set(fact.words.casefold().replace("-", " ").split())
    for genre, words in GENRES.items():
        if not said & words and not known.in_article(" ".join(words)):
            why = f"{known.reads(fact)}, which is of another kind"
            yield Wrong(genre, "", why, fact.id)
