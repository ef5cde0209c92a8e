"""What GIFT and Moodle's XML have in common: shares of the marks, stars, categories and tags."""

import re
from collections.abc import Sequence

from quizgame.exchange.found import MIDDLING, CannotCarry

FULL = 100.0
"""The share of the marks, in percent, that an answer earns which counts as right."""
PARTLY = "what earned part of the marks is wrong now"
PAIRS = "it asks to match pairs"
ESSAY = "it asks for an essay"
RANGE = "it takes any number within a range"
_LONE_SLASH = re.compile(r"(?<!/)/(?!/)")
_DIFFICULTY = re.compile(r"\bdifficulty-([123])\b")
_WILD = re.compile(r"(?<!\\)\*")


def category_of(path: str) -> str:
    """Return the last part of a path such as `$course$/top/Capes`, where `//` is a slash."""
    return _LONE_SLASH.split(path.strip())[-1].replace("//", "/")


def difficulty_of(tags: str) -> int:
    """Return what a tag such as `difficulty-3` says; middling when none does."""
    told = _DIFFICULTY.search(tags)
    return int(told.group(1)) if told else MIDDLING


def without_stars(full: Sequence[str], among: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the answers that can be typed, and what is told of the others.

    `full` are those that earn all marks, of `among` answers. A star in one stands for anything,
    and a star after a backslash for itself.
    """
    kept = [text for text in full if not _WILD.search(text)]
    if full and not kept:
        message = "its answer holds a '*' that stands for anything"
        raise CannotCarry(message)
    remarks = ["without the answers that earn part of the marks"] if len(full) < among else []
    remarks += ["without the answers in which a '*' stands for anything"] * (len(kept) < len(full))
    return tuple(text.replace("\\*", "*") for text in kept), tuple(remarks)
