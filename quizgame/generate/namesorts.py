"""To what each name of an article most likely belongs: a person, a place, a thing or a work."""

import re

from quizgame.domain.telling import listed
from quizgame.generate import words
from quizgame.generate.names import Key, Seen, titled
from quizgame.generate.placekinds import kind_of

_GIVEN = re.compile(r"^\w+-\w+$")
_NAMED_OFTEN = 3
_SURNAMES = listed(
    "hill lane moor field fields hall forest church heath park marsh pole gate banks court"
)
"""What ends the name of a place, and of many a person as well: Ruth Hill."""


def sort_of(key: Key, seen: Seen) -> str:
    """Return what a name most likely belongs to."""
    title, rest = titled(key)
    if _bears_a_given_name(key, rest, seen):
        return "person"
    hyphened = any(_GIVEN.match(part) and "-" in part for part in key)
    # "At Weydon-Priors" is where, and nobody.
    hyphened = hyphened and not 0 < seen.place == seen.count - seen.after_of
    at_place = rest[-1] in words.PLACE_WORDS or (key[0] in words.PLACE_WORDS and not title)
    if len(key) == 1 and key[0] in words.PLACE_WORDS and not seen.person:
        return "place"
    if at_place and len(rest) > 1 and not hyphened and not seen.called:
        return "place"
    if len(key) > 1 and key[-1] in words.THING_NAMES and not title:
        return "thing"
    if seen.work and seen.work * 2 >= seen.count and not seen.person:
        return "work"
    if title or hyphened or (seen.person and seen.person >= seen.place):
        return "person"
    if seen.place and 2 * seen.place >= seen.count - seen.person:
        return "place"
    if seen.person:
        return "person"
    if len(key) == 1 and kind_of(key[0]) in {"land", "city"}:
        return "place"
    if 2 * seen.after_the >= max(2, seen.count):
        return "thing"
    if seen.place and seen.place + seen.after_of == seen.count:
        return "place"
    alone = not seen.owned and not seen.after_of
    often = seen.count >= _NAMED_OFTEN and not seen.after_the and not seen.place
    return "person" if alone and (len(key) > 1 or often) else "thing"


def _bears_a_given_name(key: Key, rest: Key, seen: Seen) -> bool:
    """Tell whether a name begins with somebody's given name, or is one."""
    if rest[0] not in words.MALE_GIVEN | words.FEMALE_GIVEN:
        return False
    if len(key) == 1:
        return not (seen.place or seen.after_the or seen.after_of or seen.owned or seen.work)
    if len(rest) > 1 and rest[-1] in _SURNAMES and not seen.place:
        return True
    named_so = rest[-1] not in words.PLACE_WORDS | words.THING_NAMES
    return len(rest) > 1 and named_so and not seen.work


def run_together(key: Key, found: dict[Key, Seen], sorts: dict[Key, str]) -> bool:
    """Tell whether a place and a person only stand side by side: "in London Pip shares rooms"."""
    always = found[key].place == found[key].count
    given = key[0] in words.MALE_GIVEN | words.FEMALE_GIVEN
    if len(key) > 1 and not given and found[key].after_in == found[key].count:
        # "In Nice Amy tells him": of the two only the second is known besides.
        for at in range(1, len(key)):
            second = found.get(key[at:])
            often = second is not None and second.count >= _NAMED_OFTEN
            if second and second.person and (often or key[at - 1] in words.PLACE_WORDS):
                return True
    if any(_two_side_by_side(found, key[:at], key[at:]) for at in range(1, len(key))):
        return True
    for place, who in ((key[:at], key[at:]) for at in range(1, len(key))):
        known = who in found and found[who].count >= _NAMED_OFTEN * found[key].count
        if sorts.get(place) == "place" and (len(place) > 1 or (always and known)):
            return who in sorts
    return False


def _two_side_by_side(found: dict[Key, Seen], one: Key, other: Key) -> bool:
    """Tell whether two names only met: "gives the Machine-Man Maria's face"."""
    first, second = found.get(one), found.get(other)
    both = found[(*one, *other)]
    if first is None or second is None or both.count > 1:
        return False
    if both.handed:
        return True
    own = one[0] in words.MALE_GIVEN | words.FEMALE_GIVEN | words.TITLES
    known = second.person and second.count > 1
    return bool(known and not own and first.after_the * 2 >= first.count)


def shares_name(key: Key, sorts: dict[Key, str]) -> bool:
    """Tell whether what was taken for no person is somebody's full name: Percy Armitage."""
    if sorts[key] not in {"place", "thing"} or len(key) < 2:  # noqa: PLR2004
        return False
    if {key[0], key[-1]} & (words.PLACE_WORDS | words.THING_NAMES):
        return False
    people = {titled(one)[1] for one, sort in sorts.items() if sort == "person" and one != key}
    family = {one[-1] for one in people if len(one) > 1}
    return bool({key[:1], key[-1:]} & people) or key[-1] in family
