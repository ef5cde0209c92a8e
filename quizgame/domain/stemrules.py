"""The rules on the stem of one card, and on what it speaks of. The lists of words are ours."""

import re
from collections.abc import Iterator

from quizgame.domain import wording
from quizgame.domain.cards import PutInOrder
from quizgame.domain.choicerules import in_stem
from quizgame.domain.findings import issue, spoken
from quizgame.domain.flaws import Flaw
from quizgame.domain.issues import Issue
from quizgame.domain.items import Item, Option
from quizgame.domain.telling import bare, listed
from quizgame.domain.terms import Glossary
from quizgame.domain.thresholds import Threshold

_QUOTED = re.compile(r"[\"“«「][^\"”»」]*[\"”»」]")
_NEGATIVE = re.compile(r"\b(?:not|except|least|never|cannot|[a-z]+n['’]t)\b", re.IGNORECASE)
_HARMLESS = re.compile(
    r"\b(?:at (?:the very )?least|last but not least|not only|never ?mind|whether or not)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:according to|as (?:stated|mentioned|described|told) in|in the words of) (?:the|this) "
    r"(?:article|text|passage|explainer|author|source|paragraph|above|summary|review)"
    r"|\bmentioned (?:above|below|earlier)\b|\bthe above\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(he|she|him|her|his|hers|they|them|their|theirs|himself|herself|themselves)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?:who|whom|whose|somebody|someone|anybody|anyone|everybody|everyone|nobody|no one|one)\b"
    r"|\b(?:the|a|an|which|what|two|three|both|some|another|each|every) (?!of\b)(?:[a-z]+[- ])?"
    r"(?!(?:does|do|did|is|are|was|were|has|have|had|will|would|can|could|kind|sort|way)\b)[a-z]+",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:(?<!of )(this|these)(?! (?:film|movie|story|book|novel|series|show|play|game|pack"
    r"|question|list|tale|episode|season|statement|cards?|gap|sentence|time|quiz|two|three|four"
    r"|five|six|days)\b)|(those)(?! (?:who|whom|that|which|of|in|on|with)\b))\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<=\s)[\"“‘(]?[A-Z][\w-]+")
_OPENERS = listed(
    "who whom whose what which when where why how in at on by to from with for under over after "
    "before while as if of put fill type choose pick name is are was were do does did has have had "
    "can could will would he she him her his hers they them their it this that these those"
)
"""Words that may open a question and name nobody."""
_WHO_IS = listed("who is was the really actually 누구")
_STOP = re.compile(r"(?<!\b[A-Z])[.!?。？！]+[\"'”’)]*(?=\s|$)")
_SHORTENED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Prof|Capt|Sgt|Lt|Col|Gen|Rev|No|vs|etc)\.")
_TOLD = re.compile(
    r"(?<!\w)(?:"
    r"suicid\w*|self[- ]harm\w*|(?:take|took|taken|taking|end|ended|ending)s? "
    r"(?:his|her|their|my|your) own li(?:fe|ves)|by (?:his|her|their) own hand"
    r"|(?:kill|hang|drown|shoot|hung|shot|hanged)(?:s|ed|ing)? (?:him|her|them)sel(?:f|ves)(?! in )"
    r"|rap(?:e|es|ed|ing|ists?)|molest\w*|incest\w*|sexual(?:ly)? \w+|grop(?:es|ed|ing)"
    r"|assault(?:s|ed|ing)? (?:a |the )?(?:her|him|woman|women|girls?|boys?|child|children|maid)"
    r"|indecent(?:ly)? assault\w*|tortur\w+|mutilat\w+|behead\w*|dismember\w*|genocid\w+"
    r"|abus(?:e|es|ed|ing) (?:of )?(?:his|her|their|him|them|a|the|women|woman|girls?|boys?"
    r"|child|children|wife)|(?:child|domestic) (?:abuse|violence)|beats? (?:his|her) "
    r"(?:wife|child|children|son|daughter|husband)|overdos\w+|drugged|spik(?:es|ed) "
    r"(?:his|her|their|the) drinks?|miscarr\w+|stillb\w+|eating disorder|anorexi\w+"
    r"|자살\w*|자해\w*|스스로 목숨\w*|목숨을 끊\w*|극단적 선택\w*|극단적인 선택\w*"
    r"|성폭\w+|성추행\w*|강간\w*|성범죄\w*|고문\w*|학대\w*|아동 ?학대\w*|불법 ?촬영\w*"
    r")(?!\w)",
    re.IGNORECASE,
)
_WORD_OF_UNSPACED = 2


def of_stem(item: Item, glossary: Glossary) -> Iterator[Issue]:
    """Yield what is wrong with the stem of a card, or with how its theme is announced."""
    yield from _holds_answer(item, glossary)
    yield from _too_long(item)
    yield from _unnoted(item)
    if item.english:
        if "small" in negatives(item.stem.text):
            yield issue(Flaw.NEGATIVE, item.stem, "this stem asks for what is not so")
        yield from _dangling(item)


def negatives(stem: str) -> frozenset[str]:
    """Return how a stem's negative words are written: "small", "CAPITAL", or not at all.

    Of a question only the sentence that asks counts, not one that sets the scene. A capital
    inside a sentence, as in "Never Let Me Go", is that of a title.
    """
    rest = _HARMLESS.sub(" ", _QUOTED.sub(" ", stem))
    if rest.rstrip().endswith("?"):
        rest = next(filter(str.strip, reversed(_STOP.split(rest))), "")
    found = set()
    for word in _NEGATIVE.finditer(rest):
        text = word.group()
        opens = not rest[: word.start()].strip() or rest[: word.start()].rstrip()[-1] in ".?!:"
        if text.replace("’", "").replace("'", "").isupper():
            found.add("CAPITAL")
        elif text.islower() or opens:
            found.add("small")
    return frozenset(found)


def _holds_answer(item: Item, glossary: Glossary) -> Iterator[Issue]:
    if any(in_stem(item, option) for option in item.wrongs):
        return  # "Is it tea or coffee?" gives nothing away.
    for option in item.rights:
        if in_stem(item, option):
            yield issue(Flaw.ANSWER_IN_STEM, item.stem, "this stem holds the answer")
            return
        alias = option.term and option.term in glossary.mentioned(item.stem.text)
        if alias and not _asks_who(item, option):
            yield issue(Flaw.ANSWER_IN_STEM, item.stem, "this stem names the answer by other words")
            return


def _asks_who(item: Item, option: Option) -> bool:
    """Tell whether nothing is asked but whose other name this is: "Who is the Ferryman?"."""
    names = option.term.names if option.term else ()
    asked = tuple(word for word in item.words if word not in _WHO_IS)
    return asked in {bare(name) for name in names}


def _too_long(item: Item) -> Iterator[Issue]:
    text = item.stem.text
    unspaced = sum(map(len, wording.UNSPACED.findall(text)))
    words = len([word for word in text.split() if any(map(str.isalnum, word))])
    words = max(words, unspaced // _WORD_OF_UNSPACED)
    plain = _SHORTENED.sub(" ", _QUOTED.sub(" x ", text))
    parts = [part for part in _STOP.split(plain) if any(map(str.isalnum, part))]
    if words > Threshold.STEM_WORDS.number:
        yield issue(Flaw.TOO_LONG, item.stem, f"this stem has {words} words")
    elif len(parts) > Threshold.STEM_SENTENCES.number:
        yield issue(Flaw.TOO_LONG, item.stem, f"this stem has {len(parts)} sentences")


def _unnoted(item: Item) -> Iterator[Issue]:
    if item.draft.card.notes:
        return
    for text in item.draft.said:
        told = _TOLD.search(text.text) if text.role != "id" else None
        if told:
            message = f"this {spoken(text)} says '{told.group()}', and the card has no content note"
            yield issue(Flaw.NO_NOTE, text, message)
            return


def _dangling(item: Item) -> Iterator[Issue]:
    text = _QUOTED.sub(" ", item.stem.text)
    if _SOURCE.search(text):
        yield issue(Flaw.DANGLING, item.stem, "this stem leans on a text the player has not got")
        return
    pointing = _POINTING.search(text)
    # What stands below the stem is pointed to by "these" where it is to be put in order.
    ordering = isinstance(item.draft.card.kind, PutInOrder)
    if pointing and not ordering and not _STOP.search(text[: pointing.start()]):
        yield issue(Flaw.DANGLING, item.stem, f"'{pointing.group().strip()}' points to nothing")
        return
    pronoun = _PRONOUN.search(text)
    names = _CAPITAL.search(text) or not _OPENERS.issuperset(item.words[:1])
    if pronoun and not names and not _SOMEBODY.search(text[: pronoun.start()]):
        yield issue(Flaw.DANGLING, item.stem, f"'{pronoun.group()}' is said of nobody named")
