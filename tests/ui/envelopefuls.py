"""Views of the pages of predictions, with long content."""

from collections.abc import Iterator
from dataclasses import replace

from quizgame.domain import rules, views
from quizgame.domain.envelopeviews import (
    EnvelopeRow,
    EnvelopesView,
    Foretelling,
    OpeningView,
    OtherRow,
    SealedView,
    SealView,
)
from quizgame.domain.tags import TierTag

TITLE = "The Lighthouse Keeper"
STEM = "Where will the keeper be when the last boat leaves the island?"
LONG_STEM = (
    "When the storm is over and the boat comes back across the sound for those who have waited, "
    "who of the four will be the one to hold the lamp up on the pier?"
)
OPTIONS = ("On the boat", "At the top of the tower", "In the village", "Under the pier")
LONG_OPTIONS = (
    "The keeper, who has promised it to all of them",
    "The girl from the inn, though nobody has asked her",
    "Somebody whom the others have never met before",
    "None of them: it is the wind that carries it there",
    "The captain, with the key that was lost in the water",
    "The two brothers, who take turns until it is light",
)
WHY = "The last boat waits for the light, and somebody has to keep it burning until then."
LONG_WHY = (
    "All night long the lamp has been handed from one to the other, and when the wind drops it is "
    "the only one who never asked for it that still has it in hand. What was a burden at the "
    "beginning has turned into the one thing that nobody would give up again."
)
TIER = TierTag("Until midnight", 1, 4)
DAY = "26 November 2026"
ROWS = (
    EnvelopeRow("a", STEM, "ripe", f"Sealed on {DAY}"),
    EnvelopeRow("b", LONG_STEM, "blank"),
    EnvelopeRow("c", "What will the sea bring back?", "blank"),
    EnvelopeRow("d", "Who rings the bell in the fog?", "sealed", f"Sealed on {DAY}"),
    EnvelopeRow("e", LONG_STEM, "sealed", "Sealed on 3 September 2026"),
    EnvelopeRow("f", "Will the lamp go out before dawn?", "right", "+400"),
    EnvelopeRow("g", STEM, "wrong", "+0"),
    EnvelopeRow("h", "Which of the two letters is read first?", "void", "+0"),
)
SEAL = SealView(
    pack_title=TITLE,
    card_id="a",
    stem=STEM,
    category="The island",
    tier=TIER,
    worth=400,
    options=OPTIONS,
    stakes=rules.prediction_stakes(),
)
TOLD = Foretelling(
    choice=OPTIONS[1],
    sure="Sure",
    right=OPTIONS[1],
    ending="right",
    earned="+400",
    why=WHY,
    cited="From the explainer: “Who keeps the light?”, paragraph 4",
    others=(
        OtherRow("Mina", 1, OPTIONS[0], "I think so", "wrong"),
        OtherRow("Joon", 2, OPTIONS[1], "A guess", "right"),
    ),
)
OPENING = OpeningView(TITLE, "a", STEM, DAY, "next", more=2)
MUCH = Foretelling(
    choice=LONG_OPTIONS[3],
    sure="I think so",
    right=LONG_OPTIONS[2],
    ending="wrong",
    earned="−50",
    why=LONG_WHY,
    cited="From the explainer.",
    others=tuple(
        OtherRow(name, n, LONG_OPTIONS[n], "A guess", "right" if n == 2 else "wrong")
        for n, name in enumerate(("Wilhelmina Featherstonehaugh", "민희", "Ok", "Player 4"))
    ),
)


def every_page() -> Iterator[tuple[str, views.View]]:
    """Yield each page by name."""
    yield "envelopes", EnvelopesView(TITLE, ROWS, 400)
    yield "envelopes-few", EnvelopesView(TITLE, (ROWS[2], ROWS[3]))
    yield "envelopes-none", EnvelopesView(TITLE, ())
    yield "seal", SEAL
    yield "seal-ready", replace(SEAL, chosen=1, stake="think")
    yield "seal-much", replace(SEAL, stem=LONG_STEM, options=LONG_OPTIONS, chosen=3, stake="sure")
    yield "seal-inside", replace(SEAL, chosen=1, stake="think", sealed=DAY)
    yield "sealed", SealedView(TITLE, "a", STEM, more=True)
    yield "sealed-much", SealedView(TITLE, "a", LONG_STEM, more=False)
    yield "opening-shut", OPENING
    yield "opening-right", replace(OPENING, told=TOLD)
    yield "opening-wrong", replace(OPENING, told=replace(MUCH, others=()), onward="play")
    yield "opening-much", replace(OPENING, stem=LONG_STEM, told=MUCH, onward="list")
    void = replace(TOLD, ending="void", earned="+0", others=())
    yield "opening-void", replace(OPENING, told=void)
