"""What a game does until it is killed, told line by line in a diary that outlives it.

Each thing is told before it is begun ("about") and once it is done ("done"): the answers that are
kept by then, and a fingerprint of the card on the screen, made from the round itself and not from
the save. A line counts once it is whole.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from quizgame.domain import evening, session, views
from quizgame.domain import intents as want
from quizgame.domain.intents import Intent
from quizgame.domain.session import Session
from quizgame.domain.table import Phase, Table
from quizgame.services import installing, showing, tableshowing
from quizgame.services.game import Game
from quizgame.services.shelf import Shelf
from quizgame.storage import personfolder, saves
from quizgame.storage.backups import backups
from quizgame.storage.kept import ASK, SavedAnswer
from quizgame.storage.library import Library, LibraryError
from quizgame.storage.progress import Progress
from quizgame.storage.saves import SavesError
from tests.figures.hands import next_intent
from tests.support import low_pack

PACK = "lighthouse"
DATA, PACKS, INCOMING, EXPORTS = "data", "packs", "incoming", "exports"
ANYTHING = "*"
"""In place of a fingerprint: this may lead to any card, or to none."""
CLUB = "club"
PEOPLE, PERSON = "people", b"a person " * 20_000
Given = tuple[int, str, str, float]
"""An answer: person, card, verdict, and a moment that no other has."""


def prepare(world: Path) -> None:
    """Make the folders of a world, with the pack that is played and two that are installed."""
    for name in (DATA, PACKS, INCOMING, EXPORTS):
        (world / name).mkdir(parents=True, exist_ok=True)
    (world / PACKS / "pack.yaml").write_text(low_pack(), encoding="utf-8")
    club = low_pack().replace("id: lighthouse", f"id: {CLUB}")
    for version in ("1", "2"):
        text = club.replace("licence:", f'version: "{version}"\nlicence:')
        (world / INCOMING / f"{version}.yaml").write_text(text, encoding="utf-8")


class Diary:
    """Lines written at once: what has been written stays, however the writer ends."""

    def __init__(self, path: Path | int) -> None:
        how = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        self._file = path if isinstance(path, int) else os.open(path, how)

    def say(self, **told: object) -> None:
        """Write a line."""
        os.write(self._file, f"{json.dumps(told)}\n".encode())


class Heard(Progress):
    """Progress that remembers what answers it was given since it was last asked."""

    def __init__(self, *told: Any, **more: Any) -> None:  # noqa: ANN401 (as they come)
        self.given: list[Given] = []
        self.forgot = False
        super().__init__(*told, **more)

    def save_answer(self, *told: Any, **more: Any) -> None:  # noqa: ANN401 (as they come)
        """Keep it."""
        answer: SavedAnswer = told[2]
        self.given.append((self.who, answer.card_id, answer.verdict, answer.at))
        super().save_answer(*told, **more)

    def save_table(
        self,
        run_id: int,
        state: str,
        answers: Iterable[tuple[int, SavedAnswer]] = (),
        withdrawn: Iterable[tuple[int, str]] = (),
        *,
        ended: float | None = None,
    ) -> None:
        """Keep them."""
        kept, dropped = list(answers), list(withdrawn)
        self.given += [(who, one.card_id, one.verdict, one.at) for who, one in kept]
        self.forgot = self.forgot or bool(dropped)
        super().save_table(run_id, state, kept, dropped, ended=ended)

    def rehearse(self, pack_id: str, answer: SavedAnswer, **who: Any) -> int:  # noqa: ANN401
        """Keep it."""
        self.given.append((self.who, answer.card_id, answer.verdict, answer.at))
        return super().rehearse(pack_id, answer, **who)

    def forget_beyond(self, *told: Any, **more: Any) -> None:  # noqa: ANN401 (as they come)
        """Forget it."""
        super().forget_beyond(*told, **more)
        self.forgot = True

    def heard(self) -> dict[str, object]:
        """Return what was given since this was last asked.

        Once something was taken back or forgotten, it is all there is `now`.
        """
        told: dict[str, object] = {"given": self.given}
        if self.forgot:
            told = {"now": self._rows("SELECT person, card, verdict, at FROM answers")}
        self.given, self.forgot = [], False
        return told

    def stopped(self) -> bool:
        """Tell whether the player has been told that nothing is kept any more."""
        return not self.kept

    def may_forget(self, intent: Intent) -> int:
        """Return how many answers an intent may take back, or forget after a restore."""
        if isinstance(intent, want.Start) and self.watch_point(PACK) == ASK:
            return len(self.answers())
        return 2 if isinstance(intent, want.Agree | want.Accept | want.Refuse) else 0


def opened(world: Path, moments: Iterator[float], dice: Random) -> tuple[Game, Heard, str]:
    """Open the game of a world, with the message the player is told."""
    progress, message = Heard.open(world / DATA, f"s{next(moments):.0f}")
    shelf = Shelf((world / PACKS, world / DATA / "packs"))
    game = Game(shelf, progress, now=lambda: next(moments), dice=lambda: dice.randrange(2**31))
    return game, progress, message or ""


def moments(life: int) -> Iterator[float]:
    """Yield moments that no other life has, one after the other."""
    return (1_700_000_000.0 + life * 100_000 + one for one in count())


# -- what is on the screen ---------------------------------------------------------------------


def round_face(now: Session | None) -> str:
    """Return the fingerprint of a round's card on the screen, less its clock."""
    if now is None or now.over:
        return ""
    shown = showing.reveal(now, now.at) if now.revealed else showing.ask(replace(now, paused=False))
    return _print(replace(shown, clock=None) if isinstance(shown, views.AskView) else shown)


