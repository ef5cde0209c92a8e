"""Progress and awards: what comes of a person's answers to the cards in their decks, as pages.

Nothing of it is kept anywhere. A pack is there for as long as one of its cards in the deck was
answered: how far this person has watched now decides, not how far they once had.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from quizgame.domain import awards, tallies, views
from quizgame.domain import intents as want
from quizgame.domain.gate import Deck
from quizgame.domain.progressviews import (
    AwardRow,
    AwardsView,
    Beside,
    HardCard,
    Mastered,
    Numbers,
    PackTab,
    ProgressView,
)
from quizgame.domain.tags import tier_tag
from quizgame.domain.tallies import Answer
from quizgame.services import pages
from quizgame.services.dates import in_words, local_day
from quizgame.services.shelf import Shelf
from quizgame.services.trail import TITLE, Place, Trail
from quizgame.storage.progress import Progress

PROGRESS, AWARDS = "progress", "awards"
PAGES = frozenset({PROGRESS, AWARDS})
LEAFING = want.Go | want.Back | want.ChoosePack
"""What changes nothing that these pages tell of, where it is asked for on one of them."""
REST = "The rest is behind the curtain until you have {done} further."
ALL = "You have {done} it all: no curtain is left here."
YOU, GUEST = "You", "Guest"
HARDNESS = {1: "Easy", 2: "Medium", 3: "Hard"}
TIMES = {1: "once", 2: "twice"}


@dataclass(frozen=True, slots=True)
class _Known:
    """A person's decks by pack, what they are told of in last, and the answers to their cards."""

    decks: dict[str, Deck]
    answers: tuple[Answer, ...]


