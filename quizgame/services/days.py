"""The day's cards: which packs have some, playing them once a day, and how they went."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from quizgame.domain import daily, views
from quizgame.domain import intents as want
from quizgame.domain.packs import PackFace
from quizgame.domain.peopleviews import DayRow, DayView, TodayView
from quizgame.domain.session import Session
from quizgame.domain.tags import TierTag, tier_tag
from quizgame.services import pages
from quizgame.services.dates import in_words, local_day
from quizgame.services.rounds import Rounds
from quizgame.services.shelf import Shelf
from quizgame.services.trail import ROUND, TITLE, Place, Trail
from quizgame.storage.progress import Progress
from quizgame.storage.runsummary import summary

TODAY, DAY = "today", "day"
NAME = "Today’s cards"
UNREADABLE_DAY = "0001-01-01"
"""The day of a clock that names none."""


class Days:
    """Plays the day's cards of a pack at this person's watch point; `now` is seconds since 1970."""

    def __init__(
        self, shelf: Shelf, progress: Progress, rounds: Rounds, *, now: Callable[[], float]
    ) -> None:
        self._shelf = shelf
        self._progress = progress
        self._rounds = rounds
        self._now = now
        self._copied = ""
        self.to_copy = ""
        """What is to be put on the clipboard; whoever does so clears it."""

    # -- what is wanted ----------------------------------------------------------------------

    def send(self, intent: want.Intent, trail: Trail) -> Trail | None:
        """Return the trail after an intent; None when it is not for this."""
        here = trail[-1]
        match intent:
            case want.Go("today") if here == TITLE:
                return (*trail, Place(TODAY))
            case want.PlayToday(pack_id) if here.page == TODAY:
                face = pages.face(self._shelf, self._progress, pack_id)
                return self._play(face, trail) if face else trail
            case want.CopyResult():
                self._copy(here)
                return trail
            case _:
                return None

    def view(self, place: Place) -> TodayView | DayView | None:
        """Return a page about the day's cards, or None if this is none."""
        if place.page == TODAY:
            faces = pages.faces(self._shelf, self._progress)
            begun = self._progress.watch_points()
            rows = tuple(self._row(face) for face in faces if face.id in begun)
            return TodayView(told(self._date()), rows)
        face = pages.face(self._shelf, self._progress, place.pack_id)
        if place.page != DAY or face is None:
            return None
        run = self._progress.days_run(face.id, self._key(face))
        marks = self._marks(face, run) if run else ()
        return self._went(face, self._tier(face), self._date(), marks)

    def played(self, session: Session) -> DayView:
        """Return how the day's cards went that were played just now."""
        marks = tuple(outcome.ending.value for outcome in session.outcomes)
        face = session.deck.face
        tier = tier_tag(face.ladder, session.deck.watch_point)
        return self._went(
            face, tier, self._rounds.day.split(maxsplit=1)[0], marks, just_played=True
        )

    def named(self, shown: views.View | None) -> views.View | None:
        """Return a page of a round; where its cards are the day's, its board says so."""
        if isinstance(shown, views.AskView | views.RevealView | views.PauseView):
            return replace(shown, board=replace(shown.board, of=NAME if self._rounds.day else ""))
        return shown

    # -- the day -----------------------------------------------------------------------------

    def _play(self, face: PackFace, trail: Trail) -> Trail:
        key = self._key(face)
        if self._progress.days_run(face.id, key):
            return (*trail, Place(DAY, face.id))
        run = self._progress.open_run(face.id, day=key)
        if run and not self._rounds.take_up(run):
            return (TITLE, ROUND)
        return (TITLE, ROUND) if self._rounds.deal_day(face, key) else trail

    def _copy(self, here: Place) -> None:
        session = self._rounds.session
        over = session is not None and session.over and self._rounds.day
        shown = self.played(session) if over and session else self.view(here)
        if isinstance(shown, DayView):
            self.to_copy = self._copied = shown.text

    def _date(self) -> str:
        day = local_day(self._now())
        return date.fromordinal(day).isoformat() if day else UNREADABLE_DAY

    def _key(self, face: PackFace) -> str:
        """Return under what the day's cards are kept: another watch point has other cards."""
        return f"{self._date()} {face.ladder[self._point(face)].id}"

    def _point(self, face: PackFace) -> int:
        return face.ladder.watch_point(self._progress.watch_point(face.id))

    def _tier(self, face: PackFace) -> TierTag:
        return tier_tag(face.ladder, self._point(face))

    def _row(self, face: PackFace) -> DayRow:
        key = self._key(face)
        run = self._progress.days_run(face.id, key)
        marks = self._marks(face, run) if run else ()
        return DayRow(face.id, face.title, self._tier(face), self._stands(face, key), marks)

    def _stands(self, face: PackFace, key: str) -> str:
        run = self._progress.open_run(face.id, day=key)
        saved = summary(run.state) if run else None
        if saved:
            return saved[1]
        deck = self._shelf.deck(face.id, self._point(face))
        count = daily.size(deck, self._progress.left_out(face.id))
        return "1 card" if count == 1 else f"{count} cards"

    def _marks(self, face: PackFace, run: int) -> tuple[str, ...]:
        given = self._progress.answers(face.id)
        return tuple(one.verdict for one in given if one.run == run and one.verdict in daily.MARKS)

    def _went(
        self,
        face: PackFace,
        tier: TierTag,
        day: str,
        marks: tuple[str, ...],
        *,
        just_played: bool = False,
    ) -> DayView:
        text = daily.copied(*self._openly(face, tier), day, marks)
        return DayView(
            pack_title=face.title,
            day=told(day),
            tier=tier,
            marks=marks,
            right=marks.count("right"),
            text=text,
            just_played=just_played,
            copied=text == self._copied,
        )

    def _openly(self, face: PackFace, tier: TierTag) -> tuple[str, str]:
        """Return a pack and a tier as anybody may read of them: a sequel's name gives much away."""
        if not face.follows:
            return face.title, tier.label
        before = self._shelf.face(face.follows)
        return f"What follows {before.title}" if before else "A sequel", ""


def told(day: str) -> str:
    """Return a day (YYYY-MM-DD) in words."""
    return in_words(date.fromisoformat(day))