def table_face(now: Table | None) -> str:
    """Return the fingerprint of the card at a table, and of the curtain over it."""
    if now is None or now.phase is Phase.OVER:
        return ""
    curtain = replace(tableshowing.handover(replace(now, shut=True)), warning="", again=False)
    desk = replace(now.desk, seconds=0.0)
    return _print((curtain, now.card.id if now.card else "", desk, now.phase, now.turn.dealt))


def faces(game: Game) -> dict[str, list[Any]]:
    """Return run and fingerprint of the round and of the table under way."""
    rounds, tables = game._rounds, game._gathering._tables  # noqa: SLF001 (beneath the screens)
    return {
        "round": [rounds._run, round_face(rounds.session)],  # noqa: SLF001
        "table": [tables._run, table_face(tables.table)],  # noqa: SLF001
    }


def _about(game: Game, intent: Intent) -> dict[str, list[Any]]:
    """Return what is about to be on the screen, as far as the rules alone tell it."""
    told = faces(game)
    page = game._trail[-1].page  # noqa: SLF001
    now, table = game._rounds.session, game._gathering._tables.table  # noqa: SLF001
    if page == "round" and now and isinstance(intent, want.CardIntent):
        told["round"] = [game._rounds._run, round_face(session.step(now, intent)[0])]  # noqa: SLF001
    elif page == "table" and table and isinstance(intent, want.CardIntent | want.TableIntent):
        if not isinstance(intent, want.Pause | want.TakeBack):
            run = game._gathering._tables._run  # noqa: SLF001
            told["table"] = [run, table_face(evening.step(table, intent))]
    elif not isinstance(intent, want.CardIntent):
        told = {"round": [0, ANYTHING], "table": [0, ANYTHING]}
    return told


def _print(value: object) -> str:
    return sha256(repr(value).encode()).hexdigest()[:16]


# -- lives ------------------------------------------------------------------------------------


