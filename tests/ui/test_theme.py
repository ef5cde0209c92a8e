"""Every pair of colours that meets on the screen is far enough apart to be read."""

import pytest

from quizgame.ui.art.signs import STROKES
from quizgame.ui.theme import DARK_ROOM, Colour, contrast, mix, tier_colour
from quizgame.ui.widgets.badges import SHAPES

INK, ROOM, TICKET = DARK_ROOM.ink, DARK_ROOM.room, DARK_ROOM.ticket
TEXT, EDGE = 4.5, 3.0

DARK_GROUNDS = {
    "night": ROOM.night,
    "night_2": ROOM.night_2,
    "glow": ROOM.glow,
    "panel": ROOM.panel,
    "row": ROOM.row,
}
PAPERS = {
    "cream": TICKET.cream,
    "choice": TICKET.choice,
    "faded": TICKET.faded,
    "right_wash": TICKET.right_wash,
    "wrong_wash": TICKET.wrong_wash,
    "half_wash": TICKET.half_wash,
}


@pytest.mark.parametrize("ground", DARK_GROUNDS)
@pytest.mark.parametrize("role", ["text", "dim", "amber", "bad"])
def test_words_in_the_dark_room_can_be_read(role: str, ground: str) -> None:
    assert contrast(getattr(INK, role), DARK_GROUNDS[ground]) >= TEXT


def test_words_on_amber_and_on_lit_frames_can_be_read() -> None:
    assert contrast(INK.on_amber, ROOM.amber) >= TEXT
    assert contrast(INK.on_amber, ROOM.focus) >= TEXT
    assert all(
        contrast(INK.on_amber, tier_colour(DARK_ROOM.tiers, tier, count)) >= TEXT
        for count in range(2, 31)
        for tier in range(count)
    )


def test_contrast_runs_from_one_to_twenty_one() -> None:
    assert contrast((9, 9, 9), (9, 9, 9)) == 1
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)


def test_cards_to_come_can_be_made_out_on_the_lit_room() -> None:
    assert contrast(ROOM.track, ROOM.glow) >= 1.6


def test_words_on_the_velvet_of_a_frame_can_be_read() -> None:
    assert contrast(INK.text, mix((0, 0, 0), ROOM.velvet[2], 0.6)) >= TEXT


@pytest.mark.parametrize("ground", PAPERS)
def test_words_on_paper_can_be_read(ground: str) -> None:
    assert contrast(TICKET.ink, PAPERS[ground]) >= TEXT


@pytest.mark.parametrize("ground", ["cream", "choice", "faded"])
def test_quiet_words_on_paper_can_be_read(ground: str) -> None:
    assert contrast(TICKET.ink_2, PAPERS[ground]) >= TEXT


@pytest.mark.parametrize("name", ["right", "wrong", "half"])
def test_the_edge_and_sign_of_a_verdict_stand_out_on_paper_and_on_its_wash(name: str) -> None:
    verdict: Colour = getattr(TICKET, name)
    for ground in (TICKET.cream, TICKET.choice, getattr(TICKET, f"{name}_wash")):
        assert contrast(verdict, ground) >= EDGE


def test_signs_on_badges_stand_out() -> None:
    for badge in (ROOM.badge_right, ROOM.badge_wrong):
        assert contrast(INK.text, badge) >= EDGE


def test_tiers_stand_out_in_the_room_and_on_the_ticket() -> None:
    for count in range(2, 31):
        for tier in range(count):
            assert contrast(tier_colour(DARK_ROOM.tiers, tier, count), ROOM.night) >= EDGE
            on_ticket = tier_colour(DARK_ROOM.tiers_on_ticket, tier, count)
            assert contrast(on_ticket, TICKET.cream) >= TEXT


def test_focus_stands_out_wherever_it_can_be() -> None:
    assert all(contrast(ROOM.focus, ground) >= EDGE for ground in DARK_GROUNDS.values())
    assert all(contrast(TICKET.focus, ground) >= EDGE for ground in (TICKET.cream, TICKET.choice))


def test_a_ladder_of_up_to_five_keeps_its_exact_colours_and_a_longer_one_its_ends() -> None:
    tiers = DARK_ROOM.tiers
    assert [tier_colour(tiers, n, 5) for n in range(5)] == list(tiers)
    assert tier_colour(tiers, 0, 30) == tiers[0]
    assert tier_colour(tiers, 29, 30) == tiers[-1]


def test_every_player_has_a_colour_and_a_shape_that_nobody_else_has() -> None:
    assert len(SHAPES) == len(set(SHAPES)) == 8
    assert len(DARK_ROOM.players) == len(set(DARK_ROOM.players)) == 8
    assert set(SHAPES) <= set(STROKES)


@pytest.mark.parametrize("player", range(len(DARK_ROOM.players)))
def test_a_player_stands_out_on_every_ground_and_the_shape_on_the_player(player: int) -> None:
    colour = DARK_ROOM.players[player]
    assert all(contrast(colour, ground) >= TEXT for ground in DARK_GROUNDS.values())
    assert all(contrast(colour, cloth) >= EDGE for cloth in ROOM.velvet[:2])
    assert contrast(colour, INK.on_amber) >= TEXT


def test_words_and_pale_shapes_on_the_shut_curtain_can_be_read_on_every_fold() -> None:
    assert all(contrast(INK.text, cloth) >= TEXT for cloth in ROOM.velvet)
