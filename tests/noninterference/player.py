"""A game in its real window, with everything it shows, says, saves and touches written down."""

import logging
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, fields, replace
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import pygame

from quizgame.domain import views
from quizgame.domain.intents import Intent
from quizgame.domain.table import Table
from quizgame.services.game import Game
from quizgame.services.party import Party
from quizgame.services.shelf import Shelf
from quizgame.storage.database import NAME
from quizgame.storage.packindex import NAME as INDEX
from quizgame.storage.packindex import PackIndex
from quizgame.storage.progress import Progress
from quizgame.ui import window as window_module
from quizgame.ui.actions import Action
from quizgame.ui.bookmarks import Bookmarks
from quizgame.ui.ops import Words
from quizgame.ui.painter import Painter
from quizgame.ui.scene import Scene
from quizgame.ui.window import Window
from tests.conftest import ROOT
from tests.noninterference.listening import Lines, listening
from tests.noninterference.offers import claims, offered, way_home
from tests.noninterference.packs import OTHER, lay_beside

SIZE = (960, 600)
STEP = 10.0
"""Seconds between two observations: nothing is in motion any more."""
BEGINNING = 1_700_000_000.0
"""When a game is first opened, in seconds since 1970; its clock moves as it is looked at."""
HELD = 1.0
"""Seconds a press lasts."""
_PRAGMAS = ("user_version", "application_id", "page_count")
_CHANGES = ("data_version", "schema_version")
"""With how many rows were changed: what of a save tells whether it was written since."""

_painters: dict[int, Painter] = {}


class BrokenError(Exception):
    """The game itself has failed: neither a leak nor the lack of one."""


@dataclass(frozen=True, slots=True)
class Observation:
    """Everything there is to see of a game at one moment.

    The view stands for what would be drawn of it at other sizes, in larger letters, by other hands.
    """

    view: views.View
    scene: Scene
    offered: tuple[Intent, ...]
    frame: int
    title: str
    sounds: tuple[str, ...]
    saved: tuple[str, ...]
    indexed: tuple[str, ...]
    touched: tuple[str, ...]
    logged: tuple[str, ...]
    printed: str
    error: str


_open_players: "list[Player]" = []


def close_players() -> None:
    """Close every game that a test which was cut short has left open."""
    while _open_players:
        _open_players[-1].close()


def differing(one: Observation, two: Observation) -> list[str]:
    """Return the names of what tells two observations apart."""
    return [f.name for f in fields(one) if getattr(one, f.name) != getattr(two, f.name)]


