"""`quizgame packs build`: one file to hand on, the same bytes on every machine."""

import hashlib
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from quizgame.commands.writing import whole

HELP = "make the one file of a pack that you can hand on"


def arrange(parser: ArgumentParser) -> None:
    """Say what words the command takes."""
    parser.add_argument("pack", type=Path, metavar="PACK", help="a file or folder with a pack")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        help="the file to make; if you leave it out, the pack's id with .quizpack",
    )


def run(wanted: Namespace) -> int:
    """Check the pack and build it."""
    from quizgame.services import checking  # noqa: PLC0415
    from quizgame.storage.filenames import BUILT, file_stem  # noqa: PLC0415
    from quizgame.storage.refused import PackRefusedError  # noqa: PLC0415

    (checked,) = checking.check([wanted.pack])
    if checked.errors or checked.draft is None:
        for line in checking.told([checked], "text"):
            print(line)
        print("quizgame: mend the errors first; nothing was built", file=sys.stderr)
        return 1
    output = wanted.output or Path(f"{file_stem(checked.draft.pack.face.id)}{BUILT}")
    if output.exists() and output.samefile(wanted.pack):
        # What was built may be built again, but an author's own zip is the author's.
        print("quizgame: the pack would be written over itself; name another file", file=sys.stderr)
        return 2
    try:
        return _build(wanted.pack, output)
    except PackRefusedError as error:
        print(f"quizgame: {wanted.pack}: {error.refusal}; nothing was built", file=sys.stderr)
        return 1


def _build(path: Path, output: Path) -> int:
    from quizgame.storage.archive import open_pack  # noqa: PLC0415
    from quizgame.storage.packbuild import build  # noqa: PLC0415
    from quizgame.storage.refused import printable  # noqa: PLC0415

    with whole(output) as half_made, half_made.open("wb") as file:
        built = build(open_pack(path), file)
    data = output.read_bytes()
    held = "1 picture or sound" if built.files == 1 else f"{built.files} pictures and sounds"
    pictures = f", {held}" if built.files else ""
    sha256 = hashlib.sha256(data).hexdigest()
    print(f"{output}: {len(data):,} bytes{pictures}, sha256 {sha256}")
    _remind(output, sha256)
    for name in built.left_out:
        print(f'  left out, for nothing names it: "{printable(name)}"')
    return 0


def _remind(output: Path, sha256: str) -> None:
    """Say so where the catalogue beside a file does not list it as it is now."""
    from quizgame.storage.catalogue import NAME, NoCatalogueError, read  # noqa: PLC0415

    index = output.with_name(NAME)
    try:
        entries = read(index.read_bytes()).entries
    except (OSError, NoCatalogueError):
        return
    if sha256 not in {entry.sha256 for entry in entries}:
        renew = f"quizgame packs index {output.parent}"
        print(f"{index} is out of date now; renew it with: {renew}")
