import pytest

from quizgame.domain.spelling import distance, folded, same_answer


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("the bakery", "A bakery"),
        ("BAKERY", "bakery"),
        ("lamborgini", "Lamborghini"),
        ("yahwa", "Yahwa"),
        ("min hee", "Min-hee"),
        ("minhee", "Min-hee"),
        ("Beyonce", "Beyoncé"),
        ("  Jamsu   bridge ", "Jamsu Bridge"),
        ("\u110b\u1169\u11a8\u110c\u116e", "옥주"),  # decomposed, as some systems type it
        ("잠수교다래", "잠수교다리"),
    ],
)
def test_a_slip_of_the_finger_is_forgiven(typed: str, expected: str) -> None:
    assert same_answer(typed, expected)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Choo", "Choi"),
        ("1987", "1988"),
        ("2024", "2023"),
        ("", "bakery"),
        ("the", "bakery"),
        ("a flower shop", "bakery"),
        ("옥자", "옥주"),
        ("???", "bakery"),
        ("bak", "bakery"),
    ],
)
def test_another_answer_is_not_forgiven(typed: str, expected: str) -> None:
    assert not same_answer(typed, expected)


def test_swapped_neighbours_are_one_slip() -> None:
    assert distance("bakrey", "bakery") == 1
    assert distance("", "abc") == 3


def test_an_article_alone_is_still_a_word() -> None:
    assert folded("The") == "the"


@pytest.mark.parametrize(
    ("typed", "expected"), [("Lodz", "Łódź"), ("aeon", "Æon"), ("bo", "Bø"), ("oluf", "Øluf")]
)
def test_letters_that_no_accent_comes_off_may_be_typed_plainly(typed: str, expected: str) -> None:
    assert same_answer(typed, expected)
