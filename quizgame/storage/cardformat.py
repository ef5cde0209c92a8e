"""What a card is made of, kind by kind; the other half of the format stands in `packformat.py`.

A new kind of card is one more row in `_KINDS`, and a case in `packcards.py` that reads it.
"""

from dataclasses import replace

from quizgame.storage.forms import (
    A_NOTE,
    A_SECTION,
    A_TERM,
    A_TIER,
    CODE,
    ID,
    IMAGE_FILE,
    PASSAGE,
    SOUND_FILE,
)
from quizgame.storage.shapes import Field, Flag, Inner, Rows, Text, Texts, Whole, Word, part

_ALT = Text(300)
_CHOICE = 160
SOME_TERMS = Texts(0, 50, named=A_TERM)

COVER = part(
    "the cover",
    "A picture for the poster.",
    Field("file", Text(form=IMAGE_FILE), "A PNG, JPEG or WebP file in the pack's own folder."),
    Field("alt", _ALT, "What the picture shows, for those who cannot see it."),
)

IMAGE = replace(COVER, what="the image", about="A picture that is shown with the question.")

SOUND = part(
    "the sound",
    "A sound that is played with the question.",
    Field("file", Text(form=SOUND_FILE), "An Ogg file in the pack's own folder."),
    Field("alt", _ALT, "What is heard, for those who cannot hear it."),
)

CITATION = part(
    "the card's source",
    "Where the fact of a card stands.",
    Field("section", A_SECTION, "The id of a section of the source."),
    Field("paragraph", Whole(1, 100_000), "The number of the paragraph in that section, from 1."),
    Field("passage", Text(form=PASSAGE), "The fingerprint of the paragraph."),
)

WAIVER = part(
    "the waiver",
    "A finding of the check that is meant.",
    Field("code", Text(form=CODE), "The code of the finding, such as Q204."),
    Field("reason", Text(200), "Why it may stand; it shows in every report."),
)

_KINDS: dict[str, tuple[str, tuple[Field, ...]]] = {
    "choice": (
        "One right answer out of 2 to 6.",
        (
            Field("choices", Texts(2, 6, cap=_CHOICE, distinct=True), "What players choose from."),
            Field("answer", Text(_CHOICE), "The right choice, written exactly as in 'choices'."),
            Field(
                "opens",
                A_TIER,
                "For a prediction: the tier that answers it; asked and sealed below that.",
                optional=True,
            ),
        ),
    ),
    "true-false": (
        "The stem is a statement that is true or false.",
        (Field("answer", Flag(), "true or false: whether the statement holds."),),
    ),
    "several": (
        "3 to 6 choices; two or more are right, but not all.",
        (
            Field("choices", Texts(3, 6, cap=_CHOICE, distinct=True), "What players choose from."),
            Field(
                "answers",
                Texts(2, 6, cap=_CHOICE, distinct=True),
                "The right choices, written exactly as in 'choices'.",
            ),
        ),
    ),
    "order": (
        "3 to 6 steps to be put in order.",
        (
            Field(
                "steps",
                Texts(3, 6, cap=_CHOICE, distinct=True),
                "The steps in their right order; the game shuffles them.",
            ),
        ),
    ),
    "typed": (
        "The answer is typed.",
        (
            Field(
                "answers",
                Texts(1, 30, cap=_CHOICE, distinct=True),
                "The spelling to show first, then others that count as right.",
            ),
        ),
    ),
}

CARD = part(
    "the card",
    "One question with its answer.",
    Field("id", Text(form=ID), "A short name, never changed later, that gives no answer away."),
    Field("tier", A_TIER, "The tier from which it may be asked."),
    Field(
        "until", A_TIER, "The tier at which the answer stops being true, if it does.", optional=True
    ),
    Field("kind", Word(tuple(_KINDS)), "choice, true-false, several, order or typed."),
    Field("category", Text(40), "A free word, safe at the card's tier."),
    Field("stem", Text(), "The question, or the statement of a true-false card."),
    Field("why", Text(1200), "A sentence or two shown after the answer."),
    Field("difficulty", Whole(1, 3), "1 easy, 2 middling, 3 hard."),
    Field(
        "mentions",
        SOME_TERMS,
        "Ids of terms, mostly facts, that the card gives away.",
        optional=True,
    ),
    Field(
        "notes",
        replace(SOME_TERMS, named=A_NOTE),
        "Ids of the content notes that apply to this card.",
        optional=True,
    ),
    Field(
        "later",
        Text(1200),
        "With 'until': what became of it, told to those who have seen everything.",
        optional=True,
        needs="until",
    ),
    Field("image", Inner(IMAGE), "A picture that is shown with the question.", optional=True),
    Field("sound", Inner(SOUND), "A sound that is played with the question.", optional=True),
    Field("source", Inner(CITATION), "Where the fact stands in the pack's source.", optional=True),
    Field(
        "waive",
        Rows(0, 20, WAIVER),
        "Findings of the check that are meant, each with a reason.",
        optional=True,
    ),
)
_SEALED = "only a card of the kind choice can be a prediction"
_TWO_WORDS = "the answer of a true-false card is true or false, without choices"
_INSTEAD = {
    "choice": {"answers": "the one right answer stands in 'answer'"},
    "true-false": {"answers": _TWO_WORDS, "choices": _TWO_WORDS, "opens": _SEALED},
    "several": {"answer": "several right answers stand in 'answers'", "opens": _SEALED},
    "order": {
        **dict.fromkeys(
            ("answer", "answers", "choices"), "what is put in order stands in 'steps' alone"
        ),
        "opens": _SEALED,
    },
    "typed": {
        "answer": "every answer that counts as right stands in 'answers'",
        "choices": "what is typed has no choices; what counts as right stands in 'answers'",
        "opens": _SEALED,
    },
}
CARD = replace(
    CARD,
    kinds={
        name: replace(
            CARD,
            about=about,
            fields={**CARD.fields, **{f.name: f for f in fields}},
            instead=_INSTEAD[name],
        )
        for name, (about, fields) in _KINDS.items()
    },
)
