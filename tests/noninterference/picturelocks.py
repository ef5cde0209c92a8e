"""Locks on pictures and sounds: read when their card is shown, called by no name, then let go."""

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from quizgame.domain import intents as want
from quizgame.domain import tableviews, views
from quizgame.domain.intents import Intent
from quizgame.ui import actions
from quizgame.ui.ops import Words
from tests.noninterference.locks import TIERS, reachable
from tests.noninterference.packs import media
from tests.noninterference.player import Player, close_players, small_windows
from tests.noninterference.tablelocks import sit_down, whole_game
from tests.support import KINDS, LOW, card

MISSING = "slide0-typed"
"""The card of the pack below whose files are not there."""
_OPENED = re.compile(r"^open .*/(slide\d-[\w-]+)\.(?:png|ogg)$")


def slides() -> str:
    """Return a pack in which each card has a picture and a sound, all with names of their own."""
    cards = [
        card(name, TIERS[tier], kind, "lamp", extra=media(name, f"words of {tier} {kind}"))
        for tier in range(3)
        for kind in KINDS
        for name in [f"slide{tier}-{kind}"]
    ]
    return LOW + "cards:\n" + "".join(cards)


class _Screening:
    """A game over that pack, in which is seen what was read, and what is within reach."""

    def __init__(self, folder: Path) -> None:
        # With a painter of its own: all that one keeps is walked through at each look.
        self.player = Player(folder, slides(), 7, beside=2, without=MISSING)
        files = (folder / "packs").iterdir()
        self.data = {path.read_bytes(): path.stem for path in files if path.suffix != ".yaml"}
        self.shown: set[str] = set()

    def do(self, *intents: Intent) -> None:
        """Carry out intents; look after each. Nothing is heard or opened large by itself."""
        for intent in intents:
            before = type(self.player.game.view()), _card_of(self.player.game.view())
            self.player.send(intent)
            self.look()
            if (type(self.player.game.view()), _card_of(self.player.game.view())) != before:
                assert self.player.playing is None
                assert not self.player.window._stage._setting.zoomed  # noqa: SLF001

    def look(self) -> None:
        """See that no more was read than was shown, and that only what stands there is kept."""
        view = self.player.game.view()
        self.player.observe()
        now = _card_of(view)
        self.shown |= {now} - {""}
        assert self._read() <= self.shown
        kept = self._kept()
        assert kept <= {now}
        if now and now != MISSING:
            assert kept == {now}
        assert not self._named(view)

    def act(self, *names: str) -> None:
        """Press keys."""
        for name in names:
            self.player.act(actions.Shortcut(name))
            self.look()

    def _read(self) -> set[str]:
        found = (_OPENED.match(line) for line in self.player.touched)
        return {match[1] for match in found if match}

    def _kept(self) -> set[str]:
        """Return the cards whose picture or sound is within reach of screen or projector."""
        window = self.player.window
        shown = self.player.game._projector._shown  # noqa: SLF001
        roots = (window._stage, window._painter, window._drawn, shown)  # noqa: SLF001
        found = (o for o in reachable(roots) if isinstance(o, bytes))
        return {self.data[o] for o in found if o in self.data}

    def _named(self, view: views.View) -> list[str]:
        """Return where a file is called by its name: the page, its title, what is logged."""
        said = [o for o in reachable(view) if isinstance(o, str)]
        said += [op.text for op in self.player.scene.ops if isinstance(op, Words)]
        said += [self.player.window._window.title, *self.player.log.lines]  # noqa: SLF001
        said += [self.player.printed.getvalue()]
        return [text for text in said if ".png" in text or ".ogg" in text]


def _card_of(view: views.View) -> str:
    """Return the id of the card on the screen, which stands in its question, or nothing."""
    if not isinstance(view, views.AskView | views.RevealView):
        return ""
    return view.stem.removesuffix("?").rpartition(" ")[2]


def nothing_is_read_ahead(folder: Path) -> None:
    """Play alone, look closer and listen; then pause, leave, come back and look back."""
    show = _Screening(folder)
    show.do(want.Go("play"), want.ShowDetails("lighthouse"), want.Back())
    show.do(want.ChoosePack("lighthouse"), want.MovePlayhead(1), want.Start())
    for _ in range(4):
        show.act("Z", "Z", "L")
        show.do(want.Skip())
        show.act("L", "L", "Z")
        show.do(want.Next())
    show.do(want.Pause(), want.Resume(), want.Go("title"), want.Go("continue"))
    while not isinstance(show.player.game.view(), views.ResultsView):
        show.do(want.Resume(), want.Skip(), want.Next())
    show.do(want.Go("review"), want.OpenAnswer(0), want.Back(), want.OpenAnswer(1), want.Back())
    assert len(show.shown) > 8
    assert not [name for name in show.shown if name.startswith("slide2")]


def nothing_is_kept_behind_the_curtain(folder: Path) -> None:
    """Pass the screen round a table: each curtain hides the picture and the sound of the last."""
    show = _Screening(folder)
    sit_down(show.player.game, 0, 1, 2, pack="lighthouse")
    curtains = 0
    for intent in whole_game(show.player.game):
        show.do(*((intent,) if intent else ()))
        curtains += isinstance(show.player.game.view(), tableviews.HandoverView)
        if isinstance(show.player.game.view(), views.AskView):
            show.act("Z", "Z", "L", "Z")
            # Whoever looks away can hear all the same.
            assert show.player.playing is None
    assert curtains > 10
    show.do(want.Go("look-over"), want.LookOver(1), want.OpenCurtain(), want.OpenAnswer(0))
    assert len(show.shown) > 5


def tried(lock: Callable[[Path], None]) -> None:
    """Try one of these locks in a folder of its own."""
    try:
        with TemporaryDirectory() as folder, small_windows():
            lock(Path(folder) / "home")
    finally:
        close_players()
