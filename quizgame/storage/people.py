"""The people who play here: who plays now, how far each has watched, what each has set."""

import sqlite3
from collections.abc import Iterable

from quizgame.domain.settings import of_the_machine
from quizgame.storage.database import open_memory
from quizgame.storage.forgotten import KEY, mark_forgetting
from quizgame.storage.kept import OWNER, Person
from quizgame.storage.migrations import MACHINE
from quizgame.storage.store import Store

_WHO = "who"
_FILE = "file"
"""Under this key stands with a person which file of people removed is theirs."""
_HERE = ("watch_points", "left_out", "answers", "reports", "envelopes", "settings")
"""The tables with rows of a person's own; runs are treated apart, for a table's are nobody's."""


class People(Store):
    """People, each apart. Where no `person` is named, the one who plays now is meant."""

    def __init__(
        self, connection: sqlite3.Connection, lock: sqlite3.Connection | None, *, on_disk: bool
    ) -> None:
        super().__init__(connection, lock, on_disk=on_disk)
        self._resting: sqlite3.Connection | None = None
        self._who = OWNER
        self.turn = 0
        """Another number whenever somebody else comes to play, be it another guest."""
        self._recall()

    # -- who plays ---------------------------------------------------------------------------

    @property
    def who(self) -> int:
        """The number of the one who plays now."""
        return self._who

    @property
    def as_guest(self) -> bool:
        """Whether a guest plays, of whom nothing is kept."""
        return self._resting is not None

    @property
    def kept(self) -> bool:
        """Whether what is saved reaches the disk."""
        return not self.as_guest and super().kept

    def people(self) -> tuple[Person, ...]:
        """Return everybody in the order they came."""
        return tuple(Person(*row) for row in self._rows("SELECT id, name FROM people ORDER BY id"))

    def everybody(self) -> tuple[Person, ...]:
        """Return everybody of whom something is kept, also while a guest plays."""
        if self._resting is None:
            return self.people()
        sql = "SELECT id, name FROM people ORDER BY id"
        try:
            return tuple(Person(*row) for row in self._resting.execute(sql))
        except sqlite3.Error:
            return ()

    def play_as(self, person: int) -> None:
        """Let this person be the one who plays; somebody who is not here changes nothing."""
        self.send_guest_away()
        self.turn += 1
        if any(known.id == person for known in self.people()):
            self._who = person
            self._put_setting(MACHINE, _WHO, str(person))

    def play_as_guest(self) -> None:
        """Let a guest play, who begins with nothing and of whom nothing is kept anywhere."""
        self.send_guest_away()
        self.turn += 1
        machine = self._rows("SELECT key, value FROM settings WHERE person = ?", MACHINE)
        self._resting, self._connection = self._connection, open_memory()
        self._who = OWNER
        for key, value in machine:
            self._put_setting(MACHINE, key, value)

    def send_guest_away(self) -> None:
        """Send a guest away, and with them all they did."""
        if self._resting is not None:
            self._connection.close()
            self._connection, self._resting = self._resting, None
            self._recall()

    def _recall(self) -> None:
        """Take up the one who played last; the first person where that one is gone."""
        known = [person.id for person in self.people()]
        sql = "SELECT value FROM settings WHERE person = ? AND key = ?"
        last = self._rows(sql, MACHINE, _WHO)
        wanted = last[0][0] if last else ""
        self._who = next((one for one in known if str(one) == wanted), min(known, default=OWNER))

    def _look_who_is_here(self) -> None:
        """Let another play where the one who played is not here any more."""
        if all(person.id != self._who for person in self.people()):
            self.turn += 1
            self._recall()

    def close(self) -> None:
        """Bring everything into the one file and let go of it; a guest leaves nothing."""
        self.send_guest_away()
        super().close()

    # -- people come and go ------------------------------------------------------------------

    def add_person(self, name: str) -> int:
        """Keep a new person, and return their number."""
        sql = "INSERT INTO people (name) VALUES (?)"
        return self._write(lambda db: db.execute(sql, (plain(name),)).lastrowid or 0)

    def rename_person(self, person: int, name: str) -> None:
        """Call a person by another name."""
        sql = "UPDATE people SET name = ? WHERE id = ?"
        self._write(lambda db: db.execute(sql, (plain(name), person)))

    def remove_person(self, person: int) -> None:
        """Remove a person with all that is theirs, to the last byte; somebody is always left."""

        def write(db: sqlite3.Connection) -> None:
            for table in _HERE:
                db.execute(f"DELETE FROM {table} WHERE person = ?", (person,))  # noqa: S608
            db.execute("DELETE FROM runs WHERE person = ?", (person,))
            db.execute("DELETE FROM people WHERE id = ?", (person,))
            if db.execute("SELECT 1 FROM people").fetchone() is None:
                db.execute("INSERT INTO people (name) VALUES ('')")
            mark_forgetting(db)

        self._write(write)
        self._look_who_is_here()
        self._cut_log()

    # -- the files of those who were removed -------------------------------------------------

    def mark_person(self, person: int, mark: str) -> None:
        """Keep by its mark which file is this person's and nobody else's; empty is none."""

        def write(db: sqlite3.Connection) -> None:
            put_mark(db, person, mark)

        self._write(write)

    def marked(self, mark: str) -> int | None:
        """Return who is here of whom a file was made, or who came from it, if anybody."""
        rows = self._rows("SELECT person FROM settings WHERE key = ? AND value = ?", _FILE, mark)
        return rows[0][0] if rows else None

    # -- how far a person has watched, and what they leave out -------------------------------

    def watch_point(self, pack_id: str, *, person: int | None = None) -> str | None:
        """Return the id of the tier a person chose for a pack, if any."""
        sql = "SELECT tier FROM watch_points WHERE person = ? AND pack = ?"
        rows = self._rows(sql, self._one(person), pack_id)
        return rows[0][0] if rows else None

    def watch_points(self, *, person: int | None = None) -> dict[str, str]:
        """Return by pack the id of the tier a person chose for it."""
        sql = "SELECT pack, tier FROM watch_points WHERE person = ?"
        return dict(self._rows(sql, self._one(person)))

    def set_watch_point(self, pack_id: str, tier_id: str, *, person: int | None = None) -> None:
        """Keep the tier a person chose for a pack."""
        sql, one = "INSERT OR REPLACE INTO watch_points VALUES (?, ?, ?)", self._one(person)
        self._write(lambda db: db.execute(sql, (one, pack_id, tier_id)))

    def forget_watch_point(self, pack_id: str, *, person: int | None = None) -> None:
        """Forget how far a person has watched, as if it had never been said."""
        sql, one = "DELETE FROM watch_points WHERE person = ? AND pack = ?", self._one(person)
        self._write(lambda db: db.execute(sql, (one, pack_id)))

    def left_out(self, pack_id: str, *, person: int | None = None) -> frozenset[str]:
        """Return the content notes a person leaves out of a pack."""
        sql = "SELECT note FROM left_out WHERE person = ? AND pack = ?"
        return frozenset(note for (note,) in self._rows(sql, self._one(person), pack_id))

    def set_left_out(
        self, pack_id: str, notes: Iterable[str], *, person: int | None = None
    ) -> None:
        """Keep the content notes a person leaves out of a pack, in place of those before."""
        one = self._one(person)
        rows = [(one, pack_id, note) for note in sorted(set(notes))]

        def write(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM left_out WHERE person = ? AND pack = ?", (one, pack_id))
            db.executemany("INSERT INTO left_out VALUES (?, ?, ?)", rows)

        self._write(write)

    # -- settings ----------------------------------------------------------------------------

    def settings(self) -> dict[str, str]:
        """Return the settings of the machine and of the one who plays, each its own."""
        sql = "SELECT person, key, value FROM settings WHERE person IN (?, ?) ORDER BY key"
        rows = self._rows(sql, MACHINE, self._who)
        return {
            key: value
            for whose, key, value in rows
            if key not in {_WHO, _FILE, KEY} and (whose == MACHINE) == of_the_machine(key)
        }

    def set_setting(self, key: str, value: str) -> None:
        """Keep one setting: the machine's, or of the one who plays."""
        self._put_setting(MACHINE if of_the_machine(key) else self._who, key, value)

    def _put_setting(self, whose: int, key: str, value: str) -> None:
        sql = "INSERT OR REPLACE INTO settings VALUES (?, ?, ?)"
        self._write(lambda db: db.execute(sql, (whose, key, value)))

    def _one(self, person: int | None) -> int:
        """Return the person who is meant."""
        return self._who if person is None else person


def put_mark(db: sqlite3.Connection, person: int, mark: str) -> None:
    """Keep the mark of a person's file, within a transaction of the caller's."""
    ending = "DELETE FROM settings WHERE key = ? AND (person = ? OR value = ?)"
    db.execute(ending, (_FILE, person, mark))
    if mark:
        db.execute("INSERT INTO settings VALUES (?, ?, ?)", (person, _FILE, mark))


def made_room(db: sqlite3.Connection, newcomer: int, *, back: bool) -> None:
    """Take away who has no name and has done nothing, where nobody else is here but a newcomer.

    Where the newcomer is only `back`, whoever was here before them stays.
    """
    others = db.execute("SELECT id, name FROM people WHERE id <> ?", (newcomer,)).fetchall()
    if len(others) != 1 or others[0][1] or (back and others[0][0] < newcomer):
        return
    (nobody, _), *_ = others
    done = (f"SELECT 1 FROM {table} WHERE person = ?" for table in (*_HERE, "runs"))  # noqa: S608
    # They may sit at a table: that is told in its state alone.
    table = db.execute("SELECT 1 FROM runs WHERE person IS NULL AND ended IS NULL").fetchone()
    if not table and not any(db.execute(each, (nobody,)).fetchone() for each in done):
        db.execute("DELETE FROM people WHERE id = ?", (nobody,))


def plain(text: str) -> str:
    """Return the text without halves of characters, which a keyboard may send and no file takes."""
    return text.encode("utf-8", "replace").decode("utf-8")
