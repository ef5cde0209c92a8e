"""Views of the pages at a table, with names and numbers as long as they come."""

from collections.abc import Iterator
from dataclasses import replace

from quizgame.domain import rules, tableviews, views
from quizgame.domain.tags import PlayerTag, Standing, TableBoard, TierTag
from tests.ui import screenfuls

NAMES = ("Mina", "Jonas", "지우", "Ada", "Bo", "Chidi", "Dalia", "Emre")
WIDEST = "W" * 24
LONGEST = (
    WIDEST,
    "Jonas Maximilian Albrec.",
    "지우와 친구들의 아주 길고 긴 이름 하나",
    "🦊👩‍👩‍👧‍👦🎬🍿🦉🐙🌵🚀🎲🎧",
    "مينا الجميلة من القاهرة",
    "Wolfeschlegelsteinhausen",
    "נועה ודניאל הגדולים",
    "Ⓦⓘⓓⓔ Ｗｉｄｅ Ｎａｍｅ",
)
SCORES = (1840, 1610, 2020, 940, 0, 1230, 480, 2020)
TEAMS = (
    f"{'M' * 24}, {'W' * 24}, {'Ö' * 24} & {'O' * 24}",
    "Mina, Jonas & 지우",
    "Ada & Bo",
    "Chidi, Dalia & Emre",
)
STAKES = rules.stake_words()


def people(names: tuple[str, ...], count: int) -> tuple[PlayerTag, ...]:
    """Return so many of these people, each with a badge of their own."""
    return tuple(PlayerTag(name, badge) for badge, name in enumerate(names[:count]))


def standings(who: tuple[PlayerTag, ...], times: int = 1) -> tuple[Standing, ...]:
    """Return how they stand."""
    return tuple(Standing(tag, score * times) for tag, score in zip(who, SCORES, strict=False))


def board(
    names: tuple[str, ...] = NAMES, count: int = 3, *, purpose: str = "answer", at: int = 0
) -> TableBoard:
    """Return the line above the ticket, with the person `at` a place in turn."""
    who = people(names, count)
    return TableBoard(who[at], 2, 5, purpose, standings(who, 1 if names is NAMES else 100))


def podium(
    names: tuple[str, ...], count: int, awards: int, times: int = 1, *, sealed: int = 0
) -> views.View:
    """Return the end of a game of so many, two of them level; so many have sealed predictions."""
    who = people(names, count)
    best = sorted(standings(who, times), key=lambda standing: -standing.score)
    scores = [standing.score for standing in best]
    places = tuple(
        tableviews.Place(scores.index(standing.score) + 1, standing.who, standing.score)
        for standing in best
    )
    given = zip(who, AWARDS, strict=False)
    return tableviews.TableResultsView(
        "Ballerina",
        5,
        places,
        tuple(tableviews.Award(*each) for each in given)[:awards],
        tuple(tableviews.Award(one, "1 prediction") for one in who[:sealed]),
    )


AWARDS = (
    "Longest row: 4 right answers",
    "Quickest right answer: 2.1 s",
    "Steals: 3 cards taken over from others",
    "Surest hand: right each time when sure",
    "Knew the others best: 5 bets won",
    "Most improved from the first round to the last",
    "Never ran out of time",
    "Skipped nothing",
)


def _base(name: str) -> views.View:
    return dict(screenfuls.every_page())[name]


def asked(kind: str, table: TableBoard, *, stakes: bool = False) -> views.AskView:
    """Return a question of a kind at a table."""
    view = _base(f"question-{kind}")
    assert isinstance(view, views.AskView)
    offered, stake = (STAKES, "think") if stakes else ((), "")
    return replace(view, table=table, can_halve=False, stakes=offered, stake=stake)


def answered(kind: str, table: TableBoard) -> views.RevealView:
    """Return an answer of a kind at a table."""
    view = _base(f"reveal-{kind}")
    assert isinstance(view, views.RevealView)
    return replace(view, table=table, row="")


def typed_wrong(table: TableBoard) -> views.RevealView:
    """Return a typed answer that was judged wrong, with a stake that was lost."""
    marks = (views.Mark("", "Rose pond", "missed"), views.Mark("", "Rosepond lake", "wrong"))
    return replace(answered("typeanswer", table), marks=marks, ending="wrong", points=-200)


