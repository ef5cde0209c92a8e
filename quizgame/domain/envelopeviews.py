"""What is shown of predictions: those that can be sealed, those that are, those that opened.

A view of one that is sealed, or can be, has no answer in it, nor when it opens.
"""

from dataclasses import dataclass

from quizgame.domain.tags import TierTag


@dataclass(frozen=True, slots=True)
class EnvelopeRow:
    """A prediction in a line. `state` is blank, sealed, ripe, right, wrong or void.

    `told` is what stands beside it: when it was sealed, or what it earned.
    """

    card_id: str
    stem: str
    state: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class EnvelopesView:
    """A person's predictions of a pack; `points` are those of the ones that have opened."""

    pack_title: str
    rows: tuple[EnvelopeRow, ...]
    points: int = 0


@dataclass(frozen=True, slots=True)
class SealView:
    """A prediction on its ticket: to be sealed, or with its `sealed` day to be looked at again.

    `chosen` is the place of the choice, None before there is one; `stakes` are what one can say of
    how sure one is, as (value, words).
    """

    pack_title: str
    card_id: str
    stem: str
    category: str
    tier: TierTag
    worth: int
    options: tuple[str, ...]
    stakes: tuple[tuple[str, str], ...]
    chosen: int | None = None
    stake: str = ""
    sealed: str = ""


@dataclass(frozen=True, slots=True)
class SealedView:
    """A prediction that has just been sealed; `more` when there are others to seal."""

    pack_title: str
    card_id: str
    stem: str
    more: bool


@dataclass(frozen=True, slots=True)
class OtherRow:
    """What somebody else foretold, who has watched as far and opened theirs."""

    name: str
    badge: int
    choice: str
    sure: str
    ending: str


@dataclass(frozen=True, slots=True)
class Foretelling:
    """An envelope laid open: what was said and how sure, what is so, and what it earned.

    `ending` is right, wrong or void; `cited` is where the explainer tells it.
    """

    choice: str
    sure: str
    right: str
    ending: str
    earned: str
    why: str
    cited: str
    others: tuple[OtherRow, ...] = ()


@dataclass(frozen=True, slots=True)
class OpeningView:
    """An envelope at its opening, still shut while there is nothing `told`.

    `sealed` is the day it was sealed; `more` of them are ripe after this one. `onward` is what
    comes next: another, the round, or the list it was opened from.
    """

    pack_title: str
    card_id: str
    stem: str
    sealed: str
    onward: str
    more: int = 0
    told: Foretelling | None = None
