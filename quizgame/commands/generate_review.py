"""`quizgame generate review`: the facts of a draft beside their article, to keep or reject."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands.own import progress_of

if TYPE_CHECKING:
    from quizgame.generate.article import Article
    from quizgame.generate.facts import FactBook

HELP = "confirm the facts of a draft, beside the article"


def arrange(parser: ArgumentParser) -> None:
    """Say what words the command takes."""
    parser.add_argument("folder", type=Path, help="the folder of the draft")
    parser.add_argument(
        "--source",
        type=Path,
        metavar="FILE",
        help="the article; otherwise it is looked for in the folder and beside it",
    )


def run(wanted: Namespace) -> int:
    """Open the window on the facts; 1 when their file needs a fix, 2 when it cannot be done."""
    from quizgame.generate.folder import FILE, article_of, opened  # noqa: PLC0415

    folder = wanted.folder
    if folder.name == FILE:
        folder = folder.parent
    book, issues = opened(folder)
    if issues:
        print(*issues, sep="\n", file=sys.stderr)
        print(f"quizgame: mend {folder / FILE} first; nothing in it was changed", file=sys.stderr)
        return 1
    if book is None:
        made = f"draft one with: quizgame generate ARTICLE -o {folder}"
        return _sorry(f"there is no draft in {folder}; {made}")
    if not book.facts:
        return _sorry(f"there are no facts in {folder / FILE} to confirm")
    article, another = article_of(book, folder, wanted.source)
    if article is None:
        return _no_article(book, folder, another)
    return _open(wanted, folder, book, article)


def _sorry(sentence: str) -> int:
    print(f"quizgame: {sentence}.", file=sys.stderr)
    return 2


def _no_article(book: "FactBook", folder: Path, another: Path | None) -> int:
    if another is None:
        return _sorry(
            f"the article {book.file} is neither in {folder} nor beside it; "
            "say where it is with --source FILE"
        )
    return _sorry(
        f"{another} is not the article the facts were drafted from, or has changed since; "
        f"draft again over the same folder, which keeps what you decided: "
        f"quizgame generate {another} -o {folder}"
    )


def _open(wanted: Namespace, folder: Path, book: "FactBook", article: "Article") -> int:
    from quizgame.app import NoScreenError  # noqa: PLC0415
    from quizgame.domain.settings import Settings  # noqa: PLC0415
    from quizgame.generate.folder import FILE  # noqa: PLC0415
    from quizgame.reviewroom import Room  # noqa: PLC0415
    from quizgame.reviewwindow import keep_open  # noqa: PLC0415

    progress = progress_of(wanted)
    settings = Settings.from_saved(progress.settings())
    progress.close()
    try:
        keep_open(Room(folder, book, article), settings)
    except NoScreenError:
        file = folder / FILE
        return _sorry(f"there is no screen here to open a window on; change the states in {file}")
    return 0
