"""`quizgame packs upgrade`: later versions of what is installed, once the player agrees."""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from quizgame.commands import fetching
from quizgame.commands.own import library_of, progress_of

if TYPE_CHECKING:
    from quizgame.services.catalogues import OpenedCatalogue
    from quizgame.storage.catalogue import Entry
    from quizgame.storage.library import Library

HELP = "bring installed packs up to what a catalogue has"


def arrange(parser: ArgumentParser) -> None:
    """Say what words the command takes."""
    parser.add_argument(
        "ids", nargs="*", metavar="ID", help="only these packs; without any, all you have"
    )
    parser.add_argument("--yes", action="store_true", help="change them without asking")
    fetching.arrange_catalogue(parser)


def run(wanted: Namespace) -> int:
    """Tell what would change, ask, and change it."""
    return fetching.in_one_sentence(lambda: _upgrade(wanted))


def _upgrade(wanted: Namespace) -> int:
    from quizgame.commands.install import agreed  # noqa: PLC0415
    from quizgame.services import catalogues  # noqa: PLC0415
    from quizgame.services.sequels import hidden  # noqa: PLC0415
    from quizgame.storage.library import Place  # noqa: PLC0415

    library = library_of(wanted)
    faces = (one.face for one in library.packs(Place.ON))
    installed = {face.id: face for face in faces if face}
    opened = fetching.catalogue_of(wanted)
    steps, told = catalogues.upgrades(opened.catalogue, installed, wanted.ids)
    progress = progress_of(wanted)
    for step in steps:
        told += step.told(hidden=hidden(step.entry, library, progress))
    progress.close()
    for line in told:
        print(line)
    if not steps:
        print("Nothing is to be changed.")
        return 0
    if not wanted.yes and not agreed("Change these packs? [y/N] "):
        print("Nothing was changed.")
        return 0 if sys.stdin.isatty() else 2
    # A pack that cannot be had keeps no other from its turn.
    return max(_change(wanted, opened, step.entry, library) for step in steps)


def _change(
    wanted: Namespace, opened: "OpenedCatalogue", entry: "Entry", library: "Library"
) -> int:
    from quizgame.commands.install import keep, made_ready  # noqa: PLC0415

    def change() -> int:
        with fetching.by_entry(wanted, opened, entry) as path:
            planned = made_ready(path, wanted, library, entry)
            return planned if isinstance(planned, int) else keep(planned, library)

    return fetching.in_one_sentence(change)
