"""What a person is shown of how far they have come: made from what their decks hold now."""

from dataclasses import dataclass

from quizgame.domain.tags import TierTag


@dataclass(frozen=True, slots=True)
class Mastered:
    """A tier that was reached; `share` of its cards is known, in per cent, None without any."""

    tier: TierTag
    share: int | None


@dataclass(frozen=True, slots=True)
class Beside:
    """Somebody here: so many of their answers, one a card, are right, in per cent.

    Only cards count that the one who looks may be asked, too.
    """

    name: str
    share: int
    answers: int


@dataclass(frozen=True, slots=True)
class HardCard:
    """A hard card that is known by now, and what made it hard."""

    stem: str
    words: str


@dataclass(frozen=True, slots=True)
class PackTab:
    """A pack that was played, to look at."""

    pack_id: str
    title: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """All answers together: shares in per cent, seconds, days; None where there is nothing."""

    answers: int
    right: int | None
    row: int
    seconds: float | None


@dataclass(frozen=True, slots=True)
class ProgressView:
    """How far a person has come; without `packs` there is nothing to tell yet.

    `shown` is the place of the pack that `mastery`, `hardest` and `beside` tell of; `rest` says in
    words what lies further on. `weeks` runs from the oldest, Monday to Sunday, each day 0 to 3 or
    None where it is still ahead. `due` is how many cards are to be rehearsed today, None where
    that is not known.
    """

    name: str
    packs: tuple[PackTab, ...] = ()
    shown: int = 0
    mastery: tuple[Mastered, ...] = ()
    rest: str = ""
    weeks: tuple[tuple[int | None, ...], ...] = ()
    days: int = 0
    numbers: Numbers = Numbers(0, None, 0, None)
    hardest: tuple[HardCard, ...] = ()
    beside: tuple[Beside, ...] = ()
    due: int | None = None


@dataclass(frozen=True, slots=True)
class AwardRow:
    """An award: its sign, its name, its rule, and when it was won; `won` is empty until then."""

    sign: str
    name: str
    rule: str
    won: str = ""


@dataclass(frozen=True, slots=True)
class AwardsView:
    """Every award there is, won or not: none tells anything of any story."""

    name: str
    rows: tuple[AwardRow, ...]
