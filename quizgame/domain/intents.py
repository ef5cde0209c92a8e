"""Everything a player can ask for, on any screen: one closed union."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Go:
    """Open a place: continue, play, shelf, settings, help, review, title, beliefs, quit..."""

    place: str


@dataclass(frozen=True, slots=True)
class Back:
    """Leave this page for the one before it."""


@dataclass(frozen=True, slots=True)
class ChoosePack:
    """Take this pack from the shelf."""

    pack_id: str


@dataclass(frozen=True, slots=True)
class ShowDetails:
    """Open the page about a pack."""

    pack_id: str


@dataclass(frozen=True, slots=True)
class ToggleNote:
    """Leave a theme out, or take it in again."""

    note: str


@dataclass(frozen=True, slots=True)
class MovePlayhead:
    """Set the playhead to a tier; nothing is opened until Start."""

    tier: int


@dataclass(frozen=True, slots=True)
class Start:
    """Begin a round at the playhead; `safe` begins at the lowest tier instead.

    Unless it is `safe`, or for `once`, the playhead is kept as how far this person has watched.
    """

    safe: bool = False
    once: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """Set a setting to one of its values."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class SortBy:
    """Sort the packs on the shelf in another order."""

    order: str


@dataclass(frozen=True, slots=True)
class Narrow:
    """Show only the packs of a kind, or in a language; an empty value shows all again."""

    by: str
    value: str


@dataclass(frozen=True, slots=True)
class Unfold:
    """Open what one of the shelf's choices can be set to, or close it again."""

    name: str


@dataclass(frozen=True, slots=True)
class ClearSearch:
    """Show all packs again."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Answer with the option at this place on the screen."""

    place: int


@dataclass(frozen=True, slots=True)
class Toggle:
    """Mark or unmark the option at this place."""

    place: int


@dataclass(frozen=True, slots=True)
class Shift:
    """Move the step at this place up (-1) or down (+1)."""

    place: int
    by: int


@dataclass(frozen=True, slots=True)
class Edit:
    """Set the words typed so far."""

    text: str


@dataclass(frozen=True, slots=True)
class Submit:
    """Hand in what has been marked, put in order or typed."""


@dataclass(frozen=True, slots=True)
class Halve:
    """Use the 50:50."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Pass over this card."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Hide the card and stop the clock."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Show the card again."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Let `seconds` pass on the card's clock."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Next:
    """Go on from the answer to the next card, or to the results."""


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """Show one answered card of this round again."""

    number: int


@dataclass(frozen=True, slots=True)
class Interrupt:
    """Something came between player and screen: focus lost, a pad pulled out, a screenshot key.

    `idle` when it is only that nobody has touched anything for a while.
    """

    idle: bool = False


@dataclass(frozen=True, slots=True)
class OpenCurtain:
    """Show what waits behind the curtain to the one it waits for."""


@dataclass(frozen=True, slots=True)
class Bet:
    """Change what this side bets on the next answer: nothing, will, won't, nothing."""

    side: int


@dataclass(frozen=True, slots=True)
class Stake:
    """Say how sure one is of the answer to come: sure, think or guess."""

    level: str


@dataclass(frozen=True, slots=True)
class AskJudge:
    """Have somebody who has watched as far judge a typed answer again."""


@dataclass(frozen=True, slots=True)
class Accept:
    """Count the typed answer as right after all."""


@dataclass(frozen=True, slots=True)
class Refuse:
    """Let the judgement stand."""


@dataclass(frozen=True, slots=True)
class Report:
    """Report the card just answered to the pack's author, or withdraw the report."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take the last answer at the table back; the page asks everyone first."""


@dataclass(frozen=True, slots=True)
class Agree:
    """Say yes to what the page asks."""


@dataclass(frozen=True, slots=True)
class AddPlayer:
    """Seat another player: one known by this number, or a guest."""

    person: int = 0


@dataclass(frozen=True, slots=True)
class EditPlayer:
    """Open the page of a player."""

    player: int


@dataclass(frozen=True, slots=True)
class RemovePlayer:
    """Take a player from the table; in mid-game the page asks first."""

    player: int


@dataclass(frozen=True, slots=True)
class LookOver:
    """Look over the answers of a side, or with 0 those that everyone may see."""

    side: int = 0


@dataclass(frozen=True, slots=True)
class Reread:
    """Read the pack at hand from its file again, for its author."""


@dataclass(frozen=True, slots=True)
class ShowTrouble:
    """Open the page of what its author can mend about the pack at hand; the page asks first."""


