"""A game over a pack written in a test, on a folder of its own, with clock and dice injected."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from quizgame.domain import intents as want
from quizgame.domain.intents import Intent
from quizgame.services.game import Game
from quizgame.services.shelf import Shelf
from quizgame.storage.progress import Progress

LOW = """\
format: 1
id: lighthouse
title: The Lighthouse Keeper
kind: book
year: 1911
language: en
licence: CC0-1.0
authors: [A keeper]
poster: ["#123456", "#abcdef"]
tiers:
  - {id: start, label: Start}
  - {id: middle, label: Middle}
  - {id: end, label: End}
notes:
  - {id: storm, label: Storms}
terms:
  - {id: keeper, name: Ansel, tier: start}
"""


@dataclass(slots=True)
class Ticker:
    """A clock that a test moves by hand."""

    at: float = 1_700_000_000.0

    def __call__(self) -> float:
        self.at += 1.0
        return self.at


_games: list[Game] = []


def close_games() -> None:
    """Close every game that a test has opened and left open."""
    while _games:
        _games.pop().close()


def open_game(folder: Path, pack: str, *, seed: int = 7) -> Game:
    """Return a game whose only pack is this text; progress lies in `folder / data`.

    It is closed when the test ends, if the test has not done so itself.
    """
    packs = folder / "packs"
    packs.mkdir(parents=True, exist_ok=True)
    (packs / "pack.yaml").write_text(pack, encoding="utf-8")
    data = folder / "data"
    data.mkdir(exist_ok=True)
    progress, message = Progress.open(data, "stamp")
    seeds = count(seed)
    game = Game(
        Shelf((packs,)), progress, now=Ticker(), dice=lambda: next(seeds), message=message or ""
    )
    _games.append(game)
    return game


def pull_the_plug(game: Game) -> None:
    """End a game as a power cut does: nothing is closed but what the system itself lets go of."""
    lock = game._progress._lock  # noqa: SLF001 (held until the process ends)
    assert lock is not None
    lock.close()


def start(tier: int) -> Iterator[Intent]:
    """Yield what opens a round at a tier from the title."""
    yield want.Go("play")
    yield want.MovePlayhead(tier)
    yield want.Start()


def card(name: str, tier: str, kind: str, word: str, *, extra: str = "") -> str:
    """Return one card as YAML; every text of it holds `word`."""
    head = (
        f"  - id: {name}\n    tier: {tier}\n    kind: {kind}\n    category: Sort {word}\n"
        f"    stem: Which {word} is meant here, number {name}?\n"
        f"    why: Because of {word}.\n    difficulty: 2\n{extra}"
    )
    match kind:
        case "choice":
            tail = (
                f"    choices: [One {word}, Two {word}, Three {word}, Four {word}]\n"
                f"    answer: Two {word}\n"
            )
        case "true-false":
            tail = '    answer: "true"\n'
        case "several":
            tail = (
                f"    choices: [One {word}, Two {word}, Three {word}]\n"
                f"    answers: [One {word}, Three {word}]\n"
            )
        case "order":
            tail = f"    steps: [First {word}, Second {word}, Third {word}]\n"
        case _:
            tail = f"    answers: [Typed {word}]\n"
    return head + tail


KINDS = ("choice", "true-false", "several", "order", "typed")


def low_pack(word: str = "lamp") -> str:
    """Return a pack with two cards of each kind below the top tier, none at the top."""
    cards = [
        card(f"{tier}-{kind}", tier, kind, word) for tier in ("start", "middle") for kind in KINDS
    ]
    return LOW + "cards:\n" + "".join(cards)
