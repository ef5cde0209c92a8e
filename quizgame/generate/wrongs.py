"""Wrong answers, each with its certificate: the reason why it is wrong for sure.

What nothing makes wrong for certain is not offered, however likely it is wrong.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from quizgame.generate.facts import Fact, Key
from quizgame.generate.known import Known
from quizgame.generate.placekinds import kind_of, lie_apart
from quizgame.generate.relations import RELATIONS
from quizgame.generate.stock import (
    ALIKE,
    GENDERED,
    ONE_ONLY,
    PARTNERS,
    calling_groups,
    cause_groups,
    kin_for,
    weapon_groups,
)
from quizgame.generate.worth import PRONOUN

ONE_EACH = frozenset({"occupation", "workplace", "lives_at", "comes_from", "found_at", "dies_of",
                      "attacks_with"})  # fmt: skip
"""Of these somebody has one at a time; whoever has another has not this one."""
ONE_DOER = frozenset(
    {
        *("finds", "steals", "hides", "gives", "buys", "writes", "breaks", "makes", "loses"),
        *("inherits", "imprisons", "saves", "accuses", "betrays", "says", "promises", "wants"),
        *("hunts", "attacks_with", "befalls", "lives_at", "comes_from", "owns", "found_at"),
        "flees",
    }
)
"""What one person does: the article must be at hand to see that it tells it of no other."""
PAIRS = frozenset({"marries", "loves"})
HOMES = frozenset({"lives_at", "comes_from", "workplace"})
_ON_THE_WAY = ("to go to ", "to leave for ", "to return to ", "to travel to ", "to get to ",
               "to visit ", "to leave ")  # fmt: skip
_GUILT = ("blame", "guilty", "guilt", "responsible", "fault", "caused", "cause", "murderer")
_GROUPS: dict[str, Callable[[str], frozenset[str]]] = {
    "occupation": calling_groups,
    "attacks_with": weapon_groups,
    "dies_of": cause_groups,
}


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong answer: its words, whose name it is if anybody's, why it is wrong, by which fact.

    `key` is the statement with it put in, which is no fact; empty where a tie takes its place.
    """

    text: str
    ident: str
    why: str
    fact: str = ""
    key: Key = ("", "", "")


def dice(*parts: object) -> int:
    """Return a number that is the same for the same parts, on any machine."""
    said = "\0".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(said).digest()[:8])


def wrong_subjects(known: Known, fact: Fact, tier: int) -> list[Wrong]:
    """Return those of whom the statement does not hold, known at the tier."""
    found: list[Wrong] = []
    if PRONOUN.search(fact.words):
        # "To avenge her friend" fits nobody else, whoever wants it.
        return found
    if fact.subject in known.named(fact.words) or _others_go_there(known, fact):
        return found
    inside = known.inside(fact)
    for ident in known.people(tier):
        if ident in inside or known.names[ident].sort != known.names[fact.subject].sort:
            continue
        if (ident, fact.relation, fact.key[2]) in known.said or _other_way(known, fact, ident):
            continue
        if fact.relation in PAIRS and kin(known, ident, fact.object):
            continue
        if fact.relation == "loves" and known.paired(ident, fact.object):
            continue
        if _unfit_gender(known, fact, ident) or _namesake(known, fact, ident):
            continue
        if known.may_be_one(fact.subject, ident):
            continue
        why = _not_subject(known, fact, ident)
        if why:
            key = (ident, fact.relation, fact.key[2])
            found.append(Wrong(known.shown(ident), ident, *why, key))
    return found


def _others_go_there(known: Known, fact: Fact) -> bool:
    """Tell whether somebody else has to do with the place that somebody wants to go to."""
    if fact.relation != "wants" or not fact.words.startswith(_ON_THE_WAY):
        return False
    there = {one for one in known.named(fact.words) if known.names[one].sort == "place"}
    return any(
        there & known.inside(one) and known.inside(one) - {fact.subject} - there
        for one in known.held
    )


