"""How to play, in plain words: the parts of the help page, each a heading and its lines.

A line is a (heading, sentence) pair; one without a sentence heads the part below it.
"""

from quizgame.domain import rules, views

Lines = tuple[tuple[str, str], ...]

HOW: Lines = (
    ("How it works", ""),
    (
        "The playhead",
        "Say how far you have watched or read. Nothing past that point is asked, shown, said or "
        "counted, neither in a question nor in a wrong answer.",
    ),
    (
        "Not sure how far?",
        "“Play it safe” asks only what the poster or the cover gives away.",
    ),
    (
        "Further, or back",
        "Move the playhead whenever you have gone on. Moved back, it holds for one round; say that "
        "you have only come this far, and your answers to later cards are forgotten.",
    ),
    (
        "Saved as you go",
        "Every answer is saved as you give it, so close the window whenever you like. “Continue” "
        "brings back the same card.",
    ),
    (
        "Themes to leave out",
        "Content notes, where you set the playhead, switch off what you would rather not meet.",
    ),
)
TOGETHER: Lines = (
    ("Playing together", ""),
    (
        "Pass the screen",
        "Each plays up to their own playhead, and a curtain hides the card until the next player "
        "opens it. The others see who is next, how the last answer went, and the scores.",
    ),
    (
        "Share the screen",
        "All look at once. Cards stop where the one who is least far stopped, and that counts for "
        "those who only look on, too.",
    ),
    (
        "The table",
        "Back at the curtain leads to the table: let people in or go, change how far somebody is, "
        "take an answer back, end the game.",
    ),
)
PREDICTIONS: Lines = (
    ("Predictions", ""),
    (
        "Seal one",
        "Say what you think will happen, and how sure you are. You find them where you set the "
        "playhead, and after a round. What is sealed stays as it is.",
    ),
    (
        "Open it",
        "The envelope stays shut, and counts nowhere, until you have come far enough. Then it "
        "opens before the round.",
    ),
)
ALONE: Lines = (
    ("Day by day", ""),
    (
        "Today’s cards",
        "Once a day, a few cards of each story you have begun: the same for everybody who is as "
        "far. The marks you can copy give nothing away.",
    ),
    (
        "Rehearsal",
        "Cards you have answered come back, across all stories, shortly before you would forget "
        "them. It gives no points.",
    ),
    (
        "Rating",
        "Switched on in Settings: after each rehearsed card you say how easily it came to mind, "
        "and that decides when it comes back.",
    ),
    (
        "Progress",
        "Shows how well you know the parts you have reached, and beside you the others who play "
        "here, as far as you have come.",
    ),
)
PEOPLE: Lines = (
    ("Players and packs", ""),
    (
        "Players",
        "Everybody who plays here has their own playheads, games, progress and settings. A guest "
        "leaves nothing behind.",
    ),
    (
        "Packs",
        "The stories on the shelf. “Add a pack” brings in another, or drop its file on the window; "
        "its own page puts it away or removes it.",
    ),
    (
        "A card seems wrong?",
        "Report it after you have answered: that is kept on this machine, and shown to whoever "
        "checks the pack here.",
    ),
)


def scoring() -> Lines:
    """Return how a round of one's own is scored."""
    return (("A round and its points", ""), *rules.help_lines())


def whole() -> Lines:
    """Return all there is to tell, from what comes first to what few will look for."""
    together = (*TOGETHER, *rules.table_lines())
    predictions = (*PREDICTIONS, *rules.prediction_lines())
    return (*HOW, *scoring(), *together, *predictions, *ALONE, *PEOPLE)


def page() -> views.HelpView:
    """Return the whole help page."""
    return views.HelpView(whole(), "How to play", keys=True)
