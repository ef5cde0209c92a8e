"""Views of who is playing, with few and many players and the longest names and ladders."""

from collections.abc import Iterator
from dataclasses import replace

from quizgame.domain.settings import Choice, Settings
from quizgame.domain.tableviews import PlayerRow, PlayersView, PlayerView, Way
from quizgame.domain.tags import PlayerTag, TierTag
from tests.ui import screenfuls

LADDER = tuple(tier.label for tier in screenfuls.bank().face.ladder.tiers)
LONG_LADDER = tuple(f"Season {n // 10 + 1}, episode {n % 10 + 1}" for n in range(30))
WIDE, RIGHT_TO_LEFT = "W" * 24, "ليلى عبد الرحمن الطويلة"
HANGUL, EMOJI = "가나다라마바사아자차카타파하" + "거너더러머버서어저처", "👩‍👩‍👧‍👦🎬🍿🎟️👻" * 2
NAMES = ("Mina", "Jonas", "지우", WIDE, RIGHT_TO_LEFT, HANGUL, EMOJI, "Wolfeschlegelsteinhausen")
RULES = Settings().changed("table_clock", "20").changed("table_steals", "on").evening[1:]
TEAMS = (("0", "Alone"), *((str(n + 1), f"With team {letter}") for n, letter in enumerate("ABCD")))
KEPT = (("off", "Guest: leaves no trace"), ("on", "Progress is kept"))
WAYS = (
    Way(
        "pass",
        "Pass the screen",
        "Each player sees only their own cards, behind a curtain. Everyone plays to their own "
        "watch point.",
    ),
    Way("share", "Share the screen", "Everyone looks. Cards stop where Mina stopped: First act."),
)
SHORT = "Jonas has cards for 4 rounds at this point. Cards seen before come again after that."
ALONE = "Two players are needed. Add another one."


def rows(ladder: tuple[str, ...], *seen: int) -> tuple[PlayerRow, ...]:
    """Return a player for each point that somebody has seen to."""
    return tuple(
        PlayerRow(
            player=n + 1,
            who=PlayerTag(NAMES[n], n),
            seen=TierTag(ladder[place], place, len(ladder)),
            team="",
            plays=True,
            kept=n % 3 == 0,
        )
        for n, place in enumerate(seen)
    )


def three() -> PlayersView:
    """Return an evening of three."""
    return PlayersView(
        pack_title="Ballerina",
        rows=rows(LADDER, 1, 4, 3),
        ways=WAYS,
        way="pass",
        choices=RULES,
        known=(),
        told=(),
        can_add=True,
        can_start=True,
    )


def eight(ladder: tuple[str, ...] = LADDER) -> PlayersView:
    """Return a full table, with teams, someone who watches and the longest names."""
    last = len(ladder) - 1
    seated = rows(ladder, *(n * last // 7 for n in range(8)))
    seated = tuple(
        replace(row, team="" if n == 2 else "ABCD"[n % 4], plays=n != 2)
        for n, row in enumerate(seated)
    )
    return replace(three(), rows=seated, told=(SHORT,), can_add=False, way="share")


def player(ladder: tuple[str, ...], seen: int, name: str = "지우") -> PlayerView:
    """Return the page of one player."""
    tiers = tuple((str(place), label) for place, label in enumerate(ladder))
    return PlayerView(
        player=2,
        name=name,
        usual="Player 2",
        badge=2,
        choices=(
            Choice("player_seen", "How far", tiers, str(seen)),
            Choice("player_plays", "At the table", (("on", "Plays"), ("off", "Looks on")), "on"),
            Choice("player_team", "Answers", TEAMS, "0"),
            Choice("player_kept", "Progress", KEPT, "off"),
        ),
        hint=f"{ladder[seen]}: about two thirds in, up to the end of the scene on the bridge.",
        can_remove=True,
    )


def every_page() -> Iterator[tuple[str, PlayersView | PlayerView]]:
    """Yield each page by name."""
    known = ((11, "Anneke"), (12, "Dmitri"), (13, WIDE), (14, HANGUL), (15, RIGHT_TO_LEFT))
    yield "players", three()
    yield "players-known", replace(three(), known=known)
    yield (
        "players-alone",
        replace(three(), rows=rows(LADDER, 0), told=(ALONE,), can_start=False, known=known[:2]),
    )
    yield (
        "players-unfinished",
        replace(
            three(),
            unfinished="round 2 of 5",
            told=("Beginning ends the game at round 2 of 5.",),
        ),
    )
    yield "players-eight", eight()
    yield "players-episodes", replace(eight(LONG_LADDER), told=(SHORT, SHORT, SHORT))
    yield (
        "players-under-way",
        replace(three(), ways=(), choices=(), told=(SHORT,), under_way=True, known=known[:2]),
    )
    yield (
        "players-none",
        replace(three(), rows=(), told=(ALONE,), can_start=False, choices=RULES[:2]),
    )
    yield "player", player(LADDER, 3)
    yield "player-new", replace(player(LADDER, 0, ""), can_remove=False)
    yield "player-seated", replace(player(LADDER, 2), choices=player(LADDER, 2).choices[:1])
    yield "player-episodes", player(LONG_LADDER, 17, WIDE)
    yield "player-hangul", player(LADDER, 4, HANGUL)
    yield "player-arabic", player(LADDER[:2], 1, RIGHT_TO_LEFT)
    yield "player-emoji", player(LADDER, 4, EMOJI)
