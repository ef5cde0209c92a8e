"""`quizgame packs show`: what may be said of one pack."""

import sys
from argparse import Namespace

from quizgame.commands.own import arrange_id, library_of, progress_of

HELP = "tell what a pack is, without giving anything away"
arrange = arrange_id


def run(wanted: Namespace) -> int:
    """Print it."""
    from quizgame.services.packlist import shown  # noqa: PLC0415
    from quizgame.storage.refused import printable  # noqa: PLC0415

    library = library_of(wanted)
    found = library.find(wanted.id)
    if found is None:
        told = f"no pack has the id '{printable(wanted.id)}'; see: quizgame packs list"
        print(f"quizgame: {told}", file=sys.stderr)
        return 2
    progress = progress_of(wanted)
    for line in shown(found, library, progress):
        print(line)
    progress.close()
    return 0
