"""Rehearsal: what is due today in the decks of the one who plays, asked and answered.

Nothing of it is kept but the answers. Taken up again it is reckoned anew, and the first card that
is due stands there as it did.
"""

from collections.abc import Callable
from dataclasses import dataclass

from quizgame.domain import intents as want
from quizgame.domain import rehearsal as rehearsals
from quizgame.domain import views
from quizgame.domain.desk import Ending, Outcome
from quizgame.domain.gate import Deck
from quizgame.domain.rehearsal import Rehearsal
from quizgame.domain.rehearsalviews import RehearsedView
from quizgame.domain.settings import Settings
from quizgame.services import cardviews, pages
from quizgame.services.dates import local_day
from quizgame.services.projector import Projector
from quizgame.services.rounds import SOUNDS
from quizgame.services.scheduling import RATED, Key, Schedule
from quizgame.services.shelf import Shelf
from quizgame.services.trail import Place, Trail
from quizgame.storage.kept import REHEARSAL, Answered, SavedAnswer
from quizgame.storage.progress import Progress

PAGE, NAME = "rehearsal", "Rehearsal"
DAY = 86_400
OPENS = frozenset({"title", "progress", PAGE})
"""Where a rehearsal can be begun."""
Ratings = tuple[tuple[int, str, str], ...]
RATINGS = ((1, "Again"), (2, "Hard"), (3, "Good"), (4, "Easy"))


@dataclass(frozen=True, slots=True)
class _Due:
    """The decks there are, the cards due today, soonest first, and when the next are."""

    decks: dict[str, Deck]
    today: tuple[tuple[Key, float], ...]
    later: tuple[float, ...]


