"""`quizgame packs search`: what a catalogue has."""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from quizgame.commands import fetching
from quizgame.commands.own import library_of, progress_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.storage.catalogue import Entry

HELP = "look for packs in a catalogue"


def arrange(parser: ArgumentParser) -> None:
    """Say what words the command takes."""
    parser.add_argument(
        "words", nargs="*", metavar="WORD", help="words to look for; without any, all packs"
    )
    fetching.arrange_catalogue(parser)


def run(wanted: Namespace) -> int:
    """List the packs that hold all words."""
    return fetching.in_one_sentence(lambda: _search(wanted))


def _search(wanted: Namespace) -> int:
    from quizgame.services import catalogues  # noqa: PLC0415
    from quizgame.storage.library import Place  # noqa: PLC0415

    opened = fetching.catalogue_of(wanted)
    library, progress = library_of(wanted), progress_of(wanted)
    shown = list(catalogues.as_shown(opened.catalogue.entries, library, progress))
    progress.close()
    installed = {one.face.id: one.face for one in library.packs(Place.ON, Place.OFF) if one.face}
    entries = catalogues.found(shown, wanted.words)
    for entry in entries:
        for line in _lines(entry, catalogues.beside(entry, installed)):
            print(line)
    if not entries:
        print("quizgame: nothing found", file=sys.stderr)
    return 0


def _lines(entry: "Entry", beside: str) -> "Iterator[str]":
    from quizgame.services.catalogues import unreadable  # noqa: PLC0415
    from quizgame.services.installing import told_size  # noqa: PLC0415

    said = (entry.kind, entry.language, entry.licence, told_size(entry.size))
    facts = ", ".join(fact for fact in said if fact)
    yield f"{entry.id} {entry.version}  {entry.title}  ({facts})"
    if entry.tagline:
        yield f"    {entry.tagline}"
    if entry.notes:
        yield f"    content notes: {', '.join(entry.notes)}"
    if beside:
        yield f"    {beside}"
    if unreadable(entry):
        yield f"    {unreadable(entry)}"