class Player:
    """One person's game on a folder of its own; clock and dice are injected."""

    def __init__(
        self, folder: Path, pack: str, seed: int, *, beside: int = 0, without: str = ""
    ) -> None:
        self.folder = folder
        self.index = PackIndex(folder / "data" / INDEX)
        self.beside = beside
        self.seed = seed
        self.now = 0.0
        self.error = ""
        self.heard: list[str] = []
        self.playing: bytes | None = None
        self.touched: list[str] = []
        self.log = Lines()
        self.printed = StringIO()
        self._frame: int | None = None
        self._dumped: tuple[object, tuple[str, ...]] | None = None
        self._listed: tuple[bytes, tuple[str, ...]] | None = None
        (folder / "packs").mkdir(parents=True, exist_ok=True)
        (folder / "data").mkdir(exist_ok=True)
        (folder / "packs" / "pack.yaml").write_text(pack, encoding="utf-8")
        lay_beside(folder / "packs", pack, without=without)
        (folder / "packs" / "other.yaml").write_text(OTHER, encoding="utf-8")
        self._open()

    def _open(self) -> None:
        _open_players.append(self)
        with self._watched():
            progress, message = Progress.open(self.folder / "data", "stamp")
            self.game = Game(
                Shelf((self.folder / "packs",), self.index),
                progress,
                now=lambda: BEGINNING + self.now,
                dice=self._throw,
                message=message or "",
            )
            self._open_window()

    def _open_window(self) -> None:
        self.window = Window(ROOT / "assets", full_screen=False)
        self.window._sounds.play = self._hear  # type: ignore[method-assign] # noqa: SLF001
        self.window._sounds.play_card = self._hear_card  # type: ignore[method-assign] # noqa: SLF001
        # Backdrops and letters take long to make, so each side of a pair keeps its own for good.
        painter = _painters.setdefault(self.beside, self.window._painter)  # noqa: SLF001
        self.window._painter = painter  # noqa: SLF001
        self.window._stage._measure = painter._typeface  # noqa: SLF001

    def _throw(self) -> int:
        self.seed += 1
        return self.seed

    def twin(self, folder: Path, pack: str) -> "Player":
        """Return a new game on a copy of all that this one has saved, and begin to compare anew.

        This one goes on as it is, less where its focus stood and who sat together last.
        """
        (folder / "data").mkdir(parents=True)
        with closing(sqlite3.connect(folder / "data" / NAME)) as copy:
            self.game._progress._connection.backup(copy)  # noqa: SLF001
        other = Player(folder, pack, self.seed, beside=1)
        other.now = self.now
        other.game._shelf.faces()  # noqa: SLF001 (as this one has, long since)
        for pack_id in self.game._shelf._kept:  # noqa: SLF001
            other.game._shelf._sealed(pack_id)  # noqa: SLF001
        for pack_id in self.game._shelf._put:  # noqa: SLF001 (read again as its author does)
            sealed, path = other.game._shelf._sealed(pack_id), other.game._shelf.path(pack_id)  # noqa: SLF001
            if sealed and path:
                other.game._shelf.put(sealed, path)  # noqa: SLF001
        for player in (self, other):
            stage = player.window._stage  # noqa: SLF001
            stage._setting = replace(stage._setting, focus="", scroll=0)  # noqa: SLF001
            stage._bookmarks = Bookmarks()  # noqa: SLF001
            stage._scene = None  # noqa: SLF001
            player.game._gathering._sitting.party = Party(())  # noqa: SLF001
            player.heard, player.touched, player.log.lines = [], [], []
            player.printed, player.error = StringIO(), ""
        return other

    def _hear(self, name: str, volume: int, now: float) -> None:
        self.heard.append(f"{name} at {volume}, {now}")

    def _hear_card(self, data: bytes | None, volume: int, now: float) -> bool:
        self.playing = data
        if data:
            self.heard.append(f"{zlib.crc32(data)} at {volume}, {now}")
        return data is not None

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Write down what is touched, logged, printed and raised meanwhile."""
        root = logging.getLogger()
        level = root.level
        root.addHandler(self.log)
        root.setLevel(logging.NOTSET)
        try:
            with ExitStack() as stack:
                stack.enter_context(redirect_stdout(self.printed))
                stack.enter_context(redirect_stderr(self.printed))
                stack.enter_context(patch.object(pygame.scrap, "put_text", self.heard.append))
                touched = stack.enter_context(listening(self.folder))
                yield
        except Exception as error:  # noqa: BLE001 (what a player would be told is compared)
            self.error += f"{type(error).__name__}: {error}\n"
        finally:
            self.touched += touched
            root.setLevel(level)
            root.removeHandler(self.log)

    # -- what a hand does ---------------------------------------------------------------------

    def send(self, intent: Intent) -> None:
        """Carry out an intent."""
        with self._watched():
            self.game.send(intent)

    def act(self, action: Action) -> None:
        """Do something to the page, and carry out what it asks for."""
        self.show()
        with self._watched():
            stage = self.window._stage  # noqa: SLF001 (a hand on the page)
            intent = stage.on(action, self.now) or stage.due(self.now + HELD)
            if intent is not None and not claims(self.game.view(), intent):
                self.game.send(intent)

    def go_home(self) -> None:
        """Go to the title from wherever this is; a game under way is left as it stands."""
        for _ in range(20):
            view = self.game.view()
            if isinstance(view, views.TitleView):
                return
            self.send(self.way_home())
        raise AssertionError(view)

    def way_home(self) -> Intent:
        """Return what leads nearer to the title from here."""
        return way_home(self.game.view())

    @property
    def table(self) -> Table | None:
        """The game of several under way or just over."""
        return self.game._gathering._tables.table  # noqa: SLF001

    def restart(self) -> None:
        """End the game and begin it again on what it has saved."""
        self.close()
        self._open()

    def close(self) -> None:
        """End the game, and take its window away."""
        _open_players[:] = [player for player in _open_players if player is not self]
        with self._watched():
            self.game.close()
        self.window._window.destroy()  # noqa: SLF001

    # -- what is to be seen -------------------------------------------------------------------

    def show(self) -> None:
        """Put on the screen what is to be seen now, and be heard."""
        self.now += STEP
        before = self.window._drawn  # noqa: SLF001
        with self._watched():
            self.window.show(self.game.view(), self.game.settings, self.now, self.game.notice)
            self.window.hear(self.game.sounds, self.game.settings.number("sound"), self.now)
            self.game.sounds.clear()
            self.window.draw(self.now)
        if self.window._drawn is not before:  # noqa: SLF001
            # A page that stands still is not painted again, and its pixels are not read again.
            self._frame = None

    @property
    def scene(self) -> Scene:
        """The page as laid out."""
        return self.window._stage.scene(self.now)  # noqa: SLF001

    def words(self) -> str:
        """Return all words on the page."""
        return " ".join(op.text for op in self.scene.ops if isinstance(op, Words))

    def offered(self) -> tuple[Intent, ...]:
        """Return everything the page lets a player ask for, but to stop and to claim more."""
        return offered(self.game.view(), self.scene)

    def observe(self) -> Observation:
        """Return everything there is to see now."""
        self.show()
        window = self.window._window  # noqa: SLF001
        if self._frame is None:
            self._frame = pixels(window.get_surface())
        return Observation(
            view=self.game.view(),
            scene=self.scene,
            offered=self.offered(),
            frame=self._frame,
            title=window.title,
            sounds=tuple(self.heard),
            saved=self._saved(),
            indexed=self.indexed(),
            touched=tuple(self.touched),
            logged=tuple(self.log.lines),
            printed=self.printed.getvalue(),
            error=self.error,
        )

    def _saved(self) -> tuple[str, ...]:
        """Return all that the save holds, its own numbers included; read anew once it changes."""
        save = self.game._progress._connection  # noqa: SLF001
        numbers = tuple(f"{n} {save.execute(f'PRAGMA {n}').fetchone()}" for n in _PRAGMAS)
        changes = [save.execute(f"PRAGMA {n}").fetchone() for n in _CHANGES]
        state = (save, save.total_changes, changes, numbers)
        if self._dumped is None or self._dumped[0] != state:
            self._dumped = state, (*save.iterdump(), *numbers)
        return self._dumped[1]

    def indexed(self) -> tuple[str, ...]:
        """Return all that the index of packs says; read anew once its file is another."""
        path = self.folder / "data" / INDEX
        held = path.read_bytes() if path.exists() else b""
        if self._listed is None or self._listed[0] != held:
            self._listed = held, indexed(self.index)
        return self._listed[1]

    def kept(self) -> dict[str, bytes]:
        """Return every file of the data folder, and the index once more as it is read."""
        files = sorted((self.folder / "data").rglob("*"))
        found = {file.name: file.read_bytes() for file in files if file.is_file()}
        return found | {"what is indexed": "\n".join(self.indexed()).encode()}


def indexed(index: PackIndex) -> tuple[str, ...]:
    """Return all that an index of packs says, but when a file was written and its size.

    Those are the file's own, there for all to see on the disk; that nothing shown comes of them
    is what the rest of an observation is for.
    """
    known = index.read().items()
    return tuple(f"{Path(path).name} {one.face} {one.trouble}" for path, one in known)


def pixels(surface: pygame.Surface) -> int:
    """Return a number that stands for all pixels of a surface."""
    return zlib.crc32(surface.get_buffer().raw)


@contextmanager
def small_windows() -> Iterator[None]:
    """Open windows at the smallest size meanwhile: fewer pixels to compare."""
    usual, window_module.SIZE = window_module.SIZE, SIZE
    try:
        yield
    finally:
        window_module.SIZE = usual
