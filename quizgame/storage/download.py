"""Fetching a file into the player's folder: bounded, resumed where it was cut, held to its hash."""

import hashlib
import re
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from quizgame.storage.addresses import host_of
from quizgame.storage.database import take_lock
from quizgame.storage.filenames import BUILT
from quizgame.storage.patience import USUAL, Patience
from quizgame.storage.web import Answer, NotFetchedError, opened

FOLDER = "downloads"
MOST = 64_000_000
"""Bytes that a pack may have, whatever a catalogue says."""
_PART, _TAG, _WHOLE = ".part", ".tag", BUILT
_MOST_LEFT = 4
_RANGE = re.compile(r"bytes ([0-9]{1,18})-[0-9]{1,18}/(?:[0-9]{1,18}|\*)")
_T = TypeVar("_T")

Hear = Callable[[int, int | None], None]
"""Is told how many bytes there are and how many there will be, None where nobody says."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to fetch: its address, and what is known of it (size in bytes, SHA-256 in hex)."""

    address: str
    size: int | None = None
    sha256: str = ""

    @property
    def name(self) -> str:
        """What its staging file is called; another version of the file has another name."""
        return hashlib.sha256(f"{self.address}\n{self.sha256}".encode()).hexdigest()[:16]


def fetched(address: str, most: int, patience: Patience = USUAL) -> tuple[bytes, str]:
    """Return a small file of at most `most` bytes, and where it was in the end."""

    def once() -> tuple[bytes, str]:
        with opened(address, most=most, patience=patience) as answer:
            _bounded(answer, answer.length() or 0, most)
            data = bytearray()
            for piece in answer.pieces():
                data += piece
                _bounded(answer, len(data), most)
            return bytes(data), answer.address

    return _tried(once, patience)


def download(wanted: Wanted, data_folder: Path, hear: Hear, patience: Patience = USUAL) -> Path:
    """Return the file, whole and held to its hash, in a staging folder of the player's.

    Whoever asked removes it in the end. What came of a file that was cut stays for the next try.
    NotFetchedError says in one sentence why there is none; OSError for a full disk.
    """
    folder = data_folder / FOLDER
    with _alone(folder):
        _tidy(folder, wanted.name)
        staged = _Staged(wanted, folder, hear, patience)
        return _tried(staged.go_on, patience)


def copied(path: Path, wanted: Wanted, data_folder: Path) -> Path:
    """Return a copy of a file of a catalogue on this disk, held to its size and hash."""
    folder = data_folder / FOLDER
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            message = f"{path.name} in the catalogue's folder is no file; nothing was changed."
            raise NotFetchedError(message)
        with path.open("rb") as file:
            data = file.read((wanted.size or MOST) + 1)
    except OSError:
        message = f"{path.name} is not in the catalogue's folder; nothing was changed."
        raise NotFetchedError(message) from None
    if len(data) != wanted.size or hashlib.sha256(data).hexdigest() != wanted.sha256:
        raise _not_the_same(path.name)
    with _alone(folder):
        _tidy(folder, wanted.name)
        whole = folder / f"{wanted.name}{_WHOLE}"
        whole.write_bytes(data)
    return whole


def _tried(once: Callable[[], _T], patience: Patience) -> _T:
    """Return what `once` brings, tried again while that may help."""
    for tried in range(1, patience.tries + 1):
        try:
            return once()
        except NotFetchedError as error:
            if not error.again or tried == patience.tries:
                raise
        time.sleep(patience.pause * 2 ** (tried - 1))
    raise AssertionError


