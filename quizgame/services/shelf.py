"""The packs there are. Sealed packs stay in here; what leaves is a face or a deck."""

from collections import OrderedDict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgame.domain.gate import Deck, cut
from quizgame.domain.packs import PackFace, SealedPack
from quizgame.domain.terms import Glossary
from quizgame.storage.faults import Fault
from quizgame.storage.packfolders import Spot, spot_at, spots_in
from quizgame.storage.packindex import Known, PackIndex

KEPT = 4
"""Whole packs held in memory: those last used."""
FEW = 8
"""So many files are read before the shelf is shown, not after: it takes but a moment."""
FIRST_SHOWN = 16
"""Read in steps, what is new is shown at so many files, and each time there are twice as many."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A pack on the shelf: its face, where it lies, when it was put there (seconds since 1970)."""

    face: PackFace
    path: Path
    added: float


class Shelf:
    """Packs found in folders, of which the first of an id wins.

    A pack is read for its face, unless the index knows it, and again whole when it is chosen.
    """

    def __init__(self, folders: Sequence[Path], index: PackIndex | None = None) -> None:
        self._folders = tuple(folders)
        self._index = index
        self._spots: list[Spot] | None = None
        self._known: dict[str, Known] = {}
        self._unread: deque[Spot] = deque()
        self._next_shown = 0
        self._in_steps = False
        self._unsaved = False
        self._found: dict[str, _Found] = {}
        self._faces: tuple[PackFace, ...] = ()
        self._beyond: list[str] = []
        self._troubles: tuple[str, ...] = ()
        self._kept: OrderedDict[str, SealedPack] = OrderedDict()
        self._decks: dict[tuple[str, int], Deck] = {}
        self._put: dict[str, tuple[SealedPack, Path]] = {}
        self.edition = 0
        """Another number whenever what lies here has changed."""

    # -- what lies here ----------------------------------------------------------------------

    def faces(self) -> tuple[PackFace, ...]:
        """Return what anyone may see of each pack, by title; of those read so far, if in steps."""
        self._look()
        if not self._in_steps or len(self._unread) <= FEW:
            self._read_rest()
        return self._faces

    def face(self, pack_id: str) -> PackFace | None:
        """Return one pack's face, or None when there is no such pack any more."""
        self.faces()
        found = self._found.get(pack_id)
        return found.face if found else None

    def path(self, pack_id: str) -> Path | None:
        """Return where a pack lies, or None when there is no such pack."""
        self.faces()
        found = self._found.get(pack_id)
        return found.path if found else None

    def added(self, pack_id: str) -> float:
        """Return when a pack was put there, in seconds since 1970; 0 when that is not known."""
        found = self._found.get(pack_id)
        return found.added if found else 0.0

    def sequels(self, pack_id: str) -> tuple[PackFace, ...]:
        """Return the faces of the packs that go on with this one's story, near or far."""
        # Of one that is yet to be read, what was known must be forgotten just as well.
        self._look()
        self._read_rest()
        found: dict[str, PackFace] = {}
        waiting = [pack_id]
        while waiting:
            before = waiting.pop()
            for face in self._faces:
                if face.follows == before and face.id != pack_id and face.id not in found:
                    found[face.id] = face
                    waiting.append(face.id)
        return tuple(found.values())

    def troubles(self) -> tuple[str, ...]:
        """Return one sentence for each file that is no pack at all."""
        self.faces()
        return self._troubles

    # -- a pack ------------------------------------------------------------------------------

    def take(self, pack_id: str) -> PackFace | None:
        """Read a pack that is chosen; return its face as it is now, None if it cannot be played."""
        self.faces()
        self._sealed(pack_id)
        return self.face(pack_id)

    def deck(self, pack_id: str, watch_point: int) -> Deck:
        """Return the pack cut at a watch point; KeyError when there is no such pack.

        If its file has changed meanwhile, the point is that of the tier of the same id, or the
        lowest; one that cannot be read any more has no cards.
        """
        self.faces()
        shown = self._found[pack_id].face
        pack = self._sealed(pack_id)
        if pack is None:
            return cut(SealedPack(face=shown, glossary=Glossary(()), cards=()), watch_point)
        if pack.face.ladder != shown.ladder:
            watch_point = pack.face.ladder.watch_point(shown.ladder[watch_point].id)
        key = pack_id, watch_point
        if key not in self._decks:
            self._decks[key] = cut(pack, watch_point)
        return self._decks[key]

    def media(self, pack_id: str, name: str) -> bytes | None:
        """Return a picture or sound of a pack, if it is one and not too large; or None."""
        path = self.path(pack_id)
        if path is None or self._has_changed(pack_id, path):
            # What lies there now may belong to a card of the new pack that is further up.
            return None
        from quizgame.storage.archive import open_pack  # noqa: PLC0415 (few packs have any)
        from quizgame.storage.refused import PackRefusedError  # noqa: PLC0415

        try:
            return open_pack(path).read(name)
        except PackRefusedError:
            return None

    def _has_changed(self, pack_id: str, path: Path) -> bool:
        """Tell whether a pack's file is another than the one it was read from."""
        known = self._known.get(str(path))
        if pack_id in self._put or known is None or known.stamp is None:
            return False
        return spot_at(str(path)).stamp != known.stamp

    def put(self, pack: SealedPack, path: Path) -> None:
        """Lay a pack that is being written here as it is now, whatever its file may hold."""
        self._put[pack.face.id] = pack, path
        self._let_go(pack.face.id)
        if self._spots is not None:
            self._publish()

    def _sealed(self, pack_id: str) -> SealedPack | None:
        """Return a whole pack, read anew unless it was used just now; None if there is none."""
        if pack_id in self._put:
            return self._put[pack_id][0]
        found = self._found.get(pack_id)
        if pack_id not in self._kept and found:
            pack = self._read(spot_at(str(found.path)))
            if pack is None or pack.face != found.face:
                # The file has changed since the shelf was looked at.
                self._publish()
                self._save()
            if pack is None or pack.face.id != pack_id:
                return None
            self._keep(pack)
        if pack_id in self._kept:
            self._kept.move_to_end(pack_id)
        return self._kept.get(pack_id)

    def _keep(self, pack: SealedPack) -> None:
        self._let_go(pack.face.id)
        self._kept[pack.face.id] = pack
        while len(self._kept) > KEPT:
            self._let_go(next(iter(self._kept)))

    def _let_go(self, pack_id: str) -> None:
        self._kept.pop(pack_id, None)
        self._decks = {key: deck for key, deck in self._decks.items() if key[0] != pack_id}

    # -- reading -----------------------------------------------------------------------------

    @property
    def reading(self) -> bool:
        """Whether there are files whose faces are yet to be read."""
        return bool(self._unread)

    def look_again(self) -> None:
        """Look at the folders again: what is new there, or has changed, is read when asked for."""
        if self._spots is not None:
            self._spots = None
            self._look()

    def read_again(self) -> None:
        """Look at the folders again, and lay every pack in them here as its file has it."""
        self._put = {
            pack_id: put for pack_id, put in self._put.items() if put[1].parent not in self._folders
        }
        self.look_again()

    def read_on(self) -> bool:
        """Read the next file and tell whether there are more; nobody waits for those any more."""
        self._in_steps = True
        if self._spots is None:
            self._look()
        elif self._unread:
            self._read_next()
        return bool(self._unread)

    def _look(self) -> None:
        """Find the files, and take what is known of those that have not changed."""
        if self._spots is not None:
            return
        before = self._known or (self._index.read() if self._index else {})
        self._spots, self._beyond = spots_in(self._folders)
        self._known = {
            spot.path: before[spot.path]
            for spot in self._spots
            if spot.stamp and spot.path in before and before[spot.path].stamp == spot.stamp
        }
        self._unread = deque(spot for spot in self._spots if spot.path not in self._known)
        self._next_shown = FIRST_SHOWN
        for found in list(self._found.values()):
            if str(found.path) not in self._known:
                self._let_go(found.face.id)
        self._publish()
        self._unsaved = not self._known.keys() >= before.keys()
        if not self._unread:
            self._save()

    def _read_rest(self) -> None:
        while self._unread:
            self._read_next()

    def _read_next(self) -> None:
        pack = self._read(self._unread.popleft())
        if pack and self._spots and len(self._spots) <= KEPT:
            self._keep(pack)
        self._next_shown -= 1
        if not self._unread or self._next_shown == 0:
            self._next_shown = len(self._known)
            self._publish()
            self._save()

    def _read(self, spot: Spot) -> SealedPack | None:
        """Return the pack in a file; what is open to everyone of it is known from now on."""
        from quizgame.storage.packfile import load  # noqa: PLC0415 (YAML only when packs are wanted)

        loaded = load(Path(spot.path))
        pack = loaded.pack
        trouble = "" if pack else f"{spot.name} cannot be played: {loaded.refusal}."
        # What is wrong may be mended without a touch to the file: that is looked at each time.
        faults = {issue.code for issue in loaded.issues}
        beside = not pack and (Fault.UNREADABLE.code in faults or Path(spot.path).is_dir())
        stamp = None if beside else spot.stamp
        self._known[spot.path] = Known(stamp, pack.face if pack else None, trouble)
        self._unsaved |= stamp is not None
        return pack

    def _save(self) -> None:
        if self._index and self._unsaved:
            self._index.keep(self._known)
        self._unsaved = False

    def _publish(self) -> None:
        """Lay out what is known, file by file: of two packs with one id the first stays."""
        found: dict[str, _Found] = {}
        troubles = list(self._beyond)
        for spot in self._spots or ():
            known = self._known.get(spot.path)
            if known is None:
                continue
            if known.face is None:
                troubles.append(known.trouble)
            elif known.face.id in found:
                troubles.append(f"{spot.name} is left out: its id is taken by another pack.")
            else:
                found[known.face.id] = _Found(known.face, Path(spot.path), spot.added)
        for pack, path in self._put.values():
            before = found.get(pack.face.id)
            found[pack.face.id] = _Found(pack.face, path, before.added if before else 0.0)
        self._found, self._troubles = found, tuple(troubles)
        faces = (one.face for one in found.values())
        self._faces = tuple(sorted(faces, key=lambda face: face.title.casefold()))
        self.edition += 1
