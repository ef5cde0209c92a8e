"""What a word that the format does not know was most likely meant for."""

import difflib
from collections.abc import Collection, Iterable

_WORDS_COMPARED = 200
_FEW = 8
_USUAL = {
    "question": "stem", "statement": "stem", "text": "stem", "prompt": "stem",
    "explanation": "why", "reason": "why", "because": "why", "options": "choices",
    "option": "choices", "correct": "answer", "solution": "answer", "level": "difficulty",
    "type": "kind", "topic": "category", "picture": "image", "photo": "image", "audio": "sound",
    "license": "licence", "author": "authors", "lang": "language", "colours": "poster",
    "colors": "poster", "subtitle": "tagline", "alias": "aliases", "name": "title", "from": "tier",
    "description": "alt", "caption": "alt", "path": "file",
}  # fmt: skip
"""What other programs and people call the fields."""


def did_you_mean(text: str, words: Iterable[str]) -> str:
    """Return a hint naming the nearest of the words, or nothing."""
    some = sorted(words)[:_WORDS_COMPARED]
    near = difflib.get_close_matches(text[:60].casefold(), some, n=1, cutoff=0.55)
    return f"did you mean '{near[0]}'?" if near else ""


def one_of(words: Collection[str]) -> str:
    """Return a hint that lists the words where they are few, or nothing."""
    if not 1 < len(words) <= _FEW:
        return ""
    *some, last = words
    return f"write {', '.join(some)} or {last}"


def usual_word(name: str) -> str:
    """Return the field that people call so, or nothing."""
    return _USUAL.get(name.casefold(), "")
