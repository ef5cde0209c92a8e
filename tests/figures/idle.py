"""What a question costs while nobody does anything, and how soon a key is answered."""

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from random import Random
from tempfile import TemporaryDirectory
from threading import Thread
from typing import IO

from quizgame.app import open_game
from quizgame.domain import intents as want
from quizgame.storage.paths import user_data_folder
from tests.figures.percent import p50
from tests.xvfb import Screen, program, screen

SAYS = "processor use of a window standing on a question (goal: 0.5 % of a core), and key latency"
SECONDS = 15.0
KEYS = 31
SETTLE = 2.0


def figure() -> Iterator[str]:
    """Yield the times of keys and, last, both figures."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        with screen(folder) as shown:
            ticks, exact = _still(shown, _on_a_question(folder / "still"))
            yield f"still: {ticks:.2f} % of a core in whole ticks, {exact:.3f} % as scheduled"
            late = _latencies(shown, _on_a_question(folder / "keys"))
    yield "keys, ms: " + " ".join(f"{one:.1f}" for one in late)
    yield (
        f"idle {max(ticks, exact):.2f} % of a core over {SECONDS:.0f} s; "
        f"key to frame {p50(late):.1f} ms median, {max(late):.1f} worst of {len(late)}"
    )


def _on_a_question(folder: Path) -> Path:
    """Leave a round saved on its first card, for Continue."""
    game = open_game(user_data_folder(folder), seed=7)
    for intent in (want.Go("shelf"), want.ChoosePack("ballerina"), want.Start()):
        game.send(intent)
    game.close()
    return folder


def _still(shown: Screen, data: Path) -> tuple[float, float]:
    """Return percent of a core: by the ticks of /proc/PID/stat, and as the scheduler counts."""
    with program(["-m", "quizgame", "--data-dir", str(data)], shown.environment()) as running:
        shown.focus(running.pid)
        time.sleep(SETTLE)
        shown.do("key", "Return")
        time.sleep(SETTLE)
        began, ticks, nanos = time.monotonic(), _ticks(running.pid), _nanos(running.pid)
        time.sleep(SECONDS)
        passed = time.monotonic() - began
        spent = (_ticks(running.pid) - ticks) / os.sysconf("SC_CLK_TCK")
        return spent / passed * 100, (_nanos(running.pid) - nanos) / 1e9 / passed * 100


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _nanos(pid: int) -> int:
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks)


def _latencies(shown: Screen, data: Path) -> list[float]:
    """Return milliseconds from a key's being sent to the frame it changes, for each of many."""
    frames: Queue[int] = Queue()
    rng = Random(7)
    words = ["-m", "tests.figures.timed_window", str(data)]
    with (
        program(words, shown.environment(), stdout=subprocess.PIPE) as running,
        # One that stays, so that starting it is not counted.
        subprocess.Popen(
            ["xdotool", "-"], stdin=subprocess.PIPE, env=shown.environment(), text=True
        ) as hand,
    ):
        assert running.stdout is not None
        assert hand.stdin is not None
        Thread(target=_listen, args=(running.stdout, frames), daemon=True).start()
        shown.focus(running.pid)
        late: list[float] = []
        for key in ("Return", *["Down", "Up"] * (KEYS // 2), "Down"):
            _drain(frames)
            # At no fixed beat, lest it fall in with the game's own.
            time.sleep(rng.uniform(0.0, 0.1))
            began = time.monotonic_ns()
            hand.stdin.write(f"key {key}\n")
            hand.stdin.flush()
            late.append((frames.get(timeout=10) - began) / 1e6)
        hand.stdin.close()
    # The first key opens the page, which is another matter.
    return late[1:]


def _listen(told: IO[str], frames: "Queue[int]") -> None:
    for line in told:
        frames.put(int(line))


def _drain(frames: "Queue[int]") -> None:
    """Wait until no frame has come for a while."""
    while True:
        try:
            frames.get(timeout=0.4)
        except Empty:
            return