class ProgressPages:
    """Shows how far a person has come. `now` gives seconds since 1970, `day_of` the day here.

    `due` gives how many cards are to be rehearsed today, None where that is not known.
    """

    def __init__(
        self,
        shelf: Shelf,
        progress: Progress,
        *,
        now: Callable[[], float],
        day_of: tallies.DayOf = local_day,
        due: Callable[[], int | None] = lambda: None,
    ) -> None:
        self._shelf = shelf
        self._progress = progress
        self._now = now
        self._day_of = day_of
        self._due = due
        self._cut: dict[str, tuple[object, Deck]] = {}
        self._edition = 0
        self._looked: _Known | None = None
        self._made: dict[Place, views.View] = {}
        self._won: dict[int, tuple[str, ...]] = {}

    # -- going about -------------------------------------------------------------------------

    def hear(self, intent: want.Intent, here: Place) -> None:
        """Reckon anew when a page is next looked at, unless one only leafs about here."""
        if here.page not in PAGES or not isinstance(intent, LEAFING):
            self._forget()

    def _forget(self) -> None:
        self._looked = None
        self._made.clear()
        self._won.clear()

    def send(self, intent: want.Intent, trail: Trail) -> Trail | None:
        """Return the trail after an intent; None when it is not for this."""
        here = trail[-1]
        match intent:
            case want.Go("progress") if here == TITLE:
                return (*trail, Place(PROGRESS))
            case want.Go("awards") if here.page == PROGRESS:
                return (*trail, Place(AWARDS))
            case want.ChoosePack(pack_id) if here.page == PROGRESS:
                return (*trail[:-1], Place(PROGRESS, pack_id))
            case _:
                return None

    def view(self, place: Place) -> views.View | None:
        """Return one of these pages, or None if this is none."""
        if place.page not in PAGES:
            return None
        self._look()
        if place not in self._made:
            made = self._awards() if place.page == AWARDS else self._standing(place.pack_id)
            self._made[place] = made
        return self._made[place]

    def won_in(self, run: int) -> tuple[str, ...]:
        """Return the names of the awards that an answer of this run has won."""
        self._look()
        if run not in self._won:
            won = self._all_won()
            self._won[run] = tuple(
                award.name
                for award in awards.AWARDS
                if award.id in won and won[award.id].answer.run == run
            )
        return self._won[run]

    # -- what is known -----------------------------------------------------------------------

    def _look(self) -> None:
        """Let go of what was reckoned when what lies on the shelf has changed."""
        self._shelf.faces()
        if self._edition != self._shelf.edition:
            self._edition = self._shelf.edition
            self._cut.clear()
            self._forget()

    @property
    def _known(self) -> _Known:
        if self._looked is None:
            answers = self._progress.answers()
            played = {answer.pack_id for answer in answers}
            decks = {
                face.id: self._deck(face.id)
                for face in pages.faces(self._shelf, self._progress)
                if face.id in played
            }
            self._looked = _Known(decks, tallies.told(answers, decks))
        return self._looked

    def _deck(self, pack_id: str) -> Deck:
        """Return what this person may be asked of a pack, less the themes they leave out."""
        progress, face = self._progress, self._shelf.face(pack_id)
        point = face.ladder.watch_point(progress.watch_point(pack_id)) if face else 0
        left_out = progress.left_out(pack_id)
        cut = self._cut.get(pack_id)
        if cut is None or cut[0] != (point, left_out):
            cut = (point, left_out), self._shelf.deck(pack_id, point).without(left_out)
            self._cut[pack_id] = cut
        return cut[1]

    def _all_won(self) -> dict[str, awards.Won]:
        """Return what has been won; leaving a theme out from now on takes no award away."""
        known = self._known.decks
        whole = {pack: self._shelf.deck(pack, deck.watch_point) for pack, deck in known.items()}
        answers = tallies.told(self._progress.answers(), whole)
        return awards.won(answers, whole, self._day_of)

    # -- the pages ---------------------------------------------------------------------------

    def _name(self) -> str:
        progress = self._progress
        if progress.as_guest:
            return GUEST
        return next((who.name for who in progress.people() if who.id == progress.who), "")

    def _standing(self, pack_id: str) -> ProgressView:
        """Return the page of one pack, or of the one last played."""
        decks, answers = self._known.decks, self._known.answers
        # The one whose card was answered last comes first.
        played = list(dict.fromkeys(answer.pack_id for answer in reversed(answers)))
        if not played:
            return ProgressView(self._name())
        shown = played.index(pack_id) if pack_id in played else 0
        deck = decks[played[shown]]
        own = tallies.of_pack(answers, played[shown])
        days, today = tallies.by_day(answers, self._day_of), self._day_of(self._now()) or 1
        ladder, point = deck.face.ladder, deck.watch_point
        return ProgressView(
            name=self._name(),
            packs=tuple(PackTab(each, decks[each].face.title) for each in played),
            shown=shown,
            mastery=tuple(
                Mastered(tier_tag(ladder, tier), share)
                for tier, share in enumerate(tallies.mastery(deck, own))
            ),
            rest=(ALL if point == ladder.top else REST).format(done=deck.face.done),
            weeks=tallies.weeks(days, today),
            days=tallies.days_in_a_row(days, today),
            numbers=_numbers(answers),
            hardest=tuple(_hard(known) for known in tallies.hardest(deck, own)),
            beside=self._beside(deck, own),
            due=self._due(),
        )

    def _beside(self, deck: Deck, own: tuple[Answer, ...]) -> tuple[Beside, ...]:
        """Return how others did on the cards of this person's deck, after how they did."""
        progress, pack_id = self._progress, deck.face.id
        others = [one for one in progress.people() if one.id != progress.who and one.name]
        rows = []
        for other in others:
            answers = tallies.told(progress.answers(pack_id, person=other.id), {pack_id: deck})
            rows += _beside(other.name, answers)
        return (*_beside(YOU, own), *rows) if rows else ()

    def _awards(self) -> AwardsView:
        won = self._all_won()
        rows = tuple(
            AwardRow(
                award.sign,
                award.name,
                award.rule,
                _when(won[award.id].day) if award.id in won else "",
            )
            for award in awards.AWARDS
        )
        return AwardsView(self._name(), rows)


def _beside(name: str, answers: tuple[Answer, ...]) -> list[Beside]:
    """Return a row for who has answered anything, none for who has not."""
    last = tallies.last_verdicts(answers)
    share = tallies.right_share(last.values())
    return [] if share is None else [Beside(name, share, len(last))]


def _numbers(answers: tuple[Answer, ...]) -> Numbers:
    return Numbers(
        answers=len(answers),
        right=tallies.right_share([answer.verdict for answer in answers]),
        row=tallies.best_row(answers),
        seconds=tallies.median_seconds(answers),
    )


def _hard(known: tallies.Known) -> HardCard:
    hardness = HARDNESS[known.card.difficulty]
    missed = TIMES.get(known.missed, f"{known.missed} times")
    return HardCard(
        known.card.stem,
        f"{hardness}, missed {missed} before" if known.missed else hardness,
    )


def _when(day: int | None) -> str:
    """Return when an award was won, as far as it is known."""
    if day is None:
        return "Won"
    return in_words(date.fromordinal(day))
