"""`quizgame packs verify`: whether an article still says what the cards of a pack rest on."""

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands.article import texts_of

if TYPE_CHECKING:
    from quizgame.generate.verifying import Checked

HELP = "tell which cards' evidence still stands in the article they were made from"


def arrange(parser: ArgumentParser) -> None:
    """Say what words the command takes."""
    parser.add_argument("file", type=Path, metavar="PACK", help="the pack")
    parser.add_argument(
        "--source", type=Path, required=True, metavar="FILE", help="the article as it is now"
    )
    parser.add_argument(
        "--before",
        type=Path,
        metavar="FILE",
        help="the article as it was; changed paragraphs are then told more surely",
    )


def run(wanted: Namespace) -> int:
    """Check every card: 0 when all evidence stands, 1 when some is stale."""
    from quizgame.generate.verifying import STALE, STATES, verify  # noqa: PLC0415
    from quizgame.storage.packfile import load  # noqa: PLC0415

    loaded = load(wanted.file)
    if loaded.draft is None:
        print(f"quizgame: {wanted.file.name} cannot be read: {loaded.refusal}.", file=sys.stderr)
        return 2
    texts = texts_of(wanted.source)
    before = texts_of(wanted.before) if wanted.before else ()
    if texts is None or before is None:
        return 2
    source = loaded.draft.pack.source
    if source is None:
        print(f"quizgame: {wanted.file.name} names no source to look into.", file=sys.stderr)
        return 2
    checked = verify(loaded.draft, texts, before)
    for one in checked:
        if one.state != "found":
            print(f"{wanted.file.name}:{one.line}: {_told(one)}")
    counts = Counter(one.state for one in checked)
    told = [f"{counts[state]} {state}" for state in STATES if counts[state]]
    print(f"{wanted.file.name}: evidence of {len(checked)} cards: {', '.join(told)}")
    return 1 if any(one.state in STALE for one in checked) else 0


def _told(one: "Checked") -> str:
    cited = f"{one.cited[0]} {one.cited[1]}" if one.cited else ""
    now = f"{one.now[0]} {one.now[1]}" if one.now else ""
    match one.state:
        case "moved":
            return f"{one.card}: moved from {cited} to {now}; mend the place in its 'source'"
        case "changed":
            return f"{one.card}: the paragraph ({cited}) has changed; read {now} and the card again"
        case "uncited":
            return f"{one.card}: cites no evidence"
        case _:
            return f"{one.card}: its evidence ({cited}) is gone; find another or drop the card"
