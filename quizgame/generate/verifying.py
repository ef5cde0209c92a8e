"""Whether an article still says what the cards of a pack cite, after years and edits."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from quizgame.domain.drafts import CardDraft, PackDraft
from quizgame.domain.evidence import Citation, Place, best_read, fingerprint, normalised
from quizgame.domain.packs import Source
from quizgame.domain.telling import telling

State = Literal["found", "moved", "changed", "gone", "uncited"]
STATES: tuple[State, ...] = ("found", "moved", "changed", "gone", "uncited")
STALE: frozenset[State] = frozenset({"changed", "gone"})
SHINGLE = 3
LIKE_ENOUGH = 0.2
"""Share of three-word runs two versions of a paragraph have in common, from 0 to 1.

Measured by `python -m tests.figures generate`: paragraphs with every fifth word another and a fifth
cut off share 0.40 and more, different ones 0.06 at most.
"""
WORDS_ENOUGH = 0.1
"""Share of the telling words of all cards on a paragraph that stand in it, where nothing older is.

Measured on the Ballerina pack and its source: 97 % of its paragraphs have so many, 6 % of
others do.
"""


@dataclass(frozen=True, slots=True)
class Checked:
    """A card's evidence: where it was cited, how that stands, and where it is now, if anywhere."""

    card: str
    line: int
    state: State
    cited: Place | None = None
    now: Place | None = None


def verify(
    draft: PackDraft, texts: tuple[str, ...], before: tuple[str, ...] = ()
) -> tuple[Checked, ...]:
    """Return how each card's evidence stands in an article, cards in the order of the pack.

    `texts` are ways to read the article, of which the one that fits best counts; `before` the same
    of an older version, with which changed paragraphs are told more surely.
    """
    source = draft.pack.source
    if source is None:
        return tuple(Checked(one.card.id, one.line, "uncited") for one in draft.cards)
    old = _best(draft, source, before) if before else {}
    return _checked(draft, _best(draft, source, texts), old)


def _best(draft: PackDraft, source: Source, texts: tuple[str, ...]) -> Mapping[Place, str]:
    """Return the paragraphs of that reading in which most passages are found."""
    cited = {one.card.citation.passage for one in draft.cards if one.card.citation}
    return best_read(texts, source.sections, cited)


def _checked(
    draft: PackDraft, there: Mapping[Place, str], old: Mapping[Place, str]
) -> tuple[Checked, ...]:
    now_at = {fingerprint(text): place for place, text in reversed(tuple(there.items()))}
    before = {fingerprint(text): text for text in old.values()}
    groups: dict[Citation, list[CardDraft]] = {}
    for one in draft.cards:
        if one.card.citation:
            groups.setdefault(one.card.citation, []).append(one)
    # What another card cites, word for word, is not the changed paragraph of this one.
    claimed = {citation.passage for citation in groups}
    free = {place: text for place, text in there.items() if fingerprint(text) not in claimed}
    edited = {
        cited: _edited(
            cited, before.get(cited.passage, ""), cards, _between(cited, now_at, free, groups)
        )
        for cited, cards in groups.items()
        if cited.passage not in now_at
    }
    return tuple(_one(one, there, now_at, edited) for one in draft.cards)


def _one(
    one: CardDraft,
    there: Mapping[Place, str],
    now_at: Mapping[str, Place],
    edited: Mapping[Citation, Place | None],
) -> Checked:
    cited = one.card.citation
    if cited is None:
        return Checked(one.card.id, one.line, "uncited")
    place = (cited.section, cited.paragraph)
    if place in there and fingerprint(there[place]) == cited.passage:
        return Checked(one.card.id, one.line, "found", place, place)
    if cited.passage in now_at:
        return Checked(one.card.id, one.line, "moved", place, now_at[cited.passage])
    now = edited[cited]
    return Checked(one.card.id, one.line, "changed" if now else "gone", place, now)


def _between(
    cited: Citation,
    now_at: Mapping[str, Place],
    free: Mapping[Place, str],
    all_cited: Iterable[Citation],
) -> dict[Place, str]:
    """Return the paragraphs that no card cites in the gap where the cited one stood."""
    beside = [
        (other.paragraph, now_at[other.passage][1])
        for other in all_cited
        if other.section == cited.section and now_at.get(other.passage, ("", 0))[0] == cited.section
    ]
    low = max((now for was, now in beside if was < cited.paragraph), default=0)
    high = min((now for was, now in beside if was > cited.paragraph), default=sys.maxsize)
    return {
        place: text
        for place, text in free.items()
        if place[0] == cited.section and low < place[1] < high
    }


def _edited(
    cited: Citation, before: str, cards: list[CardDraft], gap: Mapping[Place, str]
) -> Place | None:
    """Return where the paragraph stands that is most like the one cited, None where none is."""
    least = LIKE_ENOUGH if before else WORDS_ENOUGH
    place = (cited.section, cited.paragraph)
    scored = [
        (likeness(before, text) if before else support(cards, text), other == place, other)
        for other, text in gap.items()
    ]
    best = max(scored, default=(0.0, False, place))
    return best[2] if best[0] >= least else None


def likeness(one: str, other: str) -> float:
    """Return how alike two paragraphs are by their runs of three words, from 0 to 1."""
    first, second = _shingles(one), _shingles(other)
    # A paragraph that only grew or shrank is the same still.
    return len(first & second) / max(1, min(len(first), len(second)))


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = normalised(text).split()
    return frozenset(tuple(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1)))


def support(cards: Iterable[CardDraft], text: str) -> float:
    """Return the share of the cards' telling words that stand in a paragraph, from 0 to 1."""
    said = [(one.card.stem, one.card.why, *one.card.kind.right_words()) for one in cards]
    words = telling(" ".join(text for texts in said for text in texts))
    return len(words & telling(text)) / max(1, len(words))
