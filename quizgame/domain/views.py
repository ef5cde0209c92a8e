"""What a screen is given to show: words and numbers, made only from what came through the gate.

A view of a card being asked has no answer in it; the answer comes into being with `RevealView`.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgame.domain.settings import Choice
from quizgame.domain.tags import TableBoard, TierTag


@dataclass(frozen=True, slots=True)
class TitleView:
    """The title page; `unfinished` names the game to continue, or is empty.

    `others` is how many games there are besides it; `who` plays, empty where there is but one
    person, without a name.
    """

    unfinished: str = ""
    message: str = ""
    others: int = 0
    who: str = ""
    badge: int = 0


@dataclass(frozen=True, slots=True)
class PosterView:
    """One pack on the shelf; `seen` and `share` (0-1) tell how far this person has watched."""

    pack_id: str
    title: str
    byline: str
    colours: tuple[str, str]
    seen: str
    share: float


@dataclass(frozen=True, slots=True)
class SearchBar:
    """What finds a pack among many: the words typed, the order, what can be narrowed to.

    `unfolded` names the choice whose values are shown, if any; `narrowed` when some packs may be
    left out.
    """

    words: str
    choices: tuple[Choice, ...]
    unfolded: str = ""
    narrowed: bool = False


@dataclass(frozen=True, slots=True)
class ShelfView:
    """The packs, with a search `bar` if they are many.

    `troubles` holds one sentence for each file that is no pack; `reading` while more are to come;
    `added` is a pack that has come a moment ago.
    """

    posters: tuple[PosterView, ...]
    troubles: tuple[str, ...] = ()
    bar: SearchBar | None = None
    reading: bool = False
    can_add: bool = False
    added: str = ""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A content note and whether cards that carry it are asked."""

    note: str
    label: str
    included: bool


@dataclass(frozen=True, slots=True)
class DetailsView:
    """The page about a pack; one of the player's `own` can be put away or removed."""

    pack_id: str
    title: str
    byline: str
    colours: tuple[str, str]
    facts: tuple[tuple[str, str], ...]
    notes: tuple[NoteRow, ...]
    own: bool = False


@dataclass(frozen=True, slots=True)
class FrameView:
    """One frame of the strip: a tier's label and hint."""

    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class WatchPointView:
    """The strip with its playhead.

    `cards` is how many cards can be asked, told only as far as this person has said before;
    None where the playhead stands further than that. Where it stands less far, starting there
    forgets the answers to later cards. `beliefs` when there are some to look back on, and
    `predictions` when there are some to seal, or sealed ones. The story is watched, read or played:
    that is what is `done`. After a restore how far is `asked_again`.
    """

    pack_title: str
    frames: tuple[FrameView, ...]
    playhead: int
    said: int
    cards: int | None
    left_out: tuple[str, ...]
    has_notes: bool
    round_length: Choice
    pack_id: str = ""
    unfinished: str = ""
    beliefs: bool = False
    predictions: bool = False
    done: str = "watched"
    asked_again: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One choice as it stands on the ticket; `gone` after a 50:50."""

    text: str
    marked: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class PickOne:
    """One of these is right."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class PickSeveral:
    """Two or more of these are right."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Arrange:
    """These are to be put in order."""

    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypeIn:
    """The answer is typed."""

    text: str


Body = PickOne | PickSeveral | Arrange | TypeIn


@dataclass(frozen=True, slots=True)
class Stub:
    """The ticket's stub."""

    pack_title: str
    number: int
    tier: TierTag
    category: str
    worth: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scoreboard:
    """The line above the ticket. `marks` holds one word a card: how it ended, now, or ahead.

    Where nothing is `scored` neither score nor streak is told. `of` is what the cards are of, where
    that is no plain round.
    """

    number: int
    marks: tuple[str, ...]
    score: int
    streak: int
    scored: bool = True
    of: str = ""


@dataclass(frozen=True, slots=True)
class ClockView:
    """A running clock: seconds in all, and seconds left as a whole number shown."""

    limit: int
    left: float


@dataclass(frozen=True, slots=True)
class PictureView:
    """A card's picture: what it shows in words, its size in pixels, and the bytes of its file.

    Without any bytes there is nothing to show, and the words stand in its place.
    """

    alt: str
    width: int = 0
    height: int = 0
    data: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class SoundView:
    """A card's sound: what is to be heard in words, and the bytes of its file, if it has any."""

    alt: str
    data: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class AskView:
    """A card being asked.

    At a `table`, `stakes` are what one can say of how sure one is, as (value, words); `stake` is
    the one in force. Both are empty where that is not asked.
    """

    board: Scoreboard
    stub: Stub
    stem: str
    body: Body
    fifties: int
    can_halve: bool
    can_submit: bool
    clock: ClockView | None = None
    table: TableBoard | None = None
    stake: str = ""
    stakes: tuple[tuple[str, str], ...] = ()
    picture: PictureView | None = None
    sound: SoundView | None = None


