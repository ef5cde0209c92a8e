"""What is said of a pack, or of a file in it, that is not taken: one sentence with its mend."""

import unicodedata
from dataclasses import dataclass
from typing import NoReturn

from quizgame.storage.faults import Fault

_LONGEST = 48
_TAIL = 16
_MOST_MARKS = 4
"""More accents on one letter than any language has are a tower over the lines above."""
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_MARKS = {"Mn", "Me"}


def printable(text: str, most: int = _LONGEST) -> str:
    """Return the text on one line, shortened in the middle, with `?` for signs that hide or turn.

    Nothing in it can move the cursor, run from right to left against its order or be mistaken for
    the end of the sentence it stands in.
    """
    # Only what could still be shown is looked at: a name may be of any length.
    whole = text if len(text) <= most else f"{text[: most - _TAIL - 1]}…{text[-_TAIL:]}"
    plain = unicodedata.normalize("NFC", whole).replace('"', "'")
    shown, marks = [], 0
    for sign in plain:
        category = unicodedata.category(sign)
        marks = marks + 1 if category in _MARKS else 0
        if marks <= _MOST_MARKS:
            shown.append("?" if category in _HIDDEN else sign)
    return "".join(shown)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something is not taken.

    `message` never quotes what lies in the pack, so anyone may read it; `entry` is the name of the
    file in the pack that it is about, if there is one, and stands in `hint` and in the sentence.
    """

    fault: Fault
    message: str
    mend: str = ""
    entry: str = ""

    @property
    def hint(self) -> str:
        """The name of the file and the mend, for an author."""
        named = f'it is "{printable(self.entry)}"' if self.entry else ""
        return "; ".join(part for part in (named, self.mend) if part)

    def __str__(self) -> str:
        named = f'{self.message}: "{printable(self.entry)}"' if self.entry else self.message
        return f"{named}; {self.mend}" if self.mend else named


class PackRefusedError(Exception):
    """A pack, or a file in it, that is not taken; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(str(refusal))
        self.refusal = refusal


def refuse(fault: Fault, message: str, mend: str = "", entry: str = "") -> NoReturn:
    """Raise PackRefusedError with these words."""
    raise PackRefusedError(Refusal(fault, message, mend, entry)) from None


def system_says(error: OSError) -> str:
    """Return in a few words why the system would not do it, without a path."""
    return (error.strerror or "it cannot be done").lower()