@dataclass(frozen=True, slots=True)
class _Staged:
    """A staging file, and the tag by which its server knows the version it came from."""

    wanted: Wanted
    folder: Path
    hear: Hear
    patience: Patience

    @property
    def part(self) -> Path:
        return self.folder / f"{self.wanted.name}{_PART}"

    @property
    def tag(self) -> Path:
        return self.folder / f"{self.wanted.name}{_TAG}"

    def go_on(self) -> Path:
        """Fetch what is missing and return the whole file; NotFetchedError if it is not that."""
        before = self._kept()
        if before != self.wanted.size:
            self._fetch(before)
        if self.wanted.sha256 and _hash_of(self.part) != self.wanted.sha256:
            self._forget()
            # Two versions may have met where it was cut: that is worth a whole try.
            raise _not_the_same(host_of(self.wanted.address), again=before > 0)
        whole = self.part.with_suffix(_WHOLE)
        self.part.replace(whole)
        self._forget()
        return whole

    def _kept(self) -> int:
        """Return how many bytes are here that can be gone on from."""
        size = self.part.stat().st_size if self.part.exists() else 0
        if size > (self.wanted.size or MOST) or not (self._said() or self.wanted.sha256):
            self._forget()
            return 0
        return size

    def _said(self) -> str:
        return self.tag.read_text(encoding="utf-8") if self.tag.exists() else ""

    def _forget(self) -> None:
        for path in (self.part, self.tag):
            path.unlink(missing_ok=True)

    def _fetch(self, before: int) -> None:
        asking = {"Range": f"bytes={before}-"} if before else {}
        if before and self._said():
            asking["If-Range"] = self._said()
        address, most = self.wanted.address, self.wanted.size or MOST
        with opened(address, most=most, headers=asking, patience=self.patience) as answer:
            if answer.status != 200 and not self._goes_on(answer, before):  # noqa: PLR2004
                self._forget()
                message = f"{host_of(address)} sends another piece than the one asked for; "
                raise NotFetchedError(message + "nothing was changed.", again=before > 0)
            self._write(answer, before if answer.status == 206 else 0)  # noqa: PLR2004

    def _goes_on(self, answer: Answer, before: int) -> bool:
        """Tell whether a piece begins where the staging file ends, and is of the same version."""
        found = _RANGE.fullmatch(answer.headers.get("Content-Range", "").strip())
        fits = answer.status == 206 and found is not None and int(found[1]) == before > 0  # noqa: PLR2004
        return fits and _tag_of(answer) in {"", self._said()}

    def _write(self, answer: Answer, before: int) -> None:
        """Write what comes behind what is here, or in its place."""
        length, size = answer.length(), self.wanted.size
        total = size if length is None else before + length
        _bounded(answer, total or 0, MOST)
        if size is not None and total != size:
            raise self._other_size(answer, total)
        if not before:
            self.tag.write_text(_tag_of(answer), encoding="utf-8")
        with self.part.open("ab" if before else "wb") as file:
            self.hear(before, total)
            for piece in answer.pieces():
                before += len(piece)
                _bounded(answer, before, MOST if size is None else size)
                file.write(piece)
                self.hear(before, total)
        if size is not None and before != size:
            raise self._other_size(answer, before)

    def _other_size(self, answer: Answer, total: int | None) -> NotFetchedError:
        message = (
            f"{host_of(answer.address)} has a file of {total:,} bytes and the catalogue promises "
            f"{self.wanted.size:,}; nothing was changed."
        )
        self._forget()
        return NotFetchedError(message)


def _tag_of(answer: Answer) -> str:
    """Return what tells this version of a file from others: a strong ETag, or when it changed."""
    tag = answer.headers.get("ETag", "").strip()
    said = tag if tag.startswith('"') else answer.headers.get("Last-Modified", "").strip()
    return said if said.isascii() and said.isprintable() else ""


def _bounded(answer: Answer, count: int, most: int) -> None:
    if count > most:
        much = f"{most / 1_000_000:,.0f} MB" if most >= 1_000_000 else f"{most:,} bytes"  # noqa: PLR2004
        message = f"{host_of(answer.address)} sends more than the {much} it may; "
        raise NotFetchedError(message + "nothing was changed.")


def _not_the_same(whose: str, *, again: bool = False) -> NotFetchedError:
    message = f"What {whose} gives is not, byte for byte, what the catalogue promises; "
    return NotFetchedError(message + "nothing was changed.", again=again)


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the staging folder, made when it is first needed, against a second download."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        lock = take_lock(folder)
    except sqlite3.Error:
        message = f"Nothing can be written in the folder {folder}; nothing was changed."
        raise NotFetchedError(message) from None
    if lock is None:
        message = "Another download is under way; try again when it has ended."
        raise NotFetchedError(message)
    try:
        yield
    finally:
        lock.close()


def _tidy(folder: Path, name: str) -> None:
    """Remove all but the newest of what earlier downloads have left."""
    left = [path for path in folder.iterdir() if path.suffix in {_PART, _WHOLE}]
    left.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in left:
        old = path.suffix == _WHOLE or path in left[_MOST_LEFT:]
        if old and path.stem != name:
            path.unlink(missing_ok=True)
            path.with_suffix(_TAG).unlink(missing_ok=True)
