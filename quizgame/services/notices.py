"""What the player is told beside the page: one notice at a time."""

from quizgame.domain.intents import Intent
from quizgame.domain.notices import Notice


class Notices:
    """The notice that stands, if any."""

    def __init__(self) -> None:
        self.notice: Notice | None = None
        self._number = 0

    def tell(
        self, text: str, offer: str = "", intent: Intent | None = None, *, lasting: bool = False
    ) -> None:
        """Tell something in place of what was told before."""
        self._number += 1
        self.notice = Notice(text, self._number, offer, intent, lasting)

    def take_down(self) -> None:
        """Tell nothing any more: it was told to somebody else."""
        self.notice = None
