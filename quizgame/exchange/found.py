"""What a file of questions gave, before anybody has looked whether a card can hold it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Asking = Literal["choice", "several", "true-false", "typed"]
MIDDLING = 2
_WHAT_CAP = 60


class CannotRead(Exception):  # noqa: N818 (a sentence for people, as are the others)
    """The file as a whole cannot be read; the message is the sentence that says why."""


class CannotCarry(Exception):  # noqa: N818
    """One question cannot become a card; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A question as it stood at a place in its file, in plain text.

    `choices` are what can be picked, or for `typed` the spellings that count; `right` the numbers
    of the right ones, from 0. Of `true-false`, 0 is true and 1 is false. `remarks` tell what of it
    was lost on the way.
    """

    place: str
    asking: Asking
    stem: str
    choices: tuple[str, ...] = field(default=(), repr=False)
    right: frozenset[int] = field(default=frozenset(), repr=False)
    why: str = field(default="", repr=False)
    category: str = ""
    difficulty: int = MIDDLING
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the report: where it stood, how it begins, and what could not be carried of it.

    `lost` is the whole question, otherwise only a part of it.
    """

    place: str
    what: str
    why: str
    lost: bool = True

    def __str__(self) -> str:
        shown = f" “{self.what}”" if self.what else ""
        return f"{self.place}:{shown} {'left out: ' if self.lost else 'carried, but '}{self.why}"


def beginning(text: str) -> str:
    """Return the first words of a text, to know a question by."""
    line = " ".join(text.split())
    return line if len(line) <= _WHAT_CAP else f"{line[: _WHAT_CAP - 1].rstrip()}…"


def tried(place: str, what: str, make: Callable[[], Found]) -> Found | Told:
    """Return what `make` gives, or the line that tells why it cannot be carried."""
    try:
        return make()
    except CannotCarry as reason:
        return Told(place, what, str(reason))


def is_true_false(choices: tuple[str, ...]) -> bool:
    """Tell whether the choices are just True and False, in that order or the other."""
    return sorted(choice.casefold() for choice in choices) == ["false", "true"]
