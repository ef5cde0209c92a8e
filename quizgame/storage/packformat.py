"""What a pack is made of: the one definition of the format, part by part.

The reader, the schema for editors and the comments of a new pack all go by it. A new field is a
line here, and a call in `packhead.py` or `packcards.py` that asks for it.
"""

from dataclasses import replace

from quizgame.storage.cardformat import CARD, COVER, SOME_TERMS
from quizgame.storage.forms import A_TIER, COLOUR, FINGERPRINT, ID, LANGUAGE, VERSION
from quizgame.storage.shapes import Field, Flag, Inner, Rows, Text, Texts, Whole, Word, part

FORMAT = 1
MOST_TIERS = 30

TIER = part(
    "the tier",
    "A stretch of the story. Players say how far they are, and are asked nothing from beyond it.",
    Field("id", Text(form=ID), "The tier's short name inside this file, such as episode-3."),
    Field("label", Text(60), "What players pick from; it must give nothing away."),
    Field("hint", Text(120), "A few words that help to choose, safe for everybody.", optional=True),
)

NOTE = part(
    "the content note",
    "A theme that players may want to leave out of their evening.",
    Field("id", Text(form=ID), "The note's short name, which cards list in 'notes'."),
    Field("label", Text(60), "What players read, such as Violence; safe for everybody."),
)

TERM = part(
    "the term",
    "A name or a fact that is kept from players who cannot know it yet.",
    Field("id", Text(form=ID), "The term's short name, which cards list in 'mentions'."),
    Field("tier", A_TIER, "The tier at which the audience first learns of it."),
    Field("name", Text(80), "A name; it is looked for in every text of every card.", optional=True),
    Field("aliases", Texts(0, 50, cap=80), "Other names and spellings of the same.", optional=True),
    Field(
        "fact",
        Text(),
        "In place of a name: a fact in your own words, which cards point to in 'mentions'.",
        optional=True,
    ),
    Field(
        "sort",
        Word(("person", "place", "thing", "work")),
        "What the name belongs to: person, place, thing or work.",
        optional=True,
    ),
    Field(
        "exact",
        Flag(),
        "true for a name that is an ordinary word too (Will): its capital then counts.",
        optional=True,
    ),
    Field(
        "mentions",
        replace(SOME_TERMS, cap=40),
        "Ids of terms that whoever learns this learns as well.",
        optional=True,
    ),
    either=("name", "fact"),
)

SECTION = part(
    "the section",
    "A part of the text your facts come from.",
    Field("id", Text(form=ID), "The section's short name, which a card's 'source' names."),
    Field("title", Text(200), "Its heading in that text."),
    Field(
        "tier",
        A_TIER,
        "From here on its title may be shown; if left out, from the last tier on.",
        optional=True,
    ),
)

SOURCE = part(
    "the source",
    "The text your facts come from.",
    Field("title", Text(200), "The title of that text."),
    Field(
        "tier",
        A_TIER,
        "From here on its title may be shown; if left out, from the last tier on.",
        optional=True,
    ),
    Field("fingerprint", Text(form=FINGERPRINT), "The SHA-256 sum of the file, after 'sha256:'."),
    Field("sections", Rows(0, 500, SECTION), "The parts it is made of.", optional=True),
)

PACK = part(
    "the pack",
    "Questions about one story, each kept from those who have not got that far.",
    Field("format", Whole(FORMAT, FORMAT), "The version of this format."),
    Field("id", Text(form=ID), "The pack's short name, never changed later."),
    Field("version", Text(form=VERSION), "The version of your pack; 1 if left out.", optional=True),
    Field("title", Text(120), "The story's title."),
    Field("tagline", Text(160), "A few words for the poster, safe for everybody.", optional=True),
    Field(
        "kind",
        Word(("film", "series", "book", "play", "game", "other")),
        "film, series, book, play, game or other.",
    ),
    Field("year", Whole(1000, 3000), "The year the story came out.", optional=True),
    Field("language", Text(form=LANGUAGE), "The language of the questions: en, ko, pt-BR..."),
    Field("licence", Text(80), "How others may use your questions: an SPDX name or a sentence."),
    Field("authors", Texts(1, 50, cap=80), "Who wrote the questions."),
    Field(
        "poster",
        Texts(2, 2, cap=20, form=COLOUR),
        "Two colours, for the top and the bottom of the poster.",
        unless="cover",
    ),
    Field("cover", Inner(COVER), "A picture for the poster, safe for everybody.", optional=True),
    Field(
        "follows",
        Text(form=ID),
        "The id of the pack whose story this one goes on with.",
        optional=True,
    ),
    Field("source", Inner(SOURCE), "The text your facts come from.", optional=True),
    Field("tiers", Rows(2, MOST_TIERS, TIER), "How far along people can be, from low to high."),
    Field("notes", Rows(0, 50, NOTE), "The content notes this pack uses.", optional=True),
    Field(
        "terms",
        Rows(0, 20_000, TERM),
        "Names and facts, each with the tier at which they are first known.",
        optional=True,
    ),
    Field("cards", Rows(1, 20_000, CARD), "The questions."),
)
