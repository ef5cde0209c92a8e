"""`quizgame packs check`: every fault, leak and flaw of a pack, told to its author."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from quizgame.commands.article import texts_of

HELP = "name every fault, leak and flaw of a pack, with its place"


def arrange(parser: ArgumentParser) -> None:
    """Say what words the command takes."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a pack to check")
    parser.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="how it is told: for people, for programs, or as notes on a pull request",
    )
    parser.add_argument("--explain", metavar="CODE", help="tell what a code means")
    parser.add_argument(
        "--source",
        type=Path,
        metavar="FILE",
        help="the article that the cards cite: see whether it still says what they rest on",
    )
    parser.add_argument("--why", metavar="CARD", help="tell why a card stands at its tier")


def run(wanted: Namespace) -> int:
    """Check the files, or tell what was asked about a code or a card."""
    if wanted.explain:
        return _explain(wanted.explain)
    if not wanted.files:
        print("quizgame packs check: name a pack file, or a code with --explain", file=sys.stderr)
        return 2
    return _why(wanted) if wanted.why else _check(wanted)


def _check(wanted: Namespace) -> int:
    """Print the report; 2 when a file cannot be opened, 1 when there is an error, else 0."""
    from quizgame.services import checking  # noqa: PLC0415
    from quizgame.storage.paths import PACKS, user_data_folder  # noqa: PLC0415
    from quizgame.storage.progress import Progress  # noqa: PLC0415

    explainer = None
    if wanted.source:
        explainer = texts_of(wanted.source)
        if explainer is None:
            return 2
    folder = user_data_folder(wanted.data_dir)
    progress = Progress.beside(folder)
    checked = checking.check(wanted.files, progress, packs=folder / PACKS, explainer=explainer)
    progress.close()
    for line in checking.told(checked, wanted.format):
        print(line)
    if any(one.missing for one in checked):
        return 2
    return 1 if any(one.errors for one in checked) else 0


def _explain(code: str) -> int:
    from quizgame.services import checking  # noqa: PLC0415

    lines = checking.explained(code)
    print("\n".join(lines) or f"quizgame: there is no code {code}; codes look like Q201")
    return 0 if lines else 2


def _why(wanted: Namespace) -> int:
    from quizgame.services import checking  # noqa: PLC0415
    from quizgame.storage.meant import did_you_mean  # noqa: PLC0415

    checked = checking.check(wanted.files)
    lines = [line for one in checked if one.draft for line in checking.why(one.draft, wanted.why)]
    if lines:
        print("\n".join(lines))
        return 0
    told = [one.summary() for one in checked if one.draft is None]
    ids = [card.card.id for one in checked if one.draft for card in one.draft.cards]
    near = did_you_mean(wanted.why, ids)
    none = f"no card that can be played is called {wanted.why}{near and f'; {near}'}"
    print(*told, none, sep="\n", file=sys.stderr)
    return 2
