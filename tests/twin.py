"""The window and its twin: a game without a window that is told the same and paints the same.

It starts from a copy of the saved progress; what it paints must come to stand on the screen.
"""

import json
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import pygame
import pytest

from quizgame.app import open_game
from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.storage.paths import assets_folder
from quizgame.ui import actions
from quizgame.ui.actions import KEYS, MOUSE, Action
from quizgame.ui.holding import HOLD
from quizgame.ui.leftover import DEAF, RAN_OUT, deaf_for
from quizgame.ui.sheet import Sheet
from quizgame.ui.stage import page_of
from tests.xvfb import PATIENCE, SIZE, Screen, program, until

LATER = max(RAN_OUT, *DEAF.values())
"""The twin's hands come when it hears again; its pages come at 0."""
STEP = 0.25
"""Seconds between what a twin's hand does and what it does next."""
PACK = "ballerina"
"""Of the packs that ship, the one that is played here."""
KEYBOARD: dict[str, Action] = {
    "Return": actions.Confirm(),
    "Tab": actions.Tab(1),
    "Left": actions.Move(-1, 0),
    "Right": actions.Move(1, 0),
    "Down": actions.Move(0, 1),
    "Escape": actions.Cancel(),
}


def rows(data: Path, sql: str) -> list[Any]:
    """Return rows of the saved progress, read beside the running game."""
    file = data / "progress.sqlite3"
    if not file.exists():
        return []
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(sql).fetchall()


def saved(data: Path) -> dict[str, Any]:
    """Return the game as saved, less the seconds, which no two games share."""
    found = rows(data, "SELECT state FROM runs WHERE ended IS NULL ORDER BY id DESC")
    if not found:
        return {}
    record: dict[str, Any] = json.loads(found[0][0])
    del record["desk"]["seconds"]
    # Words are saved when they are handed in; until then each game holds them for itself.
    del record["desk"]["text"]
    if "outcomes" in record:
        record["outcomes"] = [[*entry[:4], entry[5]] for entry in record["outcomes"]]
    for entry in record.get("ledger", ()):
        if entry[6]:
            entry[6][4] = 0.0
    return record


