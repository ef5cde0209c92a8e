"""Kahoot's spreadsheet as its template has it, made in a test."""

import io
from collections.abc import Sequence
from typing import Any

import openpyxl

HEAD = (
    None,
    "Question - max 120 characters",
    "Answer 1 - max 75 characters",
    "Answer 2 - max 75 characters",
    "Answer 3 - max 75 characters",
    "Answer 4 - max 75 characters",
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)


def kahoot(rows: Sequence[Sequence[object]]) -> bytes:
    """Return the template with rows filled in: question, four answers, seconds, right ones."""
    book: Any = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["A2"] = "Quiz template", "Add at least one question until you have a quiz."
    sheet["B3"] = "Have fun creating your awesome quiz!"
    for column, title in enumerate(HEAD, 1):
        sheet.cell(row=8, column=column, value=title)
    for number, row in enumerate(rows, 1):
        sheet.cell(row=8 + number, column=1, value=number)
        for column, cell in enumerate(row, 2):
            sheet.cell(row=8 + number, column=column, value=cell)
    for number in range(len(rows) + 1, 101):
        sheet.cell(row=8 + number, column=1, value=number)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
