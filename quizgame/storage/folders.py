"""Looking about in the player's folders for a file: a pack to add, or a person."""

from dataclasses import dataclass
from pathlib import Path

from quizgame.storage.filenames import INSIDE, PERSON_FILE, SUFFIXES

MOST = 500
"""Of so many files and folders a folder is listed; of more, the first by name."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What may be a pack in a folder, itself a file or a folder, or people; and other folders."""

    files: tuple[Path, ...]
    folders: tuple[Path, ...]


def places() -> tuple[tuple[str, Path], ...]:
    """Return the folders in which a pack most likely is, the likeliest first."""
    import platformdirs  # noqa: PLC0415

    found = (
        ("Downloads", Path(platformdirs.user_downloads_dir())),
        ("Documents", Path(platformdirs.user_documents_dir())),
        ("Desktop", Path(platformdirs.user_desktop_dir())),
        ("Home", Path.home()),
    )
    return tuple((name, path) for name, path in found if path.is_dir())


def listing(folder: Path, *, people: bool = False) -> Listing:
    """Return what is in a folder, packs or `people`, by name; OSError when it cannot be read."""
    wanted = {PERSON_FILE} if people else SUFFIXES
    files: list[Path] = []
    folders: list[Path] = []
    inside = (path for path in folder.iterdir() if not path.name.startswith("."))
    for path in sorted(inside, key=lambda path: path.name.casefold())[:MOST]:
        try:
            if path.is_dir():
                pack = not people and (path / INSIDE).is_file()
                (files if pack else folders).append(path)
            elif path.suffix.lower() in wanted:
                files.append(path)
        except OSError:
            # It is gone, or not for this player to see.
            continue
    return Listing(tuple(files), tuple(folders))
