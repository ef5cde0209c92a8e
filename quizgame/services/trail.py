"""Where people are in the game: a trail of places, the title first."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A page, the pack it is about, and the playhead, or the number of an answer or a player."""

    page: str
    pack_id: str = ""
    number: int = 0


Trail = tuple[Place, ...]
TITLE = Place("title")
ROUND = Place("round")
TABLE = Place("table")
PEOPLE = "people"
_SEVERAL = frozenset({"together", "players", "table"})


def before_all(trail: Trail) -> bool:
    """Tell whether nobody in particular looks: several do, or nobody has said yet who plays."""
    return of_several(trail) or any(place.page == PEOPLE for place in trail)


def of_several(trail: Trail) -> bool:
    """Tell whether others look on: what only whoever plays alone here may see is not for them."""
    return any(place.page in _SEVERAL for place in trail)
