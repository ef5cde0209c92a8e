import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.domain import players as people
from quizgame.domain.players import LONGEST_NAME, MOST, Player, clean_name, distinct
from quizgame.domain.table import reach
from tests.domain.sittings import HIGH, LOW, MIDDLE, one

FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}\u200d\N{BOY}"
TURNING = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
names = st.text(max_size=60) | st.text(
    alphabet=f"ab é\u0301{FAMILY}{TURNING}\u3164\n\N{REGIONAL INDICATOR SYMBOL LETTER F}",
    max_size=60,
)


@pytest.mark.parametrize(
    "blank", ["", " ", "\n\t\r", "\u00a0\u2003", "\u200d", "\u200b\ufeff", "\u3164\u2800", "\ud83d"]
)
def test_a_name_nobody_can_see_is_none_and_something_stands_for_it(blank: str) -> None:
    assert clean_name(blank) == ""
    assert Player(3, clean_name(blank), 0).called == "Player 3"


def test_two_hundred_letters_are_cut_to_what_fits() -> None:
    assert clean_name("x" * 200) == "x" * LONGEST_NAME
    assert clean_name("Ab " * 70) == ("Ab " * 8).strip()


@pytest.mark.parametrize("name", ["مينا", "נועה ודניאל", "지우", "Ὀδυσσεύς", "می\u200cنا", "👋🏽"])
def test_names_of_any_script_stay_as_they_are(name: str) -> None:
    assert clean_name(name) == name


@pytest.mark.parametrize("sign", TURNING)
def test_what_turns_the_letters_after_it_round_is_taken_out(sign: str) -> None:
    assert clean_name(f"Mi{sign}na") == "Mina"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", "\u2029", "\x00", "\x1b", "\x85"])
def test_a_name_has_one_line(end: str) -> None:
    assert clean_name(f"Mina{end}Jonas") == "Mina Jonas"


def test_a_family_is_one_sign_and_is_never_parted() -> None:
    assert clean_name(FAMILY) == FAMILY
    families = clean_name(FAMILY * 9)
    assert families == FAMILY * 3
    assert clean_name("x" * 20 + FAMILY) == "x" * 20


def test_no_letter_loses_its_accent_and_no_hand_its_colour() -> None:
    assert clean_name("x" * 23 + "q\u0301") == "x" * 23
    assert (
        clean_name("x" * 23 + "\N{WAVING HAND SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}")
        == "x" * 23
    )


def test_a_flag_is_two_letters_and_is_never_parted() -> None:
    flag = "\N{REGIONAL INDICATOR SYMBOL LETTER F}\N{REGIONAL INDICATOR SYMBOL LETTER R}"
    assert clean_name(f"x{flag * 12}") == f"x{flag * 11}"
    assert clean_name(flag * 20) == flag * 12


def test_a_heap_of_accents_is_cut_all_the_same() -> None:
    assert 0 < len(clean_name("a" + "\u0301\u0302" * 99)) <= LONGEST_NAME


@given(names)
def test_a_clean_name_is_short_and_straight_and_stays_so(text: str) -> None:
    name = clean_name(text)
    assert len(name) <= LONGEST_NAME
    assert clean_name(name) == name
    assert name == name.strip()
    assert not any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in name)
    assert not set(name) & set(TURNING)


def test_the_second_of_a_name_gets_a_number() -> None:
    assert distinct("Mina", ["Jonas"]) == "Mina"
    assert distinct("Mina", ["mina"]) == "Mina 2"
    assert distinct("Mina", ["MINA", "Mina 2"]) == "Mina 3"
    assert distinct("Player 2", ["Player 1", "Player 2", "Player 3"]) == "Player 4"
    assert distinct("2 1", ["2 1"]) == "2 2"
    assert distinct("W" * LONGEST_NAME, ["w" * LONGEST_NAME]) == "W" * (LONGEST_NAME - 2) + " 2"


def test_no_name_needs_no_number() -> None:
    assert distinct("", ["", ""]) == ""


@given(st.lists(names.map(clean_name), max_size=MOST))
def test_no_two_of_a_table_are_called_the_same(chosen: list[str]) -> None:
    taken: list[str] = []
    for name in filter(None, chosen):
        taken.append(distinct(name, taken))
        assert len(taken[-1]) <= LONGEST_NAME
        assert clean_name(taken[-1]) == taken[-1]
    assert len({name.casefold() for name in taken}) == len(taken)


@given(
    st.lists(st.tuples(st.integers(-1, MOST - 1), st.integers(0, 5)), max_size=MOST),
    st.dictionaries(st.integers(1, 12), st.integers(0, MOST - 1)),
    st.sets(st.integers(0, MOST)),
)
def test_no_two_of_a_table_wear_the_same_badge(
    sat: list[tuple[int, int]], own: dict[int, int], settled: set[int]
) -> None:
    before = [Player(n, "", badge, person=person) for n, (badge, person) in enumerate(sat)]
    settled = {n for n in settled if n < len(sat) and sat[n][0] >= 0}
    worn = [sat[n][0] for n in settled]
    if len(set(worn)) < len(worn):
        return
    after = people.badged(before, own, settled)
    assert len({player.badge for player in after}) == len(after)
    assert all(player.badge in range(MOST) for player in after)
    assert all(after[n].badge == sat[n][0] for n in settled)


def test_everybody_known_wears_their_own_badge_and_a_guest_nobody_s() -> None:
    sat = (Player(1, "", 0), Player(2, "", -1, person=2), Player(3, "", -1), Player(4, "", 1))
    own = {1: 0, 2: 1}
    assert [player.badge for player in people.badged(sat, own)] == [2, 1, 3, 4]
    assert [player.badge for player in people.badged(sat, own, {1, 4})] == [0, 2, 3, 1]


def test_sides_sit_as_their_first_member_does_and_who_looks_on_is_no_side() -> None:
    party = (one(1), one(2, team=1), one(3, plays=False), one(4), one(5, team=1), one(6, team=2))
    assert people.sides(party) == (1, -1, 4, -2)
    assert [player.id for player in people.members(party, -1)] == [2, 5]
    assert people.members(party, 3) == ()


def test_a_team_reaches_as_far_as_its_lowest_behind_the_curtain() -> None:
    party = (one(1, HIGH, team=1), one(2, MIDDLE, team=1), one(3, HIGH), one(4, LOW, plays=False))
    assert reach(party, -1, private=True) == MIDDLE
    assert reach(party, 3, private=True) == HIGH


def test_in_the_open_everyone_reaches_as_far_as_the_lowest_who_looks() -> None:
    party = (one(1, HIGH, team=1), one(2, MIDDLE, team=1), one(3, HIGH), one(4, LOW, plays=False))
    assert {reach(party, side, private=False) for side in (-1, 3)} == {LOW}


def test_who_looks_on_in_a_team_does_not_hold_it_back_behind_the_curtain() -> None:
    party = (one(1, HIGH, team=1), one(2, LOW, team=1, plays=False))
    assert reach(party, -1, private=True) == HIGH


def test_a_side_of_nobody_reaches_nothing() -> None:
    assert reach((one(1, HIGH),), 9, private=True) == LOW
    assert people.lowest(()) == LOW
