"""`quizgame packs list`: every pack there is."""

from argparse import ArgumentParser, Namespace

from quizgame.commands.own import library_of, progress_of

HELP = "list all packs: those that ship, your own, those put away and removed"


def arrange(parser: ArgumentParser) -> None:
    """Take no words."""


def run(wanted: Namespace) -> int:
    """Print the table."""
    from quizgame.services.packlist import listed  # noqa: PLC0415

    progress = progress_of(wanted)
    for line in listed(library_of(wanted), progress):
        print(line)
    progress.close()
    return 0
