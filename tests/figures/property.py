"""How fast the noninterference property runs, and how small it makes a leak it finds."""

import os
import time
from collections.abc import Iterator

SAYS = "examples a second of the noninterference property; a planted leak, found and made small"
EXAMPLES = 100


def figure() -> Iterator[str]:
    """Yield what became of a planted leak and, last, the speed."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    from tests.noninterference.detectors import machine, smallest  # noqa: PLC0415 (see above)
    from tests.noninterference.mutants import MUTANTS  # noqa: PLC0415

    for name in ("the gate stands open", "the strip counts the cards of the whole pack"):
        mutant = next(mutant for mutant in MUTANTS if mutant.name == name)
        began = time.monotonic()
        with mutant.loose():
            steps = smallest()
        yield f"planted: {name}; found and made small in {time.monotonic() - began:.1f} s:"
        yield from (f"    {step}" for step in steps)
    began = time.monotonic()
    machine(EXAMPLES)
    spent = time.monotonic() - began
    yield f"property {EXAMPLES / spent:.1f} examples a second, each of up to 25 steps of two games"
