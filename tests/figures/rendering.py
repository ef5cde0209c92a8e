"""What cards come of the facts that were found true by hand, and what the checks find in them."""

import time
from collections import Counter
from collections.abc import Iterator

from quizgame.domain import itemrules, leaks
from quizgame.domain.guessing import outcomes
from quizgame.domain.items import items_of
from quizgame.generate.rendering import Rendered
from quizgame.storage.packfile import read_pack
from tests.figures.labels import labels_of
from tests.generate.articles import EVERY, EXPLAINERS
from tests.generate.confirming import article_of, confirmed, rendered


def cards() -> Iterator[str]:
    """Yield a line an article, then their sum."""
    total: Counter[str] = Counter()
    for name in EVERY:
        started = time.perf_counter()
        made = rendered(name)
        took = 1000 * (time.perf_counter() - started)
        facts = sum(fact.state == "confirmed" for fact in confirmed(name).facts)
        kinds = Counter(one.sketch.kind for one in made.cards)
        found, worst = findings(made, article_of(name).text), worst_bot(made)
        low = too_low(made, name)
        total.update({"facts": facts, "cards": len(made.cards), "found": len(found), "low": low})
        total.update({f"kind {kind}": count for kind, count in kinds.items()})
        listed = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
        yield (
            f"cards of {name}: {len(made.cards)} of {facts} true facts ({listed}), check finds "
            f"{len(found)} {' '.join(sorted(set(found)))}".rstrip()
            + f", best bot {worst:+.1f} standard errors, {low} too low, {took:.0f} ms"
        )
    yield (
        f"cards of all: {total['cards']} of {total['facts']} true facts, check finds "
        f"{total['found']}, {total['low']} too low"
    )


def findings(made: Rendered, text: str) -> list[str]:
    """Return the codes of all that the check finds, with the article at hand."""
    loaded = read_pack(made.pack, "pack.yaml")
    if loaded.draft is None:
        return [one.code for one in loaded.issues]
    found = [*leaks.found(loaded.draft), *itemrules.found(loaded.draft, (text,))]
    return [one.code for one in (*loaded.issues, *(one for _, one in found))]


def worst_bot(made: Rendered) -> float:
    """Return by how many standard errors the luckiest know-nothing player beats chance."""
    draft = read_pack(made.pack, "pack.yaml").draft
    assert draft is not None
    played = outcomes(items_of(draft))
    return max(((o.hits - o.chance) / o.error for o in played if o.error), default=0.0)


def too_low(made: Rendered, name: str) -> int:
    """Return how many cards stand lower than the story's audience learns one of their facts."""
    book, labels = confirmed(name), labels_of(EXPLAINERS / name)
    tiers = [tier.id for tier in book.ladder.tiers]
    return sum(
        any(card.tier < tiers.index(labels[fact]["tier"]) for fact in card.sketch.facts)
        for card in made.cards
    )
