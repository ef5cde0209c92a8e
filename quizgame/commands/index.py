"""`quizgame packs index`: a catalogue over a folder of packs, for any web host to give out."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from quizgame.commands.writing import whole

HELP = "make the catalogue of a folder of packs"


def arrange(parser: ArgumentParser) -> None:
    """Say what words the command takes."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the .quizpack files lie")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="where to write it, beside the packs or above them; if left out, FOLDER/index.json",
    )


def run(wanted: Namespace) -> int:
    """Write the index, and tell what is left out of it."""
    from quizgame.services.indexing import indexed  # noqa: PLC0415
    from quizgame.storage.catalogue import NAME, written  # noqa: PLC0415
    from quizgame.storage.filenames import BUILT  # noqa: PLC0415

    folder, output = wanted.folder, wanted.output or wanted.folder / NAME
    if not folder.is_dir():
        print(f"quizgame: there is no folder {folder}", file=sys.stderr)
        return 2
    if output.suffix != ".json":
        print(f"quizgame: the catalogue's name must end in .json, not {output}", file=sys.stderr)
        return 2
    made = indexed(folder, output)
    for told in (*made.troubles, *made.older):
        print(f"quizgame: {told}", file=sys.stderr)
    if not made.entries:
        print(f"quizgame: {folder} holds no {BUILT} that can be listed", file=sys.stderr)
        return 2
    with whole(output) as half_made:
        half_made.write_bytes(written(made.entries))
    packs = "1 pack" if len(made.entries) == 1 else f"{len(made.entries)} packs"
    print(f"{output}: {packs}; put it on the web together with the files")
    return 1 if made.troubles else 0
