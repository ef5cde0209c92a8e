"""Claims out of whatever a model wrote: each object of JSON in it, wherever it stands."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_CLAIMS = 150
"""What is read of one answer; a section has a few dozen facts."""
_MOST_SLIPS = 2_000
_LONGEST = 2_000
_FIELDS = ("subject", "relation", "object", "words", "how", "tier", "quote", "name", "sort")
_SPACES = " \t\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a model says: a fact, or a `name` of a `sort`; every text is as it was written."""

    subject: str = field(default="", repr=False)
    relation: str = field(default="", repr=False)
    object: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    how: str = field(default="", repr=False)
    tier: str = field(default="", repr=False)
    quote: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    sort: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The claims of an answer, how many were `malformed`, and how many came `beyond` the most.

    `readable` tells that there was JSON in it, be it an empty list.
    """

    claims: tuple[Claim, ...]
    malformed: int
    beyond: int
    readable: bool


def parsed(text: str) -> Parsed:
    """Return what can be read of an answer; prose, fences and a cut end are stepped over."""
    claims: list[Claim] = []
    malformed = beyond = 0
    for row in _rows(text.rpartition("</think>")[2]):
        claim = _claim(row)
        if claim is None:
            malformed += 1
        elif len(claims) < MOST_CLAIMS:
            claims.append(claim)
        else:
            beyond += 1
    bare = "".join(text.split())
    empty = "[]" in bare
    return Parsed(tuple(claims), malformed, beyond, bool(claims or empty))


def _rows(text: str) -> Iterator[object]:
    """Yield what stands in lists of objects, and objects by themselves; a list in one is opened."""
    decoder = json.JSONDecoder()
    at, slips = text.find("{"), 0
    while at >= 0 and slips < _MOST_SLIPS:
        try:
            found, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            slips += 1
            end = at + 1
        else:
            yield from _opened(found)
        at = text.find("{", end)


def _opened(found: dict[str, object]) -> Iterator[object]:
    lists = [value for value in found.values() if isinstance(value, list)]
    if not lists:
        yield found
    for rows in lists:
        yield from rows


def _claim(row: object) -> Claim | None:
    """Return a claim of a row of the right form; other fields are of no account."""
    if not isinstance(row, dict):
        return None
    told = {key: row[key] for key in _FIELDS if row.get(key) is not None}
    if not all(isinstance(value, str) and len(value) <= _LONGEST for value in told.values()):
        return None
    claim = Claim(**{key: value.strip(_SPACES) for key, value in told.items()})
    fact = claim.subject and claim.relation and bool(claim.object) != bool(claim.words)
    name = claim.name and claim.sort and not claim.subject
    return claim if (fact or name) and claim.quote else None
