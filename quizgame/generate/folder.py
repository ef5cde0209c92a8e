"""The folder of a draft: read whole, written whole, never left half written."""

import os
import shutil
import tempfile
from pathlib import Path

from quizgame.domain.issues import Issue
from quizgame.generate.article import Article
from quizgame.generate.factreading import read_facts
from quizgame.generate.facts import FactBook
from quizgame.generate.factwriting import FILE, written
from quizgame.generate.reading import read

__all__ = ["FILE", "article_of", "keep", "opened", "replace_file"]


def opened(folder: Path) -> tuple[FactBook | None, tuple[Issue, ...]]:
    """Return the facts in a folder, None where there are none yet, and the faults of its file."""
    path = folder / FILE
    if not path.exists():
        return None, ()
    return read_facts(path.read_bytes(), str(path))


def article_of(
    book: FactBook, folder: Path, source: Path | None = None
) -> tuple[Article | None, Path | None]:
    """Return the article as it was drafted, and a file in its place that is another or has changed.

    Without a source it is looked for in the folder, beside it and where the command was called.
    OSError when the source cannot be read.
    """
    near = (place / book.file for place in (folder, folder.resolve().parent, Path.cwd()))
    places = [source] if source else [path for path in near if path.is_file()]
    for path in places:
        article = read(path.read_bytes(), path.name).article
        if article is not None and article.sha256 == book.sha256:
            return article, None
    return None, next(iter(places), None)


def keep(book: FactBook, folder: Path) -> bool:
    """Write the facts into a folder, made if need be; tell whether anything changed."""
    data = written(book)
    path = folder / FILE
    if path.exists() and path.read_bytes() == data:
        return False
    if folder.exists():
        replace_file(path, data)
        return True
    folder.parent.mkdir(parents=True, exist_ok=True)
    staged = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        (staged / FILE).write_bytes(data)
        staged.chmod(0o755)
        staged.rename(folder)
    except BaseException:
        shutil.rmtree(staged, ignore_errors=True)
        raise
    return True


def replace_file(path: Path, data: bytes) -> None:
    """Write a file whole, or leave it as it was."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
