"""`quizgame generate`: an article about a story becomes facts, and confirmed facts become cards."""

import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands import generate_model, generate_render, generate_review

if TYPE_CHECKING:
    from quizgame.domain.tiers import Ladder
    from quizgame.generate.facts import FactBook
    from quizgame.generate.modeljoining import Desk

HELP = "make a question pack from an article about a story"
DRAFT = "draft"
DRAFT_HELP = "draft facts from an article; 'generate ARTICLE -o DIR' does the same"
STEPS = {"review": generate_review, "render": generate_render}
"""The steps after the draft, each with HELP, arrange and run."""


def spelt_out(words: Sequence[str]) -> list[str]:
    """Return the words of a command with the step that 'generate ARTICLE' leaves out."""
    said = list(words)
    at = said.index("generate") + 1 if "generate" in said else len(said)
    if at < len(said) and said[at] not in {DRAFT, *STEPS, "-h", "--help"}:
        said.insert(at, DRAFT)
    return said


def arrange(parser: ArgumentParser) -> None:
    """Add every step; what was asked for is then in `run`."""
    steps: _SubParsersAction[ArgumentParser] = parser.add_subparsers(
        dest="step", required=True, metavar="step"
    )
    draft = steps.add_parser(DRAFT, help=DRAFT_HELP, description=DRAFT_HELP)
    arrange_draft(draft)
    draft.set_defaults(run=run)
    for name, step in STEPS.items():
        words = steps.add_parser(name, help=step.HELP, description=step.HELP)
        step.arrange(words)
        words.set_defaults(run=step.run)


def arrange_draft(parser: ArgumentParser) -> None:
    """Say what words the first step takes."""
    parser.add_argument(
        "explainer", type=Path, help="the article: a text, Markdown or a saved web page"
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help="the folder of the draft"
    )
    parser.add_argument(
        "--ladder",
        metavar="NAME|FILE",
        default="",
        help="the tiers: film, book, or a file with 'tiers' such as a pack; "
        "otherwise by the article's headings",
    )
    generate_model.arrange(parser)


def run(wanted: Namespace) -> int:
    """Draft the facts, over what is in the folder already."""
    from quizgame.generate.drafting import draft  # noqa: PLC0415
    from quizgame.generate.folder import FILE, opened  # noqa: PLC0415
    from quizgame.generate.ladders import climb  # noqa: PLC0415
    from quizgame.generate.merging import decided_names  # noqa: PLC0415
    from quizgame.generate.modeljoining import Desk  # noqa: PLC0415
    from quizgame.generate.reading import is_english, read  # noqa: PLC0415

    explainer, folder = wanted.explainer, wanted.output
    if folder.exists() and not folder.is_dir():
        return _sorry(f"{folder} is a file; name a folder for the draft")
    if objection := generate_model.refused_beforehand(wanted):
        return _sorry(objection)
    reading = read(explainer.read_bytes(), explainer.name)
    for remark in reading.remarks:
        print(f"quizgame: {remark}", file=sys.stderr)
    if reading.article is None:
        return 2
    if not is_english(reading.article):
        return _sorry(f"{explainer.name} does not seem to be in English; only that can be drafted")
    old, issues = opened(folder)
    if issues:
        print(*issues, sep="\n", file=sys.stderr)
        print(f"quizgame: nothing was drafted; mend {folder / FILE} first", file=sys.stderr)
        return 1
    ladder = _ladder(wanted.ladder)
    if isinstance(ladder, int):
        return ladder
    chosen = climb(reading.article, ladder or (old.ladder if old else ""))
    known = decided_names(old, chosen.ladder) if old else ()
    drafted = draft(reading.article, chosen, explainer.name, known)
    return _keep(wanted, Desk(reading.article, chosen, drafted, old))


def _keep(wanted: Namespace, desk: "Desk") -> int:
    """Write the draft, with what a model proposed if there is one, over what a person did."""
    from quizgame.generate.folder import FILE, keep  # noqa: PLC0415
    from quizgame.generate.merging import merged  # noqa: PLC0415

    old, folder = desk.old, wanted.output

    def ready(book: "FactBook") -> "FactBook":
        return merged(old, book) if old else book

    outcome = generate_model.with_model(wanted, desk, lambda: keep(ready(desk.book), folder))
    if not outcome.book.facts and old is None and not (folder / FILE).exists():
        return _sorry(f"no facts were found in {wanted.explainer.name}; nothing was written")
    book = ready(outcome.book)
    changed = keep(book, folder)
    _tell(book, folder / FILE, changed=changed)
    return outcome.code


def _sorry(sentence: str) -> int:
    print(f"quizgame: {sentence}.", file=sys.stderr)
    return 2


def _ladder(wanted: str) -> "Ladder | str | int":
    """Return the ladder asked for, its name, or an exit code when it cannot be read."""
    from quizgame.generate.ladderfile import read_ladder_file  # noqa: PLC0415
    from quizgame.generate.ladders import STANDARD  # noqa: PLC0415

    if wanted in {"", *STANDARD}:
        return wanted
    path = Path(wanted)
    if not path.exists():
        names = ", ".join(STANDARD)
        return _sorry(f"there is no ladder and no file called {wanted}; ladders are {names}")
    ladder, issues = read_ladder_file(path.read_bytes(), path.name)
    if ladder is None:
        print(*issues, sep="\n", file=sys.stderr)
        return 1
    return ladder


def _tell(book: "FactBook", path: Path, *, changed: bool) -> None:
    states = [fact.state for fact in book.facts]
    counted = ", ".join(
        f"{states.count(state)} {state}"
        for state in ("proposed", "confirmed", "rejected")
        if states.count(state)
    )
    told = "" if changed else " (as before)"
    print(f"{path}: {len(book.names)} names; facts: {counted or 'none'}{told}")
    if book.ledger:
        print(f"{len(book.ledger)} in the ledger: told in two ways, so no card is made of them")
    if "proposed" in states:
        print(f"Next: quizgame generate review {path.parent}, or write confirmed or rejected in it")
    elif "confirmed" in states:
        print(f"Next: quizgame generate render {path.parent} -o my-pack.yaml")
