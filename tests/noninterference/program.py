"""The whole program in one go: its frames, window title, words, files and exit code, as a trace."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from io import StringIO
from itertools import count
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import TypeVar
from unittest.mock import patch

import pygame

from quizgame import app
from quizgame.__main__ import main
from quizgame.domain.intents import Intent
from quizgame.services.game import Game
from quizgame.storage.packindex import NAME as INDEX
from quizgame.storage.packindex import PackIndex
from quizgame.ui.window import Window
from tests.noninterference.listening import listening
from tests.noninterference.offers import offered
from tests.noninterference.player import indexed, pixels

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Trace:
    """What a run of the program leaves to be seen."""

    exit_code: int
    frames: tuple[int, ...]
    titles: tuple[str, ...]
    printed: str
    touched: tuple[str, ...]
    saved: tuple[tuple[str, bytes], ...]


class _Hand:
    """Plays by itself: chooses among what each page offers, by numbers."""

    def __init__(self, game: "list[Game]", numbers: Sequence[int], fault: Exception | None) -> None:
        self.games = game
        self.numbers = iter(numbers)
        self.fault = fault
        self.frames: list[int] = []
        self.titles: list[str] = []

    def intents(self, window: Window, now: float) -> Iterator[Intent]:
        """Yield the next thing to do; at the end close the window, or run into the fault."""
        number = next(self.numbers, None)
        if number is not None:
            choices = offered(self.games[-1].view(), window._stage.scene(now))  # noqa: SLF001
            yield choices[number % len(choices)]
        elif self.fault:
            raise self.fault
        else:
            window.closed = True

    def note(self, window: Window, _now: float) -> None:
        """Note what stands on the screen, in place of waiting."""
        surface = window._window.get_surface()  # noqa: SLF001
        self.frames.append(pixels(surface))
        self.titles.append(window._window.title)  # noqa: SLF001


def run_program(
    folder: Path, pack: str, numbers: Sequence[int], *, fault: Exception | None = None
) -> Trace:
    """Return the trace of a whole run over a pack in the player's own folder."""
    data = folder / "data"
    (data / "packs").mkdir(parents=True)
    (data / "packs" / "pack.yaml").write_text(pack, encoding="utf-8")
    games: list[Game] = []
    hand = _Hand(games, numbers, fault)
    clock, printed = count(1_700_000_000.0, 10.0), StringIO()
    moments = SimpleNamespace(
        time=lambda: next(clock),
        monotonic=lambda: next(clock),
        strftime=lambda *_: "20240101-000000",
        gmtime=lambda: None,
    )
    made = Game.__init__

    def remembered(game: Game, *args: object, **named: object) -> None:
        made(game, *args, **named)  # type: ignore[arg-type]
        games.append(game)

    with ExitStack() as stack:
        stack.enter_context(patch.object(app, "time", moments))
        stack.enter_context(patch.object(app, "SystemRandom", lambda: Random(7)))
        stack.enter_context(patch.object(Game, "__init__", remembered))
        stack.enter_context(patch.object(Window, "intents", _method(hand.intents)))
        stack.enter_context(patch.object(Window, "wait", _method(hand.note)))
        # The letters that other tests have opened must outlive this program.
        stack.enter_context(patch.object(pygame, "quit"))
        stack.enter_context(redirect_stdout(printed))
        stack.enter_context(redirect_stderr(printed))
        touched = stack.enter_context(listening(folder))
        exit_code = _run(["--data-dir", str(data)])
    for game in games:
        with suppress(Exception):
            game.close()
    return Trace(
        exit_code,
        tuple(hand.frames),
        tuple(hand.titles),
        printed.getvalue().replace(str(folder), ""),
        tuple(touched),
        tuple((p.name, _read(p)) for p in sorted(data.glob("*")) if p.is_file()),
    )


def _read(path: Path) -> bytes:
    """Return what a file holds; of the index of packs what it says of them."""
    if path.name == INDEX:
        return "\n".join(indexed(PackIndex(path))).encode()
    return path.read_bytes()


def _method(act: Callable[[Window, float], _T]) -> Callable[[Window, float], _T]:
    """Return what a class can hold as a method of its own."""

    def method(window: Window, now: float) -> _T:
        return act(window, now)

    return method


def _run(words: list[str]) -> int:
    try:
        return main(words)
    except SystemExit as stopped:
        return int(stopped.code or 0)
