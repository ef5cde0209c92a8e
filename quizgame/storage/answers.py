"""How cards went for each person, what was said of them, and what was foretold."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from quizgame.storage.forgotten import mark_forgetting
from quizgame.storage.kept import REHEARSAL, Answered, CardHistory, Envelope, SavedAnswer
from quizgame.storage.people import People, made_room, plain, put_mark
from quizgame.storage.runsummary import saved_tier

if TYPE_CHECKING:
    from quizgame.storage.personrows import Rows


class Answers(People):
    """Answers, reports and sealed predictions. Without a `person`, of the one who plays now."""

    # -- how cards went ----------------------------------------------------------------------

    def answers(
        self, pack_id: str | None = None, *, person: int | None = None
    ) -> tuple[Answered, ...]:
        """Return a person's answers in the order they were given, to one pack or to all."""
        rows = self._rows(
            "SELECT a.id, a.pack, a.card, a.verdict, a.points, a.seconds, a.at, a.rating,"
            " ifnull(r.way, ?), a.run FROM answers a LEFT JOIN runs r ON a.run = r.id"
            " WHERE a.person = ? AND a.pack = ifnull(?, a.pack) ORDER BY a.id",
            REHEARSAL,
            self._one(person),
            pack_id,
        )
        return tuple(map(Answered._make, rows))

    def history(
        self, pack_id: str, *, person: int | None = None, before_run: int | None = None
    ) -> dict[str, CardHistory]:
        """Return by card id how the cards of a pack went for a person.

        What was answered in the run `before_run` is left out, as if it were about to be dealt.
        """
        rows = self._rows(
            "SELECT a.card, c.seen, a.verdict, a.at FROM answers a JOIN (SELECT count(*) AS seen,"
            " max(id) AS last FROM answers WHERE person = ? AND pack = ?"
            " AND (? IS NULL OR run IS NOT ?)"
            " GROUP BY card) c ON a.id = c.last ORDER BY a.card",
            self._one(person),
            pack_id,
            before_run,
            before_run,
        )
        return {card: CardHistory(seen, verdict, at) for card, seen, verdict, at in rows}

    def rehearse(self, pack_id: str, answer: SavedAnswer, *, person: int | None = None) -> int:
        """Keep the answer to a card that was rehearsed, and return its number."""
        one = self._one(person)
        return self._write(lambda db: put_answer(db, None, pack_id, one, answer))

    def rate(self, answer_id: int, rating: int, *, person: int | None = None) -> None:
        """Keep how a person rates an answer of theirs: 1 (again) to 4 (easy)."""
        sql, one = "UPDATE answers SET rating = ? WHERE id = ? AND person = ?", self._one(person)
        self._write(lambda db: db.execute(sql, (rating, answer_id, one)))

    def forget_beyond(  # noqa: PLR0913 (what is still known, by kind)
        self,
        pack_id: str,
        known: Iterable[str],
        at: float,
        *,
        sealed: Iterable[str] = (),
        opened: Iterable[str] = (),
        tiers: Sequence[str] = (),
        person: int | None = None,
    ) -> None:
        """Forget a person's answers and reports to all cards of a pack but the known ones.

        With `tiers`, the ids of those still known, the last is how far they have watched from now
        on. So it goes with predictions that are neither `sealed`, which are shut again, nor
        `opened`, and with their open runs that were dealt further up. Nothing of it stays in the
        file: what is deleted is zeroed, and the log is cut short. A table's run is nobody's.
        """
        one, shut = self._one(person), [(card,) for card in sealed]
        kept, foretold = [(card,) for card in known], [(card,) for card in opened]

        def write(db: sqlite3.Connection) -> None:
            for table, cards in (("known", kept), ("shut", shut), ("open", foretold)):
                db.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table} (card TEXT PRIMARY KEY)")
                db.execute(f"DELETE FROM {table}")  # noqa: S608 (a name of ours)
                db.executemany(f"INSERT OR IGNORE INTO {table} VALUES (?)", cards)  # noqa: S608
            for forgetting in (
                "DELETE FROM answers WHERE person = ? AND pack = ? AND card NOT IN known",
                "DELETE FROM reports WHERE person = ? AND pack = ? AND card NOT IN known",
                "DELETE FROM envelopes WHERE person = ? AND pack = ? AND card NOT IN shut"
                " AND card NOT IN open",
                "UPDATE envelopes SET shown = NULL WHERE person = ? AND pack = ? AND card IN shut",
            ):
                db.execute(forgetting, (one, pack_id))
            if tiers:
                said = "INSERT OR REPLACE INTO watch_points VALUES (?, ?, ?)"
                db.execute(said, (one, pack_id, tiers[-1]))
            mark_forgetting(db)
            _number_anew(db)
            _end_above(db, one, pack_id, tiers, at)

        self._write(write)
        self._cut_log()

    # -- what was said of cards --------------------------------------------------------------

    def report(self, pack_id: str, card_id: str, at: float, *, person: int | None = None) -> None:
        """Keep that a person reported a card; said twice, it was said the first time."""
        sql, one = "INSERT OR IGNORE INTO reports VALUES (?, ?, ?, ?)", self._one(person)
        self._write(lambda db: db.execute(sql, (one, pack_id, card_id, at)))

    def withdraw_report(self, pack_id: str, card_id: str, *, person: int | None = None) -> None:
        """Forget that a person reported a card."""
        sql = "DELETE FROM reports WHERE person = ? AND pack = ? AND card = ?"
        one = self._one(person)
        self._write(lambda db: db.execute(sql, (one, pack_id, card_id)))

    def reports(self, pack_id: str) -> dict[str, int]:
        """Return by card id how many people reported the cards of a pack."""
        sql = "SELECT card, count(*) FROM reports WHERE pack = ? GROUP BY card ORDER BY card"
        return dict(self._rows(sql, pack_id))

    def reported(self, pack_id: str, *, person: int | None = None) -> frozenset[str]:
        """Return the cards of a pack that a person reported."""
        sql = "SELECT card FROM reports WHERE person = ? AND pack = ?"
        return frozenset(card for (card,) in self._rows(sql, self._one(person), pack_id))

    # -- sealed predictions ------------------------------------------------------------------

    def seal(  # noqa: PLR0913 (all that stands on an envelope)
        self,
        pack_id: str,
        card_id: str,
        choice: str,
        sure: str,
        at: float,
        *,
        person: int | None = None,
    ) -> None:
        """Keep a prediction; one that is sealed already stays as it is."""
        one = self._one(person)
        sql = "INSERT OR IGNORE INTO envelopes VALUES (?, ?, ?, ?, ?, ?, NULL)"
        said = (one, pack_id, card_id, plain(choice), sure, at)
        self._write(lambda db: db.execute(sql, said))

    def envelopes(self, pack_id: str, *, person: int | None = None) -> tuple[Envelope, ...]:
        """Return what a person foretold of a pack, in the order it was sealed."""
        rows = self._rows(
            "SELECT person, card, choice, sure, sealed, shown FROM envelopes"
            " WHERE person = ? AND pack = ? ORDER BY sealed, card",
            self._one(person),
            pack_id,
        )
        return tuple(Envelope(*row) for row in rows)

    def open_envelope(
        self, pack_id: str, card_id: str, at: float, *, person: int | None = None
    ) -> None:
        """Keep that a person has seen an envelope of theirs opened."""
        one = self._one(person)
        sql = (
            "UPDATE envelopes SET shown = ? WHERE person = ? AND pack = ? AND card = ?"
            " AND shown IS NULL"
        )
        self._write(lambda db: db.execute(sql, (at, one, pack_id, card_id)))

    # -- a person taken along ----------------------------------------------------------------

    def everything_of(self, person: int) -> "Rows":
        """Return all that is kept of a person, by table."""
        from quizgame.storage.personrows import taken_out  # noqa: PLC0415 (rarely needed)

        return taken_out(self._rows, person)

    def welcome(
        self, name: str, rows: "Rows", mark: str = "", *, number: int | None = None
    ) -> tuple[int, int]:
        """Keep a new person with these rows, and the mark of the file they come from.

        They get the `number` they had here before, if they are back. Whoever is here only because
        somebody must be makes room. Return their number, and how many rows said nothing new.
        """
        from quizgame.storage.personrows import put_in  # noqa: PLC0415 (as above)

        def write(db: sqlite3.Connection) -> tuple[int, int]:
            coming = (
                "INSERT INTO people (id, name) VALUES"
                " ((SELECT ? WHERE ? NOT IN (SELECT id FROM people)), ?)"
            )
            person = db.execute(coming, (number, number, name)).lastrowid or 0
            put_mark(db, person, mark)
            made_room(db, person, back=number is not None)
            return person, put_in(db, person, rows)

        came = self._write(write)
        self._look_who_is_here()
        return came


