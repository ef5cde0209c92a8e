"""Judging a typed answer: forgiving about typing, strict about meaning."""

import re
import unicodedata

from quizgame.domain.wording import in_plain_letters

BREAKS = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""The kinds of signs that break a line or are none: controls, halves of characters, separators."""
_ARTICLES = frozenset({"a", "an", "the"})
_HANGUL = re.compile(r"[ᄀ-ᇿ가-힣]")
_DIGIT = re.compile(r"\d")
# Letters that a slip of the finger may change, by length of the expected answer (ours: a name of
# four letters with one wrong is often another name).
_SLIPS = ((5, 0), (9, 1), (10_000, 2))
_SLIPS_JAMO = ((6, 0), (10_000, 1))


def in_a_line(text: str) -> str:
    """Return words as they stand in a line: what would break it, when pasted, is a space."""
    return "".join(" " if unicodedata.category(sign) in BREAKS else sign for sign in text)


def folded(text: str) -> str:
    """Return the answer as it is compared: no case, accents, punctuation, articles or spaces."""
    decomposed = unicodedata.normalize("NFKD", in_plain_letters(text.casefold()))
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    words = re.sub(r"[^\w\s]|_", " ", kept.replace("'", "").replace("’", "")).split()
    significant = [word for word in words if word not in _ARTICLES] or words
    return "".join(significant)


def distance(left: str, right: str) -> int:
    """Return the edits between two strings; swapping neighbours counts as one."""
    before: list[int] = []
    above = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]


def same_answer(typed: str, expected: str) -> bool:
    """Tell whether `typed` is `expected` up to case, accents, articles and a small slip.

    Numbers get no slack: 1987 is not 1988. Hangul is compared letter by letter (jamo), which is
    how a slip happens on a Korean keyboard.
    """
    given, wanted = folded(typed), folded(expected)
    if not given or not wanted:
        return False
    if given == wanted:
        return True
    if _DIGIT.search(wanted) or _DIGIT.search(given):
        return False
    limits = _SLIPS_JAMO if _HANGUL.search(wanted) else _SLIPS
    allowed = next(slips for below, slips in limits if len(wanted) < below)
    return (
        allowed > 0
        and abs(len(given) - len(wanted)) <= allowed
        and distance(given, wanted) <= allowed
    )
