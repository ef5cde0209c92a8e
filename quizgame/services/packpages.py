"""The pages of one pack: what is told of it, and what a player settles there before a round."""

from collections.abc import Callable
from dataclasses import replace

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.packs import PackFace
from quizgame.domain.settings import Settings
from quizgame.domain.tiers import LOWEST
from quizgame.services import pages
from quizgame.services.adding import Adding
from quizgame.services.forgetting import forget_beyond
from quizgame.services.rounds import Rounds
from quizgame.services.shelf import Shelf
from quizgame.services.trail import ROUND, Place
from quizgame.storage.progress import Progress


class PackPages:
    """Shows a pack, and keeps what is settled on its pages. `now` gives seconds since 1970."""

    def __init__(
        self,
        shelf: Shelf,
        progress: Progress,
        rounds: Rounds,
        adding: Adding,
        *,
        now: Callable[[], float],
    ) -> None:
        self._shelf = shelf
        self._progress = progress
        self._rounds = rounds
        self._adding = adding
        self._now = now

    def view(self, place: Place, settings: Settings) -> views.View | None:
        """Return a page about a pack, or None if this is none."""
        face = self.face(place.pack_id)
        if face is None:
            return None
        match place.page:
            case "details":
                return pages.details(face, self._progress, own=self._adding.owns(face.id))
            case "beliefs":
                return pages.beliefs(self._shelf, self._progress, face)
            case "watch-point":
                length = settings.choice("round_length")
                playhead = face.ladder.clamp(place.number)
                return pages.watch_point(self._shelf, self._progress, face, playhead, length)
            case _:
                return None

    def face(self, pack_id: str) -> PackFace | None:
        """Return the face of a pack that this person may see on the shelf."""
        return pages.face(self._shelf, self._progress, pack_id) if pack_id else None

    def send(
        self,
        intent: want.ToggleNote | want.MovePlayhead | want.Start,
        place: Place,
        settings: Settings,
    ) -> Place:
        """Carry an intent out; return the place as it is then, or the round that begins."""
        face = self.face(place.pack_id)
        match intent:
            case want.ToggleNote(note) if face and place.page == "details":
                self._toggle_note(face, note)
            case want.MovePlayhead(tier) if face and place.page == "watch-point":
                return self._moved(face, place, tier)
            case want.Start(safe, once) if face and place.page == "watch-point":
                asked_again = pages.unsure(self._progress, face)
                point = self._point(face, place, safe=safe, once=once)
                if asked_again and not safe and self._taken_up(face):
                    return ROUND
                there = self._rounds.deal(face, point, settings)
                return ROUND if there else replace(place, number=point)
            case _:
                pass
        return place

    def _taken_up(self, face: PackFace) -> bool:
        """Go on with the game that a restored save holds, where it went no further than was said.

        A new round would end it, and nobody has been told that it is there.
        """
        run = self._progress.open_run(face.id)
        return run is not None and not self._rounds.take_up(run)

    def _moved(self, face: PackFace, place: Place, tier: int) -> Place:
        return replace(place, number=face.ladder.clamp(tier))

    def _toggle_note(self, face: PackFace, note: str) -> None:
        if note in face.notes:
            left_out = self._progress.left_out(face.id)
            self._progress.set_left_out(face.id, left_out ^ {note})

    def _point(self, face: PackFace, place: Place, *, safe: bool, once: bool) -> int:
        """Return how far a round goes, and keep it if it says how far this person has watched."""
        said = face.ladder.watch_point(self._progress.watch_point(face.id))
        point = LOWEST if safe else face.ladder.clamp(place.number)
        # A round played safe, or for once less far, says nothing of how far one has watched.
        if not safe and not (once and point < said):
            self._keep_watch_point(face, point, said)
        return point

    def _keep_watch_point(self, face: PackFace, point: int, said: int) -> None:
        """Keep how far this person has watched; less far than before forgets what lies above."""
        if pages.unsure(self._progress, face):
            said = face.ladder.top + 1
        if point >= said:
            self._progress.set_watch_point(face.id, face.ladder[point].id)
            return
        forget_beyond(self._shelf, self._progress, face, point, self._now())
