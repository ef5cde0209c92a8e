"""The directory of a zip, read more strictly than any unpacker does, so that all would agree.

Python's own reader forgives much that two programs understand differently (bytes before, between
or behind the files, two directories, a name that ends at a NUL), and what it forgives has changed
between its versions. A pack needs none of that: files lie one behind the other from the first byte
on, each told twice in the same words, the directory behind them, and nothing else.
"""

import stat
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NoReturn

from quizgame.storage.faults import Fault
from quizgame.storage.filenames import objection, same_file
from quizgame.storage.refused import refuse

MOST_ENTRIES = 2_000
MOST_UNPACKED = 256_000_000
MOST_RATIO = 200
SMALL = 1_000_000
STORED, DEFLATED = 0, 8
AGAIN = "make the zip again"
_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_DESCRIPTOR = struct.Struct("<3L")
_END_MARK, _END64_MARK, _CENTRAL_MARK, _LOCAL_MARK = b"PK\5\6", b"PK\6\7", b"PK\1\2", b"PK\3\4"
_DESCRIPTOR_MARK = b"PK\7\x08"
_LONGEST_COMMENT = 65_535
_MOST_DIRECTORY = 4_000_000
_LOCKED, _LATER, _PATCHED, _UTF8 = 0x2041, 0x8, 0x20, 0x800
_TOLD_TWICE = _LOCKED | _LATER | _PATCHED | _UTF8
_GIANT, _GIANT_COUNT = 0xFFFFFFFF, 0xFFFF


@dataclass(frozen=True, slots=True)
class Entry:
    """One file (or folder, its name ending in `/`) of a zip; sizes in bytes.

    `starts` is where its local header begins, `data` where its packed bytes do (0 until looked at).
    """

    name: str
    raw: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    mode: int
    starts: int
    data: int = 0

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return self.name.endswith("/")


def bad(message: str, mend: str = AGAIN, entry: str = "") -> NoReturn:
    """Refuse a zip."""
    refuse(Fault.BAD_ZIP, message, mend, entry)


def read_directory(file: BinaryIO) -> dict[str, Entry]:
    """Return the entries of a zip by name; PackRefusedError when anything about it is amiss."""
    size = file.seek(0, 2)
    if size > MOST_UNPACKED:
        bad("the zip is larger than a pack may be", "leave something out")
    count, begins, ends = _find(file, size)
    entries = list(_listed(_bytes_at(file, begins, ends - begins), count))
    for entry in entries:
        _check(entry)
    _check_together(entries)
    return {entry.name: entry for entry in _located(file, entries, begins)}


def _find(file: BinaryIO, size: int) -> tuple[int, int, int]:
    """Return how many entries there are and where their directory begins and ends."""
    tail_at = max(0, size - _END.size - _LONGEST_COMMENT)
    tail = _bytes_at(file, tail_at, size - tail_at)
    ends, at, marks = [], tail.find(_END_MARK), 0
    while at >= 0:
        marks += 1
        behind = at + _END.size
        if behind <= len(tail) and behind + _END.unpack_from(tail, at)[7] == len(tail):
            ends.append(at)
        at = tail.find(_END_MARK, at + 1)
    if not ends:
        told = "bytes stand behind the end of the zip" if marks else "the zip breaks off"
        if _bytes_at(file, 0, 4) not in {_LOCAL_MARK, _END_MARK}:
            told = "the file is damaged, or it is no pack"
        bad(told, "fetch or make it again")
    if len(ends) > 1:
        bad("the zip has two ends")
    _, disk, disk_of, here, count, length, offset, _ = _END.unpack_from(tail, ends[0])
    end_at = tail_at + ends[0]
    giant = tail[max(0, ends[0] - 20) : ends[0]].startswith(_END64_MARK)
    if giant or count == _GIANT_COUNT or _GIANT in {length, offset}:
        bad("the zip is written in the form for giant files (zip64)")
    if disk or disk_of or here != count:
        bad("the zip is one part of several")
    if count > MOST_ENTRIES or length > _MOST_DIRECTORY:
        bad(f"the zip holds more than {MOST_ENTRIES} files", "leave something out")
    if offset + length != end_at:
        bad("bytes that belong to no file stand in the zip", "send the zip without them")
    return count, offset, end_at


