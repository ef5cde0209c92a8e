"""What a model has answered so far, in the folder of the draft: only what its article bears out.

The file holds no sentence of the article and nothing of an answer that was refused but its reason.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from quizgame.generate.folder import replace_file
from quizgame.generate.modelchecking import REASONS
from quizgame.generate.modelparsing import Claim

FILE = "model-answers.json"
_FORMAT = 1
_MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A claim that held, with the fingerprint of its sentence in place of a quote."""

    claim: Claim
    sentence: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the key of its question, the model, and how many claims were refused, by why."""

    key: str
    model: str
    section: str
    kept: tuple[Kept, ...] = field(repr=False, default=())
    refused: tuple[tuple[str, int], ...] = ()


def opened(folder: Path) -> tuple[tuple[Answer, ...], str]:
    """Return the answers in a folder, and a remark where its file cannot be read."""
    path = folder / FILE
    if not path.exists():
        return (), ""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError  # noqa: TRY301
        page = json.loads(path.read_bytes())
        if page["format"] != _FORMAT:
            raise ValueError  # noqa: TRY301
        return tuple(_answer(row) for row in page["answers"]), ""
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return (), f"{path} cannot be read and is left out; the model's answers in it are lost."


def keep(answers: Iterable[Answer], folder: Path) -> None:
    """Write the answers into a folder that is there."""
    rows = [
        {
            "key": one.key,
            "model": one.model,
            "section": one.section,
            "kept": [
                {k: v for k, v in asdict(kept.claim).items() if v} | {"sentence": kept.sentence}
                for kept in one.kept
            ],
            "refused": dict(one.refused),
        }
        for one in answers
    ]
    page = json.dumps({"format": _FORMAT, "answers": rows}, ensure_ascii=False, indent=1)
    replace_file(folder / FILE, f"{page}\n".encode())


def counted(answers: Iterable[Answer]) -> Counter[str]:
    """Return how many claims were refused for each reason."""
    total: Counter[str] = Counter()
    for one in answers:
        total.update(dict(one.refused))
    return total


def _answer(row: dict[str, object]) -> Answer:
    kept, refused = row["kept"], row["refused"]
    if not isinstance(kept, list) or not isinstance(refused, dict):
        raise TypeError
    if not all(key in REASONS and type(count) is int for key, count in refused.items()):
        raise ValueError
    return Answer(
        _text(row, "key"),
        _text(row, "model"),
        _text(row, "section"),
        tuple(_kept(one) for one in kept),
        tuple(refused.items()),
    )


def _kept(row: dict[str, object]) -> Kept:
    said = {one.name: _text(row, one.name) for one in fields(Claim) if one.name in row}
    return Kept(Claim(**said), _text(row, "sentence"))


def _text(row: dict[str, object], key: str) -> str:
    value = row[key]
    if not isinstance(value, str):
        raise TypeError
    return value
