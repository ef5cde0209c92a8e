"""The round being played: dealt, saved at every change, taken up again."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from quizgame.domain import daily, rules
from quizgame.domain import intents as want
from quizgame.domain.desk import Ending, Outcome
from quizgame.domain.packs import PackFace, SealedPack
from quizgame.domain.session import Session, begin, step
from quizgame.domain.settings import Settings
from quizgame.services.shelf import Shelf
from quizgame.storage import runrecord
from quizgame.storage.kept import DAILY, OpenRun, SavedAnswer
from quizgame.storage.progress import Progress
from quizgame.storage.runsummary import AT_NO_END, Ends, saved_tier

SOUNDS: Mapping[Ending, str] = {
    Ending.RIGHT: "right",
    Ending.HALF: "right",
    Ending.WRONG: "wrong",
    Ending.TIMEOUT: "wrong",
    Ending.SKIPPED: "pick",
}
LEFT = "left"
"""The verdict kept of a card that was shown and never answered: it has been seen."""
AWAY = "The pack of that game is not here now. The game is kept; bring the pack back to go on."
OTHERWISE = "The tiers of that game’s pack are called otherwise now. The game is kept."
GONE = "That game could not be taken up again: no card of it can be asked."


class Rounds:
    """At most one round at a time. `now` gives seconds since 1970, `dice` a seed for each round."""

    def __init__(
        self,
        shelf: Shelf,
        progress: Progress,
        *,
        now: Callable[[], float],
        dice: Callable[[], int],
    ) -> None:
        self._shelf = shelf
        self._progress = progress
        self._now = now
        self._dice = dice
        self._run = 0
        self._follows: Ends = ()
        self.session: Session | None = None
        self.day = ""
        """Of which day, and from which tier, the cards are; empty where it is a plain round."""
        self.sounds: list[str] = []

    def deal(self, face: PackFace, point: int, settings: Settings) -> bool:
        """Begin a round at a watch point; False when themes left out leave no card to ask."""
        deck, left_out = self._shelf.deck(face.id, point), self._progress.left_out(face.id)
        if not deck.without(left_out).cards:
            return False
        self._follows = self._stories_before(face)
        self._note_card_left(face)
        history = {
            card_id: rules.CardHistory(past.seen, past.last_verdict != Ending.RIGHT.value)
            for card_id, past in self._progress.history(face.id).items()
        }
        self.session = begin(
            deck,
            history,
            left_out=left_out,
            length=settings.number("round_length"),
            clock=settings.number("clock"),
            seed=self._dice(),
        )
        state = self._record(self.session)
        self._run, self.day = self._progress.begin_run(face.id, state, self._now()), ""
        return True

    def deal_day(self, face: PackFace, day: str) -> bool:
        """Begin the day's cards, kept as `day`: YYYY-MM-DD, a space, the tier; False with none."""
        point = face.ladder.watch_point(self._progress.watch_point(face.id))
        deck, left_out = self._shelf.deck(face.id, point), self._progress.left_out(face.id)
        if not daily.size(deck, left_out):
            return False
        self._follows = self._stories_before(face)
        self.session = daily.begin(deck, day.split(maxsplit=1)[0], left_out)
        state, at = self._record(self.session), self._now()
        self._run = self._progress.begin_run(face.id, state, at, way=DAILY, day=day)
        self.day = day
        return True

    def take_up(self, run: OpenRun) -> str:
        """Take up a saved round; return why not, or nothing when it stands again."""
        face = self._shelf.take(run.pack_id)
        if face is None:
            # It may only be away, or broken for the moment: the game is kept until it is back.
            return AWAY
        if saved_tier(run.state) not in {tier.id for tier in face.ladder.tiers}:
            return OTHERWISE
        session = self._read(face, run.state)
        if session is None:
            self._progress.give_up_run(run.id, self._now())
            return GONE
        paused = bool(session.clock) and not session.revealed
        self.session, self._run = replace(session, paused=paused), run.id
        self.day = run.day
        self._follows = self._stories_before(face)
        return ""

    def play(self, intent: want.CardIntent) -> None:
        """Carry out an intent on the card, and save what came of it."""
        before = self.session
        if before is None:
            return
        after, answers = step(before, intent)
        if after == before:
            return
        self.session = after
        self._save(before, after, intent, answers)

    @property
    def run(self) -> int:
        """The number of the round last played; 0 when there was none."""
        return self._run

    @property
    def reported(self) -> bool:
        """Whether this person has reported the card on the screen."""
        session = self.session
        return session is not None and session.card.id in self._progress.reported(
            session.deck.face.id
        )

    def report(self) -> None:
        """Report the card just answered to its author, or withdraw the report."""
        session = self.session
        if session is None or not session.revealed or session.over:
            return
        pack, card = session.deck.face.id, session.card.id
        if self.reported:
            self._progress.withdraw_report(pack, card)
        else:
            self._progress.report(pack, card, self._now())

    def reread(self) -> None:
        """Go on at the same card with the pack as it is now, where that can be done."""
        before = self.session
        face = self._shelf.face(before.deck.face.id) if before and not before.over else None
        if before is None or face is None:
            return
        self._follows = self._stories_before(face)
        after = self._read(face, self._record(before))
        if after is not None:
            self.session = replace(after, paused=before.paused)

    def loses(self, pack: SealedPack) -> bool:
        """Tell whether a pack lacks a card of the round under way."""
        session = self.session
        if session is None or session.deck.face.id != pack.face.id:
            return False
        return not {dealt.card_id for dealt in session.dealt} <= {card.id for card in pack.cards}

    def leave(self) -> None:
        """Put the round away as it stands."""
        if self.session and not self.session.over and self._run:
            self._progress.save_run(self._run, self._record(self.session))
        self.session = None

    def _record(self, session: Session) -> str:
        return runrecord.to_json(session, self._follows)

    def _stories_before(self, face: PackFace) -> Ends:
        """Return the packs of the stories before a sequel, each with the id of its end."""
        ends: dict[str, str] = {}
        while face.follows and face.follows not in ends:
            before = self._shelf.face(face.follows)
            ends[face.follows] = before.ladder[before.ladder.top].id if before else AT_NO_END
            face = before or replace(face, follows="")
        return tuple(ends.items())

    def _read(self, face: PackFace, state: str) -> Session | None:
        """Return a saved round, never dealt further than this person's watch point is now."""
        point = face.ladder.watch_point(self._progress.watch_point(face.id))
        dealt_at = face.ladder.watch_point(saved_tier(state))
        if dealt_at > point:
            return None
        left_out = self._progress.left_out(face.id)
        return runrecord.from_json(state, self._shelf.deck(face.id, dealt_at), left_out)

    def _note_card_left(self, face: PackFace) -> None:
        """Keep that the card on which the pack's open round was left has been seen."""
        run = self._progress.open_run(face.id)
        session = self._read(face, run.state) if run else None
        if run and session and not session.revealed:
            seen = Outcome(session.card.id, Ending.SKIPPED, None, 0, 0.0, session.streak)
            self._keep(run.id, session, seen, verdict=LEFT)

    def _save(
        self,
        before: Session,
        after: Session,
        intent: want.CardIntent,
        answers: tuple[Outcome, ...],
    ) -> None:
        for outcome in answers:
            self.sounds.append(SOUNDS[outcome.ending])
            self._keep(self._run, after, outcome, verdict=outcome.ending.value)
        if after.over:
            self.sounds.append("end")
            self._progress.end_run(self._run, self._now())
        elif not answers and _worth_saving(before, after, intent):
            self._progress.save_run(self._run, self._record(after))

    def _keep(self, run: int, session: Session, outcome: Outcome, *, verdict: str) -> None:
        answer = SavedAnswer(
            card_id=outcome.card_id,
            verdict=verdict,
            points=outcome.points,
            seconds=outcome.seconds,
            at=self._now(),
        )
        state = self._record(session)
        self._progress.save_answer(run, session.deck.face.id, answer, state)


def _worth_saving(before: Session, after: Session, intent: want.CardIntent) -> bool:
    """Tell whether a change is saved at once: the clock only by whole seconds."""
    if isinstance(intent, want.Tick):
        return bool(after.clock) and int(before.desk.seconds) != int(after.desk.seconds)
    return True
