"""What an op looks like: exact where it must be, smooth at its edges, the same every time."""

from pathlib import Path

import pygame
import pytest

from quizgame.ui import ops
from quizgame.ui.art import light
from quizgame.ui.art.cinema import TURN
from quizgame.ui.art.signs import STROKES
from quizgame.ui.painter import Painter
from quizgame.ui.theme import DARK_ROOM, Colour, Style, contrast
from quizgame.ui.typeface import Typeface

ASSETS = Path(__file__).resolve().parents[2] / "assets"
TYPEFACE = Typeface(ASSETS / "fonts")
RED: Colour = (200, 30, 40)
BLUE: Colour = (20, 60, 220)
GROUND = (1, 2, 3)
WHITE: Colour = (255, 255, 255)
FIGURES = Style("display", 52)


def one_of_each(rect: ops.Rect) -> list[ops.Op]:
    x, y, w, h = rect
    return [
        ops.Backdrop((w, h)),
        ops.Curtain(rect, "left"),
        ops.Curtain(rect, "right"),
        ops.Curtain(rect, "frame", 8),
        ops.Curtain(rect, "shut"),
        ops.Curtain(rect, "valance"),
        ops.Wash(rect, 18, RED, BLUE, h // 4),
        ops.Paper(rect, 22, w // 4),
        ops.Paper(rect, 0, 0),
        ops.Paper(rect, 12, notch=h // 2, torn=True),
        ops.Film(rect, 12),
        ops.Lamps(rect, 7),
        ops.Lamps(rect, 1),
        ops.Panel(rect, 14, RED, BLUE, 2),
        ops.Panel(rect, 999, None, BLUE, 99),
        ops.Panel(rect, 0, RED, BLUE, 1),
        *(ops.Symbol(name, rect, BLUE) for name in STROKES),
        ops.Leader(rect, 0.4, "107", FIGURES),
        ops.Playhead((x, y, max(0, w // 40), h)),
        ops.Fade(rect, low=True),
        ops.Fade(rect, low=False, ground=RED),
        ops.Words(x, y, "Ok-ju 지우 É", FIGURES, RED),
        ops.Words(x, y, "", FIGURES, RED),
        ops.Clip((x, y, w // 2, h // 2)),
        ops.Clip(None),
    ]


def canvas(size: tuple[int, int] = (320, 200)) -> pygame.Surface:
    surface = pygame.Surface(size)
    surface.fill(GROUND)
    return surface


def painted(drawn: list[ops.Op], size: tuple[int, int] = (320, 200)) -> pygame.Surface:
    surface = canvas(size)
    Painter(TYPEFACE, DARK_ROOM).paint(surface, drawn)
    return surface


def colour_at(surface: pygame.Surface, x: int, y: int) -> Colour:
    red, green, blue, _ = surface.get_at((x, y))
    return red, green, blue


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def test_a_panel_is_exact_in_the_middle_and_open_at_its_corner() -> None:
    surface = painted([ops.Panel((10, 10, 100, 60), 14, RED, BLUE, 2)])
    assert colour_at(surface, 60, 40) == RED
    assert colour_at(surface, 10, 10) == GROUND
    assert colour_at(surface, 60, 10) == colour_at(surface, 60, 11) == BLUE
    assert colour_at(surface, 60, 12) == RED
    assert colour_at(surface, 60, 9) == colour_at(surface, 60, 70) == GROUND


def test_an_unfilled_panel_shows_what_lies_behind_it() -> None:
    surface = painted([ops.Panel((10, 10, 100, 60), 14, None, BLUE, 3)])
    inside = {colour_at(surface, x, y) for x in range(24, 96) for y in range(13, 67)}
    assert inside == {GROUND}
    assert colour_at(surface, 10, 40) == BLUE


def test_a_corner_has_no_darker_or_lighter_rim_than_its_two_colours() -> None:
    surface = canvas()
    surface.fill(WHITE)
    Painter(TYPEFACE, DARK_ROOM).paint(surface, [ops.Panel((10, 10, 80, 80), 40, WHITE)])
    assert set(pixels(surface)) == {255}


def test_a_ticket_has_half_discs_cut_out_of_its_sides_and_is_whole_elsewhere() -> None:
    whole, cut = (painted([ops.Paper((40, 30, 200, 140), 22, notch=notch)]) for notch in (0, 90))
    cream = DARK_ROOM.ticket.cream
    for x in (42, 237):
        assert colour_at(whole, x, 120) == colour_at(cut, x, 70) == cream
        assert colour_at(cut, x, 120) != cream
    assert colour_at(cut, 140, 120) == cream
    torn = painted([ops.Paper((40, 30, 200, 140), 22, notch=90, torn=True)])
    row = {colour_at(torn, x, 120) for x in range(80, 200)}
    assert row == {cream, DARK_ROOM.ticket.perforation}


def test_a_valance_is_cloth_above_and_a_shadow_below() -> None:
    surface = painted([ops.Curtain((0, 0, 320, 100), "valance")])
    above = [colour_at(surface, x, 70)[0] for x in range(320)]
    assert min(above) > 40
    assert sum(colour_at(surface, 50, 81)) < sum(GROUND)
    assert colour_at(surface, 50, 100) == GROUND


def test_painting_again_gives_the_same_pixels() -> None:
    drawn = one_of_each((8, 8, 300, 180))
    surface, painter = canvas(), Painter(TYPEFACE, DARK_ROOM)
    painter.paint(surface, drawn)
    first = pixels(surface)
    surface.fill(GROUND)
    painter.paint(surface, drawn)
    assert pixels(surface) == first == pixels(painted(drawn))


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (2, 5), (7, 3), (1, 90), (90, 1), (33, 47)])
def test_every_op_can_be_any_size(size: tuple[int, int]) -> None:
    painted(one_of_each((3, 3, *size)))


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (ops.Paper((40, 30, 150, 99), 12, 40), ops.Paper((5, 6, 150, 99), 12, 40)),
        (ops.Panel((4, 3, 150, 99), 9, RED, BLUE, 2), ops.Panel((5, 6, 70, 80), 9, RED, BLUE, 2)),
        (ops.Words(40, 30, "Title", FIGURES, RED), ops.Words(5, 6, "Title", FIGURES, RED)),
        (
            ops.Leader((40, 30, 90, 90), 0.5, "9", FIGURES),
            ops.Leader((5, 6, 90, 90), 0.5, "9", FIGURES),
        ),
    ],
)
def test_a_piece_that_moves_is_not_drawn_again(here: ops.Op, there: ops.Op) -> None:
    painter, surface = Painter(TYPEFACE, DARK_ROOM), canvas()
    painter.paint(surface, [here])
    kept = painter.pixels_kept
    painter.paint(surface, [there])
    assert painter.pixels_kept == kept > 0


def test_what_is_kept_stays_bounded_and_right() -> None:
    small = Painter(TYPEFACE, DARK_ROOM, kept=30_000)
    surface = canvas()
    for step in range(60):
        small.paint(surface, [ops.Wash((0, 0, 100 + step, 100), 9, RED, BLUE, 20)])
        assert small.pixels_kept <= 30_000
    surface.fill(GROUND)
    drawn = one_of_each((8, 8, 300, 180))
    small.paint(surface, drawn)
    assert pixels(surface) == pixels(painted(drawn))


def test_a_clip_holds_until_the_next_and_never_outlives_the_frame() -> None:
    everywhere = ops.Panel((0, 0, 320, 200), 0, RED)
    surface = painted([ops.Clip((10, 10, 20, 20)), everywhere])
    assert colour_at(surface, 15, 15) == RED
    assert colour_at(surface, 31, 15) == GROUND
    assert surface.get_clip() == surface.get_rect()
    assert colour_at(painted([ops.Clip((0, 0, 1, 1)), ops.Clip(None), everywhere]), 99, 99) == RED


def test_the_room_is_lit_from_above_in_steps_too_fine_to_see() -> None:
    room = painted([ops.Backdrop((640, 400))], (640, 400))
    foot, night = colour_at(room, 5, 395), DARK_ROOM.room.night
    assert all(abs(a - b) <= 1 for a, b in zip(foot, night, strict=True))
    assert sum(colour_at(room, 320, 2)) > sum(colour_at(room, 320, 200)) + 20
    for x in range(638):
        for y in (3, 90, 200):
            here, beside = colour_at(room, x, y), colour_at(room, x + 1, y)
            assert all(abs(a - b) <= 2 for a, b in zip(here, beside, strict=True))


def test_a_wash_keeps_to_its_two_colours_at_its_ends() -> None:
    assert light.between(RED, BLUE, 0) == RED
    assert light.between(RED, BLUE, 1) == BLUE


@pytest.mark.parametrize("foot", [40, 160])
@pytest.mark.parametrize(
    "colours", [(RED, WHITE), (WHITE, WHITE), (BLUE, (95, 199, 178)), ((0, 0, 0), (229, 154, 187))]
)
def test_the_title_and_the_byline_of_any_poster_can_be_read(
    colours: tuple[Colour, Colour], foot: int
) -> None:
    poster = painted([ops.Wash((0, 0, 272, 372), 0, *colours, foot)], (272, 372))
    for y in range(372):
        needed = 4.5 if y >= 372 - foot else 3
        for x in range(0, 272, 16):
            assert contrast(DARK_ROOM.ink.text, colour_at(poster, x, y)) >= needed


def test_what_fades_sinks_into_the_room_behind_it() -> None:
    room = ops.Backdrop((320, 200))
    lit = painted(
        [room, ops.Panel((0, 0, 320, 200), 0, WHITE), ops.Fade((0, 0, 320, 40), low=False)]
    )
    assert colour_at(lit, 160, 0) == colour_at(painted([room]), 160, 0)
    assert sum(colour_at(lit, 160, 39)) > 700
    cream = painted([ops.Fade((0, 0, 320, 40), low=True, ground=RED)])
    assert colour_at(cream, 160, 39) == RED


def test_a_ticket_is_bitten_where_its_stub_tears_off_and_only_there() -> None:
    notched = painted([ops.Paper((60, 50, 200, 100), 22, 50)])
    plain = painted([ops.Paper((60, 50, 200, 100), 22, 0)])
    cream = DARK_ROOM.ticket.cream
    for y in (52, 147):
        assert colour_at(notched, 110, y) != cream
        assert colour_at(plain, 110, y) == cream
    assert colour_at(notched, 200, 100) == cream


def test_a_ticket_darkens_the_room_below_it() -> None:
    surface = canvas()
    surface.fill(WHITE)
    Painter(TYPEFACE, DARK_ROOM).paint(surface, [ops.Paper((60, 30, 200, 100), 20, 0)])
    assert colour_at(surface, 160, 135) < colour_at(surface, 160, 170) < WHITE


def test_the_clock_darkens_clockwise_from_twelve() -> None:
    surface = painted([ops.Leader((0, 0, 104, 104), 0.5, "8", FIGURES)])
    dark, lit = DARK_ROOM.room.line, DARK_ROOM.ticket.cream
    assert colour_at(surface, 80, 14) == colour_at(surface, 80, 89) == dark
    assert colour_at(surface, 24, 14) == colour_at(surface, 24, 89) == lit


@pytest.mark.parametrize("left", [1.0, 0.5, 0.0])
def test_the_figures_of_the_clock_stand_on_light_at_any_time(left: float) -> None:
    with_figures = painted([ops.Leader((0, 0, 104, 104), left, "8", FIGURES)])
    middle = with_figures.subsurface((30, 30, 44, 44))
    shades = {colour_at(middle, x, y) for x in range(44) for y in range(44)}
    assert DARK_ROOM.ticket.cream in shades
    assert DARK_ROOM.ticket.ink in shades
    assert DARK_ROOM.room.line not in shades


def test_the_clock_takes_a_bounded_number_of_looks() -> None:
    painter, surface = Painter(TYPEFACE, DARK_ROOM), canvas()
    clocks = [ops.Leader((0, 0, 20, 20), n / 2000, "", FIGURES) for n in range(2001)]
    painter.paint(surface, clocks)
    assert painter.pixels_kept <= (TURN + 5) * 400


def test_lamps_stand_evenly_from_edge_to_edge() -> None:
    surface = painted([ops.Lamps((20, 80, 280, 28), 5)])
    lit = [x for x in range(320) if colour_at(surface, x, 94) == DARK_ROOM.room.lamp]
    assert {round((x - 20) / 70) for x in lit} == {0, 1, 2, 3, 4}
    assert all(min(abs(x - 20 - 70 * n) for n in range(5)) <= 6 for x in lit)


@pytest.mark.parametrize("name", sorted(STROKES))
def test_every_sign_stays_inside_its_square(name: str) -> None:
    surface = pygame.Surface((60, 60), pygame.SRCALPHA)
    Painter(TYPEFACE, DARK_ROOM).paint(surface, [ops.Symbol(name, (10, 10, 40, 40), BLUE)])
    drawn = surface.get_bounding_rect()
    assert pygame.Rect(10, 10, 40, 40).contains(drawn)
    assert max(drawn.size) >= 16


@pytest.mark.parametrize(
    "op", [ops.Symbol("lock", (0, 0, 20, 20), RED), ops.Curtain((0, 0, 20, 20), "roman")]
)
def test_an_unknown_name_is_refused(op: ops.Op) -> None:
    with pytest.raises(KeyError):
        painted([op])
