"""Open Trivia DB: the JSON its API gives, in any of the encodings it offers."""

import base64
import binascii
import html
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from quizgame.exchange.found import (
    MIDDLING,
    CannotCarry,
    CannotRead,
    Found,
    Told,
    beginning,
    tried,
)
from quizgame.exchange.plaintext import Markup, plain

_DIFFICULTY = {"easy": 1, "medium": 2, "hard": 3}
_CODES = {
    1: "it holds no questions: none were there for what was asked",
    2: "it holds no questions: what was asked was not understood",
    3: "it holds no questions: the session token was not known",
    4: "it holds no questions: all had been given out already",
    5: "it holds no questions: it was asked too often in a short time",
}


def read(text: str) -> Iterator[Found | Told]:
    """Yield the questions of the file; CannotRead when it is no such JSON."""
    try:
        root = json.loads(text)
    except RecursionError:
        message = "its JSON is nested too deep"
        raise CannotRead(message) from None
    except ValueError as error:
        place = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        message = f"its JSON is broken{place}"
        raise CannotRead(message) from None
    rows = root.get("results") if isinstance(root, dict) else root
    if not isinstance(rows, list):
        message = "it has no list of 'results', as Open Trivia DB writes it"
        raise CannotRead(message)
    code = root.get("response_code") if isinstance(root, dict) else 0
    if not rows and isinstance(code, int) and code in _CODES:
        raise CannotRead(_CODES[code])
    for number, row in enumerate(rows, 1):
        place = f"question {number}"
        stem = row.get("question") if isinstance(row, dict) else ""
        what = beginning(_words(stem, str)) if isinstance(stem, str) else ""
        yield tried(place, what, lambda row=row, place=place: _question(row, place))  # type: ignore[misc]


def _words(text: str, decode: Any) -> str:  # noqa: ANN401 (a function on text)
    try:
        return plain(html.unescape(decode(text)), Markup.PLAIN)
    except CannotCarry:
        return ""


def _question(row: object, place: str) -> Found:
    if not isinstance(row, dict):
        message = "it is not made of fields"
        raise CannotCarry(message)
    decode = _decoder(row)

    def words(name: str) -> str:
        value = row.get(name, "")
        if not isinstance(value, str):
            message = f"its '{name}' is not a text"
            raise CannotCarry(message)
        return plain(html.unescape(decode(value)), Markup.PLAIN)

    wrong = row.get("incorrect_answers", [])
    if not isinstance(wrong, list) or not all(isinstance(text, str) for text in wrong):
        message = "its 'incorrect_answers' are not a list of texts"
        raise CannotCarry(message)
    right = words("correct_answer")
    boolean = words("type") == "boolean"
    others = tuple(plain(html.unescape(decode(text)), Markup.PLAIN) for text in wrong)
    # In the file the right one always comes first; by the alphabet its place tells nothing.
    choices = tuple(sorted((right, *others), key=lambda text: (text.casefold(), text)))
    if boolean and right not in {"True", "False"}:
        message = "it is of the type 'boolean', and its answer is neither True nor False"
        raise CannotCarry(message)
    return Found(
        place=place,
        asking="true-false" if boolean else "choice",
        stem=words("question"),
        choices=() if boolean else choices,
        right=frozenset({int(right == "False") if boolean else choices.index(right)}),
        category=words("category").removeprefix("Entertainment: "),
        difficulty=_DIFFICULTY.get(words("difficulty"), MIDDLING),
    )


def _decoder(row: dict[str, Any]) -> Any:  # noqa: ANN401 (a function on text)
    """Return what undoes the encoding this question was asked for in; its type gives it away."""
    kind, stem = row.get("type"), row.get("question")
    if isinstance(kind, str) and kind in {"bXVsdGlwbGU=", "Ym9vbGVhbg=="}:
        return _from_base64
    if isinstance(stem, str) and "%20" in stem and " " not in stem:
        return unquote
    return str


def _from_base64(text: str) -> str:
    try:
        return base64.b64decode(text, validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        message = "its Base64 is broken"
        raise CannotCarry(message) from None
