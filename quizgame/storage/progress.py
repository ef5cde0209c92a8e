"""What players did and chose, kept so that a pulled plug loses at most the answer being given."""

import sqlite3
from collections.abc import Iterable

from quizgame.storage.answers import Answers, put_answer
from quizgame.storage.kept import DAILY, NOBODY, ROUND, TABLE, OpenRun, SavedAnswer
from quizgame.storage.people import plain

_COLUMNS = "id, pack, state, way, day"


class Progress(Answers):
    """What is kept of each person, of their runs, and of the table's where several play.

    A run of NOBODY is a table's.
    """

    def begin_run(  # noqa: PLR0913 (what a run begins with, most of it by name)
        self,
        pack_id: str,
        state: str,
        at: float,
        *,
        person: int | None = None,
        way: str = ROUND,
        day: str = "",
    ) -> int:
        """Begin a run and return its id; the same person's open run of the pack is ended.

        A daily set, known by its `day`, and a table's run each take the place of their like only;
        a daily set that of another tier on the same date does not. What was not played to its end
        is no day's set any more.
        """
        one = self._one(person)
        whose, how = (None, TABLE) if one == NOBODY else (one, way)

        def write(db: sqlite3.Connection) -> int:
            ending = (
                "UPDATE runs SET ended = ?, state = '', day = ''"
                " WHERE person IS ? AND pack = ? AND way = ? AND ended IS NULL"
                " AND (day = ? OR substr(day, 1, 10) <> substr(?, 1, 10))"
            )
            db.execute(ending, (at, whose, pack_id, how, day, day))
            begin = "INSERT INTO runs (person, pack, way, day, state, began) VALUES (?,?,?,?,?,?)"
            told = (whose, pack_id, how, day, plain(state), at)
            return db.execute(begin, told).lastrowid or 0

        return self._write(write)

    def open_run(self, pack_id: str, *, person: int | None = None, day: str = "") -> OpenRun | None:
        """Return a person's run of a pack that was not ended, or with NOBODY a table's.

        With a `day` it is the daily set of that day.
        """
        one = self._one(person)
        whose, how = (None, TABLE) if one == NOBODY else (one, DAILY if day else ROUND)
        rows = self._rows(
            f"SELECT {_COLUMNS} FROM runs WHERE ended IS NULL"  # noqa: S608 (names of ours)
            " AND pack = ? AND person IS ? AND way = ? AND day = ? ORDER BY id DESC LIMIT 1",
            pack_id,
            whose,
            how,
            day,
        )
        return OpenRun(*rows[0]) if rows else None

    def open_runs(self) -> tuple[OpenRun, ...]:
        """Return the runs not ended of the one who plays and of all tables, the newest first."""
        rows = self._rows(
            f"SELECT {_COLUMNS} FROM runs WHERE ended IS NULL"  # noqa: S608 (names of ours)
            " AND (person = ? OR person IS NULL) ORDER BY id DESC",
            self.who,
        )
        return tuple(OpenRun(*row) for row in rows)

    def days_run(self, pack_id: str, day: str) -> int | None:
        """Return the id of this person's daily set of a day once it was played, else None."""
        rows = self._rows(
            "SELECT id FROM runs WHERE person = ? AND pack = ? AND day = ? AND ended IS NOT NULL"
            " ORDER BY id DESC LIMIT 1",
            self.who,
            pack_id,
            day,
        )
        return rows[0][0] if rows else None

    def last_played(self) -> dict[str, float]:
        """Return by pack when this person last began to play it or answered a card of it."""
        rows = self._rows(
            "SELECT pack, max(at) FROM (SELECT pack, began AS at FROM runs WHERE person = ?"
            " UNION ALL SELECT pack, at FROM answers WHERE person = ?) GROUP BY pack",
            self.who,
            self.who,
        )
        return dict(rows)

    def save_run(self, run_id: int, state: str) -> None:
        """Keep the state of an open run."""
        self._write(lambda db: _put_state(db, run_id, state))

    def save_answer(
        self,
        run_id: int,
        pack_id: str,
        answer: SavedAnswer,
        state: str,
        *,
        person: int | None = None,
    ) -> None:
        """Keep an answer and the state it leads to, both or neither."""
        one = self._one(person)

        def write(db: sqlite3.Connection) -> None:
            put_answer(db, run_id, pack_id, one, answer)
            _put_state(db, run_id, state)

        self._write(write)

    def save_table(
        self,
        run_id: int,
        state: str,
        answers: Iterable[tuple[int, SavedAnswer]] = (),
        withdrawn: Iterable[tuple[int, str]] = (),
        *,
        ended: float | None = None,
    ) -> None:
        """Keep a table's state, answers by person, and drop (person, card) ones: all or nothing.

        Of a card answered twice the last answer is dropped. With `ended` (seconds since 1970) the
        run ends here, and its state, which holds the names of guests, is kept nowhere.
        """
        given, dropped = list(answers), list(withdrawn)
        dropping = (
            "DELETE FROM answers WHERE id ="
            " (SELECT max(id) FROM answers WHERE run = ? AND person = ? AND card = ?)"
        )

        def write(db: sqlite3.Connection) -> None:
            played = "SELECT pack FROM runs WHERE id = ?"
            for (pack_id,) in db.execute(played, (run_id,)).fetchall():
                db.executemany(dropping, [(run_id, *each) for each in dropped])
                for person, answer in given:
                    put_answer(db, run_id, pack_id, person, answer)
            _put_state(db, run_id, state)
            if ended is not None:
                _end(db, run_id, ended)

        self._write(write)
        if ended is not None:
            self._cut_log()

    def give_up_run(self, run_id: int, at: float) -> None:
        """End a run that cannot be gone on with; it is no day's set any more."""
        undated = "UPDATE runs SET day = '' WHERE id = ? AND ended IS NULL"

        def write(db: sqlite3.Connection) -> None:
            db.execute(undated, (run_id,))
            _end(db, run_id, at)

        self._write(write)
        self._cut_log()

    def end_run(self, run_id: int, at: float) -> None:
        """End a run; its state is dropped, also from the log, its answers stay."""
        self._write(lambda db: _end(db, run_id, at))
        # It holds the names of guests, who are to leave no trace.
        self._cut_log()


def _end(db: sqlite3.Connection, run_id: int, at: float) -> None:
    db.execute("UPDATE runs SET ended = ?, state = '' WHERE id = ? AND ended IS NULL", (at, run_id))


def _put_state(db: sqlite3.Connection, run_id: int, state: str) -> None:
    sql = "UPDATE runs SET state = ? WHERE id = ? AND ended IS NULL"
    db.execute(sql, (plain(state), run_id))
