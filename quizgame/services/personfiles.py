"""Files of people: somebody written into one, put away with one, and brought back from it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from quizgame.domain import intents as want
from quizgame.domain.notices import sentence
from quizgame.services.notices import Notices
from quizgame.services.whoplays import called
from quizgame.storage import personfile, personfolder
from quizgame.storage.progress import Progress


@dataclass(frozen=True, slots=True)
class PersonFiles:
    """They lie in `folder`, None where none can; `free` makes a name one that nobody has.

    What comes of each is told in a notice. `now` gives seconds since 1970. `were` keeps, for as
    long as the game runs, under which number somebody was here, by the mark of their file: at a
    table that is under way they have their seat again.
    """

    progress: Progress
    notices: Notices
    folder: Path | None
    free: Callable[[str], str]
    now: Callable[[], float]
    were: dict[str, int]

    def export(self, person: int) -> None:
        """Write a person's file for them to take along."""
        if path := self._written(person, personfolder.EXPORTED):
            told = f"{self._called(person)} is in {path.parent.name}/{path.name}, beside the saves."
            self.notices.tell(f"{told} 'quizgame saves where' names the folder.")

    def remove(self, person: int) -> bool:
        """Put a person into a file and remove them; tell whether they are gone."""
        name = self._called(person)
        if not self.progress.kept:
            # They would be here again next time, and a file of them among those who are not.
            self.notices.tell(f"Nothing was done: this game keeps nothing, so {name} stays.")
            return False
        path = self._written(person, personfolder.REMOVED)
        if path is None:
            return False
        self.progress.remove_person(person)
        self._tell_gone(name, path)
        return True

    def bring(self, path: Path) -> None:
        """Bring the person of a file here; one who was removed comes once."""
        if self.progress.as_guest:
            self.notices.tell("A guest plays now. Say who plays first; then people can come.")
            return
        set_aside = self._set_aside(path)
        try:
            data = personfolder.read(path)
            mark = personfile.mark_of(data) if set_aside else ""
            here = self._here(data, mark) if set_aside else None
            came = personfile.Arrival(here) if here else self._imported(data, mark)
        except OSError as error:
            why = (error.strerror or "an error").lower()
            self.notices.tell(f"{path.name} cannot be read: {why}.")
            return
        except personfile.NoPersonError as error:
            self.notices.tell(sentence(str(error)))
            return
        if set_aside and self.progress.kept and self._put_by(path):
            # It is not to bring them twice.
            self.progress.mark_person(came.person, "")
        told = f"{self._called(came.person)} is here."
        self.notices.tell(f"{told} {_left_out(came.left_out)}".rstrip())

    def _tell_gone(self, name: str, path: Path) -> None:
        """Tell that somebody is gone, whose file lies at a path.

        If the disk failed meanwhile they are likely to be here next time: then their file is moved
        away from those of people who are not, and kept, lest they are lost after all.
        """
        if self.progress.kept:
            self.notices.tell(f"{name} was removed.", "undo", want.BringPerson(path.name))
            return
        self._put_by(path)
        self.notices.tell(
            f"Progress can no longer be written, so {name} is gone only until the game ends. "
            f"A file of {name} is among those that were exported."
        )

    def _written(self, person: int, folder: str) -> Path | None:
        """Write a person's file; where that fails, say so and return None."""
        assert self.folder is not None  # noqa: S101 (nothing is written before)
        try:
            name, data = self._called(person), personfile.exported(self.progress, person)
            if folder == personfolder.REMOVED:
                # Were the game to end before they are gone, the file must not bring another.
                mark = personfile.mark_of(data)
                self.progress.mark_person(person, mark)
                self.were[mark] = person
                if not self.progress.kept:
                    why = "progress can no longer be written"
                    self.notices.tell(f"Nothing was done: {why}, so {name} stays.")
                    return None
            return personfolder.write(self.folder / folder, name, self.now(), data)
        except personfile.NoPersonError as error:
            self.notices.tell(f"Nothing was done. {error}")
        except OSError as error:
            why = (error.strerror or "an error").lower()
            self.notices.tell(f"Nothing was done: the file cannot be written ({why}).")
        return None

    def _here(self, data: bytes, mark: str) -> int | None:
        """Return who of those here is the one of a file, if anybody.

        The game may have ended before it could tell that they are here, or a backup brought them.
        """
        here = self.progress.marked(mark)
        if here or mark in self.were:
            return here
        people = (one.id for one in self.progress.people())
        return next((one for one in people if personfile.is_of(self.progress, one, data)), None)

    def _imported(self, data: bytes, mark: str) -> personfile.Arrival:
        number = self.were.pop(mark, None)
        return personfile.imported(self.progress, data, self.free, mark=mark, number=number)

    def _set_aside(self, path: Path) -> bool:
        """Tell whether a file is one of those of people who were removed here."""
        removed = self.folder / personfolder.REMOVED if self.folder else None
        return removed is not None and path.parent.absolute() == removed.absolute()

    def _put_by(self, path: Path) -> bool:
        """Put the file of somebody who is here by those exported; tell whether it has moved."""
        assert self.folder is not None  # noqa: S101 (it lies there)
        return personfolder.put_by(path, self.folder / personfolder.EXPORTED)

    def _called(self, person: int) -> str:
        known = enumerate(self.progress.everybody())
        return next((called(one, place) for place, one in known if one.id == person), "")


def _left_out(rows: int) -> str:
    """Return what is said of rows of a file that made no sense."""
    if rows == 1:
        return "One entry of the file made no sense and was left out."
    return f"{rows:,} entries of the file made no sense and were left out." if rows else ""
