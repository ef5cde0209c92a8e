"""A row of a table as a question: which column is which, and which choices are right.

Shared by all that comes as rows: plain CSV and Kahoot's spreadsheet.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.exchange.found import MIDDLING, CannotCarry, Found, is_true_false
from quizgame.exchange.plaintext import Markup, plain

# What a column may be called, in small letters and without what stands in brackets or after " - ".
_NAMES = {
    "stem": "question|stem|prompt|question text|questiontext|text|front|statement|frage|문제|질문",
    "choices": "choices|options|answers|answer choices|answer options",
    "right": (
        "answer|correct|correct answer|right|right answer|solution|correct answers|"
        "correct option|antwort|정답"
    ),
    "numbers": "correct numbers|correct choice|correct choices|correct number",
    "why": "why|explanation|feedback|comment|reason|rationale|general feedback|해설",
    "category": "category|topic|subject|theme|round|분류",
    "difficulty": "difficulty|level",
    "kind": "kind|type|question type",
    "markup": "markup",
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split("|")}
_CHOICE = re.compile(
    r"(?:answer|choice|option|alternative|antwort|보기)\s*([1-9][0-9]?|[a-h])|([a-f])"
)
_WRONG = re.compile(
    r"(?:incorrect|wrong)(?: answer| choice| option)?s?\s*[1-9]?[0-9]?|distractor ?[1-9]?"
)
_ASIDE = re.compile(r"\s*[(\[].*|\s+[-–—]\s.*|\s*[:*]\s*$")
_LIST = re.compile(r"\s*(?:\||;|\n)\s*")
_NUMBER = re.compile(r"[0-9]{1,3}")
_LETTERS = re.compile(r"[A-Ha-h](?:\s*[,;/|&+ ]\s*[A-Ha-h])*")
_KINDS = {
    "choice": "choice", "multiple choice": "choice", "multiple": "choice", "mc": "choice",
    "single": "choice", "single choice": "choice", "quiz": "choice", "several": "several",
    "multiple select": "several", "multi-select": "several", "checkbox": "several",
    "multiple answer": "several", "true-false": "true-false", "true/false": "true-false",
    "true false": "true-false", "boolean": "true-false", "tf": "true-false", "typed": "typed",
    "short answer": "typed", "type answer": "typed", "open": "typed", "text": "typed",
}  # fmt: skip
_DIFFICULTY = {"easy": 1, "1": 1, "medium": 2, "middling": 2, "2": 2, "hard": 3, "3": 3}
_TRUTHS = {"true": 0, "t": 0, "yes": 0, "right": 0, "1": 0, "false": 1, "f": 1, "no": 1, "0": 1}
GUARDED = re.compile(r"'+[=+\-@＝＋－＠]")
"""A text kept from being a formula by an apostrophe, as `to_csv` writes it."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where in a row each thing stands: roles by name, then choices and wrong ones in order."""

    roles: dict[str, int]
    choices: tuple[int, ...]
    wrong: tuple[int, ...]

    @property
    def usable(self) -> bool:
        """Whether a question can be read from these columns."""
        return "stem" in self.roles and bool(
            self.choices or {"right", "numbers"} & self.roles.keys()
        )

    @property
    def known(self) -> int:
        """How many columns are understood."""
        return len(self.roles) + len(self.choices) + len(self.wrong)