def questions() -> Iterator[tuple[str, views.View]]:
    """Yield the cards being asked."""
    eight = board(LONGEST, 8, purpose="steal")
    yield "ask", asked("singlechoice", board())
    yield "ask-stakes", asked("singlechoice", board(at=2), stakes=True)
    yield "ask-several", asked("severalright", board(count=4), stakes=True)
    yield "ask-order", asked("putinorder", board(count=8), stakes=True)
    yield "ask-typed", asked("typeanswer", board(count=2), stakes=True)
    yield "ask-true-false", asked("truefalse", board(count=5), stakes=True)
    yield "ask-steal", asked("singlechoice", board(purpose="steal", at=1))
    yield (
        "ask-clock",
        replace(asked("severalright", eight, stakes=True), clock=views.ClockView(20, 12)),
    )
    yield "ask-team", asked("severalright", board(TEAMS, 4, purpose="steal"), stakes=True)
    ladder = TierTag("Series 4, episode 11: to the end of the long night", 28, 30)
    long = asked("putinorder", board(LONGEST, 6, at=3), stakes=True)
    yield "ask-long", replace(long, stub=replace(long.stub, tier=ladder))


def answers() -> Iterator[tuple[str, views.View]]:
    """Yield the cards after their answer."""
    eight, judge = board(LONGEST, 8), board(purpose="judge", at=1)
    yield "reveal", answered("singlechoice", board())
    yield "reveal-open", replace(answered("severalright", board()), can_take_back=True)
    yield "reveal-ask-judge", replace(typed_wrong(board()), judge="Jonas")
    yield "reveal-ask-judge-long", replace(typed_wrong(eight), judge=WIDEST)
    yield "reveal-judging", replace(typed_wrong(judge), judging=True)
    yield (
        "reveal-judging-long",
        replace(typed_wrong(board(LONGEST, 8, purpose="judge")), judging=True, reported=True),
    )
    open_wrong = replace(typed_wrong(board()), can_take_back=True, can_accept=True)
    yield "reveal-open-typed", open_wrong
    yield "reveal-order-long", replace(answered("putinorder", eight), can_take_back=True)
    yield "reveal-looking-back", replace(answered("singlechoice", board()), looking_back=True)
    yield "reveal-team", replace(typed_wrong(board(TEAMS, 2)), judge=TEAMS[0])
    alone = _base("reveal-singlechoice")
    assert isinstance(alone, views.RevealView)
    yield "reveal-alone-reported", replace(alone, reported=True)


def around() -> Iterator[tuple[str, views.View]]:
    """Yield the table between cards, the end of the evening, and the help."""
    three, eight = people(NAMES, 3), people(LONGEST, 8)
    yield "table", tableviews.TableView("Ballerina", 2, 5, standings(three), "Jonas")
    yield "table-8", tableviews.TableView("Ballerina", 2, 5, standings(people(NAMES, 8)), "")
    yield "table-long", tableviews.TableView(
        "The Extraordinarily Long Adventures of Nobody", 12, 20, standings(eight, 100), WIDEST,
        kept=False,
    )  # fmt: skip
    yield "podium", podium(NAMES, 3, 3)
    yield "podium-sealed", podium(NAMES, 3, 3, sealed=1)
    yield "podium-sealed-only", podium(NAMES, 4, 0, sealed=2)
    yield "podium-sealed-long", podium(LONGEST, 8, 8, sealed=8)
    yield "podium-2", podium(NAMES, 2, 0)
    yield "podium-5", podium(NAMES, 5, 4)
    yield "podium-8", podium(NAMES, 8, 3)
    yield "podium-level", podium(("Mina", "Jonas"), 2, 2, times=0)
    yield "podium-teams", podium(TEAMS[1:], 3, 2)
    yield "podium-teams-long", podium(TEAMS, 4, 4)
    yield "podium-3-long", podium(LONGEST, 3, 3)
    yield "podium-8-long", podium(LONGEST, 8, 8, times=100)
    sides = tuple(enumerate(three, 1))
    yield "look-over", tableviews.LookOverView(sides, common=True)
    yield "look-over-common", tableviews.LookOverView((), common=True)
    yield "look-over-long", tableviews.LookOverView(tuple(enumerate(eight, 1)), common=True)
    review = _base("review")
    assert isinstance(review, views.ReviewView)
    yield "review-whose", replace(review, whose="Jonas")
    yield "review-whose-long", replace(review, whose=TEAMS[0])
    teams = standings(people(TEAMS, 4))
    yield "table-teams", tableviews.TableView("Ballerina", 2, 5, teams, TEAMS[0])
    yield "help-table", views.HelpView(rules.table_lines())


def every_page() -> Iterator[tuple[str, views.View]]:
    """Yield each page by name."""
    yield from questions()
    yield from answers()
    yield from around()
