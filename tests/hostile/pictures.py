"""Small pictures and sounds, sound and unsound, made by code."""

import struct
import zlib


def chunk(name: bytes, body: bytes) -> bytes:
    """Return one chunk of a PNG."""
    crc = zlib.crc32(name + body)
    return len(body).to_bytes(4, "big") + name + body + crc.to_bytes(4, "big")


def png(width: int = 2, height: int = 2, *further: bytes, pixels: bytes | None = None) -> bytes:
    """Return a grey PNG of this size; its pixels are there only when it is small."""
    rows = (b"\0" + b"\x80" * width) * height if width * height < 10_000 else b""
    head = struct.pack(">LLBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(rows) if pixels is None else pixels
    parts = [chunk(b"IHDR", head), *further, chunk(b"IDAT", body), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def turned(orientation: int) -> bytes:
    """Return the notes of a camera that was held on its side (TIFF, one field)."""
    return b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHLHH", 0x112, 3, 1, orientation, 0) + bytes(4)


def segment(code: int, body: bytes) -> bytes:
    """Return one segment of a JPEG."""
    return bytes([0xFF, code]) + (len(body) + 2).to_bytes(2, "big") + body


def jpeg(width: int = 2, height: int = 2, *further: bytes) -> bytes:
    """Return the skeleton of a JPEG of this size; it has no pixels that could be shown."""
    frame = segment(0xC0, struct.pack(">BHHBBBB", 8, height, width, 1, 1, 0x11, 0))
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\xff\x00\x34"
    return b"\xff\xd8" + b"".join(further) + frame + scan + b"\xff\xd9"


def webp_chunk(name: bytes, body: bytes) -> bytes:
    """Return one chunk of a WebP."""
    return struct.pack("<4sL", name, len(body)) + body + b"\0" * (len(body) % 2)


def webp(width: int = 2, height: int = 2, *further: bytes, flags: int = 0) -> bytes:
    """Return the skeleton of a WebP of this size, with an extended header."""
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    image = b"\x2f" + ((width - 1) | (height - 1) << 14).to_bytes(4, "little")
    head = webp_chunk(b"VP8X", bytes([flags, 0, 0, 0]) + sides)
    body = b"WEBP" + head + webp_chunk(b"VP8L", image) + b"".join(further)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def page(flags: int, granule: int, number: int, *packets: bytes, serial: int = 7) -> bytes:
    """Return one page of an Ogg; its checksum is left blank."""
    table = b"".join(b"\xff" * (len(p) // 255) + bytes([len(p) % 255]) for p in packets)
    head = struct.pack("<4sBBqLLLB", b"OggS", 0, flags, granule, serial, number, 0, len(table))
    return head + table + b"".join(packets)


def ogg(seconds: int = 1, comment: bytes = b"told by nobody", *, further: bytes = b"") -> bytes:
    """Return the skeleton of a Vorbis sound of this length."""
    head = b"\x01vorbis" + bytes(4) + b"\x01" + (44_100).to_bytes(4, "little") + bytes(14)
    notes = b"\x03vorbis" + len(comment).to_bytes(4, "little") + comment + bytes(4) + b"\x01"
    sound = page(4, seconds * 44_100, 2, b"sound")
    return page(2, 0, 0, head) + page(0, 0, 1, notes, b"\x05vorbis") + sound + further
