"""Two packs that agree up to the watch point and differ above it cannot be told apart in play."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgame.domain import gate, intents, views
from quizgame.domain.intents import Intent
from quizgame.services import shelf as shelf_module
from quizgame.ui.scene import Scene
from quizgame.ui.sheet import Sheet
from tests.support import KINDS, card, low_pack, open_game

if TYPE_CHECKING:
    from quizgame.services.game import Game

WATCHED = 1
SIZE = (960, 600)

_opened: list[str] | None = None


def _listen(event: str, arguments: tuple[Any, ...]) -> None:
    if _opened is not None and event in {"open", "sqlite3.connect", "os.rename", "os.remove"}:
        _opened.append(str(arguments[0]))


sys.addaudithook(_listen)


@contextmanager
def files_opened(under: Path) -> Iterator[list[str]]:
    """Gather the names of files under a folder that are touched meanwhile."""
    global _opened  # noqa: PLW0603 (an audit hook cannot be taken away again)
    seen: list[str] = []
    _opened = []
    try:
        yield seen
    finally:
        seen += [name.replace(str(under), "") for name in _opened if str(under) in name]
        _opened = None


class Player:
    """One game with its sheet; everything it shows, says, saves and opens can be compared."""

    def __init__(self, folder: Path, pack: str, assets: Path) -> None:
        self.folder = folder
        self.files: list[str] = []
        with files_opened(folder) as opened:
            self.game: Game = open_game(folder, pack)
        self.files += opened
        self.sheet = Sheet(assets, SIZE)

    def scene(self) -> Scene:
        """Return the page as laid out, at the player's own text size."""
        self.sheet.set_up(text=self.game.settings.number("text_size"))
        self.sheet.stage.show(self.game.view(), 0.0)
        return self.sheet.stage.scene(0.0)

    def offered(self) -> list[Intent]:
        """Return everything the page lets a player ask for."""
        scene = self.scene()
        found = [t.intent for t in scene.targets] + [t.left for t in scene.targets]
        found += [t.right for t in scene.targets] + list(scene.shortcuts.values()) + [scene.back]
        return [intent for intent in found if intent is not None and intent != intents.Go("quit")]

    def send(self, intent: Intent) -> None:
        """Carry out an intent, noting the files it touches."""
        with files_opened(self.folder) as opened:
            self.game.send(intent)
        self.files += opened

    def frame(self) -> bytes:
        """Return the pixels of the page."""
        return pygame.image.tobytes(self.sheet.paint(self.game.view()), "RGB")

    def saved(self) -> dict[str, bytes]:
        """Close the game and return every file it leaves."""
        self.game.close()
        data = self.folder / "data"
        return {path.name: path.read_bytes() for path in sorted(data.rglob("*")) if path.is_file()}


def claims_more(player: Player, intent: Intent) -> bool:
    """Tell whether an intent says that more has been watched: the one way to be shown more."""
    view = player.game.view()
    return (
        isinstance(view, views.WatchPointView)
        and isinstance(intent, intents.Start)
        and not intent.safe
        and view.playhead > WATCHED
    )


def play_in_step(one: Player, two: Player, hand: list[int]) -> None:
    """Play both with the same hand, and compare everything at every step."""
    for number in hand:
        assert one.scene() == two.scene()
        offered = one.offered()
        assert offered == two.offered()
        assert one.frame() == two.frame()
        intent = offered[number % len(offered)]
        if claims_more(one, intent):
            continue
        if number % 7 == 0:
            intent = intents.Edit("lamp")
        one.send(intent)
        two.send(intent)
        assert one.game.sounds == two.game.sounds
    assert one.files == two.files
    assert one.saved() == two.saved()


high_cards = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sampled_from(["grave", "wreck", "dawn"])),
    min_size=1,
    max_size=6,
)


def with_high(cards: list[tuple[str, str]]) -> str:
    """Return the low pack with cards of the top tier, and a term only they know."""
    text = low_pack().replace(
        "  - {id: keeper, name: Ansel, tier: start}\n",
        "  - {id: keeper, name: Ansel, tier: start}\n"
        + "".join(
            f"  - {{id: t-{word}, name: {word}, tier: end}}\n"
            for word in sorted({word for _, word in cards})
        ),
    )
    return text + "".join(
        card(f"late-{n}", "end", kind, word) for n, (kind, word) in enumerate(cards)
    )


def same_play(high: str, hand: list[int], assets: Path) -> None:
    """Play the low pack and the extended one in step."""
    with TemporaryDirectory() as left, TemporaryDirectory() as right:
        one = Player(Path(left), low_pack(), assets)
        two = Player(Path(right), high, assets)
        play_in_step(one, two, hand)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(high_cards, st.lists(st.integers(0, 400), min_size=15, max_size=40))
def test_nothing_above_the_watch_point_can_be_told(
    assets: Path, cards: list[tuple[str, str]], hand: list[int]
) -> None:
    same_play(with_high(cards), hand, assets)


def walk(assets: Path, high: str) -> None:
    """Play one whole round in step: up to the middle, a card of each kind, results, review."""
    with TemporaryDirectory() as left, TemporaryDirectory() as right:
        one, two = Player(Path(left), low_pack(), assets), Player(Path(right), high, assets)
        skipped: list[Intent] = [intents.Skip(), intents.Next()]
        skipped *= 10
        script: list[Intent] = [
            intents.Go("play"),
            intents.MovePlayhead(2),
            intents.MovePlayhead(WATCHED),
            intents.Change("round_length", "0"),
            intents.Start(),
            *skipped,
            intents.Go("review"),
            intents.OpenAnswer(3),
            intents.Back(),
            intents.Back(),
            intents.Go("title"),
            intents.Go("shelf"),
            intents.ShowDetails("lighthouse"),
        ]
        for intent in script:
            assert one.frame() == two.frame()
            assert one.scene() == two.scene()
            one.send(intent)
            two.send(intent)
        assert one.saved() == two.saved()


def test_a_whole_round_is_the_same_with_and_without_an_ending(assets: Path) -> None:
    walk(assets, with_high([("choice", "grave"), ("order", "wreck"), ("typed", "dawn")]))


def test_a_gate_left_open_is_noticed(assets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf_module, "cut", lambda pack, _point: gate.cut(pack, 99))
    with pytest.raises(AssertionError):
        walk(assets, with_high([("choice", "grave"), ("order", "wreck")]))
