"""What players did and chose, kept so that a pulled plug loses at most the answer being given."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from quizgame.storage import migrations
from quizgame.storage.store import Store

OWNER = migrations.OWNER
"""The one who plays alone, and who is meant where no person is named."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who plays here; the owner's name is empty until one is given."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """One answer; verdict is right, half, wrong, skipped or timeout, `at` seconds since 1970."""

    card_id: str
    verdict: str
    points: int
    seconds: float
    at: float


@dataclass(frozen=True, slots=True)
class CardHistory:
    """How often a card was asked, and how it last went."""

    seen: int
    last_verdict: str
    last_at: float


@dataclass(frozen=True, slots=True)
class OpenRun:
    """A run that was not ended; `state` is the JSON last saved, `shared` a table's."""

    id: int
    pack_id: str
    state: str
    shared: bool = False


class Progress(Store):
    """What is kept of each person, of their runs, and of the table's where several play."""

    # -- people ------------------------------------------------------------------------------

    def people(self) -> tuple[Person, ...]:
        """Return everybody in the order they came, the owner first."""
        return tuple(Person(*row) for row in self._rows("SELECT id, name FROM people ORDER BY id"))

    def add_person(self, name: str) -> int:
        """Keep a new person, and return their id."""
        sql = "INSERT INTO people (name) VALUES (?)"
        return self._write(lambda db: db.execute(sql, (_plain(name),)).lastrowid or 0)

    def rename_person(self, person: int, name: str) -> None:
        """Call a person by another name."""
        sql = "UPDATE people SET name = ? WHERE id = ?"
        self._write(lambda db: db.execute(sql, (_plain(name), person)))

    # -- how far a person has watched, and what they leave out -------------------------------

    def watch_point(self, pack_id: str, *, person: int = OWNER) -> str | None:
        """Return the id of the tier a person chose for a pack, if any."""
        sql = "SELECT tier FROM watch_points WHERE person = ? AND pack = ?"
        rows = self._rows(sql, person, pack_id)
        return rows[0][0] if rows else None

    def watch_points(self, *, person: int = OWNER) -> dict[str, str]:
        """Return by pack the id of the tier a person chose for it."""
        return dict(self._rows("SELECT pack, tier FROM watch_points WHERE person = ?", person))

    def set_watch_point(self, pack_id: str, tier_id: str, *, person: int = OWNER) -> None:
        """Keep the tier a person chose for a pack."""
        sql = "INSERT OR REPLACE INTO watch_points VALUES (?, ?, ?)"
        self._write(lambda db: db.execute(sql, (person, pack_id, tier_id)))

    def forget_watch_point(self, pack_id: str, *, person: int = OWNER) -> None:
        """Forget how far a person has watched, as if it had never been said."""
        sql = "DELETE FROM watch_points WHERE person = ? AND pack = ?"
        self._write(lambda db: db.execute(sql, (person, pack_id)))

    def forget_beyond(
        self, pack_id: str, known: Iterable[str], at: float, *, person: int = OWNER
    ) -> None:
        """Forget a person's answers and reports to all cards of a pack but the known ones.

        Their open run of it goes too. Nothing of them stays in the file: what is deleted is
        zeroed, and the log is cut short. A table's run stays: it is nobody's.
        """
        kept = [(card,) for card in known]

        def write(db: sqlite3.Connection) -> None:
            db.execute("CREATE TEMP TABLE IF NOT EXISTS known (card TEXT PRIMARY KEY)")
            db.execute("DELETE FROM known")
            db.executemany("INSERT OR IGNORE INTO known VALUES (?)", kept)
            for deleting in (
                "DELETE FROM answers WHERE person = ? AND pack = ? AND card NOT IN known",
                "DELETE FROM reports WHERE person = ? AND pack = ? AND card NOT IN known",
            ):
                db.execute(deleting, (person, pack_id))
            # Numbered anew, lest gaps tell how many there were.
            db.execute("CREATE TEMP TABLE left_over AS SELECT * FROM answers ORDER BY id")
            db.execute("DELETE FROM answers")
            db.execute(
                "INSERT INTO answers (person, run, pack, card, verdict, points, seconds, at)"
                " SELECT person, run, pack, card, verdict, points, seconds, at"
                " FROM left_over ORDER BY id"
            )
            db.execute("DROP TABLE left_over")
            ending = (
                "UPDATE runs SET ended = ?, state = ''"
                " WHERE person = ? AND pack = ? AND ended IS NULL"
            )
            db.execute(ending, (at, person, pack_id))

        self._write(write)
        self._cut_log()

    def left_out(self, pack_id: str, *, person: int = OWNER) -> frozenset[str]:
        """Return the content notes a person leaves out of a pack."""
        sql = "SELECT note FROM left_out WHERE person = ? AND pack = ?"
        return frozenset(note for (note,) in self._rows(sql, person, pack_id))

    def set_left_out(self, pack_id: str, notes: Iterable[str], *, person: int = OWNER) -> None:
        """Keep the content notes a person leaves out of a pack, in place of those before."""
        rows = [(person, pack_id, note) for note in sorted(set(notes))]

        def write(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM left_out WHERE person = ? AND pack = ?", (person, pack_id))
            db.executemany("INSERT INTO left_out VALUES (?, ?, ?)", rows)

        self._write(write)

    # -- how cards went, and what was said of them -------------------------------------------

    def history(
        self, pack_id: str, *, person: int = OWNER, before_run: int | None = None
    ) -> dict[str, CardHistory]:
        """Return by card id how the cards of a pack went for a person.

        What was answered in the run `before_run` is left out, as if it were about to be dealt.
        """
        rows = self._rows(
            "SELECT a.card, c.seen, a.verdict, a.at FROM answers a JOIN (SELECT count(*) AS seen,"
            " max(id) AS last FROM answers WHERE person = ? AND pack = ? AND run IS NOT ?"
            " GROUP BY card) c ON a.id = c.last ORDER BY a.card",
            person,
            pack_id,
            before_run,
        )
        return {card: CardHistory(seen, verdict, at) for card, seen, verdict, at in rows}

    def report(self, pack_id: str, card_id: str, at: float, *, person: int = OWNER) -> None:
        """Keep that a person reported a card; said twice, it was said the first time."""
        sql = "INSERT OR IGNORE INTO reports VALUES (?, ?, ?, ?)"
        self._write(lambda db: db.execute(sql, (person, pack_id, card_id, at)))

    def withdraw_report(self, pack_id: str, card_id: str, *, person: int = OWNER) -> None:
        """Forget that a person reported a card."""
        sql = "DELETE FROM reports WHERE person = ? AND pack = ? AND card = ?"
        self._write(lambda db: db.execute(sql, (person, pack_id, card_id)))

    def reports(self, pack_id: str) -> dict[str, int]:
        """Return by card id how many people reported the cards of a pack."""
        sql = "SELECT card, count(*) FROM reports WHERE pack = ? GROUP BY card ORDER BY card"
        return dict(self._rows(sql, pack_id))

    def reported(self, pack_id: str, *, person: int = OWNER) -> frozenset[str]:
        """Return the cards of a pack that a person reported."""
        sql = "SELECT card FROM reports WHERE person = ? AND pack = ?"
        return frozenset(card for (card,) in self._rows(sql, person, pack_id))

    # -- runs --------------------------------------------------------------------------------

    def begin_run(self, pack_id: str, state: str, at: float, *, person: int | None = OWNER) -> int:
        """Begin a run and return its id; the same person's open run of the pack is ended.

        A run of no person is a table's, and takes the place of a table's.
        """

        def write(db: sqlite3.Connection) -> int:
            ending = (
                "UPDATE runs SET ended = ?, state = ''"
                " WHERE person IS ? AND pack = ? AND ended IS NULL"
            )
            db.execute(ending, (at, person, pack_id))
            begin = "INSERT INTO runs (person, pack, state, began) VALUES (?, ?, ?, ?)"
            return db.execute(begin, (person, pack_id, _plain(state), at)).lastrowid or 0

        return self._write(write)

    def open_run(self, pack_id: str | None = None, *, person: int | None = OWNER) -> OpenRun | None:
        """Return the newest run not ended: of a pack a person's, or (None) a table's.

        Without a pack, the newest of this person's own and of all tables'.
        """
        rows = self._rows(
            "SELECT id, pack, state, person IS NULL FROM runs WHERE ended IS NULL"
            " AND pack = ifnull(?, pack) AND (person IS ? OR person IS NULL AND ? IS NULL)"
            " ORDER BY id DESC LIMIT 1",
            pack_id,
            person,
            pack_id,
        )
        if not rows:
            return None
        run_id, pack, state, shared = rows[0]
        return OpenRun(run_id, pack, state, shared=bool(shared))

    def last_played(self, *, person: int = OWNER) -> dict[str, float]:
        """Return by pack when a person last began to play it or answered a card of it."""
        rows = self._rows(
            "SELECT pack, max(at) FROM (SELECT pack, began AS at FROM runs WHERE person = ?"
            " UNION ALL SELECT pack, at FROM answers WHERE person = ?) GROUP BY pack",
            person,
            person,
        )
        return dict(rows)

    def save_run(self, run_id: int, state: str) -> None:
        """Keep the state of an open run."""
        self._write(lambda db: _put_state(db, run_id, state))

    def save_answer(
        self, run_id: int, pack_id: str, answer: SavedAnswer, state: str, *, person: int = OWNER
    ) -> None:
        """Keep an answer and the state it leads to, both or neither."""

        def write(db: sqlite3.Connection) -> None:
            _put_answer(db, run_id, pack_id, person, answer)
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
                    _put_answer(db, run_id, pack_id, person, answer)
            _put_state(db, run_id, state)
            if ended is not None:
                _end(db, run_id, ended)

        self._write(write)
        if ended is not None:
            self._cut_log()

    def end_run(self, run_id: int, at: float) -> None:
        """End a run; its state is dropped, also from the log, its answers stay."""
        self._write(lambda db: _end(db, run_id, at))
        # It holds the names of guests, who are to leave no trace.
        self._cut_log()

    # -- settings ----------------------------------------------------------------------------

    def settings(self) -> dict[str, str]:
        """Return all settings."""
        return dict(self._rows("SELECT key, value FROM settings ORDER BY key"))

    def set_setting(self, key: str, value: str) -> None:
        """Keep one setting."""
        sql = "INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
        self._write(lambda db: db.execute(sql, (key, value)))


def _end(db: sqlite3.Connection, run_id: int, at: float) -> None:
    db.execute("UPDATE runs SET ended = ?, state = '' WHERE id = ? AND ended IS NULL", (at, run_id))


def _put_answer(
    db: sqlite3.Connection, run_id: int, pack_id: str, person: int, answer: SavedAnswer
) -> None:
    sql = (
        "INSERT INTO answers (person, run, pack, card, verdict, points, seconds, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    )
    said = (answer.card_id, answer.verdict, answer.points, answer.seconds, answer.at)
    db.execute(sql, (person, run_id, pack_id, *said))


def _put_state(db: sqlite3.Connection, run_id: int, state: str) -> None:
    sql = "UPDATE runs SET state = ? WHERE id = ? AND ended IS NULL"
    db.execute(sql, (_plain(state), run_id))


def _plain(text: str) -> str:
    """Return the text without halves of characters, which a keyboard may send and no file takes."""
    return text.encode("utf-8", "replace").decode("utf-8")
