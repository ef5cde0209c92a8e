"""Views of the curtain and what lies round it, with their longest content."""

from collections.abc import Iterator

from quizgame.domain import views
from quizgame.domain.tableviews import BetRow, HandoverView, NothingView, SureView
from quizgame.domain.tags import PlayerTag, Standing, TableBoard

WIDE = "W" * 24
NAMES = (
    "Mina",
    "Jonas",
    "지우",
    WIDE,
    "👩‍👩‍👧 Ōkami",
    "שרה הגדולה",
    "가나다라마바사아자차카타파하가나다라마바사아자차",
    "Zoë",
)
TEAM = "Mina, Jonas, 지우 & Zoë"
ANYWHERE = "Everyone else: eyes off. {} is further on."


def who(number: int) -> PlayerTag:
    return PlayerTag(NAMES[number], number)


def standings(count: int) -> tuple[Standing, ...]:
    scores = (1840, 1610, 2020, 12_340, 0, 950, 7, 3300)
    return tuple(Standing(who(number), scores[number]) for number in range(count))


def bets(count: int, but: int = 1) -> tuple[BetRow, ...]:
    placed = ("will", "", "won’t", "will", "won’t", "", "will", "")
    others = [number for number in range(count) if number != but]
    return tuple(BetRow(number + 1, who(number), placed[number]) for number in others)


def handover(number: int = 1, count: int = 3, **changed: object) -> HandoverView:
    fields: dict[str, object] = {
        "turn": 7,
        "who": who(number),
        "round": 2,
        "rounds": 5,
        "purpose": "answer",
        "told": "Mina: right, +2",
        "warning": ANYWHERE.format(NAMES[number]),
        "level": "A hard one",
        "standings": standings(count),
        "bets": (),
    }
    return HandoverView(**(fields | changed))  # type: ignore[arg-type]


def board(purpose: str = "answer", number: int = 0, count: int = 3) -> TableBoard:
    return TableBoard(who(number), 2, 5, purpose, standings(count))


def nothing(purpose: str = "answer", number: int = 0, count: int = 3) -> NothingView:
    return NothingView(board(purpose, number, count))


def sure() -> SureView:
    return SureView(
        "Take the answer back?",
        "Jonas: wrong, −1 is undone, with what was bet on it, and the card is asked again.",
        "Yes, all agree",
    )


def long_sure() -> SureView:
    return SureView(
        f"Take {WIDE}’s answer back?",
        f"{WIDE}: wrong, −1 is undone, with what was bet on it, and the card is asked again. "
        "This can be done once, and only if everyone at the table agrees to it.",
        f"Yes, take {WIDE}’s answer back",
    )


LONG_TOLD = " · ".join(
    [f"{WIDE}: out of time, +0", *(f"{name}’s bet −1" for name in NAMES if name != WIDE)]
)


def every_page() -> Iterator[tuple[str, views.View]]:
    """Yield each page by name."""
    yield "handover", handover()
    yield "handover-first", handover(told="", warning="Everyone else: eyes off.", level="")
    yield "handover-bets", handover(bets=bets(3), told="Mina: right, +2 · 지우’s bet +1")
    yield "handover-bets-four", handover(count=5, bets=bets(5))
    yield "handover-full", handover(3, 8, bets=bets(8, 3), told=LONG_TOLD, round=12, rounds=20)
    yield "handover-again", handover(2, again=True, bets=bets(3, 2))
    yield "handover-steal", handover(2, purpose="steal", told="Jonas: wrong, −1")
    yield "handover-judge", handover(6, 4, purpose="judge", level="")
    yield "handover-look", handover(4, 8, purpose="look", told="", level="")
    team = PlayerTag(TEAM, 0)
    yield "handover-team", handover(who=team, warning="Everyone else: eyes off.", bets=bets(4, 0))
    large = PlayerTag(", ".join(NAMES[:3]) + f" & {WIDE}", 0)
    yield "handover-large-team", handover(who=large, warning=ANYWHERE.format(large.name))
    yield "handover-right-to-left", handover(5, 8)
    shown = handover(private=False, warning="Everyone may look.", bets=bets(4), count=4)
    yield "handover-open", shown
    yield "handover-open-full", handover(3, 8, private=False, bets=bets(8, 3), told=LONG_TOLD)
    yield "nothing", nothing()
    yield "nothing-steal", nothing("steal", 3, 8)
    yield "sure", sure()
    yield "sure-long", long_sure()
