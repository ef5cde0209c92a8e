"""Everybody of whom something is kept, taken as one: what may be told where anybody may look on."""

from quizgame.storage.progress import Progress


class Everybody(Progress):
    """A save of which only that is known which all who are in it have said alike."""

    def watch_point(self, pack_id: str, *, person: int | None = None) -> str | None:
        """Return the id of the tier that all chose for a pack, None where they are not at one."""
        people = [one.id for one in self.people()] if person is None else [person]
        said = {Progress.watch_point(self, pack_id, person=one) for one in people}
        return said.pop() if len(said) == 1 else None
