"""Players without hands: they see views and send intents, and guess like anyone would."""

from collections.abc import Iterator
from random import Random

from quizgame.domain import intents as want
from quizgame.domain import tableviews, views
from quizgame.domain.intents import Intent

NAMES = ("Mina", "Jonas", "지우", "Ada", "Teo", "Noor", "Ines", "Bo")
PACK = "ballerina"
TIERS = 5
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
    yield "packs", want.ShowDetails(PACK)
    yield "details", want.Back()
    yield "", want.ChoosePack(PACK)
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
    yield "", want.ChoosePack(PACK)
    yield "", want.Go("beliefs")
    yield "", want.Go("title")


def sitting_down(players: int) -> Iterator[tuple[str, Intent]]:
    """Yield (name of the picture taken before it, intent) until so many sit at the table.

    They are spread over the tiers: the first has not begun, the last has seen everything.
    """
    yield "title", want.Go("together")
    yield "", want.ChoosePack(PACK)
    for place in range(players):
        yield "", want.AddPlayer() if place > 1 else want.EditPlayer(place + 1)
        yield "", want.Edit(NAMES[place])
        yield "", want.Change("player_seen", str(place * (TIERS - 1) // (players - 1)))
        yield "player" if place == players - 1 else "", want.Back()
    for rule in ("table_stakes", "table_bets", "table_steals"):
        yield "", want.Change(rule, "on")
    yield "players", want.Start()


def at_table(view: views.View, rng: Random) -> Iterator[tuple[str, Intent]]:
    """Yield (name of the picture taken before it, intent) for what stands before the table."""
    match view:
        case tableviews.HandoverView():
            for bet in view.bets:
                if rng.random() < 0.5:  # noqa: PLR2004 (as often as not)
                    yield "", want.Bet(bet.side)
            yield f"curtain-{view.purpose}", want.Go("table")
            yield "table", want.Back()
            yield "", want.OpenCurtain()
        case views.AskView():
            if view.stakes:
                yield "", want.Stake(rng.choice(view.stakes)[0])
            yield f"question-{kind_of(view)}", want.Tick(0.0)
            for intent in guess(view, rng):
                yield "", intent
        case views.RevealView():
            yield f"reveal-{view.ending}", want.Next()
        case _:
            yield "nothing", want.Next()


def afterwards() -> Iterator[tuple[str, Intent]]:
    """Yield (name of the picture taken before it, intent) from the podium on."""
    yield "podium", want.Go("look-over")
    yield "look-over", want.LookOver(1)
    yield "curtain-look", want.OpenCurtain()
    yield "own-answers", want.Back()
    yield "", want.LookOver()
    yield "common-answers", want.Back()
    yield "", want.Back()
    yield "", want.Go("title")


def board(results: tableviews.TableResultsView) -> str:
    """Return how it went, a line a side and a line an award."""
    width = max(len(row.who.name) for row in results.places)
    rows = [f"{row.place}. {row.who.name:{width}} {row.score:>6,}" for row in results.places]
    return "\n".join((*rows, *(f"{award.who.name}: {award.words}" for award in results.awards)))
