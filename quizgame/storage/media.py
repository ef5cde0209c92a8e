"""Pictures and sounds by their first bytes: what they are, how large, and whether that is too much.

Nothing is decoded: what is too large is refused before anybody would try.
"""

import struct
from typing import NoReturn

from quizgame.storage.faults import Fault
from quizgame.storage.mediaforms import (
    JPEG_MARK,
    PAGE_MARK,
    PNG_MARK,
    BrokenMediaError,
    Measured,
    TurnedError,
    measured,
)
from quizgame.storage.refused import refuse

MOST_BYTES = 8_000_000
MOST_SIDE = 4_096
MOST_PIXELS = 16_000_000
MOST_SECONDS = 300
PICTURES = {"png": "png", "jpg": "jpg", "jpeg": "jpg", "webp": "webp"}
SOUNDS = {"ogg": "ogg"}
SUFFIXES = PICTURES | SOUNDS
"""How each kind is called, by the suffix of its name in small letters."""
_CALLED = {
    "png": "a PNG picture",
    "jpg": "a JPEG picture",
    "webp": "a WebP picture",
    "ogg": "an Ogg sound",
}


def kind_of(name: str) -> str:
    """Return `png`, `jpg`, `webp` or `ogg` by a file's name; empty for anything else."""
    return SUFFIXES.get(name.rpartition(".")[2].casefold(), "")


def sniffed(data: bytes) -> str:
    """Return the kind by its first bytes; empty for anything else."""
    if data.startswith(PNG_MARK):
        return "png"
    if data.startswith(JPEG_MARK):
        return "jpg"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    return "ogg" if data.startswith(PAGE_MARK) else ""


def inspected(data: bytes, name: str) -> Measured:
    """Return what a file of this name holds; PackRefusedError when it is not that, or too large."""
    kind, real = kind_of(name), sniffed(data)
    if len(data) > MOST_BYTES:
        too_large(name)
    if real != kind:
        told = f"a file is not {_CALLED.get(kind, 'a picture or sound')}, though it is named as one"
        mend = f"it is {_CALLED[real]}: name it so" if real else "take it out"
        refuse(Fault.BAD_MEDIA, told, mend, name)
    try:
        found = measured(data, kind)
    except TurnedError as error:
        mend = "turn it in an editor and save it again"
        refuse(Fault.BAD_MEDIA, str(error), mend, name)
    except (BrokenMediaError, struct.error, IndexError):
        told = f"{_CALLED[kind]} is broken, or of an unusual form"
        refuse(Fault.BAD_MEDIA, told, "save it again", name)
    if max(found.width, found.height) > MOST_SIDE or found.width * found.height > MOST_PIXELS:
        told = f"a picture is larger than {MOST_SIDE} pixels on a side, or than 16 megapixels"
        refuse(Fault.BIG_MEDIA, told, "make it smaller", name)
    if found.seconds > MOST_SECONDS:
        told = f"a sound is longer than {MOST_SECONDS // 60} minutes"
        refuse(Fault.BIG_MEDIA, told, "cut it", name)
    return found


def too_large(name: str) -> NoReturn:
    """Refuse a file with too many bytes."""
    told = f"a picture or sound is larger than {MOST_BYTES // 1_000_000} MB"
    refuse(Fault.BIG_MEDIA, told, "make it smaller", name)
