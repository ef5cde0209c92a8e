"""Fixed evenings of several people, through every page and every rule of the table."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from quizgame.domain import intents as want
from quizgame.domain import tableviews
from quizgame.domain.table import Phase, Purpose
from quizgame.storage.kept import SavedAnswer
from tests.noninterference.deeds import Deed
from tests.noninterference.packs import Card, Pack, Pair, known_to
from tests.noninterference.player import BEGINNING, Player, small_windows
from tests.noninterference.together import COMMON, Seat, Together

LOW = (
    *(Card(f"dusk-{kind}", 0, kind, until=2) for kind in ("choice", "typed", "several", "order")),
    *(Card(f"dusk-{kind}-2", 0, kind, until=2) for kind in ("choice", "typed")),
    *(Card(f"night-{kind}", 1, kind, until=2) for kind in ("choice", "typed", "order")),
)
HIGH = (
    *(Card(f"late-{kind}", 3, kind, rich=True) for kind in ("typed", "true-false")),
    *(Card(f"late-{kind}-2", 3, kind, rich=True) for kind in ("typed", "true-false")),
)
RULES = ("table_stakes", "table_bets", "table_steals")
ADA, BOSCO, CYRUS, DINAH, EVE = 1, 2, 3, 4, 5
TEAM = -1
PARTY = (
    Seat("Ada", 0),
    Seat("Bosco", 3),
    Seat("Cyrus", 1, team=1),
    Seat("Dinah", 3, team=1),
    Seat("Eve", 3, kept=True),
)
GUESTS = ("Bosco", "Cyrus", "Dinah", "Fayette")
SEED = 7


def pair() -> Pair:
    """Return a story whose later half has nothing in common with the first, and the first half.

    At dawn there is nothing to ask; at noon everything is of another kind, and harder.
    """
    mixed = tuple(one for two in zip(HIGH, LOW, strict=False) for one in two)
    whole = Pack((*mixed, *LOW[len(HIGH) :]), (1, 1, 1, 2))
    return Pair(1, whole, known_to(whole, 1))


@contextmanager
def two_tables(one: Pack, two: Pack, seed: int = SEED) -> Iterator[tuple[Player, Player]]:
    """Open two games on these packs, and close them again."""
    with TemporaryDirectory() as folder, small_windows():
        players = (
            Player(Path(folder) / "one", one.yaml(), seed),
            Player(Path(folder) / "two", two.yaml(), seed, beside=1),
        )
        yield players
        for player in players:
            player.close()


# -- behind the curtain ------------------------------------------------------------------------


def passing_walk() -> None:
    """Pass the screen: some have watched no further than both packs agree, others have."""
    packs = pair()
    with two_tables(packs.one, packs.two) as players:
        evening = Together(*players, packs.agree)
        evening.sit_down(PARTY)
        evening.send(*(want.Change(rule, "on") for rule in RULES))
        evening.send(want.Change("table_rounds", "3"), want.Change("table_clock", "20"))
        evening.start()
        _first_round(evening)
        _second_round(evening)
        _third_round(evening)
        look_over(evening)
        _afterwards(evening)
        no_guest_is_known(players)


def _first_round(evening: Together) -> None:
    # Ada misses; Bosco has a shot at it, and is put away in mid-card when his own turn comes.
    evening.send(want.Bet(BOSCO), want.Bet(TEAM), want.Bet(TEAM), want.Go("table"), want.Back())
    evening.send(want.OpenCurtain(), want.Stake("sure"), want.Interrupt(idle=True))
    evening.send(want.OpenCurtain())
    evening.answer(Deed.WRONG)
    evening.send(want.Report(), want.Interrupt(), want.OpenCurtain(), want.Next())
    evening.turn(Deed.WRONG)
    evening.send(want.OpenCurtain(), want.Pause())
    evening.restart()
    evening.send(want.OpenCurtain())
    evening.answer(Deed.ASKS)
    evening.judged(want.Accept())
    # All agree that Bosco gets a fresh card.
    evening.send(want.Go("table"), want.TakeBack(), want.Agree())
    evening.turn(Deed.RIGHT)
    evening.turn(Deed.TIMEOUT)
    evening.turn(Deed.WRONG)
    evening.send(want.OpenCurtain())
    evening.answer(Deed.WRONG)
    evening.send(want.Report())
    evening.go_on()
    play_round(evening, {})


def _second_round(evening: Together) -> None:
    # Bosco says, in mid-card, that it was less; then that it was more, but not all.
    evening.send(want.Bet(ADA), want.Bet(EVE), want.Go("table"), want.Back(), want.OpenCurtain())
    seen_to(evening, BOSCO, 1)
    evening.turn(Deed.RIGHT)
    evening.turn(Deed.RIGHT)
    evening.send(want.Bet(ADA))
    play_round(evening, {EVE: Deed.RIGHT, ADA: Deed.WRONG})
    seen_to(evening, BOSCO, 2)


def _third_round(evening: Together) -> None:
    evening.reseat(want.RemovePlayer(DINAH), want.AddPlayer(), want.Edit("Fayette"))
    seen_to(evening, ADA, 1)
    # Eve says, while a steal waits for her, that it was less; and thinks better of it.
    evening.turn(Deed.WRONG)
    seen_to(evening, EVE, 2)
    seen_to(evening, EVE, 3)
    play_round(evening, {EVE: Deed.WRONG, ADA: Deed.RIGHT, BOSCO: Deed.RIGHT})


def play_round(evening: Together, deeds: Mapping[int, Deed], steal: Deed = Deed.WRONG) -> None:
    """Play to the end of the round, each side as said; who is not named skips."""
    table = evening.one.table
    while table and table.phase is not Phase.OVER:
        own = table.turn.purpose is Purpose.ANSWER
        deed = deeds.get(table.turn.side, Deed.SKIPS) if own else steal
        evening.turn(deed)
        now = evening.one.table
        if now is None or now.round != table.round:
            return
        table = now


def _afterwards(evening: Together) -> None:
    """Play again, leave in the middle of it, and play alone; then take it up once more."""
    evening.send(want.Go("again"))
    evening.turn(Deed.SKIPS)
    evening.turn(Deed.SKIPS)
    evening.send(want.Go("table"), want.Back())
    play_round(evening, {})
    evening.send(want.OpenCurtain(), want.Interrupt(), want.Go("table"), want.Go("title"))
    evening.send(want.Go("play"), want.ChoosePack("lighthouse"))
    # Ada says for herself that it was less, and plays to the end.
    evening.send(want.MovePlayhead(1), want.MovePlayhead(0), want.Change("round_length", "5"))
    evening.send(want.Start(), *(want.Skip(), want.Next()) * 5, want.Go("title"))
    evening.send(want.Go("continue"))
    evening.turn(Deed.SKIPS)
    evening.send(want.Go("table"), want.Go("end-table"), want.Agree())


def look_over(evening: Together) -> None:
    """Look over all answers, of each side and of all."""
    table = evening.one.table
    assert table is not None
    evening.send(want.Go("look-over"))
    for side in (*table.sides, COMMON) if table.house.private else (COMMON,):
        evening.send(want.LookOver(side), want.OpenCurtain(), want.OpenAnswer(0), want.Interrupt())
        for _ in range(2):
            if not isinstance(evening.view, tableviews.LookOverView):
                evening.send(want.Back())
    evening.send(want.Back())


def seen_to(evening: Together, player: int, tier: int) -> None:
    """Say in mid-game how far somebody has watched."""
    evening.reseat(want.EditPlayer(player), want.Change("player_seen", str(tier)))


def no_guest_is_known(players: tuple[Player, Player], guests: tuple[str, ...] = GUESTS) -> None:
    """See that once the game is over, at once and when it is closed, nothing tells of guests."""
    for player in players:
        kept = [*player.kept().values()]
        player.restart()
        answers = player.game._progress._rows("SELECT * FROM answers WHERE person = 0")  # noqa: SLF001
        assert answers == []
        for data in (*kept, *player.kept().values()):
            assert not [guest for guest in guests if guest.encode() in data]


# -- everyone looks ----------------------------------------------------------------------------


def sharing_walk() -> None:
    """Share the screen: somebody looks on who has watched least of all."""
    packs = pair()
    with two_tables(packs.one, packs.two) as players:
        evening = Together(*players, packs.agree)
        evening.sit_down((Seat("Ada", 1), Seat("Bosco", 3), Seat("Cyrus", 0, plays=False)))
        evening.send(*(want.Change(rule, "on") for rule in RULES))
        evening.send(want.Change("table_rounds", "3"), want.Change("table_way", "share"))
        evening.start()
        evening.send(want.Bet(BOSCO))
        play_round(evening, {ADA: Deed.WRONG, BOSCO: Deed.WRONG}, Deed.RIGHT)
        evening.reseat(want.RemovePlayer(CYRUS))
        evening.send(want.OpenCurtain(), want.Interrupt(), want.Go("table"), want.Go("title"))
        evening.send(want.Go("continue"), want.OpenCurtain())
        evening.answer(Deed.WRONG)
        evening.send(want.Accept())
        play_round(evening, {ADA: Deed.RIGHT, BOSCO: Deed.HALF})
        evening.send(want.Go("table"), want.TakeBack(), want.Agree(), want.OpenCurtain())
        # Somebody comes in mid-card who has watched least of all.
        evening.reseat(want.AddPlayer(), want.Edit("Dinah"))
        play_round(evening, {ADA: Deed.RIGHT, BOSCO: Deed.WRONG})
        play_round(evening, {ADA: Deed.RIGHT, BOSCO: Deed.WRONG})
        look_over(evening)


# -- what only one of them has seen, or done ---------------------------------------------------


def further_walk() -> None:
    """Compare two tables that differ only in how far one of the players has watched."""
    pack = pair().one
    with two_tables(pack, pack) as players:
        aloud = (tableviews.PlayersView, tableviews.PlayerView)
        evening = Together(*players, 1, aloud=aloud)
        seats = (Seat("Ada", 1), Seat("Bosco", 3), Seat("Cyrus", 0))
        evening.sit_down(seats, (seats[0], Seat("Bosco", 2), seats[2]))
        evening.send(*(want.Change(rule, "on") for rule in RULES))
        evening.send(want.Change("table_rounds", "3"))
        evening.start()
        evening.send(want.Go("table"), want.Back())
        play_round(evening, {ADA: Deed.WRONG, BOSCO: Deed.SKIPS, CYRUS: Deed.RIGHT})
        evening.send(want.OpenCurtain())
        evening.restart()
        play_round(evening, {ADA: Deed.RIGHT, BOSCO: Deed.SKIPS, CYRUS: Deed.WRONG})
        play_round(evening, {ADA: Deed.RIGHT, BOSCO: Deed.SKIPS, CYRUS: Deed.RIGHT})
        look_over(evening)


def picking_walk() -> None:
    """Compare two tables that differ only in how one of the players is wrong."""
    pack = pair().two
    with two_tables(pack, pack) as players:
        evening = Together(*players, 3, apart=(BOSCO,))
        evening.sit_down((Seat("Ada", 1), Seat("Bosco", 1), Seat("Cyrus", 1)))
        evening.send(*(want.Change(rule, "on") for rule in RULES))
        evening.send(want.Change("table_rounds", "3"), want.Change("table_way", "pass"))
        evening.start()
        for _ in range(3):
            play_round(evening, {ADA: Deed.WRONG, BOSCO: Deed.WRONG, CYRUS: Deed.RIGHT})


def team_walk() -> None:
    """Play alone behind the curtain, and then in a team with somebody who has watched less."""
    packs = pair()
    with two_tables(packs.one, packs.two, seed=1) as players:
        evening = Together(*players, 0)
        evening.sit_down((Seat("Ada", 0), Seat("Eve", 3, kept=True)))
        evening.send(want.Change("table_rounds", "3"))
        evening.start()
        for _ in range(3):
            play_round(evening, {2: Deed.RIGHT})
        join = (want.Change("player_team", "1"), want.Back())
        evening.send(want.Go("players"), want.AddPlayer(), *join, want.EditPlayer(2), *join)
        evening.start()
        for _ in range(3):
            play_round(evening, {})


def history_walk() -> None:
    """Compare two tables that differ only in what somebody known was asked before, alone."""
    pack = pair().one
    with two_tables(pack, pack) as players:
        for player, asked in zip(players, (LOW[::2], ()), strict=True):
            progress = player.game._progress  # noqa: SLF001 (a save as it may have come to be)
            eve = progress.add_person("Eve")
            progress.set_watch_point("lighthouse", "noon", person=eve)
            for card in asked:
                answer = SavedAnswer(card.id, "right", 0, 1.0, BEGINNING)
                progress.rehearse("lighthouse", answer, person=eve)
        evening = Together(*players, 1)
        evening.people.add(eve)
        evening.send(want.Change("table_rounds", "3"), want.Go("together"))
        evening.send(want.ChoosePack("lighthouse"), want.AddPlayer(eve))
        evening.start()
        for _ in range(3):
            play_round(evening, {})


def beside_walk() -> None:
    """See that nobody can tell what only one of them has seen, nor what one has picked."""
    history_walk()
    further_walk()
    picking_walk()
    team_walk()


# -- who says in mid-game to have watched less ------------------------------------------------


def two_games(play: Callable[[Together], None]) -> None:
    """Play at two tables that agree on nothing but the lowest tier."""
    packs = pair()
    with two_tables(packs.one, packs.two, LOWERED[play]) as players:
        play(Together(*players, 0))


def answers_of_all(evening: Together) -> None:
    """Look over what all have been asked, where one was asked more at first."""
    _lowered_after_a_round(evening)
    play_round(evening, {})
    play_round(evening, {})
    look_over(evening)


def answers_of_all_but_for_a_look(evening: Together) -> None:
    """Look over what all have been asked, where one had only looked at a card from further up."""
    _sit_down_and_start(evening)
    evening.turn(Deed.SKIPS)
    evening.send(want.OpenCurtain())
    seen_to(evening, BOSCO, 0)
    for _ in range(3):
        play_round(evening, {})
    look_over(evening)


def a_steal(evening: Together) -> None:
    """Miss a card that hangs on what was seen before, and let the other have a shot at it."""
    _lowered_after_a_round(evening, steals="on")
    play_round(evening, {BOSCO: Deed.WRONG})
    play_round(evening, {BOSCO: Deed.WRONG})


def a_judging(evening: Together) -> None:
    """Let the other judge what was typed at a card that hangs on what was seen before."""
    _lowered_after_a_round(evening)
    for deed in (Deed.ASKS, Deed.SKIPS):
        evening.send(want.OpenCurtain())
        evening.answer(deed)
        evening.judged(want.Refuse())


def _lowered_after_a_round(evening: Together, *, steals: str = "off") -> None:
    _sit_down_and_start(evening, steals=steals)
    play_round(evening, {})
    seen_to(evening, BOSCO, 0)


def _sit_down_and_start(evening: Together, *, steals: str = "off") -> None:
    evening.sit_down((Seat("Ada", 0), Seat("Bosco", 3)))
    evening.send(want.Change("table_rounds", "3"), want.Change("table_steals", steals))
    evening.start()


LOWERED: Mapping[Callable[[Together], None], int] = {
    answers_of_all: 1,
    answers_of_all_but_for_a_look: 1,
    a_steal: 1,
    a_judging: 4,
}
"""Each with dice by which the card that it is about is dealt."""


def less_walk() -> None:
    """See that what somebody is asked, who had watched further, reaches nobody else."""
    for play in LOWERED:
        two_games(play)
