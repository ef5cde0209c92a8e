"""What `facts.yaml` is made of, part by part: its reader goes by it, and so do its comments."""

import re

from quizgame.generate.facts import SORTS, STATES
from quizgame.generate.relations import RELATIONS
from quizgame.storage.faults import Fault
from quizgame.storage.forms import A_TIER, FINGERPRINT, ID, PASSAGE
from quizgame.storage.packformat import MOST_TIERS, SECTION, TIER
from quizgame.storage.shapes import Field, Form, Inner, Named, Rows, Text, Texts, Whole, Word, part

FORMAT = 1
A_THING = Named("name or fact", Fault.UNKNOWN_TERM)
_DIGITS = Form(re.compile(r"[0-9a-f]{8}"), "must be left as the draft wrote it", bare=("number",))
_STATE = Field("state", Word(STATES), "proposed, confirmed or rejected.")
_TIER = Field("tier", A_TIER, "The tier at which the audience first learns it.")
_DRAFTED = Field("drafted", Text(form=_DIGITS), "How a draft tells what it wrote.", optional=True)
_NOTE = Field(
    "note", Text(), "What you want to keep in mind; drafts leave it alone.", optional=True
)

NAME = part(
    "the name",
    "Somebody or something of the story.",
    Field("id", Text(form=ID), "Its short name inside this file."),
    Field("name", Text(80), "The name in full."),
    Field("aliases", Texts(0, 50, cap=80), "Other names and spellings of the same.", optional=True),
    Field("sort", Word(SORTS), "person, place, thing or work."),
    _TIER,
    _STATE,
    _DRAFTED,
    _NOTE,
)

EVIDENCE = part(
    "the evidence",
    "Where the article says so; never in its words.",
    Field("section", Text(form=ID), "The section's id."),
    Field("paragraph", Whole(1, 1_000_000), "The paragraph's number in it, from 1."),
    Field("from", Whole(0, 10_000_000), "The sentence's first character in it, from 0."),
    Field("to", Whole(0, 10_000_000), "The character after its last."),
    Field("passage", Text(form=PASSAGE), "The fingerprint of the paragraph."),
    Field("sentence", Text(form=PASSAGE), "The fingerprint of the sentence."),
)

FACT = part(
    "the fact",
    "One statement that the article makes.",
    Field("id", Text(form=ID), "Its short name; cards point to it."),
    Field("subject", A_THING, "The id of a name, or of a fact for 'happens_before'."),
    Field("relation", Word(tuple(RELATIONS)), "What is said of it."),
    Field("object", A_THING, "The id of a name or fact.", optional=True),
    Field("words", Text(160), "In place of 'object': a few words of your own.", optional=True),
    Field("how", Text(160), "A few words more: sister, to whom, in what.", optional=True),
    _TIER,
    _STATE,
    _DRAFTED,
    _NOTE,
    Field("evidence", Rows(0, 50, EVIDENCE), "Where the article says so.", optional=True),
    either=("object", "words"),
)

DOUBT = part(
    "the entry",
    "Facts that cannot all hold, or that you doubt.",
    Field("facts", Texts(1, 50, form=ID, named=A_THING), "Their ids."),
    Field("why", Text(), "What is the matter with them."),
    _DRAFTED,
)

SOURCE = part(
    "the source",
    "The article the facts come from.",
    Field("title", Text(200), "Its title."),
    Field("file", Text(200), "The name of its file, without the folder."),
    Field("fingerprint", Text(form=FINGERPRINT), "The SHA-256 sum of the file, after 'sha256:'."),
    Field("sections", Rows(1, 500, SECTION), "The parts it is made of."),
)

FACTS = part(
    "the file",
    "The facts of one article.",
    Field("format", Whole(FORMAT, FORMAT), "The version of this format."),
    Field("source", Inner(SOURCE), "The article the facts come from."),
    Field("tiers", Rows(2, MOST_TIERS, TIER), "How far along people can be, from low to high."),
    Field("names", Rows(0, 2_000, NAME), "Who and what the facts are about."),
    Field("facts", Rows(0, 5_000, FACT), "What the article says."),
    Field("ledger", Rows(0, 1_000, DOUBT), "What cannot all hold.", optional=True),
)
