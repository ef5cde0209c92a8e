"""The packs there are. Sealed packs stay in here; what leaves is a face or a deck."""

from collections.abc import Sequence
from pathlib import Path

from quizgame.domain.gate import Deck, cut
from quizgame.domain.packs import PackFace, SealedPack

SUFFIXES = frozenset({".yaml", ".yml", ".zip", ".quizpack"})


class Shelf:
    """Packs found in folders, read when first asked for; the first pack of an id wins."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._packs: dict[str, SealedPack] | None = None
        self._faces: tuple[PackFace, ...] = ()
        self._decks: dict[tuple[str, int], Deck] = {}
        self._troubles: list[str] = []

    def faces(self) -> tuple[PackFace, ...]:
        """Return what anyone may see of each pack, by title."""
        self._sealed()
        return self._faces

    def face(self, pack_id: str) -> PackFace | None:
        """Return one pack's face, or None when there is no such pack any more."""
        pack = self._sealed().get(pack_id)
        return pack.face if pack else None

    def sequels(self, pack_id: str) -> tuple[PackFace, ...]:
        """Return the faces of the packs that go on with this one's story, near or far."""
        found: dict[str, PackFace] = {}
        waiting = [pack_id]
        while waiting:
            before = waiting.pop()
            for face in self.faces():
                if face.follows == before and face.id != pack_id and face.id not in found:
                    found[face.id] = face
                    waiting.append(face.id)
        return tuple(found.values())

    def deck(self, pack_id: str, watch_point: int) -> Deck:
        """Return the pack cut at a watch point; KeyError when there is no such pack."""
        key = pack_id, watch_point
        if key not in self._decks:
            self._decks[key] = cut(self._sealed()[pack_id], watch_point)
        return self._decks[key]

    def troubles(self) -> tuple[str, ...]:
        """Return one sentence for each file that is no pack at all."""
        self._sealed()
        return tuple(self._troubles)

    def _sealed(self) -> dict[str, SealedPack]:
        if self._packs is None:
            self._packs = {}
            for path in self._files():
                self._read(path)
            faces = (pack.face for pack in self._packs.values())
            self._faces = tuple(sorted(faces, key=lambda face: face.title.casefold()))
        return self._packs

    def _files(self) -> list[Path]:
        found: list[Path] = []
        for folder in self._folders:
            try:
                if folder.is_dir():
                    found += sorted(path for path in folder.iterdir() if _may_be_pack(path))
            except OSError as error:
                reason = (error.strerror or "an error").lower()
                self._troubles.append(f"The folder {folder.name} cannot be read: {reason}.")
        return found

    def _read(self, path: Path) -> None:
        from quizgame.storage.packfile import load  # noqa: PLC0415 (YAML only when packs are wanted)

        loaded = load(path)
        packs = self._packs if self._packs is not None else {}
        if loaded.pack is None:
            self._troubles.append(f"{path.name} cannot be played: {loaded.refusal}.")
        elif loaded.pack.face.id in packs:
            self._troubles.append(f"{path.name} is left out: its id is taken by another pack.")
        else:
            packs[loaded.pack.face.id] = loaded.pack


def _may_be_pack(path: Path) -> bool:
    if path.suffix.lower() in SUFFIXES:
        return True
    try:
        return path.is_dir() and (path / "pack.yaml").is_file()
    except OSError:
        # It may be one: reading it will tell what is wrong.
        return True
