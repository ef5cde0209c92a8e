"""Who plays here, as far as the save alone tells: it is shown before the game is read in."""

from typing import TYPE_CHECKING

from quizgame.storage.kept import Person
from quizgame.storage.progress import Progress

if TYPE_CHECKING:
    from quizgame.domain.peopleviews import PeopleView

NAMELESS = "Player"
"""What somebody is called who has given no name, with their place among all."""


def several(progress: Progress) -> bool:
    """Tell whether it must be asked who plays."""
    return len(progress.people()) > 1


def called(person: Person, place: int) -> str:
    """Return what a person is called; `place` is theirs among all, from 0."""
    return person.name or f"{NAMELESS} {place + 1}"


def people(progress: Progress, *, first: bool = False) -> "PeopleView":
    """Return the page of everybody, as far as the save alone tells; `first` at the start."""
    from quizgame.domain.peopleviews import PeopleView, PersonRow  # noqa: PLC0415 (for several)

    return PeopleView(
        rows=tuple(
            PersonRow(
                person.id,
                called(person, place),
                place,
                plays=person.id == progress.who and not progress.as_guest,
            )
            for place, person in enumerate(progress.everybody())
        ),
        guest=progress.as_guest,
        first=first,
    )


def who_plays(progress: Progress) -> str:
    """Return the name of the one who plays, or nothing while there is but one without a name."""
    if progress.as_guest:
        return "Guest"
    known = progress.people()
    place = next((n for n, person in enumerate(known) if person.id == progress.who), 0)
    return called(known[place], place) if len(known) > 1 or known[place].name else ""


def badge(progress: Progress) -> int:
    """Return the badge of the one who plays; a guest's is nobody's, while there is one."""
    if progress.as_guest:
        return len(progress.everybody())
    known = [person.id for person in progress.people()]
    return known.index(progress.who) if progress.who in known else 0
