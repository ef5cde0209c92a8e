"""`quizgame packs certify`: every text a player can be shown, by tier, for its author to read."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

HELP = "write every text a player can be shown, by tier"


def arrange(parser: ArgumentParser) -> None:
    """Say what words the command takes."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the pack")
    parser.add_argument("-o", "--output", type=Path, help="write the page here, not to the screen")


def run(wanted: Namespace) -> int:
    """Write the page, but never over the pack."""
    from quizgame.services.certificate import certificate  # noqa: PLC0415
    from quizgame.storage.packfile import load  # noqa: PLC0415

    path, output = wanted.file, wanted.output
    loaded = load(path)
    if loaded.draft is None:
        print(f"quizgame: {path.name} cannot be played: {loaded.refusal}.", file=sys.stderr)
        return 1
    if output is not None and output.exists() and output.samefile(path):
        print("quizgame: the page would be written over the pack itself", file=sys.stderr)
        return 2
    page = certificate(loaded.draft, loaded.sha256)
    if output is None:
        print(page, end="")
    else:
        output.write_text(page, encoding="utf-8")
        print(f"{output}: every text of {path.name} by tier; read it from top to bottom")
    return 0
