"""The awards and their rules: each can be read by anyone, for none has to do with any story.

They are not kept anywhere. They follow from the answers that `tallies.told` lets in, so whoever
says they have seen less has only what comes of the cards that are left.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from quizgame.domain import tallies
from quizgame.domain.cards import Card
from quizgame.domain.gate import Deck
from quizgame.domain.tallies import RIGHT, Answer, DayOf

HARD = 3
LONG_AGO = 30
"""Days after which a card is thought to be forgotten."""
QUICK = 5.0
"""Seconds."""
CLEAN = 10
"""Cards of a round without a miss."""
OF_A_ROUND = frozenset({"round", "daily"})
AT_A_TABLE = "table"
"""The ways in which a card was played."""


@dataclass(frozen=True, slots=True)
class Step:
    """An answer, its card, its local day (None where a clock went astray), the row it stands in."""

    answer: Answer
    card: Card
    day: int | None
    row: int

    @property
    def right(self) -> bool:
        """Whether it is right."""
        return self.answer.verdict == RIGHT

    @property
    def key(self) -> tuple[str, str]:
        """Its pack and its card."""
        return self.answer.pack_id, self.answer.card_id


Watch = Callable[[Step], bool]
"""Looks at one answer after the other, and tells when the award is won."""


@dataclass(frozen=True, slots=True)
class Award:
    """An award: `sign` is a sign of ours, `begin` gives the eye that looks for it."""

    id: str
    name: str
    rule: str
    sign: str
    begin: Callable[[], Watch]


@dataclass(frozen=True, slots=True)
class Won:
    """When an award was won: by which answer, and on which day if that is known."""

    answer: Answer
    day: int | None


def won(answers: Iterable[Answer], decks: Mapping[str, Deck], day_of: DayOf) -> dict[str, Won]:
    """Return by award id what won it, from answers in the order given to cards of these decks."""
    waiting = [(award.id, award.begin()) for award in AWARDS]
    cards = {pack_id: tallies.counting(deck) for pack_id, deck in decks.items()}
    found: dict[str, Won] = {}
    row = 0
    for answer in answers:
        if not waiting:
            break
        row = tallies.row_after(answer, row)
        card = cards[answer.pack_id][answer.card_id]
        step = Step(answer, card, day_of(answer.at), row)
        reached = {award_id for award_id, watch in waiting if watch(step)}
        if reached:
            found |= dict.fromkeys(reached, Won(answer, step.day))
            waiting = [(award_id, watch) for award_id, watch in waiting if award_id not in reached]
    return found


# -- the rules -----------------------------------------------------------------------------------


def _often(needed: int, counts: Callable[[Step], bool]) -> Callable[[], Watch]:
    """Return what looks for so many answers that count."""

    def begin() -> Watch:
        so_far = 0

        def watch(step: Step) -> bool:
            nonlocal so_far
            so_far += counts(step)
            return so_far >= needed

        return watch

    return begin


def _in_a_row(needed: int) -> Callable[[], Watch]:
    return lambda: lambda step: step.row >= needed


def _days_in_a_row(needed: int) -> Callable[[], Watch]:
    def begin() -> Watch:
        days: set[int] = set()

        def watch(step: Step) -> bool:
            day = step.day
            if day is None or day in days:
                return False
            days.add(day)
            # A clock that was set back may fill a gap from either side.
            before = tallies.days_in_a_row(days, day)
            after = next(n for n in range(1, needed + 1) if day + n not in days) - 1
            return before + after >= needed

        return watch

    return begin


def _made_good() -> Watch:
    missed: set[tuple[str, str]] = set()

    def watch(step: Step) -> bool:
        if not step.right:
            missed.add(step.key)
        return step.right and step.key in missed

    return watch


def _remembered() -> Watch:
    last: dict[tuple[str, str], int] = {}

    def watch(step: Step) -> bool:
        if step.day is None:
            return False
        before = last.get(step.key, step.day)
        last[step.key] = step.day
        return step.right and step.day - before >= LONG_AGO

    return watch


def _clean_round() -> Watch:
    # By run: the right answers so far, or None once there was a miss.
    runs: dict[int | None, int | None] = {}

    def watch(step: Step) -> bool:
        if step.answer.way not in OF_A_ROUND:
            return False
        so_far = runs.get(step.answer.run, 0)
        now = so_far + 1 if step.right and so_far is not None else None
        runs[step.answer.run] = now
        return now is not None and now >= CLEAN

    return watch


def _two_packs() -> Watch:
    packs: set[str] = set()

    def watch(step: Step) -> bool:
        if step.right:
            packs.add(step.answer.pack_id)
        return len(packs) > 1

    return watch


def _quick(step: Step) -> bool:
    return step.right and step.answer.seconds < QUICK


AWARDS: tuple[Award, ...] = (
    Award("first", "Lights down", "Answer a card right.", "check", _often(1, lambda s: s.right)),
    Award("ten", "On a roll", "Answer ten cards right in a row.", "steps", _in_a_row(10)),
    Award(
        "clean",
        "In one take",
        "Answer ten cards of one round right, without a miss.",
        "clapper",
        _clean_round,
    ),
    Award(
        "hundred",
        "One hundred",
        "Give a hundred right answers.",
        "star",
        _often(100, lambda s: s.right),
    ),
    Award(
        "thousand",
        "One thousand",
        "Give a thousand right answers.",
        "crown",
        _often(1000, lambda s: s.right),
    ),
    Award(
        "hard",
        "Hard to fool",
        "Give twenty-five right answers to cards of the hardest sort.",
        "gem",
        _often(25, lambda s: s.right and s.card.difficulty == HARD),
    ),
    Award(
        "quick",
        "Quick off the mark",
        "Give ten right answers in less than five seconds each.",
        "bolt",
        _often(10, _quick),
    ),
    Award("again", "Made good", "Answer a card right that you missed before.", "again", _made_good),
    Award(
        "long",
        "Long memory",
        "Answer a card right that you last answered thirty days before.",
        "hourglass",
        _remembered,
    ),
    Award(
        "week",
        "Every evening",
        "Answer a card on seven days in a row.",
        "calendar",
        _days_in_a_row(7),
    ),
    Award(
        "table",
        "In good company",
        "Answer a card right at a table with others.",
        "company",
        _often(1, lambda s: s.right and s.answer.way == AT_A_TABLE),
    ),
    Award("packs", "Double bill", "Answer a card right in two packs.", "posters", _two_packs),
)
"""In the order in which they are shown. Their number is the same for everyone."""
