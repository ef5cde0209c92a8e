"""Whether a fact says enough for a card: somebody who knows the story must know what is meant."""

import re

from quizgame.domain.telling import listed
from quizgame.generate.facts import Fact
from quizgame.generate.known import Known
from quizgame.generate.placekinds import kind_of
from quizgame.generate.words import PLACE_WORDS

_VAGUE = listed(
    "house room door man woman boy girl letter place school town village hotel ship boat castle "
    "note box key car way truth secret story case night family sight guilt body estate money "
    "street shop garden window bed table island city church hospital police others world scene "
    "thing company news light dark gun knife ring dog horse paper papers film novel book lady "
    "stranger crime past future life death wall road office building station party train matter "
    "things line mark sign sound noise voice word words look face idea plan deed cause reason "
    "people person child children friend enemy visitor group crew others affair event moment "
    "end beginning problem mystery situation danger model help cry feeling fact men women boys "
    "work job letters gentleman stranger couple pair team place object item wound stairs floor "
    "truth evidence presence silence crowd passage opportunity chance trouble pain eyes hand "
    "hands servant servants neighbours guest guests party proof trail trace rest meal food"
)
"""Nouns that name nothing by themselves: "the house" of which of them?"""
_EVALUATIVE = listed(
    "perfect good best better worst bad right wrong same other old new young little small big "
    "great whole entire own long short strange odd beautiful terrible dreadful certain real true "
    "first last next final poor mysterious unknown curious one two three four five six seven many "
    "several some few own large huge open empty dark white black young dead"
)
"""Words before a noun by which nobody knows it."""
_ARTICLES = listed("a an the some his her their its")
_LOOSE = re.compile(
    r"\b(?:the matter|things?|it|this|these|those|them|there|here|others?|another|someone|"
    r"somebody|something|anything|everything|nothing|everyone|everybody|nobody|so|such|"
    r"again|now|today|tomorrow|tonight|yesterday|ever|never|too|also|instead|the other|the rest|"
    r"the same|the first|the second|the latter|the former|I|we|you|my|our|your)\b"
)
"""Words that point to what only the article names."""
PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|they|their|him?self|herself|themselves)\b")
_SOMEBODY = re.compile(r"\b(?:he|him|she|hers|they|them)\b|\bher$|\bher (?:to|and|in|at|from)\b")
"""Words that mean somebody else than the subject, of whom nothing else is said."""
_POINTING = re.compile(
    rf"\b(?:the|an?) (?:(?:{'|'.join(sorted(_EVALUATIVE))}) )*(?:{'|'.join(sorted(_VAGUE))})\b"
    r"(?! (?:of|in|to|at)\b)"
)
_QUANTITY = re.compile(r"\b(?:every|whole|all|any|everything|own|each)\b")
_CUT_OFF = re.compile(r"(?:a|an|the) [\w-]+")
"""What an image stands for, without the words that say which peace, whose guilt."""
_CLAUSE = re.compile(r"\b(?:that|which|who|whom|whose|where)\b")
_SLIGHT_THINGS = listed(
    "sword dagger revolver pistol rifle cane stick hat coat watch phone cloak umbrella candle "
    "lamp lantern torch pen pipe chair carriage cab basket pocket will diary journal mask key "
    "bottle cup cottage flat apartment cabin hut cigarette cigar purse "
    "handkerchief scarf boots gloves"
)
"""What anybody in a story may have."""
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
_SLIGHT = frozenset({"helps", "sees", "recognises", "meets"})
"""What happens between any two in any story."""
_ON_THE_ROAD = listed("station street road")
"""Places that people only pass through."""
_OF_WHAT = listed(
    "accused cursed rescued captured incapacitated bitten expelled wounded scarred robbed shot "
    "adopted drugged poisoned banished heir heiress criminal assistant apprentice partner "
    "landlord landlady"
)
"""What befalls somebody, or what somebody is, and says too little: accused of what, whose heir?"""
_OFTEN = 3


