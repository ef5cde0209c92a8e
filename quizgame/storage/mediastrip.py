"""A picture or sound without what cameras and editors wrote into it: places, names, thumbnails.

What it looks and sounds like in quizgame stays the same, to the pixel. Anything that stands behind
the end of the file goes, too. Stripping what was stripped changes nothing.
"""

import struct
from functools import cache

from quizgame.storage.mediaforms import (
    BrokenMediaError,
    jpeg_segments,
    ogg_pages,
    png_chunks,
    webp_chunks,
)

_PNG_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB"}
_JFIF, _ADOBE = 0xE0, 0xEE
_NOTES = {*range(0xE0, 0xF0), 0xFE}
_JFIF_FIXED = 12
_WEBP_KEPT = {b"VP8 ", b"VP8L", b"ALPH"}
_WEBP_ALPHA = 0x10
_COMMENTS = {b"\x03vorbis": b"\x01", b"OpusTags": b""}
_POLYNOMIAL = 0x04C11DB7
_CRC_AT = 22
_PAGE_HEAD = 27
_FULL = 255


def stripped(data: bytes, kind: str) -> bytes:
    """Return the bytes without notes; `kind` as in `media.kind_of`.

    BrokenMediaError when a sound has no comments to blank: whatever else was inspected is sound.
    """
    match kind:
        case "png":
            kept = [chunk.whole for chunk in png_chunks(data) if chunk.name in _PNG_KEPT]
            return data[:8] + b"".join(kept)
        case "jpg":
            return _jpeg(data)
        case "webp":
            return _webp(data)
        case _:
            return _ogg(data)


def _jpeg(data: bytes) -> bytes:
    """Keep all but APPn and comments; of APPn, those that say how colours are stored."""
    kept = [data[:2]]
    for segment in jpeg_segments(data):
        code = segment.name[0]
        if code == _JFIF and segment.body.startswith(b"JFIF\0"):
            # Up to where its thumbnail begins, whose sides become 0.
            kept.append(b"\xff\xe0\0\x10" + segment.body[:_JFIF_FIXED].ljust(12, b"\0") + b"\0\0")
        elif code not in _NOTES or (code == _ADOBE and segment.body.startswith(b"Adobe")):
            kept.append(segment.whole)
    return b"".join(kept)


def _webp(data: bytes) -> bytes:
    """Keep the picture and its transparency; its extended header says no more than that."""
    kept = []
    for chunk in webp_chunks(data):
        if chunk.name == b"VP8X":
            flags = bytes([chunk.body[0] & _WEBP_ALPHA, 0, 0, 0])
            kept.append(struct.pack("<4sL", b"VP8X", 10) + flags + chunk.body[4:10])
        elif chunk.name in _WEBP_KEPT:
            kept.append(chunk.whole.ljust(len(chunk.whole) + len(chunk.whole) % 2, b"\0"))
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _ogg(data: bytes) -> bytes:
    """Blank the second packet, which holds the comments, to its length; no page moves."""
    pages = [bytearray(page.whole) for page in ogg_pages(data)]
    tables = [page.name for page in ogg_pages(data)]
    packet, places = b"", list[tuple[int, int, int]]()
    number, ended = 1, False
    while not ended:
        if number >= len(pages):
            message = "its comments break off"
            raise BrokenMediaError(message)
        at = begin = _PAGE_HEAD + len(tables[number])
        for length in tables[number]:
            at += length
            ended = length < _FULL
            if ended:
                break
        packet += bytes(pages[number][begin:at])
        places.append((number, begin, at))
        number += 1
    blank = _blank(packet)
    for page, begin, end in places:
        pages[page][begin:end], blank = blank[: end - begin], blank[end - begin :]
        pages[page][_CRC_AT : _CRC_AT + 4] = bytes(4)
        pages[page][_CRC_AT : _CRC_AT + 4] = _crc(pages[page]).to_bytes(4, "little")
    return b"".join(pages)


def _blank(packet: bytes) -> bytes:
    """Return a packet of the same length with no maker and no comments."""
    for mark, end in _COMMENTS.items():
        # Two counts of four bytes each: of the maker's name, and of the comments.
        empty = mark + bytes(8) + end
        if packet.startswith(mark) and len(packet) >= len(empty):
            return empty.ljust(len(packet), b"\0")
    message = "its comments are not where they should be"
    raise BrokenMediaError(message)


@cache
def _table() -> tuple[int, ...]:
    made = []
    for value in range(256):
        crc = value << 24
        for _ in range(8):
            crc = (crc << 1) ^ (_POLYNOMIAL if crc & 0x80000000 else 0)
        made.append(crc & 0xFFFFFFFF)
    return tuple(made)


def _crc(page: bytes | bytearray) -> int:
    """Return the checksum of an Ogg page whose own checksum is blank."""
    crc, table = 0, _table()
    for byte in page:
        crc = (crc << 8 & 0xFFFFFFFF) ^ table[crc >> 24 ^ byte]
    return crc
