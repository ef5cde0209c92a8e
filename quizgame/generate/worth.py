"""Whether a fact says enough for a card: somebody who knows the story must know what is meant."""

import re

from quizgame.domain.telling import listed
from quizgame.generate.facts import Fact
from quizgame.generate.known import Known
from quizgame.generate.placekinds import kind_of
from quizgame.generate.slightwords import (
    BROKEN_OFF,
    COMMON_WEAPONS,
    EVALUATIVE,
    LOOSE,
    NO_GIFTS,
    OF_WHAT,
    SLIGHT_THINGS,
    VAGUE,
    WORN,
)
from quizgame.generate.stock import cause_groups
from quizgame.generate.tiering import told_late
from quizgame.generate.words import FRIENDS, KIN, RANKS, UNNAMED

_ARTICLES = listed("a an the some his her their its")
PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|they|their|him?self|herself|themselves)\b")
_SOMEBODY = re.compile(r"\b(?:he|him|she|hers|they|them)\b|\bher$|\bher (?:to|and|in|at|from)\b")
"""Words that mean somebody else than the subject, of whom nothing else is said."""
_POINTING = re.compile(
    rf"\b(?:the|an?) (?:(?:{'|'.join(sorted(EVALUATIVE))}) )*"
    rf"(?:{'|'.join(sorted(VAGUE | UNNAMED))})\b(?! (?:of|in|to|at)\b)"
)
_OPEN_WISH = re.compile(
    r"\b(?:the|this|that) [a-z-]+$|^to marry\b|"
    r"^to (?:bring|give|hand|leave|lend|offer|sell|send|share|show|tell) (?:for|from|to|with)\b"
)
"""What somebody wants, known from the sentence before only: "to lick the blood", "to share with
Ada"; and whom, for who wants to marry somebody is seldom one alone."""
_OF_ANYBODY = re.compile(
    rf"\b(?:the|an?|this|that) (?:[\w-]+ )?(?:{'|'.join(sorted(UNNAMED | VAGUE))})s?'s? |"
    rf"\b(?:of|to|from|with|by|for) (?:the|an?) (?:{'|'.join(sorted(UNNAMED | VAGUE))})\b"
    rf"(?! of\b)"
)
"""What belongs to somebody whom only the sentence before names: the stranger's name."""
_QUANTITY = re.compile(r"\b(?:every|whole|all|any|everything|own|each)\b")
_CUT_OFF = re.compile(r"(?:a|an|the) [\w-]+")
"""What an image stands for, without the words that say which peace, whose guilt."""
_CLAUSE = re.compile(r"\b(?:that|which|who|whom|whose|where)\b")
_AS_WHAT = ("alive", "dead", "drowned", "hanged", "unconscious")
_SAID = frozenset({"wants", "says", "learns", "promises", "asks", "found_at"})
_THINGS = frozenset(
    {
        *("owns", "finds", "sees", "carries", "steals", "hides", "buys", "writes", "drinks"),
        *("breaks", "makes", "loses", "meets", "hunts", "threatens", "helps", "saves", "attacks"),
        *("imprisons", "accuses", "betrays", "kills", "recognises", "goes_to", "marries", "loves"),
        *("flees", "workplace"),
    }
)
_OF_PEOPLE = frozenset(
    {
        *("meets", "hunts", "threatens", "helps", "saves", "attacks", "imprisons", "accuses"),
        *("betrays", "kills", "recognises", "marries", "loves"),
    }
)
_OF_WHOM = frozenset({"occupation", "befalls", "fate", "dies_of", "kills", "found_at", "owns"})
_OF_ANY = frozenset({"writes", "makes", "finds", "loses", "breaks", "carries", "hides"})
_SLIGHT = frozenset({"helps", "sees", "recognises", "meets"})
"""What happens between any two in any story."""
_ON_THE_ROAD = listed("station street road")
"""Places that people only pass through."""
_TO_DEATH = frozenset({"hanged", "beheaded", "strangled", "executed"})
_OFTEN = 3
_FEWEST_OF_A_WISH = 4
_SELF = re.compile(r"\b(?:him|her|them)sel(?:f|ves)\b")


UNCLEAR = "asked alone it says too little (which house, accused of what?): word it more fully"
OF_COURSE = "nobody would ask it, or another card tells it"
IN_PASSING = "whoever is meant is named in passing only"
GONE = "whoever is meant does nothing in the story, and may be dead before it begins"
ONE_VIEW = "what an image stands for is one reader's view"
MADE_IT = "it is about somebody who made the story, or who is told of beside nobody in it"
TWO_MADE_IT = "more than one is told to have made the story in this way"


def worth_asking(known: Known, fact: Fact) -> bool:
    """Tell whether a card of a fact would be worth the asking, and clear to who knows the story."""
    return not why_not(known, fact)


