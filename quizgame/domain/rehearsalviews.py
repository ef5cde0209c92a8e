"""What is shown at the end of a rehearsal."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RehearsedView:
    """How a rehearsal went: `marks` hold one word a card, in order; none where nothing was due.

    `due` cards are left for today. The next are due `following` ("tomorrow", "in 3 days"), so
    many as `count`; empty where none are.
    """

    marks: tuple[str, ...]
    right: int
    due: int
    following: str
    count: int
