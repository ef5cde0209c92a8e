"""What the commands on a player's own packs share: which folder, and faults in one sentence."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgame.storage.library import Library
    from quizgame.storage.progress import Progress


def arrange_id(parser: ArgumentParser) -> None:
    """Let a command be told which pack is meant."""
    parser.add_argument("id", metavar="ID", help="the pack's id, as 'quizgame packs list' has it")


def library_of(wanted: Namespace) -> "Library":
    """Return the player's packs and those that ship."""
    from quizgame.storage.library import Library  # noqa: PLC0415
    from quizgame.storage.paths import questions_folder, user_data_folder  # noqa: PLC0415

    return Library(user_data_folder(wanted.data_dir), questions_folder())


def progress_of(wanted: Namespace) -> "Progress":
    """Return a copy of the progress of all who play here, which tells what titles may be shown.

    A terminal does not know who sits before it, so it shows what every one of them knows.
    """
    from quizgame.storage.everybody import Everybody  # noqa: PLC0415
    from quizgame.storage.paths import user_data_folder  # noqa: PLC0415

    return Everybody.beside(user_data_folder(wanted.data_dir))


def in_one_sentence(do: Callable[[], str]) -> int:
    """Say what was done, or in one sentence why it cannot be; return the exit code."""
    from quizgame.storage.library import LibraryError  # noqa: PLC0415

    try:
        print(do())
    except LibraryError as error:
        print(f"quizgame: {error}.", file=sys.stderr)
        return 2
    return 0
