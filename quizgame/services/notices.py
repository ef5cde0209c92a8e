"""What the player is told beside the page: one notice at a time."""

from quizgame.domain.intents import Intent
from quizgame.domain.notices import Notice


class Notices:
    """The notice that stands, if any."""

    def __init__(self) -> None:
        self.notice: Notice | None = None

    def tell(
        self, text: str, offer: str = "", intent: Intent | None = None, *, lasting: bool = False
    ) -> None:
        """Tell something in place of what was told before."""
        number = self.notice.number + 1 if self.notice else 1
        self.notice = Notice(text, number, offer, intent, lasting)
