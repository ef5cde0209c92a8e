"""What a player is shown of packs that are brought in: only what is open to everyone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FolderRow:
    """A folder that can be opened."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file or folder that may be a pack; `what` says so of a folder."""

    name: str
    path: str
    what: str


@dataclass(frozen=True, slots=True)
class AwayRow:
    """A pack of the player's that is not on the shelf: put away, or removed."""

    pack_id: str
    title: str
    how: str


@dataclass(frozen=True, slots=True)
class FindView:
    """A folder in which to find a pack; `places` are folders to begin at, `above` the one above.

    `trouble` when it cannot be read. `away` are packs that can be brought back. `what` is looked
    for is a pack, or a person.
    """

    folder: str
    above: str
    places: tuple[FolderRow, ...]
    folders: tuple[FolderRow, ...]
    files: tuple[FileRow, ...]
    away: tuple[AwayRow, ...] = ()
    trouble: str = ""
    what: str = "pack"


@dataclass(frozen=True, slots=True)
class OfferView:
    """A pack before it is kept: nothing of it has been written anywhere yet.

    `notes` are what its cards touch on, `told` what keeping it does; `careful` where most will not
    want that.
    """

    file: str
    title: str
    byline: str
    colours: tuple[str, str]
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    told: tuple[str, ...]
    yes: str
    careful: bool = False


@dataclass(frozen=True, slots=True)
class RefusedView:
    """A file that will not be kept, and why, in sentences."""

    file: str
    reasons: tuple[str, ...]
