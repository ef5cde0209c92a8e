"""The article that the cards of a pack were made from, as a command reads it."""

import sys
from pathlib import Path

from quizgame.domain.evidence import Explainer


def texts_of(path: Path) -> Explainer | None:
    """Return the ways to read an article; None, and why not, when there is none."""
    from quizgame.generate.reading import ways_to_read  # noqa: PLC0415

    try:
        data = path.read_bytes()
    except OSError as error:
        why = (error.strerror or "an error").lower()
        print(f"quizgame: the article {path} cannot be read ({why}).", file=sys.stderr)
        return None
    texts, remarks = ways_to_read(data, path.name)
    for remark in remarks:
        print(f"quizgame: {remark}", file=sys.stderr)
    return texts or None
