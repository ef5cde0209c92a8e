"""The part of a GIFT question in braces: which kind it is, and what is right."""

import re
from dataclasses import dataclass

from quizgame.exchange.found import CannotCarry, Found, beginning
from quizgame.exchange.moodleways import ESSAY, FULL, PAIRS, PARTLY, RANGE, without_stars
from quizgame.exchange.plaintext import LONGEST, Markup, legible, plain

ESCAPED = "~=#{}:"
_MASKS = {f"\\{sign}": chr(0xFDD1 + place) for place, sign in enumerate(ESCAPED)} | {
    "\\\\": "\ufdd0",
    "\\n": "\ufdd7",
}
"""What stands for an escaped sign while a question is taken apart: no text can hold these."""
_SHOWN = {mask: escape[1] for escape, mask in _MASKS.items()} | {"\ufdd7": "\n"}
_ESCAPE = re.compile(r"\\[\\~=#{}:n]")
_MASK = re.compile("[\ufdd0-\ufdd7]")
_NOT_TEXT = re.compile("[\ufdd0-\ufdef]")
_WEIGHT = re.compile(r"%(-?[0-9]{1,3}(?:\.[0-9]*)?)%")
_FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]")
_MARKUPS = {"html": Markup.HTML, "plain": Markup.PLAIN}
_TRUE, _FALSE = frozenset({"T", "TRUE"}), frozenset({"F", "FALSE"})
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_BLANK = "_____"


def hidden(text: str) -> str:
    """Return the text with every escaped sign behind a mask."""
    return _ESCAPE.sub(lambda escape: _MASKS[escape.group()], _NOT_TEXT.sub("", text))


def shown(text: str) -> str:
    """Return the text with the masks off."""
    return _MASK.sub(lambda mask: _SHOWN[mask.group()], text)


def started(text: str) -> str:
    """Return how a question begins, to know it by; its markup is left as it is."""
    return beginning(legible(shown(_FORMAT.sub("", _wording(text[:LONGEST]), count=1))))


def _wording(text: str) -> str:
    """Return the question without its braces; a blank where they stood in a sentence."""
    start, end = text.find("{"), text.find("}")
    if start < 0 or end < start:
        return text
    after = text[end + 1 :]
    return f"{text[:start]}{_BLANK if after.strip() else ''}{after}"


@dataclass(frozen=True, slots=True)
class _Answer:
    """One answer: its share of the marks in percent, its words and its feedback."""

    share: float
    text: str
    feedback: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """What surrounds the answers; `markup` is how texts are read that say nothing else."""

    place: str
    stem: str
    markup: Markup
    general: str
    category: str
    difficulty: int

    def words(self, text: str) -> str:
        """Return a text of the question in plain words."""
        return _words(text, self.markup)


def _words(text: str, markup: Markup) -> str:
    """Return a text in plain words, read as its own prefix says if it has one."""
    named = _FORMAT.match(text.strip())
    if named:
        text = text.strip()[named.end() :]
        markup = _MARKUPS.get(named.group(1), Markup.LOOSE)
    return plain(shown(text), markup)


def answered(text: str, place: str, category: str, difficulty: int) -> Found:
    """Return the question; `text` is masked and has no title."""
    start, end = text.find("{"), text.find("}")
    if start < 0 and end < 0:
        message = "it is a text without answers"
        raise CannotCarry(message)
    if start < 0 or end < start:
        message = "its braces do not match; escape those that belong to a text: \\{"
        raise CannotCarry(message)
    if "{" in text[end:] or "}" in text[end + 1 :]:
        message = "it has more than one pair of braces"
        raise CannotCarry(message)
    raw = _wording(text)
    named = _FORMAT.match(raw.strip())
    markup = _MARKUPS.get(named.group(1), Markup.LOOSE) if named else Markup.LOOSE
    body = text[start + 1 : end].strip()
    mark = body.rfind("####")
    general = _words(body[mark + 4 :], markup) if mark >= 0 else ""
    body = body[:mark].strip() if mark >= 0 else body
    asked = _Asked(place, _words(raw, markup), markup, general, category, difficulty)
    return _of_kind(body, asked)


