"""Looking about in the player's folders for a file: a pack, or a person's."""

from pathlib import Path

from quizgame.domain import libraryviews as views

SAVED_HERE = "Saved here"
"""What the game's own folder of such files is called."""


def found(
    folder: Path | None,
    what: str = "pack",
    away: tuple[views.AwayRow, ...] = (),
    own: Path | None = None,
) -> views.FindView:
    """Return what is in a folder, or where such a file most likely is: in the game's `own`."""
    from quizgame.storage import folders  # noqa: PLC0415
    from quizgame.storage.refused import printable  # noqa: PLC0415

    mine = ((SAVED_HERE, own),) if own and own.is_dir() else ()
    places = (*mine, *folders.places())
    folder = folder or (places[0][1] if places else Path.home())
    trouble, listing = "", folders.Listing((), ())
    try:
        listing = folders.listing(folder, people=what == "person")
    except OSError as error:
        trouble = f"This folder cannot be read: {(error.strerror or 'an error').lower()}."
    return views.FindView(
        folder=str(folder),
        above=str(folder.parent) if folder.parent != folder else "",
        places=tuple(views.FolderRow(name, str(path)) for name, path in places),
        folders=tuple(views.FolderRow(printable(path.name), str(path)) for path in listing.folders),
        files=tuple(
            views.FileRow(printable(path.name), str(path), "a folder" if path.is_dir() else "")
            for path in listing.files
        ),
        away=away,
        trouble=trouble,
        what=what,
    )