def put_answer(
    db: sqlite3.Connection, run: int | None, pack_id: str, person: int, answer: SavedAnswer
) -> int:
    """Keep an answer, within a transaction of the caller's, and return its number."""
    sql = (
        "INSERT INTO answers (person, run, pack, card, verdict, points, seconds, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    )
    said = (answer.card_id, answer.verdict, answer.points, answer.seconds, answer.at)
    return db.execute(sql, (person, run, pack_id, *said)).lastrowid or 0


def _end_above(
    db: sqlite3.Connection, person: int, pack_id: str, tiers: Sequence[str], at: float
) -> None:
    """End a person's runs of a pack that were dealt at none of these tiers, and forget their day.

    Of a run that is over only its day can tell where it was dealt.
    """
    sql = "SELECT id, day, state, ended FROM runs WHERE person = ? AND pack = ?"
    for run, day, state, ended in db.execute(sql, (person, pack_id)).fetchall():
        dealt_at = day.partition(" ")[2] if day else saved_tier(state)
        if dealt_at not in tiers:
            db.execute("UPDATE runs SET day = '' WHERE id = ?", (run,))
            if ended is None:
                db.execute("UPDATE runs SET ended = ?, state = '' WHERE id = ?", (at, run))


def _number_anew(db: sqlite3.Connection) -> None:
    """Give the answers that are left new numbers, lest gaps tell how many there were."""
    db.execute("CREATE TEMP TABLE left_over AS SELECT * FROM answers ORDER BY id")
    db.execute("DELETE FROM answers")
    db.execute(
        "INSERT INTO answers (person, run, pack, card, verdict, points, seconds, at, rating)"
        " SELECT person, run, pack, card, verdict, points, seconds, at, rating"
        " FROM left_over ORDER BY id"
    )
    db.execute("DROP TABLE left_over")
