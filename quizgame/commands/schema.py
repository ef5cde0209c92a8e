"""`quizgame packs schema`: the pack format as editors read it."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

HELP = "write the JSON Schema by which editors complete and check a pack"


def arrange(parser: ArgumentParser) -> None:
    """Say what words the command takes."""
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write it here, not to the screen"
    )


def run(wanted: Namespace) -> int:
    """Write the schema; an older one may be written over, but no file of another kind."""
    from quizgame.storage.schema import SCHEMA_NAME, schema_text  # noqa: PLC0415

    output = wanted.output
    if output is None:
        print(schema_text(), end="")
        return 0
    if output.suffix != ".json":
        print(f"quizgame: a schema's name ends in .json, as {SCHEMA_NAME} does", file=sys.stderr)
        return 2
    if output.exists() and SCHEMA_NAME not in output.read_text(encoding="utf-8"):
        print(f"quizgame: {output} holds something else; name another file", file=sys.stderr)
        return 2
    output.write_text(schema_text(), encoding="utf-8")
    print(f"{output}: the pack format for editors; keep it beside your packs as {SCHEMA_NAME}")
    return 0
