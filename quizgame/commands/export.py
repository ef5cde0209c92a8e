"""`quizgame packs export`: a pack's questions for other programs, up to a tier."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands.writing import whole
from quizgame.exchange import FORMS

if TYPE_CHECKING:
    from quizgame.domain.tiers import Ladder

HELP = "take a pack's questions out, up to a tier, for other programs"


def arrange(parser: ArgumentParser) -> None:
    """Say what words the command takes."""
    parser.add_argument("file", type=Path, metavar="PACK", help="the pack")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="write it here"
    )
    parser.add_argument("--to", dest="form", choices=FORMS, required=True, help="the format")
    upto = parser.add_mutually_exclusive_group()
    upto.add_argument(
        "--tier", help="up to this tier, by its id or its label; the lowest if you leave it out"
    )
    upto.add_argument("--all", action="store_true", help="up to the end of the story")


def run(wanted: Namespace) -> int:
    """Write what a person at the tier may see, never over a file; nothing else is looked at."""
    from quizgame.domain.gate import cut  # noqa: PLC0415
    from quizgame.exchange.outward import FORMATS, take_out  # noqa: PLC0415
    from quizgame.storage.packfile import load  # noqa: PLC0415

    path, output = wanted.file, wanted.output
    loaded = load(path)
    if loaded.pack is None:
        print(f"quizgame: {path.name} cannot be played: {loaded.refusal}", file=sys.stderr)
        return 1
    ladder = loaded.pack.face.ladder
    names = [tier.id for tier in ladder.tiers]
    tier = None if wanted.tier is None else _tier(wanted.tier, ladder)
    if tier is None and wanted.tier is not None:
        print(f"quizgame: no tier is called so; there are {', '.join(names)}", file=sys.stderr)
        return 2
    if output.exists():
        print(f"quizgame: {output} is there already; name another with -o", file=sys.stderr)
        return 2
    deck = cut(loaded.pack, ladder.top if wanted.all else ladder.watch_point(tier))
    label = deck.face.ladder[deck.watch_point].label
    taken = take_out(deck, wanted.form)
    for told in taken.told:
        print(told)
    if not taken.written:
        print(f"quizgame: {path.name} has no card for {FORMATS[wanted.form].name} up to '{label}'")
        return 1
    with whole(output) as half_made:
        half_made.write_text(taken.text, encoding="utf-8", newline="")
    cards = "1 card" if taken.written == 1 else f"{taken.written} cards"
    print(f"{output}: {cards} up to '{label}', {len(taken.told)} left out")
    print(
        f"Beware: {FORMATS[wanted.form].name} keeps no tiers and no content notes. Whoever is "
        "given this file can read all of it at once, so give it only to people who have come as "
        f"far as '{label}'."
    )
    return 0


def _tier(said: str, ladder: "Ladder") -> str | None:
    """Return the id of the tier that has this id, or else this label, whatever its case."""
    if any(said == tier.id for tier in ladder.tiers):
        return said
    wanted = said.strip().casefold()
    return next((tier.id for tier in ladder.tiers if tier.label.casefold() == wanted), None)
