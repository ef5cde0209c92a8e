"""Presses left over from the page before: what a page that has just come does not hear."""

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.ui import actions
from quizgame.ui.actions import Action
from quizgame.ui.scene import Scene

DEAF: dict[str, float] = {
    "AskView": 0.5,
    "ResultsView": 0.4,
    "ReviewView": 0.4,
    "RevealView": 0.25,
    "SealedView": 0.4,
    "OpeningView": 0.4,
    "HandoverView": 0.8,
    "NothingView": 0.5,
    "SureView": 0.4,
    "TableResultsView": 0.4,
}
"""Seconds in which a page that has just come hears no press.

The second half of a double click, or of an Enter pressed twice, comes within them: it would answer
a card, start a round or turn an answer away before anybody has read it. Longer than people take to
press twice, shorter than they take to read; an answer is no loss, so it is let go of sooner. What
opens the curtain is still held down when the card comes: it may not answer it either.
"""
RAN_OUT = 0.8
"""Seconds for an answer that comes by itself, under the finger that was about to hand one in."""
HARMLESS: tuple[want.Intent | None, ...] = (want.Pause(), want.Back(), want.Go("table"))
"""What may be asked for at once: it pauses or leaves, and nothing is lost by it."""


def deaf_for(view: views.View) -> float:
    """Return the seconds in which this page hears no press when it comes."""
    if isinstance(view, views.RevealView) and view.ending == "timeout":
        return RAN_OUT
    return DEAF.get(type(view).__name__, 0.0)


def presses(action: Action, scene: Scene, focus: str) -> bool:
    """Tell whether an action would do something that a press left over from before may not do."""
    match action:
        case actions.Confirm():
            target = scene.target(focus)
        case actions.Press(x, y):
            target = scene.at(x, y)
        case actions.Shortcut(name):
            return scene.shortcuts.get(name) not in HARMLESS
        case _:
            return False
    return target is not None and target.intent not in HARMLESS