@dataclass(frozen=True, slots=True)
class ShowWords:
    """Show the words of the story that stand dotted on that page."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """Open the pack's file in whatever the player's system opens it with."""


@dataclass(frozen=True, slots=True)
class Browse:
    """Look for a pack in this folder; with none, where one most likely is."""

    folder: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """Look at a file or folder that may be a pack, before it is kept."""

    path: str


@dataclass(frozen=True, slots=True)
class PutAway:
    """Take one of the player's packs from the shelf, but keep it."""

    pack_id: str


@dataclass(frozen=True, slots=True)
class RemovePack:
    """Remove one of the player's packs; it can be brought back."""

    pack_id: str


@dataclass(frozen=True, slots=True)
class BringBack:
    """Put a pack that was put away or removed on the shelf again."""

    pack_id: str


@dataclass(frozen=True, slots=True)
class Decide:
    """Keep the fact of a draft that is shown ("confirmed"), or reject it ("rejected")."""

    state: str


@dataclass(frozen=True, slots=True)
class Climb:
    """Move the fact up (+1) or down (-1) the ladder."""

    by: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """Go so many facts on (+1) or back (-1)."""

    by: int


@dataclass(frozen=True, slots=True)
class Mend:
    """Open the page on which a part of the fact is changed: its subject, relation, note..."""

    part: str


@dataclass(frozen=True, slots=True)
class Take:
    """Take this row, from 0, of what the page lists."""

    row: int


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back what was last done to a fact."""


@dataclass(frozen=True, slots=True)
class PlayAs:
    """Play as this person, or with 0 as a guest of whom nothing is kept."""

    person: int


@dataclass(frozen=True, slots=True)
class AddPerson:
    """Let somebody new play here, and open their page."""


@dataclass(frozen=True, slots=True)
class ShowPerson:
    """Open the page of a person."""

    person: int


@dataclass(frozen=True, slots=True)
class RemovePerson:
    """Remove a person with all that is kept of them; it can be undone."""

    person: int


@dataclass(frozen=True, slots=True)
class ExportPerson:
    """Write all that is kept of a person into a file."""

    person: int


@dataclass(frozen=True, slots=True)
class BringPerson:
    """Bring back the person who was removed into this file."""

    file: str


@dataclass(frozen=True, slots=True)
class TakeUp:
    """Go on with the game at this place, from 0, of those that were not ended."""

    place: int


@dataclass(frozen=True, slots=True)
class PlayToday:
    """Play the day's cards of a pack, or show how they went."""

    pack_id: str


@dataclass(frozen=True, slots=True)
class Rate:
    """Say how well a card that was rehearsed came to mind: 1 (again) to 4 (easy)."""

    rating: int


@dataclass(frozen=True, slots=True)
class CopyResult:
    """Copy how the day's cards went, to be pasted elsewhere."""


@dataclass(frozen=True, slots=True)
class Foretell:
    """Take up a prediction that can be sealed: this one, or the first there is."""

    card_id: str = ""


@dataclass(frozen=True, slots=True)
class LookInside:
    """Look at what one has sealed oneself."""

    card_id: str


@dataclass(frozen=True, slots=True)
class OpenEnvelope:
    """Open an envelope that is ripe, or look at one that has opened; none: the one at hand."""

    card_id: str = ""


CardIntent = Pick | Toggle | Shift | Edit | Submit | Halve | Skip | Pause | Resume | Tick | Next
TableIntent = OpenCurtain | Bet | Stake | AskJudge | Accept | Refuse | TakeBack
PartyIntent = AddPlayer | EditPlayer | RemovePlayer | Agree | LookOver
LibraryIntent = Browse | Offer | PutAway | RemovePack | BringBack
SearchIntent = SortBy | Narrow | Unfold | ClearSearch
AuthorIntent = Reread | ShowTrouble | ShowWords | OpenFile
DraftIntent = Decide | Climb | Leaf | Mend | Take | Undo
PersonIntent = PlayAs | AddPerson | ShowPerson | RemovePerson | ExportPerson | BringPerson
DayIntent = PlayToday | CopyResult | Rate
EnvelopeIntent = Foretell | LookInside | OpenEnvelope
PageIntent = (
    Go
    | Back
    | ChoosePack
    | ShowDetails
    | ToggleNote
    | MovePlayhead
    | Start
    | Change
    | OpenAnswer
    | Report
    | Interrupt
    | TakeUp
)
Intent = (
    CardIntent
    | PageIntent
    | TableIntent
    | PartyIntent
    | AuthorIntent
    | DraftIntent
    | SearchIntent
    | LibraryIntent
    | PersonIntent
    | DayIntent
    | EnvelopeIntent
)