def why_not(known: Known, fact: Fact) -> str:
    """Return why a fact makes no card, empty where it makes one."""
    if fact.subject in known.makers or _is_of_the_world(known, fact):
        return MADE_IT
    if fact.relation == "made_by" and len(_with_it(known, fact)) > 1:
        return TWO_MADE_IT
    if why := _goes_without_saying(known, fact):
        return why
    if fact.reworded and not fact.object:
        # A person has found words for it, which say what is meant.
        return ""
    if _is_loose(known, fact):
        return UNCLEAR
    if fact.relation == "symbolises":
        return "" if _is_image(known, fact) else ONE_VIEW
    return "" if _is_clear(known, fact) else UNCLEAR


def slight(known: Known, fact: Fact) -> bool:
    """Tell whether a fact can be a step of what happens, and is too slight to be asked for alone.

    Somebody goes to London in every second story; and whoever sees or meets somebody does so to
    do something else, which the fact leaves out.
    """
    if fact.reworded or fact.relation not in {"goes_to", "sees", "meets"}:
        return False
    if fact.relation != "goes_to":
        return True
    return kind_of(known.shown(fact.object) if fact.object else fact.words) != "built"


def _is_of_the_world(known: Known, fact: Fact) -> bool:
    """Tell whether the subject is told of beside nobody of the story, as its director may be."""
    name = known.names.get(fact.subject)
    tied = fact.relation in {"played_by", "kin_of", "friend_of", "occupation", "fate", "dies_of"}
    if name is None or name.sort != "person" or tied:
        return False
    return known.appearing.outside(name.id) or not known.of_story(name.id)


def _with_it(known: Known, fact: Fact) -> list[Fact]:
    """Return all facts on who made the story in the same way: two who wrote it."""
    return [one for one in known.of("made_by") if one.how == fact.how]


def _is_loose(known: Known, fact: Fact) -> bool:
    """Tell whether words point to what only the sentence before names."""
    words = fact.words
    pointing = _SOMEBODY.search(words) or LOOSE.search(words) or vague(words) or vague(fact.how)
    of_anybody = any(
        _OF_ANYBODY.search(one) and not _theirs(known, one) for one in (words, fact.how)
    )
    worn = fact.relation == "carries" and set(words.casefold().split()) & WORN
    return bool(pointing or of_anybody or worn or known.ambiguous(words))


def _is_clear(known: Known, fact: Fact) -> bool:
    """Tell whether who knows the story knows what is meant."""
    words, relation = fact.words, fact.relation
    if relation == "occupation":
        said = {part.strip(".").casefold() for part in known.shown(fact.subject).split()}
        role = known.shown(fact.subject).startswith("the ")
        return not (role or words in OF_WHAT or said & (RANKS | set(words.casefold().split())))
    if relation == "befalls":
        return words not in OF_WHAT
    if fact.object:
        person = known.names[fact.object].sort == "person"
        slight = _SLIGHT | {"finds", "accuses"}
        return not (person and relation in slight) and relation != "sees"
    if relation == "wants" and (_OPEN_WISH.search(words) or _says_little(known, words)):
        return False
    if relation == "found_at" and f"{known.names[fact.subject].name}'s" in words:
        # In a house of one's own, but how?
        return words.startswith(_AS_WHAT)
    if relation in _SAID:
        return not _POINTING.search(words)
    if relation == "dies_of":
        # "Three great dinners" is no cause that others could be put beside.
        return bool(cause_groups(words))
    if relation == "attacks_with":
        # "A knife", of whom and when?
        return bool(fact.how) or words not in COMMON_WEAPONS
    if relation == "ends_with":
        return len(words.split()) > 2  # noqa: PLR2004
    if relation == "gives":
        return _is_gift(known, words)
    if relation == "inherits":
        return words.split()[-1] not in {"thing", "things", "way", "time", "look", "help"}
    return relation not in _THINGS or _is_known_by(known, fact)


def _says_little(known: Known, words: str) -> bool:
    """Tell whether a wish needs its occasion: "to shoot himself", "to buy it back"."""
    if _names(words) or known.named(words):
        return False
    return len(words.split()) < _FEWEST_OF_A_WISH or bool(_SELF.search(words))


