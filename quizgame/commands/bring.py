"""`quizgame packs import`: questions of other programs as a draft pack."""

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from quizgame.exchange import SORTS

HELP = "bring questions of other programs in as a draft pack"
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_YAML = {".yaml", ".yml"}


def arrange(parser: ArgumentParser) -> None:
    """Say what words the command takes."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the questions")
    parser.add_argument(
        "--from", dest="sort", choices=SORTS, help="what sort of file it is; otherwise it is told"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="PACK.yaml", help="write the pack here"
    )
    parser.add_argument("--title", help="the story's title; the file's name if you leave it out")
    parser.add_argument("--kind", type=_kind, default="film", help="what kind of story it is")
    parser.add_argument(
        "--language", type=_language, default="und", help="the language, such as en or ko"
    )


def run(wanted: Namespace) -> int:
    """Write the draft, never over a file, and tell what could not be carried."""
    from quizgame.exchange import inward  # noqa: PLC0415
    from quizgame.exchange.filebytes import read_bytes  # noqa: PLC0415
    from quizgame.exchange.found import CannotRead  # noqa: PLC0415
    from quizgame.exchange.plaintext import legible  # noqa: PLC0415

    name = legible(wanted.file.name) or "the file"
    output = wanted.output or Path(f"{wanted.file.stem}.yaml")
    if output.suffix.casefold() not in _YAML:
        print(f"quizgame: the pack must end in .yaml, and {output} does not", file=sys.stderr)
        return 2
    if output.exists():
        print(f"quizgame: {output} is there already; name another with -o", file=sys.stderr)
        return 2
    try:
        brought = inward.bring(read_bytes(wanted.file), name, wanted.sort, wanted.kind)
        text = inward.draft(brought, name, wanted.title or "", wanted.kind, wanted.language)
    except CannotRead as reason:
        print(f"quizgame: {name} cannot be brought in: {reason}", file=sys.stderr)
        return 2
    for line in inward.report(brought, name):
        print(line)
    if not brought.cards:
        print(f"{name}: nothing could be carried, so no pack is written")
        return 1
    with output.open("x", encoding="utf-8", newline="\n") as written:
        written.write(text)
    print(f"{output}: a draft; all its cards stand at the last tier until you give them theirs")
    return 0


def _kind(text: str) -> str:
    from quizgame.exchange.packtext import KINDS  # noqa: PLC0415

    if text not in KINDS:
        message = f"there is no kind '{text}'; there are {', '.join(KINDS)}"
        raise ArgumentTypeError(message)
    return text


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        message = f"{text} is no language; write it as en or ko-KR"
        raise ArgumentTypeError(message)
    return text
