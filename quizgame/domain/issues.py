"""A fault in a file, told so that its author can mend it."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "waived"]


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One fault: where (file, line and column from 1), what (code, message) and the mend."""

    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    file: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        mend = f"; {self.hint}" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.message}{mend}"
