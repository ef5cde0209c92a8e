"""GIFT, Moodle's text format: read the way Moodle reads it, question by question."""

import re
from collections.abc import Iterator

from quizgame.exchange.found import CannotRead, Found, Told, tried
from quizgame.exchange.giftanswers import answered, hidden, started
from quizgame.exchange.moodleways import category_of, difficulty_of
from quizgame.exchange.plaintext import LONGEST

CATEGORY = "$CATEGORY:"
_TITLE = re.compile(r"::(.*?)::", re.DOTALL)


def read(text: str) -> Iterator[Found | Told]:
    """Yield the questions of the file, category by category; CannotRead when it has none."""
    category, questions = "", 0
    for first, lines in _blocks(text):
        at = 0
        while at < len(lines) and lines[at].startswith((CATEGORY, "//")):
            if lines[at].startswith(CATEGORY):
                category = category_of(lines[at].removeprefix(CATEGORY))
            at += 1
        if at < len(lines):
            questions += 1
            yield _question(lines, at, f"line {first + at}", category)
    if not questions:
        message = "it holds no questions in GIFT"
        raise CannotRead(message)


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines between blank ones, with the number of the first."""
    first, lines = 1, list[str]()
    for number, line in enumerate([*text.split("\n"), ""], 1):
        line = line.strip()  # noqa: PLW2901
        if line:
            first = first if lines else number
            lines.append(line)
        elif lines:
            yield first, lines
            lines = []


def _question(lines: list[str], at: int, place: str, category: str) -> Found | Told:
    """Return the question of a block; comments and categories stand before line `at` of it."""
    comments = "\n".join(line for line in lines if line.startswith("//"))
    body = ("" if line.startswith("//") else line for line in lines[at:])
    text = hidden("\n".join(body)).strip()
    # The title is for Moodle's own lists; players never see it.
    text = _TITLE.sub("", text, count=1).strip() if text.startswith("::") else text
    difficulty = difficulty_of(comments)
    if len(text) > LONGEST:
        message = f"it has {len(text):,} characters, too many for a card"
        return Told(place, started(text), message)
    return tried(place, started(text), lambda: answered(text, place, category, difficulty))
