"""The people who play here: who plays now, new ones, their names, and files of them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.domain import intents as want
from quizgame.domain import libraryviews
from quizgame.domain.peopleviews import GoneRow, PeopleView, PersonView
from quizgame.domain.players import GUEST, LONGEST_NAME, clean_name, distinct
from quizgame.domain.tableviews import SureView
from quizgame.services.asking import Asking
from quizgame.services.dates import day_of
from quizgame.services.notices import Notices
from quizgame.services.trail import PEOPLE, TITLE, Place, Trail, of_several
from quizgame.services.whoplays import NAMELESS, called, people, several
from quizgame.storage import personfolder
from quizgame.storage.filenames import PERSON_FILE
from quizgame.storage.progress import Progress

if TYPE_CHECKING:
    from quizgame.domain.views import View
    from quizgame.services.personfiles import PersonFiles

PERSON, FIND = "person", "find-person"
OPEN_TO_ALL = frozenset({"quit", "settings", "help"})
"""Where one may go before it is said who plays."""


class Profiles:
    """Holds the name that is being typed; people's files lie in `folder`, None where none can."""

    def __init__(self, progress: Progress, notices: Notices, *, now: Callable[[], float]) -> None:
        self._progress = progress
        self._notices = notices
        self._now = now
        self._asking = Asking()
        self._folder: Path | None = None
        self._typed = ""
        self._were: dict[str, int] = {}
        self._found: libraryviews.FindView | None = None
        self.fresh = several(progress)
        """Whether the game has just been opened, and nobody has said who plays."""

    def keep_in(self, folder: Path) -> None:
        """Keep the files of people in the player's folder."""
        self._folder = folder

    # -- what is wanted ----------------------------------------------------------------------

    def send(self, intent: want.Intent, trail: Trail) -> Trail | None:
        """Return the trail after an intent; None when it is not for this."""
        here = trail[-1]
        match intent:
            case want.Go("people") if here == TITLE:
                return (*trail, Place(PEOPLE))
            case want.BringPerson(file) if self._folder and Path(file).name == file:
                self._files().bring(self._folder / personfolder.REMOVED / file)
                return trail if here.page == PEOPLE else (TITLE, Place(PEOPLE))
            case want.Offer(path) if path.endswith(PERSON_FILE) and not of_several(trail):
                self._files().bring(Path(path))
                return trail[:-1] if here.page == FIND else trail
            case want.Go(place) if here.page == PEOPLE and self.fresh and place not in OPEN_TO_ALL:
                return trail
            case want.PlayAs(person) if here.page == PEOPLE:
                self._play_as(person)
                return (TITLE,)
            case _:
                pass
        match here.page:
            case "people":
                return self._at_people(intent, trail)
            case "person":
                return self._at_person(intent, trail)
            case "sure" if self._asking.view:
                return self._asking.answered(intent, trail)
            case "find-person":
                return self._finding(intent, trail)
            case _:
                return None

    def view(self, place: Place) -> "View | None":
        """Return a page about people, or None if this is none."""
        match place.page:
            case "people":
                return self._people()
            case "person":
                return self._person(place.number)
            case "sure":
                return self._asking.view
            case "find-person":
                return self._found
            case _:
                return None

    # -- everybody ---------------------------------------------------------------------------

    def _people(self) -> PeopleView:
        shown = people(self._progress, first=self.fresh)
        if self._folder is None or self._progress.as_guest:
            return shown
        gone = personfolder.gone(self._folder / personfolder.REMOVED)
        rows = tuple(GoneRow(one.path.name, clean_name(one.name), day_of(one.at)) for one in gone)
        return replace(shown, gone=rows, can_keep=True)

    def _at_people(self, intent: want.Intent, trail: Trail) -> Trail | None:
        match intent:
            case want.AddPerson() if not self._progress.as_guest:
                self._typed = ""
                return (*trail, Place(PERSON))
            case want.ShowPerson(person) if self._named(person) is not None:
                if self._progress.as_guest:
                    return trail
                self._typed = self._named(person) or ""
                return (*trail, Place(PERSON, number=person))
            case want.Browse(folder):
                if self._folder is None or self._progress.as_guest:
                    return trail
                self._find(Path(folder) if folder else None)
                return (*trail, Place(FIND))
            case want.Back():
                self.fresh = False
                return trail[:-1]
            case _:
                return None

    def _play_as(self, person: int) -> None:
        self.fresh = False
        self._notices.take_down()
        if person == GUEST:
            self._progress.play_as_guest()
        else:
            self._progress.play_as(person)

    def _named(self, person: int) -> str | None:
        """Return the name of somebody here, None of nobody."""
        known = self._progress.everybody()
        return next((one.name for one in known if one.id == person), None)

    def _called(self, person: int) -> str:
        known = enumerate(self._progress.everybody())
        return next((called(one, place) for place, one in known if one.id == person), "")

    def _free(self, name: str, person: int = GUEST) -> str:
        """Return a name as it is kept, made unlike that of everybody else."""
        known = enumerate(self._progress.everybody())
        others = [called(one, place) for place, one in known if one.id != person]
        return distinct(clean_name(name), others)

    # -- one person --------------------------------------------------------------------------

    def _person(self, person: int) -> PersonView:
        known = [one.id for one in self._progress.everybody()]
        place = known.index(person) if person in known else len(known)
        return PersonView(
            person=person,
            name=self._typed,
            usual=f"{NAMELESS} {place + 1}",
            badge=place,
            can_keep=person != GUEST and self._folder is not None,
        )

    def _at_person(self, intent: want.Intent, trail: Trail) -> Trail | None:
        match intent:
            case want.Edit(text):
                self._typed = text[:LONGEST_NAME]
                return trail
            case want.Back():
                self._settle(trail[-1].number)
                return trail[:-1]
            case want.RemovePerson(person) if self._folder:
                self._settle(person)
                name = self._called(person)
                view = SureView(
                    f"Remove {name}?",
                    f"All that is kept of {name} goes. It is put into a file first, from which it "
                    "can be brought back here.",
                    "Remove",
                )
                return self._asking.ask(view, lambda: self._removed(person, trail), trail)
            case want.ExportPerson(person) if self._folder:
                self._settle(person)
                self._files().export(person)
                return trail
            case _:
                return None

    def _settle(self, person: int) -> None:
        """Keep the name that was typed, if there is one; nobody new comes without."""
        name = self._free(self._typed, person)
        if not name or name == self._named(person):
            return
        self._typed = name
        if person == GUEST:
            self._progress.add_person(name)
        else:
            self._progress.rename_person(person, name)

    def _removed(self, person: int, trail: Trail) -> Trail:
        return trail[:-1] if self._files().remove(person) else trail

    def _files(self) -> "PersonFiles":
        from quizgame.services.personfiles import PersonFiles  # noqa: PLC0415 (rarely needed)

        progress, notices = self._progress, self._notices
        return PersonFiles(progress, notices, self._folder, self._free, self._now, self._were)

    # -- people from files -------------------------------------------------------------------

    def _find(self, folder: Path | None) -> None:
        from quizgame.services.finding import found  # noqa: PLC0415

        own = self._folder / personfolder.EXPORTED if self._folder else None
        self._found = found(folder, "person", own=own)

    def _finding(self, intent: want.Intent, trail: Trail) -> Trail | None:
        match intent:
            case want.Browse(folder):
                self._find(Path(folder) if folder else None)
                return trail
            case want.Back():
                return trail[:-1]
            case _:
                return None
