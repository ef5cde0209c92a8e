"""Hands that play at random, for the figures that look at what becomes of a save."""

from random import Random

from quizgame.domain import intents as want
from quizgame.domain import tableviews, views
from quizgame.domain.intents import Intent
from quizgame.services.game import Game

_WORDS = ("lamp", "등대", "Typed lamp", "x" * 60, "")


def next_intent(view: views.View, dice: Random) -> Intent:  # noqa: PLR0912 (a page a branch)
    """Return something a player might do on this page; nobody says they have watched less."""
    if dice.random() < 0.03:
        return want.Go("title")
    match view:
        case views.TitleView():
            return want.Go(dice.choice(("continue", "continue", "play", "together")))
        case views.WatchPointView() if dice.random() < 0.5:
            return want.Start(once=True)
        case views.WatchPointView():
            return want.MovePlayhead(max(view.said, dice.randrange(len(view.frames))))
        case views.AskView():
            return _on_card(view, dice)
        case views.RevealView():
            return dice.choice((want.Next(), want.Next(), want.Next(), want.Report()))
        case views.PauseView():
            return want.Resume()
        case views.ResultsView() | tableviews.TableResultsView():
            return dice.choice((want.Go("again"), want.Go("title")))
        case tableviews.PlayersView():
            return dice.choice((want.AddPlayer(), want.Start(), want.Start(), want.Back()))
        case tableviews.PlayerView():
            kept = want.Change("player_kept", "on")
            return dice.choice((want.Edit(dice.choice(_WORDS)), kept, want.Back(), want.Back()))
        case tableviews.HandoverView():
            return dice.choice((want.OpenCurtain(),) * 5 + (want.Bet(2), want.Go("table")))
        case tableviews.TableView():
            return dice.choice((want.Back(), want.Back(), want.TakeBack(), want.Go("players")))
        case tableviews.SureView():
            return want.Agree()
        case _:
            return dice.choice((want.Back(), want.Next(), want.Go("title")))


def _on_card(view: views.AskView, dice: Random) -> Intent:
    if dice.random() < 0.3:
        return dice.choice((want.Tick(1.7), want.Pause(), want.Skip(), want.Halve()))
    if view.can_submit and dice.random() < 0.6:
        return want.Submit()
    match view.body:
        case views.PickOne(options):
            return want.Pick(dice.randrange(len(options)))
        case views.PickSeveral(options):
            return want.Toggle(dice.randrange(len(options)))
        case views.Arrange(steps):
            return want.Shift(dice.randrange(len(steps)), dice.choice((-1, 1)))
        case views.TypeIn():
            return want.Edit(dice.choice(_WORDS))


def play_on(game: Game, dice: Random, times: int) -> None:
    """Do something so many times."""
    for _ in range(times):
        game.send(next_intent(game.view(), dice))