def playing(world: Path, diary: Diary, life: int, dice: Random, times: int | None = None) -> None:
    """Play rounds and tables, rehearse and foretell, so many times or for ever.

    Nothing more is told once the player has been told that nothing is kept.
    """
    clock = moments(life)
    game, progress, message = opened(world, clock, dice)
    game.send(want.Change("clock", dice.choice(("0", "20"))))
    game.send(want.Change("table_clock", dice.choice(("0", "20"))))
    diary.say(done="open", message=message, **progress.heard(), **faces(game))
    for _ in range(times) if times else count():
        if progress.stopped():
            return
        if dice.random() < 0.04:
            diary.say(about="rehearse", **faces(game))
            one = SavedAnswer("start-choice", "right", 0, 1.5, next(clock))
            progress.rate(progress.rehearse(PACK, one), dice.randrange(1, 5))
            progress.seal(PACK, "start-typed", f"so {life}", "sure", next(clock))
            if progress.stopped():
                return
            diary.say(done="rehearse", **progress.heard(), **faces(game))
            continue
        intent = next_intent(game.view(), dice)
        forgets = progress.may_forget(intent)
        diary.say(about=repr(intent), forgets=forgets, **_about(game, intent))
        game.send(intent)
        if progress.stopped():
            return
        diary.say(done=repr(intent), **progress.heard(), **faces(game))


def backing_up(world: Path, diary: Diary, life: int, dice: Random) -> None:
    """Back up, export, restore and import, with a few cards played between, for ever."""
    clock, data = moments(life), world / DATA
    for number in count():
        game, progress, message = opened(world, clock, dice)
        diary.say(done="open", message=message, **progress.heard())
        for _ in range(dice.randrange(12)):
            intent = next_intent(game.view(), dice)
            diary.say(about=repr(intent), forgets=progress.may_forget(intent))
            game.send(intent)
            diary.say(done=repr(intent), **progress.heard())
        progress.back_up(f"2026{1 + life % 12:02}{1 + number % 28:02}-000000")
        game.close()
        _with_saves(data, world / EXPORTS / f"{life}-{number}.sqlite3", diary, dice)


def _with_saves(data: Path, target: Path, diary: Diary, dice: Random) -> None:
    made = backups(data)
    if len(made) > 12:
        for old in made[12:]:
            old.path.unlink()
    try:
        match dice.randrange(5):
            case 0:
                saves.back_up(data, "s")
            case 1:
                saves.export(data, target)
            case 2:
                personfolder.write(data / PEOPLE, "Mina", 1.0, PERSON)
            case _ if made:
                chosen = dice.choice(made[:12]).path
                diary.say(about="take up", maybe=answers_in(chosen))
                saves.take_up(data, chosen, "s")
                diary.say(done="take up", now=answers_in(data / "progress.sqlite3"))
            case _:
                pass
    except SavesError as error:
        # Before anything was played there is nothing to back up.
        diary.say(done="refused", why=str(error))


def installing_packs(world: Path, diary: Diary, life: int, dice: Random) -> None:
    """Install, update, put away, remove and bring back a pack, for ever."""
    del life
    library = Library(world / DATA)
    while True:
        deed: Callable[[], object] = dice.choice(
            (
                lambda: _install(world, library, dice),
                lambda: _install(world, library, dice),
                lambda: library.remove(CLUB),
                lambda: library.restore(CLUB),
                lambda: library.disable(CLUB),
                lambda: library.enable(CLUB),
            )
        )
        try:
            deed()
        except LibraryError:
            continue
        diary.say(done="pack", pack=True)


def _install(world: Path, library: Library, dice: Random) -> None:
    planned = installing.plan(world / INCOMING / dice.choice(("1.yaml", "2.yaml")), library)
    if isinstance(planned, installing.Plan):
        installing.keep(planned, library)


def answers_in(path: Path) -> list[Given]:
    """Return the answers in a save of whatever version."""
    with closing(sqlite3.connect(path)) as db:
        columns = {row[1] for row in db.execute("PRAGMA table_info(answers)")}
        whose = "person" if "person" in columns else "1"
        sql = f"SELECT {whose}, card, verdict, at FROM answers"  # noqa: S608 (names of ours)
        return [tuple(row) for row in db.execute(sql)]
