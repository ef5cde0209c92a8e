"""Save files spoilt in every way, and the game opened and walked through with each.

Each case takes a save (closed, or as a power cut leaves it, of this version or an older one, with
a backup beside it or none) and spoils it: flipped bits, cut short, garbage, another schema, the
log of another save, values of a wrong kind or size, games under way whose JSON says anything. An
exception anywhere, a start after which bytes are gone that were neither read nor set aside, and
rows that are missing afterwards are failures; so is an empty game where a backup lies beside it.
"""

import shutil
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from quizgame.domain import intents as want
from quizgame.domain.intents import Intent
from quizgame.services.game import Game
from quizgame.storage import saves
from quizgame.storage.backups import FOLDER
from quizgame.storage.kept import SavedAnswer
from tests.figures import crash, lives
from tests.figures.hands import next_intent, play_on
from tests.figures.lives import DATA
from tests.figures.spoiling import LOG, SAVE, spoil

SAYS = "spoilt saves that are opened and walked through (goal: no exception, nothing deleted)"
CASES = 1_000
_PAGES = (
    "continue", "unfinished", "progress", "people", "daily", "play", "shelf", "together",
    "predictions", "rehearse", "settings", "help", "beliefs", "review", "watch-point",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """What came of one case: how it was spoilt, what is wrong, what the player was told."""

    number: int
    how: str
    wrong: tuple[str, ...]
    told: str


def figure(cases: int | None = None) -> Iterator[str]:
    """Yield the failures, how often each way was tried and, last, the figure."""
    wanted, began = cases or CASES, time.monotonic()
    ways: Counter[str] = Counter()
    told: Counter[str] = Counter()
    failed = 0
    with TemporaryDirectory() as home:
        models = saves_to_spoil(Path(home))
        for number in range(wanted):
            case = one_case(models, Path(home) / "world", number)
            ways[case.how] += 1
            told[case.told] += 1
            failed += bool(case.wrong)
            yield from (f"case {number} ({case.how}): {fault}" for fault in case.wrong)
    yield ", ".join(f"{times} {way}" for way, times in sorted(ways.items()))
    yield ", ".join(f"{times} {what}" for what, times in told.most_common())
    spent = time.monotonic() - began
    yield f"savefuzz {failed} of {wanted} cases failed, in {spent:.0f} s"


def saves_to_spoil(home: Path) -> tuple[Path, ...]:
    """Return worlds with saves in them, made by playing."""
    made = []
    for number, (unclosed, backed_up) in enumerate(
        ((False, False), (False, True), (True, False), (True, True), (True, True))
    ):
        world = home / f"model-{number}"
        lives.prepare(world)
        _play(world, number, unclosed=unclosed, backed_up=backed_up)
        made.append(world)
    for number, old in enumerate(crash.OLD):
        world = home / f"old-{number}"
        lives.prepare(world)
        shutil.copy(old, world / DATA / SAVE)
        made.append(world)
    return tuple(made)


def _play(world: Path, seed: int, *, unclosed: bool, backed_up: bool) -> None:
    clock, data = lives.moments(seed), world / DATA
    for part in range(2):
        game, progress, _ = lives.opened(world, clock, Random(seed + part))
        progress.add_person("Mina")
        progress.rate(
            progress.rehearse(lives.PACK, SavedAnswer("start-choice", "right", 0, 1.0, 5.0)),
            3,
        )
        progress.seal(lives.PACK, "start-typed", "so it ends", "sure", 6.0)
        play_on(game, Random(seed + 10 + part), 120)
        if part and unclosed:
            shutil.copytree(data, world / "unclosed")
        game.close()
        if not part and backed_up:
            saves.back_up(data, "20260101-000000")
    if unclosed:
        shutil.rmtree(data)
        (world / "unclosed").rename(data)
        (data / f"{SAVE}-shm").unlink(missing_ok=True)


# -- what is looked at -------------------------------------------------------------------------


def one_case(models: tuple[Path, ...], world: Path, number: int) -> Case:
    """Spoil a save and start the game on it, twice."""
    dice = Random(number)
    shutil.rmtree(world, ignore_errors=True)
    shutil.copytree(dice.choice(models), world)
    logs = tuple(model / DATA / LOG for model in models if (model / DATA / LOG).exists())
    how = spoil(world / DATA, logs, dice)
    before = {name: _bytes(world / DATA / name) for name in (SAVE, LOG)}
    rows = _rows(world)
    wrong, told = [], ""
    for start in range(2):
        try:
            told = _walked(world, number, dice, start) or told
        except Exception as error:  # noqa: BLE001 (it is what we look for)
            wrong.append(f"{_where(error)}")
        if start == 0:
            wrong += _gone(world, before, rows)
    return Case(number, how, tuple(wrong), _short(told))


def _walked(world: Path, number: int, dice: Random, start: int) -> str:
    """Start the game, and the second time look at every page and play on; return what is told."""
    game, progress, message = lives.opened(world, lives.moments(number + start), Random(number))
    game.view()
    if start:
        for page in _PAGES:
            _visit(game, dice, want.Go(page))
        _visit(game, dice, want.ChoosePack(lives.PACK), want.MovePlayhead(2), want.Start(once=True))
        play_on(game, dice, 40)
        for person in progress.people():
            progress.play_as(person.id)
            _visit(game, dice, want.Go("continue"), want.Go("progress"))
    game.close()
    return message


def _visit(game: Game, dice: Random, *intents: Intent) -> None:
    for intent in intents:
        game.send(intent)
        game.view()
    for _ in range(3):
        game.send(next_intent(game.view(), dice))
    game.send(want.Go("title"))
    game.send(want.Back())


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _rows(world: Path) -> Counter[tuple[Any, ...]] | None:
    """Return answers and watch points as SQLite reads them, from a copy; None if it cannot."""
    copy = world.parent / "looked"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for name in (SAVE, LOG):
        if (world / DATA / name).is_file():
            shutil.copy(world / DATA / name, copy / name)
    try:
        with closing(sqlite3.connect(copy / SAVE)) as db:
            db.text_factory = bytes
            answers = db.execute("SELECT pack, card, verdict, points, seconds, at FROM answers")
            points = db.execute("SELECT pack, tier FROM watch_points")
            return Counter((*answers.fetchall(), *points.fetchall()))
    except (sqlite3.Error, UnicodeError):
        return None


def _gone(
    world: Path, before: dict[str, bytes], rows: Counter[tuple[Any, ...]] | None
) -> Iterator[str]:
    """Yield what of a spoilt save is nowhere any more."""
    after = _rows(world)
    if after == Counter() and list((world / DATA / FOLDER).glob("*")):
        yield "the game begins anew beside a backup"
    now = [_bytes(path) for path in (world / DATA).iterdir()]
    if all(data in now for data in before.values() if data):
        return
    if rows is None or after is None:
        yield "the damaged bytes are nowhere any more"
    elif rows - after:
        yield f"{len(rows - after)} rows are gone"


def _where(error: Exception) -> str:
    trace, places = error.__traceback__, []
    while trace is not None:
        places.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{type(error).__name__}: {str(error)[:100]} at {' > '.join(places[-4:])}"


def _short(told: str) -> str:
    for part in (
        "goes on from the backup",
        "A new one begins",
        "newer",
        "could not all be read",
        "not being kept",
    ):
        if part in told:
            return f"told '{part}'"
    return told or "sound"
