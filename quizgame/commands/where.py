"""`quizgame packs where`: the folders in which packs lie."""

from argparse import ArgumentParser, Namespace

from quizgame.commands.own import library_of

HELP = "tell in which folders packs lie"


def arrange(parser: ArgumentParser) -> None:
    """Take no words."""


def run(wanted: Namespace) -> int:
    """Print the folders."""
    from quizgame.storage.library import Place  # noqa: PLC0415

    library = library_of(wanted)
    for place in Place:
        folder = library.folder_of(place)
        missing = "" if folder and folder.is_dir() else "  (not there yet)"
        print(f"{place.value:20}{folder}{missing}")
    return 0
