"""Whether the explainer still says what the cards of the Ballerina pack cite."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from quizgame.domain.evidence import Citation, Place, fingerprint, paragraphs
from quizgame.domain.packs import Source
from quizgame.storage.packfile import load
from quizgame.storage.paths import questions_folder

SAYS = "cards whose passage stands in the explainer: --source FILE"


def figure(source: Path) -> Iterator[str]:
    """Yield a line a card and, last, how many passages were found, moved or gone."""
    pack = load(questions_folder() / "ballerina.yaml").pack
    if pack is None or pack.source is None:
        yield "the pack cannot be read, or names no source"
        return
    there = passages(source.read_text(encoding="utf-8"), pack.source)
    counts: Counter[str] = Counter()
    for card in pack.cards:
        state, more = _state(card.citation, there)
        counts[state] += 1
        yield f"{state:8}{card.id}{more}"
    told = ", ".join(f"{counts[state]} {state}" for state in ("found", "moved", "gone", "uncited"))
    yield f"evidence of {len(pack.cards)} cards: {told}"


def passages(text: str, source: Source) -> Mapping[Place, str]:
    """Return the fingerprint of each paragraph by section and number."""
    there = paragraphs(text, source.sections)
    return {place: fingerprint(passage) for place, passage in there.items()}


def _state(cited: Citation | None, there: Mapping[Place, str]) -> tuple[str, str]:
    if cited is None:
        return "uncited", ""
    place = (cited.section, cited.paragraph)
    said = f" ({cited.section}, paragraph {cited.paragraph})"
    if there.get(place) == cited.passage:
        return "found", said
    now = [other for other, passage in there.items() if passage == cited.passage]
    if now:
        return "moved", f"{said} to {now[0][0]}, paragraph {now[0][1]}"
    return "gone", said
