"""What the screens of a table show. What everyone sees is made of nothing but what is public."""

from dataclasses import dataclass

from quizgame.domain.settings import Choice
from quizgame.domain.tags import PlayerTag, Standing, TableBoard, TierTag


@dataclass(frozen=True, slots=True)
class PlayerRow:
    """A player on the set-up page. `team` is a letter or empty; `plays` is false for who watches.

    `kept` when this person's progress is kept, otherwise a guest who leaves no trace.
    """

    player: int
    who: PlayerTag
    seen: TierTag
    team: str
    plays: bool
    kept: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A way to play: its value, its name, and what it means for this very group."""

    value: str
    label: str
    means: str


@dataclass(frozen=True, slots=True)
class PlayersView:
    """Who is playing, and how.

    `choices` are the rules of the evening, `told` what is to be known before starting. `known` are
    people of other evenings, (number, name), who can be seated. In mid-game (`under_way`) there
    are no ways and no choices: changes hold from the next round on. `unfinished` tells where a game
    of this pack stands that has not been ended yet.
    """

    pack_title: str
    rows: tuple[PlayerRow, ...]
    ways: tuple[Way, ...]
    way: str
    choices: tuple[Choice, ...]
    known: tuple[tuple[int, str], ...]
    told: tuple[str, ...]
    can_add: bool
    can_start: bool
    under_way: bool = False
    unfinished: str = ""


@dataclass(frozen=True, slots=True)
class PlayerView:
    """The page of one player: the name as typed, what it is while empty, and what can be chosen.

    `choices` are how far this player has seen, team, whether they play, and what is kept.
    """

    player: int
    name: str
    usual: str
    badge: int
    choices: tuple[Choice, ...]
    hint: str
    can_remove: bool


@dataclass(frozen=True, slots=True)
class BetRow:
    """What a side has bet on the next answer: will, won't, or nothing."""

    side: int
    who: PlayerTag
    bet: str


@dataclass(frozen=True, slots=True)
class HandoverView:
    """The curtain, shut, and whom it waits for. Nothing here comes from the card behind it.

    `turn` counts curtains, so that two for the same person are two pages. `purpose` is answer,
    steal, judge or look; `told` is how the last answer went; `level` how hard this round is, in
    words. `again` when it was shut in mid-card. In the open (`private` false) a press opens it.
    """

    turn: int
    who: PlayerTag
    round: int
    rounds: int
    purpose: str
    told: str
    warning: str
    level: str
    standings: tuple[Standing, ...]
    bets: tuple[BetRow, ...]
    private: bool = True
    again: bool = False


@dataclass(frozen=True, slots=True)
class NothingView:
    """Behind the curtain there is no card: `purpose` is answer or steal."""

    board: TableBoard


@dataclass(frozen=True, slots=True)
class TableView:
    """The table between cards: standings, and what can be changed.

    `take_back` names whose answer can be taken back, or is empty; `kept` when the game is saved.
    """

    pack_title: str
    round: int
    rounds: int
    standings: tuple[Standing, ...]
    take_back: str
    kept: bool = True


@dataclass(frozen=True, slots=True)
class SureView:
    """A question to everyone at the table, and what saying yes does."""

    title: str
    sentence: str
    yes: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the podium, from 1; ties share one."""

    place: int
    who: PlayerTag
    score: int


@dataclass(frozen=True, slots=True)
class Award:
    """What is told of somebody at the end: an award and what it is for, or what they foretold."""

    who: PlayerTag
    words: str


@dataclass(frozen=True, slots=True)
class TableResultsView:
    """A game of several at its end, best first; `sealed` are the predictions of those known."""

    pack_title: str
    rounds: int
    places: tuple[Place, ...]
    awards: tuple[Award, ...]
    sealed: tuple[Award, ...] = ()


@dataclass(frozen=True, slots=True)
class LookOverView:
    """Whose answers can be looked over: (side, who) behind the curtain, or the common ones."""

    sides: tuple[tuple[int, PlayerTag], ...]
    common: bool
