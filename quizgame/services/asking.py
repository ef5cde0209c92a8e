"""A question to everyone at the table before something is done that cannot be undone."""

from collections.abc import Callable

from quizgame.domain import intents as want
from quizgame.domain.tableviews import SureView
from quizgame.services.trail import Place, Trail

SURE = Place("sure")


class Asking:
    """Holds the question that is asked, and what saying yes to it does."""

    def __init__(self) -> None:
        self.view: SureView | None = None
        self._yes: Callable[[], Trail] | None = None
        self._no: Callable[[], None] | None = None

    def ask(
        self,
        view: SureView,
        yes: Callable[[], Trail],
        trail: Trail,
        no: Callable[[], None] | None = None,
    ) -> Trail:
        """Ask, and return the trail to the question; `no` is done before going back."""
        self.view, self._yes, self._no = view, yes, no
        return (*trail, SURE)

    def answered(self, intent: want.Intent, trail: Trail) -> Trail:
        """Return the trail after an answer; anything but yes or no leaves the question there."""
        if intent not in {want.Agree(), want.Back()}:
            return trail
        yes, no = self._yes, self._no
        self.view = self._yes = self._no = None
        if yes and intent == want.Agree():
            return yes()
        if no:
            no()
        return trail[:-1]
