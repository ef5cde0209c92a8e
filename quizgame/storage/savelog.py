"""The log beside a save file (SQLite's -wal), read to find out whether part of it is damaged.

SQLite reads a log as far as it is whole, and drops what stands behind a damaged part without a
word. The layout is that of sqlite.org/fileformat2.html#walformat.
"""

import struct
from itertools import islice
from pathlib import Path

_HEADER, _FRAME_HEADER = 32, 24
_LITTLE, _BIG = 0x377F0682, 0x377F0683
_WORD = 0xFFFFFFFF


def is_torn(path: Path, whole: int) -> bool:
    """Tell whether anything was written to a log behind its first `whole` frames that is damaged.

    Frames of an unfinished transaction are not damaged, nor are those of an earlier log, which
    lie behind the end until they are overwritten.
    """
    if not path.exists():
        return False
    log = path.read_bytes()
    if len(log) <= _HEADER:
        return False
    magic, _, page, _ = struct.unpack(">4I", log[:16])
    order = {_LITTLE: "<", _BIG: ">"}.get(magic)
    header_sum = struct.unpack(">2I", log[24:32])
    if order is None or _summed(log[:24], order, (0, 0)) != header_sum:
        return True
    size = _FRAME_HEADER + page
    frames = [log[at : at + size] for at in range(_HEADER, len(log) - size + 1, size)]
    before = struct.unpack(">2I", frames[whole - 1][16:24]) if whole else header_sum
    return _damaged(frames[whole:], log[16:24], order, before)


def _damaged(frames: list[bytes], salt: bytes, order: str, before: tuple[int, ...]) -> bool:
    """Tell whether a frame with the salt of this log stands behind one that is not as written."""
    for number, frame in enumerate(frames):
        said = struct.unpack(">2I", frame[16:24])
        if frame[8:16] != salt or _summed(frame[:8] + frame[24:], order, before) != said:
            return any(later[8:16] == salt for later in islice(frames, number, None))
        before = said
    return False


def _summed(data: bytes, order: str, before: tuple[int, ...]) -> tuple[int, int]:
    """Return the two running sums of a log over some bytes more."""
    one, two = before
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for left, right in zip(words[::2], words[1::2], strict=True):
        one = (one + left + two) & _WORD
        two = (two + right + one) & _WORD
    return one, two