def _other_way(known: Known, fact: Fact, ident: str) -> bool:
    """Tell whether the same may be said the other way round: who marries whom."""
    return bool(fact.object) and (fact.object, fact.relation, ident) in known.said


def _unfit_gender(known: Known, fact: Fact, ident: str) -> bool:
    """Tell whether everybody sees that somebody does not fit: a wife who is a man."""
    if fact.relation == "occupation" and not set(fact.words.split()) & GENDERED:
        return False
    to_marry = fact.words.startswith("to marry ")
    if (to_marry or fact.relation == "marries") and known.shown(ident).startswith("Mrs"):
        return True
    if to_marry:
        return not may_pair(known, fact.subject, ident)
    if fact.relation not in {"kin_of", "friend_of", "marries", "loves", "occupation"}:
        return False
    return not may_pair(known, fact.subject, ident)


def kin(known: Known, one: str, other: str) -> bool:
    """Tell whether two are family, so that nobody would take them for a couple."""
    return any(
        {one, other} == {fact.subject, fact.object}
        for fact in known.held
        if fact.relation == "kin_of" and not set(fact.how.split()[-1:]) & PARTNERS
    )


def may_pair(known: Known, right: str, ident: str) -> bool:
    """Tell whether somebody could be kin or partner as well as the right one, for all one sees."""
    wanted = known.gender(right) or (known.seems(right) if known.article is None else "")
    return bool(wanted) and known.shown(ident)[0].isupper() and known.seems(ident) == wanted


def _namesake(known: Known, fact: Fact, ident: str) -> bool:
    """Tell whether somebody bears the name of the place or thing: a Baskerville, of the Hall."""
    thing = known.shown(fact.object) if fact.object else fact.words
    words = {word for word in thing.replace("'s", "").split() if word[:1].isupper()}
    name = known.names[ident]
    return any(words & set(one.split()) for one in (name.name, *name.aliases))


def _not_subject(known: Known, fact: Fact, ident: str) -> tuple[str, str] | None:
    """Return why a statement does not hold of somebody else, and the fact that says so."""
    who, told = known.shown(ident), known.reads(fact)
    if fact.relation == "kills" and _blamed(known, fact, ident):
        return None
    if RELATIONS[fact.relation].one == "subject" or _one_partner(known, fact):
        return f"it can be one only, and {told}", fact.id
    apart = known.article is not None and not known.told_together(ident, fact.object, fact.words)
    rival = _rival(known, fact, ident)
    if rival and (apart or known.article is None):
        return f"{known.reads(rival)}, which is another", rival.id
    if fact.relation == "kin_of" and (tie := _other_tie(known, fact, ident)):
        return f"{known.reads(tie)}, which is another tie", tie.id
    if fact.relation == "played_by":
        return None
    if fact.relation == "befalls" and _may_befall(known, fact, ident):
        return None
    if fact.relation in HOMES and _may_share(known, fact, ident):
        return None
    lone = fact.relation in ONE_DOER and _definite(known, fact)
    if lone and apart and not (fact.object and known.linked(ident, fact.object)):
        return f"no fact and no passage of the article tells it of {who}, but {told}", fact.id
    return None


def _blamed(known: Known, fact: Fact, ident: str) -> bool:
    """Tell whether the article may give somebody the guilt of a death that another dealt."""
    return known.told_together(ident, fact.object) and any(
        known.told_together(ident, "", word) for word in _GUILT
    )


def _may_befall(known: Known, fact: Fact, ident: str) -> bool:
    """Tell whether the same may befall somebody else in other words: jailed for arrested."""
    alike = next((words for words in ALIKE if fact.words in words), ())
    return ident in _sufferers(known) or any(known.told_together(ident, "", word) for word in alike)


