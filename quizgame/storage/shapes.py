"""The words in which the pack format is written down: fields, their shapes, and parts made of them.

`packformat.py` says with them what a pack is made of; `fields.py` reads by that and `schema.py`
tells it to editors, so that each bound stands once.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from quizgame.storage.faults import Fault

LONG = 400
Bare = Literal["integer", "number", "boolean"]


@dataclass(frozen=True, slots=True)
class Form:
    """How a text must look as a whole; `must` says it in words.

    `noun` is what one such text is called where several stand in a list. `bare` tells what a text
    of this form may be to other readers of YAML, who take `1984` for a number and `no` for false.
    `mend` returns what to do about a text that has not the form, and never quotes it.
    """

    pattern: re.Pattern[str]
    must: str
    fault: Fault = Fault.PATTERN
    noun: str = ""
    bare: tuple[Bare, ...] = ()
    mend: Callable[[str], str] = lambda _text: ""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of at most `cap` characters."""

    cap: int = LONG
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `low` to `high`, both included."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Flag:
    """Exactly `true` or `false`."""


@dataclass(frozen=True, slots=True)
class Word:
    """One of a few words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """The id of something that the same pack declares: a tier, a term, a note or a section."""

    noun: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of `low` to `high` texts; `distinct` when no two may say the same."""

    low: int
    high: int
    cap: int = LONG
    form: Form | None = None
    named: Named | None = None
    distinct: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of `low` to `high` parts."""

    low: int
    high: int
    of: "Part"


@dataclass(frozen=True, slots=True)
class Inner:
    """A part inside a part."""

    of: "Part"


Shape = Text | Whole | Flag | Word | Named | Texts | Rows | Inner


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, its shape, and a sentence for the author on what it is for.

    It must be there unless it is `optional`, or the field named in `unless` is there. With `needs`
    it makes sense only beside the field of that name.
    """

    name: str
    shape: Shape
    about: str
    optional: bool = False
    unless: str = ""
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Something made of fields; `what` names it in messages ("the card").

    One or more of the fields in `either` must be there. What has `kinds` is one of these, each with
    all its fields, as its field 'kind' says. `instead` tells of fields that it does not have, but
    others of its kind do, where that which is meant stands here.
    """

    what: str
    about: str
    fields: Mapping[str, Field]
    either: tuple[str, ...] = ()
    kinds: Mapping[str, "Part"] = field(default_factory=dict)
    instead: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Return its name in one word, such as content-note."""
        return self.what.removeprefix("the ").replace("'s ", "-").replace(" ", "-")

    def parts(self) -> dict[str, "Part"]:
        """Return this part and all that it is made of, by key."""
        found = {self.key: self}
        for each in self.fields.values():
            if isinstance(each.shape, Rows | Inner):
                found |= each.shape.of.parts()
        return found


def part(what: str, about: str, *fields: Field, either: tuple[str, ...] = ()) -> Part:
    """Return a part made of the fields."""
    return Part(what, about, {each.name: each for each in fields}, either)
