"""`quizgame packs install`: a pack is added, once the player has seen what it is."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands import fetching
from quizgame.commands.own import library_of, progress_of

if TYPE_CHECKING:
    from quizgame.services.installing import Plan
    from quizgame.storage.catalogue import Entry
    from quizgame.storage.library import Library

HELP = "add a pack from a file, a folder, an address or a catalogue"


def arrange(parser: ArgumentParser) -> None:
    """Say what words the command takes."""
    parser.add_argument(
        "pack", metavar="PACK", help="a file, a folder, an address, or an id in the catalogue"
    )
    parser.add_argument("--yes", action="store_true", help="keep it without asking")
    fetching.arrange_catalogue(parser)


def run(wanted: Namespace) -> int:
    """Tell what the pack is, ask, and keep it."""
    if fetching.is_far(wanted.pack, wanted.catalogue):
        return fetching.install(wanted, offer)
    return offer(Path(wanted.pack), wanted, None)


def offer(path: Path, wanted: Namespace, promised: "Entry | None") -> int:
    """Tell what the pack at a path is, ask, and keep it; the exit code."""
    from quizgame.services import installing  # noqa: PLC0415

    library = library_of(wanted)
    planned = made_ready(path, wanted, library, promised)
    if isinstance(planned, int):
        return planned
    for line in installing.page(planned):
        print(line)
    try:
        yes = wanted.yes or agreed("Keep this pack? [y/N] ")
    except BaseException:
        installing.forget(planned, library)
        raise
    if not yes:
        installing.forget(planned, library)
        print("Nothing was kept.")
        return 0 if sys.stdin.isatty() else 2
    return keep(planned, library)


def made_ready(
    path: Path, wanted: Namespace, library: "Library", promised: "Entry | None"
) -> "Plan | int":
    """Return a pack made ready, or the exit code after saying why it is not installed.

    What came from a catalogue is to be the pack that it promised.
    """
    from quizgame.services import installing  # noqa: PLC0415
    from quizgame.storage.refused import Refusal, printable  # noqa: PLC0415

    progress = progress_of(wanted)
    planned = installing.plan(path, library, progress)
    progress.close()
    if isinstance(planned, Refusal):
        name = promised.id if promised else printable(Path(wanted.pack).name)
        hint = "" if promised else _if_an_id(wanted.pack)
        print(f"quizgame: {name} is not installed: {planned}{hint}.", file=sys.stderr)
        return 2 if promised else 1
    if promised and (told := fetching.broken_promise(promised, planned)):
        installing.forget(planned, library)
        print(f"quizgame: {told}", file=sys.stderr)
        return 2
    return planned


def _if_an_id(pack: str) -> str:
    """Return where to look for what seems to be the id of a pack and no file."""
    from quizgame.storage.forms import ID  # noqa: PLC0415

    if not ID.pattern.fullmatch(pack) or Path(pack).exists():
        return ""
    return f"; to get it from a catalogue: quizgame packs install {pack} --catalogue ADDRESS"


def keep(planned: "Plan", library: "Library") -> int:
    """Install what was planned, say so, and return the exit code."""
    from quizgame.services import installing  # noqa: PLC0415
    from quizgame.storage.refused import Refusal  # noqa: PLC0415

    kept = installing.keep(planned, library)
    if isinstance(kept, Refusal):
        print(f"quizgame: {kept}.", file=sys.stderr)
        return 2
    already = " already" if planned.standing is installing.Standing.THE_SAME else ""
    print(f"{kept.id} is on the shelf{already}.")
    if kept.put_aside:
        print(f"The version before is kept; bring it back with: quizgame packs restore {kept.id}")
    return 0


def agreed(question: str) -> bool:
    """Return what the player says; where nobody can be asked, no."""
    if not sys.stdin.isatty():
        print("quizgame: nobody is here to be asked; say --yes instead", file=sys.stderr)
        return False
    try:
        return input(question).strip().casefold() in {"y", "yes"}
    except EOFError:
        print()
        return False
