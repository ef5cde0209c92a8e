"""Through a long shelf: searched, sorted, narrowed, scrolled, and read for the first time."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.intents import Intent
from quizgame.services import shelf as shelf_module
from quizgame.storage import packfolders
from quizgame.storage.packfolders import Spot
from quizgame.storage.packindex import NAME, PackIndex
from quizgame.ui import actions
from tests.noninterference.packs import OTHER, known_to
from tests.noninterference.player import BrokenError, Player, differing, small_windows
from tests.noninterference.walk import SEQUEL, pair

AGREE = 1
TITLES = ("Amphora", "Bellows", "Compass", "Dovecote", "Estuary", "Foghorn", "Gangway", "Halyard")
KINDS, LANGUAGES = ("film", "book"), ("en", "ko")
HIDDEN = ("del", "delta", "late-typed", "the end of cedar", "widow", "outlived", "play", "french")
"""What stands in hidden cards and in a hidden sequel, and in nothing that is open."""
SPIN_OFF = SEQUEL.replace("kind: book", "kind: play").replace("language: en", "language: fr")
SPIN_OFF = SPIN_OFF.replace("The Widow", "A Widow").replace("lighthouse-two", "lighthouse-tale")


def fillers(packs: Path, count: int) -> None:
    """Write packs of different kinds and languages, which are read after those of the pair."""
    packs.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        title = TITLES[number % len(TITLES)] + " again" * (number // len(TITLES))
        text = OTHER.replace("id: almanac", f"id: filler-{number}")
        text = text.replace("An Almanac", title)
        text = text.replace("kind: book", f"kind: {KINDS[number % 2]}")
        text = text.replace("language: en", f"language: {LANGUAGES[number % 2]}")
        (packs / f"tale-{number:02}.yaml").write_text(text, encoding="utf-8")


def searched() -> Iterator[Intent]:
    """Yield all that can be done on the shelf, and some that it does not offer."""
    yield want.Go("shelf")
    for words in (*HIDDEN, "light", "keep 1911", "korean", ""):
        yield want.Edit(words)
    for order in ("newest", "played", "watched", "title"):
        yield want.SortBy(order)
    for name in ("order", "kind", "language", "language", "secret"):
        yield want.Unfold(name)
    for kind, language in (("film", ""), ("book", "en"), ("play", ""), ("", "fr"), ("", "ko")):
        yield want.Narrow("kind", kind)
        yield want.Narrow("language", language)
    yield want.Edit("an almanac")
    yield want.ShowDetails("lighthouse")
    yield want.Back()
    yield want.ClearSearch()
    yield want.ShowDetails("lighthouse-tale")
    yield want.Go("title")
    yield want.Go("together")
    yield from (want.Edit("widow"), want.Narrow("kind", "play"), want.ClearSearch(), want.Back())


def shelf_walk() -> None:
    """Do all that can be done on a shelf, where cards differ, and where a sequel lies on one."""
    with added_by_name(), small_windows():
        _differing_cards()
        _sequel_on_one(6, bar=True)
        _sequel_on_one(5, bar=False)
        _read_in_steps()
    index_lock()


@contextmanager
def added_by_name() -> Iterator[None]:
    """Have every file put there at a time of its own, the same on every shelf meanwhile."""
    by_name = property(lambda spot: float(zlib.crc32(spot.name.encode())))
    with patch.object(Spot, "added", by_name):
        yield


@contextmanager
def two_shelves(packs: tuple[str, str], count: int, sequel: str = "") -> Iterator[list[Player]]:
    """Open two games on these packs and fillers; the sequel lies beside the first."""
    with TemporaryDirectory() as folder:
        homes = Path(folder) / "one", Path(folder) / "two"
        for home in homes:
            fillers(home / "packs", count)
        if sequel:
            (homes[0] / "packs" / "sequel.yaml").write_text(sequel, encoding="utf-8")
        players = [
            Player(home, pack, 7, beside=beside)
            for beside, (home, pack) in enumerate(zip(homes, packs, strict=True))
        ]
        yield players
        for player in players:
            player.close()


def _same(players: list[Player], *intents: Intent, apart: frozenset[str] = frozenset()) -> None:
    for intent in intents:
        for player in players:
            player.send(intent)
        _look(players, apart)


def _look(players: list[Player], apart: frozenset[str] = frozenset()) -> None:
    one, two = (player.observe() for player in players)
    if one.error or two.error:
        raise BrokenError(one.error or two.error)
    told = set(differing(one, two)) - apart
    assert not told, told


def _differing_cards() -> None:
    """What is hidden in a pack takes no part in how the shelf is searched and sorted."""
    twins = pair()
    with two_shelves((twins.one.yaml(), twins.two.yaml()), 8) as players:
        _same(players, *searched())
        _same(players, want.Go("shelf"), want.ChoosePack("lighthouse"), want.MovePlayhead(AGREE))
        _same(players, want.Start(), want.Skip(), want.Next(), want.Go("title"), *searched())
        _same(players, want.Go("shelf"))
        for hand in (actions.Move(0, 1), actions.Wheel(-3), actions.Text("a"), actions.Cancel()):
            for player in players:
                player.act(hand)
            _look(players)
        for player in players:
            player.restart()
        _same(players, *searched())


FILE = frozenset({"touched", "indexed"})
"""The file itself lies there for all to see; that it is on no shelf is the point."""


def _sequel_on_one(count: int, *, bar: bool) -> None:
    """A hidden sequel is not found, offers nothing to choose, and does not make a shelf long."""
    pack = known_to(pair().one, AGREE).yaml()
    enter = (want.Go("title"), want.Go("shelf"), want.ChoosePack("lighthouse"))
    end = (want.Start(), want.Go("title"))
    with two_shelves((pack, pack), count, SPIN_OFF) as players:
        _same(players, *searched(), apart=FILE)
        players[0].send(want.Go("shelf"))
        view = players[0].game.view()
        assert isinstance(view, views.ShelfView)
        assert bool(view.bar) is bar
        for player in players:
            # To the end, where the sequel lies on one shelf and is looked for, and back again.
            for intent in (*enter, want.MovePlayhead(3), *end, *searched(), want.Go("shelf")):
                player.send(intent)
            for intent in (want.Narrow("kind", "play"), want.Narrow("language", "fr")):
                player.send(intent)
            for intent in (*enter, want.MovePlayhead(1), *end):
                player.send(intent)
        _same(players, *searched(), apart=FILE | {"saved"})


def _read_in_steps() -> None:
    """Packs come to a shelf that is read for the first time by their files, not by their cards."""
    twins = pair()
    with two_shelves((twins.one.yaml(), twins.two.yaml()), shelf_module.FIRST_SHOWN + 12) as both:
        for player in both:
            player.game.read_on()
        _same(both, want.Go("shelf"))
        while True:
            more = [player.game.read_on() for player in both]
            assert more[0] == more[1]
            _look(both)
            if not more[0]:
                break


def index_lock() -> None:
    """The files of two indexes are the same byte for byte, whatever is hidden in the packs.

    The stamps of the files are held equal for this: they are the files' own.
    """
    twins = pair()
    with TemporaryDirectory() as folder, patch.object(packfolders, "_stamp", lambda _: (1, 2, 3)):
        written = []
        for name, pack in (("one", twins.one), ("two", twins.two)):
            home = Path(folder) / name
            fillers(home / "packs", 3)
            (home / "packs" / "pack.yaml").write_text(pack.yaml(), encoding="utf-8")
            shelf = shelf_module.Shelf((home / "packs",), PackIndex(home / NAME))
            shelf.faces()
            shelf.deck("lighthouse", AGREE)
            data = (home / NAME).read_bytes()
            assert str(home).encode() in data
            written.append(data.replace(f"/{name}/".encode(), b"/home/"))
        assert written[0] == written[1]
