"""What is shown of the people who play here, of games left open, and of the day's cards."""

from dataclasses import dataclass

from quizgame.domain.tags import TierTag


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who plays here; `plays` when it is they who play now."""

    person: int
    name: str
    badge: int
    plays: bool


@dataclass(frozen=True, slots=True)
class GoneRow:
    """Somebody who was removed and can be brought back: a file, and the day in words."""

    file: str
    name: str
    day: str


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Everybody here. `first` at the start of the game, where the page can be passed over.

    `guest` when a guest plays; `can_keep` when people can be brought in from files.
    """

    rows: tuple[PersonRow, ...]
    gone: tuple[GoneRow, ...] = ()
    guest: bool = False
    first: bool = False
    can_keep: bool = False


@dataclass(frozen=True, slots=True)
class PersonView:
    """The page of one person: the name as typed so far, and what can be done."""

    person: int
    name: str
    usual: str
    badge: int
    can_keep: bool = False


@dataclass(frozen=True, slots=True)
class GameRow:
    """A game that was not ended: where it stands, and who is in it, or how it is played.

    `place` is its own among all, from 0: a number of the save would tell how many others there
    were.
    """

    place: int
    title: str
    stands: str
    how: str
    shared: bool


@dataclass(frozen=True, slots=True)
class UnfinishedView:
    """The games that can be gone on with, the newest first."""

    rows: tuple[GameRow, ...]


@dataclass(frozen=True, slots=True)
class DayRow:
    """The day's cards of a pack: `marks` hold one word a card once they are played."""

    pack_id: str
    title: str
    tier: TierTag
    stands: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TodayView:
    """The day's cards of every pack this person has begun."""

    day: str
    rows: tuple[DayRow, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """How the day's cards of a pack went; `text` is what can be copied, `again` the next day."""

    pack_title: str
    day: str
    tier: TierTag
    marks: tuple[str, ...]
    right: int
    text: str
    just_played: bool
    copied: bool = False


PeoplePage = PeopleView | PersonView | UnfinishedView | TodayView | DayView
