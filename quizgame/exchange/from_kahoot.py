"""Kahoot's spreadsheet: question, four answers, seconds, and the numbers of the right ones.

The sheet is opened only once its zip has been looked over: how many parts it has, and how large
these say they are. The zip reader stops where a part says it ends, so none can be larger.
"""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from quizgame.exchange.cells import Columns, Row, columns, question
from quizgame.exchange.found import CannotRead, Found, Told, beginning, tried
from quizgame.exchange.plaintext import legible

_MOST_PARTS = 500
_MOST_UNPACKED = 32_000_000
_MOST_ROWS = 21_000
_MOST_COLUMNS = 40
_HEADER_WITHIN = 40
_LOCKED = 0x1
_REMARK = "several answers are right: one was enough in Kahoot, here all have to be picked"
_BROKEN = "its spreadsheet is broken"


def read(data: bytes) -> Iterator[Found | Told]:
    """Yield the questions of the first sheet; CannotRead when it is not such a sheet."""
    _look_over(data)
    known: Columns | None = None
    for number, cells in enumerate(_rows(data), 1):
        if known is None:
            known = _header(cells) if number <= _HEADER_WITHIN else None
            if known is None and number >= _HEADER_WITHIN:
                break
        elif any(cell for at, cell in enumerate(cells) if at in _read_from(known)):
            yield _row(Row(cells, known), f"row {number}")
    if known is None:
        message = (
            "it has no row with 'Question', 'Answer 1' and 'Correct answer(s)', as Kahoot's has"
        )
        raise CannotRead(message)


def _row(row: Row, place: str) -> Found | Told:
    what = beginning(legible(row.cell("stem")[:400]))
    found = tried(place, what, lambda: question(row, place))
    if isinstance(found, Found) and found.asking == "several":
        return replace(found, remarks=(_REMARK,))
    return found


def _read_from(known: Columns) -> set[int]:
    return {known.roles["stem"], *known.choices}


def _header(cells: list[str]) -> Columns | None:
    """Return the columns if this is the row that names them; right answers are numbers here."""
    found = columns(cells)
    roles = dict(found.roles)
    if "stem" not in roles or "right" not in roles or not found.choices:
        return None
    roles["numbers"] = roles.pop("right")
    return Columns(roles, found.choices, ())


def _look_over(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError):
        raise CannotRead(_BROKEN) from None
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        message = "its spreadsheet unpacks to more than 32 MB"
        raise CannotRead(message)
    if any(part.flag_bits & _LOCKED for part in parts):
        message = "its spreadsheet is locked with a password"
        raise CannotRead(message)


def _rows(data: bytes) -> list[list[str]]:
    """Return the rows of the first sheet as texts, as many as a pack could hold."""
    import openpyxl  # noqa: PLC0415 (only where a spreadsheet is read)

    try:
        # What it warns of (styles, validations) does not touch the words.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book: Any = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            # The size a sheet gives for itself may be a lie.
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_col=_MOST_COLUMNS, max_row=_MOST_ROWS, values_only=True)
            return [[_said(cell) for cell in row] for row in islice(rows, _MOST_ROWS)]
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError):
        raise CannotRead(_BROKEN) from None
    except Exception:  # noqa: BLE001 (a broken sheet raises whatever the part that reads it raises)
        raise CannotRead(_BROKEN) from None


def _said(cell: object) -> str:
    """Return a cell as it would be read: a whole number without its decimals."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "True" if cell else "False"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
