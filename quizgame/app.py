"""The only place where everything is put together: services, screen, and the loop between them."""

import gc
import os
import time
from pathlib import Path
from random import Random, SystemRandom
from typing import TYPE_CHECKING

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.settings import Settings
from quizgame.services import pages
from quizgame.storage.paths import PACKS, assets_folder, questions_folder, user_data_folder
from quizgame.storage.progress import Progress

if TYPE_CHECKING:
    from quizgame.services.game import Game
    from quizgame.ui.window import Window

# A sleeping machine or a stopped process must not eat a card's clock.
LONGEST_STEP = 1.0


class NoScreenError(Exception):
    """No window can be opened on this machine."""


def open_game(data_dir: Path | None, *, seed: int | None = None) -> "Game":
    """Build the game over the shipped packs and the player's own; a seed makes it repeatable."""
    folder = user_data_folder(data_dir)
    progress, message = _open_progress(folder)
    return _build(folder, progress, message, Random(seed) if seed is not None else SystemRandom())  # noqa: S311 (a repeatable demo)


def _open_progress(folder: Path) -> tuple[Progress, str]:
    progress, message = Progress.open(folder, _stamp())
    return progress, message or ""


def _stamp() -> str:
    """Return this moment as it stands in the names of files."""
    return time.strftime("%Y%m%d-%H%M%S", time.gmtime())


def _build(folder: Path, progress: Progress, message: str, rng: Random) -> "Game":
    from quizgame.services.game import Game  # noqa: PLC0415 (cards and packs only behind the title)
    from quizgame.services.shelf import Shelf  # noqa: PLC0415
    from quizgame.storage.packindex import NAME as INDEX  # noqa: PLC0415
    from quizgame.storage.packindex import PackIndex  # noqa: PLC0415

    game = Game(
        Shelf((questions_folder(), folder / PACKS), PackIndex(folder / INDEX)),
        progress,
        now=time.time,
        dice=lambda: rng.randrange(2**31),
        message=message,
    )
    game.adding.keep_in(folder, questions_folder())
    game.profiles.keep_in(folder)
    return game


def open_window(settings: Settings) -> "Window":
    """Open the game's window; NoScreenError when there is no screen."""
    # Without a GPU the accelerated framebuffer costs half of the start and most of each flip.
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "quizgame")
    import pygame  # noqa: PLC0415 (what is set above must stand before it)

    from quizgame.ui.window import Window  # noqa: PLC0415

    try:
        return Window(assets_folder(), full_screen=settings.on("full_screen"))
    except pygame.error as error:
        raise NoScreenError(str(error)) from None


def play(data_dir: Path | None, watched: Path | None = None) -> None:
    """Open the window and play until it is closed; NoScreenError when there is no screen.

    `watched` is a pack that is being written.
    """
    folder = user_data_folder(data_dir)
    progress, message = _open_progress(folder)
    settings = Settings.from_saved(progress.settings())
    try:
        window = open_window(settings)
    except NoScreenError:
        progress.close()
        raise
    # The title stands while the rest of the game is still being read in.
    before = time.monotonic()
    window.show(pages.first(progress, message), settings, before)
    window.draw(before)
    message = message or progress.back_up(_stamp())
    game = _build(folder, progress, message, SystemRandom())
    # From here on packs that are not known yet are read between frames.
    game.read_on()
    if watched:
        game.watch(watched)
    gc.enable()
    try:
        while not game.quitting and not window.closed:
            now = time.monotonic()
            passed, before = min(now - before, LONGEST_STEP), now
            _turn(game, window, now, passed)
    finally:
        game.close()
        window.close()


def _turn(game: "Game", window: "Window", now: float, passed: float) -> None:
    """Let time pass on a card that is shown, carry out what was asked, and draw."""
    game.look()
    if isinstance(game.view(), views.AskView):
        game.send(want.Tick(passed))
    _show(game, window, now)
    for intent in window.intents(now):
        game.send(intent)
        _show(game, window, now)
    if window.interrupted or window.idle(now):
        game.send(want.Interrupt(idle=not window.interrupted))
        _show(game, window, now)
    if path := game.file_to_open():
        _open_outside(path)
    if text := game.text_to_copy():
        window.copy(text)
    window.hear(game.sounds, game.settings.number("sound"), now)
    game.sounds.clear()
    window.draw(now)
    if not game.read_on():
        window.wait(now)


def _show(game: "Game", window: "Window", now: float) -> None:
    window.show(game.view(), game.settings, now, game.notice)


def _open_outside(path: Path) -> None:
    """Open a file in whatever the player's system opens it with."""
    import webbrowser  # noqa: PLC0415

    webbrowser.open(path.resolve().as_uri())
