"""How many seeded leaks the watchers over the gate catch, and which of them does."""

import os
import time
from collections import Counter
from collections.abc import Iterator

from tests.noninterference.mutant import Mutant

SAYS = "seeded leaks caught by the tests, of all there are (goal: every one)"


def figure() -> Iterator[str]:
    """Yield a line a leak and, last, the score."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    from tests.noninterference.detectors import DETECTORS, caught_by  # noqa: PLC0415 (see above)
    from tests.noninterference.mutants import MUTANTS  # noqa: PLC0415

    for name, detect in DETECTORS.items():
        detect()
        yield f"without a leak, {name} finds nothing"
    caught: Counter[str] = Counter()
    for mutant in MUTANTS:
        began = time.monotonic()
        by = caught_by(mutant)
        caught[by] += 1
        yield f"{by or 'MISSED':10}{time.monotonic() - began:5.1f} s  {_named(mutant)}"
    found = len(MUTANTS) - caught[""]
    yield ", ".join(f"{count} by {by}" for by, count in caught.items() if by)
    yield f"leaks caught {found}/{len(MUTANTS)}"


def _named(mutant: Mutant) -> str:
    return f"{mutant.channel}: {mutant.name}"