class Rehearsing:
    """Holds the rehearsal under way, if any. `now` gives seconds since 1970."""

    def __init__(  # noqa: PLR0913 (what there is to rehearse with)
        self,
        shelf: Shelf,
        progress: Progress,
        projector: Projector,
        sounds: list[str],
        *,
        now: Callable[[], float],
        settings: Callable[[], Settings],
    ) -> None:
        self._shelf = shelf
        self._progress = progress
        self._projector = projector
        self._sounds = sounds
        self._now = now
        self._settings = settings
        self._schedules: dict[int, Schedule] = {}
        self._rehearsal: Rehearsal | None = None
        self._answer = 0
        self._said: tuple[str, Ratings] | None = None
        self._end: RehearsedView | None = None

    @property
    def under_way(self) -> Rehearsal | None:
        """The rehearsal that was begun last, if it was not left."""
        return self._rehearsal

    # -- what is due -------------------------------------------------------------------------

    def due_today(self) -> int:
        """Return how many cards are due today, no more than are wanted a day."""
        return len(self._due().today)

    def _due(self) -> _Due:
        answers = self._progress.answers()
        decks = self._decks({one.pack_id for one in answers})
        now, today = self._now(), local_day(self._now())
        times = self._schedule.due(answers)
        known = sorted(
            (at, key) for key, at in times.items() if key[0] in decks and key[1] in decks[key[0]]
        )
        due = [(key, at) for at, key in known if _by(at, today, now)]
        rehearsed = _rehearsed(answers, decks, today)
        wanted = self._settings().number("rehearsal_cards")
        most = max(0, wanted - rehearsed)
        # What is too much for today waits for tomorrow, and there is no more of it then.
        waiting = (now + DAY,) * min(wanted, len(due) - most)
        later = (*waiting, *(at for at, _ in known if not _by(at, today, now)))
        return _Due(decks, tuple(due[:most]), later)

    @property
    def _schedule(self) -> Schedule:
        return self._schedules.setdefault(self._progress.who, Schedule())

    def _decks(self, packs: set[str]) -> dict[str, Deck]:
        """Return this person's decks of packs that were played, less the themes left out."""
        faces = [one for one in pages.faces(self._shelf, self._progress) if one.id in packs]
        found = {}
        for face in faces:
            said = face.ladder.watch_point(self._progress.watch_point(face.id))
            deck = self._shelf.deck(face.id, said)
            found[face.id] = deck.without(self._progress.left_out(face.id))
        return found

    # -- what is wanted ----------------------------------------------------------------------

    def send(self, intent: want.Intent, trail: Trail) -> Trail | None:
        """Return the trail after an intent; None when it is not for this."""
        # What is said of days is reckoned once, however often it is looked at.
        self._said = self._end = None
        if intent == want.Go(PAGE) and trail[-1].page in OPENS:
            self._begin()
            return (*trail, Place(PAGE)) if trail[-1].page != PAGE else trail
        if trail[-1].page != PAGE or self._rehearsal is None:
            return None
        match intent:
            case want.Go("help"):
                return None
            case want.Go("title") | want.Back() if self._left(intent):
                self._rehearsal = None
                return trail[:-1]
            case want.Back():
                paused = self._rehearsal.paused
                return self._play(want.Resume() if paused else want.Pause(), trail)
            case want.Rate(rating) if rating in self._offered(self._rehearsal):
                self._progress.rate(self._answer, rating)
                return self._play(want.Next(), trail)
            case want.Interrupt():
                return trail
            case _ if isinstance(intent, want.CardIntent):
                return self._play(intent, trail)
            case _:
                return None

    def _left(self, intent: want.Intent) -> bool:
        """Tell whether going back leaves the rehearsal: not in the middle of a card."""
        there = self._rehearsal
        return intent != want.Back() or there is None or there.over or there.revealed

    def _begin(self) -> None:
        due = self._due()
        cards = [(pack, card, f"{card}:{at:.0f}") for (pack, card), at in due.today]
        self._rehearsal = rehearsals.begin(due.decks, cards)
        self._answer = 0

    def _play(self, intent: want.CardIntent, trail: Trail) -> Trail:
        if self._rehearsal is None:
            return trail
        asked = None if self._rehearsal.over else self._rehearsal.asked
        self._rehearsal, outcome = rehearsals.step(self._rehearsal, intent)
        if outcome and asked:
            self._keep(asked.pack_id, outcome)
        elif self._rehearsal.over:
            self._sounds.append("end")
        return trail

    def _keep(self, pack_id: str, outcome: Outcome) -> None:
        self._sounds.append(SOUNDS[outcome.ending])
        self._answer = 0
        if outcome.ending is not Ending.SKIPPED:
            verdict, at = outcome.ending.value, self._now()
            answer = SavedAnswer(outcome.card_id, verdict, 0, outcome.seconds, at)
            self._answer = self._progress.rehearse(pack_id, answer)

    # -- what to show ------------------------------------------------------------------------

    def view(self, place: Place) -> views.View | None:
        """Return the card, its answer, or how the rehearsal went; None if this is none."""
        there = self._rehearsal
        if place.page != PAGE or there is None:
            return None
        if there.over:
            self._end = self._end or self._went(there)
            return self._end
        if there.paused:
            return views.PauseView(_board(there), self._progress.kept)
        return self._revealed(there) if there.revealed else self._asked(there)

    def _asked(self, there: Rehearsal) -> views.AskView:
        lit = self._projector.shown(there.deck.face.id, there.card)
        return views.AskView(
            board=_board(there),
            stub=cardviews.stub(there.deck, there.card, 0, answered=False),
            stem=there.card.stem,
            body=cardviews.body(there.card, there.desk),
            fifties=0,
            can_halve=False,
            can_submit=there.can_submit,
            picture=lit.picture,
            sound=lit.sound,
        )

    def _revealed(self, there: Rehearsal) -> views.RevealView:
        outcome, card = there.outcomes[-1], there.card
        lit = self._projector.shown(there.deck.face.id, card)
        if self._said is None:
            self._said = self._comes_back(there, outcome), self._ratings(there)
        return views.RevealView(
            board=_board(there),
            stub=cardviews.stub(there.deck, card, 0, answered=True),
            stem=card.stem,
            marks=cardviews.marks(card, there.asked.dealt.order, outcome),
            ending=outcome.ending.value,
            points=0,
            row=self._said[0],
            why=card.why,
            cited=cardviews.cited(there.deck, card),
            last=there.at + 1 == len(there.queue),
            told=cardviews.told(card, outcome),
            kept=self._progress.kept,
            rehearsed=True,
            ratings=self._said[1],
            picture=lit.picture,
            sound=lit.sound,
        )

    def _comes_back(self, there: Rehearsal, outcome: Outcome) -> str:
        if outcome.ending is Ending.SKIPPED:
            return "it stays due"
        if outcome.ending is Ending.WRONG and not there.asked.again:
            return "it comes once more before the end"
        if self._settings().on("rehearsal_ratings"):
            return ""
        at = self._schedule.due(self._progress.answers()).get(_key(there))
        return f"it comes back {self._when(at)}" if at else ""

    def _offered(self, there: Rehearsal) -> dict[int, str]:
        """Return how the answer on the screen can be rated: the words by number."""
        if not there.revealed or not self._settings().on("rehearsal_ratings"):
            return {}
        match there.outcomes[-1].ending:
            case Ending.SKIPPED:
                return {}
            case Ending.WRONG:
                return dict(RATINGS[:1])
            case _:
                return dict(RATINGS[1:])

    def _ratings(self, there: Rehearsal) -> Ratings:
        """Return what an answer can be rated: number, word, and when the card then comes back."""
        if not (offered := self._offered(there)):
            return ()
        before = tuple(one for one in self._progress.answers() if one.id != self._answer)
        schedule, at = Schedule(), self._now()
        own = tuple(one for one in before if (one.pack_id, one.card_id) == _key(there))
        schedule.due(own)
        return tuple(
            (rating, word, self._when(schedule.after(_key(there), rating, at)))
            for rating, word in offered.items()
        )

    def _when(self, at: float) -> str:
        """Return when that is, in words, from today on."""
        today, day = local_day(self._now()), local_day(at)
        days = day - today if day is not None and today is not None else 0
        return {0: "today", 1: "tomorrow"}.get(max(0, days), f"in {days:,} days")

    def _went(self, there: Rehearsal) -> RehearsedView:
        due = self._due()
        marks = tuple(outcome.ending.value for outcome in there.outcomes)
        following = self._when(due.later[0]) if due.later else ""
        return RehearsedView(
            marks=marks,
            right=marks.count(Ending.RIGHT.value),
            due=len(due.today),
            following=following,
            count=sum(self._when(at) == following for at in due.later),
        )


def _key(there: Rehearsal) -> Key:
    return there.asked.pack_id, there.asked.dealt.card_id


def _board(there: Rehearsal) -> views.Scoreboard:
    ended = tuple(outcome.ending.value for outcome in there.outcomes)
    now = () if there.revealed or there.over else ("now",)
    ahead = ("ahead",) * (len(there.queue) - len(ended) - len(now))
    number = min(there.at + 1, len(there.queue))
    return views.Scoreboard(number, ended + now + ahead, 0, 0, scored=False, of=NAME)


def _by(at: float, today: int | None, now: float) -> bool:
    """Tell whether a time is past, or later on the day that is today."""
    if at <= now:
        return True
    day = local_day(at)
    return day is not None and today is not None and day <= today


def _rehearsed(answers: tuple[Answered, ...], decks: dict[str, Deck], today: int | None) -> int:
    """Return how many cards were rehearsed today; one that came again counts once."""
    return len(
        {
            (one.pack_id, one.card_id)
            for one in answers
            if one.way == REHEARSAL
            and one.verdict in RATED
            and one.pack_id in decks
            and one.card_id in decks[one.pack_id]
            and local_day(one.at) == today
        }
    )
