"""A file's bytes and its text: bounded, and in whatever encoding it was saved."""

import re
import stat
from pathlib import Path

from quizgame.exchange.found import CannotRead

MOST_BYTES = 16_000_000
_HANGUL = re.compile("[가-힣]")
_TOO_LARGE = (
    "it is larger than 16 MB; take fewer questions into one file, or leave out its pictures"
)


def read_bytes(path: Path) -> bytes:
    """Return the file's bytes, 16 MB at most; CannotRead says why there are none."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            message = "it is not a file"
            raise CannotRead(message)
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        message = f"it cannot be read: {(error.strerror or 'no reason is given').lower()}"
        raise CannotRead(message) from None
    except ValueError:
        message = "no file can have this name"
        raise CannotRead(message) from None
    if len(data) > MOST_BYTES:
        raise CannotRead(_TOO_LARGE)
    return data


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text, and in which encoding it was read when that is a guess; else nothing.

    UTF-8 and UTF-16 know themselves. What is neither is Korean if nearly all its odd letters are
    Hangul when read so, and Western European otherwise.
    """
    text, guess = _read(data)
    nul = text.find("\0")
    if nul >= 0:
        line = text.count("\n", 0, nul) + 1
        message = f"a NUL stands on line {line}, so it is not a text; save it as text in UTF-8"
        raise CannotRead(message)
    return text.replace("\r\n", "\n").replace("\r", "\n"), guess


def _read(data: bytes) -> tuple[str, str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(data, "utf-16"), ""
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        korean = data.decode("cp949")
    except UnicodeDecodeError:
        korean = ""
    odd = sum(not sign.isascii() for sign in korean)
    if odd and len(_HANGUL.findall(korean)) > odd * 0.9:
        return korean, "Korean (CP949)"
    return _strictly(data, "cp1252"), "Western European (Windows-1252)"


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        message = "its letters are in no encoding that is known here; save it as UTF-8"
        raise CannotRead(message) from None
