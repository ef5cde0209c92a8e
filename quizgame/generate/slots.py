"""Which way each card is made, and turning to another way where one will not do."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from quizgame.generate.article import slug
from quizgame.generate.facts import Fact
from quizgame.generate.groups import in_order, several
from quizgame.generate.known import Known
from quizgame.generate.sketches import Sketch, sketches
from quizgame.generate.worth import OF_COURSE, slight, why_not
from quizgame.generate.wrongs import dice

KEY_SHARE = 3
"""No answer is right on more than one card in so many."""
LEAST_OF_ONE_KEY = 2
NO_WRONG = "nothing makes a wrong answer wrong for certain"
_NO_WAY = "no sentence of ours can say it"
_SAME = "another fact says the same"
_TRUE = "it could only be asked as a true statement, and there are enough of those"
_FALSE = "it could only be asked as a false statement, and there are enough of those"
_ONE_KEY = "its answer is right on a third of the cards already"


@dataclass(slots=True)
class Slot:
    """The ways to make one card, of which `at` is tried; past the last there is none."""

    id: str
    facts: tuple[str, ...]
    ways: list[Sketch]
    at: int = 0
    why_not: str = ""

    @property
    def sketch(self) -> Sketch | None:
        """The card as it would now be made."""
        return self.ways[self.at] if self.at < len(self.ways) else None

    def turn(self, why: str) -> None:
        """Go on to the next way, noting what was wrong with this one."""
        self.at += 1
        self.why_not = why

    def turn_to(self, form: str) -> bool:
        """Go on to a later way of this form, if there is one."""
        for number in range(self.at + 1, len(self.ways)):
            if self.ways[number].form.startswith(form):
                self.at = number
                return True
        return False


def slots_of(known: Known, taken: Collection[str]) -> list[Slot]:
    """Return the cards there could be, in the order of the facts; of `taken` ids none."""
    slots = []
    for fact in known.usable:
        if fact.relation == "happens_before":
            continue
        same = _said_before(known, fact)
        found = [] if same else sketches(known, fact)
        category = found[0].category if found else "card"
        ident = f"{slug(category)}-{dice(fact.id) % 16**6:06x}"
        if ident not in taken:
            slots.append(
                Slot(ident, (fact.id,), found, why_not=_why_none(known, fact, found, same=same))
            )
    together = (*several(known), *in_order(known))
    fates = {fact for one in together for fact in one.facts if "end of the story" in one.stem}
    for slot in slots:
        if slot.facts[0] in fates:
            slot.ways, slot.why_not = [], _SAME
    for one in together:
        ident = f"group-{dice(*one.facts) % 16**6:06x}"
        if ident not in taken:
            slots.append(Slot(ident, one.facts, [one]))
    return slots


def _why_none(known: Known, fact: Fact, found: list[Sketch], *, same: bool) -> str:
    if found:
        return ""
    if same:
        return _SAME
    return why_not(known, fact) or (OF_COURSE if slight(known, fact) else _NO_WAY)


def _said_before(known: Known, fact: Fact) -> bool:
    """Tell whether an earlier fact says the same in more words or fewer."""
    for one in known.usable:
        if one is fact:
            return False
        alike = (one.subject, one.object) == (fact.subject, fact.object)
        homes = {one.relation, fact.relation} == {"comes_from", "lives_at"}
        same = one.relation == fact.relation and (
            one.words.split()[-1:] == fact.words.split()[-1:] and one.how == fact.how
        )
        # Whose friend somebody is is a friend as well.
        swapped = (one.object, one.subject) == (fact.subject, fact.object)
        if one.relation == fact.relation == "friend_of" and one.object and swapped:
            return True
        # A physician is a doctor, and whoever drives a cab may have been a hunter: asked once.
        same |= one.relation == fact.relation == "occupation" and one.subject == fact.subject
        if alike and (homes or same):
            return True
    return False


def level(slots: list[Slot]) -> bool:
    """Make about as many statements false as are true; tell whether anything was changed."""
    standing = [one for one in slots if one.sketch is not None]
    true = [one for one in standing if one.sketch and one.sketch.form.startswith("true")]
    false = [one for one in standing if one.sketch and one.sketch.form.startswith("false")]
    asked = [one for one in standing if one.sketch and one.sketch.kind == "choice"]
    if len(true) > len(false) + 1:
        # Those with few wrong answers make the weakest questions.
        asked.sort(key=lambda one: (len(one.ways[one.at].wrong), dice(one.id)))
        if len(asked) > len(false) + len(true):
            for one in asked:
                if one.turn_to("false"):
                    return True
        last = min(true, key=lambda one: dice(one.id, "level"))
        last.at, last.why_not = len(last.ways), _TRUE
        return True
    if len(false) > len(true) + 1:
        for one in sorted(false, key=lambda one: dice(one.id)):
            if one.turn_to("true"):
                return True
        last = min(false, key=lambda one: dice(one.id, "level"))
        last.at, last.why_not = len(last.ways), _FALSE
        return True
    return False


def spread(slots: list[Slot]) -> bool:
    """Turn a card whose answer is right too often; tell whether one was."""
    keyed = [one for one in slots if one.sketch is not None and one.sketch.key]
    counts = Counter(one.sketch.key for one in keyed if one.sketch)
    for key, count in counts.most_common(1):
        if count > max(LEAST_OF_ONE_KEY, len(keyed) // KEY_SHARE):
            those = [one for one in keyed if one.sketch and one.sketch.key == key]
            min(those, key=lambda one: dice(one.id, "spread")).turn(_ONE_KEY)
            return True
    return False


def given_up(slots: list[Slot], why: str) -> bool:
    """Take out a card for the sake of the pack; tell whether there was one to take."""
    standing = [one for one in slots if one.sketch is not None and one.sketch.kind == "choice"]
    if not standing:
        standing = [one for one in slots if one.sketch is not None]
    if not standing:
        return False
    min(standing, key=lambda one: dice(one.id, "given up")).turn(why)
    return True
