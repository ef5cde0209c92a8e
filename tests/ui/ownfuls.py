"""Views of the pages on a player's own packs and for authors, with long content."""

from collections.abc import Iterator

from quizgame.domain import views
from quizgame.domain.authorviews import TroubleRow, TroubleView
from quizgame.domain.libraryviews import (
    AwayRow,
    FileRow,
    FindView,
    FolderRow,
    OfferView,
    RefusedView,
)
from tests.ui import reviewfuls

DOTTED = "•••••••• " * 12
LONG = "the-hound-of-the-baskervilles-and-other-stories-of-the-moor-2026-11-25.quizpack"
ROWS = (
    TroubleRow(
        "Q140",
        "error",
        57,
        "no tier is called 'act2'",
        "Did you mean 'act-2'?",
        "    tier: act2",
        10,
        4,
    ),
    TroubleRow(
        "Q150",
        "error",
        88,
        "this repeats the one on line 87",
        "Make them differ.",
        "      - ••••••••",
        8,
        8,
    ),
    TroubleRow(
        "Q204",
        "warning",
        1293,
        "a word of the text takes for granted what only a fact of a later tier makes true",
        "Reword the text, or put the fact that may be known here into 'mentions'.",
        f"    stem: {DOTTED}",
        70,
        8,
    ),
)
FIND = FindView(
    folder="/home/mina/Downloads",
    above="/home/mina",
    places=tuple(FolderRow(n, n) for n in ("Downloads", "Documents", "Desktop", "Home")),
    folders=(FolderRow("film club", "f"), FolderRow("pictures of the long evening", "g")),
    files=(FileRow("riding-hood.quizpack", "a", ""), FileRow(LONG, "b", "a folder")),
    away=(AwayRow("dracula", "Dracula", "put away"),),
)
OFFER = OfferView(
    file=LONG,
    title="Little Red Riding Hood",
    byline="Book · 1697 · A walk in the woods",
    colours=("#14384f", "#5fc7b2"),
    facts=(
        ("Made by", "The film club of Busan, Min-ji Han, and a dozen friends of theirs"),
        ("Licence", "CC-BY-4.0"),
        ("Language", "English"),
        ("Version", "1.2"),
        ("Size", "0.1 MB"),
        ("Fingerprint", " ".join(["8288c6e7"] * 8)),
    ),
    notes=("Violence", "Wolves", "The loss of a grandmother"),
    told=("It takes the place of version 1.1. Your progress is kept.",),
    yes="Update it",
)


def every_page() -> Iterator[tuple[str, views.View]]:
    """Yield each page by name."""
    yield "trouble", TroubleView("lantern.yaml", ROWS, 0, dotted=True, playable=41, cards=43)
    yield "trouble-much", TroubleView(LONG, ROWS * 4, 12, dotted=False, playable=0, cards=43)
    yield "trouble-none", TroubleView("lantern.yaml", (), 0, dotted=True, playable=43, cards=43)
    yield "find", FIND
    yield "find-nothing", FindView("/home/mina", "", (FolderRow("Home", "h"),), (), ())
    yield "offer", OFFER
    yield from reviewfuls.every_page()
    yield (
        "refused",
        RefusedView(
            "moor.quizpack",
            (
                'A name in the zip leads out of the pack: "../../.bashrc"; make the zip again, '
                "with pack.yaml at its root.",
            ),
        ),
    )
