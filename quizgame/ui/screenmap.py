"""Which screen shows a view, what its page is called, and what is typed on it."""

from importlib import import_module

from quizgame.domain import (
    authorviews,
    envelopeviews,
    libraryviews,
    peopleviews,
    progressviews,
    rehearsalviews,
    reviewviews,
    tableviews,
    views,
)
from quizgame.ui.page import Page

SCREENS: dict[type[views.View], str] = {
    views.TitleView: "title",
    views.ShelfView: "shelf",
    views.DetailsView: "details",
    views.WatchPointView: "watch_point",
    views.AskView: "question",
    views.PauseView: "pause",
    views.RevealView: "reveal",
    views.ResultsView: "results",
    views.ReviewView: "review",
    views.BeliefsView: "beliefs",
    views.SettingsView: "settings",
    views.HelpView: "help",
    peopleviews.PeopleView: "people",
    peopleviews.PersonView: "person",
    peopleviews.UnfinishedView: "unfinished",
    peopleviews.TodayView: "today",
    peopleviews.DayView: "day",
    envelopeviews.EnvelopesView: "envelopes",
    envelopeviews.SealView: "seal",
    envelopeviews.SealedView: "opening",
    envelopeviews.OpeningView: "opening",
    rehearsalviews.RehearsedView: "rehearsed",
    progressviews.ProgressView: "progress",
    progressviews.AwardsView: "awards",
    tableviews.PlayersView: "players",
    tableviews.PlayerView: "player",
    tableviews.HandoverView: "handover",
    tableviews.NothingView: "nothing",
    tableviews.TableView: "table",
    tableviews.SureView: "sure",
    tableviews.TableResultsView: "podium",
    tableviews.LookOverView: "look_over",
    authorviews.TroubleView: "trouble",
    libraryviews.FindView: "find",
    libraryviews.OfferView: "offer",
    libraryviews.RefusedView: "refused",
    reviewviews.FactView: "confirm",
    reviewviews.ListView: "listing",
    reviewviews.BrokenView: "broken",
}
"""The module in `screens` that lays out each view; read in when first shown."""
BEGINNINGS = (views.AskView, tableviews.HandoverView)
"""With these every page begins afresh: what comes is a round, or another player."""
UNREMEMBERED = (
    views.DetailsView,
    views.RevealView,
    tableviews.HandoverView,
    tableviews.PlayerView,
    tableviews.SureView,
    peopleviews.PeopleView,
    peopleviews.PersonView,
    peopleviews.TodayView,
    envelopeviews.SealView,
    envelopeviews.SealedView,
    envelopeviews.OpeningView,
    reviewviews.ListView,
)
"""On these the focus begins where it should each time they come."""

ARRIVING = (views.AskView, envelopeviews.SealedView, envelopeviews.OpeningView)
"""What comes in with a short motion."""
BEHIND = (views.AskView, views.RevealView, views.ReviewView, tableviews.NothingView)
"""What the curtain opens on."""


def compose(page: Page, view: views.View) -> None:
    """Lay out the page for a view."""
    import_module(f"quizgame.ui.screens.{SCREENS[type(view)]}").compose(page, view)


def enlarge(page: Page, view: views.View) -> None:
    """Lay out the picture of the card that a view is of, large."""
    import_module("quizgame.ui.screens.zoom").compose(page, view)


def page_of(view: views.View) -> str:
    """Return a name that changes when the player is on another page, another card or another."""
    match view:
        case views.AskView(board=board):
            return f"ask-{board.number}-{_whose(view)}"
        case views.RevealView(stub=stub):
            return f"reveal-{stub.number}-{_whose(view)}"
        case tableviews.HandoverView(turn=turn):
            return f"handover-{turn}"
        case tableviews.NothingView(board=board):
            return f"nothing-{board.who}-{board.round}-{board.purpose}"
        case tableviews.PlayerView(player=player):
            return f"player-{player}"
        case views.ShelfView(added=added) if added:
            # What was added a moment ago is what one looks for.
            return f"ShelfView-{added}"
        case libraryviews.FindView(folder=folder):
            return f"find-{folder}"
        case reviewviews.FactView(fact=fact):
            return f"fact-{fact}"
        case reviewviews.ListView(page=page):
            return f"list-{page}"
        case envelopeviews.SealView() | envelopeviews.SealedView() | envelopeviews.OpeningView():
            laid_open = isinstance(view, envelopeviews.OpeningView) and view.told is not None
            return f"{type(view).__name__}-{view.card_id}-{laid_open}"
        case views.ReviewView(whose=whose):
            return f"review-{whose}"
        case _:
            return type(view).__name__


def _whose(view: views.AskView | views.RevealView) -> str:
    table = view.table
    return f"{table.who}-{table.round}-{table.purpose}" if table else ""


def opens(before: views.View, after: views.View) -> bool:
    """Tell whether between two views a shut curtain is drawn aside."""
    shut = isinstance(before, tableviews.HandoverView) and before.private
    return shut and isinstance(after, BEHIND)


def narrowed(before: views.View, after: views.View) -> bool:
    """Tell whether another choice of packs has come, which is read from its top."""
    if not isinstance(before, views.ShelfView) or not isinstance(after, views.ShelfView):
        return False
    return before.bar != after.bar


def typed_on(view: views.View) -> str | None:
    """Return the words typed so far, or None where none can be."""
    match view:
        case views.AskView(body=views.TypeIn(text)):
            return text
        case tableviews.PlayerView(name=name) | peopleviews.PersonView(name=name):
            return name
        case views.ShelfView(bar=views.SearchBar(words=words)):
            return words
        case reviewviews.ListView(typed=typed):
            return typed
        case _:
            return None
