"""The words of a text that tell what it is about, without their endings; grammar left out."""

import re

from quizgame.domain import wording


def listed(words: str) -> frozenset[str]:
    """Return the words of a list written as one text."""
    return frozenset(words.split())


SMALL = frozenset(
    {
        *("about", "after", "also", "been", "before", "being", "book", "character"),
        *("characters", "could", "does", "false", "film", "first", "from", "game", "have"),
        *("into", "last", "more", "most", "name", "names", "once", "only", "other", "over"),
        *("play", "said", "says", "series", "some", "story", "than", "that", "their", "them"),
        *("then", "there", "these", "they", "this", "those", "through", "true", "type"),
        *("under", "until", "were", "what", "when", "where", "which", "while", "whom"),
        *("whose", "will", "with", "would", "your"),
    }
)
"""Words of four letters and more that tell nothing."""
SHORTEST_WORD = 4
ARTICLES = listed("a an the")
_ASKING = listed("each every 무엇 어디 누구 언제 어떤 어느 이름")
_SHORTEST_HANGUL = 2
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)+")


def stem(word: str) -> str:
    """Return a folded word without an English ending."""
    for ending in ("ings", "ing", "ies", "ed", "es", "s", "d", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_WORD - 1:
            return word[: -len(ending)]
    return word


def telling(text: str) -> frozenset[str]:
    """Return the telling words of a text: those of four letters, names and numbers included.

    A word of Hangul counts from two syllables on.
    """
    return frozenset(
        stem(word)
        for word in tokens(text)
        if word not in SMALL and word not in _ASKING and len(word) >= _least(word)
    )


def _least(word: str) -> int:
    if wording.HANGUL.search(word):
        return _SHORTEST_HANGUL
    return 1 if word[0].isdigit() else SHORTEST_WORD


def tokens(text: str) -> list[str]:
    """Return the folded words of a text, Hangul without particles, 7:12 and 10,000 as one word."""
    if _TOKEN.search(text):
        text = _TOKEN.sub(lambda number: re.sub(r"\D", "0q0", number.group()), text)
    words = wording.folded(wording.words_of(text))
    return words if text.isascii() else [_without_particles(word) for word in words]


def _without_particles(word: str) -> str:
    """Return a word of Hangul cut to two syllables or more that only particles follow."""
    if wording.HANGUL.match(word):
        for size in range(_SHORTEST_HANGUL, len(word)):
            if wording.follows_name(word[size:], certain=True):
                return word[:size]
    return word


def bare(text: str) -> tuple[str, ...]:
    """Return the folded words of a text without the article before them."""
    words = tokens(text)
    return tuple(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


def holds(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Tell whether the words hold the phrase, one word after the other."""
    size = len(phrase)
    return any(words[at : at + size] == phrase for at in range(len(words) - size + 1))
