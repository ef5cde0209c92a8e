"""A line of a pack's file around a fault: where the fault ends, and the story in it dotted."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

OPEN_FIELDS = frozenset(
    {"tier", "until", "opens", "kind", "difficulty", "language", "year", "format"}
)
"""Fields whose values say nothing of a story."""
DOTS, MORE_DOTS = "•••", "••••••••"
_OPEN = re.compile(rf"(?:^|[\s{{,])(?:{'|'.join(sorted(OPEN_FIELDS))}):\s+$")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_KEY = re.compile(r"[\w-]+(?=:(?:\s|$))")
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:''|[^'])*'")
_IN_FLOW = re.compile(r"[^,\[\]{}]+")
_PLAIN = re.compile(r"(?:(?! #).)+")
_PLAIN_VALUE = re.compile(r"[\w.-]{1,40}")
_WORD = re.compile(r"[^\s\[\]{},:#-][^\s\[\]{},:]*(?P<colon>:(?=\s))?")


class Excerpt(NamedTuple):
    """A line of the file; from `start` on, `length` characters of it are at fault."""

    text: str
    start: int
    length: int


def excerpt(lines: Sequence[str], line: int, column: int) -> Excerpt:
    """Return a line, numbered from 1, with the extent of what stands at a column from 1."""
    if not 0 < line <= len(lines):
        return Excerpt("", 0, 1)
    text = _UNSEEN.sub(" ", lines[line - 1]).rstrip()
    start = min(max(0, column - 1), len(text))
    return Excerpt(text, start, _length(text, start))


def dotted(found: Excerpt, fields: Collection[str]) -> Excerpt:
    """Return the excerpt with everything in dots that may be a word of the story.

    `fields` are the names of all fields of the format, which give nothing away.
    """

    def kept(word: re.Match[str]) -> str:
        name = word.group().removesuffix(":")
        return word.group() if word["colon"] and name in fields else DOTS + (word["colon"] or "")

    before, fault = found.text[: found.start], found.text[found.start :][: found.length]
    head = _WORD.sub(kept, before)
    told = _OPEN.search(before) and _PLAIN_VALUE.fullmatch(fault)
    fault = fault if told else MORE_DOTS
    return Excerpt(f"{head}{fault}", len(head), len(fault))


def _length(text: str, at: int) -> int:
    """Return how many letters belong to the word or text that begins at a place; 1 at least."""
    key, quoted = _KEY.match(text, at), _QUOTED.match(text, at)
    found = key or quoted
    if found:
        return len(found.group())
    in_flow = any(sign in text[:at] for sign in "[{")
    plain = (_IN_FLOW if in_flow else _PLAIN).match(text, at)
    return max(1, len(plain.group().rstrip())) if plain and text[at] not in "-[{|>" else 1
