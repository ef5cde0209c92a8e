"""Packs as an enemy, or a careless hand, would make them: each to be refused in one sentence."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.hostile import pictures
from tests.hostile.rawzip import DEFLATED, LOCKED, STORED, UTF8, Raw, zipped
from tests.samples import lantern

Make = Callable[[Path], Path]
PACK = lantern().encode()
GOOD = Raw(b"pack.yaml", PACK)
CARD = "    difficulty: 1\n"


@dataclass(frozen=True, slots=True)
class Hostile:
    """What is wrong, how it is made, and what its sentence must name."""

    name: str
    make: Make
    names: str = ""


def with_image(name: str, text: str = "") -> bytes:
    """Return a pack whose first card names a picture."""
    image = f"{CARD}    image: {{file: {name}, alt: A boat}}\n"
    return (text or lantern()).replace(CARD, image, 1).encode()


def as_zip(data: bytes | Callable[[], bytes]) -> Make:
    """Return what writes a zip."""

    def make(folder: Path) -> Path:
        path = folder / "hostile.quizpack"
        path.write_bytes(data if isinstance(data, bytes) else data())
        return path

    return make


def named(name: bytes, flags: int = UTF8) -> Make:
    """Return what writes a zip with a file of this name in it."""
    return as_zip(lambda: zipped(GOOD, Raw(name, pictures.png(), flags=flags)))


def pictured(name: str, data: bytes) -> Make:
    """Return what writes a zip with a picture or sound that a card names."""
    field = "sound" if name.endswith(".ogg") else "image"
    text = with_image(name).replace(b"    image: ", f"    {field}: ".encode())
    return as_zip(lambda: zipped(Raw(b"pack.yaml", text), Raw(name.encode(), data)))


def as_yaml(text: Callable[[], bytes], *, zipped_up: bool) -> Make:
    """Return what writes a YAML file, by itself or in a zip."""

    def make(folder: Path) -> Path:
        if zipped_up:
            return as_zip(zipped(Raw(b"pack.yaml", text(), STORED)))(folder)
        path = folder / "hostile.yaml"
        path.write_bytes(text())
        return path

    return make


def _anchors() -> bytes:
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    rows += [f"{y}: &{y} [{', '.join([f'*{x}'] * 9)}]" for x, y in zip("abcdefgh", "bcdefghi")]  # noqa: B905
    return "\n".join(["format: 1", *rows, "cards: *i"]).encode()


def _scalar() -> bytes:
    return b"format: 1\ntitle: " + b"a" * 50_000_000 + b"\n"


def _nested() -> bytes:
    return b"format: 1\ntitle: " + b"[" * 10_000 + b"\n"


def _truncated() -> bytes:
    whole = zipped(GOOD, Raw(b"a.png", pictures.png()))
    return whole[: len(whole) - 40]


def _changed(old: bytes, new: bytes) -> bytes:
    return zipped(Raw(b"pack.yaml", PACK, STORED)).replace(old, new)


def _overlapping() -> bytes:
    # After "A better zip bomb" (D. Fifield, 2019): many names for the bytes of one file.
    whole = Raw(b"a.png", b"\0" * 300_000)
    return zipped(GOOD, whole, *(Raw(b"b%d.png" % n, whole.data, starts=0) for n in range(400)))


def _giant() -> bytes:
    return zipped(GOOD, Raw(b"a.png", pictures.png(), size=0xFFFFFFFF, packed_size=0xFFFFFFFF))


def _scans() -> bytes:
    scan = pictures.segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12"
    return pictures.jpeg(4_000, 4_000, scan * 1_000)


def _linked_folder(folder: Path) -> Path:
    outside, pack = folder / "secret.png", folder / "linked"
    outside.write_bytes(pictures.png())
    pack.mkdir()
    (pack / "pack.yaml").write_bytes(with_image("a.png"))
    (pack / "a.png").symlink_to(outside)
    return pack


def _linked_text(folder: Path) -> Path:
    outside, pack = folder / "secret.yaml", folder / "linked"
    outside.write_bytes(PACK)
    pack.mkdir()
    (pack / "pack.yaml").symlink_to(outside)
    return pack


def _pipe(folder: Path) -> Path:
    pack = folder / "piped"
    pack.mkdir()
    (pack / "pack.yaml").write_bytes(with_image("a.png"))
    os.mkfifo(pack / "a.png")
    return pack


def _piped_text(folder: Path) -> Path:
    pack = folder / "piped"
    pack.mkdir()
    os.mkfifo(pack / "pack.yaml")
    return pack


EXE = b"MZ\x90\0" + bytes(60) + b"PE\0\0"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
ZIP_IN_ZIP = zipped(GOOD)

ARCHIVES = (
    Hostile("parent path", named(b"../../evil.png"), "../../evil.png"),
    Hostile("parent path in the middle", named(b"m/../../evil.png"), "m/../../evil.png"),
    Hostile("absolute path", named(b"/etc/evil.png"), "/etc/evil.png"),
    Hostile("drive path", named(b"C:/evil.png"), "C:/evil.png"),
    Hostile("drive path without a slash", named(b"C:evil.png"), "C:evil.png"),
    Hostile("path on a network", named(b"//host/share/evil.png"), "//host/share/evil.png"),
    Hostile("backslashes", named(b"..\\..\\evil.png"), "..\\..\\evil.png"),
    Hostile("another stream of a file", named(b"m/a.png:evil.png"), "m/a.png:evil.png"),
    Hostile("device name", named(b"CON"), "CON"),
    Hostile("device name with a suffix", named(b"m/nul.png"), "m/nul.png"),
    Hostile("device name of a port", named(b"COM1.webp"), "COM1.webp"),
    Hostile("device name in raised digits", named("lpt².png".encode()), "lpt².png"),
    Hostile("device name as a folder", named(b"aux/a.png"), "aux/a.png"),
    Hostile("trailing dot", named(b"m./a.png"), "m./a.png"),
    Hostile("trailing space", named(b"a.png "), "a.png "),
    Hostile("empty part of a path", named(b"m//a.png"), "m//a.png"),
    Hostile(
        "names that differ by case",
        as_zip(zipped(GOOD, Raw(b"a.png", b"x"), Raw(b"A.PNG", b"y"))),
        "A.PNG",
    ),
    Hostile(
        "names that differ by Unicode form",
        as_zip(
            zipped(
                GOOD,
                Raw("caf\u00e9.png".encode(), b"x", flags=UTF8),
                Raw("cafe\u0301.png".encode(), b"y", flags=UTF8),
            )
        ),
        "café.png",
    ),
    Hostile(
        "symbolic link",
        as_zip(zipped(GOOD, Raw(b"a.png", b"/etc/passwd", mode=stat.S_IFLNK | 0o777))),
        "a.png",
    ),
    Hostile(
        "device file",
        as_zip(zipped(GOOD, Raw(b"a.png", mode=stat.S_IFCHR | 0o666))),
        "a.png",
    ),
    Hostile("pipe", as_zip(zipped(GOOD, Raw(b"a.png", mode=stat.S_IFIFO | 0o666))), "a.png"),
    Hostile(
        "set-user-id file",
        as_zip(zipped(GOOD, Raw(b"a.png", pictures.png(), mode=0o104755))),
        "a.png",
    ),
    Hostile("program", named(b"setup.exe"), "setup.exe"),
    Hostile("script", named(b"setup.py"), "setup.py"),
    Hostile("picture that can hold a script", named(b"a.svg"), "a.svg"),
    Hostile("unlisted file type", named(b"notes.html"), "notes.html"),
    Hostile("file without a type", named(b"autorun"), "autorun"),
    Hostile("program named as a picture", pictured("a.png", EXE), "a.png"),
    Hostile("script named as a picture", pictured("a.webp", SVG), "a.webp"),
    Hostile("picture named as a sound", pictured("a.ogg", pictures.png()), "a.ogg"),
    Hostile("picture of another kind", pictured("a.jpg", pictures.png()), "a.jpg"),
    Hostile("zip named as a picture", pictured("a.png", ZIP_IN_ZIP), "a.png"),
    Hostile(
        "picture of a million pixels a side", pictured("a.png", pictures.png(10**6, 10**6)), "a.png"
    ),
    Hostile("picture of 17 megapixels", pictured("a.jpg", pictures.jpeg(4_096, 4_096)), "a.jpg"),
    Hostile("picture that is too wide", pictured("a.webp", pictures.webp(5_000, 2)), "a.webp"),
    Hostile("picture that breaks off", pictured("a.png", pictures.png()[:-8]), "a.png"),
    Hostile("picture of a thousand scans", pictured("a.jpg", _scans()), "a.jpg"),
    Hostile(
        "picture of a hundred thousand pieces",
        pictured("a.png", pictures.png(2, 2, pictures.chunk(b"tEXt", b"") * 100_000)),
        "a.png",
    ),
    Hostile("sound of a week", pictured("a.ogg", pictures.ogg(604_800)), "a.ogg"),
    Hostile("two sounds in one", pictured("a.ogg", pictures.ogg(further=pictures.ogg())), "a.ogg"),
    Hostile("nested zip", as_zip(zipped(GOOD, Raw(b"more.zip", ZIP_IN_ZIP))), "more.zip"),
    Hostile(
        "bomb by ratio", as_zip(lambda: zipped(GOOD, Raw(b"a.png", bytes(7_000_000)))), "a.png"
    ),
    Hostile("bomb by count", as_zip(lambda: zipped(GOOD, *(Raw(b"%d" % n) for n in range(2_001))))),
    Hostile(
        "bomb by total size",
        as_zip(lambda: zipped(GOOD, *(Raw(b"%d.png" % n, bytes(900_000)) for n in range(300)))),
    ),
    Hostile(
        "picture of 9 MB", as_zip(lambda: zipped(GOOD, Raw(b"a.png", bytes(9_000_000), STORED)))
    ),
    Hostile("overlapping files", as_zip(_overlapping), "b0.png"),
    Hostile("locked", as_zip(zipped(Raw(b"pack.yaml", PACK, flags=LOCKED))), "pack.yaml"),
    Hostile("breaks off", as_zip(_truncated)),
    Hostile("empty", as_zip(b"")),
    Hostile("no zip at all", as_zip(b"format: 1\n" * 100)),
    Hostile("wrong checksum", as_zip(lambda: _changed(b"lantern", b"lanturn")), "pack.yaml"),
    Hostile("damaged bytes", as_zip(zipped(Raw(b"pack.yaml", PACK, crc=1))), "pack.yaml"),
    Hostile(
        "one file twice",
        as_zip(zipped(GOOD, Raw(b"pack.yaml", b"format: 1"))),
        "pack.yaml",
    ),
    Hostile("name that is no UTF-8", named(b"caf\xe9.png"), "caf"),
    Hostile("name with a NUL", named(b"a.png\0.exe"), "a.png?.exe"),
    Hostile("name that turns round", named("a\u202egnp.exe".encode()), "a?gnp.exe"),
    Hostile("name with an escape", named(b"a\x1b[2J.png"), "a?[2J.png"),
    Hostile("over-long name", named(b"a" * 40_000 + b".png"), "aaa.png"),
    Hostile("no name", named(b""), ""),
    Hostile("deep folders", named(b"d/" * 30 + b"a.png"), "d/a.png"),
    Hostile(
        "header of another name",
        as_zip(zipped(GOOD, Raw(b"a.png", pictures.png(), local_name=b"x.exe"))),
        "a.png",
    ),
    Hostile(
        "header of another size",
        as_zip(zipped(GOOD, Raw(b"a.png", pictures.png(), local_size=5))),
        "a.png",
    ),
    Hostile(
        "declared size that lies",
        as_zip(zipped(Raw(b"pack.yaml", PACK + b"#" * 5_000, DEFLATED, size=len(PACK)))),
        "pack.yaml",
    ),
    Hostile("several pack.yaml", as_zip(zipped(GOOD, Raw(b"b/pack.yaml", PACK))), "b/pack.yaml"),
    Hostile("pack.yaml in a folder", as_zip(zipped(Raw(b"b/pack.yaml", PACK))), "b/pack.yaml"),
    Hostile("no pack.yaml", as_zip(zipped(Raw(b"a.png", pictures.png())))),
    Hostile("unusual compression", as_zip(zipped(Raw(b"pack.yaml", PACK, 12))), "pack.yaml"),
    Hostile("program with a zip behind it", as_zip(EXE + zipped(GOOD))),
    Hostile("program that knows of its zip", as_zip(zipped(GOOD, before=EXE)), "pack.yaml"),
    Hostile("bytes behind the zip", as_zip(zipped(GOOD, after=EXE))),
    Hostile(
        "bytes between two files",
        as_zip(zipped(Raw(b"pack.yaml", PACK, behind=EXE), Raw(b"a.png", pictures.png()))),
        "a.png",
    ),
    Hostile("two zips in one", as_zip(zipped(GOOD, comment=ZIP_IN_ZIP))),
    Hostile("count that lies", as_zip(zipped(GOOD, Raw(b"a.png", b"x"), count=1))),
    Hostile("absurd sizes of zip64", as_zip(_giant), "a.png"),
    Hostile(
        "file that is a folder too",
        as_zip(zipped(GOOD, Raw(b"m", b"x"), Raw(b"m/a.png", pictures.png()))),
        "m/a.png",
    ),
    Hostile("folder with a link that leads out", _linked_folder, "a.png"),
    Hostile("folder whose pack.yaml lies elsewhere", _linked_text),
    Hostile("folder with a pipe in it", _pipe, "a.png"),
    Hostile("folder whose pack.yaml is a pipe", _piped_text),
    Hostile("YAML bomb of anchors", as_yaml(_anchors, zipped_up=False)),
    Hostile("YAML bomb of anchors in a zip", as_yaml(_anchors, zipped_up=True)),
    Hostile("text of 50 MB", as_yaml(_scalar, zipped_up=False)),
    Hostile("text of 50 MB in a zip", as_yaml(_scalar, zipped_up=True)),
    Hostile("lists 10,000 deep", as_yaml(_nested, zipped_up=False)),
    Hostile("lists 10,000 deep in a zip", as_yaml(_nested, zipped_up=True)),
)
