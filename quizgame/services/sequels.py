"""What may be told of a pack outside the shelf: of a sequel, little before its story is known.

The very title of a sequel may tell who survives.
"""

from typing import TYPE_CHECKING, Protocol

from quizgame.services.pages import byline
from quizgame.storage.library import Library, Place
from quizgame.storage.refused import printable

if TYPE_CHECKING:
    from quizgame.domain.packs import PackFace
    from quizgame.storage.progress import Progress

LATER = "told once you know the story before it"
"""Stands in place of content notes."""
MOST_SIGNS = 120


class Titled(Protocol):
    """What has a title that may have to be kept back: a face, an entry of a catalogue."""

    @property
    def title(self) -> str:
        """The title as its author wrote it."""

    @property
    def follows(self) -> str:
        """The id of the pack whose story it goes on with."""


def hidden(face: Titled, library: Library, progress: "Progress | None") -> bool:
    """Tell whether this goes on with a story that the player does not know to its end."""
    return bool(face.follows) and not knows(face.follows, library, progress)


def knows(
    pack_id: str,
    library: Library,
    progress: "Progress | None",
    later: frozenset[str] = frozenset(),
) -> bool:
    """Tell whether the player has seen the story of a pack, and any before it, to its end.

    `later` are the packs that go on with it: one that follows them in turn has no beginning.
    """
    said = progress.watch_point(pack_id) if progress else None
    if said is None:
        # A catalogue may name thousands of packs: none is looked for without need.
        return False
    before = library.find(pack_id, Place.SHIPPED, Place.ON)
    if before is None or before.face is None:
        return False
    face = before.face
    if face.ladder.watch_point(said) != face.ladder.top:
        return False
    after = later | {pack_id}
    return not face.follows or (
        face.follows not in after and knows(face.follows, library, progress, after)
    )


def shown_title(face: Titled, library: Library, progress: "Progress | None") -> str:
    """Return a pack's title, or that of a sequel only to those who know the story before it."""
    if hidden(face, library, progress):
        return instead_of_title(face.follows)
    return printable(face.title, MOST_SIGNS)


def instead_of_title(follows: str) -> str:
    """Return what a sequel of the pack `follows` is called before it may be named."""
    return f"a pack that goes on with '{printable(follows)}'"


def shown_notes(face: "PackFace", library: Library, progress: "Progress | None") -> tuple[str, ...]:
    """Return the labels of a pack's content notes; of a sequel as with its title."""
    if face.notes and hidden(face, library, progress):
        return (LATER,)
    return tuple(printable(label, MOST_SIGNS) for label in face.notes.values())


def shown_byline(face: "PackFace", library: Library, progress: "Progress | None") -> str:
    """Return the line at the foot of a pack's poster, of a sequel only what it is."""
    if hidden(face, library, progress):
        return face.kind.capitalize()
    return printable(byline(face), MOST_SIGNS)
