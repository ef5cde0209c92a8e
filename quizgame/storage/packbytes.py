"""Fetching a pack's text from a file, a folder or a zip: bounded, and nothing is unpacked."""

from pathlib import Path

from quizgame.storage.archive import open_pack
from quizgame.storage.faults import Report, Spot
from quizgame.storage.refused import PackRefusedError


def read_pack_bytes(path: Path, report: Report) -> tuple[bytes | None, str]:
    """Return the bytes of the pack's YAML, or None with one issue, and the name to report under."""
    try:
        pack = open_pack(path)
    except PackRefusedError as error:
        told = error.refusal
        report.fault(told.fault, Spot(), told.message, told.hint)
        return None, path.name
    return pack.yaml, pack.name
