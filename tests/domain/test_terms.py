import pytest

from quizgame.domain.terms import Glossary, Term

GLOSSARY = Glossary(
    (
        Term("choi", 1, ("Choi", "Chef Choi")),
        Term("bridge", 3, ("Jamsu Bridge",)),
        Term("diary", 4, ("diary",)),
        Term("okju", 0, ("Ok-ju", "옥주")),
    )
)


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("Nobody is here.", 0),
        ("Is it Choi?", 1),
        ("Is it Choi's?", 1),
        ("Is it CHOI’S?", 1),
        ("Choice of words", 0),
        ("At the Jamsu bridge", 3),
        ("Bridges of Jamsu", 0),
        ("The diaries", 4),
        ("Two diarys", 4),
        ("Ok-ju's diary", 4),
        ("Ok ju", 0),
    ],
)
def test_a_text_stands_at_the_highest_term_it_names(text: str, tier: int) -> None:
    assert GLOSSARY.tier_of([text]) == tier


def test_names_match_whole_words_with_possessives() -> None:
    assert {t.id for t in GLOSSARY.mentioned("Ok-ju’s fight with Chef Choi")} == {"okju", "choi"}


LOOPHOLES = Glossary(
    (
        Term("john", 1, ("John",)),
        Term("minhee", 1, ("민희", "Okju")),
        Term("hope", 1, ("Hope",), exact=True),
        Term("lethe", 1, ("Lethe",)),
        Term("kai", 1, ("Kaiulani", "Raskolnikov")),
        Term("silas", 1, ("Silas Orde",)),
        Term("jekyll", 1, ("Jekyll and Hyde",)),
        Term("muhammad", 1, ("محمد",)),
        Term("moshe", 1, ("משה",)),
        Term("haru", 1, ("春樹", "สมชาย")),
        Term("ferryman", 1, ("ferryman",)),
        Term("choi", 1, ("Choi형사",)),
        Term("rare", 1, ("\U00020bb7野",)),
        Term("single", 1, ("Choi",)),
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "犯人はJohnだ",
        "민희인데 왜",
        "민희에겐 비밀이 있다",
        "민희죠",
        "Hope, his sister, hides it",
        "Hope the butcher is the thief",
        "Nobody saw. Hope was there",
        "Lethe™ and others",
        "Choi¹",
        "Kaʻiulani waits",
        "Raskolʹnikov waits",
        "Silas J. Orde",
        "SilasOrde",
        "#ChoiDies",
        "Silas\nOrde",
        "S\u200bilas Or\u00adde",
        "ＳＩＬＡＳ ＯＲＤＥ",
        "Jekyll & Hyde",
        "ومحمد",
        "محـمد",
        "والمحمد",
        "ומשה",
        "村上春樹は",
        "นายสมชายเดิน",
        "Ok−ju",
        "Ok_ju",
        "Сhoi",
        "the ferrymen",
        "Choi형사의 차",
        "𠮷野家",
    ],
)
def test_a_name_is_found_in_disguise(text: str) -> None:
    assert LOOPHOLES.tier_of([text]) == 1


@pytest.mark.parametrize(
    "text",
    ["Will hope last?", "Hope she comes", "최고의 선택", "choice", "johnny", "Lethene", "homage"],
)
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert LOOPHOLES.tier_of([text]) == 0
