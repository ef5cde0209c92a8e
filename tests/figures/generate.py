"""How good a first draft of facts is, on explainers that the rules were and were not tuned to."""

import time
from collections.abc import Iterator
from pathlib import Path

from quizgame.generate.facts import FactBook
from quizgame.generate.reading import read
from quizgame.generate.verifying import LIKE_ENOUGH, likeness
from tests.figures.labels import labels_of
from tests.figures.rendering import cards
from tests.generate.articles import (
    EVERY,
    EXPLAINERS,
    FIRST_LOOK,
    HELD_OUT,
    LAST,
    PRACTICE,
    PRACTICE_LOOK,
    ROUND_2,
    ROUND_3,
    ROUND_3_LOOK,
    ROUND_4,
    ROUND_4_LOOK,
    ROUND_5,
    ROUND_5_LOOK,
    ROUND_6,
    ROUND_6_LOOK,
    ROUND_7,
    ROUND_7_LOOK,
    TUNED,
    of_file,
)

SAYS = "facts and cards drafted from explainers: share true, tiers too low, what checks find"


def figure() -> Iterator[str]:
    """Yield a line an article, then the share of true facts where nothing was tuned."""
    yield from _edits()
    for words, names in (
        ("tuned to", TUNED),
        ("held out", HELD_OUT),
        ("held out to the last", LAST),
        ("held out of round 2 (mended after its first look)", ROUND_2),
        ("held out of round 3 (mended after its first look)", ROUND_3),
        ("held out of round 4 (mended after its first look)", ROUND_4),
        ("practised on after round 4 (mended after its first look)", PRACTICE),
        ("held out of round 5 (mended after its first look)", ROUND_5),
        ("held out of round 6 (mended after its first look)", ROUND_6),
        ("held out of round 7 (mended after its first look)", ROUND_7),
    ):
        proposed = true = low = unread = 0
        for name in names:
            started = time.perf_counter()
            book = of_file(EXPLAINERS / name)
            took = time.perf_counter() - started
            counts = judged(book, EXPLAINERS / name)
            proposed += len(book.facts)
            true, low, unread = true + counts[0], low + counts[1], unread + counts[2]
            yield _line(f"{words} {name}", len(book.facts), counts, f", {1000 * took:.0f} ms")
        yield _line(f"{words}, all", proposed, (true, low, unread), "")
    yield f"held out of round 2 at its first look: {FIRST_LOOK}"
    yield f"held out of round 3 at its first look: {ROUND_3_LOOK}"
    yield f"held out of round 4 at its first look: {ROUND_4_LOOK}"
    yield f"practised on after round 4 at its first look: {PRACTICE_LOOK}"
    yield f"held out of round 5 at its first look: {ROUND_5_LOOK}"
    yield f"held out of round 6 at its first look: {ROUND_6_LOOK}"
    yield f"held out of round 7 at its first look: {ROUND_7_LOOK}"
    yield from cards()


def _line(what: str, proposed: int, counts: tuple[int, int, int], more: str) -> str:
    true, low, unread = counts
    share = f"{true} true ({100 * true / max(1, proposed):.0f} %)"
    unread_too = f", {unread} not read by hand" if unread else ""
    return f"{what}: {proposed} facts, {share}, {low} too low{unread_too}{more}"


def judged(book: FactBook, path: Path) -> tuple[int, int, int]:
    """Return how many facts are true, stand too low, and were not read by hand."""
    labels = labels_of(path)
    tiers = [tier.id for tier in book.ladder.tiers]
    true = low = unread = 0
    for fact in book.facts:
        label = labels.get(fact.id)
        unread += label is None
        if label is not None and "tier" in label:
            true += 1
            low += fact.tier < tiers.index(label["tier"])
    return true, low, unread


def _edits() -> Iterator[str]:
    """Yield how alike edited paragraphs stay, and how alike different ones are."""
    texts = [
        one.text
        for name in EVERY
        if (article := read((EXPLAINERS / name).read_bytes(), name).article)
        for one in article.paragraphs
        if len(one.text.split()) > 25
    ]
    least = min(likeness(text, edited(text)) for text in texts)
    most = max(likeness(one, other) for one in texts for other in texts if one is not other)
    yield (
        f"{len(texts)} paragraphs: edited ones share {least:.2f} and more of their runs of words, "
        f"different ones {most:.2f} at most (bound {LIKE_ENOUGH})"
    )


def edited(text: str) -> str:
    """Return a paragraph as an editor leaves it: every fifth word another, a fifth cut off."""
    words = text.split()
    kept = [f"another{n}" if n % 5 == 4 else word for n, word in enumerate(words)]
    return " ".join(kept[: max(12, len(kept) * 4 // 5)])
