"""`quizgame packs import`: questions of other programs as a draft pack."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from quizgame.commands.writing import whole
from quizgame.exchange import SORTS
from quizgame.storage.filenames import SUFFIXES, TEXTS

HELP = "bring questions of other programs in as a draft pack"


def arrange(parser: ArgumentParser) -> None:
    """Say what words the command takes."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the questions")
    parser.add_argument(
        "--from",
        dest="sort",
        choices=SORTS,
        help="what sort of file it is; if you leave it out, quizgame finds out by itself",
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
    if _is_pack(wanted.file):
        told = f"{name} is a pack already; to look at it: quizgame packs check {name}"
        print(f"quizgame: {told}", file=sys.stderr)
        return 2
    output = wanted.output or Path(f"{wanted.file.stem}.yaml")
    if output.suffix.casefold() not in TEXTS:
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
    with whole(output) as half_made:
        half_made.write_text(text, encoding="utf-8", newline="\n")
    print(f"{output}: a draft; all its cards stand at the last tier until you give them theirs")
    return 0


def _is_pack(path: Path) -> bool:
    """Tell whether a file is of quizgame's own format, sound or not."""
    from quizgame.storage.packfile import load  # noqa: PLC0415

    named = path.suffix.casefold() in SUFFIXES and path.is_file()
    return named and load(path).total_cards > 0


def _kind(text: str) -> str:
    from quizgame.exchange.packtext import KINDS  # noqa: PLC0415

    if text not in KINDS:
        message = f"there is no kind '{text}'; there are {', '.join(KINDS)}"
        raise ArgumentTypeError(message)
    return text


def _language(text: str) -> str:
    from quizgame.domain import languages  # noqa: PLC0415
    from quizgame.storage.forms import LANGUAGE  # noqa: PLC0415

    if not (LANGUAGE.pattern.fullmatch(text) and languages.is_code(text)):
        message = f"{text} is no code of a language; {languages.mend(text)}"
        raise ArgumentTypeError(message)
    return text
