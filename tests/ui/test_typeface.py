"""Words are measured, broken and rendered without a box, a cut or a lost letter."""

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.ui import typeface
from quizgame.ui.theme import Style
from quizgame.ui.typeface import FACES, Typeface, clean

ASSETS = Path(__file__).resolve().parents[2] / "assets"
TYPEFACE = Typeface(ASSETS / "fonts")
INK = (35, 26, 44)
BODY = Style("regular", 20)
HEADING = Style("display", 48)
NO_GLYPH = "\U0001f9ff"
LETTERS = st.text(alphabet=" abcWi-é한글ő\n", max_size=60)


def pixels(text: str, style: Style) -> bytes:
    return pygame.image.tobytes(TYPEFACE.render(text, style, INK), "RGBA")


@given(LETTERS, st.integers(40, 400))
def test_wrapping_loses_nothing_but_the_spaces_it_breaks_at(text: str, width: int) -> None:
    lines = TYPEFACE.wrap(text, BODY, width)
    assert "".join(lines).replace(" ", "") == "".join(text.split())


@given(LETTERS, st.sampled_from(["regular", "extrabold", "display"]), st.integers(40, 400))
def test_no_line_is_wider_than_it_may_be(text: str, face: str, width: int) -> None:
    style = Style(face, 20)
    lines = TYPEFACE.wrap(text, style, width)
    assert lines
    assert all(TYPEFACE.width(line, style) <= width for line in lines)


def test_a_letter_wider_than_the_line_stands_alone_on_it() -> None:
    assert TYPEFACE.wrap("WW", BODY, 1) == ["W", "W"]


def test_lines_the_author_broke_stay_broken() -> None:
    assert TYPEFACE.wrap("one\n\ntwo", BODY, 500) == ["one", "", "two"]


def test_nothing_wraps_to_one_empty_line() -> None:
    assert TYPEFACE.wrap("", BODY, 100) == [""]


def test_a_combining_mark_stays_on_its_letter() -> None:
    for line in TYPEFACE.wrap("q\u0323" * 20, BODY, 60):
        assert not unicodedata.combining(line[0])


@pytest.mark.parametrize("face", list(FACES))
@pytest.mark.parametrize("letter", list("한힣éÉŐőßЖあ–—’“”…·→€"))
def test_hangul_accents_and_marks_are_not_boxes(face: str, letter: str) -> None:
    style = Style(face, 40)
    assert TYPEFACE.covers(letter, face)
    assert pixels(letter, style) != pixels(NO_GLYPH, style)


def test_a_script_no_face_carries_is_known_not_to_be_covered() -> None:
    assert not TYPEFACE.covers(NO_GLYPH, "regular")


@pytest.mark.parametrize("style", [BODY, HEADING])
def test_decomposed_hangul_looks_like_composed(style: Style) -> None:
    composed = "지우 한글 é"
    decomposed = unicodedata.normalize("NFD", composed)
    assert decomposed != composed
    assert pixels(decomposed, style) == pixels(composed, style)
    assert TYPEFACE.width(decomposed, style) == TYPEFACE.width(composed, style)


def test_latin_in_a_mixed_heading_stands_on_the_same_baseline() -> None:
    alone = TYPEFACE.render("H", HEADING, INK).get_bounding_rect()
    wide = TYPEFACE.width("H", HEADING)
    mixed = TYPEFACE.render("H지Ő", HEADING, INK).subsurface(
        (0, 0, wide, TYPEFACE.line_height(HEADING))
    )
    assert mixed.get_bounding_rect() == alone


@pytest.mark.parametrize("face", list(FACES))
@pytest.mark.parametrize("text", ["", "Ag", "É한Q"])
def test_a_rendered_line_is_as_high_as_its_line_box_and_as_wide_as_measured(
    face: str, text: str
) -> None:
    style = Style(face, 31)
    line = TYPEFACE.render(text, style, INK)
    assert line.get_size() == (TYPEFACE.width(text, style), TYPEFACE.line_height(style))


def test_tight_headings_keep_their_accents_and_tails_in_full() -> None:
    ink, above = TYPEFACE.ink("ÉÅÇQ", HEADING, INK)
    drawn = ink.get_bounding_rect()
    assert drawn.top - above < 0
    assert drawn.bottom - above > TYPEFACE.line_height(HEADING)
    assert 0 <= drawn.top < drawn.bottom <= ink.get_height()


def test_control_characters_are_set_as_spaces() -> None:
    assert pixels("a\tb\x00c", BODY) == pixels("a b c", BODY)


