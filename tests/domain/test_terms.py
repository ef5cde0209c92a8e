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
