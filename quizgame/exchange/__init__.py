"""Questions from elsewhere and to elsewhere: what other programs write and read.

`inward` brings a file in as the cards of a draft pack, `outward` takes a deck out. A format is one
module each way (`from_gift`, `to_gift`), listed there.
"""

SORTS = ("opentdb", "gift", "aiken", "moodle-xml", "anki", "kahoot", "csv")
"""What can be brought in."""

FORMS = ("gift", "anki", "csv")
"""As what a deck can be taken out."""
