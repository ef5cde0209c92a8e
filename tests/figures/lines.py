"""How much code there is, and where."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

SAYS = "lines of code by folder, and the largest file"
FOLDERS = ("quizgame", "tests")


def figure() -> Iterator[str]:
    """Yield the lines of each folder and, last, all together."""
    files = {
        path.relative_to(ROOT): _lines(path)
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
    }
    folders: Counter[Path] = Counter()
    for path, lines in files.items():
        folders[path.parent] += lines
    for folder, lines in sorted(folders.items()):
        yield f"{lines:6} {folder.as_posix()}"
    largest = max(files, key=files.__getitem__)
    yield f"largest: {largest.as_posix()}, {files[largest]} lines"
    each = ", ".join(
        f"{sum(lines for path, lines in files.items() if path.parts[0] == top)} in {top}"
        for top in FOLDERS
    )
    yield f"lines {sum(files.values())}, neither blank nor comment: {each}"


def _lines(path: Path) -> int:
    """Return how many lines are neither blank nor comment; docstrings count."""
    text = path.read_text(encoding="utf-8")
    stripped = (line.strip() for line in text.splitlines())
    return sum(bool(line) and not line.startswith("#") for line in stripped)
