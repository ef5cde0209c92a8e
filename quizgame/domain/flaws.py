"""What the item-writing rules can find: codes from Q301 on, as for leaks in `findings.py`.

After Haladyna, Downing and Rodriguez (2002); the numbers stand in `thresholds.py`.
"""

from enum import Enum

from quizgame.domain.findings import Told

_ENGLISH = "; looked for in English packs only"


class Flaw(Enum):
    """A way in which a card can be answered, or spoilt, by how it is written."""

    STANDS_OUT = Told(
        "Q301",
        "warning",
        "the right choice is half as long again as the wrong ones, and 20 characters longer",
        "'At the end of the pier by the old lighthouse' beside 'At home' and 'In town'",
        "shorten the right choice, or say as much in the wrong ones",
    )
    OFTEN_LONGEST = Told(
        "Q302",
        "warning",
        "over the pack, the right choice is the only longest one on more than 35 % of the cards",
        "of 20 cards with choices, the right one is the longest on 9",
        "shorten right choices, or lengthen a wrong one on some of the cards",
    )
    SAME_PLACE = Told(
        "Q303",
        "warning",
        "over the pack, the right choice stands in one place too often (more than 40 %, or far "
        "from even); the game shuffles choices, but others who use the pack may not",
        "of 20 cards with choices, the right one is written first on 12",
        "move the right choice on some of the cards",
    )
    ALL_OF_THE_ABOVE = Told(
        "Q304",
        "error",
        f"a choice speaks of the other choices, which the game shuffles{_ENGLISH}",
        "'All of the above', 'Both A and B'",
        "write a choice of its own kind, leave it out, or ask with kind: several",
    )
    NEGATIVE = Told(
        "Q305",
        "error",
        "the stem turns on not, except, least or never; allowed in capitals on one card in 20"
        f"{_ENGLISH}",
        "'Which of these does Mara not carry?'",
        "ask for what is so; where that cannot be, write the word in capitals (NOT)",
    )
    GRAMMAR = Told(
        "Q306",
        "warning",
        f"only the right choice fits the stem by grammar: a or an, is or are, she or he{_ENGLISH}",
        "'Mara carries an ___', and of the choices only 'umbrella' begins with a vowel",
        "write a(n) or put the article into the choices; make number and gender agree",
    )
    CLANG = Told(
        "Q307",
        "warning",
        "a word of the stem comes again in the right choice and in no wrong one",
        "'What does the storm lantern need?' with 'Storm oil', 'A wick' and 'A match'",
        "use another word in the stem or in the right choice, or the same in a wrong one",
    )
    ANSWER_IN_STEM = Told(
        "Q308",
        "error",
        "the stem holds the answer, or another name for it",
        "'Who owns Silas's boat?' with the answer 'Silas'",
        "reword the stem",
    )
    OVERLAP = Told(
        "Q309",
        "warning",
        "two choices are one, or one holds the other: equal but for case, articles and "
        "punctuation, two names of one term, or the words of one within the other",
        "'A knife' and 'A knife and a gun'",
        "make the choices exclude each other",
    )
    KINDS = Told(
        "Q310",
        "warning",
        "choices are of different kinds or written differently: persons and places, words and "
        "numbers, small and capital letters, with and without an article (in English) or a stop",
        "'Mara', 'Tobias' and 'the harbour' as answers to one question",
        "make all choices the same kind of thing, written the same way",
    )
    ONE_KEY = Told(
        "Q311",
        "warning",
        "over the pack, one answer is right on more than 35 % of the cards with one answer",
        "of 20 such cards, 'Mara' is the answer on 8",
        "ask about others as well, or ask about what this one does",
    )
    DANGLING = Told(
        "Q312",
        "warning",
        "a word of the stem points to something the card does not name (he, her, this), or the "
        f"stem leans on its source{_ENGLISH}",
        "'What does he hide?', 'According to the article, who wins?'",
        "name who or what is meant; ask about the story, not about a text on it",
    )
    TWICE = Told(
        "Q313",
        "warning",
        "two cards that are open at one watch point ask the same question in nearly the same words",
        "'Who owns the red boat?' and 'Who owns that red boat?'",
        "drop one of them, or ask about something else",
    )
    GIVEN_AWAY = Told(
        "Q314",
        "warning",
        "the stem or the explanation of a card asked no later tells the answer of this one",
        "'Who keeps the lamp?' beside 'What does Mara, who keeps the lamp, fear?'",
        "reword the other card, or ask this one about something else",
    )
    EVIDENCE = Told(
        "Q315",
        "warning",
        "the paragraph a card cites is not in the source any more, or no word of the right answer "
        "stands in it; looked for when the source is given with --source",
        "source: {section: opening, paragraph: 2, ...}, and paragraph 2 now reads otherwise",
        "read the source again: mend the card, or its place and fingerprint",
    )
    TOO_LONG = Told(
        "Q316",
        "warning",
        "the stem has more than 30 words or more than two sentences",
        "a stem that retells a scene before it asks",
        "cut what is not needed to answer",
    )
    NO_NOTE = Told(
        "Q317",
        "warning",
        "the card speaks of suicide, sexual violence, torture or the like and has no content note",
        "'Who takes her own life?' on a card without 'notes'",
        "declare a note at the head of the pack and put its id into the card's 'notes'",
    )
    GUESSED = Told(
        "Q320",
        "warning",
        "a player who has not read a word of the story beats chance by more than two standard "
        "errors, on a dozen cards or more that it tells choices apart on; of six such players one "
        "would do so by luck on about one sound pack in ten",
        "'always the longest' answers 14 of 20 cards where chance gives 6.1, give or take 2.0",
        "mend the cards that are named, and others like them",
    )
    EMPTY_TIER = Told(
        "Q330",
        "warning",
        "a tier has no card of its own; at the lowest one there is then nothing to ask at all",
        "tiers start, middle and end, and every card says tier: end",
        "write a card for it, or leave the tier out",
    )
    IDLE_NOTE = Told(
        "Q331",
        "warning",
        "no card has a content note that the head of the pack declares; players may leave it out "
        "all the same, and nothing changes for them",
        "notes: [{id: storms, label: Storms}], and no card says notes: [storms]",
        "put its id into the 'notes' of the cards it belongs to, or take it out of the head",
    )

    @property
    def code(self) -> str:
        """Return the stable code."""
        return self.value.code


WHOLE_PACK = frozenset(
    flaw.code
    for flaw in (
        Flaw.OFTEN_LONGEST,
        Flaw.SAME_PLACE,
        Flaw.ONE_KEY,
        Flaw.GUESSED,
        Flaw.EMPTY_TIER,
        Flaw.IDLE_NOTE,
    )
)
"""What is said of a pack as a whole: no card can waive it."""
