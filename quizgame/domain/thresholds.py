"""The numbers the item-writing rules go by, in one table, each with its source.

HDR is Haladyna, Downing and Rodriguez (2002), "A review of multiple-choice item-writing guidelines
for classroom assessment"; it gives the rules and hardly a number. Rodriguez (2005), "Three options
are optimal for multiple-choice items", is why no rule asks for a fourth choice. What is ours was
set by reading packs, before the held-out half of the labelled set (tests/items) was looked at.
"""

from enum import Enum


class Threshold(Enum):
    """A number, and where it comes from."""

    LONGER_TIMES = (1.5, "ours, for HDR 24 (choices about equal in length): seen at a glance")
    LONGER_BY = (20, "ours, in characters: half a line on the ticket; short answers may differ")
    LONGEST_SHARE = (0.35, "ours, for HDR 24: three choices give 0.33 by chance (Rodriguez 2005)")
    PLACE_SHARE = (0.4, "ours, for HDR 20 (vary where the right choice stands)")
    PLACE_BY_CHANCE = (0.01, "the usual level of a chi-square test, a strict one as packs are many")
    LEAST_EXPECTED = (5, "Cochran (1954): a chi-square test needs five expected in each cell")
    NEGATIVE_SHARE = (0.05, "ours, for HDR 17 (positive stems; a negative word in capitals)")
    KEY_SHARE = (0.35, "ours: the same share as for the longest choice")
    LEAST_CARDS = (12, "ours: of fewer cards, a share says little; a round has ten")
    SAME_WORDS = (0.85, "ours: of seven words, one may be added; of six, none may differ")
    SUBJECT_SHARE = (0.6, "ours: of the telling words of a stem that another text must hold")
    SUBJECT_LEAST = (2, "ours: of such words, at least; one alone is chance")
    COMMON_WORD = (60, "ours: a word in more texts of a pack than this tells no subject")
    STEM_WORDS = (30, "ours, for HDR 13 (little reading); what a ticket shows without scrolling")
    STEM_SENTENCES = (2, "ours, for HDR 13: one that sets the scene and one that asks")
    STANDARD_ERRORS = (2, "the usual bound, set for each player by itself: about 1 in 44 by chance")

    def __init__(self, number: float, source: str) -> None:
        self.number = number
        self.source = source


CHI_SQUARE = {1: 6.635, 2: 9.210, 3: 11.345, 4: 13.277, 5: 15.086}
"""By degrees of freedom, what chi-square exceeds once in a hundred (PLACE_BY_CHANCE)."""
