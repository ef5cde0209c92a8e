"""Which screen shows a view, what its page is called, and what is typed on it."""

from importlib import import_module
from operator import attrgetter

from quizgame.domain import views
from quizgame.ui.page import Page

SCREENS: dict[str, str] = {
    "TitleView": "title",
    "ShelfView": "shelf",
    "DetailsView": "details",
    "WatchPointView": "watch_point",
    "AskView": "question",
    "PauseView": "pause",
    "RevealView": "reveal",
    "ResultsView": "results",
    "ReviewView": "review",
    "BeliefsView": "beliefs",
    "SettingsView": "settings",
    "HelpView": "help",
    "PeopleView": "people",
    "PersonView": "person",
    "UnfinishedView": "unfinished",
    "TodayView": "today",
    "DayView": "day",
    "EnvelopesView": "envelopes",
    "SealView": "seal",
    "SealedView": "opening",
    "OpeningView": "opening",
    "RehearsedView": "rehearsed",
    "ProgressView": "progress",
    "AwardsView": "awards",
    "PlayersView": "players",
    "PlayerView": "player",
    "HandoverView": "handover",
    "NothingView": "nothing",
    "TableView": "table",
    "SureView": "sure",
    "TableResultsView": "podium",
    "LookOverView": "look_over",
    "TroubleView": "trouble",
    "FindView": "find",
    "OfferView": "offer",
    "RefusedView": "refused",
    "FactView": "confirm",
    "ListView": "listing",
    "BrokenView": "broken",
}
"""By the name of a view the module in `screens` that lays it out; read in when first shown.

Views go by name here, lest the title page wait for all of them.
"""
BEGINNINGS = ("AskView", "HandoverView")
"""With these every page begins afresh: what comes is a round, or another player.

After a round the title offers to go on with it; no player has another's focus.
"""
UNREMEMBERED = (
    "DetailsView",
    "WatchPointView",
    "RevealView",
    "HandoverView",
    "PlayerView",
    "SureView",
    "PeopleView",
    "PersonView",
    "TodayView",
    "SealView",
    "SealedView",
    "OpeningView",
    "ListView",
)
"""On these the focus begins where it should each time they come."""
ROWS = {"PeopleView": "person", "PlayersView": "player"}
"""Pages of rows that come and go, by what the names of these begin with."""
RETURNS = {
    "PeopleView": ("PersonView", "SureView", "FindView"),
    "PlayersView": ("PlayerView",),
    "WatchPointView": ("DetailsView", "BeliefsView", "EnvelopesView", "SettingsView", "HelpView"),
}
"""What one comes back from to such a page, where the focus then is where it was left."""
ADDS = "add-pack"
"""What the shelf begins with where it was opened for its packs, and not to play."""
ARRIVING = ("AskView", "SealedView", "OpeningView")
"""What comes in with a short motion."""
BEHIND = ("AskView", "RevealView", "ReviewView", "NothingView")
"""What the curtain opens on."""


TOLD_BY: dict[str, tuple[str, ...]] = {
    "TitleView": ("who",),
    "HandoverView": ("turn",),
    "NothingView": ("board.who", "board.round", "board.purpose"),
    "PlayerView": ("player",),
    "FindView": ("folder",),
    "FactView": ("fact",),
    "ListView": ("page",),
    "SealView": ("card_id",),
    "SealedView": ("card_id",),
    "OpeningView": ("card_id", "told"),
    "ReviewView": ("whose",),
}
"""What tells a page from the next of its kind."""
TYPED = {"PlayerView": "name", "PersonView": "name", "ListView": "typed"}
"""Where words can be typed on a page that is nothing else."""


def compose(page: Page, view: views.View) -> None:
    """Lay out the page for a view."""
    import_module(f"quizgame.ui.screens.{SCREENS[name_of(view)]}").compose(page, view)


def enlarge(page: Page, view: views.View) -> None:
    """Lay out the picture of the card that a view is of, large."""
    import_module("quizgame.ui.screens.zoom").compose(page, view)


def name_of(view: views.View) -> str:
    """Return what kind of view this is."""
    return type(view).__name__


def page_of(view: views.View) -> str:
    """Return a name that changes when the player is on another page, another card or another."""
    match view:
        case views.AskView(board=board):
            return f"ask-{board.number}-{_whose(view)}"
        case views.RevealView(stub=stub):
            return f"reveal-{stub.number}-{_whose(view)}"
        case views.ShelfView(added=added) if added:
            # What was added a moment ago is what one looks for.
            return f"ShelfView-{added}"
        case _:
            told = (str(attrgetter(part)(view)) for part in TOLD_BY.get(name_of(view), ()))
            return "-".join((name_of(view), *told))


def _whose(view: views.AskView | views.RevealView) -> str:
    table = view.table
    return f"{table.who}-{table.round}-{table.purpose}" if table else ""


def opens(before: views.View, after: views.View) -> bool:
    """Tell whether between two views a shut curtain is drawn aside."""
    shut = name_of(before) == "HandoverView" and bool(attrgetter("private")(before))
    return shut and name_of(after) in BEHIND


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
        case views.ShelfView(bar=views.SearchBar(words=words)):
            return words
        case _:
            part = TYPED.get(name_of(view))
            typed: str | None = attrgetter(part)(view) if part else None
            return typed
