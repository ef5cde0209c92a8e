"""How many cards the packs that ship hold."""

from collections import Counter
from collections.abc import Iterator

from quizgame.domain.packs import SealedPack
from quizgame.storage.packfile import load
from quizgame.storage.paths import questions_folder

SAYS = "cards of each pack that ships, by tier and kind"


def figure() -> Iterator[str]:
    """Yield a table a pack and, last, all cards."""
    packs = [load(path).pack for path in sorted(questions_folder().glob("*.yaml"))]
    whole = [pack for pack in packs if pack is not None]
    for pack in whole:
        yield from _table(pack)
    yield f"cards {sum(len(pack.cards) for pack in whole)}, packs {len(whole)}"


def _table(pack: SealedPack) -> Iterator[str]:
    counts = Counter((card.tier, type(card.kind).__name__) for card in pack.cards)
    kinds = sorted({kind for _, kind in counts})
    yield f"{pack.face.title:14}" + "".join(f"{kind:>14}" for kind in kinds) + f"{'all':>6}"
    for place, tier in enumerate(pack.face.ladder.tiers):
        row = [counts[place, kind] for kind in kinds]
        yield f"{tier.label:14}" + "".join(f"{n:14}" for n in row) + f"{sum(row):6}"
    sums = [sum(n for (_, k), n in counts.items() if k == kind) for kind in kinds]
    yield f"{'all':14}" + "".join(f"{n:14}" for n in sums) + f"{sum(sums):6}"
