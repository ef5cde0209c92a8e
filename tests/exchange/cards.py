"""Cards with any texts that a pack can hold, drawn by Hypothesis, and packs of them."""

from functools import cache

from hypothesis import strategies as st

from quizgame.domain.cards import Card, Kind, SeveralRight, SingleChoice, TrueFalse, TypeAnswer
from quizgame.domain.gate import Deck, cut
from quizgame.domain.packs import PackFace, SealedPack
from quizgame.domain.spelling import folded
from quizgame.domain.terms import Glossary
from quizgame.domain.tiers import Ladder, Tier
from quizgame.exchange.plaintext import legible

ODD = "=+-@'\"\\~#{}:*%[]<>&;,|/$\t!?`.…“”0123 aAß가é\u0301\u200f🦆＝"
FACE = PackFace(
    id="drawn",
    title="Drawn",
    tagline="",
    kind="film",
    year=None,
    language="en",
    licence="CC0-1.0",
    authors=("Nobody",),
    poster=("#000000", "#ffffff"),
    ladder=Ladder((Tier("start", "Start"), Tier("end", "End"))),
    notes={},
)
FRAGMENTS = st.sampled_from(
    ["=1+1", "@SUM", "-x", "'=", "''+", "%50%", "[html]", "[plain]", "->", "\\*", "\\n", "\\\\",
     "<b>x</b>", "<img src=a>", "&amp;", "&#65;", "{{c1::x}}", "[sound:a.mp3]", "\\(x\\)", "$$x$$",
     "####", "::", "//", "T", "TRUE", "no", "1984", "- a", "a: b", "a #b", "null", "~", "</li>",
     "<li>", "<!-- x", "@@PLUGINFILE@@", "ANSWER: A", "🦆", "최 민희", "a\ufdd0b", "a;b|c,d"]
)  # fmt: skip


@cache
def texts(most: int) -> st.SearchStrategy[str]:
    """Draw texts as a card holds them, at most so long; odd signs come often."""
    anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=most)
    odd = st.text(st.sampled_from(ODD), min_size=1, max_size=most)
    mixed = st.lists(st.one_of(FRAGMENTS, odd), min_size=1, max_size=4).map("".join)
    drawn = st.one_of(anything, odd, mixed).map(lambda text: legible(legible(text)[:most]))
    return drawn.filter(bool)


def _same(text: str) -> str:
    return " ".join(text.casefold().split())


SPELT = texts(40).filter(lambda text: bool(folded(text)))
CATEGORIES = texts(30).filter(lambda text: "::" not in text)


@st.composite
def kinds(draw: st.DrawFn) -> Kind:
    """Draw what is asked: one right, several right, a statement, or an answer to be typed."""
    name = draw(st.sampled_from(["choice", "several", "true-false", "typed"]))
    if name == "true-false":
        return TrueFalse(("True", "False"), draw(st.integers(0, 1)))
    if name == "typed":
        return TypeAnswer(tuple(draw(st.lists(SPELT, min_size=1, max_size=4, unique_by=_same))))
    fewest = 3 if name == "several" else 2
    options = draw(st.lists(texts(40), min_size=fewest, max_size=6, unique_by=_same))
    numbers = st.sampled_from(range(len(options)))
    if name == "choice":
        return SingleChoice(tuple(options), draw(numbers))
    right = draw(st.sets(numbers, min_size=2, max_size=len(options) - 1))
    return SeveralRight(tuple(options), frozenset(right))


@st.composite
def cards(draw: st.DrawFn) -> tuple[Card, ...]:
    """Draw some cards, no two of which ask the same."""
    stems = draw(st.lists(texts(80), min_size=1, max_size=4, unique_by=_same))
    return tuple(
        Card(
            id=f"card-{number}",
            tier=0,
            category=draw(CATEGORIES),
            stem=stem,
            kind=draw(kinds()),
            why=draw(texts(80)),
            difficulty=draw(st.integers(1, 3)),
        )
        for number, stem in enumerate(stems)
    )


def deck_of(some: tuple[Card, ...]) -> Deck:
    """Return the deck of a pack that holds just these cards."""
    return cut(SealedPack(face=FACE, glossary=Glossary(()), cards=some), 0)
