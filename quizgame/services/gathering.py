"""Several people at one screen: sitting down, the game at the table, and what comes after it."""

from quizgame.domain import evening, rules, tableviews, views
from quizgame.domain import intents as want
from quizgame.domain.settings import Settings
from quizgame.domain.table import Phase, Table
from quizgame.services import ownshowing, tableshowing
from quizgame.services.asking import Asking
from quizgame.services.party import Party
from quizgame.services.projector import Projecting
from quizgame.services.shelf import Shelf
from quizgame.services.sitting import Sitting
from quizgame.services.tables import Tables
from quizgame.services.trail import TABLE, TITLE, Place, Trail
from quizgame.storage.kept import OpenRun
from quizgame.storage.progress import Progress


class Gathering:
    """Holds who sits down and the game they play; Game sends it what is wanted on its pages."""

    def __init__(
        self, shelf: Shelf, progress: Progress, tables: Tables, projecting: Projecting
    ) -> None:
        self._progress = progress
        self._projecting = projecting
        self._tables = tables
        self._asking = Asking()
        self._sitting = Sitting(shelf, progress, tables, self._asking)
        self._curtain = True

    # -- what is wanted ----------------------------------------------------------------------

    @property
    def pack_id(self) -> str:
        """The pack that is played at the table, or nothing."""
        return self._tables.table.face.id if self._tables.table else ""

    def send(self, intent: want.Intent, trail: Trail, settings: Settings) -> Trail | None:
        """Return the trail after an intent; None when it is not for this."""
        if intent == want.Go("together"):
            return self._sitting.together(trail)
        if isinstance(intent, want.Change) and trail[-1].page != "player":
            # Settings hold everywhere.
            return None
        match trail[-1].page:
            case "table":
                return self._at_table(intent, trail, settings)
            case "between":
                return self._between(intent, trail)
            case "sure":
                return self._asking.answered(intent, trail)
            case "look-over":
                return self._looking_over(intent, trail)
            case "look" | "look-answer":
                return self._looking(intent, trail)
            case _:
                return self._sitting.send(intent, trail, settings)

    def take_up(self, run: OpenRun) -> str:
        """Take up a saved game of several; return why not, or nothing when it stands again."""
        return self._tables.take_up(run)

    def leave(self) -> None:
        """Put the game away as it stands."""
        self._tables.leave()

    # -- what to show ------------------------------------------------------------------------

    def view(self, trail: Trail, settings: Settings) -> views.View | None:
        """Return what to show at the end of a trail; None when it is not for this."""
        place, table = trail[-1], self._tables.table
        match place.page:
            case "sure":
                return self._asking.view
            case "table-help":
                return views.HelpView(rules.table_lines())
            case "table-settings":
                return views.SettingsView(settings.anywhere)
            case _:
                pass
        shown = self._table_view(trail, table) if table else None
        return shown or self._sitting.view(place, settings)

    def _table_view(self, trail: Trail, table: Table) -> views.View | None:
        place, kept, lit = trail[-1], self._progress.kept, self._projecting
        match place.page:
            case "table" if table.phase is Phase.OVER:
                return tableshowing.results(table, self._tables.sealed())
            case "table" if table.shut:
                return tableshowing.handover(table)
            case "table" if table.phase in {Phase.ASKING, Phase.NOTHING}:
                return ownshowing.ask(table, lit)
            case "table":
                return ownshowing.reveal(
                    table, kept=kept, reported=self._tables.reported, projecting=lit
                )
            case "between":
                return tableshowing.between(table, kept=kept)
            case "look-over":
                return tableshowing.look_over(table)
            case "look" if self._curtain:
                return tableshowing.look_curtain(table, place.number)
            case "look":
                return ownshowing.review(table, place.number)
            case "look-answer" if not self._curtain:
                shown = ownshowing.looked_back(table, trail[-2].number, place.number, lit)
                return shown or ownshowing.review(table, trail[-2].number)
            case _:
                return None

    # -- at the table ------------------------------------------------------------------------

    def _at_table(self, intent: want.Intent, trail: Trail, settings: Settings) -> Trail | None:
        table = self._tables.table
        if table is None:
            return (TITLE,)
        if table.phase is Phase.OVER:
            return self._after(intent, trail, table, settings)
        match intent:
            case want.Back() | want.Pause() | want.Go("table"):
                self._tables.play(want.Interrupt())
                public = table.shut or not table.house.private
                return (*trail, Place("between")) if public else trail
            case want.Interrupt(idle) if not table.house.private:
                # All may look, but the clock waits for who looks away.
                return trail if idle or table.shut else (*trail, Place("between"))
            case want.TakeBack():
                return self._take_back(trail, table)
            case want.Report():
                self._report(table)
                return trail
            case want.Go():
                return trail
            case _:
                if isinstance(intent, evening.Intent):
                    self._tables.play(intent)
                return trail

    def _between(self, intent: want.Intent, trail: Trail) -> Trail | None:
        table = self._tables.table
        match intent:
            case want.Go("players") if table:
                self._sitting.party = Party.at(table)
                return (*trail, Place("players", table.face.id))
            case want.TakeBack() if table:
                return self._take_back(trail, table)
            case want.Go("end-table"):
                view = tableviews.SureView(
                    "End the game?", "It goes to the results as it stands now.", "End it"
                )
                return self._asking.ask(view, self._ended, trail)
            case want.Go("title"):
                self._tables.leave()
                return (TITLE,)
            case want.Go("help"):
                return (*trail, Place("table-help"))
            case want.Go("settings"):
                return (*trail, Place("table-settings"))
            case _:
                return None

    def _ended(self) -> Trail:
        self._tables.end()
        return (TITLE, TABLE)

    def _take_back(self, trail: Trail, table: Table) -> Trail:
        name = tableshowing.to_take_back(table)
        if not name:
            return trail
        sentence = (
            f"Does everyone agree? What {name} won or lost by it goes, and a fresh card comes. "
            "Each side can do this once."
        )
        view = tableviews.SureView(f"Take {name}’s answer back?", sentence, "All agree")
        return self._asking.ask(view, self._taken_back, trail)

    def _taken_back(self) -> Trail:
        self._tables.play(want.TakeBack())
        return (TITLE, TABLE)

    def _report(self, table: Table) -> None:
        if not table.shut and table.phase in {Phase.REVEALED, Phase.JUDGING}:
            self._tables.report()

    # -- afterwards --------------------------------------------------------------------------

    def _after(
        self, intent: want.Intent, trail: Trail, table: Table, settings: Settings
    ) -> Trail | None:
        match intent:
            case want.Go("title") | want.Back():
                self._tables.leave()
                return (TITLE,)
            case want.Go("look-over"):
                return (*trail, Place("look-over"))
            case want.Go("players"):
                self._sitting.party = Party(table.players)
                return (TITLE, Place("players", table.face.id))
            case want.Go("again"):
                return self._sitting.again(table.players, table.face, settings)
            case _:
                return trail

    def _looking_over(self, intent: want.Intent, trail: Trail) -> Trail | None:
        table = self._tables.table
        match intent:
            case want.LookOver(side) if table and tableshowing.can_look(table, side):
                self._curtain = side != tableshowing.COMMON
                return (*trail, Place("look", number=side))
            case want.Back():
                return trail[:-1]
            case _:
                return trail

    def _looking(self, intent: want.Intent, trail: Trail) -> Trail | None:
        private = next(p for p in trail if p.page == "look").number != tableshowing.COMMON
        match intent:
            case want.OpenCurtain():
                self._curtain = False
            case want.Interrupt() if private:
                self._curtain = True
                return tuple(place for place in trail if place.page != "look-answer")
            case want.OpenAnswer(number) if not self._curtain and trail[-1].page == "look":
                return (*trail, Place("look-answer", number=number))
            case want.Back():
                return trail[:-1]
            case _:
                pass
        return trail
