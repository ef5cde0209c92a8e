"""The whole game without a screen: send it what the player wants, get what to show.

Where a player is stands on a trail of places; a round, when there is one, is a value that
`session.step` moves on. Every change is saved before `send` returns.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import assert_never

from quizgame.domain import intents as want
from quizgame.domain import rules, views
from quizgame.domain.packs import PackFace
from quizgame.domain.session import Ending, Outcome, Session, begin, step
from quizgame.domain.settings import Settings
from quizgame.domain.tiers import LOWEST
from quizgame.services import pages, showing
from quizgame.services.shelf import Shelf
from quizgame.storage import runrecord
from quizgame.storage.progress import Progress, SavedAnswer
from quizgame.storage.runsummary import saved_tier

SOUNDS = {
    Ending.RIGHT: "right",
    Ending.HALF: "right",
    Ending.WRONG: "wrong",
    Ending.TIMEOUT: "wrong",
    Ending.SKIPPED: "pick",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the player is: the page, the pack it is about, and the playhead or answer number."""

    page: str
    pack_id: str = ""
    number: int = 0


TITLE = Place("title")
ROUND = Place("round")


class Game:
    """One person's game. `now` gives seconds since 1970, `dice` a seed for each round."""

    def __init__(
        self,
        shelf: Shelf,
        progress: Progress,
        *,
        now: Callable[[], float],
        dice: Callable[[], int],
        message: str = "",
    ) -> None:
        self._shelf = shelf
        self._progress = progress
        self._now = now
        self._dice = dice
        self._message = message
        self._trail = [TITLE]
        self._session: Session | None = None
        self._run = 0
        self.settings = Settings.from_saved(progress.settings())
        self.sounds: list[str] = []
        self.quitting = False

    # -- what the player wants ---------------------------------------------------------------

    def send(self, intent: want.Intent) -> views.View:
        """Carry out an intent, save what came of it, and return what to show."""
        match intent:
            case want.Go(place):
                self._go(place)
            case want.Back():
                self._back()
            case want.ChoosePack(pack_id):
                self._choose(pack_id)
            case want.ShowDetails(pack_id):
                self._trail.append(Place("details", pack_id))
            case want.ToggleNote(note):
                self._toggle_note(note)
            case want.MovePlayhead(tier):
                self._move_playhead(tier)
            case want.Start(safe, once):
                self._start(safe=safe, once=once)
            case want.Change(name, value):
                self._change(name, value)
            case want.OpenAnswer(number):
                if self._session and 0 <= number < len(self._session.outcomes):
                    self._trail.append(Place("answer", number=number))
            case (
                want.Pick()
                | want.Toggle()
                | want.Shift()
                | want.Edit()
                | want.Submit()
                | want.Halve()
                | want.Skip()
                | want.Pause()
                | want.Resume()
                | want.Tick()
                | want.Next()
            ):
                self._play(intent)
            case _:
                assert_never(intent)
        return self.view()

    def close(self) -> None:
        """Save the round as it stands and let go of the file."""
        if self._session and not self._session.over:
            self._progress.save_run(self._run, runrecord.to_json(self._session))
        self._progress.close()

    # -- what to show ------------------------------------------------------------------------

    def view(self) -> views.View:
        """Return what to show now."""
        place = self._trail[-1]
        match place.page:
            case "title":
                return pages.title(self._progress, self._message)
            case "shelf":
                return pages.shelf(self._shelf, self._progress)
            case "details":
                return pages.details(self._face(place.pack_id), self._progress)
            case "watch-point":
                return pages.watch_point(
                    self._shelf,
                    self._progress,
                    self._face(place.pack_id),
                    place.number,
                    self.settings.choice("round_length"),
                )
            case "beliefs":
                return pages.beliefs(self._shelf, self._progress, self._face(place.pack_id))
            case "settings":
                return views.SettingsView(self.settings.choices)
            case "help":
                return views.HelpView(rules.help_lines())
            case _:
                return self._round_view(place)

    def _round_view(self, place: Place) -> views.View:
        session = self._session
        if session is None:
            return pages.title(self._progress, self._message)
        if place.page == "review":
            return showing.review(session)
        if place.page == "answer":
            return showing.reveal(session, place.number, looking_back=True)
        if session.over:
            return showing.results(session)
        if session.paused:
            return showing.pause(session)
        if session.revealed:
            return showing.reveal(session, session.at)
        return showing.ask(session)

    # -- moving about ------------------------------------------------------------------------

    def _go(self, place: str) -> None:
        match place:
            case "play":
                faces = self._shelf.faces()
                if len(faces) == 1:
                    self._choose(faces[0].id)
                else:
                    self._trail.append(Place("shelf"))
            case "continue":
                self._continue()
            case "again" if self._session and self._session.over:
                self._deal(self._session.deck.face, self._session.deck.watch_point)
            case "watch-point" if self._session:
                self._trail = [TITLE]
                self._choose(self._session.deck.face.id)
            case "title":
                self._leave_round()
            case "quit":
                self.quitting = True
            case _:
                self._open(place)

    def _open(self, page: str) -> None:
        here = self._trail[-1]
        open_here = {
            "shelf": True,
            "settings": True,
            "help": True,
            "review": self._session is not None and self._session.over,
            "beliefs": here.page == "watch-point",
        }
        if open_here.get(page, False) and here.page != page:
            self._trail.append(Place(page, here.pack_id))

    def _back(self) -> None:
        if self._trail[-1] == ROUND:
            session = self._session
            if session is None or session.over or session.revealed:
                self._leave_round()
            else:
                self._play(want.Resume() if session.paused else want.Pause())
        elif len(self._trail) > 1:
            self._trail.pop()

    def _leave_round(self) -> None:
        if self._session and not self._session.over and self._run:
            self._progress.save_run(self._run, runrecord.to_json(self._session))
        self._session = None
        self._trail = [TITLE]

    def _choose(self, pack_id: str) -> None:
        face = self._shelf.face(pack_id)
        if face is not None:
            said = face.ladder.watch_point(self._progress.watch_point(pack_id))
            self._trail.append(Place("watch-point", pack_id, said))

    def _move_playhead(self, tier: int) -> None:
        place = self._trail[-1]
        if place.page == "watch-point":
            ladder = self._face(place.pack_id).ladder
            self._trail[-1] = replace(place, number=ladder.clamp(tier))

    def _toggle_note(self, note: str) -> None:
        place = self._trail[-1]
        if place.page == "details" and note in self._face(place.pack_id).notes:
            left_out = self._progress.left_out(place.pack_id)
            self._progress.set_left_out(place.pack_id, left_out ^ {note})

    def _change(self, name: str, value: str) -> None:
        changed = self.settings.changed(name, value)
        if changed != self.settings:
            self.settings = changed
            self._progress.set_setting(name, value)

    # -- playing -----------------------------------------------------------------------------

    def _face(self, pack_id: str) -> PackFace:
        face = self._shelf.face(pack_id)
        if face is None:
            raise KeyError(pack_id)
        return face

    def _start(self, *, safe: bool, once: bool) -> None:
        place = self._trail[-1]
        if place.page != "watch-point":
            return
        face = self._face(place.pack_id)
        said = face.ladder.watch_point(self._progress.watch_point(face.id))
        point = LOWEST if safe else place.number
        self._trail[-1] = replace(place, number=point)
        # A round played safe, or for once less far, says nothing of how far one has watched.
        if not safe and not (once and point < said):
            self._keep_watch_point(face, point, said)
        self._deal(face, point)

    def _keep_watch_point(self, face: PackFace, point: int, said: int) -> None:
        """Keep how far this person has watched; less far than before forgets what lies above."""
        if point < said:
            known = [card.id for card in self._shelf.deck(face.id, point).cards]
            self._progress.forget_beyond(face.id, known, self._now())
            self._session = None
        self._progress.set_watch_point(face.id, face.ladder[point].id)

    def _deal(self, face: PackFace, point: int) -> None:
        deck = self._shelf.deck(face.id, point)
        left_out = self._progress.left_out(face.id)
        if not deck.without(left_out).cards:
            return
        history = {
            card_id: rules.CardHistory(past.seen, past.last_verdict != Ending.RIGHT.value)
            for card_id, past in self._progress.history(face.id).items()
        }
        self._session = begin(
            deck,
            history,
            left_out=left_out,
            length=self.settings.number("round_length"),
            clock=self.settings.number("clock"),
            seed=self._dice(),
        )
        state = runrecord.to_json(self._session)
        self._run = self._progress.begin_run(face.id, state, self._now())
        self._trail = [TITLE, ROUND]

    def _continue(self) -> None:
        run = self._progress.open_run()
        if run is None:
            return
        face = self._shelf.face(run.pack_id)
        if face is None:
            # It may only be away, or broken for the moment: the game is kept until it is back.
            self._message = "The pack of that game is not here now. The game is kept."
            return
        session = self._taken_up(face, run.state)
        if session is None:
            self._progress.end_run(run.id, self._now())
            self._message = "That game could not be taken up again: its pack has changed."
            return
        self._session, self._run = session, run.id
        self._trail = [TITLE, ROUND]

    def _taken_up(self, face: PackFace, state: str) -> Session | None:
        """Return a saved round, never dealt further than this person's watch point is now."""
        point = face.ladder.watch_point(self._progress.watch_point(face.id))
        dealt_at = face.ladder.watch_point(saved_tier(state))
        if dealt_at > point:
            return None
        session = runrecord.from_json(state, self._shelf.deck(face.id, dealt_at))
        if session is None:
            return None
        return replace(session, paused=bool(session.clock) and not session.revealed)

    def _play(self, intent: want.CardIntent) -> None:
        before = self._session
        if before is None or self._trail[-1] != ROUND:
            return
        after, answers = step(before, intent)
        if after == before:
            return
        self._session = after
        self._save(before, after, intent, answers)

    def _save(
        self,
        before: Session,
        after: Session,
        intent: want.CardIntent,
        answers: tuple[Outcome, ...],
    ) -> None:
        state = runrecord.to_json(after)
        for outcome in answers:
            self.sounds.append(SOUNDS[outcome.ending])
            self._progress.save_answer(
                self._run,
                after.deck.face.id,
                SavedAnswer(
                    card_id=outcome.card_id,
                    verdict=outcome.ending.value,
                    points=outcome.points,
                    seconds=outcome.seconds,
                    at=self._now(),
                ),
                state,
            )
        if after.over:
            self.sounds.append("end")
            self._progress.end_run(self._run, self._now())
        elif not answers and _worth_saving(before, after, intent):
            self._progress.save_run(self._run, state)


def _worth_saving(before: Session, after: Session, intent: want.CardIntent) -> bool:
    """Tell whether a change is saved at once: the clock by whole seconds, typing when handed in."""
    match intent:
        case want.Tick():
            return bool(after.clock) and int(before.desk.seconds) != int(after.desk.seconds)
        case want.Edit():
            return False
        case _:
            return True
