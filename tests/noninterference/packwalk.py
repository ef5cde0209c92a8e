"""Packs brought in by way of the screen, and read again as they are written.

What everyone may see of it is the same for two packs that agree as far as has been watched. Only
what a page is for may differ: the fingerprint of a file, and what its author has asked to see.
"""

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from quizgame.domain import intents as want
from quizgame.domain.authorviews import TroubleView
from quizgame.domain.intents import Intent
from quizgame.services import adding
from quizgame.storage import library
from tests.conftest import ROOT
from tests.noninterference.packs import MARKS, lay_beside
from tests.noninterference.player import BrokenError, Player, differing, small_windows
from tests.noninterference.terminalwalk import SEQUELS
from tests.noninterference.walk import pair

AGREE = 1


class Desk:
    """Two games side by side, and a file that is another pack to each of them."""

    def __init__(self, folder: Path, texts: tuple[str, str]) -> None:
        self.texts = texts
        self.apart = frozenset[str]()
        self.file = folder / "downloads" / "new.yaml"
        self.file.parent.mkdir()
        # Of the hidden cards, the pictures are missing.
        lay_beside(self.file.parent, self.texts[0], without="late")
        self.named = "new"
        self.players = (
            Player(folder / "one", self.texts[0], 7),
            Player(folder / "two", self.texts[1], 7, beside=1),
        )
        for player in self.players:
            player.game.adding.keep_in(player.folder, ROOT / "questions")

    def do(self, *intents: Intent) -> None:
        """Do the same in both games, and compare all there is to see."""
        for intent in intents:
            for player, text in zip(self.players, self.texts, strict=True):
                self.file.write_text(text.replace("lighthouse", self.named), encoding="utf-8")
                numbers = count()
                # What is staged has a name by chance.
                with patch.object(library, "token_hex", lambda _size: f"{next(numbers):016x}"):  # noqa: B023
                    player.send(intent)
            self.look()

    def offer(self, named: str) -> None:
        """Have a file looked at that is a pack of this id, but another one to each."""
        self.named = named
        self.do(want.Browse(str(self.file.parent)), want.Offer(str(self.file)))

    def look(self) -> None:
        """Compare all there is to see."""
        one, two = (player.observe() for player in self.players)
        if one.error or two.error:
            raise BrokenError(one.error or two.error)
        told = set(differing(one, two)) - self.apart
        assert not told, told

    def ask_for_trouble(self) -> None:
        """Ask for the page that speaks of the whole pack: in dots, no word of the story is told."""
        self.do(want.ShowTrouble())
        for player in self.players:
            player.send(want.Agree())
            player.show()
            view = player.game.view()
            assert isinstance(view, TroubleView)
            assert view.rows or player is self.players[1]
            assert not [mark for mark in MARKS[AGREE + 1 :] if mark in player.words()]
            player.send(want.Back())
            # To see what can be mended, all of a pack is opened.
            player.touched.clear()
        self.look()


def pack_walk() -> None:
    """Add, put away, bring back and read again; AssertionError as soon as anything can be told."""
    with (
        TemporaryDirectory() as folder,
        small_windows(),
        patch.object(adding, "grouped", lambda digits: "-" * len(digits)),
    ):
        twins = pair()
        for name, texts, walk in (
            ("twins", (twins.one.yaml(), twins.two.yaml()), _walk),
            ("sequels", (twins.one.yaml(), twins.one.yaml()), _sequels),
        ):
            (Path(folder) / name).mkdir()
            desk = Desk(Path(folder) / name, texts)
            try:
                walk(desk)
            finally:
                for player in desk.players:
                    player.close()


def _walk(desk: Desk) -> None:
    desk.do(want.Go("shelf"), want.ChoosePack("lighthouse"), want.MovePlayhead(AGREE), want.Start())
    desk.do(want.Reread())
    desk.ask_for_trouble()
    desk.do(want.Skip(), want.Reread(), want.Next(), want.Go("title"), want.Go("shelf"))
    desk.do(want.Reread())
    desk.offer("lighthouse-new")
    desk.do(want.Agree(), want.ShowDetails("lighthouse-new"), want.PutAway("lighthouse-new"))
    desk.do(want.Browse(str(desk.file.parent)), want.BringBack("lighthouse-new"), want.Back())
    desk.do(want.ShowDetails("lighthouse-new"), want.RemovePack("lighthouse-new"))
    desk.offer("No id")
    desk.do(want.Back(), want.Go("title"))


def _sequels(desk: Desk) -> None:
    """Add two sequels, each to one game: before the end is known not even their titles are told."""
    start = (want.Go("shelf"), want.ChoosePack("lighthouse"))
    sequel, shelf, find = "lighthouse-two", want.Go("shelf"), want.Browse(str(desk.file.parent))
    desk.do(*start, want.MovePlayhead(AGREE), want.Start(), want.Go("title"))
    # What a file says to everyone is known of it, but nobody comes across it.
    desk.texts, desk.apart = SEQUELS, frozenset({"indexed"})
    desk.do(shelf)
    desk.offer("lighthouse")
    desk.do(want.Agree(), want.PutAway(sequel), find, want.BringBack(sequel), want.Back())
    desk.do(want.RemovePack(sequel), find, want.BringBack(sequel), want.Back(), want.Go("title"))
    for player in desk.players:
        for intent in (*start, want.MovePlayhead(3), want.Start(), want.Go("title")):
            player.send(intent)
    # Whoever plays alone knows the end now; others who look on may not.
    desk.do(want.Go("together"))
    desk.offer("lighthouse")
    desk.do(want.Back(), want.Go("title"))
