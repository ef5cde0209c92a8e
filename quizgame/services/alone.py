"""Playing alone: a pack is chosen and looked at, a round is played and looked back on."""

from collections.abc import Callable

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.packs import PackFace
from quizgame.domain.session import Session
from quizgame.domain.settings import Settings
from quizgame.services import pages, showing
from quizgame.services.days import TODAY, Days
from quizgame.services.envelopes import Envelopes
from quizgame.services.packpages import PackPages
from quizgame.services.progresspages import ProgressPages
from quizgame.services.projector import Projector
from quizgame.services.rounds import Rounds
from quizgame.services.shelf import Shelf
from quizgame.services.trail import ROUND, TITLE, Place, Trail, of_several
from quizgame.storage.progress import Progress


class Alone:
    """The pages of a pack and of a round; what else there is beside a round it is given."""

    def __init__(  # noqa: PLR0913 (what one who plays alone meets)
        self,
        shelf: Shelf,
        progress: Progress,
        rounds: Rounds,
        packpages: PackPages,
        envelopes: Envelopes,
        *,
        days: Days,
        standing: ProgressPages,
        projector: Projector,
        settings: Callable[[], Settings],
    ) -> None:
        self._shelf = shelf
        self._progress = progress
        self._rounds = rounds
        self._pages = packpages
        self._envelopes = envelopes
        self._days = days
        self._standing = standing
        self._projector = projector
        self._settings = settings

    # -- what is wanted ----------------------------------------------------------------------

    def send(self, intent: want.Intent, trail: Trail) -> Trail | None:
        """Return the trail after an intent; None when it is not for this."""
        here = trail[-1]
        match intent:
            case want.Go(place):
                return self._go(place, trail)
            case want.ChoosePack() | want.ShowDetails() if of_several(trail):
                # What one who plays alone may see of a pack is not for others who look on.
                return trail
            case want.ChoosePack(pack_id):
                return self.choose(pack_id, trail)
            case want.ShowDetails(pack_id):
                there = Place("details", pack_id)
                return (*trail, there) if self._pages.face(pack_id) else trail
            case want.ToggleNote() | want.MovePlayhead() | want.Start():
                return self._set_up(intent, trail)
            case want.OpenAnswer(number):
                return self._open_answer(number, trail)
            case _ if here == ROUND:
                return self._at_round(intent, trail)
            case _:
                return None

    def choose(self, pack_id: str, trail: Trail) -> Trail:
        """Return the trail to where it is said how far a pack was watched, if it may be seen."""
        if self._pages.face(pack_id):
            # If its file has changed since the shelf was looked at, it shows another face, or none.
            self._shelf.take(pack_id)
        face = self._pages.face(pack_id)
        if face is None:
            return trail
        said = face.ladder.watch_point(self._progress.watch_point(pack_id))
        return (*trail, Place("watch-point", pack_id, said))

    def _go(self, place: str, trail: Trail) -> Trail | None:
        here, session = trail[-1], self._rounds.session
        match place:
            case "play":
                faces = pages.faces(self._shelf, self._progress)
                alone = len(faces) == 1 and not self._shelf.reading
                return self.choose(faces[0].id, trail) if alone else (*trail, Place("shelf"))
            case "again" if session and session.over:
                return self._deal(session.deck.face, session.deck.watch_point, trail)
            case "watch-point" if session:
                return self.choose(session.deck.face.id, (TITLE,))
            case "review" if session and session.over and here.page != "review":
                return (*trail, Place("review"))
            case "beliefs" if here.page == "watch-point":
                return (*trail, Place("beliefs", here.pack_id))
            case _:
                return None

    def _at_round(self, intent: want.Intent, trail: Trail) -> Trail | None:
        session = self._rounds.session
        match intent:
            case want.Back():
                if session and session.over and self._rounds.day:
                    return (TITLE, Place(TODAY))
                if session is None or session.over or session.revealed:
                    return (TITLE,)
                self._rounds.play(want.Resume() if session.paused else want.Pause())
            case want.Interrupt(idle):
                # Without a clock nothing is lost by looking away.
                if session and session.clock and not idle:
                    self._rounds.play(want.Pause())
            case want.Report():
                self._rounds.report()
            case _ if isinstance(intent, want.CardIntent):
                self._rounds.play(intent)
            case _:
                return None
        return trail

    def _open_answer(self, number: int, trail: Trail) -> Trail:
        session = self._rounds.session
        there = session is not None and 0 <= number < len(session.outcomes)
        return (*trail, Place("answer", number=number)) if there else trail

    def _set_up(self, intent: want.ToggleNote | want.MovePlayhead | want.Start, at: Trail) -> Trail:
        here = at[-1]
        before = self._envelopes.reached(here.pack_id)
        there = self._pages.send(intent, here, self._settings())
        lowered = self._envelopes.reached(here.pack_id) < before
        # What lies further up may be what one came from.
        way = (TITLE,) if lowered else at[:-1]
        trail = (TITLE, ROUND) if there == ROUND else (*way, there)
        return self._envelopes.opened_by(before, here.pack_id, trail)

    def _deal(self, face: PackFace, point: int, trail: Trail) -> Trail:
        there = self._pages.face(face.id)
        dealt = there is not None and self._rounds.deal(there, point, self._settings())
        return (TITLE, ROUND) if dealt else trail

    # -- what to show ------------------------------------------------------------------------

    def view(self, place: Place) -> views.View | None:
        """Return a page of a pack or of a round, or None if this is none."""
        shown = self._pages.view(place, self._settings())
        return shown or self._days.named(self._round_view(place))

    def _round_view(self, place: Place) -> views.View | None:
        session, lit = self._rounds.session, self._projector.shown
        if session is None:
            return None
        match place.page:
            case "review":
                return showing.review(session)
            case "answer":
                return showing.reveal(session, place.number, looking_back=True, projecting=lit)
            case ROUND.page if session.over:
                return self._over(session)
            case ROUND.page if session.paused:
                return showing.pause(session, kept=self._progress.kept)
            case ROUND.page if session.revealed:
                kept, reported = self._progress.kept, self._rounds.reported
                return showing.reveal(
                    session, session.at, kept=kept, reported=reported, projecting=lit
                )
            case ROUND.page:
                return showing.ask(session, lit)
            case _:
                return None

    def _over(self, session: Session) -> views.View:
        if self._rounds.day:
            return self._days.played(session)
        deck = session.deck
        left = self._envelopes.left_to_seal(deck.face.id, deck.watch_point)
        won = self._standing.won_in(self._rounds.run)
        return showing.results(session, won, predictions=left)
