"""Which places can stand beside one another: none of them may lie within the other."""

from quizgame.domain.telling import listed

_WILD = listed(
    "moor mire forest river sea ocean mountain mount tor hill hills valley bay beach coast heath "
    "pole cave lake alps glacier desert marsh marshes swamp jungle wood woods downs cliff cliffs"
)
_DWELLINGS = listed(
    "street road avenue lane square hall castle abbey house lodge manor mansion palace tower farm "
    "grange court heights place park priory rectory vicarage cottage row gardens villa"
)
_PUBLIC = listed(
    "school college university academy inn hotel hospital asylum prison church cathedral theatre "
    "theater museum bank club opera cemetery station tavern institute library office"
)
_LANDS = listed(
    "england scotland wales ireland britain france germany italy spain russia america africa "
    "asia europe australia canada india china japan egypt turkey greece austria hungary romania "
    "poland switzerland belgium holland netherlands norway sweden denmark portugal mexico brazil "
    "persia arabia korea transylvania bohemia bavaria prussia normandy brittany provence tuscany "
    "lombardy sicily crete yorkshire lancashire devon devonshire cornwall kent surrey sussex essex "
    "norfolk suffolk hampshire dorset somerset cumberland derbyshire wiltshire berkshire "
    "hertfordshire wessex midlands highlands texas california virginia kansas louisiana dartmoor "
    "exmoor jamaica cuba west-indies indies empire states kingdom earth mars moon country county "
    "world north south east west new"
)
_CITIES = listed(
    "london paris rome berlin vienna madrid moscow petersburg york chicago boston edinburgh dublin "
    "bombay calcutta hamburg munich venice seoul tokyo istanbul constantinople"
)
"""So large that many another place may lie in them."""


def kind_of(place: str) -> str:
    """Return what kind of place a name tells: wild, built, public, land, city or town."""
    said = set(place.casefold().replace(".", "").split())
    if said & _WILD:
        return "wild"
    if said & _PUBLIC:
        return "public"
    if said & _DWELLINGS:
        return "built"
    if said & _LANDS:
        return "land"
    return "city" if said & _CITIES else "town"


def lie_apart(one: str, other: str) -> bool:
    """Tell whether two places are of one kind, so that neither can lie within the other.

    Of lands and wild places nobody knows it: Dartmoor lies in Devon, and that in England.
    """
    kind = kind_of(one)
    return kind == kind_of(other) and kind not in {"land", "wild"}
