"""Cutting a thing's name out of a sentence: a few words, never the sentence."""

import re

from quizgame.domain.telling import listed

MOST_WORDS = 5
_DETERMINERS = listed(
    "a an the his her their its some two three four five six seven several many one another ten "
    "twelve twenty thirty forty fifty hundred thousand"
)
_STOPS = listed(
    "in on at to from with for by into onto out up down over under about through across "
    "after before behind beside between below above against near towards toward without "
    "within during until since because while when where who whom whose which that as and or "
    "but so if than then is are was were has have had be been being will would can could "
    "may might must do does did not never he she it they we you i him them me us there here "
    "how what why again instead alone himself herself themselves itself away off back "
    "together only also yet now once too all both inside outside around upon next nearby "
    "meanwhile later soon afterwards afterward thereafter long home apart"
)
_TOKEN = re.compile(r"<\d+>(?:'s)?|\"|[^\W_]+(?:[-'][^\W_]+)*|[^\w\s]")
_DOES_ON = re.compile(rf"[a-z]+ing (?:{'|'.join(sorted(_DETERMINERS))}|him|them|it)\b")
"""What somebody does on the side: "his hands smothering the flames"."""
_ADJECTIVE_NEXT = re.compile(
    rf" (?!(?:{'|'.join(sorted(_DETERMINERS | _STOPS))})\b)[a-z]+ "
    rf"(?!(?:{'|'.join(sorted(_DETERMINERS | _STOPS))})\b)[a-z]+\b"
)
"""What goes on describing after a comma: "a tall, thin man" is no "tall"."""
_NOUNS = listed(
    "wedding painting building ring king thing string evening morning meeting drawing clothing "
    "lodging dwelling earring offering spring wing sling being farthing shilling sibling duckling "
    "nothing something anything everything bed seed shed weed reed need deed steed creed breed "
    "feed speed red sled hundred beginning warning feeling writing lightning ceiling railing "
    "clearing landing hiding stocking darling sapling hearing reading setting gathering crossing"
)
"""What ends like a part of a verb and is a noun."""
_NO_HEAD = listed(
    "it way out up that this own one ones lot bit first last same other others way end most much "
    "more time times day days night moment side part fact number couple"
)


def noun(text: str, *, bare: bool = False) -> str:
    """Return the noun with its few words that a text begins with, empty when there is none.

    It must begin with an article, a number or somebody's ('s), unless it may be `bare`. Names in
    it stay marked; an "of" part is kept.
    """
    taken: list[str] = []
    opened = bare
    for found in _TOKEN.finditer(text):
        token = found.group()
        folded = token.casefold()
        if not taken and folded in _DETERMINERS:
            opened = True
            if folded in {"his", "her", "their", "its"}:
                return ""
            taken.append(token)
            continue
        if _another_begins(taken, token):
            break
        if token.endswith("'s") and token.startswith("<"):
            opened = True
            taken.append(token)
            continue
        if folded == "of" and taken and _is_word(taken[-1]):
            taken.append(token)
            continue
        if taken and taken[-1] == "of" and folded in {"a", "an", "the"}:
            taken.append(token)
            continue
        if not _is_word(token) or folded in _STOPS or folded.endswith("ly"):
            if token.startswith(",") and _ADJECTIVE_NEXT.match(text, found.end()):
                return ""
            break
        if taken and _DOES_ON.match(text, found.start()):
            break
        taken.append(token)
    return _checked(taken) if opened else ""


def _another_begins(taken: list[str], word: str) -> bool:
    """Tell whether with a word something else begins that is no part of the noun."""
    before = taken[-1] if taken else ""
    if not before or not _is_word(before):
        return False
    if word.casefold() in {"a", "an", "the", "his", "her", "their", "its"}:
        # "A broken heart a month" later.
        return before.casefold() not in _DETERMINERS | {"of"}
    if word.startswith("<") and word.endswith("'s"):
        # "A book <1>'s father gave" him.
        return before.casefold() not in _DETERMINERS | {"of"}
    # "The statue of Death come" to life.
    return word.islower() and word != "of" and "of" in taken and before[0].isupper()


def _is_word(token: str) -> bool:
    return token[0].isalpha()


def _checked(taken: list[str]) -> str:
    """Return the words joined, empty when they name nothing by themselves."""
    while taken and (taken[-1] in {"of", "a", "an", "the"} or _describes_on(taken)):
        taken.pop()
    words = [word for word in taken if word.casefold() not in {"a", "an", "the"}]
    if not words or len(words) > MOST_WORDS or words[-1].casefold() in _NO_HEAD | _DETERMINERS:
        return ""
    if {word.casefold() for word in words} & {"same", "other", "others", "such", "own", "latter"}:
        # Which is known from the sentence before only.
        return ""
    if words[-1].startswith("<") or (len(words) == 1 and words[0].endswith("ing")):
        return ""
    return " ".join(taken)


def _describes_on(taken: list[str]) -> bool:
    """Tell whether the last word only goes on about the noun before: "a letter accusing" Bo."""
    before = [word for word in taken[:-1] if word.casefold() not in _DETERMINERS]
    last = taken[-1].casefold()
    return bool(before) and last.endswith(("ing", "ed")) and last not in _NOUNS


def without_article(words: str) -> str:
    """Return a noun without the article it begins with."""
    return re.sub(r"^(?:a|an|the) ", "", words)
