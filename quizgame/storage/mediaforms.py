"""How pictures and sounds are laid out: their pieces, and their measures as the headers tell them.

Nothing is decoded. Layouts: PNG (W3C), JPEG (ITU T.81), WebP (RFC 9649), Ogg (RFC 3533).
"""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

PNG_MARK = b"\x89PNG\r\n\x1a\n"
JPEG_MARK, PAGE_MARK = b"\xff\xd8\xff", b"OggS"
_IN_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_FRAMES, _NO_FRAMES = range(0xC0, 0xD0), {0xC4, 0xC8, 0xCC}
_READABLE_FRAMES = {0xC0, 0xC1, 0xC2}
# Each scan of a picture goes over all of it, however few bytes it has.
_MOST_SCANS = 100
# A picture or sound has hundreds of pieces, and thousands of empty ones only take time.
_MOST_PIECES = 20_000
_FILLED = re.compile(rb"\xff*(?=\xff)")
_BITS = 8
SCAN, END = 0xDA, 0xD9
_ANIMATED = 0x02
_PAGE = struct.Struct("<4sBBqLLLB")
_FIRST = 0x02
_UPRIGHT = 1
_OPUS_RATE = 48_000


class BrokenMediaError(ValueError):
    """The bytes do not have the layout of their kind; its words say what is wrong."""


class TurnedError(BrokenMediaError):
    """A picture lies on its side, with a mark that tells viewers to turn it."""


class Piece(NamedTuple):
    """A chunk (PNG, WebP), segment (JPEG) or page (Ogg): its name or number, whole and inside."""

    name: bytes
    whole: bytes
    body: bytes


@dataclass(frozen=True, slots=True)
class Measured:
    """A picture's kind and size in pixels, or a sound's kind and length in seconds."""

    kind: str
    width: int = 0
    height: int = 0
    seconds: float = 0.0


def measured(data: bytes, kind: str) -> Measured:
    """Return a file's measures from its headers; BrokenMediaError when they make no sense."""
    match kind:
        case "png":
            return _png(data)
        case "jpg":
            return _jpeg(data)
        case "webp":
            return _webp(data)
        case _:
            return _ogg(data)


