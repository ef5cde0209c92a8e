"""Fetching a pack's text from a file, a folder or a zip: bounded, and nothing is unpacked."""

import stat
import zipfile
import zlib
from pathlib import Path

from quizgame.storage.faults import Fault, Report, Spot
from quizgame.storage.yamlnodes import MOST_BYTES

INSIDE = "pack.yaml"
ZIPS = (".zip", ".quizpack")
_MOST_ENTRIES = 2_000
_MOST_UNPACKED = 512_000_000
_MOST_RATIO = 200
_SMALL = 1_000_000
_LOCKED = 0x1
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)


def read_pack_bytes(path: Path, report: Report) -> tuple[bytes | None, str]:
    """Return the bytes of the pack's YAML, or None with one issue, and the name to report under."""
    try:
        file = path / INSIDE if path.is_dir() else path
        if path.is_dir() and not file.exists():
            report.fault(Fault.UNREADABLE, Spot(), f"this folder holds no {INSIDE}")
            return None, path.name
        if not stat.S_ISREG(file.stat().st_mode):
            report.fault(Fault.UNREADABLE, Spot(), "this is not a file")
            return None, file.name
        if file.suffix.casefold() in ZIPS:
            return _from_zip(file, report), file.name
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1), file.name
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        report.fault(Fault.UNREADABLE, Spot(), f"the file cannot be read: {reason}")
    except ValueError:
        # A name with a NUL in it.
        report.fault(Fault.UNREADABLE, Spot(), "no file can have this name")
    return None, path.name


def _from_zip(file: Path, report: Report) -> bytes | None:
    """Return the bytes of `pack.yaml` at the root of the zip."""
    try:
        with zipfile.ZipFile(file) as archive:
            objection = _objection(archive)
            if objection:
                report.fault(Fault.BAD_ZIP, Spot(), objection)
                return None
            with archive.open(INSIDE) as entry:
                return entry.read(MOST_BYTES + 1)
    except _BROKEN:
        report.fault(Fault.BAD_ZIP, Spot(), "the zip is broken", "make it again")
    return None


def _objection(archive: zipfile.ZipFile) -> str:
    """Return why the zip is not to be opened, or nothing."""
    entries = archive.infolist()
    if len(entries) > _MOST_ENTRIES or sum(e.file_size for e in entries) > _MOST_UNPACKED:
        return "the zip holds more than a pack may"
    if any(entry.flag_bits & _LOCKED for entry in entries):
        return "the zip is locked with a password"
    if any(_bomb(entry) for entry in entries):
        return "the zip unpacks to far more than it seems to hold"
    if any(_astray(entry.filename) for entry in entries):
        return "the zip holds names that lead out of its folder"
    inside = [entry for entry in entries if entry.filename == INSIDE]
    if len(inside) != 1:
        return f"the zip must hold one {INSIDE}, not in a folder"
    if inside[0].file_size > MOST_BYTES:
        return f"its {INSIDE} is larger than 8 MB"
    if inside[0].compress_type not in _PLAIN:
        return f"its {INSIDE} is packed in an unusual way (deflate is understood)"
    return ""


def _bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _SMALL and entry.file_size > _MOST_RATIO * max(1, entry.compress_size)


def _astray(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]
