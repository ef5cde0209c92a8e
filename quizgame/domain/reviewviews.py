"""What whoever confirms the facts of a draft is shown: they speak of the whole story."""

from dataclasses import dataclass, field

from quizgame.domain.tags import TierTag


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of the article: `lit` is the sentence at hand, `name` a name in it."""

    text: str = field(repr=False)
    ink: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the article, where it stands, and those before and after it, if any."""

    where: str
    pieces: tuple[Piece, ...]
    before: str = field(default="", repr=False)
    after: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a fact that can be changed: its name, its label and what it says."""

    name: str
    label: str
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as coverage shows it; `state` is none, open (not all decided) or kept.

    `tag` is the highest tier kept from it; `begins` where a section does, `here` where one is.
    """

    state: str
    tag: TierTag | None = None
    begins: bool = False
    here: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """How many facts are kept at a tier."""

    tag: TierTag
    count: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far one is: facts decided of all, facts kept by tier, and the paragraphs in order."""

    decided: int
    facts: int
    kept: tuple[Kept, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact beside the article. `number` counts from 1; `state` is proposed or as decided.

    `floor` says why it cannot be known sooner, `doubts` what speaks against it; `mine` when a
    person has added it.
    """

    fact: str
    number: int
    reads: str = field(repr=False)
    state: str
    parts: tuple[Part, ...]
    tag: TierTag
    floor: str
    coverage: Coverage
    passage: Passage | None = None
    doubts: tuple[str, ...] = ()
    note: str = field(default="", repr=False)
    mine: bool = False
    can_undo: bool = False


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row to take: its words, what stands dim beside them, its tier and its state, if any."""

    text: str = field(repr=False)
    aside: str = field(default="", repr=False)
    tag: TierTag | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class ListView:
    """Rows to take one of; where words can be `typed` they narrow the rows, or are taken as such.

    `page` tells one list from another, `at` is the row to begin at; `fault` says what is wrong
    with what was typed. `decides` where one key each keeps and rejects what the page is about.
    """

    page: str
    title: str
    lead: str
    rows: tuple[ListRow, ...]
    at: int = 0
    typed: str | None = None
    usual: str = ""
    fault: str = ""
    decides: bool = False


@dataclass(frozen=True, slots=True)
class BrokenView:
    """The file of the facts cannot be read as it is now: its faults, and how many more."""

    file: str
    faults: tuple[str, ...]
    more: int
