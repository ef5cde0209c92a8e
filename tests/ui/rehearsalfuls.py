"""Views of a rehearsal: a card, its answer with ratings and without, the end; a day's card."""

from collections.abc import Iterator
from dataclasses import replace

from quizgame.domain import views
from quizgame.domain.rehearsalviews import RehearsedView
from quizgame.services import days
from quizgame.services.rehearsing import NAME
from tests.ui import screenfuls

MARKS = ("right", "right", "wrong", "half", "right", "skipped", "right", "right")
RATINGS = ((2, "Hard", "tomorrow"), (3, "Good", "in 12 days"), (4, "Easy", "in 1,204 days"))


def every_page() -> Iterator[tuple[str, views.View]]:
    """Yield each page by name."""
    for name, view in screenfuls.every_page():
        if isinstance(view, views.AskView) and name.startswith("question-"):
            board = replace(view.board, scored=False, of=NAME)
            stub = replace(view.stub, worth=0)
            asked = replace(view, board=board, stub=stub, clock=None, can_halve=False, fifties=0)
            yield f"rehearse-{name.removeprefix('question-')}", asked
            if name == "question-singlechoice":
                of_the_day = replace(view.board, score=12_450, streak=4, of=days.NAME)
                yield "day-asked", replace(view, board=of_the_day)
        if isinstance(view, views.RevealView) and name in {
            "reveal-singlechoice",
            "reveal-putinorder",
        }:
            shown = replace(
                view,
                board=replace(view.board, scored=False, of=NAME),
                stub=replace(view.stub, worth=0),
                row="it comes back in 12 days",
                rehearsed=True,
            )
            kind = name.removeprefix("reveal-")
            yield f"rehearsed-{kind}", shown
            yield f"rated-{kind}", replace(shown, row="", ratings=RATINGS)
            again = ((1, "Again", "tomorrow"),)
            yield f"rated-again-{kind}", replace(shown, ending="wrong", row="", ratings=again)
    board = views.Scoreboard(3, ("right", "wrong", "now", "ahead"), 0, 0, scored=False, of=NAME)
    yield "rehearse-pause", views.PauseView(board)
    yield "rehearsed", RehearsedView(MARKS, 5, 12, "tomorrow", 3)
    yield "rehearsed-all", RehearsedView(MARKS * 5, 25, 0, "in 3 days", 1)
    yield "rehearsed-none", RehearsedView((), 0, 0, "", 0)
    yield "rehearsed-later", RehearsedView((), 0, 0, "in 2 days", 14)
