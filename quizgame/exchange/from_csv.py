"""Plain CSV: a first row that names the columns, and a question in each row after it."""

import csv
import io
from collections.abc import Iterator

from quizgame.exchange.cells import Columns, Row, columns, question
from quizgame.exchange.found import CannotRead, Found, Told, beginning, tried
from quizgame.exchange.plaintext import legible

_DELIMITERS = ",;\t|"
_NO_HEADER = (
    "its first row must name the columns, such as: question, choice 1, choice 2, choice 3, "
    "correct, explanation"
)


def read(text: str) -> Iterator[Found | Told]:
    """Yield the questions of the rows; CannotRead when the columns cannot be told."""
    delimiter, known = _sniffed(text)
    if not known.usable:
        raise CannotRead(_NO_HEADER)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    line = 1
    try:
        for number, cells in enumerate(reader):
            place, line = f"line {line}", reader.line_num + 1
            if number and any(cell.strip() for cell in cells):
                row = Row(cells, known)
                yield _row(row, place)
    except csv.Error:
        message = f"the rows from line {line} on cannot be told apart; is a quote left open there?"
        raise CannotRead(message) from None


def _row(row: Row, place: str) -> Found | Told:
    what = beginning(legible(row.cell("stem")[:400]))
    return tried(place, what, lambda: question(row, place))


def _sniffed(text: str) -> tuple[str, Columns]:
    """Return the delimiter whose first row names most columns that are known, and these."""
    head = text[:20_000]
    found = []
    for delimiter in _DELIMITERS:
        try:
            first = next(csv.reader(io.StringIO(head), delimiter=delimiter), [])
        except csv.Error:
            first = []
        found.append((delimiter, columns(first)))
    return max(found, key=lambda pair: pair[1].known)


def looks_like(text: str) -> bool:
    """Tell whether the first row of a text names columns of questions."""
    return _sniffed(text)[1].usable
