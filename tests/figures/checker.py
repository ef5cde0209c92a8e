"""How the time of the leak checker grows with the pack, and what terms by the thousand cost."""

import time
from collections import deque
from collections.abc import Iterator

from quizgame.domain.cards import Card, SingleChoice
from quizgame.domain.drafts import CardDraft, PackDraft, Said, TermDraft
from quizgame.domain.leaks import found
from quizgame.domain.packs import PackFace, SealedPack
from quizgame.domain.terms import Glossary, Term, settled
from quizgame.domain.tiers import Ladder, Tier

SAYS = "time of the leak checker from 100 to 100,000 cards, and with 10,000 terms (goal: linear)"
SIZES = (100, 1_000, 10_000, 100_000)
_PLACES = ("harbour", "orchard", "cellar", "bridge", "chapel", "mill", "quarry", "tower")


def figure() -> Iterator[str]:
    """Yield the time at each size and, last, how it grows."""
    spent = {}
    for size in SIZES:
        spent[size] = _timed(pack(size, 200))
        yield f"{size:7} cards, 200 terms: {_told(spent[size], size)}"
    many = _timed(pack(10_000, 10_000))
    yield f"  10000 cards, 10000 terms: {_told(many, 10_000)}"
    ring = _timed(pack(100, 10_000, ring=True))
    yield f"    100 cards, 10000 terms in one ring: {ring:.2f} s"
    growth = spent[SIZES[-1]] / spent[SIZES[-2]]
    per_card = ", ".join(f"{spent[size] / size * 1e6:.0f}" for size in SIZES)
    yield (
        f"checker {spent[SIZES[-1]]:.1f} s for 100,000 cards; ten times the cards take "
        f"{growth:.1f} times as long; microseconds a card at each size: {per_card}"
    )


def pack(cards: int, terms: int, *, ring: bool = False) -> PackDraft:
    """Return an invented pack: a tenth of the terms are facts, one card in fifty leaks."""
    ladder = Ladder(tuple(Tier(f"t{n}", f"Part {n}") for n in range(5)))
    written = [_term(n, terms, ring=ring) for n in range(terms)]
    made, rings = settled(written)
    drafts = tuple(_card(n, terms) for n in range(cards))
    face = PackFace(
        id="big", title="Big", tagline="", kind="book", year=None, language="en", licence="CC0-1.0",
        authors=("Nobody",), poster=("#000000", "#ffffff"), ladder=ladder, notes={},
    )  # fmt: skip
    sealed = SealedPack(face=face, glossary=Glossary(made), cards=tuple(d.card for d in drafts))
    return PackDraft(
        pack=sealed,
        open_texts=(),
        headings=(),
        terms=tuple(TermDraft(t, w.tier, 1, 1) for t, w in zip(made, written, strict=True)),
        rings=rings,
        cards=drafts,
    )


def _term(number: int, of: int, *, ring: bool) -> Term:
    leads = (f"term-{(number + 1) % of}",) if ring else ()
    if number % 10 == 9:
        place = _PLACES[number % len(_PLACES)]
        fact = f"Person{number - 1} hides letter number {number} at the {place}."
        return Term(f"term-{number}", number % 5, (), fact, mentions=leads)
    names = (f"Person{number}", f"Old Person{number}")
    return Term(f"term-{number}", number % 5, names, sort="person", mentions=leads)


def _card(number: int, terms: int) -> CardDraft:
    tier = number % 5
    who = (number * 10 + (tier + (number % 50 == 0)) % 5) % max(terms, 10)
    place = _PLACES[number % len(_PLACES)]
    stem = f"What does Person{who} leave behind at the {place} on day {number}?"
    options = (f"A letter of page {number}", f"A lamp of row {number}", f"A key for door {number}")
    why = f"The {place} is where everybody goes on day {number}."
    card = Card(
        id=f"card-{number}", tier=tier, category="Things", stem=stem,
        kind=SingleChoice(options, number % 3), why=why, difficulty=1,
    )  # fmt: skip
    texts = (("stem", stem), ("why", why), *(("choice", option) for option in options))
    said = tuple(Said(role, text, number, 1) for role, text in texts)
    return CardDraft(
        card=card, written=tier, said=said, mentions=(), waivers=(), line=number, column=1
    )


def _timed(draft: PackDraft) -> float:
    began = time.perf_counter()
    deque(found(draft), maxlen=0)
    return time.perf_counter() - began


def _told(seconds: float, cards: int) -> str:
    return f"{seconds:8.3f} s, {seconds / cards * 1e6:6.0f} microseconds a card"
