"""A player without hands: it sees views and sends intents, and guesses like anyone would."""

from collections.abc import Iterator
from random import Random

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.intents import Intent

GUESSES = ("seoul", "a bakery", "the sea", "a film")


def guess(view: views.AskView, rng: Random) -> Iterator[Intent]:
    """Yield what it takes to answer a card by guessing, after some thought."""
    yield want.Tick(rng.uniform(2.0, 9.0))
    match view.body:
        case views.PickOne(options):
            open_places = [n for n, option in enumerate(options) if not option.gone]
            yield want.Pick(rng.choice(open_places))
        case views.PickSeveral(options):
            for place in sorted(rng.sample(range(len(options)), 2)):
                yield want.Toggle(place)
            yield want.Submit()
        case views.Arrange(steps):
            yield want.Shift(rng.randrange(1, len(steps)), -1)
            yield want.Submit()
        case views.TypeIn():
            yield want.Edit(rng.choice(GUESSES))
            yield want.Submit()


def kind_of(view: views.AskView) -> str:
    """Return what a picture of this card is called."""
    match view.body:
        case views.PickOne(options):
            return "choice" if len(options) > 2 else "true-or-false"  # noqa: PLR2004
        case views.PickSeveral():
            return "several"
        case views.Arrange():
            return "order"
        case views.TypeIn():
            return "typed"


def opening(tier: int) -> Iterator[tuple[str, Intent]]:
    """Yield (name of the picture taken before it, intent) up to the first card."""
    yield "title", want.Go("shelf")
    yield "packs", want.ShowDetails("ballerina")
    yield "details", want.Back()
    yield "", want.ChoosePack("ballerina")
    yield "", want.MovePlayhead(tier)
    yield "watch-point", want.Start()


def closing() -> Iterator[tuple[str, Intent]]:
    """Yield (name of the picture taken before it, intent) from the results on."""
    yield "results", want.Go("review")
    yield "review", want.Back()
    yield "", want.Go("title")
    yield "", want.Go("settings")
    yield "settings", want.Back()
    yield "", want.Go("help")
    yield "help", want.Back()
    yield "", want.ChoosePack("ballerina")
    yield "", want.Go("beliefs")
    yield "", want.Go("title")
