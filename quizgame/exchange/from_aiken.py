"""Aiken: a question on a line, its choices after letters, and a line `ANSWER: B`."""

import re
from collections.abc import Iterator

from quizgame.exchange.found import CannotCarry, CannotRead, Found, Told, beginning, tried
from quizgame.exchange.found import is_true_false as true_false
from quizgame.exchange.plaintext import Markup, plain

ANSWER = re.compile(r"ANSWER:[ \t]*([A-Za-z])[ \t.)]*", re.IGNORECASE)
_CHOICE = re.compile(r"([A-Z])[.)][ \t]+(.*)|([A-Z])[.)]()")


def read(text: str) -> Iterator[Found | Told]:
    """Yield the questions of the file; what comes after the last answer is told, too."""
    first, lines, answers = 1, list[str](), 0
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()  # noqa: PLW2901
        if not line:
            continue
        if not lines:
            first = number
        lines.append(line)
        if line.upper().startswith("ANSWER:"):
            answers += 1
            yield _tried(lines, first)
            lines = []
    if not answers:
        message = "it has no line such as 'ANSWER: B', so it is not in Aiken's format"
        raise CannotRead(message)
    if lines:
        why = "no line such as 'ANSWER: B' follows it"
        yield Told(f"line {first}", beginning(plain_start(lines[0])), why)


def plain_start(line: str) -> str:
    """Return the beginning of a line, to know a question by."""
    return plain(line[:200], Markup.PLAIN)


def _tried(lines: list[str], first: int) -> Found | Told:
    place = f"line {first}"
    return tried(place, beginning(plain_start(lines[0])), lambda: _question(lines, place))


def _question(lines: list[str], place: str) -> Found:
    stem: list[str] = []
    choices: dict[str, str] = {}
    for line in lines[:-1]:
        choice = _CHOICE.fullmatch(line)
        if choice and stem:
            letter = choice.group(1) or choice.group(3)
            if letter in choices:
                message = f"the choice {letter} stands twice"
                raise CannotCarry(message)
            choices[letter] = plain(choice.group(2) or "", Markup.PLAIN)
        elif choices:
            message = "a line between its choices begins with no letter"
            raise CannotCarry(message)
        else:
            stem.append(line)
    answer = ANSWER.fullmatch(lines[-1])
    letters = list(choices)
    if answer is None or answer.group(1).upper() not in letters:
        message = "its ANSWER is not the letter of one of its choices"
        raise CannotCarry(message)
    right = letters.index(answer.group(1).upper())
    options = tuple(choices.values())
    flat = true_false(options)
    return Found(
        place=place,
        asking="true-false" if flat else "choice",
        stem=plain(" ".join(stem), Markup.PLAIN),
        choices=() if flat else options,
        right=frozenset({int(options[right].casefold() == "false") if flat else right}),
    )