def _listed(directory: bytes, count: int) -> Iterator[Entry]:
    """Yield the entries as the directory has them."""
    at = 0
    for _ in range(count):
        if at + _CENTRAL.size > len(directory):
            bad("the directory of the zip breaks off")
        fields = _CENTRAL.unpack_from(directory, at)
        mark, _, _, flags, method, _, _, crc, packed, size, name, extra, note = fields[:13]
        disk, _, attributes, starts = fields[13:]
        if mark != _CENTRAL_MARK or disk:
            bad("the directory of the zip is broken")
        raw = directory[at + _CENTRAL.size : at + _CENTRAL.size + name]
        at += _CENTRAL.size + name + extra + note
        mode = attributes >> 16
        yield Entry(_decoded(raw), raw, flags, method, crc, packed, size, mode, starts)
    if at != len(directory):
        bad("the directory of the zip holds more than it says")


def _decoded(raw: bytes) -> str:
    """Return a name as text; without a mark for UTF-8 too, for some systems leave it out."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode("utf-8", "replace")
        bad("a name in it is not UTF-8", "give the file a plain name", name)


def _check(entry: Entry) -> None:
    """Refuse an entry for what the directory says of it."""
    told = objection(entry.name)
    if told:
        bad(told, "give the file a plain name", entry.name)
    kind = stat.S_IFMT(entry.mode)
    if kind == stat.S_IFLNK:
        bad("a link lies in it", "put in the file itself", entry.name)
    if kind not in {0, stat.S_IFDIR if entry.is_folder else stat.S_IFREG}:
        bad("something in it is no plain file", "leave it out", entry.name)
    if not entry.is_folder and entry.mode & (stat.S_ISUID | stat.S_ISGID):
        bad("a file in it asks for another's rights", "leave it out", entry.name)
    if entry.flags & _LOCKED:
        bad("a file in it is locked with a password", "make it without one", entry.name)
    if entry.method not in {STORED, DEFLATED} or entry.flags & _PATCHED:
        told = "a file in it is packed in an unusual way"
        bad(told, "make the zip again with deflate", entry.name)
    if _GIANT in {entry.packed, entry.size, entry.starts}:
        bad("a file in it claims a size beyond all bounds (zip64)", AGAIN, entry.name)
    if entry.size > SMALL and entry.size > MOST_RATIO * max(1, entry.packed):
        told = "a file in it unpacks to far more than it seems to hold"
        bad(told, "leave it out", entry.name)
    stored = entry.method == STORED
    if (stored and entry.packed != entry.size) or entry.packed > entry.size + entry.size // 8 + 100:
        bad("a file in it has two sizes", AGAIN, entry.name)
    if entry.is_folder and entry.size:
        bad("a folder in it holds bytes of its own", AGAIN, entry.name)


def _check_together(entries: list[Entry]) -> None:
    """Refuse entries that some system takes for one file, and too much in all."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        other = seen.setdefault(same_file(entry.name.removesuffix("/")), entry)
        if other is not entry:
            told = "two files in it have the same name"
            if other.name != entry.name:
                told = "two names in it differ only in capitals, or in how a sign is written"
            bad(told, "leave one of them out", entry.name)
    files = {key for key, entry in seen.items() if not entry.is_folder}
    for key, entry in seen.items():
        parts = key.split("/")
        if any("/".join(parts[:depth]) in files for depth in range(1, len(parts))):
            bad("a file in it is also a folder", "rename one of them", entry.name)
    if sum(entry.size for entry in entries) > MOST_UNPACKED:
        mend = "leave something out"
        bad(f"it unpacks to more than {MOST_UNPACKED // 1_000_000} MB", mend)


