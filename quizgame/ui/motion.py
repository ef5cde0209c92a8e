"""What of a page passes with time: a ticket slides in, a curtain is drawn aside, a notice goes."""

from quizgame.domain import views
from quizgame.domain.notices import Notice
from quizgame.ui.ops import Curtain
from quizgame.ui.screenmap import ARRIVING, name_of, opens

ARRIVAL = 0.22
"""Seconds a ticket takes to slide in."""
OPENING = 0.35
"""Seconds a curtain takes to be drawn aside."""
NOTICED = 6.0
"""Seconds for which a notice stands that does not last."""


class Motion:
    """Keeps when a page came; times are in seconds, and `calm` is who wants no motion."""

    def __init__(self) -> None:
        self._arrived = -ARRIVAL
        self._opened = -OPENING

    def begin(self, before: views.View, after: views.View, now: float, *, calm: bool) -> None:
        """Take note that one page has followed another."""
        if name_of(after) in ARRIVING and not calm:
            self._arrived = now
        self._opened = now if opens(before, after) else -OPENING

    def over(self, now: float) -> bool:
        """Tell whether all has come to rest."""
        return now >= max(self._arrived + ARRIVAL, self._opened + OPENING)

    def arriving(self, now: float) -> float:
        """Return how far a ticket still has to slide, 1 to 0."""
        gone = min(1.0, max(0.0, (now - self._arrived) / ARRIVAL))
        return (1 - gone) ** 3

    def curtain(self, now: float, size: tuple[int, int]) -> tuple[Curtain, ...]:
        """Return the halves of a curtain that is being drawn aside, if one is."""
        gone = (now - self._opened) / OPENING
        if gone >= 1:
            return ()
        w, h = size
        half = (w + 1) // 2
        aside = round(half * (1 - (1 - gone) ** 3))
        left, right = (-aside, 0, half, h), (w - half + aside, 0, half, h)
        return Curtain(left, "shut"), Curtain(right, "shut")


class Noticing:
    """Keeps the notice that was given last, and since when it has stood."""

    def __init__(self) -> None:
        self._notice: Notice | None = None
        self._since = 0.0

    def give(self, notice: Notice | None, now: float) -> None:
        """Take a notice, or that there is none; the same one again stands no longer for that."""
        if notice != self._notice:
            self._notice, self._since = notice, now

    def standing(self, now: float) -> Notice | None:
        """Return the notice that is to be seen, if any."""
        notice = self._notice
        fresh = notice is not None and (notice.lasting or now - self._since < NOTICED)
        return notice if fresh else None