def _bounded(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield the pieces of a file; BrokenMediaError when there are more than any file needs."""
    for number, piece in enumerate(pieces):
        if number >= _MOST_PIECES:
            message = "too many pieces"
            raise BrokenMediaError(message)
        yield piece


def _sized(kind: str, width: int, height: int) -> Measured:
    if not (width and height):
        raise BrokenMediaError(kind)
    return Measured(kind, width, height)


# -- PNG ---------------------------------------------------------------------------------------


def png_chunks(data: bytes) -> Iterator[Piece]:
    """Yield the chunks up to IEND; what stands behind it is left."""
    at = len(PNG_MARK)
    while True:
        length, name = struct.unpack_from(">L4s", data, at)
        whole = data[at : at + 12 + length]
        if len(whole) != 12 + length:
            message = "it breaks off"
            raise BrokenMediaError(message)
        if zlib.crc32(whole[4:-4]) != int.from_bytes(whole[-4:], "big"):
            message = "a checksum is wrong"
            raise BrokenMediaError(message)
        yield Piece(name, whole, whole[8:-4])
        if name == b"IEND":
            return
        at += len(whole)


def _png(data: bytes) -> Measured:
    chunks = list(_bounded(png_chunks(data)))
    if chunks[0].name != b"IHDR" or not any(chunk.name == b"IDAT" for chunk in chunks):
        message = "no picture in it"
        raise BrokenMediaError(message)
    for chunk in chunks:
        if chunk.name == b"eXIf":
            _check_upright(chunk.body)
    return _sized("png", *struct.unpack_from(">LL", chunks[0].body))


# -- JPEG --------------------------------------------------------------------------------------


def jpeg_segments(data: bytes) -> Iterator[Piece]:
    """Yield the segments behind the start mark up to the end mark; a scan with all its data."""
    at = 2
    while True:
        filled = _FILLED.match(data, at)
        at = filled.end() if filled else at
        if data[at] != 0xFF:  # noqa: PLR2004 (every mark begins so)
            message = "no mark where one should be"
            raise BrokenMediaError(message)
        code = data[at + 1]
        if code == END:
            yield Piece(bytes([code]), data[at : at + 2], b"")
            return
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + length
        if length < 2 or end > len(data):  # noqa: PLR2004 (it counts itself)
            message = "it breaks off"
            raise BrokenMediaError(message)
        body = data[at + 4 : end]
        if code == SCAN:
            found = _IN_SCAN.search(data, end)
            if found is None:
                message = "it breaks off"
                raise BrokenMediaError(message)
            end = found.start()
        yield Piece(bytes([code]), data[at:end], body)
        at = end


def _jpeg(data: bytes) -> Measured:
    frames, scans = [], 0
    for segment in _bounded(jpeg_segments(data)):
        code = segment.name[0]
        if code in _FRAMES and code not in _NO_FRAMES:
            frames.append(segment)
        scans += code == SCAN
        if code == 0xE1 and segment.body.startswith(b"Exif\0\0"):  # noqa: PLR2004 (APP1)
            _check_upright(segment.body[6:])
    if len(frames) != 1 or frames[0].name[0] not in _READABLE_FRAMES or scans > _MOST_SCANS:
        message = "an unusual form of JPEG"
        raise BrokenMediaError(message)
    bits, height, width = struct.unpack_from(">BHH", frames[0].body)
    if bits != _BITS:
        message = "an unusual depth of colour"
        raise BrokenMediaError(message)
    return _sized("jpg", width, height)


# -- WebP --------------------------------------------------------------------------------------


def webp_chunks(data: bytes) -> Iterator[Piece]:
    """Yield the chunks as far as the file says it goes."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        message = "it breaks off"
        raise BrokenMediaError(message)
    at = 12
    while at < end:
        name, length = struct.unpack_from("<4sL", data, at)
        whole = data[at : at + 8 + length + length % 2]
        if at + 8 + length > end:
            message = "it breaks off"
            raise BrokenMediaError(message)
        yield Piece(name, whole, whole[8 : 8 + length])
        at += 8 + length + length % 2


def _webp(data: bytes) -> Measured:
    chunks = list(_bounded(webp_chunks(data)))
    images = [chunk for chunk in chunks if chunk.name in {b"VP8 ", b"VP8L"}]
    if len(images) != 1:
        # Moving pictures keep theirs in frames.
        message = "not one still picture"
        raise BrokenMediaError(message)
    size = _webp_size(images[0])
    for chunk in chunks:
        if chunk.name == b"EXIF":
            _check_upright(chunk.body.removeprefix(b"Exif\0\0"))
        if chunk.name == b"VP8X":
            canvas = tuple(1 + int.from_bytes(chunk.body[at : at + 3], "little") for at in (4, 7))
            if chunk.body[0] & _ANIMATED or canvas != size:
                message = "not one still picture"
                raise BrokenMediaError(message)
    return _sized("webp", *size)


def _webp_size(image: Piece) -> tuple[int, int]:
    if image.name == b"VP8L":
        if image.body[0] != 0x2F:  # noqa: PLR2004 (its signature)
            message = "no picture in it"
            raise BrokenMediaError(message)
        bits = int.from_bytes(image.body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if image.body[3:6] != b"\x9d\x01\x2a":
        message = "no picture in it"
        raise BrokenMediaError(message)
    width, height = struct.unpack_from("<HH", image.body, 6)
    return width & 0x3FFF, height & 0x3FFF


# -- Ogg ---------------------------------------------------------------------------------------


def ogg_pages(data: bytes) -> Iterator[Piece]:
    """Yield the pages of the one sound in it, each with its packets' bytes as body."""
    at, serial = 0, None
    while at < len(data):
        mark, version, flags, _, number, _, _, segments = _PAGE.unpack_from(data, at)
        table = data[at + _PAGE.size : at + _PAGE.size + segments]
        begin = at + _PAGE.size + segments
        end = begin + sum(table)
        if mark != PAGE_MARK or version or end > len(data) or len(table) != segments:
            message = "it breaks off"
            raise BrokenMediaError(message)
        if (serial is None) != bool(flags & _FIRST) or serial not in {None, number}:
            message = "more than one sound in it"
            raise BrokenMediaError(message)
        serial = number
        yield Piece(table, data[at:end], data[begin:end])
        at = end


def _ogg(data: bytes) -> Measured:
    pages = list(_bounded(ogg_pages(data)))
    first = pages[0].body
    if first.startswith(b"\x01vorbis"):
        rate = int.from_bytes(first[12:16], "little")
    elif first.startswith(b"OpusHead"):
        rate = _OPUS_RATE
    else:
        message = "neither Vorbis nor Opus"
        raise BrokenMediaError(message)
    if len(pages) < 2 or not rate:  # noqa: PLR2004 (headers, then sound)
        message = "no sound in it"
        raise BrokenMediaError(message)
    latest = max(_PAGE.unpack_from(page.whole)[3] for page in pages)
    return Measured("ogg", seconds=latest / rate)


# -- pictures that lie on their side -----------------------------------------------------------


def _check_upright(tiff: bytes) -> None:
    """Refuse a picture that a viewer should turn: quizgame would show it lying on its side."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return
    try:
        (at,) = struct.unpack_from(f"{order}L", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, at)
        for number in range(count):
            tag, _, _, value = struct.unpack_from(f"{order}HHLH", tiff, at + 2 + 12 * number)
            if tag == 0x0112 and 1 < value <= 8:  # noqa: PLR2004 (orientation, 1 is upright)
                message = "a picture lies on its side, with a mark for viewers to turn it"
                raise TurnedError(message)
    except struct.error:
        # Broken notes are taken out like any others.
        return
