"""Packs of the player's own, by way of the screen: found, looked at, kept, put away, brought back.

What is shown of a pack before it is kept is its face, and what any file tells by itself.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.domain import intents as want
from quizgame.domain import languages
from quizgame.domain import libraryviews as views
from quizgame.domain.notices import sentence
from quizgame.services.notices import Notices
from quizgame.services.shelf import Shelf
from quizgame.services.trail import PEOPLE, Place, Trail, before_all
from quizgame.storage.progress import Progress

if TYPE_CHECKING:
    from quizgame.domain.packs import PackFace
    from quizgame.services.installing import Plan
    from quizgame.storage.library import Library

FIND, OFFER, REFUSED, SHELF = "find", "offer", "refused", "shelf"
_GROUP = 8
_KEEPS = "Your progress is kept, and nothing you have answered is asked as new."
_TOLD = {
    "NEW": ("Add it to the shelf", ""),
    "UPDATE": ("Update it", f"It takes the place of version {{older}}. {_KEEPS}"),
    "SAME_VERSION": (
        "Put it in its place",
        f"You have another copy of this version; it takes its place. {_KEEPS}",
    ),
    "OLDER": ("Go back to it", f"You have a newer one, version {{older}}. {_KEEPS}"),
    "AWAY": ("Bring it back", "You have put this pack away."),
    "THE_SAME": ("Good", "This very pack is on your shelf already."),
}
"""What the button says and what keeping it does, by how a pack stands to the one there is."""


class Adding:
    """The player's own packs; none can be added before `keep_in` has told where they are kept."""

    def __init__(self, shelf: Shelf, progress: Progress, notices: Notices) -> None:
        self._shelf = shelf
        self._progress = progress
        self._notices = notices
        self._folders: tuple[Path, Path] | None = None
        self._known: Library | None = None
        self._found: views.FindView | None = None
        self._offered: Plan | None = None
        self._file = ""
        self._reasons: tuple[str, ...] = ()
        self._alone = True
        self.fresh = ""
        """The pack that has come a moment ago, or nothing."""

    def keep_in(self, folder: Path, shipped: Path) -> None:
        """Keep packs in the player's folder; those in `shipped` come with the game."""
        self._folders = folder, shipped

    @property
    def possible(self) -> bool:
        """Whether packs can be added."""
        return self._folders is not None

    def owns(self, pack_id: str) -> bool:
        """Tell whether a pack is one of the player's, which can be put away and removed."""
        path = self._shelf.path(pack_id)
        return bool(path and self._folders and self._folders[0] in path.parents)

    def send(self, intent: want.Intent, trail: Trail) -> Trail | None:
        """Carry an intent out; return the trail after it, or None if it is not about adding."""
        if not isinstance(intent, want.LibraryIntent | want.Agree) or not self.possible:
            return trail if isinstance(intent, want.LibraryIntent) else None
        match intent:
            case want.Browse(folder):
                self._alone = not before_all(trail)
                self._browse(Path(folder) if folder else None)
                return trail if trail[-1].page == FIND else (*trail, Place(FIND))
            case want.Offer(path):
                self._alone = not before_all(trail)
                return (*self._without_offers(trail), Place(self._offer(Path(path))))
            case want.Agree():
                return self._keep(trail) if trail[-1].page == OFFER else None
            case want.PutAway(pack_id):
                return self._take_away(trail, pack_id, removed=False)
            case want.RemovePack(pack_id):
                return self._take_away(trail, pack_id, removed=True)
            case want.BringBack(pack_id):
                self._bring_back(pack_id)
                return trail

    def view(self, place: Place) -> views.FindView | views.OfferView | views.RefusedView | None:
        """Return a page about adding packs, or None if this is none."""
        match place.page:
            case "find":
                return self._found
            case "offer" if self._offered:
                return _offer_view(self._file, self._offered)
            case "refused":
                return views.RefusedView(self._file, self._reasons)
            case _:
                return None

    def stay_at(self, place: Place) -> None:
        """Let go of a pack that was looked at, unless one is still at its page."""
        if place.page not in {SHELF, "details"}:
            self.fresh = ""
        if self._offered and place.page != OFFER:
            from quizgame.services.installing import forget  # noqa: PLC0415

            forget(self._offered, self._library)
            self._offered = None

    # -- looking for a pack ------------------------------------------------------------------

    def put_away(self, pack_id: str) -> bool:
        """Tell whether a pack is one of the player's that is put away or removed."""
        from quizgame.storage.library import Place as Where  # noqa: PLC0415

        return self.possible and bool(self._library.find(pack_id, Where.OFF, Where.REMOVED))

    def _browse(self, folder: Path | None) -> None:
        from quizgame.services.finding import found  # noqa: PLC0415

        self._found = found(folder, away=self._away())

    def _away(self) -> tuple[views.AwayRow, ...]:
        """Return the packs that are not on the shelf, each once, as they can be brought back."""
        from quizgame.storage.library import Place as Where  # noqa: PLC0415

        rows: dict[str, views.AwayRow] = {}
        for owned in self._library.packs(Where.OFF, Where.REMOVED):
            if owned.face and owned.id not in rows and self._shelf.path(owned.id) is None:
                how = "put away" if owned.place is Where.OFF else "removed"
                rows[owned.id] = views.AwayRow(owned.id, self._title(owned.face), how)
        return tuple(rows.values())

    # -- keeping one -------------------------------------------------------------------------

    def _offer(self, path: Path) -> str:
        """Look at a file; return the page that tells of it."""
        from quizgame.services import installing  # noqa: PLC0415
        from quizgame.storage.refused import Refusal, printable  # noqa: PLC0415

        self.stay_at(Place(FIND))
        self._file = printable(path.name)
        planned = installing.plan(path, self._library, self._knows)
        if isinstance(planned, Refusal):
            self._reasons = (sentence(str(planned)),)
            return REFUSED
        self._offered = planned
        return OFFER

    def _keep(self, trail: Trail) -> Trail:
        from quizgame.services import installing  # noqa: PLC0415
        from quizgame.storage.refused import Refusal  # noqa: PLC0415

        if self._offered is None:
            return trail[:-1]
        kept = installing.keep(self._offered, self._library)
        self._offered = None
        if isinstance(kept, Refusal):
            self._reasons = (sentence(str(kept)),)
            return (*trail[:-1], Place(REFUSED))
        self._shelf.look_again()
        self.fresh = kept.id
        self._notices.tell(f"{kept.title} is on the shelf.")
        return self._to_shelf(trail)

    def _take_away(self, trail: Trail, pack_id: str, *, removed: bool) -> Trail:
        from quizgame.storage.library import LibraryError  # noqa: PLC0415

        face = self._shelf.face(pack_id)
        if face is None or not self.owns(pack_id):
            return trail
        try:
            (self._library.remove if removed else self._library.disable)(pack_id)
        except LibraryError as error:
            self._notices.tell(sentence(str(error)))
            return trail
        title = self._title(face)
        self._shelf.look_again()
        done = "was removed" if removed else "was put away"
        self._notices.tell(f"{title} {done}.", "undo", want.BringBack(pack_id))
        return self._to_shelf(trail)

    def _bring_back(self, pack_id: str) -> None:
        from quizgame.storage.library import LibraryError  # noqa: PLC0415
        from quizgame.storage.library import Place as Where  # noqa: PLC0415

        off = self._library.find(pack_id, Where.OFF)
        try:
            (self._library.enable if off else self._library.restore)(pack_id)
        except LibraryError as error:
            self._notices.tell(sentence(str(error)))
            return
        self._shelf.look_again()
        face = self._shelf.face(pack_id)
        self._notices.tell(f"{self._title(face) if face else pack_id} is on the shelf again.")
        if self._found:
            self._browse(Path(self._found.folder))

    def _title(self, face: "PackFace") -> str:
        """Return the title of a pack, of a sequel only to whoever knows the story before it."""
        from quizgame.services.sequels import shown_title  # noqa: PLC0415

        return shown_title(face, self._library, self._knows)

    @property
    def _knows(self) -> Progress | None:
        """What tells whether the title of a sequel may be shown: not before others."""
        return self._progress if self._alone else None

    @property
    def _library(self) -> "Library":
        if self._known is None:
            from quizgame.storage.library import Library  # noqa: PLC0415

            assert self._folders is not None  # noqa: S101 (nothing is asked of it before)
            self._known = Library(*self._folders)
        return self._known

    @staticmethod
    def _without_offers(trail: Trail) -> Trail:
        return tuple(place for place in trail if place.page not in {OFFER, REFUSED})

    def _to_shelf(self, trail: Trail) -> Trail:
        """Return the way to the shelf; where one was, it is that one."""
        pages = [place.page for place in trail]
        for page in (PEOPLE, SHELF):
            # Where it is yet to be said who plays, the shelf is nobody's.
            if page in pages:
                return trail[: pages.index(page) + 1]
        return (trail[0], Place(SHELF))


def _offer_view(file: str, plan: "Plan") -> views.OfferView:
    from quizgame.services.installing import told_size  # noqa: PLC0415

    yes, told = _TOLD[
        "AWAY" if plan.away and plan.standing.name == "THE_SAME" else plan.standing.name
    ]
    return views.OfferView(
        file=file,
        title=plan.title,
        byline=plan.byline,
        colours=plan.poster,
        facts=(
            ("Made by", ", ".join(plan.authors)),
            ("Licence", plan.licence),
            ("Language", languages.name(plan.language)),
            ("Version", plan.version),
            ("Size", told_size(plan.size)),
            ("Fingerprint", grouped(plan.given)),
        ),
        notes=plan.notes,
        told=(told.format(older=plan.older),) if told else (),
        yes=yes,
        careful=plan.standing.name == "OLDER",
    )


def grouped(digits: str) -> str:
    """Return hex digits in groups, which two people can compare."""
    return " ".join(digits[n : n + _GROUP] for n in range(0, len(digits), _GROUP))