def _of_kind(body: str, asked: _Asked) -> Found:
    head = body.split("#", 1)[0].strip()
    if not body:
        raise CannotCarry(ESSAY)
    if body.startswith("#"):
        return _number(body[1:].split("~", 1)[0], asked)
    if "~" in body:
        return _picked(body, asked)
    if "=" in body and "->" in body:
        raise CannotCarry(PAIRS)
    if head in _TRUE | _FALSE:
        return _true_false(body, asked)
    return _typed(_split(body, "="), asked)


def _split(body: str, sign: str) -> list[_Answer]:
    """Return the answers after each sign, all with full marks unless a weight says otherwise."""
    parts = [part.strip() for part in body.split(sign)]
    return [_answer(part, FULL) for part in (parts if parts[0] else parts[1:])]


def _answer(part: str, share: float) -> _Answer:
    weight = _WEIGHT.match(part)
    if weight:
        share, part = float(weight.group(1)), part[weight.end() :]
    text, _, feedback = part.partition("#")
    return _Answer(share, text.strip(), feedback.strip())


def _true_false(body: str, asked: _Asked) -> Found:
    answer, *feedbacks = (part.strip() for part in body.split("#", 2))
    wrong, right = (*feedbacks, "", "")[:2]
    return Found(
        place=asked.place,
        asking="true-false",
        stem=asked.stem,
        right=frozenset({0 if answer in _TRUE else 1}),
        why=asked.general or asked.words(right) or asked.words(wrong),
        category=asked.category,
        difficulty=asked.difficulty,
    )


def _picked(body: str, asked: _Asked) -> Found:
    """Return a question with choices: one right (`=`), or shares of the marks for several."""
    single = "=" in body
    parts = [part.strip() for part in body.replace("=", "~=").split("~")]
    answers = [
        # After `=` no weight is read, as in Moodle.
        _Answer(FULL, *(bit.strip() for bit in (*part[1:].split("#", 1), "")[:2]))
        if part.startswith("=")
        else _answer(part, 0.0)
        for part in (parts if parts[0] else parts[1:])
    ]
    right = frozenset(
        n for n, a in enumerate(answers) if (a.share == FULL if single else a.share > 0)
    )
    partly = single and any(0 < answer.share < FULL for answer in answers)
    why = asked.general or next((a.feedback for n, a in enumerate(answers) if n in right), "")
    return Found(
        place=asked.place,
        asking="choice" if single else "several",
        stem=asked.stem,
        choices=tuple(asked.words(answer.text) for answer in answers),
        right=right,
        why=why if asked.general else asked.words(why),
        category=asked.category,
        difficulty=asked.difficulty,
        remarks=(PARTLY,) if partly else (),
    )


def _typed(answers: list[_Answer], asked: _Asked) -> Found:
    full = [answer for answer in answers if answer.share == FULL]
    spellings, remarks = without_stars([asked.words(a.text) for a in full], len(answers))
    return Found(
        place=asked.place,
        asking="typed",
        stem=asked.stem,
        choices=spellings,
        why=asked.general or next((asked.words(a.feedback) for a in full if a.feedback), ""),
        category=asked.category,
        difficulty=asked.difficulty,
        remarks=remarks,
    )


def _number(body: str, asked: _Asked) -> Found:
    """Return a question for a number; one that leaves room on either side cannot be carried."""
    answers = [answer for answer in _split(body, "=") if answer.share == FULL]
    numbers = []
    for answer in answers:
        number, _, room = answer.text.partition(":")
        if ".." in number or room.strip().strip("0.,"):
            raise CannotCarry(RANGE)
        if not _NUMBER.fullmatch(number.strip()):
            message = "its answer is not a number"
            raise CannotCarry(message)
        numbers.append(number.strip())
    return Found(
        place=asked.place,
        asking="typed",
        stem=asked.stem,
        choices=tuple(numbers),
        why=asked.general or next((asked.words(a.feedback) for a in answers if a.feedback), ""),
        category=asked.category,
        difficulty=asked.difficulty,
    )