def _located(file: BinaryIO, entries: list[Entry], directory: int) -> Iterator[Entry]:
    """Yield the entries with the place of their data, once they are known to lie end to end."""
    at = 0
    for entry in sorted(entries, key=lambda entry: entry.starts):
        if entry.starts < at:
            bad("two files in it share their bytes", "leave it out", entry.name)
        if entry.starts > at:
            bad("bytes that belong to no file stand before it", AGAIN, entry.name)
        data = _local(file, entry)
        at = data + entry.packed
        if entry.flags & _LATER:
            at += _descriptor(file, at, entry)
        if at > directory:
            bad("a file in it runs into the directory of the zip", AGAIN, entry.name)
        yield Entry(
            entry.name, entry.raw, entry.flags, entry.method, entry.crc, entry.packed, entry.size,
            entry.mode, entry.starts, data,
        )  # fmt: skip
    if at != directory:
        bad("bytes that belong to no file stand in the zip", "send the zip without them")


def _local(file: BinaryIO, entry: Entry) -> int:
    """Return where an entry's data begins; its own header must say what the directory says."""
    header = _bytes_at(file, entry.starts, _LOCAL.size)
    if len(header) < _LOCAL.size or not header.startswith(_LOCAL_MARK):
        bad("a file in it is not where it should be", AGAIN, entry.name)
    _, _, flags, method, _, _, crc, packed, size, name, extra = _LOCAL.unpack(header)
    raw = _bytes_at(file, entry.starts + _LOCAL.size, name)
    numbers = (crc, packed, size)
    told = (entry.crc, entry.packed, entry.size)
    later = entry.flags & _LATER and numbers in {(0, 0, 0), (0, entry.packed, entry.size)}
    agree = numbers == told or later
    if raw != entry.raw or method != entry.method or (flags ^ entry.flags) & _TOLD_TWICE:
        agree = False
    if not agree:
        bad("two parts of the zip say different things of a file", AGAIN, entry.name)
    return entry.starts + _LOCAL.size + int(name) + int(extra)


def _descriptor(file: BinaryIO, at: int, entry: Entry) -> int:
    """Return the length of what stands behind an entry whose sizes were written afterwards."""
    behind = _bytes_at(file, at, len(_DESCRIPTOR_MARK) + _DESCRIPTOR.size)
    skip = len(_DESCRIPTOR_MARK) if behind.startswith(_DESCRIPTOR_MARK) else 0
    numbers = behind[skip : skip + _DESCRIPTOR.size]
    if numbers != _DESCRIPTOR.pack(entry.crc, entry.packed, entry.size):
        bad("two parts of the zip say different things of a file", AGAIN, entry.name)
    return skip + _DESCRIPTOR.size


def unpacked(file: BinaryIO, entry: Entry) -> bytes:
    """Return an entry's bytes: just as many as it said, and those it said."""
    packed = _bytes_at(file, entry.data, entry.packed)
    try:
        content = packed if entry.method == STORED else _inflated(packed, entry)
    except zlib.error:
        bad("a file in it is damaged", "fetch or make it again", entry.name)
    if len(content) != entry.size:
        bad("a file in it is not as large as it says", AGAIN, entry.name)
    if zlib.crc32(content) != entry.crc:
        bad("a file in it is damaged", "fetch or make it again", entry.name)
    return content


def _inflated(packed: bytes, entry: Entry) -> bytes:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    content = unpacker.decompress(packed, entry.size + 1)
    if len(content) > entry.size or (not unpacker.eof and unpacker.unconsumed_tail):
        bad("a file in it is larger than it says", "leave it out", entry.name)
    if not unpacker.eof or unpacker.unused_data:
        bad("a file in it is damaged", "fetch or make it again", entry.name)
    return content


def _bytes_at(file: BinaryIO, at: int, length: int) -> bytes:
    file.seek(at)
    return file.read(length)
