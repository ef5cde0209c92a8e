"""The word that every command on a player's own files takes: which folder they lie in."""

from argparse import SUPPRESS, ArgumentParser
from pathlib import Path


def arrange_folder(parser: ArgumentParser) -> None:
    """Let the player's folder be named behind a command as well as before it."""
    parser.add_argument(
        "--data-dir",
        type=Path,
        default=SUPPRESS,
        metavar="FOLDER",
        help="where your packs and progress are kept, in place of the usual folder",
    )
