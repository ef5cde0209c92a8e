"""The games that were not ended, whoever was in them: told of, and gone on with."""

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.peopleviews import GameRow, UnfinishedView
from quizgame.services import pages
from quizgame.services.adding import Adding
from quizgame.services.days import told
from quizgame.services.gathering import Gathering
from quizgame.services.rounds import Rounds
from quizgame.services.shelf import Shelf
from quizgame.services.trail import ROUND, TABLE, TITLE, Place, Trail
from quizgame.storage.kept import DAILY, OpenRun
from quizgame.storage.progress import Progress
from quizgame.storage.runsummary import players, saved_tier, summary

UNFINISHED, READING = "unfinished", "reading"
ELSEWHERE = frozenset({"play", "together", "shelf"})
"""Where one goes who does not go on with a game."""
PUT_AWAY = (
    "The pack of that game is put away. Bring it back under Packs, Add a pack; the game is kept."
)


class Unfinished:
    """Goes on with a game; `stopped` says why one could not be gone on with, or nothing."""

    def __init__(
        self,
        shelf: Shelf,
        progress: Progress,
        rounds: Rounds,
        gathering: Gathering,
        adding: Adding,
    ) -> None:
        self._shelf = shelf
        self._progress = progress
        self._rounds = rounds
        self._gathering = gathering
        self._adding = adding
        self.stopped = ""

    # -- what is wanted ----------------------------------------------------------------------

    def send(self, intent: want.Intent, trail: Trail) -> Trail | None:
        """Return the trail after an intent; None when it is not for this."""
        match intent:
            case want.Go("continue"):
                return self._go_on(trail)
            case want.TakeUp(place):
                runs = self._games()
                return self._go_on(trail, runs[place].id) if 0 <= place < len(runs) else trail
            case want.Go("unfinished") if trail[-1] == TITLE:
                return (*trail, Place(UNFINISHED))
            case want.Go(place) if place in ELSEWHERE:
                # What kept a game from being gone on with is not told for ever.
                self.stopped = ""
                return None
            case _:
                return None

    def read_on(self, trail: Trail) -> Trail:
        """Go on with the game whose pack was waited for, if it has been read by now."""
        here = trail[-1]
        return self._go_on(trail, here.number) if here.page == READING else trail

    def _games(self) -> tuple[OpenRun, ...]:
        return pages.games(self._progress, self._shelf)

    def _go_on(self, trail: Trail, wanted: int | None = None) -> Trail:
        """Go on with a game that was not ended: this one, or the newest."""
        run = next((run for run in self._games() if wanted in {None, run.id}), None)
        if run is None:
            # What was waited for may have turned out to be nothing one may be told of.
            return (TITLE,) if trail[-1].page == READING else trail
        if self._shelf.face(run.pack_id) is None and self._shelf.reading:
            return (TITLE, Place(READING, number=run.id))
        self.stopped = (self._gathering if run.shared else self._rounds).take_up(run)
        if self.stopped:
            if self._adding.put_away(run.pack_id):
                self.stopped = PUT_AWAY
            return (TITLE,)
        return (TITLE, TABLE if run.shared else ROUND)

    # -- what to show ------------------------------------------------------------------------

    def view(self, place: Place) -> views.View | None:
        """Return the list of games, or the wait for a pack; None if this is neither."""
        match place.page:
            case "unfinished":
                runs = self._games()
                rows = (_row(at, run, self._apart(run, runs)) for at, run in enumerate(runs))
                return UnfinishedView(tuple(row for row in rows if row))
            case "reading":
                return views.ShelfView((), reading=True)
            case _:
                return None

    def _apart(self, run: OpenRun, runs: tuple[OpenRun, ...]) -> str:
        """Return by what one of two sets of a day is known from the other: its tier."""
        date = run.day.partition(" ")[0]
        alike = [one for one in runs if one.pack_id == run.pack_id and one.day.startswith(date)]
        face = self._shelf.face(run.pack_id) if run.day and len(alike) > 1 else None
        tiers = face.ladder.tiers if face else ()
        return next((one.label for one in tiers if one.id == saved_tier(run.state)), "")


def _row(place: int, run: OpenRun, apart: str) -> GameRow | None:
    saved = summary(run.state)
    if saved is None:
        return None
    how = ", ".join(filter(None, (_how(run), apart)))
    return GameRow(place, *saved, how=how, shared=run.shared)


def _how(run: OpenRun) -> str:
    if run.shared:
        return ", ".join(players(run.state))
    if run.way == DAILY and run.day:
        return f"The cards of {told(run.day.split(maxsplit=1)[0])}"
    return "Alone"
