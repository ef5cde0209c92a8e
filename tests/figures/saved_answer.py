"""How long it takes until an answer is saved, in the middle of a round, on the disk there is."""

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from quizgame.storage.kept import SavedAnswer
from quizgame.storage.progress import Progress
from tests.figures.percent import p50, p99

SAYS = "time of one saved answer, median and p99, and how sure it is (goal: p99 10 ms)"
ANSWERS = 2_000
_IN_A_ROUND = 10
_STATE = "x" * 1_500
"""As long as a round of ten cards is, saved as JSON."""
_LEVELS = {1: "what the system has taken", 2: "each answer is on the disk before the next picture"}


def figure(answers: int = ANSWERS) -> Iterator[str]:
    """Yield what is measured and, last, the times and the level of durability in words."""
    with TemporaryDirectory() as folder:
        progress, _ = Progress.open(Path(folder), "s")
        db = progress._connection  # noqa: SLF001 (what SQLite was told)
        journal = db.execute("PRAGMA journal_mode").fetchone()[0]
        level = db.execute("PRAGMA synchronous").fetchone()[0]
        spent = [_saved(progress, number) for number in range(answers)]
        progress.close()
        size = (Path(folder) / "progress.sqlite3").stat().st_size
    yield f"{answers} answers, each with the state of its round of {_IN_A_ROUND}: {size} bytes"
    yield f"journal_mode {journal}, synchronous {level}: {_LEVELS.get(level, 'unsure')}"
    yield (
        f"saved-answer median {p50(spent) * 1000:.2f} ms, p99 {p99(spent) * 1000:.2f} ms; flushed"
        " to the disk (WAL, synchronous=FULL) before the answer is shown"
    )


def _saved(progress: Progress, number: int) -> float:
    if number % _IN_A_ROUND == 0:
        progress.begin_run("lighthouse", _STATE, float(number))
    run = number // _IN_A_ROUND + 1
    answer = SavedAnswer(f"card-{number % 40}", "right", 100, 2.5, float(number))
    state = f"{_STATE}{number}"
    began = time.perf_counter()
    progress.save_answer(run, "lighthouse", answer, state)
    return time.perf_counter() - began
