"""Pictures and sounds: measured without decoding, and stripped without a change to be seen."""

from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.storage.faults import Fault
from quizgame.storage.media import inspected, kind_of
from quizgame.storage.mediaforms import BrokenMediaError, Measured
from quizgame.storage.mediastrip import stripped
from quizgame.storage.refused import PackRefusedError
from tests.hostile import pictures

EXAMPLES = Path(pygame.__file__).parent / "examples" / "data"
SHOWN = ("alien1.png", "brick.png", "alien1.jpg", "red.jpg", "chimp.webp", "scarlet.webp")
SECRET = b"taken by Silas at 52.5 N"
EXIF = b"Exif\0\0" + pictures.turned(1)


def refusal(data: bytes, name: str) -> PackRefusedError:
    with pytest.raises(PackRefusedError) as refused:
        inspected(data, name)
    return refused.value


@pytest.mark.parametrize(
    ("name", "data", "measured"),
    [
        ("a.png", pictures.png(40, 30), Measured("png", 40, 30)),
        ("a.jpg", pictures.jpeg(40, 30), Measured("jpg", 40, 30)),
        ("a.JPEG", pictures.jpeg(4_096, 2), Measured("jpg", 4_096, 2)),
        ("a.webp", pictures.webp(40, 30), Measured("webp", 40, 30)),
        ("a.ogg", pictures.ogg(3), Measured("ogg", seconds=3.0)),
    ],
)
def test_a_file_is_measured_by_its_head(name: str, data: bytes, measured: Measured) -> None:
    assert inspected(data, name) == measured


@pytest.mark.parametrize("name", SHOWN)
def test_real_pictures_are_measured_as_they_are_shown(name: str) -> None:
    found = inspected((EXAMPLES / name).read_bytes(), name)
    assert (found.width, found.height) == pygame.image.load(EXAMPLES / name).get_size()


def test_real_sounds_are_measured() -> None:
    found = inspected((EXAMPLES / "house_lo.ogg").read_bytes(), "house_lo.ogg")
    assert 1 < found.seconds < 60
    opus = inspected((EXAMPLES / "house_lo.opus").read_bytes(), "house_lo.ogg")
    assert abs(opus.seconds - found.seconds) < 1