@dataclass(frozen=True, slots=True)
class PauseView:
    """The card is away; `kept` when the game is saved as it stands."""

    board: Scoreboard
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """An option after the answer; `label` is its letter or number.

    `state` is right, wrong, missed or plain, or placed: a step where it belongs, which the player
    had `put` somewhere else, as the place from 1, or 0 where there was no answer.
    """

    label: str
    text: str
    state: str
    put: int = 0


@dataclass(frozen=True, slots=True)
class RevealView:
    """A card after its answer. `ending` is right, half, wrong, skipped or timeout.

    Where it was `rehearsed`, `ratings` are what it can be rated: number, word, when it comes back.

    `kept` when the answer is saved. At a `table`, `own_next` when the
    same side goes on with another card and no curtain between; `judge` names who can judge a typed
    answer again, and `judging` is whether that is what the page is for; `can_accept` and
    `can_take_back` where all look at the screen together.
    """

    board: Scoreboard
    stub: Stub
    stem: str
    marks: tuple[Mark, ...]
    ending: str
    points: int
    row: str
    why: str
    cited: str
    last: bool
    told: str = ""
    looking_back: bool = False
    kept: bool = True
    reported: bool = False
    table: TableBoard | None = None
    own_next: bool = False
    judge: str = ""
    judging: bool = False
    can_accept: bool = False
    can_take_back: bool = False
    rehearsed: bool = False
    ratings: tuple[tuple[int, str, str], ...] = ()
    picture: PictureView | None = None
    sound: SoundView | None = None


@dataclass(frozen=True, slots=True)
class ResultsView:
    """A round at its end; `awards` are the names of those that were won in it.

    `predictions` when there is one left to seal. The story is watched, read or played: that is what
    is `done`.
    """

    pack_title: str
    tier: TierTag
    score: int
    right: int
    half: int
    asked: int
    best_streak: int
    quickest: float | None
    marks: tuple[str, ...]
    awards: tuple[str, ...] = ()
    predictions: bool = False
    done: str = "watched"


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One line of the answers of a round."""

    number: int
    stem: str
    right_words: str
    said: str
    ending: str
    tier: TierTag


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The answers of this round; at a table, `whose` they are, or empty for all."""

    rows: tuple[AnswerRow, ...]
    whose: str = ""


@dataclass(frozen=True, slots=True)
class BeliefRow:
    """Something that was true for a while: what was asked, the answer then, what came of it.

    `since` and `until` are the tiers it held between; `said` how this person last answered.
    """

    stem: str
    answer: str
    later: str
    since: TierTag
    until: TierTag
    said: str


@dataclass(frozen=True, slots=True)
class BeliefsView:
    """What you believed then: only for those who have seen everything."""

    pack_title: str
    rows: tuple[BeliefRow, ...]


@dataclass(frozen=True, slots=True)
class SettingsView:
    """The settings, each with its values and the one in force."""

    rows: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class HelpView:
    """How to play, or how scoring works: lines of (heading, sentence), a bare heading heads a part.

    `keys` when what each key does stands there, too.
    """

    lines: tuple[tuple[str, str], ...] = field(default=())
    title: str = "How scoring works"
    keys: bool = False


if TYPE_CHECKING:
    from quizgame.domain import (
        authorviews,
        envelopeviews,
        libraryviews,
        peopleviews,
        progressviews,
        rehearsalviews,
        reviewviews,
        tableviews,
    )

    View = (
        TitleView
        | ShelfView
        | DetailsView
        | WatchPointView
        | AskView
        | PauseView
        | RevealView
        | ResultsView
        | ReviewView
        | BeliefsView
        | SettingsView
        | HelpView
        | peopleviews.PeopleView
        | peopleviews.PersonView
        | peopleviews.UnfinishedView
        | peopleviews.TodayView
        | peopleviews.DayView
        | rehearsalviews.RehearsedView
        | envelopeviews.EnvelopesView
        | envelopeviews.SealView
        | envelopeviews.SealedView
        | envelopeviews.OpeningView
        | progressviews.ProgressView
        | progressviews.AwardsView
        | tableviews.PlayersView
        | tableviews.PlayerView
        | tableviews.HandoverView
        | tableviews.NothingView
        | tableviews.TableView
        | tableviews.SureView
        | tableviews.TableResultsView
        | tableviews.LookOverView
        | authorviews.TroubleView
        | libraryviews.FindView
        | libraryviews.OfferView
        | libraryviews.RefusedView
        | reviewviews.FactView
        | reviewviews.ListView
        | reviewviews.BrokenView
    )
else:
    # The title page does without most of them: each is read in with whoever makes it.
    View = object
