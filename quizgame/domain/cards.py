"""The kinds of card. What is right never prints: answers are kept out of every repr.

A new kind is a class here with `options`, `judge` and `right_words`, one case in
`storage/packcards.py` that reads it, and, if people answer it in a new way, a body in `views.py`
with its widget in `ui/widgets/answers.py`.
"""

from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from quizgame.domain.evidence import Citation
from quizgame.domain.spelling import same_answer


class Verdict(Enum):
    """How a reply was judged."""

    RIGHT = "right"
    HALF = "half"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Reply: the options picked, by their number in the file."""

    options: frozenset[int]


@dataclass(frozen=True, slots=True)
class Arranged:
    """Reply: the options in the order the player put them, by their number in the file."""

    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """Reply: what the player typed."""

    text: str


Reply = Chosen | Arranged | Typed


@dataclass(frozen=True, slots=True)
class SingleChoice:
    """Two to six options, one of them right."""

    options: tuple[str, ...]
    right: int = field(repr=False)

    def judge(self, reply: Reply) -> Verdict:
        """Right when just the right option is picked."""
        return Verdict.RIGHT if reply == Chosen(frozenset({self.right})) else Verdict.WRONG

    def right_words(self) -> tuple[str, ...]:
        """Return the right option."""
        return (self.options[self.right],)

    def right_options(self) -> frozenset[int]:
        """Return the numbers of the right options."""
        return frozenset({self.right})


@dataclass(frozen=True, slots=True)
class TrueFalse(SingleChoice):
    """A statement; the options are always True, then False, and are never shuffled."""


@dataclass(frozen=True, slots=True)
class SeveralRight:
    """Three to six options, two or more of them right, not all."""

    options: tuple[str, ...]
    right: frozenset[int] = field(repr=False)

    def judge(self, reply: Reply) -> Verdict:
        """Right when all and only the right ones are picked; half with one slip."""
        if not isinstance(reply, Chosen):
            return Verdict.WRONG
        slips = len(reply.options ^ self.right)
        if slips == 0:
            return Verdict.RIGHT
        return Verdict.HALF if slips == 1 else Verdict.WRONG

    def right_words(self) -> tuple[str, ...]:
        """Return the right options in the order of the file."""
        return tuple(self.options[n] for n in sorted(self.right))

    def right_options(self) -> frozenset[int]:
        """Return the numbers of the right options."""
        return self.right


@dataclass(frozen=True, slots=True)
class PutInOrder:
    """Three to six steps, kept in the right order; they are shuffled when dealt."""

    options: tuple[str, ...] = field(repr=False)

    def judge(self, reply: Reply) -> Verdict:
        """Right when all stand in order; half when one pair of neighbours is swapped."""
        if not isinstance(reply, Arranged) or len(reply.order) != len(self.options):
            return Verdict.WRONG
        wanted = list(range(len(self.options)))
        if list(reply.order) == wanted:
            return Verdict.RIGHT
        for i, j in pairwise(wanted):
            swapped = wanted.copy()
            swapped[i], swapped[j] = j, i
            if list(reply.order) == swapped:
                return Verdict.HALF
        return Verdict.WRONG

    def right_words(self) -> tuple[str, ...]:
        """Return the steps in the right order."""
        return self.options

    def right_options(self) -> frozenset[int]:
        """Every step belongs."""
        return frozenset(range(len(self.options)))


@dataclass(frozen=True, slots=True)
class TypeAnswer:
    """The answer is typed; `accepted` holds the spelling to show first, then others."""

    accepted: tuple[str, ...] = field(repr=False)
    options: tuple[str, ...] = ()

    def judge(self, reply: Reply) -> Verdict:
        """Right when it is one of the accepted spellings, give or take a small slip."""
        if isinstance(reply, Typed) and any(same_answer(reply.text, a) for a in self.accepted):
            return Verdict.RIGHT
        return Verdict.WRONG

    def right_words(self) -> tuple[str, ...]:
        """Return the spelling to show."""
        return self.accepted[:1]

    def right_options(self) -> frozenset[int]:
        """Nothing is there to be picked."""
        return frozenset()


Kind = SingleChoice | TrueFalse | SeveralRight | PutInOrder | TypeAnswer


@dataclass(frozen=True, slots=True)
class Picture:
    """An image in the pack's own folder or zip, and the words for those who cannot see it."""

    file: str
    alt: str


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound in the pack's own folder or zip, and the words for those who cannot hear it."""

    file: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One question with its answer. `tier` is no lower than any term it mentions.

    It is dealt to watch points in `[tier, until)`; without `until`, from `tier` on. `later` says
    what became of what it holds true, for those who have seen everything. One that `opens` is a
    prediction: asked below that tier and answered from there on, it is never dealt.
    """

    id: str
    tier: int
    category: str
    stem: str = field(repr=False)
    kind: Kind
    why: str = field(repr=False)
    difficulty: int
    citation: Citation | None = None
    notes: frozenset[str] = frozenset()
    until: int | None = None
    opens: int | None = field(default=None, repr=False)
    later: str = field(default="", repr=False)
    picture: Picture | None = field(default=None, repr=False)
    sound: Sound | None = field(default=None, repr=False)

    def open_to(self, watch_point: int) -> bool:
        """Tell whether a person at `watch_point` may be asked this card."""
        ended = self.ended_by(watch_point)
        return self.opens is None and self.tier <= watch_point and not ended

    def ended_by(self, watch_point: int) -> bool:
        """Tell whether a person at `watch_point` knows that it was true only for a while."""
        return self.until is not None and watch_point >= self.until
