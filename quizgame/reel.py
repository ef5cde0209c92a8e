"""The demo: a whole game with no hands and no window, each of its screens pictured once."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from quizgame.app import open_game
from quizgame.domain import intents as want
from quizgame.domain import tableviews, views
from quizgame.services import demo
from quizgame.storage.paths import assets_folder

if TYPE_CHECKING:
    from quizgame.services.game import Game
    from quizgame.ui.sheet import Sheet


@dataclass(slots=True)
class Reel:
    """A game being played and the pictures taken of it, into `shots` if there is such a folder."""

    game: "Game"
    sheet: "Sheet"
    shots: Path | None
    taken: list[str] = field(default_factory=list)

    def shoot(self, name: str) -> None:
        """Picture the screen, once for each name."""
        if self.shots and name and name not in self.taken:
            self.taken.append(name)
            self.sheet.save(self.game.view(), self.shots / f"{len(self.taken):02}-{name}.png")

    def play(self, scenes: Iterator[tuple[str, want.Intent]]) -> None:
        """Carry out intents, each after the picture that is named with it."""
        for name, intent in scenes:
            self.shoot(name)
            self.game.send(intent)


@contextmanager
def rolling(seed: int, shots: Path | None, size: tuple[int, int], text: int) -> Iterator[Reel]:
    """Open a game that keeps its progress in a folder which goes away with it."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

    from quizgame.ui.sheet import Sheet  # noqa: PLC0415 (what is set above must stand before it)

    with TemporaryDirectory() as folder:
        game = open_game(Path(folder), seed=seed)
        try:
            yield Reel(game, Sheet(assets_folder(), size, text), shots)
        finally:
            game.close()


def play_alone(reel: Reel, seed: int, tier: int) -> str:
    """Play a round; return how it ended, or nothing if it did not."""
    game, rng = reel.game, Random(seed)  # noqa: S311
    reel.play(demo.opening(tier))
    while isinstance(view := game.view(), views.AskView):
        reel.shoot(f"question-{demo.kind_of(view)}")
        if reel.taken and "pause" not in reel.taken:
            game.send(want.Pause())
            reel.shoot("pause")
            game.send(want.Resume())
        for intent in demo.guess(view, rng):
            game.send(intent)
        after = game.view()
        reel.shoot(f"reveal-{after.ending}" if isinstance(after, views.RevealView) else "")
        game.send(want.Next())
    results = game.view()
    for name, intent in demo.closing():
        reel.shoot(name)
        page = game.send(intent)
        # Only those who have seen everything find something there.
        reel.shoot("beliefs" if isinstance(page, views.BeliefsView) and page.rows else "")
    if not isinstance(results, views.ResultsView):
        return ""
    return f"{results.right} of {results.asked} right, {results.score:,} points."


def play_together(reel: Reel, seed: int, players: int) -> str:
    """Play a game of several; return the board at its end, or nothing if it did not end."""
    game, rng = reel.game, Random(seed)  # noqa: S311
    reel.play(demo.sitting_down(players))
    for _ in range(MOST_VIEWS):
        view = game.view()
        if isinstance(view, tableviews.TableResultsView):
            reel.play(demo.afterwards())
            return demo.board(view)
        reel.play(demo.at_table(view, rng))
    return ""


MOST_VIEWS = 1_000
"""More than any game of eight needs."""
