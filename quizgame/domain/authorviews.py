"""What whoever writes a pack is shown of it. It speaks of the whole pack, whatever was watched."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TroubleRow:
    """One finding: its code, what is wrong, the line it stands on and the mend.

    `excerpt` is that line; from `start` on, `length` characters of it are at fault. Where it is
    `dotted`, what would tell the story stands as dots.
    """

    code: str
    severity: str
    line: int
    message: str
    hint: str
    excerpt: str = field(repr=False)
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class TroubleView:
    """What its author can mend about a pack, the worst first.

    `dotted` while words of the story are not shown; `playable` cards of `cards` can be asked.
    """

    file: str
    rows: tuple[TroubleRow, ...]
    more: int
    dotted: bool
    playable: int
    cards: int
