"""The line of a file at fault, with a caret under the place, as it stands on a terminal."""

import re
from collections.abc import Sequence
from pathlib import Path

from quizgame.domain.columns import width
from quizgame.domain.excerpts import excerpt
from quizgame.storage.faults import Report
from quizgame.storage.packbytes import read_pack_bytes

WIDEST = 88
"""Columns of a line that are shown; a longer one is shortened around the place."""
_BEFORE = 30
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def lines_of(path: Path) -> list[str]:
    """Return the lines of a pack's YAML in a file, folder or zip; none when it cannot be read."""
    data, _ = read_pack_bytes(path, Report())
    return _BREAK.split(data.decode("utf-8", errors="replace")) if data else []


def under_line(lines: Sequence[str], line: int, column: int) -> tuple[str, ...]:
    """Return a line, numbered from 1, and the carets under what stands at a column from 1."""
    if not 0 < line <= len(lines):
        return ()
    found = excerpt(lines, line, column)
    text, at = _shortened(found.text, found.start)
    carets = "^" * max(1, width(text[at : at + found.length].removesuffix("…")))
    return f"{line:5} | {text}".rstrip(), f"      | {' ' * width(text[:at])}{carets}"


def _shortened(text: str, at: int) -> tuple[str, int]:
    """Return at most the widest part of a line around a place, and the place in it."""
    if width(text) <= WIDEST:
        return text, at
    start = at if width(text[:at]) > _BEFORE else 0
    while start and width(text[start - 1 : at]) <= _BEFORE:
        start -= 1
    head = "…" if start else ""
    end = len(text)
    while width(head + text[start:end]) > WIDEST - 1:
        end -= 1
    tail = "…" if end < len(text) else ""
    return head + text[start:end] + tail, at - start + len(head)
