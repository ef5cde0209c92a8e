"""The whole game without a screen: send it what the player wants, get what to show.

Where a player is stands on a trail of places; a round, when there is one, is a value that
`session.step` moves on. Every change is saved before `send` returns.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, assert_never

from quizgame.domain import intents as want
from quizgame.domain import rules, views
from quizgame.domain.notices import Notice
from quizgame.domain.packs import PackFace
from quizgame.domain.settings import Settings
from quizgame.services import pages, showing
from quizgame.services.adding import Adding
from quizgame.services.authoring import Authoring
from quizgame.services.days import Days
from quizgame.services.envelopes import Envelopes
from quizgame.services.gathering import Gathering
from quizgame.services.notices import Notices
from quizgame.services.packpages import PackPages
from quizgame.services.profiles import PEOPLE, Profiles
from quizgame.services.progresspages import ProgressPages
from quizgame.services.projector import Projector
from quizgame.services.rehearsing import Rehearsing
from quizgame.services.rounds import Rounds
from quizgame.services.shelf import Shelf
from quizgame.services.shelfpages import ALONE as SHELF
from quizgame.services.shelfpages import TOGETHER, Browsing
from quizgame.services.tables import Tables
from quizgame.services.trail import ROUND, TABLE, TITLE, Place, Trail
from quizgame.services.unfinished import unfinished
from quizgame.services.whoplays import several
from quizgame.storage.progress import Progress

READING = "reading"
LOOKING = (want.Go("play"), want.Go(SHELF), want.Go(TOGETHER))
"""What leads from the title to the packs."""
ALONE = ("Playing alone", "")
"""What stands above the rules of a round on the help page."""

PUT_AWAY = (
    "The pack of that game is put away. Bring it back under Packs, Add a pack; the game is kept."
)
MEANT_ELSEWHERE = (
    want.TableIntent
    | want.PartyIntent
    | want.AuthorIntent
    | want.DraftIntent
    | want.LibraryIntent
    | want.SearchIntent
    | want.PersonIntent
    | want.DayIntent
    | want.EnvelopeIntent
)
"""What means something only on other pages than those of one who plays alone."""
ELSEWHERE = frozenset({"play", "together", "shelf"})


class Part(Protocol):
    """Pages of their own, and what is wanted on them."""

    def send(self, intent: want.Intent, trail: Trail) -> Trail | None:
        """Return the trail after an intent; None when it is not for this part."""

    def view(self, place: Place) -> views.View | None:
        """Return a page of this part, or None."""


class Game:
    """The game on one screen, for one or for several.

    `now` gives seconds since 1970, `dice` a seed for each round.
    """

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
        self._message = message
        self._stopped = ""
        self._trail = [TITLE, *([Place(PEOPLE)] if several(progress) else [])]
        self._rounds = Rounds(shelf, progress, now=now, dice=dice)
        tables = Tables(shelf, progress, now=now, dice=dice, sounds=self._rounds.sounds)
        self._projector = Projector(shelf)
        self._gathering = Gathering(shelf, progress, tables, self._projector.shown)
        self._notices = Notices()
        self.adding = Adding(shelf, progress, self._notices)
        self._browsing = Browsing(shelf, progress, self.adding)
        self._pages = PackPages(shelf, progress, self._rounds, self.adding, now=now)
        self._rehearsing = Rehearsing(
            shelf,
            progress,
            self._projector,
            self._rounds.sounds,
            now=now,
            settings=lambda: self.settings,
        )
        due = self._rehearsing.due_today
        self._standing = ProgressPages(shelf, progress, now=now, due=due)
        self.profiles = Profiles(progress, self._notices, now=now)
        self._days = Days(shelf, progress, self._rounds, now=now)
        self._envelopes = Envelopes(shelf, progress, self._rounds, now=now)
        self._parts: tuple[Part, ...] = (
            self.profiles,
            self.adding,
            self._days,
            self._standing,
            self._rehearsing,
            self._envelopes,
        )
        self._plays = progress.who, progress.as_guest
        self.author = Authoring(shelf, progress, self._rounds, self._notices, now=now)
        self.settings = Settings.from_saved(progress.settings())
        self.quitting = False

    @property
    def sounds(self) -> list[str]:
        """What is to be heard; whoever plays it clears it."""
        return self._rounds.sounds

    def look(self) -> None:
        """Read the pack that is being written again, if its file has changed."""
        if self.author.look():
            self._browsing.forget()

    def file_to_open(self) -> Path | None:
        """Return a file that was asked for outside the game, once."""
        path, self.author.to_open = self.author.to_open, None
        return path

    def watch(self, path: Path) -> None:
        """Go to a pack that is being written; it is read again whenever its file changes."""
        self._choose(self.author.watch(path))

    @property
    def notice(self) -> Notice | None:
        """What the player is told beside the page; at the page it leads to, nothing lasting."""
        notice = self._notices.notice
        there = notice and notice.lasting and self.author.view(self._trail[-1])
        return None if there else notice

    # -- what the player wants ---------------------------------------------------------------

    def send(self, intent: want.Intent) -> views.View:
        """Carry out an intent, save what came of it, and return what to show."""
        if isinstance(intent, want.ShowTrouble | want.LibraryIntent):
            # What lies behind a curtain stays there, and no clock runs on.
            self.send(want.Interrupt())
        here = tuple(self._trail)
        self._browsing.forget()
        self._standing.hear(intent, here[-1])
        if self._browsing.send(intent, here[-1].page):
            return self.view()
        if here == (TITLE,) and intent in LOOKING:
            self._browsing.begin()
        trail = self.author.send(intent, here, self._at_hand())
        for part in self._parts:
            trail = part.send(intent, here) if trail is None else trail
        if trail is None:
            trail = self._gathering.send(intent, here, self.settings)
        self._meet()
        if trail is None:
            self._alone(intent)
        else:
            self._trail = list(trail)
        self.adding.stay_at(self._trail[-1])
        return self.view()

    def _meet(self) -> None:
        """Begin afresh with whoever plays from now on."""
        plays = self._progress.who, self._progress.as_guest
        if plays != self._plays:
            self._plays = plays
            self._leave_round()
            self._stopped = ""
            self.author.newcomer()
            self.settings = Settings.from_saved(self._progress.settings())

    def _alone(self, intent: want.Intent) -> None:
        if isinstance(intent, want.CardIntent):
            self._play(intent)
        elif not isinstance(intent, MEANT_ELSEWHERE):
            self._go_about(intent)

    def _go_about(self, intent: want.PageIntent) -> None:
        match intent:
            case want.Go(place):
                self._go(place)
            case want.Back():
                self._back()
            case want.ChoosePack(pack_id):
                self._choose(pack_id)
            case want.ShowDetails(pack_id):
                self._show_details(pack_id)
            case want.ToggleNote() | want.MovePlayhead() | want.Start():
                self._set_up(intent)
            case want.Change(name, value):
                self._change(name, value)
            case want.OpenAnswer(number):
                self._open_answer(number)
            case want.Interrupt(idle):
                self._interrupt(idle=idle)
            case want.Report():
                self._report()
            case want.TakeUp(place):
                self._take_up(place)
            case _:
                assert_never(intent)

    def read_on(self) -> bool:
        """Read the next of the packs that are yet to be read; tell whether there are more."""
        more = self._shelf.read_on()
        if self._trail[-1].page == READING:
            self._continue(self._trail[-1].number)
        return more

    def text_to_copy(self) -> str:
        """Return what is to be put on the clipboard, once."""
        text, self._days.to_copy = self._days.to_copy, ""
        return text

    def close(self) -> None:
        """Save the round as it stands and let go of the file."""
        self._rounds.leave()
        self._gathering.leave()
        self.adding.stay_at(TITLE)
        self._progress.close()

    # -- what to show ------------------------------------------------------------------------

    def view(self) -> views.View:
        """Return what to show now."""
        here = self._trail[-1]
        shown = self.author.view(here)
        for part in self._parts:
            shown = shown or part.view(here)
        shown = shown or self._gathering.view(tuple(self._trail), self.settings)
        shown = shown or self._view_alone()
        if not isinstance(shown, views.AskView | views.RevealView):
            # Behind a shut curtain, and on any other page, nothing of a card is kept.
            self._projector.dark()
        return shown

    def _view_alone(self) -> views.View:
        place = self._trail[-1]
        match place.page:
            case "shelf" | "together":
                return self._browsing.view(place.page)
            case "reading":
                return views.ShelfView((), reading=True)
            case "settings":
                return views.SettingsView(self.settings.everyday)
            case "unfinished":
                return unfinished(self._progress)
            case "help":
                return views.HelpView((ALONE, *rules.help_lines(), *rules.table_lines()))
            case _:
                shown = self._pages.view(place, self.settings) or self._round_view(place)
                return shown or pages.title(self._progress, self._stopped or self._message)

    def _round_view(self, place: Place) -> views.View | None:
        session, kept, lit = self._rounds.session, self._progress.kept, self._projector.shown
        if session is None or place == TITLE:
            return None
        if place.page == "review":
            return showing.review(session)
        if place.page == "answer":
            return showing.reveal(session, place.number, looking_back=True, projecting=lit)
        if session.over and self._rounds.day:
            return self._days.played(session)
        if session.over:
            left = self._envelopes.left_to_seal(session.deck.face.id, session.deck.watch_point)
            return showing.results(
                session, self._standing.won_in(self._rounds.run), predictions=left
            )
        if session.paused:
            return showing.pause(session, kept=kept)
        if session.revealed:
            reported = self._rounds.reported
            return showing.reveal(session, session.at, kept=kept, reported=reported, projecting=lit)
        return showing.ask(session, lit)

    # -- moving about ------------------------------------------------------------------------

    def _go(self, place: str) -> None:
        session = self._rounds.session
        if place in ELSEWHERE:
            # What kept a game from being gone on with is not told for ever.
            self._stopped = ""
        match place:
            case "play":
                faces = pages.faces(self._shelf, self._progress)
                if len(faces) == 1 and not self._shelf.reading:
                    self._choose(faces[0].id)
                else:
                    self._trail.append(Place("shelf"))
            case "continue":
                self._continue()
            case "again" if session and session.over:
                self._deal(session.deck.face, session.deck.watch_point)
            case "watch-point" if session:
                self._trail = [TITLE]
                self._choose(session.deck.face.id)
            case "title":
                self._leave_round()
            case "quit":
                self.quitting = True
            case _:
                self._open(place)

    def _open(self, page: str) -> None:
        here, session = self._trail[-1], self._rounds.session
        open_here = {
            "shelf": True,
            "settings": True,
            "help": True,
            "unfinished": here == TITLE,
            "review": session is not None and session.over,
            "beliefs": here.page == "watch-point",
        }
        if open_here.get(page, False) and here.page != page:
            self._trail.append(Place(page, here.pack_id if page == "beliefs" else ""))

    def _open_answer(self, number: int) -> None:
        session = self._rounds.session
        if session and 0 <= number < len(session.outcomes):
            self._trail.append(Place("answer", number=number))

    def _back(self) -> None:
        if self._trail[-1] == ROUND:
            session = self._rounds.session
            if session is None or session.over or session.revealed:
                self._leave_round()
            else:
                self._play(want.Resume() if session.paused else want.Pause())
        elif len(self._trail) > 1:
            self._trail.pop()

    def _play(self, intent: want.CardIntent) -> None:
        if self._trail[-1] == ROUND:
            self._rounds.play(intent)

    def _leave_round(self) -> None:
        self._rounds.leave()
        self._trail = [TITLE]

    def _take_up(self, place: int) -> None:
        runs = self._progress.open_runs()
        if 0 <= place < len(runs):
            self._continue(runs[place].id)

    def _continue(self, wanted: int | None = None) -> None:
        """Go on with a game that was not ended: this one, or the newest."""
        runs = self._progress.open_runs()
        run = next((run for run in runs if wanted in {None, run.id}), None)
        if run is None:
            return
        if self._shelf.face(run.pack_id) is None and self._shelf.reading:
            self._trail = [TITLE, Place(READING, number=run.id)]
            return
        takes_up = self._gathering.take_up if run.shared else self._rounds.take_up
        self._stopped = takes_up(run)
        if self._stopped and self.adding.put_away(run.pack_id):
            self._stopped = PUT_AWAY
        self._trail = [TITLE]
        if not self._stopped:
            self._trail.append(TABLE if run.shared else ROUND)

    def _interrupt(self, *, idle: bool) -> None:
        """Pause where a clock runs; without one nothing is lost by looking away."""
        session = self._rounds.session
        if session and session.clock and not idle:
            self._play(want.Pause())

    def _report(self) -> None:
        if self._trail[-1] == ROUND:
            self._rounds.report()

    # -- a pack ------------------------------------------------------------------------------

    def _at_hand(self) -> str:
        """Return the id of the pack that is played or looked at, or nothing."""
        looked_at = next((place.pack_id for place in reversed(self._trail) if place.pack_id), "")
        session = self._rounds.session
        return looked_at or (session.deck.face.id if session else self._gathering.pack_id)

    def _choose(self, pack_id: str) -> None:
        if self._pages.face(pack_id):
            # If its file has changed since the shelf was looked at, it shows another face, or none.
            self._shelf.take(pack_id)
        face = self._pages.face(pack_id)
        if face:
            said = face.ladder.watch_point(self._progress.watch_point(pack_id))
            self._trail.append(Place("watch-point", pack_id, said))

    def _show_details(self, pack_id: str) -> None:
        if self._pages.face(pack_id):
            self._trail.append(Place("details", pack_id))

    def _set_up(self, intent: want.ToggleNote | want.MovePlayhead | want.Start) -> None:
        here = self._trail[-1]
        before = self._envelopes.reached(here.pack_id)
        there = self._pages.send(intent, here, self.settings)
        trail = (TITLE, ROUND) if there == ROUND else (*self._trail[:-1], there)
        self._trail = list(self._envelopes.opened_by(before, here.pack_id, trail))

    def _change(self, name: str, value: str) -> None:
        changed = self.settings.changed(name, value)
        if changed != self.settings:
            self.settings = changed
            self._progress.set_setting(name, value)

    def _deal(self, face: PackFace, point: int) -> None:
        if self._rounds.deal(face, point, self.settings):
            self._trail = [TITLE, ROUND]
