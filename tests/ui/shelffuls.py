"""Views of a long shelf, whole and searched, with titles and words of many lengths and scripts."""

from collections.abc import Iterator
from dataclasses import replace

from quizgame.domain import languages
from quizgame.domain.searching import ORDERS
from quizgame.domain.settings import Choice
from quizgame.domain.views import PosterView, SearchBar, ShelfView

TITLES = (
    "Ballerina",
    "Dracula",
    "Romeo & Juliet",
    "Hound of the Baskervilles",
    "지우의 밤",
    "Élan vital",
    "Twenty Thousand Leagues under the Sea",
    "Ulysses",
    "ガラスの町",
    "Middlemarch: A Study of Provincial Life",
)
COLOURS = (
    ("#14384f", "#5fc7b2"),
    ("#240a0c", "#cf4e28"),
    ("#2b1b52", "#e59abb"),
    ("#17261c", "#9aa57e"),
    ("#123a52", "#ffb648"),
)
BYLINES = ("Film · 2023 · Korean thriller", "Novel · 1897", "Play · five acts of love and of death")
KINDS = (("", "All kinds"), ("book", "Book"), ("film", "Film"), ("play", "Play"))
CODES = ("en", "fr", "de", "ga", "ja", "ko", "nn", "pl", "pt", "uk", "vi", "cy")
LANGUAGES = (("", "All languages"), *((code, languages.name(code)) for code in CODES))


def posters(count: int) -> tuple[PosterView, ...]:
    """Return so many posters, each with an id of its own."""
    return tuple(
        PosterView(
            pack_id=f"p{n}",
            title=TITLES[n % len(TITLES)],
            byline=BYLINES[n % len(BYLINES)],
            colours=COLOURS[n % len(COLOURS)],
            seen=("Not started", "Seen to: Midway", "Seen to: the very end of the third season")[
                n % 3
            ],
            share=(0.0, 0.5, 1.0)[n % 3],
        )
        for n in range(count)
    )


def bar(words: str = "", kind: str = "", language: str = "", unfolded: str = "") -> SearchBar:
    """Return a bar as it stands for a search."""
    choices = (
        Choice("order", "Sort", ORDERS, "title"),
        Choice("kind", "Kind", KINDS, kind),
        Choice("language", "Language", LANGUAGES, language),
    )
    return SearchBar(words, choices, unfolded, narrowed=bool(words or kind or language))


def many(count: int = 300) -> ShelfView:
    """Return a shelf with hundreds of packs."""
    return ShelfView(posters(count), bar=bar())


def every_page() -> Iterator[tuple[str, ShelfView]]:
    """Yield the long shelf by name in each of its states."""
    yield "shelf-many", many()
    yield "shelf-kinds", replace(many(), bar=bar(unfolded="kind"))
    narrowed = bar("a", "film", "ko", unfolded="language")
    yield "shelf-narrowed", ShelfView(posters(3), bar=narrowed)
    yield "shelf-nothing", ShelfView((), bar=bar("발레 lantern", "play"))
    trouble = ("lantern.yaml cannot be played: it has no tiers.",)
    yield "shelf-reading", ShelfView(posters(32), trouble, bar=bar(), reading=True)
    yield "shelf-begun", ShelfView((), reading=True)
