"""Views of the pages on people, unfinished games and the day's cards, with long content."""

from collections.abc import Iterator

from quizgame.domain import views
from quizgame.domain.peopleviews import (
    DayRow,
    DayView,
    GameRow,
    GoneRow,
    PeopleView,
    PersonRow,
    PersonView,
    TodayView,
    UnfinishedView,
)
from quizgame.domain.tags import TierTag

NAMES = ("Mina", "지우", "Jonas the First of Kiel", "Wilhelmine Friederike M.")
ROWS = tuple(PersonRow(n + 1, name, n, plays=not n) for n, name in enumerate(NAMES))
MANY = tuple(PersonRow(n + 1, f"{NAMES[n % 4]} {n}"[:24], n, plays=n == 7) for n in range(9))
GONE = (
    GoneRow("a", "Tobias", "26 November 2026"),
    GoneRow("b", "Wilhelmine Friederike N.", "1 October 2026"),
)
FIVE = ("right", "right", "half", "wrong", "skipped")
MIDWAY = TierTag("Midway", 2, 5)
LONG_TITLE = "The Hound of the Baskervilles and Other Stories of the Moor"
GAMES = (
    GameRow(0, "Ballerina", "round 2 of 5", "Mina, 지우, Jonas the First of Kiel", shared=True),
    GameRow(1, LONG_TITLE, "card 3 of 10", "Alone", shared=False),
    GameRow(2, "Ballerina", "card 2 of 5", "The cards of 25 November 2026", shared=False),
)
DAYS = (
    DayRow("ballerina", "Ballerina", MIDWAY, "5 cards"),
    DayRow("hound", LONG_TITLE, TierTag("Chapters 10 to 12", 4, 6), "card 2 of 5"),
    DayRow("dracula", "Dracula", TierTag("Not started", 0, 5), "5 cards", FIVE),
)
COPY = "Quizgame · Ballerina · Midway · 2026-11-26\n🟩🟩🟨🟥⬜"


def every_page() -> Iterator[tuple[str, views.View]]:
    """Yield each page by name."""
    yield "people", PeopleView(ROWS, GONE, can_keep=True)
    yield "people-first", PeopleView(ROWS[:2], first=True, can_keep=True)
    yield "people-guest", PeopleView(ROWS[:3], guest=True)
    yield "people-many", PeopleView(MANY, GONE, can_keep=True)
    yield "person", PersonView(3, NAMES[3], "Player 3", 2, can_keep=True)
    yield "person-new", PersonView(0, "", "Player 3", 2)
    yield "unfinished", UnfinishedView(GAMES)
    yield "unfinished-none", UnfinishedView(())
    yield "today", TodayView("26 November 2026", DAYS)
    yield "today-none", TodayView("26 November 2026", ())
    yield (
        "day",
        DayView("Ballerina", "26 November 2026", MIDWAY, FIVE, 2, COPY, just_played=True),
    )
    yield (
        "day-later",
        DayView(LONG_TITLE, "26 November 2026", MIDWAY, FIVE, 2, COPY, False, True),
    )