def worth_asking(known: Known, fact: Fact) -> bool:
    """Tell whether a card of a fact would be worth the asking, and clear to who knows the story."""
    words, relation = fact.words, fact.relation
    if fact.subject in known.makers or _goes_without_saying(known, fact):
        return False
    if _SOMEBODY.search(words) or _LOOSE.search(words) or vague(words) or vague(fact.how):
        return False
    if relation == "symbolises":
        return _is_image(known, fact)
    if relation in {"befalls", "occupation"}:
        return words not in _OF_WHAT
    if fact.object:
        person = known.names[fact.object].sort == "person"
        slight = _SLIGHT | {"finds", "accuses"}
        return not (person and relation in slight) and relation != "sees"
    if relation in _SAID:
        return _names(words) or not _POINTING.search(words)
    if relation == "ends_with":
        return len(words.split()) > 2  # noqa: PLR2004
    if relation in {"gives", "inherits"}:
        return words.split()[-1] not in {"thing", "things", "way", "time", "look", "help"}
    return relation not in _THINGS or _is_known_by(known, fact)


def _goes_without_saying(known: Known, fact: Fact) -> bool:
    """Tell whether nobody would ask, or another card tells it: that who dies of a fall is dead."""
    if fact.relation == "fate":
        dies = known.of("dies_of", subject=fact.subject), known.of("kills", thing=fact.subject)
        ends = any(one in known.usable for facts in dies for one in facts)
        return fact.tier < known.book.ladder.top or (fact.words == "dead" and ends)
    shown = known.shown(fact.object) if fact.object else fact.words
    if fact.relation == "goes_to":
        return kind_of(shown) == "wild" or shown.split()[-1].casefold() in _ON_THE_ROAD
    # "Mrs Barrymore" is not hard to place beside Barrymore.
    title, _, rest = known.shown(fact.subject).partition(" ")
    wed = fact.relation in {"kin_of", "marries"} and title.rstrip(".") == "Mrs"
    return wed and fact.how in {"", "wife"} and shown.endswith(rest)


def vague(thing: str) -> bool:
    """Tell whether only a reader of the article knows what is meant: "the house"."""
    said = thing.casefold()
    return said.startswith("the ") and said.removeprefix("the ") in _VAGUE


def _names(words: str) -> bool:
    """Tell whether somebody or something is named in words."""
    return any(word[0].isupper() for word in words.split())


def _is_image(known: Known, fact: Fact) -> bool:
    """Tell whether what stands for something, and what it means, can be said in a line."""
    bare = fact.how and not _names(fact.how) and " of " not in fact.how
    bare = bare and known.often(fact.how.split()[-1]) < _OFTEN
    return not (
        bare
        or _CLAUSE.search(fact.how)
        or _QUANTITY.search(fact.words)
        or _CUT_OFF.fullmatch(fact.words)
    )


def _is_known_by(known: Known, fact: Fact) -> bool:
    """Tell whether a thing, place or person without a name is known by its words alone."""
    words = fact.words
    if _names(words) or " of " in words or "'s " in words or _CLAUSE.search(words):
        return True
    said = words.casefold().replace(",", "").split()
    definite = said[0] == "the"
    said = [word for word in said if word not in _ARTICLES]
    if not said or fact.relation in _OF_PEOPLE | {"sees"}:
        return False
    telling = [word for word in said[:-1] if word not in _EVALUATIVE]
    if said[-1] in _VAGUE:
        return bool(telling) and fact.relation not in _SLIGHT | {"goes_to"}
    if telling:
        return True
    if fact.relation in {"owns", "buys"} and not definite:
        slight = _SLIGHT_THINGS if fact.relation == "buys" else _SLIGHT_THINGS | PLACE_WORDS
        return len(said) == 1 and said[0] not in slight
    # One thing that the whole story turns on: the portrait.
    return definite and len(said) == 1 and known.often(said[-1]) >= _OFTEN
