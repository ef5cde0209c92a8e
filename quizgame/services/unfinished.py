"""The games that were not ended, whoever was in them, as a list to go on from."""

from quizgame.domain.peopleviews import GameRow, UnfinishedView
from quizgame.services.days import told
from quizgame.storage.kept import DAILY, OpenRun
from quizgame.storage.progress import Progress
from quizgame.storage.runsummary import players, summary


def unfinished(progress: Progress) -> UnfinishedView:
    """Return the games of the one who plays and of all tables, the newest first."""
    rows = (_row(place, run) for place, run in enumerate(progress.open_runs()))
    return UnfinishedView(tuple(row for row in rows if row))


def _row(place: int, run: OpenRun) -> GameRow | None:
    saved = summary(run.state)
    return GameRow(place, *saved, how=_how(run), shared=run.shared) if saved else None


def _how(run: OpenRun) -> str:
    if run.shared:
        return ", ".join(players(run.state))
    if run.way == DAILY and run.day:
        return f"The cards of {told(run.day.split(maxsplit=1)[0])}"
    return "Alone"
