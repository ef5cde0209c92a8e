"""What parts one choice from another by its looks: kind, article, capital, stop; and what fits.

Used by the rules that name such a difference, and by the know-nothing players who live by it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from quizgame.domain import wording
from quizgame.domain.items import Item, Option
from quizgame.domain.telling import ARTICLES, listed

_DETERMINERS = ARTICLES | listed(
    "his her its their my our your some no every each another this that any"
)
_OPENERS = listed(
    "in on at by to from with of for under over through into across behind beside near because "
    "after before while when as during about without he she it they we i you that both neither "
    "nobody nothing everyone everybody someone somebody anyone none how why where what who whom "
    "if never always not only all"
)
_VERBS = listed("is are was were has have had does did do will would can could must may")
_STOPS = (".", "!", "?", ";", "。", "？", "！")
_QUOTES = ('"', "“", "‘", "'", "«", "「")
_BY_CONSONANT = re.compile(r"(?:uni(?!n)|use|usu|uto|eu|ewe|one\b|once|u[bcfhjkqrst][aeiou])")
_SILENT = re.compile(r"(?:hour|honest|heir|honou?r)")
_ARTICLE_ASKED = re.compile(r"\b(an?)\s*(?:_{2,}|\.{3}|…|[?:.]?\s*$)", re.IGNORECASE)
_NUMBER_ASKED = re.compile(
    r"^(?:which \w+|who|which)\s+(is|was|has|are|were|have)\b|_{2,}\s+(is|was|has|are|were|have)\b",
    re.IGNORECASE,
)
_MANY = listed("are were have")
_PLURALS = listed("men women children people feet teeth mice geese police twins both")
_HE = listed("he him his himself")
_SHE = listed("she her hers herself")
_MALE = listed(
    "man boy father son brother husband uncle nephew king prince lord duke count sir mister "
    "grandfather widower priest monk waiter actor policeman fisherman groom gentleman wizard "
    "bishop abbot pope cardinal knight butler baron emperor dad boyfriend stepfather grandson "
    "postman nobleman"
)
_FEMALE = listed(
    "woman girl mother daughter sister wife aunt niece queen princess lady duchess countess missus "
    "grandmother widow nun waitress actress policewoman bride witch baroness empress mum mom "
    "girlfriend stepmother granddaughter heroine noblewoman hostess"
)


def parted_by(item: Item) -> Iterator[tuple[str, Option]]:
    """Yield each way in which the choices differ, in words, with the one that is most alone."""
    for words, label in _LABELS:
        labels = _labels(item, label)
        known = [name for name in labels if name]
        if len(set(known)) > 1:
            alone = min(known, key=known.count)
            yield words, item.choices[labels.index(alone)]


def oddness(item: Item) -> list[int]:
    """Return for each choice in how many ways it alone differs from all others."""
    odd = [0] * len(item.choices)
    if not odd:
        return odd
    for label in (_kind, _size(item.choices), *(label for _, label in _LABELS)):
        counts = Counter(labels := _labels(item, label))
        # What a label does not know is no difference: "A bank" is a place, declared or not.
        if len(counts) == 2 and len(labels) > 2 and all(counts):  # noqa: PLR2004
            for number, name in enumerate(labels):
                odd[number] += counts[name] == 1
    return odd


def _labels(item: Item, label: "_Label") -> list[str]:
    return [label(option, item.english) for option in item.choices]


_Label = Callable[[Option, bool], str]


def _kind(option: Option, _english: bool) -> str:  # noqa: FBT001 (a _Label)
    if option.text[0].isdigit() or (len(option.words) == 1 and option.words[0].isdigit()):
        return "number"
    return option.term.sort if option.term else ""


def _written(option: Option, english: bool) -> str:  # noqa: FBT001 (a _Label)
    """Return whether an English common noun has an article or the like; nothing for a name."""
    words = wording.words_of(option.text) if english else []
    if not words or option.text[0].isdigit():
        return ""
    first = words[0].casefold()
    owned = option.text.split()[0].endswith(("'s", "’s", "s'", "s’"))
    if first in _DETERMINERS or option.words[0].isdigit() or owned:
        return "article"
    further = [word for word in words[1:] if len(word) > 2]  # noqa: PLR2004 ("of", "de")
    name = option.named or (bool(further) and all(word[0].isupper() for word in further))
    neutral = first in _OPENERS or name or _plural(words) or first.endswith("ing")
    neutral |= any(word in _VERBS for word in words)
    return "" if neutral else "bare"


def _case(option: Option, _english: bool) -> str:  # noqa: FBT001 (a _Label)
    letter = next((c for c in option.text if c.isalpha()), "")
    if letter.islower():
        return "small"
    return "capital" if letter.isupper() else ""


def _stop(option: Option, _english: bool) -> str:  # noqa: FBT001 (a _Label)
    return "stop" if option.text.endswith(_STOPS) else "none"


def _quoted(option: Option, _english: bool) -> str:  # noqa: FBT001 (a _Label)
    return "quoted" if option.text.startswith(_QUOTES) else "plain"


_LABELS: tuple[tuple[str, _Label], ...] = (
    ("with and without an article", _written),
    ("with small and capital letters", _case),
    ("with and without a stop", _stop),
    ("with and without quotation marks", _quoted),
)


def kinds_of(item: Item) -> tuple[str, ...]:
    """Return the kinds of thing the choices are, where there is more than one: "person", "place".

    Where some begin with a number and others do not, the others are "word".
    """
    kinds = [_kind(option, item.english) for option in item.choices]
    if "number" in kinds and len(set(kinds)) > 1:
        kinds = ["number" if kind == "number" else kind or "word" for kind in kinds]
    found = tuple(dict.fromkeys(kind for kind in kinds if kind))
    return found if len(found) > 1 else ()


def _size(options: Sequence[Option]) -> _Label:
    sizes = sorted(len(option.text) for option in options)
    middle = sizes[len(sizes) // 2]

    def label(option: Option, _english: bool) -> str:  # noqa: FBT001 (a _Label)
        size = len(option.text)
        return "long" if size > 2 * middle else "short" if 2 * size < middle else "middling"

    return label


class Fit(NamedTuple):
    """Whether a choice fits the stem: by a or an, by number, by gender; None where it may."""

    article: bool | None
    number: bool | None
    gender: bool | None


def fit(item: Item, option: Option) -> Fit:
    """Return how a choice fits an English stem."""
    if not item.english:
        return Fit(None, None, None)
    stem = item.stem.text
    return Fit(_article_fits(stem, option), _number_fits(stem, option), _gender_fits(item, option))


def _article_fits(stem: str, option: Option) -> bool | None:
    asked = _ARTICLE_ASKED.search(stem)
    first = option.text.casefold().lstrip("\"'“‘")
    if not asked or not first[:1].isalpha() or first.split()[0] in _DETERMINERS:
        return None
    vowel = first[0] in "aeiou" and not _BY_CONSONANT.match(first)
    return (vowel or bool(_SILENT.match(first))) == (asked[1].casefold() == "an")


def _number_fits(stem: str, option: Option) -> bool | None:
    asked = _NUMBER_ASKED.search(stem)
    if not asked:
        return None
    return _plural(wording.words_of(option.text)) == ((asked[1] or asked[2]).casefold() in _MANY)


def _plural(words: Sequence[str]) -> bool:
    """Tell whether a phrase speaks of several: "Two cats", "Cups of tea", "Bread and jam"."""
    folded = wording.folded(words)
    if "and" in folded:
        return True
    ends = (n for n, word in enumerate(folded) if n and word in _OPENERS)
    head = folded[next(ends, len(folded)) - 1] if folded else ""
    single = folded and folded[0] in {"a", "an", "1"}
    endings = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    return not single and (endings or head in _PLURALS)


def _gender_fits(item: Item, option: Option) -> bool | None:
    stem = set(wording.folded(wording.words_of(item.stem.text)))
    female, male = bool(stem & _SHE), bool(stem & _HE)
    somebody = stem & (_FEMALE | _MALE) or _names_somebody(item.stem.text)
    if female == male or somebody:
        return None
    words = set(wording.folded(wording.words_of(option.text)))
    is_female, is_male = bool(words & _FEMALE), bool(words & _MALE)
    return None if is_female == is_male else is_female == female


def _names_somebody(stem: str) -> bool:
    """Tell whether a word other than the first of a sentence has a capital."""
    return re.search(r"(?<![.?!])\s[\"“‘(]?[A-Z][a-z]", stem) is not None