class Twin:
    """The window and its windowless twin, both told the same."""

    def __init__(self, shown: Screen, data: Path, process: subprocess.Popen[str]) -> None:
        self.shown = shown
        self.data = data
        self.process = process
        shown.focus(process.pid)
        self._device = KEYS
        self._page = ""
        self._hears_from = 0.0
        self._moment = LATER
        self._copies = 0
        self._stack = ExitStack()
        self.copy_progress()

    def copy_progress(self) -> None:
        """Begin the twin anew, at its title page, from a copy of what is saved."""
        self._stack.close()
        self._copies += 1
        self.own = self.data.parent / f"{self.data.name}-twin-{self.process.pid}-{self._copies}"
        self.own.mkdir()
        with (
            closing(sqlite3.connect(self.data / "progress.sqlite3")) as source,
            closing(sqlite3.connect(self.own / "progress.sqlite3")) as target,
        ):
            source.backup(target)
        self.game = open_game(self.own, seed=1)
        self._stack.callback(self.game.close)
        self.sheet = Sheet(assets_folder(), SIZE)
        self.sheet.set_up(device=self._device)

    def close(self) -> None:
        """Let go of the twin's file."""
        self._stack.close()

    @property
    def view(self) -> views.View:
        """What both show."""
        return self.game.view()

    def meet(self) -> None:
        """Wait until the window shows the very pixels the twin paints."""
        wanted = pygame.image.tobytes(self.sheet.paint(self.view), "RGB")
        until(lambda: self.picture() == wanted, f"the window shows {self.view}")
        page = page_of(self.view)
        if page != self._page:
            self._page = page
            self._hears_from = time.monotonic() + deaf_for(self.view)

    def hand(self, *words: str | int) -> None:
        """Use the keyboard or the mouse, but look at a page that has just come first."""
        time.sleep(max(0.0, self._hears_from - time.monotonic()))
        self.shown.do(*words)

    def picture(self) -> bytes:
        """Return what the window shows now."""
        raw = self.shown.pixels()
        return pygame.image.tobytes(pygame.image.frombuffer(raw, SIZE, "BGRA"), "RGB")

    def _follow(self, action: Action) -> None:
        self._moment += STEP
        self._send(self.sheet.stage.on(action, self._moment))

    def _hold_in_hand(self, device: str) -> None:
        self._device = device
        self.sheet.set_up(device=device)

    def _send(self, intent: want.Intent | None) -> None:
        if intent is not None:
            self.game.send(intent)
        self.sheet.stage.show(self.view, 0.0)

    def press(self, *keys: str) -> None:
        """Press keys one after the other and see the window follow each."""
        for key in keys:
            self.hand("key", key)
            self._hold_in_hand(KEYS)
            self._follow(KEYBOARD.get(key) or actions.Shortcut(key.upper()))
            self.meet()

    def hold(self) -> None:
        """Hold Enter until the curtain opens."""
        self.hand("keydown", "Return")
        self._hold_in_hand(KEYS)
        self._follow(actions.Confirm())
        time.sleep(HOLD + 0.1)
        self.hand("keyup", "Return")
        self._send(self.sheet.stage.due(self._moment + HOLD + STEP))
        self.meet()

    def told(self, *intents: want.Intent) -> None:
        """Have the twin told what the window has met with."""
        for intent in intents:
            self._send(intent)
        self.meet()

    def type(self, text: str) -> None:
        """Type words."""
        self.hand("type", text)
        self._hold_in_hand(KEYS)
        for letter in text:
            self._follow(actions.Text(letter))
        self.meet()

    def click(self, *names: str) -> None:
        """Click the middle of targets, found by name, and see the window follow each."""
        for name in names:
            self.click_at(*self.spot(name))

    def spot(self, name: str) -> tuple[int, int]:
        """Return the middle of a target."""
        target = self.sheet.stage.scene(0.0).target(name)
        assert target is not None, name
        x, y, w, h = target.rect
        return x + w // 2, y + h // 2

    def click_at(self, x: int, y: int) -> None:
        """Click a point."""
        self.hand("mousemove", x, y, "click", 1)
        for action in (actions.Point(x, y), actions.Press(x, y)):
            self._follow(action)
        self._hold_in_hand(MOUSE)
        self._follow(actions.Release(x, y))
        self.meet()

    def names(self) -> list[str]:
        """Return the names of what has the focus in turn, from the first on."""
        scene = self.sheet.stage.scene(0.0)
        return [target.key for target in scene.targets if not target.owner]

    def tab_to(self, name: str) -> None:
        """Go to a target with Tab alone."""
        for _ in self.names():
            if self.sheet.stage.focus == name:
                return
            self.press("Tab")
        pytest.fail(f"Tab does not reach {name}")

    def choose_pack(self) -> None:
        """Go from the title to the watch point of the pack that is played here, by keyboard."""
        self.tab_to("play")
        self.press("Return")
        self.tab_to(f"pack-{PACK}")
        self.press("Return")

    def dealt(self) -> None:
        """Take up in the twin the round that the window has just dealt itself."""
        until(lambda: bool(saved(self.data)), "a round is saved")
        self.copy_progress()
        self.game.send(want.Go("continue"))
        self.meet()

    def agree(self) -> None:
        """See that the file of the window says what the file of the twin says."""
        until(lambda: saved(self.data) == saved(self.own), "both have saved the same")

    def ends(self) -> None:
        """See the program end, and end well."""
        assert self.process.wait(PATIENCE) == 0


@contextmanager
def played(shown: Screen, data: Path, **environment: str) -> Iterator[Twin]:
    """Run the game on a screen; what it says on stderr is a fault."""
    errors = data.parent / "errors.txt"
    words = ["-m", "quizgame", "--data-dir", str(data)]
    with (
        errors.open("w") as into,
        program(words, shown.environment(**environment), errors=into) as process,
    ):
        twin = Twin(shown, data, process)
        with closing(twin):
            twin.meet()
            yield twin
    assert errors.read_text() == ""
