"""Moodle XML: read as a stream, one question at a time, without entities or a document type."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.exchange.found import CannotCarry, CannotRead, Found, Told, beginning, tried
from quizgame.exchange.moodleways import (
    ESSAY,
    FULL,
    PAIRS,
    PARTLY,
    RANGE,
    category_of,
    difficulty_of,
    without_stars,
)
from quizgame.exchange.plaintext import LONGEST, Markup, plain

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST = 40
_MARKUPS = {"html": Markup.HTML, "plain_text": Markup.PLAIN}
_BROKEN = "its XML is broken"
_KINDS = {
    "matching": PAIRS,
    "essay": ESSAY,
    "description": "it is a text without a question",
    "cloze": "it has gaps in its text (cloze)",
    "multianswer": "it has gaps in its text (cloze)",
    "gapselect": "it has gaps in its text",
    "ddwtos": "it has words to be dragged",
    "ddimageortext": "it needs a picture",
    "ddmarker": "it needs a picture",
    "ordering": "its order is Moodle's; write it anew as a card of the kind 'order'",
    "randomsamatch": "it is put together by Moodle",
    "random": "it is put together by Moodle",
}


def read(data: bytes) -> Iterator[Found | Told]:
    """Yield the questions of the file; CannotRead when it is no such XML."""
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415

    from defusedxml import DefusedXmlException  # noqa: PLC0415 (only where XML is read)

    category, number = "", 0
    try:
        for element in _questions(data):
            kind = element.get("type", "")
            if kind == "category":
                category = category_of(element.findtext("category/text") or "")
                continue
            number += 1
            yield _question(element, kind, f"question {number}", category)
    except DefusedXmlException:
        message = "its XML declares entities or a document type, which a quiz does not need"
        raise CannotRead(message) from None
    except ParseError as error:
        message = f"{_BROKEN} on line {error.position[0]}"
        raise CannotRead(message) from None
    except (ValueError, LookupError):
        # An encoding that is unknown, or says it is another.
        raise CannotRead(_BROKEN) from None


def _questions(data: bytes) -> Iterator["Element"]:
    """Yield each question when it has been read whole, and forget it afterwards."""
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415

    depth, root = 0, None
    for event, element in iterparse(io.BytesIO(data), ("start", "end"), forbid_dtd=True):
        if event == "start":
            depth += 1
            if depth > DEEPEST:
                message = "its XML is nested too deep"
                raise CannotRead(message)
            if root is None:
                root = element
                if element.tag != "quiz":
                    message = "it is not a quiz in Moodle's XML"
                    raise CannotRead(message)
            continue
        depth -= 1
        if element.tag == "question" and depth == 1:
            yield element
        if depth == 1 and root is not None:
            root.clear()


def _question(element: "Element", kind: str, place: str, category: str) -> Found | Told:
    stem = element.findtext("questiontext/text") or element.findtext("name/text") or ""
    return tried(place, _start(stem), lambda: _of_kind(element, kind, place, category))


def _start(text: str) -> str:
    """Return how a question begins; one that needs a picture is known by its words alone."""
    without = re.sub(r"<(?:img|iframe|object|audio|video|embed)\b[^<>]*>", "", text[:LONGEST])
    try:
        return beginning(plain(without.replace("@@PLUGINFILE@@", "")))
    except CannotCarry:
        return ""


def _text(element: "Element | None") -> str:
    """Return the plain words of an element that holds `<text>` and says in what format."""
    if element is None:
        return ""
    if element.find("file") is not None:
        message = "it needs a picture or a sound"
        raise CannotCarry(message)
    markup = _MARKUPS.get(element.get("format", ""), Markup.LOOSE)
    return plain(element.findtext("text") or "", markup)


def _of_kind(element: "Element", kind: str, place: str, category: str) -> Found:
    if kind in _KINDS:
        raise CannotCarry(_KINDS[kind])
    if kind not in {"multichoice", "truefalse", "shortanswer", "numerical"}:
        shown = f" '{kind}'" if re.fullmatch(r"[\w-]{1,30}", kind) else ""
        message = f"no card is like Moodle's type{shown}"
        raise CannotCarry(message)
    answers = element.findall("answer")
    shares = [_share(answer) for answer in answers]
    several = kind == "multichoice" and _said(element.find("single")) in {"false", "0"}
    numbers = frozenset(
        n for n, share in enumerate(shares) if share == FULL or (several and share > 0)
    )
    right = [answers[number] for number in sorted(numbers)]
    tags = " ".join(tag.text or "" for tag in element.findall("tags/tag/text"))
    base = Found(
        place=place,
        asking="typed",
        stem=_text(element.find("questiontext")),
        why=_text(element.find("generalfeedback")) or _feedback(right),
        category=category,
        difficulty=difficulty_of(tags),
    )
    if kind == "truefalse":
        truth = any(_said(answer.find("text")) == "true" for answer in right)
        return replace(base, asking="true-false", right=frozenset({0 if truth else 1}))
    if kind == "multichoice":
        partly = not several and any(0 < share < FULL for share in shares)
        return replace(
            base,
            asking="several" if several else "choice",
            choices=tuple(_text(answer) for answer in answers),
            right=numbers,
            remarks=(PARTLY,) if partly else (),
        )
    spellings, remarks = _spellings(right, kind, len(answers))
    return replace(base, choices=spellings, remarks=remarks)


def _said(element: "Element | None") -> str:
    return (element.text or "").strip().casefold() if element is not None else ""


def _share(answer: "Element") -> float:
    try:
        return float(answer.get("fraction", "0"))
    except ValueError:
        return 0.0


def _feedback(answers: list["Element"]) -> str:
    return next((words for a in answers if (words := _text(a.find("feedback")))), "")


def _spellings(
    full: list["Element"], kind: str, among: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what counts when typed, and what had to be left behind."""
    texts = [_text(answer) for answer in full]
    if kind == "shortanswer":
        return without_stars(texts, among)
    if any((answer.findtext("tolerance") or "0").strip().strip("0.,") for answer in full):
        raise CannotCarry(RANGE)
    return tuple(texts), ()