@pytest.mark.parametrize("name", SHOWN)
def test_a_stripped_picture_is_shown_with_the_same_pixels(name: str, tmp_path: Path) -> None:
    data = (EXAMPLES / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(stripped(data, kind_of(name)))
    before, after = pygame.image.load(EXAMPLES / name), pygame.image.load(path)
    assert pygame.image.tobytes(before, "RGBA") == pygame.image.tobytes(after, "RGBA")


@pytest.mark.parametrize("name", ["house_lo.ogg", "house_lo.opus"])
def test_a_stripped_sound_is_heard_as_before(name: str, tmp_path: Path) -> None:
    pygame.mixer.init()
    data = (EXAMPLES / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(stripped(data, "ogg"))
    before, after = pygame.mixer.Sound(EXAMPLES / name), pygame.mixer.Sound(path)
    assert before.get_raw() == after.get_raw()
    pygame.mixer.quit()


NOTED = [
    ("png", pictures.png(2, 2, pictures.chunk(b"tEXt", SECRET), pictures.chunk(b"eXIf", SECRET))),
    ("png", pictures.png() + SECRET),
    ("jpg", pictures.jpeg(2, 2, pictures.segment(0xE1, EXIF + SECRET))),
    ("jpg", pictures.jpeg(2, 2, pictures.segment(0xFE, SECRET))),
    ("jpg", pictures.jpeg(2, 2, pictures.segment(0xED, SECRET)) + SECRET),
    (
        "jpg",
        pictures.jpeg(2, 2, pictures.segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\4\2" + SECRET)),
    ),
    ("webp", pictures.webp(2, 2, pictures.webp_chunk(b"XMP ", SECRET), flags=4)),
    ("webp", pictures.webp(2, 2, pictures.webp_chunk(b"odd ", SECRET)) + SECRET),
    ("ogg", pictures.ogg(1, SECRET)),
    ("ogg", pictures.ogg(1, SECRET * 5)),
]


@pytest.mark.parametrize(("kind", "data"), NOTED)
def test_notes_are_gone_and_stripping_again_changes_nothing(kind: str, data: bytes) -> None:
    once = stripped(data, kind)
    assert SECRET in data
    assert b"Silas" not in once
    assert stripped(once, kind) == once
    assert inspected(once, f"a.{kind}") == inspected(data, f"a.{kind}")


def test_what_says_how_colours_are_stored_is_kept() -> None:
    adobe = pictures.segment(0xEE, b"Adobe\0\x64\0\0\0\0\1")
    jfif = pictures.segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
    data = pictures.jpeg(2, 2, jfif, adobe)
    assert stripped(data, "jpg") == data
    gamma = pictures.chunk(b"gAMA", (45_455).to_bytes(4, "big"))
    assert gamma in stripped(pictures.png(2, 2, gamma), "png")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jpg", pictures.jpeg(2, 2, pictures.segment(0xE1, b"Exif\0\0" + pictures.turned(6)))),
        ("a.png", pictures.png(2, 2, pictures.chunk(b"eXIf", pictures.turned(8)))),
        ("a.webp", pictures.webp(2, 2, pictures.webp_chunk(b"EXIF", pictures.turned(3)))),
    ],
)
def test_a_picture_that_lies_on_its_side_is_told_to_be_turned(name: str, data: bytes) -> None:
    told = refusal(data, name).refusal
    assert told.fault is Fault.BAD_MEDIA
    assert "on its side" in told.message
    assert "turn it" in told.mend


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.png", b"", Fault.BAD_MEDIA),
        ("a.png", b"\x89PNG\r\n\x1a\n", Fault.BAD_MEDIA),
        ("a.png", pictures.png(0, 2), Fault.BAD_MEDIA),
        ("a.png", pictures.png().replace(b"IHDR", b"IHDZ"), Fault.BAD_MEDIA),
        ("a.png", pictures.png(4_097, 1), Fault.BIG_MEDIA),
        ("a.png", pictures.png(4_001, 4_000), Fault.BIG_MEDIA),
        ("a.png", pictures.png() + bytes(8_000_000), Fault.BIG_MEDIA),
        ("a.jpg", pictures.jpeg(2, 2)[:-2], Fault.BAD_MEDIA),
        ("a.jpg", pictures.jpeg(2, 2, pictures.segment(0xC1, bytes(9))), Fault.BAD_MEDIA),
        ("a.webp", pictures.webp(2, 2, flags=2), Fault.BAD_MEDIA),
        ("a.webp", pictures.webp(2, 2)[:-1], Fault.BAD_MEDIA),
        ("a.ogg", pictures.page(2, 0, 0, b"fLaC"), Fault.BAD_MEDIA),
        ("a.ogg", pictures.ogg()[:-1], Fault.BAD_MEDIA),
        ("a.ogg", pictures.ogg(301), Fault.BIG_MEDIA),
    ],
)
def test_what_is_broken_or_too_large_is_refused(name: str, data: bytes, fault: Fault) -> None:
    assert refusal(data, name).refusal.fault is fault


def test_a_wrong_name_is_told_with_the_right_one() -> None:
    assert "it is a WebP picture: name it so" in str(refusal(pictures.webp(), "a.png").refusal)


SOUND_ONES = {
    "png": pictures.png(),
    "jpg": pictures.jpeg(),
    "webp": pictures.webp(),
    "ogg": pictures.ogg(),
}


@given(kind=st.sampled_from(["png", "jpg", "webp", "ogg"]), data=st.data())
def test_no_bytes_make_it_raise_anything_else(kind: str, data: st.DataObject) -> None:
    whole = bytearray(SOUND_ONES[kind])
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    try:
        inspected(cut, f"a.{kind}")
        assert stripped(stripped(cut, kind), kind) == stripped(cut, kind)
    except (PackRefusedError, BrokenMediaError):
        pass
