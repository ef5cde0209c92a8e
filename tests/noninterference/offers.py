"""What a page offers, what of it says anew how far one has watched, and the way to the title."""

from quizgame.domain import intents as want
from quizgame.domain import tableviews, views
from quizgame.domain.intents import Intent
from quizgame.services.authoring import QUESTION
from quizgame.ui.scene import Scene

_HARMLESS = ("full_screen",)


def offered(view: views.View, scene: Scene) -> tuple[Intent, ...]:
    """Return everything a page lets a player ask for, but to stop and to claim more."""
    found = [scene.back, *scene.shortcuts.values()]
    for target in scene.targets:
        found += [target.intent, target.left, target.right]
    found += scene.slider.stops if scene.slider else ()
    return tuple(
        intent
        for intent in found
        if intent is not None
        and intent != want.Go("quit")
        and not (isinstance(intent, want.Change) and intent.name in _HARMLESS)
        and not claims(view, intent)
    )


def claims(view: views.View, intent: Intent) -> bool:
    """Tell whether an intent says anew how far one has watched; there are rules of their own.

    So does who asks for the page that speaks of the whole pack.
    """
    if view == QUESTION:
        return intent == want.Agree()
    if isinstance(intent, want.Change):
        return intent.name == "player_seen"
    return (
        isinstance(view, views.WatchPointView)
        and isinstance(intent, want.Start)
        and not intent.safe
        and view.playhead != view.said
        and not (intent.once and view.playhead < view.said)
    )


def way_home(view: views.View) -> Intent:
    """Return what leads nearer to the title from a page."""
    match view:
        case tableviews.HandoverView():
            # After the game there is only the way back.
            return want.Back() if view.purpose == "look" else want.Go("table")
        case tableviews.TableView():
            return want.Go("title")
        case tableviews.NothingView():
            return want.Go("table")
        case views.AskView() | views.RevealView() if view.table:
            return want.Back() if getattr(view, "looking_back", False) else want.Go("table")
        case tableviews.PlayersView() if view.under_way and not view.can_start:
            return want.AddPlayer()
        case tableviews.SureView():
            return want.Back()
        case views.AskView() | views.PauseView() | views.RevealView() | views.ResultsView():
            return want.Go("title")
        case _:
            return want.Back()
