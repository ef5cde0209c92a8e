"""How long the shelf takes to open with a thousand packs, against an empty one in the same run.

Empty but for the pack that ships, which lies on both.
From starting the program to the first frame of the shelf, in a window, as somebody meets it who
starts the game a second time. The lines before tell the first start, on which every pack is read,
and what finding, reading the index and making the page take alone.
"""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from subprocess import PIPE
from tempfile import TemporaryDirectory

from quizgame.services.adding import Adding
from quizgame.services.notices import Notices
from quizgame.services.shelf import Shelf
from quizgame.services.shelfpages import ALONE, Browsing
from quizgame.storage.packindex import NAME, PackIndex
from quizgame.storage.progress import Progress
from tests.figures.percent import p50
from tests.support import LOW, card
from tests.xvfb import program, screen

SAYS = "shelf of 1,000 packs, as a multiple of an empty one, second start (goal: 1.3)"
PACKS, CARDS = 1000, 100
ROUNDS = 15
KINDS, LANGUAGES = ("film", "series", "book", "play"), ("en", "ko", "de", "fr", "ja")


def packs(folder: Path, count: int, cards: int) -> None:
    """Write packs that differ in all that a face shows."""
    folder.mkdir(parents=True)
    tiers = ("start", "middle", "end")
    told = "".join(card(f"c{n}", tiers[n % 3], "choice", f"word{n}") for n in range(cards))
    for number in range(count):
        head = LOW.replace("id: lighthouse", f"id: pack-{number}")
        head = head.replace("The Lighthouse Keeper", f"Story {number * 7919 % count} of the coast")
        head = head.replace("kind: book", f"kind: {KINDS[number % len(KINDS)]}")
        head = head.replace("language: en", f"language: {LANGUAGES[number % len(LANGUAGES)]}")
        text = f"{head}cards:\n{told}"
        (folder / f"pack-{number}.yaml").write_text(text, encoding="utf-8")


def figure() -> Iterator[str]:
    """Yield the first start, the services alone, both second starts, and the figure."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(TemporaryDirectory()))
        environment = dict(os.environ)
        if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
            environment = stack.enter_context(screen(home)).environment()
        environment |= {"PYGAME_HIDE_SUPPORT_PROMPT": "1"}
        # An installed game is compiled already, whatever the one who measures has set.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
        full, empty = home / "full", home / "empty"
        packs(full / "packs", PACKS, CARDS)
        _took(empty, "whole", environment)
        first = _took(full, "first", environment)
        yield f"first start: {first * 1000:.0f} ms until the shelf stands"
        (full / NAME).unlink(missing_ok=True)
        whole = _took(full, "whole", environment)
        yield f"first start: {whole * 1000:.0f} ms until all {PACKS} packs stand on it"
        yield from _services(full)
        rounds = [[_took(at, "whole", environment) for at in (full, empty)] for _ in range(ROUNDS)]
    ours, theirs = zip(*rounds, strict=True)
    yield f"{PACKS} packs: {_told(ours)}"
    yield f"empty: {_told(theirs)}"
    ratio = p50([one / other for one, other in zip(ours, theirs, strict=True)])
    yield (
        f"shelf {ratio:.2f} times an empty one ({PACKS} packs, {PACKS * CARDS} cards, second "
        f"start, {ROUNDS} interleaved rounds)"
    )


def _services(folder: Path) -> Iterator[str]:
    """Yield what the services take, with the index and without any pack."""
    copy = folder.parent / "copy"
    copy.mkdir()
    shutil.copy(folder / NAME, copy / NAME)
    with closing(Progress.open(copy, "stamp")[0]) as progress:
        for name, place in (("1,000 packs", folder / "packs"), ("no pack", folder / "none")):
            times = [_served(place, copy / NAME, progress) for _ in range(ROUNDS)]
            yield f"services alone, {name}: median {p50(times):.1f} ms"


def _served(place: Path, index: Path, progress: Progress) -> float:
    began = time.perf_counter_ns()
    shelf = Shelf((place,), PackIndex(index))
    Browsing(shelf, progress, Adding(shelf, progress, Notices())).view(ALONE)
    return (time.perf_counter_ns() - began) / 1e6


def _took(folder: Path, awaited: str, environment: dict[str, str]) -> float:
    """Return the seconds from starting a process to the shelf."""
    words = ["-m", "tests.figures.first_shelf", str(folder), awaited]
    began = time.monotonic_ns()
    with program(words, environment, stdout=PIPE) as running:
        said, _ = running.communicate(timeout=120)
    return (int(said) - began) / 1e9


def _told(seconds: tuple[float, ...]) -> str:
    middle = p50(list(seconds)) * 1000
    return f"median {middle:.0f} ms, {min(seconds) * 1000:.0f} to {max(seconds) * 1000:.0f}"
