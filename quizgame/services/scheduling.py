"""When a card is to be rehearsed: the answers given so far are the log that fsrs reckons from.

Nothing of it is kept anywhere. With its dice off the same answers give the same days, so what is
forgotten of the answers is forgotten here.
"""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from quizgame.storage.kept import Answered

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
RATED = {"right": GOOD, "half": HARD, "wrong": AGAIN, "timeout": AGAIN}
"""What an answer is taken for where nobody has rated it; what was skipped is no answer."""
LONGEST_DAYS = 3650
_SLIP = timedelta(days=1)
"""By so much a clock may be set back and what was learnt still counts."""
Key = tuple[str, str]
"""A card: the ids of its pack and its own."""


class Schedule:
    """When each card that was answered is due, in seconds since 1970.

    Answers that come one after the other are reckoned once; anything else begins from the first.
    """

    def __init__(self) -> None:
        self._scheduler: Scheduler | None = None
        self._cards: dict[Key, Card] = {}
        self._read: tuple[Answered, ...] = ()

    def due(self, answers: tuple[Answered, ...]) -> dict[Key, float]:
        """Return by card when it is due, after these answers in the order they were given."""
        if answers[: len(self._read)] != self._read:
            self._cards.clear()
            self._read = ()
        for answer in answers[len(self._read) :]:
            self._learn(answer)
        self._read = answers
        return {key: card.due.timestamp() for key, card in self._cards.items()}

    def after(self, key: Key, rating: int, at: float) -> float:
        """Return when a card would be due if it were answered at a time and rated so."""
        card = self._reviewed(self._cards.get(key), rating, at)
        return card.due.timestamp() if card else at

    def _learn(self, answer: Answered) -> None:
        rating = answer.rating or RATED.get(answer.verdict)
        key = answer.pack_id, answer.card_id
        if rating and (card := self._reviewed(self._cards.get(key), rating, answer.at)):
            self._cards[key] = card

    def _reviewed(self, card: "Card | None", rating: int, at: float) -> "Card | None":
        """Return a card after an answer; None where a clock gone astray names no time there is.

        An answer that comes long before the one before it shows that the clock was wrong: of when
        the card was learnt nothing is known then, and it begins anew.
        """
        from fsrs import Card, Rating  # noqa: PLC0415 (only who rehearses waits for it)

        try:
            when = datetime.fromtimestamp(at, UTC)
            last = card.last_review if card else None
            if last and when < last - _SLIP:
                card, last = None, None
            before = card or Card(card_id=0, due=when)
            # One that was set right by a little must not make an answer come before another.
            when = max(when, last or when)
            return self._fsrs.review_card(before, Rating(rating), when)[0]
        except (ValueError, OverflowError, OSError):
            return card

    @property
    def _fsrs(self) -> "Scheduler":
        if self._scheduler is None:
            from fsrs import Scheduler  # noqa: PLC0415

            # No steps of minutes: what is missed comes once more in the same sitting, by itself.
            self._scheduler = Scheduler(
                learning_steps=(),
                relearning_steps=(),
                maximum_interval=LONGEST_DAYS,
                enable_fuzzing=False,
            )
        return self._scheduler