def _goes_without_saying(known: Known, fact: Fact) -> str:
    """Return why nobody would ask: another card tells it, or it is of somebody hardly named."""
    seen = known.appearing
    once = fact.relation == "occupation" and seen.once(fact.subject)
    if once or (fact.relation in _OF_WHOM and seen.passing(fact.subject)):
        return IN_PASSING
    if fact.relation == "occupation" and seen.gone(fact.subject):
        return GONE
    if fact.relation == "kills" and fact.object and seen.passing(fact.object):
        return IN_PASSING
    shown = known.shown(fact.object) if fact.object else fact.words
    if fact.relation == "goes_to":
        slight = kind_of(shown) == "wild" or shown.split()[-1].casefold() in _ON_THE_ROAD
        return OF_COURSE if slight else ""
    if fact.relation == "fate":
        return _fate_known(known, fact)
    if fact.relation == "set_in" and fact.object:
        # A story that is told more of another place is not set in one alone.
        here = seen.mentions(fact.object)
        places = (one for one in known.places(known.book.ladder.top) if one != fact.object)
        return OF_COURSE if any(seen.mentions(one) > here for one in places) else ""
    if fact.how == "betrothed" and known.article and BROKEN_OFF.search(known.article.text):
        return OF_COURSE
    if fact.how == "betrothed" and any(
        {fact.subject, fact.object} & {one.subject, one.object} for one in known.of("marries")
    ):
        # They are married by the end, or to others.
        return OF_COURSE
    # "Mrs Barrymore" is not hard to place beside Barrymore.
    title, _, rest = known.shown(fact.subject).partition(" ")
    wed = fact.relation in {"kin_of", "marries"} and title.rstrip(".") == "Mrs"
    return OF_COURSE if wed and fact.how in {"", "wife"} and shown.endswith(rest) else ""


def _fate_known(known: Known, fact: Fact) -> str:
    """Return why nobody asks what becomes of somebody: who dies of a fall is dead."""
    if not known.appearing.acts(fact.subject):
        return GONE
    if fact.words == "alive" and known.article and not told_late(known.article, fact):
        # Whoever survives something early on may die later.
        return UNCLEAR
    ends = fact.words == "dead" and any(
        (one.subject == fact.subject and (one.relation == "dies_of" or one.words in _TO_DEATH))
        or (one.relation == "kills" and one.object == fact.subject)
        for one in known.usable
    )  # fmt: skip
    return OF_COURSE if ends or fact.tier < known.book.ladder.top else ""


def vague(thing: str) -> bool:
    """Tell whether only a reader of the article knows what is meant: "the house"."""
    said = thing.casefold()
    return said.startswith("the ") and said.removeprefix("the ") in VAGUE | UNNAMED | KIN | FRIENDS


def _names(words: str) -> bool:
    """Tell whether somebody or something is named in words."""
    return any(word[0].isupper() for word in words.split())


def _theirs(known: Known, words: str) -> bool:
    """Tell whether "the creature's" is of somebody whom the story knows by no other name."""
    return any(known.shown(one).startswith("the ") for one in known.named(words))


def _is_image(known: Known, fact: Fact) -> bool:
    """Tell whether what stands for something, and what it means, can be said in a line."""
    bare = fact.how and not _names(fact.how) and " of " not in fact.how
    bare = bare and known.often(fact.how.split()[-1]) < _OFTEN
    # What an image means is one reader's view, but for what it means to somebody of the story.
    return bool(known.named(fact.words)) and not (
        bare
        or _CLAUSE.search(fact.how)
        or _QUANTITY.search(fact.words)
        or _CUT_OFF.fullmatch(fact.words)
    )


def _is_gift(known: Known, words: str) -> bool:
    """Tell whether a gift is told apart by its words: a red camellia, but not the choice."""
    said = [word for word in words.casefold().split() if word not in _ARTICLES]
    if known.named(words) or " of " in words or "'s " in words:
        return True
    return len(said) > 1 and said[-1] not in NO_GIFTS


def _is_known_by(known: Known, fact: Fact) -> bool:
    """Tell whether a thing, place or person without a name is known by its words alone."""
    words = fact.words
    if _names(words) or known.named(words) or "'s " in words or _CLAUSE.search(words):
        return True
    whole, of, part = words.partition(" of ")
    if of and whole:
        return len([word for word in part.split() if word not in _ARTICLES | EVALUATIVE]) > 1
    said = words.casefold().replace(",", "").split()
    definite = said[0] == "the"
    said = [word for word in said if word not in _ARTICLES]
    if not said or fact.relation in _OF_PEOPLE | {"sees"}:
        return False
    telling = [word for word in said[:-1] if word not in EVALUATIVE]
    if fact.relation in _OF_ANY and not definite:
        # "A tidy report": one of many, which nobody remembers.
        return False
    if fact.relation == "owns" and said[-1] in SLIGHT_THINGS:
        return False
    if said[-1] in VAGUE:
        return bool(telling) and fact.relation not in _SLIGHT | {"goes_to"}
    if telling:
        return True
    if fact.relation == "buys" and not definite:
        return len(said) == 1 and said[0] not in SLIGHT_THINGS
    # One thing that the whole story turns on: the portrait.
    return definite and len(said) == 1 and known.often(said[-1]) >= _OFTEN
