"""Zips written byte by byte, so that they can say what no maker of zips would."""

import struct
import zlib
from dataclasses import dataclass

STORED, DEFLATED = 0, 8
UTF8, LATER, LOCKED = 0x800, 0x8, 0x1
PLAIN_FILE = 0o100644


@dataclass(frozen=True, slots=True)
class Raw:
    """One file of a zip; what is None is told as it is, and the rest is a lie."""

    name: bytes
    data: bytes = b""
    method: int = DEFLATED
    flags: int = 0
    mode: int = PLAIN_FILE
    crc: int | None = None
    size: int | None = None
    packed_size: int | None = None
    local_name: bytes | None = None
    local_size: int | None = None
    starts: int | None = None
    behind: bytes = b""

    @property
    def packed(self) -> bytes:
        """The bytes as they lie in the zip."""
        if self.method != DEFLATED:
            return self.data
        packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        return packer.compress(self.data) + packer.flush()


def zipped(
    *entries: Raw, before: bytes = b"", after: bytes = b"", comment: bytes = b"", count: int = -1
) -> bytes:
    """Return the zip; `before` and `after` stand round it, `count` is how many it says it has."""
    whole, directory = bytearray(before), bytearray()
    for entry in entries:
        packed = entry.packed
        crc = zlib.crc32(entry.data) if entry.crc is None else entry.crc
        size = len(entry.data) if entry.size is None else entry.size
        length = len(packed) if entry.packed_size is None else entry.packed_size
        starts = len(whole) if entry.starts is None else entry.starts
        local = entry.name if entry.local_name is None else entry.local_name
        local_size = size if entry.local_size is None else entry.local_size
        if entry.starts is None:
            whole += struct.pack(
                "<4s5H3L2H", b"PK\3\4", 20, entry.flags, entry.method, 0, 33, crc, length,
                local_size, len(local), 0,
            )  # fmt: skip
            whole += local + packed + entry.behind
        directory += struct.pack(
            "<4s6H3L5H2L", b"PK\1\2", 0x314, 20, entry.flags, entry.method, 0, 33, crc, length,
            size, len(entry.name), 0, 0, 0, 0, entry.mode << 16, starts,
        )  # fmt: skip
        directory += entry.name
    number = len(entries) if count < 0 else count
    end = struct.pack(
        "<4s4H2LH", b"PK\5\6", 0, 0, number, number, len(directory), len(whole), len(comment)
    )
    return bytes(whole + directory + end + comment + after)
