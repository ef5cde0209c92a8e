"""Views of progress and awards: little and much, long names and words, many scripts."""

from collections.abc import Iterator
from dataclasses import replace

from quizgame.domain.awards import AWARDS
from quizgame.domain.progressviews import (
    AwardRow,
    AwardsView,
    Beside,
    HardCard,
    Mastered,
    Numbers,
    PackTab,
    ProgressView,
)
from quizgame.domain.tags import TierTag
from quizgame.domain.views import ResultsView, View
from quizgame.services.progresspages import ALL, REST

LABELS = ("Not started", "First act", "Midway", "Final act", "Credits")
EPISODES = tuple(f"Season {n // 6 + 1}, episode {n % 6 + 1}" for n in range(14))
WEEKS = tuple(
    tuple(
        None if week == 11 and day > 3 else (3, 0, 2, 1, 0, 0, 1)[(week * 3 + day * 2) % 7]
        for day in range(7)
    )
    for week in range(12)
)
CARDS = (
    HardCard("What is Ok-ju doing when she overhears Choi's plans?", "Hard, missed twice before"),
    HardCard("Where in the film do fish or fishing come up?", "Hard"),
    HardCard(
        "When the two of them meet again in the diner outside the town, what is it that happens "
        "first, before either of them has had time to order, and who of the two speaks of it?",
        "Hard, missed 12 times before",
    ),
    HardCard("지우는 왜 바다로 가는 마지막 버스를 타지 않았을까?", "Medium, missed once before"),
    HardCard("Who keeps the key?", "Medium"),
)
OTHERS = (
    Beside("You", 92, 131),
    Beside("Tobias", 68, 1_204),
    Beside("지우", 100, 1),
    Beside("Wilhelmina Featherstonehaugh-Cholmondeley", 3, 29),
    Beside("Ömer", 0, 2),
)


def mastered(labels: tuple[str, ...], shares: tuple[int | None, ...]) -> tuple[Mastered, ...]:
    """Return the tiers reached of a ladder."""
    pairs = zip(labels, shares, strict=False)
    return tuple(
        Mastered(TierTag(label, place, len(labels)), share)
        for place, (label, share) in enumerate(pairs)
    )


def some() -> ProgressView:
    """Return the page of somebody who has begun one pack."""
    return ProgressView(
        name="Mina",
        packs=(PackTab("ballerina", "Ballerina"),),
        mastery=mastered(LABELS, (92, 61)),
        rest=REST.format(done="watched"),
        weeks=WEEKS,
        days=3,
        numbers=Numbers(148, 74, 9, 4.8),
        hardest=CARDS[:2],
        beside=OTHERS[:2],
        due=6,
    )


def much() -> ProgressView:
    """Return the page of somebody who has played for years, and everything about one pack."""
    return replace(
        some(),
        name="Wilhelmina Featherstonehaugh-Cholmondeley",
        packs=(
            PackTab("a", "Ballerina"),
            PackTab("b", "Twenty Thousand Leagues under the Sea"),
            PackTab("c", "지우의 밤"),
        ),
        shown=1,
        mastery=mastered(LABELS, (100, 61, 0, None, 7)),
        rest=ALL.format(done="read"),
        days=1234,
        due=1240,
        numbers=Numbers(1_234_567, 100, 10_482, 118.25),
        hardest=CARDS,
        beside=OTHERS,
    )


def awards(won: int) -> AwardsView:
    """Return the awards, so many of them won."""
    rows = tuple(
        AwardRow(award.sign, award.name, award.rule, "30 September 2026" if n < won else "")
        for n, award in enumerate(AWARDS)
    )
    return AwardsView("Mina", rows)


def results() -> ResultsView:
    """Return a round at its end in which more awards were won than can be named."""
    names = tuple(award.name for award in AWARDS)
    endings = ("right", "half", "wrong", "skipped", "timeout")
    return ResultsView(
        pack_title="Ballerina",
        tier=TierTag("Midway", 2, 5),
        score=12_450,
        right=14,
        half=2,
        asked=20,
        best_streak=11,
        quickest=3.4,
        marks=endings * 4,
        awards=names[5:11],
    )


def every_page() -> Iterator[tuple[str, View]]:
    """Yield each page by name."""
    yield "progress", some()
    yield "progress-much", much()
    hangul = replace(
        some(),
        name="지우",
        packs=much().packs,
        shown=2,
        hardest=CARDS[3:4],
        beside=(),
        days=0,
        due=None,
        numbers=Numbers(1, 0, 0, None),
    )
    yield "progress-hangul", hangul
    shares = (100, 99, 50, None, 1, 0, 72, 33)
    yield (
        "progress-episodes",
        replace(some(), mastery=mastered(EPISODES, shares), hardest=(), due=0),
    )
    yield "progress-none", ProgressView("Mina")
    yield "awards", awards(5)
    yield "awards-none", awards(0)
    yield "results-awards", results()
