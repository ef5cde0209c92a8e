"""Searching, sorting and narrowing the shelf."""

from typing import Any

import pytest

from quizgame.domain.packs import PackFace
from quizgame.domain.searching import Search, Shelved, folded, found, held_to, kinds, spoken
from quizgame.domain.tiers import Ladder, Tier

LADDER = Ladder((Tier("start", "Start"), Tier("end", "End")))


def pack(title: str, **further: object) -> Shelved:
    face: dict[str, Any] = {
        "id": title.casefold().replace(" ", "-"),
        "title": title,
        "tagline": "",
        "kind": "film",
        "year": None,
        "language": "en",
        "licence": "CC0-1.0",
        "authors": ("Somebody",),
        "poster": ("#000000", "#ffffff"),
        "ladder": LADDER,
        "notes": {},
    }
    own: dict[str, Any] = {
        name: further.pop(name) for name in ("share", "added", "played") if name in further
    }
    return Shelved(PackFace(**(face | further)), **own)


def titles(search: Search, *among: Shelved) -> list[str]:
    return [one.face.title for one in found(search, among)]


SHELF = (
    pack("The Lantern", tagline="A tale of the coast", year=1998, authors=("Ada Quill",)),
    pack("Élan vital", kind="book", language="fr"),
    pack("발레리나", language="ko-KR"),
    pack("Straße", kind="play", language="de"),
    pack("Smørrebrød", language="da"),
    pack("ガラスの町", language="ja"),
)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("LANT", "The Lantern"),
        ("coast tale", "The Lantern"),
        ("quill", "The Lantern"),
        ("1998", "The Lantern"),
        ("elan", "Élan vital"),
        ("E\u0301lan", "Élan vital"),
        ("french", "Élan vital"),
        ("français", "Élan vital"),
        ("발레", "발레리나"),
        ("바", "발레리나"),
        ("한국어", "발레리나"),
        ("korean", "발레리나"),
        ("strasse", "Straße"),
        ("play", "Straße"),
        ("smorrebrod", "Smørrebrød"),
        ("カラス", "ガラスの町"),
        ("町", "ガラスの町"),
    ],
)
def test_a_pack_is_found_in_any_script_without_case_or_accents(words: str, title: str) -> None:
    assert titles(Search(words), *SHELF) == [title]


def test_all_words_must_be_found_and_none_finds_everything() -> None:
    assert titles(Search("lantern coast elan"), *SHELF) == []
    assert len(titles(Search("  "), *SHELF)) == len(SHELF)


def test_what_has_the_words_in_its_title_comes_first() -> None:
    other = pack("Amber", tagline="With a lantern")
    assert titles(Search("lantern"), other, *SHELF) == ["The Lantern", "Amber"]


def test_titles_are_sorted_as_they_are_read() -> None:
    assert titles(Search(), pack("Zeal"), pack("élan"), pack("apple"), pack("Fog")) == [
        "apple",
        "élan",
        "Fog",
        "Zeal",
    ]


@pytest.mark.parametrize("order", ["newest", "played", "watched"])
def test_what_is_newest_last_played_or_most_watched_comes_first_and_else_the_title_decides(
    order: str,
) -> None:
    name = {"newest": "added", "played": "played", "watched": "share"}[order]
    among = (pack("C"), pack("B"), pack("D", **{name: 0.9}), pack("A", **{name: 0.4}))
    assert titles(Search(order=order), *among) == ["D", "A", "B", "C"]


def test_a_kind_and_a_language_narrow_what_is_found() -> None:
    assert titles(Search(kind="book"), *SHELF) == ["Élan vital"]
    assert titles(Search(language="ko"), *SHELF) == ["발레리나"]
    assert titles(Search(kind="book", language="ko"), *SHELF) == []


def test_only_what_there_is_can_be_chosen_from() -> None:
    assert kinds(SHELF) == (("book", "Book"), ("film", "Film"), ("play", "Play"))
    assert ("ko", "Korean") in spoken(SHELF)
    assert ("sv", "Swedish") not in spoken(SHELF)


def test_a_kind_that_is_gone_narrows_nothing() -> None:
    many = tuple(pack(f"P{n}") for n in range(8))
    wanted = Search("p", "newest", kind="book", language="ko")
    assert held_to(wanted, many) == Search("p", "newest")


def test_few_packs_are_not_searched() -> None:
    assert held_to(Search("p", "newest", kind="film"), SHELF) == Search()


def test_folding_keeps_what_tells_letters_apart() -> None:
    assert folded("ABC") == "abc"
    assert folded("İI") == "ii"
    assert folded("한") != folded("헌")