def columns(header: Sequence[str]) -> Columns:
    """Return what each column holds by its name; unknown ones are passed over."""
    roles: dict[str, int] = {}
    choices: list[int] = []
    wrong: list[int] = []
    for place, title in enumerate(header):
        name = _ASIDE.sub("", title.replace("_", " ").strip()).casefold().strip()
        if _WRONG.fullmatch(name):
            wrong.append(place)
        elif _CHOICE.fullmatch(name):
            choices.append(place)
        elif name in _ROLES:
            roles.setdefault(_ROLES[name], place)
    return Columns(roles, tuple(choices), tuple(wrong))


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, by role."""

    cells: Sequence[str]
    columns: Columns

    def raw(self, place: int) -> str:
        """Return a cell, without the apostrophe that keeps it from being a formula."""
        text = self.cells[place].strip() if place < len(self.cells) else ""
        return text[1:] if GUARDED.match(text) else text

    def cell(self, role: str) -> str:
        """Return the cell of a role as it stands; nothing when there is no such column."""
        return self.raw(self.columns.roles[role]) if role in self.columns.roles else ""

    def text(self, cell: str) -> str:
        """Return the plain words of a cell."""
        return plain(cell, Markup.PLAIN if self.cell("markup") == "none" else Markup.LOOSE)


def question(row: Row, place: str) -> Found:
    """Return the question of a row; CannotCarry when it cannot be told what is right."""
    asking = _KINDS.get(row.cell("kind").casefold(), "")
    choices = tuple(row.text(row.raw(at)) for at in row.columns.choices if row.raw(at))
    right = frozenset[int]()
    if row.cell("kind").casefold() == "order":
        message = "it asks for an order; write it anew as a card of the kind 'order'"
        raise CannotCarry(message)
    if not choices and row.cell("choices"):
        choices = tuple(row.text(part) for part in _parts(row.cell("choices")))
    if row.columns.wrong and any(row.raw(at) for at in row.columns.wrong):
        choices, right = _with_wrong(row)
    elif row.cell("numbers"):
        right = _by_number(row.cell("numbers"), len(choices))
    elif asking != "true-false" and choices:
        right = _named(row.text(row.cell("right")), choices)
    if asking == "true-false" or (not asking and _is_statement(row, choices)):
        return _found(row, place, "true-false", (), _truth(row, choices, right))
    if asking == "typed" or not choices:
        spellings = choices or tuple(
            row.text(part) for part in _LIST.split(row.cell("right")) if part
        )
        return _found(row, place, "typed", spellings, frozenset())
    kind = asking or ("several" if len(right) > 1 else "choice")
    return _found(row, place, kind, choices, right)


def _found(
    row: Row, place: str, asking: str, choices: tuple[str, ...], right: frozenset[int]
) -> Found:
    level = row.cell("difficulty").casefold()
    return Found(
        place=place,
        asking=asking,  # type: ignore[arg-type]  # one of the values of _KINDS
        stem=row.text(row.cell("stem")),
        choices=choices,
        right=right,
        why=row.text(row.cell("why")),
        category=row.text(row.cell("category")),
        difficulty=_DIFFICULTY.get(level, MIDDLING),
    )


def _is_statement(row: Row, choices: tuple[str, ...]) -> bool:
    """Tell whether a row without a kind is true or false: so are its choices, or its answer."""
    if choices:
        return is_true_false(choices)
    return row.cell("right").casefold() in {"true", "false"}


def _truth(row: Row, choices: tuple[str, ...], right: frozenset[int]) -> frozenset[int]:
    word = row.cell("right").casefold()
    if choices and len(right) == 1:
        word = choices[min(right)].casefold()
    if word not in _TRUTHS:
        message = "it does not say whether the statement is true or false"
        raise CannotCarry(message)
    return frozenset({_TRUTHS[word]})


def _with_wrong(row: Row) -> tuple[tuple[str, ...], frozenset[int]]:
    """Return right and wrong choices by the alphabet: in the file the right one always leads."""
    right = row.text(row.cell("right"))
    wrong = [row.text(row.raw(at)) for at in row.columns.wrong if row.raw(at)]
    if len(row.columns.wrong) == 1:
        wrong = [row.text(part) for part in _parts(row.raw(row.columns.wrong[0]))]
    choices = tuple(sorted((right, *wrong), key=lambda text: (text.casefold(), text)))
    return choices, frozenset({choices.index(right)} if right else ())


def _parts(cell: str) -> list[str]:
    """Return the texts of a cell, listed with bars, semicolons or, failing these, commas."""
    parts = [part for part in _LIST.split(cell) if part]
    return parts if len(parts) > 1 else [part.strip() for part in cell.split(",") if part.strip()]


def _by_number(cell: str, count: int) -> frozenset[int]:
    numbers = [int(number) for number in _NUMBER.findall(cell)]
    if not numbers or not all(1 <= number <= count for number in numbers):
        message = f"its right answers are given as numbers, which must be 1 to {count}"
        raise CannotCarry(message)
    return frozenset(number - 1 for number in numbers)


def _named(cell: str, choices: tuple[str, ...]) -> frozenset[int]:
    """Return which choices a cell names: by their words, by letters, or by numbers from 1."""
    folded = [choice.casefold() for choice in choices]
    parts = [cell, *(part for part in _LIST.split(cell) if part)]
    if cell.casefold() in folded:
        return frozenset({folded.index(cell.casefold())})
    if len(parts) > 1 and all(part.casefold() in folded for part in parts[1:]):
        return frozenset(folded.index(part.casefold()) for part in parts[1:])
    rest = re.sub(r"[\s,;.|&+]|and", "", cell.casefold())
    found = frozenset[int]()
    if _LETTERS.fullmatch(cell):
        found = frozenset(ord(letter) - ord("a") for letter in cell.casefold() if letter.isalpha())
    elif rest.isdecimal():
        found = frozenset(int(number) - 1 for number in _NUMBER.findall(cell))
    if not found or not found <= set(range(len(choices))):
        message = "what it gives as right is none of its choices"
        raise CannotCarry(message)
    return found
