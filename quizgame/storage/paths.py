"""Where the program's own files lie, and where a player's are kept."""

import sys
from pathlib import Path

APP = "quizgame"
ASSETS = "assets"
QUESTIONS = "questions"
PACKS, PACKS_OFF, PACKS_REMOVED = "packs", "packs-off", "packs-removed"
"""Folders in the player's own: packs that are played, switched off, and taken away."""
STAGING = ".packs-staging"
"""Where a pack is made ready before it is moved among the others in one step."""


class DataMissingError(Exception):
    """The program's own files (pictures, sounds, packs) are not where any build puts them."""


def _places() -> list[Path]:
    """Return where the data may lie: a frozen build, a wheel, a checkout or editable install."""
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / APP / "_data", Path(frozen) / "_data", Path(frozen)] if frozen else []
    return [*places, package / "_data", package.parent]


def data_root() -> Path:
    """Return the folder that holds `assets` and `questions`; DataMissingError if there is none."""
    places = _places()
    for place in places:
        if (place / ASSETS).is_dir() and (place / QUESTIONS).is_dir():
            return place
    looked = ", ".join(str(place) for place in places)
    message = f"the folders '{ASSETS}' and '{QUESTIONS}' are missing; looked in {looked}"
    raise DataMissingError(message)


def assets_folder() -> Path:
    """Return the folder of fonts, icons and sounds; DataMissingError if it is missing."""
    return data_root() / ASSETS


def questions_folder() -> Path:
    """Return the folder of the packs that ship; DataMissingError if it is missing."""
    return data_root() / QUESTIONS


def user_data_folder(override: Path | None = None) -> Path:
    """Return the player's folder; whoever first writes there makes it."""
    if override is not None:
        return override
    import platformdirs  # noqa: PLC0415 (asked for only when no folder was given)

    return Path(platformdirs.user_data_dir(APP, appauthor=False))