def _may_share(known: Known, fact: Fact, ident: str) -> bool:
    """Tell whether somebody may live in the same place: kin, or whoever lives within it."""
    kin = any(
        {fact.subject, ident} == {one.subject, one.object}
        for one in known.held
        if one.relation in {"kin_of", "friend_of", "marries", "loves"}
    )
    if kin or known.linked(fact.subject, ident):
        return True
    built = bool(fact.object) and kind_of(known.shown(fact.object)) == "built"
    return not built and _rival(known, fact, ident) is None


def _far(known: Known, one: str, other: str) -> bool:
    """Tell whether two places are tied by nothing, and neither can lie within the other."""
    return not known.linked(one, other) and lie_apart(known.shown(one), known.shown(other))


def _sufferers(known: Known) -> set[str]:
    """Return those to whom something bad happens, which may go with more of it than is told."""
    done = {"kills", "attacks", "imprisons", "accuses", "hunts", "threatens", "betrays"}
    theirs = {"befalls", "dies_of", "found_at"}
    return {one.object for one in known.held if one.relation in done} | {
        one.subject for one in known.held if one.relation in theirs
    }


def _one_partner(known: Known, fact: Fact) -> bool:
    """Tell whether a fact names the one partner, mother or father that somebody has."""
    if not fact.object:
        return False
    last = fact.how.split()[-1] if fact.how else ""
    if fact.relation != "marries" and not (fact.relation == "kin_of" and last in ONE_ONLY):
        return False
    if last in {"mother", "father"}:
        others = [one.how for one in known.of("kin_of", thing=fact.object) if one is not fact]
        return not any(last in how for how in others)
    return len(partners(known, fact.object) - {fact.subject}) == 0


def partners(known: Known, ident: str) -> set[str]:
    """Return all whom somebody may marry, love or be married to."""
    found = set()
    for one in known.held:
        tied = one.relation in {"marries", "loves"} or (
            one.relation in {"kin_of", "friend_of"} and one.how.split()[-1:]
            and one.how.split()[-1] in PARTNERS | {"lover", "girlfriend", "boyfriend"}
        )  # fmt: skip
        if tied and ident in {one.subject, one.object}:
            found |= {one.subject, one.object} - {ident}
        elif ident in known.inside(one) and ("marr" in one.words or "wife" in one.words):
            found |= known.inside(one) - {ident}
    return found


def _rival(known: Known, fact: Fact, ident: str) -> Fact | None:
    """Return a fact by which somebody has another calling, home, weapon or the like."""
    if fact.relation not in ONE_EACH:
        return None
    groups = _GROUPS.get(fact.relation)
    mine = groups(fact.words) if groups else frozenset()
    theirs = [one for one in known.usable if one.relation == fact.relation
              and one.subject == ident]  # fmt: skip
    for one in theirs:
        if groups:
            his = [groups(other.words) for other in known.of(fact.relation, subject=ident)]
            if mine and all(his) and not any(mine & other for other in his):
                return one
        elif fact.object and one.object and _far(known, one.object, fact.object):
            return one
    return None


def _other_tie(known: Known, fact: Fact, ident: str) -> Fact | None:
    """Return a fact by which somebody is kin of another sort to the same person."""
    wanted = fact.how.split()[-1] if fact.how else ""
    if not fact.object or wanted not in kin_for(fact.how):
        return None
    ties = [one for one in known.usable if one.relation == "kin_of" and one.subject == ident
            and one.object == fact.object]  # fmt: skip
    return ties[0] if ties and all(wanted not in one.how for one in ties) else None


def _definite(known: Known, fact: Fact) -> bool:
    """Tell whether a fact speaks of something that there is once: a name, "the hut", a saying."""
    if fact.relation in {"finds", "flees"} and fact.object:
        return known.names[fact.object].sort not in {"person", "place"} or (
            fact.relation == "flees" and known.names[fact.object].sort == "place"
        )
    if fact.object or fact.relation in {"says", "learns", "wants", "promises", "found_at"}:
        return True
    if fact.relation in {"befalls", "attacks_with", "accuses"}:
        return True
    return fact.words.split()[0].casefold() not in {"a", "an", "some", "several", "many"}