@pytest.mark.parametrize(
    ("straight", "curled"),
    [
        ("Ok-ju's 'friend'", "Ok-ju’s ‘friend’"),
        ('the word "Love"?', "the word “Love”?"),
        ("(\"'Run', she said\")", "(“‘Run’, she said”)"),
        ("the '90s", "the ’90s"),
        ("'", "’"),
        ("That’s “it”", "That’s “it”"),
    ],
)
def test_straight_quotes_are_set_curled(straight: str, curled: str) -> None:
    assert clean(straight) == curled
    assert pixels(straight, BODY) == pixels(curled, BODY)


@pytest.mark.parametrize("px", [15, 28, 34, 46, 56])
def test_upright_letters_of_a_heading_never_touch(px: int) -> None:
    line = TYPEFACE.render("HIDNULLIM", Style("display", px), INK)
    inked = pygame.mask.from_surface(line, 100)
    columns = [
        any(inked.get_at((x, y)) for y in range(line.get_height())) for x in range(line.get_width())
    ]
    gaps = sum(here and not after for here, after in pairwise([*columns, False]))
    assert gaps == len("HIDNULLIM")


def test_letters_are_opened_only_when_they_are_needed(tmp_path: Path) -> None:
    assert Typeface(tmp_path / "nowhere").line_height(BODY) == 28


def test_a_letter_that_ours_lack_is_set_in_a_font_of_the_system(
    assets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(typeface.FACES, "regular", (typeface.FACES["display"][0],))
    monkeypatch.setattr(typeface, "OURS", re.compile("[a-z]*"))
    monkeypatch.setattr(typeface, "system_fonts", list)
    assert not Typeface(assets / "fonts").covers("민희", "regular")
    system = [str(assets / "fonts" / "Pretendard-Regular.otf")]
    monkeypatch.setattr(typeface, "system_fonts", lambda: system)
    letters = Typeface(assets / "fonts")
    assert letters.covers("민희", "regular")
    assert letters.width("민희", Style("regular", 20)) > 30


def test_no_system_font_is_looked_for_while_ours_have_every_letter(
    assets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked() -> list[str]:
        raise AssertionError

    monkeypatch.setattr(typeface, "system_fonts", looked)
    letters = Typeface(assets / "fonts")
    for face in typeface.FACES:
        letters.width("“Ok-ju’s” · 민희 — Łódź, Ærø…", Style(face, 20))


def test_what_need_not_be_looked_up_is_there(assets: Path) -> None:
    letters = Typeface(assets / "fonts")
    plain = "".join(map(chr, range(0x20, 0x2194)))
    kept = "".join(c for c in plain if typeface.OURS.fullmatch(c))
    assert len(kept) > 300
    for face in ("regular", "semibold", "extrabold"):
        missing = [c for c in kept if not letters._has(typeface.FACES[face][0], c)]  # noqa: SLF001
        assert missing == []


def test_names_that_are_read_from_the_right_are_set_so_within_a_sentence(assets: Path) -> None:
    text = "Mina & שלום עולם, مرحبا has seen further."
    letters = Typeface(assets / "fonts")
    runs = list(letters._runs(text, Style("semibold", 20)))  # noqa: SLF001
    assert "".join(run.text for run in runs) == text
    assert [(run.script, run.text) for run in runs if run.script] == [
        ("Hebr", "שלום עולם"),
        ("Arab", "مرحبا"),
    ]


def test_letters_from_the_right_are_drawn_in_their_order(assets: Path) -> None:
    # No font of ours has any, so Hangul stands in for what a font does with a direction.
    letters, file = Typeface(assets / "fonts"), FACES["regular"][0]
    plain, turned = (letters._font(file, 40, script) for script in ("", "Hebr"))  # noqa: SLF001
    one, two = (
        font.render(text, True, (255, 255, 255))
        for font, text in ((plain, "지우"), (turned, "우지"))
    )
    assert pygame.image.tobytes(one, "RGBA") == pygame.image.tobytes(two, "RGBA")


@pytest.mark.parametrize("text", ["\u200d", "🎟\ufe0f", "\u0301", ""])
@pytest.mark.parametrize("face", ["semibold", "display"])
def test_what_has_no_width_is_no_fault(assets: Path, text: str, face: str) -> None:
    Typeface(assets / "fonts").render(f"A{text}", Style(face, 20), (255, 255, 255))
    Typeface(assets / "fonts").width(text, Style(face, 20))
